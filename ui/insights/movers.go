package insights

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// moverRowHeight leaves room for three up, three down and a rule between.
const moverRowHeight = 36

// moverList lists who moved furthest, each with portrait and ranks.
type moverList struct {
	s    *screen
	list *kit.List
	rows []model.Mover
	ups  int // how many of rows rose
}

func newMoverList(s *screen) *moverList {
	m := &moverList{s: s}
	m.list = kit.NewList(kit.ListParams{
		Label: lang.L("Movers"), RowHeight: moverRowHeight, Single: true,
		Length: func() int { return len(m.rows) },
		Create: func() fyne.CanvasObject { return newMoverRow(s.desk) },
		Update: func(i int, o fyne.CanvasObject) {
			o.(*moverRow).fill(m.rows[i], s.shown.photos[m.rows[i].Placement.ID], m.ups > 0 && i == m.ups)
		},
	})
	m.list.OnOpen = func(i int) { s.openEntry(m.rows[i].Placement) }
	return m
}

func (m *moverList) fill(f *figures) {
	groups := shownMovers(f.movers)
	m.ups = len(groups.up)
	m.rows = append(append([]model.Mover(nil), groups.up...), groups.down...)
	m.list.Refresh()
}

// moverRow is one mover.
type moverRow struct {
	kit.RowBase
	desk    desk.Desk
	rule    *kit.Fill
	picture *kit.Picture
	name    *kit.Label
	ranks   *kit.Label
	arrow   *kit.Triangle
	places  *kit.Label
}

func newMoverRow(d desk.Desk) *moverRow {
	r := &moverRow{
		desk: d, rule: kit.NewHLine(), picture: kit.NewPicture(28, 28), name: kit.NewElastic("", kit.Body), ranks: kit.NewLabel("", kit.Small.In(kit.Ink3)),
		arrow: kit.NewTriangle(8, false, kit.Accent), places: kit.NewLabel("", kit.SmallBold),
	}
	r.ranks.Align, r.places.Align = fyne.TextAlignTrailing, fyne.TextAlignTrailing
	r.Build(r, kit.Column(0,
		kit.Fixed(1, r.rule),
		kit.Grow(1, kit.MidRow(8, kit.Fixed(28, r.picture), kit.Grow(1, r.name), kit.Natural(r.ranks),
			kit.Fixed(44, kit.MidRow(4, kit.Space(), kit.Fixed(8, r.arrow), kit.Natural(r.places)))))))
	return r
}

func (r *moverRow) fill(m model.Mover, photo string, parted bool) {
	token := kit.Clear
	if parted {
		token = kit.Line
	}
	r.rule.Set(token, "")
	p := m.Placement
	r.picture.SetMonogram(p.Monogram())
	r.picture.Load(r.desk.Thumbs(), photo)
	r.name.SetText(p.PrintedName())
	figure := func(rank model.Rank) string {
		if text := rank.Figure(""); text != "" {
			return text
		}
		return lang.L("unranked")
	}
	r.ranks.SetText(figure(m.Was) + " → " + figure(p.Rank))
	down := m.Movement.Kind == model.MovedDown || m.Movement.Kind == model.MovedOutOf
	tone := kit.Accent
	if down {
		tone = kit.Error
	}
	r.arrow.Set(down, tone)
	places := ""
	if m.Movement.Places > 0 {
		places = strconv.Itoa(m.Movement.Places)
	}
	r.places.Set(places, kit.SmallBold.In(tone))
	r.Refresh()
}
