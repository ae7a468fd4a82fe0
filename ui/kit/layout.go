package kit

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Cell is a place in a Row or Column.
type Cell struct {
	Object fyne.CanvasObject
	// Size is fixed, in pixels along the row; 0 takes what the object asks for.
	Size float32
	// Grow is the share of what is left over; Size is then the least it takes.
	Grow float32
	// Least is down to what size the cell gives way where the room is short;
	// 0: it does not.
	Least float32
}

// Fixed is a cell of a given size.
func Fixed(size float32, o fyne.CanvasObject) Cell { return Cell{Object: o, Size: size} }

// Natural is a cell as large as its object asks for.
func Natural(o fyne.CanvasObject) Cell { return Cell{Object: o} }

// Grow is a cell that takes its share of what is left over.
func Grow(share float32, o fyne.CanvasObject) Cell { return Cell{Object: o, Grow: share} }

// Giving is a cell as large as its object asks for that gives way down to a
// size: a text that ends in “…” then.
func Giving(least float32, o fyne.CanvasObject) Cell { return Cell{Object: o, Least: least} }

// Space is an empty cell that pushes the others apart.
func Space() Cell { return Cell{Object: container.NewWithoutLayout(), Grow: 1} }

// Row sets cells beside each other, all as high as the row.
func Row(gap float32, cells ...Cell) *fyne.Container { return lineUp(gap, false, false, cells) }

// MidRow sets cells beside each other, each at its own height, centred.
func MidRow(gap float32, cells ...Cell) *fyne.Container { return lineUp(gap, false, true, cells) }

// Column sets cells below each other, all as wide as the column.
func Column(gap float32, cells ...Cell) *fyne.Container { return lineUp(gap, true, false, cells) }

// HBox sets objects beside each other, centred on their heights, each as large as it asks for.
func HBox(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return MidRow(gap, naturals(objects)...)
}

// VBox sets objects below each other, each as wide as the box.
func VBox(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return Column(gap, naturals(objects)...)
}

func naturals(objects []fyne.CanvasObject) []Cell {
	cells := make([]Cell, len(objects))
	for i, o := range objects {
		cells[i] = Natural(o)
	}
	return cells
}

func lineUp(gap float32, vertical, middle bool, cells []Cell) *fyne.Container {
	objects := make([]fyne.CanvasObject, len(cells))
	byObject := make(map[fyne.CanvasObject]Cell, len(cells))
	for i, c := range cells {
		objects[i] = c.Object
		byObject[c.Object] = c
	}
	return container.New(&lineLayout{gap: gap, vertical: vertical, middle: middle, cells: byObject}, objects...)
}

// lineLayout lays out a row or a column. Objects added later are natural cells.
type lineLayout struct {
	gap              float32
	vertical, middle bool
	cells            map[fyne.CanvasObject]Cell
}

func (l *lineLayout) along(s fyne.Size) float32 {
	if l.vertical {
		return s.Height
	}
	return s.Width
}

func (l *lineLayout) across(s fyne.Size) float32 {
	if l.vertical {
		return s.Width
	}
	return s.Height
}

// least is the size a cell never goes below.
func (l *lineLayout) least(o fyne.CanvasObject) float32 {
	if c := l.cells[o]; c.Least > 0 {
		return fyne.Min(c.Least, l.usual(o))
	}
	return l.usual(o)
}

// usual is the size of a cell while there is room.
func (l *lineLayout) usual(o fyne.CanvasObject) float32 {
	if c := l.cells[o]; c.Size > 0 {
		return c.Size
	}
	return l.along(o.MinSize())
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

func (l *lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var along, across float32
	shown := visible(objects)
	for _, o := range shown {
		along += l.least(o)
		across = fyne.Max(across, l.across(o.MinSize()))
	}
	along += l.gap * float32(max(0, len(shown)-1))
	if l.vertical {
		return fyne.NewSize(across, along)
	}
	return fyne.NewSize(along, across)
}

func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	if l.vertical {
		l.widen(shown, size.Width)
	}
	sizes := l.shareOut(shown, l.along(size)-l.gap*float32(max(0, len(shown)-1)))
	var at float32
	for i, o := range shown {
		l.place(o, at, sizes[i], l.across(size))
		at += sizes[i] + l.gap
	}
}

// widen tells those that ask for their height how wide they will be: a text or
// a row of chips that wraps is as high as its width makes it.
func (l *lineLayout) widen(objects []fyne.CanvasObject, width float32) {
	for _, o := range objects {
		c := l.cells[o]
		if s := o.Size(); c.Size == 0 && c.Grow == 0 && s.Width != width {
			o.Resize(fyne.NewSize(width, s.Height))
		}
	}
}

