package yearbook

import (
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// Where two profiles share a page and nobody says anything, portraits are larger,
// all of one size; a single answer keeps them as they are drawn.
func TestPortraitsOfABareListAreLarger(t *testing.T) {
	for _, theme := range model.Themes {
		for _, trim := range []string{"170×240", "210×265"} {
			for _, kind := range []slotKind{slotTwo, slotTwoFiled} {
				var widths [2]map[typeset.Length]bool
				for i, answers := range []int{0, 1} {
					s := invented(6)
					s.Photos["p"] = model.Photo{ID: "p", Key: "face", Width: 3000, Height: 4000}
					s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
					for n := range s.Placements {
						s.Placements[n].PhotoID, s.Placements[n].Rank = "p", model.Rank{Number: n + 1}
						if n >= answers {
							s.Placements[n].Answers = nil
						}
					}
					s.Edition.Scheme = model.Scheme{Kind: model.SchemeFull}
					inSlots(s, kind)
					b := compose(t, s)
					checkClear(t, b)
					widths[i] = map[typeset.Length]bool{}
					for _, p := range b.Document.Pages {
						for _, m := range p.Marks {
							if picture, ok := m.(*page.Picture); ok {
								widths[i][picture.W] = true
							}
						}
					}
				}
				for bare := range widths[0] {
					for usual := range widths[1] {
						if len(widths[0]) != 1 || bare <= usual*11/10 {
							t.Errorf("%s %s %s: portraits are %v wide, beside words %v", theme, trim, slotNames[kind], widths[0], widths[1])
						}
					}
				}
			}
		}
	}
}
