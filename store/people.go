package store

import (
	"context"

	"laurel/model"
)

const personColumns = `id,prefix,given,particle,family,post_nominals,family_first,sort_as,pronouns,title,coalesce(organisation,''),
	sector,country,coalesce(photo,''),consent,consent_date,notes,contact,trashed,former_names`

func scanPerson(scan func(...any) error) (p model.Person, err error) {
	n := &p.Name
	return p, scan(&p.ID, &n.Prefix, &n.Given, &n.Particle, &n.Family, &n.PostNominals, &n.FamilyFirst, &p.SortAs, &p.Pronouns, &p.Title,
		&p.OrganisationID, &p.Sector, &p.Country, &p.PhotoID, &p.Consent, &p.ConsentDate, &p.Notes, &p.Contact, &p.Trashed, jsonColumn{&p.FormerNames})
}

func personByID(ctx context.Context, q querier, id model.ID) (model.Person, error) {
	return one(ctx, q, scanPerson, "SELECT "+personColumns+" FROM person WHERE id=?", id, "This person is not in the book.")
}

// Person gives a person with everything that is known of them.
func (b *Book) Person(ctx context.Context, id model.ID) (model.Person, error) {
	p, err := personByID(ctx, b.readers, id)
	return p, explain(b.params.Path, "read a person", err)
}

func (f *fields) name(n model.Name) {
	f.set("prefix", n.Prefix)
	f.set("given", n.Given)
	f.set("particle", n.Particle)
	f.set("family", n.Family)
	f.set("post_nominals", n.PostNominals)
	f.set("family_first", n.FamilyFirst)
}

func checkName(n model.Name) error {
	if n.IsZero() {
		return invalid("A person needs a name.")
	}
	return nil
}

func (c CreatePerson) do(s *step) (model.Message, error) {
	p := c.Person
	if err := checkName(p.Name); err != nil {
		return model.Message{}, err
	}
	if p.Consent == "" {
		p.Consent = model.ConsentUnknown
	}
	p.ID = s.newID(p.ID)
	var f fields
	f.set("id", p.ID)
	f.name(p.Name)
	f.set("sort_as", p.SortAs)
	f.set("pronouns", p.Pronouns)
	f.set("title", p.Title)
	f.set("organisation", p.OrganisationID)
	f.set("sector", p.Sector)
	f.set("country", p.Country)
	f.set("photo", p.PhotoID)
	f.set("consent", p.Consent)
	f.set("consent_date", p.ConsentDate)
	f.set("notes", p.Notes)
	f.set("contact", p.Contact)
	f.set("trashed", p.Trashed)
	f.set("former_names", p.FormerNames)
	s.created = p.ID
	return model.Say("Add {{.Name}}", "Name", p.Name.Display()), s.insert("person", f)
}

func (c UpdatePerson) typed() string {
	var t typing
	typedIn(&t, "name", c.Name)
	typedIn(&t, "sort_as", c.SortAs)
	typedIn(&t, "former_names", c.FormerNames)
	typedIn(&t, "pronouns", c.Pronouns)
	typedIn(&t, "title", c.Title)
	typedIn(&t, "organisation", c.Organisation)
	typedIn(&t, "sector", c.Sector)
	typedIn(&t, "country", c.Country)
	typedIn(&t, "consent_date", c.ConsentDate)
	typedIn(&t, "notes", c.Notes)
	typedIn(&t, "contact", c.Contact)
	chosen(&t, c.OrganisationID)
	chosen(&t, c.PhotoID)
	chosen(&t, c.Consent)
	return t.place(c.ID)
}

