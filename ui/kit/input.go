package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// input is the toolkit's entry inside a field: without frame of its own, left
// by Tab, and silent while the program sets its text.
type input struct {
	widget.Entry

	onText   func(string) // the user changed the text
	onFocus  func(bool)
	onEnter  func() bool // true: the key is used up
	onKey    func(*fyne.KeyEvent) bool
	onCursor func()
	menu     func() []*fyne.MenuItem // what the secondary button offers beside the clipboard

	style   Style
	scroll  *container.Scroll
	bare    bool // its renderer denies having parts
	loading bool
	// pressing is while a press of the pointer gives it the focus.
	pressing bool
	shift    bool
}

func newInput(style Style, multiLine bool) *input {
	e := &input{style: style}
	e.TextStyle = style.textStyle()
	if multiLine {
		e.MultiLine = true
		e.Wrapping = fyne.TextWrapWord
	} else {
		e.Wrapping = fyne.TextWrapOff
		e.Scroll = container.ScrollNone
	}
	e.Entry.OnChanged = func(text string) {
		if !e.loading && e.onText != nil {
			e.onText(text)
		}
	}
	e.OnCursorChanged = func() {
		if e.onCursor != nil {
			e.onCursor()
		}
	}
	e.ExtendBaseWidget(e)
	e.dress()
	return e
}

// dress gives the entry the field's text size. The toolkit's way is a theme
// override, which reads the fonts again for every text it reaches; so it
// reaches the entry alone, and the texts in it get their size by name.
func (e *input) dress() {
	e.bare = true
	container.NewThemeOverride(e, fieldTheme{NewTheme(FollowSystem), e.style.Size})
	e.bare = false
}

type inputRenderer struct {
	fyne.WidgetRenderer
	e *input
}

func (r inputRenderer) Objects() []fyne.CanvasObject {
	if r.e.bare {
		return nil
	}
	return r.WidgetRenderer.Objects()
}

// CreateRenderer takes the entry's own frame away; the field draws one.
func (e *input) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	for _, o := range r.Objects() {
		switch part := o.(type) {
		case *canvas.Rectangle:
			part.Hide()
		case *container.Scroll:
			e.scroll = part
			e.sizeTexts(part.Content)
		case *canvas.Image:
		default:
			e.sizeTexts(part)
		}
	}
	return inputRenderer{r, e}
}

// sizeTexts names the text size to the texts in the entry's content.
func (e *input) sizeTexts(content fyne.CanvasObject) {
	w, ok := content.(fyne.Widget)
	if !ok {
		return
	}
	for _, o := range w.CreateRenderer().Objects() {
		text, ok := o.(*widget.RichText)
		if !ok {
			continue
		}
		for _, s := range text.Segments {
			if segment, ok := s.(*widget.TextSegment); ok {
				segment.Style.SizeName = textSizeName(e.style.Size)
			}
		}
	}
}

// load sets the text without telling anybody.
func (e *input) load(text string) {
	e.loading = true
	defer func() { e.loading = false }()
	if e.Text != text {
		e.SetText(text)
	}
	e.CursorRow, e.CursorColumn = 0, 0
}

// AcceptsTab is false: Tab leaves every field.
func (e *input) AcceptsTab() bool { return false }

func (e *input) FocusGained() {
	e.Entry.FocusGained()
	if e.onFocus != nil {
		e.onFocus(true)
	}
	if !e.pressing {
		revealFocused(e)
	}
}

// MouseDown keeps the field where it is: the pointer is on it.
func (e *input) MouseDown(ev *desktop.MouseEvent) {
	e.pressing = true
	e.Entry.MouseDown(ev)
	e.pressing = false
}

func (e *input) FocusLost() {
	e.Entry.FocusLost()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

func (e *input) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		e.shift = true
	}
	e.Entry.KeyDown(ev)
}

func (e *input) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		e.shift = false
	}
	e.Entry.KeyUp(ev)
}

