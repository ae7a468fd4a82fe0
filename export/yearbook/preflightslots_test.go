package yearbook

import (
	"strings"
	"testing"

	"laurel/model"
)

// A strapline prints wherever it has room; what a page of many profiles leaves
// out is said, and only then.
func TestStraplinesPrintOrAreSaid(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("She reads the tide. ", 20))
	for _, test := range []struct {
		perPage int
		text    string
		prints  bool
	}{{2, "She reads the tide", true}, {3, "She reads the tide", true}, {4, "She reads the tide", true}, {3, long, false}, {4, long, false}} {
		for _, theme := range model.Themes {
			s := invented(12)
			s.Edition.Scheme = model.Scheme{Kind: model.SchemeUnranked}
			for i := range s.Placements {
				s.Placements[i].Strapline = test.text
			}
			s.Yearbook.PerPage, s.Yearbook.Theme = test.perPage, theme
			b := compose(t, s)
			checkClear(t, b)
			said := false
			for _, p := range b.Problems {
				said = said || p.Kind == model.ProblemBook && strings.Contains(p.Text.String(), "straplines do not print")
			}
			if printed := placed(b, "entry-3", model.FieldStrapline) == inked(test.text); printed != test.prints || said == test.prints {
				t.Errorf("%s, %d a page, %q: printed %t, said %t", theme, test.perPage, test.text, printed, said)
			}
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
	last := float64(c.grid.last)
	first, later := c.linesBetween(indexFirstPage, last, usual), c.linesBetween(indexLaterPages, last, usual)
	for _, test := range []struct {
		name         string
		lines        int
		tight, level bool
	}{
		{"one page", first, false, false},
		{"two lines too many", first + 2, true, false},
		{"a quarter too many", first + later/4, false, true},
		{"half a page too many", first + later/2, false, true},
		{"two full pages", first + later - 1, false, false},
		{"two pages and two lines", first + later + 2, true, false},
		{"two pages and a half", first + later*3/2, false, true},
		{"two pages and two thirds", first + later*5/3, false, false},
		{"six pages and a quarter", first + later*21/4, true, false},
	} {
		fits := func(first, later int) int {
			pages := 1
			for left := test.lines - first; left > 0; left -= later {
				pages++
			}
			return pages
		}
		leading, foot, _ := c.tightened(IndexEntry, indexFirstPage, indexLaterPages, true, fits)
		if tight := leading < usual; tight != test.tight {
			t.Errorf("%s: lines of %.2f pt", test.name, leading.Pt())
		}
		if level := leading > usual || foot < last; level != test.level {
			t.Errorf("%s: lines of %.2f pt down to line %.0f", test.name, leading.Pt(), foot)
		}
		// All pages but the last are full, which has not a line less than it must.
		on, before := c.linesBetween(indexLaterPages, foot, leading), fits(first, later)
		left := (test.lines - c.linesBetween(indexFirstPage, foot, leading)) % on
		if test.level && (fits(c.linesBetween(indexFirstPage, foot, leading), on) != before || left > 0 && left < on*3/4) {
			t.Errorf("%s: %d lines on the last page, %d on others", test.name, left, on)
		}
	}
}

// A curator's own field that prints stands beside sector and country, or it is
// said that it does not.
func TestFieldsOfOnesOwnPrintOrAreSaid(t *testing.T) {
	for _, test := range []struct {
		perPage int
		value   string
		fits    bool
	}{{1, "Quay School", true}, {2, "Quay School", true}, {4, "Quay School", true}, {1, strings.Repeat("Quay School ", 20), false}} {
		for _, theme := range model.Themes {
			s := invented(8)
			s.Edition.Scheme = model.Scheme{Kind: model.SchemeUnranked}
			for i := range s.Placements {
				s.Placements[i].Video = ""
			}
			s.Yearbook.PerPage, s.Yearbook.Theme = test.perPage, theme
			who := s.Placements[2].Members[0].PersonID
			s.Facts = map[model.ID][]model.Fact{who: {{Name: "School", Value: test.value}}}
			b := compose(t, s)
			checkClear(t, b)
			said := false
			for _, p := range b.Problems {
				said = said || strings.Contains(p.Text.String(), "has no room beside sector") || strings.Contains(p.Text.String(), "Fields of your own do not print")
			}
			printed := strings.Contains(placed(b, string(s.Placements[2].ID), "sector"), inked("School: "+strings.TrimSpace(test.value)))
			if printed == said {
				t.Errorf("%s, %d a page, %q: printed %t, said %t", theme, test.perPage, test.value, printed, said)
			}
			if printed && !test.fits {
				t.Errorf("%s, %d a page: what is far too long was printed", theme, test.perPage)
			}
		}
	}
}

// Of several people, what is true of all prints once, and what is not after the
// given name, or the whole where two have the same.
func TestFactsOfAJointEntrySayWhoseTheyAre(t *testing.T) {
	for _, test := range []struct {
		second string
		want   []string
	}{
		{"Ben", []string{"Guild: Pilots", "Anna – Born: 1974", "Ben – Born: 1980", "Ben – Swimmer"}},
		{"Anna", []string{"Guild: Pilots", "Anna Quay – Born: 1974", "Anna Weir – Born: 1980", "Anna Weir – Swimmer"}},
	} {
		s := invented(8)
		p := &s.Placements[2]
		p.Members = append(p.Members, member(20))
		p.Members[0].Name, p.Members[1].Name = model.Name{Given: "Anna", Family: "Quay"}, model.Name{Given: test.second, Family: "Weir"}
		s.Facts = map[model.ID][]model.Fact{
			p.Members[0].PersonID: {{Name: "Born", Value: "1974"}, {Name: "Guild", Value: "Pilots"}},
			p.Members[1].PersonID: {{Name: "Born", Value: "1980"}, {Name: "Guild", Value: "Pilots"}, {Name: "Swimmer"}},
		}
		inSlots(s, slotSpread)
		if printed := placed(compose(t, s), string(p.ID), "sector"); printed != inked(p.Sector+strings.Join(test.want, "")) {
			t.Errorf("printed %q, want %q", printed, test.want)
		}
	}
}

// A book of names alone is told how to fill its pages.
func TestProfilesWithoutAnswersAreSaid(t *testing.T) {
	for _, tt := range []struct {
		perPage, silent int
		spreads         bool
		want            string
	}{
		{2, 20, true, "20 profiles without a spread have no answers"},
		{1, 20, false, "20 profiles have no answers"},
		{2, 3, true, ""},
		{4, 20, true, ""},
	} {
		s := invented(30)
		if !tt.spreads {
			s = onePerPage(s)
		}
		s.Yearbook.PerPage = tt.perPage
		for i := range tt.silent {
			s.Placements[len(s.Placements)-1-i].Answers = nil
		}
		said := ""
		for _, p := range compose(t, s).Problems {
			if text, _, ok := strings.Cut(p.Text.String(), ";"); ok && strings.Contains(text, "have no answers") {
				said = text
			}
		}
		if said != tt.want {
			t.Errorf("%d a page, %d without answers: said is %q", tt.perPage, tt.silent, said)
		}
	}
}

// Photos a little small for their places are named each; where most are, it is
// said once; one far too small is named among them too.
func TestSmallPhotosAreNamedOrCounted(t *testing.T) {
	for _, small := range []int{2, 20} {
		s := difficult(24)
		inSlots(s, slotOne)
		for i := range s.Placements {
			width := 3000
			switch {
			case i == 0:
				width = 300
			case i <= small:
				width = 720
			}
			id := model.ID("photo-" + itoa(i))
			s.Photos[id] = model.Photo{ID: id, Key: string(id), Width: width, Height: width * 4 / 3}
		}
		b := compose(t, s)
		warned, refused, counted := 0, 0, 0
		for _, p := range b.Problems {
			switch {
			case p.Kind == model.ProblemLowResolution && p.Severity == model.Error:
				refused++
			case p.Kind == model.ProblemLowResolution:
				warned++
			case strings.Contains(p.Text.String(), "photos print at less than 250 dpi"):
				counted++
			}
		}
		if many := small > 12; refused == 0 || many && (warned > 0 || counted != 1) || !many && (warned == 0 || counted > 0) {
			t.Errorf("%d small photos: %d named, %d far too small, counted %d times", small, warned, refused, counted)
		}
	}
}
