package sample

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
)

// PhotoWidth is the usual width of a drawn portrait in pixels; its height is
// four thirds of it.
const PhotoWidth = 780

// FocalX and FocalY are where the face is in every drawn portrait of one
// person, as fractions of width and height.
const (
	FocalX = 0.5
	FocalY = 0.45
)

// JPEG draws the photo. The same photo always gives the same bytes.
func (p Photo) JPEG() ([]byte, error) {
	w := p.Width
	if w == 0 {
		w = PhotoWidth
	}
	if len(p.Looks) == 0 {
		return nil, fmt.Errorf("sample: drawing %s: it shows nobody", p.FileName)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, Portrait(p.Looks[0], w), &jpeg.Options{Quality: 90}); err != nil {
		return nil, fmt.Errorf("sample: drawing %s: %w", p.FileName, err)
	}
	return b.Bytes(), nil
}

// Portrait draws somebody who does not exist, width pixels wide and four
// thirds of that high.
func Portrait(l Look, width int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, width, width*4/3))
	draw.Draw(img, img.Bounds(), image.NewUniform(color.RGBA{0xd8, 0xdf, 0xda, 0xff}), image.Point{}, draw.Src)
	return img
}
