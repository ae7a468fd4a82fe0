package store

import (
	"context"
	"errors"
	"testing"

	"laurel/model"
)

// aList makes an edition of single-named people in order.
func aList(t *testing.T, scheme model.Scheme, names ...string) (*Book, model.ID, map[string]model.ID) {
	t.Helper()
	b, _ := newTestBook(t)
	edition := addEdition(t, b, 2026, scheme)
	of := map[string]model.ID{}
	for _, n := range names {
		id := addPerson(t, b, n+" Example")
		of[n] = do(t, b, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: id}}}}).Created
	}
	return b, edition, of
}

func TestRanksFollowFromTheOrder(t *testing.T) {
	full := model.Scheme{Kind: model.SchemeFull}
	top2 := model.Scheme{Kind: model.SchemeTop, Top: 2}
	type ids = map[string]model.ID
	for _, test := range []struct {
		name     string
		scheme   model.Scheme
		commands func(ids) []Command
		want     string
	}{
		{"as added", full, func(ids) []Command { return nil }, "1 Ada, 2 Ben, 3 Cy, 4 Di"},
		{"top two as added", top2, func(ids) []Command { return nil }, "1 Ada, 2 Ben, Cy, Di"},
		{"move up", full, func(o ids) []Command { return []Command{Move{IDs: []model.ID{o["Di"]}, To: 2}} }, "1 Ada, 2 Di, 3 Ben, 4 Cy"},
		{"move down", full, func(o ids) []Command { return []Command{Move{IDs: []model.ID{o["Ada"]}, To: 3}} }, "1 Ben, 2 Cy, 3 Ada, 4 Di"},
		{"move two", full, func(o ids) []Command { return []Command{Move{IDs: []model.ID{o["Di"], o["Ben"]}, To: 1}} }, "1 Ben, 2 Di, 3 Ada, 4 Cy"},
		{"move beyond the end", full, func(o ids) []Command { return []Command{Move{IDs: []model.ID{o["Ada"]}, To: 99}} }, "1 Ben, 2 Cy, 3 Di, 4 Ada"},
		{"into the top", top2, func(o ids) []Command { return []Command{Move{IDs: []model.ID{o["Di"]}, To: 1}} }, "1 Di, 2 Ada, Ben, Cy"},
		{"tie", full, func(o ids) []Command { return []Command{SetTie{ID: o["Cy"], Tied: true}} }, "1 Ada, =2 Ben, =2 Cy, 4 Di"},
		{"tie of three", full, func(o ids) []Command {
			return []Command{SetTie{ID: o["Cy"], Tied: true}, SetTie{ID: o["Di"], Tied: true}}
		}, "1 Ada, =2 Ben, =2 Cy, =2 Di"},
		{"tie ended in the middle", full, func(o ids) []Command {
			return []Command{SetTie{ID: o["Ben"], Tied: true}, SetTie{ID: o["Cy"], Tied: true}, SetTie{ID: o["Ben"]}}
		}, "1 Ada, =2 Ben, =2 Cy, 4 Di"},
		{"first of a tie moves away", full, func(o ids) []Command {
			return []Command{SetTie{ID: o["Cy"], Tied: true}, SetTie{ID: o["Di"], Tied: true}, Move{IDs: []model.ID{o["Ben"]}, To: 1}}
		}, "1 Ben, 2 Ada, =3 Cy, =3 Di"},
		{"a tie is not caught by a mover", full, func(o ids) []Command {
			return []Command{SetTie{ID: o["Cy"], Tied: true}, Move{IDs: []model.ID{o["Cy"]}, To: 1}}
		}, "1 Cy, 2 Ada, 3 Ben, 4 Di"},
		{"a tie is not parted by a mover", full, func(o ids) []Command {
			return []Command{SetTie{ID: o["Cy"], Tied: true}, Move{IDs: []model.ID{o["Ada"]}, To: 2}}
		}, "=1 Ben, =1 Cy, 3 Ada, 4 Di"},
		{"typed rank that a tie takes up", full, func(o ids) []Command {
			return []Command{SetTie{ID: o["Cy"], Tied: true}, SetRank{ID: o["Ada"], Rank: model.Rank{Number: 2}}}
		}, "=1 Ben, =1 Cy, 3 Ada, 4 Di"},
		{"typed rank", full, func(o ids) []Command { return []Command{SetRank{ID: o["Di"], Rank: model.Rank{Number: 2}}} }, "1 Ada, 2 Di, 3 Ben, 4 Cy"},
		{"typed tie", full, func(o ids) []Command {
			return []Command{SetRank{ID: o["Di"], Rank: model.Rank{Number: 2, Tied: true}}}
		}, "1 Ada, =2 Ben, =2 Di, 4 Cy"},
		{"typed rank in the top", top2, func(o ids) []Command { return []Command{SetRank{ID: o["Cy"], Rank: model.Rank{Number: 1}}} }, "1 Cy, 2 Ada, Ben, Di"},
		{"rank taken away in the top", top2, func(o ids) []Command { return []Command{SetRank{ID: o["Ada"]}} }, "1 Ben, 2 Cy, Ada, Di"},
		{"as it is", full, func(o ids) []Command {
			return []Command{SetRank{ID: o["Di"], Rank: model.Rank{Number: 7}, RankAsIs: true}}
		}, "1 Ada, 2 Ben, 3 Cy, 7 Di"},
		{"beyond the end", full, func(o ids) []Command { return []Command{SetRank{ID: o["Ada"], Rank: model.Rank{Number: 9}}} }, "2 Ben, 3 Cy, 4 Di, 9 Ada"},
		{"removed", full, func(o ids) []Command { return []Command{RemovePlacement{ID: o["Ben"]}} }, "1 Ada, 2 Cy, 3 Di"},
		{"removed from a list with a hole", full, func(o ids) []Command {
			return []Command{SetRank{ID: o["Di"], Rank: model.Rank{Number: 7}, RankAsIs: true}, RemovePlacement{ID: o["Ben"]}}
		}, "1 Ada, 3 Cy, 7 Di"},
		{"declined", full, func(o ids) []Command {
			return []Command{UpdatePlacement{ID: o["Ben"], Status: ptr(model.Declined)}}
		}, "1 Ada, 2 Cy, 3 Di, Ben"},
		{"declined and back", full, func(o ids) []Command {
			return []Command{UpdatePlacement{ID: o["Ben"], Status: ptr(model.Declined)}, UpdatePlacement{ID: o["Ben"], Status: ptr(model.Confirmed)}}
		}, "1 Ada, 2 Cy, 3 Di, 4 Ben"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, edition, of := aList(t, test.scheme, "Ada", "Ben", "Cy", "Di")
			start := dump(t, b)
			commands := test.commands(of)
			for _, c := range commands {
				do(t, b, c)
			}
			if got := ranking(t, b, edition); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			for range commands {
				undo(t, b)
			}
			if got := dump(t, b); got != start {
				t.Errorf("undo left\n%s\nwant\n%s", got, start)
			}
		})
	}
}

