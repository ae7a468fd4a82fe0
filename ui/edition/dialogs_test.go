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
	write(f.questions, "  How?  ", 0, 0)
	write(f.questions, "", 0, 0) // no question
	write(f.judges, "Ada Example", 0, 0)
	d.Press(fyne.KeyReturn)
	if got == nil || got.Scheme.String() != "top 3" || !slices.Equal(got.Questions, []string{"Why?", "How?"}) || !slices.Equal(got.Judges, []string{"Ada Example"}) {
		t.Fatalf("the form says %+v", got)
	}
	if kit.ModalOpen(d.Window()) {
		t.Error("the dialog stays")
	}
}

func TestSettingsTakeOnlyDatesForDates(t *testing.T) {
	_, s := open(t, full)
	f := newEditionForm(known{s.shown.lists, s.shown.editions}, s.shown.edition, false)
	f.show(s.desk.Window(), "Edition settings", "Save", func(model.Edition) {})
	f.press.SetText("in autumn")
	if _, ok := f.edition(); ok || !f.pages[tabDates].Visible() {
		t.Errorf("“in autumn” was taken: %v, and the dates are in sight: %v", ok, f.pages[tabDates].Visible())
	}
	f.press.SetText("2026-09")
	if e, ok := f.edition(); !ok || e.Schedule.Press != "2026-09" {
		t.Errorf("2026-09 was taken: %v, as %q", ok, e.Schedule.Press)
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

// write adds a text to a list as somebody would.
func write(t *texts, text string, least, most int) {
	t.append()
	t.field.SetText(text)
	if t.least != nil {
		t.least.SetText(number(least))
		t.most.SetText(number(most))
	}
	t.take()
}

func TestQuestionsArePutInOrder(t *testing.T) {
	q := newTexts(textsParams{label: "Questions"}, itemsOf([]string{"Why?", "How?", "When?"}))
	q.choose(2)
	q.list.OnStep([]int{2}, -1)
	q.list.OnMove([]int{0}, 3)
	q.choose(0)
	q.drop()
	q.field.SetText("Why not?")
	q.take()
	if got := q.lines(); !slices.Equal(got, []string{"Why not?", "Why?"}) {
		t.Errorf("the questions are %q", got)
	}
}

func TestTheFirstTextIsTypedAtOnce(t *testing.T) {
	d, _ := open(t, full)
	q := newTexts(textsParams{label: "Questions", placeholder: "What for?"}, nil)
	if !q.remove.Disabled() {
		t.Error("nothing can be taken away")
	}
	d.Window().SetContent(kit.NewRoot(q.object))
	q.field.Focus()
	d.Type("Why?")
	if got := q.lines(); !slices.Equal(got, []string{"Why?"}) || q.remove.Disabled() {
		t.Errorf("the questions are %q", got)
	}
	q.drop()
	if got := q.lines(); len(got) > 0 || q.field.Text() != "" || !q.remove.Disabled() {
		t.Errorf("taken away, they are %q", got)
	}
}

func TestRulesOfAnEdition(t *testing.T) {
	d, s := open(t, full)
	f := newEditionForm(known{s.shown.lists, s.shown.editions}, s.shown.edition, false)
	var got *model.Edition
	f.show(d.Window(), "Settings", "Save", func(e model.Edition) { got = &e })
	f.rules.parts[0].check.Tapped(nil)
	f.rules.parts[0].number.SetText("none")
	write(f.categories, "Sea", 2, 1)
	d.Press(fyne.KeyReturn)
	if got != nil {
		t.Fatalf("taken was %+v", got.Rules)
	}
	f.rules.parts[0].number.SetText("1")
	f.categories.most.SetText("4")
	f.categories.take()
	d.Press(fyne.KeyReturn)
	want := []model.Rule{{Kind: model.RuleOrganisation, Most: 1}, {Kind: model.RuleCategory, Category: "Sea", Least: 2, Most: 4}}
	if got == nil || !slices.Equal(got.Rules, want) || !slices.Equal(got.Categories, []string{"Sea"}) {
		t.Fatalf("the form says %+v", got)
	}
}

func TestWhoBreaksARuleIsMarked(t *testing.T) {
	d, s := open(t, full)
	d.Write(store.UpdateEdition{ID: d.Edition, Judges: &[]string{"Bea Birch"}, Rules: &[]model.Rule{{Kind: model.RuleJudges}}})
	for _, r := range s.shown.rows {
		if marks := s.shown.marksOf(r); (len(marks) == 1) != (r.Name == "Bea Birch") {
			t.Errorf("%s: %+v", r.Name, marks)
		}
	}
}

func TestNamesakesAreMarked(t *testing.T) {
	d, s := open(t, full)
	d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Anne Ash"), Title: "Pilot"}})
	s.Show(desk.Place{})
	if marks := s.shown.marksOf(s.shown.rows[0]); len(marks) != 1 || marks[0].tip != "Looks like Anne Ash (Pilot)" {
		t.Errorf("Ann is marked %+v", marks)
	}
	if marks := s.shown.marksOf(s.shown.rows[1]); len(marks) != 0 {
		t.Errorf("Bea is marked %+v", marks)
	}
	d.Undo()
	if marks := s.shown.marksOf(s.shown.rows[0]); len(marks) != 0 {
		t.Errorf("with nobody of a name like hers left, Ann is marked %+v", marks)
	}
}

func TestFreezeSignsOffAndLocks(t *testing.T) {
	d, s := open(t, full)
	s.Act(desk.FreezeEdition)
	d.Press(fyne.KeyReturn)
	e := s.shown.edition
	if !e.Frozen || s.shown.rows[5].Placement.Status != model.SignedOff || len(s.list.frozen.Objects) != 1 {
		t.Fatalf("frozen: %v, the last is %s", e.Frozen, s.shown.rows[5].Placement.Status)
	}
	if s.list.movable(0) || !s.list.tie.Disabled() || !s.list.add.Disabled() {
		t.Error("the list can still be changed")
	}
	if _, err := d.Book().Undo(t.Context()); err == nil {
		t.Error("undo went past the freeze")
	}
	choose(s, "Cyd")
	s.Act(desk.NoteErratum)
	d.Type("She is Director.")
	d.Window().Canvas().FocusNext() // from the text to the date
	d.Type("soon")
	if d.Press(fyne.KeyReturn); !kit.ModalOpen(d.Window()) {
		t.Fatal("a word is taken for a date")
	}
	for range "soon" {
		d.Press(fyne.KeyBackspace)
	}
	d.Press(fyne.KeyReturn)
	r := s.entry(s.markedIDs()[0])
	if len(r.Errata) != 1 || r.Errata[0].Text != "She is Director." {
		t.Fatalf("noted is %+v", r.Errata)
	}
	if marks := s.shown.marksOf(r); len(marks) != 1 {
		t.Errorf("the row is marked %+v", marks)
	}
	s.Act(desk.FreezeEdition)
	d.Press(fyne.KeyReturn)
	if s.shown.edition.Frozen || len(s.list.frozen.Objects) != 0 {
		t.Error("it is still frozen")
	}
}

func TestTheNextYear(t *testing.T) {
	d, s := open(t, full)
	before := d.Edition
	s.Act(desk.CloneEdition)
	d.Type("2026")
	d.Press(fyne.KeyReturn)
	if d.Edition != before {
		t.Fatal("a year that is there was taken")
	}
	d.Press(fyne.KeyBackspace)
	d.Type("8")
	d.Press(fyne.KeyReturn)
	e := s.shown.edition
	if d.Edition == before || e.Year != 2028 || e.Predecessor != before || !slices.Equal(e.Questions, []string{"Why?"}) {
		t.Fatalf("made %+v", e)
	}
	wantList(t, s, "1 Ann, 2 Bea, 3 Cyd, 4 Dot, 5 Eve, 6 Fay")
	if tip := pastOf(s.shown.rows[2]); tip != "3 in 2026" {
		t.Errorf("of Cyd is told %q", tip)
	}
	d.Undo()
	d.Failed = nil // the edition that was shown is gone; the window shows another
	if editions, err := d.Book().Editions(t.Context()); err != nil || len(editions) != 1 {
		t.Errorf("after undo there are %d editions, %v", len(editions), err)
	}
}

func TestSwapAsksWithWhom(t *testing.T) {
	d, s := open(t, full)
	choose(s, "Bea", "Eve")
	s.Act(desk.SwapEntries)
	wantList(t, s, "1 Ann, 2 Eve, 3 Cyd, 4 Dot, 5 Bea, 6 Fay")
	choose(s, "Fay")
	s.Act(desk.ToReserves)
	choose(s, "Cyd")
	s.Act(desk.SwapEntries) // the reserve is proposed
	d.Press(fyne.KeyTab, fyne.KeyTab)
	s.desk.Window().Canvas().Unfocus()
	d.Press(fyne.KeyReturn)
	wantList(t, s, "1 Ann, 2 Eve, 3 Fay, 4 Dot, 5 Bea")
	wantMarked(t, s, "Fay")
	if r := s.dock.rows[0]; r.Name != "Cyd Cedar" || r.Placement.Status != model.Declined {
		t.Errorf("the dock holds %s, %s", r.Name, r.Placement.Status)
	}
	d.Undo()
	wantList(t, s, "1 Ann, 2 Eve, 3 Cyd, 4 Dot, 5 Bea")
}

func TestPlaceOfTheQuestionsOpensThem(t *testing.T) {
	d, s := open(t, full)
	s.Show(desk.Place{Field: desk.FieldQuestions})
	d.Type("What next?")
	d.Press(fyne.KeyReturn) // the next question, not the end
	d.Type("And then?")
	d.Press(fyne.KeyReturn, fyne.KeyReturn)
	if !kit.ModalOpen(d.Window()) {
		t.Fatal("Enter closed the settings")
	}
	for range 4 { // past taking away, Cancel and the cross
		d.Window().Canvas().FocusNext()
		if b, ok := d.Window().Canvas().Focused().(*kit.Button); ok && b.Text() == "Save" {
			break
		}
	}
	d.Press(fyne.KeySpace)
	e, err := d.Book().Edition(t.Context(), d.Edition)
	if err != nil || !slices.Equal(e.Questions, []string{"Why?", "What next?", "And then?"}) {
		t.Errorf("the edition asks %q, %v", e.Questions, err)
	}
}
