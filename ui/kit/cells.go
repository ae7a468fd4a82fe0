package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

var _ fyne.Widget = (*Cells)(nil)

// Cells is a row of a list that is read as a table: one line of text a column,
// the first in ink, the others quieter.
type Cells struct {
	RowBase
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
	content := container.New(&cellsLayout{r})
	for _, c := range r.cells {
		content.Add(c)
	}
	r.Build(r, content)
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

type cellsLayout struct{ r *Cells }

// MinSize is the least of a row.
func (l *cellsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, 28) }

// Layout sets the cells where the columns stand.
func (l *cellsLayout) Layout(cells []fyne.CanvasObject, size fyne.Size) {
	for i, s := range l.r.columns.Spans(size.Width) {
		if i >= len(cells) {
			return
		}
		height := cells[i].MinSize().Height
		cells[i].Move(fyne.NewPos(s.X, (size.Height-height)/2))
		cells[i].Resize(fyne.NewSize(s.Width, height))
	}
}
