package kit

import (
	"math"

	"fyne.io/fyne/v2"
)

// ListColumn is one column of a list that is read as a table.
type ListColumn struct {
	ID    string
	Title string
	// Width in pixels. The column that grows has none.
	Width float32
	// Grow makes the column take what the others leave, at least Min.
	Grow bool
	// Min is the least width; 48 unless set. A column that has one gives way
	// down to it before any is left out.
	Min float32
	// Align sets numbers to the right.
	Align fyne.TextAlign
	// Fixed keeps the column from being sorted by.
	Fixed bool
}

func (c ListColumn) least() float32 {
	if c.Min > 0 {
		return c.Min
	}
	return 48
}

// Columns is how the columns of a list stand: one for the head over the list
// and all its rows. Where there is too little room the last columns but those
// that must stay are left out, then those; what stands before the column that
// grows always stays.
type Columns struct {
	// Left and Right are free at the ends, Gap between columns.
	Left, Right, Gap float32
	// Stay is how many columns at the end are left out last.
	Stay int
	// OnSort runs when the user chose a column to sort by.
	OnSort func(id string, descend bool)
	// OnResize runs when the user let go of a column's edge.
	OnResize func(id string, width float32)
	// OnMenu runs on the secondary button over the head.
	OnMenu func(at fyne.Position)

	columns []ListColumn
	sorted  string
	descend bool
	version int
	watch   []func()
}

// NewColumns gives columns with 16 px at the ends and 12 between them.
func NewColumns(columns ...ListColumn) *Columns {
	return &Columns{Left: 16, Right: 16, Gap: 12, columns: columns}
}

// All gives the columns in order.
func (c *Columns) All() []ListColumn { return c.columns }

// Set replaces the columns.
func (c *Columns) Set(columns ...ListColumn) {
	c.columns = columns
	c.changed()
}

// SetSorted says by which column the list is sorted.
func (c *Columns) SetSorted(id string, descend bool) {
	if c.sorted != id || c.descend != descend {
		c.sorted, c.descend = id, descend
		c.changed()
	}
}

// SetTitle renames a column.
func (c *Columns) SetTitle(id, title string) {
	for i := range c.columns {
		if c.columns[i].ID == id && c.columns[i].Title != title {
			c.columns[i].Title = title
			c.changed()
		}
	}
}

// Version changes whenever the columns do, so that a row knows to build anew.
func (c *Columns) Version() int { return c.version }

func (c *Columns) changed() {
	c.version++
	for _, f := range c.watch {
		f()
	}
}

func (c *Columns) resize(i int, width float32) {
	c.columns[i].Width = fyne.Max(c.columns[i].least(), width)
	for _, f := range c.watch {
		f()
	}
}

// Span is where a column stands in a row. One without width is left out.
type Span struct{ X, Width float32 }

// Spans gives the places of the columns in a row of a width.
func (c *Columns) Spans(width float32) []Span {
	widths := make([]float32, len(c.columns)) // 0 for one left out
	room := width - c.Left - c.Right + c.Gap
	lead := 0 // where the columns begin that can be left out
	for i, col := range c.columns {
		widths[i] = col.Width
		if col.Grow {
			widths[i], lead = col.least(), i+1
		}
		room -= widths[i] + c.Gap
	}
	for i := len(widths) - 1; room < 0 && i >= lead; i-- {
		if least := c.columns[i].Min; least > 0 && least < widths[i] {
			give := fyne.Min(widths[i]-least, -room)
			widths[i], room = widths[i]-give, room+give
		}
	}
	leaveOut := func(i int) {
		if room < 0 {
			room, widths[i] = room+widths[i]+c.Gap, 0
		}
	}
	stay := max(lead, len(widths)-c.Stay)
	for i := stay - 1; i >= lead; i-- {
		leaveOut(i)
	}
	for i := stay; i < len(widths); i++ {
		leaveOut(i)
	}
	spans := make([]Span, len(c.columns))
	x := c.Left
	for i, col := range c.columns {
		w := widths[i]
		if col.Grow {
			w = fyne.Max(1, float32(math.Floor(float64(w+room))))
		}
		if w == 0 {
			continue
		}
		spans[i] = Span{x, w}
		x += w + c.Gap
	}
	return spans
}

// Hidden tells how many columns a row of a width has no room for.
func (c *Columns) Hidden(width float32) int {
	n := 0
	for _, s := range c.Spans(width) {
		if s.Width == 0 {
			n++
		}
	}
	return n
}
