package store

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"laurel/model"
)

// Those who shared a rank share it again, as far as they are still there.
func TestCloneKeepsTies(t *testing.T) {
	b, edition, of := aList(t, model.Scheme{Kind: model.SchemeFull}, "Ada", "Ben", "Cy", "Di", "Eve")
	for _, name := range []string{"Cy", "Di"} { // with Ben
		do(t, b, SetTie{ID: of[name], Tied: true})
	}
	if got, want := ranking(t, b, do(t, b, CloneEdition{From: edition, Year: 2027, People: true}).Created), ranking(t, b, edition); got != want {
		t.Errorf("the new list is %s, want %s", got, want)
	}
	do(t, b, SetStatus{IDs: []model.ID{of["Ben"]}, Status: model.Declined})
	do(t, b, SetStatus{IDs: []model.ID{of["Di"]}, Status: model.Declined})
	if got, want := ranking(t, b, do(t, b, CloneEdition{From: edition, Year: 2028, People: true}).Created), "1 Ada, 2 Cy, 3 Eve"; got != want {
		t.Errorf("of those who are left the new list is %s, want %s", got, want)
	}
	// What leads the ranks astray is no tie: reserves have none.
	if _, err := b.Do(context.Background(), CloneEdition{From: edition, Year: 2029, People: true, Status: model.Reserve}); err != nil {
		t.Errorf("as reserves: %v", err)
	}
}

func TestCloneToTheNextYear(t *testing.T) {
	b, edition, of := aList(t, model.Scheme{Kind: model.SchemeTop, Top: 2}, "Ada", "Ben", "Cy", "Di")
	ctx := context.Background()
	rules := []model.Rule{{Kind: model.RuleOrganisation, Most: 3}, {Kind: model.RuleCategory, Category: "Sea", Most: 9}}
	do(t, b, UpdateEdition{
		ID: edition, Questions: &[]string{"Why?", "How?"}, Judges: &[]string{"Zoë Ångström"}, Rules: &rules, Criteria: ptr("Courage"), Method: ptr("We met."),
		Schedule: &model.Schedule{Press: "2026-09-01"}, Finished: ptr(true),
	})
	do(t, b, Move{IDs: []model.ID{of["Di"]}, To: 1})
	do(t, b, SetStatus{IDs: []model.ID{of["Ben"]}, Status: model.Declined})
	book := model.DefaultYearbook()
	book.Imprint = "Printed in Whitby"
	do(t, b, UpdateYearbook{EditionID: edition, Yearbook: book})
	cy, err := b.Placement(ctx, of["Cy"])
	if err != nil {
		t.Fatal(err)
	}
	do(t, b, UpdatePerson{ID: cy.Members[0].PersonID, Title: ptr("Harbour Director")})
	start := dump(t, b)

	id := do(t, b, CloneEdition{From: edition, Year: 2027, People: true, Questions: true, Rules: true, Judges: true, Book: true}).Created
	if got, want := ranking(t, b, id), "1 Di, 2 Ada, Cy"; got != want {
		t.Errorf("the new list is %s, want %s", got, want)
	}
	s, err := b.Snapshot(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	e := s.Edition
	if e.Year != 2027 || e.Predecessor != edition || s.Predecessor == nil || e.Finished || e.Frozen || e.Schedule != (model.Schedule{}) {
		t.Errorf("made %+v", e)
	}
	if got, want := fmt.Sprint(e.Questions, e.Judges, e.Criteria, e.Rules), "[Why? How?] [Zoë Ångström][{organisation  0 3}]"; got != want {
		t.Errorf("taken over was %s, want %s", got, want)
	}
	for _, p := range s.Placements {
		if p.Status != model.Nominated || len(p.Answers) != 2 || p.Answers[0].Original != "" {
			t.Errorf("%s is %s with %+v", p.PrintedName(), p.Status, p.Answers)
		}
		if p.Members[0].PersonID == cy.Members[0].PersonID && p.Members[0].Title != "Harbour Director" {
			t.Errorf("Cy comes along with the job of last year: %s", p.Members[0].Title)
		}
		if then := s.Earlier[p.ID]; len(then) != 1 || then[0].EditionID != edition {
			t.Errorf("%s: last year is not told: %+v", p.PrintedName(), then)
		}
	}
	if s.Yearbook.Imprint != "Printed in Whitby" {
		t.Errorf("the book is not taken over: %+v", s.Yearbook)
	}
	undo(t, b)
	if dump(t, b) != start {
		t.Error("one undo does not take the edition back")
	}
	bare := do(t, b, CloneEdition{From: edition, Year: 2028}).Created
	if e, err := b.Edition(ctx, bare); err != nil || e.Questions != nil || e.Judges != nil || ranking(t, b, bare) != "" {
		t.Errorf("nothing was asked for, and there is %+v, %v", e, err)
	}
	if _, err := b.Do(ctx, CloneEdition{From: edition, Year: 2028}); !errors.Is(err, model.ErrExists) {
		t.Errorf("a year that is there: %v", err)
	}
}
