package page

import (
	"math"

	"laurel/export/typeset"
)

// Outline gives the shapes of a text as one outline to be filled, for pictures
// that must not depend on a font.
func (t *Text) Outline() []Segment {
	var out []Segment
	pen := t.X
	for _, g := range t.Line.Glyphs {
		out = append(out, glyphOutline(g, pen+Length(g.XOffset), t.Y-Length(g.YOffset))...)
		pen += Length(g.Advance)
	}
	return out
}

func glyphOutline(g typeset.Glyph, x, y Length) []Segment {
	scale := float64(g.Size) / float64(g.Face.UnitsPerEm())
	wide := scale
	if g.Scale != 0 {
		wide = scale * float64(g.Scale) / 1000
	}
	at := func(p [2]float64) Point {
		return Point{X: x + Length(math.Round(p[0]*wide)), Y: y - Length(math.Round(p[1]*scale))}
	}
	var out []Segment
	for _, s := range g.Face.Outline(g.ID) {
		if s.Move && len(out) > 0 {
			out = append(out, Segment{Op: Close})
		}
		switch {
		case s.Move:
			out = append(out, Segment{Op: Move, P: [3]Point{at(s.P[0])}})
		case s.Points == 1:
			out = append(out, Segment{Op: Line, P: [3]Point{at(s.P[0])}})
		default:
			out = append(out, Segment{Op: Cubic, P: [3]Point{at(s.P[0]), at(s.P[1]), at(s.P[2])}})
		}
	}
	if len(out) > 0 {
		out = append(out, Segment{Op: Close})
	}
	return out
}
