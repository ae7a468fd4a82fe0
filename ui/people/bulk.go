package people

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// bulkEdit asks for one value of one field for all marked people, and shows who
// would change before anything does.
func (s *screen) bulkEdit() {
	ids := s.list.marked()
	if len(ids) == 0 {
		s.desk.Tell(lang.L("Choose some people first: click one, Shift or Ctrl click others."), false)
		return
	}
	s.editor.flush()
	b := &bulk{s: s, people: ids, fields: s.bulkFields()}
	b.show()
}

// bulkField is a field that can be set for many at once.
type bulkField struct {
	id      store.PeopleColumn
	title   string
	choices []string // what there is to choose from; nil: any text
	words   []string // of the choices
}

func (s *screen) bulkFields() []bulkField {
	var out []bulkField
	for _, id := range store.BulkFields {
		f := bulkField{id: id}
		for _, c := range builtIn {
			if c.id == id {
				f.title = lang.L(c.title)
			}
		}
		switch id {
		case store.ByConsent:
			f.choices, f.words = wordsOf(consents)
		case store.ByStatus:
			if s.desk.EditionID() == "" {
				continue
			}
			f.choices, f.words = wordsOf(model.Statuses)
		}
		out = append(out, f)
	}
	for _, c := range s.list.columns.custom {
		f := bulkField{id: store.PeopleColumn(c.ID), title: c.Name}
		f.choices, f.words = customChoices(c)
		out = append(out, f)
	}
	return out
}

func wordsOf[T ~string](values []T) (choices, words []string) {
	for _, v := range values {
		choices, words = append(choices, string(v)), append(words, desk.Word(string(v)))
	}
	return choices, words
}

// customChoices is what there is to choose from in a field of the curator's own,
// first nothing; nil where anything can be written.
func customChoices(c model.CustomField) (choices, words []string) {
	switch c.Kind {
	case model.CustomChoice:
		choices = append([]string{""}, c.Choices...)
		words = append([]string{lang.L("Nothing")}, c.Choices...)
	case model.CustomYesNo:
		choices = []string{"", model.CustomYes, model.CustomNo}
		words = []string{lang.L("Nothing"), desk.Word(model.CustomYes), desk.Word(model.CustomNo)}
	}
	return choices, words
}

// bulk is the dialog.
type bulk struct {
	s       *screen
	people  []model.ID
	fields  []bulkField
	field   *kit.Choice
	value   *kit.Field
	choice  *kit.Choice
	where   *fyne.Container // of value or choice
	said    *kit.Label
	list    *kit.List
	changes []store.BulkChange
	clear   *kit.Check
	dialog  *kit.Dialog
}

func (b *bulk) show() {
	options := make([]kit.Option, len(b.fields))
	for i, f := range b.fields {
		options[i].Text = f.title
	}
	b.field = kit.NewChoice(lang.L("Field"), options, func(int) { b.chosen() })
	b.value = kit.NewField(lang.L("New value"), "")
	b.value.OnChanged = func(string) { b.look() }
	b.clear = kit.NewCheck(lang.L("Take the value away"), func(bool) { b.look() })
	b.choice = kit.NewChoice(lang.L("New value"), nil, func(int) { b.look() })
	b.where = container.NewStack(kit.VBox(8, b.value, b.clear))
	b.said = kit.NewElastic("", kit.Small)
	b.list = kit.NewList(kit.ListParams{
		Label: lang.L("Changes"), RowHeight: 44, Single: true, Separators: true,
		Length: func() int { return len(b.changes) },
		Create: newDifferenceRow,
		Update: func(i int, o fyne.CanvasObject) {
			c := b.changes[i]
			o.(*differenceRow).fill(c.Name, b.read(c.Old), b.read(c.New))
		},
	})
	n := len(b.people)
	b.dialog = kit.NewDialog(b.s.desk.Window(), kit.DialogParams{
		Title:   lang.N("Edit {{.Count}} people", n, map[string]any{"Count": kit.Number(n)}),
		Note:    lang.L("One step; Undo takes all of it back."),
		Primary: lang.L("Change"), OnPrimary: b.confirm, Width: 680, First: b.field,
		Content: kit.VBox(16,
			kit.Row(16, kit.Grow(2, b.field), kit.Grow(3, b.where)),
			b.said, kit.Sized(framed(b.list), 632, 44*7+2)),
	})
	b.field.Select(0)
	b.dialog.Show()
	b.chosen()
}

// framed puts a thin outline round a list in a dialog.
func framed(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(kit.NewFrame(kit.Surface, kit.Line, 6), kit.PadAll(o, 1))
}

// chosen shows the way to write the chosen field.
func (b *bulk) chosen() {
	f := b.fields[b.field.Selected()]
	b.where.Objects = []fyne.CanvasObject{kit.VBox(8, b.value, b.clear)}
	if f.choices != nil {
		b.choice.SetOptions(kit.Options(f.words...))
		b.where.Objects = []fyne.CanvasObject{b.choice}
	}
	b.where.Refresh()
	b.look()
}

