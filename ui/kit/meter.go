package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Meter)(nil)

// Meter is a bar that fills, 6 high: accent while there is room, amber when
// full, error when over. The words beside it always say the same.
type Meter struct {
	widget.BaseWidget
	share float64
	tone  Token
	mark  float64 // a tick to compare with; negative: none
}

// NewMeter gives an empty meter.
func NewMeter() *Meter {
	m := &Meter{tone: Accent, mark: -1}
	m.ExtendBaseWidget(m)
	return m
}

// Set fills the meter to a share of 1. Full is its own state, not share = 1:
// lines decide, not words.
func (m *Meter) Set(share float64, full, over bool) {
	tone := Accent
	switch {
	case over:
		tone, share = Error, 1
	case full:
		tone = Full
	}
	m.SetTone(share, tone)
}

// SetTone fills the meter in a colour.
func (m *Meter) SetTone(share float64, tone Token) {
	share = max(0, min(share, 1))
	if m.share != share || m.tone != tone {
		m.share, m.tone = share, tone
		m.Refresh()
	}
}

// SetMark puts a tick at a share, to compare with; a negative one takes it away.
func (m *Meter) SetMark(share float64) {
	if m.mark != share {
		m.mark = share
		m.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	r := &meterRenderer{m: m, track: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), tick: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type meterRenderer struct {
	m                *Meter
	track, bar, tick *canvas.Rectangle
}

func (r *meterRenderer) Destroy()           {}
func (r *meterRenderer) MinSize() fyne.Size { return fyne.NewSize(24, 6) }
func (r *meterRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.bar, r.tick}
}

func (r *meterRenderer) Layout(size fyne.Size) {
	y := (size.Height - 6) / 2
	r.track.Move(fyne.NewPos(0, y))
	r.track.Resize(fyne.NewSize(size.Width, 6))
	r.bar.Move(fyne.NewPos(0, y))
	r.bar.Resize(fyne.NewSize(size.Width*float32(r.m.share), 6))
	r.tick.Move(fyne.NewPos(size.Width*float32(r.m.mark)-1, (size.Height-14)/2))
	r.tick.Resize(fyne.NewSize(2, 14))
}

func (r *meterRenderer) Refresh() {
	r.track.FillColor, r.track.CornerRadius = Color(Sunken), 3
	r.bar.FillColor, r.bar.CornerRadius = Color(r.m.tone), 3
	r.tick.FillColor = Color(Ink)
	SetVisible(r.bar, r.m.share > 0)
	SetVisible(r.tick, r.m.mark >= 0)
	r.track.Refresh()
	r.bar.Refresh()
	r.tick.Refresh()
	r.Layout(r.m.Size())
}

// Part is a share of a whole in a colour.
type Part struct {
	Value float64
	Token Token
}

var _ fyne.Widget = (*StackBar)(nil)

// StackBar shows the parts of a whole beside each other, 8 high, 2 px apart.
type StackBar struct {
	widget.BaseWidget
	parts []Part
}

// NewStackBar gives a bar.
func NewStackBar(parts ...Part) *StackBar {
	s := &StackBar{parts: parts}
	s.ExtendBaseWidget(s)
	return s
}

// Set changes the parts.
func (s *StackBar) Set(parts ...Part) {
	s.parts = parts
	s.Refresh()
}

// CreateRenderer is called by the toolkit.
func (s *StackBar) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &stackBarRenderer{s: s}
	r.Refresh()
	return r
}

type stackBarRenderer struct {
	s       *StackBar
	objects []fyne.CanvasObject
}

func (r *stackBarRenderer) Destroy()                     {}
func (r *stackBarRenderer) MinSize() fyne.Size           { return fyne.NewSize(24, 10) }
func (r *stackBarRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *stackBarRenderer) Layout(size fyne.Size) {
	r.objects = r.objects[:0]
	var whole float64
	shown := 0
	for _, p := range r.s.parts {
		if p.Value > 0 {
			whole += p.Value
			shown++
		}
	}
	if shown == 0 {
		return
	}
	const gap = 2
	room := size.Width - gap*float32(shown-1)
	var x float32
	for _, p := range r.s.parts {
		if p.Value <= 0 {
			continue
		}
		width := room * float32(p.Value/whole)
		bar := canvas.NewRectangle(Color(p.Token))
		bar.CornerRadius = 2
		bar.Move(fyne.NewPos(x, (size.Height-10)/2))
		bar.Resize(fyne.NewSize(width, 10))
		r.objects = append(r.objects, bar)
		x += width + gap
	}
}

func (r *stackBarRenderer) Refresh() {
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}

// NewSwatch gives the 10 px square of a legend.
func NewSwatch(token Token) *Fill {
	f := NewFill(token)
	f.Radius, f.Min = 2, fyne.NewSquareSize(10)
	return f
}
