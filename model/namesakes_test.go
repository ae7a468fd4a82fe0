package model

import (
	"fmt"
	"strings"
	"testing"
)

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
