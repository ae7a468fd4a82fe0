package store

import (
	"context"

	"laurel/model"
)

// EntryRows gives the placements of an edition as its list shows them, by
// category and position.
func (b *Book) EntryRows(ctx context.Context, edition model.ID) ([]EntryRow, error) {
	var rows []EntryRow
	err := b.consistently(ctx, "read the list", func(q querier) error {
		var err error
		rows, err = readEntryRows(ctx, q, edition)
		return err
	})
	return rows, err
}

func readEntryRows(ctx context.Context, q querier, id model.ID) ([]EntryRow, error) {
	edition, err := editionByID(ctx, q, id)
	if err != nil {
		return nil, err
	}
	editions, err := allEditions(ctx, q)
	if err != nil {
		return nil, err
	}
	placements, err := placementsOf(ctx, q, "p.edition=?", string(id))
	if err != nil {
		return nil, err
	}
	past, err := pastPlacements(ctx, q, edition, editions)
	if err != nil {
		return nil, err
	}
	earlier := byEntry(past, editions)
	lacks, err := readLacks(ctx, q, len(edition.Questions) > 0, "p.edition=?", string(id))
	if err != nil {
		return nil, err
	}
	errata, err := errataOf(ctx, q, id)
	if err != nil {
		return nil, err
	}
	before := model.DefaultPredecessor(editions, edition)
	rows := make([]EntryRow, len(placements))
	for i, p := range placements {
		rows[i] = EntryRow{
			Placement: p, Name: p.FullName(), SortKey: p.SortKey(edition.Locale), Title: p.PrintedTitle(), Organisation: p.PrintedOrganisation(),
			PhotoKeys: lacks[p.ID].photos, Missing: lacks[p.ID].missing(),
			Movement: model.MovementOf(p, edition, before, earlier[p.EntryKey()]), Earlier: earlier[p.EntryKey()], Errata: errata[p.ID],
		}
	}
	return rows, nil
}

// lack is what is to be said of what a placement lacks.
type lack struct {
	placement           model.ID
	photos              []string // keys, one a member (or the entry's own alone)
	uncredited          bool
	answers, unanswered int
	stale, unapproved   int
	asked               bool // the edition asks questions
}

func (l lack) missing() []Missing {
	var all []Missing
	none := len(l.photos) == 0
	for _, key := range l.photos {
		none = none || key == ""
	}
	if none {
		all = append(all, MissingPhoto)
	}
	if l.uncredited {
		all = append(all, MissingCredit)
	}
	if l.unanswered > 0 || l.asked && l.answers == 0 {
		all = append(all, MissingAnswers)
	}
	if l.stale > 0 {
		all = append(all, MissingExcerpt)
	}
	if l.unapproved > 0 || l.asked && l.answers == 0 {
		all = append(all, MissingApproval)
	}
	return all
}

// readLacks finds what placements lack. where speaks of the placement as p.
func readLacks(ctx context.Context, q querier, asked bool, where string, args ...any) (map[model.ID]lack, error) {
	of := map[model.ID]lack{}
	counted, err := collect(ctx, q, func(scan func(...any) error) (l lack, err error) {
		return l, scan(&l.placement, &l.answers, &l.unanswered, &l.stale, &l.unapproved)
	}, `SELECT p.id, count(a.id), coalesce(sum(coalesce(a.edited,a.original)=''),0), coalesce(sum(a.excerpt_stale OR a.quote_stale),0), coalesce(sum(a.approved=0),0)
		FROM placement p LEFT JOIN answer a ON a.placement=p.id WHERE `+where+" GROUP BY p.id", args...)
	if err != nil {
		return nil, err
	}
	for _, l := range counted {
		l.asked = asked
		of[l.placement] = l
	}
	type picture struct {
		placement   model.ID
		own         bool
		key, credit string
	}
	pictures, err := collect(ctx, q, func(scan func(...any) error) (p picture, err error) {
		return p, scan(&p.placement, &p.own, &p.key, &p.credit)
	}, `SELECT p.id, p.photo IS NOT NULL, coalesce(f.master,''), coalesce(f.credit,'')
		FROM placement p LEFT JOIN member m ON m.placement=p.id AND p.photo IS NULL LEFT JOIN person w ON w.id=m.person
		LEFT JOIN photo f ON f.id=coalesce(p.photo,w.photo) WHERE `+where+" ORDER BY p.id, m.pos", args...)
	if err != nil {
		return nil, err
	}
	for _, p := range pictures {
		l := of[p.placement]
		l.photos = append(l.photos, p.key)
		l.uncredited = l.uncredited || p.key != "" && p.credit == ""
		of[p.placement] = l
	}
	return of, nil
}
