package edition

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/ui/kit"
)

// shareRows is how many countries and sectors are listed.
const shareRows = 8

// balance is the panel at the right: who is in the edition, in numbers.
type balance struct {
	object fyne.CanvasObject
	groups *fyne.Container
}

func newBalance() *balance {
	b := &balance{groups: kit.VBox(0)}
	b.object = container.NewStack(kit.NewFill(kit.Canvas), kit.Column(0,
		kit.Fixed(64, kit.Pad(kit.MidRow(8, kit.Natural(kit.NewLabel(lang.L("Balance"), kit.PanelTitle))), 0, 16, 0, 20)),
		kit.Fixed(1, kit.NewHLine()),
		kit.Grow(1, kit.NewScroll(b.groups))))
	return b
}

// fill builds the groups anew: they are few, and which of them there are
// depends on the edition.
func (b *balance) fill(d *data) {
	t := tallyOf(d)
	var groups []fyne.CanvasObject
	add := func(title string, head fyne.CanvasObject, content ...fyne.CanvasObject) {
		line := kit.MidRow(8, kit.Natural(kit.NewLabel(title, kit.Heading)), kit.Space(), kit.Natural(head))
		groups = append(groups, kit.Pad(kit.VBox(8, append([]fyne.CanvasObject{line}, content...)...), 12, 16, 16, 20), kit.NewHLine())
	}
	none := kit.NewLabel("", kit.Caption)
	add(lang.L("Ready for the book"), none, readiness(t)...)
	if t.returning+t.fresh+t.back > 0 {
		add(lang.L("New and returning"), none, returning(t)...)
	}
	year := none
	if d.before != nil {
		year = kit.NewLabel("| "+strconv.Itoa(d.before.Year), kit.Caption)
	}
	if len(t.countries) > 0 {
		add(lang.L("Country"), year, shareLines(t.countries, d.before != nil)...)
	}
	if len(t.sectors) > 0 {
		add(lang.L("Sector"), year, shareLines(t.sectors, d.before != nil)...)
	}
	if len(t.organisations) > 0 {
		add(lang.L("Organisations with two or more"), none, organisationLines(t.organisations)...)
	}
	b.groups.Objects = groups
	b.groups.Refresh()
}

func readiness(t tally) []fyne.CanvasObject {
	parts := []struct {
		word  string
		count int
		token kit.Token
	}{
		{lang.L("Signed off"), t.signedOff, kit.Accent},
		{lang.L("Confirmed"), t.confirmed, kit.Kept},
		{lang.L("Shortlisted"), t.shortlisted, kit.Chart(1)},
		{lang.L("Open"), t.open, kit.Chart(5)},
	}
	bar := kit.NewStackBar()
	rows := []fyne.CanvasObject{bar}
	var shown []kit.Part
	for _, p := range parts {
		shown = append(shown, kit.Part{Value: float64(p.count), Token: p.token})
		rows = append(rows, kit.MidRow(8, kit.Natural(kit.NewSwatch(p.token)), kit.Grow(1, kit.NewElastic(p.word, kit.SmallInk)),
			kit.Natural(kit.NewLabel(kit.Number(p.count), kit.SmallBold))))
	}
	bar.Set(shown...)
	return rows
}

func returning(t tally) []fyne.CanvasObject {
	bar := kit.NewStackBar(kit.Part{Value: float64(t.returning), Token: kit.Kept}, kit.Part{Value: float64(t.fresh), Token: kit.Accent}, kit.Part{Value: float64(t.back), Token: kit.Chart(1)})
	legend := func(token kit.Token, word string, n int) fyne.CanvasObject {
		return kit.HBox(6, kit.NewSwatch(token), kit.NewLine(kit.Run{Text: word + "  ", Style: kit.SmallInk}, kit.Run{Text: kit.Number(n), Style: kit.SmallBold}))
	}
	return []fyne.CanvasObject{bar, kit.HBox(12, legend(kit.Kept, lang.L("Returning"), t.returning),
		legend(kit.Accent, lang.L("New"), t.fresh), legend(kit.Chart(1), lang.L("Re-entry"), t.back))}
}

// shareLines are bars that compare with the edition before by a tick.
func shareLines(all []share, compared bool) []fyne.CanvasObject {
	most := 1
	for _, s := range all[:min(len(all), shareRows)] {
		most = max(most, s.now, s.was)
	}
	var lines []fyne.CanvasObject
	for _, s := range all[:min(len(all), shareRows)] {
		bar := kit.NewMeter()
		bar.SetTone(float64(s.now)/float64(most), kit.Accent)
		change := ""
		if compared {
			bar.SetMark(float64(s.was) / float64(most))
			change = difference(s.now - s.was)
		}
		count, diff := kit.NewLabel(kit.Number(s.now), kit.SmallBold), kit.NewLabel(change, kit.Caption)
		count.Align, diff.Align = fyne.TextAlignTrailing, fyne.TextAlignTrailing
		lines = append(lines, kit.MidRow(8, kit.Fixed(96, kit.NewElastic(s.word, kit.SmallInk)), kit.Grow(1, bar), kit.Fixed(28, count), kit.Fixed(24, diff)))
	}
	if more := len(all) - len(lines); more > 0 {
		lines = append(lines, kit.NewLabel(lang.N("and {{.Count}} more", more, map[string]any{"Count": more}), kit.Caption))
	}
	return lines
}

func difference(n int) string {
	switch {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "−" + strconv.Itoa(-n)
	}
	return "="
}

func organisationLines(all []several) []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, o := range all {
		count := kit.NewLabel(kit.Number(o.count), kit.SmallBold)
		count.Align = fyne.TextAlignTrailing
		lines = append(lines, kit.MidRow(8, kit.Grow(1, kit.NewElastic(o.name, kit.SmallInk)),
			kit.Natural(kit.NewLabel(strings.Join(o.ranks, ", "), kit.Caption)), kit.Fixed(20, count)))
	}
	return lines
}
