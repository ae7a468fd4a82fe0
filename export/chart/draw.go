package chart

import (
	"math"
	"strconv"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// drawing is a chart being drawn.
type drawing struct {
	t *Theme
	c *Chart
}

func begin(t *Theme, w Length) *drawing { return &drawing{t: t, c: &Chart{W: w}} }

// end closes the drawing: its description comes before its marks.
func (d *drawing) end(h Length, alt []string) *Chart {
	d.c.H, d.c.Alt = h, strings.Join(alt, " ")
	frame := &page.Path{Segments: page.Rect(0, 0, d.c.W, h), Alt: d.c.Alt}
	d.c.Marks = append([]page.Mark{frame}, d.c.Marks...)
	return d.c
}

func (t *Theme) say(text string, args ...any) string {
	m := model.Say(text, args...)
	if t.Say == nil {
		return m.String()
	}
	return t.Say(m)
}

func (t *Theme) width(ty Type, text string) Length {
	return t.Library.Measure(typeset.Span{Text: text, Style: ty.Style})
}

// cap is the height of capitals and figures.
func (t *Theme) cap(ty Type) Length {
	if f := ty.Style.Face; f != nil {
		return f.Scale(f.CapHeight(), ty.Style.Size)
	}
	return ty.Style.Size * 2 / 3
}

// least is how small a line may be set, in thousandths, before it is cut.
const least = 880

// fit sets a text no wider than w: a little smaller, and at last cut with an
// ellipsis.
func (t *Theme) fit(ty Type, text string, w Length) typeset.Line {
	text = strings.Join(strings.Fields(text), " ")
	line, _, ok := t.Library.FitLine(w, least, typeset.Span{Text: text, Style: ty.Style})
	if ok {
		return line
	}
	small := ty.Style
	small.Size = small.Size * least / 1000
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if t.Library.Measure(typeset.Span{Text: cut(runes, middle), Style: small}) <= w {
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == 0 {
		return typeset.Line{}
	}
	line, _ = t.Library.SetLine(typeset.Span{Text: cut(runes, low), Style: small})
	return line
}

func cut(runes []rune, n int) string {
	return strings.TrimRight(string(runes[:n]), " ,;:–-.") + "…"
}

// put places a set line.
func (d *drawing) put(line typeset.Line, x, y Length, color page.Color, from page.Source) Length {
	if len(line.Glyphs) > 0 {
		d.c.Marks = append(d.c.Marks, &page.Text{X: x, Y: y, Line: line, Color: color, Source: from})
	}
	return line.Width
}

// text sets a text from x on the baseline y, no wider than w.
func (d *drawing) text(x, y, w Length, ty Type, text string, from page.Source) Length {
	return d.put(d.t.fit(ty, text, w), x, y, ty.Color, from)
}

// right sets a text that ends at x.
func (d *drawing) right(x, y Length, ty Type, text string, from page.Source) Length {
	line, _ := d.t.Library.SetLine(typeset.Span{Text: text, Style: ty.Style})
	return d.put(line, x-line.Width, y, ty.Color, from)
}

// centre sets a text about x, within the chart.
func (d *drawing) centre(x, y Length, ty Type, text string, from page.Source) {
	line, _ := d.t.Library.SetLine(typeset.Span{Text: text, Style: ty.Style})
	d.put(line, max(0, min(x-line.Width/2, d.c.W-line.Width)), y, ty.Color, from)
}

func (d *drawing) fill(segments []page.Segment, color page.Color, from page.Source) {
	d.c.Marks = append(d.c.Marks, &page.Path{Segments: segments, Fill: &color, Source: from})
}

func (d *drawing) rect(x, y, w, h Length, color page.Color, from page.Source) {
	if w > 0 && h > 0 {
		d.fill(page.Rect(x, y, w, h), color, from)
	}
}

func (d *drawing) stroke(segments []page.Segment, color page.Color, width Length, from page.Source) {
	d.c.Marks = append(d.c.Marks, &page.Path{Segments: segments, Stroke: &color, Width: width, Source: from})
}

func (d *drawing) rule(x1, y1, x2, y2 Length, color page.Color) {
	d.stroke(page.HairLine(x1, y1, x2, y2), color, d.t.Thin, page.Source{})
}

func (d *drawing) spot(s Spot) { d.c.Spots = append(d.c.Spots, s) }

func (d *drawing) row(cells ...string) { d.c.Table = append(d.c.Table, cells) }

// on gives a type in another colour.
func (ty Type) on(c page.Color) Type {
	ty.Color = c
	return ty
}

// aside gives a type in grey where it is of the rest.
func (ty Type) aside(rest bool, t *Theme) Type {
	if rest {
		ty.Color = t.Grey
	}
	return ty
}

// blend mixes a colour into a ground: 0 is the ground, 1 the colour.
func blend(ground, c page.Color, share float64) page.Color {
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*share)) }
	return page.Color{
		R: mix(ground.R, c.R), G: mix(ground.G, c.G), B: mix(ground.B, c.B),
		C: mix(ground.C, c.C), M: mix(ground.M, c.M), Y: mix(ground.Y, c.Y), K: mix(ground.K, c.K),
	}
}

// readable chooses the one of two colours that stands out more from a ground.
func readable(ground, a, b page.Color) page.Color {
	if math.Abs(luminance(ground)-luminance(a)) >= math.Abs(luminance(ground)-luminance(b)) {
		return a
	}
	return b
}

// luminance is lightness as the eye takes it, 0 to 1.
func luminance(c page.Color) float64 {
	y := 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
	return math.Cbrt(y)
}

func linear(v uint8) float64 {
	f := float64(v) / 255
	if f <= 0.04045 {
		return f / 12.92
	}
	return math.Pow((f+0.055)/1.055, 2.4)
}

// step gives round numbers for an axis that reaches most: about four steps.
func step(most int) int {
	if most <= 4 {
		return 1
	}
	for unit := 1; ; unit *= 10 {
		for _, n := range []int{1, 2, 5} {
			if n*unit*4 >= most {
				return n * unit
			}
		}
	}
}

// shownYears says which of the years have room for their label when they stand
// pitch apart; the newest always has.
func (t *Theme) shownYears(years []int, pitch Length) []bool {
	need := Length(0)
	for _, y := range years {
		need = max(need, t.width(t.Strong, itoa(y)))
	}
	every := max(1, int((need+need/3+pitch-1)/max(1, pitch)))
	shown := make([]bool, len(years))
	for i := range years {
		shown[i] = (len(years)-1-i)%every == 0
	}
	return shown
}

func itoa(n int) string { return strconv.Itoa(n) }
