package store

import (
	"context"
	"slices"
	"strings"

	"laurel/model"
)

const placementColumns = `p.id,p.edition,p.kind,p.entry_name,coalesce(p.organisation,''),p.category,p.pos,
	p.rank_number,p.rank_tied,p.rank_to,p.rank_band,p.rank_reason,p.rank_source,p.citation,p.strapline,p.sector,p.country,p.status,
	p.list_name,coalesce(p.photo,''),p.crop_x,p.crop_y,p.crop_w,p.crop_h,p.video,p.overrides,p.override_of,p.crops`

func scanPlacement(scan func(...any) error) (p model.Placement, err error) {
	r, c := &p.Rank, &p.Crop
	return p, scan(&p.ID, &p.EditionID, &p.Kind, &p.EntryName, &p.OrganisationID, &p.Category, &p.Pos,
		&r.Number, &r.Tied, &r.To, &r.Band, &r.Reason, &r.Source, &p.Citation, &p.Strapline, &p.Sector, &p.Country, &p.Status,
		&p.ListName, &p.PhotoID, &c.X, &c.Y, &c.W, &c.H, &p.Video, jsonColumn{&p.Overrides}, jsonColumn{&p.OverrideOf}, jsonColumn{&p.Crops})
}

// placementsOf reads placements with their members, by edition, category and
// position. where speaks of the placement as p.
func placementsOf(ctx context.Context, q querier, where string, args ...any) ([]model.Placement, error) {
	all, err := collect(ctx, q, scanPlacement, "SELECT "+placementColumns+" FROM placement p WHERE "+where+" ORDER BY p.edition,p.category,p.pos", args...)
	if err != nil || len(all) == 0 {
		return all, err
	}
	members, err := collect(ctx, q, func(scan func(...any) error) (m storedMember, err error) {
		return m, m.scan(scan)
	}, "SELECT "+memberColumns("m.")+" FROM placement p JOIN member m ON m.placement=p.id WHERE "+where+" ORDER BY m.placement,m.pos", args...)
	if err != nil {
		return nil, err
	}
	index := make(map[model.ID]int, len(all))
	for i, p := range all {
		index[p.ID] = i
	}
	for _, m := range members {
		if i, ok := index[m.placement]; ok {
			all[i].Members = append(all[i].Members, m.Member)
		}
	}
	return all, nil
}

func placementByID(ctx context.Context, q querier, id model.ID) (model.Placement, error) {
	all, err := placementsOf(ctx, q, "p.id=?", string(id))
	if err != nil {
		return model.Placement{}, err
	}
	if len(all) == 0 {
		return model.Placement{}, model.Faultf(model.ErrNotFound, "This entry is not in the book.")
	}
	return all[0], nil
}

// withAnswers adds the answers to placements that were read by the same where.
func withAnswers(ctx context.Context, q querier, all []model.Placement, where string, args ...any) error {
	answers, err := answersOf(ctx, q, where, args...)
	if err != nil {
		return err
	}
	for i := range all {
		all[i].Answers = answers[all[i].ID]
	}
	return nil
}

// Placement gives a placement with its members and answers.
func (b *Book) Placement(ctx context.Context, id model.ID) (model.Placement, error) {
	p, err := placementByID(ctx, b.readers, id)
	if err == nil {
		one := []model.Placement{p}
		err = withAnswers(ctx, b.readers, one, "p.id=?", string(id))
		p = one[0]
	}
	return p, explain(b.params.Path, "read an entry", err)
}

// PlacementsOf gives the placements of a person with their answers, newest
// edition first.
func (b *Book) PlacementsOf(ctx context.Context, person model.ID) ([]model.Placement, error) {
	const where = "p.id IN (SELECT placement FROM member WHERE person=?)"
	all, err := placementsOf(ctx, b.readers, where, string(person))
	if err == nil {
		err = withAnswers(ctx, b.readers, all, where, string(person))
	}
	var editions []model.Edition
	if err == nil {
		editions, err = allEditions(ctx, b.readers)
	}
	if err != nil {
		return nil, explain(b.params.Path, "read a person's entries", err)
	}
	order := map[model.ID]int{}
	for i, e := range editions {
		order[e.ID] = i
	}
	slices.SortStableFunc(all, func(a, b model.Placement) int { return order[a.EditionID] - order[b.EditionID] })
	return all, nil
}

