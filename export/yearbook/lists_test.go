package yearbook

import (
	"slices"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// The list at a glance explains its marks on its first page, clear of all else,
// and is shared out so that no few rows stand on a page of their own.
func TestTheListAtAGlance(t *testing.T) {
	for _, theme := range model.Themes {
		for _, trim := range []string{"120×170", "A5", "170×240", "210×265"} {
			s := difficult(61)
			s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
			s.Yearbook.Sections = []model.Section{{Kind: model.SectionGlance}}
			b := compose(t, s)
			checkClear(t, b)
			pages := sectionsOf(b)[string(model.SectionGlance)]
			rows := make([]int, len(pages))
			for i, n := range pages {
				for _, text := range pageTexts(b.Document.Pages[n-1]) {
					if text.Source.Field == model.FieldRank && text.Role == page.ListItem && !strings.Contains("NEWRE=", strings.TrimSpace(readLine(text))) {
						rows[i]++
					}
				}
			}
			if first := pageText(b.Document.Pages[pages[0]-1]); !strings.Contains(first, "places risen") || !strings.Contains(first, "first time included") {
				t.Errorf("%s %s: the key does not stand on the first page: %s", theme, trim, first)
			}
			if n := len(rows); n > 1 && rows[n-1]*2 < rows[0] {
				t.Errorf("%s %s: pages of %v marks", theme, trim, rows)
			}
		}
	}
}

// The contents of a usual book stand on one page of any preset.
func TestContentsStandOnOnePage(t *testing.T) {
	atLength(t)
	for _, theme := range model.Themes {
		for _, trim := range model.Trims {
			s := full(40)
			s.Yearbook.Theme, s.Yearbook.Trim = theme, trim.Name
			s.Yearbook.Sections = model.DefaultYearbook().Sections
			if n := len(sectionsOf(compose(t, s))[string(model.SectionContents)]); n != 1 {
				t.Errorf("%s %s: contents of %d pages", theme, trim.Name, n)
			}
		}
	}
}

// A short list begins below the one before it, unless it is told on which side
// of the leaf to begin.
func TestShortListsShareAPage(t *testing.T) {
	for _, start := range []model.StartSide{"", model.StartRecto} {
		s := difficult(8)
		s.Yearbook.Sections = []model.Section{{Kind: model.SectionProfiles}, {Kind: model.SectionOrganisations}, {Kind: model.SectionCredits, Start: start}}
		b := compose(t, s)
		checkClear(t, b)
		own := sectionsOf(b)[string(model.SectionCredits)]
		if alone := len(own) > 0; alone != (start != "") {
			t.Errorf("start %q: credits on pages of their own: %v", start, own)
		}
		if text := sectionText(b, model.SectionCredits); !strings.Contains(text, "Picture credits") {
			t.Errorf("start %q: %s", start, text)
		}
	}
}

// Credits and thanks share a page on small pages too, the thanks under a smaller
// title, in the type of answers if need be; where there is room they are like any.
func TestThanksShareThePageOfTheCredits(t *testing.T) {
	for trim, smaller := range map[string]bool{"A5": true, "170×240": true, "297×210": true, "210×297": false} {
		for _, theme := range model.Themes {
			s := sampleSnapshot(t, "emea-2026")
			s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
			b := compose(t, s)
			checkClear(t, b)
			size := map[string]uint32{}
			for _, p := range b.Document.Pages {
				if !strings.Contains(pageText(p), "Picture credits") || p.Section == string(model.SectionContents) {
					continue
				}
				for _, text := range pageTexts(p) {
					if text.Role == page.Heading1 {
						size[readLine(text)] = uint32(text.Line.Glyphs[1].Size)
					}
				}
			}
			credits, thanks := size["Picture credits"], size["Thanks"]
			if thanks == 0 || (thanks < credits) != smaller {
				t.Errorf("%s %s: titles of %d and %d", theme, trim, credits, thanks)
			}
		}
	}
}

// In a centred theme the imprint stands in the middle too.
func TestTheImprintStandsAsItsTheme(t *testing.T) {
	s := full(4)
	s.Yearbook.Theme = "almanack"
	s.Yearbook.Sections = []model.Section{{Kind: model.SectionImprint}}
	b := compose(t, s)
	lines := map[typeset.Length][2]typeset.Length{} // by baseline, from where to where
	for _, p := range b.Document.Pages {
		for _, text := range pageTexts(p) {
			if text.Source.Field != "imprint" {
				continue
			}
			from, to := text.X, text.X+text.Line.Width
			if before, ok := lines[text.Y]; ok {
				from, to = min(from, before[0]), max(to, before[1])
			}
			lines[text.Y] = [2]typeset.Length{from, to}
		}
	}
	middles := []typeset.Length{}
	for _, l := range lines {
		middles = append(middles, (l[0]+l[1])/2)
	}
	if len(middles) < 4 || slices.Max(middles)-slices.Min(middles) > 2*typeset.Pt {
		t.Errorf("lines of the imprint are about %v", middles)
	}
}

// An edition that has no ID yet is printed as any other.
func TestAnEditionWithoutAnID(t *testing.T) {
	s := full(4)
	s.Edition.ID = ""
	if b := compose(t, s); len(b.Document.Pages) == 0 {
		t.Error("no pages")
	}
}

// The title page names the editor in the words of the book's language, whichever
// of the language's words, or English, the credits use.
func TestEditorsOfAllLanguages(t *testing.T) {
	for language, labels := range map[string][]string{
		"de": {"Editor", "Herausgeberin", "Redaktion", "herausgegeben von"}, "fr": {"Rédactrice en chef", "Editor"}, "en-GB": {"Editor", "Editors"},
	} {
		for _, label := range labels {
			s := full(4)
			s.Yearbook.Language, s.Yearbook.Credits = language, label+": Edda Ink"
			if text := sectionText(compose(t, s), model.SectionTitle); !strings.Contains(text, "Edda Ink") {
				t.Errorf("%s, %q: %s", language, label, text)
			}
		}
	}
}

// A list that another begins below fills its page; alone, or before one that
// begins on a page of its own, it is shared out evenly over two.
func TestAListFillsItsPageForTheNext(t *testing.T) {
	for name, test := range map[string]struct {
		next model.Section
		want bool
	}{
		"below":    {model.Section{}, true},
		"none":     {model.Section{Off: true}, false},
		"overleaf": {model.Section{Start: model.StartVerso}, false},
	} {
		s := full(232)
		test.next.Kind = model.SectionOrganisations
		s.Yearbook.Sections = []model.Section{{Kind: model.SectionProfiles}, {Kind: model.SectionIndex}, test.next}
		pages := sectionsOf(compose(t, s))[string(model.SectionIndex)]
		if len(pages) != 2 {
			t.Fatalf("an index of %d pages", len(pages))
		}
		b := compose(t, s)
		foot := func(n int) (y typeset.Length) {
			for _, text := range pageTexts(b.Document.Pages[n-1]) {
				if text.Role == page.IndexEntry {
					y = max(y, text.Y)
				}
			}
			return y
		}
		if full := foot(pages[0]) > b.Document.Trim.H*85/100; full != test.want {
			t.Errorf("%s: the first page ends at %.0f mm", name, foot(pages[0]).MM())
		}
	}
}

// A short list fills its page, and every list names the organisations, of pairs
// with long names too.
func TestGlanceNamesOrganisations(t *testing.T) {
	for _, theme := range model.Themes {
		for _, trim := range []string{"A5", "210×265"} {
			for _, n := range []int{3, 9, 40} {
				s := difficult(n)
				s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
				s.Yearbook.Sections = []model.Section{{Kind: model.SectionGlance}}
				b := compose(t, s)
				checkClear(t, b)
				shown := map[string]bool{}
				for _, i := range sectionsOf(b)[string(model.SectionGlance)] {
					for _, text := range pageTexts(b.Document.Pages[i-1]) {
						if text.Source.Field == model.FieldOrganisation {
							shown[text.Source.Record] = true
						}
					}
				}
				for i := range s.Placements {
					if p := &s.Placements[i]; printedOrganisation(p) != "" && !shown[string(p.ID)] {
						t.Errorf("%s %s, %d entries: %s stands without its organisation", theme, trim, n, p.PrintedName())
					}
				}
			}
		}
	}
}

// A hundred fill two pages, on facing pages too, where the second begins as far
// down as the first.
func TestAHundredAtAGlanceFillTwoPages(t *testing.T) {
	for side, want := range map[model.StartSide]int{model.StartRecto: 2, model.StartVerso: 3} { // page 1 blank
		s := full(100)
		s.Yearbook.Sections = []model.Section{{Kind: model.SectionGlance, Start: side}}
		if pages := sectionsOf(compose(t, s))[string(model.SectionGlance)]; len(pages) != want {
			t.Errorf("begun on a %s: pages %v", side, pages)
		}
	}
}

// The contents of a list of many categories stand on one page too, and each
// category's opener says its word whole.
func TestManyCategories(t *testing.T) {
	s := full(28)
	s.Yearbook.Sections = model.DefaultYearbook().Sections
	s.Edition.Scheme = model.Scheme{Kind: model.SchemeCategories}
	for i := range s.Placements {
		s.Placements[i].Category = []string{"Manufacturing", "Telecommunications"}[i%2] + itoa(i/4)
	}
	b := compose(t, s)
	if pages := sectionsOf(b)[string(model.SectionContents)]; len(pages) != 1 {
		t.Errorf("contents on pages %v", pages)
	}
	if text := sectionText(b, model.SectionOpener); !strings.Contains(text, "Telecommunications3") {
		t.Errorf("the openers say %q", text)
	}
}

// The list at a glance names bands and categories before their entries, none at
// the foot of a column, and not what all entries have in common.
func TestGlanceNamesGroups(t *testing.T) {
	lines := make([]glanceLine, 0, 60)
	for i := range 60 {
		lines = append(lines, glanceLine{entry: &entry{}})
		if i%7 == 6 {
			lines = append(lines, glanceLine{heading: "Silver"})
		}
	}
	for rows := 2; rows < 40; rows++ {
		page, rest := glanceColumns(lines, 2, rows)
		n := len(rest)
		for i, column := range page {
			n += len(column)
			if last := column[len(column)-1]; last.entry == nil {
				t.Errorf("%d rows: column %d ends in a heading", rows, i)
			}
		}
		if n != len(lines) {
			t.Errorf("%d rows: %d of %d lines", rows, n, len(lines))
		}
	}
	for _, test := range []struct {
		bands []string
		want  int
	}{{[]string{"Gold", "Gold", "Gold"}, 0}, {[]string{"Gold", "Gold", "Silver"}, 2}, {[]string{"", "", "101–150"}, 1}} {
		c := &composition{}
		for _, band := range test.bands {
			c.entries = append(c.entries, entry{placement: &model.Placement{Rank: model.Rank{Band: band}}})
		}
		if got := len(c.glanceLines()) - len(test.bands); got != test.want {
			t.Errorf("%q: %d headings, want %d", test.bands, got, test.want)
		}
	}
}

// The index of a list of few begins below those of all years.
func TestAnIndexBelowAShortListOfAllYears(t *testing.T) {
	s := full(8)
	s.Yearbook.Sections = []model.Section{{Kind: model.SectionProfiles}, {Kind: model.SectionAlumni}, {Kind: model.SectionIndex}}
	b := compose(t, s)
	checkClear(t, b)
	if pages := sectionsOf(b); len(pages[string(model.SectionIndex)]) > 0 || len(pages[string(model.SectionAlumni)]) != 1 {
		t.Errorf("pages %v", pages)
	}
}

// The columns of a short index end level only where none has to part what belongs
// together: an index of one name is one column.
func TestAShortIndexPartsNothing(t *testing.T) {
	for n := 1; n <= 12; n++ {
		s := invented(n)
		for i := range s.Placements {
			s.Placements[i].Members[0].Organisation = []string{"Metropolitan Police Service of the Northern Harbours", "Quay"}[i%2]
		}
		c, err := newComposer(t, 1).begin(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		shape := c.grid.columnsOf(typeset.MM(indexColumn), 4)
		for what, headings := range map[string][]heading{"people": c.peopleHeadings(), "organisations": c.organisationHeadings()} {
			lines := c.indexLines(headings, shape.width)
			if len(lines) < 2 {
				t.Fatalf("%d %s have %d lines", n, what, len(lines))
			}
			level := levelHeight(lines, shape.columns, 60)
			for left := lines; len(left) > 0; {
				k := indexBreak(left, level)
				if k < len(left) && left[k-1].keep {
					t.Errorf("%d %s: a column of %d lines ends within an entry or after a letter", n, what, level)
				}
				left = skipWhite(left[k:])
			}
		}
	}
}

// The top of a list is called what it is, however many of it are in the book.
func TestTheTopIsCalledWhatItIs(t *testing.T) {
	for _, test := range []struct {
		scheme model.Scheme
		size   int
		ranks  []int
		want   string
	}{
		{model.Scheme{Kind: model.SchemeTop, Top: 10}, 100, []int{3}, "The top ten"},
		{model.Scheme{Kind: model.SchemeTop, Top: 10}, 0, []int{3}, "The top ten"},
		{model.Scheme{Kind: model.SchemeTop, Top: 10}, 3, []int{1, 2, 3}, "The top three"},
		{model.Scheme{Kind: model.SchemeTop, Top: 5}, 50, []int{1, 2, 3, 4, 5}, "The top five"},
		{model.Scheme{Kind: model.SchemeFull}, 100, []int{1, 2, 3}, "The top three"},
		{model.Scheme{Kind: model.SchemeFull}, 100, []int{2, 9}, "The top nine"},
		{model.Scheme{Kind: model.SchemeFull}, 12, []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, "The top ten"},
	} {
		s := invented(len(test.ranks))
		s.Edition.Scheme, s.Edition.Size = test.scheme, test.size
		for i, r := range test.ranks {
			s.Placements[i].Rank = model.Rank{Number: r}
		}
		c, err := newComposer(t, 1).begin(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		if parts := c.parts(model.SectionTop); len(parts) != 1 || parts[0].title != test.want {
			t.Errorf("ranks %v of %+v: %+v, want %q", test.ranks, test.scheme, parts, test.want)
		}
	}
}

// What the curator calls the edition stands wherever the book names it, and not a
// number that the years in the file suggest.
func TestTheEditionIsCalledAsTheCuratorHasIt(t *testing.T) {
	s := sampleSnapshot(t, "emea-2026")
	s.Yearbook.Issue = "Twelfth year"
	text := ""
	for _, p := range compose(t, s).Document.Pages {
		text += pageText(p) + "\n"
	}
	if n := strings.Count(text, "Twelfth year"); n < 2 || strings.Contains(text, "Third edition") {
		t.Errorf("it is called so %d times; Third edition: %v", n, strings.Contains(text, "Third edition"))
	}
}

// The second line of a name at a glance stands clear of the rule below its row.
func TestTurnedNamesAtAGlanceClearTheirRules(t *testing.T) {
	for _, theme := range model.Themes {
		for _, trim := range []string{"170×240", "210×265"} {
			s := full(12)
			s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
			s.Yearbook.Sections = []model.Section{{Kind: model.SectionGlance}}
			for i := range s.Placements {
				s.Placements[i].Members = []model.Member{{PersonID: "x", Name: model.Name{Given: "Margery Guinevere", Family: "Quigley-Fotheringay Pettigrew of Jaywick"}}}
			}
			for range 40 {
				s.Placements = append(s.Placements, s.Placements[0])
			}
			p := compose(t, s).Document.Pages[0]
			turned := 0
			for _, m := range p.Marks {
				rule, ok := m.(*page.Path)
				if !ok || rule.Stroke == nil && rule.Fill == nil {
					continue
				}
				box := boxOf(rule)
				for _, text := range pageTexts(p) {
					below := box.y0 - text.Y
					if text.Source.Field != model.FieldName || text.Role != page.ListItem || below < 0 || below > 6*typeset.Pt || text.X > box.x1 {
						continue
					}
					g := text.Line.Glyphs[0]
					turned++
					if depth := typeset.Length(g.Size) * 22 / 100; below < depth+typeset.Points(0.4) {
						t.Errorf("%s %s: %q stands %.2f pt above its rule", theme, trim, readLine(text), below.Pt())
					}
				}
			}
			if turned == 0 {
				t.Errorf("%s %s: no name takes two lines", theme, trim)
			}
		}
	}
}
