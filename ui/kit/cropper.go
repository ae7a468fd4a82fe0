package kit

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget        = (*Cropper)(nil)
	_ fyne.Focusable     = (*Cropper)(nil)
	_ fyne.Shortcutable  = (*Cropper)(nil)
	_ fyne.Draggable     = (*Cropper)(nil)
	_ desktop.Hoverable  = (*Cropper)(nil)
	_ desktop.Mouseable  = (*Cropper)(nil)
	_ desktop.Cursorable = (*Cropper)(nil)
	_ desktop.Keyable    = (*Cropper)(nil)
)

// CropPart is a rectangle within a picture, in fractions of its width and height.
type CropPart struct{ X, Y, W, H float64 }

const (
	cropHandle = 12 // px of a handle
	cropRing   = 30 // px of the focal ring
	cropLeast  = 0.04
)

// Cropper shows a picture with the part of it that is used, divided in thirds,
// eight handles, and a ring at the point that matters most. Pointer: drag the part
// or a handle; drag the ring, or click, to move the point. Keyboard: arrows move
// the part, with Shift in small steps, + and − make it larger and smaller, Ctrl
// with the arrows moves the ring.
type Cropper struct {
	widget.BaseWidget

	// OnPart and OnFocal run at every change by the user.
	OnPart  func(CropPart)
	OnFocal func(x, y float64)

	img     image.Image
	size    fyne.Size // px of the whole picture
	part    CropPart
	ratio   float64 // of the part in px, width by height; 0: none is shown
	focalX  float64
	focalY  float64
	grip    grip
	from    fyne.Position // where the pointer went down
	was     CropPart
	dragged bool // since the pointer went down
	held    bool // the pointer is down
	shift   bool
	focused bool
}

// grip is what the pointer took hold of.
type grip struct {
	kind   gripKind
	dx, dy int // of a handle: -1, 0, 1
}

type gripKind int

const (
	gripNone gripKind = iota
	gripPart
	gripHandle
	gripFocal
)

// NewCropper gives a cropper without a picture.
func NewCropper() *Cropper {
	c := &Cropper{part: CropPart{0, 0, 1, 1}, focalX: 0.5, focalY: 0.5}
	c.ExtendBaseWidget(c)
	return c
}

// SetImage shows a picture; width and height are those of the whole in px.
func (c *Cropper) SetImage(img image.Image, width, height int) {
	c.img, c.size = img, fyne.NewSize(float32(width), float32(height))
	c.Refresh()
}

// SetPart shows another part, of a shape in px, width by height; 0 shows none.
func (c *Cropper) SetPart(p CropPart, ratio float64) {
	c.part, c.ratio = p, ratio
	c.Refresh()
}

// Part gives the part shown.
func (c *Cropper) Part() CropPart { return c.part }

// SetFocal moves the ring without running OnFocal.
func (c *Cropper) SetFocal(x, y float64) {
	c.focalX, c.focalY = x, y
	c.Refresh()
}

// Grow makes the part larger by a factor about the middle of the part, within the picture.
func (c *Cropper) Grow(factor float64) {
	if c.ratio <= 0 {
		return
	}
	c.change(c.fitted(c.part.X+c.part.W/2, c.part.Y+c.part.H/2, c.part.W*factor))
}

// fitted is the part of the ratio that is w wide about a middle, made smaller
// and moved as far as the picture's edges ask.
func (c *Cropper) fitted(midX, midY, w float64) CropPart {
	tall := float64(c.size.Width) / float64(c.size.Height) / c.ratio // height of a part of width 1
	w = max(cropLeast, min(w, 1, 1/tall))
	h := w * tall
	return CropPart{within(midX-w/2, 1-w), within(midY-h/2, 1-h), w, h}
}

func within(v, most float64) float64 { return math.Max(0, math.Min(v, most)) }

func (c *Cropper) change(p CropPart) {
	c.part = p
	c.Refresh()
	if c.OnPart != nil {
		c.OnPart(p)
	}
}

func (c *Cropper) point(x, y float64) {
	c.focalX, c.focalY = within(x, 1), within(y, 1)
	c.Refresh()
	if c.OnFocal != nil {
		c.OnFocal(c.focalX, c.focalY)
	}
}

// frame is where the picture stands within the widget.
func (c *Cropper) frame() (fyne.Position, fyne.Size) {
	const pad = 24
	room := c.Size().SubtractWidthHeight(2*pad, 2*pad)
	if c.size.Width <= 0 || c.size.Height <= 0 || room.Width <= 0 || room.Height <= 0 {
		return fyne.Position{}, fyne.Size{}
	}
	scale := fyne.Min(room.Width/c.size.Width, room.Height/c.size.Height)
	size := whole(fyne.NewSize(c.size.Width*scale, c.size.Height*scale))
	left, top := math.Floor(float64(c.Size().Width-size.Width)/2), math.Floor(float64(c.Size().Height-size.Height)/2)
	return fyne.NewPos(float32(left), float32(top)), size
}

// onto gives the place of a fraction of the picture.
func (c *Cropper) onto(x, y float64) fyne.Position {
	at, size := c.frame()
	return at.AddXY(float32(x)*size.Width, float32(y)*size.Height)
}

