package model

import (
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
// their order and tie marks, in each category anew: a placement marked as tied
// shares the rank of the one before it (so the first of those who share a rank
// must not be marked), and the ranks they take up are skipped. Afterwards all
// who share a rank are marked. Reserves, declined and withdrawn stand after the
// others and have no rank; what the scheme does not rank says so. Bands stay as
// they are. The slice keeps its order.
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

// RankNext is the rank of an entry that is put behind all others, at a position
// from 1, in a list whose ranks follow from its order.
func RankNext(pos int, s Scheme) Rank {
	p := Placement{Pos: pos}
	rankAt(&p, nil, s, true)
	return p.Rank
}

func rankAt(p, before *Placement, s Scheme, placed bool) {
	was := p.Rank
	p.Rank = Rank{Source: was.Source}
	switch {
	case !placed:
		p.Rank.Reason = NotYetRanked
	case s.Kind == SchemeBands && was.Band == "":
		p.Rank.Reason = NotYetRanked
	case s.Kind == SchemeBands:
		p.Rank.Band, p.Rank.To = was.Band, was.To
	case was.Tied && before != nil && before.Rank.Number > 0:
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
