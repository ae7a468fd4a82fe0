package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"laurel/model"
)

var (
	syllables = []string{"ba", "do", "ki", "lu", "mar", "nel", "or", "pe", "quin", "ro", "sa", "tho", "vé", "wyn", "zł"}
	titles    = []string{"Chief Data Officer", "Director of Data", "Head of Insight", "VP, Analytics", "Partner"}
)

// thousands builds a book of n people in three editions, and gives its path.
func thousands(b *testing.B, n int) Params {
	b.Helper()
	return thousandsIn(b, n, 3)
}

// thousandsIn builds a book of n people who are all in each of some editions.
func thousandsIn(b *testing.B, n, editions int) Params {
	b.Helper()
	ctx := context.Background()
	p, _ := testParams(b)
	random := rand.New(rand.NewPCG(7, 7))
	word := func() string {
		w := ""
		for range 2 + random.IntN(2) {
			w += syllables[random.IntN(len(syllables))]
		}
		return string(w[0]-32) + w[1:]
	}
	book, err := create(ctx, p, func(ctx context.Context, book *Book) error {
		var commands []Command
		people := make([]model.ID, n)
		for i := range people {
			people[i] = model.NewID()
			commands = append(commands, CreatePerson{Person: model.Person{ID: people[i], Name: model.Name{Given: word(), Family: word()}, Title: titles[random.IntN(len(titles))], Country: word()}})
		}
		for year := 2027 - editions; year < 2027; year++ {
			edition := model.NewID()
			commands = append(commands, CreateEdition{Edition: model.Edition{ID: edition, ListName: "Many", Year: year, Questions: []string{"Why?"}}})
			for i, id := range random.Perm(n) {
				commands = append(commands, Place{AsPrinted: true, Placement: model.Placement{
					EditionID: edition, Rank: model.Rank{Number: i + 1}, Members: []model.Member{{PersonID: people[id], Title: titles[i%len(titles)]}},
					Answers: []model.Answer{{Question: "Why?", Original: "Because " + word() + " " + word() + "."}},
				}})
			}
		}
		_, err := book.Do(ctx, Step{Commands: commands})
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	if err := book.Close(); err != nil {
		b.Fatal(err)
	}
	return p
}

func opened(b *testing.B, p Params) *Book {
	b.Helper()
	book, err := Open(context.Background(), p)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { book.Close() })
	return book
}

// BenchmarkBook measures what a curator waits for, in a book of 10,000 people in
// three editions of 10,000.
func BenchmarkBook(b *testing.B) {
	p := thousands(b, 10000)
	ctx := context.Background()
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			book, err := Open(ctx, p)
			if err != nil {
				b.Fatal(err)
			}
			book.Close()
		}
	})
	b.Run("open and list", func(b *testing.B) {
		for b.Loop() {
			book, err := Open(ctx, p)
			if err != nil {
				b.Fatal(err)
			}
			if rows, err := book.PeopleRows(ctx, PeopleFilter{}); err != nil || len(rows) != 10000 {
				b.Fatal(len(rows), err)
			}
			book.Close()
		}
	})
	book := opened(b, p)
	editions, err := book.Editions(ctx)
	if err != nil {
		b.Fatal(err)
	}
	filter := PeopleFilter{EditionID: editions[0].ID}
	rows, err := book.PeopleRows(ctx, filter)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("search keystroke", func(b *testing.B) {
		texts := []string{"m", "ma", "mar", "mar dat", "mar data o", ""}
		for i := 0; b.Loop(); i++ {
			f := filter
			f.Text = texts[i%len(texts)]
			if _, err := book.PeopleRows(ctx, f); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("edit", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := book.Do(ctx, UpdatePerson{ID: rows[i%len(rows)].ID, Title: ptr(fmt.Sprint("Title ", i))}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("keystroke after an edit", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			b.StopTimer()
			if _, err := book.Do(ctx, UpdatePerson{ID: rows[i%len(rows)].ID, Title: ptr(fmt.Sprint("Title ", -i))}); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			f := filter
			f.Text = "mar"
			if _, err := book.PeopleRows(ctx, f); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bulk edit of 10000", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			commands := make([]Command, len(rows))
			for j, r := range rows {
				commands[j] = UpdatePerson{ID: r.ID, Sector: ptr(fmt.Sprint("Sector ", i))}
			}
			if _, err := book.Do(ctx, commands...); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("undo and redo of it", func(b *testing.B) {
		for b.Loop() {
			if _, err := book.Undo(ctx); err != nil {
				b.Fatal(err)
			}
			if _, err := book.Redo(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("search of interviews", func(b *testing.B) {
		if _, err := book.Search(ctx, "marba", 20); err != nil { // the index is filled
			b.Fatal(err)
		}
		b.ResetTimer()
		for b.Loop() {
			if _, err := book.Search(ctx, "mar do", 20); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("history of a person", func(b *testing.B) {
		for b.Loop() {
			if _, err := book.FieldHistory(ctx, rows[0].ID); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("backup", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			dest := filepath.Join(filepath.Dir(p.Path), fmt.Sprint("copy", i))
			if err := book.Backup(ctx, dest); err != nil {
				b.Fatal(err)
			}
			os.Remove(dest)
		}
	})
}

// BenchmarkList measures a list of a hundred.
func BenchmarkList(b *testing.B) {
	p := thousands(b, 100)
	ctx := context.Background()
	book := opened(b, p)
	editions, err := book.Editions(ctx)
	if err != nil {
		b.Fatal(err)
	}
	rows, err := book.EntryRows(ctx, editions[0].ID)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("reorder 100", func(b *testing.B) {
		for b.Loop() {
			if _, err := book.Do(ctx, Move{IDs: []model.ID{rows[99].Placement.ID}, To: 1}); err != nil {
				b.Fatal(err)
			}
			rows = append(rows[99:], rows[:99]...)
		}
	})
	b.Run("snapshot", func(b *testing.B) {
		for b.Loop() {
			if _, err := book.Snapshot(ctx, editions[0].ID); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("rows", func(b *testing.B) {
		for b.Loop() {
			if _, err := book.EntryRows(ctx, editions[0].ID); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkPlace measures putting thousands into one edition in one step, and
// making the next year of it.
func BenchmarkPlace(b *testing.B) {
	ctx := context.Background()
	for _, n := range []int{1000, 10000} {
		book := opened(b, thousands(b, n))
		people, err := book.PeopleRows(ctx, PeopleFilter{})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("%d unranked", n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				edition := model.NewID()
				commands := []Command{CreateEdition{Edition: model.Edition{ID: edition, ListName: "Many", Year: 2100 + i, Scheme: model.Scheme{Kind: model.SchemeFull}}}}
				for _, p := range people {
					commands = append(commands, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: p.ID}}}})
				}
				if _, err := book.Do(ctx, Step{Commands: commands}); err != nil {
					b.Fatal(err)
				}
			}
		})
		editions, err := book.Editions(ctx)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("next year of %d", n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if _, err := book.Do(ctx, CloneEdition{From: editions[0].ID, Year: 3000 + i, People: true, Book: true}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSample measures making the sample book.
func BenchmarkSample(b *testing.B) {
	dir := b.TempDir()
	for i := 0; b.Loop(); i++ {
		book, err := CreateSample(context.Background(), Params{Path: filepath.Join(dir, fmt.Sprint(i, ".laurel")), Actor: "Nell", Clock: time.Now})
		if err != nil {
			b.Fatal(err)
		}
		book.Close()
	}
}
