package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows the outline.
func (c *Cropper) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost hides it.
func (c *Cropper) FocusLost() { c.focused, c.shift = false, false; c.Refresh() }

// KeyDown follows Shift.
func (c *Cropper) KeyDown(ev *fyne.KeyEvent) {
	c.shift = c.shift || ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight
}

// KeyUp follows Shift.
func (c *Cropper) KeyUp(ev *fyne.KeyEvent) {
	c.shift = c.shift && ev.Name != desktop.KeyShiftLeft && ev.Name != desktop.KeyShiftRight
}

// TypedRune makes the part larger and smaller.
func (c *Cropper) TypedRune(r rune) {
	switch r {
	case '+', '=':
		c.Grow(1.05)
	case '-', '−', '_':
		c.Grow(1 / 1.05)
	}
}

// toward is the step of an arrow key.
func toward(key fyne.KeyName) (dx, dy float64, ok bool) {
	switch key {
	case fyne.KeyLeft:
		return -1, 0, true
	case fyne.KeyRight:
		return 1, 0, true
	case fyne.KeyUp:
		return 0, -1, true
	case fyne.KeyDown:
		return 0, 1, true
	}
	return 0, 0, false
}

// TypedKey moves the part, or the ring where there is no part.
func (c *Cropper) TypedKey(ev *fyne.KeyEvent) {
	dx, dy, ok := toward(ev.Name)
	if !ok {
		passKey(c, ev)
		return
	}
	step := 0.01
	if c.shift {
		step = 0.002
	}
	if c.ratio <= 0 {
		c.point(c.focalX+dx*step, c.focalY+dy*step)
		return
	}
	p := c.part
	c.change(CropPart{within(p.X+dx*step, 1-p.W), within(p.Y+dy*step, 1-p.H), p.W, p.H})
}

// TypedShortcut moves the ring with Ctrl and the arrows.
func (c *Cropper) TypedShortcut(s fyne.Shortcut) {
	if k, ok := s.(*desktop.CustomShortcut); ok && k.Modifier == fyne.KeyModifierShortcutDefault {
		if dx, dy, ok := toward(k.KeyName); ok {
			c.point(c.focalX+dx*0.01, c.focalY+dy*0.01)
		}
	}
}

// AccessibilityLabel is empty: the dialog says whose picture it is.
func (c *Cropper) AccessibilityLabel() string { return "" }

// AccessibilityRole is a container.
func (c *Cropper) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
