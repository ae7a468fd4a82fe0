package sample

import "math"

// outline is the face from crown to chin.
func (s *sitter) outline() *path {
	p := new(path).move(300, skullY)
	p.cube(300+s.cheek*0.66, skullY, 300+s.cheek, skullY+62, 300+s.cheek, eyeY-8)
	p.cube(300+s.cheek, eyeY+42, 300+s.jaw+9, s.jawY-28, 300+s.jaw, s.jawY)
	p.cube(300+s.jaw-9, s.jawY+26, 300+s.chinW+10, s.chin, 300, s.chin)
	return p.mirrored()
}

func (s *sitter) drawNeck(c *canvas) {
	n := s.neck
	p := new(path).move(300, 430).line(300+n, 430).line(300+n, 552)
	p.cube(300+n, 575, 300+n+6, 590, 300+n+16, 606).line(300, 620)
	s.skinWithin(c, p.mirrored())
}

// skinWithin paints neck and breast where p is open, with the shadow that the
// head throws to the right.
func (s *sitter) skinWithin(c *canvas, p *path) {
	n := s.neck
	c.fill(p, s.skin)
	shadow := new(path).move(300-n-4, s.chin-40).line(300+n+30, s.chin-40).line(300+n+30, s.chin+76)
	shadow.cube(300+n*0.7, s.chin+60, 300-n*0.2, s.chin+50, 300-n-4, s.chin+10)
	c.within(p, shadow, s.shade, 1)
	side := new(path).move(300+n*0.40, s.chin).line(300+n+120, s.chin).line(300+n+120, 800).line(300+n*0.9, 800)
	side.cube(300+n*0.6, 640, 300+n*0.40, 600, 300+n*0.40, s.chin)
	c.within(p, side, s.shade, 0.5)
}

func (s *sitter) drawEars(c *canvas) {
	if s.Hair == "hijab" || s.Hair == "ghutra" {
		return
	}
	for _, side := range []float64{-1, 1} {
		x := 300 + side*(s.cheek+3)
		ear := new(path).blob(x-side*10, 338, x+side*9, 334, x+side*14, 354, x+side*9, 388, x-side*2, 408, x-side*12, 398)
		c.fill(ear, s.shadeIf(side > 0))
		c.fillAlpha(new(path).stroke(curve(x-side*1, 350, x+side*7, 352, x+side*5, 376, x-side*2, 390), 3, 0.4), s.deep, 0.6)
	}
}

func (s *sitter) shadeIf(dark bool) (col colour) {
	if dark {
		return s.shade
	}
	return s.skin
}

func (s *sitter) drawFace(c *canvas) {
	face := s.outline()
	c.fill(face, s.skin)
	// the side turned from the light
	far := new(path).move(300+s.cheek*0.50, skullY-10)
	far.spline(300+s.cheek*0.72, 280, 300+s.cheek*0.70, 352, 300+s.cheek*0.62, 410, 300+s.jaw*0.62, s.jawY+14, 300+s.chinW*0.35, s.chin+4)
	far.line(460, s.chin+4).line(460, skullY-10)
	c.within(face, far, s.shade, 0.62)
	if s.Skin < 4 {
		for _, x := range []float64{-1, 1} {
			c.within(face, new(path).ellipse(300+x*s.cheek*0.58, 412, 27, 20), s.lip, 0.07)
		}
	}
	s.drawEyes(c)
	s.drawNose(c)
	s.drawAge(c)
}

var irises = []colour{rgb(0x4a6a7c), rgb(0x5a6b4f), rgb(0x6b5238), rgb(0x50605f), rgb(0x3d2c22)}

