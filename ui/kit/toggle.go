package kit

import "fyne.io/fyne/v2"

// toggle is what controls that are on or off have in common.
type toggle struct {
	control

	// OnChanged runs when the user switched it.
	OnChanged func(on bool)

	text string
	on   bool
}

func (t *toggle) init(text string, onChanged func(bool), self interface {
	fyne.Widget
	fyne.Focusable
},
) {
	t.text, t.label, t.OnChanged = text, text, onChanged
	t.press = func() {
		t.SetOn(!t.on)
		if t.OnChanged != nil {
			t.OnChanged(t.on)
		}
	}
	t.extend(self)
}

// On tells whether it is on.
func (t *toggle) On() bool { return t.on }

// SetOn switches without running OnChanged.
func (t *toggle) SetOn(on bool) {
	if t.on != on {
		t.on = on
		t.Refresh()
	}
}
