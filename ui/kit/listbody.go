package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget            = (*listBody)(nil)
	_ fyne.Focusable         = (*listBody)(nil)
	_ fyne.Shortcutable      = (*listBody)(nil)
	_ fyne.SecondaryTappable = (*listGlass)(nil)
	_ desktop.Mouseable      = (*listGlass)(nil)
	_ desktop.Hoverable      = (*listGlass)(nil)
	_ fyne.Draggable         = (*listGlass)(nil)
)

// doubleClick is the longest time between the clicks of a double click. The
// toolkit's own would hold back every single click for as long.
const doubleClick = 400 * time.Millisecond

// listBody is as high as all rows together and holds those in sight. A glass
// over the rows takes the pointer for all of them.
type listBody struct {
	widget.BaseWidget
	list    *List
	glass   *listGlass
	rows    map[int]*listRow
	spare   []*listRow
	objects []fyne.CanvasObject
	hovered int
	focused bool
	shift   bool
	stale   bool // the content of the rows is out of date
	lifted  map[int]bool
}

func newListBody(l *List) *listBody {
	b := &listBody{list: l, rows: map[int]*listRow{}, hovered: -1}
	b.glass = newListGlass(b)
	b.ExtendBaseWidget(b)
	return b
}

// show gives every row in sight an object and its state, and takes the objects
// of the others back for later.
func (b *listBody) show() {
	l := b.list
	width := l.scroll.Size().Width
	if width <= 0 {
		return
	}
	first, last := l.inSight()
	for i, row := range b.rows {
		if i < first || i > last {
			b.spare = append(b.spare, row)
			delete(b.rows, i)
		}
	}
	changed := false
	b.objects = b.objects[:0]
	for i := first; i <= last; i++ {
		row, ok := b.rows[i]
		if !ok {
			row = b.take()
			b.rows[i] = row
			changed = true
			l.params.Update(i, row.content)
		} else if b.stale {
			l.params.Update(i, row.content)
		}
		row.state(b.stateOf(i))
		row.Resize(fyne.NewSize(width, l.heightOf(i)))
		row.Move(fyne.NewPos(0, l.topOf(i)))
		b.objects = append(b.objects, row)
	}
	b.objects = append(b.objects, b.glass)
	b.glass.Resize(fyne.NewSize(width, fyne.Max(l.topOf(l.Length()), l.scroll.Size().Height)))
	if changed || b.stale {
		canvas.Refresh(b)
	}
	b.stale = false
}

func (b *listBody) take() *listRow {
	if n := len(b.spare); n > 0 {
		row := b.spare[n-1]
		b.spare = b.spare[:n-1]
		return row
	}
	return newListRow(b.list.params.Create(), b.list.params.Separators)
}

func (b *listBody) stateOf(i int) rowState {
	s := rowState{
		hovered: i == b.hovered, marked: b.list.sel.Has(i),
		focused: b.focused && i == b.list.sel.current, lifted: b.lifted[i],
	}
	if b.list.params.Ground != nil {
		s.ground = b.list.params.Ground(i)
	}
	return s
}

func (b *listBody) refreshRow(i int) {
	if row, ok := b.rows[i]; ok {
		b.list.params.Update(i, row.content)
		row.state(b.stateOf(i))
	}
}

func (b *listBody) hover(i int) {
	if i == b.hovered {
		return
	}
	before := b.hovered
	b.hovered = i
	for _, n := range []int{before, i} {
		if row, ok := b.rows[n]; ok {
			row.state(b.stateOf(n))
		}
	}
}

// FocusGained shows the focus ring.
func (b *listBody) FocusGained() {
	b.focused = true
	b.show()
}

// FocusLost hides it.
func (b *listBody) FocusLost() {
	b.focused, b.shift = false, false
	b.show()
}

// KeyDown and KeyUp follow Shift.
func (b *listBody) KeyDown(ev *fyne.KeyEvent) { b.shifted(ev, true) }

// KeyUp follows Shift.
func (b *listBody) KeyUp(ev *fyne.KeyEvent) { b.shifted(ev, false) }

