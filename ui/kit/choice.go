package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Widget       = (*Choice)(nil)
	_ fyne.Focusable    = (*Choice)(nil)
	_ desktop.Hoverable = (*Choice)(nil)
)

// Option is one thing to choose.
type Option struct {
	Text string
	// Detail stands behind the text in a quieter colour.
	Detail string
}

// Choice is a field whose value is one of a list. With more than eight options
// typing filters them; however many there are, only those in sight are drawn.
type Choice struct {
	control
	framed

	// OnChanged runs when the user chose.
	OnChanged func(index int)
	// OnNew, if set, offers to take what was typed as a new option.
	OnNew func(text string)
	// NewWord makes the line that offers it: func(s) "Add ‘s’".
	NewWord func(text string) string
	// Placeholder stands where nothing is chosen.
	Placeholder string

	options  []Option
	selected int
	width    float32
	list     *dropdown
}

// NewChoice gives a choice with nothing chosen. An empty label takes no room.
func NewChoice(label string, options []Option, onChanged func(int)) *Choice {
	c := &Choice{options: options, selected: -1, OnChanged: onChanged}
	c.framed = framed{newFrame(label), c.Refresh}
	c.label = label
	c.press = c.open
	c.extend(c)
	return c
}

// Options turns texts into options.
func Options(texts ...string) []Option {
	options := make([]Option, len(texts))
	for i, t := range texts {
		options[i].Text = t
	}
	return options
}

// SetOptions replaces the options; nothing is chosen then.
func (c *Choice) SetOptions(options []Option) {
	c.options, c.selected = options, -1
	c.Refresh()
}

// Selected gives the chosen option, or -1.
func (c *Choice) Selected() int { return c.selected }

// Select chooses without running OnChanged; -1 chooses nothing.
func (c *Choice) Select(index int) {
	if index >= -1 && index < len(c.options) && index != c.selected {
		c.selected = index
		c.Refresh()
	}
}

// SetMinWidth makes the choice ask for a width.
func (c *Choice) SetMinWidth(width float32) { c.width = width }

func (c *Choice) choose(index int) {
	if index == c.selected {
		return
	}
	c.Select(index)
	if c.OnChanged != nil {
		c.OnChanged(index)
	}
}

// Text gives the chosen text, or "".
func (c *Choice) Text() string {
	if c.selected < 0 || c.selected >= len(c.options) {
		return ""
	}
	return c.options[c.selected].Text
}

// Tapped opens the list.
func (c *Choice) Tapped(ev *fyne.PointEvent) {
	focusOn(c)
	c.control.Tapped(ev)
}

// MouseIn darkens the outline.
func (c *Choice) MouseIn(ev *desktop.MouseEvent) {
	c.frame.hovered = true
	c.control.MouseIn(ev)
}

// MouseOut ends hovering.
func (c *Choice) MouseOut() {
	c.frame.hovered = false
	c.control.MouseOut()
}

// FocusGained shows the focus.
func (c *Choice) FocusGained() {
	c.frame.focused = true
	c.control.FocusGained()
}

// FocusLost hides it.
func (c *Choice) FocusLost() {
	c.frame.focused = false
	c.control.FocusLost()
}

// TypedRune opens the list and filters it.
func (c *Choice) TypedRune(r rune) {
	if r == ' ' || c.Disabled() {
		return
	}
	c.open()
	if c.list != nil {
		c.list.typed(r)
	}
}

// TypedKey opens the list on Space and ↓; Enter goes to the dialog.
func (c *Choice) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyDown, fyne.KeyUp:
		c.activate()
	default:
		passKey(c, ev)
	}
}

func (c *Choice) open() {
	if c.list != nil {
		return
	}
	c.list = openDropdown(c)
}

// CreateRenderer is called by the toolkit.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceRenderer{c: c, text: newTextLine(), arrow: NewIcon(IconChevronDown, 16, Ink2)}
	r.objects = append(r.objects, c.frame.below()...)
	r.objects = append(r.objects, r.text.text, r.arrow)
	r.objects = append(r.objects, c.frame.above()...)
	r.Refresh()
	return r
}

type choiceRenderer struct {
	c       *Choice
	text    *textLine
	arrow   *Icon
	objects []fyne.CanvasObject
}

func (r *choiceRenderer) Destroy()                     {}
func (r *choiceRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *choiceRenderer) MinSize() fyne.Size {
	f := r.c.frame
	return fyne.NewSize(fyne.Max(fyne.Max(r.c.width, f.minWidth()), 96), f.top()+fieldHeight+f.bottom())
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	pos, inner := r.c.frame.layout(size, fieldHeight)
	text, style := r.c.Text(), Body
	if text == "" {
		text, style = r.c.Placeholder, Body.In(Ink3)
	}
	if r.c.Disabled() {
		style = Body.In(Ink3)
	}
	r.text.fit(text, style, fyne.Max(0, inner.Width-fieldPad*2-24))
	r.text.place(fieldPad, pos.Y, inner.Height)
	r.arrow.Move(pos.AddXY(inner.Width-fieldPad-16, (inner.Height-16)/2))
	r.arrow.Resize(fyne.NewSquareSize(16))
}

func (r *choiceRenderer) Refresh() {
	r.c.frame.readOnly = r.c.Disabled()
	r.c.frame.refresh()
	SetVisible(r.arrow, !r.c.Disabled())
	r.arrow.Refresh()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}
