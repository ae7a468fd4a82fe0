package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CreateRenderer is called by the toolkit.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return &proseRenderer{p: p}
}

// proseRenderer paints grounds, then texts, then the lines below them, then the
// ring of the current piece. Objects are used again from one painting to the next.
type proseRenderer struct {
	p       *Prose
	rects   []*canvas.Rectangle
	texts   []*canvas.Text
	icons   []*Icon
	dots    []*dottedLine
	objects []fyne.CanvasObject
	used    struct{ rects, texts, icons, dots int }
}

func (r *proseRenderer) Destroy()                     {}
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize follows the width given last: the toolkit asks before it tells.
func (r *proseRenderer) MinSize() fyne.Size {
	width := r.p.Size().Width
	if width <= 0 {
		width = 480
	}
	return fyne.NewSize(0, r.p.HeightFor(width))
}

func (r *proseRenderer) Layout(size fyne.Size) {
	before := len(r.p.lines)
	lines := r.p.broken(size.Width)
	r.paint(lines)
	if before != len(lines) {
		canvas.Refresh(r.p)
	}
}

func (r *proseRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *proseRenderer) paint(lines []proseLine) {
	r.used.rects, r.used.texts, r.used.icons, r.used.dots = 0, 0, 0, 0
	var grounds, texts, over []fyne.CanvasObject
	for i, l := range lines {
		top := float32(i) * r.p.style.Line
		for from := 0; from < len(l.bits); {
			to := from + 1
			for to < len(l.bits) && r.alike(l.bits[from], l.bits[to], l.bits[to-1]) {
				to++
			}
			g, o := r.under(l.bits[from:to], top)
			grounds, over = append(grounds, g...), append(over, o...)
			texts = append(texts, r.set(l.bits[from:to], top)...)
			from = to
		}
		over = append(over, r.places(l, top)...)
	}
	r.objects = append(append(append(r.objects[:0], grounds...), texts...), over...)
}

// alike says whether a bit goes on what another began: the same look, without
// a sign between them.
func (r *proseRenderer) alike(first, next, last proseBit) bool {
	return first.look == next.look && !first.sign && !next.sign && next.icon == "" && last.End <= next.Start
}

// set gives the words of bits that look alike. Each is a text of its own, so
// that they stand exactly where they were measured.
func (r *proseRenderer) set(bits []proseBit, top float32) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, b := range bits {
		if b.icon != "" {
			icon := r.icon()
			icon.Set(b.icon, Star)
			icon.Move(fyne.NewPos(b.x, top+(r.p.style.Line-16)/2))
			icon.Resize(fyne.NewSquareSize(16))
			out = append(out, icon)
			continue
		}
		t := r.text()
		t.Text, t.TextSize, t.TextStyle = b.text, r.p.style.Size, r.p.style.textStyle()
		t.Color = Color(r.ink(b.look))
		size, _ := r.p.style.Measure(b.text)
		t.Move(fyne.NewPos(b.x, top+(r.p.style.Line-size.Height)/2))
		t.Resize(size)
		t.Refresh()
		out = append(out, t)
	}
	return out
}

func (r *proseRenderer) ink(look Look) Token {
	switch {
	case look&LookSign != 0:
		return Accent
	case look&LookGone != 0:
		return Error
	case look&(LookChosen|LookAdded) != 0:
		return Ink
	}
	return r.p.content.Rest
}

// under gives ground and lines of bits that look alike.
func (r *proseRenderer) under(bits []proseBit, top float32) (ground, over []fyne.CanvasObject) {
	first, last := bits[0], bits[len(bits)-1]
	if first.sign {
		return nil, nil
	}
	x, w, line := first.x, last.x+last.w-first.x, r.p.style.Line
	foot := top + line - 3
	if first.look&(LookChosen|LookAdded) != 0 {
		ground = append(ground, r.rect(Soft, x, top+2, w, line-4))
		over = append(over, r.rect(Accent, x, foot, w, 2))
	}
	if first.look&LookStale != 0 {
		over = append(over, r.rect(Star, x, foot, w, 2))
	}
	if first.look&LookGone != 0 {
		over = append(over, r.rect(Error, x, top+line/2, w, 1))
	}
	if first.look&LookStar != 0 {
		over = append(over, r.dotted(Star, x, foot+1, w))
	}
	if first.look&LookSlip != 0 {
		over = append(over, r.dotted(Error, x, foot+1, w))
	}
	return ground, over
}

