package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// strip is what controls with options beside each other have in common, of
// which one is chosen. It is one stop of the keyboard; the arrow keys choose.
type strip struct {
	control

	// OnChanged runs when the user chose another option.
	OnChanged func(index int)

	count    func() int
	indexAt  func(x float32) int // the option at a place, or -1
	tipOf    func(int) string    // "" for none
	selected int
	over     int // pointed at, or -1
}

// Selected gives the chosen option, from 0.
func (s *strip) Selected() int { return s.selected }

// Select chooses without running OnChanged.
func (s *strip) Select(index int) {
	if index >= 0 && index < s.count() && index != s.selected {
		s.selected = index
		s.Refresh()
	}
}

func (s *strip) choose(index int) {
	if index < 0 || index >= s.count() || index == s.selected || s.Disabled() {
		return
	}
	s.Select(index)
	if s.OnChanged != nil {
		s.OnChanged(index)
	}
}

// Tapped chooses the option under the pointer.
func (s *strip) Tapped(ev *fyne.PointEvent) { s.choose(s.indexAt(ev.Position.X)) }

// TypedKey chooses with the arrow keys.
func (s *strip) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.choose(s.selected - 1)
	case fyne.KeyRight, fyne.KeyDown:
		s.choose(s.selected + 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(s.count() - 1)
	default:
		passKey(s.object(), ev)
	}
}

// MouseIn marks the option pointed at.
func (s *strip) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved marks the option pointed at.
func (s *strip) MouseMoved(ev *desktop.MouseEvent) {
	over := s.indexAt(ev.Position.X)
	if over == s.over {
		return
	}
	s.over = over
	if over >= 0 {
		if tip := s.tipOf(over); tip != "" {
			s.state.enter(s.object(), tip, ev)
		}
	}
	s.Refresh()
}

// MouseOut ends hovering.
func (s *strip) MouseOut() {
	s.over = -1
	s.control.MouseOut()
}
