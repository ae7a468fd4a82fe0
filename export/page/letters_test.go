package page

import (
	"testing"

	"laurel/export/typeset"
)

// Two lines of one answer, ten letters of 8 pt each, the second from byte 10 on.
func twoLines() *Page {
	p := &Page{}
	for n := range 2 {
		line := typeset.Line{Width: 80 * typeset.Pt, Start: 100 + 10*n, End: 110 + 10*n}
		for i := range 10 {
			line.Glyphs = append(line.Glyphs, typeset.Glyph{Size: typeset.Short(10 * typeset.Pt), Advance: typeset.Short(8 * typeset.Pt), Start: int32(100 + 10*n + i)})
		}
		p.Marks = append(p.Marks, &Text{
			X: 20 * typeset.Pt, Y: Length(40+12*n) * typeset.Pt, Line: line,
			Source: Source{Record: "a1", Field: "excerpt", Start: 10 * n, End: 10*n + 10},
		})
	}
	return p
}

func TestLetterAtAPlace(t *testing.T) {
	p := twoLines()
	for _, c := range []struct {
		x, y float64
		want int
	}{{21, 38, 0}, {61, 38, 5}, {99, 38, 9}, {29, 50, 11}} {
		from, ok := p.LetterAt(Length(c.x*float64(typeset.Pt)), Length(c.y*float64(typeset.Pt)))
		if !ok || from.Start != c.want || from.End != c.want || from.Record != "a1" {
			t.Errorf("at %g, %g stands %+v, want byte %d", c.x, c.y, from, c.want)
		}
	}
	if _, ok := p.LetterAt(5*typeset.Pt, 38*typeset.Pt); ok {
		t.Error("a letter on white paper")
	}
}

func TestPartOverTwoLines(t *testing.T) {
	boxes := twoLines().PartBoxes(Source{Record: "a1", Field: "excerpt", Start: 7, End: 13})
	if len(boxes) != 2 {
		t.Fatalf("%d boxes", len(boxes))
	}
	for i, want := range []struct{ x, w Length }{{76, 24}, {20, 24}} {
		if boxes[i].X != want.x*typeset.Pt || boxes[i].W != want.w*typeset.Pt {
			t.Errorf("box %d is %v wide from %v", i, boxes[i].W/typeset.Pt, boxes[i].X/typeset.Pt)
		}
	}
	if boxes := twoLines().PartBoxes(Source{Record: "a1", Field: "excerpt", Start: 30, End: 40}); len(boxes) != 0 {
		t.Errorf("what is not there has %d boxes", len(boxes))
	}
}
