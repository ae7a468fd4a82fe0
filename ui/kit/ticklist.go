package kit

import (
	"fyne.io/fyne/v2"
)

// TickList is a list whose rows can be ticked off: a box stands before each. A
// click or Space ticks the row.
type TickList struct {
	*List
	// OnTicked runs when the user ticked or unticked a row.
	OnTicked func(row int, on bool)

	on func(row int) bool
}

// NewTickList gives a list of ticked and unticked rows; on tells which.
func NewTickList(p ListParams, on func(row int) bool) *TickList {
	t := &TickList{List: &List{}, on: on}
	create, update := p.Create, p.Update
	p.Single, p.OneClick = true, everyRow
	p.Create = func() fyne.CanvasObject { return newTickRow(t, create()) }
	p.Update = func(row int, o fyne.CanvasObject) {
		r := o.(*tickRow)
		r.row = row
		r.box.SetOn(on(row))
		update(row, r.content)
	}
	t.init(p)
	t.ExtendBaseWidget(t) // as itself: what is not drawn yet can have the focus only so
	t.List.OnOpen = t.tick
	t.List.OnKey = func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeySpace:
			t.tick(t.Selected())
		case fyne.KeyReturn, fyne.KeyEnter:
			passKey(t.List.body, ev) // the dialog's primary button
		default:
			return false
		}
		return true
	}
	return t
}

func (t *TickList) tick(row int) {
	if row < 0 || row >= t.Length() {
		return
	}
	if t.OnTicked != nil {
		t.OnTicked(row, !t.on(row))
	}
	t.RefreshItem(row)
}

// tickRow is a box and what it stands before.
type tickRow struct {
	RowBase
	row     int
	box     *Check
	content fyne.CanvasObject
}

func newTickRow(t *TickList, content fyne.CanvasObject) *tickRow {
	r := &tickRow{content: content}
	r.box = NewCheck("", func(bool) {
		t.Select(r.row)
		t.tick(r.row)
	})
	r.Build(r, Pad(MidRow(12, Fixed(checkSize, r.box), Grow(1, content)), 0, 16, 0, 16))
	return r
}
