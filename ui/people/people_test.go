package people

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// size is that of a window on a notebook.
var size = fyne.NewSize(1440, 900)

// open shows the screen over a small book, at its first person.
func open(t *testing.T) (*desktest.Desk, *screen, desktest.Small) {
	t.Helper()
	book, small := desktest.SmallBook(t)
	d := desktest.New(t, book, kit.Light, size)
	s := d.Open(New, desk.Place{PersonID: small.People[0]}).(*screen)
	return d, s, small
}

func (l *list) names() []string {
	var out []string
	for _, r := range l.rows {
		out = append(out, r.Name)
	}
	return out
}

// person reads somebody back from the file.
func person(t *testing.T, d *desktest.Desk, id model.ID) model.Person {
	t.Helper()
	p, err := d.Book().Person(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func answer(t *testing.T, d *desktest.Desk, small desktest.Small) model.Answer {
	t.Helper()
	p, err := d.Book().Placement(t.Context(), small.Placement)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range p.Answers {
		if a.ID == small.Answer {
			return a
		}
	}
	t.Fatal("the answer is gone")
	return model.Answer{}
}

func steps(t *testing.T, d *desktest.Desk) []store.Operation {
	t.Helper()
	ops, err := d.Book().History(t.Context(), store.HistoryFilter{})
	if err != nil {
		t.Fatal(err)
	}
	return ops
}

func TestSearchNarrowsAndIgnoresAccents(t *testing.T) {
	d, s, _ := open(t)
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"", []string{"Zoë Ångström OBE", "Marisol van der Haeghe", "Bilal Quill"}},
		{"angst", []string{"Zoë Ångström OBE"}},
		{"zoe", []string{"Zoë Ångström OBE"}},
		{"harbour quill", []string{"Bilal Quill"}},
		{"rowing", []string{"Zoë Ångström OBE"}}, // said in the interview
		{"nobody here", nil},
	} {
		s.list.search.SetText("")
		s.list.search.Focus()
		d.Type(c.typed)
		if c.typed == "" {
			s.list.fetch()
		}
		if got := s.list.names(); !sameNames(got, c.want) {
			t.Errorf("%q finds %q, want %q", c.typed, got, c.want)
		}
	}
	if s.editor.object.Objects[0] != s.editor.card {
		t.Error("a search without result took the person being worked on away")
	}
}