func (e *input) TypedKey(ev *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(ev) || e.menuKey(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyEscape:
		passKey(e, ev)
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.MultiLine && !e.shift {
			break
		}
		if e.onEnter == nil || !e.onEnter() {
			passKey(e, ev)
		}
		return
	}
	e.Entry.TypedKey(ev)
}

// TypedShortcut sends Ctrl+Enter to the dialog: in a multi-line field Enter
// alone is a new line. Redo answers to Ctrl+Shift+Z too; where the field has
// nothing to redo, the keys are the window's.
func (e *input) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok {
		switch {
		case custom.KeyName == fyne.KeyReturn || custom.KeyName == fyne.KeyEnter:
			passKey(e, &fyne.KeyEvent{Name: fyne.KeyReturn})
			return
		case custom.KeyName == fyne.KeyZ && custom.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift:
			before := e.Text
			if e.Redo(); e.Text == before {
				passShortcut(e, s)
			}
			return
		}
	}
	e.Entry.TypedShortcut(s)
}

// passShortcut gives keys that a widget has no use for to the window.
func passShortcut(o fyne.CanvasObject, s fyne.Shortcut) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		if handler, ok := c.(fyne.Shortcutable); ok {
			handler.TypedShortcut(s)
		}
	}
}

// UnderDialog gives keys of the menu, pressed while a dialog is open, to the
// dialog or the widget in it that has the focus: the menu comes first for the
// toolkit, and would keep them.
func UnderDialog(c fyne.Canvas, s fyne.Shortcut) {
	if s.ShortcutName() == goOn.ShortcutName() {
		passCanvasKey(c, &fyne.KeyEvent{Name: fyne.KeyReturn})
		return
	}
	ForwardShortcut(c, s)
}

// UndoTyping undoes the last typing in the field that has the focus. It
// reports whether there was any; if not, the program's own Undo is meant.
func UndoTyping(c fyne.Canvas) bool { return retype(c, (*input).Undo) }

// RedoTyping brings back what UndoTyping took.
func RedoTyping(c fyne.Canvas) bool { return retype(c, (*input).Redo) }

func retype(c fyne.Canvas, do func(*input)) bool {
	e, ok := c.Focused().(*input)
	if !ok || e.Disabled() {
		return false
	}
	before := e.Text
	do(e)
	return e.Text != before
}

// ForwardShortcut gives Cut, Copy, Paste or Select all of the Edit menu to the
// widget that has the focus. It reports whether one took it.
func ForwardShortcut(c fyne.Canvas, s fyne.Shortcut) bool {
	target, ok := c.Focused().(fyne.Shortcutable)
	if ok {
		target.TypedShortcut(s)
	}
	return ok
}

// Typing reports whether a text field has the focus, so that a bare letter or
// Delete belongs to it.
func Typing(c fyne.Canvas) bool {
	e, ok := c.Focused().(*input)
	return ok && !e.Disabled()
}

// window shows a part of a wider object: a line of text scrolled sideways. It
// is not Scrollable, so the wheel goes on to the scroll round the field.
type window struct {
	widget.BaseWidget
	content fyne.CanvasObject
	offset  float32
}

func newWindow(content fyne.CanvasObject) *window {
	w := &window{content: content}
	w.ExtendBaseWidget(w)
	return w
}

func (w *window) CreateRenderer() fyne.WidgetRenderer { return &windowRenderer{w} }

type windowRenderer struct{ w *window }

func (r *windowRenderer) Destroy()                     {}
func (r *windowRenderer) IsClip()                      {}
func (r *windowRenderer) MinSize() fyne.Size           { return fyne.NewSize(8, 8) }
func (r *windowRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.w.content} }
func (r *windowRenderer) Layout(fyne.Size)             {}
func (r *windowRenderer) Refresh()                     { r.w.content.Refresh() }

// set scrolls the content to offset, its top at y.
func (w *window) set(offset, y float32) {
	w.offset = fyne.Max(0, fyne.Min(offset, w.content.Size().Width-w.Size().Width))
	w.content.Move(fyne.NewPos(-w.offset, y))
}
