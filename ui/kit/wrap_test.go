package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A head with chips that wrap is as high as its width makes it, at once and
// when the window changes.
func TestAColumnIsAsHighAsItsWidthMakesIt(t *testing.T) {
	chips := Wrap(6, box(100), box(100), box(100))
	head := Pad(VBox(12, box(50), chips), 14, 16, 12, 16)
	below := box(10)
	column := Column(0, Natural(head), Grow(1, below))
	w, _ := desk(t, column, fyne.NewSize(600, 300))
	for _, tt := range []struct {
		name         string
		width, lines float32
	}{
		{"wide", 600, 1},
		{"narrow", 250, 2},
		{"narrower", 140, 3},
		{"wide again", 600, 1},
	} {
		w.Resize(fyne.NewSize(tt.width, 300))
		want := 14 + 10 + 12 + 10*tt.lines + 6*(tt.lines-1) + 12
		if got := below.Position().Y; got != want {
			t.Errorf("%s: what follows stands at %.0f, want %.0f", tt.name, got, want)
		}
	}
}
