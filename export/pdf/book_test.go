package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io/fs"
	"strings"
	"testing"

	"laurel/assets"
	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/typeset"
)

// face gives one of the embedded typefaces.
func face(t testing.TB, id string) *typeset.Face {
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

// set makes a line of text without kerning; "fi" is set with its ligature and
// a line that ends in "-" with a hyphen that is not in the text.
func set(f *typeset.Face, size page.Length, s string) typeset.Line {
	var line typeset.Line
	hyphen := strings.HasSuffix(s, "-")
	for rs := []rune(s); len(rs) > 0; {
		g := typeset.Glyph{Face: f, Size: typeset.Short(size), Text: string(rs[:1])}
		g.ID, _ = f.NominalGlyph(rs[0])
		n := 1
		if len(rs) > 1 && rs[0] == 'f' && rs[1] == 'i' {
			if fi, ok := f.NominalGlyph('ﬁ'); ok {
				g.ID, g.Text, n = fi, "fi", 2
			}
		}
		g.Advance = typeset.Short(f.Scale(f.GlyphAdvance(g.ID), size))
		rs = rs[n:]
		if hyphen && len(rs) == 0 {
			g.Text = "\u00AD"
		}
		line.Glyphs = append(line.Glyphs, g)
		line.Width += page.Length(g.Advance)
	}
	return line
}

// portrait is a picture of nobody.
func portrait(w, h int) []byte {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetRGBA(x, y, color.RGBA{uint8(x * 255 / w), uint8(y * 255 / h), uint8((x ^ y) & 63), 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 85}); err != nil {
		panic(err)
	}
	return b.Bytes()
}

var black = page.Color{K: 100}

// longText is printed by the sample, ligature and line-end hyphen included.
var longText = []string{
	"The office was the first place where she found that care-",
	"ful work is noticed by those who do the same, and she ",
	"stayed there for five years. Žižek, Ærø, “naïve” – 12–15. ",
}

// sample is a small book that has every kind of mark.
func sample(t testing.TB, people int) (*page.Document, *pdf.Renditions) {
	serif, sans := face(t, "SourceSerif4SmText-Regular"), face(t, "SourceSans3-Semibold")
	doc := &page.Document{
		Info: page.Info{
			Title: "Sample Leaders 2026 — Ω", Author: "Example & Daughters", Subject: "A <list>",
			Creator: "Laurel", Lang: "en-GB", Date: 1767323045000,
		},
		Trim: page.Size{W: typeset.MM(210), H: typeset.MM(265)},
	}
	contents := &page.Page{Label: "i", Section: "contents"}
	contents.Marks = append(contents.Marks,
		&page.Bookmark{Title: "Contents"},
		&page.Text{X: 60000, Y: 80000, Line: set(sans, 24000, "Contents"), Color: black, Role: page.Heading1})
	doc.Pages = append(doc.Pages, contents)
	for i := range people {
		name := fmt.Sprintf("Person %d Våvrová", i+1)
		y := page.Length(110000 + 14000*(i%30))
		contents.Marks = append(contents.Marks,
			&page.Text{X: 60000, Y: y, Line: set(serif, 10000, name), Color: black, Role: page.TOCItem},
			&page.Link{X: 60000, Y: y - 10000, W: 200000, H: 12000, Anchor: name})
		doc.Pages = append(doc.Pages, profile(t, serif, sans, name, i))
	}
	master := portrait(600, 800)
	return doc, &pdf.Renditions{Master: func(string) ([]byte, error) { return master, nil }}
}

func profile(t testing.TB, serif, sans *typeset.Face, name string, i int) *page.Page {
	green := page.Color{R: 30, G: 90, B: 60, C: 80, M: 20, Y: 70, K: 30}
	qr, err := page.EncodeQR("https://example.org/video/" + fmt.Sprint(i))
	if err != nil {
		t.Fatal(err)
	}
	code := qr.Path(450000, 600000, 1300, black)
	code.Alt = "QR code of the video"
	p := &page.Page{Label: fmt.Sprint(i + 1), Section: "profiles", Verso: i%2 == 1}
	p.Marks = append(p.Marks,
		&page.Path{Segments: page.Rect(0, 0, 595000, 20000), Fill: &green},
		&page.Bookmark{Title: "Profiles", Level: 0},
		&page.Bookmark{Title: name + " 🌿", Level: 1, Y: 40000},
		&page.Anchor{Name: name, Y: 40000},
		&page.Text{X: 60000, Y: 60000, Line: set(sans, 30000, name), Color: green, Role: page.Heading2},
		&page.Picture{
			X: 60000, Y: 80000, W: 144000, H: 192000, Photo: fmt.Sprint("photo", i%7),
			Oval: i%3 == 0, Grey: i%5 == 0, Alt: "Portrait of " + name,
		},
		code,
		&page.Link{X: 450000, Y: 600000, W: 50000, H: 50000, URL: "https://example.org/video/" + fmt.Sprint(i)},
	)
	for k := range 30 {
		p.Marks = append(p.Marks, &page.Text{
			X: 60000, Y: 300000 + page.Length(k)*12000, Color: black, Role: page.Paragraph,
			Line: set(serif, 9500, longText[k%3]), Block: 1 + 100*i + k/3,
		})
	}
	rule := black
	p.Marks = append(p.Marks,
		&page.Path{Segments: page.HairLine(60000, 680000, 300000, 680000), Stroke: &rule, Width: 500, Dash: []page.Length{2000, 1000}},
		&page.Text{X: 60000, Y: 700000, Line: set(sans, 8000, p.Label), Color: black})
	return p
}
