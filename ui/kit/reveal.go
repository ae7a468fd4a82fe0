package kit

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
)

// What stays in sight round a thing that has the focus: its label above, its
// ring below.
const (
	revealAbove = 28
	revealBelow = 16
)

// scrolls are those that are drawn, and in which a focused thing may lie.
// Touched on the UI goroutine only.
var scrolls []*Scroll

// passing is while the keyboard passes by what it does not stay with. Touched on
// the UI goroutine only.
var passing bool

type scrollRenderer struct {
	fyne.WidgetRenderer
	scroll *Scroll
}

func (r *scrollRenderer) Destroy() {
	scrolls = slices.DeleteFunc(scrolls, func(s *Scroll) bool { return s == r.scroll })
	r.WidgetRenderer.Destroy()
}

// revealLater is when a place that has only just been gone to is laid out.
const revealLater = 60 * time.Millisecond

// revealFocused brings what gained the focus into sight, as whoever writes by
// keyboard alone has no wheel; once more when the screen it is on is laid out.
func revealFocused(o fyne.CanvasObject) {
	if o == nil || passing {
		return
	}
	reveal(o)
	after(revealLater, func() {
		c := fyne.CurrentApp().Driver().CanvasForObject(o)
		if c == nil {
			return
		}
		if still, ok := c.Focused().(fyne.CanvasObject); ok && still == o {
			reveal(o)
		}
	})
}

// reveal scrolls what is round a thing so that the thing is in sight.
//
// The toolkit knows no parents. So the content of every scroll is moved for a
// moment, each by a distance of its own: the one round the thing is that whose
// distance the thing went along.
func reveal(o fyne.CanvasObject) {
	const apart = 1 << 14 // more than things move by rounding; exact in a float32
	if len(scrolls) == 0 {
		return
	}
	driver := fyne.CurrentApp().Driver()
	before := driver.AbsolutePositionForObject(o)
	for i, s := range scrolls {
		s.inner.Content.Move(s.inner.Content.Position().AddXY(float32(apart*(i+1)), 0))
	}
	moved := driver.AbsolutePositionForObject(o).X - before.X
	for i, s := range scrolls {
		s.inner.Content.Move(s.inner.Content.Position().SubtractXY(float32(apart*(i+1)), 0))
	}
	at := int(moved+apart/2)/apart - 1
	if at < 0 || at >= len(scrolls) {
		return
	}
	s := scrolls[at]
	top := before.Y - driver.AbsolutePositionForObject(s.inner).Y + s.Offset()
	bottom := top + o.Size().Height + revealBelow
	top = max(0, top-revealAbove)
	s.Reveal(top, min(bottom, top+s.inner.Size().Height, s.inner.Content.Size().Height))
}
