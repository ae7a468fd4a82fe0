package store

import (
	"slices"

	"laurel/model"
)

// orderColumns are those by which a listEnd becomes out of date.
var orderColumns = []string{"pos", "category", "status", "rank_number", "rank_tied", "rank_band"}

// listEnd is the end of one category of an edition, so that many entries can be
// put there in one step without reading the whole list for each.
type listEnd struct {
	count  int        // the position of the last entry
	aside  bool       // somebody stands beside the order, behind those placed
	room   int        // positions that are free before those beside the order
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
	if n := s.coming[changing{e.ID, p.Category}]; placed && end.aside && end.room == 0 && n > 1 {
		if end, err = s.makeRoom(e, p.Category, n); err != nil {
			return false, err
		}
	}
	if placed && end.aside && end.room == 0 || !placed && end.room > 0 || given && !end.takes(p.Rank) {
		return false, nil
	}
	end.count++
	if end.room > 0 {
		if end.room--; end.room == 0 {
			delete(s.ends, changing{e.ID, p.Category}) // the end is behind those beside the order again
		}
	}
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

// coming counts by category the entries that commands place in the order.
func coming(commands []Command) map[changing]int {
	n := map[changing]int{}
	for _, c := range commands {
		if p, ok := c.(Place); ok && p.Placement.Pos == 0 && takesPlace(p.Placement.Status) {
			n[changing{p.Placement.EditionID, p.Placement.Category}]++
		}
	}
	return n
}

// makeRoom moves those who stand beside the order back by n positions at once,
// so that n entries can be put behind those placed: one after the other, each
// would move all of them. It is done once; an entry that turns out to belong
// elsewhere closes what is left of the room.
func (s *step) makeRoom(e model.Edition, category string, n int) (*listEnd, error) {
	o, err := s.order(e, category)
	if err != nil {
		return nil, err
	}
	end := &listEnd{ranked: !o.asIs, aside: true, room: n}
	for _, p := range o.was {
		if takesPlace(p.Status) {
			end.count, end.last = p.Pos, p.Rank
		}
	}
	for _, p := range slices.Backward(o.was) {
		if takesPlace(p.Status) {
			continue
		}
		var f fields
		f.set("pos", p.Pos+n)
		if err := s.update("placement", p.ID, f); err != nil {
			return nil, err
		}
	}
	if s.ends == nil {
		s.ends = map[changing]*listEnd{}
	}
	at := changing{e.ID, category}
	s.ends[at] = end
	delete(s.coming, at)
	return end, nil
}

// takes says whether a rank that is given may stand behind the last entry.
func (l *listEnd) takes(rank model.Rank) bool {
	return l.count == 0 || rank.Number == 0 || l.last.Number > 0 && l.last.Number <= rank.Number
}
