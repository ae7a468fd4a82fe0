package pdf

import (
	"fmt"
	"math"
	"slices"

	"laurel/export/typeset"
)

// Fonts of PostScript outlines (CFF, as most of those for East Asia are) go into
// the file as TrueType: their glyphs are drawn anew with quadratic curves. So
// there is one kind of font in the file, with one way for codes, widths and
// glyphs in several parts, and no eye sees a difference of a quarter of a
// thousandth of an em.

// redrawn is how far a curve may be from the one that it stands for, in font
// units, of which fonts of this kind have a thousand to the em.
const redrawn = 0.25

// redraw makes a TrueType font of some glyphs of a face that has other outlines:
// glyph 0, then the given ones in their order. It says how many these are together.
func redraw(face *typeset.Face, glyphs []coded) (font []byte, count int, err error) {
	tables, err := openTables(face.TTF())
	if err != nil {
		return nil, 0, err
	}
	for tag, size := range map[string]int{"head": 54, "hhea": 36} {
		if len(tables[tag]) < size {
			return nil, 0, fmt.Errorf("%w: table %q", errFont, tag)
		}
	}
	list := append([]coded{{}}, glyphs...)
	if len(list) > 0xFFFF {
		return nil, 0, fmt.Errorf("%w: too many glyphs", errFont)
	}
	var glyf, loca, hmtx []byte
	points, contours := 0, 0
	for _, g := range list {
		o, width, err := redrawGlyph(face, g)
		if err != nil {
			return nil, 0, err
		}
		points, contours = max(points, len(o.points)), max(contours, len(o.ends))
		loca = bigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = o.appendTo(glyf)
		hmtx = bigEndian.AppendUint16(hmtx, uint16(width))
		hmtx = bigEndian.AppendUint16(hmtx, uint16(o.box()[0])) // it begins where its box does
	}
	loca = bigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea := slices.Clone(tables["head"]), slices.Clone(tables["hhea"])
	bigEndian.PutUint32(head[8:], 0)  // the sum of the whole font, set by assemble
	bigEndian.PutUint16(head[50:], 1) // long offsets
	bigEndian.PutUint16(head[52:], 0)
	bigEndian.PutUint16(hhea[34:], uint16(len(list)))
	maxp := make([]byte, 32) // of version 1, which fonts of this kind do not have
	for at, v := range map[int]int{0: 1, 4: len(list), 6: points, 8: contours, 14: 2} {
		bigEndian.PutUint16(maxp[at:], uint16(v))
	}
	return assemble(map[string][]byte{"head": head, "hhea": hhea, "maxp": maxp, "glyf": glyf, "loca": loca, "hmtx": hmtx}), len(list), nil
}

// redrawGlyph draws a glyph, or several in one, and gives its width.
func redrawGlyph(face *typeset.Face, g coded) (o outline, width int, err error) {
	defer func() {
		if r := recover(); r != nil { // foreign fonts can break any parser
			err = fmt.Errorf("%w: glyph %d: %v", errFont, g.gid, r)
		}
	}()
	width, all := face.GlyphAdvance(g.gid), []part{{gid: g.gid}}
	if g.merged != "" {
		width, all = unpack(g.merged)
	}
	for _, p := range all {
		o.add(face.Outline(p.gid), float64(p.at[0]), float64(p.at[1]))
	}
	if len(o.points) > math.MaxUint16 {
		return outline{}, 0, fmt.Errorf("%w: glyph %d", errFont, g.gid)
	}
	return o, width, nil
}

// outline is the shape of a glyph as TrueType has it: points that are on the
// curve, and between two of them one that bends it.
type outline struct {
	points []outlinePoint
	ends   []int // the last point of each contour
}

type outlinePoint struct {
	x, y int16
	on   bool
}

