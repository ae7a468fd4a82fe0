package sample

// drawJacket opens the coat on what is worn below it.
func (s *sitter) drawJacket(c *canvas, body *path, dark, light colour) {
	n := s.neck
	open := new(path).move(300-n-1, 562).line(300+n+1, 562)
	open.cube(300+n+14, 640, 300+24, 740, 300+2, 800).line(300-2, 800)
	open.cube(300-24, 740, 300-n-14, 640, 300-n-1, 562)
	open.end()
	switch s.Wear {
	case "suit":
		s.drawShirtFront(c, open)
	case "blazer":
		under := rgb(0xeae4d8)
		if s.Skin < 2 && s.Seed%2 == 0 {
			under = lighter(s.robe, 0.55)
		}
		c.fill(open, under)
		c.within(open, new(path).move(330, 560).line(460, 560).line(460, 820).line(318, 820), darker(under, 0.2), 0.6)
		s.opening(c, s.scoop(2, 640), darker(under, 0.25))
	default:
		under := mix(s.robe, rgb(0xf2efe8), 0.78)
		if s.Seed%3 == 0 {
			under = rgb(0x34373c)
		}
		c.fill(open, under)
		c.within(open, s.scoop(9, 626), lighter(under, 0.15), 1)
		c.within(open, new(path).move(330, 560).line(460, 560).line(460, 820).line(318, 820), darker(under, 0.25), 0.45)
		s.opening(c, s.scoop(0, 612), darker(under, 0.3))
	}
	for _, side := range []float64{-1, 1} {
		tone := light
		if side > 0 {
			tone = mix(s.robe, dark, 0.25)
		}
		lapel := new(path).move(300+side*(n-1), 558).spline(300+side*(n+26), 596, 300+side*(n+46), 622)
		lapel.line(300+side*(n+30), 664).line(300+side*(n+54), 662)
		lapel.spline(300+side*(n+22), 740, 300+side*6, 806).line(300-side*2, 806)
		lapel.cube(300+side*22, 740, 300+side*(n+2), 660, 300+side*(n-1), 558)
		c.within(body, shifted(lapel, side*5, 6), dark, 0.55)
		c.fill(lapel, tone)
		c.fillAlpha(new(path).stroke([]pt{{300 + side*(n+30), 664}, {300 + side*(n+8), 648}}, 3, 0), dark, 0.9)
	}
}

// drawShirtFront is a light shirt, with a tie for half of those who wear one.
func (s *sitter) drawShirtFront(c *canvas, open *path) {
	n := s.neck
	shirt, shade := rgb(0xeff0ee), rgb(0xc9cdd0)
	if s.Seed%3 == 0 {
		shirt, shade = rgb(0xdfe7ee), rgb(0xb4c1cd)
	}
	c.fill(open, shirt)
	c.within(open, new(path).move(326, 560).line(460, 560).line(460, 820).line(312, 820), shade, 0.7)
	if s.broad() && s.Seed%2 == 0 {
		tie := []colour{rgb(0x6b3340), rgb(0x2d5141), rgb(0x33465e), rgb(0x8a5a2c)}[s.Seed/2%4]
		s.skinWithin(c, s.vee(-14, 616))
		c.fill(new(path).move(288, 628).line(312, 628).line(326, 820).line(274, 820), tie)
		knot := new(path).move(280, 600).line(320, 600).line(311, 632).line(289, 632)
		c.fill(knot, lighter(tie, 0.08))
		c.fillAlpha(new(path).move(302, 600).line(320, 600).line(311, 632).line(300, 632), darker(tie, 0.3), 0.5)
	} else {
		s.skinWithin(c, s.vee(-8, 652))
		c.fillAlpha(new(path).stroke([]pt{{300, 652}, {300, 800}}, 2.6, 0), shade, 1)
	}
	for _, side := range []float64{-1, 1} {
		wing := new(path).move(300+side*(n-3), 540).spline(300+side*(n+7), 562, 300+side*(n+10), 590)
		wing.line(300+side*34, 650).line(300+side*5, 612).spline(300+side*(n-26), 592, 300+side*(n-3), 540)
		c.fill(wing, mix(shirt, shade, 0.25+0.25*side))
		c.fillAlpha(new(path).stroke([]pt{{300 + side*(n+10), 590}, {300 + side*34, 650}, {300 + side*5, 612}}, 2.4, 0), shade, 1)
	}
}

