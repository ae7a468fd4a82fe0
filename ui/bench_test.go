package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
)

// shared is a folder for what is made once for all benchmarks.
var shared string

func TestMain(m *testing.M) {
	if dir := os.Getenv("LAUREL_CRASH_IN"); dir != "" {
		crashNow(dir)
	}
	os.Exit(func() int {
		var err error
		if shared, err = os.MkdirTemp("", "laurel-ui"); err != nil {
			fmt.Println(err)
			return 1
		}
		defer os.RemoveAll(shared)
		return m.Run()
	}())
}

const (
	manyPeople   = 10_000
	manyEditions = 3
	perEdition   = 1_000
)

// largeBook makes a book of 10,000 invented people, all of them placed in one
// of three editions or in several, once for all benchmarks.
var largeBook = sync.OnceValues(func() (path string, err error) {
	ctx := context.Background()
	path = filepath.Join(shared, "Large.laurel")
	b, err := store.Create(ctx, store.Params{Path: path, Actor: "Ada Example", Device: "desk"})
	if err != nil {
		return "", err
	}
	defer func() {
		if e := b.Close(); err == nil {
			err = e
		}
	}()
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
			ID: id, ListName: "Quay List", Year: 2024 + e, Scheme: model.Scheme{Kind: model.SchemeFull}, Questions: []string{"How did it begin?"},
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
	return path, err
})

// openLarge shows the list of the large book.
func openLarge(b *testing.B) *shell {
	b.Helper()
	path, err := largeBook()
	if err != nil {
		b.Fatal(err)
	}
	return openShell(b, nil, path)
}

// BenchmarkOpenBook10000 opens the book and shows the list of its people.
func BenchmarkOpenBook10000(b *testing.B) {
	s := openLarge(b)
	path := s.info.Path
	for b.Loop() {
		if err := s.closeBook(); err != nil {
			b.Fatal(err)
		}
		if err := s.openBook(b.Context(), path); err != nil {
			b.Fatal(err)
		}
		s.settle()
	}
	if name, id := s.shown(); name != desk.People || id == "" {
		b.Fatal("nobody is shown")
	}
}

// BenchmarkSearchKeystroke10000 types a letter of a name and shows who is found.
func BenchmarkSearchKeystroke10000(b *testing.B) {
	s := openLarge(b)
	s.act(desk.People, desk.Find)
	s.settle()
	name := []rune("angstrom")
	n := 0
	for b.Loop() {
		if n == len(name) {
			b.StopTimer()
			s.act(desk.People, desk.Find) // chooses the text, so that the next letter takes its place
			n = 0
			b.StartTimer()
		}
		s.typeText(string(name[n]))
		s.settle()
		n++
	}
}

// BenchmarkSelectPerson goes to the next person with the arrow key.
func BenchmarkSelectPerson(b *testing.B) {
	s := openLarge(b)
	s.visit(desk.Place{Screen: desk.People})
	for b.Loop() {
		s.press(fyne.KeyDown)
		s.settle()
	}
}
