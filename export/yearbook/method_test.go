package yearbook

import (
	"strings"
	"testing"

	"laurel/export/typeset"
	"laurel/model"
)

// The labels of the method's tables stand as the theme's titles do, and a judge's
// double name is parted between its words before it is at its hyphen.
func TestTheMethodStandsAsItsTheme(t *testing.T) {
	for _, theme := range model.Themes {
		s := sampleSnapshot(t, "emea-2026")
		s.Yearbook.Theme = theme
		b := compose(t, s)
		c, err := newComposer(t, 1).begin(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		label, judges := 0, ""
		for _, n := range sectionsOf(b)[string(model.SectionMethod)] {
			p := b.Document.Pages[n-1]
			left := c.grid.innerMargin()
			if p.Verso {
				left = c.grid.outerMargin()
			}
			for _, text := range pageTexts(p) {
				judges += readLine(text) + "\n"
				if !strings.EqualFold(readLine(text), "The year") {
					continue
				}
				label++
				want := left
				if c.theme.Centred {
					want += (c.grid.text - text.Line.Width) / 2
				}
				if off := text.X - want; off > typeset.Pt || off < -typeset.Pt {
					t.Errorf("%s: the label stands at %.1f mm, want %.1f mm", theme, text.X.MM(), want.MM())
				}
			}
		}
		if label != 1 || !strings.Contains(judges, "Mabasa-Greene") {
			t.Errorf("%s: %d labels; judges:\n%s", theme, label, judges)
		}
	}
}

// Tables without a text before them begin below the title, not overleaf.
func TestTablesAloneBeginBelowTheTitle(t *testing.T) {
	for _, theme := range model.Themes {
		s := sampleSnapshot(t, "emea-2026")
		s.Yearbook.Theme = theme
		s.Edition.Method, s.Edition.Criteria = "| | |\n|-|-|\n| 12 January | Nominations open |\n| 27 March | They close |", ""
		for i := range s.Yearbook.Sections {
			if s.Yearbook.Sections[i].Kind == model.SectionMethod {
				s.Yearbook.Sections[i].Text = ""
			}
		}
		b := compose(t, s)
		checkClear(t, b)
		if first := pageText(b.Document.Pages[sectionsOf(b)[string(model.SectionMethod)][0]-1]); !strings.Contains(first, "They close") {
			t.Errorf("%s: the first page says %q", theme, first)
		}
	}
}
