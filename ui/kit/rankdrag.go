package kit

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

const (
	edgeScroll   = 48 // pixels from an edge within which a drag scrolls the list
	scrollTick   = 30 * time.Millisecond
	scrollFaster = 14 // pixels a tick at the very edge
)

// rankDrag is what is being dragged, and where it would land.
type rankDrag struct {
	rows    []int
	grabbed int // the row under the pointer when the drag began
	to      int // row before which it would be dropped, or -1
	at      fyne.Position
	over    bool // the pointer is over the list
	stop    func()
	layer   *layer // where the lifted row floats
	ended   bool   // Esc: the rest of the movement means nothing
}

// dragged follows the pointer; at is within the list, in its own pixels.
func (r *RankList) dragged(at fyne.Position, start float32) {
	if r.drag == nil {
		row := r.List.RowAt(start)
		if row < 0 || (r.params.Movable != nil && !r.params.Movable(row)) {
			return
		}
		r.begin(row)
	}
	if r.drag.ended {
		return
	}
	r.drag.at = at
	r.follow()
}

func (r *RankList) begin(row int) {
	rows := []int{row}
	if r.List.sel.Has(row) {
		rows = slices.DeleteFunc(r.List.Marked(), func(i int) bool { return r.params.Movable != nil && !r.params.Movable(i) })
	} else {
		r.List.click(row, 0)
	}
	r.drag = &rankDrag{rows: rows, grabbed: row, to: -1}
	lifted := map[int]bool{}
	for _, i := range rows {
		lifted[i] = true
	}
	r.List.body.lifted = lifted
	r.List.body.show()
	r.float.extra(len(rows) - 1)
	r.float.Resize(fyne.NewSize(floatWidth(r.Size().Width), r.List.heightOf(row)))
	r.drag.layer = layerOf(r)
	if r.drag.layer != nil {
		r.drag.layer.objects.Add(r.marker) // above every pane
		r.drag.layer.objects.Add(r.float)
	}
	r.preview()
	r.float.Show()
	r.scrollAtEdge()
}

// floatWidth is how wide the row lifted out of a list is: in a wide one it leaves
// room in which the line is seen where it would drop.
func floatWidth(list float32) float32 {
	const narrow = 480
	return fyne.Max(0, fyne.Min(list-20, fyne.Max(narrow, list*0.7)))
}

// follow puts the lifted row under the pointer and the line where it would drop.
func (r *RankList) follow() {
	d, height := r.drag, r.List.heightOf(r.drag.grabbed)
	size := r.Size()
	d.over = d.at.X >= -24 && d.at.X <= size.Width+24 && d.at.Y >= -edgeScroll && d.at.Y <= size.Height+edgeScroll
	to := r.before(fyne.Max(0, fyne.Min(d.at.Y, size.Height-1)) + r.List.Offset())
	if d.over && r.params.Snap != nil {
		to = r.params.Snap(d.rows, to)
	}
	if !d.over || (r.params.MayDrop != nil && !r.params.MayDrop(d.rows, to)) {
		to = -1
	}
	if to != d.to {
		d.to = to
		r.preview()
	}
	if to < 0 {
		r.marker.Hide()
	} else {
		r.marker.Move(fyne.NewPos(0, fyne.Max(4, fyne.Min(r.List.topOf(to)-r.List.Offset(), size.Height-5))-5).Add(r.inLayer()))
		r.marker.Resize(fyne.NewSize(size.Width, 10))
		r.marker.Show()
	}
	r.carry(height)
	canvas.Refresh(r)
}

// carry moves the lifted row along with the pointer.
func (r *RankList) carry(height float32) {
	d := r.drag
	x := float32(20)
	if r.params.Carried {
		x = d.at.X - r.float.Size().Width/3
	}
	r.float.Move(fyne.NewPos(x, d.at.Y-height/2).Add(r.inLayer()))
	if r.OnDragOver != nil {
		r.OnDragOver(d.at.Add(fyne.CurrentApp().Driver().AbsolutePositionForObject(r.List)))
	}
}

// inLayer is where the list begins within the layer in which the lifted row and
// the drop line float.
func (r *RankList) inLayer() fyne.Position {
	if r.drag.layer == nil {
		return fyne.Position{}
	}
	driver := fyne.CurrentApp().Driver()
	return driver.AbsolutePositionForObject(r.List).Subtract(driver.AbsolutePositionForObject(r.drag.layer.objects))
}

// before gives the row before which something is dropped at a distance from the
// top of the first: the nearest gap between two rows.
func (r *RankList) before(y float32) int {
	row := r.List.rowOver(y)
	if row < 0 {
		return r.List.Length()
	}
	if y-r.List.topOf(row) < r.List.heightOf(row)/2 {
		return row
	}
	return row + 1
}

func (r *RankList) preview() {
	if r.params.Preview != nil {
		r.params.Preview(r.drag.grabbed, r.drag.to, r.float.content)
	} else {
		r.params.Update(r.drag.grabbed, r.float.content)
	}
	r.float.Refresh()
}

