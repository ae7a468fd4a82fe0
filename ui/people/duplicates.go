package people

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/store"
	"laurel/ui/kit"
)

// duplicates shows pairs who may be one person, each side by side: merged, or
// told apart for good.
func (s *screen) duplicates() {
	s.editor.flush()
	d := &duplicates{s: s}
	d.show()
}

// duplicates is the dialog.
type duplicates struct {
	s      *screen
	found  []store.Duplicate
	list   *kit.List
	stage  *fyne.Container
	both   *comparison
	body   fyne.CanvasObject
	apart  *kit.Button
	dialog *kit.Dialog
}

func (d *duplicates) show() {
	d.list = kit.NewList(kit.ListParams{
		Label: lang.L("Possible duplicates"), RowHeight: 68, Single: true, Separators: true,
		Length: func() int { return len(d.found) },
		Create: newDuplicateRow,
		Update: func(i int, o fyne.CanvasObject) { o.(*duplicateRow).fill(d.found[i]) },
	})
	d.list.OnSelected = d.choose
	d.both = newComparison(d.s, func(ok bool) { d.dialog.SetPrimaryEnabled(ok) })
	d.body = kit.Row(0, kit.Fixed(280, d.list), kit.Fixed(1, kit.NewVLine()), kit.Grow(1, d.both.object))
	d.stage = container.NewStack(kit.NewFill(kit.Clear))
	d.apart = kit.NewButton(lang.L("Two people"), d.distinguish).WithTip(lang.L("They are not the same: do not ask again"))
	d.dialog = kit.NewDialog(d.s.desk.Window(), kit.DialogParams{
		Title: lang.L("Possible duplicates"), Primary: lang.L("Merge"), Cancel: lang.L("Close"), Width: 1040, Height: 640, Flush: true,
		Foot: []fyne.CanvasObject{d.apart}, Content: d.stage,
		OnPrimary: func() bool {
			d.both.merge(d.look)
			return false
		},
	})
	d.dialog.Show()
	d.dialog.SetPrimaryEnabled(false)
	d.look()
}

// look finds the pairs anew.
func (d *duplicates) look() {
	d.s.desk.Fetch("people.duplicates", func(ctx context.Context, b *store.Book) (any, error) {
		return b.Duplicates(ctx)
	}, func(v any, err error) {
		if err != nil {
			d.s.desk.Fail(err)
			return
		}
		d.took(v.([]store.Duplicate))
	})
}

func (d *duplicates) took(found []store.Duplicate) {
	at := max(0, d.list.Selected())
	d.found = found
	d.list.Refresh()
	content := d.body
	d.dialog.SetNote(lang.N("{{.Count}} pairs", len(found), map[string]any{"Count": kit.Number(len(found))}))
	d.apart.SetEnabled(len(found) > 0)
	if len(found) == 0 {
		d.dialog.SetPrimaryEnabled(false)
		d.dialog.SetNote("")
		content = kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
			Icon: kit.IconCheck, Missing: lang.L("Nobody stands in the book twice"),
			Do: lang.L("Names, former names and organisations were compared. Two people can also be marked in the list and merged from its menu."),
		}), 420, 0))
	}
	d.stage.Objects = []fyne.CanvasObject{content}
	d.stage.Refresh()
	if len(found) > 0 {
		at = min(at, len(found)-1)
		d.list.Select(at)
		d.choose(at)
		d.list.Focus()
	}
}

func (d *duplicates) choose(i int) {
	if i >= 0 && i < len(d.found) {
		d.both.load(d.found[i].A.ID, d.found[i].B.ID)
	}
}

// distinguish notes that the two are not the same.
func (d *duplicates) distinguish() {
	i := d.list.Selected()
	if i < 0 || i >= len(d.found) {
		return
	}
	d.s.desk.Do(func(_ store.Receipt, err error) {
		if err == nil {
			d.look()
		}
	}, store.Distinguish{A: d.found[i].A.ID, B: d.found[i].B.ID})
}

// duplicateRow is a pair: the two names, and why they may be one person.
type duplicateRow struct {
	kit.RowBase
	first, second, why *kit.Label
}

func newDuplicateRow() fyne.CanvasObject {
	r := &duplicateRow{first: kit.NewElastic("", kit.SmallBold), second: kit.NewElastic("", kit.SmallBold), why: kit.NewElastic("", kit.Caption)}
	r.Build(r, kit.Pad(kit.VBox(2, r.first, r.second, r.why), 7, 16, 7, 16))
	return r
}

func (r *duplicateRow) fill(d store.Duplicate) {
	r.first.SetText(d.A.Name)
	r.second.SetText(d.B.Name)
	r.why.SetText(lang.L(d.Reason.Text, d.Reason.Args))
	r.Refresh()
}