// Nobody is at rank 3: that stays so until somebody is put there, or the gap is
// closed by a command of its own.
func TestMovesLeaveAHoleWhereItWas(t *testing.T) {
	type ids = map[string]model.ID
	rank := func(n int) model.Rank { return model.Rank{Number: n} }
	for _, test := range []struct {
		name    string
		command func(edition model.ID, o ids) Command
		want    string
	}{
		{"moved up past it", func(_ model.ID, o ids) Command { return Move{IDs: []model.ID{o["Di"]}, To: 1} }, "1 Di, 2 Ada, 4 Ben, 5 Cy"},
		{"moved above it", func(_ model.ID, o ids) Command { return Move{IDs: []model.ID{o["Ada"]}, To: 2} }, "1 Ben, 2 Ada, 4 Cy, 5 Di"},
		{"typed rank past it", func(_ model.ID, o ids) Command { return SetRank{ID: o["Ada"], Rank: rank(4)} }, "1 Ben, 2 Cy, 4 Ada, 5 Di"},
		{"typed rank at the end", func(_ model.ID, o ids) Command { return SetRank{ID: o["Ada"], Rank: rank(5)} }, "1 Ben, 2 Cy, 4 Di, 5 Ada"},
		{"put into it", func(_ model.ID, o ids) Command { return SetRank{ID: o["Di"], Rank: rank(3)} }, "1 Ada, 2 Ben, 3 Di, 4 Cy"},
		{"tied above it", func(_ model.ID, o ids) Command { return SetTie{ID: o["Ben"], Tied: true} }, "=1 Ada, =1 Ben, 4 Cy, 5 Di"},
		{"tied below it", func(_ model.ID, o ids) Command { return SetTie{ID: o["Di"], Tied: true} }, "1 Ada, 2 Ben, =4 Cy, =4 Di"},
		{"numbered anew", func(edition model.ID, _ ids) Command { return Renumber{EditionID: edition} }, "1 Ada, 2 Ben, 3 Cy, 4 Di"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, edition, of := aList(t, model.Scheme{Kind: model.SchemeFull}, "Ada", "Ben", "Cy", "Di")
			do(t, b, SetRank{ID: of["Di"], Rank: rank(5), RankAsIs: true})
			do(t, b, SetRank{ID: of["Cy"], Rank: rank(4), RankAsIs: true})
			do(t, b, test.command(edition, of))
			if got := ranking(t, b, edition); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			undo(t, b)
			if got := ranking(t, b, edition); got != "1 Ada, 2 Ben, 4 Cy, 5 Di" {
				t.Errorf("undone, the list is %s", got)
			}
		})
	}
}

