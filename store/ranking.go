package store

import (
	"slices"

	"laurel/model"
)

// orderOf reads the category in which all of the entries stand.
func (s *step) orderOf(ids []model.ID) (*order, model.Placement, error) {
	if len(ids) == 0 {
		return nil, model.Placement{}, invalid("No entry was named.")
	}
	p, e, err := s.thawedPlacement(ids[0])
	if err != nil {
		return nil, p, err
	}
	o, err := s.order(e, p.Category)
	if err != nil {
		return nil, p, err
	}
	for _, id := range ids {
		if o.index(id) < 0 {
			return nil, p, invalid("Entries move together only within one category of one edition.")
		}
	}
	return o, p, nil
}

func (c Move) do(s *step) (model.Message, error) {
	o, first, err := s.orderOf(c.IDs)
	if err != nil {
		return model.Message{}, err
	}
	o.asIs = false
	o.put(c.IDs, c.To-1)
	if err := o.write(s); err != nil {
		return model.Message{}, err
	}
	to := c.To
	if n := o.now[o.index(c.IDs[0])].Rank.Number; n > 0 { // with a hole above, another than the place
		to = n
	}
	if len(c.IDs) > 1 {
		return model.Say("Move {{.Count}} entries to {{.To}}", "Count", len(c.IDs), "To", to), nil
	}
	return model.Say("Move {{.Name}} to {{.To}}", "Name", first.PrintedName(), "To", to), nil
}

func (c SetTie) do(s *step) (model.Message, error) {
	o, p, err := s.orderOf([]model.ID{c.ID})
	if err != nil {
		return model.Message{}, err
	}
	i := o.index(c.ID)
	label := model.Say("End the tie of {{.Name}}", "Name", p.PrintedName())
	if c.Tied {
		if i == 0 || o.now[i-1].Rank.Number == 0 {
			return model.Message{}, invalid("{{.Name}} has nobody ranked above to share a rank with.", "Name", p.PrintedName())
		}
		label = model.Say("Let {{.Name}} share the rank above", "Name", p.PrintedName())
	}
	o.asIs = false
	o.untie(c.ID)
	if c.Tied {
		o.tied[c.ID] = true
	}
	return label, o.write(s)
}

// untie ends the tie of an entry with the one before it; those who share a
// rank with it from below stay with it.
func (o *order) untie(id model.ID) {
	for i := o.index(id) + 1; i < len(o.now); i++ {
		a, b := o.now[i-1].Rank, o.now[i].Rank
		if !shareRank(a, b) {
			break
		}
		o.tied[o.now[i].ID] = true
	}
	o.moved[id] = true
}

func (c SetRank) do(s *step) (model.Message, error) {
	o, p, err := s.orderOf([]model.ID{c.ID})
	if err != nil {
		return model.Message{}, err
	}
	rank := c.Rank
	if figure := rank.Figure(o.edition.TieStyle); figure != "" {
		return model.Say("Rank {{.Name}} {{.Rank}}", "Name", p.PrintedName(), "Rank", figure), o.rank(s, p, rank, c.RankAsIs)
	}
	if rank.Reason == model.Ranked {
		rank.Reason = model.NotYetRanked
		if o.edition.Scheme.Kind == model.SchemeTop || o.edition.Scheme.Kind == model.SchemeUnranked {
			rank.Reason = model.ByScheme
		}
	}
	return model.Say("Take away the rank of {{.Name}}", "Name", p.PrintedName()), o.rank(s, p, rank, c.RankAsIs)
}

// rank gives an entry a rank, moving it to where that rank stands unless asIs.
func (o *order) rank(s *step, p model.Placement, rank model.Rank, asIs bool) error {
	if rank.Source == "" {
		rank.Source = p.Rank.Source
	}
	placed, scheme := 0, o.edition.Scheme
	for _, other := range o.now {
		if takesPlace(other.Status) {
			placed++
		}
	}
	times := o.times()
	stands, odd := times[rank.Number]
	hole := odd && stands == 0
	byOrder := rank.Number > 0 && placeOf(times, rank.Number) < placed && !hole && scheme.Ranks(rank.Number) ||
		rank.Number == 0 && rank.Band == "" && scheme.Kind == model.SchemeTop && placed > scheme.Top
	switch {
	case asIs:
		o.asIs = true
	case !byOrder:
		// A rank the order cannot give: in a hole, beyond the end, or a band, or
		// none in a list where all are ranked. It stands beside the order.
		o.asIs = true
		at := o.placeFor(model.Placement{Status: p.Status, Rank: rank}, true)
		if o.index(p.ID) < at {
			at-- // counted without the entry itself
		}
		o.put([]model.ID{p.ID}, at)
	default:
		o.asIs = false
		o.moveTo(p.ID, rank)
		return o.write(s)
	}
	if err := o.write(s); err != nil {
		return err
	}
	return s.update("placement", p.ID, rankFields(rank))
}

// moveTo moves an entry to where a rank stands: of "=17" behind those who have
// it already, of none behind the ranked.
func (o *order) moveTo(id model.ID, rank model.Rank) {
	to := placeOf(o.times(), rank.Number)
	if rank.Number == 0 {
		to = o.edition.Scheme.Top
	}
	rest := slices.DeleteFunc(slices.Clone(o.now), func(p model.Placement) bool { return p.ID == id })
	if rank.Tied {
		for i, p := range rest {
			if p.Rank.Number == rank.Number {
				to = i + 1
				o.tied[id] = true
			}
		}
	}
	o.put([]model.ID{id}, to)
}

// placeOf counts the places before a rank.
func placeOf(times map[int]int, rank int) int {
	places := rank - 1
	for n, stands := range times {
		if n < rank {
			places += stands - 1
		}
	}
	return places
}
