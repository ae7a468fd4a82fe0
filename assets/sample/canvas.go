package sample

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"sync"

	"golang.org/x/image/vector"
)

// canvas is the picture being drawn, with the way from the drawing board to it.
type canvas struct {
	img    *image.RGBA
	scale  float64
	dx, dy float64
	ras    vector.Rasterizer
	mask   image.Alpha
	clip   image.Alpha
}

// canvases are kept for the next picture: clearing new memory takes longer
// than many a hair style.
var canvases sync.Pool

// newCanvas gives a canvas whose wall is not painted yet.
func newCanvas(width int) *canvas {
	c, ok := canvases.Get().(*canvas)
	if !ok || c.img.Rect.Dx() != width {
		c = &canvas{img: image.NewRGBA(image.Rect(0, 0, width, width*4/3))}
	}
	c.scale, c.dx, c.dy = float64(width)/600, 0, 0
	return c
}

// fill paints what p encloses.
func (c *canvas) fill(p *path, col color.RGBA) { c.fillAlpha(p, col, 1) }

// fillAlpha paints what p encloses, letting what is below shine through.
func (c *canvas) fillAlpha(p *path, col color.RGBA, alpha float64) {
	if box := c.box(p); !box.Empty() {
		c.rasterise(&c.mask, p, box)
		c.blend(box, col, uint32(alpha*256))
	}
}

// within paints what p and clip both enclose.
func (c *canvas) within(clip, p *path, col color.RGBA, alpha float64) {
	box := c.box(p).Intersect(c.box(clip))
	if box.Empty() {
		return
	}
	c.rasterise(&c.mask, p, box)
	c.rasterise(&c.clip, clip, box)
	mask := c.mask.Pix[:len(c.clip.Pix)]
	for i, a := range c.clip.Pix {
		if a != 255 && mask[i] != 0 {
			mask[i] = uint8(uint32(mask[i]) * uint32(a) / 255)
		}
	}
	c.blend(box, col, uint32(alpha*256))
}

// box is the part of the picture that p touches.
func (c *canvas) box(p *path) image.Rectangle {
	p.end()
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, r := range p.rings {
		for _, a := range r {
			x0, y0, x1, y1 = min(x0, a.x), min(y0, a.y), max(x1, a.x), max(y1, a.y)
		}
	}
	if x0 > x1 {
		return image.Rectangle{}
	}
	at := func(v, d float64) int { return int(math.Floor(max(-9e3, min(9e3, (v+d)*c.scale)))) }
	return image.Rect(at(x0, c.dx), at(y0, c.dy), at(x1, c.dx)+1, at(y1, c.dy)+1).Intersect(c.img.Rect)
}

// rasterise makes m the coverage of p within box.
func (c *canvas) rasterise(m *image.Alpha, p *path, box image.Rectangle) {
	w, h := box.Dx(), box.Dy()
	if cap(m.Pix) < w*h {
		m.Pix = make([]uint8, w*h)
	}
	m.Pix, m.Stride, m.Rect = m.Pix[:w*h], w, image.Rect(0, 0, w, h)
	c.ras.Reset(w, h)
	c.ras.DrawOp = 1 // draw.Src: the old coverage is overwritten
	ox, oy := float64(box.Min.X), float64(box.Min.Y)
	for _, r := range p.rings {
		for i, a := range r {
			x, y := float32((a.x+c.dx)*c.scale-ox), float32((a.y+c.dy)*c.scale-oy)
			if i == 0 {
				c.ras.MoveTo(x, y)
			} else {
				c.ras.LineTo(x, y)
			}
		}
		c.ras.ClosePath()
	}
	c.ras.Draw(m, m.Rect, image.Opaque, image.Point{})
}

// blend lays col over the picture where the mask is set. Most pixels are
// wholly in or out, so eight of them are looked at together.
func (c *canvas) blend(box image.Rectangle, col color.RGBA, alpha uint32) {
	w := box.Dx()
	whole := uint32(col.R) | uint32(col.G)<<8 | uint32(col.B)<<16 | 0xff<<24
	two := uint64(whole)<<32 | uint64(whole)
	for y := range box.Dy() {
		row := c.mask.Pix[y*w : (y+1)*w]
		at := c.img.PixOffset(box.Min.X, box.Min.Y+y)
		pix := c.img.Pix[at : at+4*w]
		for len(row) >= 8 {
			switch m := binary.LittleEndian.Uint64(row); {
			case m == 0:
			case m == math.MaxUint64 && alpha == 256:
				for i := 0; i < 32; i += 8 {
					binary.LittleEndian.PutUint64(pix[i:], two)
				}
			default:
				blendRow(pix[:32], row[:8], col, alpha)
			}
			row, pix = row[8:], pix[32:]
		}
		blendRow(pix, row, col, alpha)
	}
}

func blendRow(pix, row []uint8, col color.RGBA, alpha uint32) {
	for x, m := range row {
		if m == 0 {
			continue
		}
		a := (uint32(m) + uint32(m>>7)) * alpha >> 8
		b := 256 - a
		q := pix[4*x : 4*x+4 : 4*x+4]
		q[0] = uint8((uint32(q[0])*b + uint32(col.R)*a + 128) >> 8)
		q[1] = uint8((uint32(q[1])*b + uint32(col.G)*a + 128) >> 8)
		q[2] = uint8((uint32(q[2])*b + uint32(col.B)*a + 128) >> 8)
		q[3] = 255
	}
}

// wall paints the whole picture, a little darker towards the foot.
func (c *canvas) wall(col color.RGBA) {
	foot := mix(col, color.RGBA{0x6a, 0x6a, 0x64, 255}, 0.12)
	h := c.img.Rect.Dy()
	for y := range h {
		k := mix(col, foot, float64(y&^15)/float64(h)) // in steps that the encoder does not see
		row := c.img.Pix[y*c.img.Stride : (y+1)*c.img.Stride]
		row[0], row[1], row[2], row[3] = k.R, k.G, k.B, 255
		for n := 4; n < len(row); n *= 2 {
			copy(row[n:], row[:n])
		}
	}
}
