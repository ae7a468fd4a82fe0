package edition

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"laurel/ui/kit"
)

const (
	bracketLeft  = 30 // where the bracket stands in a row: between grip and rank
	bracketWidth = 7
	bracketLine  = 1.5
)

// bracket is the part of a tie's bracket that runs through one row.
type bracket struct {
	widget.BaseWidget
	part tiePart
}

func newBracket() *bracket {
	b := &bracket{}
	b.ExtendBaseWidget(b)
	return b
}

func (b *bracket) set(p tiePart) {
	if b.part != p {
		b.part = p
		b.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (b *bracket) CreateRenderer() fyne.WidgetRenderer {
	r := &bracketRenderer{b: b, stem: canvas.NewRectangle(nil), tick: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type bracketRenderer struct {
	b          *bracket
	stem, tick *canvas.Rectangle
}

func (r *bracketRenderer) Destroy()                     {}
func (r *bracketRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *bracketRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.stem, r.tick} }

func (r *bracketRenderer) Layout(size fyne.Size) {
	top, bottom, middle := float32(0), size.Height, size.Height/2
	if r.b.part == tieFirst {
		top = middle
	}
	if r.b.part == tieLast {
		bottom = middle
	}
	r.stem.Move(fyne.NewPos(bracketLeft, top))
	r.stem.Resize(fyne.NewSize(bracketLine, bottom-top))
	r.tick.Move(fyne.NewPos(bracketLeft, middle-bracketLine/2))
	r.tick.Resize(fyne.NewSize(bracketWidth, bracketLine))
}

func (r *bracketRenderer) Refresh() {
	stem, tick := kit.Accent, kit.Accent
	if r.b.part == tieNone {
		stem = kit.Clear
	}
	if r.b.part == tieNone || r.b.part == tieMiddle {
		tick = kit.Clear
	}
	r.stem.FillColor, r.tick.FillColor = kit.Color(stem), kit.Color(tick)
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}
