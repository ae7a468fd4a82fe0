package store

import (
	"context"
	"slices"

	"laurel/model"
)

// BulkEdit gives many people the same value in one field, as one step. Field is
// a column of the list: ByTitle, ByOrganisation, BySector, ByCountry, ByPronouns,
// ByConsent, ByStatus (in Edition), or the ID of a custom field. An empty value
// empties the field.
type BulkEdit struct {
	People  []model.ID
	Edition model.ID // for ByStatus
	Field   PeopleColumn
	Value   string
}

// BulkFields are the fields that can be edited for many people at once, custom
// ones apart.
var BulkFields = []PeopleColumn{ByTitle, ByOrganisation, BySector, ByCountry, ByPronouns, ByConsent, ByStatus}

// BulkChange is what a bulk edit would do to one person.
type BulkChange struct {
	Person   model.ID
	Name     string
	Old, New string
}

// PreviewBulk says what a bulk edit would change, in the order of the list,
// and who is left out because they are not in the edition. It fails as Do would.
func (b *Book) PreviewBulk(ctx context.Context, c BulkEdit) (changes []BulkChange, leftOut int, err error) {
	value, err := c.tidy(ctx, b.readers)
	if err != nil {
		return nil, 0, explain(b.params.Path, "prepare the change", err)
	}
	chosen := make(map[model.ID]bool, len(c.People))
	for _, id := range c.People {
		chosen[id] = true
	}
	rows, err := b.PeopleRows(ctx, PeopleFilter{EditionID: c.Edition})
	if err != nil {
		return nil, 0, err
	}
	for _, r := range rows {
		switch {
		case !chosen[r.ID]:
		case c.Field == ByStatus && r.PlacementID == "":
			leftOut++
		case r.Cell(c.Field) != value:
			changes = append(changes, BulkChange{Person: r.ID, Name: r.Name, Old: r.Cell(c.Field), New: value})
		}
	}
	return changes, leftOut, nil
}

var (
	allConsents = []model.Consent{model.ConsentUnknown, model.ConsentAsked, model.ConsentGranted, model.ConsentRefused}
	allStatuses = statusOrder
)

// tidy checks the value and gives it as it will be kept.
func (c BulkEdit) tidy(ctx context.Context, q querier) (string, error) {
	value := clean(c.Value)
	switch c.Field {
	case ByTitle, ByOrganisation, BySector, ByCountry, ByPronouns:
		return value, nil
	case ByConsent:
		if !slices.Contains(allConsents, model.Consent(value)) {
			return "", invalid("Choose one of the answers to the question of consent.")
		}
		return value, nil
	case ByStatus:
		if !slices.Contains(allStatuses, model.Status(value)) {
			return "", invalid("Choose a status.")
		}
		if c.Edition == "" {
			return "", invalid("A status belongs to an edition: choose one first.")
		}
		return value, nil
	case "", ByName, ByRank, ByMissing:
		return "", invalid("Choose a field that can be the same for many people.")
	}
	f, err := customFieldByID(ctx, q, model.ID(c.Field))
	if err != nil {
		return "", err
	}
	return f.Tidy(value)
}

func (c BulkEdit) do(s *step) (model.Message, error) {
	value, err := c.tidy(s.ctx, s)
	if err != nil {
		return model.Message{}, err
	}
	if len(c.People) == 0 {
		return model.Message{}, invalid("Nobody is chosen.")
	}
	quiet := s.quiet
	s.quiet = true
	defer func() { s.quiet = quiet }()
	placements, err := c.placements(s)
	if err != nil {
		return model.Message{}, err
	}
	for _, id := range c.People {
		if err := s.ctx.Err(); err != nil {
			return model.Message{}, err
		}
		for _, one := range c.commands(id, value, placements) {
			if _, err := one.do(s); err != nil {
				return model.Message{}, err
			}
		}
	}
	field := fieldWord(string(c.Field))
	if c.custom() {
		f, err := customFieldByID(s.ctx, s, model.ID(c.Field))
		if err != nil {
			return model.Message{}, err
		}
		return model.Say("Change {{.Field}} of {{.Count}} people to “{{.Value}}”", "Field", f.Name, "Count", len(c.People), "Value", value), nil
	}
	return model.Say("Change "+field+" of {{.Count}} people to “{{.Value}}”", "Count", len(c.People), "Value", value), nil
}

func (c BulkEdit) custom() bool {
	return !slices.Contains(BulkFields, c.Field)
}

// placements are those of the people in the edition whose status is changed.
func (c BulkEdit) placements(s *step) (map[model.ID][]model.ID, error) {
	if c.Field != ByStatus {
		return nil, nil
	}
	if _, err := s.thawed(c.Edition); err != nil {
		return nil, err
	}
	type row struct{ person, placement model.ID }
	rows, err := collect(s.ctx, s, func(scan func(...any) error) (r row, err error) {
		return r, scan(&r.person, &r.placement)
	}, "SELECT m.person,p.id FROM placement p JOIN member m ON m.placement=p.id WHERE p.edition=?", string(c.Edition))
	of := map[model.ID][]model.ID{}
	for _, r := range rows {
		of[r.person] = append(of[r.person], r.placement)
	}
	return of, err
}

// commands are what is done for one person.
func (c BulkEdit) commands(id model.ID, value string, placements map[model.ID][]model.ID) []Command {
	p := UpdatePerson{ID: id}
	switch c.Field {
	case ByTitle:
		p.Title = &value
	case ByOrganisation:
		p.Organisation = &value
	case BySector:
		p.Sector = &value
	case ByCountry:
		p.Country = &value
	case ByPronouns:
		p.Pronouns = &value
	case ByConsent:
		consent := model.Consent(value)
		p.Consent = &consent
	case ByStatus:
		status := model.Status(value)
		var all []Command
		for _, placement := range placements[id] {
			all = append(all, UpdatePlacement{ID: placement, Status: &status})
		}
		return all
	default:
		return []Command{SetCustomValue{PersonID: id, FieldID: model.ID(c.Field), Value: value}}
	}
	return []Command{p}
}
