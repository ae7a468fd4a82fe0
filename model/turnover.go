package model

import (
	"cmp"
	"slices"
)

// Turnover is who came and went in a year, counted in entries.
type Turnover struct {
	Year     int
	Edition  ID
	Entries  int
	Compared bool // whether there was an edition to compare with; else all below is 0
	Stayed   int  // were in the edition before
	New      int  // never before
	Back     int  // were in an earlier one, not in the one before
	Moved    int  // come from another region of the list, where nothing is compared
	Left     int  // were in the edition before and are no longer
}

// Turnovers gives the turnover of every year. Of a compared year Stayed, New,
// Back and Moved add up to Entries, Stayed and Left to the entries before. It
// does not depend on where a span begins.
func (c *Chronicle) Turnovers() []Turnover {
	all := make([]Turnover, len(c.Years))
	for i := range c.Years {
		all[i] = c.Years[i].turnover
	}
	return all
}

func (c *Chronicle) turnover(y *ChronicleYear) Turnover {
	before := c.before(y)
	t := Turnover{Year: y.Edition.Year, Edition: y.Edition.ID, Compared: before != nil}
	y.once(func(j int, _ *Placement) {
		t.Entries++
		if before == nil {
			return
		}
		_, was := before.index[y.keys[j]]
		switch kind := y.Moves[j].Kind; {
		case was:
			t.Stayed++
		case kind == MovedNew:
			t.New++
		case kind == MovedBack:
			t.Back++
		default:
			t.Moved++
		}
	})
	if before != nil {
		before.once(func(j int, _ *Placement) {
			if _, still := y.index[before.keys[j]]; !still {
				t.Left++
			}
		})
	}
	return t
}

// before is the year that a year is compared with; nil where there is none or
// it is outside the span.
func (c *Chronicle) before(y *ChronicleYear) *ChronicleYear {
	if y.Compared < 0 || !comparableRegions(c.Years[y.Compared].Edition, y.Edition) {
		return nil
	}
	return &c.Years[y.Compared]
}

// Mover is an entry that moved.
type Mover struct {
	Placement *Placement
	Movement  Movement
	Was       Rank // in the year before
}

// Movers are the movements of the newest year, the greatest first.
type Movers struct {
	Year, Before int // 0: nothing is compared
	Climbs       []Mover
	Falls        []Mover
	Into         []Mover // from unranked into the top
	OutOf        []Mover
	New          []Mover // by rank, then as in the list
	Back         []Mover
	Gone         []*Placement // of the year before, in its order
}

// Movers tells who moved in the newest year. Climbs and falls are between two
// ranks or two bands; a band counts no places and stands after the numbers.
func (c *Chronicle) Movers() Movers {
	var m Movers
	y := c.Present()
	if y == nil {
		return m
	}
	m.Year = y.Edition.Year
	before := c.before(y)
	if before == nil {
		return m
	}
	m.Before = before.Edition.Year
	for j := range y.Entries {
		mover := Mover{Placement: &y.Entries[j], Movement: y.Moves[j]}
		if then, was := before.sameCategory(y.keys[j], y.Entries[j].Category); was {
			mover.Was = then.Rank
		}
		switch mover.Movement.Kind {
		case MovedUp:
			m.Climbs = append(m.Climbs, mover)
		case MovedDown:
			m.Falls = append(m.Falls, mover)
		case MovedInto:
			m.Into = append(m.Into, mover)
		case MovedOutOf:
			m.OutOf = append(m.OutOf, mover)
		case MovedNew:
			m.New = append(m.New, mover)
		case MovedBack:
			m.Back = append(m.Back, mover)
		}
	}
	farthest := func(a, b Mover) int {
		return cmp.Or(b.Movement.Places-a.Movement.Places, byRank(a.Placement.Rank, b.Placement.Rank))
	}
	slices.SortStableFunc(m.Climbs, farthest)
	slices.SortStableFunc(m.Falls, farthest)
	for _, list := range [][]Mover{m.Into, m.New, m.Back} {
		slices.SortStableFunc(list, func(a, b Mover) int { return byRank(a.Placement.Rank, b.Placement.Rank) })
	}
	slices.SortStableFunc(m.OutOf, func(a, b Mover) int { return byRank(a.Was, b.Was) })
	before.once(func(i int, p *Placement) {
		if _, still := y.index[before.keys[i]]; !still {
			m.Gone = append(m.Gone, p)
		}
	})
	return m
}

// sameCategory finds an entry in its category, else wherever it stands.
func (y *ChronicleYear) sameCategory(key, category string) (*Placement, bool) {
	first, ok := y.index[key]
	if !ok {
		return nil, false
	}
	if y.Entries[first].Category != category {
		for i := first + 1; i < len(y.Entries); i++ {
			if y.keys[i] == key && y.Entries[i].Category == category {
				return &y.Entries[i], true
			}
		}
	}
	return &y.Entries[first], true
}

// byRank orders numbers before none.
func byRank(a, b Rank) int {
	if (a.Number > 0) != (b.Number > 0) {
		return b2i(b.Number > 0) - b2i(a.Number > 0)
	}
	return a.Number - b.Number
}
