package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Widget       = (*Segment)(nil)
	_ fyne.Focusable    = (*Segment)(nil)
	_ desktop.Hoverable = (*Segment)(nil)
)

// Segment chooses one of a few ways to see the same thing, 32 high. It is one
// stop of the keyboard; ← and → choose.
type Segment struct {
	strip

	options []string
	icons   []IconName
}

// NewSegment gives a control with texts; the first is chosen.
func NewSegment(options []string, onChanged func(int)) *Segment {
	s := &Segment{options: options}
	s.strip = strip{OnChanged: onChanged, over: -1, count: func() int { return len(s.options) }, indexAt: s.optionAt, tipOf: s.iconTip}
	s.extend(s)
	return s
}

// NewIconSegment gives a control with icons; the tips name them.
func NewIconSegment(icons []IconName, tips []string, onChanged func(int)) *Segment {
	s := NewSegment(tips, onChanged)
	s.icons = icons
	return s
}

func (s *Segment) partWidth(i int) float32 {
	if len(s.icons) > 0 {
		return 37
	}
	return whole(fyne.NewSize(SmallBold.Width(s.options[i])+24, 0)).Width
}

// bounds gives the left edge of every option and the right edge of the last;
// a control wider than it asks for shares out the rest.
func (s *Segment) bounds() []float32 {
	edges := make([]float32, len(s.options)+1)
	for i := range s.options {
		edges[i+1] = edges[i] + s.partWidth(i)
	}
	if spare := s.Size().Width - edges[len(edges)-1]; spare > 0 {
		for i := 1; i < len(edges); i++ {
			edges[i] += spare * float32(i) / float32(len(s.options))
		}
	}
	return edges
}

// iconTip names an option that is an icon.
func (s *Segment) iconTip(i int) string {
	if len(s.icons) == 0 {
		return ""
	}
	return s.options[i]
}

func (s *Segment) optionAt(x float32) int {
	edges := s.bounds()
	for i := range s.options {
		if x >= edges[i] && x < edges[i+1] {
			return i
		}
	}
	return -1
}

// CreateRenderer is called by the toolkit.
func (s *Segment) CreateRenderer() fyne.WidgetRenderer {
	r := &segmentRenderer{s: s, ring: newFocusRing(), back: canvas.NewRectangle(nil), frame: canvas.NewRectangle(nil)}
	r.objects = []fyne.CanvasObject{r.ring.rect, r.back}
	for range s.options {
		p := segmentPart{fill: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), text: newTextLine(), icon: NewIcon("", 20, Ink2)}
		r.parts = append(r.parts, p)
		r.objects = append(r.objects, p.fill, p.line, p.text.text, p.icon)
	}
	r.objects = append(r.objects, r.frame)
	r.Refresh()
	return r
}

type segmentPart struct {
	fill, line *canvas.Rectangle
	text       *textLine
	icon       *Icon
}

type segmentRenderer struct {
	s           *Segment
	ring        focusRing
	back, frame *canvas.Rectangle
	parts       []segmentPart
	objects     []fyne.CanvasObject
}

func (r *segmentRenderer) Destroy()                     {}
func (r *segmentRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *segmentRenderer) MinSize() fyne.Size {
	var width float32
	for i := range r.s.options {
		width += r.s.partWidth(i)
	}
	return fyne.NewSize(width, 32)
}

func (r *segmentRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.frame.Resize(size)
	r.ring.layout(size, 6)
	edges := r.s.bounds()
	last := len(r.parts) - 1
	for i, p := range r.parts {
		x, w := edges[i], edges[i+1]-edges[i]
		p.fill.Move(fyne.NewPos(x, 0))
		p.fill.Resize(fyne.NewSize(w, size.Height))
		p.fill.TopLeftCornerRadius, p.fill.BottomLeftCornerRadius = 0, 0
		p.fill.TopRightCornerRadius, p.fill.BottomRightCornerRadius = 0, 0
		if i == 0 {
			p.fill.TopLeftCornerRadius, p.fill.BottomLeftCornerRadius = 6, 6
		}
		if i == last {
			p.fill.TopRightCornerRadius, p.fill.BottomRightCornerRadius = 6, 6
		}
		p.line.Move(fyne.NewPos(x, 0))
		p.line.Resize(fyne.NewSize(1, size.Height))
		SetVisible(p.line, i > 0)
		p.text.place(x+(w-p.text.width())/2, 0, size.Height)
		p.icon.Move(fyne.NewPos(x+(w-20)/2, (size.Height-20)/2))
		p.icon.Resize(fyne.NewSquareSize(20))
	}
}

func (r *segmentRenderer) Refresh() {
	r.back.FillColor, r.back.CornerRadius = Color(Surface), 6
	r.frame.FillColor, r.frame.CornerRadius = Color(Clear), 6
	r.frame.StrokeColor, r.frame.StrokeWidth = Color(Edge), 1
	r.back.Refresh()
	for i, p := range r.parts {
		fill, ink, style := Clear, Ink2, Small
		switch {
		case r.s.Disabled():
			ink = Ink3
		case i == r.s.selected:
			fill, ink, style = Soft, Accent, SmallBold
		case i == r.s.over:
			fill = Hover
		}
		p.fill.FillColor, p.line.FillColor = Color(fill), Color(Line)
		p.fill.Refresh()
		p.line.Refresh()
		if len(r.s.icons) > 0 {
			p.text.set("", style)
			p.icon.Set(r.s.icons[i], ink)
			p.icon.Refresh()
		} else {
			p.text.set(r.s.options[i], style.In(ink))
		}
	}
	r.frame.Refresh()
	r.ring.refresh(r.s.focused)
	r.Layout(r.s.Size())
}

// Options gives the texts to choose from.
func (s *Segment) Options() []string { return s.options }
