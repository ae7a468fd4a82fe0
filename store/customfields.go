package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"laurel/model"
)

// AddCustomField gives every person of the book a field of the curator's own,
// after those there are.
type AddCustomField struct{ Field model.CustomField }

// UpdateCustomField changes such a field. Its kind changes only as long as all
// values there are fit the new one.
type UpdateCustomField struct {
	ID      model.ID
	Name    *string
	Kind    *model.CustomKind
	Choices *[]string
	Printed *bool
}

// RemoveCustomField takes a field away with all its values.
type RemoveCustomField struct{ ID model.ID }

// SetCustomValue writes a person's value of a field; "" takes it away.
type SetCustomValue struct {
	PersonID, FieldID model.ID
	Value             string
}

const customFieldColumns = "id,name,kind,choices,printed"

func scanCustomField(scan func(...any) error) (f model.CustomField, err error) {
	return f, scan(&f.ID, &f.Name, &f.Kind, jsonColumn{&f.Choices}, &f.Printed)
}

func customFieldByID(ctx context.Context, q querier, id model.ID) (model.CustomField, error) {
	return one(ctx, q, scanCustomField, "SELECT "+customFieldColumns+" FROM custom_field WHERE id=?", id, "This field is not in the book.")
}

func customFields(ctx context.Context, q querier) ([]model.CustomField, error) {
	return collect(ctx, q, scanCustomField, "SELECT "+customFieldColumns+" FROM custom_field ORDER BY pos,id")
}

// CustomFields gives the curator's own fields in their order.
func (b *Book) CustomFields(ctx context.Context) ([]model.CustomField, error) {
	all, err := customFields(ctx, b.readers)
	return all, explain(b.params.Path, "read the fields", err)
}

// customValue is one person's value of one field.
type customValue struct {
	person, field model.ID
	value         string
}

// customValues reads values; where speaks of the columns of custom_value.
func customValues(ctx context.Context, q querier, where string, args ...any) ([]customValue, error) {
	return collect(ctx, q, func(scan func(...any) error) (v customValue, err error) {
		return v, scan(&v.person, &v.field, &v.value)
	}, "SELECT person,field,value FROM custom_value WHERE value<>'' AND "+where, args...)
}

// CustomValues gives a person's values by field; a field without one is left out.
func (b *Book) CustomValues(ctx context.Context, person model.ID) (map[model.ID]string, error) {
	all, err := customValues(ctx, b.readers, "person=?", string(person))
	if err != nil {
		return nil, explain(b.params.Path, "read the fields", err)
	}
	of := make(map[model.ID]string, len(all))
	for _, v := range all {
		of[v.field] = v.value
	}
	return of, nil
}

// checkField refuses a field that cannot be told from another or has no choices.
func (s *step) checkField(f model.CustomField) error {
	if f.Name == "" {
		return invalid("A field needs a name.")
	}
	if !slices.Contains(model.CustomKinds, f.Kind) {
		return invalid("There is no kind of field called “{{.Kind}}”.", "Kind", f.Kind)
	}
	if f.Kind == model.CustomChoice && len(f.Choices) == 0 {
		return invalid("Say what there is to choose from in {{.Name}}.", "Name", f.Name)
	}
	others, err := customFields(s.ctx, s)
	if err != nil {
		return err
	}
	for _, o := range others {
		if o.ID != f.ID && model.Fold(o.Name) == model.Fold(f.Name) {
			return model.Faultf(model.ErrExists, "There is a field called {{.Name}} already.", "Name", o.Name)
		}
	}
	return nil
}

func tidyChoices(choices []string) []string {
	var kept []string
	for _, c := range choices {
		c = strings.TrimSpace(clean(c))
		if c != "" && !slices.Contains(kept, c) {
			kept = append(kept, c)
		}
	}
	return kept
}

