package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"laurel/model"
)

// chaos makes random commands out of what the book holds.
type chaos struct {
	*rand.Rand
	t                                             *testing.T
	b                                             *Book
	people, editions, placements, answers, photos []model.ID
	organisations                                 []model.ID
	file                                          []byte
}

func (c *chaos) look() {
	ids := func(table string) (all []model.ID) {
		found, err := texts(context.Background(), c.b.readers, "SELECT id FROM "+table+" ORDER BY id")
		if err != nil {
			c.t.Fatal(err)
		}
		for _, f := range found {
			all = append(all, model.ID(f))
		}
		return all
	}
	c.people, c.editions, c.placements = ids("person"), ids("edition"), ids("placement")
	c.answers, c.photos, c.organisations = ids("answer"), ids("photo"), ids("organisation")
}

func (c *chaos) pick(ids []model.ID) model.ID {
	if len(ids) == 0 {
		return ""
	}
	return ids[c.IntN(len(ids))]
}

func (c *chaos) text() string {
	return []string{"", "Ada", "Zoë", "One sentence. Another one.", "“Quoted”", "a\nb", "Example Service", "Łódź"}[c.IntN(8)]
}

func (c *chaos) rank() model.Rank {
	return []model.Rank{{}, {Number: 1 + c.IntN(8)}, {Number: 1 + c.IntN(8), Tied: true}, {Band: "101–150", To: 150}, {Reason: model.ByScheme}}[c.IntN(5)]
}

func (c *chaos) command() Command {
	text := c.text()
	switch c.IntN(29) {
	case 0, 1, 2:
		return CreatePerson{Person: model.Person{Name: model.Name{Given: "P" + fmt.Sprint(c.IntN(1000))}, Title: text}}
	case 3:
		return UpdatePerson{ID: c.pick(c.people), Title: &text}
	case 4:
		return UpdatePerson{ID: c.pick(c.people), Organisation: &text, Notes: &text}
	case 5:
		return UpdatePerson{ID: c.pick(c.people), Name: &model.Name{Given: "N" + text, Family: text, FamilyFirst: c.IntN(2) == 0}}
	case 6:
		return TrashPerson{ID: c.pick(c.people), Restore: c.IntN(2) == 0}
	case 7:
		return UpdateOrganisation{ID: c.pick(c.organisations), Name: ptr("O" + text)}
	case 8:
		return CreateEdition{Edition: model.Edition{ListName: "100 Brands", Year: 2000 + c.IntN(30), Questions: []string{"Why?"}, Scheme: model.Scheme{Kind: model.SchemeTop, Top: 2}}}
	case 9:
		scheme := []model.Scheme{{Kind: model.SchemeFull}, {Kind: model.SchemeTop, Top: 3}, {Kind: model.SchemeUnranked}}[c.IntN(3)]
		return UpdateEdition{ID: c.pick(c.editions), Scheme: &scheme, Method: &text}
	case 10, 11, 12, 13:
		p := model.Placement{EditionID: c.pick(c.editions), Rank: c.rank(), Pos: c.IntN(4)}
		for range 1 + c.IntN(2) {
			p.Members = append(p.Members, model.Member{PersonID: c.pick(c.people)})
		}
		return Place{Placement: p}
	case 14, 15:
		return Move{IDs: []model.ID{c.pick(c.placements)}, To: c.IntN(8)}
	case 16:
		return SetRank{ID: c.pick(c.placements), Rank: c.rank(), RankAsIs: c.IntN(3) == 0}
	case 17:
		return SetTie{ID: c.pick(c.placements), Tied: c.IntN(3) > 0}
	case 18:
		status := []model.Status{model.Confirmed, model.Reserve, model.Declined, model.SignedOff}[c.IntN(4)]
		return UpdatePlacement{ID: c.pick(c.placements), Status: &status, Category: ptr([]string{"", "Banks"}[c.IntN(2)]), Crop: &model.Crop{X: c.Float64(), W: c.Float64()}}
	case 19:
		return UpdateAnswer{ID: c.pick(c.answers), Edited: &text}
	case 20:
		return SetExcerpt{AnswerID: c.pick(c.answers), Ranges: []model.Range{{Start: c.IntN(6), End: 6 + c.IntN(10)}}}
	case 21:
		return AddPhoto{PersonID: c.pick(c.people), File: c.file, FileName: text}
	case 22:
		return RemovePlacement{ID: c.pick(c.placements)}
	case 23:
		return Swap{c.pick(c.placements), c.pick(c.placements)}
	case 24:
		return SwapIn{ID: c.pick(c.placements), For: c.pick(c.placements), Leaver: model.Declined}
	case 25:
		return SetStatus{IDs: []model.ID{c.pick(c.placements), c.pick(c.placements)}, Status: []model.Status{model.Shortlisted, model.Reserve, model.Withdrawn}[c.IntN(3)]}
	case 26:
		return CloneEdition{From: c.pick(c.editions), Year: 2030 + c.IntN(9), People: c.IntN(2) == 0, Book: c.IntN(2) == 0}
	case 27:
		return RemovePlacements{IDs: []model.ID{c.pick(c.placements), c.pick(c.placements)}}
	}
	if c.IntN(4) == 0 {
		return DeleteEdition{ID: c.pick(c.editions)}
	}
	return UpdatePhoto{ID: c.pick(c.photos), FocalX: ptr(c.Float64()), Credit: &text}
}

// TestUndoOfEverything does random commands and takes them back: undoing all
// leaves the book as it was at every step, redoing all as it became.
func TestUndoOfEverything(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			b, clock := newTestBook(t)
			ctx := context.Background()
			c := &chaos{Rand: rand.New(rand.NewPCG(seed, 9)), t: t, b: b, file: aJPEG(t, 30, 40)}
			states := []string{dump(t, b)}
			refused := 0
			for range 120 {
				clock.pass(time.Duration(c.IntN(90)) * time.Second)
				c.look()
				commands := []Command{c.command()}
				if c.IntN(5) == 0 {
					commands = append(commands, c.command())
				}
				before, err := b.History(ctx, HistoryFilter{Limit: 1})
				if err != nil {
					t.Fatal(err)
				}
				r, err := b.Do(ctx, commands...)
				now := dump(t, b)
				switch {
				case err != nil:
					refused++
					if now != states[len(states)-1] {
						t.Fatalf("%T was refused (%v) and changed the book", commands[0], err)
					}
				case r.Op == 0 && now != states[len(states)-1]:
					t.Fatalf("%T recorded no step and changed the book", commands[0])
				case r.Op != 0 && len(before) > 0 && before[0].ID == r.Op: // typed on
					states[len(states)-1] = now
				case r.Op != 0:
					states = append(states, now)
				}
			}
			if refused > 100 || len(states) < 20 {
				t.Fatalf("%d commands were refused, %d did something: the test tests little", refused, len(states))
			}
			for i := len(states) - 2; i >= 0; i-- {
				if _, err := b.Undo(ctx); err != nil {
					t.Fatal(err)
				}
				if got := dump(t, b); got != states[i] {
					t.Fatalf("undo to step %d left\n%s\nwant\n%s", i, got, states[i])
				}
			}
			b = reopen(t, b)
			for i := 1; i < len(states); i++ {
				if _, err := b.Redo(ctx); err != nil {
					t.Fatal(err)
				}
				if got := dump(t, b); got != states[i] {
					t.Fatalf("redo to step %d left\n%s\nwant\n%s", i, got, states[i])
				}
			}
			if v, err := Verify(ctx, b.params.Path); err != nil || v.Result != Sound {
				t.Errorf("%v %v", v, err)
			}
		})
	}
}
