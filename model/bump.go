package model

import "slices"

// Bump is the course of the ranks of a list's top over the years.
type Bump struct {
	Years []int
	Depth int // ranks from 1 to Depth are drawn
	Lines []BumpLine
}

// Standing is where an entry stood in a year, as far as a bump chart shows it.
type Standing uint8

// The standings. Unranked is not a rank: such a year is never drawn at a height.
const (
	StandsNowhere  Standing = iota // not in the list, or nobody knows its rank
	StandsUnranked                 // included, the list gave it no rank
	StandsBelow                    // ranked below Depth
	StandsInTop
)

// Fate is how a line of a bump chart ends.
type Fate uint8

// The fates; heroes are the first of the newest year and who rose most into its top.
const (
	FateGone Fate = iota // no longer in the top
	FateStays
	FateHero
)

// BumpLine is one entry that was in the top at least once.
type BumpLine struct {
	Key       string
	Name      string // as last printed
	Person    ID     // of a single person
	Placement ID     // the newest in the list
	Ranks     []Rank
	Stands    []Standing
	Fate      Fate
}

// Bump follows everybody who ever stood among the first depth ranks. The lines
// come by their rank in the newest year, then those that left, the latest
// first; those who share a rank in the order of the list. Nothing is drawn of a
// list that ranks several categories side by side.
func (c *Chronicle) Bump(depth int) Bump {
	b := Bump{Years: c.Span(), Depth: depth}
	of := map[string]int{}
	for _, y := range slices.Backward(c.Years) {
		if y.several {
			continue
		}
		y.once(func(j int, p *Placement) {
			if _, known := of[y.keys[j]]; !known && p.Rank.Number > 0 && p.Rank.Number <= depth {
				of[y.keys[j]] = len(b.Lines)
				b.Lines = append(b.Lines, BumpLine{Key: y.keys[j], Ranks: make([]Rank, len(c.Years)), Stands: make([]Standing, len(c.Years))})
			}
		})
	}
	for i := range b.Lines {
		c.follow(&b.Lines[i], depth)
	}
	b.sort()
	b.heroes()
	return b
}

// follow fills in where a line stood each year.
func (c *Chronicle) follow(l *BumpLine, depth int) {
	for i := range c.Years {
		y := &c.Years[i]
		p, here := y.Entry(l.Key)
		if !here {
			continue
		}
		l.Name, l.Placement = p.PrintedName(), p.ID
		if len(p.Members) == 1 {
			l.Person = p.Members[0].PersonID
		}
		switch {
		case y.several:
		case p.Rank.Number > 0 && p.Rank.Number <= depth:
			l.Ranks[i], l.Stands[i] = p.Rank, StandsInTop
		case p.Rank.Number > 0:
			l.Ranks[i], l.Stands[i] = p.Rank, StandsBelow
		case p.Rank.without():
			l.Stands[i] = StandsUnranked
		}
	}
	if l.Stands[len(l.Stands)-1] == StandsInTop {
		l.Fate = FateStays
	}
}

// Following is the chart with one entry as its only hero.
func (b Bump) Following(key string) Bump {
	b.Lines = slices.Clone(b.Lines)
	for i := range b.Lines {
		l := &b.Lines[i]
		if l.Fate == FateHero {
			l.Fate = FateStays
		}
		if l.Key == key {
			l.Fate = FateHero
		}
	}
	return b
}

// sort orders the lines, which come in the order of the lists, the newest first.
func (b *Bump) sort() {
	slices.SortStableFunc(b.Lines, func(x, y BumpLine) int {
		for i := len(b.Years) - 1; i >= 0; i-- {
			if x.Stands[i] == StandsInTop || y.Stands[i] == StandsInTop {
				return byRank(inTopRank(x, i), inTopRank(y, i))
			}
		}
		return 0
	})
}

func inTopRank(l BumpLine, i int) Rank {
	if l.Stands[i] == StandsInTop {
		return l.Ranks[i]
	}
	return Rank{}
}

// heroes marks the first, and who rose most into the top since the year before.
func (b *Bump) heroes() {
	last := len(b.Years) - 1
	if last < 1 {
		return
	}
	best, most := -1, 0
	for i := range b.Lines {
		l := &b.Lines[i]
		if l.Fate == FateGone {
			continue
		}
		if l.Ranks[last].Number == 1 {
			if l.Ranks[last].Tied && i > 0 {
				continue
			}
			l.Fate = FateHero
			continue
		}
		if rise := l.rise(last, b.Depth); rise > most {
			best, most = i, rise
		}
	}
	if best >= 0 {
		b.Lines[best].Fate = FateHero
	}
}

// rise is how many places a line rose in the newest year; from unranked it came
// at least from below the top.
func (l *BumpLine) rise(last, depth int) int {
	switch l.Stands[last-1] {
	case StandsInTop, StandsBelow:
		return l.Ranks[last-1].Number - l.Ranks[last].Number
	case StandsUnranked:
		return depth + 1 - l.Ranks[last].Number
	}
	return 0
}
