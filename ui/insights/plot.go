package insights

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"laurel/export/chart"
	"laurel/export/typeset"
	"laurel/ui/kit"
)

// drawing composes a chart for a size; follow is the key of a line that is
// pointed at. nil where there is nothing to show.
type drawing func(t *chart.Theme, w, h chart.Length, follow string) *chart.Chart

var (
	_ fyne.Widget       = (*plot)(nil)
	_ fyne.Focusable    = (*plot)(nil)
	_ fyne.Tappable     = (*plot)(nil)
	_ desktop.Hoverable = (*plot)(nil)
)

// plot shows a chart: the marks that the book would print, painted at the
// canvas's own scale. What is pointed at, by the pointer or by the arrow keys,
// is outlined and has its value in a tooltip; a click or Enter leads there.
type plot struct {
	widget.BaseWidget

	label   string
	draw    drawing
	open    func(chart.Spot)
	focus   func() // the keyboard came to it
	failed  func(error)
	least   fyne.Size
	chart   *chart.Chart
	size    fyne.Size         // that chart was composed for
	variant fyne.ThemeVariant // and its colours
	at      int               // the spot pointed at; -1 none
	focused bool
	quiet   bool // has the keyboard without having been asked for: no ring until a key is pressed
	hideTip func()
}

func newPlot(label string, least fyne.Size, open func(chart.Spot), failed func(error)) *plot {
	p := &plot{label: label, least: least, open: open, failed: failed, at: -1, focus: func() {}, hideTip: func() {}}
	p.ExtendBaseWidget(p)
	return p
}

// set gives the plot another chart; nil empties it.
func (p *plot) set(draw drawing) {
	p.leave()
	p.draw, p.size = draw, fyne.Size{}
	p.Refresh()
}

// compose makes the chart anew where size, colours or data changed.
func (p *plot) compose() {
	size, v := p.Size(), kit.Variant()
	if p.size == size && p.variant == v || size.Width < 1 || size.Height < 1 {
		return
	}
	p.size, p.variant = size, v
	p.recompose()
}

func (p *plot) recompose() {
	was, pointed := p.spot()
	p.chart = nil
	if p.draw == nil {
		return
	}
	t, err := look(p.variant)
	if err != nil {
		p.failed(err)
		return
	}
	p.chart = p.draw(t, length(p.size.Width), length(p.size.Height), was.Key)
	p.at = -1
	if p.chart != nil && pointed { // lines change their order when one is followed
		p.at = slices.IndexFunc(p.chart.Spots, func(s chart.Spot) bool { return s.Row == was.Row && s.Col == was.Col })
	}
}

func length(px float32) chart.Length { return typeset.Points(float64(px)) }
func pixels(l chart.Length) float32  { return float32(l.Pt()) }

// follow is the line pointed at.
func (p *plot) follow() string {
	if s, ok := p.spot(); ok {
		return s.Key
	}
	return ""
}

func (p *plot) spot() (chart.Spot, bool) {
	if p.chart == nil || p.at < 0 || p.at >= len(p.chart.Spots) {
		return chart.Spot{}, false
	}
	return p.chart.Spots[p.at], true
}

// point points at a spot; at is where its tooltip comes up.
func (p *plot) point(i int, at fyne.Position) {
	if i != p.at {
		was := p.follow()
		p.at = i
		if p.follow() != was {
			p.recompose()
		}
		p.Refresh()
	}
	p.hideTip()
	if s, ok := p.spot(); ok {
		origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
		p.hideTip = kit.ShowTip(p, s.Tip, origin.Add(at))
	}
}

func (p *plot) leave() {
	p.hideTip()
	p.hideTip = func() {}
	if p.at >= 0 {
		followed := p.follow() != ""
		p.at = -1
		if followed {
			p.recompose()
		}
		p.Refresh()
	}
}

// MouseIn points at what is under the pointer.
func (p *plot) MouseIn(ev *desktop.MouseEvent) { p.MouseMoved(ev) }

// MouseMoved follows the pointer.
func (p *plot) MouseMoved(ev *desktop.MouseEvent) {
	if i := p.under(ev.Position); i != p.at || i >= 0 {
		if i < 0 {
			p.leave()
			return
		}
		p.point(i, ev.Position)
	}
}