// Two have rank 2 and do not share it: that, too, is for somebody to put right,
// not for whoever moves an entry.
func TestMovesLeaveADoubleRankWhereItWas(t *testing.T) {
	type ids = map[string]model.ID
	rank := func(n int) model.Rank { return model.Rank{Number: n} }
	for _, test := range []struct {
		name    string
		last    int // Di's rank
		command func(edition model.ID, o ids) Command
		want    string
	}{
		{"moved up past it", 3, func(_ model.ID, o ids) Command { return Move{IDs: []model.ID{o["Di"]}, To: 1} }, "1 Di, 2 Ada, 2 Ben, 3 Cy"},
		{"moved up past it and a hole", 4, func(_ model.ID, o ids) Command { return Move{IDs: []model.ID{o["Di"]}, To: 1} }, "1 Di, 2 Ada, 2 Ben, 4 Cy"},
		{"moved down into it", 3, func(_ model.ID, o ids) Command { return Move{IDs: []model.ID{o["Ada"]}, To: 2} }, "1 Ben, 2 Ada, 2 Cy, 3 Di"},
		{"typed rank past it", 3, func(_ model.ID, o ids) Command { return SetRank{ID: o["Ada"], Rank: rank(3)} }, "1 Ben, 2 Cy, 2 Di, 3 Ada"},
		{"shared after all", 3, func(_ model.ID, o ids) Command { return SetTie{ID: o["Cy"], Tied: true} }, "1 Ada, =2 Ben, =2 Cy, 3 Di"},
		{"numbered anew", 3, func(edition model.ID, _ ids) Command { return Renumber{EditionID: edition} }, "1 Ada, 2 Ben, 3 Cy, 4 Di"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, edition, of := aList(t, model.Scheme{Kind: model.SchemeFull}, "Ada", "Ben", "Cy", "Di")
			do(t, b, SetRank{ID: of["Cy"], Rank: rank(2), RankAsIs: true})
			do(t, b, SetRank{ID: of["Di"], Rank: rank(test.last), RankAsIs: true})
			before := ranking(t, b, edition)
			do(t, b, test.command(edition, of))
			if got := ranking(t, b, edition); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			undo(t, b)
			if got := ranking(t, b, edition); got != before {
				t.Errorf("undone, the list is %s, and was %s", got, before)
			}
		})
	}
}

