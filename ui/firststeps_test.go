package ui

import (
	"path/filepath"
	"testing"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
)

// said gives the steps of the line that is shown, the done ones with a +.
func (s *firstSteps) said() string {
	if !s.object.Visible() {
		return ""
	}
	out := ""
	for _, step := range s.steps() {
		out += step.text + map[bool]string{true: "+ ", false: " "}[step.done]
	}
	return out
}

func TestFirstStepsFollowTheBook(t *testing.T) {
	book, err := store.Create(t.Context(), store.Params{Path: filepath.Join(t.TempDir(), "New.laurel"), Actor: "Ada Example"})
	if err != nil {
		t.Fatal(err)
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	s := openShell(t, nil, book.Path())
	if got := s.steps.said(); got != "Import a list Fix people Read the pages Export the book " {
		t.Fatalf("in an empty book it says %q", got)
	}
	edition, person := model.NewID(), model.NewID()
	s.Do(nil, store.Step{Label: model.Say("Import"), Commands: []store.Command{
		store.CreateEdition{Edition: model.Edition{ID: edition, ListName: "Quay List", Year: 2026, Questions: []string{"Why?"}}},
		store.CreatePerson{Person: model.Person{ID: person, Name: model.ParseName("Bo Sample")}},
		store.Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: person}}}},
	}})
	s.settle()
	s.proofread()
	if got := s.steps.said(); got != "Import a list+ Fix people Choose excerpts Read the pages Export the book " {
		t.Errorf("with somebody without a job it says %q", got)
	}
	s.Do(nil, store.UpdatePerson{ID: person, Title: new("Pilot")})
	s.settle()
	s.proofread()
	if steps := s.steps.steps(); !steps[1].done {
		t.Error("with a job the people are not fixed")
	}
	s.undo()
	s.settle()
	s.proofread()
	if steps := s.steps.steps(); steps[1].done {
		t.Error("undone, the people are still fixed")
	}
	read := func() bool { return s.steps.steps()[3].done }
	s.visit(desk.Place{Screen: desk.Yearbook})
	if stops, _ := desk.BySeverity(s.proof.Book.Problems); len(stops) > 0 {
		t.Fatalf("the print is stopped by %+v", stops)
	}
	if !read() {
		t.Error("the pages were looked at, and the step is open")
	}
	s.Do(nil, store.UpdatePerson{ID: person, Consent: new(model.ConsentRefused)})
	s.settle()
	s.proofread()
	if read() {
		t.Error("the print is stopped, and the step is done")
	}
	s.Memory().SetText(memorySteps, stepsAway)
	s.steps.refresh()
	if s.steps.said() != "" {
		t.Error("put away, the line is still there")
	}
	s.item(t, "First steps").Action()
	if s.steps.said() == "" {
		t.Error("Help does not bring the line back")
	}
}

func TestFinishedBookShowsNoFirstSteps(t *testing.T) {
	path, small := smallBook(t)
	s := openShell(t, nil, path)
	s.Do(nil, store.SetStatus{IDs: []model.ID{small.Placement}, Status: model.SignedOff})
	s.settle()
	s.proofread()
	if got := s.steps.said(); got != "" {
		t.Errorf("a book that is signed off says %q", got)
	}
	s.chooseEdition(small.Earlier) // of which nobody is signed off
	s.settle()
	s.proofread()
	if got := s.steps.said(); got != "" {
		t.Errorf("another edition of the book says %q", got)
	}
}

// The line gives its room back when it goes.
func TestFirstStepsGiveTheirRoomBack(t *testing.T) {
	path, _ := smallBook(t)
	s := openShell(t, nil, path)
	s.item(t, "First steps").Action()
	s.win.Canvas().Capture()
	under := s.stage.Position().Y
	s.Memory().SetText(memorySteps, stepsAway)
	s.steps.refresh()
	if above := s.stage.Position().Y; above >= under {
		t.Errorf("the screen stands at %.0f px with the line and at %.0f without", under, above)
	}
}
