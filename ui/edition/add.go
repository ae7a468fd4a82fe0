package edition

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// candidate is somebody or something that can be put on the list; an empty ID
// is a name that is not in the book yet.
type candidate struct {
	id           model.ID
	name, detail string
	placed       bool // in the edition already
}

// candidates is what the book has to offer for an edition.
type candidates struct {
	people, organisations []candidate
}

// What an entry of the dialog is made of.
const (
	addOne = iota
	addJoint
	addOrganisation
)

// addEntry asks whom to put on the list, with a status.
func (s *screen) addEntry(status model.Status) {
	if s.shown == nil {
		return
	}
	edition := s.shown.edition
	s.desk.Fetch("edition.candidates", func(ctx context.Context, b *store.Book) (any, error) { return readCandidates(ctx, b, edition.ID) },
		func(v any, err error) {
			if err != nil {
				s.desk.Fail(err)
				return
			}
			newAdder(s, edition, v.(candidates), status).show()
		})
}

func readCandidates(ctx context.Context, b *store.Book, edition model.ID) (candidates, error) {
	var c candidates
	people, err := b.PeopleRows(ctx, store.PeopleFilter{EditionID: edition})
	if err != nil {
		return c, err
	}
	for _, p := range people {
		detail := joined(" – ", p.Title, p.Organisation)
		if p.PlacementID != "" {
			detail = joined(" · ", lang.L("in this edition"), detail)
		}
		c.people = append(c.people, candidate{p.ID, p.Name, detail, p.PlacementID != ""})
	}
	organisations, err := b.Organisations(ctx)
	for _, o := range organisations {
		c.organisations = append(c.organisations, candidate{o.ID, o.Name, joined(" · ", o.Sector, o.Country), false})
	}
	return c, err
}

// adder is the dialog: what kind of entry, a field that filters, who is found.
type adder struct {
	s        *screen
	edition  model.Edition
	known    candidates
	status   model.Status
	kind     *kit.Segment
	filter   *kit.Field
	category *kit.Choice
	list     *kit.List
	chosen   *kit.Label
	found    []candidate
	together []candidate // of a joint entry, in the order in which they were chosen
}

func newAdder(s *screen, e model.Edition, known candidates, status model.Status) *adder {
	a := &adder{s: s, edition: e, known: known, status: status, chosen: kit.NewElastic("", kit.Small)}
	a.kind = kit.NewSegment([]string{lang.L("A person"), lang.L("Several jointly"), lang.L("An organisation")}, func(int) { a.follow() })
	a.filter = kit.NewSearchField(lang.L("Type a name"))
	a.list = kit.NewList(kit.ListParams{
		Label: lang.L("Found"), RowHeight: 36, Single: true,
		Length: func() int { return len(a.found) },
		Create: func() fyne.CanvasObject {
			return kit.Pad(kit.NewLine(kit.Run{Style: kit.Body, Cut: kit.CutEnd}, kit.Run{Style: kit.Small, Cut: kit.CutEnd}), 8, 12, 8, 12)
		},
		Update: a.update,
	})
	a.filter.OnChanged = func(string) { a.narrow() }
	a.filter.OnKey = func(ev *fyne.KeyEvent) bool {
		switch ev.Name {
		case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
			return a.list.HandleKey(ev)
		case fyne.KeyReturn, fyne.KeyEnter:
			return a.joinChosen()
		}
		return false
	}
	a.category = kit.NewChoice(lang.L("Category"), kit.Options(e.Categories...), nil)
	if len(e.Categories) > 0 {
		a.category.Select(0)
	}
	return a
}

func (a *adder) update(i int, o fyne.CanvasObject) {
	c := a.found[i]
	name, detail := c.name, c.detail
	if c.id == "" {
		name = lang.L("Add ‘{{.Name}}’ as a new person", map[string]any{"Name": c.name})
		if a.kind.Selected() == addOrganisation {
			name = lang.L("Add ‘{{.Name}}’ as a new organisation", map[string]any{"Name": c.name})
		}
	}
	if detail != "" {
		detail = "   " + detail
	}
	style := kit.Body
	if a.isChosen(c) {
		style = kit.BodyStrong.In(kit.Accent)
	}
	o.(*fyne.Container).Objects[0].(*kit.Label).SetRuns(kit.Run{Text: name, Style: style}, kit.Run{Text: detail, Style: kit.Small.In(kit.Ink3), Cut: kit.CutEnd})
}

func (a *adder) isChosen(c candidate) bool {
	for _, other := range a.together {
		if a.kind.Selected() == addJoint && other == c {
			return true
		}
	}
	return false
}