func (b *listBody) shifted(ev *fyne.KeyEvent, down bool) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		b.shift = down
	}
}

// TypedRune is for letters that jump and digits that rank.
func (b *listBody) TypedRune(r rune) { b.list.typed(r) }

// TypedKey moves, marks and opens.
func (b *listBody) TypedKey(ev *fyne.KeyEvent) {
	l := b.list
	switch {
	case l.OnKey != nil && l.OnKey(ev):
	case ev.Name == fyne.KeySpace && l.OnSpace != nil && l.sel.current >= 0:
		l.OnSpace(l.sel.current)
	case ev.Name == fyne.KeySpace:
		l.toggle(l.sel.current)
	case ev.Name == desktop.KeyMenu:
		b.menuKey()
	case l.key(ev, b.shift):
	default:
		passKey(b, ev)
	}
}

func (b *listBody) menuKey() {
	l := b.list
	if l.OnMenu == nil || l.sel.current < 0 {
		return
	}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
	l.OnMenu(l.sel.current, origin.AddXY(48, l.topOf(l.sel.current+1)-l.Offset()))
}

// TypedShortcut marks all on Ctrl+A and gives the rest to the screen.
func (b *listBody) TypedShortcut(s fyne.Shortcut) {
	if b.list.OnShortcut != nil && b.list.OnShortcut(s) {
		return
	}
	if _, ok := s.(*fyne.ShortcutSelectAll); ok {
		b.list.markAll()
		return
	}
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault && b.list.wander(c.KeyName) {
		return
	}
	passShortcut(b, s)
}

// AccessibilityLabel names the list.
func (b *listBody) AccessibilityLabel() string { return b.list.params.Label }

// AccessibilityRole is a container.
func (b *listBody) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer is called by the toolkit.
func (b *listBody) CreateRenderer() fyne.WidgetRenderer { return &listBodyRenderer{b} }

type listBodyRenderer struct{ b *listBody }

func (r *listBodyRenderer) Destroy()                     {}
func (r *listBodyRenderer) Layout(fyne.Size)             {}
func (r *listBodyRenderer) Objects() []fyne.CanvasObject { return r.b.objects }

func (r *listBodyRenderer) MinSize() fyne.Size {
	l := r.b.list
	return fyne.NewSize(32, l.topOf(l.Length()))
}

func (r *listBodyRenderer) Refresh() {
	r.b.stale = true
	r.b.show()
}

// listGlass takes the pointer over all rows and hands it to what is under it.
type listGlass struct {
	widget.BaseWidget
	b        *listBody
	modifier fyne.KeyModifier
	lastRow  int // row clicked a moment ago, or -1
	forget   func()
	drag     *RankList // rows can be dragged
	start    float32   // where the pointer went down, within the list
	absolute fyne.Position
	tip      tipState
	tipOn    tipper
}

func newListGlass(b *listBody) *listGlass {
	g := &listGlass{b: b, lastRow: -1}
	g.ExtendBaseWidget(g)
	return g
}

func (g *listGlass) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

func (g *listGlass) rowAt(pos fyne.Position) int {
	return g.b.list.rowOver(pos.Y)
}

// under gives the deepest object of a row at a place that satisfies want.
func (g *listGlass) under(pos fyne.Position, want func(fyne.CanvasObject) bool) (fyne.CanvasObject, fyne.Position) {
	i := g.rowAt(pos)
	row, ok := g.b.rows[i]
	if !ok {
		return nil, pos
	}
	return deepest(row.content, pos.Subtract(row.Position()), want)
}

// Holder is a widget of a row that says what lies in it, so that the list finds
// what can be tapped there and what has a tooltip.
type Holder interface{ Held() fyne.CanvasObject }

