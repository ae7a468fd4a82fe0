package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	columnHeadHeight = 32
	columnGrasp      = 5 // px on either side of an edge that can be dragged
)

var (
	_ fyne.Widget            = (*ColumnHead)(nil)
	_ fyne.Focusable         = (*ColumnHead)(nil)
	_ fyne.Draggable         = (*ColumnHead)(nil)
	_ fyne.SecondaryTappable = (*ColumnHead)(nil)
	_ desktop.Hoverable      = (*ColumnHead)(nil)
	_ desktop.Cursorable     = (*ColumnHead)(nil)
	_ desktop.Mouseable      = (*ColumnHead)(nil)
)

// ColumnHead is the row of titles over a list, 32 high. A click on a title sorts
// by it, once more the other way round; the left edge of a column can be dragged.
// Keyboard: ← → go from title to title, Enter and Space sort, + and − make the
// column wider and narrower, the Menu key asks for the menu.
type ColumnHead struct {
	widget.BaseWidget
	columns *Columns
	at      int // the title the keyboard is at
	hovered int
	edge    int // the column whose edge is pointed at or dragged, or -1
	held    int // the column whose edge was pressed, or -1
	moved   bool
	focused bool
}

// NewColumnHead gives the head over a list with these columns.
func NewColumnHead(c *Columns) *ColumnHead {
	h := &ColumnHead{columns: c, hovered: -1, edge: -1, held: -1}
	c.watch = append(c.watch, h.Refresh)
	h.ExtendBaseWidget(h)
	return h
}

// sort sorts by a column, or turns its order round.
func (h *ColumnHead) sort(i int) {
	c := h.columns
	if i < 0 || i >= len(c.columns) || c.columns[i].Fixed {
		return
	}
	id := c.columns[i].ID
	descend := c.sorted == id && !c.descend
	c.SetSorted(id, descend)
	if c.OnSort != nil {
		c.OnSort(id, descend)
	}
}

// under gives the column and the edge at a place.
func (h *ColumnHead) under(x float32) (column, edge int) {
	column, edge = -1, -1
	for i, s := range h.columns.Spans(h.Size().Width) {
		if s.Width == 0 {
			continue
		}
		if x >= s.X-h.columns.Gap/2 && x < s.X+s.Width+h.columns.Gap/2 {
			column = i
		}
		if left := s.X - h.columns.Gap/2; !h.columns.columns[i].Grow && !h.columns.columns[i].Fixed && x >= left-columnGrasp && x <= left+columnGrasp {
			edge = i
		}
	}
	return column, edge
}

// Tapped sorts.
func (h *ColumnHead) Tapped(ev *fyne.PointEvent) {
	if column, edge := h.under(ev.Position.X); edge < 0 {
		h.at = max(0, column)
		h.sort(column)
	}
}

// TappedSecondary asks for the menu.
func (h *ColumnHead) TappedSecondary(ev *fyne.PointEvent) {
	if h.columns.OnMenu != nil {
		h.columns.OnMenu(ev.AbsolutePosition)
	}
}

// MouseDown notes the edge that is taken hold of.
func (h *ColumnHead) MouseDown(ev *desktop.MouseEvent) { _, h.held = h.under(ev.Position.X) }

// MouseUp lets go.
func (h *ColumnHead) MouseUp(*desktop.MouseEvent) {
	if !h.moved {
		h.held = -1
	}
}

// Dragged makes the column wider or narrower.
func (h *ColumnHead) Dragged(ev *fyne.DragEvent) {
	if h.held < 0 || h.held >= len(h.columns.columns) {
		return
	}
	h.moved = true
	h.columns.resize(h.held, h.columns.columns[h.held].Width-ev.Dragged.DX)
}

// DragEnd lets go of the edge.
func (h *ColumnHead) DragEnd() {
	if h.moved && h.held >= 0 {
		h.told(h.held)
	}
	h.held, h.moved = -1, false
}

func (h *ColumnHead) told(i int) {
	if c := h.columns; c.OnResize != nil {
		c.OnResize(c.columns[i].ID, c.columns[i].Width)
	}
}

