package sample

// veilBehind is the cloth of a headscarf or ghutra behind neck and shoulders.
func (s *sitter) veilBehind(c *canvas) {
	e := s.cheek
	tone := cloth(s.HairColour)
	p := new(path).move(300, 160)
	p.cube(300+e, 160, 300+e+42, 250, 300+e+32, 380)
	p.cube(300+e+34, 480, 300+e+60, 560, 300+e+74, 690).line(300, 690)
	p.mirrored()
	c.fill(p, tone)
	c.within(p, new(path).move(330, 140).line(560, 140).line(560, 700).line(330, 700), darker(tone, 0.22), 0.6)
}

func (s *sitter) drawHeadwear(c *canvas) {
	tone := cloth(s.HairColour)
	dark, light := darker(tone, 0.22), lighter(tone, 0.16)
	switch s.Hair {
	case "hijab":
		s.drawHijab(c, tone, dark, light)
	case "turban":
		s.drawTurban(c, tone, dark, light)
	case "headwrap":
		s.drawHeadwrap(c, tone, dark, light)
	case "ghutra":
		s.drawGhutra(c, tone, dark, light)
	default:
		s.drawKufi(c, tone, dark, light)
	}
}

func (s *sitter) drawHijab(c *canvas, tone, dark, light colour) {
	e := s.cheek
	p := new(path).move(300, 166)
	p.cube(300+e*0.85, 166, 300+e+32, 240, 300+e+26, 350)
	p.cube(300+e+26, 450, 300+e+34, 520, 300+e+64, 600)
	p.cube(300+e+40, 668, 300+90, 700, 300+10, 716).line(300, 716)
	p.mirrored()
	face := new(path).move(300, 246)
	face.cube(300+58, 246, 300+e-8, 282, 300+e-7, 352)
	face.cube(300+e-8, 400, 300+s.jaw+2, s.jawY-18, 300+s.jaw-8, s.jawY+4)
	face.cube(300+s.jaw-20, s.jawY+28, 300+34, s.chin-4, 300, s.chin-4)
	face.mirrored()
	ring := func() *path { // the cloth about the face
		q := &path{rings: append([][]pt{}, p.rings...)}
		for _, r := range face.rings {
			q.rings = append(q.rings, reversed(r))
		}
		return q
	}
	c.fill(ring(), tone)
	far := new(path).move(330, 140).line(560, 140).line(560, 730).line(316, 730)
	far.spline(340, 640, 330, 560, 372, 480, 408, 380, 392, 250, 330, 140)
	c.within(ring(), far, dark, 0.6)
	c.within(ring(), new(path).stroke(curve(300-e+4, 300, 300-e+2, 380, 300-s.jaw-2, s.jawY+6, 300-30, s.chin+12, 300+20, s.chin+14), 9, 0.6), dark, 0.55)
	c.within(ring(), new(path).stroke(curve(300-e-18, 440, 300-70, 560, 300+10, 610, 300+e+8, 600), 7, 0.7), dark, 0.7)
	c.within(ring(), new(path).stroke(curve(300+e+10, 470, 300+50, 570, 300-40, 640, 300-e-16, 650), 8, 0.7), dark, 0.6)
	c.within(ring(), new(path).stroke(curve(300-e-30, 560, 300-70, 640, 300-10, 690), 5, 0.7), dark, 0.5)
	c.within(ring(), new(path).blob(218, 262, 236, 214, 280, 184, 322, 180, 284, 206, 250, 240, 234, 280), light, 0.6)
	c.fillAlpha(new(path).stroke(curve(300-e+9, 330, 300-e+18, 282, 300-52, 252, 300, 247, 300+52, 252, 300+e-18, 282, 300+e-9, 330), 4, 0.3), dark, 0.8)
}

func (s *sitter) drawTurban(c *canvas, tone, dark, light colour) {
	e := s.cheek
	p := new(path).move(300-e-8, 306).spline(300-e-34, 250, 300-e-14, 184, 300-58, 138, 300, 124, 300+58, 138, 300+e+14, 184, 300+e+34, 250, 300+e+8, 306)
	p.spline(300+e-12, 284, 300+50, 258, 300, 246, 300-50, 258, 300-e+12, 284, 300-e-8, 306)
	c.fill(p, tone)
	c.within(p, new(path).move(340, 100).line(470, 100).line(470, 330).line(372, 330).spline(386, 250, 340, 100), dark, 0.6)
	for i := range 5 {
		d := float64(i)
		c.within(p, new(path).stroke(curve(300-e-26+d*3, 276-d*26, 300-60, 222-d*20, 300, 214-d*19, 300+30, 230-d*15), 4.5, 0.4), dark, 0.65)
		c.within(p, new(path).stroke(curve(300+e+26-d*3, 276-d*26, 300+60, 222-d*20, 300, 214-d*19, 300-24, 232-d*14), 4.5, 0.4), dark, 0.65)
	}
	c.within(p, new(path).blob(214, 216, 236, 172, 276, 148, 262, 182, 232, 226), light, 0.55)
	c.fill(new(path).move(300-38, 256).spline(300, 216, 300+38, 256).spline(300, 268, 300-38, 256), light)
}

