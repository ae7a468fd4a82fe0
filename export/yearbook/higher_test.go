package yearbook

import (
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// Answers of a spread that are a few lines too long begin nearer to the name
// before they go overleaf.
func TestLongAnswersOfASpreadBeginHigher(t *testing.T) {
	for _, theme := range model.Themes {
		first := func(words int) (y typeset.Length, pages int) {
			s := invented(1)
			inSlots(s, slotSpread)
			s.Yearbook.Theme, s.Yearbook.Trim = theme, "210×265"
			s.Placements[0].Answers[0].Edited = strings.Repeat("boats and people ", words/3) + "count."
			b := compose(t, s)
			checkClear(t, b)
			checkNothingLost(t, s, b)
			for _, p := range b.Document.Pages {
				if p.Section == string(model.SectionTop) {
					pages++
				}
				for _, text := range pageTexts(p) {
					if text.Role == page.Heading3 && y == 0 {
						y = text.Y
					}
				}
			}
			return y, pages
		}
		usual, spread := first(300)
		longest := typeset.Length(0)
		for words := 390; words < 900; words += 9 {
			y, pages := first(words)
			if pages > spread {
				break
			}
			longest = y
		}
		if longest >= usual || longest == 0 {
			t.Errorf("%s: the longest answers that fit begin at %.0f mm, others at %.0f", theme, longest.MM(), usual.MM())
		}
	}
}
