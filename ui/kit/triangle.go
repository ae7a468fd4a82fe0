package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Triangle)(nil)

// Triangle is a drawn triangle, pointing up or down.
type Triangle struct {
	widget.BaseWidget
	side  float32
	down  bool
	token Token
}

// NewTriangle gives a triangle of a width in pixels.
func NewTriangle(side float32, down bool, token Token) *Triangle {
	t := &Triangle{side: side, down: down, token: token}
	t.ExtendBaseWidget(t)
	return t
}

// Set changes direction and colour.
func (t *Triangle) Set(down bool, token Token) {
	if t.down != down || t.token != token {
		t.down, t.token = down, token
		t.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (t *Triangle) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &triangleRenderer{t: t, shape: newTriangleShape()}
	r.Refresh()
	return r
}

func newTriangleShape() *canvas.ArbitraryPolygon {
	p := canvas.NewArbitraryPolygon(nil, nil)
	p.NormalizedPoints = true
	return p
}

func triangleUp() []fyne.Position {
	return []fyne.Position{{X: 0.5, Y: 0.05}, {X: 1, Y: 0.95}, {X: 0, Y: 0.95}}
}

func triangleDown() []fyne.Position {
	return []fyne.Position{{X: 0, Y: 0.05}, {X: 1, Y: 0.05}, {X: 0.5, Y: 0.95}}
}

type triangleRenderer struct {
	t     *Triangle
	shape *canvas.ArbitraryPolygon
}

func (r *triangleRenderer) Destroy()                     {}
func (r *triangleRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.shape} }
func (r *triangleRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(r.t.side) }

func (r *triangleRenderer) Layout(size fyne.Size) {
	r.shape.Move(fyne.NewPos((size.Width-r.t.side)/2, (size.Height-r.t.side)/2))
	r.shape.Resize(fyne.NewSquareSize(r.t.side))
}

func (r *triangleRenderer) Refresh() {
	r.shape.Points = triangleUp()
	if r.t.down {
		r.shape.Points = triangleDown()
	}
	r.shape.FillColor = Color(r.t.token)
	r.shape.Refresh()
}
