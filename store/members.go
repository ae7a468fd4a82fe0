package store

import (
	"slices"
	"strings"

	"laurel/model"
)

// storedMember is a member with what only the file knows of it.
type storedMember struct {
	id, placement model.ID
	model.Member
}

func memberColumns(of string) string {
	return strings.ReplaceAll("@id,@placement,@person,@prefix,@given,@particle,@family,@post_nominals,@family_first,@sort_as,@title,@organisation,coalesce(@organisation_id,'')", "@", of)
}

func (m *storedMember) scan(scan func(...any) error) error {
	n := &m.Name
	return scan(&m.id, &m.placement, &m.PersonID, &n.Prefix, &n.Given, &n.Particle, &n.Family, &n.PostNominals, &n.FamilyFirst,
		&m.SortAs, &m.Title, &m.Organisation, &m.OrganisationID)
}

func memberFields(m model.Member) fields {
	var f fields
	f.set("person", m.PersonID)
	f.name(m.Name)
	f.set("sort_as", m.SortAs)
	f.set("title", m.Title)
	f.set("organisation", m.Organisation)
	f.set("organisation_id", m.OrganisationID)
	return f
}

// completeMembers takes from the people what an entry leaves unsaid; with
// asPrinted only the names, which nobody can be printed without.
func (s *step) completeMembers(members []model.Member, asPrinted bool) error {
	for i := range members {
		m := &members[i]
		person, err := personByID(s.ctx, s, m.PersonID)
		if err != nil {
			return err
		}
		if m.Name.IsZero() {
			m.Name = person.Name
			if m.SortAs == "" {
				m.SortAs = person.SortAs
			}
		}
		if m.Title == "" && !asPrinted {
			m.Title = person.Title
		}
		switch {
		case m.Organisation == "" && m.OrganisationID == "" && !asPrinted:
			m.OrganisationID = person.OrganisationID
			fallthrough
		case m.Organisation == "" && m.OrganisationID != "":
			m.Organisation, err = s.organisationName(m.OrganisationID)
		case m.Organisation != "" && m.OrganisationID == "":
			m.OrganisationID, err = s.organisationNamed(m.Organisation)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// completeOrigin gives an entry the sector and country of its person or its
// organisation, where it has none of its own. Of several people none speaks for
// the entry.
func (s *step) completeOrigin(p *model.Placement, asPrinted bool) error {
	if asPrinted || p.Sector != "" && p.Country != "" {
		return nil
	}
	var sector, country string
	switch {
	case len(p.Members) == 1:
		person, err := personByID(s.ctx, s, p.Members[0].PersonID)
		if err != nil {
			return err
		}
		sector, country = person.Sector, person.Country
	case len(p.Members) == 0 && p.OrganisationID != "":
		if err := s.row("SELECT sector,country FROM organisation WHERE id=?", string(p.OrganisationID)).Scan(&sector, &country); err != nil {
			return err
		}
	}
	if p.Sector == "" {
		p.Sector = sector
	}
	if p.Country == "" {
		p.Country = country
	}
	return nil
}

// changeMembers brings the rows of an entry's members to what is wanted, field
// by field, so that the history tells a corrected title from a new person.
func (s *step) changeMembers(p *model.Placement, wanted []model.Member) error {
	have, err := collect(s.ctx, s, func(scan func(...any) error) (m storedMember, err error) {
		return m, m.scan(scan)
	}, "SELECT "+memberColumns("")+" FROM member WHERE placement=? ORDER BY pos", string(p.ID))
	if err != nil {
		return err
	}
	wanted = slices.Clone(wanted)
	for i := range wanted {
		fill := i >= len(have) || have[i].PersonID != wanted[i].PersonID
		if !fill && wanted[i].Organisation != have[i].Organisation && wanted[i].OrganisationID == have[i].OrganisationID {
			wanted[i].OrganisationID = "" // the words were changed: they name another
		}
		if err := s.completeMembers(wanted[i:i+1], !fill); err != nil {
			return err
		}
		f := memberFields(wanted[i])
		if i < len(have) {
			err = s.update("member", have[i].id, f)
			if err == nil && have[i].OrganisationID != wanted[i].OrganisationID {
				err = s.dropHalfTyped(have[i].OrganisationID)
			}
		} else {
			f.set("id", s.newID(""))
			f.set("placement", p.ID)
			f.set("pos", i+1)
			err = s.insert("member", f)
		}
		if err != nil {
			return err
		}
	}
	for _, m := range have[min(len(have), len(wanted)):] {
		if err := s.remove("member", m.id); err != nil {
			return err
		}
	}
	if p.Kind == model.EntryPerson && len(wanted) > 1 || p.Kind == model.EntryJoint && len(wanted) == 1 {
		p.Kind = model.EntryPerson
		if len(wanted) > 1 {
			p.Kind = model.EntryJoint
		}
		var f fields
		f.set("kind", p.Kind)
		if err := s.update("placement", p.ID, f); err != nil {
			return err
		}
	}
	p.Members = wanted
	return nil
}
