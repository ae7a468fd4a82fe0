package kit

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*List)(nil)

// ListParams is what a list needs. Length, Create and Update are required.
type ListParams struct {
	// Label names the list for assistive technology.
	Label string
	// RowHeight in pixels; 56 unless set.
	RowHeight float32
	// Head makes a row the head of a group; such a row is not given to Update.
	Head func(row int) ListHead
	// HeadInset is how far heads stand from the edges, px; 16 unless set.
	HeadInset float32
	// HeightOf gives a row a height of its own; 0 is RowHeight. It and Head make
	// every look at the list walk the rows: for short lists.
	HeightOf func(row int) float32
	// Length tells how many rows there are.
	Length func() int
	// Create makes the content of a row; it is used again for other rows.
	Create func() fyne.CanvasObject
	// Update fills a row's content.
	Update func(row int, content fyne.CanvasObject)
	// Single keeps the user from marking several rows.
	Single bool
	// Separators draws a line under every row.
	Separators bool
	// Ground gives a row a colour of its own (WarnSoft), or "".
	Ground func(row int) Token
	// Enabled tells whether a row can be chosen; nil: all.
	Enabled func(row int) bool
	// OneClick tells whether a click opens a row, as Enter does; nil: a double
	// click opens, in all rows.
	OneClick func(row int) bool
}

// everyRow is a rule that holds for all rows.
func everyRow(int) bool { return true }

// List shows any number of rows of one height and keeps objects only for those
// in sight. Pointer: click selects, Shift and Ctrl or Cmd mark several, double
// click opens, the secondary button asks for the menu. Keyboard: ↑ ↓ PgUp PgDn
// Home End, Shift extends, Ctrl moves without unmarking, Space marks, Enter
// opens, Ctrl+A marks all, letters are given to OnType. Objects in a row that can be tapped keep working.
type List struct {
	widget.BaseWidget

	// OnSelected runs when the user moved to a row; -1 when to none.
	OnSelected func(row int)
	// OnMarked runs when the set of marked rows changed.
	OnMarked func(rows []int)
	// OnOpen runs on Enter and double click.
	OnOpen func(row int)
	// OnSpace runs on Space, which otherwise marks.
	OnSpace func(row int)
	// OnMenu runs on the secondary button or the Menu key, at a place on the canvas.
	OnMenu func(row int, at fyne.Position)
	// OnType gets typed letters and digits; true says that they were used.
	OnType func(r rune) bool
	// OnKey may use up a key before the list does.
	OnKey func(*fyne.KeyEvent) bool
	// OnShortcut may use up a shortcut (Alt+↑).
	OnShortcut func(fyne.Shortcut) bool
	// OnScrolled tells how far the list is scrolled.
	OnScrolled func(offset float32)

	params ListParams
	sel    Selection
	body   *listBody
	scroll *flatScroll
	asked  int // row to bring into sight once the list has a size; -1: none
}

// NewList gives a list.
func NewList(p ListParams) *List {
	l := &List{}
	l.init(p)
	l.ExtendBaseWidget(l)
	return l
}

func (l *List) init(p ListParams) {
	if p.RowHeight == 0 {
		p.RowHeight = 56
	}
	if p.Head != nil {
		p = p.headed()
	}
	l.params = p
	l.asked = -1
	l.sel.clear()
	l.body = newListBody(l)
	l.scroll = newFlatScroll(l.body)
	l.scroll.OnScrolled = func(at fyne.Position) {
		l.body.show()
		if l.OnScrolled != nil {
			l.OnScrolled(at.Y)
		}
	}
}

// Length tells how many rows there are.
func (l *List) Length() int { return l.params.Length() }

// Selected gives the row the keyboard is at, or -1.
func (l *List) Selected() int { return l.sel.current }

// Marked gives the marked rows in order.
func (l *List) Marked() []int { return l.sel.Rows() }

// Select moves to a row and brings it into sight, without running OnSelected.
func (l *List) Select(row int) {
	if row >= l.Length() {
		row = l.Length() - 1
	}
	l.sel.only(row)
	l.Reveal(row)
	l.body.show()
}

// SetMarked marks rows without running hooks; the first is the current one.
func (l *List) SetMarked(rows ...int) {
	l.sel.clear()
	for i, r := range rows {
		if r < 0 || r >= l.Length() {
			continue
		}
		l.sel.marked[r] = true
		if i == 0 {
			l.sel.current, l.sel.anchor = r, r
		}
	}
	l.body.show()
}

// Mark marks rows and puts the keyboard at one of them, or at another, without
// running hooks or scrolling; -1 is at none.
func (l *List) Mark(current int, rows ...int) {
	l.SetMarked(rows...)
	l.sel.current, l.sel.anchor = current, current
	l.body.show()
}

// Next gives the first row after the selected one that fits, going on from the
// beginning at the end, or -1.
func (l *List) Next(fits func(row int) bool) int {
	n := l.Length()
	for k := 1; k <= n; k++ {
		if row := (l.Selected() + k + n) % n; fits(row) {
			return row
		}
	}
	return -1
}

// Offset tells how far the list is scrolled, in pixels.
func (l *List) Offset() float32 { return l.scroll.Offset.Y }

// SetOffset scrolls.
func (l *List) SetOffset(y float32) {
	l.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(0, y)))
	l.body.show()
}

