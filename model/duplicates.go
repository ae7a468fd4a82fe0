package model

import (
	"cmp"
	"slices"
	"strings"
)

// Candidate is somebody who may stand in the book twice.
type Candidate struct {
	ID           ID
	Name         Name
	FormerNames  []string
	Organisation ID // today's
}

// Likeness is two candidates who may be one person. A has the smaller ID.
type Likeness struct {
	A, B ID
	// Degree says how much speaks for it: 4 same name and organisation, 3 same
	// name, or a former name, 2 alike and the same organisation, 1 alike.
	Degree int
}

// The reasons for a likeness, as they are told.
var likenessWords = map[int]string{
	4: "Same name and organisation", 3: "Same name", 2: "Similar name, same organisation", 1: "Similar name",
}

// Reason says why the two may be one person.
func (l Likeness) Reason() Message { return Say(likenessWords[l.Degree]) }

// Likenesses finds the pairs among candidates, the likeliest first. Only those
// who share a word of a name are compared, so that ten thousand take a moment.
func Likenesses(all []Candidate) []Likeness {
	type form struct {
		whole string
		words []string
		// own says that this is the name of today, not a former one.
		own bool
	}
	forms := make([][]form, len(all))
	sharing := map[string][]int{}
	for i, c := range all {
		names := append([]string{c.Name.Display()}, c.FormerNames...)
		seen := map[string]bool{}
		for k, name := range names {
			whole := NameForm(name)
			f := form{whole: whole, words: strings.Fields(whole), own: k == 0}
			forms[i] = append(forms[i], f)
			for _, w := range f.words {
				if len(w) > 1 && !seen[w] {
					seen[w] = true
					sharing[w] = append(sharing[w], i)
				}
			}
		}
	}
	degree := func(a, b int) int {
		best := 0
		for _, f := range forms[a] {
			for _, g := range forms[b] {
				switch {
				case f.whole == g.whole:
					best = max(best, 3)
				case f.own && g.own && LikelyForms(f.words, g.words):
					best = max(best, 1)
				}
			}
		}
		if best > 0 && all[a].Organisation != "" && all[a].Organisation == all[b].Organisation {
			best++
		}
		return best
	}
	var found []Likeness
	compared := map[[2]int]bool{}
	for _, group := range sharing {
		for x, a := range group {
			for _, b := range group[x+1:] {
				pair := [2]int{a, b}
				if a == b || compared[pair] {
					continue
				}
				compared[pair] = true
				if d := degree(a, b); d > 0 {
					found = append(found, Likeness{A: min(all[a].ID, all[b].ID), B: max(all[a].ID, all[b].ID), Degree: d})
				}
			}
		}
	}
	slices.SortFunc(found, func(x, y Likeness) int {
		return cmp.Or(y.Degree-x.Degree, strings.Compare(string(x.A), string(y.A)), strings.Compare(string(x.B), string(y.B)))
	})
	return found
}
