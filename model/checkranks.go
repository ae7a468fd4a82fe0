package model

import (
	"maps"
	"slices"
)

// checkRanks finds holes, ranks given twice without a tie, and entries that the
// scheme ranks and that have no rank: in each category by itself.
func (c *checker) checkRanks() {
	byCategory := map[string][]*Placement{}
	var categories []string
	for i := range c.printed {
		p := &c.printed[i]
		if _, have := byCategory[p.Category]; !have {
			categories = append(categories, p.Category)
		}
		byCategory[p.Category] = append(byCategory[p.Category], p)
	}
	for _, category := range categories {
		entries := byCategory[category]
		switch c.s.Edition.Scheme.Kind {
		case SchemeUnranked:
		case SchemeBands:
			c.checkRanked(entries, Say("No band"), Say("Give a band in the list."))
		case SchemeTop:
			c.checkSequence(entries)
		default:
			c.checkSequence(entries)
			c.checkRanked(entries, Say("No rank in a full ranking"), Say("Give a rank in the list."))
		}
	}
}

// checkRanked finds entries without number and band that should have one.
func (c *checker) checkRanked(entries []*Placement, text, remedy Message) {
	for _, p := range entries {
		if p.Rank.Number == 0 && p.Rank.Band == "" && p.Rank.Reason != OutsideRanked {
			c.note(p, Error, ProblemRankMissing, FieldRank, "", text, remedy)
		}
	}
}

// checkSequence goes through the ranks as they print. After a tie of two the
// next rank is left out; after two who are there by mistake either may follow.
func (c *checker) checkSequence(entries []*Placement) {
	byRank := map[int][]*Placement{}
	for _, p := range entries {
		if p.Rank.Number > 0 {
			byRank[p.Rank.Number] = append(byRank[p.Rank.Number], p)
		}
	}
	scheme := c.s.Edition.Scheme
	low, high := 1, 1 // the ranks that may come next
	var last *Placement
	for _, rank := range slices.Sorted(maps.Keys(byRank)) {
		holders := byRank[rank]
		first := holders[0]
		switch {
		case rank > high:
			c.noteHole(first, high, rank-1)
		case rank < low:
			c.note(first, Error, ProblemRankTwice, FieldRank, "",
				Say("Rank {{.Rank}} is taken up by a tie at {{.Tie}}", "Rank", rank, "Tie", last.Rank.Number), Say("After a tie the next ranks are left out: number the list anew."))
		}
		if scheme.Kind == SchemeTop && rank > scheme.Top {
			c.note(first, Error, ProblemWrongNumber, FieldRank, "",
				Say("Rank {{.Rank}} in a top {{.Top}}", "Rank", rank, "Top", scheme.Top), Say("Take the rank away, or change the scheme of the edition."))
		}
		c.checkShared(rank, holders)
		low, high = rank+len(holders), rank+len(holders)
		if !allTied(holders) {
			low = rank + 1
		}
		last = first
	}
	if end := min(scheme.Top, len(entries)); scheme.Kind == SchemeTop && high <= end && last != nil {
		c.noteHole(last, high, end)
	}
}

// noteHole adds a hole; it is mended at the entry beside it.
func (c *checker) noteHole(p *Placement, from, to int) {
	text := Say("Nobody at rank {{.Rank}}", "Rank", from)
	if from != to {
		text = Say("Nobody at ranks {{.From}}–{{.To}}", "From", from, "To", to)
	}
	c.found = append(c.found, Problem{
		Severity: Error, Kind: ProblemRankHole, PlacementID: p.ID, Field: FieldRank, Text: text,
		Remedy: Say("Move somebody up, swap in a reserve, or close the gap."),
	})
}

func allTied(holders []*Placement) bool {
	return !slices.ContainsFunc(holders, func(p *Placement) bool { return !p.Rank.Tied })
}

// checkShared looks at those who are at one rank.
func (c *checker) checkShared(rank int, holders []*Placement) {
	first := holders[0]
	if len(holders) == 1 {
		if first.Rank.Tied {
			c.note(first, Warning, ProblemTieUnmarked, FieldRank, "",
				Say("Marked as equal at rank {{.Rank}}, but nobody else is there", "Rank", rank), Say("End the tie, or give the other the same rank."))
		}
		return
	}
	tied := 0
	for _, p := range holders {
		if p.Rank.Tied {
			tied++
		}
	}
	remedy := Say("Tie them, or move one of them.")
	second := holders[1]
	switch tied {
	case len(holders):
	case 0:
		c.note(second, Error, ProblemRankTwice, FieldRank, "",
			Say("Rank {{.Rank}} is given to {{.Other}} too", "Rank", rank, "Other", first.PrintedName()), remedy)
	default:
		for _, p := range holders {
			if !p.Rank.Tied {
				second = p
			}
		}
		c.note(second, Error, ProblemTieUnmarked, FieldRank, "", Say("Shares rank {{.Rank}} without being marked as equal", "Rank", rank), remedy)
	}
}
