package store

import (
	"context"
	"slices"
	"strings"

	"laurel/model"
)

// Snapshot gives everything an edition's book, checks and exports are made
// from. Private notes and contact data are not in it.
func (b *Book) Snapshot(ctx context.Context, edition model.ID) (*model.Snapshot, error) {
	var s *model.Snapshot
	err := b.consistently(ctx, "read an edition", func(q querier) error {
		s = &model.Snapshot{}
		return readSnapshot(ctx, q, s, edition)
	})
	if err != nil {
		return nil, err
	}
	return s, nil
}

func readSnapshot(ctx context.Context, q querier, s *model.Snapshot, edition model.ID) error {
	err := q.QueryRowContext(ctx, `SELECT (SELECT value FROM meta WHERE key='title'), coalesce((SELECT max(id) FROM op),0),
		coalesce((SELECT ended FROM op ORDER BY id DESC LIMIT 1),(SELECT CAST(value AS INT) FROM meta WHERE key='created'))`).
		Scan(&s.BookTitle, &s.Change, &s.ChangedAt)
	if err != nil {
		return err
	}
	if s.Edition, err = editionByID(ctx, q, edition); err != nil {
		return err
	}
	if s.List, err = listByID(ctx, q, s.Edition.ListID); err != nil {
		return err
	}
	editions, err := allEditions(ctx, q)
	if err != nil {
		return err
	}
	s.Predecessor = model.DefaultPredecessor(editions, s.Edition)
	if s.Yearbook, err = yearbookOf(ctx, q, s.Edition); err != nil {
		return err
	}
	const here = "p.edition=?"
	if s.Placements, err = placementsOf(ctx, q, here, string(edition)); err != nil {
		return err
	}
	if err := withAnswers(ctx, q, s.Placements, here, string(edition)); err != nil {
		return err
	}
	if s.Predecessor != nil {
		if s.Compared, err = placementsOf(ctx, q, here, string(s.Predecessor.ID)); err != nil {
			return err
		}
	}
	if err := readRecords(ctx, q, s); err != nil {
		return err
	}
	if s.Assets, err = assetsFor(ctx, q, s.Yearbook); err != nil {
		return err
	}
	return readPast(ctx, q, s, editions)
}

// readRecords reads the people of an edition and what they point at.
func readRecords(ctx context.Context, q querier, s *model.Snapshot) error {
	edition := string(s.Edition.ID)
	const members = "(SELECT m.person FROM placement p JOIN member m ON m.placement=p.id WHERE p.edition=?1)"
	people, err := collect(ctx, q, scanPerson, "SELECT "+personColumns+" FROM person WHERE id IN "+members, edition)
	if err != nil {
		return err
	}
	s.People = make(map[model.ID]model.Person, len(people))
	for _, p := range people {
		p.Notes, p.Contact = "", ""
		s.People[p.ID] = p
	}
	photos, err := collect(ctx, q, scanPhoto, "SELECT "+photoColumns+`,f.original FROM photo f WHERE f.id IN
		(SELECT photo FROM person WHERE id IN `+members+" UNION SELECT photo FROM placement WHERE edition=?1)", edition)
	if err != nil {
		return err
	}
	s.Photos = make(map[model.ID]model.Photo, len(photos))
	for _, f := range photos {
		s.Photos[f.ID] = f.Photo
	}
	if s.Facts, err = factsOf(ctx, q, members, edition); err != nil {
		return err
	}
	organisations, err := collect(ctx, q, scanOrganisation, "SELECT "+organisationColumns+" FROM organisation")
	if err != nil {
		return err
	}
	s.Organisations = make(map[model.ID]model.Organisation, len(organisations))
	for _, o := range organisations {
		s.Organisations[o.ID] = o
	}
	return nil
}

// factsOf reads what prints of the curator's own fields; people are chosen by a
// query of an edition.
func factsOf(ctx context.Context, q querier, people, edition string) (map[model.ID][]model.Fact, error) {
	fields, err := customFields(ctx, q)
	if err != nil {
		return nil, err
	}
	fields = slices.DeleteFunc(fields, func(f model.CustomField) bool { return !f.Printed })
	facts := map[model.ID][]model.Fact{}
	for _, f := range fields {
		values, err := customValues(ctx, q, "field=?2 AND person IN "+people, edition, string(f.ID))
		if err != nil {
			return nil, err
		}
		for _, v := range values {
			if fact, prints := f.FactOf(v.value); prints {
				facts[v.person] = append(facts[v.person], fact)
			}
		}
	}
	return facts, nil
}

// readPast reads where the entries and the people of an edition were before.
func readPast(ctx context.Context, q querier, s *model.Snapshot, editions []model.Edition) error {
	edition := string(s.Edition.ID)
	of := make(map[model.ID]model.Edition, len(editions))
	for _, e := range editions {
		of[e.ID] = e
	}
	past, err := pastPlacements(ctx, q, s.Edition, editions)
	if err != nil {
		return err
	}
	s.Chronicle = model.NewChronicle(s.List, s.Edition, editions, append(slices.Clone(past), s.Placements...))
	earlier := byEntry(past, editions)
	s.Earlier = map[model.ID][]model.Appearance{}
	for _, p := range s.Placements {
		if then := earlier[p.EntryKey()]; len(then) > 0 {
			s.Earlier[p.ID] = then
		}
	}
	others, err := placementsOf(ctx, q, `p.edition<>?1 AND p.status IN('confirmed','signed off') AND p.id IN (SELECT placement FROM member WHERE person IN
		(SELECT m.person FROM placement h JOIN member m ON m.placement=h.id WHERE h.edition=?1))`, edition)
	if err != nil {
		return err
	}
	s.History = map[model.ID][]model.Appearance{}
	for _, p := range others {
		for _, m := range p.Members {
			if _, here := s.People[m.PersonID]; here {
				s.History[m.PersonID] = append(s.History[m.PersonID], model.AppearanceOf(p, of[p.EditionID]))
			}
		}
	}
	for _, all := range s.History {
		oldestFirst(all)
	}
	return nil
}

// byEntry gives, by entry key, where entries stood before, oldest first.
func byEntry(past []model.Placement, editions []model.Edition) map[string][]model.Appearance {
	of := make(map[model.ID]model.Edition, len(editions))
	for _, e := range editions {
		of[e.ID] = e
	}
	earlier := map[string][]model.Appearance{}
	for _, p := range past {
		key := p.EntryKey()
		earlier[key] = append(earlier[key], model.AppearanceOf(p, of[p.EditionID]))
	}
	for _, all := range earlier {
		oldestFirst(all)
	}
	return earlier
}

func oldestFirst(all []model.Appearance) {
	slices.SortStableFunc(all, func(a, b model.Appearance) int {
		if a.Year != b.Year {
			return a.Year - b.Year
		}
		if c := strings.Compare(model.Fold(a.List), model.Fold(b.List)); c != 0 {
			return c
		}
		return strings.Compare(model.Fold(a.Region), model.Fold(b.Region))
	})
}
