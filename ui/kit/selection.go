package kit

import "slices"

// Selection is which rows of a list are marked, and which of them the keyboard
// is at. Rows are counted from 0; no row is -1.
type Selection struct {
	current int
	anchor  int
	marked  map[int]bool
}

// Current gives the row the keyboard is at, or -1.
func (s *Selection) Current() int { return s.current }

// Has tells whether a row is marked.
func (s *Selection) Has(row int) bool { return s.marked[row] }

// Rows gives the marked rows in order.
func (s *Selection) Rows() []int {
	rows := make([]int, 0, len(s.marked))
	for r := range s.marked {
		rows = append(rows, r)
	}
	slices.Sort(rows)
	return rows
}

// Count tells how many rows are marked.
func (s *Selection) Count() int { return len(s.marked) }

func (s *Selection) clear() {
	s.current, s.anchor = -1, -1
	s.marked = map[int]bool{}
}

func (s *Selection) only(row int) {
	s.current, s.anchor = row, row
	s.marked = map[int]bool{}
	if row >= 0 {
		s.marked[row] = true
	}
}

// toggle marks or unmarks a row and leaves the others.
func (s *Selection) toggle(row int) {
	s.current, s.anchor = row, row
	if s.marked[row] {
		delete(s.marked, row)
		return
	}
	s.marked[row] = true
}

// extend marks all from where the marking began to a row.
func (s *Selection) extend(row int) {
	if s.anchor < 0 {
		s.only(row)
		return
	}
	s.current = row
	s.marked = map[int]bool{}
	for r := min(s.anchor, row); r <= max(s.anchor, row); r++ {
		s.marked[r] = true
	}
}

func (s *Selection) all(n int) {
	for r := range n {
		s.marked[r] = true
	}
	if s.current < 0 && n > 0 {
		s.current, s.anchor = 0, 0
	}
}

// within drops what lies beyond n rows.
func (s *Selection) within(n int) {
	for r := range s.marked {
		if r >= n {
			delete(s.marked, r)
		}
	}
	if s.current >= n {
		s.current, s.anchor = n-1, n-1
	}
}
