package page

import (
	"testing"

	"laurel/export/typeset"
)

// onePage is a page with one mark of every kind.
func onePage() *Page {
	ink := Color{K: 100}
	return &Page{Label: "7", Section: "profiles", Marks: []Mark{
		&Text{X: 10, Y: 20, Line: typeset.Line{Width: 5, End: 1, Glyphs: []typeset.Glyph{{ID: 3, Text: "a"}}}, Color: ink, Source: Source{Record: "p1", Field: "name"}, Block: 4},
		&Picture{W: 30, H: 40, Photo: "ph1"},
		&Path{Segments: Rect(0, 0, 4, 4), Fill: &ink, Dash: []Length{2, 1}},
		&Link{W: 3, Anchor: "index"},
		&Anchor{Name: "profile-p1"},
		&Bookmark{Title: "Ada", Level: 1},
	}}
}

func TestSame(t *testing.T) {
	moved := onePage()
	moved.Marks[0].(*Text).Block = 90 // text on an earlier page became longer
	if !onePage().Same(moved) {
		t.Error("two pages with the same marks are said to differ")
	}
	for name, change := range map[string]func(*Page){
		"label":          func(p *Page) { p.Label = "8" },
		"side":           func(p *Page) { p.Verso = true },
		"a mark less":    func(p *Page) { p.Marks = p.Marks[:5] },
		"another kind":   func(p *Page) { p.Marks[4] = &Bookmark{} },
		"place of text":  func(p *Page) { p.Marks[0].(*Text).Y++ },
		"colour of text": func(p *Page) { p.Marks[0].(*Text).Color.K = 60 },
		"field of text":  func(p *Page) { p.Marks[0].(*Text).Source.Field = "title" },
		"glyph":          func(p *Page) { p.Marks[0].(*Text).Line.Glyphs[0].ID++ },
		"glyph's text":   func(p *Page) { p.Marks[0].(*Text).Line.Glyphs[0].Text = "b" },
		"photo":          func(p *Page) { p.Marks[1].(*Picture).Photo = "ph2" },
		"crop":           func(p *Page) { p.Marks[1].(*Picture).Crop.W = 0.5 },
		"outline":        func(p *Page) { p.Marks[2].(*Path).Segments[1].P[0].X++ },
		"fill":           func(p *Page) { p.Marks[2].(*Path).Fill = nil },
		"dash":           func(p *Page) { p.Marks[2].(*Path).Dash = nil },
		"link":           func(p *Page) { p.Marks[3].(*Link).URL = "https://example.org" },
		"anchor":         func(p *Page) { p.Marks[4].(*Anchor).Name = "profile-p2" },
		"bookmark":       func(p *Page) { p.Marks[5].(*Bookmark).Title = "Ada B." },
	} {
		changed := onePage()
		change(changed)
		if onePage().Same(changed) || changed.Same(onePage()) {
			t.Errorf("%s: the change was not noticed", name)
		}
	}
}

func TestOnly(t *testing.T) {
	d := &Document{Trim: Size{1, 2}, Pages: []*Page{{Label: "1"}, {Label: "2"}, {Label: "3"}}}
	got := d.Only(3, 0, 2, 9)
	if got.Trim != d.Trim || len(got.Pages) != 2 || got.Pages[0] != d.Pages[2] || got.Pages[1] != d.Pages[1] {
		t.Errorf("got %+v", got)
	}
	if len(d.Pages) != 3 {
		t.Error("the document itself changed")
	}
}
