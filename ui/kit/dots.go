package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Dot is the state of one of several things that have to be there.
type Dot int

// The states of a dot.
const (
	DotMissing Dot = iota // a ring
	DotThere              // filled
	DotStale              // a triangle: there, but to be looked at
)

var _ fyne.Widget = (*Dots)(nil)

// Dots are small marks in a fixed order, 18 px apart.
type Dots struct {
	widget.BaseWidget
	// Tip names them.
	Tip  string
	dots []Dot
}

// NewDots gives marks.
func NewDots(dots ...Dot) *Dots {
	d := &Dots{dots: dots}
	d.ExtendBaseWidget(d)
	return d
}

// Set changes the marks.
func (d *Dots) Set(dots ...Dot) {
	if len(dots) == len(d.dots) {
		same := true
		for i := range dots {
			same = same && dots[i] == d.dots[i]
		}
		if same {
			return
		}
	}
	d.dots = append([]Dot(nil), dots...)
	d.Refresh()
}

// Tooltip is the dots' Tip.
func (d *Dots) Tooltip() string { return d.Tip }

// CreateRenderer is called by the toolkit.
func (d *Dots) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	r := &dotsRenderer{d: d}
	r.Refresh()
	return r
}

const (
	dotPitch = 16
	dotSize  = 9
)

type dotsRenderer struct {
	d       *Dots
	circles []*canvas.Circle
	wedges  []*canvas.ArbitraryPolygon
	objects []fyne.CanvasObject
}

func (r *dotsRenderer) Destroy()                     {}
func (r *dotsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *dotsRenderer) MinSize() fyne.Size {
	return fyne.NewSize(float32(len(r.d.dots))*dotPitch, 16)
}

func (r *dotsRenderer) Layout(size fyne.Size) {
	for i := range r.d.dots {
		x, y := float32(i)*dotPitch+(dotPitch-dotSize)/2, (size.Height-dotSize)/2
		r.circles[i].Move(fyne.NewPos(x, y))
		r.circles[i].Resize(fyne.NewSquareSize(dotSize))
		r.wedges[i].Move(fyne.NewPos(x-0.5, y-0.5))
		r.wedges[i].Resize(fyne.NewSquareSize(dotSize + 1))
	}
}

func (r *dotsRenderer) Refresh() {
	for len(r.circles) < len(r.d.dots) {
		r.circles = append(r.circles, canvas.NewCircle(nil))
		r.wedges = append(r.wedges, newTriangleShape())
	}
	r.objects = r.objects[:0]
	for i, dot := range r.d.dots {
		c, w := r.circles[i], r.wedges[i]
		c.FillColor, c.StrokeColor, c.StrokeWidth = Color(Accent), nil, 0
		if dot == DotMissing {
			c.FillColor, c.StrokeColor, c.StrokeWidth = Color(Clear), Color(Edge), 1.5
		}
		w.Points, w.FillColor = triangleUp(), Color(Star)
		SetVisible(c, dot != DotStale)
		SetVisible(w, dot == DotStale)
		c.Refresh()
		w.Refresh()
		r.objects = append(r.objects, c, w)
	}
	r.Layout(r.d.Size())
	canvas.Refresh(r.d)
}
