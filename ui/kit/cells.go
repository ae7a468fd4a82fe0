package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*Cells)(nil)

// Cells is a row of a list that is read as a table: one line of text a column,
// the first in ink, the others quieter.
type Cells struct {
	widget.BaseWidget
	columns *Columns
	cells   []*Label
}

// NewCells gives an empty row.
func NewCells(c *Columns) *Cells {
	r := &Cells{columns: c}
	for i, col := range c.columns {
		style := Small
		if i == 0 {
			style = Body
		}
		cell := NewElastic("", style)
		cell.Align = col.Align
		r.cells = append(r.cells, cell)
	}
	r.ExtendBaseWidget(r)
	return r
}

// Set fills the cells in the order of the columns.
func (r *Cells) Set(texts ...string) {
	for i, c := range r.cells {
		text := ""
		if i < len(texts) {
			text = texts[i]
		}
		c.SetText(text)
	}
	r.Refresh()
}

// CreateRenderer is called by the toolkit.
func (r *Cells) CreateRenderer() fyne.WidgetRenderer {
	objects := make([]fyne.CanvasObject, len(r.cells))
	for i, c := range r.cells {
		objects[i] = c
	}
	return &cellsRenderer{r, objects}
}

type cellsRenderer struct {
	r       *Cells
	objects []fyne.CanvasObject
}

func (x *cellsRenderer) Destroy()                     {}
func (x *cellsRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, 28) }
func (x *cellsRenderer) Objects() []fyne.CanvasObject { return x.objects }

func (x *cellsRenderer) Layout(size fyne.Size) {
	for i, s := range x.r.columns.Spans(size.Width) {
		if i >= len(x.r.cells) {
			return
		}
		height := x.r.cells[i].MinSize().Height
		x.r.cells[i].Move(fyne.NewPos(s.X, (size.Height-height)/2))
		x.r.cells[i].Resize(fyne.NewSize(s.Width, height))
	}
}

func (x *cellsRenderer) Refresh() {
	x.Layout(x.r.Size())
	for _, c := range x.r.cells {
		c.Refresh()
	}
}
