package sample

import "math"

// cap is hair on the skull: over is how far it stands off, ear the y it comes
// down to at the sides; the hairline is given as points from right to left,
// x relative to the middle.
func (s *sitter) cap(over, ear float64, hairline ...float64) *path {
	w := s.cheek + over
	p := new(path).move(300+w-2, ear)
	p.cube(300+w+3, 300, 300+w-4, 262, 300+w*0.84, 236-over*0.3)
	p.cube(300+w*0.64, skullY-over*1.35, 300+w*0.34, skullY-over*1.7, 300, skullY-over*1.7)
	p.cube(300-w*0.34, skullY-over*1.7, 300-w*0.64, skullY-over*1.35, 300-w*0.84, 236-over*0.3)
	p.cube(300-w+4, 262, 300-w-3, 300, 300-w+2, ear)
	for i := len(hairline) - 2; i >= 0; i -= 2 {
		hairline[i] += 300
	}
	n := len(hairline)
	p.line(hairline[n-2], hairline[n-1])
	rest := make([]float64, 0, n)
	for i := n - 4; i >= 0; i -= 2 {
		rest = append(rest, hairline[i], hairline[i+1])
	}
	p.spline(rest...)
	p.end()
	return p
}

// hairBefore is the hair, scarf or turban in front of the face.
func (s *sitter) hairBefore(c *canvas) {
	e := s.cheek
	switch s.Hair {
	case "bald":
		c.within(s.outline(), new(path).blob(244, 238, 268, 222, 300, 218, 290, 232, 262, 244), lighter(s.skin, 0.5), 0.28)
	case "receding":
		s.drawReceding(c)
	case "buzz", "fade":
		p := s.cap(3, 318, e-2, 318, e-12, 288, 66, 256, 0, 246, -66, 256, -e+12, 288, -e+2, 318)
		c.fillAlpha(p, mix(s.hair, s.skin, 0.25), 0.85)
		if s.Hair == "fade" {
			top := s.cap(12, 262, e-18, 272, 66, 254, 0, 246, -66, 254, -e+18, 272)
			c.fill(top, s.hair)
			s.sheen(c, top)
		}
	case "side":
		s.capped(c, s.cap(13, 338, e-4, 338, e-13, 300, e-26, 268, 52, 246, 0, 250, -34, 244, -52, 226, -70, 262, -e+13, 300, -e+4, 338))
		c.fillAlpha(new(path).stroke(curve(248, 228, 262, 206, 296, 188), 4, 0.5), s.hairDark, 0.8)
	case "quiff", "undercut":
		s.drawQuiff(c)
	case "waves":
		s.drawWaves(c)
	case "curls", "bun_m":
		s.drawTightTop(c)
	case "afro":
		s.drawAfro(c)
	case "bob", "long", "wavylong", "curlylong", "fringe", "pixie":
		s.drawFringe(c)
	case "bun", "pony", "braid":
		s.drawPulledBack(c)
	case "braids", "twists", "locs":
		s.drawStrandTop(c)
	case "hijab", "turban", "headwrap", "ghutra", "kufi":
		s.drawHeadwear(c)
	default: // "crop"
		s.capped(c, s.cap(9, 334, e-4, 334, e-12, 296, e-24, 270, 50, 252, 0, 246, -50, 252, -e+24, 270, -e+12, 296, -e+4, 334))
	}
}

// capped fills hair and gives it light.
func (s *sitter) capped(c *canvas, p *path) {
	c.fill(p, s.hair)
	s.sheen(c, p)
}

// sheen lightens hair towards the lamp and darkens it away from it.
func (s *sitter) sheen(c *canvas, p *path) {
	far := new(path).move(352, 120).line(520, 120).line(520, 700).line(392, 700)
	far.spline(398, 420, 396, 290, 352, 120)
	c.within(p, far, s.hairDark, 0.55)
	c.within(p, new(path).blob(214, 262, 232, 222, 272, 196, 318, 190, 284, 210, 250, 236, 232, 276), s.hairLight, 0.55)
}

func (s *sitter) drawReceding(c *canvas) {
	e := s.cheek
	thin := s.cap(3, 262, e-20, 270, 70, 238, 34, 222, 0, 236, -34, 222, -70, 238, -e+20, 270)
	c.fillAlpha(thin, s.hair, 0.55)
	for _, side := range []float64{-1, 1} {
		p := new(path).move(300+side*(e-4), 348).spline(300+side*(e+11), 330, 300+side*(e+10), 286, 300+side*(e-8), 250)
		p.spline(300+side*(e-26), 246, 300+side*(e-20), 280, 300+side*(e-9), 312, 300+side*(e-10), 340)
		c.fill(p, mix(s.hair, s.hairDark, 0.25+0.25*side))
	}
}

