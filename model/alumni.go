package model

import (
	"slices"
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
	if len(c.Years) == 0 {
		return nil
	}
	locale := c.Present().Edition.Locale
	of := map[string]int{}
	var all []Alumnus
	stand := func(i int, key string) *Alumnus {
		at, have := of[key]
		if !have {
			at = len(all)
			of[key] = at
			all = append(all, Alumnus{Dots: make([]Dot, len(c.Years)), First: c.Years[i].Edition.Year})
		}
		return &all[at]
	}
	for i := range c.Years {
		y := &c.Years[i]
		for j := range y.Entries {
			p := &y.Entries[j]
			dot := DotIncluded
			if y.inTop(p.Rank) {
				dot = DotTop
			}
			for k := range p.Members {
				m := &p.Members[k]
				a := stand(i, string(m.PersonID))
				a.Person, a.Placement, a.Name = m.PersonID, p.ID, m.Name.Display()
				a.Filed, a.sort = m.Name.IndexFormIn(locale), SortKey(m.Name, m.SortAs, locale)
				a.Dots[i] = max(a.Dots[i], dot)
			}
			if len(p.Members) == 0 {
				a := stand(i, y.keys[j])
				a.Placement, a.Name, a.Filed, a.sort = p.ID, p.PrintedName(), p.PrintedName(), p.SortKey(locale)
				a.Dots[i] = max(a.Dots[i], dot)
			}
		}
	}
	for i := range all {
		all[i].sum()
	}
	slices.SortStableFunc(all, func(a, b Alumnus) int { return CompareSort(a.sort, b.sort, locale) })
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
	for _, a := range c.Alumni() {
		if a.Present && a.Person != "" {
			t.People[a.Editions-1]++
			t.Longest = append(t.Longest, a)
		}
	}
	slices.SortStableFunc(t.Longest, func(a, b Alumnus) int { return b.Editions - a.Editions })
	return t
}