func (a *adder) show() {
	fields := []fyne.CanvasObject{
		kit.HBox(0, a.kind), a.filter,
		kit.Sized(container.NewStack(kit.NewFrame(kit.Clear, kit.Line, 6), kit.PadAll(a.list, 1)), 0, 36*8+2), a.chosen,
	}
	if len(a.edition.Categories) > 0 {
		fields = append(fields, a.category)
	}
	title := lang.L("Add to the list")
	if a.status == model.Reserve {
		title = lang.L("Add a reserve")
	}
	d := kit.NewDialog(a.s.desk.Window(), kit.DialogParams{
		Title: title, Content: kit.VBox(12, fields...), Primary: lang.L("Add"), OnPrimary: a.take, Width: 560, First: a.filter.Focusable(),
	})
	a.list.OnOpen = func(int) {
		if !a.joinChosen() {
			d.Submit()
		}
	}
	a.follow()
	d.Show()
}

// follow brings the list to the kind of entry.
func (a *adder) follow() {
	a.chosen.SetText("")
	if a.kind.Selected() == addJoint {
		a.sayChosen()
	}
	a.narrow()
}

// narrow shows whose name holds every word that was typed.
func (a *adder) narrow() {
	text := strings.TrimSpace(a.filter.Text())
	words := strings.Fields(kit.Fold(text))
	all := a.known.people
	if a.kind.Selected() == addOrganisation {
		all = a.known.organisations
	}
	a.found = a.found[:0]
	same := false
	// Nobody stands twice on a list, but for other categories and joint entries.
	once := a.kind.Selected() == addOne && len(a.edition.Categories) == 0
	for _, c := range all {
		folded, fits := kit.Fold(c.name+" "+c.detail), !c.placed || !once
		for _, w := range words {
			fits = fits && strings.Contains(folded, w)
		}
		if fits {
			a.found = append(a.found, c)
		}
		same = same || kit.Fold(c.name) == kit.Fold(text)
	}
	if text != "" && !same {
		a.found = append(a.found, candidate{name: text})
	}
	a.list.Refresh()
	if len(a.found) > 0 {
		a.list.Select(0)
	}
}

// joinChosen adds the selected person to a joint entry, or takes them from it
// again. It reports whether the dialog is about a joint entry and the field
// holds something: then Enter is not the primary button yet.
func (a *adder) joinChosen() bool {
	c, ok := a.selected()
	if a.kind.Selected() != addJoint || !ok || a.filter.Text() == "" && len(a.together) > 1 {
		return false
	}
	if a.isChosen(c) {
		for i, other := range a.together {
			if other == c {
				a.together = append(a.together[:i:i], a.together[i+1:]...)
				break
			}
		}
	} else {
		a.together = append(a.together, c)
	}
	a.filter.SetText("")
	a.sayChosen()
	a.narrow()
	return true
}

func (a *adder) sayChosen() {
	names := make([]string, len(a.together))
	for i, c := range a.together {
		names[i] = c.name
	}
	text := lang.L("Choose two people or more with Enter, then Add.")
	if len(names) > 0 {
		text = lang.L("Together: {{.Names}}", map[string]any{"Names": strings.Join(names, " & ")})
	}
	a.chosen.Set(text, kit.Small)
}

func (a *adder) selected() (candidate, bool) {
	i := a.list.Selected()
	if i < 0 || i >= len(a.found) {
		return candidate{}, false
	}
	return a.found[i], true
}

// take puts the entry on the list.
func (a *adder) take() bool {
	commands, id := a.commands()
	if commands == nil {
		fault := lang.L("Choose somebody, or write a new name.")
		if a.kind.Selected() == addJoint {
			fault = lang.L("Choose two people or more with Enter.")
		}
		a.chosen.Set(fault, kit.Small.In(kit.Error))
		return false
	}
	a.s.want = id
	a.s.do(model.Say("Add to {{.Edition}}", "Edition", a.edition.Name()), true, commands...)
	return true
}

// commands makes who is new, and the entry; its ID comes along.
func (a *adder) commands() ([]store.Command, model.ID) {
	p := model.Placement{ID: model.NewID(), EditionID: a.edition.ID, Status: a.status, Category: a.category.Text()}
	var commands []store.Command
	chosen, ok := a.selected()
	members := []candidate{chosen}
	switch a.kind.Selected() {
	case addOrganisation:
		if !ok {
			return nil, ""
		}
		p.Kind, p.OrganisationID = model.EntryOrganisation, chosen.id
		if chosen.id == "" {
			p.OrganisationID = model.NewID()
			commands = append(commands, store.CreateOrganisation{Organisation: model.Organisation{ID: p.OrganisationID, Name: chosen.name}})
		}
		return append(commands, store.Place{Placement: p}), p.ID
	case addJoint:
		p.Kind, members, ok = model.EntryJoint, a.together, len(a.together) > 1
	default:
		p.Kind = model.EntryPerson
	}
	if !ok {
		return nil, ""
	}
	for _, m := range members {
		if m.id == "" {
			m.id = model.NewID()
			commands = append(commands, store.CreatePerson{Person: model.Person{ID: m.id, Name: model.ParseName(m.name)}})
		}
		p.Members = append(p.Members, model.Member{PersonID: m.id})
	}
	return append(commands, store.Place{Placement: p}), p.ID
}
