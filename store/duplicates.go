package store

import (
	"context"

	"laurel/model"
)

// Duplicate is two people who may be one, as they stand in the list.
type Duplicate struct {
	A, B   PersonRow
	Reason model.Message
}

// Duplicates finds people who may stand in the book twice, the likeliest first:
// by their names of today, their former names, and where they work. Who is in
// the trash is left out, and so are pairs that Distinguish told apart.
func (b *Book) Duplicates(ctx context.Context) ([]Duplicate, error) {
	former, err := collect(ctx, b.readers, func(scan func(...any) error) (c model.Candidate, err error) {
		n := &c.Name
		return c, scan(&c.ID, &n.Prefix, &n.Given, &n.Particle, &n.Family, &n.PostNominals, &n.FamilyFirst, jsonColumn{&c.FormerNames}, &c.Organisation)
	}, "SELECT id,prefix,given,particle,family,post_nominals,family_first,former_names,coalesce(organisation,'') FROM person WHERE trashed=0 ORDER BY id")
	if err != nil {
		return nil, explain(b.params.Path, "look for duplicates", err)
	}
	type pair struct{ a, b model.ID }
	apart, err := collect(ctx, b.readers, func(scan func(...any) error) (p pair, err error) {
		return p, scan(&p.a, &p.b)
	}, "SELECT a,b FROM unlike")
	if err != nil {
		return nil, explain(b.params.Path, "look for duplicates", err)
	}
	told := make(map[pair]bool, len(apart))
	for _, p := range apart {
		told[p] = true
	}
	rows, err := b.PeopleRows(ctx, PeopleFilter{})
	if err != nil {
		return nil, err
	}
	of := make(map[model.ID]PersonRow, len(rows))
	for _, r := range rows {
		of[r.ID] = r
	}
	var found []Duplicate
	for _, l := range model.Likenesses(former) {
		if !told[pair{l.A, l.B}] {
			found = append(found, Duplicate{A: of[l.A], B: of[l.B], Reason: l.Reason()})
		}
	}
	return found, ctx.Err()
}
