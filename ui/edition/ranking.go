package edition

import (
	"slices"
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

// ranking is the ranked list under its head.
type ranking struct {
	s      *screen
	object fyne.CanvasObject
	stage  *fyne.Container
	about  *kit.Label
	since  *kit.Label
	tie    *kit.Button
	toRank *kit.Button
	add    *kit.Button
	list   *kit.RankList
	empty  fyne.CanvasObject
	lines  []line
	frozen *fyne.Container // says so above the list
	view   *kit.Segment    // list or board
	heads  *fyne.Container
}

func newRanking(s *screen) *ranking {
	l := &ranking{s: s, about: kit.NewElastic("", kit.Small.In(kit.Ink3)), since: kit.NewLabel("", kit.Caption)}
	l.list = kit.NewRankList(kit.RankListParams{
		ListParams: kit.ListParams{
			Label: lang.L("Ranked list"), RowHeight: rowHeight, Separators: true,
			Length:  func() int { return len(l.lines) },
			Create:  func() fyne.CanvasObject { return newListRow(s) },
			Update:  func(i int, o fyne.CanvasObject) { o.(*listRow).fill(l.lines[i], s.shown, s.desk.Proof()) },
			Ground:  l.ground,
			Enabled: func(i int) bool { return i < len(l.lines) && l.lines[i].kind == lineEntry },
		},
		Movable: l.movable, Preview: l.preview, MayDrop: l.mayDrop, Snap: l.snap,
	})
	l.connect()
	l.empty = kit.Middle(kit.Sized(kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconRanking, Missing: lang.L("Nobody is in this edition yet"),
		Do:     lang.L("Add people of this book, or import a published list."),
		Action: lang.L("Add to the list…"), OnTap: func() { s.addEntry(model.Nominated) },
	}), 420, 0))
	l.stage = container.NewStack(l.list)
	l.frozen = kit.VBox(0)
	l.heads = kit.VBox(0, kit.Sized(kit.WithGround(kit.Canvas, l.columnHeads()), 0, 32), kit.NewHLine())
	l.object = kit.Column(0, kit.Natural(l.head()), kit.Fixed(1, kit.NewHLine()), kit.Natural(l.frozen),
		kit.Natural(l.heads), kit.Grow(1, l.stage))
	return l
}

func (l *ranking) head() fyne.CanvasObject {
	s := l.s
	l.tie = kit.NewMedium(lang.L("Tie"), s.tie).WithIcon(kit.IconTie).WithTip(lang.L("Let the marked entries share a rank, or end their tie"))
	l.toRank = kit.NewMedium(lang.L("Move to rank…"), s.askRank)
	l.add = kit.NewMedium(lang.L("Add…"), func() { s.addEntry(model.Nominated) }).WithIcon(kit.IconPlus)
	l.view = kit.NewSegment([]string{lang.L("Ranking"), lang.L("Status board")}, func(i int) { s.switchBoard(i == 1) })
	var more *kit.Button
	more = kit.NewIconButton(kit.IconMore, lang.L("More"), func() { kit.ShowMenu(more, s.editionMenu()...) })
	return kit.Pad(kit.MidRow(8,
		kit.Natural(kit.NewLabel(lang.L("Edition"), kit.Title)), kit.Grow(1, kit.Pad(l.about, 6, 0, 0, 4)),
		kit.Natural(l.view), kit.Natural(l.tie), kit.Natural(l.toRank), kit.Natural(l.add), kit.Natural(more)), 14, 16, 14, 16)
}

func (l *ranking) columnHeads() fyne.CanvasObject {
	caption := func(text string, align fyne.TextAlign) fyne.CanvasObject {
		label := kit.NewLabel(text, kit.Caption)
		label.Align = align
		return label
	}
	const left, right = fyne.TextAlignLeading, fyne.TextAlignTrailing
	return columns(caption("", left), caption(lang.L("Rank"), right), l.since, caption("", left),
		kit.NewElastic(lang.L("Name, title – organisation as printed"), kit.Caption),
		caption(lang.L("Complete"), left), caption(lang.L("Status"), left), caption(lang.L("Page"), right))
}

