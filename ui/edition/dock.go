package edition

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// dockRows is how many rows of the dock are in sight; more are scrolled.
const dockRows = 3

// dock holds those who stand beside the order: reserves, declined, withdrawn.
// It lies under the list and never scrolls away.
type dock struct {
	s      *screen
	object *fyne.Container
	fold   *kit.Button
	add    *kit.Button
	count  *kit.Label
	stage  *fyne.Container
	list   *kit.RankList
	rows   []store.EntryRow
	folded bool
}

func newDock(s *screen) *dock {
	d := &dock{s: s, count: kit.NewElastic("", kit.Small.In(kit.Ink3)), stage: container.NewStack()}
	d.list = kit.NewRankList(kit.RankListParams{
		ListParams: kit.ListParams{
			Label: lang.L("Reserves"), RowHeight: rowHeight, Separators: true,
			Length: func() int { return len(d.rows) },
			Create: func() fyne.CanvasObject { return newListRow(s) },
			Update: d.update,
		},
		Movable: func(i int) bool { return i < len(d.rows) && !s.shown.edition.Frozen },
		MayDrop: func(rows []int, to int) bool { return d.mayDrop(rows, to) },
	})
	rows := d.list.List
	rows.OnSelected = func(int) {
		s.list.mark(nil, false)
		s.board.mark(nil, false)
	}
	rows.OnMarked = func([]int) { s.enable() }
	rows.OnOpen = func(i int) { s.open(d.rows[i]) }
	rows.OnMenu = func(_ int, at fyne.Position) { kit.ShowMenuAt(s.desk.Window(), at, s.rowMenu()...) }
	d.list.OnMove = d.move
	d.list.OnStep = func(_ []int, by int) { s.step(by) }
	d.list.OnTypeNumber = func(_ []int, number string) { s.rank(number) }
	d.list.OnDragOut = d.dragOut
	d.fold = kit.NewIconButton(kit.IconChevronDown, lang.L("Show or hide the reserves"), func() {
		d.folded = !d.folded
		d.lay()
	})
	d.add = kit.NewQuiet(lang.L("Add reserve"), func() { s.addEntry(model.Reserve) }).WithIcon(kit.IconPlus)
	head := kit.Pad(kit.MidRow(8, kit.Natural(d.fold), kit.Natural(kit.NewLabel(lang.L("Reserves"), kit.Heading)),
		kit.Grow(1, kit.Pad(d.count, 2, 0, 0, 0)), kit.Natural(d.add)), 4, 16, 4, 8)
	edge := kit.NewHLine()
	edge.Token = kit.Edge
	d.object = kit.VBox(0, edge, head, d.stage)
	d.lay()
	return d
}

func (d *dock) update(i int, o fyne.CanvasObject) {
	row := o.(*listRow)
	row.fill(line{kind: lineEntry, row: d.rows[i]}, d.s.shown, d.s.desk.Proof())
	if d.rows[i].Placement.Status == model.Reserve {
		row.entry.setRank(strconv.Itoa(i+1), kit.Ink3)
	}
}

// lay gives the dock the height of its rows.
func (d *dock) lay() {
	icon := kit.IconChevronDown
	d.stage.Objects = nil
	if n := min(len(d.rows), dockRows); d.folded || n == 0 {
		icon = kit.IconChevronRight
	} else {
		d.stage.Objects = []fyne.CanvasObject{kit.VBox(0, kit.NewHLine(), kit.Sized(d.list, 0, float32(n)*rowHeight))}
	}
	d.fold.SetIcon(icon)
	d.object.Refresh()
	if d.s.left != nil {
		d.s.left.Refresh() // the list gives or takes the room
	}
}

func (d *dock) fill(shown *data, rows []store.EntryRow) {
	d.add.SetEnabled(!shown.edition.Frozen)
	height := min(len(d.rows), dockRows)
	d.rows = rows
	d.say(shown)
	if min(len(rows), dockRows) != height {
		d.lay()
	}
	d.list.Refresh()
}

// say tells who is in the dock and what can be done with them.
func (d *dock) say(shown *data) {
	rows := d.rows
	ready, declined := 0, 0
	for _, r := range rows {
		if r.Placement.Status == model.Reserve {
			ready++
		} else {
			declined++
		}
	}
	var words []string
	if ready > 0 {
		words = append(words, lang.N("{{.Count}} ready", ready, map[string]any{"Count": ready}))
	}
	if declined > 0 {
		words = append(words, lang.N("{{.Count}} declined or withdrawn", declined, map[string]any{"Count": declined}))
	}
	text := strings.Join(words, ", ")
	switch {
	case shown.edition.Frozen || ready == 0:
	case d.s.boarding:
		text += " – " + lang.L("drag into a column to bring in")
	default:
		text += " – " + lang.L("drag into the list to swap in")
	}
	d.count.SetText(text)
}

// mark marks entries by ID.
func (d *dock) mark(ids []model.ID) {
	var marked []int
	for i, r := range d.rows {
		for _, id := range ids {
			if r.Placement.ID == id {
				marked = append(marked, i)
			}
		}
	}
	d.list.List.SetMarked(marked...)
}

func (d *dock) marked() []store.EntryRow {
	var rows []store.EntryRow
	for _, i := range d.list.List.Marked() {
		if i < len(d.rows) {
			rows = append(rows, d.rows[i])
		}
	}
	return rows
}

// mayDrop keeps the order within a category: each has its own positions.
func (d *dock) mayDrop(rows []int, to int) bool {
	at := min(to, len(d.rows)-1)
	for _, i := range rows {
		if d.rows[i].Placement.Category != d.rows[at].Placement.Category {
			return false
		}
	}
	return true
}

// move puts reserves into another order among themselves.
func (d *dock) move(rows []int, to int) {
	var ids []model.ID
	for _, i := range rows {
		ids = append(ids, d.rows[i].Placement.ID)
	}
	d.s.placeAmong(ids, d.rows, to)
}

// dragOut swaps reserves in at the row of the list on which they were let go.
func (d *dock) dragOut(rows []int, at fyne.Position) bool {
	if d.s.boarding {
		c := d.s.board.over(at)
		if c != nil {
			d.s.do(model.Message{}, true, store.SetStatus{IDs: idsOf(d.marked()), Status: c.status})
		}
		return c != nil
	}
	list := d.s.list.list.List
	if !kit.Within(list, at) {
		return false
	}
	i := list.RowOver(at)
	if i < 0 {
		i = len(d.s.list.lines)
	}
	var ids []model.ID
	for _, r := range rows {
		ids = append(ids, d.rows[r].Placement.ID)
	}
	d.s.swapIn(ids, i, at)
	return true
}

// joined puts what there is of some words together.
func joined(sep string, words ...string) string {
	var there []string
	for _, w := range words {
		if w = strings.TrimSpace(w); w != "" {
			there = append(there, w)
		}
	}
	return strings.Join(there, sep)
}
