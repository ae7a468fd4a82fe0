package yearbook

import (
	"math"

	"laurel/export/page"
	"laurel/export/typeset"
)

// place is a place on a page in thousandths of its width and height.
type place struct{ x, y float64 }

// stem is the stem of the laurel branch, from below the foot of the page upwards.
var stem = []place{
	{630, 1050}, {688, 1000}, {757, 948}, {813, 893}, {846, 828}, {866, 755}, {880, 649}, {865, 536}, {834, 463}, {783, 381}, {716, 317}, {637, 261},
}

// leaves stand on the stem: where each begins and where it ends.
var leaves = [][2]place{
	{{655, 1047}, {644, 899}},
	{{711, 981}, {688, 828}},
	{{774, 919}, {726, 765}},
	{{827, 851}, {760, 714}},
	{{858, 777}, {778, 659}},
	{{877, 699}, {773, 588}},
	{{878, 621}, {763, 528}},
	{{865, 539}, {743, 471}},
	{{834, 466}, {702, 419}},
	{{793, 397}, {658, 365}},
	{{730, 331}, {594, 312}},
	{{658, 278}, {538, 272}},
	{{622, 253}, {523, 187}},
	{{706, 1045}, {831, 1010}},
	{{730, 966}, {935, 920}},
	{{790, 903}, {994, 816}},
	{{835, 832}, {1008, 726}},
	{{866, 756}, {1008, 644}},
	{{880, 678}, {985, 540}},
	{{877, 599}, {951, 468}},
	{{860, 520}, {905, 374}},
	{{827, 445}, {832, 309}},
	{{776, 377}, {757, 246}},
	{{713, 316}, {658, 202}},
	{{638, 262}, {569, 163}},
}

// leaf gives the outline of half a laurel leaf, from its foot to its tip. side
// is 1 or -1: the two halves catch the light differently.
func leaf(foot, tip page.Point, breadth, side float64) []page.Segment {
	dx, dy := (tip.X - foot.X).Pt(), (tip.Y - foot.Y).Pt()
	at := func(along, across float64) page.Point {
		return page.Point{
			X: foot.X + typeset.Points(along*dx-side*across*dy),
			Y: foot.Y + typeset.Points(along*dy+side*across*dx),
		}
	}
	return []page.Segment{
		{Op: page.Move, P: [3]page.Point{at(0, 0)}},
		{Op: page.Cubic, P: [3]page.Point{at(0.24, breadth), at(0.66, breadth), at(1, 0)}},
		{Op: page.Cubic, P: [3]page.Point{at(0.66, 0), at(0.33, 0), at(0, 0)}},
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

// foldFrom is from where on, in thousandths of a left-hand page, the branch is
// drawn narrower: its leaves end before the fold, which would cut their tips.
const foldFrom = 700

// branch draws the laurel branch at the right of a page on a ground of that
// colour; the two halves of its leaves are the colour mixed into the ground, the
// one in the light a little more.
//
// Themes that are not the laurel's have bars or a frame in its place.
func branch(s *sheet, ground, color page.Color, shade, light float64) {
	first, second := blend(ground, color, shade), blend(ground, color, light)
	switch s.c.theme.Ornament {
	case OrnamentBars:
		s.bars(ground, first, second)
		return
	case OrnamentFrame:
		s.frame(second)
		return
	}
	w, h := s.c.grid.trim.W, s.c.grid.trim.H
	at := func(p place) page.Point {
		if s.verso {
			p.x = min(p.x, foldFrom+(p.x-foldFrom)*0.88)
		}
		return page.Point{X: typeset.Length(p.x * float64(w) / 1000), Y: typeset.Length(p.y * float64(h) / 1000)}
	}
	line := make([]page.Point, len(stem))
	for i, p := range stem {
		line[i] = at(p)
	}
	s.add(&page.Path{Segments: smooth(line), Stroke: &second, Width: w / 420})
	for _, l := range leaves {
		drawLeaf(s, at(l[0]), at(l[1]), 0.185, first, second)
	}
}

// smooth gives a curve through points (Catmull–Rom).
func smooth(p []page.Point) []page.Segment {
	out := []page.Segment{{Op: page.Move, P: [3]page.Point{p[0]}}}
	for i := 0; i+1 < len(p); i++ {
		before, after := p[max(0, i-1)], p[min(len(p)-1, i+2)]
		out = append(out, page.Segment{Op: page.Cubic, P: [3]page.Point{
			{X: p[i].X + (p[i+1].X-before.X)/6, Y: p[i].Y + (p[i+1].Y-before.Y)/6},
			{X: p[i+1].X - (after.X-p[i].X)/6, Y: p[i+1].Y - (after.Y-p[i].Y)/6},
			p[i+1],
		}})
	}
	return out
}

func drawLeaf(s *sheet, foot, tip page.Point, breadth float64, first, second page.Color) {
	s.add(&page.Path{Segments: leaf(foot, tip, breadth, 1), Fill: &second})
	s.add(&page.Path{Segments: leaf(foot, tip, breadth, -1), Fill: &first})
}

// wreath draws the small laurel wreath of the title page about a centre.
func wreath(s *sheet, cx, cy, radius typeset.Length, color page.Color) {
	light := blend(page.Color{R: 255, G: 255, B: 255}, color, 0.7)
	x0, y0, r := cx.Pt(), cy.Pt(), radius.Pt()
	grow := func(x, y, length, angle float64) (foot, tip page.Point) {
		return page.Point{X: typeset.Points(x), Y: typeset.Points(y)},
			page.Point{X: typeset.Points(x + length*math.Cos(angle)), Y: typeset.Points(y + length*math.Sin(angle))}
	}
	for _, side := range []float64{-1, 1} {
		for i := range 8 {
			a := math.Pi/2 - side*(0.16+float64(i)*0.31)
			x, y := x0+r*math.Cos(a), y0+r*math.Sin(a)
			along := a - side*math.Pi/2
			length := r * (0.46 - 0.022*float64(i))
			foot, tip := grow(x, y, length, along+side*0.5)
			drawLeaf(s, foot, tip, 0.2, color, light)
			if i > 0 {
				foot, tip = grow(x, y, length*0.8, along-side*0.55)
				drawLeaf(s, foot, tip, 0.2, light, color)
			}
		}
	}
}
