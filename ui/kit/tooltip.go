package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tipDelay is how long the pointer rests before a tooltip comes up.
const tipDelay = 500 * time.Millisecond

// tipper is an object that can say what its tooltip is. Lists ask the objects
// of a row for it, since they take the pointer for themselves.
type tipper interface{ Tooltip() string }

// tipState is the tooltip of one widget: waiting, shown or none.
type tipState struct {
	stop func()
}

func (s *tipState) enter(owner fyne.CanvasObject, text string, ev *desktop.MouseEvent) {
	s.leave()
	if text == "" || ev == nil {
		return
	}
	at := ev.AbsolutePosition
	l := layerOf(owner)
	if l == nil {
		return
	}
	cancel := after(tipDelay, func() { l.showTip(text, at) })
	s.stop = func() {
		cancel()
		l.hideTip()
	}
}

func (s *tipState) leave() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
}

var (
	_ fyne.Widget       = (*tipArea)(nil)
	_ desktop.Hoverable = (*tipArea)(nil)
	_ tipper            = (*tipArea)(nil)
)

// tipArea gives anything a tooltip.
type tipArea struct {
	widget.BaseWidget
	content fyne.CanvasObject
	tip     string
	state   tipState
}

// WithTip gives an object a tooltip. The object should not react to the
// pointer itself; buttons and labels have their own.
func WithTip(content fyne.CanvasObject, tip string) fyne.CanvasObject {
	t := &tipArea{content: content, tip: tip}
	t.ExtendBaseWidget(t)
	return t
}

func (t *tipArea) Tooltip() string                   { return t.tip }
func (t *tipArea) MouseIn(ev *desktop.MouseEvent)    { t.state.enter(t, t.tip, ev) }
func (t *tipArea) MouseMoved(ev *desktop.MouseEvent) {}
func (t *tipArea) MouseOut()                         { t.state.leave() }

func (t *tipArea) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(t.content))
}

// widestTip is the width from which on a tooltip breaks into lines, px.
const widestTip = 400

// tipBox is the tooltip itself: caption on reversed ink.
type tipBox struct {
	widget.BaseWidget
	label *Paragraph
}

func newTipBox() *tipBox {
	t := &tipBox{label: NewParagraph("", SmallInk)}
	t.ExtendBaseWidget(t)
	return t
}

func (t *tipBox) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(Color(Ink))
	back.CornerRadius = 4
	return &tipRenderer{t: t, back: back}
}

type tipRenderer struct {
	t    *tipBox
	back *canvas.Rectangle
}

func (r *tipRenderer) Destroy()                     {}
func (r *tipRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.t.label} }

func (r *tipRenderer) MinSize() fyne.Size {
	width := fyne.Min(widestTip, r.t.label.widest())
	return fyne.NewSize(width+20, r.t.label.HeightFor(width)+12)
}

func (r *tipRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.t.label.Move(fyne.NewPos(10, 6))
	r.t.label.Resize(size.SubtractWidthHeight(20, 12))
}

func (r *tipRenderer) Refresh() {
	r.back.FillColor = Color(Ink)
	r.back.Refresh()
	r.t.label.Refresh()
}

// ShowTip shows a tooltip at once, at a place on the canvas, for a widget that
// has many things to point at. hide takes it away.
func ShowTip(owner fyne.CanvasObject, text string, at fyne.Position) (hide func()) {
	l := layerOf(owner)
	if l == nil || text == "" {
		return func() {}
	}
	l.showTip(text, at)
	return l.hideTip
}
