package store

import (
	"context"
	"slices"

	"laurel/model"
)

// OrganisationRow is an organisation as a list shows it.
type OrganisationRow struct {
	model.Organisation
	People  int // who work there today, the trash apart
	Printed int // entries that were, or will be, printed with it
}

// OrganisationRows gives all organisations, ordered as words are.
func (b *Book) OrganisationRows(ctx context.Context) ([]OrganisationRow, error) {
	all, err := collect(ctx, b.readers, func(scan func(...any) error) (r OrganisationRow, err error) {
		return r, scan(&r.ID, &r.Name, &r.SortAs, &r.Sector, &r.Country, &r.People, &r.Printed)
	}, `SELECT o.id,o.name,o.sort_as,o.sector,o.country,
		(SELECT count(*) FROM person WHERE organisation=o.id AND trashed=0),
		(SELECT count(DISTINCT placement) FROM member WHERE organisation_id=o.id)+(SELECT count(*) FROM placement WHERE organisation=o.id)
		FROM organisation o`)
	if err != nil {
		return nil, explain(b.params.Path, "read the organisations", err)
	}
	key := func(r OrganisationRow) string {
		if r.SortAs != "" {
			return model.Fold(r.SortAs)
		}
		return model.Fold(r.Name)
	}
	slices.SortStableFunc(all, func(x, y OrganisationRow) int { return compareKeys(key(x), key(y)) })
	return all, nil
}

// MergeOrganisations makes one organisation of several: everybody who works at
// one of Lose works at Keep, and what is printed in the editions that are being
// made bears its name. What earlier editions printed stays as it was printed.
// Keep takes the facts it has none of.
type MergeOrganisations struct {
	Keep model.ID
	Lose []model.ID
}

// RemoveOrganisation takes an organisation away that nobody works at and that
// nothing was printed with.
type RemoveOrganisation struct{ ID model.ID }

func (c MergeOrganisations) do(s *step) (model.Message, error) {
	keep, err := organisationByID(s.ctx, s, c.Keep)
	if err != nil {
		return model.Message{}, err
	}
	if len(c.Lose) == 0 || slices.Contains(c.Lose, c.Keep) {
		return model.Message{}, invalid("Choose two organisations to merge.")
	}
	var last string
	for _, id := range c.Lose {
		lose, err := organisationByID(s.ctx, s, id)
		if err != nil {
			return model.Message{}, err
		}
		last = lose.Name
		if err := s.moveTo(keep, lose); err != nil {
			return model.Message{}, err
		}
		for _, fact := range []struct{ mine, theirs *string }{
			{&keep.SortAs, &lose.SortAs}, {&keep.Sector, &lose.Sector}, {&keep.Country, &lose.Country},
		} {
			if *fact.mine == "" {
				*fact.mine = *fact.theirs
			}
		}
	}
	var f fields
	f.set("sort_as", keep.SortAs)
	f.set("sector", keep.Sector)
	f.set("country", keep.Country)
	label := model.Say("Merge {{.Other}} into {{.Name}}", "Other", last, "Name", keep.Name)
	if n := len(c.Lose); n > 1 {
		label = model.Say("Merge {{.Count}} organisations into {{.Name}}", "Count", n, "Name", keep.Name)
	}
	s.organisations = nil
	return label, s.update("organisation", c.Keep, f)
}

// moveTo moves everything of one organisation to another and takes it away.
func (s *step) moveTo(keep, lose model.Organisation) error {
	if _, err := s.exec(`UPDATE member SET organisation=?1 WHERE id IN (SELECT m.id `+openMembers+` AND m.organisation_id=?2 AND m.organisation=?3)`,
		keep.Name, string(lose.ID), lose.Name); err != nil {
		return err
	}
	for _, q := range []string{
		"UPDATE member SET organisation_id=?1 WHERE organisation_id=?2",
		"UPDATE person SET organisation=?1 WHERE organisation=?2",
		"UPDATE placement SET organisation=?1 WHERE organisation=?2",
		"INSERT INTO merged(id,survivor) SELECT ?2,?1",
		"DELETE FROM organisation WHERE id=?2 AND ?1<>''",
	} {
		if _, err := s.exec(q, string(keep.ID), string(lose.ID)); err != nil {
			return err
		}
	}
	return nil
}

func (c RemoveOrganisation) do(s *step) (model.Message, error) {
	o, err := organisationByID(s.ctx, s, c.ID)
	if err != nil {
		return model.Message{}, err
	}
	var used int
	err = s.row(`SELECT (SELECT count(*) FROM person WHERE organisation=?1)+(SELECT count(*) FROM member WHERE organisation_id=?1)
		+(SELECT count(*) FROM placement WHERE organisation=?1)`, string(c.ID)).Scan(&used)
	if err != nil {
		return model.Message{}, err
	}
	if used > 0 {
		return model.Message{}, model.Faultf(model.ErrConflict, "{{.Name}} is still needed, so it was not removed: merge it into another organisation instead.", "Name", o.Name)
	}
	s.organisations = nil
	return model.Say("Remove {{.Name}}", "Name", o.Name), s.remove("organisation", c.ID)
}
