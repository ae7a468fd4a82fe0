package edition

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// The columns of a ranked row, in pixels; the name takes the rest.
const (
	gripWidth     = 24
	rankWidth     = 52
	movementWidth = 76
	thumbWidth    = 44
	dotsWidth     = 88
	statusWidth   = 112
	pageWidth     = 40
	rowHeight     = 44
	widest        = 1280 // on a large screen the columns stay near the names
)

func columns(grip, rank, movement, thumb, name, dots, status, page fyne.CanvasObject) fyne.CanvasObject {
	return kit.AtMost(widest, kit.Pad(kit.MidRow(0,
		kit.Fixed(gripWidth, grip), kit.Fixed(rankWidth, rank),
		kit.Fixed(movementWidth, kit.Pad(movement, 0, 0, 0, 20)), kit.Fixed(thumbWidth, kit.Pad(thumb, 0, 12, 0, 0)),
		kit.Grow(1, kit.Pad(name, 0, 16, 0, 0)), kit.Fixed(dotsWidth, dots), kit.Fixed(statusWidth, status), kit.Fixed(pageWidth, page)), 0, 16, 0, 8))
}

// listRow is a row of the list or the dock: an entry, a hole or a head.
type listRow struct {
	kit.RowBase
	entry   *entryRow
	mending *mendingRow
	head    *kit.Label
	faces   *fyne.Container
	s       *screen
}

func newListRow(s *screen) *listRow {
	r := &listRow{s: s, entry: newEntryRow(s), mending: newMendingRow(s), head: kit.NewElastic("", kit.Heading)}
	r.faces = container.NewStack(r.entry, r.mending, kit.Pad(r.head, 16, 16, 4, 16))
	r.Build(r, r.faces)
	return r
}

// see shows one of the faces.
func (r *listRow) see(k lineKind) {
	face := map[lineKind]int{lineEntry: 0, lineHole: 1, lineFault: 1, lineHead: 2}[k]
	for i, o := range r.faces.Objects {
		kit.SetVisible(o, i == face)
	}
}

func (r *listRow) fill(l line, d *data, proof *desk.Proof) {
	r.see(l.kind)
	switch l.kind {
	case lineEntry:
		r.entry.fill(l.row, d, proof)
		r.entry.tie.set(l.tie)
		r.entry.rank.Tip = ""
		if l.clash {
			r.entry.setRank(l.row.Placement.Rank.Figure(d.edition.TieStyle), kit.Error)
			r.entry.rank.Tip = lang.L("Others have this rank too, without a tie")
		}
	case lineHole, lineFault:
		r.mending.fill(l)
	case lineHead:
		text, style := r.s.headText(l)
		r.head.Set(text, style)
	}
	r.Refresh()
}

// headText names a group; a category tells how many it has and is meant to have.
func (s *screen) headText(l line) (string, kit.Style) {
	switch {
	case l.head == headRest:
		return lang.L("A–Z"), kit.Heading
	case l.head == headBand && l.text == "":
		return lang.L("No band yet"), kit.Heading
	case l.head == headBand:
		return l.text, kit.Heading
	case l.text == "":
		return lang.L("No category"), kit.Heading
	}
	n, style := s.placedIn(l.category), kit.Heading
	least, most := s.shown.edition.Quota(l.category)
	meant := ""
	switch {
	case most > 0 && least > 0 && most != least:
		meant = lang.L("{{.Count}} of {{.Least}} to {{.Most}}", map[string]any{"Count": n, "Least": least, "Most": most})
	case most > 0:
		meant = lang.L("{{.Count}} of {{.Most}}", map[string]any{"Count": n, "Most": most})
	case least > 0:
		meant = lang.L("{{.Count}}, at least {{.Least}}", map[string]any{"Count": n, "Least": least})
	}
	if most > 0 && n > most || n < least && s.shown.edition.Finished {
		style = style.In(kit.Warn)
	}
	return joined("  ", l.text, meant), style
}

