package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// typingPause is how long nobody types before a text is handed on.
const typingPause = 600 * time.Millisecond

var (
	_ fyne.Widget       = (*Field)(nil)
	_ fyne.Tappable     = (*Field)(nil)
	_ desktop.Hoverable = (*Field)(nil)
)

// Field is one line of text, 36 high, with a label above it, a hint at the
// right of the label and an error under it. The wheel passes over it.
type Field struct {
	widget.BaseWidget
	commit

	// OnChanged runs at every change by the user, never by SetText.
	OnChanged func(text string)
	// OnSubmit runs on Enter, after OnCommit. Without it Enter goes to the dialog.
	OnSubmit func(text string)
	// OnKey may use up a key before the field does, for lists steered from a
	// search field. It reports whether it did.
	OnKey func(*fyne.KeyEvent) bool
	// OnMenu gives what the secondary button and the Menu key offer beside Cut,
	// Copy and Paste.
	OnMenu func() []*fyne.MenuItem
	// OnFocus tells of focus gained and lost.
	OnFocus func(focused bool)

	frame    *frame
	entry    *input
	window   *window
	style    Style
	leading  *Icon
	trailing fyne.CanvasObject
	lock     *Icon
	width    float32
}

// NewField gives a field. An empty label takes no room.
func NewField(label, placeholder string) *Field {
	return newField(label, placeholder, Body)
}

// NewSerifField gives a field set in the serif, for words that are printed.
func NewSerifField(label, placeholder string) *Field {
	return newField(label, placeholder, AsPrinted)
}

// NewSearchField gives a field with a looking glass and no label.
func NewSearchField(placeholder string) *Field {
	f := newField("", placeholder, Body)
	f.leading = NewIcon(IconSearch, 20, Ink2)
	return f
}

func newField(label, placeholder string, style Style) *Field {
	f := &Field{style: style, frame: newFrame(label), lock: NewIcon(IconLock, 16, Ink3)}
	f.entry = newInput(style, false)
	f.entry.PlaceHolder = placeholder
	f.window = newWindow(f.entry)
	f.commit.text = func() string { return f.entry.Text }
	f.entry.onText = func(text string) {
		f.fit()
		f.commit.changed()
		if f.OnChanged != nil {
			f.OnChanged(text)
		}
	}
	f.entry.onCursor = f.follow
	f.entry.onFocus = f.focus
	f.entry.onEnter = f.enter
	f.entry.menu = func() []*fyne.MenuItem {
		if f.OnMenu == nil {
			return nil
		}
		return f.OnMenu()
	}
	f.entry.onKey = func(ev *fyne.KeyEvent) bool { return f.OnKey != nil && f.OnKey(ev) }
	f.ExtendBaseWidget(f)
	return f
}

// Text gives the text.
func (f *Field) Text() string { return f.entry.Text }

// SetText sets the text; nothing is told. What was typed before and not yet
// handed on is dropped: call Flush first.
func (f *Field) SetText(text string) {
	f.entry.load(text)
	f.commit.reset(text)
	f.window.offset = 0
	f.fit()
}

// SetLabel changes the label.
func (f *Field) SetLabel(label string) {
	if f.frame.label != label {
		f.frame.label = label
		f.Refresh()
	}
}

// SetHint sets the short remark at the right of the label.
func (f *Field) SetHint(hint string, token Token) {
	if f.frame.hint != hint || f.frame.hintToken != token {
		f.frame.hint, f.frame.hintToken = hint, token
		f.Refresh()
	}
}

// SetError shows what is wrong under the field; "" says that nothing is.
func (f *Field) SetError(text string) {
	if f.frame.fault != text {
		f.frame.fault = text
		f.Refresh()
	}
}

// SetPlaceHolder changes what an empty field says.
func (f *Field) SetPlaceHolder(text string) { f.entry.SetPlaceHolder(text) }

// SetReadOnly makes the field show only; its text can still be copied.
func (f *Field) SetReadOnly(readOnly bool) {
	if f.frame.readOnly == readOnly {
		return
	}
	f.frame.readOnly = readOnly
	if readOnly {
		f.entry.Disable()
	} else {
		f.entry.Enable()
	}
	f.Refresh()
}

// SetTrailing puts an object, 20 px or a small button, at the right end inside the field.
func (f *Field) SetTrailing(o fyne.CanvasObject) {
	f.trailing = o
	f.Refresh()
}

// SetMinWidth makes the field ask for a width; without it, 48 px.
func (f *Field) SetMinWidth(width float32) { f.width = width }

