package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

var (
	_ fyne.Widget    = (*Pick)(nil)
	_ fyne.Focusable = (*Pick)(nil)
)

// Pick is one of a few values to decide between, 36 high: a ring, filled where
// it is the one, and a line of text that is cut at the end. Who makes several
// belong together picks and unpicks them.
type Pick struct {
	control

	text string
	on   bool
}

// NewPick gives a value that is not picked; onPicked runs when the user picks it.
func NewPick(text string, onPicked func()) *Pick {
	p := &Pick{text: text}
	p.label, p.tip = text, text
	p.press = func() {
		if !p.on && onPicked != nil {
			onPicked()
		}
	}
	p.extend(p)
	return p
}

// On tells whether it is picked.
func (p *Pick) On() bool { return p.on }

// SetOn picks or unpicks without running the hook.
func (p *Pick) SetOn(on bool) {
	if p.on != on {
		p.on = on
		p.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (p *Pick) CreateRenderer() fyne.WidgetRenderer {
	r := &pickRenderer{
		p: p, back: canvas.NewRectangle(nil), focus: newFocusRing(),
		ring: canvas.NewCircle(nil), dot: canvas.NewCircle(nil), text: newTextLine(),
	}
	r.Refresh()
	return r
}

type pickRenderer struct {
	p         *Pick
	back      *canvas.Rectangle
	focus     focusRing
	ring, dot *canvas.Circle
	text      *textLine
}

func (r *pickRenderer) Destroy()           {}
func (r *pickRenderer) MinSize() fyne.Size { return fyne.NewSize(96, fieldHeight) }
func (r *pickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.focus.rect, r.back, r.ring, r.dot, r.text.text}
}

func (r *pickRenderer) Layout(size fyne.Size) {
	const ring, dot, pad = 16, 8, 10
	r.back.Resize(size)
	r.focus.layout(size, 6)
	top := (size.Height - ring) / 2
	r.ring.Move(fyne.NewPos(pad, top))
	r.ring.Resize(fyne.NewSquareSize(ring))
	r.dot.Move(fyne.NewPos(pad+(ring-dot)/2, top+(ring-dot)/2))
	r.dot.Resize(fyne.NewSquareSize(dot))
	style := Body
	switch {
	case r.p.Disabled():
		style = Body.In(Ink3)
	case r.p.on:
		style = BodyStrong.In(Accent)
	}
	r.text.fit(r.p.text, style, fyne.Max(0, size.Width-pad*2-ring-10))
	r.text.place(pad+ring+10, 0, size.Height)
}

func (r *pickRenderer) Refresh() {
	fill, edge, ink := Surface, Edge, Edge
	switch {
	case r.p.Disabled():
		fill, edge, ink = Sunken, Line, Line
	case r.p.on:
		fill, edge, ink = Soft, Accent, Accent
	case r.p.hovered:
		fill = Hover
	}
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth, r.back.CornerRadius = Color(fill), Color(edge), 1, 6
	r.back.Refresh()
	r.ring.FillColor, r.ring.StrokeColor, r.ring.StrokeWidth = Color(Surface), Color(ink), 1.5
	r.ring.Refresh()
	r.dot.FillColor = Color(Accent)
	SetVisible(r.dot, r.p.on)
	r.dot.Refresh()
	r.focus.refresh(r.p.focused)
	r.Layout(r.p.Size())
}
