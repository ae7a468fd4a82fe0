package pdf

import (
	"strconv"

	"laurel/export/page"
	"laurel/export/typeset"
)

// content writes the operators of one page (ISO 32000-1, 8 and 9). It counts
// in whole thousandths of a point throughout, so that the same page gives the
// same bytes on every machine.
type content struct {
	b      []byte
	fonts  *fontBook
	left   page.Length // of the trim, from the left edge of the paper
	bottom page.Length // of the paper, from the top edge of the trim
	press  bool        // CMYK instead of RGB and grey

	// What the operators written so far have set.
	state
}

// state is what operators have set, and what Q brings back.
type state struct {
	font  *embedded
	size  page.Length
	scale int
	rise  page.Length
	fill  string
	over  bool // black is laid over what is there
}

// number writes a number of thousandths: 12345 is 12.345.
func (c *content) number(thousandths int64) {
	c.b = appendThousandths(c.b, thousandths)
	c.b = append(c.b, ' ')
}

func appendThousandths(b []byte, n int64) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	if n %= 1000; n == 0 {
		return b
	}
	b = append(b, '.', byte('0'+n/100))
	if n %= 100; n == 0 {
		return b
	}
	b = append(b, byte('0'+n/10))
	if n %= 10; n == 0 {
		return b
	}
	return append(b, byte('0'+n))
}

func (c *content) op(s string) { c.b = append(append(c.b, s...), '\n') }

func (c *content) point(p page.Point) {
	c.number(int64(c.left + p.X))
	c.number(int64(c.bottom - p.Y))
}

// color gives the operator that sets a colour: grey where it is one, so that
// black is black only.
func (c *content) color(k page.Color, stroke bool) string {
	var b []byte
	part := func(n, of int) {
		b = appendThousandths(b, int64((n*1000+of/2)/of))
		b = append(b, ' ')
	}
	op := "g"
	switch {
	case c.press:
		for _, v := range inks(k) {
			part(int(min(v, 100)), 100)
		}
		op = "k"
	case k.R == k.G && k.G == k.B, k.K > 0 && k.C == 0 && k.M == 0 && k.Y == 0:
		// What prints in black alone is a grey of the screen too.
		part(int(k.G), 255)
	default:
		for _, v := range []uint8{k.R, k.G, k.B} {
			part(int(v), 255)
		}
		op = "rg"
	}
	if stroke {
		op = map[string]string{"g": "G", "k": "K", "rg": "RG"}[op]
	}
	return string(b) + op
}

func (c *content) setFill(k page.Color) {
	if s := c.color(k, false); s != c.fill {
		c.op(s)
		c.fill = s
	}
}

// overprint says, in a press file, whether what follows is laid over what is there.
func (c *content) overprint(over bool) {
	if !c.press || over == c.over {
		return
	}
	c.over = over
	mode := knockingOut
	if over {
		mode = overprinting
	}
	c.op("/" + mode + " gs")
}

// text writes one line of glyphs.
func (c *content) text(t *page.Text) error {
	// Small type cut out of a colour shows a white edge where the plates do not
	// meet: black is printed over it.
	c.overprint(inks(t.Color) == [4]uint8{3: 100})
	c.setFill(t.Color)
	c.b = append(c.b, "BT "...)
	place := "Td\n"
	if t.Turned {
		c.b = append(c.b, "0 -1 1 0 "...)
		place = "Tm\n"
	}
	c.point(page.Point{X: t.X, Y: t.Y})
	c.b = append(c.b, place...)
	r := run{content: c}
	for rest := t.Line.Glyphs; len(rest) > 0; {
		n := cluster(rest)
		if err := r.cluster(rest[:n]); err != nil {
			return err
		}
		rest = rest[n:]
	}
	r.close()
	c.op("ET")
	return nil
}

// micro is how many units of a run make a Length.
const micro = 100000

// run writes glyphs inside BT … ET. It knows where the pen should be and where
// the widths and whole-number moves written so far have really brought it, so
// that rounding never adds up.
type run struct {
	*content
	inArray, inString bool
	want, at          int64 // in 1/micro of a Length
}

func (r *run) cluster(glyphs []typeset.Glyph) error {
	if len(glyphs) > 1 {
		if one, key, ok := merge(glyphs); ok {
			return r.glyph(&one, key)
		}
	}
	for i := range glyphs {
		if err := r.glyph(&glyphs[i], ""); err != nil {
			return err
		}
	}
	return nil
}

