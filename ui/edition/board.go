package edition

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// stages are the columns of the status board, in the order of the year. Who
// stands beside the order is in the dock, as in the list.
var stages = []model.Status{model.Nominated, model.Longlisted, model.Shortlisted, model.Confirmed, model.SignedOff}

// board shows the entries in columns by how far they have come. Cards go to
// another column by dragging, with Alt+← and Alt+→, or from their menu.
type board struct {
	s       *screen
	object  *fyne.Container
	beside  *fyne.Container // holds the columns
	columns []*stage
}

// stage is one column of the board.
type stage struct {
	b      *board
	status model.Status
	object fyne.CanvasObject
	frame  *kit.Fill
	count  *kit.Label
	list   *kit.RankList
	rows   []store.EntryRow
}

func newBoard(s *screen) *board {
	b := &board{s: s}
	for _, status := range stages {
		b.columns = append(b.columns, newStage(b, status))
	}
	b.beside = kit.Pad(b.row(), 12, 12, 12, 12)
	b.object = container.NewStack(kit.NewFill(kit.Surface), b.beside)
	return b
}

// row sets the columns beside each other; those without cards are narrow, as long as
// there are any cards.
func (b *board) row() *fyne.Container {
	const narrow = 140 // px
	cards := slices.ContainsFunc(b.columns, func(c *stage) bool { return len(c.rows) > 0 })
	cells := make([]kit.Cell, len(b.columns))
	for i, c := range b.columns {
		cells[i] = kit.Grow(1, kit.Sized(c.object, narrow, 0))
		if cards && len(c.rows) == 0 {
			cells[i] = kit.Fixed(narrow, c.object)
		}
	}
	return kit.Row(8, cells...)
}

func newStage(b *board, status model.Status) *stage {
	c := &stage{b: b, status: status, frame: kit.NewFrame(kit.Canvas, kit.Line, 8), count: kit.NewLabel("", kit.SmallBold)}
	c.list = kit.NewRankList(kit.RankListParams{
		ListParams: kit.ListParams{
			Label: desk.Word(string(status)), RowHeight: cardHeight, Separators: true,
			Length: func() int { return len(c.rows) },
			Create: func() fyne.CanvasObject { return newCard(b.s) },
			Update: func(i int, o fyne.CanvasObject) { o.(*card).fill(c.rows[i], b.s.shown) },
		},
		Movable: func(int) bool { return !b.s.shown.edition.Frozen },
		MayDrop: func([]int, int) bool { return false }, // the order is made in the list
		Carried: true,
	})
	rows := c.list.List
	rows.OnSelected = func(int) { b.only(c) }
	rows.OnMarked = func([]int) { b.s.enable() }
	rows.OnOpen = func(i int) { b.s.open(c.rows[i]) }
	rows.OnMenu = func(_ int, at fyne.Position) { kit.ShowMenuAt(b.s.desk.Window(), at, b.s.rowMenu()...) }
	c.list.OnLetter = c.jump
	c.list.OnDragOver = b.dragOver
	c.list.OnDragEnd = func() { b.dragOver(fyne.NewPos(-1, -1)) }
	c.list.OnDragOut = b.dropped
	icon, token := statusIcon(status)
	head := kit.MidRow(6, kit.Natural(kit.NewIcon(icon, 16, token)), kit.Grow(1, kit.NewElastic(desk.Word(string(status)), kit.BodyStrong)), kit.Natural(c.count))
	c.object = container.NewStack(c.frame, kit.PadAll(kit.Column(0,
		kit.Fixed(40, kit.Pad(head, 0, 12, 0, 12)), kit.Fixed(1, kit.NewHLine()), kit.Grow(1, c.list)), 1))
	return c
}

// fill sorts the entries that take a place into the columns, in their order.
func (b *board) fill(placed []store.EntryRow) {
	for _, c := range b.columns {
		c.rows = c.rows[:0]
	}
	for _, r := range placed {
		c := b.columns[slices.Index(stages, r.Placement.Status)]
		c.rows = append(c.rows, r)
	}
	b.beside.Objects = []fyne.CanvasObject{b.row()}
	b.beside.Refresh()
	for _, c := range b.columns {
		c.count.SetText(kit.Number(len(c.rows)))
		c.list.Refresh()
	}
}

// only takes the marks of all other columns away.
func (b *board) only(c *stage) {
	b.s.dock.mark(nil)
	for _, other := range b.columns {
		if other != c {
			other.list.List.SetMarked()
		}
	}
	b.s.enable()
}

func (b *board) marked() []store.EntryRow {
	var rows []store.EntryRow
	for _, c := range b.columns {
		for _, i := range c.list.List.Marked() {
			if i < len(c.rows) {
				rows = append(rows, c.rows[i])
			}
		}
	}
	return rows
}

