package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Fill)(nil)

// Fill is a rectangle in a token's colour. Unlike the toolkit's own rectangle
// it follows a change between light and dark.
type Fill struct {
	widget.BaseWidget

	Token  Token
	Stroke Token // Clear or empty: none
	Width  float32
	Radius float32
	Shadow bool
	// TopSquare rounds the lower corners only.
	TopSquare bool
	Min       fyne.Size
}

// NewFill gives a rectangle without outline.
func NewFill(token Token) *Fill {
	f := &Fill{Token: token}
	f.ExtendBaseWidget(f)
	return f
}

// NewFrame gives a rectangle with an outline, 1 px wide, and rounded corners.
func NewFrame(fill, stroke Token, radius float32) *Fill {
	f := NewFill(fill)
	f.Stroke, f.Width, f.Radius = stroke, 1, radius
	return f
}

// Set changes fill and outline.
func (f *Fill) Set(token, stroke Token) {
	if f.Token == token && f.Stroke == stroke {
		return
	}
	f.Token, f.Stroke = token, stroke
	f.Refresh()
}

// CreateRenderer is called by the toolkit.
func (f *Fill) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	r := &fillRenderer{f: f, rect: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type fillRenderer struct {
	f    *Fill
	rect *canvas.Rectangle
}

func (r *fillRenderer) Destroy()                     {}
func (r *fillRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *fillRenderer) MinSize() fyne.Size           { return r.f.Min }
func (r *fillRenderer) Layout(size fyne.Size)        { r.rect.Resize(size) }

func (r *fillRenderer) Refresh() {
	r.rect.FillColor = Color(r.f.Token)
	r.rect.StrokeColor, r.rect.StrokeWidth = nil, 0
	if r.f.Stroke != "" && r.f.Stroke != Clear {
		r.rect.StrokeColor, r.rect.StrokeWidth = Color(r.f.Stroke), fyne.Max(1, r.f.Width)
	}
	if r.f.TopSquare {
		r.rect.BottomLeftCornerRadius, r.rect.BottomRightCornerRadius = r.f.Radius, r.f.Radius
	} else {
		r.rect.CornerRadius = r.f.Radius
	}
	r.rect.Shadow = canvas.Shadow{}
	if r.f.Shadow {
		r.rect.Shadow = floatShadow()
	}
	r.rect.Refresh()
}

// floatShadow is the depth of dialogs, palette, toast and lifted rows.
func floatShadow() canvas.Shadow {
	return canvas.Shadow{Color: Color(Depth), BlurRadius: 32, Offset: fyne.NewPos(0, 12), Variant: canvas.DropShadow}
}

// NewCard puts content on a surface with a 1 px line and 8 px corners.
func NewCard(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(NewFrame(Surface, Line, 8), content)
}

// NewHLine gives a horizontal separator.
func NewHLine() *Fill {
	f := NewFill(Line)
	f.Min = fyne.NewSize(1, 1)
	return f
}

// NewVLine gives a vertical separator.
func NewVLine() *Fill { return NewHLine() }

var _ fyne.Widget = (*Dashed)(nil)

// Dashed is a frame of dashes: a place where something is missing.
type Dashed struct {
	widget.BaseWidget
	Fill   Token
	Stroke Token
	Radius float32
}

// NewDashed gives a dashed frame.
func NewDashed(fill, stroke Token, radius float32) *Dashed {
	d := &Dashed{Fill: fill, Stroke: stroke, Radius: radius}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer is called by the toolkit.
func (d *Dashed) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	return &dashedRenderer{d: d, image: &canvas.Image{FillMode: canvas.ImageFillStretch}}
}

type dashedRenderer struct {
	d     *Dashed
	image *canvas.Image
}

func (r *dashedRenderer) Destroy()                     {}
func (r *dashedRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }
func (r *dashedRenderer) MinSize() fyne.Size           { return fyne.Size{} }

func (r *dashedRenderer) Layout(size fyne.Size) {
	r.draw(size)
	r.image.Resize(size)
}

func (r *dashedRenderer) Refresh() {
	r.draw(r.d.Size())
	r.image.Refresh()
}

// draw makes the frame as a drawing of the true size, so that dashes keep
// their length.
func (r *dashedRenderer) draw(size fyne.Size) {
	if size.Width < 2 || size.Height < 2 {
		return
	}
	fill := "none"
	if r.d.Fill != Clear && r.d.Fill != "" {
		fill = hex(r.d.Fill)
	}
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%[1]g" height="%[2]g" viewBox="0 0 %[1]g %[2]g">`+
		`<rect x="0.5" y="0.5" width="%[3]g" height="%[4]g" rx="%[5]g" ry="%[5]g" fill="%[6]s" stroke="%[7]s" stroke-width="1" stroke-dasharray="3 3"/></svg>`,
		size.Width, size.Height, size.Width-1, size.Height-1, r.d.Radius, fill, hex(r.d.Stroke))
	name := fmt.Sprintf("dashed-%gx%g-%g-%s-%s.svg", size.Width, size.Height, r.d.Radius, fill, hex(r.d.Stroke))
	r.image.Resource = fyne.NewStaticResource(name, []byte(svg))
}

func hex(token Token) string {
	c := Color(token)
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// WithGround puts content on a ground.
func WithGround(token Token, content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(NewFill(token), content)
}
