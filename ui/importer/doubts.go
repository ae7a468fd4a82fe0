package importer

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/store/intake"
	"laurel/ui/kit"
)

// asking is the line of a row in doubt: who it may be, and the answers.
type asking struct {
	c         *changes
	of        intake.Row
	object    fyne.CanvasObject
	same, new *kit.Button
	question  *kit.Label
}

func newAsking(c *changes) *asking {
	a := &asking{c: c, question: kit.NewElastic("", kit.SmallInk.In(kit.Warn))}
	a.same = kit.NewSmall(lang.L("Same person"), func() {
		if one := c.candidates(a.of); len(one) == 1 {
			c.s.decide(a.of.Key, intake.Decision{Same: []model.ID{one[0].PersonID}})
		} else {
			kit.ShowMenu(a.same, c.choices(a.of)...)
		}
	}).WithIcon(kit.IconMerge)
	a.new = kit.NewSmall(lang.L("Two people"), func() {
		if a.of.Photo != "" {
			c.choosePerson(a.of)
			return
		}
		c.s.decide(a.of.Key, intake.Decision{New: true})
	})
	const indent = boxSize + 12 + thumbSize + 12
	a.object = kit.Sized(kit.Pad(kit.MidRow(8, kit.Natural(a.same), kit.Natural(a.new), kit.Grow(1, kit.Pad(a.question, 0, 0, 0, 8))), 0, 0, 16, indent), 0, askHeight)
	return a
}

// name gives the buttons their words: a photo is of somebody in the book.
func (a *asking) name(of intake.Row, choices []intake.Choice) {
	a.same.SetIcon(kit.IconMerge)
	a.new.SetIcon("")
	kit.SetVisible(a.same, len(choices) > 0)
	same, other := lang.L("Same person"), lang.L("Two people")
	if of.Photo != "" {
		same, other = lang.L("It is this person"), lang.L("Choose the person…")
	}
	if len(choices) > 1 {
		same = lang.L("Who is it?…")
	}
	a.same.SetText(same)
	a.new.SetText(other)
}

// fill asks about a row; where it has been decided, the answer has a tick.
func (a *asking) fill(of intake.Row) {
	a.of = of
	kit.SetVisible(a.object, a.c.isAsked(of))
	if !a.object.Visible() {
		return
	}
	choices := a.c.candidates(of)
	decision := a.c.s.decisions[of.Key]
	a.name(of, choices)
	style := kit.SmallInk.In(kit.Warn)
	if of.Kind != intake.RowDoubtful && !of.Unknown {
		style = kit.Small
		switch {
		case decision.New:
			a.new.SetIcon(kit.IconCheck)
		case len(decision.Same) > 0:
			a.same.SetIcon(kit.IconCheck)
		}
	}
	question := lang.N("In the book are {{.Count}} people of this name", len(choices), map[string]any{"Count": kit.Number(len(choices))})
	switch len(choices) {
	case 0:
		question = ""
		if of.Unknown {
			question = lang.L("Nobody in the book has this name")
		}
	case 1:
		question = lang.L("In the book: {{.Who}}", map[string]any{"Who": joinJob(choices[0].Name, choices[0].Title, choices[0].Organisation)})
	}
	a.question.Set(question, style)
}

// choices offers everybody whom a row in doubt may mean.
func (c *changes) choices(r intake.Row) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, one := range c.candidates(r) {
		text := lang.L("Is {{.Name}}", map[string]any{"Name": joinJob(one.Name, one.Title, one.Organisation)})
		items = append(items, kit.MenuItem(text, kit.IconMerge, func() { c.s.decide(r.Key, intake.Decision{Same: []model.ID{one.PersonID}}) }))
	}
	if r.Photo != "" {
		items = append(items, kit.MenuItem(lang.L("Choose the person…"), kit.IconPeople, func() { c.choosePerson(r) }))
	} else {
		items = append(items, kit.MenuItem(lang.L("Somebody new"), kit.IconPlus, func() { c.s.decide(r.Key, intake.Decision{New: true}) }))
	}
	return append(items,
		kit.MenuItem(lang.L("Leave out"), kit.IconClose, func() { c.s.decide(r.Key, intake.Decision{Leave: true}) }))
}

// choosePerson asks whose photo a row is, among all of the book.
func (c *changes) choosePerson(r intake.Row) {
	c.s.desk.Fetch("import.people", func(ctx context.Context, b *store.Book) (any, error) {
		return b.PeopleRows(ctx, store.PeopleFilter{})
	}, func(v any, err error) {
		if err != nil {
			c.s.desk.Fail(err)
			return
		}
		people := v.([]store.PersonRow)
		options := make([]kit.Option, len(people))
		for i, p := range people {
			options[i] = kit.Option{Text: p.Name, Detail: joinJob(p.Title, p.Organisation)}
		}
		kit.ChooseFrom(c.s.desk.Window(), lang.L("Whose photo is {{.File}}?", map[string]any{"File": r.Photo}), lang.L("Choose"), options, func(i int) {
			c.s.decide(r.Key, intake.Decision{Same: []model.ID{people[i].ID}})
		})
	})
}

// candidates are those whom a row may mean: of one that is decided, those whom it
// might have meant.
func (c *changes) candidates(r intake.Row) []intake.Choice {
	if len(r.Choices) > 0 {
		return r.Choices
	}
	return c.asked[r.Key].Choices
}

// allSame takes all who may be one person of the book, and are open yet, for
// that person.
func (c *changes) allSame() {
	for _, r := range c.plan.Doubtful() {
		if len(r.Choices) == 1 {
			d := c.s.decisions[r.Key]
			c.s.decisions[r.Key] = intake.Decision{Same: append(d.Same, r.Choices[0].PersonID), New: d.New}
		}
	}
	c.s.compare()
}
