package desktest

import (
	"context"
	"path/filepath"
	"testing"

	"laurel/model"
	"laurel/store"
)

// Book makes a book in a folder of the test, by store.Create or
// store.CreateSample, and closes it at the end.
func Book(t testing.TB, create func(context.Context, store.Params) (*store.Book, error)) *store.Book {
	t.Helper()
	b, err := create(t.Context(), store.Params{
		Path: filepath.Join(t.TempDir(), "Quay List.laurel"), Actor: "Ada Example", Device: "desk",
	})
	if err != nil {
		t.Fatalf("making a book: %v", err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Errorf("closing the book: %v", err)
		}
	})
	return b
}

// Small are the records of the book that SmallBook makes.
type Small struct {
	Edition   model.ID // Quay List 2026, full ranking
	Earlier   model.ID // Quay List 2025, with nobody in it
	People    []model.ID
	Placement model.ID // of the first person in Edition
	Answer    model.ID // of that placement
}

// People of a small book; the first is placed and has answered one question.
var smallPeople = []string{"Zoë Ångström OBE", "Marisol van der Haeghe", "Bilal Quill"}

// Said is the answer in a small book, in three sentences.
const Said = "We began with a rowing boat. Nobody believed in it. Today the harbour is full."

// SmallBook makes a book of three people and two editions.
func SmallBook(t testing.TB) (*store.Book, Small) {
	t.Helper()
	b := Book(t, store.Create)
	do := func(c store.Command) model.ID {
		r, err := b.Do(t.Context(), c)
		if err != nil {
			t.Fatalf("filling the book: %v", err)
		}
		return r.Created
	}
	var s Small
	s.Earlier = do(store.CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: 2025, Scheme: model.Scheme{Kind: model.SchemeFull}, Locale: "en-GB"}})
	s.Edition = do(store.CreateEdition{Edition: model.Edition{
		ListName: "Quay List", Year: 2026, Scheme: model.Scheme{Kind: model.SchemeFull}, Locale: "en-GB", Questions: []string{"How did it begin?"},
	}})
	for _, name := range smallPeople {
		s.People = append(s.People, do(store.CreatePerson{Person: model.Person{Name: model.ParseName(name), Title: "Harbour director"}}))
	}
	s.Placement = do(store.Place{Placement: model.Placement{
		EditionID: s.Edition, Kind: model.EntryPerson, Status: model.Confirmed, Members: []model.Member{{PersonID: s.People[0]}},
		Answers: []model.Answer{{Question: "How did it begin?", Original: Said, Edited: Said}},
	}})
	p, err := b.Placement(t.Context(), s.Placement)
	if err != nil || len(p.Answers) != 1 {
		t.Fatalf("the placement has %d answers: %v", len(p.Answers), err)
	}
	s.Answer = p.Answers[0].ID
	return b, s
}
