package people

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// customFields lets a curator give all people fields of the book's own.
func (s *screen) customFields() {
	s.editor.flush()
	d := &fieldsDialog{s: s}
	d.show()
}

// fieldsDialog lists the fields at the left and shows one of them at the right.
type fieldsDialog struct {
	s       *screen
	fields  []model.CustomField
	list    *kit.List
	name    *kit.Field
	kind    *kit.Choice
	choices *kit.Area
	printed *kit.Check
	remove  *kit.Button
	none    *kit.Paragraph
	shown   model.ID
	dialog  *kit.Dialog
}

func (d *fieldsDialog) show() {
	d.list = kit.NewList(kit.ListParams{
		Label: lang.L("Fields of your own"), RowHeight: 44, Single: true,
		Length: func() int { return len(d.fields) },
		Create: func() fyne.CanvasObject {
			return kit.Pad(kit.NewLine(kit.Run{Style: kit.Body, Cut: kit.CutEnd}, kit.Run{Style: kit.Small}), 12, 16, 12, 16)
		},
		Update: func(i int, o fyne.CanvasObject) {
			f := d.fields[i]
			o.(*fyne.Container).Objects[0].(*kit.Label).SetRuns(
				kit.Run{Text: f.Name, Style: kit.Body, Cut: kit.CutEnd}, kit.Run{Text: "   " + desk.Word(string(f.Kind)), Style: kit.Small.In(kit.Ink3)})
		},
	})
	d.list.OnSelected = d.choose
	d.name = kit.NewField(lang.L("Name of the field"), "")
	d.name.OnCommit = func(t string) { d.change(func(c *store.UpdateCustomField) { c.Name = &t }) }
	d.kind = kit.NewChoice(lang.L("Kind"), kindOptions(), func(i int) { d.changeKind(model.CustomKinds[i]) })
	d.choices = kit.NewArea(lang.L("Choices, one a line"), "")
	d.choices.MinRows = 5
	d.choices.OnCommit = func(t string) {
		choices := strings.Split(t, "\n")
		d.change(func(c *store.UpdateCustomField) { c.Choices = &choices })
	}
	d.printed = kit.NewCheck(lang.L("Print it beside sector and country"), func(on bool) { d.change(func(c *store.UpdateCustomField) { c.Printed = &on }) })
	d.remove = kit.NewButton(lang.L("Remove the field"), d.take).WithIcon(kit.IconTrash)
	d.none = kit.NewParagraph(lang.L("A field of your own is asked of every person: a table at the dinner, a date of birth, a press contact. It can be filtered, sorted and edited like the others."), kit.Body.In(kit.Ink2))
	add := kit.NewMedium(lang.L("Add a field…"), d.add).WithIcon(kit.IconPlus)
	left := kit.Column(0, kit.Grow(1, d.list), kit.Fixed(1, kit.NewHLine()), kit.Natural(kit.Pad(kit.HBox(0, add), 12, 16, 12, 16)))
	right := kit.NewScroll(kit.Pad(kit.VBox(16, d.none, d.name, d.kind, d.choices, d.printed, kit.HBox(0, d.remove)), 16, 24, 16, 24))
	d.dialog = kit.NewDialog(d.s.desk.Window(), kit.DialogParams{
		Title: lang.L("Fields of your own"), Cancel: lang.L("Close"), Width: 760, Height: 520, Flush: true, OnCancel: d.flush, First: add,
		Content: kit.Row(0, kit.Fixed(280, left), kit.Fixed(1, kit.NewVLine()), kit.Grow(1, right)),
	})
	d.dialog.Show()
	d.look()
}

func kindOptions() []kit.Option {
	kinds := make([]kit.Option, len(model.CustomKinds))
	for i, k := range model.CustomKinds {
		kinds[i].Text = desk.Word(string(k))
	}
	return kinds
}

func (d *fieldsDialog) flush() {
	d.name.Flush()
	d.choices.Flush()
}

