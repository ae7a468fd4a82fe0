package yearbook

import (
	"math/rand/v2"
	"testing"

	"laurel/export/typeset"
)

// randomRows are questions with answers of random lengths, numbered in order.
func randomRows(r *rand.Rand) []row {
	var rows []row
	for q := range 1 + r.IntN(6) {
		if q > 0 {
			rows = append(rows, row{white: true})
		}
		for i := range 1 + r.IntN(2) {
			rows = append(rows, row{use: Question, keep: true, first: i == 0})
		}
		for range 1 + r.IntN(3) {
			paragraph := make([]row, 1+r.IntN(12))
			paragraph[0].first = true
			keepTogether(paragraph)
			rows = append(rows, paragraph...)
		}
	}
	for i := range rows {
		rows[i].line = typeset.Line{Start: i + 1}
	}
	return rows
}

// No row is lost or moved, none stands below the foot, no question is parted
// from two lines of its answer, and no paragraph leaves a single line behind.
func TestFlowKeepsItsRules(t *testing.T) {
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 1))
		rows := randomRows(r)
		columns, height := 1+r.IntN(3), 6+r.IntN(30)
		cols, over := flow(rows, columns, height)
		if len(cols) != columns {
			t.Fatalf("seed %d: %d columns, want %d", seed, len(cols), columns)
		}
		next := 0
		take := func(col []row) {
			for _, got := range col {
				for rows[next].white && !got.white {
					next++ // white is dropped at the head and foot of columns
				}
				if got.line.Start != rows[next].line.Start {
					t.Fatalf("seed %d: row %d stands where row %d belongs", seed, got.line.Start, rows[next].line.Start)
				}
				next++
			}
		}
		for _, col := range append(cols, over) {
			take(col)
			checkEdges(t, seed, rows, col)
		}
		for ; next < len(rows); next++ {
			if !rows[next].white {
				t.Fatalf("seed %d: row %d is lost", seed, next+1)
			}
		}
		for _, col := range cols {
			if len(col) > height {
				t.Fatalf("seed %d: %d rows in a column of %d", seed, len(col), height)
			}
		}
	}
}

func checkEdges(t *testing.T, seed uint64, rows, col []row) {
	t.Helper()
	if len(col) == 0 {
		return
	}
	if col[0].white || col[len(col)-1].white {
		t.Fatalf("seed %d: a column begins or ends with white", seed)
	}
	end := col[len(col)-1].line.Start // the row after it, counted from 0
	if end == len(rows) {
		return
	}
	if col[len(col)-1].use == Question {
		t.Fatalf("seed %d: a question at the foot of a column", seed)
	}
	paragraph := func(i int) bool { return i >= 0 && i < len(rows) && !rows[i].white && rows[i].use == Body }
	before, after := paragraph(end-2) && !rows[end-1].first, paragraph(end+1) && !rows[end+1].first
	if parted := paragraph(end-1) && paragraph(end) && !rows[end].first; parted && (!before || !after) {
		t.Fatalf("seed %d: a lone line about row %d", seed, end)
	}
	if asked := paragraph(end-1) && end >= 2 && rows[end-2].use == Question; asked && paragraph(end) && !rows[end].first {
		t.Fatalf("seed %d: a question with one line of its answer", seed)
	}
}

func TestFlowBalances(t *testing.T) {
	rows := make([]row, 20)
	cols, over := flow(rows, 2, 18)
	if len(over) != 0 || len(cols[0]) != 10 || len(cols[1]) != 10 {
		t.Errorf("20 lines fill columns of %d and %d", len(cols[0]), len(cols[1]))
	}
	if cols, over = flow(rows, 2, 0); len(over) != 20 {
		t.Errorf("a page without room took %d rows", len(cols[0])+len(cols[1]))
	}
}

func TestWhiteDoesNotStandLevel(t *testing.T) {
	block := func(n int) []row {
		rows := make([]row, n)
		keepTogether(rows)
		return append(rows, row{white: true})
	}
	var rows []row
	for _, n := range []int{6, 6, 6, 6} {
		rows = append(rows, block(n)...)
	}
	cols, over := flow(rows[:len(rows)-1], 2, 30)
	if len(over) > 0 || whiteLevel(cols) {
		t.Errorf("columns of %d and %d rows have white on the same line", len(cols[0]), len(cols[1]))
	}
	if cols, _ = flow(rows[:len(rows)-1], 2, 13); len(cols[0]) != 13 {
		t.Errorf("where there is no room for more, level white is better than nothing: %d rows", len(cols[0]))
	}
}
