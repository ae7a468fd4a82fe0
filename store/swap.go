package store

import (
	"slices"

	"laurel/model"
)

// Swap lets two entries of one category change places, with their ranks; all
// others stay where they are. Where one of them stands beside the order, use SwapIn.
type Swap struct{ A, B model.ID }

// SwapIn takes a reserve into the order at the very place and rank of somebody
// who leaves, who gets the status Leaver, or at a rank that nobody has. Nobody
// else moves.
type SwapIn struct {
	ID     model.ID
	For    model.ID     // who leaves; empty: Rank says where
	Leaver model.Status // of who leaves: reserve, declined or withdrawn
	Rank   int          // where nobody leaves
}

// CloseGap moves everybody of a category behind the ranks From–To, which nobody
// has, up; other holes stay.
type CloseGap struct {
	EditionID model.ID
	Category  string
	From, To  int
}

// exchange lets two entries change places and ranks in an order that stays as
// it is otherwise.
func (o *order) exchange(i, j int) {
	a, b := &o.now[i], &o.now[j]
	a.Rank, b.Rank = b.Rank, a.Rank
	a.Rank.Source, b.Rank.Source = b.Rank.Source, a.Rank.Source // what each was imported as
	*a, *b = *b, *a
	o.asIs = true
}

func (c Swap) do(s *step) (model.Message, error) {
	o, a, err := s.orderOf([]model.ID{c.A, c.B})
	if err != nil {
		return model.Message{}, err
	}
	b := o.now[o.index(c.B)]
	if takesPlace(a.Status) != takesPlace(b.Status) {
		return model.Message{}, invalid("A reserve takes the place of somebody who leaves: swap it in.")
	}
	if b, err = placementByID(s.ctx, s, c.B); err != nil {
		return model.Message{}, err
	}
	o.exchange(o.index(c.A), o.index(c.B))
	return model.Say("Swap {{.Name}} and {{.Other}}", "Name", a.PrintedName(), "Other", b.PrintedName()), o.write(s)
}

func (c SwapIn) do(s *step) (model.Message, error) {
	p, e, err := s.thawedPlacement(c.ID)
	if err != nil {
		return model.Message{}, err
	}
	label := model.Say("Swap in {{.Name}}", "Name", p.PrintedName())
	if takesPlace(p.Status) {
		return label, invalid("{{.Name}} takes a place already.", "Name", p.PrintedName())
	}
	if c.For == "" {
		return label, s.swapInAt(p, e, c.Rank)
	}
	leaver, _, err := s.thawedPlacement(c.For)
	switch {
	case err != nil:
		return label, err
	case leaver.EditionID != p.EditionID || !takesPlace(leaver.Status):
		return label, invalid("{{.Name}} has no place in this edition to give away.", "Name", leaver.PrintedName())
	case takesPlace(c.Leaver):
		return label, invalid("Say how the other leaves: reserve, declined or withdrawn.")
	}
	label = model.Say("Swap in {{.Name}} for {{.Other}}", "Name", p.PrintedName(), "Other", leaver.PrintedName())
	if p.Category != leaver.Category {
		if err := s.changeCategory(p, e, leaver.Category); err != nil {
			return label, err
		}
	}
	for _, change := range []struct {
		id     model.ID
		status model.Status
	}{{p.ID, model.Confirmed}, {leaver.ID, c.Leaver}} {
		var f fields
		f.set("status", change.status)
		if err := s.update("placement", change.id, f); err != nil {
			return label, err
		}
	}
	o, err := s.order(e, leaver.Category)
	if err != nil {
		return label, err
	}
	o.exchange(o.index(p.ID), o.index(leaver.ID))
	out := &o.now[o.index(leaver.ID)]
	out.Rank = model.Rank{Source: out.Rank.Source, Reason: model.NotYetRanked}
	return label, o.write(s)
}

// swapInAt takes an entry in at a rank that nobody has.
func (s *step) swapInAt(p model.Placement, e model.Edition, rank int) error {
	if rank < 1 {
		return invalid("Say at which rank.")
	}
	var f fields
	f.set("status", model.Confirmed)
	if err := s.update("placement", p.ID, f); err != nil {
		return err
	}
	o, err := s.order(e, p.Category)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(o.now, func(other model.Placement) bool { return takesPlace(other.Status) && other.Rank.Number == rank }) {
		return invalid("Somebody has rank {{.Rank}}: nothing was changed.", "Rank", rank)
	}
	o.asIs = true
	p.Pos, p.Status, p.Rank = 0, model.Confirmed, model.Rank{Number: rank, Source: p.Rank.Source}
	o.now = slices.Insert(o.now, o.without(p.ID).placeFor(p, true), p)
	return o.write(s)
}

func (c CloseGap) do(s *step) (model.Message, error) {
	label := model.Say("Close the gap at rank {{.Rank}}", "Rank", c.From)
	e, err := s.thawed(c.EditionID)
	if err != nil {
		return label, err
	}
	o, err := s.order(e, c.Category)
	if err != nil {
		return label, err
	}
	if c.From < 1 || c.To < c.From {
		return label, invalid("These are no ranks.")
	}
	o.asIs = true
	for i := range o.now {
		switch n := o.now[i].Rank.Number; {
		case n >= c.From && n <= c.To:
			return label, invalid("Somebody has rank {{.Rank}}: nothing was changed.", "Rank", n)
		case n > c.To:
			o.now[i].Rank.Number -= c.To - c.From + 1
		}
	}
	return label, o.write(s)
}

// Renumber gives the ranks of a category anew by its order: holes close, ranks
// given twice part, and those who are marked as equal stay so.
type Renumber struct {
	EditionID model.ID
	Category  string
}

func (c Renumber) do(s *step) (model.Message, error) {
	e, err := s.thawed(c.EditionID)
	if err != nil {
		return model.Message{}, err
	}
	o, err := s.order(e, c.Category)
	if err != nil {
		return model.Message{}, err
	}
	return model.Say("Number {{.Edition}} anew", "Edition", e.Name()), o.anew().write(s)
}
