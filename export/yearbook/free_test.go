package yearbook

import (
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// The line that says who paid for a page stands clear of its text, however long
// that is, and never on a page of its own.
func TestTheSponsorsLineHasRoom(t *testing.T) {
	for _, theme := range model.Themes {
		for words := 150; words < 330; words += 5 {
			s := invented(3)
			s.Yearbook.Theme, s.Yearbook.Trim, s.Yearbook.Multiple = theme, "A5", 1
			s.Yearbook.Sections = []model.Section{{Kind: model.SectionFree, Title: "A page of ours", Text: proseOf(words), Sponsor: "Buoy & Daughters"}}
			b := compose(t, s)
			last := b.Document.Pages[len(b.Document.Pages)-1]
			sponsor, text := typeset.Length(0), typeset.Length(0)
			for _, m := range pageTexts(last) {
				switch m.Role {
				case page.Caption:
					sponsor = m.Y
				case page.Paragraph:
					text = max(text, m.Y)
				}
			}
			if text == 0 || sponsor-text < 2*9*typeset.Pt {
				t.Errorf("%s, %d words on %d pages: the text ends at %.1f mm, the sponsor stands at %.1f mm", theme, words, len(b.Document.Pages), text.MM(), sponsor.MM())
			}
		}
	}
}

// A picture above a title stands as the title does, with room between them.
func TestAPictureStandsAsItsTitle(t *testing.T) {
	for _, theme := range model.Themes {
		s := invented(3)
		s.Yearbook.Theme = theme
		s.Assets = map[model.ID]model.Asset{"harbour": {ID: "harbour", Kind: model.AssetPicture, Key: "harbour", Width: 900, Height: 1200}}
		s.Yearbook.Sections = []model.Section{{Kind: model.SectionFree, Title: "Harbour", Text: proseOf(40), Picture: "harbour"}}
		b := compose(t, s)
		checkClear(t, b)
		var picture *page.Picture
		for _, m := range b.Document.Pages[0].Marks {
			if p, ok := m.(*page.Picture); ok {
				picture = p
			}
		}
		for _, text := range pageTexts(b.Document.Pages[0]) {
			if text.Role != page.Heading1 {
				continue
			}
			g := text.Line.Glyphs[0]
			caps := g.Face.Scale(g.Face.CapHeight(), typeset.Length(g.Size))
			if above := text.Y - caps - picture.Y - picture.H; above < typeset.MM(5) {
				t.Errorf("%s: %.1f mm between the picture and its title", theme, above.MM())
			}
			off := picture.X + picture.W/2 - text.X - text.Line.Width/2
			if theme == "almanack" && max(off, -off) > typeset.MM(1) {
				t.Errorf("%s: the picture stands %.1f mm beside its title", theme, off.MM())
			}
		}
	}
}
