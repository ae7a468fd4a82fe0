package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"laurel/model"
)

func toldChanges(all []FieldChange) string {
	var out []string
	for _, c := range all {
		out = append(out, fmt.Sprintf("%s: %s > %s", c.Field, c.Old, c.New))
	}
	return strings.Join(out, "\n")
}

func TestHistoryTellsWhoChangedWhatWhen(t *testing.T) {
	b, c := newTestBook(t)
	ctx := context.Background()
	ada := addPerson(t, b, "Ada Example")
	c.pass(time.Hour)
	first := do(t, b, UpdatePerson{ID: ada, Title: ptr("Chief"), Organisation: ptr("Example Service")}).Op
	c.pass(time.Hour)
	do(t, b, UpdatePerson{ID: ada, Title: ptr("Chief Data Officer")})
	all, err := b.FieldHistory(ctx, ada)
	if err != nil {
		t.Fatal(err)
	}
	const want = "title: Chief > Chief Data Officer\ntitle: Director of Data > Chief\norganisation:  > Example Service\nadded:  > Ada Example"
	if got := toldChanges(all); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if all[0].Actor != "Nell Curator" || !all[0].At.Equal(c.now) || all[0].Label.String() != "Change title of Ada Example" || all[0].Topic != TopicPeople {
		t.Errorf("%+v", all[0])
	}
	do(t, b, RestoreField{Op: first, Record: ada, Field: "title"})
	if p, err := b.Person(ctx, ada); err != nil || p.Title != "Director of Data" || p.OrganisationID == "" {
		t.Errorf("%+v %v", p, err)
	}
	do(t, b, RestoreField{Op: first, Record: ada, Field: "organisation"})
	if p, err := b.Person(ctx, ada); err != nil || p.OrganisationID != "" {
		t.Errorf("%+v %v", p, err)
	}
	undo(t, b)
	ops, err := b.History(ctx, HistoryFilter{Record: ada, Limit: 2})
	if err != nil || len(ops) != 2 || ops[0].Kind != KindUndo || ops[0].Label.String() != "Undo: bring back an earlier organisation of Ada Example" {
		t.Errorf("%+v %v", ops, err)
	}
	if more, err := b.History(ctx, HistoryFilter{Before: ops[1].ID}); err != nil || len(more) != 4 {
		t.Errorf("%+v %v", more, err)
	}
	if _, err := b.Do(ctx, RestoreField{Op: first, Record: ada, Field: "id"}); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("got %v", err)
	}
}

func TestChangesOfARemovedEntry(t *testing.T) {
	b, edition, of := aList(t, model.Scheme{Kind: model.SchemeFull}, "Ada", "Ben", "Cy")
	ctx := context.Background()
	r := do(t, b, RemovePlacement{ID: of["Ben"]})
	all, err := b.Changes(ctx, r.Op)
	if err != nil {
		t.Fatal(err)
	}
	got := toldChanges(all)
	for _, want := range []string{"removed: Ben Example > ", "pos: 3 > 2", "rank number: 3 > 2"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not told:\n%s", want, got)
		}
	}
	do(t, b, Freeze{EditionID: edition})
	cy, err := b.FieldHistory(ctx, of["Cy"])
	if err != nil || len(cy) == 0 {
		t.Fatalf("%v %v", cy, err)
	}
	do(t, b, Freeze{EditionID: edition, Unfreeze: true})
	cited := do(t, b, UpdatePlacement{ID: of["Cy"], Citation: ptr("For counting.")}).Op
	do(t, b, Freeze{EditionID: edition})
	if _, err := b.Do(ctx, RestoreField{Op: cited, Record: of["Cy"], Field: "citation"}); !errors.Is(err, model.ErrFrozen) {
		t.Errorf("restored in a frozen edition: %v", err)
	}
}

func TestRestoredAnswerKeepsItsExcerpt(t *testing.T) {
	b, c := newTestBook(t)
	ctx := context.Background()
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	placed := do(t, b, Place{Placement: model.Placement{EditionID: edition, EntryName: "#Example", Answers: []model.Answer{{Question: "How?", Original: "One. Two. Three."}}}}).Created
	p, err := b.Placement(ctx, placed)
	if err != nil {
		t.Fatal(err)
	}
	id := p.Answers[0].ID
	do(t, b, SetExcerpt{AnswerID: id, Ranges: []model.Range{{Start: 5, End: 9}}})
	c.pass(time.Hour)
	op := do(t, b, UpdateAnswer{ID: id, Edited: ptr("Nought. One. Two. Three.")}).Op
	do(t, b, RestoreField{Op: op, Record: id, Field: "edited"})
	if p, err = b.Placement(ctx, placed); err != nil {
		t.Fatal(err)
	}
	if a := p.Answers[0]; a.Edited != a.Original || a.Excerpt.Stale || a.Excerpt.Print(a.Edited) != "Two." {
		t.Errorf("%+v", a)
	}
}

// A particle that is written together with the family name is so in the history
// too, also of somebody who is gone.
func TestHistoryWritesNamesAsTheyAreWritten(t *testing.T) {
	b, _ := newTestBook(t)
	id := do(t, b, CreatePerson{Person: model.Person{Name: model.Name{Given: "Soraya", Particle: "al-", Family: "Mazrouqi"}}}).Created
	all, err := b.FieldHistory(t.Context(), id)
	if err != nil || len(all) == 0 || all[len(all)-1].New != "Soraya al-Mazrouqi" {
		t.Errorf("told of %+v, %v", all, err)
	}
	undo(t, b)
	if all, err = b.FieldHistory(t.Context(), id); err != nil || len(all) == 0 || all[0].Old != "Soraya al-Mazrouqi" {
		t.Errorf("of one who is gone is told %+v, %v", all, err)
	}
}