// entryRow is an entry: grip, rank, movement, picture, name over job, what is
// there of five things, status, page.
type entryRow struct {
	kit.RowBase
	desk    desk.Desk
	tie     *bracket
	grip    *kit.Icon
	rank    *kit.Label
	arrow   *kit.Triangle
	moved   *kit.Label
	moved2  *kit.Label
	picture *kit.Picture
	name    *kit.Label
	job     *kit.Label
	marks   *fyne.Container // what is to be said of the entry: rules, namesakes, errata
	dots    *kit.Dots
	icon    *kit.Icon
	status  *kit.Label
	page    *pageLink
	past    *tipCell // movement, with the earlier ranks as a tooltip
}

func newEntryRow(s *screen) *entryRow {
	r := &entryRow{
		desk: s.desk, tie: newBracket(), grip: kit.NewIcon(kit.IconGrip, 20, kit.Ink3), rank: kit.NewLabel("", kit.Rank),
		arrow: kit.NewTriangle(8, false, kit.Accent), moved: kit.NewLabel("", kit.SmallBold), moved2: kit.NewLabel("", kit.SmallBold),
		picture: kit.NewPicture(32, 32), name: kit.NewElastic("", kit.BodyStrong),
		job:  kit.NewLine(kit.Run{Style: kit.Small, Cut: kit.CutEnd}, kit.Run{Style: kit.Small, Cut: kit.CutEnd}),
		dots: kit.NewDots(kit.DotMissing, kit.DotMissing, kit.DotMissing, kit.DotMissing, kit.DotMissing),
		icon: kit.NewIcon(kit.IconRing, 16, kit.Ink3), status: kit.NewLabel("", kit.SmallInk), marks: kit.HBox(2), page: newPageLink(s),
	}
	r.rank.Align = fyne.TextAlignTrailing
	r.past = newTipCell(kit.VBox(0, kit.HBox(3, r.arrow, r.moved), r.moved2))
	name := kit.MidRow(8, kit.Grow(1, kit.VBox(0, r.name, r.job)), kit.Natural(r.marks))
	r.Build(r, container.NewStack(r.tie, columns(
		kit.Middle(r.grip), r.rank, r.past, r.picture, name, r.dots, kit.HBox(6, r.icon, r.status), r.page)))
	return r
}

func (r *entryRow) fill(e store.EntryRow, d *data, proof *desk.Proof) {
	p := e.Placement
	r.tie.set(tieNone)
	r.setRank(p.Rank.Figure(d.edition.TieStyle), kit.Ink)
	r.grip.Set(gripIcon(d.edition), kit.Ink3)
	r.setMovement(e.Movement, d.edition)
	r.picture.SetMonogram(p.Monogram())
	if len(e.PhotoKeys) > 1 {
		r.picture.LoadPair(r.desk.Thumbs(), e.PhotoKeys[0], e.PhotoKeys[1])
	} else {
		r.picture.Load(r.desk.Thumbs(), strings.Join(e.PhotoKeys, ""))
	}
	r.name.SetText(e.Name)
	organisation := e.Organisation
	if e.Title != "" && organisation != "" {
		organisation = " – " + organisation
	}
	r.job.SetRuns(kit.Run{Text: e.Title, Style: kit.Small, Cut: kit.CutEnd, Keep: 120}, kit.Run{Text: organisation, Style: kit.Small, Cut: kit.CutEnd})
	kit.SetVisible(r.job, e.Title != "" || organisation != "") // a name by itself stands in the middle
	r.dots.Set(dotsOf(e.Missing)...)
	r.dots.Tip = dotsTip(e.Missing)
	icon, token := statusIcon(p.Status)
	r.icon.Set(icon, token)
	r.status.SetText(desk.Word(string(p.Status)))
	r.page.set(e, proof)
	r.past.tip = pastOf(e)
	r.mark(d.marksOf(e))
	r.Refresh()
}

// setRank shows a rank; of a band the head over its rows tells.
func (r *entryRow) setRank(figure string, token kit.Token) {
	if len([]rune(figure)) > 5 {
		figure = ""
	}
	r.rank.Set(figure, kit.Rank.In(token))
}

func gripIcon(e model.Edition) kit.IconName {
	if e.Frozen {
		return kit.IconLock
	}
	return kit.IconGrip
}

