package kit

import (
	"fyne.io/fyne/v2"
)

// BannerParams is a message that stands where it is mended.
type BannerParams struct {
	Tone   Token // Error, Warn or Info
	Icon   IconName
	Strong string // what happened, in Semibold
	Text   string // what is unchanged
	Action string // the one next step; "" for none
	OnTap  func()
}

// NewBanner gives a message 44 high on its soft colour.
func NewBanner(p BannerParams) fyne.CanvasObject {
	if p.Icon == "" {
		p.Icon = map[Token]IconName{Error: IconError, Warn: IconWarning, Info: IconInfo}[p.Tone]
	}
	strong := p.Strong
	if strong != "" && p.Text != "" {
		strong += " "
	}
	line := NewLine(Run{Text: strong, Style: BodyStrong.In(p.Tone)}, Run{Text: p.Text, Style: Body.In(p.Tone), Cut: CutEnd})
	cells := []Cell{Natural(NewIcon(p.Icon, 20, p.Tone)), Grow(1, line)}
	if p.Action != "" {
		action := NewQuiet(p.Action, p.OnTap).WithTone(p.Tone)
		action.big = true
		cells = append(cells, Natural(action))
	}
	ground := NewFill(softOf(p.Tone))
	ground.Radius, ground.Min = 8, fyne.NewSize(0, 44)
	return stacked(ground, Pad(MidRow(12, cells...), 4, 12, 4, 16))
}
