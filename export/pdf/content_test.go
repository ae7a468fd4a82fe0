package pdf

import (
	"io/fs"
	"math"
	"math/rand"
	"slices"
	"strconv"
	"strings"
	"testing"

	"laurel/assets"
	"laurel/export/page"
	"laurel/export/typeset"
)

func testFace(t testing.TB, id string) *typeset.Face {
	t.Helper()
	b, err := fs.ReadFile(assets.Fonts(), id+".ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := typeset.ParseFace(id, b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestGlyphsStandWhereTheyWereSet follows the operators of a line as a viewer
// does and compares the place of every glyph with the one that was asked for.
// However long the line, none is off by more than half a thousandth of an em.
func TestGlyphsStandWhereTheyWereSet(t *testing.T) {
	faces := []*typeset.Face{testFace(t, "SourceSerif4SmText-Regular"), testFace(t, "NotoNaskhArabic-Regular")}
	random := rand.New(rand.NewSource(1))
	for range 50 {
		line := typeset.Line{}
		for range 200 {
			f := faces[random.Intn(20)/19]
			g := typeset.Glyph{
				Face: f, ID: uint16(1 + random.Intn(200)), Size: typeset.Short(8000 + 500*(random.Intn(40)/39)), Text: "x",
				Scale: []int16{0, 1000, 985, 1013}[random.Intn(4)],
			}
			g.Advance = typeset.Short(int(f.Scale(f.GlyphAdvance(g.ID), page.Length(g.Size))) + random.Intn(301) - 150)
			if random.Intn(10) == 0 {
				g.XOffset, g.YOffset = typeset.Short(random.Intn(999)-500), typeset.Short(random.Intn(999)-500)
			}
			line.Glyphs = append(line.Glyphs, g)
		}
		c := content{fonts: newFontBook(), bottom: 500000, state: state{scale: 1000}}
		if err := c.text(&page.Text{X: 100000, Y: 200000, Line: line}); err != nil {
			t.Fatal(err)
		}
		got := follow(t, string(c.b), c.fonts)
		if len(got) != len(line.Glyphs) {
			t.Fatalf("%d glyphs, want %d", len(got), len(line.Glyphs))
		}
		pen := page.Length(100000)
		for i, g := range line.Glyphs {
			want := place{float64(pen + page.Length(g.XOffset)), float64(300000 + g.YOffset), float64(g.Size)}
			if math.Abs(got[i].x-want.x) > want.size/2000*1.02+1e-6 || got[i].y != want.y || got[i].size != want.size {
				t.Fatalf("glyph %d stands at %v, want %v", i, got[i], want)
			}
			pen += page.Length(g.Advance)
		}
	}
}

// place is where a glyph stands and how large it is, in thousandths of a point.
type place struct{ x, y, size float64 }

// follow reads the operators of one BT … ET.
func follow(t *testing.T, ops string, fonts *fontBook) []place {
	t.Helper()
	var got []place
	var stack []float64
	var font *embedded
	x, y, size, scale, rise := 0.0, 0.0, 0.0, 1.0, 0.0
	ops = strings.NewReplacer("[", " [ ", "]", " ] ", "<", " <", ">", "> ").Replace(ops)
	inArray := false
	for _, w := range strings.Fields(ops) {
		pop := func() float64 { v := stack[len(stack)-1]; stack = stack[:len(stack)-1]; return v }
		switch {
		case w[0] == '<':
			for hex := w[1 : len(w)-1]; hex != ""; hex = hex[4:] {
				code, err := strconv.ParseUint(hex[:4], 16, 16)
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, place{x, y + rise, size})
				x += float64(font.widths[code-1]) / 100000 * size * scale
			}
		case w[0] == '/':
			n, err := strconv.Atoi(w[2:])
			if err != nil {
				t.Fatal(err)
			}
			font = fonts.fonts[n]
		case w == "Td":
			y, x = 1000*pop(), 1000*pop()
		case w == "Tf":
			size = 1000 * pop()
		case w == "Tz":
			scale = pop() / 100
		case w == "Ts":
			rise = 1000 * pop()
		case w == "[" || w == "]":
			inArray = w == "["
		default:
			if v, err := strconv.ParseFloat(w, 64); err == nil {
				if inArray {
					x -= v / 1000 * size * scale
				} else {
					stack = append(stack, v)
				}
			}
		}
	}
	return got
}

func TestColors(t *testing.T) {
	brand := page.Color{R: 255, G: 51, M: 80, Y: 100, K: 5}
	for _, c := range []struct {
		color         page.Color
		press, stroke bool
		want          string
	}{
		{page.Color{}, false, false, "0 g"},
		{page.Color{K: 100}, false, false, "0 g"},
		{page.Color{R: 255, G: 255, B: 255}, false, true, "1 G"},
		{page.Color{R: 128, G: 128, B: 128}, false, false, "0.502 g"},
		{page.Color{R: 0x1C, G: 0x1C, B: 0x1B, K: 100}, false, false, "0.11 g"},
		{page.Color{R: 0x62, G: 0x65, B: 0x62, C: 1, K: 72}, false, false, "0.384 0.396 0.384 rg"},
		{brand, false, false, "1 0.2 0 rg"},
		{brand, false, true, "1 0.2 0 RG"},
		{brand, true, false, "0 0.8 1 0.05 k"},
		{page.Color{}, true, true, "0 0 0 1 K"},
		{page.Color{K: 100}, true, false, "0 0 0 1 k"},
		{page.Color{R: 255, G: 255, B: 255}, true, false, "0 0 0 0 k"},
		{page.Color{R: 128, G: 128, B: 128}, true, false, "0 0 0 0.5 k"},
		{page.Color{R: 204, G: 102}, true, false, "0 0.5 1 0.2 k"},
	} {
		if got := (&content{press: c.press}).color(c.color, c.stroke); got != c.want {
			t.Errorf("%+v press %v stroke %v: %q, want %q", c.color, c.press, c.stroke, got, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 1: "0.001", -1: "-0.001", 10: "0.01", 100: "0.1", 1000: "1", -12340: "-12.34", 12345: "12.345"} {
		if got := string(appendThousandths(nil, n)); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestLabelStyle(t *testing.T) {
	for label, want := range map[string]dict{
		"12": {"S": name("D"), "St": 12}, "iv": {"S": name("r"), "St": 4}, "xcix": {"S": name("r"), "St": 99},
		"": {}, "0": {}, "012": {}, "iiii": {}, "Cover": {}, "-3": {},
	} {
		s, n := labelStyle(label)
		got := dict{}
		if s != "" {
			got = dict{"S": s, "St": n}
		}
		if len(got) != len(want) || got["S"] != want["S"] || got["St"] != want["St"] {
			t.Errorf("%q: %v, want %v", label, got, want)
		}
	}
}

func TestWebAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a?b=c#d": "https://example.org/a?b=c#d",
		" http://example.org ":        "http://example.org",
		"https://example.org/ž x":     "https://example.org/%C5%BE%20x",
		"mailto:ada@example.org":      "mailto:ada@example.org",
		"javascript:alert(1)":         "",
		"file:///etc/passwd":          "",
		"https://":                    "",
		"example.org":                 "",
		"mailto:":                     "",
		"":                            "",
	} {
		got, ok := webAddress(in)
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", in, got, ok)
		}
	}
}

func TestCluster(t *testing.T) {
	g := func(start int32, text string) typeset.Glyph { return typeset.Glyph{Start: start, Text: text} }
	for _, c := range []struct {
		glyphs []typeset.Glyph
		want   int
	}{
		{[]typeset.Glyph{g(0, "a"), g(1, "b")}, 1},
		{[]typeset.Glyph{g(0, "é"), g(0, ""), g(2, "b")}, 2},
		{[]typeset.Glyph{g(0, ""), g(0, "é"), g(0, "")}, 3},
		{[]typeset.Glyph{g(3, "e"), g(3, "\u00AD")}, 1},
		{[]typeset.Glyph{g(3, "")}, 1},
	} {
		if got := cluster(c.glyphs); got != c.want {
			t.Errorf("%+v: %d, want %d", c.glyphs, got, c.want)
		}
	}
}

// TestMergeKeepsThePlaces draws a mark over a letter in one glyph, and looks
// where its outline went.
func TestMergeKeepsThePlaces(t *testing.T) {
	f := testFace(t, "SourceSans3-Regular")
	e, _ := f.NominalGlyph('e')
	dot, _ := f.NominalGlyph('.')
	size := typeset.Short(20000)
	short := func(units int) typeset.Short { return typeset.Short(f.Scale(units, page.Length(size))) }
	glyphs := []typeset.Glyph{ // the mark first, 40 units to the right and 500 up
		{Face: f, ID: dot, Size: size, XOffset: short(40), YOffset: short(500)},
		{Face: f, ID: e, Size: size, Text: "e\u0307", Advance: short(f.GlyphAdvance(e))},
	}
	one, key, ok := merge(glyphs)
	if !ok || one.Text != "e\u0307" || one.Advance != glyphs[1].Advance {
		t.Fatalf("%+v, %v", one, ok)
	}
	width, parts := unpack(key)
	if want := []part{{dot, [2]int16{40, 500}}, {e, [2]int16{}}}; !slices.Equal(parts, want) || width != f.GlyphAdvance(e) {
		t.Errorf("width %d, parts %+v", width, parts)
	}
	ttf, _, err := subset(f.TTF(), []coded{{text: one.Text, merged: key}})
	if err != nil {
		t.Fatal(err)
	}
	merged, err := openTrueType(ttf)
	if err != nil {
		t.Fatal(err)
	}
	eLeft, eBottom, eRight, _, _ := f.GlyphBox(e)
	_, _, _, dotTop, _ := f.GlyphBox(dot)
	if got := int(bigEndian.Uint16(merged.metric(1))); got != f.GlyphAdvance(e) {
		t.Errorf("it is %d wide", got)
	}
	outline, err := merged.outline(1)
	if err != nil {
		t.Fatal(err)
	}
	box := make([]int, 4)
	for i := range box {
		box[i] = int(int16(bigEndian.Uint16(outline[2+2*i:])))
	}
	if want := []int{eLeft, eBottom, eRight, dotTop + 500}; !slices.Equal(box, want) {
		t.Errorf("the outline fills %v, want %v", box, want)
	}
	for what, g := range map[string]typeset.Glyph{
		"another size": {Face: f, ID: dot, Size: size + 1}, "another face": {Face: testFace(t, "SourceSans3-Bold"), ID: dot, Size: size},
		"too far": {Face: f, ID: dot, Size: size, YOffset: 1e9}, "no face": {ID: dot, Size: size},
	} {
		if _, _, ok := merge([]typeset.Glyph{glyphs[1], g}); ok {
			t.Errorf("%s was merged", what)
		}
	}
}