// edit is what is asked for; ok is false while nothing is.
func (b *bulk) edit() (e store.BulkEdit, ok bool) {
	f := b.fields[b.field.Selected()]
	e = store.BulkEdit{People: b.people, Edition: b.s.desk.EditionID(), Field: f.id, Value: b.value.Text()}
	if f.choices != nil {
		i := b.choice.Selected()
		if i < 0 {
			return e, false
		}
		e.Value = f.choices[i]
		return e, true
	}
	// An empty field is where one begins: only a tick means that it shall be empty.
	if b.clear.On() {
		e.Value = ""
		return e, true
	}
	return e, strings.TrimSpace(e.Value) != ""
}

// read is how a value of the chosen field reads.
func (b *bulk) read(value string) string {
	f := b.fields[b.field.Selected()]
	for i, c := range f.choices {
		if c == value && c != "" {
			return f.words[i]
		}
	}
	return value
}

// look asks what would change.
func (b *bulk) look() {
	b.value.SetError("")
	edit, ok := b.edit()
	if !ok {
		text := lang.L("Write the new value, or tick that it is taken away.")
		if b.fields[b.field.Selected()].choices != nil {
			text = lang.L("Choose the new value.")
		}
		b.told(nil, text)
		return
	}
	type preview struct {
		changes []store.BulkChange
		leftOut int
	}
	b.dialog.Await()
	b.s.desk.Fetch("people.bulk", func(ctx context.Context, book *store.Book) (any, error) {
		changes, leftOut, err := book.PreviewBulk(ctx, edit)
		return preview{changes, leftOut}, err
	}, func(v any, err error) {
		if now, ok := b.edit(); !ok || now.Field != edit.Field || now.Value != edit.Value {
			return // it was taken back meanwhile
		}
		if err != nil {
			b.refused(err)
			return
		}
		p := v.(preview)
		text := lang.N("{{.Count}} people change.", len(p.changes), map[string]any{"Count": kit.Number(len(p.changes))})
		if same := len(b.people) - len(p.changes) - p.leftOut; same > 0 {
			text += " " + lang.N("{{.Count}} have this value already.", same, map[string]any{"Count": kit.Number(same)})
		}
		if p.leftOut > 0 {
			text += " " + lang.N("{{.Count}} are not in the edition and stay as they are.", p.leftOut, map[string]any{"Count": kit.Number(p.leftOut)})
		}
		b.told(p.changes, text)
	})
}

func (b *bulk) refused(err error) {
	text := sentence(err)
	if b.fields[b.field.Selected()].choices == nil {
		b.value.SetError(text)
		text = ""
	}
	b.told(nil, text)
}

// sentence is what an error says to people.
func sentence(err error) string {
	var fault *model.Fault
	if errors.As(err, &fault) {
		return lang.L(fault.Message.Text, fault.Message.Args)
	}
	return err.Error()
}

func (b *bulk) told(changes []store.BulkChange, text string) {
	b.changes = changes
	b.said.SetText(text)
	b.list.Refresh()
	b.dialog.SetPrimary(lang.N("Change {{.Count}} people", len(changes), map[string]any{"Count": kit.Number(len(changes))}))
	b.dialog.SetPrimaryEnabled(len(changes) > 0)
	b.dialog.Ready()
}

// confirm writes what was shown: only those who change.
func (b *bulk) confirm() bool {
	edit, ok := b.edit()
	if !ok || len(b.changes) == 0 {
		return false
	}
	edit.People = nil
	for _, c := range b.changes {
		edit.People = append(edit.People, c.Person)
	}
	n := len(edit.People)
	desk.DoAndTell(b.s.desk, lang.N("{{.Count}} people changed", n, map[string]any{"Count": kit.Number(n)}), edit)
	return true
}

// differenceRow is one changed value: whose, what it was, what it will be.
type differenceRow struct {
	kit.RowBase
	name, old, arrow, now *kit.Label
}

func newDifferenceRow() fyne.CanvasObject {
	r := &differenceRow{
		name: kit.NewElastic("", kit.BodyStrong), old: kit.NewElastic("", kit.Small.In(kit.Ink3)),
		arrow: kit.NewLabel("→", kit.Small.In(kit.Ink3)), now: kit.NewElastic("", kit.SmallInk),
	}
	r.Build(r, kit.Pad(kit.MidRow(12,
		kit.Grow(4, r.name), kit.Grow(3, r.old), kit.Natural(r.arrow), kit.Grow(3, r.now)), 0, 16, 0, 16))
	return r
}

func (r *differenceRow) fill(name, old, now string) {
	r.name.SetText(name)
	r.old.SetText(orNothing(old))
	r.now.SetText(orNothing(now))
	r.Refresh()
}

func orNothing(s string) string {
	if s == "" {
		return lang.L("nothing")
	}
	return s
}
