package model

import (
	"cmp"
	"slices"
	"strings"
)

// Breakdown is how the entries, or the people, of every year are shared out:
// by sector, country or organisation.
type Breakdown struct {
	Years  []int
	Parts  []Part // the largest of the newest year first
	Unsaid []int  // by year: those of whom nothing is said
	Totals []int  // by year: all, Unsaid included
}

// Part is one word of a breakdown and how many have it in each year.
type Part struct {
	Word   string // as printed in the newest year that has it
	Counts []int
	Of     [][]ID // by year: the placements counted
}

// Now is how many have the word in the newest year.
func (p Part) Now() int { return p.Counts[len(p.Counts)-1] }

// Was is how many had it the year before; ok is false where there is none.
func (p Part) Was() (n int, ok bool) {
	if len(p.Counts) < 2 {
		return 0, false
	}
	return p.Counts[len(p.Counts)-2], true
}

// Sectors shares the entries out by the sector they were printed with.
func (c *Chronicle) Sectors() Breakdown {
	return c.byWord(Fold, func(p *Placement) string { return p.Sector })
}

// Countries shares the entries out by country, in whatever language it was printed.
func (c *Chronicle) Countries() Breakdown {
	return c.byWord(CountryKey, func(p *Placement) string { return p.Country })
}

func (c *Chronicle) byWord(key func(string) string, word func(*Placement) string) Breakdown {
	t := newTally(c, key)
	for i := range c.Years {
		c.Years[i].once(func(_ int, p *Placement) { t.count(i, t.keyOf(word(p)), word(p), p.ID) })
	}
	return t.done()
}

// Organisations counts people by where they worked when a year was printed; an
// organisation that was renamed is one. An entry that is an organisation itself
// counts once.
func (c *Chronicle) Organisations() Breakdown {
	t := newTally(c, Fold)
	for i := range c.Years {
		y := &c.Years[i]
		y.people(func(p *Placement, m *Member) {
			t.count(i, cmp.Or(string(m.OrganisationID), t.keyOf(m.Organisation)), m.Organisation, p.ID)
		})
		y.once(func(_ int, p *Placement) {
			if len(p.Members) == 0 && p.Kind == EntryOrganisation {
				t.count(i, cmp.Or(string(p.OrganisationID), t.keyOf(p.EntryName)), p.EntryName, p.ID)
			}
		})
	}
	return t.done()
}

// tally is a breakdown being counted.
type tally struct {
	b      Breakdown
	of     map[string]int      // place in b.Parts by key
	key    func(string) string // the same for words that mean the same
	folded map[string]string   // words seen: folding one takes longer than counting it
}

func (t *tally) keyOf(word string) string {
	key, known := t.folded[word]
	if !known {
		key = t.key(word)
		t.folded[word] = key
	}
	return key
}

func newTally(c *Chronicle, key func(string) string) *tally {
	t := &tally{of: map[string]int{}, key: key, folded: map[string]string{}}
	t.b.Years = c.Span()
	t.b.Unsaid, t.b.Totals = make([]int, len(c.Years)), make([]int, len(c.Years))
	return t
}

func (t *tally) count(year int, key, word string, who ID) {
	t.b.Totals[year]++
	word = strings.TrimSpace(word)
	if word == "" || key == "" {
		t.b.Unsaid[year]++
		return
	}
	i, have := t.of[key]
	if !have {
		i = len(t.b.Parts)
		t.of[key] = i
		t.b.Parts = append(t.b.Parts, Part{Counts: make([]int, len(t.b.Years)), Of: make([][]ID, len(t.b.Years))})
	}
	p := &t.b.Parts[i]
	p.Word = word // years are counted oldest first
	p.Counts[year]++
	p.Of[year] = append(p.Of[year], who)
}

func (t *tally) done() Breakdown {
	slices.SortFunc(t.b.Parts, func(a, b Part) int {
		for y := len(a.Counts) - 1; y >= 0; y-- {
			if d := b.Counts[y] - a.Counts[y]; d != 0 {
				return d
			}
		}
		return cmp.Or(strings.Compare(Fold(a.Word), Fold(b.Word)), strings.Compare(a.Word, b.Word))
	})
	return t.b
}

// Top gives the n largest parts of the newest year and how many there are of
// all others together, by year. A part that has nobody in the newest year is
// among the others.
func (b Breakdown) Top(n int) (parts []Part, others []int) {
	others = make([]int, len(b.Years))
	for _, p := range b.Parts {
		if len(parts) < n && p.Now() > 0 {
			parts = append(parts, p)
			continue
		}
		for y, count := range p.Counts {
			others[y] += count
		}
	}
	return parts, others
}

// Several leaves out the parts that hold one alone: where nearly everybody works
// somewhere else, only the others say something.
func (b Breakdown) Several() Breakdown {
	parts := make([]Part, 0, len(b.Parts))
	for _, p := range b.Parts {
		if p.Now() > 1 {
			parts = append(parts, p)
		}
	}
	b.Parts = parts
	return b
}