func (d *fieldsDialog) look() {
	d.s.desk.Fetch("people.fields", func(ctx context.Context, b *store.Book) (any, error) {
		return b.CustomFields(ctx)
	}, func(v any, err error) {
		if err != nil {
			d.s.desk.Fail(err)
			return
		}
		d.fields = v.([]model.CustomField)
		at := slices.IndexFunc(d.fields, func(f model.CustomField) bool { return f.ID == d.shown })
		d.list.Refresh()
		d.list.Select(max(0, at))
		d.choose(d.list.Selected())
	})
}

func (d *fieldsDialog) choose(i int) {
	var f model.CustomField
	if i >= 0 && i < len(d.fields) {
		f = d.fields[i]
	}
	if f.ID != d.shown {
		d.flush()
		d.shown = f.ID
	}
	for _, o := range []fyne.CanvasObject{d.name, d.kind, d.printed, d.remove} {
		kit.SetVisible(o, f.ID != "")
	}
	kit.SetVisible(d.choices, f.Kind == model.CustomChoice)
	kit.SetVisible(d.none, f.ID == "")
	set(d.name, f.Name)
	d.kind.Select(slices.Index(model.CustomKinds, f.Kind))
	setArea(d.choices, strings.Join(f.Choices, "\n"))
	d.printed.SetOn(f.Printed)
}

func (d *fieldsDialog) change(change func(*store.UpdateCustomField)) {
	c := store.UpdateCustomField{ID: d.shown}
	change(&c)
	d.s.desk.Do(func(store.Receipt, error) { d.look() }, c)
}

// changeKind needs choices where there shall be some: those that people have.
func (d *fieldsDialog) changeKind(kind model.CustomKind) {
	id, first := d.shown, lang.L("First choice")
	d.s.desk.Fetch("people.fieldvalues", func(ctx context.Context, b *store.Book) (any, error) {
		return b.PeopleRows(ctx, store.PeopleFilter{})
	}, func(v any, err error) {
		if err != nil {
			d.s.desk.Fail(err)
			return
		}
		var choices []string
		for _, r := range v.([]store.PersonRow) {
			if value := r.Custom[id]; value != "" && !slices.Contains(choices, value) {
				choices = append(choices, value)
			}
		}
		if len(choices) == 0 {
			choices = []string{first}
		}
		slices.Sort(choices)
		d.change(func(c *store.UpdateCustomField) {
			c.Kind = &kind
			if kind == model.CustomChoice {
				c.Choices = &choices
			}
		})
	})
}

// add asks for the name of a new field and its kind.
func (d *fieldsDialog) add() {
	d.flush()
	name := kit.NewField(lang.L("Name of the field"), lang.L("Table"))
	kind := kit.NewChoice(lang.L("Kind"), kindOptions(), nil)
	kind.Select(0)
	choices := kit.NewField(lang.L("Choices, with commas between them"), lang.L("North, South"))
	choices.Hide()
	var form *kit.Dialog
	kind.OnChanged = func(i int) {
		kit.SetVisible(choices, model.CustomKinds[i] == model.CustomChoice)
		form.Relayout()
	}
	form = kit.Form(d.s.desk.Window(), lang.L("Add a field"), lang.L("Add"), []fyne.CanvasObject{name, kind, choices}, func() bool {
		field := model.CustomField{Name: strings.TrimSpace(name.Text()), Kind: model.CustomKinds[kind.Selected()]}
		if field.Name == "" {
			name.SetError(lang.L("Write a name."))
			return false
		}
		if field.Kind == model.CustomChoice {
			if field.Choices = strings.Split(choices.Text(), ","); strings.TrimSpace(choices.Text()) == "" {
				choices.SetError(lang.L("Write what there is to choose from."))
				return false
			}
		}
		d.s.desk.Do(func(r store.Receipt, err error) {
			if err == nil {
				d.shown = r.Created
			}
			d.look()
		}, store.AddCustomField{Field: field})
		return true
	})
}

func (d *fieldsDialog) take() {
	d.s.desk.Do(func(_ store.Receipt, err error) {
		if err == nil {
			d.s.desk.Tell(lang.L("Field removed"), true)
		}
		d.look()
	}, store.RemoveCustomField{ID: d.shown})
}
