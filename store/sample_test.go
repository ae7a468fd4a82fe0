package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"laurel/model"
)

func TestSampleBook(t *testing.T) {
	p, _ := testParams(t)
	ctx := context.Background()
	began := time.Now()
	b, err := CreateSample(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	t.Logf("made in %v", time.Since(began))
	if ops, err := b.History(ctx, HistoryFilter{}); err != nil || len(ops) != 0 {
		t.Errorf("its history is not empty: %v %v", ops, err)
	}
	if _, err := b.Undo(ctx); !errors.Is(err, model.ErrNothing) {
		t.Errorf("undo of nothing: %v", err)
	}
	editions, err := b.Editions(ctx)
	if err != nil {
		t.Fatal(err)
	}
	newest, err := model.ChooseEdition(editions, "")
	if err != nil || !newest.Finished {
		t.Fatalf("%+v %v", newest, err)
	}
	s, err := b.Snapshot(ctx, newest.ID)
	if err != nil {
		t.Fatal(err)
	}
	printed, tied, excerpts := 0, 0, 0
	for _, p := range s.Placements {
		if p.Status.Printed() {
			printed++
		}
		if p.Rank.Tied {
			tied++
		}
		for _, a := range p.Answers {
			if len(a.Excerpt.Parts) > 0 && !a.Excerpt.Stale {
				excerpts++
				if a.Excerpt.Print(a.Edited) != a.Excerpt.Text {
					t.Errorf("%s: an excerpt is not the words of its answer", p.PrintedName())
				}
			}
		}
	}
	if printed != 100 || tied != 2 || excerpts == 0 || s.Predecessor == nil || len(s.Compared) != 100 {
		t.Errorf("%d printed, %d tied, %d excerpts, predecessor %v", printed, tied, excerpts, s.Predecessor)
	}
	holes := 0
	for _, e := range editions {
		rows, err := b.EntryRows(ctx, e.ID)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			if i > 0 && r.Placement.Rank.Number > rows[i-1].Placement.Rank.Number+1 && !rows[i-1].Placement.Rank.Tied {
				holes++
			}
			if r.Placement.Pos != i+1 {
				t.Errorf("%s: %s stands at %d, not %d", e.Name(), r.Name, r.Placement.Pos, i+1)
			}
		}
	}
	if holes == 0 {
		t.Error("there is no hole in any edition: a draft must have one planted")
	}
	do(t, b, UpdatePerson{ID: s.Placements[0].Members[0].PersonID, Pronouns: ptr("they/them")})
	undo(t, b)
}

// While a book is being made nothing of it is backed up: there is no book yet.
func TestNoBackupOfHalfABook(t *testing.T) {
	p, _ := testParams(t)
	p.BackupDir = t.TempDir()
	b, err := CreateSample(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	have, err := filepath.Glob(filepath.Join(p.BackupDir, "*", "*"))
	if err != nil || len(have) > 0 {
		t.Errorf("backups of a book that has just been made: %v %v", have, err)
	}
}
