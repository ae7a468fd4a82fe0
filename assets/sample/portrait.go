package sample

import (
	"fmt"
	"image"
	"image/color"
)

// PhotoWidth is the usual width of a drawn portrait in pixels; its height is
// four thirds of it. In a slot 82 mm wide that is 252 dpi.
const PhotoWidth = 816

// FocalX and FocalY are where the eyes are in every drawn portrait, as
// fractions of width and height.
const (
	FocalX = 0.5
	FocalY = 0.46
)

// jpegQuality keeps the edges of flat drawings clean.
const jpegQuality = 88

// JPEG draws the photo. The same photo always gives the same bytes.
func (p Photo) JPEG() ([]byte, error) {
	w := p.Width
	if w == 0 {
		w = PhotoWidth
	}
	c, err := p.draw(w)
	if err != nil {
		return nil, fmt.Errorf("sample: drawing %s: %w", p.FileName, err)
	}
	defer canvases.Put(c)
	return encodeFlat(c.img, jpegQuality), nil
}

func (p Photo) draw(width int) (*canvas, error) {
	switch len(p.Looks) {
	case 1:
		return portraitOfOne(p.Looks[0], width), nil
	case 2:
		return portraitOfTwo(p.Looks[0], p.Looks[1], width), nil
	}
	return nil, fmt.Errorf("it shows %d people, not one or two", len(p.Looks))
}

// Portrait draws somebody who does not exist, width pixels wide and four
// thirds of that high. The same look always gives the same picture.
func Portrait(l Look, width int) *image.RGBA { return portraitOfOne(l, width).img }

func portraitOfOne(l Look, width int) *canvas {
	c := newCanvas(width)
	s := newSitter(l)
	s.wall(c)
	c.scale *= headroom
	c.dx, c.dy = 300/headroom-300, 368/headroom-eyeY
	s.draw(c)
	return c
}

// portraitOfTwo draws two people side by side, the second a little behind.
func portraitOfTwo(a, b Look, width int) *canvas {
	c := newCanvas(width)
	newSitter(a).wall(c)
	whole := c.scale
	c.scale = whole * 0.86
	for _, at := range []struct {
		who    Look
		dx, dy float64
	}{{b, 172, 92}, {a, -72, 122}} {
		c.dx, c.dy = at.dx, at.dy
		newSitter(at.who).draw(c)
	}
	return c
}

// sitter is who is drawn: the look, its colours and its proportions. All
// heads have their eyes on the same line.
type sitter struct {
	Look
	tones
	cheek  float64 // half width of the head at the eyes
	jaw    float64 // half width at the jaw
	jawY   float64
	chin   float64 // y
	chinW  float64 // half width of the chin
	neck   float64 // half width
	mouthY float64
	robe   color.RGBA // of the clothes
	dice   uint64
}

// headroom enlarges a single sitter within the frame.
const headroom = 1.12

const (
	skullY = 203.0 // top of the skull
	eyeY   = 352.0
	browY  = 324.0
	noseY  = 415.0
)

func newSitter(l Look) *sitter {
	s := &sitter{Look: l, tones: tonesOf(l), robe: cloth(l.Colour), dice: l.Seed*0x9e3779b97f4a7c15 + 1}
	switch l.Face {
	case "round":
		s.cheek, s.jaw, s.jawY, s.chin, s.chinW = 107, 82, 448, 499, 42
	case "long":
		s.cheek, s.jaw, s.jawY, s.chin, s.chinW = 98, 71, 458, 515, 34
	case "square":
		s.cheek, s.jaw, s.jawY, s.chin, s.chinW = 104, 86, 458, 508, 50
	default:
		s.cheek, s.jaw, s.jawY, s.chin, s.chinW = 102, 74, 452, 505, 35
	}
	s.neck = 50
	if s.broad() {
		s.neck, s.jaw, s.chinW, s.chin = 60, s.jaw+4, s.chinW+5, s.chin+3
	}
	s.cheek += 3 * s.roll()
	s.jaw += 3 * s.roll()
	s.chin += 4 * s.roll()
	s.mouthY = s.chin - 56
	return s
}

// broad says whether neck and shoulders are drawn broad.
func (s *sitter) broad() bool {
	if s.Beard != "" {
		return true
	}
	switch s.Hair {
	case "bald", "receding", "fade", "side", "quiff", "turban", "ghutra", "kufi", "waves", "bun_m":
		return true
	}
	return false
}

// roll gives the next number of the look's own dice, from -1 to 1.
func (s *sitter) roll() float64 {
	s.dice += 0x9e3779b97f4a7c15
	z := s.dice
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return float64((z^z>>31)>>11)/(1<<52) - 1
}

// wall paints what is behind: a plain wall and the round of a lamp on it.
func (s *sitter) wall(c *canvas) {
	tone, ok := walls[s.Background]
	if !ok {
		tone = walls["stone"]
	}
	c.wall(tone[0])
	x := 300 + 150*s.roll()
	y := 330 + 60*s.roll()
	c.fill(new(path).ellipse(x, y, 285, 285), tone[1])
}

func (s *sitter) draw(c *canvas) {
	s.hairBehind(c)
	s.drawBody(c)
	s.drawEars(c)
	s.drawFace(c)
	s.drawBeard(c)
	s.drawMouth(c)
	s.hairBefore(c)
	s.drawGlasses(c)
}

// drawBody draws neck and clothes, pulled up under the head.
func (s *sitter) drawBody(c *canvas) {
	const up = 34
	c.dy -= up
	s.chin += up
	s.drawNeck(c)
	s.drawClothes(c)
	s.chin -= up
	c.dy += up
}