// sameNames compares without looking at the order, which is the store's.
func sameNames(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

func TestFilterChipsNarrowToThoseWhoLackSomething(t *testing.T) {
	_, s, _ := open(t)
	s.list.filters.inEdition.Tapped(nil)
	if got := s.list.names(); !slices.Equal(got, []string{"Zoë Ångström OBE"}) {
		t.Fatalf("in the edition: %q", got)
	}
	for i, m := range missingKinds {
		s.list.filters.missing[i].Tapped(nil)
		want := m.kind == store.MissingPhoto || m.kind == store.MissingApproval
		if got := len(s.list.rows) == 1; got != want {
			t.Errorf("filter %q shows %q", m.kind, s.list.names())
		}
		on := 0
		for _, chip := range s.list.filters.missing {
			if chip.On() {
				on++
			}
		}
		if on != 1 {
			t.Errorf("%d filters are on at the same time", on)
		}
	}
}

func TestSelectingShowsDetails(t *testing.T) {
	d, s, small := open(t)
	profile := s.editor.pages[0].(*profileTab)
	if got := profile.given.Text() + "|" + profile.family.Text() + "|" + profile.post.Text(); got != "Zoë|Ångström|OBE" {
		t.Fatalf("the fields show %q", got)
	}
	if !profile.printed.Visible() {
		t.Error("placed, but what is printed is not shown")
	}
	at := slices.IndexFunc(s.list.rows, func(r store.PersonRow) bool { return r.ID == small.People[1] })
	s.list.list.Focus()
	s.list.list.Select(at - 1)
	if at == 0 {
		s.list.list.Select(1)
		d.Press(fyne.KeyUp)
	} else {
		d.Press(fyne.KeyDown)
	}
	if s.editor.id != small.People[1] {
		t.Fatalf("the arrow keys chose %q", s.editor.id)
	}
	if got := profile.particle.Text() + "|" + profile.family.Text(); got != "van der|Haeghe" {
		t.Errorf("the fields show %q", got)
	}
	if profile.printed.Visible() {
		t.Error("not placed, but something printed is shown")
	}
	if got := s.Place(); got.PersonID != small.People[1] || got.Screen != desk.People {
		t.Errorf("the place is %+v", got)
	}
}

func TestEmptyBookSaysWhatToDo(t *testing.T) {
	d := desktest.New(t, nil, kit.Light, size)
	s := d.Open(New, desk.Place{}).(*screen)
	if s.editor.object.Objects[0] != s.editor.empty {
		t.Fatal("an empty book shows no empty state")
	}
	d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Bilal Quill")}})
	if s.editor.object.Objects[0] != s.editor.card || s.editor.name.Text() != "Bilal Quill" {
		t.Error("the first person is not shown")
	}
}

func TestUndoOfTheOnlyPersonBringsTheEmptyStateBack(t *testing.T) {
	d := desktest.New(t, nil, kit.Light, size)
	s := d.Open(New, desk.Place{}).(*screen)
	d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Bilal Quill")}})
	d.Undo()
	if s.editor.object.Objects[0] != s.editor.empty || s.editor.id != "" {
		t.Error("somebody who is gone is still shown")
	}
}

func TestTrashLeadsToSomebodyElse(t *testing.T) {
	d, s, small := open(t)
	if !s.Act(desk.Trash) {
		t.Fatal("not done")
	}
	if !person(t, d, small.People[0]).Trashed {
		t.Fatal("not in the trash")
	}
	if len(d.Told) != 1 {
		t.Errorf("told %q", d.Told)
	}
	if s.editor.id == small.People[0] {
		t.Error("somebody in the trash is still edited")
	}
}

func TestAddAsksForAName(t *testing.T) {
	d, s, _ := open(t)
	before := len(steps(t, d))
	s.list.search.SetText("Dr Ada Example OBE")
	if !s.Act(desk.AddPerson) {
		t.Fatal("not done")
	}
	if d.Window().Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog")
	}
	d.Press(fyne.KeyReturn)
	if len(steps(t, d)) != before+1 || len(d.Gone) != 1 {
		t.Fatalf("%d steps, led to %v", len(steps(t, d))-before, d.Gone)
	}
	got := person(t, d, d.Gone[0].PersonID)
	if got.Name.Full() != "Dr Ada Example OBE" {
		t.Errorf("added %q", got.Name.Full())
	}
}

func TestGoalFocusesTheField(t *testing.T) {
	d, s, small := open(t)
	profile := s.editor.pages[0].(*profileTab)
	for _, c := range []struct {
		field string
		tab   int
		focus func() bool
	}{
		{model.FieldName, 0, func() bool { return profile.given.Focused() }},
		{model.FieldTitle, 0, func() bool { return profile.job.Focused() }},
		{model.FieldTitle + "/0", 0, func() bool { return profile.job.Focused() }},
		{model.FieldOrganisation, 0, func() bool { return profile.employer.Focused() }},
		{model.FieldStrapline, 0, func() bool { return profile.strap.Focused() }},
		{model.FieldVideo, 0, func() bool { return profile.film.Focused() }},
		{model.FieldConsent, 0, func() bool { return d.Window().Canvas().Focused() == profile.consent }},
		{model.FieldStatus, 0, func() bool { return d.Window().Canvas().Focused() == profile.status }},
		{model.FieldApproved, 3, func() bool { return d.Window().Canvas().Focused() == s.editor.interview.approved }},
		{model.FieldCredit, 1, func() bool { return s.editor.photo.credit.Focused() }},
		{model.FieldPhoto, 1, func() bool { return d.Window().Canvas().Focused() == s.editor.photo.choosing }},
		{model.FieldAlt, 1, func() bool { return s.editor.photo.alt.Focused() }},
		{model.FieldRank, 2, func() bool { return d.Window().Canvas().Focused() != nil }},
		{model.FieldAnswer, 3, func() bool { return d.Window().Canvas().Focused() == s.editor.interview.edited.Focusable() }},
		{model.FieldExcerpt, 3, func() bool { return s.editor.interview.chooser.Prose.Focused() }},
	} {
		s.Show(desk.Place{PersonID: small.People[1]})
		d.Window().Canvas().Unfocus()
		s.Show(desk.Place{PersonID: small.People[0], PlacementID: small.Placement, Field: c.field})
		if got := s.editor.tabs.Selected(); got != c.tab {
			t.Errorf("%s: tab %d, want %d", c.field, got, c.tab)
		}
		if !c.focus() {
			t.Errorf("%s: the field has not the keyboard", c.field)
		}
	}
	d.Window().Canvas().Unfocus()
	s.editor.showTab(1)
	s.editor.focus()
	if d.Window().Canvas().Focused() != s.editor.photo.choosing {
		t.Errorf("without a photo the focus is on %T", d.Window().Canvas().Focused())
	}
}

