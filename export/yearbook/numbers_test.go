package yearbook

import (
	"slices"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// The course of the ranks takes the room that a page has for it: alone it ends at
// the foot, and its circles stand farther apart than on the page of others.
func TestTheCourseOfRanksFillsItsPage(t *testing.T) {
	for _, theme := range model.Themes {
		s := sampleSnapshot(t, "emea-2026")
		s.Yearbook.Theme, s.Yearbook.Trim = theme, "A5"
		for i := range s.Yearbook.Sections {
			if section := &s.Yearbook.Sections[i]; section.Kind == model.SectionNumbers {
				section.Charts = []string{model.ChartSectors, model.ChartTopTen}
			}
		}
		b := compose(t, s)
		checkClear(t, b)
		pages := sectionsOf(b)[string(model.SectionNumbers)]
		last := b.Document.Pages[pages[len(pages)-1]-1]
		foot := typeset.Length(0)
		for _, text := range pageTexts(last) {
			if text.Role != page.Artifact {
				foot = max(foot, text.Y)
			}
		}
		c, err := newComposer(t, 1).begin(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		if end := c.grid.ln(float64(c.grid.last)); foot > end || end-foot > 2*c.theme.Leading {
			t.Errorf("%s: the chart ends at %.0f mm, the page at %.0f mm", theme, foot.MM(), end.MM())
		}
	}
}

// Charts share their pages out so that none stands half empty, the last as little
// as the first; titles, which speak of the first chart, stand above it.
func TestTheChartsFillTheirPages(t *testing.T) {
	for _, theme := range model.Themes {
		for _, trim := range []string{"A5", "170×240", "189×246", "210×265", "297×210"} {
			s := sampleSnapshot(t, "emea-2026")
			s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
			b := compose(t, s)
			pages := sectionsOf(b)[string(model.SectionNumbers)]
			for i, n := range pages {
				foot := typeset.Length(0)
				for _, text := range pageTexts(b.Document.Pages[n-1]) {
					foot = max(foot, text.Y)
				}
				if foot < b.Document.Trim.H*4/5 {
					t.Errorf("%s %s: the charts of page %d of %d end at %.0f of %.0f mm", theme, trim, i+1, len(pages), foot.MM(), b.Document.Trim.H.MM())
				}
			}
			if first := pageText(b.Document.Pages[pages[0]-1]); !strings.Contains(strings.ToUpper(first), "TURNOVER") {
				t.Errorf("%s %s: the first page has no turnover: %q", theme, trim, first)
			}
		}
	}
}

// Charts keep the order that a curator chose; others leave it where that fills pages.
func TestChartsLeaveTheirOrderOnlyUnasked(t *testing.T) {
	chart := func(height typeset.Length) piece { return piece{height: height, depth: height} }
	page := func(int) typeset.Length { return 10*chartGap + chartGap }
	charts := []piece{chart(3 * chartGap), chart(9 * chartGap), chart(6 * chartGap)}
	for ordered, want := range map[bool]int{false: 2, true: 3} {
		if got := divideCharts(charts, page, ordered); len(got.pages) != want {
			t.Errorf("ordered %v: %d pages, want %d", ordered, len(got.pages), want)
		}
	}
}

// Tables of movers have more rows where a page has room for them.
func TestTablesOfMoversGrow(t *testing.T) {
	s := full(60)
	before := *s.Predecessor
	before.Scheme, s.Edition.Scheme = model.Scheme{Kind: model.SchemeFull}, model.Scheme{Kind: model.SchemeFull}
	for i := range s.Placements {
		s.Placements[i].Rank, s.Compared[i].Rank = model.Rank{Number: i + 1}, model.Rank{Number: i*7%60 + 1}
	}
	s.Chronicle = model.NewChronicle(model.List{ID: "list"}, s.Edition, []model.Edition{before, s.Edition}, append(slices.Clone(s.Compared), s.Placements...))
	c, err := newComposer(t, 1).begin(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	theme := c.chartTheme(chartRows[0])
	few, more := c.movers(theme, c.grid.text, 0), c.movers(theme, c.grid.text, 3*theme.Row)
	if more.H <= few.H || more.H > few.H+3*theme.Row || len(more.Table) <= len(few.Table) {
		t.Errorf("%d rows of %.0f mm became %d of %.0f mm", len(few.Table), few.H.MM(), len(more.Table), more.H.MM())
	}
}

// firstOf is the sample with its first n entries, in earlier years too.
func firstOf(t *testing.T, n int) *model.Snapshot {
	t.Helper()
	s := sampleSnapshot(t, "emea-2026")
	var editions []model.Edition
	var all []model.Placement
	s.Placements = s.Placements[:n]
	for _, y := range s.Chronicle.Years {
		editions = append(editions, y.Edition)
		if y.Edition.ID != s.Edition.ID {
			all = append(all, y.Entries[:n]...)
		}
	}
	s.Chronicle = model.NewChronicle(model.List{ID: s.Edition.ListID, Name: s.Edition.ListName}, s.Edition, editions, append(all, s.Placements...))
	return s
}

// Of one or two the course of the ranks says nothing; of five it has five ranks.
func TestTheCourseOfRanksOfAFew(t *testing.T) {
	for n, want := range map[int]string{1: "", 2: "", 3: "THE TOP THREE SINCE 2024", 5: "THE TOP FIVE SINCE 2024", 30: "THE TOP TEN SINCE 2024"} {
		text := sectionText(compose(t, firstOf(t, n)), model.SectionNumbers)
		if got := strings.Contains(text, "SINCE"); got != (want != "") || !strings.Contains(text, want) {
			t.Errorf("of %d: %q", n, text)
		}
	}
}

// What the few themes of a short list have to say does not go overleaf to leave
// the page there nearly empty.
func TestAFewThemesStandOnOnePage(t *testing.T) {
	for _, n := range []int{3, 4, 5, 8} {
		for _, theme := range model.Themes {
			for _, trim := range []string{"A5", "210×265"} {
				s := firstOf(t, n)
				s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
				b := compose(t, s)
				pages := sectionsOf(b)[string(model.SectionThemes)]
				if len(pages) < 2 {
					continue
				}
				foot := typeset.Length(0)
				for _, text := range pageTexts(b.Document.Pages[pages[len(pages)-1]-1]) {
					foot = max(foot, text.Y)
				}
				if foot < b.Document.Trim.H*2/5 {
					t.Errorf("%d, %s %s: the last page ends at %.0f of %.0f mm", n, theme, trim, foot.MM(), b.Document.Trim.H.MM())
				}
			}
		}
	}
}
