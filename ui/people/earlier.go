package people

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// tracked is a field of the editor whose earlier values can be brought back.
type tracked struct {
	field   *kit.Field
	title   string
	record  func(*details) model.ID // whose history it has; empty where there is none
	column  string                  // as the history calls it
	printed bool                    // it stands on a page
}

func ofPerson(d *details) model.ID { return d.person.ID }

func ofPlacement(d *details) model.ID {
	if d.placement == nil {
		return ""
	}
	return d.placement.ID
}

func ofPhoto(d *details) model.ID {
	if d.photo == nil {
		return ""
	}
	return d.photo.ID
}

// track gives a field its menu.
func (e *editor) track(t tracked) {
	e.tracked = append(e.tracked, t)
	t.field.OnMenu = func() []*fyne.MenuItem {
		items := []*fyne.MenuItem{kit.MenuItem(lang.L("Earlier values…"), kit.IconHistory, func() { e.earlier(t) })}
		if t.printed && e.onPage() > 0 {
			items = append(items, kit.MenuItem(lang.L("Show on page {{.Page}}", map[string]any{"Page": e.onPage()}), kit.IconPage, func() { e.showOnPage() }))
		}
		return items
	}
}

// earlierOfFocused shows the earlier values of the field with the cursor.
func (e *editor) earlierOfFocused() {
	for _, t := range e.tracked {
		if t.field.Focused() {
			e.earlier(t)
			return
		}
	}
	e.s.desk.Tell(lang.L("Put the cursor into a field first."), false)
}

// earlier lists what a field held before, newest first, and brings one back.
func (e *editor) earlier(t tracked) {
	d := e.shown
	if d == nil || t.record(d) == "" {
		return
	}
	t.field.Flush()
	record := t.record(d)
	e.s.desk.Fetch("people.earlier", func(ctx context.Context, b *store.Book) (any, error) {
		return b.FieldHistory(ctx, record)
	}, func(v any, err error) {
		if err != nil {
			e.s.desk.Fail(err)
			return
		}
		var changes []store.FieldChange
		for _, c := range v.([]store.FieldChange) {
			if c.Field == t.column && c.Restorable {
				changes = append(changes, c)
			}
		}
		if e.shown != nil && t.record(e.shown) == record {
			e.showEarlier(t.title, changes)
		}
	})
}

func (e *editor) showEarlier(title string, changes []store.FieldChange) {
	if len(changes) == 0 {
		e.s.desk.Tell(lang.L("{{.Field}} was never changed.", map[string]any{"Field": title}), false)
		return
	}
	list := kit.NewList(kit.ListParams{
		Label: title, RowHeight: 56, Single: true, Separators: true,
		Length: func() int { return len(changes) },
		Create: newEarlierRow,
		Update: func(i int, o fyne.CanvasObject) { o.(*earlierRow).fill(changes[i]) },
	})
	d := kit.NewDialog(e.s.desk.Window(), kit.DialogParams{
		Title: lang.L("Earlier values of {{.Field}}", map[string]any{"Field": title}), Primary: lang.L("Bring back"), Width: 560,
		Note: lang.L("A new step; Undo works."), First: list.Focusable(),
		Content: kit.Sized(container.NewStack(kit.NewFrame(kit.Surface, kit.Line, 6), kit.PadAll(list, 1)), 512, 56*float32(max(3, min(len(changes), 7)))+2),
		OnPrimary: func() bool {
			i := list.Selected()
			if i < 0 {
				return false
			}
			e.bringBack(changes[i], title)
			return true
		},
	})
	list.OnOpen = func(int) { d.Submit() }
	d.Show()
	list.Select(0)
}

// bringBack restores the old value of a change.
func (e *editor) bringBack(c store.FieldChange, title string) {
	desk.DoAndTell(e.s.desk, lang.L("{{.Field}} restored to “{{.Old}}”", map[string]any{"Field": title, "Old": orNothing(c.Old)}), store.RestoreField{Op: c.Op, Record: c.Record, Field: c.Field})
	e.refetch()
}

// earlierRow is what a field held until a change.
type earlierRow struct {
	kit.RowBase
	value, until *kit.Label
}

func newEarlierRow() fyne.CanvasObject {
	r := &earlierRow{value: kit.NewElastic("", kit.Body), until: kit.NewElastic("", kit.Caption)}
	r.Build(r, kit.Pad(kit.VBox(2, r.value, r.until), 8, 16, 8, 16))
	return r
}

func (r *earlierRow) fill(c store.FieldChange) {
	r.value.SetText(orNothing(c.Old))
	r.until.SetText(lang.L("until {{.When}}, when {{.Who}} wrote “{{.New}}”", map[string]any{
		"When": desk.Moment(c.At), "Who": c.Actor, "New": orNothing(c.New),
	}))
	r.Refresh()
}

// changeTitle is what a changed field is called.
func changeTitle(c store.FieldChange) string {
	if c.Custom != "" {
		return c.Custom
	}
	return desk.FieldWord(c.Field)
}
