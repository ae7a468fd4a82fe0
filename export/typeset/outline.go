package typeset

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Stroke is one step of a glyph's outline: a move (one point), a line (one) or
// a cubic curve (three). Each contour begins with a move and is closed.
type Stroke struct {
	Points int // 1 with Move, 1, or 3
	Move   bool
	P      [3][2]float64 // font units, y upwards
}

// Outline gives the shape of a glyph; nothing for one without ink.
func (f *Face) Outline(gid uint16) []Stroke {
	s, _ := shapers.Get().(*shaper)
	defer shapers.Put(s)
	o, ok := s.font(f).Face().GlyphDataOutline(font.GID(gid))
	if !ok {
		return nil
	}
	out := make([]Stroke, 0, len(o.Segments))
	var pen [2]float64
	for _, seg := range o.Segments {
		var p [3][2]float64
		for i, a := range seg.Args {
			p[i] = [2]float64{float64(a.X), float64(a.Y)}
		}
		step := Stroke{Points: 1, P: p}
		switch seg.Op {
		case opentype.SegmentOpMoveTo:
			step.Move = true
		case opentype.SegmentOpQuadTo: // as a cubic, which every page format has
			q, to := p[0], p[1]
			step.Points = 3
			for k := range 2 {
				step.P[0][k] = pen[k] + (q[k]-pen[k])*2/3
				step.P[1][k] = to[k] + (q[k]-to[k])*2/3
			}
			step.P[2] = to
		case opentype.SegmentOpCubeTo:
			step.Points = 3
		}
		pen = step.P[step.Points-1]
		out = append(out, step)
	}
	return out
}
