package store

import (
	"maps"

	"laurel/model"
)

func (c PrintAs) typed() string {
	var t typing
	typedIn(&t, "print "+c.Field, c.Text)
	return t.place(c.PlacementID)
}

func (c PrintAs) do(s *step) (model.Message, error) {
	p, _, err := s.thawedPlacement(c.PlacementID)
	if err != nil {
		return model.Message{}, err
	}
	f, known := p.PrintFieldOf(c.Field)
	if !known {
		return model.Message{}, invalid("The field “{{.Field}}” cannot print in other words.", "Field", c.Field)
	}
	overrides, of := maps.Clone(p.Overrides), maps.Clone(p.OverrideOf)
	label := model.Say("Print the data’s own words of {{.Name}}", "Name", p.PrintedName())
	if c.Text == nil || clean(*c.Text) == f.Data {
		delete(overrides, c.Field)
		delete(of, c.Field)
	} else {
		if overrides == nil {
			overrides = map[string]string{}
		}
		if of == nil {
			of = map[string]string{}
		}
		overrides[c.Field], of[c.Field] = *c.Text, f.Data
		label = model.Say("Write a text for print of {{.Name}}", "Name", p.PrintedName())
	}
	var changed fields
	changed.set("overrides", overrides)
	changed.set("override_of", of)
	return label, s.update("placement", p.ID, changed)
}
