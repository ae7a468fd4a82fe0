package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// RankListParams is what a rank list needs beyond a list.
type RankListParams struct {
	ListParams
	// Movable tells whether a row can be dragged; nil: all.
	Movable func(row int) bool
	// Preview fills a copy of a row that is being dragged as it would look if
	// it were dropped before the row to; nil uses Update.
	Preview func(row, to int, content fyne.CanvasObject)
	// Snap moves a gap between two rows, before the row to, to the nearest one at
	// which the rows may be dropped; nil: where it is.
	Snap func(rows []int, to int) int
	// MayDrop tells whether rows may be dropped before the row to, which is
	// Length at the end; nil: everywhere.
	MayDrop func(rows []int, to int) bool
	// Carried lets the lifted row follow the pointer to the sides too, for rows
	// that are dropped into another list.
	Carried bool
}

var _ fyne.Widget = (*RankList)(nil)

// RankList is a list whose rows are put in order by hand: dragged by pointer,
// several at once when they are marked, moved with Alt+↑ and Alt+↓, or sent to
// a place by typing its number and Enter. It moves nothing itself: its hooks
// say what is wanted, and the screen refreshes it.
type RankList struct {
	widget.BaseWidget

	// List holds the rows: selection, scrolling and the other hooks. Its OnKey,
	// OnType and OnShortcut belong to the rank list.
	List *List
	// OnLetter gets typed letters, to jump to a name.
	OnLetter func(r rune) bool
	// OnMove runs when rows were dropped before the row to, which is Length at
	// the end; to counts as before the move.
	OnMove func(rows []int, to int)
	// OnStep runs on Alt+↑ (-1) and Alt+↓ (+1) with the marked rows.
	OnStep func(rows []int, by int)
	// OnTypeNumber runs when digits were typed and Enter pressed.
	OnTypeNumber func(rows []int, number string)
	// OnTyping tells the digits typed so far, "" when they are over.
	OnTyping func(digits string)
	// OnDragOut runs when rows were let go outside of the list, at a place on
	// the canvas; it reports whether somebody took them.
	OnDragOut func(rows []int, at fyne.Position) bool
	// OnDragOver tells where on the canvas rows are being dragged, and OnDragEnd
	// that they no longer are; what was under them may have been marked.
	OnDragOver func(at fyne.Position)
	OnDragEnd  func()

	params RankListParams
	digits string
	drag   *rankDrag
	marker *dropMarker
	float  *floatingRow
}

// NewRankList gives a rank list.
func NewRankList(p RankListParams) *RankList {
	r := &RankList{List: &List{}, params: p}
	r.List.init(p.ListParams)
	r.List.ExtendBaseWidget(r.List)
	r.List.OnKey = r.key
	r.List.OnType = r.typed
	r.List.OnShortcut = r.shortcut
	r.marker = newDropMarker()
	r.marker.Hide()
	r.float = newFloatingRow(p.Create())
	r.float.Hide()
	r.List.body.glass.drag = r
	r.ExtendBaseWidget(r)
	return r
}

// Refresh fills the rows anew.
func (r *RankList) Refresh() {
	r.List.Refresh()
	r.BaseWidget.Refresh()
}

// Dragging tells whether rows are being dragged.
func (r *RankList) Dragging() bool { return r.drag != nil }

// CreateRenderer is called by the toolkit.
func (r *RankList) CreateRenderer() fyne.WidgetRenderer { return &rankListRenderer{r} }

type rankListRenderer struct{ r *RankList }

func (x *rankListRenderer) Destroy()           {}
func (x *rankListRenderer) MinSize() fyne.Size { return x.r.List.MinSize() }

func (x *rankListRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.r.List}
}

func (x *rankListRenderer) Layout(size fyne.Size) { x.r.List.Resize(size) }

func (x *rankListRenderer) Refresh() {
	x.r.marker.Refresh()
	x.r.float.Refresh()
	canvas.Refresh(x.r)
}

func (r *RankList) shortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierAlt || (c.KeyName != fyne.KeyUp && c.KeyName != fyne.KeyDown) {
		return false
	}
	rows := r.List.Marked()
	if r.OnStep == nil || len(rows) == 0 {
		return false
	}
	by := 1
	if c.KeyName == fyne.KeyUp {
		by = -1
	}
	r.OnStep(rows, by)
	return true
}

func (r *RankList) typed(ch rune) bool {
	if ch < '0' || ch > '9' {
		r.typing("")
		return r.OnLetter != nil && r.OnLetter(ch)
	}
	if r.OnTypeNumber == nil || len(r.digits) > 5 {
		return false
	}
	r.typing(r.digits + string(ch))
	return true
}

func (r *RankList) typing(digits string) {
	r.digits = digits
	if r.OnTyping != nil {
		r.OnTyping(digits)
	}
}

// key gives Esc and the keys of a number being typed their meaning.
func (r *RankList) key(ev *fyne.KeyEvent) bool {
	if r.drag != nil {
		if ev.Name == fyne.KeyEscape {
			r.endDrag()
		}
		return true
	}
	if r.digits == "" {
		return false
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		number := r.digits
		r.typing("")
		r.OnTypeNumber(r.List.Marked(), number)
	case fyne.KeyBackspace:
		r.typing(strings.TrimSuffix(r.digits, r.digits[len(r.digits)-1:]))
	case fyne.KeyEscape:
		r.typing("")
	default:
		if !types(ev.Name) { // a digit comes as a key and then as a letter
			r.typing("")
		}
		return false
	}
	return true
}

// types says whether a key may write a digit, by itself or with Shift.
func types(key fyne.KeyName) bool {
	return len(key) == 1 || key == desktop.KeyShiftLeft || key == desktop.KeyShiftRight
}