// thawedPlacement gives a placement that may be changed, and its edition.
func (s *step) thawedPlacement(id model.ID) (model.Placement, model.Edition, error) {
	p, err := placementByID(s.ctx, s, id)
	if err != nil {
		return p, model.Edition{}, err
	}
	e, err := s.thawed(p.EditionID)
	return p, e, err
}

func (c Place) do(s *step) (model.Message, error) {
	p := c.Placement
	e, err := s.thawed(p.EditionID)
	if err != nil {
		return model.Message{}, err
	}
	if err := s.completeMembers(p.Members, c.AsPrinted); err != nil {
		return model.Message{}, err
	}
	if err := s.completeEntry(&p); err != nil {
		return model.Message{}, err
	}
	if err := s.completeOrigin(&p, c.AsPrinted); err != nil {
		return model.Message{}, err
	}
	if err := s.onlyOnce(p, e); err != nil {
		return model.Message{}, err
	}
	p.ID = s.newID(p.ID)
	if err := s.insertPlacement(&p, e); err != nil {
		return model.Message{}, err
	}
	if at := (changing{e.ID, p.Category}); takesPlace(p.Status) && s.coming[at] > 0 {
		s.coming[at]--
	}
	for i, m := range p.Members {
		f := memberFields(m)
		f.set("id", s.newID(""))
		f.set("placement", p.ID)
		f.set("pos", i+1)
		if err := s.insert("member", f); err != nil {
			return model.Message{}, err
		}
	}
	answers := p.Answers
	if len(answers) == 0 && !c.AsPrinted {
		for _, q := range e.Questions {
			answers = append(answers, model.Answer{Question: q})
		}
	}
	for i, a := range answers {
		if _, err := s.insertAnswer(p.ID, i+1, a); err != nil {
			return model.Message{}, err
		}
	}
	s.created = p.ID
	return model.Say("Add {{.Name}} to {{.Edition}}", "Name", p.PrintedName(), "Edition", e.Name()), nil
}

// completeEntry says what kind of entry it is where that was left open, and
// refuses one of nobody.
func (s *step) completeEntry(p *model.Placement) error {
	if p.Kind == "" {
		switch {
		case len(p.Members) == 1 && p.EntryName == "":
			p.Kind = model.EntryPerson
		case len(p.Members) > 0:
			p.Kind = model.EntryJoint
		case p.OrganisationID != "":
			p.Kind = model.EntryOrganisation
		default:
			p.Kind = model.EntryThing
		}
	}
	if p.Kind == model.EntryOrganisation && p.EntryName == "" {
		name, err := s.organisationName(p.OrganisationID)
		if err != nil {
			return err
		}
		p.EntryName = name
	}
	if p.Status == "" {
		p.Status = model.Confirmed
	}
	if strings.TrimSpace(p.PrintedName()) == "" {
		return invalid("An entry needs a person, an organisation or a name.")
	}
	return nil
}

// onlyOnce refuses an entry that already stands in this category of the edition.
func (s *step) onlyOnce(p model.Placement, e model.Edition) error {
	// The plus keeps SQLite from going through the whole edition where the
	// entry's people or organisation say at once where it can stand.
	const at = "+p.edition=? AND +p.category=?"
	where, args := "p.edition=? AND p.category=? AND p.entry_name=?", []any{string(e.ID), clean(p.Category), clean(p.EntryName)}
	if len(p.Members) > 0 {
		where, args[2] = at+" AND p.id IN (SELECT placement FROM member WHERE person=?)", string(p.Members[0].PersonID)
	} else if p.OrganisationID != "" {
		where, args[2] = at+" AND p.organisation=?", string(p.OrganisationID)
	}
	like, err := placementsOf(s.ctx, s, where, args...)
	if err != nil {
		return err
	}
	for _, o := range like {
		if o.EntryKey() == p.EntryKey() {
			return model.Faultf(model.ErrExists, "{{.Name}} is already in {{.Edition}}.", "Name", p.PrintedName(), "Edition", e.Name())
		}
	}
	return nil
}

