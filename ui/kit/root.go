package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Root)(nil)

// Root is the content of a window: what the screens show, and above it a layer
// for tooltips and toasts.
type Root struct {
	widget.BaseWidget
	content *fyne.Container
	layer   *layer
}

// NewRoot wraps the content of a window.
func NewRoot(content fyne.CanvasObject) *Root {
	r := &Root{content: container.New(stackAtMost{layout.NewStackLayout()}, content), layer: newLayer()}
	r.ExtendBaseWidget(r)
	return r
}

// mostAsked is the most that the content of a window asks for, px. The toolkit
// makes a window as large as its content asks, and were it larger than the screen
// for one long word: what has no room is cut instead.
var mostAsked = fyne.NewSize(1240, 700)

// stackAtMost is a stack that asks for no more than that.
type stackAtMost struct{ stack fyne.Layout }

func (s stackAtMost) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.stack.Layout(objects, size)
}

func (s stackAtMost) MinSize(objects []fyne.CanvasObject) fyne.Size {
	min := s.stack.MinSize(objects)
	return fyne.NewSize(fyne.Min(min.Width, mostAsked.Width), fyne.Min(min.Height, mostAsked.Height))
}

// SetContent replaces what the window shows.
func (r *Root) SetContent(content fyne.CanvasObject) {
	r.content.Objects = []fyne.CanvasObject{content}
	r.content.Refresh()
}

// CreateRenderer is called by the toolkit.
func (r *Root) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(NewFill(Canvas), r.content, r.layer.objects))
}

func (r *Root) floating() *layer { return r.layer }

// layer floats above a window's content or above a dialog.
type layer struct {
	objects *fyne.Container
	tip     *tipBox
	toast   *toastBox
}

// layered is an object at the bottom of a canvas or of an overlay that has a layer.
type layered interface{ floating() *layer }

func newLayer() *layer {
	l := &layer{tip: newTipBox()}
	l.tip.Hide()
	l.objects = container.New(floatLayout{l}, l.tip)
	return l
}

// layerOf finds the layer an object's tooltip has to appear in.
func layerOf(o fyne.CanvasObject) *layer {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	bottom := c.Overlays().Top()
	if bottom == nil {
		bottom = c.Content()
	}
	if l, ok := bottom.(layered); ok {
		return l.floating()
	}
	return nil
}

func (l *layer) showTip(text string, at fyne.Position) {
	l.tip.label.Set(text, SmallInk.In(Surface))
	size := l.tip.MinSize()
	room := l.objects.Size()
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.objects)
	pos := at.Subtract(origin).AddXY(8, 20)
	if pos.X+size.Width > room.Width-8 {
		pos.X = fyne.Max(8, room.Width-8-size.Width)
	}
	if pos.Y+size.Height > room.Height-8 {
		pos.Y = at.Y - origin.Y - size.Height - 8
	}
	l.tip.Move(pos)
	l.tip.Resize(size)
	l.tip.Show()
	l.objects.Refresh()
}

func (l *layer) hideTip() {
	if l.tip.Visible() {
		l.tip.Hide()
	}
}

// floatLayout leaves the tooltip where it was put and keeps the toast in its corner.
type floatLayout struct{ l *layer }

func (floatLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (f floatLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if t := f.l.toast; t != nil {
		min := t.MinSize()
		t.Resize(min)
		t.Move(fyne.NewPos(size.Width-min.Width-24, size.Height-min.Height-48))
	}
}
