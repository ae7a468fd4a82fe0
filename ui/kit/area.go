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
	commit

	// OnChanged runs at every change by the user, never by SetText.
	OnChanged func(text string)
	// OnFocus tells of focus gained and lost.
	OnFocus func(focused bool)
	// OnKey may use up a key before the area does.
	OnKey func(*fyne.KeyEvent) bool
	// OnHeight runs when the area asks for another height than before.
	OnHeight func()
	// MinRows is how many lines are shown at the least; 3 unless set.
	MinRows int

	frame *frame
	entry *input
	style Style
	asked float32
}

// NewArea gives an area set in the sans.
func NewArea(label, placeholder string) *Area { return newArea(label, placeholder, Body) }

// NewReadingArea gives an area set in the serif, for answers.
func NewReadingArea(label, placeholder string) *Area { return newArea(label, placeholder, Reading) }

func newArea(label, placeholder string, style Style) *Area {
	a := &Area{style: style, frame: newFrame(label), MinRows: 3}
	a.entry = newInput(style, true)
	a.entry.PlaceHolder = placeholder
	a.commit.text = func() string { return a.entry.Text }
	a.entry.onText = func(text string) {
		a.grow()
		a.commit.changed()
		if a.OnChanged != nil {
			a.OnChanged(text)
		}
	}
	a.entry.onKey = func(ev *fyne.KeyEvent) bool { return a.OnKey != nil && a.OnKey(ev) }
	a.entry.onFocus = func(on bool) {
		a.frame.focused = on
		a.frame.refresh()
		if !on {
			a.commit.Flush()
		}
		if a.OnFocus != nil {
			a.OnFocus(on)
		}
	}
	a.ExtendBaseWidget(a)
	return a
}

const areaPad = 9

// Text gives the text.
func (a *Area) Text() string { return a.entry.Text }

// SetText sets the text; nothing is told. What was typed before and not yet
// handed on is dropped: call Flush first.
func (a *Area) SetText(text string) {
	a.entry.load(text)
	a.commit.reset(text)
	a.grow()
}

// SetLabel changes the label.
func (a *Area) SetLabel(label string) {
	if a.frame.label != label {
		a.frame.label = label
		a.Refresh()
	}
}

// SetHint sets the short remark at the right of the label.
func (a *Area) SetHint(hint string, token Token) {
	if a.frame.hint != hint || a.frame.hintToken != token {
		a.frame.hint, a.frame.hintToken = hint, token
		a.Refresh()
	}
}

// SetError shows what is wrong under the area.
func (a *Area) SetError(text string) {
	if a.frame.fault != text {
		a.frame.fault = text
		a.Refresh()
	}
}

// SetReadOnly makes the area show only; its text can still be copied.
func (a *Area) SetReadOnly(readOnly bool) {
	if a.frame.readOnly == readOnly {
		return
	}
	a.frame.readOnly = readOnly
	if readOnly {
		a.entry.Disable()
	} else {
		a.entry.Enable()
	}
	a.Refresh()
}

// Focus puts the cursor into the area.
func (a *Area) Focus() { focusOn(a.entry) }

// Focusable gives the part that takes the focus, for Canvas.Focus.
func (a *Area) Focusable() fyne.Focusable { return a.entry }

// SelectedText gives what the user has selected.
func (a *Area) SelectedText() string { return a.entry.SelectedText() }

// MouseIn darkens the outline.
func (a *Area) MouseIn(*desktop.MouseEvent) { a.hover(true) }

// MouseMoved is not needed.
func (a *Area) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (a *Area) MouseOut() { a.hover(false) }

func (a *Area) hover(on bool) {
	a.frame.hovered = on
	a.frame.refresh()
}

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
