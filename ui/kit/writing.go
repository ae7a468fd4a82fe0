package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// writing is what a Field and an Area have in common: a text that is typed, in a
// frame, and handed on.
type writing struct {
	commit
	framed

	// OnChanged runs at every change by the user, never by SetText.
	OnChanged func(text string)
	// OnKey may use up a key before the text does, for lists steered from a
	// search field. It reports whether it did.
	OnKey func(*fyne.KeyEvent) bool
	// OnFocus tells of focus gained and lost.
	OnFocus func(focused bool)

	entry *input
	style Style

	fit   func() // gives the text its room
	begin func() // shows it from its beginning
}

func (w *writing) init(label, placeholder string, style Style, lines bool) {
	w.frame, w.style, w.entry = newFrame(label), style, newInput(style, lines)
	w.entry.PlaceHolder = placeholder
	w.commit.text = w.Text
	w.entry.onText = func(text string) {
		w.fit()
		w.commit.changed()
		if w.OnChanged != nil {
			w.OnChanged(text)
		}
	}
	w.entry.onKey = func(ev *fyne.KeyEvent) bool { return w.OnKey != nil && w.OnKey(ev) }
	w.entry.onFocus = w.focus
}

func (w *writing) focus(on bool) {
	w.frame.focused = on
	w.frame.refresh()
	if !on {
		w.commit.Flush()
		w.begin()
	}
	if w.OnFocus != nil {
		w.OnFocus(on)
	}
}

// Text gives the text.
func (w *writing) Text() string { return w.entry.Text }

// SetText sets the text; nothing is told. What was typed before and not yet
// handed on is dropped: call Flush first.
func (w *writing) SetText(text string) {
	w.entry.load(text)
	w.commit.reset(text)
	w.begin()
}

// SetReadOnly has the text shown only; it can still be copied.
func (w *writing) SetReadOnly(readOnly bool) {
	if w.frame.readOnly == readOnly {
		return
	}
	w.frame.readOnly = readOnly
	if readOnly {
		w.entry.Disable()
	} else {
		w.entry.Enable()
	}
	w.refresh()
}

// Focus puts the cursor into the text.
func (w *writing) Focus() { focusOn(w.entry) }

// Focusable gives the part that takes the focus, for Canvas.Focus.
func (w *writing) Focusable() fyne.Focusable { return w.entry }

// MouseIn darkens the outline.
func (w *writing) MouseIn(*desktop.MouseEvent) { w.hover(true) }

// MouseMoved is not needed.
func (w *writing) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (w *writing) MouseOut() { w.hover(false) }

func (w *writing) hover(on bool) {
	w.frame.hovered = on
	w.frame.refresh()
}
