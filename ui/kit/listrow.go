package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// rowState is how a row looks: section 4 of the specification, "Row (all lists)".
type rowState struct {
	hovered, marked, focused, lifted bool
	ground                           Token
}

// listRow is a row's ground, selection bar and focus ring round its content.
type listRow struct {
	widget.BaseWidget
	content   fyne.CanvasObject
	separated bool
	now       rowState
	drawn     bool

	ground, bar, line, ring *canvas.Rectangle
}

func newListRow(content fyne.CanvasObject, separated bool) *listRow {
	r := &listRow{
		content: content, separated: separated,
		ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil),
		line: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) state(s rowState) {
	if s == r.now && r.drawn {
		return
	}
	r.now, r.drawn = s, true
	r.paint()
}

func (r *listRow) paint() {
	ground := Clear
	switch {
	case r.now.marked:
		ground = Soft
	case r.now.ground != "":
		ground = r.now.ground
	case r.now.hovered:
		ground = Hover
	}
	r.ground.FillColor = Color(ground)
	r.bar.FillColor = Color(Accent)
	r.line.FillColor = Color(Line)
	r.ring.FillColor, r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = Color(Clear), Color(Accent), 2, 2
	SetVisible(r.bar, r.now.marked)
	SetVisible(r.line, r.separated)
	SetVisible(r.ring, r.now.focused)
	SetVisible(r.content, !r.now.lifted)
	r.ground.Refresh()
	r.bar.Refresh()
	r.ring.Refresh()
}

// CreateRenderer is called by the toolkit.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer { return &listRowRenderer{r} }

type listRowRenderer struct{ r *listRow }

func (x *listRowRenderer) Destroy()           {}
func (x *listRowRenderer) MinSize() fyne.Size { return x.r.content.MinSize() }

func (x *listRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.r.ground, x.r.line, x.r.content, x.r.bar, x.r.ring}
}

func (x *listRowRenderer) Layout(size fyne.Size) {
	x.r.ground.Resize(size)
	x.r.bar.Resize(fyne.NewSize(3, size.Height))
	x.r.line.Move(fyne.NewPos(0, size.Height-1))
	x.r.line.Resize(fyne.NewSize(size.Width, 1))
	x.r.ring.Resize(size)
	x.r.content.Resize(size)
}

func (x *listRowRenderer) Refresh() {
	x.r.paint()
	x.r.content.Refresh()
}
