package sample

// hairBehind is what hangs behind neck and shoulders.
func (s *sitter) hairBehind(c *canvas) {
	e := s.cheek
	fill := func(p *path) {
		c.fill(p, s.hairDark)
		c.within(p, new(path).move(80, 100).line(250, 100).spline(212, 300, 206, 480, 190, 720).line(80, 720), s.hair, 0.8)
	}
	switch s.Hair {
	case "afro":
		p := new(path).ellipse(300, 286, e+54, 142)
		s.knobs(p, 20, -215, 35, e+50, 134, 284, 30)
		fill(p)
	case "bob", "fringe":
		p := new(path).move(300, 178)
		p.cube(300+e*0.9, 176, 300+e+38, 250, 300+e+32, 360).cube(300+e+34, 430, 300+e+30, 470, 300+e+14, 506)
		p.cube(300+e-18, 524, 300+50, 520, 300, 516)
		fill(p.mirrored())
	case "long":
		p := new(path).move(300, 176)
		p.cube(300+e*0.9, 174, 300+e+34, 250, 300+e+30, 360).cube(300+e+28, 470, 300+e+50, 560, 300+e+36, 668)
		p.cube(300+e, 690, 300+60, 690, 300, 660)
		fill(p.mirrored())
	case "wavylong":
		p := new(path).move(300, 174)
		p.spline(300+76, 186, 300+e+20, 246, 300+e+34, 322, 300+e+22, 384, 300+e+46, 446, 300+e+34, 506, 300+e+56, 566, 300+e+36, 628, 300+e-6, 652, 300, 640)
		fill(p.mirrored())
	case "curlylong":
		p := new(path).ellipse(300, 300, e+36, 130)
		for _, side := range []float64{-1, 1} {
			for i := range 9 {
				y := 262 + float64(i)*40
				r := 34 + 6*s.roll()
				p.ellipse(300+side*(e+22+float64(i%3)*9-float64(max(0, i-6))*16), y, r, r)
				p.ellipse(300+side*(e-22), y+24, 40, 40)
			}
		}
		s.knobs(p, 12, -190, 10, e+22, 112, 290, 34)
		fill(p)
	case "bun":
		p := new(path).ellipse(304, 160, 56, 50)
		c.fill(p, s.hair)
		c.within(p, new(path).ellipse(330, 168, 40, 44), s.hairDark, 0.55)
		c.within(p, new(path).stroke(curve(262, 152, 290, 132, 330, 142, 346, 166), 4, 0.6), s.hairDark, 0.7)
		c.within(p, new(path).stroke(curve(268, 180, 296, 160, 326, 172), 4, 0.6), s.hairDark, 0.6)
	case "pony":
		p := new(path).move(300+40, 190).spline(300+e+34, 232, 300+e+58, 330, 300+e+44, 440, 300+e+40, 560, 300+e+8, 640)
		p.spline(300+e-6, 560, 300+e, 440, 300+e+4, 330, 300+40, 190)
		fill(p)
	case "braids", "twists", "locs":
		s.strandsBehind(c)
	case "hijab", "ghutra":
		s.veilBehind(c)
	}
}

// drawFringe is the front of loose hair, each kind with its own parting.
func (s *sitter) drawFringe(c *canvas) {
	e := s.cheek
	var p *path
	switch s.Hair {
	case "fringe":
		p = s.cap(20, 430, e+12, 430, e-4, 380, e-8, 330, e-18, 302, 46, 308, 0, 304, -46, 308, -e+18, 302, -e+8, 330, -e+4, 380, -e-12, 430)
	case "long":
		p = s.cap(18, 452, e+14, 452, e-2, 380, e-14, 312, 56, 262, 8, 226, 0, 214, -8, 226, -56, 262, -e+14, 312, -e+2, 380, -e-14, 452)
	case "pixie":
		p = s.cap(12, 352, e-2, 352, e-12, 318, e-18, 290, 50, 282, 6, 262, -34, 238, -46, 220, -64, 262, -e+14, 300, -e+12, 330, -e+2, 352)
	case "curlylong":
		p = s.cap(22, 356, e+8, 356, e-8, 318, e-26, 280, 52, 250, 14, 234, 0, 226, -30, 240, -66, 262, -e+16, 300, -e-8, 356)
		s.knobs(p, 9, -165, -15, e-4, 66, 268, 24)
	case "wavylong":
		p = s.cap(20, 440, e+14, 440, e-4, 372, e-12, 318, e-34, 278, 20, 256, -24, 230, -36, 214, -58, 254, -e+16, 300, -e+4, 370, -e-14, 440)
	default: // "bob"
		p = s.cap(18, 436, e+12, 436, e-4, 376, e-10, 326, 62, 284, 10, 252, -36, 216, -60, 258, -e+16, 306, -e+4, 376, -e-12, 436)
	}
	s.capped(c, p)
	switch s.Hair {
	case "curlylong":
		s.coils(c, p, 26, 165, 300)
	case "fringe":
		for _, x := range []float64{-64, -36, -8, 22, 50, 76} {
			c.within(p, new(path).stroke(curve(300+x*0.5, 190, 300+x*0.85, 240, 300+x, 306), 3.4, 0.6), s.hairDark, 0.5)
		}
	default:
		x := -36.0
		if s.Hair == "long" {
			x = 0
		}
		c.within(p, new(path).stroke(curve(300+x, 216, 304+x*0.8, 196, 310+x*0.6, 178), 3.4, 0.3), s.hairDark, 0.8)
		for i := range 3 {
			d := float64(i) * 20
			c.within(p, new(path).stroke(curve(306+x+d*0.6, 208-d*0.6, 352+d*0.5, 250-d*0.6, 300+e-2+d*0.4, 320-d, 300+e+8, 420), 3.2, 0.7), s.hairDark, 0.45)
		}
	}
}