// connect gives the list its hooks.
func (l *ranking) connect() {
	s, rows := l.s, l.list.List
	rows.OnSelected = func(int) { s.dock.mark(nil) }
	rows.OnMarked = func([]int) { s.enable() }
	rows.OnOpen = func(i int) { s.open(l.lines[i].row) }
	rows.OnMenu = func(i int, at fyne.Position) {
		if l.lines[i].kind == lineEntry {
			kit.ShowMenuAt(s.desk.Window(), at, s.rowMenu()...)
		}
	}
	l.list.OnMove = l.move
	l.list.OnStep = func(_ []int, by int) { s.later.Do(func() { s.step(by) }) }
	l.list.OnTypeNumber = func(_ []int, number string) { s.later.Do(func() { s.rank(number) }) }
	l.list.OnTyping = l.typing
	l.list.OnLetter = l.jump
	l.list.OnDragEnd = func() { s.balance.fill(s.shown, placedOf(l.lines, nil)) }
	l.list.OnDragOut = func(_ []int, at fyne.Position) bool {
		if !kit.Within(s.dock.object, at) {
			return false
		}
		s.setStatus(s.marked(), model.Reserve)
		return true
	}
}

func (l *ranking) ground(i int) kit.Token {
	if i >= len(l.lines) {
		return ""
	}
	switch l.lines[i].kind {
	case lineHole, lineFault:
		return kit.WarnSoft
	case lineHead:
		return kit.Canvas
	}
	return ""
}

// movable says whether a row can be put elsewhere: in a list that is A–Z only
// into another category.
func (l *ranking) movable(i int) bool {
	e := l.s.shown.edition
	return i < len(l.lines) && l.lines[i].kind == lineEntry && !e.Frozen && (e.Scheme.Kind != model.SchemeUnranked || l.divided())
}

// divided says whether the list has several categories.
func (l *ranking) divided() bool {
	return slices.ContainsFunc(l.lines, func(o line) bool { return o.category != l.lines[0].category })
}

// snap keeps a drop from parting those who share a rank: it goes below them.
func (l *ranking) snap(_ []int, to int) int {
	for to < len(l.lines) && (l.lines[to].tie == tieMiddle || l.lines[to].tie == tieLast) {
		to++
	}
	return to
}

// mayDrop keeps what is A–Z in its order; into another category everything may go.
func (l *ranking) mayDrop(rows []int, to int) bool {
	at, ok := l.placeAt(to)
	if !ok {
		return false
	}
	sorted := l.s.shown.edition.Scheme.Kind == model.SchemeUnranked
	for _, i := range rows {
		if same := l.lines[i].category == at.category; same && (sorted || l.lines[i].rest && at.rest) {
			return false
		}
	}
	return true
}

// placeAt is the entry beside the place before a row: it says which category
// and part of the list that place belongs to.
func (l *ranking) placeAt(to int) (line, bool) {
	for _, i := range []int{to - 1, to} {
		if i >= 0 && i < len(l.lines) && l.lines[i].kind != lineHead {
			return l.lines[i], true
		}
	}
	return line{}, false
}

// preview shows the lifted row with the rank it would get.
func (l *ranking) preview(row, to int, content fyne.CanvasObject) {
	r := content.(*listRow)
	r.fill(l.lines[row], l.s.shown, l.s.desk.Proof())
	r.entry.tie.set(tieNone)
	at, ok := l.placeAt(to)
	if to < 0 || !ok {
		l.s.balance.fill(l.s.shown, placedOf(l.lines, nil))
		return
	}
	l.s.balance.fill(l.s.shown, l.reordered(to))
	figure := ""
	switch rank := l.s.rankBefore(to, at.category, l.s.markedIDs()); {
	case at.row.Placement.Rank.Band != "":
		figure = at.row.Placement.Rank.Band
	case !at.rest && l.s.shown.edition.Scheme.Ranks(rank):
		figure = strconv.Itoa(rank)
	}
	r.entry.setRank(figure, kit.Accent)
}

// reordered is who takes a place if the marked entries were dropped before a
// row, for what the balance would be then.
func (l *ranking) reordered(to int) []store.EntryRow {
	ids := l.s.markedIDs()
	var before, lifted, after []store.EntryRow
	for i, line := range l.lines {
		switch {
		case line.kind != lineEntry:
		case slices.Contains(ids, line.row.Placement.ID):
			lifted = append(lifted, line.row)
		case i < to:
			before = append(before, line.row)
		default:
			after = append(after, line.row)
		}
	}
	return slices.Concat(before, lifted, after)
}

// move drops the marked entries before a row.
func (l *ranking) move(rows []int, to int) {
	at, ok := l.placeAt(to)
	if !ok {
		return
	}
	var ids []model.ID
	for _, i := range rows {
		ids = append(ids, l.lines[i].row.Placement.ID)
	}
	l.s.drop(ids, at, l.s.rankBefore(to, at.category, ids))
}

