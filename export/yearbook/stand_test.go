package yearbook

import (
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// In a centred theme the large titles of all sections stand about the middle of
// the text or, on a flooded page, of the sheet; in the others flush with the text.
func TestTitlesStandAsTheThemeDoes(t *testing.T) {
	atLength(t)
	for _, key := range model.Themes {
		s := sampleSnapshot(t, "emea-2026")
		s.Yearbook.Theme = key
		book := compose(t, s)
		theme := themed(t, func(y *model.Yearbook) { y.Theme = key })
		text := book.Document.Trim.W - theme.OuterMargin - theme.InnerMargin
		seen := map[string]bool{}
		for i, p := range book.Document.Pages {
			left := theme.InnerMargin
			if p.Verso {
				left = theme.OuterMargin
			}
			for _, m := range p.Marks {
				title, ok := m.(*page.Text)
				if !ok || title.Role != page.Heading1 || p.Section == string(model.SectionCover) {
					continue
				}
				seen[p.Section] = true
				if text-title.Line.Width < typeset.MM(30) {
					continue // it fills the line either way
				}
				middle := title.X + title.Line.Width/2
				fromText, fromPage := middle-left-text/2, middle-book.Document.Trim.W/2
				centred := min(max(fromText, -fromText), max(fromPage, -fromPage)) < typeset.MM(1)
				flush := max(title.X-left, left-title.X) < typeset.MM(1)
				if centred != theme.Centred || flush == theme.Centred {
					t.Errorf("%s, page %d, %s: a title %.1f mm from the left, %.1f mm wide", key, i+1, p.Section, title.X.MM(), title.Line.Width.MM())
				}
			}
		}
		for _, kind := range []model.SectionKind{
			model.SectionTitle, model.SectionForeword, model.SectionMethod, model.SectionGlance, model.SectionOpener, model.SectionNumbers,
			model.SectionThemes, model.SectionAlumni, model.SectionIndex, model.SectionCredits,
		} {
			if !seen[string(kind)] {
				t.Errorf("%s: no title of %s", key, kind)
			}
		}
	}
}
