package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
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
	p.Create = func() fyne.CanvasObject { return newTickRow(create()) }
	p.Update = func(row int, o fyne.CanvasObject) {
		r := o.(*tickRow)
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
	widget.BaseWidget
	box     *Check
	content fyne.CanvasObject
}

func newTickRow(content fyne.CanvasObject) *tickRow {
	r := &tickRow{box: NewCheck("", nil), content: content}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *tickRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Pad(MidRow(12, Fixed(checkSize, r.box), Grow(1, r.content)), 0, 16, 0, 16))
}
