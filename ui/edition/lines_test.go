package edition

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// row makes an entry of a letter with a rank as typed.
func row(t *testing.T, name, rank string, status model.Status, pos int) store.EntryRow {
	t.Helper()
	r, err := model.ParseRank(rank)
	if err != nil {
		t.Fatal(err)
	}
	return store.EntryRow{
		Name: name, SortKey: strings.ToLower(name),
		Placement: model.Placement{
			ID: model.ID(name), Kind: model.EntryPerson, Pos: pos, Rank: r.Rank, Status: status,
			Members: []model.Member{{PersonID: model.ID(name), Name: model.ParseName(name)}},
		},
	}
}

// drawn is a list in one line: names, holes, heads, brackets.
func drawn(lines []line) string {
	var out []string
	for _, l := range lines {
		switch l.kind {
		case lineHole:
			out = append(out, fmt.Sprintf("[%d-%d]", l.from, l.to))
		case lineHead:
			out = append(out, "<"+l.text+">")
		case lineFault:
			out = append(out, [...]string{"(twice)", "(lone)", "(taken up)", "(too many)", "(too few)"}[l.fault])
		default:
			mark := [...]string{"", "┌", "│", "└"}[l.tie]
			if l.clash {
				mark = "!"
			}
			out = append(out, mark+l.row.Name)
		}
	}
	return strings.Join(out, " ")
}

