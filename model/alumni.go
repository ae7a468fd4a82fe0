package model

import (
	"cmp"
	"slices"
	"strings"
)

// Dot is how somebody stands in one year of a list.
type Dot uint8

// The dots.
const (
	DotAbsent Dot = iota
	DotIncluded
	DotTop // in the top: of ten, or as many as the list sets out by rank
)

// Alumnus is somebody who was in the list at least once: a person, or an entry
// without people.
type Alumnus struct {
	Person    ID // empty for an entry without people
	Placement ID // the newest
	Name      string
	Filed     string // as an index files it: "Haeghe, Marisol van der"
	Dots      []Dot  // one a year of the chronicle
	Editions  int    // how many included them; two of one year are one
	Present   bool   // in the newest
	Run       int    // of how many editions in a row, up to the newest
	First     int    // year of the first
	sort      string
}

// Alumni are all who were ever in the list, as an index of the newest edition's
// locale sorts them, each under the newest name they were printed with.
func (c *Chronicle) Alumni() []Alumnus {
	all := c.everybody()
	if len(all) == 0 {
		return nil
	}
	locale := c.Present().Edition.Locale
	slices.SortStableFunc(all, func(a, b Alumnus) int { return CompareSort(a.sort, b.sort, locale) })
	return all
}

// everybody is Alumni in no order but that of the lists, the newest first:
// sorting as an index takes longer than all the counting.
func (c *Chronicle) everybody() []Alumnus {
	if len(c.Years) == 0 {
		return nil
	}
	locale := c.Present().Edition.Locale
	of := make(map[string]int, len(c.Present().Entries))
	var all []Alumnus
	for i := len(c.Years) - 1; i >= 0; i-- { // the newest name comes first
		y := &c.Years[i]
		for j := range y.Entries {
			p := &y.Entries[j]
			dot := DotIncluded
			if y.inTop(p.Rank) {
				dot = DotTop
			}
			stand := func(key string, named func() Alumnus) {
				at, have := of[key]
				if !have {
					at = len(all)
					of[key] = at
					all = append(all, named())
					all[at].Placement, all[at].Dots = p.ID, make([]Dot, len(c.Years))
				}
				all[at].Dots[i] = max(all[at].Dots[i], dot)
				all[at].First = y.Edition.Year
			}
			for k := range p.Members {
				m := &p.Members[k]
				stand(string(m.PersonID), func() Alumnus {
					return Alumnus{Person: m.PersonID, Name: m.Name.Display(), Filed: m.Name.IndexFormIn(locale), sort: fileKey(m.Name, m.SortAs, locale)}
				})
			}
			if len(p.Members) == 0 {
				stand(y.keys[j], func() Alumnus {
					return Alumnus{Name: p.PrintedName(), Filed: p.PrintedName(), sort: p.FileKey(locale)}
				})
			}
		}
	}
	for i := range all {
		all[i].sum()
	}
	return all
}

func (a *Alumnus) sum() {
	a.Present = a.Dots[len(a.Dots)-1] != DotAbsent
	unbroken := true
	for i := len(a.Dots) - 1; i >= 0; i-- {
		if a.Dots[i] == DotAbsent {
			unbroken = false
			continue
		}
		a.Editions++
		if unbroken {
			a.Run++
		}
	}
}

// Tenure is how long the people of the newest edition have been with the list.
type Tenure struct {
	// People counts them by the number of editions that included them, this one
	// among them: People[0] are here for the first time, People[1] for the second.
	People  []int
	Longest []Alumnus // the present ones by number of editions, the most first
}

// Tenure counts over the whole chronicle.
func (c *Chronicle) Tenure() Tenure {
	t := Tenure{People: make([]int, len(c.Years))}
	for _, a := range c.everybody() {
		if a.Present && a.Person != "" {
			t.People[a.Editions-1]++
			t.Longest = append(t.Longest, a)
		}
	}
	slices.SortStableFunc(t.Longest, func(a, b Alumnus) int {
		return cmp.Or(b.Editions-a.Editions, strings.Compare(a.sort, b.sort))
	})
	return t
}
