package intake

import (
	"maps"
	"slices"
	"strings"

	"laurel/model"
	"laurel/store"
)

// person is somebody of the book, or somebody who would be added.
type person struct {
	model.Person
	made         bool
	trashed      bool
	own          map[model.ID]string // what they have in fields of the curator's own
	given        bool                // a photo, by this plan
	photoKey     string
	news         bool   // the plan places them, or changes how they are printed
	organisation string // today's, by name
	placements   []model.Placement
	printed      []model.Member // of the placements, as the book has them
	// What earlier drafts of this plan say of them.
	keys          []Key
	organisations []string
	// newest is the newest placement that a draft describes fully.
	newest   *Placement
	newestOf Member
	newestIn int // the row of the plan that it is in
}

// pictured says whether there is a photo, or will be.
func (x *person) pictured() bool { return x.PhotoID != "" || x.given }

// evidence is what a draft says of a member beside the name.
type evidence struct {
	keys          []Key
	organisations []string
}

func (p *planner) evidence(d *Draft, m Member) evidence {
	told := p.told[d]
	if told == nil {
		told = d.evidences()
		p.told[d] = told
	}
	return told[memberKey(m)]
}

// evidences gathers the evidence of all members of a draft: a table has too
// many for each to be looked for.
func (d *Draft) evidences() map[string]evidence {
	all := map[string]evidence{}
	for _, p := range d.Placements {
		for _, m := range p.Members {
			e := all[memberKey(m)]
			e.keys = append(e.keys, foldKey(p.Edition))
			if m.Organisation != "" {
				e.organisations = append(e.organisations, model.Fold(m.Organisation))
			}
			all[memberKey(m)] = e
		}
	}
	return all
}

func memberKey(m Member) string {
	key := firstOf(string(m.ID), model.Fold(m.Name.Display()))
	if m.Apart != "" {
		key += "|" + m.Apart
	}
	return key
}

// who finds the person whom a member of a draft means. Nil means that there is
// doubt; then choices says who it may be.
func (p *planner) who(d *Draft, m Member, decision Decision) (found *person, choices []*person, err error) {
	candidates, err := p.namesakes(m)
	if err != nil {
		return nil, nil, err
	}
	for _, c := range candidates {
		if c.ID == m.ID && m.ID != "" || slices.Contains(decision.Same, c.ID) {
			return c, nil, nil
		}
	}
	e := p.evidence(d, m)
	if len(candidates) == 0 && !decision.New && p.options.OnDoubt != New {
		alike, err := p.alike(d, m, e)
		if err != nil || len(alike) > 0 {
			for _, c := range alike {
				if slices.Contains(decision.Same, c.ID) {
					return c, nil, nil
				}
			}
			return nil, alike, err
		}
	}
	if m.Apart != "" { // the same placement speaks for nothing; a namesake this plan makes is another
		e.keys = nil
		candidates = slices.DeleteFunc(candidates, func(c *person) bool { return c.made && p.weigh(c, e) == against })
	}
	var sure, open []*person
	for _, c := range candidates {
		switch p.weigh(c, e) {
		case proof:
			sure = append(sure, c)
		case possible:
			open = append(open, c)
		}
	}
	switch {
	case decision.New && len(sure) == 1 && sure[0].made: // by an earlier entry of the same page
		return sure[0], nil, nil
	case decision.New || len(candidates) == 0:
		return p.add(m), nil, nil
	case len(sure) == 1:
		return sure[0], nil, nil
	case len(sure) == 0 && len(open) == 1 && len(candidates) == 1:
		return open[0], nil, nil
	case p.options.OnDoubt == New:
		return p.add(m), nil, nil
	}
	return nil, candidates, nil
}