// fraction gives the fraction of the picture at a place.
func (c *Cropper) fraction(p fyne.Position) (x, y float64) {
	at, size := c.frame()
	if size.Width <= 0 {
		return 0, 0
	}
	return float64((p.X - at.X) / size.Width), float64((p.Y - at.Y) / size.Height)
}

// handles are the middles of the eight handles, in fractions.
func (c *Cropper) handles() (all [8]struct {
	grip grip
	x, y float64
},
) {
	i := 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if dx == 0 && dy == 0 {
				continue
			}
			all[i].grip = grip{gripHandle, dx, dy}
			all[i].x = c.part.X + c.part.W*float64(dx+1)/2
			all[i].y = c.part.Y + c.part.H*float64(dy+1)/2
			i++
		}
	}
	return all
}

// at tells what is under the pointer.
func (c *Cropper) at(p fyne.Position) grip {
	near := func(o fyne.Position, within float32) bool {
		return math.Abs(float64(o.X-p.X)) <= float64(within) && math.Abs(float64(o.Y-p.Y)) <= float64(within)
	}
	if c.ratio > 0 {
		for _, h := range c.handles() {
			if near(c.onto(h.x, h.y), cropHandle) {
				return h.grip
			}
		}
	}
	if near(c.onto(c.focalX, c.focalY), cropRing/2) {
		return grip{kind: gripFocal}
	}
	x, y := c.fraction(p)
	if c.ratio > 0 && x >= c.part.X && y >= c.part.Y && x <= c.part.X+c.part.W && y <= c.part.Y+c.part.H {
		return grip{kind: gripPart}
	}
	return grip{}
}

// MouseDown takes hold of what is under the pointer.
func (c *Cropper) MouseDown(ev *desktop.MouseEvent) {
	focusOn(c)
	c.grip, c.from, c.was, c.dragged, c.held = c.at(ev.Position), ev.Position, c.part, false, true
}

// MouseUp moves the ring to where nothing was dragged.
func (c *Cropper) MouseUp(ev *desktop.MouseEvent) {
	c.held = false
	if x, y := c.fraction(ev.Position); !c.dragged && c.grip.kind != gripHandle && x >= 0 && y >= 0 && x <= 1 && y <= 1 {
		c.point(x, y)
	}
}

// Dragged moves what is held.
func (c *Cropper) Dragged(ev *fyne.DragEvent) {
	x0, y0 := c.fraction(c.from)
	x, y := c.fraction(ev.Position)
	c.dragged = true
	switch c.grip.kind {
	case gripFocal:
		c.point(x, y)
	case gripPart:
		c.change(CropPart{within(c.was.X+x-x0, 1-c.was.W), within(c.was.Y+y-y0, 1-c.was.H), c.was.W, c.was.H})
	case gripHandle:
		c.change(c.stretched(x-x0, y-y0))
	}
}

// stretched is the part with one handle moved: the opposite side stays, and the
// shape is kept.
func (c *Cropper) stretched(dx, dy float64) CropPart {
	w, h := c.was.W+dx*float64(c.grip.dx), c.was.H+dy*float64(c.grip.dy)
	tall := c.was.H / c.was.W
	switch {
	case c.grip.dx == 0:
		w = h / tall
	case c.grip.dy != 0:
		w = max(w, h/tall)
	}
	right, bottom := c.was.X+c.was.W, c.was.Y+c.was.H
	most, mostTall := 1.0, 1.0
	switch c.grip.dx {
	case 1:
		most = 1 - c.was.X
	case -1:
		most = right
	}
	switch c.grip.dy {
	case 1:
		mostTall = 1 - c.was.Y
	case -1:
		mostTall = bottom
	}
	w = max(cropLeast, min(w, most, mostTall/tall))
	h = w * tall
	p := CropPart{c.was.X, c.was.Y, w, h}
	switch c.grip.dx {
	case -1:
		p.X = right - w
	case 0:
		p.X = c.was.X + (c.was.W-w)/2
	}
	switch c.grip.dy {
	case -1:
		p.Y = bottom - h
	case 0:
		p.Y = c.was.Y + (c.was.H-h)/2
	}
	p.X, p.Y = within(p.X, 1-w), within(p.Y, 1-h)
	return p
}

// DragEnd lets go.
func (c *Cropper) DragEnd() { c.grip, c.held = grip{}, false }

// MouseIn is not needed.
func (c *Cropper) MouseIn(ev *desktop.MouseEvent) { c.MouseMoved(ev) }

// MouseMoved follows the pointer, for its shape.
func (c *Cropper) MouseMoved(ev *desktop.MouseEvent) {
	if !c.held {
		c.grip = c.at(ev.Position)
	}
}

// MouseOut forgets it.
func (c *Cropper) MouseOut() {
	if !c.held {
		c.grip = grip{}
	}
}

// Cursor says what a press would take hold of.
func (c *Cropper) Cursor() desktop.Cursor {
	switch c.grip.kind {
	case gripHandle:
		if c.grip.dx == 0 {
			return desktop.VResizeCursor
		}
		return desktop.HResizeCursor
	case gripPart:
		return desktop.PointerCursor
	}
	return desktop.CrosshairCursor
}

// CreateRenderer is called by the toolkit.
func (c *Cropper) CreateRenderer() fyne.WidgetRenderer {
	r := &cropperRenderer{c: c, picture: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleSmooth}}
	r.build()
	r.Refresh()
	return r
}
