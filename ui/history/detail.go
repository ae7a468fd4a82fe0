package history

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// shownChanges is how many changes of a step are shown; an import has thousands.
const shownChanges = 120

// detail is the right pane: what a step changed, field by field.
type detail struct {
	s       *screen
	object  fyne.CanvasObject
	head    *kit.Label
	who     *kit.Badge
	when    *kit.Label
	person  *kit.Button
	of      model.ID // whom person shows
	body    *fyne.Container
	scroll  *kit.Scroll
	back    *kit.Button
	step    store.Operation
	changes []store.FieldChange
}

func newDetail(s *screen) *detail {
	d := &detail{s: s, head: kit.NewElastic("", kit.PanelTitle), who: kit.NewBadge(28), when: kit.NewElastic("", kit.Small)}
	d.person = kit.NewButton(lang.L("Show person"), d.showPerson).WithIcon(kit.IconPeople)
	d.body = kit.VBox(0)
	d.back = kit.NewButton(lang.L("Go back to before this step"), d.goBack).WithIcon(kit.IconRestore)
	d.back.SetEnabled(false)
	d.scroll = kit.NewScroll(kit.Pad(d.body, 0, 24, 24, 24))
	d.object = kit.Column(0,
		kit.Natural(kit.Pad(kit.VBox(8, kit.Sized(kit.MidRow(12, kit.Grow(1, d.head), kit.Natural(d.person)), 0, 36), // as high without what is hidden
			kit.Sized(kit.MidRow(10, kit.Natural(d.who), kit.Grow(1, d.when)), 0, 28)), 14, 24, 14, 24)),
		kit.Fixed(1, kit.NewHLine()),
		kit.Grow(1, d.scroll),
		kit.Fixed(1, kit.NewHLine()),
		kit.Fixed(64, container.NewStack(kit.NewFill(kit.Canvas), kit.Pad(kit.MidRow(12,
			kit.Grow(1, kit.NewParagraph(lang.L("Going back adds new steps; nothing is lost and Undo works."), kit.Small)), kit.Natural(d.back)), 0, 24, 0, 24))))
	d.clear()
	return d
}

func canGoBackTo(o store.Operation) bool { return !o.Undone && o.Kind != store.KindUndo }

// clear shows nothing, where no step fits.
func (d *detail) clear() {
	d.step, d.changes = store.Operation{}, nil
	d.head.SetText("")
	d.when.SetText("")
	d.who.Hide()
	d.person.Hide()
	d.back.SetEnabled(false)
	d.body.Objects = nil
	d.body.Refresh()
}

func (d *detail) show(o store.Operation, changes []store.FieldChange) {
	fresh := o.ID != d.step.ID
	d.step, d.changes = o, changes
	d.head.SetText(desk.Speak(o.Label))
	d.who.Show()
	d.who.Set(initials(o.Actor), badgeTone(o.Actor))
	d.when.SetText(lang.L("{{.Who}}, {{.When}}", map[string]any{"Who": o.Actor, "When": desk.Moment(o.At)}))
	d.back.SetEnabled(canGoBackTo(o))
	d.body.Objects = nil
	d.of = ""
	var before model.ID
	for i, c := range changes {
		if i == shownChanges {
			d.body.Add(kit.Pad(kit.NewLabel(lang.N("and {{.Count}} more", len(changes)-i, map[string]any{"Count": kit.Number(len(changes) - i)}), kit.Small), 12, 0, 12, 0))
			break
		}
		if d.of == "" {
			d.of = c.Person
		}
		if c.Record != before && c.Of != "" {
			before = c.Record
			d.body.Add(kit.Pad(kit.NewElastic(c.Of, kit.BodyStrong), 16, 0, 4, 0))
		}
		d.body.Add(d.row(c))
	}
	if d.of != "" {
		d.person.Show()
	} else {
		d.person.Hide()
	}
	d.body.Refresh()
	if fresh {
		d.scroll.SetOffset(0)
	}
}

// row is one changed field: which, what it was and is, and the way back.
func (d *detail) row(c store.FieldChange) fyne.CanvasObject {
	field := desk.FieldWord(c.Field)
	if c.Custom != "" {
		field = c.Custom
	}
	edits := desk.Edits(desk.FieldValue(c.Field, c.Old), desk.FieldValue(c.Field, c.New), kit.Body, lang.L("empty"))
	edits.MaxLines = 12
	cells := []kit.Cell{kit.Fixed(132, kit.VBox(0, kit.Sized(kit.NewElastic(field, kit.Small), 0, kit.Body.Line))), kit.Grow(1, edits)}
	if c.Restorable {
		cells = append(cells, kit.Natural(kit.VBox(0, kit.NewSmall(lang.L("Restore"), func() { d.restore(c, field) }).WithIcon(kit.IconRestore).
			WithTip(lang.L("Bring back “{{.Old}}”", map[string]any{"Old": shortened(desk.FieldValue(c.Field, c.Old))})))))
	}
	return kit.VBox(0, kit.Pad(kit.Row(16, cells...), 10, 0, 10, 0), kit.NewHLine())
}

func shortened(text string) string {
	const most = 60
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	if text == "" {
		return lang.L("empty")
	}
	return text
}

// restore brings the old value of one field back, as a new step.
func (d *detail) restore(c store.FieldChange, field string) {
	d.s.desk.Do(func(_ store.Receipt, err error) {
		if err == nil {
			d.s.desk.Tell(lang.L("{{.Field}} restored to “{{.Old}}”", map[string]any{"Field": field, "Old": shortened(desk.FieldValue(c.Field, c.Old))}), true)
		}
		d.s.focus() // the button it came from goes with the row
	}, store.RestoreField{Op: c.Op, Record: c.Record, Field: c.Field})
}

// goBack undoes every step down to the chosen one.
func (d *detail) goBack() { d.s.desk.UndoTo(d.step.ID) }

func (d *detail) showPerson() {
	d.s.desk.Go(desk.Place{Screen: desk.People, PersonID: d.of})
}