// add adds the contours of a shape, moved to the right and up.
func (o *outline) add(strokes []typeset.Stroke, right, up float64) {
	var pen [2]float64
	for i, s := range strokes {
		for k := range s.Points {
			s.P[k][0], s.P[k][1] = s.P[k][0]+right, s.P[k][1]+up
		}
		to := s.P[s.Points-1]
		switch {
		case s.Move:
			o.close()
			o.point(to, true)
		case s.Points == 1:
			o.point(to, true)
		default:
			o.curve(pen, s.P)
		}
		pen = to
		if i == len(strokes)-1 {
			o.close()
		}
	}
}

// curve adds a cubic curve as so many quadratic ones as it takes. A single one
// is off by at most √3/36 of the third difference of the points.
func (o *outline) curve(from [2]float64, p [3][2]float64) {
	off := 0.0
	for k := range 2 {
		third := p[2][k] - 3*p[1][k] + 3*p[0][k] - from[k]
		off += third * third
	}
	n := max(1, int(math.Ceil(math.Cbrt(math.Sqrt(3*off)/36/redrawn))))
	at := func(t float64) (on, slope [2]float64) {
		u := 1 - t
		for k := range 2 {
			on[k] = u*u*u*from[k] + 3*u*u*t*p[0][k] + 3*u*t*t*p[1][k] + t*t*t*p[2][k]
			slope[k] = 3 * (u*u*(p[0][k]-from[k]) + 2*u*t*(p[1][k]-p[0][k]) + t*t*(p[2][k]-p[1][k]))
		}
		return on, slope
	}
	a, sa := at(0)
	for i := range n {
		b, sb := at(float64(i+1) / float64(n))
		h := 1 / float64(n)
		var bend [2]float64
		for k := range 2 { // the mean of what the tangents at both ends ask for
			bend[k] = (a[k]+b[k])/2 + (sa[k]-sb[k])*h/4
		}
		o.point(bend, false)
		o.point(b, true)
		a, sa = b, sb
	}
}

func (o *outline) point(p [2]float64, on bool) {
	whole := func(v float64) int16 { return int16(math.Round(max(math.MinInt16, min(v, math.MaxInt16)))) }
	o.points = append(o.points, outlinePoint{whole(p[0]), whole(p[1]), on})
}

// close ends a contour. A contour ends where it began: the point that says so
// again is left out, and so is a contour that has no area.
func (o *outline) close() {
	begin := 0
	if len(o.ends) > 0 {
		begin = o.ends[len(o.ends)-1] + 1
	}
	if n := len(o.points); n > begin+1 && o.points[n-1] == o.points[begin] {
		o.points = o.points[:n-1]
	}
	if len(o.points) < begin+3 {
		o.points = o.points[:begin]
		return
	}
	o.ends = append(o.ends, len(o.points)-1)
}

// box is left, bottom, right and top of the points.
func (o *outline) box() (b [4]int16) {
	for i, p := range o.points {
		if i == 0 {
			b = [4]int16{p.x, p.y, p.x, p.y}
		}
		b = [4]int16{min(b[0], p.x), min(b[1], p.y), max(b[2], p.x), max(b[3], p.y)}
	}
	return b
}

// appendTo writes the glyph (OpenType, "glyf"), without instructions, all
// distances in words; deflating makes up for what shorter ones would save. A
// glyph without ink has no bytes.
func (o *outline) appendTo(b []byte) []byte {
	if len(o.points) == 0 {
		return b
	}
	b = bigEndian.AppendUint16(b, uint16(len(o.ends)))
	for _, v := range o.box() {
		b = bigEndian.AppendUint16(b, uint16(v))
	}
	for _, end := range o.ends {
		b = bigEndian.AppendUint16(b, uint16(end))
	}
	b = bigEndian.AppendUint16(b, 0)
	for _, p := range o.points {
		b = append(b, byte(b2i(p.on)))
	}
	var x, y int16
	for _, p := range o.points {
		b = bigEndian.AppendUint16(b, uint16(p.x-x))
		x = p.x
	}
	for _, p := range o.points {
		b = bigEndian.AppendUint16(b, uint16(p.y-y))
		y = p.y
	}
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