func (s *sitter) drawPulledBack(c *canvas) {
	e := s.cheek
	p := s.cap(9, 330, e-4, 330, e-12, 292, e-28, 262, 44, 240, 0, 234, -44, 240, -e+28, 262, -e+12, 292, -e+4, 330)
	if s.Hair == "braid" {
		p = s.cap(13, 350, e, 350, e-10, 310, e-26, 276, 34, 244, -18, 222, -28, 214, -46, 240, -e+18, 292, -e+8, 322, -e, 350)
	}
	s.capped(c, p)
	for _, x := range []float64{-84, -56, -28, 0, 28, 56, 84} {
		c.within(p, new(path).stroke(curve(300+x, 238+x*x*0.006, 300+x*0.86, 214+x*x*0.003, 302+x*0.5, 186), 3, 0.6), s.hairDark, 0.45)
	}
	if s.Hair == "braid" {
		s.drawBraid(c)
	}
}

// drawBraid hangs a plait over the shoulder.
func (s *sitter) drawBraid(c *canvas) {
	x := 300 - s.cheek - 10
	c.fill(new(path).move(x+16, 350).spline(x-6, 420, x-2, 500).line(x+26, 500).spline(x+22, 430, x+16, 350), s.hairDark)
	for i := range 7 {
		y := 452 + float64(i)*33
		w := 25 - float64(i)*1.4
		dx := float64(i) * 3.2
		c.fill(new(path).blob(x+dx-w+10, y-16, x+dx+14, y-12, x+dx+16, y+18, x+dx+4, y+24, x+dx-w+6, y+4), s.hair)
		c.fill(new(path).blob(x+dx+w+10, y-4, x+dx+12, y-2, x+dx+4, y+26, x+dx+14, y+34, x+dx+w+10, y+14), mix(s.hair, s.hairDark, 0.5))
	}
	c.fill(new(path).roundRect(x+18, 686, 24, 12, 5), s.robe)
	c.fill(new(path).blob(x+20, 698, x+40, 698, x+38, 724, x+30, 738, x+23, 724), s.hair)
}

// strandsBehind hangs braids, twists or locs behind the shoulders.
func (s *sitter) strandsBehind(c *canvas) {
	e := s.cheek
	width, foot := 15.0, 660.0
	switch s.Hair {
	case "twists":
		width, foot = 19, 510
	case "locs":
		width, foot = 21, 610
	}
	c.fill(new(path).ellipse(300, 290, e+16, 110), s.hairDark)
	for i := range 6 {
		for _, side := range []float64{-1, 1} {
			x := e + 22 - float64(i)*15
			y := foot - float64((i*37)%46) + 8*s.roll()
			line := curve(300+side*(x-20), 250, 300+side*(x+4), 360, 300+side*(x+9), 470, 300+side*(x+6+6*s.roll()), y)
			c.fill(new(path).stroke(line, width, 0.12), mix(s.hair, s.hairDark, 0.25+0.25*float64(i%2)+0.2*side))
			for k := 4; k+1 < len(line); k += 2 {
				a := line[k]
				c.fillAlpha(new(path).stroke([]pt{{a.x - width*0.32, a.y - 4}, {a.x + width*0.32, a.y + 4}}, 2.4, 0.3), s.hairDark, 0.7)
			}
		}
	}
}

func (s *sitter) drawStrandTop(c *canvas) {
	e := s.cheek
	p := s.cap(13, 352, e+2, 352, e-10, 306, e-28, 266, 44, 244, 0, 238, -44, 244, -e+28, 266, -e+10, 306, -e-2, 352)
	s.capped(c, p)
	for i := range 9 {
		x := -88 + float64(i)*22
		c.within(p, new(path).stroke(curve(300+x, 240+x*x*0.0052, 300+x*1.02, 212, 300+x*0.72, 178), 3.6, 0.3), darker(s.hairDark, 0.25), 0.7)
	}
}
