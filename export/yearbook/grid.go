package yearbook

import (
	"math"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// trimSize reads the name of a trim preset or "W×H" in millimetres.
func trimSize(name string) (page.Size, error) {
	t, err := model.ParseTrim(name)
	if err != nil {
		return page.Size{}, err
	}
	return page.Size{W: typeset.MM(t.W), H: typeset.MM(t.H)}, nil
}

// grid is the skeleton that all pages of a book share: columns between mirrored
// margins, and one baseline grid.
type grid struct {
	theme *Theme
	trim  page.Size
	text  typeset.Length // width of the text area
	unit  typeset.Length // width of one column
	last  int            // number of the last line of text
}

// newGrid fits the theme's grid to a trim, for which the theme was made ready: the
// margins are its own, the columns and lines are what they leave.
func newGrid(t *Theme, trim page.Size) grid {
	g := grid{theme: t, trim: trim}
	g.text = trim.W - t.OuterMargin - t.InnerMargin
	g.unit = (g.text - typeset.Length(t.Columns-1)*t.Gutter) / typeset.Length(t.Columns)
	g.last = int((trim.H - t.HeadMargin - t.FootMargin) / t.Leading)
	return g
}

func (g grid) outerMargin() typeset.Length { return g.theme.OuterMargin }

func (g grid) innerMargin() typeset.Length { return g.theme.InnerMargin }

// col is the width of n columns with the gutters between them.
func (g grid) col(n int) typeset.Length {
	if n <= 0 {
		return 0
	}
	return typeset.Length(n)*g.unit + typeset.Length(n-1)*g.theme.Gutter
}

// ln is the baseline of line n of the grid, measured from the head; halves and
// quarters of a line are allowed for captions.
func (g grid) ln(n float64) typeset.Length {
	return g.theme.HeadMargin + typeset.Length(n*float64(g.theme.Leading))
}

// third is the width of one of three columns of text.
func (g grid) third() typeset.Length { return (g.text - 2*g.theme.Gutter) / 3 }

// lineAt is the line of the grid, not above y.
func (g grid) lineAt(y typeset.Length) float64 {
	return math.Ceil(float64(y-g.theme.HeadMargin)/float64(g.theme.Leading) - 0.01)
}

// half is the width of one of two columns of text.
func (g grid) half() typeset.Length { return g.col(g.theme.Columns / 2) }
