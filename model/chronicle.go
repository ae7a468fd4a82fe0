package model

import (
	"cmp"
	"reflect"
	"slices"
)

// Chronicle is a list through the years: the editions that count as one
// series, each with what it printed. It is immutable; statistics are methods
// that count over it. Entries are compared by their EntryKey, so a joint entry
// is an entry of its own; what is told of people counts every entry they are a
// member of.
type Chronicle struct {
	List  List
	Years []ChronicleYear // oldest first; the last is the edition it was made for
}

// ChronicleYear is one edition of the series.
type ChronicleYear struct {
	Edition  Edition
	Compared int         // place in Years of the edition it is compared with; -1 none
	Entries  []Placement // what it printed, by category and position
	Moves    []Movement  // of Entries, against the compared edition

	several  bool           // categories, each with an order of its own
	keys     []string       // of Entries
	index    map[string]int // where a key stands first
	turnover Turnover
}

// CountsAlike says whether two chronicles give the same statistics. What people
// answered is not counted, and not looked at.
func (c *Chronicle) CountsAlike(d *Chronicle) bool {
	if c == nil || d == nil || c == d {
		return c == d
	}
	return reflect.DeepEqual(c.List, d.List) && slices.EqualFunc(c.Years, d.Years, func(a, b ChronicleYear) bool {
		return a.Compared == b.Compared && reflect.DeepEqual(a.Edition, b.Edition) && reflect.DeepEqual(a.Moves, b.Moves) &&
			slices.EqualFunc(a.Entries, b.Entries, func(p, q Placement) bool {
				p.Answers, q.Answers = nil, nil
				return reflect.DeepEqual(p, q)
			})
	})
}

