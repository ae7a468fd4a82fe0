package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget       = (*Area)(nil)
	_ desktop.Hoverable = (*Area)(nil)
)

// Area is text of several lines that grows with what is in it, so it never
// scrolls by itself. Tab leaves it; Enter is a new line, Ctrl+Enter the
// primary button of a dialog. Within NewScroll the wheel passes over it.
type Area struct {
	widget.BaseWidget
	writing

	// OnHeight runs when the area asks for another height than before.
	OnHeight func()
	// MinRows is how many lines are shown at the least; 3 unless set.
	MinRows int

	asked float32
}

// NewArea gives an area set in the sans.
func NewArea(label, placeholder string) *Area { return newArea(label, placeholder, Body) }

// NewReadingArea gives an area set in the serif, for answers.
func NewReadingArea(label, placeholder string) *Area { return newArea(label, placeholder, Reading) }

func newArea(label, placeholder string, style Style) *Area {
	a := &Area{MinRows: 3}
	a.writing.init(label, placeholder, style, true)
	a.fit, a.begin, a.refresh = a.grow, a.grow, a.Refresh
	a.ExtendBaseWidget(a)
	return a
}

const areaPad = 9

// SelectedText gives what the user has selected.
func (a *Area) SelectedText() string { return a.entry.SelectedText() }

// height is what frame and text take at the present width.
func (a *Area) height() float32 {
	line, _ := a.style.Measure("M")
	text := line.Height*float32(max(1, a.MinRows)) + 2*areaPad
	if a.entry.scroll != nil && a.Size().Width > 0 {
		text = fyne.Max(text, a.entry.scroll.Content.MinSize().Height+2*(areaPad-entryPad)+2)
	}
	return a.frame.top() + text + a.frame.bottom()
}

// grow has the layout round the area run again when its text needs more or
// fewer lines.
func (a *Area) grow() {
	height := a.height()
	if height == a.asked {
		return
	}
	a.asked = height
	canvas.Refresh(a)
	if a.OnHeight != nil {
		a.OnHeight()
	}
}

// CreateRenderer is called by the toolkit.
func (a *Area) CreateRenderer() fyne.WidgetRenderer {
	r := &areaRenderer{a: a}
	r.objects = append(r.objects, a.frame.below()...)
	r.objects = append(r.objects, a.entry)
	r.objects = append(r.objects, a.frame.above()...)
	a.frame.refresh()
	return r
}

type areaRenderer struct {
	a       *Area
	objects []fyne.CanvasObject
}

func (r *areaRenderer) Destroy()                     {}
func (r *areaRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *areaRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.a.frame.minWidth(), r.a.height())
}

func (r *areaRenderer) Layout(size fyne.Size) {
	pos, inner := r.a.frame.layout(size, size.Height-r.a.frame.top()-r.a.frame.bottom())
	r.a.entry.Move(pos.AddXY(fieldPad-entryPad, areaPad-entryPad))
	r.a.entry.Resize(inner.SubtractWidthHeight(2*(fieldPad-entryPad), 2*(areaPad-entryPad)))
	r.a.grow()
}

func (r *areaRenderer) Refresh() {
	r.a.frame.refresh()
	r.a.entry.Refresh()
	r.Layout(r.a.Size())
	canvas.Refresh(r.a)
}
