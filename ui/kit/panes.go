package kit

import "fyne.io/fyne/v2"

// pane is a part of a screen beside a split.
type pane struct {
	object fyne.CanvasObject
	last   *fyne.Focusable // what had the keyboard in it when another pane was gone to
}

// NextPane gives the keyboard to the pane of a screen that is so many further than
// the one which has it: to what had it there last, else to the first thing that
// can.
func NextPane(c fyne.Canvas, screen fyne.CanvasObject, by int) {
	all := panes(screen)
	before := c.Focused()
	at := -1
	for i, p := range all {
		if holdsFocus(c, p.object) {
			at = i
			*p.last = before
		}
	}
	if at < 0 && by < 0 {
		at = 0
	}
	for k := 1; k <= len(all); k++ {
		if focusIn(c, all[((at+k*by)%len(all)+len(all))%len(all)]) {
			return
		}
	}
	if before != nil {
		c.Focus(before)
	}
}

// panes gives the parts of an object between which there are splits, in their order.
func panes(o fyne.CanvasObject) []pane {
	if !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *Split:
		return append(panesOf(o.params.First, &o.lastFirst), panesOf(o.params.Second, &o.lastSecond)...)
	case *fyne.Container:
		var all []pane
		for _, part := range o.Objects {
			all = append(all, panes(part)...)
		}
		return all
	}
	return nil
}

// panesOf gives the panes within one side of a split, or that side.
func panesOf(side fyne.CanvasObject, last *fyne.Focusable) []pane {
	if inside := panes(side); len(inside) > 0 || !side.Visible() {
		return inside
	}
	return []pane{{side, last}}
}

// holdsFocus says whether what has the keyboard lies in an object.
func holdsFocus(c fyne.Canvas, object fyne.CanvasObject) bool {
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return false
	}
	size := o.Size()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return Within(object, at.AddXY(min(size.Width, 8)/2, min(size.Height, 8)/2))
}

// focusIn gives the keyboard to a pane. The toolkit tells nobody what can have it;
// so its own order is followed until something in the pane does.
func focusIn(c fyne.Canvas, p pane) bool {
	if was, ok := (*p.last).(fyne.CanvasObject); ok && was.Visible() && fyne.CurrentApp().Driver().CanvasForObject(was) == c {
		if c.Focus(*p.last); holdsFocus(c, p.object) {
			return true
		}
	}
	const most = 500 // things on a screen
	passing = true
	found := false
	for i := 0; i < most && !found; i++ {
		c.FocusNext()
		found = holdsFocus(c, p.object)
	}
	if passing = false; found {
		revealFocused(c.Focused().(fyne.CanvasObject))
	}
	return found
}