func (s *sitter) drawHeadwrap(c *canvas, tone, dark, light colour) {
	e := s.cheek
	p := new(path).move(300-e-2, 300).spline(300-e-24, 240, 300-e-20, 176, 300-64, 116, 300+14, 96, 300+84, 120, 300+e+26, 182, 300+e+24, 244, 300+e+2, 300)
	p.spline(300+e-22, 268, 300+48, 250, 300, 246, 300-48, 250, 300-e+22, 268, 300-e-2, 300)
	c.fill(p, tone)
	c.within(p, new(path).move(350, 80).line(470, 80).line(470, 330).line(378, 330).spline(392, 230, 350, 80), dark, 0.6)
	for i := range 4 {
		d := float64(i)
		c.within(p, new(path).stroke(curve(300-e-16, 266-d*30, 300-40, 226-d*26, 300+50, 216-d*24, 300+e+18, 236-d*36), 5, 0.4), dark, 0.6)
	}
	c.within(p, new(path).stroke(curve(300-e-14, 252, 300-40, 214, 300+50, 204, 300+e+18, 222), 4, 0.4), light, 0.8)
	knot := new(path).blob(300-24, 150, 300-74, 88, 300-34, 70, 300+4, 112, 300+44, 60, 300+88, 84, 300+44, 148, 300+10, 170)
	c.fill(knot, light)
	c.within(knot, new(path).blob(320, 150, 318, 112, 380, 74, 400, 90, 350, 160), dark, 0.5)
	c.within(knot, new(path).stroke(curve(302, 160, 296, 130, 302, 104), 5, 0.5), dark, 0.8)
}

func (s *sitter) drawGhutra(c *canvas, tone, dark, light colour) {
	e := s.cheek
	p := new(path).move(300, 168)
	p.cube(300+e*0.9, 168, 300+e+30, 230, 300+e+26, 330)
	p.spline(300+e+34, 450, 300+e+52, 560, 300+e+66, 668)
	p.spline(300+e+20, 690, 300+e-10, 680)
	p.spline(300+e+2, 560, 300+e-4, 460, 300+e+3, 400, 300+e-2, 330, 300+e-30, 268, 300, 244)
	p.mirrored()
	c.fill(p, tone)
	c.within(p, new(path).move(360, 140).line(560, 140).line(560, 720).line(360, 720), dark, 0.5)
	for _, side := range []float64{-1, 1} {
		for i := range 3 {
			d := float64(i) * 17
			c.within(p, new(path).stroke(curve(300+side*(e+4+d*0.5), 330, 300+side*(e+8+d), 470, 300+side*(e+10+d*1.3), 670), 3.6, 0.5), dark, 0.7)
		}
	}
	c.within(p, new(path).blob(222, 240, 250, 204, 300, 188, 270, 222, 240, 258), light, 0.7)
	agal := rgb(0x26231f)
	for i := range 2 {
		y := 242 - float64(i)*16
		w := e + 40
		c.within(p, new(path).stroke(curve(300-w, y+26, 300-w*0.6, y-3, 300, y-14, 300+w*0.6, y-3, 300+w, y+26), 12, 0), agal, 1)
	}
}

func (s *sitter) drawKufi(c *canvas, tone, dark, light colour) {
	e := s.cheek
	c.fillAlpha(s.cap(3, 322, e-4, 322, e-12, 290, 60, 256, 0, 250, -60, 256, -e+12, 290, -e+4, 322), mix(s.hair, s.skin, 0.2), 0.85)
	p := new(path).move(300-e-3, 262).spline(300-e, 210, 300-84, 168, 300, 156, 300+84, 168, 300+e, 210, 300+e+3, 262)
	p.spline(300+54, 236, 300, 230, 300-54, 236, 300-e-3, 262)
	c.fill(p, tone)
	c.within(p, new(path).move(346, 140).line(460, 140).line(460, 280).line(372, 280).spline(380, 220, 346, 140), dark, 0.5)
	c.within(p, new(path).stroke(curve(300-e, 236, 300-54, 208, 300, 202, 300+54, 208, 300+e, 236), 3.5, 0), dark, 0.8)
	c.within(p, new(path).stroke(curve(300-e+6, 214, 300-54, 184, 300, 178, 300+54, 184, 300+e-6, 214), 3, 0), dark, 0.5)
	c.within(p, new(path).blob(226, 214, 250, 186, 290, 172, 266, 192, 240, 222), light, 0.6)
}
