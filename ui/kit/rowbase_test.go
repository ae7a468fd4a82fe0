package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// pressRow is a row of a text that is too long, something to press, and prose.
type pressRow struct {
	RowBase
	text  *Label
	press *Check
	prose *Prose
}

// What can be pressed in a row is pressed, what is cut has its tooltip, and what is
// only read leaves the click to the row.
func TestAListReachesWhatIsInItsRows(t *testing.T) {
	pressed := -1
	l := NewList(ListParams{
		RowHeight: 40, Length: func() int { return 3 },
		Create: func() fyne.CanvasObject {
			r := &pressRow{text: NewElastic(strings.Repeat("Perpetua ", 30), Body), prose: NewProse(Body)}
			r.press = NewCheck("", func(bool) { pressed = 1 })
			r.prose.Set(ProseContent{Text: "Read me"})
			r.Build(r, Row(0, Fixed(100, r.text), Fixed(40, r.press), Grow(1, r.prose)))
			return r
		},
		Update: func(int, fyne.CanvasObject) {},
	})
	w, _ := desk(t, l, fyne.NewSize(300, 200))
	test.TapCanvas(w.Canvas(), fyne.NewPos(120, 60))
	if pressed != 1 || l.Selected() >= 0 {
		t.Errorf("the box is not pressed, at row %d", l.Selected())
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(200, 50))
	if l.Selected() != 1 {
		t.Errorf("a click on text that is only read: at row %d", l.Selected())
	}
	l.body.glass.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, 60)}})
	if tip := l.body.glass.tipOn; tip == nil || !strings.HasPrefix(tip.Tooltip(), "Perpetua Perpetua") {
		t.Errorf("the tooltip over a cut text is that of %v", tip)
	}
}
