package edition

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/ui/kit"
)

// mendingRow says what is wrong with the ranks, with the buttons that mend it:
// nobody has a rank, or a fault.
type mendingRow struct {
	kit.RowBase
	s       *screen
	rank    *kit.Label
	text    *kit.Label
	buttons [2]*kit.Button
	mends   []mend
}

func newMendingRow(s *screen) *mendingRow {
	r := &mendingRow{s: s, rank: kit.NewLabel("", kit.Rank.In(kit.Warn)), text: kit.NewElastic("", kit.BodyStrong.In(kit.Warn))}
	r.rank.Align = fyne.TextAlignTrailing
	for i := range r.buttons {
		r.buttons[i] = kit.NewSmall("", func() { r.mends[i].do() }).WithTone(kit.Warn)
	}
	r.Build(r, kit.AtMost(widest, kit.Pad(kit.MidRow(8,
		kit.Fixed(gripWidth+rankWidth, r.rank), kit.Fixed(32, kit.Middle(kit.NewIcon(kit.IconWarning, 20, kit.Warn))),
		kit.Grow(1, r.text), kit.Natural(r.buttons[0]), kit.Natural(r.buttons[1])), 0, 16, 0, 8)))
	return r
}

func (r *mendingRow) fill(l line) {
	r.rank.SetText(rankText(l))
	if l.kind == lineHole {
		r.text.SetText(holeText(l))
		r.mends = r.s.mendsOfHole(l)
	} else {
		r.text.SetText(faultText(l))
		r.mends = r.s.mends(l)
	}
	if r.s.shown.edition.Frozen {
		r.mends = nil
	}
	for i, b := range r.buttons {
		if i < len(r.mends) {
			b.SetText(r.mends[i].text)
			b.Show()
		} else {
			b.Hide()
		}
	}
	r.Refresh()
}

// mendsOfHole gives the ways in which a hole is mended.
func (s *screen) mendsOfHole(l line) []mend {
	shut := mend{lang.L("Close the gap"), func() { s.closeGap(l) }}
	if l.last {
		shut = s.numberAnew(l)
	}
	switch ready := s.reserves(); len(ready) {
	case 0:
		return []mend{shut}
	case 1:
		return []mend{{lang.L("Swap in the reserve"), func() { s.askReserve(l.from) }}, shut}
	}
	return []mend{{lang.L("Swap in a reserve…"), func() { s.askReserve(l.from) }}, shut}
}

func holeText(l line) string {
	if l.from == l.to {
		return lang.L("Nobody at rank {{.Rank}}", map[string]any{"Rank": l.from})
	}
	return lang.L("Nobody at ranks {{.From}}–{{.To}}", map[string]any{"From": l.from, "To": l.to})
}
