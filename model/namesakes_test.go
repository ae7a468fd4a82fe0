package model

import (
	"fmt"
	"strings"
	"testing"
)

func TestNamesakes(t *testing.T) {
	people := func(names ...string) (all []Person) {
		for _, n := range names {
			all = append(all, Person{ID: ID(n), Name: ParseName(n)})
		}
		return all
	}
	all := people("Richard Hammond", "Prof. Richard Hammond CBE", "Richard Hamond", "R. Hammond", "Rita Hammond", "Ann Ash")
	var found []string
	for _, n := range Namesakes(all[:1], all) {
		found = append(found, fmt.Sprint(n.Other, " ", n.Same))
	}
	if got, want := strings.Join(found, ", "), "Prof. Richard Hammond CBE true, Richard Hamond false, R. Hammond false"; got != want {
		t.Errorf("found %s\nwant  %s", got, want)
	}
}

func TestPreflightWarnsOfNamesakes(t *testing.T) {
	a, b, c := of("Richard Hammond", "Quay"), of("Richard Hammond", "Dock"), of("Ann Ash", "Mole")
	b.Members[0].PersonID = "other"
	c.Answers = []Answer{
		{Edited: "I learnt it from Ríchard Hammond, and Richard Hammond taught me well."}, {Edited: "Ask Richard; Hammonds know."},
	}
	var found []string
	for _, p := range Check(standing(Edition{}, a, c, b)) {
		if p.Kind == ProblemNamesake {
			found = append(found, fmt.Sprint(p.PlacementID, " ", p.Text))
		}
	}
	want := "p2 Speaks of Richard Hammond, whose name is on the list; p3 Has the name of another entry"
	if got := strings.Join(found, "; "); got != want {
		t.Errorf("preflight tells %s\nwant            %s", got, want)
	}
}
