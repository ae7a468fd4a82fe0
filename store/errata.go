package store

import (
	"context"
	"strings"

	"laurel/model"
)

// AddErratum notes what a frozen edition printed wrongly. Nothing that was
// printed changes. Without a date it is noted today. An edition that is not
// frozen is corrected itself: the note is refused with model.ErrInvalid.
type AddErratum struct{ Erratum model.Erratum }

// UpdateErratum changes a note; a nil pointer leaves the field as it is.
type UpdateErratum struct {
	ID    model.ID
	Noted *string
	Text  *string
}

// RemoveErratum takes a note away.
type RemoveErratum struct{ ID model.ID }

const erratumColumns = "r.id,r.placement,r.noted,r.text"

func scanErratum(scan func(...any) error) (r model.Erratum, err error) {
	return r, scan(&r.ID, &r.PlacementID, &r.Noted, &r.Text)
}

// errataOf gives the notes on an edition by placement, oldest first.
func errataOf(ctx context.Context, q querier, edition model.ID) (map[model.ID][]model.Erratum, error) {
	all, err := collect(ctx, q, scanErratum, "SELECT "+erratumColumns+` FROM erratum r JOIN placement p ON p.id=r.placement
		WHERE p.edition=? ORDER BY r.noted, r.id`, string(edition))
	if err != nil || len(all) == 0 {
		return nil, err
	}
	of := map[model.ID][]model.Erratum{}
	for _, r := range all {
		of[r.PlacementID] = append(of[r.PlacementID], r)
	}
	return of, nil
}

func (c AddErratum) do(s *step) (model.Message, error) {
	r := c.Erratum
	p, err := placementByID(s.ctx, s, r.PlacementID)
	if err != nil {
		return model.Message{}, err
	}
	e, err := editionByID(s.ctx, s, p.EditionID)
	if err != nil {
		return model.Message{}, err
	}
	if !e.Frozen {
		return model.Message{}, invalid("{{.Edition}} is not frozen: correct the entry itself.", "Edition", e.Name())
	}
	if r.Text = strings.TrimSpace(r.Text); r.Text == "" {
		return model.Message{}, invalid("Write what was wrong and what is right.")
	}
	if r.Noted = strings.TrimSpace(r.Noted); r.Noted == "" {
		r.Noted = s.book.params.Clock().Format("2006-01-02")
	}
	r.ID = s.newID(r.ID)
	var f fields
	f.set("id", r.ID)
	f.set("placement", r.PlacementID)
	f.set("noted", r.Noted)
	f.set("text", r.Text)
	s.created = r.ID
	return model.Say("Note an erratum on {{.Name}} in {{.Edition}}", "Name", p.PrintedName(), "Edition", e.Name()), s.insert("erratum", f)
}

// erratum gives a note and the name of the entry it is about.
func (s *step) erratum(id model.ID) (model.Erratum, string, error) {
	r, err := one(s.ctx, s, scanErratum, "SELECT "+erratumColumns+" FROM erratum r WHERE r.id=?", id, "This erratum is not in the book.")
	if err != nil {
		return r, "", err
	}
	p, err := placementByID(s.ctx, s, r.PlacementID)
	return r, p.PrintedName(), err
}

func (c UpdateErratum) do(s *step) (model.Message, error) {
	_, name, err := s.erratum(c.ID)
	if err != nil {
		return model.Message{}, err
	}
	if c.Text != nil && strings.TrimSpace(*c.Text) == "" {
		return model.Message{}, invalid("Write what was wrong and what is right.")
	}
	var f fields
	change(&f, "noted", c.Noted)
	change(&f, "text", c.Text)
	return model.Say("Change an erratum on {{.Name}}", "Name", name), s.update("erratum", c.ID, f)
}

func (c RemoveErratum) do(s *step) (model.Message, error) {
	_, name, err := s.erratum(c.ID)
	if err != nil {
		return model.Message{}, err
	}
	return model.Say("Take an erratum on {{.Name}} away", "Name", name), s.remove("erratum", c.ID)
}
