package yearbook

import (
	"strings"
	"testing"

	"laurel/model"
)

// A short answer fills the page of a spread in large type, a long one is set as
// others are; no word is lost or divided, and the measure of the slot stays.
func TestShortAnswersOfASpreadAreSetLarge(t *testing.T) {
	for _, theme := range model.Themes {
		for _, trim := range []string{"A5", "170×240", "210×265", "297×210"} {
			s := invented(3)
			inSlots(s, slotSpread)
			s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
			s.Placements[0].Answers[0].Edited = "Nobody has ever regretted counting the extraordinarily inconvenient boats twice."
			s.Placements[1].Answers[0].Edited = strings.Repeat("Nobody has ever regretted counting the boats twice. ", 40)
			s.Placements[2].Answers = nil
			b := compose(t, s)
			checkClear(t, b)
			checkNothingLost(t, s, b)
			var size [2]uint32
			for i := range size {
				lines, _ := texts(b, string(s.Placements[i].Answers[0].ID), model.FieldExcerpt)
				for _, l := range lines {
					size[i] = max(size[i], uint32(l.Line.Glyphs[0].Size))
					if i == 0 && l.Line.Hyphenated {
						t.Errorf("%s %s: %q is divided", theme, trim, readLine(l))
					}
				}
			}
			if float64(size[0]) < 1.8*float64(size[1]) {
				t.Errorf("%s %s: a short answer in %d, a long one in %d", theme, trim, size[0], size[1])
			}
			if slot := b.Slots[s.Placements[0].ID]; slot.Lines > 6 || slot.Words != 10 {
				t.Errorf("%s %s: a short answer measures %+v", theme, trim, slot)
			}
		}
	}
}
