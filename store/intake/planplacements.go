package intake

import (
	"fmt"
	"slices"
	"strings"

	"laurel/model"
	"laurel/store"
)

// planDraft plans the entries of a draft, one row for each entry whatever the
// number of editions it is in.
func (p *planner) planDraft(d *Draft) error {
	rows := map[string]int{}
	for _, placed := range d.Placements {
		p.progress(p.compared, p.placements)
		p.compared++
		if err := p.ctx.Err(); err != nil {
			return err
		}
		key := d.Source + "/" + placed.entryKey()
		i, have := rows[key]
		if !have {
			i = len(p.plan.Rows)
			rows[key] = i
			p.plan.Rows = append(p.plan.Rows, Row{Key: key, Source: d.Source, Kind: RowSame, Name: placed.name()})
		}
		row := &p.plan.Rows[i]
		if placed.Full {
			row.Name = placed.name()
			row.Title, row.Organisation = placed.printed().PrintedTitle(), firstOf(placed.printed().PrintedOrganisation(), placed.Organisation)
		}
		decision := p.options.Decisions[key]
		if decision.Leave {
			row.Kind = RowLeft
		}
		if row.Kind == RowLeft || row.Kind == RowDoubtful {
			continue
		}
		people, err := p.membersOf(d, placed, i, decision)
		if err != nil || row.Kind == RowDoubtful || row.Kind == RowLeft {
			if err != nil {
				return err
			}
			continue
		}
		if err := p.planPlacement(d, placed, people, row); err != nil {
			return err
		}
	}
	return nil
}

// progress tells how many of all are compared.
func (p *planner) progress(done, all int) {
	if p.options.Progress != nil {
		p.options.Progress(float64(done) / float64(all))
	}
}

// entryKey names an entry within a draft.
func (p Placement) entryKey() string {
	if len(p.Members) == 0 {
		return model.Fold(p.Entry)
	}
	var keys []string
	for _, m := range p.Members {
		keys = append(keys, memberKey(m))
	}
	return strings.Join(keys, "+")
}

// membersOf finds the people of an entry. Where one is in doubt, the row says
// so and the entry is left out.
func (p *planner) membersOf(d *Draft, placed Placement, at int, decision Decision) ([]*person, error) {
	row := &p.plan.Rows[at]
	var people []*person
	for _, m := range placed.Members {
		x, choices, err := p.who(d, m, decision)
		if err != nil {
			return nil, err
		}
		if x == nil {
			row.Kind = RowDoubtful
			if p.options.OnDoubt == Skip {
				row.Kind = RowLeft
			}
			for _, c := range choices {
				row.Choices = append(row.Choices, Choice{PersonID: c.ID, Name: c.Name.Full(), Title: c.Title, Organisation: c.organisation, PhotoKey: c.photoKey})
			}
			return nil, nil
		}
		people = append(people, x)
	}
	for i, m := range placed.Members {
		x := people[i]
		switch {
		case x.made:
			row.Kind = RowNew
		case row.PersonID == "":
			row.PersonID, row.PhotoKey = x.ID, x.photoKey
		}
		x.heard(p.evidence(d, m), placed, m, at)
		p.profile(x, m, row)
		p.ownValues(x, m, row)
	}
	return people, nil
}

// profile fills what a table tells of a person and the book does not know yet.
func (p *planner) profile(x *person, m Member, row *Row) {
	u := store.UpdatePerson{ID: x.ID}
	for _, f := range []struct {
		field, told string
		have        *string
		to          **string
	}{{"sector", m.Sector, &x.Sector, &u.Sector}, {"country", m.Country, &x.Country, &u.Country}} {
		if f.told == "" || *f.have != "" {
			continue
		}
		*f.have = f.told
		if !x.made {
			value := f.told
			*f.to = &value
			row.Changes = append(row.Changes, Change{Field: f.field, New: f.told})
			if row.Kind == RowSame {
				row.Kind = RowChanged
			}
		}
	}
	if u.Sector != nil || u.Country != nil {
		p.after = append(p.after, u)
	}
}

// planPlacement plans one entry in one edition.
func (p *planner) planPlacement(d *Draft, placed Placement, people []*person, row *Row) error {
	e := p.edition(placed.Edition)
	if e == nil {
		return fmt.Errorf("no edition %v: %w", placed.Edition, errNoEdition)
	}
	if e.Scheme.Kind != "" && placed.Rank.Number == 0 && placed.Rank.Band == "" && placed.Rank.Reason == model.ByScheme {
		placed.Rank = reasoned(placed.Rank, e.Scheme)
	}
	have, err := p.find(e, placed, people)
	if err != nil {
		return err
	}
	if placed.Full && e.Year >= p.into {
		p.plan.Into, p.into = e.ID, e.Year
	}
	say := func(field, old, new string) {
		row.Changes = append(row.Changes, Change{Edition: e.Name(), Field: field, Old: old, New: new})
		if row.Kind == RowSame {
			row.Kind = RowChanged
		}
	}
	if e.Frozen {
		if have == nil {
			e.kept = append(e.kept, placed.name())
		}
		return nil
	}
	if have != nil {
		c := comparison{planner: p, draft: d, edition: e, told: placed, have: *have, people: people, say: say}
		return c.run()
	}
	p.place(d, e, placed, people)
	if len(people) == 0 && row.Kind == RowSame {
		row.Kind = RowNew
	}
	say(FieldPlacement, "", firstOf(placed.Rank.Display(e.TieStyle), Included))
	return nil
}