// Reveal scrolls as little as needed to show a row.
func (l *List) Reveal(row int) {
	if row < 0 {
		return
	}
	room := l.scroll.Size().Height
	if room <= 0 {
		l.asked = row
		return
	}
	top := l.topOf(row)
	switch bottom := top + l.heightOf(row); {
	case top < l.Offset() || bottom-top > room: // what has no room shows its beginning
		l.SetOffset(top)
	case bottom > l.Offset()+room:
		l.SetOffset(bottom - room)
	}
}

// RefreshItem fills a row anew, if it is in sight.
func (l *List) RefreshItem(row int) { l.body.refreshRow(row) }

// Refresh asks for the number of rows again and fills those in sight.
func (l *List) Refresh() {
	l.sel.within(l.Length())
	l.body.stale = true
	l.BaseWidget.Refresh()
}

// Focus gives the list the keyboard.
func (l *List) Focus() { focusOn(l.body) }

// Focusable gives the part that takes the focus, for Canvas.Focus.
func (l *List) Focusable() fyne.Focusable { return l.body }

// RowAt gives the row at a height within the list, or -1.
func (l *List) RowAt(y float32) int {
	if y < 0 {
		return -1
	}
	return l.rowOver(y + l.Offset())
}

// RowOver gives the row at a place on the canvas, or -1.
func (l *List) RowOver(at fyne.Position) int {
	if !Within(l, at) {
		return -1
	}
	return l.RowAt(at.Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(l).Y)
}

// HandleKey steers the list from elsewhere, a search field above it. It
// reports whether the key meant something.
func (l *List) HandleKey(ev *fyne.KeyEvent) bool { return l.key(ev, false) }

// CreateRenderer is called by the toolkit.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ l *List }

func (r *listRenderer) Destroy()                     {}
func (r *listRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, r.l.params.RowHeight) }
func (r *listRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.l.scroll} }

func (r *listRenderer) Layout(size fyne.Size) {
	if r.l.params.HeightOf != nil && size.Width != r.l.scroll.Size().Width {
		r.l.body.stale = true // what wraps is measured anew
	}
	r.l.scroll.Resize(size)
	if r.l.asked >= 0 && size.Height > 0 {
		row := r.l.asked
		r.l.asked = -1
		r.l.Reveal(row)
	}
	r.l.body.show()
}

func (r *listRenderer) Refresh() {
	r.l.scroll.Refresh()
	r.l.body.show()
}

// key moves and marks. extend is true with Shift held.
func (l *List) key(ev *fyne.KeyEvent, extend bool) bool {
	n := l.Length()
	page := max(1, int(l.scroll.Size().Height/l.params.RowHeight)-1)
	at := l.sel.current
	switch ev.Name {
	case fyne.KeyUp:
		l.moveTo(max(at-1, 0), -1, extend)
	case fyne.KeyDown:
		l.moveTo(at+1, 1, extend)
	case fyne.KeyPageUp:
		l.moveTo(max(at-page, 0), 1, extend)
	case fyne.KeyPageDown:
		l.moveTo(min(at+page, n-1), -1, extend)
	case fyne.KeyHome:
		l.moveTo(0, 1, extend)
	case fyne.KeyEnd:
		l.moveTo(n-1, -1, extend)
	case fyne.KeyReturn, fyne.KeyEnter:
		if at < 0 || l.OnOpen == nil {
			return false
		}
		l.OnOpen(at)
	default:
		return false
	}
	return true
}

// moveTo goes to a row or, where that one cannot be chosen, to the next in the
// given direction that can.
func (l *List) moveTo(row, direction int, extend bool) {
	for row >= 0 && row < l.Length() && !l.enabled(row) {
		row += direction
	}
	if row < 0 || row >= l.Length() {
		return
	}
	if extend && !l.params.Single {
		l.sel.extend(row)
	} else {
		l.sel.only(row)
	}
	l.Reveal(row)
	l.tell()
}

func (l *List) enabled(row int) bool {
	return l.params.Enabled == nil || l.params.Enabled(row)
}

func (l *List) tell() {
	l.body.show()
	if l.OnSelected != nil {
		l.OnSelected(l.sel.current)
	}
	if l.OnMarked != nil {
		l.OnMarked(l.sel.Rows())
	}
}

func (l *List) markAll() {
	if l.params.Single {
		return
	}
	l.sel.all(l.Length())
	l.body.show()
	if l.OnMarked != nil {
		l.OnMarked(l.sel.Rows())
	}
}

func (l *List) toggle(row int) {
	if row < 0 || l.params.Single || !l.enabled(row) {
		return
	}
	l.sel.toggle(row)
	l.tell()
}

func (l *List) click(row int, modifier fyne.KeyModifier) {
	if row < 0 || !l.enabled(row) {
		return
	}
	switch {
	case !l.params.Single && modifier&fyne.KeyModifierShift != 0:
		l.sel.extend(row)
	case !l.params.Single && modifier&fyne.KeyModifierShortcutDefault != 0:
		l.sel.toggle(row)
	default:
		l.sel.only(row)
	}
	l.tell()
}

func (l *List) typed(r rune) {
	if r == ' ' {
		return // Space arrives as a key
	}
	if l.OnType != nil && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		l.OnType(r)
	}
}
