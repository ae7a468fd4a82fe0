package yearbook

import (
	"testing"

	"laurel/export/page"
	"laurel/model"
)

// The long name of a list, a long subtitle, publisher and headings stand clear on
// every page, and no running head leaves it.
func TestLongNamesStandClear(t *testing.T) {
	const heading = "An unusually long heading for this section of the book, with a comma"
	for _, theme := range model.Themes {
		for _, trim := range []string{"A5", "170×240", "210×265"} {
			s := sampleSnapshot(t, "emea-2026")
			s.Placements = s.Placements[:14]
			y := &s.Yearbook
			y.Theme, y.Trim = theme, trim
			y.Title = "The Association of Independent Hydrographers’ Annual Register of Outstanding Leaders in Measurement"
			y.Subtitle = "Two hundred people and organisations from thirty-three countries who find out how deep it really is, and who say so in public"
			y.Publisher = "The Leadline Press and Nautical Publishing Company Limited, London"
			for i := range y.Sections {
				switch section := &y.Sections[i]; section.Kind {
				case model.SectionJudges, model.SectionIndex, model.SectionAlumni, model.SectionThemes, model.SectionNumbers, model.SectionForeword,
					model.SectionMethod, model.SectionGlance, model.SectionCredits:
					section.Title = heading
				}
			}
			b := compose(t, s)
			checkClear(t, b)
			for _, p := range problemsOf(b, model.ProblemNearEdge) {
				t.Errorf("%s %s, page %d: %s", theme, trim, p.Page, p.Text)
			}
			for n, p := range b.Document.Pages {
				lines := 0
				for _, text := range pageTexts(p) {
					if text.Role == page.Heading1 && text.Source.Field == "title" {
						lines++
					}
				}
				if lines > mostTitleLines {
					t.Errorf("%s %s, page %d: the title takes %d lines", theme, trim, n+1, lines)
				}
			}
		}
	}
}
