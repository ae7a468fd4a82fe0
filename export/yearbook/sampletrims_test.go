package yearbook

import (
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/model"
)

// The sample book stands clear on every page in every theme, on square and lying
// pages too, and its long German words with it; no portrait lies.
func TestTheSampleStandsClearOnEveryTrim(t *testing.T) {
	atLength(t)
	for _, theme := range model.Themes {
		for _, trim := range []string{"A5", "170×240", "210×210", "210×265", "230×300", "297×210"} {
			for _, language := range []string{"en-GB", "de"} {
				t.Run(theme+" "+trim+" "+language, func(t *testing.T) {
					s := sampleSnapshot(t, "emea-2026")
					s.Yearbook.Theme, s.Yearbook.Trim, s.Yearbook.Language = theme, trim, language
					b := compose(t, s)
					checkClear(t, b)
					for _, p := range problemsOf(b, model.ProblemOverset) {
						t.Errorf("page %d: %s", p.Page, p.Text)
					}
					for n, p := range b.Document.Pages {
						for _, m := range p.Marks {
							if picture, ok := m.(*page.Picture); ok && picture.W > picture.H*13/10 {
								t.Errorf("page %d: a picture of %.0f × %.0f mm", n+1, picture.W.MM(), picture.H.MM())
							}
						}
					}
				})
			}
		}
	}
}

// Who wrote a foreword stands below its opening words, smaller where these are
// many; too many are no opening.
func TestTheWriterStandsBelowTheOpeningWords(t *testing.T) {
	for _, theme := range model.Themes {
		for _, words := range []int{20, 50, 90, 140, 300} {
			for _, trim := range []string{"A5", "210×265", "297×210"} {
				s := sampleSnapshot(t, "emea-2026")
				s.Placements = s.Placements[:3]
				s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
				for _, section := range s.Yearbook.Sections {
					if section.Kind == model.SectionForeword {
						section.Text = "> " + proseOf(words) + "\n\n" + proseOf(80)
						s.Yearbook.Sections = []model.Section{section}
						break
					}
				}
				b := compose(t, s)
				checkClear(t, b)
				var all strings.Builder
				pictures := 0
				for _, p := range b.Document.Pages {
					for _, text := range pageTexts(p) {
						if text.Role != page.Artifact {
							all.WriteString(readLine(text))
						}
					}
					for _, m := range p.Marks {
						if _, ok := m.(*page.Picture); ok {
							pictures++
						}
					}
				}
				if pictures != 1 || !strings.Contains(inked(all.String()), inked(proseOf(words))) {
					t.Errorf("%s %s, %d words: %d portraits, or the words are not whole", theme, trim, words, pictures)
				}
			}
		}
	}
}
