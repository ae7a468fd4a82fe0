package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Anchor says which pane of a split keeps its width when the window changes.
type Anchor int

// The sides a split can keep.
const (
	KeepFirst Anchor = iota
	KeepSecond
)

// SplitParams is what a split pane needs.
type SplitParams struct {
	First, Second fyne.CanvasObject
	// Keep is the pane of fixed width; the other takes the rest.
	Keep Anchor
	// Size of the kept pane, in pixels: the remembered one, or as specified.
	Size float32
	// MinFirst and MinSecond, in pixels. Where the window is too small the kept
	// pane gives way first; where it is too small for both, each becomes as narrow
	// as its content lets it.
	MinFirst, MinSecond float32
	// Vertical sets the panes below each other.
	Vertical bool
	// OnChanged runs when the user let go of the divider, to remember its place.
	OnChanged func(size float32)
}

var _ fyne.Widget = (*Split)(nil)

// Split is two panes with a 1 px line between them that can be dragged, or
// moved by ← and → when it has the focus.
type Split struct {
	widget.BaseWidget
	params SplitParams
	size   float32
	// What had the keyboard in a pane last, see NextPane.
	lastFirst, lastSecond fyne.Focusable
	divider               *divider
}

// NewSplit gives a split pane.
func NewSplit(p SplitParams) *Split {
	s := &Split{params: p, size: p.Size}
	s.divider = &divider{split: s}
	s.divider.ExtendBaseWidget(s.divider)
	s.ExtendBaseWidget(s)
	return s
}

// Kept gives the width of the kept pane.
func (s *Split) Kept() float32 { return s.size }

// SetKept sets the width of the kept pane, without running OnChanged.
func (s *Split) SetKept(size float32) {
	s.size = size
	s.Refresh()
}

func (s *Split) along(size fyne.Size) float32 {
	if s.params.Vertical {
		return size.Height
	}
	return size.Width
}

// contents are the sizes that the contents cannot do without.
func (s *Split) contents() (first, second float32) {
	return s.along(s.params.First.MinSize()), s.along(s.params.Second.MinSize())
}

// mins are the least sizes; those of the content count too.
func (s *Split) mins() (first, second float32) {
	first, second = s.contents()
	return fyne.Max(s.params.MinFirst, first), fyne.Max(s.params.MinSecond, second)
}

// first gives the size of the first pane at a whole size.
func (s *Split) first(whole float32) float32 {
	min1, min2 := s.mins()
	if short := min1 + 1 + min2 - whole; short > 0 {
		first, second := s.contents()
		give := min1 - first + min2 - second
		return min1 - fyne.Min(short, give)*(min1-first)/fyne.Max(give, 1)
	}
	first := s.size
	if s.params.Keep == KeepSecond {
		first = whole - 1 - s.size
	}
	return fyne.Max(fyne.Min(first, whole-1-min2), min1)
}

func (s *Split) drag(by float32) {
	if s.params.Keep == KeepSecond {
		by = -by
	}
	min1, min2 := s.mins()
	least, most := min1, s.along(s.Size())-1-min2
	if s.params.Keep == KeepSecond {
		least, most = min2, s.along(s.Size())-1-min1
	}
	s.size = fyne.Max(least, fyne.Min(s.size+by, most))
	s.Refresh()
}

func (s *Split) settled() {
	if s.params.OnChanged != nil {
		s.params.OnChanged(s.size)
	}
}

// CreateRenderer is called by the toolkit.
func (s *Split) CreateRenderer() fyne.WidgetRenderer {
	return &splitRenderer{s: s, line: NewHLine()}
}

type splitRenderer struct {
	s    *Split
	line *Fill
}

func (r *splitRenderer) Destroy() {}
func (r *splitRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.params.First, r.s.params.Second, r.line, r.s.divider}
}

func (r *splitRenderer) MinSize() fyne.Size {
	first, second := r.s.contents()
	a, b := r.s.params.First.MinSize(), r.s.params.Second.MinSize()
	if r.s.params.Vertical {
		return fyne.NewSize(fyne.Max(a.Width, b.Width), first+1+second)
	}
	return fyne.NewSize(first+1+second, fyne.Max(a.Height, b.Height))
}

