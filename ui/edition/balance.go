package edition

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/store"
	"laurel/ui/kit"
)

// shareRows is how many countries and sectors are listed.
const shareRows = 8

// scopes are the parts of a list that are counted: its first so many, or all.
var scopes = []int{10, 50, 0}

// balance is the panel at the right: who is in the edition, in numbers.
type balance struct {
	head   *fyne.Container
	object fyne.CanvasObject
	groups *fyne.Container
	scope  *kit.Segment
	shown  *data
	placed []store.EntryRow
}

func newBalance() *balance {
	b := &balance{groups: kit.VBox(0)}
	b.scope = kit.NewSegment([]string{lang.L("Top 10"), "50", lang.L("All")}, func(int) { b.fill(b.shown, b.placed) })
	b.scope.Select(len(scopes) - 1)
	b.head = kit.MidRow(8, kit.Grow(1, kit.NewElastic(lang.L("Balance"), kit.PanelTitle)), kit.Natural(b.scope))
	b.object = container.NewStack(kit.NewFill(kit.Canvas), kit.Column(0,
		kit.Fixed(64, kit.Pad(b.head, 0, 16, 0, 20)),
		kit.Fixed(1, kit.NewHLine()),
		kit.Grow(1, kit.NewScroll(b.groups))))
	return b
}

// fill builds the groups anew: they are few, and which of them there are
// depends on the edition. placed is who takes a place, in the order to count.
func (b *balance) fill(d *data, placed []store.EntryRow) {
	if d == nil {
		return
	}
	b.shown, b.placed = d, placed
	kit.SetVisible(b.scope, len(placed) > scopes[0] && d.edition.Scheme.Ranks(1))
	b.head.Refresh() // the title has the room of what is hidden
	first := scopes[b.scope.Selected()]
	if !b.scope.Visible() {
		first = 0
	}
	t := tallyOf(d, placed, first)
	var groups []fyne.CanvasObject
	add := func(title string, head fyne.CanvasObject, content ...fyne.CanvasObject) {
		line := kit.MidRow(8, kit.Grow(1, kit.NewElastic(title, kit.Heading)), kit.Natural(head))
		groups = append(groups, kit.Pad(kit.VBox(8, append([]fyne.CanvasObject{line}, content...)...), 12, 16, 16, 20), kit.NewHLine())
	}
	none := kit.NewLabel("", kit.Caption)
	add(lang.L("Ready for the book"), none, readiness(t)...)
	if t.returning+t.fresh+t.back > 0 {
		add(lang.L("New and returning"), none, returning(t)...)
	}
	compared := func(title string, all []share) {
		year := none
		if d.before != nil {
			year = kit.NewLabel("| "+strconv.Itoa(d.before.Year), kit.Caption)
		}
		if len(all) > 0 {
			add(title, year, shareLines(all, d.before != nil)...)
		}
	}
	for _, f := range t.fields {
		compared(f.name, f.shares)
	}
	compared(lang.L("Country"), t.countries)
	compared(lang.L("Sector"), t.sectors)
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
		{lang.L("Still open"), t.open, kit.Chart(5)},
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
	return []fyne.CanvasObject{bar, kit.Wrap(12, legend(kit.Kept, lang.L("Returning"), t.returning),
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
			kit.Natural(kit.NewLabel(ranksText(o.ranks), kit.Caption)), kit.Fixed(20, count)))
	}
	return lines
}

// ranksText names the best ranks: more have no room beside a name.
func ranksText(ranks []string) string {
	const most = 4
	if len(ranks) > most {
		return strings.Join(ranks[:most], ", ") + ", …"
	}
	return strings.Join(ranks, ", ")
}