// glyph writes one glyph, or what merge made of several.
func (r *run) glyph(g *typeset.Glyph, merged string) error {
	font, index, err := r.fonts.glyph(g, merged)
	if err != nil {
		return err
	}
	if g.Size <= 0 {
		return nil // a glyph of no size marks nothing
	}
	r.use(font, g)
	unit := 100 * int64(r.size) * int64(r.scale) / 1000 // what "1" moves in an array
	if n := divide(r.want+int64(g.XOffset)*micro-r.at, unit); n != 0 {
		r.closeString()
		r.b = strconv.AppendInt(r.b, -n, 10)
		r.at += n * unit
	}
	if !r.inString {
		r.b = append(r.b, '<')
		r.inString = true
	}
	code := codeOf(index)
	r.b = append(r.b, hexDigits[code>>12], hexDigits[code>>8&15], hexDigits[code>>4&15], hexDigits[code&15])
	r.at += int64(font.widths[index]) * int64(r.size) * int64(r.scale) / 1000
	r.want += int64(g.Advance) * micro
	return nil
}

// use sets font, size, width and rise for a glyph and opens an array.
func (r *run) use(font *embedded, g *typeset.Glyph) {
	scale := int(g.Scale)
	if scale == 0 {
		scale = 1000
	}
	if font != r.font || page.Length(g.Size) != r.size {
		r.close()
		r.b = append(append(append(r.b, '/'), font.resource()...), ' ')
		r.number(int64(g.Size))
		r.op("Tf")
		r.font, r.size = font, page.Length(g.Size)
	}
	if scale != r.scale {
		r.close()
		r.number(int64(scale) * 100)
		r.op("Tz")
		r.scale = scale
	}
	if page.Length(g.YOffset) != r.rise {
		r.close()
		r.number(int64(g.YOffset))
		r.op("Ts")
		r.rise = page.Length(g.YOffset)
	}
	if !r.inArray {
		r.b = append(r.b, '[')
		r.inArray = true
	}
}

func (r *run) closeString() {
	if r.inString {
		r.b = append(r.b, '>')
		r.inString = false
	}
}

func (r *run) close() {
	r.closeString()
	if r.inArray {
		r.op("] TJ")
		r.inArray = false
	}
}

// divide gives a/b to the nearest whole number, halves away from zero.
func divide(a, b int64) int64 {
	if b == 0 {
		return 0
	}
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}

// path fills and strokes an outline.
func (c *content) path(p *page.Path) {
	if len(p.Segments) == 0 || p.Fill == nil && p.Stroke == nil {
		return
	}
	c.overprint(false)
	if p.Stroke != nil {
		c.op("q")
		c.op(c.color(*p.Stroke, true))
		c.number(int64(p.Width))
		c.op("w")
		c.dash(p.Dash)
	}
	if p.Fill != nil {
		if p.Stroke != nil {
			c.op(c.color(*p.Fill, false)) // undone by the Q below
		} else {
			c.setFill(*p.Fill)
		}
	}
	c.outline(p.Segments)
	paint := "f"
	switch {
	case p.Fill != nil && p.Stroke != nil:
		paint = "B"
	case p.Stroke != nil:
		paint = "S"
	}
	if p.EvenOdd && p.Fill != nil {
		paint += "*"
	}
	c.op(paint)
	if p.Stroke != nil {
		c.op("Q")
	}
}

func (c *content) dash(lengths []page.Length) {
	if len(lengths) == 0 {
		return
	}
	c.b = append(c.b, '[')
	for _, l := range lengths {
		c.number(int64(l))
	}
	c.op("] 0 d")
}

// outline writes the segments of a path.
func (c *content) outline(segments []page.Segment) {
	for i := 0; i < len(segments); i++ {
		if x, y, w, h, ok := rectangle(segments[i:]); ok {
			c.point(page.Point{X: x, Y: y})
			c.number(int64(w))
			c.number(int64(-h)) // downwards, which keeps the direction of the path
			c.op("re")
			i += 4
			continue
		}
		s := &segments[i]
		switch s.Op {
		case page.Move:
			c.point(s.P[0])
			c.op("m")
		case page.Line:
			c.point(s.P[0])
			c.op("l")
		case page.Cubic:
			c.point(s.P[0])
			c.point(s.P[1])
			c.point(s.P[2])
			c.op("c")
		case page.Close:
			c.op("h")
		}
	}
}

// rectangle says whether segments begin with what page.Rect makes.
func rectangle(s []page.Segment) (x, y, w, h page.Length, ok bool) {
	if len(s) < 5 || s[0].Op != page.Move || s[1].Op != page.Line || s[2].Op != page.Line ||
		s[3].Op != page.Line || s[4].Op != page.Close {
		return 0, 0, 0, 0, false
	}
	a, b, c, d := s[0].P[0], s[1].P[0], s[2].P[0], s[3].P[0]
	if a.Y != b.Y || b.X != c.X || c.Y != d.Y || d.X != a.X || c.X < a.X || c.Y < a.Y {
		return 0, 0, 0, 0, false
	}
	return a.X, a.Y, c.X - a.X, c.Y - a.Y, true
}
