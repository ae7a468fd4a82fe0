package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"laurel/model"
)

func (c UpdateYearbook) do(s *step) (model.Message, error) {
	e, err := s.thawed(c.EditionID)
	if err != nil {
		return model.Message{}, err
	}
	book := c.Yearbook.WithDefaults()
	if err := book.Validate(); err != nil {
		return model.Message{}, err
	}
	text, err := json.Marshal(book)
	if err != nil {
		return model.Message{}, err
	}
	label := model.Say("Change book settings of {{.Name}}", "Name", e.Name())
	var f fields
	f.set("definition", string(text))
	var there int
	if err := s.row("SELECT count(*) FROM yearbook WHERE id=?", string(c.EditionID)).Scan(&there); err != nil {
		return label, err
	}
	if there > 0 {
		return label, s.update("yearbook", c.EditionID, f)
	}
	f.set("id", c.EditionID)
	return label, s.insert("yearbook", f)
}

// typed: book settings are typed (imprint, title) and chosen in one place.
func (c UpdateYearbook) typed() string { return string(c.EditionID) + "/yearbook" }

// yearbookOf is the book definition of an edition: its own, else that of the
// newest earlier edition of the list that has one, else the one we ship.
func yearbookOf(ctx context.Context, q querier, e model.Edition) (model.Yearbook, error) {
	book := model.DefaultYearbook()
	var text string
	err := q.QueryRowContext(ctx, `SELECT y.definition FROM yearbook y JOIN edition e ON e.id=y.id
		WHERE e.id=?1 OR (e.list=?2 AND e.year<?3) ORDER BY e.id=?1 DESC, e.region=?4 DESC, e.year DESC LIMIT 1`,
		string(e.ID), string(e.ListID), e.Year, e.Region).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return book, nil
	} else if err != nil {
		return book, err
	}
	book = model.Yearbook{}
	return book, json.Unmarshal([]byte(text), &book)
}

// Yearbook gives the book definition of an edition.
func (b *Book) Yearbook(ctx context.Context, edition model.ID) (model.Yearbook, error) {
	e, err := editionByID(ctx, b.readers, edition)
	if err != nil {
		return model.Yearbook{}, explain(b.params.Path, "read the book settings", err)
	}
	y, err := yearbookOf(ctx, b.readers, e)
	return y, explain(b.params.Path, "read the book settings", err)
}
