package store

import (
	"context"
	"errors"
	"testing"
	"time"

	"laurel/model"
)

func TestUndoAndRedo(t *testing.T) {
	b, c := newTestBook(t)
	ctx := context.Background()
	id := addPerson(t, b, "Ada Example")
	c.pass(time.Hour)
	do(t, b, UpdatePerson{ID: id, Title: ptr("Chief Data Officer")})
	if label, ok := b.CanUndo(ctx); !ok || label.String() != "Undo: change title of Ada Example" {
		t.Errorf("can undo %q %v", label, ok)
	}
	b = reopen(t, b)
	if r := undo(t, b); r.Label.String() != "Undo: change title of Ada Example" {
		t.Errorf("undid %q", r.Label)
	}
	if p, err := b.Person(ctx, id); err != nil || p.Title != "Director of Data" {
		t.Errorf("%+v %v", p, err)
	}
	if label, ok := b.CanRedo(ctx); !ok || label.String() != "Redo: change title of Ada Example" {
		t.Errorf("can redo %q %v", label, ok)
	}
	undo(t, b)
	if _, err := b.Person(ctx, id); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("Ada is still there: %v", err)
	}
	if _, err := b.Undo(ctx); !errors.Is(err, model.ErrNothing) {
		t.Errorf("undo of nothing: %v", err)
	}
	redo(t, b)
	redo(t, b)
	if p, err := b.Person(ctx, id); err != nil || p.Title != "Chief Data Officer" {
		t.Errorf("%+v %v", p, err)
	}
	if _, err := b.Redo(ctx); !errors.Is(err, model.ErrNothing) {
		t.Errorf("redo of nothing: %v", err)
	}
	undo(t, b)
	do(t, b, UpdatePerson{ID: id, Country: ptr("Malta")})
	if _, ok := b.CanRedo(ctx); ok {
		t.Error("redo is offered after something else was done")
	}
	ops, err := b.History(ctx, HistoryFilter{})
	if err != nil {
		t.Fatal(err)
	}
	var kinds string
	for _, o := range ops {
		kinds += o.Kind[:1]
		if o.Undone {
			kinds += "-"
		}
		kinds += " "
	}
	// Newest first: edit, undo, two redos, two undos, the two edits.
	if kinds != "e u r r u- u- e- e " {
		t.Errorf("history %s", kinds)
	}
}

func TestTypingIsOneStep(t *testing.T) {
	b, c := newTestBook(t)
	ctx := context.Background()
	id := addPerson(t, b, "Ada Example")
	for _, text := range []string{"C", "Ch", "Chief"} {
		c.pass(10 * time.Second)
		do(t, b, UpdatePerson{ID: id, Title: ptr(text)})
		if p, err := b.Person(ctx, id); err != nil || p.Title != text {
			t.Fatalf("%+v %v", p, err)
		}
	}
	ops, err := b.History(ctx, HistoryFilter{})
	if err != nil || len(ops) != 2 || ops[0].Changes != 1 {
		t.Fatalf("%+v %v", ops, err)
	}
	undo(t, b)
	if p, err := b.Person(ctx, id); err != nil || p.Title != "Director of Data" {
		t.Errorf("%+v %v", p, err)
	}
	redo(t, b)
	if p, err := b.Person(ctx, id); err != nil || p.Title != "Chief" {
		t.Errorf("%+v %v", p, err)
	}
	c.pass(2 * time.Minute)
	do(t, b, UpdatePerson{ID: id, Title: ptr("Chief Data")})
	do(t, b, UpdatePerson{ID: id, Country: ptr("Malta")})
	do(t, b, UpdatePerson{ID: id, Title: ptr("Chief Data Officer")})
	if ops, err = b.History(ctx, HistoryFilter{}); err != nil || len(ops) != 7 {
		t.Errorf("%+v %v", ops, err)
	}
	do(t, b, UpdatePerson{ID: id, Title: ptr("Chief Data")})
	if ops, err = b.History(ctx, HistoryFilter{}); err != nil || len(ops) != 6 {
		t.Errorf("typed and taken back: %+v %v", ops, err)
	}
}