func TestCommandWaitsForThePersonGoneTo(t *testing.T) {
	d, s, small := open(t)
	d.Late = true
	s.Show(desk.Place{PersonID: small.People[1]})
	s.Act(desk.Trash)
	d.Arrive()
	if person(t, d, small.People[0]).Trashed || !person(t, d, small.People[1]).Trashed {
		t.Error("the person before went into the trash")
	}
}

func TestPrintedWithoutARankIsIncluded(t *testing.T) {
	for _, c := range []struct {
		status model.Status
		rank   model.Rank
		want   string
	}{
		{model.Confirmed, model.Rank{Reason: model.ByScheme}, "Included"},
		{model.SignedOff, model.Rank{Reason: model.OutsideRanked, Source: "Highly commended"}, "Highly commended"},
		{model.Nominated, model.Rank{Reason: model.ByScheme}, "–"},
	} {
		if got := withoutRank(model.Placement{Status: c.status, Rank: c.rank}); got != c.want {
			t.Errorf("%s is shown as %q, want %q", c.status, got, c.want)
		}
	}
}

func TestGoalLeadsToTheSentence(t *testing.T) {
	_, s, small := open(t)
	s.Show(desk.Place{PersonID: small.People[0], AnswerID: small.Answer, Field: model.FieldExcerpt, Start: strings.Index(desktest.Said, "believed")})
	if got := s.editor.interview.chooser.Prose.Current(); got != 1 {
		t.Errorf("led to sentence %d, want the second", got+1)
	}
}

// A photo dropped on somebody in the list is theirs, one on the editor of whom it
// shows; several are left to the import.
func TestPhotosAreDroppedOnPeople(t *testing.T) {
	d, s, small := open(t)
	path := filepath.Join(t.TempDir(), "face.png")
	if err := os.WriteFile(path, picture(t), 0o600); err != nil {
		t.Fatal(err)
	}
	photos := func(i int) int {
		all, err := d.Book().PhotosOf(t.Context(), small.People[i])
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	other := slices.IndexFunc(s.list.rows, func(r store.PersonRow) bool { return r.ID == small.People[2] })
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.list.list)
	if !s.Dropped(at.AddXY(40, 56*float32(other)+20), []string{path}) || photos(2) != 1 {
		t.Error("the one in the list has no photo")
	}
	s.Show(desk.Place{PersonID: small.People[1]})
	if at = fyne.CurrentApp().Driver().AbsolutePositionForObject(s.editor.object); !s.Dropped(at.AddXY(40, 200), []string{path}) || photos(1) != 1 {
		t.Error("the one who is shown has no photo")
	}
	if s.Dropped(at.AddXY(40, 200), []string{path, path}) || s.Dropped(at.AddXY(40, 200), []string{"list.csv"}) {
		t.Error("what belongs to the import was taken")
	}
}