// mark marks cards by ID; the keyboard goes along when a card moved away under it.
func (b *board) mark(ids []model.ID, reveal bool) {
	had := slices.ContainsFunc(b.columns, func(c *stage) bool { return b.focused() == c.list.List.Focusable() })
	for _, c := range b.columns {
		var rows []int
		for i, r := range c.rows {
			if slices.Contains(ids, r.Placement.ID) {
				rows = append(rows, i)
			}
		}
		c.list.List.SetMarked(rows...)
		if len(rows) == 0 {
			continue
		}
		if reveal {
			c.list.List.Reveal(rows[0])
		}
		if had {
			b.toColumn(c)
		}
	}
}

func (b *board) focused() fyne.Focusable { return b.s.desk.Window().Canvas().Focused() }

// focus gives the keyboard to the column with marked cards, else to the first
// that has any.
func (b *board) focus() {
	var first *stage
	for _, c := range b.columns {
		if len(c.list.List.Marked()) > 0 {
			first = c
			break
		}
		if first == nil && len(c.rows) > 0 {
			first = c
		}
	}
	if first != nil {
		b.toColumn(first)
	}
}

// toColumn gives a column the keyboard, also one that was never painted yet.
func (b *board) toColumn(c *stage) { b.s.desk.Window().Canvas().Focus(c.list.List.Focusable()) }

// step takes the marked cards to the column before or after.
func (b *board) step(by int) bool {
	rows := b.marked()
	if len(rows) == 0 || b.s.shown.edition.Frozen {
		return false
	}
	to := slices.Index(stages, rows[0].Placement.Status) + by
	if to < 0 || to >= len(stages) {
		return true // the first column is where it ends
	}
	b.s.reveal = true
	b.s.do(model.Message{}, true, store.SetStatus{IDs: idsOf(rows), Status: stages[to]})
	return true
}

// over finds the column at a place on the canvas, or nil.
func (b *board) over(at fyne.Position) *stage {
	for _, c := range b.columns {
		if kit.Within(c.object, at) {
			return c
		}
	}
	return nil
}

// dragOver marks the column in which the cards would land.
func (b *board) dragOver(at fyne.Position) {
	target := b.over(at)
	for _, c := range b.columns {
		stroke := kit.Line
		if c == target {
			stroke = kit.Accent
		}
		c.frame.Set(kit.Canvas, stroke)
	}
}

// dropped gives the cards the status of the column they were let go in.
func (b *board) dropped(_ []int, at fyne.Position) bool {
	status := model.Reserve
	if c := b.over(at); c != nil {
		status = c.status
	} else if !kit.Within(b.s.dock.object, at) {
		return false
	}
	b.s.reveal = true
	b.s.do(model.Message{}, true, store.SetStatus{IDs: idsOf(b.marked()), Status: status})
	return true
}

// jump goes to the next card whose sort key begins with a letter.
func (c *stage) jump(r rune) bool {
	letter, n := model.Fold(string(unicode.ToLower(r))), len(c.rows)
	for k := 1; k <= n && letter != ""; k++ {
		i := (max(0, c.list.List.Selected()) + k) % n
		if strings.HasPrefix(model.Fold(c.rows[i].SortKey), letter) {
			c.list.List.Select(i)
			c.b.only(c)
			return true
		}
	}
	return false
}

// switchBoard goes from the list to the board and back; what is marked stays so.
func (s *screen) switchBoard(on bool) {
	if on == s.boarding {
		return
	}
	ids := s.markedIDs()
	s.boarding = on
	choice := 0
	if on {
		choice = 1
	}
	s.list.view.Select(choice)
	s.desk.Memory().SetNumber("edition.board", float64(choice))
	s.lay()
	if s.shown != nil {
		s.dock.say(s.shown)
		s.markAgain(ids, true)
		s.focus()
	}
}

// lay shows the list or the board, with what belongs beside it.
func (s *screen) lay() {
	s.list.see(s.boarding)
	kit.SetVisible(s.balance.object, !s.boarding)
	kit.SetVisible(s.blocking.object, s.boarding)
	if s.boarding {
		s.blocking.fill(s.desk.Proof())
	}
}

func (s *screen) focus() {
	if s.boarding {
		s.board.focus()
		return
	}
	s.list.focus()
}

// markAgain marks entries by ID wherever they are shown.
func (s *screen) markAgain(ids []model.ID, reveal bool) {
	if s.boarding {
		s.list.mark(nil, false)
		s.board.mark(ids, reveal)
	} else {
		s.board.mark(nil, false)
		s.list.mark(ids, reveal)
	}
	s.dock.mark(ids)
	s.enable()
}

// stepStatus takes the marked entries to the status before or after theirs.
func (s *screen) stepStatus(by int) bool {
	rows := s.marked()
	if len(rows) == 0 || outOf(rows[0].Placement.Status) {
		return false
	}
	to := slices.Index(stages, rows[0].Placement.Status) + by
	if to < 0 || to >= len(stages) {
		return false
	}
	s.do(model.Message{}, true, store.SetStatus{IDs: idsOf(rows), Status: stages[to]})
	return true
}
