package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// standing is a snapshot of people, each a placement with an organisation.
func standing(e Edition, entries ...Placement) *Snapshot {
	e.ID = "e"
	s := &Snapshot{Edition: e, People: map[ID]Person{}, History: map[ID][]Appearance{}}
	for i, p := range entries {
		p.ID, p.Pos = ID(fmt.Sprint("p", i+1)), i+1
		if p.Status == "" {
			p.Status = Confirmed
		}
		s.Placements = append(s.Placements, p)
	}
	return s
}

func of(name, organisation string) Placement {
	return Placement{Kind: EntryPerson, Members: []Member{{PersonID: ID(name), Name: ParseName(name), Organisation: organisation}}}
}

func breached(breaches []Breach) string {
	var all []string
	for _, b := range breaches {
		all = append(all, fmt.Sprint(b.Text, " ", b.Entries))
	}
	return strings.Join(all, "; ")
}

func TestAtMostSoManyOfOneOrganisation(t *testing.T) {
	e := Edition{Rules: []Rule{{Kind: RuleOrganisation, Most: 2}}}
	s := standing(e, of("Ann Ash", "Harbour Trust"), of("Bea Birch", "harbour trust"), of("Cyd Cedar", "Quay Bank"), of("Dot Dogwood", "Harbour Trust"))
	if got, want := breached(Breaches(s)), "3 of Harbour Trust, at most 2 are allowed [p1 p2 p4]"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
	s.Placements[3].Status = Reserve
	if got := breached(Breaches(s)); got != "" {
		t.Errorf("a reserve counts: %q", got)
	}
	joint := of("Ann Ash", "Harbour Trust")
	joint.Members = append(joint.Members, of("Eve Elm", "Harbour Trust").Members...)
	if got := breached(Breaches(standing(e, joint, of("Bea Birch", "Harbour Trust")))); got != "" {
		t.Errorf("two colleagues who stand jointly count twice: %q", got)
	}
}

func TestLastYearsFirstMayNotStand(t *testing.T) {
	s := standing(Edition{Year: 2026, Rules: []Rule{{Kind: RuleFormerFirst}}}, of("Ann Ash", ""), of("Bea Birch", ""))
	first := of("Bea Birch", "")
	first.Rank, first.Status = Rank{Number: 1}, Confirmed
	s.Compared = []Placement{first}
	if got := breached(Breaches(s)); got != "" {
		t.Errorf("without a year before: %q", got)
	}
	s.Predecessor = &Edition{Year: 2025}
	if got, want := breached(Breaches(s)), "No. 1 in 2025, and may not stand again [p2]"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestJudgesMayNotStand(t *testing.T) {
	e := Edition{Judges: []string{"Prof. Zoë Ångström OBE, Harbour Museum", "Cyd Cedar"}, Rules: []Rule{{Kind: RuleJudges}}}
	s := standing(e, of("Zoe Angstrom", ""), of("Bea Birch", ""))
	if got, want := breached(Breaches(s)), "Judges this edition, and may not stand in it [p1]"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestYearsInARow(t *testing.T) {
	e := Edition{ListID: "l", Year: 2026, Region: "EMEA", Rules: []Rule{{Kind: RuleYears, Most: 3}}}
	s := standing(e, of("Ann Ash", ""), of("Bea Birch", ""))
	was := func(years ...int) (all []Appearance) {
		for _, y := range years {
			all = append(all, Appearance{ListID: "l", Year: y, Region: "EMEA", Status: Confirmed})
		}
		return all
	}
	s.History["Ann Ash"] = was(2022, 2023, 2024, 2025)
	s.History["Bea Birch"] = was(2021, 2022, 2024, 2025)
	if got, want := breached(Breaches(s)), "5 years one after the other, at most 3 are allowed [p1]"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
	s.History["Ann Ash"][3].Region = "Americas"
	if got := breached(Breaches(s)); got != "" {
		t.Errorf("a year in another region counts: %q", got)
	}
}

func TestNumbersOfACategory(t *testing.T) {
	in := func(name, category string) Placement {
		p := of(name, "")
		p.Category = category
		return p
	}
	e := Edition{Categories: []string{"Sea", "Land"}, Rules: []Rule{{Kind: RuleCategory, Category: "Sea", Most: 1}, {Kind: RuleCategory, Category: "Land", Least: 2}}}
	s := standing(e, in("Ann Ash", "Sea"), in("Bea Birch", "Sea"), in("Cyd Cedar", "Land"))
	if got, want := breached(Breaches(s)), "2 in Sea, at most 1 are meant [p2]; 1 in Land, at least 2 are meant []"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
	if least, most := e.Quota("land"); least != 2 || most != 0 {
		t.Errorf("the quota of a category is %d to %d", least, most)
	}
}

func TestRulesThatMakeNoSense(t *testing.T) {
	for _, r := range []Rule{{Kind: "height"}, {Kind: RuleOrganisation}, {Kind: RuleYears}, {Kind: RuleCategory, Most: 2}, {Kind: RuleCategory, Category: "Sea", Least: 3, Most: 2}} {
		if r.Check() == nil {
			t.Errorf("%+v is taken", r)
		}
	}
	for _, r := range []Rule{{Kind: RuleJudges}, {Kind: RuleFormerFirst}, {Kind: RuleOrganisation, Most: 1}, {Kind: RuleCategory, Category: "Sea", Least: 3}} {
		if err := r.Check(); err != nil {
			t.Errorf("%+v: %v", r, err)
		}
	}
}

func TestPreflightTellsWhatBreaksARule(t *testing.T) {
	s := standing(Edition{Rules: []Rule{{Kind: RuleOrganisation, Most: 1}, {Kind: RuleCategory, Category: "Sea", Least: 2}}}, of("Ann Ash", "Quay"), of("Bea Birch", "Quay"))
	var found []string
	for _, p := range Check(s) {
		if p.Kind == ProblemIneligible {
			found = append(found, fmt.Sprint(p.Severity, " ", p.PlacementID, " ", p.Text))
		}
	}
	if want := []string{"error p2 2 of Quay, at most 1 are allowed", "warning  0 in Sea, at least 2 are meant"}; !slices.Equal(found, want) {
		t.Errorf("preflight tells %q, want %q", found, want)
	}
}
