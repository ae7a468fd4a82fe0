package store

import "laurel/model"

// SetStatus gives entries a status. Who leaves the order or comes in again
// moves as with UpdatePlacement; the ranks are given anew once.
type SetStatus struct {
	IDs    []model.ID
	Status model.Status
}

// RemovePlacements takes entries out of their edition, with their answers.
type RemovePlacements struct{ IDs []model.ID }

// changing is one category of an edition some of whose entries change.
type changing struct {
	edition  model.ID
	category string
}

func (c SetStatus) do(s *step) (model.Message, error) {
	moving := map[changing]map[model.ID]model.Status{} // who leaves or comes in, with the status before
	var order []changing
	editions := map[model.ID]model.Edition{}
	label := model.Say("Mark {{.Count}} entries as {{.Status}}", "Count", len(c.IDs), "Status", string(c.Status))
	for _, id := range c.IDs {
		p, e, err := s.thawedAmong(editions, id)
		if err != nil {
			return label, err
		}
		if len(c.IDs) == 1 {
			label = model.Say("Mark {{.Name}} as {{.Status}}", "Name", p.PrintedName(), "Status", string(c.Status))
		}
		if p.Status == c.Status {
			continue
		}
		var f fields
		f.set("status", c.Status)
		if err := s.update("placement", id, f); err != nil {
			return label, err
		}
		if takesPlace(p.Status) == takesPlace(c.Status) {
			continue
		}
		at := changing{e.ID, p.Category}
		if moving[at] == nil {
			moving[at] = map[model.ID]model.Status{}
			order = append(order, at)
		}
		moving[at][id] = p.Status
	}
	for _, at := range order {
		o, err := s.order(editions[at.edition], at.category)
		if err != nil {
			return label, err
		}
		for i := range o.was {
			if before, moves := moving[at][o.was[i].ID]; moves {
				o.was[i].Status = before
				o.moved[o.was[i].ID] = true
			}
		}
		o.asIs = !o.follows()
		if err := o.write(s); err != nil {
			return label, err
		}
	}
	return label, nil
}

// thawedAmong is thawedPlacement for one of many: an edition is read once.
func (s *step) thawedAmong(editions map[model.ID]model.Edition, id model.ID) (model.Placement, model.Edition, error) {
	p, err := placementByID(s.ctx, s, id)
	if err != nil {
		return p, model.Edition{}, err
	}
	e, known := editions[p.EditionID]
	if !known {
		if e, err = s.thawed(p.EditionID); err != nil {
			return p, e, err
		}
		editions[p.EditionID] = e
	}
	return p, e, nil
}

func (c RemovePlacements) do(s *step) (model.Message, error) {
	label := model.Say("Take {{.Count}} entries out", "Count", len(c.IDs))
	editions := map[model.ID]model.Edition{}
	orders := map[changing]*order{}
	var sequence []*order
	for _, id := range c.IDs {
		p, e, err := s.thawedAmong(editions, id)
		if err != nil {
			return label, err
		}
		if len(c.IDs) == 1 {
			label = model.Say("Remove {{.Name}} from {{.Edition}}", "Name", p.PrintedName(), "Edition", e.Name())
		}
		key := changing{e.ID, p.Category}
		if orders[key] == nil {
			if orders[key], err = s.order(e, p.Category); err != nil {
				return label, err
			}
			sequence = append(sequence, orders[key])
		}
		orders[key].without(id)
		if err := s.remove("placement", id); err != nil {
			return label, err
		}
	}
	for _, o := range sequence {
		if err := o.write(s); err != nil {
			return label, err
		}
	}
	return label, nil
}