func TestPlaceStandsWhereItsRankStands(t *testing.T) {
	b, edition, _ := aList(t, model.Scheme{Kind: model.SchemeTop, Top: 10})
	for _, p := range []struct {
		name string
		rank model.Rank
	}{
		{"Uma", model.Rank{Reason: model.ByScheme}},
		{"Three", model.Rank{Number: 3}},
		{"Una", model.Rank{Reason: model.ByScheme}},
		{"One", model.Rank{Number: 1}},
		{"Seven", model.Rank{Number: 7}},
	} {
		id := addPerson(t, b, p.name+" Example")
		do(t, b, Place{Placement: model.Placement{EditionID: edition, Rank: p.rank, Members: []model.Member{{PersonID: id}}}, AsPrinted: true})
	}
	const want = "1 One, 3 Three, 7 Seven, Uma, Una"
	if got := ranking(t, b, edition); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	// Somebody added to such a list has no rank until somebody gives one.
	id := addPerson(t, b, "Late Example")
	do(t, b, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: id}}}})
	if got := ranking(t, b, edition); got != want+", Late" {
		t.Errorf("got %s", got)
	}
	rows, err := b.EntryRows(t.Context(), edition)
	if err != nil {
		t.Fatal(err)
	}
	do(t, b, Move{IDs: []model.ID{rows[2].Placement.ID}, To: 1})
	if got := ranking(t, b, edition); got != "1 Seven, 3 One, 7 Three, Uma, Una, Late" {
		t.Errorf("moved, the list is %s", got)
	}
	// A rank beyond those of the scheme is a fault to be seen, not to be lost.
	do(t, b, UpdateEdition{ID: edition, Scheme: &model.Scheme{Kind: model.SchemeTop, Top: 3}})
	do(t, b, SetRank{ID: rows[0].Placement.ID, Rank: model.Rank{Number: 5}})
	const beyond = "1 Seven, 3 Three, 5 One, Uma, Una, Late"
	if got := ranking(t, b, edition); got != beyond {
		t.Errorf("with a rank beyond, the list is %s, want %s", got, beyond)
	}
	do(t, b, Move{IDs: []model.ID{rows[2].Placement.ID}, To: 2})
	if got := ranking(t, b, edition); got != "1 Three, 3 Seven, 5 One, Uma, Una, Late" {
		t.Errorf("with others moved, the list is %s", got)
	}
}

func TestNobodyStandsTwice(t *testing.T) {
	b, edition, _ := aList(t, model.Scheme{Kind: model.SchemeFull})
	ctx := context.Background()
	ada, ben := addPerson(t, b, "Ada Example"), addPerson(t, b, "Ben Other")
	place := func(category string, ids ...model.ID) error {
		p := model.Placement{EditionID: edition, Category: category}
		for _, id := range ids {
			p.Members = append(p.Members, model.Member{PersonID: id})
		}
		_, err := b.Do(ctx, Place{Placement: p})
		return err
	}
	for _, ok := range []error{place("", ada), place("", ada, ben), place("Banks", ada)} {
		if ok != nil {
			t.Error(ok)
		}
	}
	for _, twice := range []error{place("", ada), place("", ben, ada)} {
		if !errors.Is(twice, model.ErrExists) {
			t.Errorf("got %v, want ErrExists", twice)
		}
	}
}

func TestChangeOfSchemeAndCategory(t *testing.T) {
	b, edition, of := aList(t, model.Scheme{Kind: model.SchemeFull}, "Ada", "Ben", "Cy")
	do(t, b, UpdateEdition{ID: edition, Scheme: &model.Scheme{Kind: model.SchemeTop, Top: 1}})
	if got := ranking(t, b, edition); got != "1 Ada, Ben, Cy" {
		t.Errorf("got %s", got)
	}
	do(t, b, UpdateEdition{ID: edition, Scheme: &model.Scheme{Kind: model.SchemeCategories}, Categories: &[]string{"", "Banks"}})
	do(t, b, UpdatePlacement{ID: of["Ada"], Category: ptr("Banks")})
	rows, err := b.EntryRows(context.Background(), edition)
	if err != nil {
		t.Fatal(err)
	}
	var got string
	for _, r := range rows {
		got += r.Placement.Category + r.Name[:2] + r.Placement.Rank.Figure(model.TieBefore) + " "
	}
	if got != "Be1 Cy2 BanksAd1 " {
		t.Errorf("got %s", got)
	}
}

