package kit

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// ListHead is the head of a group of rows; without text it is none.
type ListHead struct {
	Text string
	Note string // at the right: how many there are
}

// headRowHeight is the height of a head, px.
const headRowHeight = 32

// headed lets rows be heads of groups: lower than the others, on a ground of
// their own, and never chosen.
func (p ListParams) headed() ListParams {
	q := p
	isHead := func(row int) bool { return row < p.Length() && p.Head(row).Text != "" }
	q.Create = func() fyne.CanvasObject { return newHeadedRow(p.Create(), cmp.Or(p.HeadInset, 16)) }
	q.Update = func(row int, o fyne.CanvasObject) {
		r := o.(*headedRow)
		if head := p.Head(row); r.show(head) {
			p.Update(row, r.row)
		}
	}
	q.Enabled = func(row int) bool { return !isHead(row) && (p.Enabled == nil || p.Enabled(row)) }
	q.HeightOf = func(row int) float32 {
		switch {
		case isHead(row):
			return headRowHeight
		case p.HeightOf != nil:
			return p.HeightOf(row)
		}
		return 0
	}
	q.Ground = func(row int) Token {
		switch {
		case isHead(row):
			return Canvas
		case p.Ground != nil:
			return p.Ground(row)
		}
		return ""
	}
	return q
}

// headedRow is a row that is used for heads as well.
type headedRow struct {
	RowBase
	row        fyne.CanvasObject
	head       *fyne.Container
	text, note *Label
}

func newHeadedRow(row fyne.CanvasObject, inset float32) *headedRow {
	r := &headedRow{row: row, text: NewElastic("", SmallBold), note: NewLabel("", Caption)}
	r.head = Pad(MidRow(8, Grow(1, r.text), Natural(r.note)), 0, inset, 0, inset)
	r.Build(r, container.NewStack(row, r.head))
	return r
}

// show makes it a head, or a row, which it then reports.
func (r *headedRow) show(head ListHead) (row bool) {
	if row = head.Text == ""; row {
		r.head.Hide()
		r.row.Show()
		return row
	}
	r.text.SetText(head.Text)
	r.note.SetText(head.Note)
	r.row.Hide()
	r.head.Show()
	return row
}
