package desktest

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// Type types a text into what has the keyboard.
func (d *Desk) Type(text string) {
	d.t.Helper()
	Type(d.window.Canvas(), text)
}

// Press presses keys, one after the other.
func (d *Desk) Press(names ...fyne.KeyName) {
	d.t.Helper()
	Press(d.window.Canvas(), names...)
}

// Type types a text into what has the keyboard on a canvas. As at a real
// keyboard, every letter of it comes as a key first.
func Type(c fyne.Canvas, text string) {
	for _, r := range text {
		name := fyne.KeyName(unicode.ToUpper(r))
		if r == ' ' {
			name = fyne.KeySpace
		}
		Press(c, name)
		if f := c.Focused(); f != nil {
			f.TypedRune(r)
		}
	}
}

// Press presses keys on a canvas, one after the other.
func Press(c fyne.Canvas, names ...fyne.KeyName) {
	for _, n := range names {
		if f := c.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: n})
		} else if h := c.OnTypedKey(); h != nil {
			h(&fyne.KeyEvent{Name: n})
		}
	}
}
