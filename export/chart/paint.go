package chart

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/vector"

	"laurel/export/page"
)

// Paint draws the chart with scale pixels to the point onto a picture whose
// top left corner is the chart's. Edges that lie level or upright fall on whole
// pixels, so that bars and rules are sharp.
func (c *Chart) Paint(dst draw.Image, scale float64) {
	b := &brush{dst: dst, scale: scale}
	for _, m := range c.Marks {
		switch m := m.(type) {
		case *page.Text:
			b.fill(m.Outline(), m.Color, false)
		case *page.Path:
			sharp := straight(m.Segments)
			if m.Fill != nil {
				b.fill(m.Segments, *m.Fill, sharp)
			}
			if m.Stroke != nil {
				b.stroke(m.Segments, *m.Stroke, float64(m.Width)/1000*scale, sharp)
			}
		}
	}
}

// Picture is the chart as a picture on a ground, with a margin in points.
func (c *Chart) Picture(scale float64, ground page.Color, margin Length) *image.NRGBA {
	px := func(l Length) int { return int(math.Ceil(l.Pt() * scale)) }
	m := px(margin)
	img := image.NewNRGBA(image.Rect(0, 0, px(c.W)+2*m, px(c.H)+2*m))
	draw.Draw(img, img.Bounds(), image.NewUniform(solid(ground)), image.Point{}, draw.Src)
	moved := &Chart{Marks: c.At(Length(float64(m)*1000/scale), Length(float64(m)*1000/scale))}
	moved.Paint(img, scale)
	return img
}

// WritePNG writes the chart as a picture with scale pixels to the point.
func (c *Chart) WritePNG(w io.Writer, scale float64, ground page.Color, margin Length) error {
	return png.Encode(w, c.Picture(scale, ground, margin))
}

func solid(c page.Color) color.NRGBA { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: 255} }

// straight says whether an outline has level and upright lines only.
func straight(segments []page.Segment) bool {
	var pen page.Point
	for _, s := range segments {
		switch s.Op {
		case page.Cubic:
			return false
		case page.Line:
			if s.P[0].X != pen.X && s.P[0].Y != pen.Y {
				return false
			}
		}
		if s.Op != page.Close {
			pen = s.P[0]
		}
	}
	return true
}

// brush fills outlines with a colour.
type brush struct {
	dst   draw.Image
	scale float64
	area  vector.Rasterizer
}

// pixel is a place in pixels.
type pixel struct{ x, y float64 }

func (b *brush) at(p page.Point, sharp bool) pixel {
	q := pixel{float64(p.X) / 1000 * b.scale, float64(p.Y) / 1000 * b.scale}
	if sharp {
		q.x, q.y = math.Round(q.x), math.Round(q.y)
	}
	return q
}

// flat gives an outline as runs of straight lines.
func (b *brush) flat(segments []page.Segment, sharp bool) (runs [][]pixel, closed []bool) {
	for _, s := range segments {
		n := len(runs) - 1
		switch s.Op {
		case page.Move:
			runs, closed = append(runs, []pixel{b.at(s.P[0], sharp)}), append(closed, false)
		case page.Line:
			runs[n] = append(runs[n], b.at(s.P[0], sharp))
		case page.Cubic:
			runs[n] = bend(runs[n], b.at(s.P[0], false), b.at(s.P[1], false), b.at(s.P[2], false))
		case page.Close:
			closed[n] = true
		}
	}
	return runs, closed
}

// bend adds a cubic curve in steps that no eye can see.
func bend(run []pixel, c1, c2, to pixel) []pixel {
	from := run[len(run)-1]
	length := math.Hypot(c1.x-from.x, c1.y-from.y) + math.Hypot(c2.x-c1.x, c2.y-c1.y) + math.Hypot(to.x-c2.x, to.y-c2.y)
	steps := int(math.Ceil(2 + math.Sqrt(length)*1.5))
	for i := 1; i <= steps; i++ {
		t := float64(i) / float64(steps)
		u := 1 - t
		run = append(run, pixel{
			u*u*u*from.x + 3*u*u*t*c1.x + 3*u*t*t*c2.x + t*t*t*to.x,
			u*u*u*from.y + 3*u*u*t*c1.y + 3*u*t*t*c2.y + t*t*t*to.y,
		})
	}
	return run
}

func (b *brush) fill(segments []page.Segment, c page.Color, sharp bool) {
	runs, _ := b.flat(segments, sharp)
	if sharp {
		for _, run := range runs {
			widen(run)
		}
	}
	b.paint(runs, c)
}

