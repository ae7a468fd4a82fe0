package store

import (
	"context"
	"encoding/json"
	"slices"

	"laurel/model"
)

// Chronicle gives the list of an edition through the years, up to that edition.
func (b *Book) Chronicle(ctx context.Context, edition model.ID) (*model.Chronicle, error) {
	var c *model.Chronicle
	err := b.consistently(ctx, "read the list's years", func(q querier) error {
		e, err := editionByID(ctx, q, edition)
		if err != nil {
			return err
		}
		list, err := listByID(ctx, q, e.ListID)
		if err != nil {
			return err
		}
		editions, err := allEditions(ctx, q)
		if err != nil {
			return err
		}
		series := model.Series(editions, e)
		printed := map[model.ID][]model.Placement{}
		for _, o := range editions {
			told := slices.ContainsFunc(series, func(s model.Edition) bool { return s.ID == o.ID })
			if !told && (o.ListID != e.ListID || o.Year > e.Year) {
				continue
			}
			if printed[o.ID], err = printedPlacements(ctx, q, o.ID); err != nil {
				return err
			}
		}
		c = model.ChronicleOf(list, e, editions, printed)
		return nil
	})
	return c, err
}

// pastPlacements reads what an edition is told against: the placements of the
// same list, any region, in editions not later than it, and those of the
// editions that it is compared with by the curator's choice.
func pastPlacements(ctx context.Context, q querier, e model.Edition, editions []model.Edition) ([]model.Placement, error) {
	var ids []model.ID
	for _, o := range model.Series(editions, e) {
		ids = append(ids, o.ID)
	}
	chosen, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	return placementsOf(ctx, q, `p.edition<>?3 AND p.edition IN (SELECT id FROM edition WHERE list=?1 AND year<=?2 UNION SELECT value FROM json_each(?4))`,
		string(e.ListID), e.Year, string(e.ID), string(chosen))
}
