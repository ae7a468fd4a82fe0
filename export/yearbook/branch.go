package yearbook

import (
	"math"

	"laurel/export/page"
	"laurel/export/typeset"
)

// leaf gives the outline of half a laurel leaf, from its foot to its tip, as
// long as length and turned by angle (radians, 0 points right, clockwise).
// side is 1 or -1: the two halves catch the light differently.
func leaf(x, y, length, angle, breadth float64, side float64) []page.Segment {
	at := func(along, across float64) page.Point {
		px := x + along*length*math.Cos(angle) - side*across*length*math.Sin(angle)
		py := y + along*length*math.Sin(angle) + side*across*length*math.Cos(angle)
		return page.Point{X: typeset.Points(px), Y: typeset.Points(py)}
	}
	return []page.Segment{
		{Op: page.Move, P: [3]page.Point{at(0, 0)}},
		{Op: page.Cubic, P: [3]page.Point{at(0.22, breadth), at(0.68, breadth), at(1, 0)}},
		{Op: page.Cubic, P: [3]page.Point{at(0.66, breadth*0.1), at(0.33, breadth*0.1), at(0, 0)}},
		{Op: page.Close},
	}
}

// blend mixes a colour into a ground: 0 is the ground, 1 the colour.
func blend(ground, c page.Color, share float64) page.Color {
	mix := func(a, b uint8) uint8 {
		return uint8(math.Round(float64(a) + (float64(b)-float64(a))*share))
	}
	return page.Color{
		R: mix(ground.R, c.R), G: mix(ground.G, c.G), B: mix(ground.B, c.B),
		C: mix(ground.C, c.C), M: mix(ground.M, c.M), Y: mix(ground.Y, c.Y), K: mix(ground.K, c.K),
	}
}

// branch draws a laurel branch rising from the foot of a flooded page; the two
// halves of its leaves are the colour mixed lightly and a little more into the
// ground. With reach below 1 the branch ends lower.
func branch(s *sheet, color page.Color, light, dark, reach float64) {
	ground := s.c.theme.Tint
	if len(s.page.Marks) > 0 {
		for _, m := range s.page.Marks {
			if p, ok := m.(*page.Path); ok && p.Fill != nil {
				ground = *p.Fill
			}
		}
	}
	first, second := blend(ground, color, light), blend(ground, color, dark)
	w, h := s.c.grid.trim.W.Pt(), s.c.grid.trim.H.Pt()
	// The stem is an arc of an ellipse from the foot towards the head.
	stem := func(t float64) (x, y, angle float64) {
		a := 0.62*math.Pi - t*reach*1.05*math.Pi
		cx, cy, rx, ry := w*0.46, h*0.66, w*0.42, h*0.5
		x, y = cx+rx*math.Cos(a), cy+ry*math.Sin(a)
		dx, dy := rx*math.Sin(a), -ry*math.Cos(a)
		return x, y, math.Atan2(dy, dx)
	}
	var line []page.Segment
	const steps = 48
	for i := 0; i <= steps; i++ {
		x, y, _ := stem(float64(i) / steps)
		op := page.Line
		if i == 0 {
			op = page.Move
		}
		line = append(line, page.Segment{Op: op, P: [3]page.Point{{X: typeset.Points(x), Y: typeset.Points(y)}}})
	}
	s.add(&page.Path{Segments: line, Stroke: &second, Width: typeset.Points(1.1)})
	pairs := int(15*reach + 0.5)
	for i := range pairs {
		t := (float64(i) + 0.35) / float64(pairs)
		x, y, angle := stem(t)
		length := w * (0.225 - 0.085*t)
		for _, turn := range []float64{-1, 1} {
			drawLeaf(s, x, y, length, angle+turn*(0.62-0.2*t), first, second)
			x, y, angle = stem(t + 0.4/float64(pairs))
		}
	}
	x, y, angle := stem(1)
	drawLeaf(s, x, y, w*0.12, angle, first, second)
}

func drawLeaf(s *sheet, x, y, length, angle float64, first, second page.Color) {
	const breadth = 0.2
	s.add(&page.Path{Segments: leaf(x, y, length, angle, breadth, 1), Fill: &first})
	s.add(&page.Path{Segments: leaf(x, y, length, angle, breadth, -1), Fill: &second})
}

// wreath draws the small laurel wreath of the title page about a centre.
func wreath(s *sheet, cx, cy, radius typeset.Length, color page.Color) {
	light := blend(page.Color{R: 255, G: 255, B: 255}, color, 0.7)
	x0, y0, r := cx.Pt(), cy.Pt(), radius.Pt()
	for _, side := range []float64{-1, 1} {
		for i := range 8 {
			a := math.Pi/2 + side*(0.16+float64(i)*0.31)
			x, y := x0+r*math.Cos(a), y0+r*math.Sin(a)
			along := a + side*math.Pi/2
			length := r * (0.46 - 0.022*float64(i))
			drawLeaf(s, x, y, length, along-side*0.5, color, light)
			if i > 0 {
				drawLeaf(s, x, y, length*0.8, along+side*0.55, light, color)
			}
		}
	}
}