func TestTypingAnOrganisationLeavesOne(t *testing.T) {
	b, c := newTestBook(t)
	id := addPerson(t, b, "Ada Example")
	before := dump(t, b)
	for _, text := range []string{"E", "Ex", "Example Service"} {
		c.pass(time.Second)
		do(t, b, UpdatePerson{ID: id, Organisation: ptr(text)})
	}
	all, err := b.Organisations(context.Background())
	if err != nil || len(all) != 1 || all[0].Name != "Example Service" {
		t.Errorf("%+v %v", all, err)
	}
	after := dump(t, b)
	undo(t, b)
	if got := dump(t, b); got != before {
		t.Errorf("after undo:\n%s\nwant\n%s", got, before)
	}
	redo(t, b)
	if got := dump(t, b); got != after {
		t.Errorf("after redo:\n%s\nwant\n%s", got, after)
	}
}

func TestFreezeStopsEverything(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	ada := addPerson(t, b, "Ada Example")
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	placed := do(t, b, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: ada}}}}).Created
	do(t, b, Freeze{EditionID: edition})
	p, err := b.Placement(ctx, placed)
	if err != nil || len(p.Answers) != 2 {
		t.Fatalf("%+v %v", p, err)
	}
	for _, c := range []Command{
		UpdateEdition{ID: edition, Size: ptr(10)},
		UpdatePlacement{ID: placed, Citation: ptr("x")},
		UpdateAnswer{ID: p.Answers[0].ID, Edited: ptr("x")},
		SetRank{ID: placed, Rank: model.Rank{Number: 3}, RankAsIs: true},
		Move{IDs: []model.ID{placed}, To: 1},
		RemovePlacement{ID: placed},
		DeleteEdition{ID: edition},
		AddAnswer{PlacementID: placed},
		UpdateYearbook{EditionID: edition},
		Place{Placement: model.Placement{EditionID: edition, EntryName: "#Example"}},
	} {
		if _, err := b.Do(ctx, c); !errors.Is(err, model.ErrFrozen) {
			t.Errorf("%T: got %v, want ErrFrozen", c, err)
		}
	}
	if _, err := b.Undo(ctx); !errors.Is(err, model.ErrNothing) {
		t.Errorf("undo went past the freeze: %v", err)
	}
	do(t, b, UpdatePerson{ID: ada, Title: ptr("Chief"), Name: &model.Name{Given: "Ada", Family: "Other"}})
	if p, err = b.Placement(ctx, placed); err != nil || p.Members[0].Title != "Director of Data" || p.PrintedName() != "Ada Example" {
		t.Errorf("what was printed changed: %+v %v", p, err)
	}
	do(t, b, Freeze{EditionID: edition, Unfreeze: true})
	do(t, b, UpdateEdition{ID: edition, Size: ptr(10)})
}

func TestDeletedEditionComesBackWhole(t *testing.T) {
	b, _ := newTestBook(t)
	edition := addEdition(t, b, 2025, model.Scheme{Kind: model.SchemeTop, Top: 1})
	next := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	do(t, b, UpdateEdition{ID: next, Predecessor: &edition})
	for _, name := range []string{"Ada Example", "Ben Other"} {
		do(t, b, Place{Placement: model.Placement{
			EditionID: edition, Members: []model.Member{{PersonID: addPerson(t, b, name)}},
			Crop: model.Crop{X: 1.0 / 3, W: 2.0 / 3, H: 0.7}, Overrides: map[string]string{"title": "Short"},
		}})
	}
	do(t, b, UpdateYearbook{EditionID: edition, Yearbook: model.DefaultYearbook()})
	before := dump(t, b)
	do(t, b, DeleteEdition{ID: edition})
	gone := dump(t, b)
	undo(t, b)
	if got := dump(t, b); got != before {
		t.Errorf("after undo:\n%s\nwant\n%s", got, before)
	}
	redo(t, b)
	if got := dump(t, b); got != gone {
		t.Errorf("after redo:\n%s\nwant\n%s", got, gone)
	}
}
