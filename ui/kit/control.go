package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what everything that can be pressed has in common: hover, focus,
// keyboard, tooltip, a name for assistive technology.
type control struct {
	widget.DisableableWidget

	self    fyne.Focusable
	hovered bool
	focused bool
	tip     string
	label   string
	state   tipState
	press   func()
}

func (c *control) extend(self interface {
	fyne.Widget
	fyne.Focusable
},
) {
	c.self = self
	c.ExtendBaseWidget(self)
}

// SetTip sets the tooltip.
func (c *control) SetTip(tip string) { c.tip = tip }

// Tooltip gives the tooltip.
func (c *control) Tooltip() string { return c.tip }

// AccessibilityLabel names the control for assistive technology.
func (c *control) AccessibilityLabel() string {
	if c.label != "" {
		return c.label
	}
	return c.tip
}

// AccessibilityRole is button.
func (c *control) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped presses the control.
func (c *control) Tapped(*fyne.PointEvent) {
	c.state.leave()
	c.activate()
}

func (c *control) activate() {
	if c.Disabled() || c.press == nil {
		return
	}
	c.press()
}

// MouseIn marks the control as pointed at.
func (c *control) MouseIn(ev *desktop.MouseEvent) {
	c.hovered = true
	c.state.enter(c.object(), c.tip, ev)
	c.Refresh()
}

// MouseMoved is not needed.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (c *control) MouseOut() {
	c.hovered = false
	c.state.leave()
	c.Refresh()
}

// FocusGained shows the focus ring.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	revealFocused(c.object())
}

// FocusLost hides it.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune does nothing: Space arrives as a key.
func (c *control) TypedRune(rune) {}

// TypedKey presses the control on Space and Enter; the rest goes to the dialog.
func (c *control) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.activate()
	default:
		passKey(c.object(), ev)
	}
}

func (c *control) object() fyne.CanvasObject {
	o, _ := c.self.(fyne.CanvasObject)
	return o
}

// Disable also ends hovering, so that it does not come back with the control.
func (c *control) Disable() {
	c.hovered = false
	c.DisableableWidget.Disable()
}

// keyTaker is an overlay that wants the keys its widgets have no use for.
type keyTaker interface{ takeKey(*fyne.KeyEvent) bool }

// passKey hands a key that a focused widget has no use for to the dialog
// round it. Outside of dialogs Esc leaves the widget.
func passKey(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		passCanvasKey(c, ev)
	}
}

func passCanvasKey(c fyne.Canvas, ev *fyne.KeyEvent) {
	if top, ok := c.Overlays().Top().(keyTaker); ok {
		top.takeKey(ev)
		return
	}
	if ev.Name == fyne.KeyEscape {
		c.Unfocus()
	}
}

// focusRing is 2 px of accent, 2 px off the control.
type focusRing struct{ rect *canvas.Rectangle }

func newFocusRing() focusRing {
	r := canvas.NewRectangle(nil)
	r.StrokeWidth = 2
	r.Hide()
	return focusRing{r}
}

func (f focusRing) layout(size fyne.Size, radius float32) {
	f.rect.CornerRadius = radius + 4
	f.rect.Move(fyne.NewPos(-4, -4))
	f.rect.Resize(size.AddWidthHeight(8, 8))
}

func (f focusRing) refresh(shown bool) {
	f.rect.StrokeColor = Color(Accent)
	f.rect.FillColor = Color(Clear)
	SetVisible(f.rect, shown)
	f.rect.Refresh()
}

// SetVisible shows or hides an object, and leaves one alone that is so already.
func SetVisible(o fyne.CanvasObject, shown bool) {
	if shown == o.Visible() {
		return
	}
	if shown {
		o.Show()
		return
	}
	o.Hide()
}