// scrollAtEdge scrolls while the pointer rests near the upper or lower edge.
func (r *RankList) scrollAtEdge() {
	d := r.drag
	d.stop = after(scrollTick, func() {
		if r.drag != d || d.ended {
			return
		}
		if by := edgeSpeed(d.at.Y, r.Size().Height); by != 0 && d.over {
			most := fyne.Max(0, r.List.topOf(r.List.Length())-r.Size().Height)
			r.List.SetOffset(fyne.Max(0, fyne.Min(r.List.Offset()+by, most)))
			r.follow()
		}
		r.scrollAtEdge()
	})
}

// edgeSpeed gives the pixels to scroll a tick at a height of the pointer.
func edgeSpeed(y, height float32) float32 {
	switch {
	case y < edgeScroll:
		return -scrollFaster * fyne.Min(1, (edgeScroll-y)/edgeScroll)
	case y > height-edgeScroll:
		return scrollFaster * fyne.Min(1, (y-height+edgeScroll)/edgeScroll)
	}
	return 0
}

// dropped ends the drag where the pointer is.
func (r *RankList) dropped() {
	d := r.drag
	if d == nil {
		return
	}
	ended := d.ended
	r.endDrag()
	r.drag = nil
	switch {
	case ended:
	case d.to >= 0 && r.moves(d):
		if r.OnMove != nil {
			r.OnMove(d.rows, d.to)
		}
	case !d.over && r.OnDragOut != nil:
		r.OnDragOut(d.rows, r.List.body.glass.absolute)
	}
}

// moves tells whether a drop would change anything.
func (r *RankList) moves(d *rankDrag) bool {
	contiguous := d.rows[len(d.rows)-1]-d.rows[0] == len(d.rows)-1
	return !contiguous || d.to < d.rows[0] || d.to > d.rows[len(d.rows)-1]+1
}

// endDrag puts the rows back in sight. After Esc the drag stays, marked as
// ended, until the button is let go.
func (r *RankList) endDrag() {
	if r.drag == nil {
		return
	}
	r.drag.ended = true
	r.drag.stop()
	r.List.body.lifted = nil
	r.marker.Hide()
	r.float.Hide()
	if l := r.drag.layer; l != nil {
		l.objects.Remove(r.float)
		l.objects.Remove(r.marker)
	}
	if r.OnDragEnd != nil {
		r.OnDragEnd()
	}
	r.List.body.show()
	canvas.Refresh(r)
}

// dropMarker is the line where rows would drop: 2 px of accent with a dot.
type dropMarker struct {
	widget.BaseWidget
}

func newDropMarker() *dropMarker {
	m := &dropMarker{}
	m.ExtendBaseWidget(m)
	return m
}

func (m *dropMarker) CreateRenderer() fyne.WidgetRenderer {
	r := &dropMarkerRenderer{line: canvas.NewRectangle(nil), dot: canvas.NewCircle(nil)}
	r.Refresh()
	return r
}

type dropMarkerRenderer struct {
	line *canvas.Rectangle
	dot  *canvas.Circle
}

func (r *dropMarkerRenderer) Destroy()                     {}
func (r *dropMarkerRenderer) MinSize() fyne.Size           { return fyne.NewSize(20, 10) }
func (r *dropMarkerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line, r.dot} }

func (r *dropMarkerRenderer) Layout(size fyne.Size) {
	r.line.Move(fyne.NewPos(0, 4))
	r.line.Resize(fyne.NewSize(size.Width, 2))
	r.dot.Move(fyne.NewPos(0, 1))
	r.dot.Resize(fyne.NewSquareSize(8))
}

func (r *dropMarkerRenderer) Refresh() {
	r.line.FillColor, r.dot.FillColor = Color(Accent), Color(Accent)
	r.line.Refresh()
	r.dot.Refresh()
}

// floatingRow is the lifted row, with how many more come along.
type floatingRow struct {
	widget.BaseWidget
	content fyne.CanvasObject
	back    *Fill
	more    *Chip
}

func newFloatingRow(content fyne.CanvasObject) *floatingRow {
	f := &floatingRow{content: content, back: NewFrame(Hover, Line, 6), more: NewChip("", Accent)}
	f.back.Shadow = true
	f.more.Hide()
	f.ExtendBaseWidget(f)
	return f
}

func (f *floatingRow) extra(n int) {
	if n > 0 {
		f.more.Set("+"+Number(n), Accent)
		f.more.Show()
		return
	}
	f.more.Hide()
}

func (f *floatingRow) CreateRenderer() fyne.WidgetRenderer { return &floatingRenderer{f} }

type floatingRenderer struct{ f *floatingRow }

func (r *floatingRenderer) Destroy()           {}
func (r *floatingRenderer) MinSize() fyne.Size { return r.f.content.MinSize() }

func (r *floatingRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.f.back, r.f.content, r.f.more}
}

func (r *floatingRenderer) Layout(size fyne.Size) {
	r.f.back.Resize(size)
	r.f.content.Resize(size)
	min := r.f.more.MinSize()
	r.f.more.Resize(min)
	r.f.more.Move(fyne.NewPos(-8, -8))
}

func (r *floatingRenderer) Refresh() {
	r.f.back.Refresh()
	r.f.content.Refresh()
	r.f.more.Refresh()
	r.Layout(r.f.Size())
}
