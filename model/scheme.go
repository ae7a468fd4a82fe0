package model

import (
	"slices"
	"strconv"
	"strings"
)

// ParseScheme reads "full", "top 10", "bands", "categories" or "unranked".
func ParseScheme(text string) (Scheme, error) {
	kind, n, _ := strings.Cut(strings.ToLower(strings.TrimSpace(text)), " ")
	switch SchemeKind(kind) {
	case SchemeFull, SchemeBands, SchemeCategories, SchemeUnranked:
		if n == "" {
			return Scheme{Kind: SchemeKind(kind)}, nil
		}
	case SchemeTop:
		if top := atoi(strings.TrimSpace(n)); top > 0 && top <= maxRank {
			return Scheme{Kind: SchemeTop, Top: top}, nil
		}
	}
	return Scheme{}, Faultf(ErrInvalid, "“{{.Text}}” is not a scheme; write full, top 10, bands, categories or unranked.", "Text", text)
}

// String is the scheme as ParseScheme reads it.
func (s Scheme) String() string {
	if s.Kind == SchemeTop {
		return "top " + strconv.Itoa(s.Top)
	}
	return string(s.Kind)
}

// Ranks says whether the entry at a position (1 is first) gets a number.
func (s Scheme) Ranks(pos int) bool {
	switch s.Kind {
	case SchemeFull, SchemeCategories:
		return true
	case SchemeTop:
		return pos <= s.Top
	}
	return false
}

// placed says whether a status takes a place in the order.
func (s Status) placed() bool {
	return s != Reserve && s != Declined && s != Withdrawn
}

// Renumber gives the placements of one edition their positions and ranks from
// their order and tie marks: equal entries share a rank and the next rank is
// skipped. A placement marked as tied shares the rank of the one before it.
// Reserves, declined and withdrawn stand after the others and have no rank.
func Renumber(placements []Placement, s Scheme) {
	counts := map[string]int{}
	last := map[string]*Placement{}
	for _, placed := range []bool{true, false} {
		for i := range placements {
			p := &placements[i]
			if p.Status.placed() != placed {
				continue
			}
			counts[p.Category]++
			p.Pos = counts[p.Category]
			before := last[p.Category]
			last[p.Category] = p
			rankAt(p, before, s, placed)
		}
	}
	markTies(placements)
}

func rankAt(p, before *Placement, s Scheme, placed bool) {
	band, tied := p.Rank.Band, p.Rank.Tied
	source := p.Rank.Source
	p.Rank = Rank{Source: source}
	switch {
	case !placed:
		p.Rank.Reason = NotYetRanked
	case s.Kind == SchemeBands:
		p.Rank.Band = band
		if band == "" {
			p.Rank.Reason = NotYetRanked
		}
	case tied && before != nil && before.Rank.Number > 0:
		p.Rank.Number, p.Rank.Tied = before.Rank.Number, true
	case s.Ranks(p.Pos):
		p.Rank.Number = p.Pos
	default:
		p.Rank.Reason = ByScheme
	}
}

// markTies marks everybody who shares a rank, also the first of them.
func markTies(placements []Placement) {
	type place struct {
		category string
		rank     int
	}
	count := map[place]int{}
	for _, p := range placements {
		if p.Rank.Number > 0 {
			count[place{p.Category, p.Rank.Number}]++
		}
	}
	for i := range placements {
		p := &placements[i]
		p.Rank.Tied = p.Rank.Number > 0 && count[place{p.Category, p.Rank.Number}] > 1
	}
}

// Order gives the placements as a book and the exports list them: by category,
// the ranked by rank, then bands, then the unranked by sort key. The sort keys
// are those of English unless members carry their own.
func Order(placements []Placement) []Placement {
	out := slices.Clone(placements)
	keys := make(map[ID]string, len(out))
	groups := map[string]int{}
	for i := range out {
		keys[out[i].ID] = out[i].SortKey("en-GB")
		if _, have := groups[out[i].Category]; !have {
			groups[out[i].Category] = len(groups)
		}
	}
	slices.SortStableFunc(out, func(a, b Placement) int {
		if a.Category != b.Category {
			return groups[a.Category] - groups[b.Category]
		}
		ra, rb := class(a), class(b)
		switch {
		case ra != rb:
			return ra - rb
		case ra == 0 && a.Rank.Number != b.Rank.Number:
			return a.Rank.Number - b.Rank.Number
		case ra < 2:
			return a.Pos - b.Pos
		}
		if d := CompareSort(keys[a.ID], keys[b.ID], "en-GB"); d != 0 {
			return d
		}
		return a.Pos - b.Pos
	})
	return out
}

// class puts the ranked before the banded before the unranked.
func class(p Placement) int {
	switch {
	case p.Rank.Number > 0:
		return 0
	case p.Rank.Band != "":
		return 1
	}
	return 2
}
