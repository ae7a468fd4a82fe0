package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Wrap sets objects beside each other like HBox and begins another line where
// the width is used up: for chips.
func Wrap(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrapLayout{gap: gap}, objects...)
}

// wrapLayout remembers the width given last, because the toolkit asks for the
// height before it tells the width.
type wrapLayout struct {
	gap, width float32
}

// MinSize is as wide as the widest object and as high as all lines.
func (l *wrapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest float32
	for _, o := range visible(objects) {
		widest = fyne.Max(widest, o.MinSize().Width)
	}
	return fyne.NewSize(widest, l.place(objects, l.width, func(fyne.CanvasObject, fyne.Position) {}))
}

// Layout places the objects.
func (l *wrapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position) {
		o.Move(at)
		o.Resize(o.MinSize())
	})
}

// place tells put where each object goes in a width, and gives the height of
// all lines; without a width there is one.
func (l *wrapLayout) place(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position)) float32 {
	var x, y, high float32
	for _, o := range visible(objects) {
		size := o.MinSize()
		if x > 0 && width > 0 && x+size.Width > width {
			x, y, high = 0, y+high+l.gap, 0
		}
		put(o, fyne.NewPos(x, y))
		x += size.Width + l.gap
		high = fyne.Max(high, size.Height)
	}
	return y + high
}
