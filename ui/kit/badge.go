package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Badge)(nil)

// Badge is a disc with one or two letters: who did something.
type Badge struct {
	widget.BaseWidget
	side    float32
	letters string
	tone    Token
}

// NewBadge gives an empty disc, side px across.
func NewBadge(side float32) *Badge {
	b := &Badge{side: side, tone: Accent}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes letters and colour.
func (b *Badge) Set(letters string, tone Token) {
	if b.letters != letters || b.tone != tone {
		b.letters, b.tone = letters, tone
		b.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	r := &badgeRenderer{b: b, disc: canvas.NewCircle(nil), text: newTextLine()}
	r.Refresh()
	return r
}

type badgeRenderer struct {
	b    *Badge
	disc *canvas.Circle
	text *textLine
}

func (r *badgeRenderer) Destroy()           {}
func (r *badgeRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.b.side) }
func (r *badgeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.disc, r.text.text}
}

func (r *badgeRenderer) Layout(size fyne.Size) {
	r.disc.Resize(size)
	r.text.place((size.Width-r.text.width())/2, 0, size.Height)
}

func (r *badgeRenderer) Refresh() {
	r.disc.FillColor = Color(r.b.tone)
	r.disc.Refresh()
	r.text.set(r.b.letters, Style{Size: 12, Line: 16, Bold: true, Color: OnAccent})
	r.Layout(r.b.Size())
}