// shareOut gives growing cells their shares of what the others leave; a cell
// whose share is less than its least gets that, and the rest share anew.
func (l *lineLayout) shareOut(objects []fyne.CanvasObject, room float32) []float32 {
	sizes := make([]float32, len(objects))
	growing := map[int]bool{}
	for i, o := range objects {
		if l.cells[o].Grow > 0 {
			growing[i] = true
			continue
		}
		sizes[i] = l.usual(o)
		room -= sizes[i]
	}
	room += l.giveWay(objects, sizes, growing, room)
	for settled := false; !settled && len(growing) > 0; {
		settled = true
		var shares float32
		for i := range growing {
			shares += l.cells[objects[i]].Grow
		}
		for i := range growing {
			sizes[i] = room * l.cells[objects[i]].Grow / shares
		}
		for i := range growing {
			if least := l.least(objects[i]); sizes[i] < least {
				sizes[i] = least
				room -= least
				delete(growing, i)
				settled = false
			}
		}
	}
	return sizes
}

// giveWay makes cells that may be smaller so where the growing ones would not
// have their least; it gives the room that is won.
func (l *lineLayout) giveWay(objects []fyne.CanvasObject, sizes []float32, growing map[int]bool, room float32) (won float32) {
	short := -room
	for i := range growing {
		short += l.least(objects[i])
	}
	for i, o := range slices.Backward(objects) { // the last ones give first
		if cut := fyne.Min(short, sizes[i]-l.least(o)); !growing[i] && cut > 0 {
			sizes[i] -= cut
			short -= cut
			won += cut
		}
	}
	return won
}

func (l *lineLayout) place(o fyne.CanvasObject, at, along, across float32) {
	var off float32
	if l.middle {
		own := fyne.Min(l.across(o.MinSize()), across)
		off, across = float32(math.Floor(float64(across-own)/2)), own
	}
	if l.vertical {
		o.Resize(fyne.NewSize(across, along))
		o.Move(fyne.NewPos(off, at))
		return
	}
	o.Resize(fyne.NewSize(along, across))
	o.Move(fyne.NewPos(at, off))
}

// Pad puts space round an object: top, right, bottom, left.
func Pad(o fyne.CanvasObject, top, right, bottom, left float32) *fyne.Container {
	return container.New(padLayout{top, right, bottom, left}, o)
}

// PadAll puts the same space on every side.
func PadAll(o fyne.CanvasObject, space float32) *fyne.Container {
	return Pad(o, space, space, space, space)
}

type padLayout struct{ top, right, bottom, left float32 }

func (p padLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		min = min.Max(o.MinSize())
	}
	return min.AddWidthHeight(p.left+p.right, p.top+p.bottom)
}

func (p padLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(p.left, p.top))
		o.Resize(size.SubtractWidthHeight(p.left+p.right, p.top+p.bottom))
	}
}

// AtMost lets an object be no wider than a width, at the left of the room there
// is: lines of fields and text as wide as a large screen are not read well.
func AtMost(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(atMostLayout{width}, o)
}

type atMostLayout struct{ width float32 }

func (a atMostLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		min = min.Max(o.MinSize())
	}
	return min
}

func (a atMostLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(fyne.NewSize(fyne.Min(size.Width, a.width), size.Height))
	}
}

// Sized makes an object ask for a size; 0 leaves that side as it is.
func Sized(o fyne.CanvasObject, width, height float32) *fyne.Container {
	return container.New(sizedLayout{width, height}, o)
}

type sizedLayout struct{ width, height float32 }

func (s sizedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		min = min.Max(o.MinSize())
	}
	if s.width > 0 {
		min.Width = s.width
	}
	if s.height > 0 {
		min.Height = s.height
	}
	return min
}

func (s sizedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// Middle centres an object at the size it asks for.
func Middle(o fyne.CanvasObject) *fyne.Container { return container.NewCenter(o) }

// whole rounds a size up to full pixels: an edge between two pixels is blurred.
func whole(s fyne.Size) fyne.Size {
	return fyne.NewSize(float32(math.Ceil(float64(s.Width))), float32(math.Ceil(float64(s.Height))))
}

func stacked(objects ...fyne.CanvasObject) *fyne.Container { return container.NewStack(objects...) }

// TabFirst has Tab come to one of the objects of a row or column before the
// others; they stay where they stand.
func TabFirst(c *fyne.Container, first fyne.CanvasObject) *fyne.Container {
	order := []fyne.CanvasObject{first}
	for _, o := range c.Objects {
		if o != first {
			order = append(order, o)
		}
	}
	return container.New(&standing{c.Layout, c.Objects}, order...)
}

// standing lays objects out in an order of its own.
type standing struct {
	inner   fyne.Layout
	objects []fyne.CanvasObject
}

func (s *standing) Layout(_ []fyne.CanvasObject, size fyne.Size) { s.inner.Layout(s.objects, size) }

func (s *standing) MinSize([]fyne.CanvasObject) fyne.Size { return s.inner.MinSize(s.objects) }
