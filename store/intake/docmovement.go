package intake

import (
	"slices"

	"laurel/model"
)

// compare finds, for every edition described, with which earlier one it was
// compared: the newest earlier one of the same list and region, unless another
// explains the movements better, as it does where a list was renamed. It also
// tells a line without a rank that had none from one whose rank is unknown.
func (r *documentReader) compare(described []docEdition) {
	for _, d := range described {
		key := foldKey(Key{List: d.List, Year: d.Year, Region: d.Region})
		at := slices.IndexFunc(r.draft.Editions, func(e Edition) bool { return foldKey(e.Key()) == key })
		usual, best := -1, -1
		score := -1
		for i, e := range r.draft.Editions {
			k := foldKey(e.Key())
			if i == at || e.Year > d.Year || e.Year == d.Year && k.List == key.List {
				continue
			}
			n := explained(d, e.Key())
			if k.List == key.List && k.Region == key.Region {
				usual = i // they are in order of the years
			}
			if n > score {
				best, score = i, n
			}
		}
		if best < 0 || score == 0 {
			continue
		}
		if usual >= 0 && explained(d, r.draft.Editions[usual].Key()) >= score {
			best = usual
		}
		if best != usual {
			r.draft.Editions[at].Predecessor = r.draft.Editions[best].Key()
		}
		r.tellUnranked(d, r.draft.Editions[best].Key())
	}
}

// explained counts the movements that are as they should be if the edition was
// compared with then.
func explained(d docEdition, then Key) int {
	n := 0
	for _, p := range d.Placements {
		i := slices.IndexFunc(p.History, func(h docHistory) bool {
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
func (r *documentReader) tellUnranked(d docEdition, then Key) {
	for _, p := range d.Placements {
		if p.Rank == nil || p.Movement.Kind != model.MovedInto && p.Movement.Kind != model.MovedNoWord {
			continue
		}
		past, ok := r.placement(docPlacement{Entry: p.Entry, People: p.People, Organisation: p.Organisation}, Edition{List: then.List, Year: then.Year, Region: then.Region}, model.Rank{})
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
