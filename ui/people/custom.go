package people

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// customGroup are the curator's own fields in the profile, three in a row. They
// are built anew only when their definitions change.
type customGroup struct {
	e      *editor
	object *fyne.Container
	shown  []model.CustomField
	texts  map[model.ID]*kit.Field
	picks  map[model.ID]*kit.Choice
}

func newCustomGroup(e *editor) *customGroup {
	g := &customGroup{e: e, object: kit.VBox(16)}
	g.object.Hide()
	return g
}

func (g *customGroup) flush() {
	for _, f := range g.texts {
		f.Flush()
	}
}

func (g *customGroup) fill(d *details) {
	if !slices.EqualFunc(g.shown, d.fields, func(a, b model.CustomField) bool {
		return a.ID == b.ID && a.Name == b.Name && a.Kind == b.Kind && slices.Equal(a.Choices, b.Choices)
	}) {
		g.build(d.fields)
	}
	for id, f := range g.texts {
		set(f, d.custom[id])
	}
	for _, f := range d.fields {
		if pick := g.picks[f.ID]; pick != nil {
			choices, _ := customChoices(f)
			pick.Select(slices.Index(choices, d.custom[f.ID]))
		}
	}
}

func (g *customGroup) build(fields []model.CustomField) {
	g.flush()
	g.shown, g.texts, g.picks = fields, map[model.ID]*kit.Field{}, map[model.ID]*kit.Choice{}
	g.object.Objects = nil
	kit.SetVisible(g.object, len(fields) > 0)
	if len(fields) == 0 {
		return
	}
	edit := kit.NewQuiet(lang.L("Change these fields…"), g.e.s.customFields)
	g.object.Add(kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("Fields of your own"), kit.Heading)), kit.Space(), kit.Natural(edit)))
	const across = 3
	for some := range slices.Chunk(fields, across) {
		cells := make([]kit.Cell, 0, across)
		for _, f := range some {
			cells = append(cells, kit.Grow(1, g.field(f)))
		}
		for len(cells) < across {
			cells = append(cells, kit.Space())
		}
		g.object.Add(kit.Row(16, cells...))
	}
	g.object.Refresh()
}

// field is a text to write, or a choice, as the kind asks.
func (g *customGroup) field(f model.CustomField) fyne.CanvasObject {
	write := func(value string) {
		if g.e.shown != nil {
			g.e.do(store.SetCustomValue{PersonID: g.e.shown.person.ID, FieldID: f.ID, Value: value})
		}
	}
	if choices, words := customChoices(f); choices != nil {
		pick := kit.NewChoice(f.Name, kit.Options(words...), func(i int) { write(choices[i]) })
		g.picks[f.ID] = pick
		return pick
	}
	field := kit.NewField(f.Name, map[model.CustomKind]string{model.CustomDate: "2026-03-31", model.CustomNumber: "0"}[f.Kind])
	field.OnCommit = func(value string) {
		if _, err := f.Tidy(value); err != nil {
			field.SetError(sentence(err))
			return
		}
		field.SetError("")
		write(value)
	}
	g.texts[f.ID] = field
	return field
}

// formerText writes former names into one field, and reads them back.
func formerText(names []string) string { return strings.Join(names, "; ") }

func formerNames(text string) []string {
	var all []string
	for _, n := range strings.Split(text, ";") {
		if n = strings.TrimSpace(n); n != "" && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}