// Those beside the order move once, however many are placed before them in one
// step, and everybody stands and ranks as if they had come one by one.
func TestManyArePlacedBeforeReservesAtOnce(t *testing.T) {
	full := model.Scheme{Kind: model.SchemeFull}
	b, edition, of := aList(t, full, "Ada", "Ben", "Rae", "Sid")
	do(t, b, SetStatus{IDs: []model.ID{of["Rae"], of["Sid"]}, Status: model.Reserve})
	place := func(name string, rank model.Rank) Command {
		return Place{Placement: model.Placement{EditionID: edition, Rank: rank, Members: []model.Member{{PersonID: addPerson(t, b, name+" Example")}}}}
	}
	do(t, b, Step{Label: model.Say("Add three"), Commands: []Command{place("Cy", model.Rank{}), place("Di", model.Rank{}), place("Eve", model.Rank{})}})
	if got := ranking(t, b, edition); got != "1 Ada, 2 Ben, 3 Cy, 4 Di, 5 Eve, Rae, Sid" {
		t.Errorf("the list is %s", got)
	}
	moves, err := b.FieldHistory(t.Context(), of["Rae"])
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, m := range moves {
		if m.Field == "pos" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("a reserve moved %d times", n)
	}
	undo(t, b)
	if got := ranking(t, b, edition); got != "1 Ada, 2 Ben, Rae, Sid" {
		t.Errorf("undone, the list is %s", got)
	}
	// One of them belongs further up: what is left of the room closes.
	do(t, b, Step{Label: model.Say("Add three"), Commands: []Command{
		place("Cy", model.Rank{Number: 3}), place("Di", model.Rank{Number: 1}), place("Eve", model.Rank{Number: 4}),
	}})
	all, err := b.EntryRows(t.Context(), edition)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range all {
		if r.Placement.Pos != i+1 {
			t.Errorf("%s stands at position %d, want %d", r.Name, r.Placement.Pos, i+1)
		}
	}
}

// Balance and breakdowns count what the entries say, so an entry that is still
// being made says what its person does.
func TestEntryFollowsSectorAndCountryOfItsPerson(t *testing.T) {
	b, _, of := aList(t, model.Scheme{Kind: model.SchemeFull}, "Ada")
	origin := func(placement model.ID) string {
		p, err := b.Placement(t.Context(), placement)
		if err != nil {
			t.Fatal(err)
		}
		return p.Sector + "/" + p.Country
	}
	p, err := b.Placement(t.Context(), of["Ada"])
	if err != nil {
		t.Fatal(err)
	}
	ada := p.Members[0].PersonID
	do(t, b, UpdatePerson{ID: ada, Sector: ptr("Water"), Country: ptr("Norway")})
	if got := origin(of["Ada"]); got != "Water/Norway" {
		t.Errorf("the entry says %s", got)
	}
	do(t, b, UpdatePlacement{ID: of["Ada"], Sector: ptr("Shipping")})
	do(t, b, UpdatePerson{ID: ada, Sector: ptr("Energy"), Country: ptr("Sweden")})
	if got := origin(of["Ada"]); got != "Shipping/Sweden" {
		t.Errorf("what was written for the entry became %s", got)
	}
	next := addEdition(t, b, 2027, model.Scheme{Kind: model.SchemeFull})
	placed := do(t, b, Place{Placement: model.Placement{EditionID: next, Members: []model.Member{{PersonID: ada}}}}).Created
	if got := origin(placed); got != "Energy/Sweden" {
		t.Errorf("a new entry says %s", got)
	}
	do(t, b, UpdatePerson{ID: ada, Sector: ptr("Health")})
	if got := origin(of["Ada"]); got != "Shipping/Sweden" || origin(placed) != "Health/Sweden" {
		t.Errorf("the year before became %s, the new one %s", got, origin(placed))
	}
}
