package chart_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"strings"
	"testing"

	"laurel/export/chart"
	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// written gives a chart in all its formats.
func written(t *testing.T, c *chart.Chart, ground page.Color) (svg, table, picture []byte) {
	t.Helper()
	var a, b, p bytes.Buffer
	for _, err := range []error{c.WriteSVG(&a, ground, typeset.MM(4)), c.WriteCSV(&b), c.WritePNG(&p, 2, ground, typeset.MM(4))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return a.Bytes(), b.Bytes(), p.Bytes()
}

func TestWritingIsTheSameEachTime(t *testing.T) {
	th := theme(t)
	for kind, c := range drawn(th, list(5, 40, 10, plain), typeset.MM(110)) {
		svg, table, picture := written(t, c, th.Paper)
		again := drawn(theme(t), list(5, 40, 10, plain), typeset.MM(110))[kind]
		svg2, table2, picture2 := written(t, again, th.Paper)
		if !bytes.Equal(svg, svg2) || !bytes.Equal(table, table2) || !bytes.Equal(picture, picture2) {
			t.Errorf("%s differs when it is written again", kind)
		}
	}
}

// TestSVGIsWellFormed: the drawing can be parsed whatever a name holds, says
// what the chart says, and has a path for every label.
func TestSVGIsWellFormed(t *testing.T) {
	hostile := func(i int) string { return `<b>&"Ann" ` + string(rune(7)) + strings.Repeat("x", i%40) }
	th := theme(t)
	for kind, c := range drawn(th, list(4, 40, 10, hostile), typeset.MM(110)) {
		svg, _, _ := written(t, c, th.Paper)
		d := xml.NewDecoder(bytes.NewReader(svg))
		labels, title := 0, ""
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			switch e := token.(type) {
			case xml.StartElement:
				for _, a := range e.Attr {
					if a.Name.Local == "aria-label" && a.Value != "" {
						labels++
					}
				}
			case xml.CharData:
				title += strings.TrimSpace(string(e))
			}
		}
		if labels != len(boxes(c)) {
			t.Errorf("%s: %d labels in the drawing, %d in the chart", kind, labels, len(boxes(c)))
		}
		if title == "" || len(title) < len(c.Alt)/2 {
			t.Errorf("%s: it says %q", kind, title)
		}
	}
}

func TestCSVHoldsTheNumbers(t *testing.T) {
	th := theme(t)
	c := list(3, 40, 10, plain)
	_, table, _ := written(t, chart.TurnoverBars(th, c.Turnovers(), typeset.MM(110)), th.Paper)
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 4 || rows[1][2] != "" || rows[3][0] != "2026" {
		t.Errorf("the table is %q", rows)
	}
}

func TestCSVIsNoFormula(t *testing.T) {
	tied := model.Bump{Years: []int{2025, 2026}, Depth: 3, Lines: []model.BumpLine{{
		Key: "a", Name: "=HYPERLINK(\"x\")", Ranks: []model.Rank{{Number: 3, Tied: true}, {Number: 1}},
		Stands: []model.Standing{model.StandsInTop, model.StandsInTop}, Fate: model.FateStays,
	}}}
	th := theme(t)
	c := chart.Bump(th, tied, typeset.MM(100), typeset.MM(60))
	_, table, _ := written(t, c, th.Paper)
	for _, text := range []string{string(table), c.TSV()} {
		rows := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",\t\r\n\"", r) })
		for _, cell := range rows {
			if strings.HasPrefix(cell, "=") {
				t.Errorf("%q begins like a formula", cell)
			}
		}
		if !strings.Contains(text, "'=3") {
			t.Errorf("the tie is lost: %q", text)
		}
	}
}

// TestPictureIsSharp: the edges of a bar are those of pixels, and letters leave ink.
func TestPictureIsSharp(t *testing.T) {
	th := theme(t)
	c := chart.PartBars(th, list(1, 40, 10, plain).Sectors(), typeset.MM(100), 3)
	for _, scale := range []float64{1, 1.25, 2} {
		var b bytes.Buffer
		if err := c.WritePNG(&b, scale, th.Paper, 0); err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		x := int(float64(c.W.Pt()) * scale * 0.55) // through the first bar
		seen := map[[3]uint32]bool{}
		for y := range int(th.Row.Pt() * scale) {
			r, g, bl, _ := img.At(x, y).RGBA()
			seen[[3]uint32{r >> 8, g >> 8, bl >> 8}] = true
		}
		if len(seen) != 2 {
			t.Errorf("at scale %v a bar has %d colours, want it and the ground", scale, len(seen))
		}
		ink := 0
		for x := range int(20 * scale) {
			for y := range int(th.Row.Pt() * scale) {
				if r, _, _, _ := img.At(x, y).RGBA(); r>>8 < 128 {
					ink++
				}
			}
		}
		if ink < int(10*scale*scale) {
			t.Errorf("at scale %v the first letters leave %d dark pixels", scale, ink)
		}
	}
}

// TestALevelLineIsEven: a curve that happens to be level is as dark in one place
// as in another.
func TestALevelLineIsEven(t *testing.T) {
	level := model.Bump{Years: []int{2025, 2026}, Depth: 1, Lines: []model.BumpLine{{
		Key: "a", Name: "Ann", Ranks: []model.Rank{{Number: 1}, {Number: 1}},
		Stands: []model.Standing{model.StandsInTop, model.StandsInTop}, Fate: model.FateStays,
	}}}
	th := theme(t)
	c := chart.Bump(th, level, typeset.MM(100), typeset.MM(30))
	img := c.Picture(1.3, th.Paper, 0)
	from, to := c.Spots[0], c.Spots[1]
	first, last := int(from.X.Pt()*1.3)+30, int(to.X.Pt()*1.3)-10
	want := ""
	for x := first; x < last; x++ {
		column := ""
		for y := int(from.Y.Pt() * 1.3); y < int((from.Y+from.H).Pt()*1.3); y++ {
			column += fmt.Sprint(img.NRGBAAt(x, y).R, " ")
		}
		if want == "" {
			want = column
		}
		if column != want {
			t.Fatalf("at %d the line is %s, at %d %s", first, want, x, column)
		}
	}
	if !strings.Contains(want, " 1") {
		t.Errorf("there is no line: %s", want)
	}
}