// namesakes gives everybody of the same name, in the book and in this plan.
func (p *planner) namesakes(m Member) ([]*person, error) {
	var out []*person
	form := model.NameForm(m.Name.Display())
	for _, x := range p.byForm[form] {
		if form != "" {
			out = append(out, x)
		}
	}
	if m.ID != "" {
		for _, x := range p.persons {
			if x.ID == m.ID && !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
	}
	for i, r := range p.people {
		if r.ID != m.ID && !strings.Contains(p.folded[i], form) || slices.ContainsFunc(p.persons, func(x *person) bool { return x.ID == r.ID }) {
			continue
		}
		x, err := p.personOf(r.ID)
		if err != nil {
			return nil, err
		}
		if r.ID == m.ID || model.SameName(x.Name, m.Name) {
			out = append(out, x)
		}
	}
	return out, nil
}

// personOf gives a person of the book with their placements.
func (p *planner) personOf(id model.ID) (*person, error) {
	for _, x := range p.persons {
		if x.ID == id {
			return x, nil
		}
	}
	record, err := p.book.Person(p.ctx, id)
	if err != nil {
		return nil, err
	}
	x := &person{Person: record, trashed: record.Trashed, own: map[model.ID]string{}}
	if i := slices.IndexFunc(p.people, func(r store.PersonRow) bool { return r.ID == id }); i >= 0 {
		x.organisation, x.photoKey = p.people[i].Organisation, p.people[i].PhotoKey
		maps.Copy(x.own, p.people[i].Custom)
	}
	if x.placements, err = p.book.PlacementsOf(p.ctx, id); err != nil {
		return nil, err
	}
	for _, placed := range x.placements {
		for _, m := range placed.Members {
			if m.PersonID == id {
				x.printed = append(x.printed, m)
			}
		}
	}
	p.meet(x)
	return x, nil
}

// meet takes somebody into the plan, to be found by their name.
func (p *planner) meet(x *person) {
	p.persons = append(p.persons, x)
	form := model.NameForm(x.Name.Display())
	p.byForm[form] = append(p.byForm[form], x)
}

// weight is how much speaks for two people of one name being one.
type weight int

const (
	against  weight = iota // they are plainly in different places
	possible               // nothing is known of one of them
	proof                  // the same organisation, or the same placement
)

func (p *planner) weigh(c *person, e evidence) weight {
	keys, organisations := slices.Clone(c.keys), slices.Clone(c.organisations)
	if c.organisation != "" {
		organisations = append(organisations, model.Fold(c.organisation))
	}
	for _, placed := range c.placements {
		for _, known := range p.editions {
			if known.ID == placed.EditionID {
				keys = append(keys, foldKey(Key{known.ListName, known.Year, known.Region}))
			}
		}
		for _, m := range placed.Members {
			if m.PersonID == c.ID && m.Organisation != "" {
				organisations = append(organisations, model.Fold(m.Organisation))
			}
		}
	}
	shared := func(a, b []string) bool {
		return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
	}
	switch {
	case slices.ContainsFunc(e.keys, func(k Key) bool { return slices.Contains(keys, k) }) || shared(e.organisations, organisations):
		return proof
	case len(keys) == 0 && len(organisations) == 0 || len(e.keys) == 0 && len(e.organisations) == 0:
		return possible
	}
	return against
}

// add plans a new person.
func (p *planner) add(m Member) *person {
	x := &person{Person: model.Person{ID: p.options.NewID(), Name: m.Name, SortAs: sortAs(m)}, made: true, own: map[model.ID]string{}}
	p.meet(x)
	return x
}

// sortAs is the sorting text a document carries, where it is not what follows
// from the name.
func sortAs(m Member) string {
	if m.SortKey == "" || m.SortKey == model.SortKey(m.Name, "", "en-GB") {
		return ""
	}
	return m.SortKey
}

// heard notes what a placement says of a member.
func (x *person) heard(e evidence, placed Placement, m Member, row int) {
	for _, k := range e.keys {
		if !slices.Contains(x.keys, k) {
			x.keys = append(x.keys, k)
		}
	}
	x.organisations = append(x.organisations, e.organisations...)
	if placed.Full && (x.newest == nil || placed.Edition.Year >= x.newest.Edition.Year) {
		x.newest, x.newestOf, x.newestIn = &placed, m, row
	}
}

// planToday brings people to what their newest placement says: the new ones
// wholly, the others where this is news and not something a curator changed.
func (p *planner) planToday() error {
	var made []store.Command
	for _, x := range p.persons {
		m := x.newestOf
		if x.made {
			x.Title = m.Title
			made = append(made, store.CreatePerson{Person: x.Person})
			if m.Organisation != "" {
				organisation := m.Organisation
				made = append(made, store.UpdatePerson{ID: x.ID, Organisation: &organisation})
			}
			continue
		}
		if x.newest == nil {
			continue
		}
		if x.trashed && x.news {
			made = append(made, store.TrashPerson{ID: x.ID, Restore: true})
		}
		if !x.news || !p.isNewest(x) {
			continue
		}
		u := store.UpdatePerson{ID: x.ID}
		for _, f := range []struct {
			field    string
			old, new string
			to       **string
		}{{"title", x.Title, m.Title, &u.Title}, {"organisation", x.organisation, m.Organisation, &u.Organisation}} {
			if f.new == "" || f.new == f.old {
				continue
			}
			if kept, err := p.edited(x.ID, f.field, f.new); err != nil || kept {
				if err != nil {
					return err
				}
				continue
			}
			if x.writtenByHand(f.old, f.field) {
				continue
			}
			value := f.new
			*f.to = &value
			p.sayToday(x, f.field, f.old, f.new)
		}
		if u.Title != nil || u.Organisation != nil {
			p.after = append(append(p.after, u), p.asPrinted(x)...)
		}
	}
	// People come after the editions and before anything is placed.
	p.before = append(p.before, made...)
	return nil
}

// sayToday tells in somebody's row what they are or where, from now on, unless the
// same stands there for an edition.
func (p *planner) sayToday(x *person, field, before, now string) {
	r := &p.plan.Rows[x.newestIn]
	if slices.ContainsFunc(r.Changes, func(c Change) bool { return c.Field == field && c.New == now }) {
		return
	}
	r.Changes = append(r.Changes, Change{Field: field, Old: before, New: now})
	if r.Kind == RowSame {
		r.Kind = RowChanged
	}
}

// asPrinted holds a person's placements to what they print: a new job of today
// is not carried into what another list has printed.
func (p *planner) asPrinted(x *person) []store.Command {
	var out []store.Command
	for _, placed := range x.placements {
		frozen := slices.ContainsFunc(p.editions, func(e *plannedEdition) bool { return e.ID == placed.EditionID && e.Frozen })
		made := slices.ContainsFunc(p.placed, func(c store.Command) bool {
			add, ok := c.(store.Place)
			return ok && add.Placement.ID == placed.ID
		})
		if !frozen && !made {
			members := placed.Members
			out = append(out, store.UpdatePlacement{ID: placed.ID, Members: &members})
		}
	}
	return out
}

// isNewest says whether no placement in the book is newer than what the drafts
// describe.
func (p *planner) isNewest(x *person) bool {
	for _, placed := range x.placements {
		for _, e := range p.editions {
			if e.ID == placed.EditionID && e.Year > x.newest.Edition.Year {
				return false
			}
		}
	}
	return true
}

// writtenByHand says whether today's job is something else than what was
// printed in any placement: then a curator wrote it.
func (x *person) writtenByHand(now, field string) bool {
	return now != "" && !slices.ContainsFunc(x.printed, func(m model.Member) bool {
		return field == "title" && m.Title == now || field == "organisation" && m.Organisation == now
	})
}
