package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

var _ fyne.Focusable = (*PressCard)(nil)

// PressCard is a card that is pressed as a whole: a recent book, a way to begin.
type PressCard struct {
	control
	content fyne.CanvasObject
	primary bool
	chosen  bool
}

// NewPressCard gives a card round a content that takes no clicks itself. label
// names the card for assistive technology.
func NewPressCard(label string, content fyne.CanvasObject, onTapped func()) *PressCard {
	c := &PressCard{content: content}
	c.label, c.press = label, onTapped
	c.extend(c)
	return c
}

// Chosen marks the card that is the likeliest to be meant.
func (c *PressCard) Chosen() *PressCard {
	c.chosen = true
	return c
}

// ActionCardParams is what a card that begins something says.
type ActionCardParams struct {
	Icon        IconName
	Title, Text string
	Key         string // its shortcut; "" for none
	Primary     bool
	OnTap       func()
}

// NewActionCard gives a card with an icon, what it does, a line about it, and
// its shortcut at the right.
func NewActionCard(p ActionCardParams) *PressCard {
	ink, soft, icon := Ink, Ink2, Accent
	if p.Primary {
		ink, soft, icon = OnAccent, OnAccent, OnAccent
	}
	words := VBox(2, NewElastic(p.Title, BodyStrong.In(ink)), NewElastic(p.Text, Small.In(soft)))
	cells := []Cell{Fixed(20, NewIcon(p.Icon, 20, icon)), Grow(1, words)}
	if p.Key != "" {
		cells = append(cells, Natural(NewLabel(p.Key, Small.In(soft))))
	}
	c := NewPressCard(p.Title, Pad(MidRow(16, cells...), 16, 16, 16, 16), p.OnTap)
	c.primary = p.Primary
	return c
}

// CreateRenderer is called by the toolkit.
func (c *PressCard) CreateRenderer() fyne.WidgetRenderer {
	r := &pressCardRenderer{c: c, back: canvas.NewRectangle(nil), ring: newFocusRing()}
	r.Refresh()
	return r
}

type pressCardRenderer struct {
	c    *PressCard
	back *canvas.Rectangle
	ring focusRing
}

func (r *pressCardRenderer) Destroy()           {}
func (r *pressCardRenderer) MinSize() fyne.Size { return r.c.content.MinSize() }
func (r *pressCardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring.rect, r.back, r.c.content}
}

func (r *pressCardRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.c.content.Resize(size)
	r.ring.layout(size, 8)
}

func (r *pressCardRenderer) Refresh() {
	fill, stroke, width := Surface, Line, float32(1)
	switch {
	case r.c.primary && r.c.hovered:
		fill, stroke = AccentHover, AccentHover
	case r.c.primary:
		fill, stroke = Accent, Accent
	case r.c.hovered:
		fill, stroke = Hover, Edge
	}
	if r.c.chosen && !r.c.primary {
		stroke, width = Accent, 2
	}
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth, r.back.CornerRadius = Color(fill), Color(stroke), width, 8
	r.back.Refresh()
	r.ring.refresh(r.c.focused)
	r.c.content.Refresh()
	r.Layout(r.c.Size())
}
