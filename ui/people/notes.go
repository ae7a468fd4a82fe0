package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// notesTab is what never leaves the book: notes and contact data.
type notesTab struct {
	object         fyne.CanvasObject
	notes, contact *kit.Area
}

func newNotesTab(e *editor) *notesTab {
	t := &notesTab{notes: kit.NewArea(lang.L("Notes"), ""), contact: kit.NewArea(lang.L("Contact"), "")}
	t.notes.MinRows, t.contact.MinRows = 8, 3
	t.notes.OnCommit = func(s string) { e.person(store.UpdatePerson{Notes: &s}) }
	t.contact.OnCommit = func(s string) { e.person(store.UpdatePerson{Contact: &s}) }
	t.object = kit.NewScroll(kit.Pad(kit.VBox(16,
		kit.NewLabel(lang.L("Private: printed nowhere and in no export."), kit.Small), t.notes, t.contact), 24, 24, 32, 24))
	return t
}

func (t *notesTab) content() fyne.CanvasObject { return t.object }
func (t *notesTab) focus(string)               { t.notes.Focus() }

func (t *notesTab) flush() {
	t.notes.Flush()
	t.contact.Flush()
}

func (t *notesTab) fill(d *details) {
	setArea(t.notes, d.person.Notes)
	setArea(t.contact, d.person.Contact)
}

// changesTab is what was changed of the person, newest first.
type changesTab struct {
	object  *fyne.Container
	none    fyne.CanvasObject
	list    *kit.List
	changes []store.FieldChange
}

func newChangesTab(*editor) *changesTab {
	t := &changesTab{}
	t.list = kit.NewList(kit.ListParams{
		Label: lang.L("History"), RowHeight: 72, Single: true, Separators: true,
		Length: func() int { return len(t.changes) },
		Create: newChangeRow,
		Update: func(i int, o fyne.CanvasObject) { o.(*changeRow).fill(t.changes[i]) },
	})
	t.none = kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconHistory, Missing: lang.L("Nothing was changed yet"),
		Do: lang.L("What is changed here stands here with its time and the words before."),
	}), 420, 0))
	t.object = container.NewStack(t.none)
	return t
}

func (t *changesTab) content() fyne.CanvasObject { return t.object }
func (t *changesTab) focus(string)               { t.list.Focus() }
func (t *changesTab) flush()                     {}

func (t *changesTab) fill(d *details) {
	t.changes = d.changes
	show := t.none
	if len(t.changes) > 0 {
		show = t.list
	}
	t.object.Objects = []fyne.CanvasObject{show}
	t.object.Refresh()
	t.list.Refresh()
}

// changeRow is one change of one field.
type changeRow struct {
	widget.BaseWidget
	field, when, old, now *kit.Label
}

func newChangeRow() fyne.CanvasObject {
	r := &changeRow{field: kit.NewLabel("", kit.SmallBold), when: kit.NewElastic("", kit.Caption), old: kit.NewElastic("", kit.Small.In(kit.Ink3)), now: kit.NewElastic("", kit.Body)}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *changeRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(kit.Pad(kit.VBox(2, kit.MidRow(12, kit.Natural(r.field), kit.Grow(1, r.when)), r.old, r.now), 8, 24, 8, 24))
}

func (r *changeRow) fill(c store.FieldChange) {
	r.field.SetText(desk.FieldWord(c.Field))
	r.when.SetText(c.At.Local().Format("2 January 2006 15:04") + " · " + c.Actor)
	r.old.SetText(orDash(c.Old))
	r.now.SetText(orDash(c.New))
	r.Refresh()
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
