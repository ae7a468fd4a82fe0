package page

import (
	"testing"

	"laurel/export/typeset"
)

// A text that goes on in the next column has a box in each; another field has none.
func TestBoxes(t *testing.T) {
	line := func(field string, x, y Length) *Text {
		l := typeset.Line{Width: 80 * typeset.Pt, Glyphs: []typeset.Glyph{{Size: typeset.Short(10 * typeset.Pt)}}}
		return &Text{X: x * typeset.Pt, Y: y * typeset.Pt, Line: l, Source: Source{Record: "a", Field: field}}
	}
	p := &Page{Marks: []Mark{
		line("question", 20, 90), line("excerpt", 20, 102), line("excerpt", 20, 114), line("excerpt", 120, 90), line("excerpt", 120, 102), line("other", 120, 200),
	}}
	boxes := p.Boxes(func(s Source) bool { return s.Field == "excerpt" })
	if len(boxes) != 2 || boxes[0].X != 20*typeset.Pt || boxes[1].X != 120*typeset.Pt || boxes[0].H < 20*typeset.Pt {
		t.Errorf("boxes %+v", boxes)
	}
	if boxes := p.Boxes(func(s Source) bool { return s.Field != "other" }); len(boxes) != 2 {
		t.Errorf("question and answer have %d boxes", len(boxes))
	}
	if boxes := p.Boxes(func(Source) bool { return false }); len(boxes) != 0 {
		t.Errorf("nothing wanted, and %+v", boxes)
	}
}

// A credit beside its photo is of the same record; the photo still has a box to itself.
func TestBoxesOfPictures(t *testing.T) {
	source := Source{Record: "a", Field: "photo"}
	photo := &Picture{X: 0, Y: 0, W: 100 * typeset.Pt, H: 100 * typeset.Pt, Source: source}
	l := typeset.Line{Width: 60 * typeset.Pt, Glyphs: []typeset.Glyph{{Size: typeset.Short(7 * typeset.Pt)}}}
	credit := &Text{X: 104 * typeset.Pt, Y: 98 * typeset.Pt, Line: l, Source: source}
	for _, marks := range [][]Mark{{photo, credit}, {credit, photo}} {
		boxes := (&Page{Marks: marks}).Boxes(func(Source) bool { return true })
		if len(boxes) != 2 || boxes[0].W != 100*typeset.Pt && boxes[1].W != 100*typeset.Pt {
			t.Errorf("boxes %+v", boxes)
		}
	}
}