func (s *sitter) drawEyes(c *canvas) {
	iris := irises[4]
	if s.Skin < 3 {
		iris = irises[int(math.Abs(s.roll())*4.99)]
	}
	gap := 43 + 2*s.roll()
	open := 8.5 + s.roll()
	if s.Age > 60 {
		open -= 1
	}
	white := mix(rgb(0xf6f1ea), s.skin, 0.16)
	for _, side := range []float64{-1, 1} {
		x := 300 + side*gap
		in, out := x-side*17, x+side*18
		eye := new(path).move(in, eyeY+3).spline(x-side*5, eyeY-open, x+side*8, eyeY-open+0.5, out, eyeY-1)
		eye.spline(x+side*7, eyeY+open-1.5, x-side*5, eyeY+open-0.5, in, eyeY+3)
		// the socket first, then what lies in it
		c.fillAlpha(new(path).blob(x-side*22, eyeY+1, x, eyeY-17, x+side*23, eyeY-5, x+side*16, eyeY+11, x, eyeY+14), s.shade, 0.42)
		c.fill(eye, white)
		c.within(eye, new(path).ellipse(x+0.5, eyeY, 9, 9.5), iris, 1)
		c.within(eye, new(path).ellipse(x+0.5, eyeY, 4.3, 4.6), rgb(0x1d1614), 1)
		c.within(eye, new(path).blob(in, eyeY-open-2, x, eyeY-open-4, out, eyeY-4, out, eyeY-1, x+side*8, eyeY-open+4.5, x-side*5, eyeY-open+4, in, eyeY+4), s.deep, 0.45)
		c.fill(new(path).ellipse(x-3, eyeY-3.6, 1.9, 1.9), rgb(0xfffdf8))
		lid := 4.2
		if !s.broad() {
			lid = 5.4
		}
		c.fill(new(path).stroke(curve(in, eyeY+2, x-side*5, eyeY-open, x+side*8, eyeY-open+0.5, out+side*2, eyeY-2.5), lid, 0.5), s.line)
		c.fillAlpha(new(path).stroke(curve(in+side*1, eyeY-9, x, eyeY-open-9, x+side*17, eyeY-9), 2.4, 0.7), s.deep, 0.7)
		c.fillAlpha(new(path).stroke(curve(in+side*4, eyeY+open, x+side*4, eyeY+open+1, out-side*2, eyeY+4), 1.8, 0.7), s.deep, 0.5)
		s.drawBrow(c, x, side)
	}
}

func (s *sitter) drawBrow(c *canvas, x, side float64) {
	thick := 8.5
	if s.broad() {
		thick = 12
	}
	lift := 3 * s.roll()
	brow := new(path).move(x-side*23, browY+1)
	brow.spline(x-side*8, browY-5-lift, x+side*9, browY-7-lift, x+side*29, browY+6)
	brow.spline(x+side*9, browY-7-lift+thick*0.62, x-side*7, browY-5-lift+thick, x-side*22, browY+1+thick*0.85)
	c.fillAlpha(brow, s.brow, 0.88)
}

func (s *sitter) drawNose(c *canvas) {
	w := 17 + 3*s.roll()
	if s.Skin > 4 {
		w += 4
	}
	// its far side in shade, then the base
	flank := new(path).move(306, 340).spline(312, 372, 318, 396, 300+w+1, noseY-6)
	flank.spline(300+w-1, noseY+3, 300+w-8, noseY+5, 304, noseY+6)
	flank.spline(309, noseY-12, 307, 376, 306, 340)
	c.fillAlpha(flank, s.deep, 0.38)
	c.fillAlpha(new(path).stroke(curve(300-w, noseY-1, 300-w+4, noseY+5, 300-6, noseY+4, 300, noseY+8, 306, noseY+4, 300+w-4, noseY+5, 300+w, noseY-2), 4, 0.6), s.deep, 0.9)
	c.fillAlpha(new(path).stroke(curve(297, 366, 296, 388, 297, 402), 6, 1), s.light, 0.5)
}

func (s *sitter) drawMouth(c *canvas) {
	w := 31 + 4*s.roll()
	smile := 5 + 3.5*s.roll()
	y := s.mouthY
	lip, strength := s.lip, 0.85
	if s.broad() {
		lip, strength = mix(s.lip, s.skin, 0.45), 0.75
	}
	full := 7.0
	if s.Skin > 4 {
		full = 9.5
	}
	upper := new(path).move(300-w, y-smile*0.6).spline(300-10, y-full+0.5, 300, y-full+3, 310, y-full+0.5, 300+w, y-smile*0.6)
	upper.spline(310, y+1.5, 290, y+1.5, 300-w, y-smile*0.6)
	lower := new(path).move(300-w+4, y-smile*0.4).spline(300-12, y+full+2, 312, y+full+2, 300+w-4, y-smile*0.4)
	lower.spline(310, y+1.5, 290, y+1.5, 300-w+4, y-smile*0.4)
	c.fillAlpha(lower, lighter(lip, 0.08), strength)
	c.fillAlpha(upper, darker(lip, 0.08), strength)
	c.fill(new(path).stroke(curve(300-w-3, y-smile, 300-w+8, y-smile*0.2, 300, y+1.5, 300+w-8, y-smile*0.2, 300+w+3, y-smile), 3.4, 0.55), s.line)
	c.fillAlpha(new(path).blob(286, y+full+9, 300, y+full+7, 316, y+full+9, 300, y+full+13), s.deep, 0.35)
}

