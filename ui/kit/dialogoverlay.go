package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// dialogOverlay is scrim and panel over the whole canvas.
type dialogOverlay struct {
	widget.BaseWidget
	d       *Dialog
	layer   *layer
	scrim   *Fill
	back    *Fill
	panel   *fyne.Container
	note    *Label
	buttons []fyne.CanvasObject
	cancel  *Button // nil where there is none
}

func newDialogOverlay(d *Dialog) *dialogOverlay {
	o := &dialogOverlay{d: d, layer: newLayer(), scrim: NewFill(Scrim), back: NewFill(Surface)}
	o.back.Radius, o.back.Shadow = 12, true
	if d.params.Note == "" && d.params.Primary != "" && holdsArea(d.params.Content) {
		d.params.Note = lang.L("Ctrl+Enter: {{.Button}}", map[string]any{"Button": d.params.Primary})
	}
	o.note = NewElastic(d.params.Note, Small.In(Ink3))
	if d.params.Bare {
		o.panel = stacked(d.params.Content)
	} else {
		middle := o.middle()
		o.panel = TabFirst(Column(0, Natural(o.head()), Grow(1, middle), Natural(o.foot())), middle)
	}
	o.ExtendBaseWidget(o)
	return o
}

// holdsArea says whether a field of several lines is among the content.
func holdsArea(o fyne.CanvasObject) bool {
	switch o := o.(type) {
	case *Area:
		return true
	case *fyne.Container:
		return slices.ContainsFunc(o.Objects, holdsArea)
	case *Scroll:
		return holdsArea(o.inner.Content)
	}
	return false
}

func (o *dialogOverlay) head() fyne.CanvasObject {
	p := o.d.params
	cells := []Cell{Grow(1, NewElastic(p.Title, PanelTitle))}
	for _, b := range p.Head {
		cells = append(cells, Natural(b))
	}
	if p.Cancel != "-" {
		cross := NewIconButton(IconClose, lang.L("Close"), o.d.Cancel)
		cells = append(cells, Natural(cross))
		o.buttons = append(o.buttons, cross)
	}
	row := Pad(MidRow(8, cells...), 14, 16, 14, 24)
	if p.Flush {
		return Column(0, Natural(row), Fixed(1, NewHLine()))
	}
	return row
}

func (o *dialogOverlay) middle() fyne.CanvasObject {
	p := o.d.params
	if p.Content == nil {
		return NewFill(Clear)
	}
	if p.Flush {
		return p.Content
	}
	return Pad(p.Content, 6, 24, 24, 24)
}

func (o *dialogOverlay) foot() fyne.CanvasObject {
	p := o.d.params
	cells := []Cell{Grow(1, o.note)}
	for _, b := range p.Foot {
		cells = append(cells, Natural(b))
	}
	if p.Cancel != "-" {
		word := p.Cancel
		if word == "" {
			word = lang.L("Cancel")
		}
		o.cancel = NewButton(word, o.d.Cancel)
		o.buttons = append(o.buttons, o.cancel)
		cells = append(cells, Natural(o.cancel))
	}
	if p.Primary != "" {
		o.d.primary = NewPrimary(p.Primary, o.d.Submit)
		o.buttons = append(o.buttons, o.d.primary)
		cells = append(cells, Natural(o.d.primary))
	}
	if len(cells) == 1 && p.Note == "" {
		return NewFill(Clear)
	}
	ground := NewFill(Canvas)
	ground.Radius = 12
	ground.TopSquare = true
	return stacked(ground, Column(0, Fixed(1, NewHLine()), Natural(Pad(MidRow(12, cells...), 14, 24, 14, 24))))
}

// veil takes the dialog out of sight, or brings it there.
func (o *dialogOverlay) veil(veiled bool) {
	for _, part := range []fyne.CanvasObject{o.scrim, o.back, o.panel} {
		if veiled {
			part.Hide()
		} else {
			part.Show()
		}
	}
}

func (o *dialogOverlay) floating() *layer { return o.layer }

// takeKey gets the keys that nothing in the dialog had a use for.
func (o *dialogOverlay) takeKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		o.d.Cancel()
	case fyne.KeyReturn, fyne.KeyEnter:
		o.d.Submit()
	default:
		s := scrollIn(o.d.params.Content)
		return s != nil && s.key(ev.Name)
	}
	return true
}

// scrollIn finds the scroll among the content that is shown.
func scrollIn(o fyne.CanvasObject) *Scroll {
	switch o := o.(type) {
	case *Scroll:
		return o
	case *fyne.Container:
		for _, part := range o.Objects {
			if s := scrollIn(part); s != nil {
				return s
			}
		}
	}
	return nil
}

// Tapped gets the clicks that hit nothing else.
func (o *dialogOverlay) Tapped(ev *fyne.PointEvent) {
	at := ev.Position.Subtract(o.back.Position())
	size := o.back.Size()
	inside := at.X >= 0 && at.Y >= 0 && at.X < size.Width && at.Y < size.Height
	if o.d.params.Bare && !inside {
		o.d.Cancel()
	}
}

// CreateRenderer is called by the toolkit.
func (o *dialogOverlay) CreateRenderer() fyne.WidgetRenderer { return &dialogRenderer{o} }

type dialogRenderer struct{ o *dialogOverlay }

func (r *dialogRenderer) Destroy()           {}
func (r *dialogRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *dialogRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.o.scrim, r.o.back, r.o.panel, r.o.layer.objects}
}

func (r *dialogRenderer) Layout(size fyne.Size) {
	p := r.o.d.params
	r.o.scrim.Resize(size)
	r.o.layer.objects.Resize(size)
	min := r.o.panel.MinSize()
	width := fyne.Max(fyne.Max(p.Width, 420), min.Width)
	width = fyne.Min(width, size.Width-32)
	r.o.panel.Resize(fyne.NewSize(width, r.o.panel.Size().Height)) // texts wrap to the width and then know their height
	height := fyne.Max(p.Height, r.o.panel.MinSize().Height)
	height = fyne.Min(height, size.Height-32)
	panel := fyne.NewSize(width, height)
	pos := fyne.NewPos((size.Width-width)/2, fyne.Max(16, (size.Height-height)*0.42))
	if p.Top > 0 {
		pos.Y = fyne.Max(16, fyne.Min(p.Top, size.Height-16-height))
	}
	pos = fyne.NewPos(float32(int(pos.X)), float32(int(pos.Y)))
	for _, o := range []fyne.CanvasObject{r.o.back, r.o.panel} {
		o.Resize(panel)
		o.Move(pos)
	}
}

func (r *dialogRenderer) Refresh() {
	r.o.scrim.Refresh()
	r.o.back.Refresh()
	r.o.panel.Refresh()
	r.Layout(r.o.Size())
}