func deepest(o fyne.CanvasObject, pos fyne.Position, want func(fyne.CanvasObject) bool) (fyne.CanvasObject, fyne.Position) {
	pos = pos.Subtract(o.Position())
	size := o.Size()
	if !o.Visible() || pos.X < 0 || pos.Y < 0 || pos.X >= size.Width || pos.Y >= size.Height {
		return nil, pos
	}
	if c, ok := o.(*fyne.Container); ok {
		for i := len(c.Objects) - 1; i >= 0; i-- {
			if found, at := deepest(c.Objects[i], pos, want); found != nil {
				return found, at
			}
		}
	}
	if h, ok := o.(Holder); ok {
		if found, at := deepest(h.Held(), pos, want); found != nil {
			return found, at
		}
	}
	if want(o) {
		return o, pos
	}
	return nil, pos
}

func isTappable(o fyne.CanvasObject) bool {
	if p, ok := o.(*Prose); ok {
		return p.active() // else it is only read
	}
	_, ok := o.(fyne.Tappable)
	return ok
}

func isTipper(o fyne.CanvasObject) bool {
	t, ok := o.(tipper)
	return ok && t.Tooltip() != ""
}

// MouseDown remembers the modifiers: a tap does not bring them.
func (g *listGlass) MouseDown(ev *desktop.MouseEvent) {
	g.modifier = ev.Modifier
	g.start = ev.Position.Y - g.b.list.Offset()
	g.tip.leave()
	focusOn(g.b)
}

// MouseUp is not needed.
func (g *listGlass) MouseUp(*desktop.MouseEvent) {}

// Tapped gives the tap to what can be tapped under it, else selects the row.
func (g *listGlass) Tapped(ev *fyne.PointEvent) {
	if o, at := g.under(ev.Position, isTappable); o != nil {
		if d, ok := o.(fyne.Disableable); !ok || !d.Disabled() {
			o.(fyne.Tappable).Tapped(&fyne.PointEvent{Position: at, AbsolutePosition: ev.AbsolutePosition})
			return
		}
	}
	row := g.rowAt(ev.Position)
	double := row >= 0 && row == g.lastRow && g.modifier == 0
	if g.forget != nil {
		g.forget()
	}
	g.lastRow = row
	g.forget = after(doubleClick, func() { g.lastRow = -1 })
	l := g.b.list
	l.click(row, g.modifier)
	once := row >= 0 && l.params.OneClick != nil && l.params.OneClick(row)
	if (double || once) && l.OnOpen != nil {
		g.lastRow = -1
		l.OnOpen(row)
	}
}

// Dragged moves rows of a rank list.
func (g *listGlass) Dragged(ev *fyne.DragEvent) {
	if g.drag == nil {
		return
	}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(g.b.list)
	g.absolute = ev.AbsolutePosition
	g.drag.dragged(ev.AbsolutePosition.Subtract(origin), g.start)
}

// DragEnd drops them.
func (g *listGlass) DragEnd() {
	if g.drag != nil {
		g.drag.dropped()
	}
}

// TappedSecondary selects the row unless it is marked, and asks for its menu.
func (g *listGlass) TappedSecondary(ev *fyne.PointEvent) {
	row := g.rowAt(ev.Position)
	if row < 0 {
		return
	}
	if !g.b.list.sel.Has(row) {
		g.b.list.click(row, 0)
	}
	if g.b.list.OnMenu != nil {
		g.b.list.OnMenu(row, ev.AbsolutePosition)
	}
}

// MouseIn starts hovering.
func (g *listGlass) MouseIn(ev *desktop.MouseEvent) { g.MouseMoved(ev) }

// MouseMoved marks the row pointed at and brings up the tooltip of what is in it.
func (g *listGlass) MouseMoved(ev *desktop.MouseEvent) {
	g.b.hover(g.rowAt(ev.Position))
	o, _ := g.under(ev.Position, isTipper)
	t, _ := o.(tipper)
	if t == g.tipOn {
		return
	}
	g.tipOn = t
	g.tip.leave()
	if t != nil {
		g.tip.enter(g, t.Tooltip(), ev)
	}
}

// MouseOut ends hovering.
func (g *listGlass) MouseOut() {
	g.tipOn = nil
	g.tip.leave()
	g.b.hover(-1)
}