// Series gives the editions that count as one list up to e, oldest first and e
// last: those that each is compared with in turn, and whatever else was
// published earlier of the same list in one of their regions. Another region is
// another series.
func Series(editions []Edition, e Edition) []Edition {
	in := map[ID]bool{e.ID: true}
	series := []Edition{e}
	for at := e; ; {
		before := DefaultPredecessor(editions, at)
		if before == nil || in[before.ID] || !comparableRegions(*before, at) {
			break
		}
		in[before.ID] = true
		series = append(series, *before)
		at = *before
	}
	chain := slices.Clone(series)
	for _, o := range editions {
		if !in[o.ID] && o.Year < e.Year && slices.ContainsFunc(chain, func(c Edition) bool { return sameList(o, c) }) {
			in[o.ID] = true
			series = append(series, o)
		}
	}
	slices.SortStableFunc(series, func(a, b Edition) int {
		if last := cmp.Compare(b2i(a.ID == e.ID), b2i(b.ID == e.ID)); last != 0 {
			return last
		}
		return cmp.Or(a.Year-b.Year, cmp.Compare(Fold(a.Region), Fold(b.Region)), cmp.Compare(a.ID, b.ID))
	})
	return series
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// comparableRegions says whether movement may be counted between two editions:
// never across regions, but a list may have got its region's name later.
func comparableRegions(a, b Edition) bool {
	return sameRegion(a.Region, b.Region) || a.Region == "" || b.Region == ""
}

// NewChronicle makes the chronicle of the series that ends with e. placements
// are those of the series and of the list's other regions, in their order;
// what is not printed is left out, as are editions that printed nothing.
func NewChronicle(list List, e Edition, editions []Edition, placements []Placement) *Chronicle {
	return ChronicleOf(list, e, editions, printedBy(placements))
}

// ChronicleOf is NewChronicle of what each edition printed, in its order. The
// chronicle keeps the placements.
func ChronicleOf(list List, e Edition, editions []Edition, printed map[ID][]Placement) *Chronicle {
	c := &Chronicle{List: list}
	for _, o := range Series(editions, e) {
		if entries := printed[o.ID]; len(entries) > 0 || o.ID == e.ID {
			c.Years = append(c.Years, ChronicleYear{Edition: o, Compared: -1, Entries: entries})
			c.Years[len(c.Years)-1].number()
		}
	}
	past := c.pastOf(editions, printed)
	for i := range c.Years {
		y := &c.Years[i]
		before := DefaultPredecessor(editions, y.Edition)
		if before != nil {
			y.Compared = c.yearOf(before.ID)
		}
		y.Moves = make([]Movement, len(y.Entries))
		for j := range y.Entries {
			y.Moves[j] = movementOf(&y.Entries[j], &y.Edition, before, past.of(y.keys[j]))
		}
		y.turnover = c.turnover(y)
	}
	return c
}

// printedBy gives the printed placements of each edition, in their order.
func printedBy(placements []Placement) map[ID][]Placement {
	counts := map[ID]int{}
	for i := range placements {
		counts[placements[i].EditionID]++
	}
	printed := make(map[ID][]Placement, len(counts))
	for i := range placements {
		p := &placements[i]
		if !p.Status.Printed() {
			continue
		}
		if printed[p.EditionID] == nil {
			printed[p.EditionID] = make([]Placement, 0, counts[p.EditionID])
		}
		printed[p.EditionID] = append(printed[p.EditionID], *p)
	}
	return printed
}

// past knows where every entry ever stood: by key the last place, which leads
// to the one before it.
type past struct {
	last   map[string]int // place in places, from 1
	places []pastPlace
}

type pastPlace struct {
	edition *Edition
	entry   *Placement
	before  int // from 1; 0 none
}

// of runs over where an entry stood.
func (p *past) of(key string) func(visit func(stood)) {
	return func(visit func(stood)) {
		for i := p.last[key]; i > 0; i = p.places[i-1].before {
			e, at := p.places[i-1].edition, p.places[i-1].entry
			visit(stood{e.ID, e.Year, e.Region, at.Status, at.Category, &at.Rank, &e.Scheme})
		}
	}
}

// pastOf gathers every printed appearance.
func (c *Chronicle) pastOf(editions []Edition, printed map[ID][]Placement) *past {
	p := &past{last: make(map[string]int, 2*len(c.Present().Entries))}
	for i := range editions {
		e := &editions[i]
		all := printed[e.ID]
		known := c.yearOf(e.ID) // its keys are known already
		for j := range all {
			key := ""
			if known >= 0 {
				key = c.Years[known].keys[j]
			} else {
				key = all[j].EntryKey()
			}
			p.places = append(p.places, pastPlace{edition: e, entry: &all[j], before: p.last[key]})
			p.last[key] = len(p.places)
		}
	}
	return p
}

// number gives the entries their keys.
func (y *ChronicleYear) number() {
	y.keys = make([]string, len(y.Entries))
	y.index = make(map[string]int, len(y.Entries))
	for i := range y.Entries {
		y.keys[i] = y.Entries[i].EntryKey()
		y.several = y.several || y.Entries[i].Category != y.Entries[0].Category
		if _, twice := y.index[y.keys[i]]; !twice {
			y.index[y.keys[i]] = i
		}
	}
}

// AppearanceOf is a placement as others look back on it.
func AppearanceOf(p Placement, e Edition) Appearance {
	a := Appearance{
		EditionID: e.ID, ListID: e.ListID, List: cmp.Or(p.ListName, e.ListName), Year: e.Year, Region: e.Region,
		Scheme: e.Scheme, Category: p.Category, Rank: p.Rank, TieStyle: e.TieStyle, Status: p.Status,
	}
	if len(p.Members) != 1 || p.EntryName != "" {
		a.Entry = p.PrintedName()
	}
	return a
}

func (c *Chronicle) yearOf(id ID) int {
	return slices.IndexFunc(c.Years, func(y ChronicleYear) bool { return y.Edition.ID == id })
}

// Since is the chronicle from a year on; what happened in its first year is
// still told against the year before. 0 is all of it.
func (c *Chronicle) Since(year int) *Chronicle {
	from := slices.IndexFunc(c.Years, func(y ChronicleYear) bool { return y.Edition.Year >= year })
	if from <= 0 {
		return c
	}
	return c.from(from)
}

// from leaves the first n years out.
func (c *Chronicle) from(n int) *Chronicle {
	short := &Chronicle{List: c.List, Years: slices.Clone(c.Years[n:])}
	for i := range short.Years {
		short.Years[i].Compared = max(-1, short.Years[i].Compared-n)
	}
	return short
}

// Span gives the years of the chronicle.
func (c *Chronicle) Span() []int {
	years := make([]int, len(c.Years))
	for i := range c.Years {
		years[i] = c.Years[i].Edition.Year
	}
	return years
}

// Present is the newest year; nil of an empty chronicle.
func (c *Chronicle) Present() *ChronicleYear {
	if c == nil || len(c.Years) == 0 {
		return nil
	}
	return &c.Years[len(c.Years)-1]
}

// Entry finds an entry of a year by its key.
func (y *ChronicleYear) Entry(key string) (p *Placement, ok bool) {
	i, ok := y.index[key]
	if !ok {
		return nil, false
	}
	return &y.Entries[i], true
}

// once runs over the entries that stand under several categories only once.
func (y *ChronicleYear) once(visit func(i int, p *Placement)) {
	for i := range y.Entries {
		if y.index[y.keys[i]] == i {
			visit(i, &y.Entries[i])
		}
	}
}

// people runs over the members of all entries; a person once a year.
func (y *ChronicleYear) people(visit func(p *Placement, m *Member)) {
	seen := make(map[ID]bool, len(y.Entries))
	for i := range y.Entries {
		for j := range y.Entries[i].Members {
			m := &y.Entries[i].Members[j]
			if !seen[m.PersonID] {
				seen[m.PersonID] = true
				visit(&y.Entries[i], m)
			}
		}
	}
}

// inTop says whether a rank is in the part of a list that is set out before
// the others: the ranked ones of "top 10", else the first ten.
func (y *ChronicleYear) inTop(r Rank) bool {
	top := 10
	if y.Edition.Scheme.Kind == SchemeTop && y.Edition.Scheme.Top > 0 {
		top = y.Edition.Scheme.Top
	}
	return r.Number > 0 && r.Number <= top
}