func (c UpdatePerson) do(s *step) (model.Message, error) {
	old, err := personByID(s.ctx, s, c.ID)
	if err != nil {
		return model.Message{}, err
	}
	var f fields
	if c.Name != nil {
		if err := checkName(*c.Name); err != nil {
			return model.Message{}, err
		}
		f.name(*c.Name)
	}
	change(&f, "sort_as", c.SortAs)
	change(&f, "former_names", c.FormerNames)
	change(&f, "pronouns", c.Pronouns)
	change(&f, "title", c.Title)
	if c.Organisation != nil {
		id, err := s.organisationNamed(*c.Organisation)
		if err != nil {
			return model.Message{}, err
		}
		f.set("organisation", id)
	} else {
		change(&f, "organisation", c.OrganisationID)
	}
	change(&f, "sector", c.Sector)
	change(&f, "country", c.Country)
	change(&f, "photo", c.PhotoID)
	change(&f, "consent", c.Consent)
	change(&f, "consent_date", c.ConsentDate)
	change(&f, "notes", c.Notes)
	change(&f, "contact", c.Contact)
	if err := s.update("person", c.ID, f); err != nil {
		return model.Message{}, err
	}
	now, err := personByID(s.ctx, s, c.ID)
	if err != nil {
		return model.Message{}, err
	}
	if err := s.membersFollow(old, now); err != nil {
		return model.Message{}, err
	}
	if err := s.originFollows(old, now); err != nil {
		return model.Message{}, err
	}
	if old.OrganisationID != now.OrganisationID {
		if err := s.dropHalfTyped(old.OrganisationID); err != nil {
			return model.Message{}, err
		}
	}
	return s.changeLabel("person", c.ID, now.Name.Display())
}

// openMembers are the entries of a person that still follow the person: those
// of the newest edition of each list and region, unless it is frozen. What an
// earlier year printed stays as it was printed.
const openMembers = `FROM member m JOIN placement p ON p.id=m.placement JOIN edition e ON e.id=p.edition
	WHERE e.frozen=0 AND NOT EXISTS(SELECT 1 FROM edition n WHERE n.list=e.list AND n.region=e.region AND n.year>e.year)`

// membersFollow carries a correction of a person into the edition that is being
// made, where it said the same as the person did.
func (s *step) membersFollow(old, now model.Person) error {
	if old.Name == now.Name && old.SortAs == now.SortAs && old.Title == now.Title && old.OrganisationID == now.OrganisationID {
		return nil
	}
	members, err := collect(s.ctx, s, func(scan func(...any) error) (m storedMember, err error) {
		return m, m.scan(scan)
	}, "SELECT "+memberColumns("m.")+" "+openMembers+" AND m.person=?", string(now.ID))
	if err != nil || len(members) == 0 {
		return err
	}
	was, err := s.organisationName(old.OrganisationID)
	if err != nil {
		return err
	}
	is, err := s.organisationName(now.OrganisationID)
	if err != nil {
		return err
	}
	for _, m := range members {
		var f fields
		if m.Name == old.Name && now.Name != old.Name {
			f.name(now.Name)
		}
		if m.SortAs == old.SortAs && now.SortAs != old.SortAs {
			f.set("sort_as", now.SortAs)
		}
		if m.Title == old.Title && now.Title != old.Title {
			f.set("title", now.Title)
		}
		if m.OrganisationID == old.OrganisationID && m.Organisation == was && now.OrganisationID != old.OrganisationID {
			f.set("organisation_id", now.OrganisationID)
			f.set("organisation", is)
		}
		if err := s.update("member", m.id, f); err != nil {
			return err
		}
	}
	return nil
}

// originFollows carries a person's sector and country into the entries of one
// person that are still being made, where they said the same or nothing.
func (s *step) originFollows(old, now model.Person) error {
	if old.Sector == now.Sector && old.Country == now.Country {
		return nil
	}
	type origin struct {
		id              model.ID
		sector, country string
	}
	entries, err := collect(s.ctx, s, func(scan func(...any) error) (o origin, err error) {
		return o, scan(&o.id, &o.sector, &o.country)
	}, "SELECT p.id,p.sector,p.country "+openMembers+" AND m.person=? AND (SELECT count(*) FROM member k WHERE k.placement=p.id)=1", string(now.ID))
	if err != nil {
		return err
	}
	for _, o := range entries {
		var f fields
		if now.Sector != old.Sector && (o.sector == old.Sector || o.sector == "") {
			f.set("sector", now.Sector)
		}
		if now.Country != old.Country && (o.country == old.Country || o.country == "") {
			f.set("country", now.Country)
		}
		if err := s.update("placement", o.id, f); err != nil {
			return err
		}
	}
	return nil
}

func (c TrashPerson) do(s *step) (model.Message, error) {
	p, err := personByID(s.ctx, s, c.ID)
	if err != nil {
		return model.Message{}, err
	}
	var f fields
	f.set("trashed", !c.Restore)
	label := model.Say("Move {{.Name}} to the trash", "Name", p.Name.Display())
	if c.Restore {
		label = model.Say("Bring {{.Name}} back from the trash", "Name", p.Name.Display())
	}
	return label, s.update("person", c.ID, f)
}