// placementFields are the fields of a placement but those of its place and rank.
func placementFields(p model.Placement) fields {
	var f fields
	f.set("entry_name", p.EntryName)
	f.set("organisation", p.OrganisationID)
	f.set("citation", p.Citation)
	f.set("strapline", p.Strapline)
	f.set("sector", p.Sector)
	f.set("country", p.Country)
	f.set("status", p.Status)
	f.set("list_name", p.ListName)
	f.set("photo", p.PhotoID)
	f.set("crop_x", p.Crop.X)
	f.set("crop_y", p.Crop.Y)
	f.set("crop_w", p.Crop.W)
	f.set("crop_h", p.Crop.H)
	f.set("crops", p.Crops)
	f.set("video", p.Video)
	f.set("overrides", p.Overrides)
	f.set("override_of", p.OverrideOf)
	return f
}

func rankFields(r model.Rank) fields {
	var f fields
	f.set("rank_number", r.Number)
	f.set("rank_tied", r.Tied)
	f.set("rank_to", r.To)
	f.set("rank_band", r.Band)
	f.set("rank_reason", r.Reason)
	f.set("rank_source", r.Source)
	return f
}

func (c UpdatePlacement) typed() string {
	var t typing
	typedIn(&t, "entry_name", c.EntryName)
	typedIn(&t, "members", c.Members)
	typedIn(&t, "citation", c.Citation)
	typedIn(&t, "strapline", c.Strapline)
	typedIn(&t, "sector", c.Sector)
	typedIn(&t, "country", c.Country)
	typedIn(&t, "crop", c.Crop)
	typedIn(&t, "crops", c.Crops)
	typedIn(&t, "video", c.Video)
	chosen(&t, c.Status)
	chosen(&t, c.PhotoID)
	chosen(&t, c.Category)
	return t.place(c.ID)
}

func (c UpdatePlacement) do(s *step) (model.Message, error) {
	p, e, err := s.thawedPlacement(c.ID)
	if err != nil {
		return model.Message{}, err
	}
	status, category := p.Status, p.Category
	give(&p.EntryName, c.EntryName)
	give(&p.Citation, c.Citation)
	give(&p.Strapline, c.Strapline)
	give(&p.Sector, c.Sector)
	give(&p.Country, c.Country)
	give(&p.Status, c.Status)
	give(&p.PhotoID, c.PhotoID)
	give(&p.Crop, c.Crop)
	give(&p.Crops, c.Crops)
	give(&p.Video, c.Video)
	give(&category, c.Category)
	if c.Members != nil {
		if err := s.changeMembers(&p, *c.Members); err != nil {
			return model.Message{}, err
		}
	}
	if strings.TrimSpace(p.PrintedName()) == "" {
		return model.Message{}, invalid("An entry needs a person, an organisation or a name.")
	}
	if err := s.update("placement", c.ID, placementFields(p)); err != nil {
		return model.Message{}, err
	}
	switch {
	case category != p.Category:
		err = s.changeCategory(p, e, clean(category))
	case takesPlace(status) != takesPlace(p.Status):
		err = s.statusMoves(p, e, status)
	}
	if err != nil {
		return model.Message{}, err
	}
	return s.changeLabel("placement", c.ID, p.PrintedName())
}

func (c RemovePlacement) do(s *step) (model.Message, error) {
	p, e, err := s.thawedPlacement(c.ID)
	if err != nil {
		return model.Message{}, err
	}
	label := model.Say("Remove {{.Name}} from {{.Edition}}", "Name", p.PrintedName(), "Edition", e.Name())
	order, err := s.order(e, p.Category)
	if err != nil {
		return label, err
	}
	if err := s.remove("placement", c.ID); err != nil {
		return label, err
	}
	return label, order.without(p.ID).write(s)
}