// widen gives a rectangle that rounding made to nothing the width of a pixel.
func widen(run []pixel) {
	if len(run) != 4 {
		return
	}
	if run[0].x == run[2].x {
		run[1].x, run[2].x = run[0].x+1, run[0].x+1
	}
	if run[0].y == run[2].y {
		run[2].y, run[3].y = run[0].y+1, run[0].y+1
	}
}

// stroke fills what a pen of a width covers.
func (b *brush) stroke(segments []page.Segment, c page.Color, width float64, sharp bool) {
	if sharp {
		width = max(1, math.Round(width))
	}
	runs, closed := b.flat(segments, sharp)
	var areas [][]pixel
	for i, run := range runs {
		if sharp && int(width)%2 == 1 { // between two pixels it would be a blur
			for j := range run {
				run[j].x, run[j].y = run[j].x+0.5, run[j].y+0.5
			}
		}
		if !sharp {
			areas = append(areas, band(run, closed[i], width/2)...)
			continue
		}
		if closed[i] {
			run = append(run, run[0])
		}
		for j := 1; j < len(run); j++ {
			areas = append(areas, bar4(run[j-1], run[j], width/2, closed[i]))
		}
	}
	b.paint(areas, c)
}

// bar4 gives the rectangle of a level or upright line; square ends, which make
// the corners of a frame, reach as far as the pen is wide.
func bar4(from, to pixel, r float64, square bool) []pixel {
	length := math.Hypot(to.x-from.x, to.y-from.y)
	if length == 0 {
		return nil
	}
	dx, dy := (to.x-from.x)/length*r, (to.y-from.y)/length*r
	if square {
		from, to = pixel{from.x - dx, from.y - dy}, pixel{to.x + dx, to.y + dy}
	}
	return []pixel{{from.x - dy, from.y + dx}, {from.x + dy, from.y - dx}, {to.x + dy, to.y - dx}, {to.x - dy, to.y + dx}}
}

// band gives the outline of what a round pen covers along a smooth run, as one
// area: areas that lap over each other would add up at their soft edges. A
// closed run has an outer and an inner edge.
func band(run []pixel, closed bool, r float64) [][]pixel {
	run = apart(run, closed)
	n := len(run)
	if n < 2 {
		return nil
	}
	left, right := make([]pixel, n), make([]pixel, n)
	for i, p := range run {
		before, after := run[max(0, i-1)], run[min(n-1, i+1)]
		if closed {
			before, after = run[(i+n-1)%n], run[(i+1)%n]
		}
		length := math.Hypot(after.x-before.x, after.y-before.y)
		if length == 0 {
			length = 1
		}
		dx, dy := (after.x-before.x)/length*r, (after.y-before.y)/length*r
		left[i], right[n-1-i] = pixel{p.x - dy, p.y + dx}, pixel{p.x + dy, p.y - dx}
	}
	if closed {
		return [][]pixel{left, right}
	}
	return [][]pixel{append(left, right...)}
}

// apart leaves out places that fall on the one before.
func apart(run []pixel, closed bool) []pixel {
	out := run[:0:0]
	for _, p := range run {
		if len(out) == 0 || math.Hypot(p.x-out[len(out)-1].x, p.y-out[len(out)-1].y) > 1e-6 {
			out = append(out, p)
		}
	}
	if closed && len(out) > 1 && math.Hypot(out[0].x-out[len(out)-1].x, out[0].y-out[len(out)-1].y) <= 1e-6 {
		out = out[:len(out)-1]
	}
	return out
}

// paint fills areas together, in the smallest part of the picture that holds them.
func (b *brush) paint(areas [][]pixel, c page.Color) {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, area := range areas {
		for _, p := range area {
			left, top, right, bottom = min(left, p.x), min(top, p.y), max(right, p.x), max(bottom, p.y)
		}
	}
	if !(left < right) && !(top < bottom) {
		return
	}
	origin := b.dst.Bounds().Min
	box := image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right)), int(math.Ceil(bottom))).Add(origin).Intersect(b.dst.Bounds())
	if box.Empty() {
		return
	}
	b.area.Reset(box.Dx(), box.Dy())
	dx, dy := float64(box.Min.X-origin.X), float64(box.Min.Y-origin.Y)
	for _, area := range areas {
		for i, p := range area {
			x, y := float32(p.x-dx), float32(p.y-dy)
			if i == 0 {
				b.area.MoveTo(x, y)
			} else {
				b.area.LineTo(x, y)
			}
		}
		b.area.ClosePath()
	}
	b.area.Draw(b.dst, box, image.NewUniform(solid(c)), image.Point{})
}