// drawCollar lays two collar wings about the neck.
func (s *sitter) drawCollar(c *canvas, tone, seam colour) {
	n := s.neck
	for _, side := range []float64{-1, 1} {
		wing := new(path).move(300+side*(n-2), 542).spline(300+side*(n+12), 566, 300+side*(n+20), 600)
		wing.line(300+side*44, 668).line(300+side*4, 640).spline(300+side*(n-14), 604, 300+side*(n-2), 542)
		c.fill(wing, mix(tone, seam, 0.15+0.15*side))
		c.fillAlpha(new(path).stroke([]pt{{300 + side*(n+20), 600}, {300 + side*44, 668}, {300 + side*4, 640}}, 3, 0), seam, 0.9)
	}
}

func (s *sitter) drawButtons(c *canvas, seam colour, y float64) {
	c.fillAlpha(new(path).stroke([]pt{{300, 668}, {300, 812}}, 3, 0), seam, 0.7)
	for ; y < 800; y += 46 {
		c.fill(new(path).ellipse(300, y, 4.4, 4.4), seam)
	}
}

// drawLapels are the soft wings of a blouse.
func (s *sitter) drawLapels(c *canvas, light, dark colour) {
	n := s.neck
	for _, side := range []float64{-1, 1} {
		p := new(path).move(300+side*(n+1), 560).spline(300+side*(n+24), 606, 300+side*(n+34), 646)
		p.spline(300+side*46, 700, 300+side*4, 738).line(300, 692)
		p.spline(300+side*26, 650, 300+side*(n+1), 560)
		c.fillAlpha(shifted(p, side*4, 5), dark, 0.5)
		c.fill(p, mix(light, dark, 0.12+0.12*side))
	}
	c.fillAlpha(new(path).stroke(curve(300, 736, 304, 770, 301, 812), 3.4, 0), dark, 0.8)
}

// drawShawl is a scarf laid round the shoulders, of another colour than the dress.
func (s *sitter) drawShawl(c *canvas) {
	tone := mix(s.robe, rgb(0xe8d9bd), 0.62)
	if s.Seed%2 == 0 {
		tone = mix(darker(s.robe, 0.45), rgb(0x705038), 0.25)
	}
	dark, light := darker(tone, 0.22), lighter(tone, 0.14)
	n := s.neck
	left := new(path).move(300-n+2, 566).spline(300-n-30, 606, 300-150, 640, 300-206, 700, 300-218, 812)
	left.line(300-96, 812).spline(300-70, 740, 300-20, 680, 300+18, 640).spline(300-24, 626, 300-n+2, 566)
	right := new(path).move(300+n-2, 566).spline(300+n+30, 606, 300+150, 640, 300+206, 700, 300+218, 812)
	right.line(300+60, 812).spline(300+64, 744, 300+14, 690, 300-30, 648).spline(300+24, 626, 300+n-2, 566)
	c.fill(right, mix(tone, dark, 0.35))
	c.fill(left, tone)
	for i := range 4 {
		d := float64(i) * 30
		c.within(left, new(path).stroke(curve(300-n-8-d, 600+d*0.5, 300-80-d*0.8, 680+d*0.4, 300-120-d, 812), 4, 0.5), dark, 0.55)
		c.within(right, new(path).stroke(curve(300+n+8+d, 600+d*0.5, 300+90+d*0.6, 690+d*0.4, 300+100+d, 812), 4, 0.5), dark, 0.7)
	}
	c.within(left, new(path).stroke(curve(300-n, 600, 300-30, 650, 300+6, 652), 5, 0.5), light, 0.6)
}

// drawPlacket is the front of a long robe.
func (s *sitter) drawPlacket(c *canvas, dark, light colour) {
	c.fillAlpha(new(path).stroke(curve(300, 604, 303, 700, 300, 812), 4, 0), dark, 0.9)
	for _, side := range []float64{-1, 1} {
		c.fillAlpha(new(path).stroke(curve(300+side*13, 606, 300+side*15, 700, 300+side*13, 812), 3.4, 0), light, 0.8)
		c.fillAlpha(new(path).stroke(curve(300+side*70, 640, 300+side*82, 720, 300+side*74, 812), 4, 0.6), dark, 0.5)
	}
}

// shifted is a copy moved by x and y.
func shifted(p *path, x, y float64) *path {
	p.end()
	out := new(path)
	for _, r := range p.rings {
		ring := make([]pt, len(r))
		for i, a := range r {
			ring[i] = pt{a.x + x, a.y + y}
		}
		out.rings = append(out.rings, ring)
	}
	return out
}
