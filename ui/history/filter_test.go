package history

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"laurel/store"
)

func TestOneFieldIsRestored(t *testing.T) {
	d, s, small := open(t)
	d.Window().Canvas().Focus(s.list.Focusable())
	d.Press(fyne.KeyHome)
	c := s.detail.changes[0]
	if !c.Restorable || c.Of != "Bilal Quill" || c.Person != small.People[2] {
		t.Fatalf("%+v", c)
	}
	s.detail.restore(c, "Country")
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
