package intake

import (
	"slices"

	"laurel/model"
	"laurel/store"
)

// ownValues fills what a table tells of a person in fields of the curator's own
// and the book does not know yet. A field that is not in the book is made.
func (p *planner) ownValues(x *person, m Member, row *Row) {
	for _, told := range m.Own {
		i := slices.IndexFunc(p.fields, func(f model.CustomField) bool { return model.Fold(f.Name) == model.Fold(told.Field) })
		if i < 0 {
			made := model.CustomField{ID: p.options.NewID(), Name: told.Field, Kind: model.CustomText}
			p.before = append(p.before, store.AddCustomField{Field: made})
			i, p.fields = len(p.fields), append(p.fields, made)
		}
		field := p.fields[i]
		if x.own[field.ID] != "" {
			continue
		}
		value, err := field.Tidy(told.Value)
		if err != nil {
			p.note("{{.Field}} of {{.Name}} was left out: “{{.Value}}” does not fit the field.", "Field", field.Name, "Name", x.Name.Display(), "Value", told.Value)
			continue
		}
		x.own[field.ID] = value
		p.after = append(p.after, store.SetCustomValue{PersonID: x.ID, FieldID: field.ID, Value: value})
		row.Changes = append(row.Changes, Change{Field: FieldOwn, Own: field.Name, New: value})
		if row.Kind == RowSame {
			row.Kind = RowChanged
		}
	}
}
