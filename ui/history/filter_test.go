package history

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

func TestOneFieldIsRestored(t *testing.T) {
	d, s, small := open(t)
	d.Window().Canvas().Focus(s.list.Focusable())
	d.Press(fyne.KeyHome)
	c := s.detail.changes[0]
	if !c.Restorable || c.Of != "Bilal Quill" || c.Person != small.People[2] {
		t.Fatalf("%+v", c)
	}
	d.Window().Canvas().Unfocus()
	s.detail.restore(c, "Country")
	if d.Window().Canvas().Focused() != s.list.Focusable() {
		t.Error("restoring leaves nothing the keyboard")
	}
	p, err := d.Book().Person(t.Context(), small.People[2])
	if err != nil || p.Country != "" {
		t.Errorf("the country is %q: %v", p.Country, err)
	}
	if s.steps[0].Undone || s.steps[1].Undone {
		t.Error("restoring a field is a step of its own, and takes none back")
	}
	s.detail.showPerson()
	if len(d.Gone) != 1 || d.Gone[0].PersonID != small.People[2] {
		t.Errorf("led to %+v", d.Gone)
	}
}

func TestStepsAreFilteredByWordsPersonAndKind(t *testing.T) {
	d, s, _ := open(t)
	all := len(s.steps)
	s.search.Focus()
	d.Type("bilal country")
	if len(s.steps) != 1 {
		t.Errorf("the words find %d steps", len(s.steps))
	}
	s.clear()
	if len(s.steps) != all {
		t.Fatalf("cleared, but %d steps", len(s.steps))
	}
	s.topic.Select(slices.IndexFunc(kinds, func(k struct {
		topic store.Topic
		text  string
	},
	) bool {
		return k.topic == store.TopicEditions
	}))
	s.fetch()
	if len(s.steps) != 2 {
		t.Errorf("%d steps changed editions", len(s.steps))
	}
	s.search.SetText("nothing of the kind")
	s.fetch()
	if s.rows.Objects[0] != s.none {
		t.Error("nothing found does not say so")
	}
	if !slices.Equal(s.actors, []string{"", "Ada Example"}) {
		t.Errorf("the curators are %q", s.actors)
	}
}

func TestDaysHeadTheSteps(t *testing.T) {
	_, s, _ := open(t)
	if s.lines[0].step >= 0 || s.lines[0].day != "Today" || s.lines[1].step != 0 {
		t.Errorf("%+v", s.lines[:2])
	}
	if got := dayOf(time.Date(2020, 3, 1, 9, 0, 0, 0, time.UTC)); got != "1 March 2020" {
		t.Errorf("%q", got)
	}
	for name, want := range map[string]string{"Eleni Markou": "EM", "ødegård": "Ø", "": "?", "Ada B Clark": "AC"} {
		if got := initials(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestStepsAreFilteredByTimeAndByWhomTheyAreAbout(t *testing.T) {
	d, s, small := open(t)
	all := len(s.steps)
	at := slices.IndexFunc(s.people, func(p who) bool { return p.id == small.People[2] })
	if at < 1 || s.people[at].name != "Bilal Quill" {
		t.Fatalf("the people are %+v", s.people)
	}
	s.person.Select(at)
	s.fetch()
	if n := len(s.steps); n == 0 || n == all {
		t.Errorf("%d of %d steps are about one of them", n, all)
	}
	s.clear()
	s.when.span.Select(today)
	s.when.follow()
	if len(s.steps) != all {
		t.Errorf("today were %d of %d steps", len(s.steps), all)
	}
	s.when.span.Select(betweenDays)
	s.when.follow()
	if !s.when.between.Visible() {
		t.Fatal("the days cannot be written")
	}
	s.when.to.SetText("2020")
	s.when.changed()
	if len(s.steps) != 0 || s.rows.Objects[0] != s.none {
		t.Errorf("up to 2020 are %d steps", len(s.steps))
	}
	d.Window().Canvas().Focus(s.list.Focusable())
	s.clear()
	if len(s.steps) != all {
		t.Errorf("cleared, %d of %d steps", len(s.steps), all)
	}
}

func TestSpansOfTime(t *testing.T) {
	now := time.Date(2026, 3, 4, 17, 5, 0, 0, time.UTC) // a Wednesday
	w := newWhen(func() {})
	for _, c := range []struct {
		span         int
		from, to     string
		since, until string
	}{
		{allTime, "", "", "0001-01-01", "0001-01-01"},
		{today, "", "", "2026-03-04", "0001-01-01"},
		{thisWeek, "", "", "2026-03-02", "0001-01-01"},
		{betweenDays, "2026-02", "2026-03-01", "2026-02-01", "2026-03-02"},
		{betweenDays, "", "2025", "0001-01-01", "2026-01-01"},
		{betweenDays, "spring", "", "0001-01-01", "0001-01-01"},
	} {
		w.span.Select(c.span)
		w.from.SetText(c.from)
		w.to.SetText(c.to)
		since, until := w.bounds(now)
		if since.Format(time.DateOnly) != c.since || until.Format(time.DateOnly) != c.until {
			t.Errorf("%d from %q to %q is %v to %v", c.span, c.from, c.to, since, until)
		}
	}
}

// The steps have the keyboard when they come, and take it from no other screen.
func TestStepsGetTheKeyboardWhenTheyComeInSight(t *testing.T) {
	d := desktest.New(t, desktest.Book(t, store.Create), kit.Light, fyne.NewSize(1352, 816))
	s := d.Open(New, desk.Place{}).(*screen)
	if d.Window().Canvas().Focused() != nil {
		t.Error("a history of nothing has the keyboard")
	}
	s.Hidden()
	person := d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Ada Example")}}).Created
	if person == "" || d.Window().Canvas().Focused() != nil {
		t.Error("a hidden history took the keyboard")
	}
	s.Show(desk.Place{})
	if d.Window().Canvas().Focused() != s.list.Focusable() {
		t.Error("the steps have not got the keyboard")
	}
}
