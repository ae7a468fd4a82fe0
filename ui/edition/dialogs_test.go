package edition

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// adding opens the dialog that adds an entry of a kind.
func adding(t *testing.T, d *desktest.Desk, s *screen, kind int, status model.Status) *adder {
	t.Helper()
	known, err := readCandidates(t.Context(), d.Book(), d.Edition)
	if err != nil {
		t.Fatal(err)
	}
	a := newAdder(s, s.shown.edition, known, status)
	a.show()
	a.kind.Select(kind)
	a.follow()
	return a
}

func TestAddOneOfTheBook(t *testing.T) {
	d, s := open(t, full)
	d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Gus Grove")}})
	d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Hal Hazel")}})
	if !s.Act(desk.AddEntry) {
		t.Fatal("not asked")
	}
	d.Type("haz")
	d.Press(fyne.KeyReturn)
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, 4 Dot, 5 Eve, 6 Fay, 7 Hal")
	wantMarked(t, s, "Hal")
	if r := s.marked()[0]; r.Placement.Status != model.Nominated {
		t.Errorf("added as %s", r.Placement.Status)
	}
}

func TestWhoIsListedIsNotOfferedAgain(t *testing.T) {
	d, s := open(t, full)
	a := adding(t, d, s, addOne, model.Nominated)
	if len(a.found) != 0 {
		t.Errorf("offers %v", a.found)
	}
	if a.take() {
		t.Error("nobody was added")
	}
}

func TestAddANewPersonAsReserve(t *testing.T) {
	d, s := open(t, full)
	s.addEntry(model.Reserve)
	d.Type("Dr Ivo Ivy OBE")
	d.Press(fyne.KeyReturn)
	if len(s.dock.rows) != 1 || s.dock.rows[0].Name != "Dr Ivo Ivy OBE" {
		t.Fatalf("the dock holds %+v", s.dock.rows)
	}
	if d.Undo(); len(s.dock.rows) != 0 {
		t.Error("adding somebody new is more than one step")
	}
	people, err := d.Book().PeopleRows(t.Context(), store.PeopleFilter{})
	if err != nil || len(people) != len(six) {
		t.Errorf("%d people are left, %v", len(people), err)
	}
}

func TestAddSeveralJointly(t *testing.T) {
	d, s := open(t, full)
	for _, name := range []string{"Gus Grove", "Hal Hazel"} {
		d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName(name)}})
	}
	a := adding(t, d, s, addJoint, model.Nominated)
	d.Window().Canvas().Focus(a.filter.Focusable())
	d.Type("gus")
	d.Press(fyne.KeyReturn)
	if a.take() {
		t.Fatal("one alone was taken as joint")
	}
	d.Type("hal")
	d.Press(fyne.KeyReturn, fyne.KeyReturn)
	last := s.shown.rows[len(s.shown.rows)-1]
	if last.Placement.Kind != model.EntryJoint || len(last.Placement.Members) != 2 {
		t.Errorf("added %+v", last.Placement)
	}
}

func TestAddANewOrganisation(t *testing.T) {
	d, s := open(t, full)
	a := adding(t, d, s, addOrganisation, model.Nominated)
	d.Window().Canvas().Focus(a.filter.Focusable())
	d.Type("Mole Rail")
	d.Press(fyne.KeyReturn)
	last := s.shown.rows[len(s.shown.rows)-1]
	if last.Placement.Kind != model.EntryOrganisation || last.Name != "Mole Rail" {
		t.Errorf("added %+v", last)
	}
}

func TestSettingsChangeTheEdition(t *testing.T) {
	d, s := open(t, full)
	f := newEditionForm(known{s.shown.lists, s.shown.editions}, s.shown.edition, false)
	var got *model.Edition
	f.show(d.Window(), "Settings", "Save", func(e model.Edition) { got = &e })
	f.scheme.Select(1)
	f.follow()
	f.top.SetText("")
	d.Press(fyne.KeyReturn)
	if got != nil {
		t.Fatal("a top of nobody was taken")
	}
	f.top.SetText("3")
	f.questions.SetText("Why?\n\n  How?  \n")
	f.judges.SetText("Ada Example")
	d.Press(fyne.KeyReturn)
	if got == nil || got.Scheme.String() != "top 3" || !slices.Equal(got.Questions, []string{"Why?", "How?"}) || !slices.Equal(got.Judges, []string{"Ada Example"}) {
		t.Fatalf("the form says %+v", got)
	}
	if kit.ModalOpen(d.Window()) {
		t.Error("the dialog stays")
	}
}

func TestSettingsReachTheBook(t *testing.T) {
	d, s := open(t, full)
	s.Act(desk.EditEdition)
	d.Window().Canvas().FocusNext() // from the name to the year
	d.Press(fyne.KeyEnd, fyne.KeyBackspace)
	d.Type("7")
	d.Press(fyne.KeyReturn)
	if s.shown.edition.Year != 2027 || s.shown.edition.Scheme.Kind != model.SchemeFull {
		t.Errorf("the edition is %+v", s.shown.edition)
	}
}

func TestAnotherEditionBeginsLikeTheOneShown(t *testing.T) {
	d, s := open(t, full)
	before := d.Edition
	s.Act(desk.NewEdition)
	d.Press(fyne.KeyReturn)
	e := s.shown.edition
	if d.Edition == before || e.Year != 2027 || e.Size != 6 || !slices.Equal(e.Questions, []string{"Why?"}) {
		t.Errorf("made %+v", e)
	}
	if s.shown.before == nil || s.shown.before.ID != before {
		t.Error("it is not compared with the edition before")
	}
}
