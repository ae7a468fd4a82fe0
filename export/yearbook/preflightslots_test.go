package yearbook

import (
	"strings"
	"testing"

	"laurel/model"
)

// What a page of so many profiles leaves out is said, and only then.
func TestStraplinesLeftOutAreSaid(t *testing.T) {
	for perPage, want := range map[int]bool{2: false, 3: true, 4: true} {
		s := invented(6)
		s.Edition.Scheme = model.Scheme{Kind: model.SchemeUnranked}
		for i := range s.Placements {
			s.Placements[i].Strapline = "She reads the tide"
		}
		s.Yearbook.PerPage = perPage
		said := false
		for _, p := range compose(t, s).Problems {
			said = said || p.Kind == model.ProblemBook && strings.Contains(p.Text.String(), "straplines do not print")
		}
		if said != want {
			t.Errorf("%d a page: said that straplines do not print: %t", perPage, said)
		}
	}
}

// A list that would leave a few lines to a page of their own is set a little
// tighter, or shared out evenly.
func TestListsDoNotEndInAFewLines(t *testing.T) {
	c := &composition{theme: themed(t, func(*model.Yearbook) {})}
	trim, err := trimSize("210×265")
	if err != nil {
		t.Fatal(err)
	}
	c.grid = newGrid(c.theme, trim)
	usual := c.theme.Type[IndexEntry].Leading
	first, later := c.linesFrom(indexFirstPage, usual), c.linesFrom(indexLaterPages, usual)
	for _, test := range []struct {
		name         string
		lines        int
		tight, level bool
	}{
		{"one page", first, false, false},
		{"two lines too many", first + 2, true, false},
		{"a quarter too many", first + later/4, false, true},
		{"two full pages", first + later - 1, false, false},
	} {
		fits := func(first, later int) int {
			pages := 1
			for left := test.lines - first; left > 0; left -= later {
				pages++
			}
			return pages
		}
		leading, most := c.tightened(IndexEntry, indexFirstPage, indexLaterPages, fits)
		if tight := leading < usual; tight != test.tight {
			t.Errorf("%s: lines of %.2f pt", test.name, leading.Pt())
		}
		if level := most < first; level != test.level {
			t.Errorf("%s: at most %d lines a column of %d", test.name, most, first)
		}
	}
}
