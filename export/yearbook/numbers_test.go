package yearbook

import (
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

// The charts of the sample stand on two pages where the course of the ranks is
// drawn no higher than it needs beside others, and both pages are full.
func TestTheChartsShareTwoPages(t *testing.T) {
	for _, theme := range []string{"laurel", "almanack"} {
		for _, trim := range []string{"170×240", "189×246", "210×265"} {
			s := sampleSnapshot(t, "emea-2026")
			s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
			b := compose(t, s)
			pages := sectionsOf(b)[string(model.SectionNumbers)]
			if len(pages) != 2 {
				t.Errorf("%s %s: charts on pages %v", theme, trim, pages)
				continue
			}
			foot := typeset.Length(0)
			for _, text := range pageTexts(b.Document.Pages[pages[1]-1]) {
				foot = max(foot, text.Y)
			}
			if foot < b.Document.Trim.H*4/5 {
				t.Errorf("%s %s: the last chart ends at %.0f mm", theme, trim, foot.MM())
			}
		}
	}
}
