package kit

import "fyne.io/fyne/v2"

// wander moves the keyboard to another row and leaves the marks as they are, so
// that Space marks rows that do not stand together. It reports whether the key
// meant something.
func (l *List) wander(key fyne.KeyName) bool {
	at, n := l.sel.current, l.Length()
	direction := 1
	switch key {
	case fyne.KeyUp:
		at, direction = at-1, -1
	case fyne.KeyDown:
		at++
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at, direction = n-1, -1
	default:
		return false
	}
	if l.params.Single {
		return false
	}
	for at >= 0 && at < n && !l.enabled(at) {
		at += direction
	}
	if at < 0 || at >= n {
		return true
	}
	l.sel.current, l.sel.anchor = at, at
	l.Reveal(at)
	l.tell()
	return true
}
