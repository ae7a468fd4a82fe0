package store

import (
	"context"
	"errors"
	"testing"

	"laurel/model"
)

func TestSwapAndSwapIn(t *testing.T) {
	full, top2 := model.Scheme{Kind: model.SchemeFull}, model.Scheme{Kind: model.SchemeTop, Top: 2}
	type ids = map[string]model.ID
	reserve := func(o ids, name string) Command { return SetStatus{IDs: []model.ID{o[name]}, Status: model.Reserve} }
	for _, test := range []struct {
		name     string
		scheme   model.Scheme
		commands func(ids) []Command
		want     string
	}{
		{"swap", full, func(o ids) []Command { return []Command{Swap{o["Ada"], o["Cy"]}} }, "1 Cy, 2 Ben, 3 Ada, 4 Di, 5 Ed"},
		{"swap neighbours", full, func(o ids) []Command { return []Command{Swap{o["Ben"], o["Ada"]}} }, "1 Ben, 2 Ada, 3 Cy, 4 Di, 5 Ed"},
		{"swap one of a tie", full, func(o ids) []Command {
			return []Command{SetTie{ID: o["Ben"], Tied: true}, Swap{o["Ben"], o["Ed"]}}
		}, "=1 Ada, =1 Ed, 3 Cy, 4 Di, 5 Ben"},
		{"swap over the end of the top", top2, func(o ids) []Command { return []Command{Swap{o["Ada"], o["Di"]}} }, "1 Di, 2 Ben, Cy, Ada, Ed"},
		{"swap in a printed list with holes", full, func(o ids) []Command {
			return []Command{SetRank{ID: o["Ed"], Rank: model.Rank{Number: 9}, RankAsIs: true}, Swap{o["Ed"], o["Ada"]}}
		}, "1 Ed, 2 Ben, 3 Cy, 4 Di, 9 Ada"},
		{"reserve for one who declines", full, func(o ids) []Command {
			return []Command{reserve(o, "Ed"), SwapIn{ID: o["Ed"], For: o["Ben"], Leaver: model.Declined}}
		}, "1 Ada, 2 Ed, 3 Cy, 4 Di, Ben"},
		{"reserve for the first, with ties below", full, func(o ids) []Command {
			return []Command{reserve(o, "Ed"), SetTie{ID: o["Di"], Tied: true}, SwapIn{ID: o["Ed"], For: o["Ada"], Leaver: model.Withdrawn}}
		}, "1 Ed, 2 Ben, =3 Cy, =3 Di, Ada"},
		{"reserve at a hole keeps the other holes", full, func(o ids) []Command {
			return []Command{
				reserve(o, "Ed"),
				SetRank{ID: o["Di"], Rank: model.Rank{Number: 9}, RankAsIs: true},
				SetRank{ID: o["Cy"], Rank: model.Rank{Number: 5}, RankAsIs: true},
				SwapIn{ID: o["Ed"], Rank: 7},
			}
		}, "1 Ada, 2 Ben, 5 Cy, 7 Ed, 9 Di"},
		{"close a gap", full, func(o ids) []Command {
			return []Command{
				SetRank{ID: o["Ed"], Rank: model.Rank{Number: 9}, RankAsIs: true},
				SetRank{ID: o["Di"], Rank: model.Rank{Number: 6}, RankAsIs: true},
				CloseGap{EditionID: o["edition"], From: 4, To: 5},
			}
		}, "1 Ada, 2 Ben, 3 Cy, 4 Di, 7 Ed"},
		{"numbered anew", full, func(o ids) []Command {
			return []Command{
				SetTie{ID: o["Ben"], Tied: true},
				SetRank{ID: o["Di"], Rank: model.Rank{Number: 3}, RankAsIs: true},
				SetRank{ID: o["Ed"], Rank: model.Rank{Number: 9}, RankAsIs: true},
				Renumber{EditionID: o["edition"]},
			}
		}, "=1 Ada, =1 Ben, 3 Cy, 4 Di, 5 Ed"},
		{"several to the reserves at once", full, func(o ids) []Command {
			return []Command{SetTie{ID: o["Cy"], Tied: true}, SetStatus{IDs: []model.ID{o["Ada"], o["Di"]}, Status: model.Reserve}}
		}, "=1 Ben, =1 Cy, 3 Ed, Ada, Di"},
		{"and back", full, func(o ids) []Command {
			both := []model.ID{o["Ada"], o["Di"]}
			return []Command{SetStatus{IDs: both, Status: model.Reserve}, SetStatus{IDs: both, Status: model.Shortlisted}}
		}, "1 Ben, 2 Cy, 3 Ed, 4 Ada, 5 Di"},
		{"several taken out", full, func(o ids) []Command { return []Command{RemovePlacements{[]model.ID{o["Ada"], o["Di"]}}} }, "1 Ben, 2 Cy, 3 Ed"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, edition, of := aList(t, test.scheme, "Ada", "Ben", "Cy", "Di", "Ed")
			of["edition"] = edition
			start := dump(t, b)
			commands := test.commands(of)
			for _, c := range commands {
				do(t, b, c)
			}
			if got := ranking(t, b, edition); got != test.want {
				t.Errorf("the list is %s\nwant        %s", got, test.want)
			}
			for range commands {
				undo(t, b)
			}
			if got := dump(t, b); got != start {
				t.Errorf("after undo the book is not what it was:\n%s\nwant\n%s", got, start)
			}
		})
	}
}