// setMovement says what happened since the edition before.
func (r *entryRow) setMovement(m model.Movement, e model.Edition) {
	r.arrow.Hide()
	r.moved2.Hide()
	places := strconv.Itoa(m.Places)
	if m.Places == 0 {
		places = "" // between bands there is a direction and no number
	}
	switch m.Kind {
	case model.MovedUp:
		r.arrow.Set(false, kit.Accent)
		r.arrow.Show()
		r.moved.Set(places, kit.SmallBold.In(kit.Accent))
	case model.MovedDown:
		r.arrow.Set(true, kit.Error)
		r.arrow.Show()
		r.moved.Set(places, kit.SmallBold.In(kit.Error))
	case model.MovedNot:
		r.moved.Set("=", kit.Small.In(kit.Ink3))
	case model.MovedNew:
		r.moved.Set(lang.L("NEW"), kit.SmallBold.In(kit.Info))
	case model.MovedBack:
		r.moved.SetRuns(kit.Run{Text: lang.L("RE"), Style: kit.SmallBold.In(kit.Info)}, kit.Run{Text: " " + strconv.Itoa(m.LastSeen), Style: kit.Small.In(kit.Info)})
	case model.MovedInto:
		r.twoLines(lang.L("INTO"), topName(e), kit.Accent)
	case model.MovedOutOf:
		r.twoLines(lang.L("OUT OF"), topName(e), kit.Ink3)
	default:
		r.moved.Set("", kit.Small)
	}
}

func (r *entryRow) twoLines(first, second string, token kit.Token) {
	r.moved.Set(first, kit.Caption.Strong().In(token))
	r.moved2.Set(second, kit.Caption.Strong().In(token))
	r.moved2.Show()
}

func topName(e model.Edition) string {
	if e.Scheme.Top == 10 || e.Scheme.Top == 0 {
		return lang.L("TOP TEN")
	}
	return lang.L("TOP {{.Top}}", map[string]any{"Top": e.Scheme.Top})
}

// dotKinds are the five things an entry needs, in the order of the dots.
var dotKinds = []struct {
	missing store.Missing
	word    string
}{
	{store.MissingPhoto, "Photo"},
	{store.MissingCredit, "Credit"},
	{store.MissingAnswers, "Answers"},
	{store.MissingExcerpt, "Excerpt"},
	{store.MissingApproval, "Approval"},
}

// dotsOf gives the dots: without a photo there is no credit, without answers no
// excerpt; a stale excerpt is there and has to be looked at.
func dotsOf(missing []store.Missing) []kit.Dot {
	lacks := map[store.Missing]bool{}
	for _, m := range missing {
		lacks[m] = true
	}
	dots := make([]kit.Dot, len(dotKinds))
	for i, k := range dotKinds {
		switch {
		case k.missing == store.MissingExcerpt && lacks[store.MissingAnswers],
			k.missing == store.MissingCredit && lacks[store.MissingPhoto]:
			dots[i] = kit.DotMissing
		case k.missing == store.MissingExcerpt && lacks[k.missing]:
			dots[i] = kit.DotStale
		case !lacks[k.missing]:
			dots[i] = kit.DotThere
		}
	}
	return dots
}

func dotsTip(missing []store.Missing) string {
	parts := make([]string, len(dotKinds))
	for i, d := range dotsOf(missing) {
		state := map[kit.Dot]string{kit.DotThere: lang.L("there"), kit.DotMissing: lang.L("missing"), kit.DotStale: lang.L("stale")}[d]
		parts[i] = lang.L(dotKinds[i].word) + ": " + state
	}
	return strings.Join(parts, " · ")
}

func statusIcon(s model.Status) (kit.IconName, kit.Token) {
	switch s {
	case model.SignedOff:
		return kit.IconDoubleCheck, kit.Accent
	case model.Confirmed:
		return kit.IconCheck, kit.Accent
	case model.Shortlisted:
		return kit.IconClock, kit.Warn
	case model.Reserve:
		return kit.IconSwap, kit.Ink2
	case model.Declined, model.Withdrawn:
		return kit.IconClose, kit.Ink3
	}
	return kit.IconRing, kit.Ink3
}