// places gives what shows where the pointer and the keyboard are on a line.
func (r *proseRenderer) places(l proseLine, top float32) []fyne.CanvasObject {
	p := r.p
	var out []fyne.CanvasObject
	for _, place := range []struct {
		piece int
		shown bool
		ring  bool
	}{{p.hovered, p.hovered >= 0, false}, {p.current, p.focused && p.current >= 0, true}} {
		if !place.shown || place.piece >= len(p.content.Pieces) {
			continue
		}
		piece := p.content.Pieces[place.piece]
		left, right := float32(-1), float32(0)
		for _, b := range l.bits {
			if b.sign || b.Start >= piece.End || piece.Start >= b.End {
				continue
			}
			if left < 0 {
				left = b.x
			}
			right = b.x + b.w
		}
		switch {
		case left < 0:
		case place.ring:
			ring := r.rect(Clear, left-3, top, right-left+6, p.style.Line)
			ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = Color(Accent), 2, 3
			out = append(out, ring)
		default:
			out = append(out, r.dotted(Ink3, left, top+p.style.Line-2, right-left))
		}
	}
	return out
}

func (r *proseRenderer) rect(token Token, x, y, w, h float32) *canvas.Rectangle {
	if r.used.rects == len(r.rects) {
		r.rects = append(r.rects, canvas.NewRectangle(nil))
	}
	rect := r.rects[r.used.rects]
	r.used.rects++
	rect.FillColor, rect.StrokeColor, rect.StrokeWidth, rect.CornerRadius = Color(token), nil, 0, 0
	rect.Move(fyne.NewPos(x, y))
	rect.Resize(fyne.NewSize(w, h))
	return rect
}

func (r *proseRenderer) text() *canvas.Text {
	if r.used.texts == len(r.texts) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.used.texts++
	return r.texts[r.used.texts-1]
}

func (r *proseRenderer) icon() *Icon {
	if r.used.icons == len(r.icons) {
		r.icons = append(r.icons, NewIcon("", 16, Star))
	}
	r.used.icons++
	return r.icons[r.used.icons-1]
}

// dotted gives a line of dots at a place. It is used again like the others: to
// the toolkit a new object is a change of layout, which would paint anew for ever.
func (r *proseRenderer) dotted(token Token, x, y, w float32) *canvas.Raster {
	if r.used.dots == len(r.dots) {
		r.dots = append(r.dots, newDottedLine())
	}
	line := r.dots[r.used.dots]
	r.used.dots++
	line.set(Color(token), fyne.NewPos(x, y), w)
	return line.raster
}

// dottedLine is a line of dots, 1 px with 2 px between, which the toolkit does
// not draw by itself.
type dottedLine struct {
	raster *canvas.Raster
	ink    color.Color
	width  float32
}

func newDottedLine() *dottedLine {
	d := &dottedLine{}
	d.raster = canvas.NewRasterWithPixels(func(px, _, pw, _ int) color.Color {
		step := max(1, int(float32(pw)/d.width+0.5)) // pixels of the screen
		if px/(2*step)%2 == 0 {
			return d.ink
		}
		return color.Transparent
	})
	return d
}

func (d *dottedLine) set(ink color.Color, at fyne.Position, width float32) {
	changed := ink != d.ink
	d.ink, d.width = ink, width
	d.raster.Move(at)
	d.raster.Resize(fyne.NewSize(width, 2))
	if changed {
		d.raster.Refresh()
	}
}