// typing shows the digits typed so far where the head describes the list.
func (l *ranking) typing(digits string) {
	if digits == "" {
		l.about.SetText(describe(l.s.shown))
		return
	}
	l.about.SetText(lang.L("To rank {{.Rank}} – press Enter", map[string]any{"Rank": digits}))
}

// jump goes to the next entry whose sort key begins with a letter.
func (l *ranking) jump(r rune) bool {
	letter := model.Fold(string(r))
	i := l.list.List.Next(func(i int) bool {
		return letter != "" && l.lines[i].kind == lineEntry && strings.HasPrefix(model.Fold(l.lines[i].row.SortKey), letter)
	})
	if i >= 0 {
		l.list.List.Select(i)
		l.s.dock.mark(nil)
		l.s.enable()
	}
	return i >= 0
}

func (l *ranking) fill(d *data, lines []line) {
	l.lines = lines
	l.about.SetText(describe(d))
	l.frozen.Objects = nil
	if d.edition.Frozen {
		l.frozen.Objects = []fyne.CanvasObject{kit.Pad(kit.NewBanner(l.s.frozenBanner(d.edition)), 8, 16, 8, 16)}
	}
	l.frozen.Refresh()
	l.object.Refresh()
	l.since.SetText("")
	if d.before != nil {
		l.since.SetText(lang.L("Since {{.Year}}", map[string]any{"Year": d.before.Year}))
	}
	l.see(l.s.boarding)
	l.list.Refresh()
}

// see shows the list or the board, or that nobody is there.
func (l *ranking) see(boarding bool) {
	var now fyne.CanvasObject = l.list
	switch {
	case len(l.lines) == 0 && l.s.shown != nil:
		now = l.empty
	case boarding:
		now = l.s.board.object
	}
	kit.SetVisible(l.heads, !boarding)
	kit.SetVisible(l.tie, !boarding)
	kit.SetVisible(l.toRank, !boarding)
	if l.stage.Objects[0] != now {
		l.stage.Objects = []fyne.CanvasObject{now}
		l.stage.Refresh()
	}
	l.object.Refresh()
}

// mark marks entries by ID; reveal brings the first of them into sight, with the
// hole or fault that stands beside it.
func (l *ranking) mark(ids []model.ID, reveal bool) {
	var rows []int
	for _, id := range ids {
		if i := rowOf(l.lines, id); i >= 0 {
			rows = append(rows, i)
		}
	}
	l.list.List.SetMarked(rows...)
	if reveal && len(rows) > 0 {
		for _, i := range []int{rows[0] + 1, rows[0] - 1} {
			if i >= 0 && i < len(l.lines) && (l.lines[i].kind == lineHole || l.lines[i].kind == lineFault) {
				l.list.List.Reveal(i)
			}
		}
		l.list.List.Reveal(rows[0])
	}
	l.s.enable()
}

func (l *ranking) markAll() {
	var rows []int
	for i, line := range l.lines {
		if line.kind == lineEntry {
			rows = append(rows, i)
		}
	}
	l.list.List.SetMarked(rows...)
	l.s.dock.mark(nil)
	l.s.enable()
}

func (l *ranking) marked() []line {
	var lines []line
	for _, i := range l.list.List.Marked() {
		if i < len(l.lines) && l.lines[i].kind == lineEntry {
			lines = append(lines, l.lines[i])
		}
	}
	return lines
}

func (l *ranking) focus() {
	if c := l.s.desk.Window().Canvas(); slices.Contains(l.stage.Objects, fyne.CanvasObject(l.list)) {
		c.Focus(l.list.List.Focusable())
	}
}

// describe says how an edition ranks and what it is compared with.
func describe(d *data) string {
	text := ""
	switch e := d.edition; e.Scheme.Kind {
	case model.SchemeTop:
		text = lang.L("Top {{.Top}}, the rest A–Z", map[string]any{"Top": e.Scheme.Top})
	case model.SchemeBands:
		text = lang.L("In bands")
	case model.SchemeCategories:
		text = lang.L("Ranked within each category")
	case model.SchemeUnranked:
		text = lang.L("Unranked, A–Z")
	default:
		text = lang.L("Full ranking 1–{{.Size}}", map[string]any{"Size": max(e.Size, 1)})
		if e.Size == 0 {
			text = lang.L("Full ranking")
		}
	}
	if d.before != nil {
		name := strconv.Itoa(d.before.Year)
		if d.before.Region != "" {
			name += " (" + d.before.Region + ")"
		}
		text += " · " + lang.L("compared with {{.Edition}}", map[string]any{"Edition": name})
	}
	return text
}

var _ desk.Reader = (*screen)(nil)
