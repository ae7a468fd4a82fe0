package store

import (
	"context"
	"errors"
	"strings"
	"testing"

	"laurel/model"
)

func TestErrataOfAFrozenEdition(t *testing.T) {
	b, edition, of := aList(t, model.Scheme{Kind: model.SchemeFull}, "Ada", "Ben")
	ctx := context.Background()
	note := AddErratum{model.Erratum{PlacementID: of["Ben"], Text: " The title was Director, not Deputy. "}}
	if _, err := b.Do(ctx, note); !errors.Is(err, model.ErrInvalid) || !strings.Contains(err.Error(), "is not frozen") {
		t.Errorf("a note on what can be corrected: %v", err)
	}
	do(t, b, Freeze{EditionID: edition})
	before, err := b.Snapshot(ctx, edition)
	if err != nil {
		t.Fatal(err)
	}
	id := do(t, b, note).Created
	if _, err := b.Do(ctx, AddErratum{model.Erratum{PlacementID: of["Ben"], Text: " \n"}}); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("an empty note: %v", err)
	}
	b = reopen(t, b)
	wantErrata(t, b, edition, "Ben 2026-03-01 The title was Director, not Deputy.")
	after, err := b.Snapshot(ctx, edition)
	if err != nil || len(after.Placements) != 2 || after.Placements[1].FullName() != before.Placements[1].FullName() {
		t.Errorf("the note changed what is printed: %v", err)
	}
	do(t, b, UpdateErratum{ID: id, Noted: ptr("2026-05"), Text: ptr("She is Director.")})
	wantErrata(t, b, edition, "Ben 2026-05 She is Director.")
	told := false
	changes, err := b.FieldHistory(ctx, of["Ben"])
	for _, c := range changes {
		told = told || c.Field == "text" && c.New == "She is Director."
	}
	if err != nil || !told {
		t.Errorf("the history of the entry does not tell of the note: %+v %v", changes, err)
	}
	do(t, b, RemoveErratum{ID: id})
	wantErrata(t, b, edition, "")
	undo(t, b)
	undo(t, b)
	wantErrata(t, b, edition, "Ben 2026-03-01 The title was Director, not Deputy.")
	undo(t, b)
	wantErrata(t, b, edition, "")
	if _, err := b.Undo(ctx); !errors.Is(err, model.ErrNothing) {
		t.Errorf("undo went past the freeze: %v", err)
	}
}

func wantErrata(t *testing.T, b *Book, edition model.ID, want string) {
	t.Helper()
	rows, err := b.EntryRows(context.Background(), edition)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rows {
		for _, e := range r.Errata {
			first, _, _ := strings.Cut(r.Name, " ")
			all = append(all, first+" "+e.Noted+" "+e.Text)
		}
	}
	if got := strings.Join(all, "; "); got != want {
		t.Errorf("noted is %q, want %q", got, want)
	}
}

func TestNothingChangesAFrozenEdition(t *testing.T) {
	b, edition, of := aList(t, model.Scheme{Kind: model.SchemeFull}, "Ada", "Ben", "Cy")
	ctx := context.Background()
	do(t, b, SetStatus{IDs: []model.ID{of["Cy"]}, Status: model.Reserve})
	answer := do(t, b, AddAnswer{PlacementID: of["Ada"], Answer: model.Answer{Question: "Why?", Original: "Because. So there."}}).Created
	ben, err := b.Placement(ctx, of["Ben"])
	if err != nil {
		t.Fatal(err)
	}
	do(t, b, Freeze{EditionID: edition})
	start := dump(t, b)
	ada := []model.ID{of["Ada"]}
	for _, c := range []Command{
		UpdateEdition{ID: edition, Size: ptr(3)},
		UpdateEdition{ID: edition, Rules: &[]model.Rule{{Kind: model.RuleJudges}}},
		DeleteEdition{ID: edition},
		Place{Placement: model.Placement{EditionID: edition, EntryName: "#New"}},
		UpdatePlacement{ID: of["Ada"], Citation: ptr("x")},
		UpdatePlacement{ID: of["Ada"], Members: &ben.Members},
		RemovePlacement{ID: of["Ada"]},
		RemovePlacements{IDs: ada},
		Move{IDs: ada, To: 2},
		SetRank{ID: of["Ada"], Rank: model.Rank{Number: 2}},
		SetTie{ID: of["Ben"], Tied: true},
		Swap{of["Ada"], of["Ben"]},
		SwapIn{ID: of["Cy"], For: of["Ada"], Leaver: model.Declined},
		SwapIn{ID: of["Cy"], Rank: 4},
		CloseGap{EditionID: edition, From: 4, To: 5},
		Renumber{EditionID: edition},
		SetStatus{IDs: ada, Status: model.SignedOff},
		AddAnswer{PlacementID: of["Ada"], Answer: model.Answer{Question: "How?"}},
		UpdateAnswer{ID: answer, Edited: ptr("x")},
		RemoveAnswer{ID: answer},
		SetExcerpt{AnswerID: answer, Ranges: []model.Range{{Start: 0, End: 8}}},
		SetPullQuote{AnswerID: answer, Range: &model.Range{Start: 0, End: 8}},
		UpdateYearbook{EditionID: edition, Yearbook: model.DefaultYearbook()},
	} {
		if _, err := b.Do(ctx, c); !errors.Is(err, model.ErrFrozen) {
			t.Errorf("%T %+v: %v", c, c, err)
		}
	}
	do(t, b, UpdatePerson{ID: ben.Members[0].PersonID, Title: ptr("Somebody else")})
	p, err := b.Placement(ctx, of["Ben"])
	if err != nil || p.Members[0].Title != ben.Members[0].Title {
		t.Errorf("a new job reached what was printed: %+v %v", p.Members, err)
	}
	undo(t, b)
	if dump(t, b) != start {
		t.Error("the frozen edition was changed")
	}
	do(t, b, Freeze{EditionID: edition, Unfreeze: true})
	do(t, b, SetStatus{IDs: ada, Status: model.SignedOff})
}
