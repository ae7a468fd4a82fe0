package store

import (
	"context"
	"errors"
	"slices"
	"testing"

	"laurel/model"
)

// twice is a book in which one person stands twice: as Ada Exampel in 2025 and
// as Ada Example in 2026.
type twice struct {
	b                *Book
	keep, lose       model.ID
	earlier, present model.ID // editions
	film             model.ID // the custom field both have a value of
}

func newTwice(t *testing.T) twice {
	t.Helper()
	b, _ := newTestBook(t)
	x := twice{b: b}
	x.earlier = addEdition(t, b, 2025, model.Scheme{Kind: model.SchemeFull})
	x.present = addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	x.keep, x.lose = addPerson(t, b, "Ada Example"), addPerson(t, b, "Ada Exampel")
	x.film = do(t, b, AddCustomField{Field: model.CustomField{Name: "Table", Kind: model.CustomNumber}}).Created
	do(t, b, UpdatePerson{ID: x.keep, Title: ptr("Director"), Notes: ptr("Met in May.")})
	do(t, b, UpdatePerson{ID: x.lose, Title: ptr("Chief"), Sector: ptr("Ports"), Organisation: ptr("Quay & Co"), Notes: ptr("Prefers mail.")})
	do(t, b, AddPhoto{PersonID: x.lose, File: aJPEG(t, 60, 80), Credit: "Nell"})
	do(t, b, SetCustomValue{PersonID: x.keep, FieldID: x.film, Value: "7"})
	do(t, b, SetCustomValue{PersonID: x.lose, FieldID: x.film, Value: "9"})
	do(t, b, Place{Placement: model.Placement{EditionID: x.earlier, Members: []model.Member{{PersonID: x.lose}}}})
	do(t, b, Place{Placement: model.Placement{EditionID: x.present, Members: []model.Member{{PersonID: x.keep}}}})
	return x
}

func TestMergeMovesEverythingAndIsOneStep(t *testing.T) {
	ctx := context.Background()
	x := newTwice(t)
	before := dump(t, x.b)
	do(t, x.b, MergePeople{Keep: x.keep, Lose: x.lose, Take: []string{MergeTitle, string(x.film)}})
	p, err := x.b.Person(ctx, x.keep)
	if err != nil {
		t.Fatal(err)
	}
	if p.Title != "Chief" || p.Sector != "Ports" || p.OrganisationID == "" || p.PhotoID == "" {
		t.Errorf("the survivor is %+v", p)
	}
	if p.Name.Display() != "Ada Example" || !slices.Equal(p.FormerNames, []string{"Ada Exampel"}) {
		t.Errorf("called %q, formerly %q", p.Name.Display(), p.FormerNames)
	}
	if p.Notes != "Met in May.\n\nPrefers mail." {
		t.Errorf("notes %q", p.Notes)
	}
	if v, err := x.b.CustomValues(ctx, x.keep); err != nil || v[x.film] != "9" {
		t.Errorf("values %v %v", v, err)
	}
	placed, err := x.b.PlacementsOf(ctx, x.keep)
	if err != nil || len(placed) != 2 {
		t.Fatalf("%d placements %v", len(placed), err)
	}
	if got := placed[1].PrintedName(); got != "Ada Exampel" {
		t.Errorf("2025 now prints %q", got)
	}
	if got := placed[0].Members[0].Title; got != "Chief" {
		t.Errorf("2026, which is being made, prints the job %q", got)
	}
	if photos, err := x.b.PhotosOf(ctx, x.keep); err != nil || len(photos) != 1 {
		t.Errorf("%d photos %v", len(photos), err)
	}
	if _, err := x.b.Person(ctx, x.lose); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("the other is still there: %v", err)
	}
	if got := find(t, x.b, PeopleFilter{Text: "exampel"}); got != "Ada Example" {
		t.Errorf("the former name finds %q", got)
	}
	history, err := x.b.FieldHistory(ctx, x.keep)
	if err != nil || !slices.ContainsFunc(history, func(c FieldChange) bool { return c.Record == x.lose && c.New == "Ports" }) {
		t.Errorf("the history of the other is lost: %v", err)
	}
	undo(t, x.b)
	if after := dump(t, x.b); after != before {
		t.Errorf("undo left something:\n%s\nwas\n%s", after, before)
	}
	if got := find(t, x.b, PeopleFilter{Text: "exampel"}); got != "Ada Exampel" {
		t.Errorf("after undo, %q", got)
	}
	redo(t, x.b)
	if placed, err := x.b.PlacementsOf(ctx, x.keep); err != nil || len(placed) != 2 {
		t.Errorf("after redo %d placements %v", len(placed), err)
	}
}