// drawAge adds what the years have written.
func (s *sitter) drawAge(c *canvas) {
	if s.Age < 44 {
		return
	}
	a := min(0.75, float64(s.Age-38)/34)
	for _, side := range []float64{-1, 1} {
		fold := curve(300+side*25, noseY-3, 300+side*37, noseY+13, 300+side*43, s.mouthY-6)
		c.fillAlpha(new(path).stroke(fold, 2.8, 0.8), s.deep, a*0.9)
		if s.Age > 51 {
			bag := curve(300+side*30, eyeY+17, 300+side*44, eyeY+21, 300+side*60, eyeY+15)
			c.fillAlpha(new(path).stroke(bag, 2.2, 0.8), s.deep, a*0.7)
			for i := range 2 {
				dy := float64(i*7 - 2)
				c.fillAlpha(new(path).stroke(curve(300+side*66, eyeY+dy, 300+side*75, eyeY-3+dy*1.6, 300+side*80, eyeY-3+dy*2), 1.9, 0.6), s.deep, a*0.6)
			}
		}
	}
	if s.Age > 57 && !covered(s.Hair) {
		for i := range 2 {
			y := 285 - float64(i)*15
			c.fillAlpha(new(path).stroke(curve(262, y+2, 300, y-2, 338, y+2), 2, 0.9), s.deep, a*0.45)
		}
	}
}

func (s *sitter) drawGlasses(c *canvas) {
	frame := rgb(0x2d2826)
	switch s.Seed % 4 {
	case 1:
		frame = rgb(0x5b3a28)
	case 2:
		frame = rgb(0x3b4a4d)
	}
	const w = 5.5
	rims, lens := new(path), new(path)
	for _, side := range []float64{-1, 1} {
		x := 300 + side*43.5
		switch s.Glasses {
		case "round":
			rims.ellipse(x, eyeY+1, 35, 34).ellipse(x, eyeY+1, 35-w, 34-w).hole()
			lens.ellipse(x, eyeY+1, 33, 32)
		case "square":
			rims.roundRect(x-36, eyeY-25, 72, 52, 13).roundRect(x-36+w, eyeY-25+w, 72-2*w, 52-2*w, 9).hole()
			lens.roundRect(x-34, eyeY-23, 68, 48, 11)
		case "half":
			rims.stroke(curve(x-34, eyeY+4, x-30, eyeY+24, x, eyeY+33, x+30, eyeY+24, x+34, eyeY+4), 4, 0)
			rims.stroke([]pt{{x - 34, eyeY + 4}, {x + 34, eyeY + 4}}, 3.2, 0)
		default:
			return
		}
		if !covered(s.Hair) || s.Hair == "kufi" {
			rims.stroke([]pt{{x + side*35, eyeY - 6}, {300 + side*(s.cheek+2), eyeY - 9}}, w, 0)
		} else {
			rims.stroke([]pt{{x + side*35, eyeY - 6}, {300 + side*(s.cheek-14), eyeY - 8}}, w, 0)
		}
	}
	rims.stroke(curve(291, eyeY-3, 300, eyeY-9, 309, eyeY-3), w, 0)
	c.fillAlpha(lens, rgb(0xffffff), 0.10)
	c.fill(rims, frame)
	if s.Glasses != "half" {
		glint := new(path)
		for _, x := range []float64{256.5, 343.5} {
			glint.move(x-16, eyeY+14).line(x+6, eyeY-16).line(x+14, eyeY-16).line(x-8, eyeY+14)
			glint.end()
		}
		c.within(lens, glint, rgb(0xffffff), 0.16)
	}
}
