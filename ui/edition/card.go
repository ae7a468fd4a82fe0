package edition

import (
	"strings"

	"fyne.io/fyne/v2"

	"laurel/store"
	"laurel/ui/kit"
)

const cardHeight = 56

// card is an entry on the status board: picture, name, rank, what is complete.
type card struct {
	kit.RowBase
	s       *screen
	picture *kit.Picture
	name    *kit.Paragraph // with initials where there is no room
	rank    *kit.Label
	place   fyne.CanvasObject // of the rank
	dots    *kit.Dots
}

func newCard(s *screen) *card {
	c := &card{s: s, picture: kit.NewPicture(32, 32), name: kit.NewParagraph("", kit.BodyStrong), rank: kit.NewLabel("", kit.SmallBold)}
	c.name.MaxLines = 1
	c.dots = kit.NewDots(kit.DotMissing, kit.DotMissing, kit.DotMissing, kit.DotMissing, kit.DotMissing)
	c.place = kit.Sized(c.rank, 24, 0)
	c.Build(c, kit.Pad(kit.MidRow(8, kit.Natural(c.picture),
		kit.Grow(1, kit.VBox(2, c.name, kit.HBox(8, c.place, c.dots)))), 0, 8, 0, 12))
	return c
}

func (c *card) fill(e store.EntryRow, d *data) {
	p := e.Placement
	c.picture.SetMonogram(p.Monogram())
	if len(e.PhotoKeys) > 1 {
		c.picture.LoadPair(c.s.desk.Thumbs(), e.PhotoKeys[0], e.PhotoKeys[1])
	} else {
		c.picture.Load(c.s.desk.Thumbs(), strings.Join(e.PhotoKeys, ""))
	}
	c.name.Tip = joined("  ", e.Name, e.Title, e.Organisation)
	c.name.SetOr(e.Name, p.PrintedName(), p.ShortName())
	figure := p.Rank.Figure(d.edition.TieStyle)
	if len([]rune(figure)) > 4 {
		figure = ""
	}
	c.rank.SetText(figure)
	kit.SetVisible(c.place, figure != "")
	c.dots.Set(dotsOf(e.Missing)...)
	c.dots.Tip = dotsTip(e.Missing)
	c.Refresh()
}
