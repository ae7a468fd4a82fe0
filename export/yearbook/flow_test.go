package yearbook

import (
	"math/rand/v2"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
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

// An answer that runs from right to left begins in the right column, and in a
// ragged theme too its lines begin at the right.
func TestColumnsRunFromRightToLeft(t *testing.T) {
	hebrew := strings.Repeat("נתונים הם עניין של אמון ושל סבלנות, ומי ששואל אותם שאלה טובה מקבל תשובה. ", 30)
	for _, c := range []struct {
		theme, text string
		right       bool
	}{
		{"laurel", hebrew, true},
		{"gazette", hebrew, true},
		{"laurel", strings.Repeat("Nobody was surprised by what the figures said. ", 30), false},
	} {
		s := sampleSnapshot(t, "emea-2026")
		s.Yearbook.Theme = c.theme
		p := &s.Placements[3]
		for i := range p.Answers {
			p.Answers[i].Edited, p.Answers[i].Excerpt, p.Answers[i].PullQuote = c.text, model.Excerpt{}, model.Excerpt{}
		}
		p.Citation = ""
		first, last := endsOf(t, compose(t, s), string(p.Answers[0].ID))
		if got := first.X > last.X+typeset.MM(20); got != c.right {
			t.Errorf("%s: the first line stands at %d, the last at %d", c.theme, first.X, last.X)
		}
	}
}

// endsOf gives the first and the last full line of an answer on the first page
// that has any.
func endsOf(t *testing.T, book *Book, answer string) (first, last *page.Text) {
	t.Helper()
	for _, p := range book.Document.Pages {
		for _, m := range p.Marks {
			l, ok := m.(*page.Text)
			if !ok || l.Source.Field != model.FieldExcerpt || l.Source.Record != answer {
				continue
			}
			if first == nil || l.Source.Start < first.Source.Start {
				first = l
			}
			if last == nil || l.Source.Start > last.Source.Start {
				last = l
			}
		}
		if first != nil {
			return first, last
		}
	}
	t.Fatal("the answer is on no page")
	return nil, nil
}

// In a ragged column too, what runs from right to left begins at the right.
func TestRaggedFromRightToLeft(t *testing.T) {
	run, _ := composed(t)
	run.theme.Ragged = true
	s := &setter{c: run}
	w := typeset.MM(60)
	rows := s.styledRows(furniture, []span{{Body, strings.Repeat("נתונים הם עניין של אמון ושל סבלנות רבה. ", 8)}}, w, 0)
	if len(rows) < 3 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, r := range rows {
		if end := r.line.Indent + r.line.Width; end < w-typeset.Points(4) || end > w+typeset.Points(4) {
			t.Errorf("line %d ends %d before the right edge", i, w-end)
		}
	}
}

// A short answer alone stands in one column; a longer one, and one of two, fill
// both.
func TestAShortAnswerIsNotDivided(t *testing.T) {
	for _, test := range []struct {
		rows, white int
		first       int
	}{{2, -1, 2}, {mostWhole, -1, mostWhole}, {mostWhole + 2, -1, mostWhole/2 + 1}, {mostWhole - 1, mostWhole/2 - 1, mostWhole/2 - 1}} {
		rows := make([]row, test.rows)
		if test.white >= 0 {
			rows[test.white].white = true
		}
		cols, over := flow(rows, 2, 20)
		if len(over) > 0 || len(cols) != 2 || len(cols[0]) != test.first {
			t.Errorf("%d rows: %d and %d, %d over", test.rows, len(cols[0]), len(cols[1]), len(over))
		}
	}
}