func customFieldFields(c model.CustomField) fields {
	var f fields
	f.set("name", c.Name)
	f.set("kind", c.Kind)
	f.set("choices", c.Choices)
	f.set("printed", c.Printed)
	return f
}

func (c AddCustomField) do(s *step) (model.Message, error) {
	n := c.Field
	n.Name, n.Choices = strings.TrimSpace(clean(n.Name)), tidyChoices(n.Choices)
	if err := s.checkField(n); err != nil {
		return model.Message{}, err
	}
	n.ID = s.newID(n.ID)
	s.created = n.ID
	var last int
	if err := s.row("SELECT coalesce(max(pos),0) FROM custom_field").Scan(&last); err != nil {
		return model.Message{}, err
	}
	f := customFieldFields(n)
	f.set("id", n.ID)
	f.set("pos", last+1)
	return model.Say("Add the field {{.Name}}", "Name", n.Name), s.insert("custom_field", f)
}

func (c UpdateCustomField) do(s *step) (model.Message, error) {
	n, err := customFieldByID(s.ctx, s, c.ID)
	if err != nil {
		return model.Message{}, err
	}
	give(&n.Name, c.Name)
	give(&n.Kind, c.Kind)
	give(&n.Choices, c.Choices)
	give(&n.Printed, c.Printed)
	n.Name, n.Choices = strings.TrimSpace(clean(n.Name)), tidyChoices(n.Choices)
	if err := s.checkField(n); err != nil {
		return model.Message{}, err
	}
	values, err := customValues(s.ctx, s, "field=?", string(c.ID))
	if err != nil {
		return model.Message{}, err
	}
	for _, v := range values {
		tidy, err := n.Tidy(v.value)
		if err != nil {
			return model.Message{}, invalid("{{.Field}} stays as it is: somebody has “{{.Value}}”, which would not fit.", "Field", n.Name, "Value", v.value)
		}
		if tidy != v.value {
			if err := s.setCustom(v.person, c.ID, tidy); err != nil {
				return model.Message{}, err
			}
		}
	}
	return model.Say("Change the field {{.Name}}", "Name", n.Name), s.update("custom_field", c.ID, customFieldFields(n))
}

func (c RemoveCustomField) do(s *step) (model.Message, error) {
	f, err := customFieldByID(s.ctx, s, c.ID)
	if err != nil {
		return model.Message{}, err
	}
	if _, err := s.exec("DELETE FROM custom_value WHERE field=?", string(c.ID)); err != nil {
		return model.Message{}, err
	}
	return model.Say("Remove the field {{.Name}}", "Name", f.Name), s.remove("custom_field", c.ID)
}

func (c SetCustomValue) typed() string { return string(c.PersonID) + "/" + string(c.FieldID) }

func (c SetCustomValue) do(s *step) (model.Message, error) {
	f, err := customFieldByID(s.ctx, s, c.FieldID)
	if err != nil {
		return model.Message{}, err
	}
	p, err := personByID(s.ctx, s, c.PersonID)
	if err != nil {
		return model.Message{}, err
	}
	value, err := f.Tidy(c.Value)
	if err != nil {
		return model.Message{}, err
	}
	return model.Say("Change {{.Field}} of {{.Name}}", "Field", f.Name, "Name", p.Name.Display()), s.setCustom(c.PersonID, c.FieldID, value)
}

// setCustom writes a value that fits. A row once made stays, empty, so that the
// history of the field is that of one record; a new one is made empty first, so
// that the log holds what was written.
func (s *step) setCustom(person, field model.ID, value string) error {
	var id model.ID
	err := s.row("SELECT id FROM custom_value WHERE person=? AND field=?", string(person), string(field)).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		if value == "" {
			return nil
		}
		id = s.newID("")
		var f fields
		f.set("id", id)
		f.set("person", person)
		f.set("field", field)
		err = s.insert("custom_value", f)
	}
	if err != nil {
		return err
	}
	var f fields
	f.set("value", value)
	return s.update("custom_value", id, f)
}
