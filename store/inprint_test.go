package store

import (
	"errors"
	"testing"
	"time"

	"laurel/model"
)

// A text for print alone stands beside the data, and asks for a look when they change.
func TestPrintAs(t *testing.T) {
	b, c := newTestBook(t)
	person := do(t, b, CreatePerson{Person: model.Person{Name: model.ParseName("Ada Example"), Title: "Director of Data"}}).Created
	edition := do(t, b, CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: 2026, Scheme: model.Scheme{Kind: model.SchemeFull}}}).Created
	placed := do(t, b, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: person}}}}).Created
	title := func() (model.Placement, model.PrintField) {
		t.Helper()
		p, err := b.Placement(t.Context(), placed)
		if err != nil {
			t.Fatal(err)
		}
		f, ok := p.PrintFieldOf(model.FieldTitle)
		if !ok {
			t.Fatal("no title to print")
		}
		return p, f
	}
	short := "Dir. of Data"
	do(t, b, PrintAs{PlacementID: placed, Field: model.FieldTitle, Text: &short})
	p, f := title()
	if f.Print != short || f.Data != "Director of Data" || !f.Own || f.Changed() || p.Members[0].Title != "Director of Data" {
		t.Fatalf("prints %+v", f)
	}
	members := p.Members
	members[0].Title = "Chief Data Officer"
	do(t, b, UpdatePlacement{ID: placed, Members: &members})
	if _, f = title(); f.Print != short || !f.Changed() || f.Of != "Director of Data" || f.Data != "Chief Data Officer" {
		t.Errorf("after a change of the data %+v", f)
	}
	do(t, b, PrintAs{PlacementID: placed, Field: model.FieldTitle, Text: &short}) // keep it
	if _, f = title(); f.Changed() || f.Print != short {
		t.Errorf("kept after a look %+v", f)
	}
	c.pass(time.Hour) // else the two are one piece of typing
	same := "Chief Data Officer"
	do(t, b, PrintAs{PlacementID: placed, Field: model.FieldTitle, Text: &same})
	if p, f = title(); f.Own || len(p.Overrides)+len(p.OverrideOf) != 0 {
		t.Errorf("the data’s own words are kept as a text for print: %+v", p)
	}
	if _, err := b.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, f = title(); f.Print != short || f.Of != "Chief Data Officer" {
		t.Errorf("after undo %+v", f)
	}
	do(t, b, PrintAs{PlacementID: placed, Field: model.FieldTitle})
	if _, f = title(); f.Own {
		t.Errorf("taken away, and %+v", f)
	}
	if _, err := b.Do(t.Context(), PrintAs{PlacementID: placed, Field: "rank", Text: &short}); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("a rank in other words: %v", err)
	}
	do(t, b, Freeze{EditionID: edition})
	if _, err := b.Do(t.Context(), PrintAs{PlacementID: placed, Field: model.FieldTitle, Text: &short}); err == nil {
		t.Error("a frozen edition was changed")
	}
}

// The words a curator kept for print stay when the answer changes, and ask for a look.
func TestExcerptForPrint(t *testing.T) {
	b, _ := newTestBook(t)
	edition := do(t, b, CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: 2026, Scheme: model.Scheme{Kind: model.SchemeFull}}}).Created
	placed := do(t, b, Place{Placement: model.Placement{EditionID: edition, EntryName: "The tide", Answers: []model.Answer{{Question: "How?", Original: "It came."}}}}).Created
	read := func() model.Answer {
		t.Helper()
		p, err := b.Placement(t.Context(), placed)
		if err != nil || len(p.Answers) != 1 {
			t.Fatalf("%+v, %v", p.Answers, err)
		}
		return p.Answers[0]
	}
	do(t, b, SetExcerpt{AnswerID: read().ID, ForPrint: "The tide came in."})
	do(t, b, SetPullQuote{AnswerID: read().ID, ForPrint: "It came!"})
	a := read()
	if a.Printed() != "The tide came in." || a.PullQuote.Quote(a.Edited) != "It came!" || !a.Excerpt.PrintOnly() || a.Excerpt.Stale {
		t.Fatalf("%+v", a)
	}
	edited := "It came and went."
	do(t, b, UpdateAnswer{ID: a.ID, Edited: &edited})
	if a = read(); a.Printed() != "The tide came in." || !a.Excerpt.Stale || !a.PullQuote.Stale {
		t.Errorf("after a change %+v", a)
	}
	do(t, b, SetExcerpt{AnswerID: a.ID, ForPrint: a.Printed()})
	if a = read(); a.Excerpt.Stale {
		t.Errorf("kept after a look %+v", a)
	}
	do(t, b, SetExcerpt{AnswerID: a.ID})
	if a = read(); a.Printed() != edited {
		t.Errorf("prints %q", a.Printed())
	}
}
