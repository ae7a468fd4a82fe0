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
	writing

	// OnSubmit runs on Enter, after OnCommit. Without it Enter goes to the dialog.
	OnSubmit func(text string)
	// OnMenu gives what the secondary button and the Menu key offer beside Cut,
	// Copy and Paste.
	OnMenu func() []*fyne.MenuItem

	hint     string // what the empty field says, where it has the room
	window   *window
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
	f := &Field{lock: NewIcon(IconLock, 16, Ink3)}
	f.writing.init(label, placeholder, style, false)
	f.hint = placeholder
	f.fit, f.begin, f.refresh = f.shape, f.fromStart, f.Refresh
	f.window = newWindow(f.entry)
	f.entry.onCursor = f.follow
	f.entry.onEnter = f.enter
	f.entry.menu = func() []*fyne.MenuItem {
		if f.OnMenu == nil {
			return nil
		}
		return f.OnMenu()
	}
	f.ExtendBaseWidget(f)
	return f
}

// SetPlaceHolder changes what an empty field says.
func (f *Field) SetPlaceHolder(text string) {
	f.hint = text
	f.shape()
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

// Focused tells whether the cursor is in the field.
func (f *Field) Focused() bool { return f.frame.focused }

// Tapped focuses the field where the pointer missed its text.
func (f *Field) Tapped(*fyne.PointEvent) { f.Focus() }

// Cursor shows that one can type.
func (f *Field) Cursor() desktop.Cursor { return desktop.TextCursor }

func (f *Field) enter() bool {
	f.commit.Flush()
	if f.OnSubmit == nil {
		return false
	}
	f.OnSubmit(f.entry.Text)
	return true
}

func (f *Field) fromStart() {
	f.window.offset = 0
	f.shape()
}

// shape makes the text as wide as it is, so that it can be scrolled sideways.
func (f *Field) shape() {
	size := f.window.Size()
	if hint := Shorten(f.hint, f.style, fyne.Max(0, size.Width-2*entryPad), CutEnd); hint != f.entry.PlaceHolder {
		f.entry.SetPlaceHolder(hint)
	}
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
	f.shape()
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
	f.shape()
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
