package store

import (
	"context"
	"strings"

	"laurel/model"
)

const organisationColumns = "id,name,sort_as,sector,country"

func scanOrganisation(scan func(...any) error) (o model.Organisation, err error) {
	return o, scan(&o.ID, &o.Name, &o.SortAs, &o.Sector, &o.Country)
}

func organisationByID(ctx context.Context, q querier, id model.ID) (model.Organisation, error) {
	return one(ctx, q, scanOrganisation, "SELECT "+organisationColumns+" FROM organisation WHERE id=?", id, "This organisation is not in the book.")
}

// Organisation gives an organisation.
func (b *Book) Organisation(ctx context.Context, id model.ID) (model.Organisation, error) {
	o, err := organisationByID(ctx, b.readers, id)
	return o, explain(b.params.Path, "read an organisation", err)
}

// Organisations gives all of them by name.
func (b *Book) Organisations(ctx context.Context) ([]model.Organisation, error) {
	all, err := collect(ctx, b.readers, scanOrganisation, "SELECT "+organisationColumns+" FROM organisation ORDER BY name COLLATE NOCASE, id")
	return all, explain(b.params.Path, "read the organisations", err)
}

func (c CreateOrganisation) do(s *step) (model.Message, error) {
	o := c.Organisation
	if strings.TrimSpace(o.Name) == "" {
		return model.Message{}, invalid("An organisation needs a name.")
	}
	o.ID = s.newID(o.ID)
	s.created = o.ID
	return model.Say("Add {{.Name}}", "Name", o.Name), s.insertOrganisation(o)
}

func (s *step) insertOrganisation(o model.Organisation) error {
	var f fields
	f.set("id", o.ID)
	f.set("name", strings.TrimSpace(o.Name))
	f.set("sort_as", o.SortAs)
	f.set("sector", o.Sector)
	f.set("country", o.Country)
	if s.organisations != nil {
		s.organisations[model.Fold(o.Name)] = o.ID
	}
	return s.insert("organisation", f)
}

func (c UpdateOrganisation) typed() string {
	var t typing
	typedIn(&t, "name", c.Name)
	typedIn(&t, "sort_as", c.SortAs)
	typedIn(&t, "sector", c.Sector)
	typedIn(&t, "country", c.Country)
	return t.place(c.ID)
}

func (c UpdateOrganisation) do(s *step) (model.Message, error) {
	old, err := organisationByID(s.ctx, s, c.ID)
	if err != nil {
		return model.Message{}, err
	}
	s.organisations = nil
	var f fields
	name := old.Name
	if c.Name != nil {
		if name = strings.TrimSpace(*c.Name); name == "" {
			return model.Message{}, invalid("An organisation needs a name.")
		}
		f.set("name", name)
	}
	change(&f, "sort_as", c.SortAs)
	change(&f, "sector", c.Sector)
	change(&f, "country", c.Country)
	if err := s.update("organisation", c.ID, f); err != nil {
		return model.Message{}, err
	}
	if name != old.Name {
		if _, err := s.exec(`UPDATE member SET organisation=?1 WHERE id IN (SELECT m.id `+openMembers+` AND m.organisation_id=?2 AND m.organisation=?3)`,
			clean(name), string(c.ID), old.Name); err != nil {
			return model.Message{}, err
		}
	}
	return s.changeLabel("organisation", c.ID, name)
}

func (s *step) organisationName(id model.ID) (string, error) {
	if id == "" {
		return "", nil
	}
	o, err := organisationByID(s.ctx, s, id)
	return o.Name, err
}

// organisationNamed finds an organisation by its name, or makes it. Names that
// differ only in accents or capitals are one organisation.
func (s *step) organisationNamed(name string) (model.ID, error) {
	name = strings.TrimSpace(clean(name))
	if name == "" {
		return "", nil
	}
	if s.organisations == nil {
		all, err := collect(s.ctx, s, scanOrganisation, "SELECT "+organisationColumns+" FROM organisation ORDER BY id DESC")
		if err != nil {
			return "", err
		}
		s.organisations = map[string]model.ID{}
		for _, o := range all {
			s.organisations[model.Fold(o.Name)] = o.ID
		}
	}
	if id := s.organisations[model.Fold(name)]; id != "" {
		return id, nil
	}
	o := model.Organisation{ID: s.newID(""), Name: name}
	return o.ID, s.insertOrganisation(o)
}

// dropHalfTyped takes an organisation away that came up only while its name
// was being typed: made within this step, and nobody works there.
func (s *step) dropHalfTyped(id model.ID) error {
	if id == "" {
		return nil
	}
	_, err := s.exec(`DELETE FROM organisation WHERE id=?1
		AND EXISTS(SELECT 1 FROM change WHERE op=?2 AND tbl='organisation' AND row=?1 AND kind='I')
		AND NOT EXISTS(SELECT 1 FROM person WHERE organisation=?1)
		AND NOT EXISTS(SELECT 1 FROM member WHERE organisation_id=?1)
		AND NOT EXISTS(SELECT 1 FROM placement WHERE organisation=?1)`, string(id), s.op)
	s.organisations = nil
	return err
}
