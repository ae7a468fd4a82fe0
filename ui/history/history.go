// Package history is the screen that shows who changed what when, brings back
// one field, and goes back to a point.
package history

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// page is how many steps are read at a time.
const page = 500

type screen struct {
	desk   desk.Desk
	object fyne.CanvasObject
	stage  *fyne.Container
	body   fyne.CanvasObject
	up     bool // the screen is in sight
	empty  fyne.CanvasObject
	search *kit.Field
	actor  *kit.Choice
	topic  *kit.Choice
	person *kit.Choice
	when   *when
	actors []string // that can be chosen; "" is everybody
	people []who    // that can be chosen; the first is everybody
	list   *kit.List
	none   fyne.CanvasObject
	left   *fyne.Container // head over rows
	rows   *fyne.Container // the list, or that nothing is found
	count  *kit.Label
	steps  []store.Operation
	lines  []line // of the list: days and steps
	detail *detail
	step   int64
	limit  int
}

// line is a row of the list: the head of a day, or a step.
type line struct {
	day  string
	step int // index of the steps; -1 for a day
}

// kinds are what can have been changed, as the filter offers it.
var kinds = []struct {
	topic store.Topic
	text  string
}{
	{"", "All fields"},
	{store.TopicPeople, "People"},
	{store.TopicPlacements, "Placements"},
	{store.TopicAnswers, "Answers"},
	{store.TopicPhotos, "Photos"},
	{store.TopicOrganisations, "Organisations"},
	{store.TopicEditions, "Editions"},
	{store.TopicYearbooks, "The book"},
}

// New makes the screen.
func New(d desk.Desk) desk.Screen {
	s := &screen{desk: d, count: kit.NewLabel("", kit.Small), limit: page, actors: []string{""}, people: []who{{}}}
	s.detail = newDetail(s)
	s.list = kit.NewList(kit.ListParams{
		Label: lang.L("Steps"), RowHeight: 52, Single: true, Separators: true,
		Length: func() int { return len(s.lines) },
		Head:   func(i int) kit.ListHead { return kit.ListHead{Text: s.lines[i].day} },
		Create: newStepRow,
		Update: func(i int, o fyne.CanvasObject) { o.(*stepRow).fill(s.steps[s.lines[i].step]) },
	})
	s.list.OnSelected = func(i int) {
		if i >= 0 && s.lines[i].step >= 0 {
			s.choose(s.steps[s.lines[i].step])
		}
	}
	s.list.OnScrolled = s.scrolled
	s.build()
	return s
}

func (s *screen) build() {
	s.search = kit.NewSearchField(lang.L("Person, field or words"))
	s.search.OnChanged = func(string) { s.fetch() }
	s.search.OnKey = func(ev *fyne.KeyEvent) bool {
		return (ev.Name == fyne.KeyDown || ev.Name == fyne.KeyUp) && s.list.HandleKey(ev)
	}
	s.actor = kit.NewChoice("", kit.Options(lang.L("By anyone")), func(int) { s.fetch() })
	s.actor.Select(0)
	s.person = kit.NewChoice("", kit.Options(lang.L("About everybody")), func(int) { s.fetch() })
	s.person.Select(0)
	s.when = newWhen(func() {
		s.left.Refresh() // the days take room, or give it
		s.fetch()
	})
	topics := make([]kit.Option, len(kinds))
	for i, k := range kinds {
		topics[i].Text = lang.L(k.text)
	}
	s.topic = kit.NewChoice("", topics, func(int) { s.fetch() })
	s.topic.Select(0)
	head := kit.Pad(kit.VBox(12,
		kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("History"), kit.Title)), kit.Natural(s.count)),
		kit.Row(8, kit.Grow(2, s.search), kit.Grow(1, s.when.span)),
		s.when.between,
		kit.Row(8, kit.Grow(1, s.person), kit.Grow(1, s.actor), kit.Grow(1, s.topic))), 16, 16, 12, 16)
	s.none = kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconSearch, Missing: lang.L("No step fits"), Do: lang.L("Look for fewer words, or for everyone’s steps."),
		Action: lang.L("Clear filters"), OnTap: s.clear,
	}), 340, 0))
	s.rows = container.NewStack(s.list)
	s.left = kit.Column(0, kit.Natural(head), kit.Fixed(1, kit.NewHLine()), kit.Grow(1, s.rows))
	s.body = desk.Remembered(s.desk.Memory(), "history.split", kit.SplitParams{First: s.left, Second: s.detail.object, Keep: kit.KeepFirst, Size: 536, MinFirst: 400, MinSecond: 480})
	s.empty = kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconHistory, Missing: lang.L("Nothing was changed yet"),
		Do: lang.L("Every change will stand here with its time, and can be taken back, also after a restart."),
	}), 420, 0))
	s.stage = container.NewStack()
	s.object = container.NewStack(kit.NewFill(kit.Surface), s.stage)
}

func (s *screen) Object() fyne.CanvasObject { return s.object }

func (s *screen) Show(desk.Place) {
	s.up = true
	s.fetch()
	s.focus()
}

// Hidden leaves the keyboard to another screen.
func (s *screen) Hidden() { s.up = false }

// focus gives the steps the keyboard, where there are any and they are in sight.
func (s *screen) focus() {
	if s.up && slices.Contains(s.stage.Objects, s.body) {
		s.desk.Window().Canvas().Focus(s.list.Focusable())
	}
}

func (s *screen) Place() desk.Place { return desk.Place{Screen: desk.History} }

func (s *screen) Changed([]store.Event) { s.fetch() }

