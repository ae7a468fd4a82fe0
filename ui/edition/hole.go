package edition

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"laurel/ui/kit"
)

// holeRow says that nobody has a rank, with the buttons that mend it.
type holeRow struct {
	widget.BaseWidget
	s    *screen
	line line
	rank *kit.Label
	text *kit.Label
	swap *kit.Button
	shut *kit.Button
}

func newHoleRow(s *screen) *holeRow {
	r := &holeRow{s: s, rank: kit.NewLabel("", kit.Rank.In(kit.Warn)), text: kit.NewElastic("", kit.BodyStrong.In(kit.Warn))}
	r.rank.Align = fyne.TextAlignTrailing
	r.swap = kit.NewSmall(lang.L("Swap in a reserve"), func() { s.askReserve(r.line.from) }).WithIcon(kit.IconSwap).WithTone(kit.Warn)
	r.shut = kit.NewSmall(lang.L("Close the gap"), func() { s.closeGap(r.line) }).WithTone(kit.Warn)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *holeRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(kit.Pad(kit.MidRow(8,
		kit.Fixed(gripWidth+rankWidth, r.rank), kit.Fixed(32, kit.Middle(kit.NewIcon(kit.IconWarning, 20, kit.Warn))),
		kit.Grow(1, r.text), kit.Natural(r.swap), kit.Natural(r.shut)), 0, 16, 0, 8))
}

func (r *holeRow) fill(l line) {
	r.line = l
	r.rank.SetText(strconv.Itoa(l.from))
	r.text.SetText(holeText(l))
	if len(r.s.reserves()) > 0 {
		r.swap.Show()
	} else {
		r.swap.Hide()
	}
	r.Refresh()
}

func holeText(l line) string {
	if l.from == l.to {
		return lang.L("Nobody at rank {{.Rank}}", map[string]any{"Rank": l.from})
	}
	return lang.L("Nobody at ranks {{.From}}–{{.To}}", map[string]any{"From": l.from, "To": l.to})
}