// find gives the placement of an entry in an edition, or nil.
func (p *planner) find(e *plannedEdition, placed Placement, people []*person) (*model.Placement, error) {
	var among []model.Placement
	switch {
	case len(people) > 0:
		among = people[0].placements
	case e.made:
		return nil, nil
	default:
		if e.snapshot == nil {
			s, err := p.book.Snapshot(p.ctx, e.ID)
			if err != nil {
				return nil, err
			}
			e.snapshot = s
		}
		among = e.snapshot.Placements
	}
	var found *model.Placement
	for i, o := range among {
		if o.EditionID != e.ID || !sameEntry(o, placed, people) {
			continue
		}
		if o.Category == placed.Category || placed.Category == "" {
			return &among[i], nil
		}
		if !placed.Full || o.Category == "" {
			found = &among[i]
		}
	}
	return found, nil
}

func sameEntry(o model.Placement, placed Placement, people []*person) bool {
	if len(o.Members) != len(people) {
		return false
	}
	for _, x := range people {
		if !slices.ContainsFunc(o.Members, func(m model.Member) bool { return m.PersonID == x.ID }) {
			return false
		}
	}
	return len(people) > 0 || model.Fold(o.PrintedName()) == model.Fold(placed.Entry)
}

// place adds an entry to an edition.
func (p *planner) place(d *Draft, e *plannedEdition, placed Placement, people []*person) {
	out := model.Placement{
		ID: p.options.NewID(), EditionID: e.ID, Kind: placed.Kind, EntryName: placed.Entry, Category: placed.Category,
		Rank: placed.Rank, Citation: placed.Citation, Status: placed.Status, Video: placed.Video,
	}
	for i, x := range people {
		m := model.Member{PersonID: x.ID}
		if told := placed.Members[i]; placed.Full {
			m.Name, m.SortAs, m.Title, m.Organisation = told.Name, sortAs(told), told.Title, told.Organisation
			if d.Kind == Sheet {
				m.Name = honoured(m.Name, x.Name)
			}
		}
		out.Members = append(out.Members, m)
	}
	if placed.Full && len(placed.Members) == 1 {
		out.Sector, out.Country = placed.Members[0].Sector, placed.Members[0].Country
	}
	if placed.Kind == model.EntryOrganisation {
		out.OrganisationID = p.organisation(firstOf(placed.Organisation, placed.Entry))
	}
	for _, a := range placed.Answers {
		out.Answers = append(out.Answers, a.model())
	}
	e.used = true
	p.placed = append(p.placed, store.Place{Placement: out, AsPrinted: true})
	for _, x := range people {
		x.placements = append(x.placements, out)
		x.news = true
	}
	if len(people) == 0 && e.snapshot != nil {
		e.snapshot.Placements = append(e.snapshot.Placements, out)
	}
	if placed.Photo == nil {
		return
	}
	photo := store.AddPhoto{File: placed.Photo.Bytes, FileName: placed.Photo.FileName, Credit: placed.Photo.Credit}
	switch {
	case len(people) == 1 && !people[0].pictured():
		photo.PersonID = people[0].ID
		people[0].given = true
	case len(people) == 1:
		return // the person has a photo
	default:
		photo.PlacementID = out.ID
	}
	p.after = append(p.after, photo)
}

// organisation finds an organisation by name, or plans it.
func (p *planner) organisation(name string) model.ID {
	if p.organisations == nil {
		p.organisations = map[string]model.ID{}
		if all, err := p.book.Organisations(p.ctx); err == nil {
			for _, o := range all {
				p.organisations[model.Fold(o.Name)] = o.ID
			}
		}
	}
	id, have := p.organisations[model.Fold(name)]
	if !have {
		id = p.options.NewID()
		p.organisations[model.Fold(name)] = id
		p.placed = append(p.placed, store.CreateOrganisation{Organisation: model.Organisation{ID: id, Name: name}})
	}
	return id
}

// model makes an answer as the book keeps it.
func (a Answer) model() model.Answer {
	out := model.Answer{Question: a.Question, Original: a.Original, Edited: a.Edited, Approved: a.Approved}
	out.Excerpt = excerptOf(a.Edited, a.Excerpt)
	return out
}