func (r *splitRenderer) Layout(size fyne.Size) {
	first := r.s.first(r.s.along(size))
	p := r.s.params
	if p.Vertical {
		p.First.Resize(fyne.NewSize(size.Width, first))
		p.Second.Move(fyne.NewPos(0, first+1))
		p.Second.Resize(fyne.NewSize(size.Width, size.Height-first-1))
		r.line.Move(fyne.NewPos(0, first))
		r.line.Resize(fyne.NewSize(size.Width, 1))
		r.s.divider.Move(fyne.NewPos(0, first-4))
		r.s.divider.Resize(fyne.NewSize(size.Width, 9))
		return
	}
	p.First.Resize(fyne.NewSize(first, size.Height))
	p.Second.Move(fyne.NewPos(first+1, 0))
	p.Second.Resize(fyne.NewSize(size.Width-first-1, size.Height))
	r.line.Move(fyne.NewPos(first, 0))
	r.line.Resize(fyne.NewSize(1, size.Height))
	r.s.divider.Move(fyne.NewPos(first-4, 0))
	r.s.divider.Resize(fyne.NewSize(9, size.Height))
}

func (r *splitRenderer) Refresh() {
	r.Layout(r.s.Size())
	r.line.Refresh()
	canvas.Refresh(r.s)
}

var (
	_ fyne.Draggable     = (*divider)(nil)
	_ fyne.Focusable     = (*divider)(nil)
	_ desktop.Cursorable = (*divider)(nil)
	_ desktop.Hoverable  = (*divider)(nil)
)

// divider is the part between the panes that takes the pointer, 9 px wide.
type divider struct {
	widget.BaseWidget
	split          *Split
	hover, focused bool
	mark           *canvas.Rectangle
}

func (d *divider) Dragged(ev *fyne.DragEvent) {
	if d.split.params.Vertical {
		d.split.drag(ev.Dragged.DY)
		return
	}
	d.split.drag(ev.Dragged.DX)
}

func (d *divider) DragEnd() { d.split.settled() }

func (d *divider) Cursor() desktop.Cursor {
	if d.split.params.Vertical {
		return desktop.VResizeCursor
	}
	return desktop.HResizeCursor
}

func (d *divider) MouseIn(*desktop.MouseEvent)    { d.show(true, d.focused) }
func (d *divider) MouseMoved(*desktop.MouseEvent) {}
func (d *divider) MouseOut()                      { d.show(false, d.focused) }
func (d *divider) FocusGained()                   { d.show(d.hover, true) }
func (d *divider) FocusLost()                     { d.show(d.hover, false) }
func (d *divider) TypedRune(rune)                 {}

func (d *divider) show(hover, focused bool) {
	d.hover, d.focused = hover, focused
	d.Refresh()
}

func (d *divider) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		d.split.drag(-16)
	case fyne.KeyRight, fyne.KeyDown:
		d.split.drag(16)
	default:
		passKey(d, ev)
		return
	}
	d.split.settled()
}

func (d *divider) CreateRenderer() fyne.WidgetRenderer {
	d.mark = canvas.NewRectangle(nil)
	r := &dividerRenderer{d}
	r.Refresh()
	return r
}

type dividerRenderer struct{ d *divider }

func (r *dividerRenderer) Destroy()                     {}
func (r *dividerRenderer) MinSize() fyne.Size           { return fyne.NewSize(9, 9) }
func (r *dividerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.d.mark} }

func (r *dividerRenderer) Layout(size fyne.Size) {
	if r.d.split.params.Vertical {
		r.d.mark.Move(fyne.NewPos(0, 3))
		r.d.mark.Resize(fyne.NewSize(size.Width, 3))
		return
	}
	r.d.mark.Move(fyne.NewPos(3, 0))
	r.d.mark.Resize(fyne.NewSize(3, size.Height))
}

func (r *dividerRenderer) Refresh() {
	token := Clear
	switch {
	case r.d.focused:
		token = Accent
	case r.d.hover:
		token = Edge
	}
	r.d.mark.FillColor = Color(token)
	r.d.mark.Refresh()
}
