package history

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// open shows the screen over a small book in which a country was changed three
// times.
func open(t *testing.T) (*desktest.Desk, *screen, desktest.Small) {
	t.Helper()
	book, small := desktest.SmallBook(t)
	d := desktest.New(t, book, kit.Light, fyne.NewSize(1440, 900))
	for i, country := range []string{"Wales", "France", "Peru"} {
		d.Write(store.UpdatePerson{ID: small.People[i], Country: &country})
	}
	return d, d.Open(New, desk.Place{}).(*screen), small
}

func (s *screen) kinds() []string {
	var out []string
	for _, o := range s.steps {
		out = append(out, o.Kind)
	}
	return out
}

func TestStepsAreListedNewestFirst(t *testing.T) {
	d, s, small := open(t)
	ops, err := d.Book().History(t.Context(), store.HistoryFilter{})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.steps) != len(ops) || s.steps[0].ID != ops[0].ID || s.steps[0].ID < s.steps[1].ID {
		t.Fatalf("%d steps are listed of %d", len(s.steps), len(ops))
	}
	if got, want := s.count.Text(), "9 steps"; got != want {
		t.Errorf("it counts %q, want %q", got, want)
	}
	sector := "Ports"
	d.Write(store.UpdatePerson{ID: small.People[0], Sector: &sector})
	if len(s.steps) != len(ops)+1 {
		t.Error("a new step is not listed")
	}
}

func TestStepShowsWhatItChanged(t *testing.T) {
	d, s, small := open(t)
	d.Window().Canvas().Focus(s.list.Focusable())
	d.Press(fyne.KeyHome)
	if len(s.detail.changes) == 0 || s.detail.changes[0].Record != small.People[2] || s.detail.changes[0].New != "Peru" {
		t.Fatalf("the newest step changed %+v", s.detail.changes)
	}
	d.Press(fyne.KeyDown)
	if s.detail.changes[0].New != "France" {
		t.Errorf("the one before changed %+v", s.detail.changes)
	}
	if s.detail.head.Text() != s.steps[1].Label.String() {
		t.Errorf("the head says %q", s.detail.head.Text())
	}
}

func TestGoingBackTakesEveryLaterStepBack(t *testing.T) {
	d, s, small := open(t)
	d.Window().Canvas().Focus(s.list.Focusable())
	d.Press(fyne.KeyHome, fyne.KeyDown)
	s.detail.back.Tapped(nil)
	for i, want := range []string{"Wales", "", ""} {
		p, err := d.Book().Person(t.Context(), small.People[i])
		if err != nil || p.Country != want {
			t.Errorf("person %d is in %q, want %q: %v", i, p.Country, want, err)
		}
	}
	if got := s.kinds()[:4]; !slices.Equal(got, []string{store.KindUndo, store.KindUndo, store.KindEdit, store.KindEdit}) {
		t.Errorf("the history holds %q", got)
	}
	if !s.steps[2].Undone || !s.steps[3].Undone || s.steps[4].Undone {
		t.Error("the list does not say what is taken back")
	}
	if got := s.list.Selected(); got != 4 || !s.detail.back.Disabled() {
		t.Errorf("the chosen step is marked at %d; one can go back to it: %t", got, !s.detail.back.Disabled())
	}
}

func TestWhatIsTakenBackCannotBeGoneBackTo(t *testing.T) {
	d, s, _ := open(t)
	d.Undo()
	d.Window().Canvas().Focus(s.list.Focusable())
	d.Press(fyne.KeyHome)
	if !s.detail.back.Disabled() {
		t.Error("the undoing itself can be gone back to")
	}
	d.Press(fyne.KeyDown)
	if !s.detail.back.Disabled() {
		t.Error("a step that is taken back can be gone back to")
	}
	d.Press(fyne.KeyDown)
	if s.detail.back.Disabled() {
		t.Error("a step that counts cannot be gone back to")
	}
}

// A step of nobody shows no person: the head stays as high, and the rows in place.
func TestTheHeadOfAStepKeepsItsHeight(t *testing.T) {
	_, s, _ := open(t)
	height := func() float32 { return s.detail.object.(*fyne.Container).Objects[0].MinSize().Height }
	shown := height()
	s.detail.person.Hide()
	if got := height(); got != shown {
		t.Errorf("without a person the head is %.0f high, with one %.0f", got, shown)
	}
	s.detail.clear()
	if got := height(); got != shown {
		t.Errorf("without a step the head is %.0f high, with one %.0f", got, shown)
	}
}
