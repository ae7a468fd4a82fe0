package yearbook

import (
	"slices"

	"laurel/export/typeset"
)

// row is one line of a column on the baseline grid: a set line, or white.
type row struct {
	line      typeset.Line
	indent    typeset.Length
	use       Use
	mark      textMark     // what the line shows
	label     typeset.Line // the bullet or number of a list, left of the text
	para      *paragraph   // as which the line was set; nil for what is not running text
	first     bool         // the first row of its paragraph
	leftwards bool         // it runs from right to left
	white     bool         // an empty line between blocks; dropped at the head of a column
	// A column must not end after this row.
	keep bool
}

// columnAt gives the place, from the left, of each of the columns that text fills
// one after the other: what runs mostly from right to left begins at the right.
func columnAt(cols [][]row) func(i int) int {
	leftwards := 0
	for _, r := range slices.Concat(cols...) {
		switch {
		case r.para == nil:
		case r.leftwards:
			leftwards++
		default:
			leftwards--
		}
	}
	if leftwards > 0 {
		return func(i int) int { return len(cols) - 1 - i }
	}
	return func(i int) int { return i }
}

// keepTogether marks the rows of one paragraph so that no column begins or ends
// with a lone line of it, and none ends in a hyphen at the foot of a page where
// that can be helped. A paragraph of up to three lines is never parted.
func keepTogether(rows []row) {
	n := len(rows)
	for i := range rows {
		if n <= 3 && i < n-1 || i == 0 && n > 1 || i == n-2 {
			rows[i].keep = true
		}
	}
}

// unevenness is how many lines longer the columns may become so that white does
// not stand level in them.
const unevenness = 3

// mostWhole is how many lines an answer alone has at the most that is not divided
// over columns.
const mostWhole = 10

// flow divides rows over columns of at most height rows. It fills the columns
// evenly: the height used is the smallest at which everything fits, so that the
// columns of one person have an equal foot and what is left stays open below. Up
// to unevenness lines more are taken where that keeps white from standing level.
// Rows that fit in no column come back as over.
func flow(rows []row, columns, height int) (cols [][]row, over []row) {
	if len(rows) == 0 {
		return make([][]row, columns), nil
	}
	least := (len(rows) + columns - 1) / columns
	if len(rows) <= mostWhole && !slices.ContainsFunc(rows, func(r row) bool { return r.white }) {
		least = len(rows)
	}
	var level [][]row // the best with white level in two columns
	for h := least; h < height; h++ {
		var forced bool
		if cols, over, forced = fill(rows, columns, max(h, 1)); len(over) > 0 || forced {
			continue
		}
		if !whiteLevel(cols) {
			return cols, nil
		}
		if level == nil {
			level, height = cols, min(height, h+1+unevenness)
		}
	}
	if level != nil {
		return level, nil
	}
	cols, over, _ = fill(rows, columns, height)
	return cols, over
}

// whiteLevel says whether two columns have white on the same line: then they
// look like the rows of a table, to the eye and to programs that extract text.
func whiteLevel(cols [][]row) bool {
	for i := 1; i < len(cols); i++ {
		for n := range min(len(cols[i-1]), len(cols[i])) {
			if cols[i-1][n].white && cols[i][n].white {
				return true
			}
		}
	}
	return false
}

// fill puts rows into columns of exactly height rows, one after the other. It
// says whether it had to part what belongs together.
func fill(rows []row, columns, height int) (cols [][]row, over []row, forced bool) {
	for range columns {
		for len(rows) > 0 && rows[0].white {
			rows = rows[1:]
		}
		n := breakAt(rows, height)
		forced = forced || n > 0 && n < len(rows) && rows[n-1].keep
		col := rows[:n]
		rows = rows[n:]
		for len(col) > 0 && col[len(col)-1].white {
			col = col[:len(col)-1]
		}
		cols = append(cols, col)
	}
	for len(rows) > 0 && rows[0].white {
		rows = rows[1:]
	}
	return cols, rows, forced
}

// breakAt says after how many rows a column of the given height ends best.
func breakAt(rows []row, height int) int {
	if len(rows) <= height {
		return len(rows)
	}
	for n := height; n > 0; n-- {
		if !rows[n-1].keep {
			return n
		}
	}
	return height // one block taller than the column: parted where it must be
}