func TestLines(t *testing.T) {
	full, top := model.Scheme{Kind: model.SchemeFull}, model.Scheme{Kind: model.SchemeTop, Top: 2}
	for _, c := range []struct {
		name   string
		scheme model.Scheme
		rows   []string // name rank
		want   string
	}{
		{"plain", full, []string{"Ann 1", "Bea 2", "Cyd 3"}, "Ann Bea Cyd"},
		{"a hole", full, []string{"Ann 1", "Bea 3"}, "Ann [2-2] Bea"},
		{"a hole at the top", full, []string{"Ann 3"}, "[1-2] Ann"},
		{"a tie takes up the next rank", full, []string{"Ann =1", "Bea =1", "Cyd 3"}, "┌Ann └Bea Cyd"},
		{"three tied, then a hole", full, []string{"Ann =1", "Bea =1", "Cyd =1", "Dot 5"}, "┌Ann │Bea └Cyd [4-4] Dot"},
		{"two at one rank by mistake", full, []string{"Ann 1", "Bea 1", "Cyd 3"}, "!Ann !Bea (twice) Cyd"},
		{"two of three marked as equal", full, []string{"Ann =1", "Bea =1", "Cyd 1"}, "┌Ann !Bea !Cyd (twice)"},
		{"equal with nobody", full, []string{"Ann 1", "Bea =2", "Cyd 3"}, "Ann Bea (lone) Cyd"},
		{"a rank that a tie takes up", full, []string{"Ann =1", "Bea =1", "Cyd 2"}, "┌Ann └Bea Cyd (taken up)"},
		{"top two, the rest A–Z", top, []string{"Zoe 1", "Yan 2", "Cyd -", "Ann -", "Bea -"}, "Zoe Yan <> Ann Bea Cyd"},
		{"nobody at the last of the ranked", top, []string{"Zoe 1", "Cyd -"}, "Zoe [2-2] <> Cyd"},
		{"nobody ranked yet", top, []string{"Cyd -", "Ann -"}, "<> Ann Cyd"},
		{"unranked", model.Scheme{Kind: model.SchemeUnranked}, []string{"Cyd -", "Ann -"}, "Ann Cyd"},
		{"bands", model.Scheme{Kind: model.SchemeBands, Bands: []string{"Band 1", "Band 2"}}, []string{"Ann:Band 2", "Bea:Band 1", "Cyd:Band 1"}, "<Band 1> Bea Cyd <Band 2> Ann"},
		{"bands, one still to be given", model.Scheme{Kind: model.SchemeBands}, []string{"Ann:-", "Bea:Band 1"}, "<Band 1> Bea <> Ann"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rows []store.EntryRow
			for i, text := range c.rows {
				name, rank, found := strings.Cut(text, ":")
				if !found {
					name, rank, _ = strings.Cut(text, " ")
				}
				rows = append(rows, row(t, name, rank, model.Confirmed, i+1))
			}
			lines, dock := linesOf(model.Edition{Scheme: c.scheme}, rows)
			if got := drawn(lines); got != c.want || len(dock) != 0 {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestCategoriesHaveHeadsAndTheirOwnRanks(t *testing.T) {
	e := model.Edition{Scheme: model.Scheme{Kind: model.SchemeCategories}, Categories: []string{"Sea", "Land"}}
	var rows []store.EntryRow
	for i, c := range []string{"Land", "Sea", "Sea"} {
		r := row(t, []string{"Ann", "Bea", "Cyd"}[i], []string{"1", "1", "2"}[i], model.Confirmed, []int{1, 1, 2}[i])
		r.Placement.Category = c
		rows = append(rows, r)
	}
	lines, _ := linesOf(e, rows)
	if got, want := drawn(lines), "<Sea> Bea Cyd <Land> Ann"; got != want {
		t.Fatalf("got %s, want %s", got, want)
	}
	if place := placeBefore(lines, len(lines), "Land", nil); place != 2 {
		t.Errorf("at the end of Land is place %d", place)
	}
	if place := placeBefore(lines, 2, "Sea", []model.ID{"Bea"}); place != 1 {
		t.Errorf("behind herself Bea is at place %d", place)
	}
}

func TestFaultsOfNumber(t *testing.T) {
	rows := []store.EntryRow{row(t, "Ann", "1", model.Confirmed, 1), row(t, "Bea", "2", model.Confirmed, 2)}
	for _, c := range []struct {
		size     int
		finished bool
		want     string
	}{{0, true, "Ann Bea"}, {2, true, "Ann Bea"}, {1, false, "Ann Bea (too many)"}, {3, false, "Ann Bea"}, {3, true, "Ann Bea (too few)"}} {
		lines, _ := linesOf(model.Edition{Scheme: model.Scheme{Kind: model.SchemeFull}, Size: c.size, Finished: c.finished}, rows)
		if got := drawn(lines); got != c.want {
			t.Errorf("of %d, finished %v: %s, want %s", c.size, c.finished, got, c.want)
		}
		if last := lines[len(lines)-1]; last.fault == faultTooMany && last.kind == lineFault && !slices.Equal(last.about, []model.ID{"Bea"}) {
			t.Errorf("too many are %v", last.about)
		}
	}
}

func TestDockHoldsReservesFirst(t *testing.T) {
	rows := []store.EntryRow{
		row(t, "Ann", "1", model.Confirmed, 1), row(t, "Bea", "-", model.Declined, 2),
		row(t, "Cyd", "-", model.Reserve, 3), row(t, "Dot", "-", model.Withdrawn, 4), row(t, "Eve", "-", model.Reserve, 5),
	}
	lines, dock := linesOf(model.Edition{Scheme: model.Scheme{Kind: model.SchemeFull}}, rows)
	if drawn(lines) != "Ann" {
		t.Errorf("listed %s", drawn(lines))
	}
	if got := idsOf(dock); !slices.Equal(got, []model.ID{"Cyd", "Eve", "Bea", "Dot"}) {
		t.Errorf("the dock holds %v", got)
	}
}

func TestDots(t *testing.T) {
	const there, missing, stale = kit.DotThere, kit.DotMissing, kit.DotStale
	for _, c := range []struct {
		lacks []store.Missing
		want  []kit.Dot
	}{
		{nil, []kit.Dot{there, there, there, there, there}},
		{[]store.Missing{store.MissingPhoto}, []kit.Dot{missing, missing, there, there, there}},
		{[]store.Missing{store.MissingCredit, store.MissingExcerpt}, []kit.Dot{there, missing, there, stale, there}},
		{[]store.Missing{store.MissingAnswers, store.MissingApproval}, []kit.Dot{there, there, missing, missing, missing}},
	} {
		if got := dotsOf(c.lacks); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.lacks, got, c.want)
		}
	}
}

func TestTally(t *testing.T) {
	d := &data{edition: model.Edition{Size: 6}}
	add := func(name, country, organisation string, status model.Status, moved model.MovementKind) {
		r := row(t, name, "-", status, len(d.rows)+1)
		r.Placement.Country, r.Organisation, r.Movement.Kind = country, organisation, moved
		d.rows = append(d.rows, r)
	}
	add("Ann", "Norway", "Quay Bank", model.SignedOff, model.MovedUp)
	add("Bea", "Norway", "quay bank", model.Confirmed, model.MovedNew)
	add("Cyd", "Kenya", "Mole Rail", model.Shortlisted, model.MovedBack)
	add("Dot", "Kenya", "Mole Rail", model.Declined, model.MovedNot)
	d.was = []store.EntryRow{d.rows[2], d.rows[0]}
	placed := d.rows[:3]
	first := tallyOf(d, placed, 1)
	if first.signedOff != 1 || first.open != 0 || !slices.Equal(first.countries, []share{{"Norway", 1, 0}, {"Kenya", 0, 1}}) {
		t.Errorf("the first alone: %+v", first)
	}
	got := tallyOf(d, placed, 0)
	if got.signedOff != 1 || got.confirmed != 1 || got.shortlisted != 1 || got.open != 3 {
		t.Errorf("ready: %+v", got)
	}
	if got.returning != 1 || got.fresh != 1 || got.back != 1 {
		t.Errorf("returning %d, new %d, back %d", got.returning, got.fresh, got.back)
	}
	if want := []share{{"Norway", 2, 1}, {"Kenya", 1, 1}}; !slices.Equal(got.countries, want) {
		t.Errorf("countries %v, want %v", got.countries, want)
	}
	if len(got.organisations) != 1 || got.organisations[0].count != 2 {
		t.Errorf("organisations %v", got.organisations)
	}
}

func TestOnlyTheBestRanksStandBesideAnOrganisation(t *testing.T) {
	if got := ranksText([]string{"1", "=2", "5"}); got != "1, =2, 5" {
		t.Error(got)
	}
	if got := ranksText([]string{"1", "2", "3", "4", "5", "6"}); got != "1, 2, 3, 4, …" {
		t.Error(got)
	}
}
