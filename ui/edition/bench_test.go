package edition

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// openThousand shows a full ranking of a thousand.
func openThousand(b *testing.B) (*desktest.Desk, *screen) {
	b.Helper()
	book := desktest.Book(b, store.Create)
	edition := model.NewID()
	commands := []store.Command{store.CreateEdition{Edition: model.Edition{ID: edition, ListName: "Quay List", Year: 2026, Size: 1000, Scheme: full}}}
	for i := range 1000 {
		id := model.NewID()
		commands = append(commands,
			store.CreatePerson{Person: model.Person{ID: id, Name: model.ParseName(fmt.Sprintf("Ann%d Ash%d", i, i)), Title: "Harbour director", Country: fmt.Sprint("Country ", i%40)}},
			store.Place{Placement: model.Placement{EditionID: edition, Status: model.Confirmed, Members: []model.Member{{PersonID: id}}}})
	}
	if _, err := book.Do(b.Context(), store.Step{Commands: commands}); err != nil {
		b.Fatal(err)
	}
	d := desktest.New(b, book, kit.Light, fyne.NewSize(1352, 816))
	return d, d.Open(New, desk.Place{}).(*screen)
}

// BenchmarkThousand measures a list of a thousand: a step of scrolling by a row,
// a move, and the balance at a place of a drag.
func BenchmarkThousand(b *testing.B) {
	_, s := openThousand(b)
	b.Run("scroll step", func(b *testing.B) {
		list := s.list.list.List
		for i := 0; b.Loop(); i++ {
			list.SetOffset(float32(i%900) * rowHeight)
		}
	})
	b.Run("drag to the next gap", func(b *testing.B) {
		s.list.mark([]model.ID{s.shown.rows[500].Placement.ID}, false)
		for i := 0; b.Loop(); i++ {
			s.balance.fill(s.shown, s.list.reordered(i%900))
		}
	})
	b.Run("move and show", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			s.desk.Do(nil, store.Move{IDs: []model.ID{s.shown.rows[i%900].Placement.ID}, To: 500})
		}
	})
	b.Run("board", func(b *testing.B) {
		for b.Loop() {
			s.board.fill(placedOf(s.list.lines, nil))
		}
	})
}