// Cursor shows an edge that can be dragged, or a title that can be clicked.
func (h *ColumnHead) Cursor() desktop.Cursor {
	switch {
	case h.edge >= 0 || h.held >= 0:
		return desktop.HResizeCursor
	case h.hovered >= 0 && !h.columns.columns[h.hovered].Fixed:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseIn starts hovering.
func (h *ColumnHead) MouseIn(ev *desktop.MouseEvent) { h.MouseMoved(ev) }

// MouseMoved marks the title pointed at.
func (h *ColumnHead) MouseMoved(ev *desktop.MouseEvent) {
	column, edge := h.under(ev.Position.X)
	if column != h.hovered || edge != h.edge {
		h.hovered, h.edge = column, edge
		h.Refresh()
	}
}

// MouseOut ends hovering.
func (h *ColumnHead) MouseOut() {
	h.hovered, h.edge = -1, -1
	h.Refresh()
}

// FocusGained shows where the keyboard is.
func (h *ColumnHead) FocusGained() {
	h.focused = true
	h.Refresh()
}

// FocusLost hides it.
func (h *ColumnHead) FocusLost() {
	h.focused = false
	h.Refresh()
}

// TypedRune makes the column wider and narrower.
func (h *ColumnHead) TypedRune(r rune) {
	by := map[rune]float32{'+': 16, '=': 16, '-': -16, '−': -16}[r]
	if by == 0 || h.at >= len(h.columns.columns) || h.columns.columns[h.at].Grow {
		return
	}
	h.columns.resize(h.at, h.columns.columns[h.at].Width+by)
	h.told(h.at)
}

// TypedKey goes from title to title and sorts.
func (h *ColumnHead) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		h.step(-1)
	case fyne.KeyRight:
		h.step(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		h.sort(h.at)
	case desktop.KeyMenu:
		if h.columns.OnMenu != nil {
			h.columns.OnMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(h).AddXY(h.columns.Left, columnHeadHeight))
		}
	default:
		passKey(h, ev)
	}
}

func (h *ColumnHead) step(by int) {
	spans := h.columns.Spans(h.Size().Width)
	for i := h.at + by; i >= 0 && i < len(spans); i += by {
		if spans[i].Width > 0 {
			h.at = i
			break
		}
	}
	h.Refresh()
}

// AccessibilityLabel names the column the keyboard is at.
func (h *ColumnHead) AccessibilityLabel() string {
	if h.at < len(h.columns.columns) {
		return h.columns.columns[h.at].Title
	}
	return ""
}

// AccessibilityRole is button.
func (h *ColumnHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (h *ColumnHead) CreateRenderer() fyne.WidgetRenderer {
	r := &columnHeadRenderer{h: h, ring: canvas.NewRectangle(nil), edge: NewFill(Edge)}
	r.ring.StrokeWidth, r.ring.CornerRadius = 2, 4
	r.Refresh()
	return r
}

type columnHeadRenderer struct {
	h       *ColumnHead
	titles  []*textLine
	arrow   *Icon
	ring    *canvas.Rectangle
	edge    *Fill
	objects []fyne.CanvasObject
}

func (r *columnHeadRenderer) Destroy()                     {}
func (r *columnHeadRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *columnHeadRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, columnHeadHeight) }

func (r *columnHeadRenderer) Layout(size fyne.Size) {
	h, c := r.h, r.h.columns
	const arrow = 14
	SetVisible(r.arrow, false)
	SetVisible(r.ring, false)
	SetVisible(r.edge, false)
	for i, s := range c.Spans(size.Width) {
		if i >= len(r.titles) {
			return
		}
		style := Caption
		if i == h.hovered && !c.columns[i].Fixed {
			style = Caption.In(Ink)
		}
		room := s.Width
		sorted := c.columns[i].ID == c.sorted
		if sorted {
			style, room = Caption.In(Ink).Strong(), s.Width-arrow-2
		}
		r.titles[i].fit(c.columns[i].Title, style, fyne.Max(0, room))
		if s.Width == 0 {
			r.titles[i].fit("", style, 0)
			continue
		}
		x := s.X
		if c.columns[i].Align == fyne.TextAlignTrailing {
			x = s.X + s.Width - r.titles[i].width()
			if sorted {
				x -= arrow + 2
			}
		}
		r.titles[i].place(x, 0, size.Height)
		if sorted {
			r.arrow.Move(fyne.NewPos(x+r.titles[i].width()+2, (size.Height-arrow)/2))
			r.arrow.Resize(fyne.NewSquareSize(arrow))
			SetVisible(r.arrow, true)
		}
		if h.focused && i == h.at {
			r.ring.Move(fyne.NewPos(s.X-6, 3))
			r.ring.Resize(fyne.NewSize(s.Width+12, size.Height-6))
			SetVisible(r.ring, true)
		}
		if i == h.edge || i == h.held {
			r.edge.Move(fyne.NewPos(s.X-c.Gap/2, 6))
			r.edge.Resize(fyne.NewSize(1, size.Height-12))
			SetVisible(r.edge, true)
		}
	}
}

func (r *columnHeadRenderer) Refresh() {
	c := r.h.columns
	r.h.at = min(r.h.at, max(0, len(c.columns)-1))
	for len(r.titles) < len(c.columns) {
		r.titles = append(r.titles, newTextLine())
	}
	r.titles = r.titles[:len(c.columns)]
	if r.arrow == nil {
		r.arrow = NewIcon(IconChevronUp, 14, Ink)
	}
	icon := IconChevronUp
	if c.descend {
		icon = IconChevronDown
	}
	r.arrow.Set(icon, Ink)
	r.objects = r.objects[:0]
	for _, t := range r.titles {
		r.objects = append(r.objects, t.text)
	}
	r.objects = append(r.objects, r.arrow, r.edge, r.ring)
	r.ring.StrokeColor, r.ring.FillColor = Color(Accent), Color(Clear)
	r.Layout(r.h.Size())
	canvas.Refresh(r.h)
}
