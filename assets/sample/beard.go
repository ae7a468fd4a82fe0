package sample

// jawBand is the lower face from ear to ear, from y up inside the face and
// over downwards by drop.
func (s *sitter) jawBand(y, inner, drop float64) *path {
	p := new(path).move(300+s.cheek-1, y)
	p.cube(300+s.cheek+1, eyeY+58, 300+s.jaw+12+drop*0.4, s.jawY-20, 300+s.jaw+4+drop*0.3, s.jawY+6)
	p.cube(300+s.jaw-7, s.jawY+30+drop*0.7, 300+s.chinW+10, s.chin+drop, 300, s.chin+drop)
	p.cube(300-s.chinW-10, s.chin+drop, 300-s.jaw+7, s.jawY+30+drop*0.7, 300-s.jaw-4-drop*0.3, s.jawY+6)
	p.cube(300-s.jaw-12-drop*0.4, s.jawY-20, 300-s.cheek-1, eyeY+58, 300-s.cheek+1, y)
	p.spline(300-s.cheek+15, y+46, 300-s.jaw+inner*0.2, s.mouthY-44, 300-s.jaw+inner, s.mouthY-20, 300-38, s.mouthY-19)
	p.spline(300-18, noseY+13, 300, noseY+15, 318, noseY+13, 338, s.mouthY-19)
	p.spline(300+s.jaw-inner, s.mouthY-20, 300+s.jaw-inner*0.2, s.mouthY-44, 300+s.cheek-15, y+46, 300+s.cheek-1, y)
	return p
}

// lips is the bare place round the mouth.
func (s *sitter) lips(p *path) *path {
	y := s.mouthY
	return p.blob(266, y-4, 284, y-8, 300, y-6, 316, y-8, 334, y-4, 320, y+11, 300, y+14, 280, y+11)
}

func (s *sitter) moustache() *path {
	y := s.mouthY
	p := new(path).move(300, noseY+12)
	p.spline(316, noseY+12, 336, y-12, 347, y+3)
	p.spline(330, y-1, 312, y-4, 300, y-6)
	return p.mirrored()
}

func (s *sitter) drawBeard(c *canvas) {
	dark := darker(s.beard, 0.18)
	switch s.Beard {
	case "stubble":
		p := s.jawBand(eyeY+10, 16, 0)
		c.within(s.outline(), p, mix(s.beard, s.line, 0.4), 0.24)
	case "short":
		p := s.lips(s.jawBand(eyeY-2, 20, 3)).hole()
		c.fillAlpha(p, s.beard, 0.86)
		c.fillAlpha(s.moustache(), dark, 0.55)
	case "full":
		p := s.lips(s.jawBand(eyeY-8, 26, 25)).hole()
		c.fill(p, s.beard)
		shade := new(path).move(300+s.cheek, eyeY).line(470, eyeY).line(470, 600).line(318, 600)
		shade.spline(330, s.chin, 300+s.jaw*0.72, s.jawY, 300+s.cheek*0.80, s.jawY-50, 300+s.cheek, eyeY)
		c.within(p, shade, dark, 0.7)
		c.fill(s.moustache(), dark)
		for _, x := range []float64{-36, -18, 0, 18, 36} {
			c.fillAlpha(new(path).stroke(curve(300+x, s.chin-20, 300+x*0.92, s.chin, 300+x*0.7, s.chin+16), 2.4, 0.8), dark, 0.6)
		}
	case "goatee":
		p := new(path).move(300, s.chin+14)
		p.spline(300+s.chinW, s.chin-2, 341, s.mouthY+18, 339, s.mouthY-6)
		p.spline(330, noseY+18, 312, noseY+13, 300, noseY+14)
		c.fillAlpha(s.lips(p.mirrored()).hole(), s.beard, 0.93)
	case "moustache":
		c.fill(s.moustache(), s.beard)
	}
}
