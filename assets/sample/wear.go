package sample

// shoulders is the body below the neck, drawn on beyond the foot of the board.
func (s *sitter) shoulders() *path {
	n, w := s.neck, 208.0
	if s.broad() {
		w = 232
	}
	p := new(path).move(300, 572).line(300+n+2, 572)
	p.cube(300+n+14, 602, 300+n+66, 622, 300+w-58, 644)
	p.cube(300+w-16, 656, 300+w+2, 698, 300+w+16, 812)
	p.line(300+w+20, 1000).line(300, 1000)
	return p.mirrored()
}

func (s *sitter) drawClothes(c *canvas) {
	body := s.shoulders()
	dark, light := darker(s.robe, 0.26), lighter(s.robe, 0.13)
	c.fill(body, s.robe)
	s.drawFolds(c, body, dark)
	switch s.Wear {
	case "suit", "blazer", "jacket":
		s.drawJacket(c, body, dark, light)
	case "roll":
		s.drawRollNeck(c, dark, light)
	case "shirt":
		s.opening(c, s.vee(8, 672), dark)
		s.drawCollar(c, light, dark)
		s.drawButtons(c, dark, 690)
	case "collar":
		s.opening(c, s.scoop(16, 628), dark)
		s.opening(c, s.vee(4, 648), dark)
		s.drawCollar(c, rgb(0xf0ece3), rgb(0xcfcac0))
	case "blouse":
		s.opening(c, s.vee(12, 694), dark)
		s.drawLapels(c, light, dark)
	case "shawl":
		s.opening(c, s.scoop(14, 632), dark)
		s.drawShawl(c)
	case "robe":
		s.opening(c, s.scoop(4, 604), dark)
		s.drawPlacket(c, dark, light)
	case "thobe":
		s.drawThobe(c, dark, light)
	default: // "crew", "knit"
		s.drawCrew(c, body, dark, light)
	}
}

// drawFolds darkens the side turned from the light and marks the arms.
func (s *sitter) drawFolds(c *canvas, body *path, dark colour) {
	far := new(path).move(352, 560).line(640, 560).line(640, 1000).line(420, 1000).line(402, 820)
	far.spline(380, 730, 398, 650, 352, 560)
	c.within(body, far, dark, 0.42)
	for _, side := range []float64{-1, 1} {
		arm := new(path).move(300+side*146, 960).spline(300+side*152, 815, 300+side*156, 770, 300+side*143, 716)
		arm.spline(300+side*166, 760, 300+side*166, 815, 300+side*160, 960)
		c.within(body, arm, dark, 0.75)
	}
}

// opening bares neck and breast within p and draws its seam.
func (s *sitter) opening(c *canvas, p *path, seam colour) {
	s.skinWithin(c, p)
	c.within(s.shoulders(), new(path).stroke(below(p, 580), 4, 0), seam, 0.8)
}

// below is the part of an outline that lies under y, as a line.
func below(p *path, y float64) []pt {
	ring := p.rings[0]
	start := 0
	for i, a := range ring {
		if before := ring[(i+len(ring)-1)%len(ring)]; a.y > y && before.y <= y {
			start = i
		}
	}
	var out []pt
	for i := range ring {
		a := ring[(start+i)%len(ring)]
		if a.y <= y {
			break
		}
		out = append(out, a)
	}
	return out
}

// vee and scoop are necklines, open at the top.
func (s *sitter) vee(wide, y float64) *path {
	n := s.neck + 1
	p := new(path).move(300-n, 560).line(300+n, 560)
	p.cube(300+n+wide, 612, 300+30, y-40, 300, y)
	p.cube(300-30, y-40, 300-n-wide, 612, 300-n, 560)
	p.end()
	return p
}

func (s *sitter) scoop(wide, y float64) *path {
	n := s.neck + 1
	p := new(path).move(300-n, 560).line(300+n, 560)
	p.cube(300+n+wide*1.5, y-10, 300+n*0.62, y, 300, y)
	p.cube(300-n*0.62, y, 300-n-wide*1.5, y-10, 300-n, 560)
	p.end()
	return p
}

func (s *sitter) drawCrew(c *canvas, body *path, dark, light colour) {
	if s.Wear == "knit" {
		for i := range 5 {
			y := 672 + float64(i)*30
			c.within(body, new(path).stroke(curve(40, y+46, 170, y+14, 300, y+6, 430, y+14, 560, y+46), 7, 0), light, 0.5)
		}
	}
	c.within(body, s.scoop(30, 638), light, 1)
	c.within(s.scoop(30, 638), new(path).move(320, 550).line(460, 550).line(460, 650).line(332, 650), dark, 0.35)
	s.opening(c, s.scoop(13, 618), dark)
}

func (s *sitter) drawRollNeck(c *canvas, dark, light colour) {
	n := s.neck
	p := new(path).move(300-n-8, 534).spline(300, 556, 300+n+8, 534)
	p.spline(300+n+11, 566, 300+n+20, 604)
	p.spline(300+n*0.5, 632, 300, 638, 300-n*0.5, 632, 300-n-20, 604)
	p.spline(300-n-11, 566, 300-n-8, 534)
	p.end()
	c.fill(p, light)
	c.within(p, new(path).move(318, 520).line(420, 520).line(420, 650).line(334, 650), dark, 0.45)
	for x := -0.84; x < 0.9; x += 0.24 {
		c.within(p, new(path).stroke(curve(300+x*n, 536, 300+x*n*1.10, 580, 300+x*n*1.25, 640), 2.4, 0), dark, 0.4)
	}
	c.within(p, new(path).stroke(curve(300-n-14, 572, 300, 598, 300+n+14, 572), 3, 0.3), dark, 0.6)
}

func (s *sitter) drawThobe(c *canvas, dark, light colour) {
	n := s.neck
	band := new(path).move(300-n-5, 552).spline(300, 578, 300+n+5, 552).line(300+n+13, 588)
	band.spline(300, 618, 300-n-13, 588).line(300-n-5, 552)
	c.fill(band, light)
	c.within(band, new(path).move(322, 540).line(400, 540).line(400, 640).line(332, 640), dark, 0.35)
	c.fillAlpha(new(path).stroke(curve(300, 610, 301, 690, 300, 772), 3, 0.2), dark, 0.8)
	c.fillAlpha(new(path).stroke(curve(300-n-13, 588, 300, 618, 300+n+13, 588), 3, 0.4), dark, 0.7)
	for y := 632.0; y < 760; y += 40 {
		c.fill(new(path).ellipse(300, y, 4, 4), dark)
	}
}
