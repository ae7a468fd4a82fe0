package yearbook

import (
	"fmt"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// panelOf is the sample with so many judges, each with a portrait.
func panelOf(t *testing.T, n int) *model.Snapshot {
	t.Helper()
	s := sampleSnapshot(t, "emea-2026")
	s.Assets = map[model.ID]model.Asset{}
	s.Edition.Judges = nil
	var portraits []model.ID
	for i := range n {
		id := model.ID(fmt.Sprint("judge", i))
		s.Assets[id] = model.Asset{ID: id, Kind: model.AssetPicture, Key: string(id), Width: 3000, Height: 3600}
		s.Edition.Judges = append(s.Edition.Judges, []string{"Jorunn Haavikstad, Editor, Tallverk", "Thulani Mabasa-Greene, Founder, Second Reading", "Matija Brezovšek, Ombudsman"}[i%3])
		portraits = append(portraits, id)
	}
	for i := range s.Yearbook.Sections {
		if s.Yearbook.Sections[i].Kind == model.SectionJudges {
			s.Yearbook.Sections[i].Pictures = portraits
		}
	}
	return s
}

// A few judges under the tables of the method have larger portraits than many;
// no word of theirs is torn for it.
func TestJudgesUseTheRoomUnderTheTables(t *testing.T) {
	for _, theme := range model.Themes {
		for _, trim := range []string{"A5", "170×240", "210×265", "210×297"} {
			var widest [2]typeset.Length
			for i, n := range []int{3, 9} {
				s := panelOf(t, n)
				s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
				b := compose(t, s)
				words := strings.FieldsFunc(strings.Join(s.Edition.Judges, " "), func(r rune) bool { return strings.ContainsRune(" -,", r) })
				foot := typeset.Length(0)
				var on *page.Page
				for _, p := range b.Document.Pages {
					for _, m := range p.Marks {
						if picture, ok := m.(*page.Picture); ok && strings.HasPrefix(picture.Photo, "judge") {
							widest[i], on = max(widest[i], picture.W), p
						}
					}
				}
				for _, text := range pageTexts(on) {
					if foot = max(foot, text.Y); text.Source.Field != "judges" {
						continue
					}
					for _, word := range strings.FieldsFunc(readLine(text), func(r rune) bool { return strings.ContainsRune(" -,", r) }) {
						if !strings.Contains(" "+strings.Join(words, " ")+" ", " "+word+" ") {
							t.Errorf("%s %s, %d judges: %q is torn", theme, trim, n, word)
						}
					}
				}
				if roomy := b.Document.Trim.W >= typeset.MM(210); roomy && foot < b.Document.Trim.H*3/5 {
					t.Errorf("%s %s, %d judges: the page ends at %.0f of %.0f mm", theme, trim, n, foot.MM(), b.Document.Trim.H.MM())
				}
			}
			if strings.HasPrefix(trim, "210") && widest[0] <= widest[1] {
				t.Errorf("%s %s: portraits of three %.0f mm wide, of nine %.0f", theme, trim, widest[0].MM(), widest[1].MM())
			}
		}
	}
}

// A few judges without portraits fill a page of their own in larger type.
func TestJudgesWithoutPortraitsFillTheirPage(t *testing.T) {
	for _, theme := range model.Themes {
		for _, trim := range []string{"A5", "210×265", "297×210"} {
			s := panelOf(t, 6)
			s.Yearbook.Theme, s.Yearbook.Trim = theme, trim
			for i := range s.Yearbook.Sections {
				if section := &s.Yearbook.Sections[i]; section.Kind == model.SectionJudges {
					section.Start, section.Pictures = model.StartRecto, nil
				}
			}
			b := compose(t, s)
			checkClear(t, b)
			pages := sectionsOf(b)[string(model.SectionJudges)]
			foot := typeset.Length(0)
			for _, text := range pageTexts(b.Document.Pages[pages[len(pages)-1]-1]) {
				foot = max(foot, text.Y)
			}
			if foot < b.Document.Trim.H*3/5 {
				t.Errorf("%s %s: the page ends at %.0f of %.0f mm", theme, trim, foot.MM(), b.Document.Trim.H.MM())
			}
		}
	}
}