func TestSwapInAcrossCategories(t *testing.T) {
	b, edition, of := aList(t, model.Scheme{Kind: model.SchemeCategories}, "Ada", "Ben", "Cy")
	do(t, b, UpdatePlacement{ID: of["Cy"], Category: ptr("Sea")})
	do(t, b, SetStatus{IDs: []model.ID{of["Cy"]}, Status: model.Reserve})
	start := dump(t, b)
	do(t, b, SwapIn{ID: of["Cy"], For: of["Ada"], Leaver: model.Withdrawn})
	if got, want := ranking(t, b, edition), "1 Cy, 2 Ben, Ada"; got != want {
		t.Errorf("the list is %s, want %s", got, want)
	}
	undo(t, b)
	if dump(t, b) != start {
		t.Error("one undo does not bring the list back")
	}
}

func TestSwapsThatMakeNoSense(t *testing.T) {
	b, edition, of := aList(t, model.Scheme{Kind: model.SchemeFull}, "Ada", "Ben", "Cy")
	do(t, b, SetStatus{IDs: []model.ID{of["Cy"]}, Status: model.Reserve})
	start := dump(t, b)
	for _, c := range []Command{
		Swap{of["Ada"], of["Cy"]},
		SwapIn{ID: of["Ada"], For: of["Ben"], Leaver: model.Declined},
		SwapIn{ID: of["Cy"], For: of["Ben"], Leaver: model.Confirmed},
		SwapIn{ID: of["Cy"], For: of["Cy"], Leaver: model.Declined},
		SwapIn{ID: of["Cy"], Rank: 2},
		SwapIn{ID: of["Cy"]},
		CloseGap{EditionID: edition, From: 2, To: 4},
		CloseGap{EditionID: edition, From: 5, To: 4},
	} {
		if _, err := b.Do(context.Background(), c); !errors.Is(err, model.ErrInvalid) {
			t.Errorf("%+v: %v", c, err)
		}
	}
	if dump(t, b) != start {
		t.Error("the book was changed")
	}
}

func TestManyPlacedInOneStepAsOneByOne(t *testing.T) {
	for _, scheme := range []model.Scheme{
		{Kind: model.SchemeFull},
		{Kind: model.SchemeTop, Top: 2},
		{Kind: model.SchemeBands, Bands: []string{"A"}},
		{Kind: model.SchemeUnranked},
	} {
		together, _ := newTestBook(t)
		single, _ := newTestBook(t)
		var commands []Command
		e1, e2 := addEdition(t, together, 2026, scheme), addEdition(t, single, 2026, scheme)
		for i, p := range []model.Placement{
			{Status: model.Confirmed},
			{Rank: model.Rank{Number: 2}},
			{},
			{Rank: model.Rank{Number: 5}},
			{},
			{Status: model.Reserve},
			{Status: model.Shortlisted},
			{Rank: model.Rank{Number: 3}},
			{Status: model.Declined},
			{Pos: 2},
			{},
		} {
			p.EntryName, p.EditionID = string(rune('A'+i)), e1
			commands = append(commands, Place{Placement: p})
			p.EditionID = e2
			do(t, single, Place{Placement: p})
		}
		do(t, together, Step{Commands: commands})
		if got, want := ranking(t, together, e1), ranking(t, single, e2); got != want {
			t.Errorf("%s: together %s\none by one %s", scheme, got, want)
		}
	}
}