func (s *sitter) drawQuiff(c *canvas) {
	e := s.cheek
	under := s.cap(7, 336, e-4, 336, e-12, 300, e-22, 266, 0, 240, -e+22, 266, -e+12, 300, -e+4, 336)
	c.fill(under, s.hairDark)
	if s.Hair == "undercut" {
		top := new(path).move(300-e+6, 268).spline(300-e-6, 226, 300-62, 176, 300+6, 158, 300+74, 172, 300+e+8, 226, 300+e+6, 300, 300+e-6, 338)
		top.spline(300+e-18, 296, 300+52, 262, 300-10, 252, 300-54, 262, 300-e+6, 268)
		s.capped(c, top)
		c.fillAlpha(new(path).stroke(curve(238, 250, 290, 214, 352, 222, 392, 262), 4, 0.6), s.hairDark, 0.7)
		return
	}
	top := new(path).move(300+e-10, 272).spline(300+e+4, 236, 300+84, 190, 300+40, 158, 300-24, 150, 300-74, 172, 300-e+4, 222, 300-e+10, 272)
	top.spline(300-58, 250, 300-40, 244, 300, 250, 300+40, 244, 300+60, 250, 300+e-10, 272)
	s.capped(c, top)
	for _, x := range []float64{-46, -14, 20, 52} {
		c.within(top, new(path).stroke(curve(300+x, 250, 300+x*0.9-8, 212, 300+x*0.8+10, 172), 4, 0.7), s.hairDark, 0.5)
	}
}

func (s *sitter) drawWaves(c *canvas) {
	e := s.cheek
	p := new(path).move(300+e+2, 392).spline(300+e+20, 362, 300+e+16, 318, 300+e+20, 272, 300+e-8, 218, 300+50, 178, 300-10, 170, 300-66, 186, 300-e-4, 226, 300-e-20, 280, 300-e-14, 322, 300-e-20, 362, 300-e-2, 392)
	p.spline(300-e+8, 346, 300-e+10, 312, 300-e+26, 276, 300-56, 250, 300-40, 230)
	p.spline(300-6, 262, 300+44, 268, 300+e-22, 284, 300+e-10, 320, 300+e-6, 352, 300+e+2, 392)
	s.capped(c, p)
	for i := range 3 {
		d := float64(i) * 22
		c.within(p, new(path).stroke(curve(262+d, 232-d*0.5, 306+d*0.7, 244-d*0.3, 352+d*0.5, 250, 386+d*0.2, 280), 4, 0.7), s.hairDark, 0.55)
		c.within(p, new(path).stroke(curve(256-d*0.8, 222, 226-d*0.6, 250, 206-d*0.3, 300), 4, 0.7), s.hairDark, 0.5)
	}
}

// drawTightTop is short curls, with a knot for "bun_m".
func (s *sitter) drawTightTop(c *canvas) {
	e := s.cheek
	if s.Hair == "bun_m" {
		c.fill(new(path).ellipse(300, 166, 36, 32), s.hairDark)
		s.capped(c, s.cap(8, 330, e-6, 330, e-14, 292, e-30, 262, 40, 240, 0, 236, -40, 240, -e+30, 262, -e+14, 292, -e+6, 330))
		for _, x := range []float64{-70, -36, 0, 36, 70} {
			c.fillAlpha(new(path).stroke(curve(300+x, 246+x*x*0.003, 300+x*0.72, 214, 300+x*0.2, 190), 3, 0.7), s.hairDark, 0.55)
		}
		return
	}
	p := s.cap(6, 326, e-4, 326, e-12, 292, e-28, 262, 40, 248, 0, 252, -40, 248, -e+28, 262, -e+12, 292, -e+4, 326)
	s.knobs(p, 15, -205, 25, e+1, 82, 262, 17)
	s.knobs(p, 11, -198, 18, e-12, 62, 256, 21)
	s.capped(c, p)
	s.coils(c, p, 24, 165, 268)
}

// knobs sets discs along an arc about (300, y), from and to in degrees.
func (s *sitter) knobs(p *path, n int, from, to, rx, ry, y, r float64) {
	for i := range n {
		a := (from + (to-from)*float64(i)/float64(n-1)) * math.Pi / 180
		k, far := r*(1+0.25*s.roll()), 1+0.04*s.roll()
		p.ellipse(300+rx*far*math.Cos(a), y+ry*far*math.Sin(a), k, k)
	}
}

// coils scatters small curved marks over hair between two heights.
func (s *sitter) coils(c *canvas, hair *path, n int, top, bottom float64) {
	marks := new(path)
	for range n {
		x, y := 300+118*s.roll(), (top+bottom)/2+(bottom-top)/2*s.roll()
		r := 9 + 3*s.roll()
		marks.stroke(curve(x-r, y, x-r*0.3, y-r*0.8, x+r*0.8, y-r*0.3, x+r*0.7, y+r*0.6), 3, 0.6)
	}
	c.within(hair, marks, s.hairDark, 0.55)
}

func (s *sitter) drawAfro(c *canvas) {
	e := s.cheek
	p := s.cap(20, 330, e-8, 330, e-14, 296, e-34, 262, 40, 246, 0, 250, -40, 246, -e+34, 262, -e+14, 296, -e+8, 330)
	s.knobs(p, 11, -200, 20, e+14, 92, 272, 27)
	s.capped(c, p)
	s.coils(c, p, 30, 150, 262)
}
