package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

var (
	_ fyne.Widget    = (*Check)(nil)
	_ fyne.Focusable = (*Check)(nil)
)

// Check is a box to tick, 18 px, with a text that can be clicked too.
type Check struct{ toggle }

// NewCheck gives a box; the text may be empty.
func NewCheck(text string, onChanged func(bool)) *Check {
	c := &Check{}
	c.init(text, onChanged, c)
	return c
}

// TypedKey ticks with Space. Enter is left to the dialog, whose primary button it is.
func (c *Check) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		passKey(c, ev)
		return
	}
	c.control.TypedKey(ev)
}

// CreateRenderer is called by the toolkit.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{c: c, box: canvas.NewRectangle(nil), ring: newFocusRing(), tick: NewIcon(IconCheck, 16, OnAccent), text: newTextLine()}
	r.Refresh()
	return r
}

type checkRenderer struct {
	c    *Check
	box  *canvas.Rectangle
	ring focusRing
	tick *Icon
	text *textLine
}

const checkSize = 18

func (r *checkRenderer) Destroy() {}
func (r *checkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring.rect, r.box, r.tick, r.text.text}
}

func (r *checkRenderer) MinSize() fyne.Size {
	width := float32(checkSize)
	if r.c.text != "" {
		width += 8 + Body.Width(r.c.text)
	}
	return whole(fyne.NewSize(width, 28))
}

func (r *checkRenderer) Layout(size fyne.Size) {
	top := (size.Height - checkSize) / 2
	box := fyne.NewSquareSize(checkSize)
	r.box.Move(fyne.NewPos(0, top))
	r.box.Resize(box)
	r.tick.Move(fyne.NewPos(1, top+1))
	r.tick.Resize(fyne.NewSquareSize(16))
	r.ring.layout(box, 4)
	r.ring.rect.Move(fyne.NewPos(-4, top-4))
	r.text.place(checkSize+8, 0, size.Height)
}

func (r *checkRenderer) Refresh() {
	fill, edge, ink := Surface, Edge, Ink
	if r.c.hovered {
		fill = Hover
	}
	if r.c.on {
		fill, edge = Accent, Accent
	}
	if r.c.Disabled() {
		ink = Ink3
		edge = Line
		fill = Sunken
	}
	r.box.FillColor, r.box.StrokeColor, r.box.StrokeWidth, r.box.CornerRadius = Color(fill), Color(edge), 1, 4
	r.box.Refresh()
	SetVisible(r.tick, r.c.on)
	tick := OnAccent
	if r.c.Disabled() {
		tick = Ink3
	}
	r.tick.Set(IconCheck, tick)
	r.tick.Refresh()
	r.text.set(r.c.text, Body.In(ink))
	r.ring.refresh(r.c.focused)
	r.Layout(r.c.Size())
}
