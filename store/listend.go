package store

import "laurel/model"

// orderColumns are those by which a listEnd becomes out of date.
var orderColumns = []string{"pos", "category", "status", "rank_number", "rank_tied", "rank_band"}

// listEnd is the end of one category of an edition, so that many entries can be
// put there in one step without reading the whole list for each.
type listEnd struct {
	count  int        // the position of the last entry
	aside  bool       // somebody stands beside the order, behind those placed
	ranked bool       // the ranks follow from the order
	given  bool       // a rank was given since: whether they still do, nobody looked
	last   model.Rank // of the last entry
}

// endOf reads the end of a category, once a step unless its order changes.
func (s *step) endOf(e model.Edition, category string, given bool) (*listEnd, error) {
	at := changing{e.ID, category}
	if end := s.ends[at]; end != nil && (given || !end.given) {
		return end, nil
	}
	o, err := s.order(e, category)
	if err != nil {
		return nil, err
	}
	end := &listEnd{ranked: !o.asIs}
	for _, p := range o.was {
		end.count, end.last = p.Pos, p.Rank
		end.aside = end.aside || !takesPlace(p.Status)
	}
	if s.ends == nil {
		s.ends = map[changing]*listEnd{}
	}
	s.ends[at] = end
	return end, nil
}

// append gives an entry that belongs at the end its position and rank there; it
// reports false for one that belongs elsewhere.
func (s *step) append(p *model.Placement, e model.Edition, given bool) (bool, error) {
	if p.Pos != 0 {
		return false, nil
	}
	end, err := s.endOf(e, p.Category, given)
	if err != nil {
		return false, err
	}
	placed := takesPlace(p.Status)
	if placed && end.aside || given && !end.takes(p.Rank) {
		return false, nil
	}
	end.count++
	switch {
	case given:
		end.given = true
	case placed && end.ranked:
		p.Rank = model.RankNext(end.count, e.Scheme)
	default:
		p.Rank = rankAfter(end.last, end.count, e.Scheme, p.Status)
	}
	end.aside = end.aside || !placed
	end.last, p.Pos = p.Rank, end.count
	return true, nil
}

// takes says whether a rank that is given may stand behind the last entry.
func (l *listEnd) takes(rank model.Rank) bool {
	return l.count == 0 || rank.Number == 0 || l.last.Number > 0 && l.last.Number <= rank.Number
}
