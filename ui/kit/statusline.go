package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewStatusLine gives the line below the window, 28 high: what is at the left,
// what is at the right, parted by short lines. What has nothing to say at the
// moment takes no room.
func NewStatusLine(left, right []fyne.CanvasObject) fyne.CanvasObject {
	row := Pad(Row(16, Grow(1, newParted(left)), Natural(newParted(right))), 0, 16, 0, 12)
	ground := NewFill(Canvas)
	ground.Min = fyne.NewSize(0, 28)
	return container.NewBorder(NewHLine(), nil, nil, nil, stacked(ground, row))
}

// NewStatus gives an entry of the status line: icon and words. The parts are
// given back to be changed.
func NewStatus(icon IconName, token Token, text string) (fyne.CanvasObject, *Icon, *Label) {
	i, l := NewIcon(icon, 16, token), NewLabel(text, SmallInk)
	return HBox(6, i, l), i, l
}

// newParted sets objects beside each other with a short line between any two
// that have something to say.
func newParted(objects []fyne.CanvasObject) *fyne.Container {
	l := partedLayout{n: len(objects)}
	all := append([]fyne.CanvasObject(nil), objects...)
	for range objects {
		all = append(all, NewVLine())
	}
	return container.New(l, all...)
}

// partedLayout gets n objects and then a line for each of them.
type partedLayout struct{ n int }

const partGap = 16

func (l partedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 27)
	for _, o := range objects[:l.n] {
		if min := o.MinSize(); o.Visible() && min.Width > 0 {
			if size.Width > 0 {
				size.Width += 2*partGap + 1
			}
			size.Width += min.Width
		}
	}
	return size
}

func (l partedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for i, o := range objects[:l.n] {
		line, min := objects[l.n+i], o.MinSize()
		line.Resize(fyne.Size{})
		if !o.Visible() || min.Width <= 0 {
			o.Resize(fyne.Size{})
			continue
		}
		if x > 0 {
			line.Move(fyne.NewPos(x+partGap, (size.Height-12)/2))
			line.Resize(fyne.NewSize(1, 12))
			x += 2*partGap + 1
		}
		o.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
		o.Resize(min)
		x += min.Width
	}
}
