package store

import (
	"context"

	"laurel/model"
)

// EntryValues gives, by placement and field, what the curator's own fields say
// of the members of some editions, for fields with few different values; of a
// joint entry what its first member says.
func (b *Book) EntryValues(ctx context.Context, editions ...model.ID) ([]model.CustomField, map[model.ID]map[model.ID]string, error) {
	var fields []model.CustomField
	values := map[model.ID]map[model.ID]string{}
	err := b.consistently(ctx, "read the fields", func(q querier) error {
		all, err := customFields(ctx, q)
		if err != nil {
			return err
		}
		fields = nil
		for _, f := range all {
			if f.Kind == model.CustomChoice || f.Kind == model.CustomYesNo {
				fields = append(fields, f)
			}
		}
		for _, edition := range editions {
			if len(fields) == 0 {
				return nil
			}
			type value struct{ placement, field, text string }
			found, err := collect(ctx, q, func(scan func(...any) error) (v value, err error) {
				return v, scan(&v.placement, &v.field, &v.text)
			}, `SELECT p.id, v.field, v.value FROM placement p JOIN member m ON m.placement=p.id AND m.pos=1 JOIN custom_value v ON v.person=m.person
				WHERE p.edition=? AND v.value<>''`, string(edition))
			if err != nil {
				return err
			}
			for _, v := range found {
				of := model.ID(v.placement)
				if values[of] == nil {
					values[of] = map[model.ID]string{}
				}
				values[of][model.ID(v.field)] = v.text
			}
		}
		return nil
	})
	return fields, values, err
}