func (s *screen) Flush() {}

// Act answers the commands of the menus.
func (s *screen) Act(c desk.Command) bool {
	if c != desk.Find {
		return false
	}
	s.search.Focus()
	s.search.SelectAll()
	return true
}

// filter is what the head of the list asks for.
func (s *screen) filter() store.HistoryFilter {
	f := store.HistoryFilter{Limit: s.limit, Text: s.search.Text()}
	if i := s.actor.Selected(); i >= 0 && i < len(s.actors) {
		f.Actor = s.actors[i]
	}
	if i := s.topic.Selected(); i >= 0 {
		f.Topic = kinds[i].topic
	}
	if i := s.person.Selected(); i >= 0 && i < len(s.people) {
		f.Person = s.people[i].id
	}
	f.Since, f.Until = s.when.bounds(time.Now())
	return f
}

func (s *screen) clear() {
	s.search.SetText("")
	s.actor.Select(0)
	s.topic.Select(0)
	s.person.Select(0)
	s.when.clear()
	s.fetch()
}

// read is what a fetch of the list brings.
type read struct {
	steps  []store.Operation
	actors []string
	people []who
}

// who is somebody whose steps can be asked for.
type who struct {
	id   model.ID
	name string
}

func (s *screen) fetch() {
	filter := s.filter()
	s.desk.Fetch("history.steps", func(ctx context.Context, b *store.Book) (any, error) {
		steps, err := b.History(ctx, filter)
		if err != nil {
			return nil, err
		}
		actors, err := b.Actors(ctx)
		if err != nil {
			return nil, err
		}
		r := read{steps, actors, []who{{}}}
		for _, trashed := range []bool{false, true} { // what was done to those in the trash counts too
			rows, err := b.PeopleRows(ctx, store.PeopleFilter{Trashed: trashed})
			if err != nil {
				return nil, err
			}
			for _, p := range rows {
				r.people = append(r.people, who{p.ID, p.Name})
			}
		}
		return r, nil
	}, func(v any, err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.show(v.(read), filter)
	})
}

func (s *screen) show(r read, filter store.HistoryFilter) {
	s.steps, s.lines = r.steps, s.lines[:0]
	day := ""
	for i, o := range s.steps {
		if d := dayOf(o.At.Local()); d != day {
			day = d
			s.lines = append(s.lines, line{d, -1})
		}
		s.lines = append(s.lines, line{"", i})
	}
	s.setActors(r.actors)
	s.setPeople(r.people)
	all := filter == store.HistoryFilter{Limit: filter.Limit}
	s.count.SetText(countText(s.steps, filter.Limit))
	show := s.body
	if all && len(s.steps) == 0 {
		show = s.empty
	}
	if len(s.stage.Objects) != 1 || s.stage.Objects[0] != show {
		s.stage.Objects = []fyne.CanvasObject{show}
		s.stage.Refresh()
		s.focus()
	}
	rows := fyne.CanvasObject(s.list)
	if len(s.steps) == 0 {
		rows = s.none
	}
	s.rows.Objects = []fyne.CanvasObject{rows}
	s.rows.Refresh()
	s.list.Refresh()
	s.follow()
}

// countText says how many steps there are, and since when.
func countText(steps []store.Operation, limit int) string {
	n := len(steps)
	if n == 0 {
		return ""
	}
	if n == limit {
		return lang.L("the newest {{.Count}} steps", map[string]any{"Count": kit.Number(n)})
	}
	return lang.N("{{.Count}} steps", n, map[string]any{"Count": kit.Number(n)})
}

// setActors offers the curators that changed something.
func (s *screen) setActors(actors []string) {
	if slices.Equal(s.actors[1:], actors) {
		return
	}
	chosen := s.filter().Actor
	s.actors = append([]string{""}, actors...)
	options := kit.Options(append([]string{lang.L("By anyone")}, actors...)...)
	s.actor.SetOptions(options)
	s.actor.Select(max(0, slices.Index(s.actors, chosen)))
}

// setPeople offers the people of the book.
func (s *screen) setPeople(people []who) {
	if slices.Equal(s.people, people) {
		return
	}
	chosen := s.filter().Person
	s.people = people
	names := []string{lang.L("About everybody")}
	at := 0
	for i, p := range people[1:] {
		names = append(names, p.name)
		if p.id == chosen {
			at = i + 1
		}
	}
	s.person.SetOptions(kit.Options(names...))
	s.person.Select(at)
}

// scrolled reads further back when the end of the list comes near.
func (s *screen) scrolled(offset float32) {
	if len(s.steps) == s.limit && offset > float32(len(s.lines))*52-s.list.Size().Height-2000 {
		s.limit += page
		s.fetch()
	}
}

// follow keeps the chosen step marked when others come before it, and says
// whether it still counts.
func (s *screen) follow() {
	for i, l := range s.lines {
		if l.step >= 0 && s.steps[l.step].ID == s.step {
			s.list.Select(i)
			s.choose(s.steps[l.step])
			return
		}
	}
	if len(s.steps) > 0 { // none chosen yet: the newest
		s.list.Select(1)
		s.choose(s.steps[0])
		return
	}
	s.detail.clear()
}

// choose shows what a step changed.
func (s *screen) choose(o store.Operation) {
	s.step = o.ID
	s.desk.Fetch("history.changes", func(ctx context.Context, b *store.Book) (any, error) {
		return b.Changes(ctx, o.ID)
	}, func(v any, err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.detail.show(o, v.([]store.FieldChange))
	})
}
