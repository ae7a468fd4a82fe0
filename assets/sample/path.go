package sample

import "math"

// pt is a point of the drawing board, which is 600 wide and 800 high.
type pt struct{ x, y float64 }

func (a pt) to(b pt, t float64) pt { return pt{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t} }

// path is a set of closed outlines, flattened to straight pieces. Outlines
// that turn the same way unite where they overlap; one that turns the other
// way cuts a hole.
type path struct {
	rings [][]pt
	cur   []pt
}

// curveSteps is fine enough that no corner shows at 1,200 px.
const curveSteps = 18

func (p *path) move(x, y float64) *path {
	p.end()
	p.cur = append(p.cur, pt{x, y})
	return p
}

func (p *path) line(x, y float64) *path {
	p.cur = append(p.cur, pt{x, y})
	return p
}

func (p *path) cube(x1, y1, x2, y2, x, y float64) *path {
	a := p.cur[len(p.cur)-1]
	b, c, d := pt{x1, y1}, pt{x2, y2}, pt{x, y}
	for i := 1; i <= curveSteps; i++ {
		t := float64(i) / curveSteps
		ab, bc, cd := a.to(b, t), b.to(c, t), c.to(d, t)
		p.cur = append(p.cur, ab.to(bc, t).to(bc.to(cd, t), t))
	}
	return p
}

func (p *path) quad(x1, y1, x, y float64) *path {
	a := p.cur[len(p.cur)-1]
	return p.cube(a.x+(x1-a.x)*2/3, a.y+(y1-a.y)*2/3, x+(x1-x)*2/3, y+(y1-y)*2/3, x, y)
}

// spline goes on smoothly through the points given as x, y, x, y, …
func (p *path) spline(xy ...float64) *path {
	pts := append([]pt{p.cur[len(p.cur)-1]}, pairs(xy)...)
	for i := 0; i+1 < len(pts); i++ {
		before, after := pts[max(i-1, 0)], pts[min(i+2, len(pts)-1)]
		p.between(before, pts[i], pts[i+1], after)
	}
	return p
}

// between draws the Catmull–Rom piece from b to c.
func (p *path) between(a, b, c, d pt) {
	p.cube(b.x+(c.x-a.x)/6, b.y+(c.y-a.y)/6, c.x-(d.x-b.x)/6, c.y-(d.y-b.y)/6, c.x, c.y)
}

// blob adds a smooth closed outline through the points.
func (p *path) blob(xy ...float64) *path {
	pts := pairs(xy)
	n := len(pts)
	p.move(pts[0].x, pts[0].y)
	for i := range pts {
		p.between(pts[(i+n-1)%n], pts[i], pts[(i+1)%n], pts[(i+2)%n])
	}
	p.end()
	return p
}

func (p *path) ellipse(x, y, rx, ry float64) *path {
	const k = 0.5523
	p.move(x+rx, y)
	p.cube(x+rx, y+k*ry, x+k*rx, y+ry, x, y+ry)
	p.cube(x-k*rx, y+ry, x-rx, y+k*ry, x-rx, y)
	p.cube(x-rx, y-k*ry, x-k*rx, y-ry, x, y-ry)
	p.cube(x+k*rx, y-ry, x+rx, y-k*ry, x+rx, y)
	p.end()
	return p
}

func (p *path) roundRect(x, y, w, h, r float64) *path {
	p.move(x+r, y).line(x+w-r, y).quad(x+w, y, x+w, y+r)
	p.line(x+w, y+h-r).quad(x+w, y+h, x+w-r, y+h)
	p.line(x+r, y+h).quad(x, y+h, x, y+h-r).line(x, y+r).quad(x, y, x+r, y)
	p.end()
	return p
}

// stroke adds a line of the given width with round ends along the points of
// line; taper makes its ends thinner, 0 none to 1 pointed.
func (p *path) stroke(line []pt, width, taper float64) *path {
	n := len(line)
	at := func(i int) float64 {
		t := math.Abs(2*float64(i)/float64(max(n-1, 1)) - 1)
		return width / 2 * (1 - taper*t*t)
	}
	for i := 0; i+1 < n; i++ {
		a, b := line[i], line[i+1]
		l := math.Hypot(b.x-a.x, b.y-a.y)
		if l == 0 {
			continue
		}
		nx, ny := -(b.y-a.y)/l, (b.x-a.x)/l
		ra, rb := at(i), at(i+1)
		p.move(a.x+nx*ra, a.y+ny*ra).line(b.x+nx*rb, b.y+ny*rb).line(b.x-nx*rb, b.y-ny*rb).line(a.x-nx*ra, a.y-ny*ra)
		p.end()
	}
	for i, a := range line {
		if r := at(i); r > 0 {
			p.disc(a.x, a.y, r)
		}
	}
	return p
}

// disc is a small circle of few pieces, for the joints of a stroke.
func (p *path) disc(x, y, r float64) {
	p.end()
	const n = 14
	for i := range n {
		s, c := math.Sincos(2 * math.Pi * float64(i) / n)
		p.cur = append(p.cur, pt{x + r*c, y + r*s})
	}
	p.end()
}

// hole turns the last outline round, so that it cuts.
func (p *path) hole() *path {
	p.end()
	last := p.rings[len(p.rings)-1]
	for i, j := 0, len(last)-1; i < j; i, j = i+1, j-1 {
		last[i], last[j] = last[j], last[i]
	}
	return p
}

// end closes the outline begun and lets it turn clockwise.
func (p *path) end() {
	if len(p.cur) > 2 {
		area := 0.0
		for i, a := range p.cur {
			b := p.cur[(i+1)%len(p.cur)]
			area += a.x*b.y - b.x*a.y
		}
		if area < 0 {
			for i, j := 0, len(p.cur)-1; i < j; i, j = i+1, j-1 {
				p.cur[i], p.cur[j] = p.cur[j], p.cur[i]
			}
		}
		p.rings = append(p.rings, p.cur)
	}
	p.cur = nil
}

// mirrored adds the mirror image of everything about the middle of the board.
func (p *path) mirrored() *path {
	p.end()
	for _, ring := range p.rings[:len(p.rings):len(p.rings)] {
		for i := len(ring) - 1; i >= 0; i-- {
			p.cur = append(p.cur, pt{600 - ring[i].x, ring[i].y})
		}
		p.rings = append(p.rings, p.cur)
		p.cur = nil
	}
	return p
}

// curve gives the points of a smooth open line, for stroke.
func curve(xy ...float64) []pt {
	var p path
	p.cur = append(p.cur, pt{xy[0], xy[1]})
	p.spline(xy[2:]...)
	out := p.cur[:0:0]
	for i, a := range p.cur {
		if i%3 == 0 || i == len(p.cur)-1 {
			out = append(out, a)
		}
	}
	return out
}

func pairs(xy []float64) []pt {
	out := make([]pt, 0, len(xy)/2)
	for i := 0; i+1 < len(xy); i += 2 {
		out = append(out, pt{xy[i], xy[i+1]})
	}
	return out
}

// reversed turns an outline round.
func reversed(ring []pt) []pt {
	out := make([]pt, len(ring))
	for i, a := range ring {
		out[len(ring)-1-i] = a
	}
	return out
}
