package intake

import (
	"slices"

	"laurel/model"
)

// compare learns from the movements what history lines leave unsaid: under
// which other name the list ran before, with which edition each was compared
// where that is not the newest earlier one, and whether somebody without a rank
// had none or it is unknown.
func (r *documentReader) compare(described []model.Document) {
	for _, d := range described {
		r.rename(d)
	}
	for _, d := range described {
		key := foldKey(Key{List: d.List, Year: d.Year, Region: d.Region})
		at := slices.IndexFunc(r.draft.Editions, func(e Edition) bool { return foldKey(e.Key()) == key })
		usual, best, score := -1, -1, 0
		for i, e := range r.draft.Editions {
			if i == at || e.Year > d.Year || model.Fold(e.series()) != key.List || e.Year == d.Year {
				continue
			}
			if foldKey(e.Key()).Region == key.Region {
				usual = i // they are in order of the years
			}
			if n := explained(d, e.Key()); n > score {
				best, score = i, n
			}
		}
		if usual >= 0 && explained(d, r.draft.Editions[usual].Key()) >= score {
			best = usual
		}
		if best < 0 {
			continue
		}
		if best != usual {
			r.draft.Editions[at].Predecessor = r.draft.Editions[best].Key()
		}
		r.tellUnranked(d, r.draft.Editions[best].Key())
	}
}

// series is the present name of the list.
func (e Edition) series() string { return firstOf(e.Series, e.List) }

// rename finds the names that a list had before: somebody was last seen in a
// year in which their history has only another list of the same region.
func (r *documentReader) rename(d model.Document) {
	for _, p := range d.Placements {
		if p.Movement.LastSeen == nil {
			continue
		}
		other, same := "", false
		for _, h := range p.History {
			if h.Year == *p.Movement.LastSeen && model.Fold(h.Region) == model.Fold(d.Region) {
				same = same || model.Fold(h.List) == model.Fold(d.List)
				other = h.List
			}
		}
		for i := range r.draft.Editions {
			e := &r.draft.Editions[i]
			if !same && other != "" && !e.Stated && model.Fold(e.List) == model.Fold(other) {
				e.Series = d.List
			}
		}
	}
}

// explained counts the movements that are as they should be if the edition was
// compared with then.
func explained(d model.Document, then Key) int {
	n := 0
	for _, p := range d.Placements {
		i := slices.IndexFunc(p.History, func(h model.DocumentPast) bool {
			return foldKey(Key{h.List, h.Year, h.Region}) == foldKey(then) && h.Entry == ""
		})
		m := p.Movement
		switch {
		case i < 0:
			if m.Kind == model.MovedNew || m.Kind == model.MovedBack {
				n++
			}
		case m.From != nil:
			if h := p.History[i]; h.Rank != nil && *h.Rank == *m.From {
				n++
			}
		case m.Kind == model.MovedInto && p.History[i].Rank == nil:
			n++
		}
	}
	return n
}

// tellUnranked gives the reason of unranked places in the edition compared with.
func (r *documentReader) tellUnranked(d model.Document, then Key) {
	for _, p := range d.Placements {
		if p.Rank == nil || p.Movement.Kind != model.MovedInto && p.Movement.Kind != model.MovedNoWord {
			continue
		}
		past, ok := r.placement(model.DocumentPlacement{Entry: p.Entry, People: p.People, Organisation: p.Organisation}, Edition{List: then.List, Year: then.Year, Region: then.Region}, model.Rank{})
		if !ok {
			continue
		}
		i, have := r.at[past.key()]
		if !have || r.draft.Placements[i].Rank.Number > 0 || r.draft.Placements[i].Rank.Band != "" {
			continue
		}
		r.draft.Placements[i].Rank.Reason = model.ByScheme
		if p.Movement.Kind == model.MovedNoWord {
			r.draft.Placements[i].Rank.Reason = model.RankUnknown
		}
	}
}
