package desktest

import (
	"context"
	"errors"
	"fmt"

	"laurel/model"
	"laurel/store"
)

// The size of the large book.
const (
	manyPeople   = 10_000
	manyEditions = 10
	perEdition   = 1_000
)

// LargeBook makes a book of 10,000 invented people with ten editions, in each of
// which a thousand of them stand; half come again the year after.
func LargeBook(ctx context.Context, path string) (err error) {
	b, err := store.Create(ctx, store.Params{Path: path, Actor: "Ada Example", Device: "desk"})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	given := []string{"Ada", "Zoë", "Bilal", "Marisol", "Ines", "Ömer", "Lena", "Tuva", "Kofi", "Niamh"}
	family := []string{"Ångström", "Quill", "van der Haeghe", "Okafor", "Salt", "Modello", "Ferry", "Harbour", "Ó Broin", "Example"}
	people := make([]model.ID, manyPeople)
	var commands []store.Command
	for i := range people {
		people[i] = model.NewID()
		name := fmt.Sprintf("%s %s%s", given[i%10], family[i/10%10], []string{"", "son", "ley", "by", "well"}[i/100%5])
		commands = append(commands, store.CreatePerson{Person: model.Person{
			ID: people[i], Name: model.ParseName(name), Title: fmt.Sprintf("Director of Quay %d", i), Sector: "Ports", Country: "Wales",
		}})
	}
	for e := range manyEditions {
		id := model.NewID()
		commands = append(commands, store.CreateEdition{Edition: model.Edition{
			ID: id, ListName: "Quay List", Year: 2017 + e, Scheme: model.Scheme{Kind: model.SchemeFull}, Questions: []string{"How did it begin?"},
		}})
		for i := range perEdition {
			said := fmt.Sprintf("We began with boat %d. Nobody believed in it. Today the harbour is full.", i)
			commands = append(commands, store.Place{Placement: model.Placement{
				EditionID: id, Kind: model.EntryPerson, Status: model.Confirmed, Pos: i + 1,
				Members: []model.Member{{PersonID: people[(e*perEdition/2+i)%manyPeople]}},
				Answers: []model.Answer{{Question: "How did it begin?", Original: said, Edited: said}},
			}})
		}
	}
	_, err = b.Do(ctx, store.Step{Label: model.Say("Make a large book"), Commands: commands})
	return err
}