// SelectAll selects the whole text.
func (f *Field) SelectAll() { f.entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Focus puts the cursor into the field.
func (f *Field) Focus() { focusOn(f.entry) }

// Focusable gives the part that takes the focus, for Canvas.Focus.
func (f *Field) Focusable() fyne.Focusable { return f.entry }

// Focused tells whether the cursor is in the field.
func (f *Field) Focused() bool { return f.frame.focused }

// Tapped focuses the field where the pointer missed its text.
func (f *Field) Tapped(*fyne.PointEvent) { f.Focus() }

// Cursor shows that one can type.
func (f *Field) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseIn darkens the outline.
func (f *Field) MouseIn(*desktop.MouseEvent) { f.hover(true) }

// MouseMoved is not needed.
func (f *Field) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (f *Field) MouseOut() { f.hover(false) }

func (f *Field) hover(on bool) {
	f.frame.hovered = on
	f.frame.refresh()
}

func (f *Field) focus(on bool) {
	f.frame.focused = on
	f.frame.refresh()
	if !on {
		f.commit.Flush()
		f.window.offset = 0
		f.fit()
	}
	if f.OnFocus != nil {
		f.OnFocus(on)
	}
}

func (f *Field) enter() bool {
	f.commit.Flush()
	if f.OnSubmit == nil {
		return false
	}
	f.OnSubmit(f.entry.Text)
	return true
}

// fit makes the text as wide as it is, so that it can be scrolled sideways.
func (f *Field) fit() {
	size := f.window.Size()
	f.entry.Resize(fyne.NewSize(fyne.Max(f.entry.MinSize().Width, size.Width), size.Height))
	line, _ := f.style.Measure("M")
	f.window.set(f.window.offset, (size.Height-line.Height)/2-entryPad)
}

// follow keeps the cursor in sight.
func (f *Field) follow() {
	const margin = 12
	x := f.entry.CursorPosition().X
	room := f.window.Size().Width
	switch {
	case x < f.window.offset+margin:
		f.window.offset = x - margin
	case x > f.window.offset+room-margin:
		f.window.offset = x - room + margin
	default:
		return
	}
	f.fit()
}

// CreateRenderer is called by the toolkit.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{f: f}
	r.Refresh()
	return r
}

type fieldRenderer struct {
	f       *Field
	objects []fyne.CanvasObject
}

func (r *fieldRenderer) Destroy()                     {}
func (r *fieldRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *fieldRenderer) MinSize() fyne.Size {
	fr := r.f.frame
	return fyne.NewSize(fyne.Max(r.f.width, fr.minWidth()), fr.top()+fieldHeight+fr.bottom())
}

func (r *fieldRenderer) Layout(size fyne.Size) {
	f := r.f
	pos, inner := f.frame.layout(size, fieldHeight)
	left, right := float32(fieldPad-entryPad), float32(fieldPad-entryPad)
	if f.leading != nil {
		f.leading.Move(pos.AddXY(fieldPad, (inner.Height-20)/2))
		f.leading.Resize(fyne.NewSquareSize(20))
		left = fieldPad + 20 + 8 - entryPad
	}
	if o := r.end(); o != nil {
		min := o.MinSize()
		o.Resize(min)
		o.Move(pos.AddXY(inner.Width-min.Width-8, (inner.Height-min.Height)/2))
		right = min.Width + 12
	}
	f.window.Move(pos.AddXY(left, 0))
	f.window.Resize(fyne.NewSize(fyne.Max(8, inner.Width-left-right), inner.Height))
	f.fit()
}

// end is what stands at the right end: the lock of a read-only field, or what the screen put there.
func (r *fieldRenderer) end() fyne.CanvasObject {
	if r.f.trailing != nil {
		return r.f.trailing
	}
	if r.f.frame.readOnly {
		return r.f.lock
	}
	return nil
}

func (r *fieldRenderer) Refresh() {
	f := r.f
	r.objects = append(r.objects[:0], f.frame.below()...)
	r.objects = append(r.objects, f.window)
	r.objects = append(r.objects, f.frame.above()...)
	if f.leading != nil {
		r.objects = append(r.objects, f.leading)
	}
	if o := r.end(); o != nil {
		r.objects = append(r.objects, o)
	}
	f.frame.refresh()
	f.entry.Refresh()
	r.Layout(f.Size())
	canvas.Refresh(f)
}

func focusOn(target fyne.Focusable) {
	o, ok := target.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(target)
	}
}
