package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheFocusScrollsIntoSight(t *testing.T) {
	fields := []fyne.CanvasObject{}
	var last, first *Field
	for range 20 {
		last = NewField("Field", "")
		if first == nil {
			first = last
		}
		fields = append(fields, last)
	}
	s := NewScroll(VBox(8, fields...))
	other := NewScroll(VBox(8, NewField("Other", ""), NewFill(Surface)))
	desk(t, Row(0, Grow(1, other), Grow(1, Sized(s, 200, 200))), fyne.NewSize(600, 200))
	sight := func(f *Field) bool {
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(s).Y
		return top >= 0 && top+f.Size().Height <= s.Size().Height
	}
	last.Focus()
	if !sight(last) {
		t.Errorf("the last field has the focus out of sight, at offset %.0f", s.Offset())
	}
	first.Focus()
	if !sight(first) || s.Offset() != 0 {
		t.Errorf("the first field has the focus, at offset %.0f", s.Offset())
	}
	if other.Offset() != 0 {
		t.Error("another scroll moved")
	}
}
