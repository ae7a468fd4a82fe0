package interviews

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// themes are the chips of what an answer is about, with a way to add one: from
// those of the edition, or a new one by typing it.
type themes struct {
	p      *answerPane
	object *fyne.Container
	chips  *fyne.Container
	add    *kit.Choice
	has    []string
	offer  []string
}

func newThemes(p *answerPane) *themes {
	t := &themes{p: p, chips: kit.Wrap(6)}
	t.add = kit.NewChoice("", nil, func(i int) { t.set(append(slices.Clone(t.has), t.offer[i])) })
	t.add.Placeholder = lang.L("Add a theme")
	t.add.OnNew = func(text string) { t.set(append(slices.Clone(t.has), text)) }
	t.add.NewWord = func(text string) string { return lang.L("Add ‘{{.Text}}’", map[string]any{"Text": text}) }
	t.object = kit.VBox(6, kit.NewHLine(), kit.MidRow(12, // the chips have a line of their own: one is as wide as its words
		kit.Natural(kit.NewLabel(lang.L("Themes"), kit.SmallBold)), kit.Space(), kit.Fixed(168, t.add)), t.chips)
	return t
}

// fill shows the themes of an answer; all are those of the edition.
func (t *themes) fill(a model.Answer, all []string, locked bool) {
	t.has = a.Themes
	t.offer = t.offer[:0]
	for _, theme := range all {
		if !slices.Contains(a.Themes, theme) {
			t.offer = append(t.offer, theme)
		}
	}
	t.add.SetOptions(kit.Options(t.offer...))
	t.chips.Objects = nil
	for _, theme := range a.Themes {
		chip := kit.NewFilterChip(theme+"  ×", -1, func(bool) {
			t.set(slices.DeleteFunc(slices.Clone(t.has), func(s string) bool { return s == theme }))
		})
		chip.SetOn(true)
		chip.SetTip(lang.L("Take the theme away"))
		if locked {
			chip.Disable()
		}
		t.chips.Add(chip)
	}
	if locked {
		t.add.Hide()
	} else {
		t.add.Show()
	}
	t.chips.Refresh()
	t.object.Refresh()
}

func (t *themes) set(themes []string) {
	t.p.t.s.put(t.p.answer.ID, func(a *model.Answer) { a.Themes = themes })
	t.p.t.fill()
	t.p.change(store.UpdateAnswer{Themes: &themes})
}

// speaker says who of a joint entry gave the answer.
type speaker struct {
	p      *answerPane
	object *fyne.Container
	choice *kit.Choice
	ids    []model.ID
}

func newSpeaker(p *answerPane) *speaker {
	s := &speaker{p: p}
	s.choice = kit.NewChoice("", nil, func(i int) { s.p.change(store.UpdateAnswer{Speaker: &s.ids[i]}) })
	s.object = kit.VBox(6, kit.NewHLine(), kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("Speaker"), kit.SmallBold)), kit.Grow(1, s.choice)))
	return s
}

// fill shows the speaker; where one person answers there is nothing to ask.
func (s *speaker) fill(a model.Answer, e *model.Placement, locked bool) {
	if e == nil || len(e.Members) < 2 {
		s.object.Hide()
		return
	}
	s.ids = []model.ID{""}
	options := []kit.Option{{Text: lang.L("All together")}}
	at := 0
	for i, m := range e.Members {
		s.ids = append(s.ids, m.PersonID)
		options = append(options, kit.Option{Text: m.Name.Display()})
		if m.PersonID == a.Speaker {
			at = i + 1
		}
	}
	s.choice.SetOptions(options)
	s.choice.Select(at)
	if locked {
		s.choice.Disable()
	} else {
		s.choice.Enable()
	}
	s.object.Show()
}
