package interviews

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// printed are the other texts of the entry's page: each can print in other words
// than the data have, which are marked as such and asked about when the data change.
type printed struct {
	t      *answers
	object *fyne.Container
	body   *fyne.Container
	rows   map[string]*printedRow // by field
	of     model.ID               // the entry they belong to
}

func newPrinted(t *answers) *printed {
	p := &printed{t: t, body: kit.VBox(16), rows: map[string]*printedRow{}}
	note := kit.NewParagraph(lang.L("What is written here prints in this edition alone; the data stay as they are."), kit.Caption)
	p.object = kit.Pad(kit.VBox(12, kit.NewLabel(lang.L("Other texts of the page"), kit.Heading), note, p.body), 20, 24, 32, 52)
	return p
}

func (p *printed) flush() {
	for _, r := range p.rows {
		r.field.Flush()
	}
}

// fill shows the texts of an entry.
func (p *printed) fill(e *model.Placement) {
	if e.ID != p.of {
		p.flush()
		p.of, p.rows = e.ID, map[string]*printedRow{}
	}
	var objects []fyne.CanvasObject
	for _, f := range e.PrintFields() {
		if f.Data == "" && !f.Own {
			continue // nothing prints
		}
		r := p.rows[f.Field]
		if r == nil {
			r = newPrintedRow(p, e, f.Field)
			p.rows[f.Field] = r
		}
		r.fill(f, p.t.s.frozen())
		objects = append(objects, r.object)
	}
	p.body.Objects = objects
	if len(objects) == 0 {
		p.object.Hide()
		return
	}
	p.object.Show()
	p.body.Refresh()
}

// focus goes to the text of a field, where it prints.
func (p *printed) focus(field string) {
	if r := p.rows[field]; r != nil {
		r.field.Focus()
		top := p.object.Position().Y
		p.t.scroll.Reveal(top, top+p.object.Size().Height)
	}
}

// printedRow is one text.
type printedRow struct {
	p      *printed
	entry  model.ID
	name   string // of the field
	object *fyne.Container
	field  *kit.Field
	badge  *kit.Chip
	own    *kit.Button
	ask    *fyne.Container
	told   *kit.Paragraph
	now    model.PrintField
}

func newPrintedRow(p *printed, e *model.Placement, field string) *printedRow {
	name, member := model.SplitMemberField(field)
	label := desk.FieldWord(name)
	if len(e.Members) > 1 && name != field && member < len(e.Members) {
		label += ", " + e.Members[member].Name.Display()
	}
	r := &printedRow{p: p, entry: e.ID, name: field, field: kit.NewSerifField(label, ""), badge: kit.NewChip(lang.L("Print only"), kit.Info)}
	r.field.OnCommit = func(text string) { r.write(&text) }
	r.own = kit.NewQuiet(lang.L("Print the data"), func() { r.write(nil) })
	r.told = kit.NewParagraph("", kit.Small.In(kit.Warn))
	r.ask = kit.VBox(8, r.told, kit.Wrap(8,
		kit.NewSmall(lang.L("Keep these words"), func() { text := r.now.Print; r.write(&text) }),
		kit.NewSmall(lang.L("Print the old data"), func() { text := r.now.Of; r.write(&text) }),
		kit.NewSmall(lang.L("Print the new data"), func() { r.write(nil) })))
	card := container.NewStack(kit.NewFrame(kit.WarnSoft, kit.Warn, 8), kit.PadAll(r.ask, 12))
	r.ask = container.NewStack(card)
	r.object = kit.VBox(6, r.field, kit.MidRow(8, kit.Natural(r.badge), kit.Space(), kit.Natural(r.own)), r.ask)
	return r
}

func (r *printedRow) fill(f model.PrintField, locked bool) {
	r.now = f
	if !r.field.Pending() && r.field.Text() != f.Print {
		r.field.SetText(f.Print)
	}
	r.field.SetReadOnly(locked)
	hint := ""
	if f.Own {
		hint = lang.L("In the data: {{.Text}}", map[string]any{"Text": kit.Shorten(f.Data, kit.Small, 280, kit.CutEnd)})
	}
	r.field.SetHint(hint, kit.Ink3)
	foot := r.object.Objects[1]
	if f.Own {
		foot.Show()
	} else {
		foot.Hide()
	}
	r.own.SetEnabled(!locked)
	if f.Changed() && !locked {
		r.told.SetText(lang.L("The data changed from “{{.Old}}” to “{{.New}}” since these words were written.", map[string]any{"Old": f.Of, "New": f.Data}))
		r.ask.Show()
	} else {
		r.ask.Hide()
	}
	r.object.Refresh()
}

// write makes the field print a text; nil prints the data.
func (r *printedRow) write(text *string) {
	if text == nil {
		r.field.SetText(r.now.Data)
	}
	r.p.t.s.do(store.PrintAs{PlacementID: r.entry, Field: r.name, Text: text})
}
