package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A larger interface has a window as large on the screen as before: fewer of its own
// pixels.
func TestTheWindowStaysAsLargeAsTheInterfaceGrows(t *testing.T) {
	t.Setenv("FYNE_SCALE", "1")
	s := openShell(t, nil, "")
	s.win.Resize(fyne.NewSize(1280, 800))
	s.scale(1.25)
	if got := s.win.Canvas().Size(); got != fyne.NewSize(1024, 640) {
		t.Errorf("at 125 %% the window is %v", got)
	}
	s.scale(1 / 1.25)
	if got := s.win.Canvas().Size(); got != fyne.NewSize(1280, 800) {
		t.Errorf("back at 100 %% it is %v", got)
	}
}
