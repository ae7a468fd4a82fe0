package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// changesTab is what was changed of the person, their photos and their
// placements, newest first; one change can be brought back.
type changesTab struct {
	e       *editor
	object  *fyne.Container
	some    fyne.CanvasObject
	none    fyne.CanvasObject
	list    *kit.List
	back    *kit.Button
	changes []store.FieldChange
}

func newChangesTab(e *editor) *changesTab {
	t := &changesTab{e: e}
	t.list = kit.NewList(kit.ListParams{
		Label: lang.L("History"), RowHeight: 72, Single: true, Separators: true,
		Length: func() int { return len(t.changes) },
		Create: newChangeRow,
		Update: func(i int, o fyne.CanvasObject) { o.(*changeRow).fill(t.changes[i]) },
	})
	t.list.OnSelected = func(int) { t.refresh() }
	t.list.OnOpen = func(int) { t.bringBack() }
	t.list.OnMenu = func(_ int, at fyne.Position) {
		if c := t.chosen(); c != nil && c.Restorable {
			kit.ShowMenuAt(e.s.desk.Window(), at, kit.MenuItem(lang.L("Bring back “{{.Old}}”", map[string]any{"Old": orNothing(c.Old)}), kit.IconRestore, t.bringBack))
		}
	}
	t.back = kit.NewButton(lang.L("Bring the old value back"), t.bringBack).WithIcon(kit.IconRestore)
	bar := container.NewStack(kit.NewFill(kit.Canvas), kit.Pad(kit.MidRow(12,
		kit.Grow(1, kit.NewParagraph(lang.L("Of this person, their photos and their entries. Bringing back is a new step."), kit.Small)), kit.Natural(t.back)), 12, 24, 12, 24))
	t.some = kit.Column(0, kit.Grow(1, t.list), kit.Fixed(1, kit.NewHLine()), kit.Natural(bar))
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
		show = t.some
	}
	t.object.Objects = []fyne.CanvasObject{show}
	t.object.Refresh()
	t.list.Refresh()
	if t.list.Selected() < 0 && len(t.changes) > 0 {
		t.list.Select(0)
	}
	t.refresh()
}

func (t *changesTab) chosen() *store.FieldChange {
	if i := t.list.Selected(); i >= 0 && i < len(t.changes) {
		return &t.changes[i]
	}
	return nil
}

func (t *changesTab) refresh() {
	c := t.chosen()
	t.back.SetEnabled(c != nil && c.Restorable)
}

func (t *changesTab) bringBack() {
	if c := t.chosen(); c != nil && c.Restorable {
		t.e.bringBack(*c, changeTitle(*c))
	}
}

// changeRow is one change of one field.
type changeRow struct {
	kit.RowBase
	field, when, old, now *kit.Label
}

func newChangeRow() fyne.CanvasObject {
	r := &changeRow{field: kit.NewLabel("", kit.SmallBold), when: kit.NewElastic("", kit.Caption), old: kit.NewElastic("", kit.Small.In(kit.Ink3)), now: kit.NewElastic("", kit.Body)}
	r.Build(r, kit.Pad(kit.VBox(2, kit.MidRow(12, kit.Natural(r.field), kit.Grow(1, r.when)), r.old, r.now), 8, 24, 8, 24))
	return r
}

func (r *changeRow) fill(c store.FieldChange) {
	r.field.SetText(changeTitle(c))
	of := ""
	if c.Record != c.Person {
		of = c.Of
	}
	r.when.SetText(joined(" · ", of, desk.Moment(c.At), c.Actor))
	r.old.SetText(orNothing(c.Old))
	r.now.SetText(orNothing(c.New))
	r.Refresh()
}
