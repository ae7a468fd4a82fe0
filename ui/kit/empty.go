package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// EmptyParams says what is missing and what to do.
type EmptyParams struct {
	Icon    IconName
	Missing string // one line: what is missing
	Do      string // one line or two: what to do
	Action  string // the button's word; "" for none
	OnTap   func()
	// Plain leaves out the dashed card, where the pane itself is the card.
	Plain bool
}

// NewEmpty gives the card that stands where there is nothing yet.
func NewEmpty(p EmptyParams) fyne.CanvasObject {
	missing := NewLabel(p.Missing, BodyStrong)
	missing.Align = fyne.TextAlignCenter
	do := NewParagraph(p.Do, Small.In(Ink3))
	do.Align = fyne.TextAlignCenter
	column := VBox(8, Middle(NewIcon(p.Icon, 32, Accent)), missing, do)
	if p.Action != "" {
		column.Add(Pad(Middle(NewSmall(p.Action, p.OnTap)), 8, 0, 0, 0))
	}
	content := container.NewCenter(Sized(Pad(column, 20, 24, 20, 24), 320, 0))
	if p.Plain {
		return content
	}
	return stacked(NewDashed(Clear, Edge, 8), content)
}

var _ fyne.Widget = (*Skeleton)(nil)

// Skeleton stands for rows that are on their way, at their true height. It
// comes up after 200 ms, so quick answers do not flicker.
type Skeleton struct {
	widget.BaseWidget
	height, picture float32
	shown           bool
	stop            func()
}

// NewSkeleton gives rows of a height with a picture of a width.
func NewSkeleton(rowHeight, picture float32) *Skeleton {
	s := &Skeleton{height: rowHeight, picture: picture}
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// Begin says that rows are being fetched.
func (s *Skeleton) Begin() {
	if s.stop == nil && !s.shown {
		s.stop = after(shownAfter, func() {
			s.stop, s.shown = nil, true
			s.Show()
		})
	}
}

// End takes the rows away.
func (s *Skeleton) End() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
	s.shown = false
	s.Hide()
}

// CreateRenderer is called by the toolkit.
func (s *Skeleton) CreateRenderer() fyne.WidgetRenderer { return &skeletonRenderer{s: s} }

type skeletonRenderer struct {
	s       *Skeleton
	objects []fyne.CanvasObject
}

func (r *skeletonRenderer) Destroy()                     {}
func (r *skeletonRenderer) MinSize() fyne.Size           { return fyne.NewSize(120, r.s.height) }
func (r *skeletonRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *skeletonRenderer) Layout(size fyne.Size) {
	r.objects = r.objects[:0]
	add := func(x, y, w, h, radius float32, token Token) {
		bar := canvas.NewRectangle(Color(token))
		bar.CornerRadius = radius
		bar.Move(fyne.NewPos(x, y))
		bar.Resize(fyne.NewSize(w, h))
		r.objects = append(r.objects, bar)
	}
	widths := []float32{0.52, 0.45, 0.56}
	for i, y := 0, float32(0); y+r.s.height <= size.Height; i, y = i+1, y+r.s.height {
		text := 16 + r.s.picture + 12
		room := size.Width - text - 16
		share := widths[i%len(widths)]
		add(16, y+(r.s.height-r.s.picture)/2, r.s.picture, r.s.picture, 4, Sunken)
		add(text, y+r.s.height/2-12, room*share, 9, 4, Sunken)
		add(text, y+r.s.height/2+5, room*(share+0.2), 8, 4, Sunken)
		add(0, y+r.s.height-1, size.Width, 1, 0, Line)
	}
}

func (r *skeletonRenderer) Refresh() {
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}
