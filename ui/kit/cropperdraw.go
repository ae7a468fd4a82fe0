package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Over a photo the colours are the same in light and dark.
var (
	cropGround = color.NRGBA{0x1D, 0x22, 0x1F, 0xFF}
	cropVeil   = color.NRGBA{0x14, 0x18, 0x16, 0xA0}
	cropWhite  = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	cropThird  = color.NRGBA{0xFF, 0xFF, 0xFF, 0x66}
	cropGreen  = color.NRGBA{0x2B, 0x6B, 0x47, 0xFF}
)

type cropperRenderer struct {
	c       *Cropper
	ground  *canvas.Rectangle
	picture *canvas.Image
	veils   [4]*canvas.Rectangle
	thirds  [4]*canvas.Rectangle
	frame   *canvas.Rectangle
	handles [8]*canvas.Rectangle
	shade   *canvas.Circle
	ring    *canvas.Circle
	dot     *canvas.Circle
	ticks   [4]*canvas.Rectangle
	outline *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *cropperRenderer) build() {
	rect := func(fill color.Color) *canvas.Rectangle { return canvas.NewRectangle(fill) }
	r.ground = rect(cropGround)
	r.objects = append(r.objects, r.ground, r.picture)
	for i := range r.veils {
		r.veils[i] = rect(cropVeil)
		r.objects = append(r.objects, r.veils[i])
	}
	for i := range r.thirds {
		r.thirds[i] = rect(cropThird)
		r.objects = append(r.objects, r.thirds[i])
	}
	r.frame = rect(color.Transparent)
	r.frame.StrokeColor, r.frame.StrokeWidth = cropWhite, 2
	r.objects = append(r.objects, r.frame)
	for i := range r.handles {
		r.handles[i] = rect(cropWhite)
		r.handles[i].StrokeColor, r.handles[i].StrokeWidth, r.handles[i].CornerRadius = cropGreen, 1.5, 3
		r.objects = append(r.objects, r.handles[i])
	}
	r.shade = canvas.NewCircle(color.NRGBA{0x14, 0x18, 0x16, 0x50})
	r.ring = canvas.NewCircle(color.Transparent)
	r.ring.StrokeColor, r.ring.StrokeWidth = cropWhite, 2
	r.dot = canvas.NewCircle(cropWhite)
	r.objects = append(r.objects, r.shade, r.ring, r.dot)
	for i := range r.ticks {
		r.ticks[i] = rect(cropWhite)
		r.objects = append(r.objects, r.ticks[i])
	}
	r.outline = rect(color.Transparent)
	r.outline.StrokeWidth = 2
	r.objects = append(r.objects, r.outline)
}

func (r *cropperRenderer) Destroy()                     {}
func (r *cropperRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *cropperRenderer) MinSize() fyne.Size           { return fyne.NewSize(320, 320) }

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func (r *cropperRenderer) Layout(size fyne.Size) {
	c := r.c
	r.ground.Resize(size)
	put(r.outline, 1, 1, size.Width-2, size.Height-2)
	at, whole := c.frame()
	put(r.picture, at.X, at.Y, whole.Width, whole.Height)
	a, b := c.onto(c.part.X, c.part.Y), c.onto(c.part.X+c.part.W, c.part.Y+c.part.H)
	w, h := b.X-a.X, b.Y-a.Y
	right, bottom := at.X+whole.Width, at.Y+whole.Height
	put(r.veils[0], at.X, at.Y, whole.Width, a.Y-at.Y)
	put(r.veils[1], at.X, b.Y, whole.Width, bottom-b.Y)
	put(r.veils[2], at.X, a.Y, a.X-at.X, h)
	put(r.veils[3], b.X, a.Y, right-b.X, h)
	for i := range 2 {
		part := float32(i+1) / 3
		put(r.thirds[i], a.X+w*part, a.Y, 1, h)
		put(r.thirds[i+2], a.X, a.Y+h*part, w, 1)
	}
	put(r.frame, a.X-1, a.Y-1, w+2, h+2)
	for i, hd := range c.handles() {
		p := c.onto(hd.x, hd.y)
		put(r.handles[i], p.X-cropHandle/2, p.Y-cropHandle/2, cropHandle, cropHandle)
	}
	p := c.onto(c.focalX, c.focalY)
	const half = cropRing / 2
	put(r.shade, p.X-half, p.Y-half, cropRing, cropRing)
	put(r.ring, p.X-half, p.Y-half, cropRing, cropRing)
	put(r.dot, p.X-3, p.Y-3, 6, 6)
	put(r.ticks[0], p.X-1, p.Y-half-5, 2, 7)
	put(r.ticks[1], p.X-1, p.Y+half-2, 2, 7)
	put(r.ticks[2], p.X-half-5, p.Y-1, 7, 2)
	put(r.ticks[3], p.X+half-2, p.Y-1, 7, 2)
}

func (r *cropperRenderer) Refresh() {
	c := r.c
	r.picture.Image = c.img
	SetVisible(r.picture, c.img != nil)
	parted := c.ratio > 0 && c.img != nil
	for _, o := range r.veils {
		SetVisible(o, parted)
	}
	for _, o := range r.thirds {
		SetVisible(o, parted)
	}
	for _, o := range r.handles {
		SetVisible(o, parted)
	}
	SetVisible(r.frame, parted)
	for _, o := range []fyne.CanvasObject{r.shade, r.ring, r.dot, r.ticks[0], r.ticks[1], r.ticks[2], r.ticks[3]} {
		SetVisible(o, c.img != nil)
	}
	r.outline.StrokeColor = darkPalette[Accent] // the ground is dark in every theme
	SetVisible(r.outline, c.focused)
	r.Layout(c.Size())
	if r.picture.Image != nil {
		r.picture.Refresh()
	}
	canvas.Refresh(c)
}