// MouseOut ends pointing.
func (p *plot) MouseOut() { p.leave() }

// Tapped leads to what is under the pointer.
func (p *plot) Tapped(ev *fyne.PointEvent) {
	if i := p.under(ev.Position); i >= 0 {
		p.at = i
		p.enter()
	}
}

func (p *plot) enter() {
	if s, ok := p.spot(); ok {
		p.leave()
		p.open(s)
	}
}

// FocusGained shows that the arrow keys are the chart's.
func (p *plot) FocusGained() {
	p.focused = true
	p.focus()
	p.Refresh()
}

// FocusLost ends pointing.
func (p *plot) FocusLost() {
	p.focused, p.quiet = false, false
	p.leave()
	p.Refresh()
}

// TypedRune does nothing.
func (p *plot) TypedRune(rune) {}

// TypedKey moves between lines and columns; Enter leads to what is pointed at.
func (p *plot) TypedKey(ev *fyne.KeyEvent) {
	p.quiet = false
	if p.chart == nil {
		return
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.enter()
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd:
		if i := p.next(ev.Name); i >= 0 {
			s := p.chart.Spots[i]
			p.point(i, fyne.NewPos(pixels(s.X+s.W/2), pixels(s.Y+s.H/2)))
		}
	case fyne.KeyEscape:
		if p.at >= 0 {
			p.leave()
			return
		}
		if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
			c.Unfocus()
		}
	}
}

// AccessibilityLabel says what the chart shows.
func (p *plot) AccessibilityLabel() string {
	if p.chart == nil {
		return p.label
	}
	return p.label + ". " + p.chart.Alt
}

// AccessibilityRole is that of a picture one can walk through.
func (p *plot) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// MinSize is what the card asks for.
func (p *plot) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return p.least
}

// CreateRenderer is called by the toolkit.
func (p *plot) CreateRenderer() fyne.WidgetRenderer {
	r := &plotRenderer{p: p, frame: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil)}
	r.raster = canvas.NewRaster(r.paint)
	r.frame.StrokeWidth, r.ring.StrokeWidth = 2, 2
	r.frame.CornerRadius, r.ring.CornerRadius = 3, 6
	r.Refresh()
	return r
}

type plotRenderer struct {
	p           *plot
	raster      *canvas.Raster
	frame, ring *canvas.Rectangle // round the spot, round the chart that has the keyboard
}

func (r *plotRenderer) Destroy()           {}
func (r *plotRenderer) MinSize() fyne.Size { return r.p.least }

func (r *plotRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.raster, r.frame, r.ring}
}

func (r *plotRenderer) Layout(size fyne.Size) {
	r.p.compose()
	r.raster.Resize(size)
	r.ring.Move(fyne.NewPos(-6, -6))
	r.ring.Resize(size.AddWidthHeight(12, 12))
	r.mark()
}

func (r *plotRenderer) Refresh() {
	r.p.compose()
	r.mark()
	r.raster.Refresh()
}

// mark outlines the spot pointed at; a line that is followed stands out by itself.
func (r *plotRenderer) mark() {
	clear, accent := kit.Color(kit.Clear), kit.Color(kit.Accent)
	r.frame.FillColor, r.frame.StrokeColor = clear, accent
	r.ring.FillColor, r.ring.StrokeColor = clear, accent
	r.frame.Hide()
	r.ring.Hide()
	if s, ok := r.p.spot(); ok && (s.Key == "" || r.p.focused) {
		r.frame.Move(fyne.NewPos(pixels(s.X)-3, pixels(s.Y)-1))
		r.frame.Resize(fyne.NewSize(pixels(s.W)+6, pixels(s.H)+2))
		r.frame.Show()
	}
	if r.p.focused && !r.p.quiet {
		r.ring.Show()
	}
	r.frame.Refresh()
	r.ring.Refresh()
}

// paint draws the chart in pixels.
func (r *plotRenderer) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, max(1, w), max(1, h)))
	if c := r.p.chart; c != nil && r.p.size.Width > 0 {
		c.Paint(img, float64(w)/float64(r.p.size.Width))
	}
	return img
}
