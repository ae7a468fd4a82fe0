package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Scroll)(nil)

// Scroll shows content that is higher than its place. It takes the wheel for
// itself wherever the pointer is, so that no field in it swallows it; nothing
// in it can therefore scroll on its own.
type Scroll struct {
	widget.BaseWidget
	inner *flatScroll
	glass *wheelGlass
}

// NewScroll gives a vertical scroll.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{inner: newFlatScroll(content)}
	s.glass = newWheelGlass(s.inner)
	s.ExtendBaseWidget(s)
	return s
}

// Offset gives how far the content is scrolled down.
func (s *Scroll) Offset() float32 { return s.inner.Offset.Y }

// SetOffset scrolls.
func (s *Scroll) SetOffset(y float32) { s.inner.ScrollToOffset(fyne.NewPos(0, y)) }

// Reveal scrolls as little as needed to show from top to bottom of the content.
func (s *Scroll) Reveal(top, bottom float32) {
	room := s.inner.Size().Height
	switch offset := s.Offset(); {
	case top < offset:
		s.SetOffset(top)
	case bottom > offset+room:
		s.SetOffset(bottom - room)
	}
}

// key scrolls by the keyboard: a line, a page, to an end.
func (s *Scroll) key(name fyne.KeyName) bool {
	const line = 40
	page, whole := s.inner.Size().Height-line, s.inner.Content.MinSize().Height
	by := map[fyne.KeyName]float32{
		fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: -page, fyne.KeyPageDown: page, fyne.KeyHome: -whole, fyne.KeyEnd: whole,
	}[name]
	if by != 0 {
		s.SetOffset(s.Offset() + by)
	}
	return by != 0
}

// CreateRenderer is called by the toolkit.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	scrolls = append(scrolls, s)
	return &scrollRenderer{widget.NewSimpleRenderer(container.NewStack(s.inner, s.glass)), s}
}

var _ fyne.Scrollable = (*wheelGlass)(nil)

// wheelGlass lies over content, takes the wheel and nothing else.
type wheelGlass struct {
	widget.BaseWidget
	target fyne.Scrollable
}

func newWheelGlass(target fyne.Scrollable) *wheelGlass {
	g := &wheelGlass{target: target}
	g.ExtendBaseWidget(g)
	return g
}

func (g *wheelGlass) Scrolled(ev *fyne.ScrollEvent) { g.target.Scrolled(ev) }

func (g *wheelGlass) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

var _ fyne.Scrollable = (*flatScroll)(nil)

// flatScroll is the toolkit's vertical scroll without the shadows at its
// edges: panes have none.
type flatScroll struct{ container.Scroll }

func newFlatScroll(content fyne.CanvasObject) *flatScroll {
	s := &flatScroll{}
	s.Content, s.Direction = content, container.ScrollVerticalOnly
	s.ExtendBaseWidget(s)
	return s
}

func (s *flatScroll) CreateRenderer() fyne.WidgetRenderer {
	return &flatScrollRenderer{WidgetRenderer: s.Scroll.CreateRenderer()}
}

type flatScrollRenderer struct {
	fyne.WidgetRenderer
	kept []fyne.CanvasObject
}

// Objects keeps the content and the bars; the bars are what the pointer meets.
func (r *flatScrollRenderer) Objects() []fyne.CanvasObject {
	all := r.WidgetRenderer.Objects()
	r.kept = append(r.kept[:0], all[0])
	for _, o := range all[1:] {
		if _, bar := o.(desktop.Hoverable); bar {
			r.kept = append(r.kept, o)
		}
	}
	return r.kept
}