func TestTwoOfOneEditionAreNotMerged(t *testing.T) {
	x := newTwice(t)
	do(t, x.b, Place{Placement: model.Placement{EditionID: x.present, Members: []model.Member{{PersonID: x.lose}}}})
	before := dump(t, x.b)
	_, err := x.b.Do(context.Background(), MergePeople{Keep: x.keep, Lose: x.lose})
	if !errors.Is(err, model.ErrConflict) {
		t.Fatalf("%v", err)
	}
	if want := "Ada Example and Ada Exampel both stand in 100 Brands 2026 (EMEA), so nothing was merged: take one of the two out of it first."; err.Error() != want {
		t.Errorf("it says %q", err)
	}
	if dump(t, x.b) != before {
		t.Error("something was changed")
	}
}

func TestMergeOfOneWithThemselves(t *testing.T) {
	x := newTwice(t)
	if _, err := x.b.Do(context.Background(), MergePeople{Keep: x.keep, Lose: x.keep}); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("%v", err)
	}
}

func TestDuplicatesAreFoundUntilToldApart(t *testing.T) {
	ctx := context.Background()
	b, _ := newTestBook(t)
	ada, exampel := addPerson(t, b, "Ada Example"), addPerson(t, b, "Ada Exampel")
	maiden := addPerson(t, b, "Ben Other")
	do(t, b, UpdatePerson{ID: addPerson(t, b, "Ben Third"), FormerNames: &[]string{"Ben Other"}})
	addPerson(t, b, "Cy Lone")
	pairs := func() (all []string) {
		found, err := b.Duplicates(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range found {
			all = append(all, d.A.Name+" = "+d.B.Name+": "+d.Reason.String())
		}
		return all
	}
	if got, want := pairs(), []string{"Ben Other = Ben Third: Same name", "Ada Example = Ada Exampel: Similar name"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	do(t, b, Distinguish{A: exampel, B: ada})
	do(t, b, TrashPerson{ID: maiden})
	if got := pairs(); len(got) != 0 {
		t.Errorf("found %q", got)
	}
	undo(t, b)
	undo(t, b)
	if got := pairs(); len(got) != 2 {
		t.Errorf("after undo %q", got)
	}
}

func TestOrganisationsMerge(t *testing.T) {
	ctx := context.Background()
	b, _ := newTestBook(t)
	earlier := addEdition(t, b, 2025, model.Scheme{Kind: model.SchemeFull})
	present := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	ada := addPerson(t, b, "Ada Example")
	do(t, b, UpdatePerson{ID: ada, Organisation: ptr("Corvane")})
	for _, e := range []model.ID{earlier, present} {
		do(t, b, Place{Placement: model.Placement{EditionID: e, Members: []model.Member{{PersonID: ada}}}})
	}
	keep := do(t, b, CreateOrganisation{Organisation: model.Organisation{Name: "Corvane Bank", Country: "Belgium"}}).Created
	p, err := b.Person(ctx, ada)
	if err != nil {
		t.Fatal(err)
	}
	lose := p.OrganisationID
	do(t, b, UpdateOrganisation{ID: lose, Sector: ptr("Finance")})
	before := dump(t, b)
	do(t, b, MergeOrganisations{Keep: keep, Lose: []model.ID{lose}})
	rows, err := b.OrganisationRows(ctx)
	if err != nil || len(rows) != 1 || rows[0].People != 1 || rows[0].Printed != 2 || rows[0].Sector != "Finance" || rows[0].Country != "Belgium" {
		t.Fatalf("%+v %v", rows, err)
	}
	placed, err := b.PlacementsOf(ctx, ada)
	if err != nil {
		t.Fatal(err)
	}
	if now, then := placed[0].Members[0].Organisation, placed[1].Members[0].Organisation; now != "Corvane Bank" || then != "Corvane" {
		t.Errorf("2026 prints %q, 2025 %q", now, then)
	}
	if _, err := b.Do(ctx, RemoveOrganisation{ID: keep}); !errors.Is(err, model.ErrConflict) {
		t.Errorf("one that is needed was removed: %v", err)
	}
	undo(t, b)
	if after := dump(t, b); after != before {
		t.Errorf("undo left\n%s\nwas\n%s", after, before)
	}
}
