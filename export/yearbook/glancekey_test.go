package yearbook

import (
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// The key of the list at a glance stands between title and rows in every
// language: within the margins, and on no line with the heads of the columns.
func TestTheKeyOfMovementHasRoom(t *testing.T) {
	for _, theme := range model.Themes {
		for _, trim := range []string{"A5", "170×240", "189×246", "210×265"} {
			for _, language := range model.BookLanguages {
				s := sampleSnapshot(t, "emea-2026")
				s.Yearbook.Theme, s.Yearbook.Trim, s.Yearbook.Language = theme, trim, language
				s.Yearbook.Sections = []model.Section{{Kind: model.SectionGlance}}
				s.Placements = s.Placements[:40]
				b := compose(t, s)
				c, err := newComposer(t, 1).begin(t.Context(), s)
				if err != nil {
					t.Fatal(err)
				}
				right := b.Document.Trim.W - c.grid.innerMargin()
				var above []*page.Text
				for _, text := range pageTexts(b.Document.Pages[0]) {
					if y := text.Y; y > c.grid.ln(4) && y < c.grid.ln(8) {
						above = append(above, text)
					}
				}
				if len(above) < 6 {
					t.Fatalf("%s %s %s: a key of %d texts", theme, trim, language, len(above))
				}
				for _, a := range above {
					if end := a.X + a.Line.Width; end > right+typeset.Pt {
						t.Errorf("%s %s %s: %q ends %.1f mm in the margin", theme, trim, language, readLine(a), (end - right).MM())
					}
					for _, o := range above {
						apart := o.Y - a.Y
						if beside := a.X+a.Line.Width < o.X || o.X+o.Line.Width < a.X; !beside && apart > 0 && apart < c.theme.Leading*3/5 {
							t.Errorf("%s %s %s: %q stands %.1f pt above %q", theme, trim, language, readLine(a), apart.Pt(), readLine(o))
						}
					}
				}
			}
		}
	}
}
