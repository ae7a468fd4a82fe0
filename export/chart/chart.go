// Package chart draws the statistics of a list as marks of a page: composed
// once, shown by the window and printed by the book. It counts nothing itself
// and knows no book; what a chart looks like is in its Theme.
package chart

import (
	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// Length is that of the pages; in the window one point is one pixel of the
// interface.
type Length = typeset.Length

// Theme is how charts look.
type Theme struct {
	Library *typeset.Library
	Text    Type // names and words
	Strong  Type // what is most important
	Number  Type // values
	Note    Type // keys and years
	Small   Type // figures within marks

	Ink    page.Color
	Grey   page.Color // last year's strokes in the window, axes
	Hair   page.Color // thin rules
	Main   page.Color // the accent
	Mid    page.Color // the second colour
	Other  page.Color // lines of a bump chart that are no heroes
	Light  page.Color // those who left
	Paper  page.Color // the ground, also between neighbouring areas
	OnMain page.Color // figures on Main
	Back   page.Color // who came back
	Series [6]page.Color
	Up     page.Color // triangles of movement
	Down   page.Color

	Row  Length // from one row to the next
	Thin Length // width of thin rules
	Line Length // width of a line of the bump chart; heroes are twice as thick

	Ties    model.TieStyle // how a shared rank is written
	Centred bool           // the headings of small tables stand in their middle

	// Say speaks in the language of the book or of the window; nil speaks
	// British English.
	Say func(model.Message) string
}

// Type is a style of type with its colour.
type Type struct {
	Style typeset.Style
	Color page.Color
}

// Chart is a drawing of a size, from its own top left corner.
type Chart struct {
	Kind  string
	Note  string // how it counts, to stand below it
	Alt   string // what it says, for those who cannot see it
	W, H  Length
	Marks []page.Mark
	Spots []Spot     // where something can be pointed at
	Table [][]string // the same as a table, the first row its head
}

// Spot is a part of a chart that stands for something: a column, a dot, a line.
type Spot struct {
	X, Y, W, H Length
	Row, Col   int // keyboard: up and down, left and right
	Tip        string
	Person     model.ID // whom it leads to
	Placement  model.ID
	Edition    model.ID
	Key        string // spots of one line share it
}

// source is what a mark of a placement or edition comes from.
func source(id model.ID, field string) page.Source {
	return page.Source{Record: string(id), Field: field}
}

// At gives the marks moved to a place of a page.
func (c *Chart) At(x, y Length) []page.Mark {
	moved := make([]page.Mark, len(c.Marks))
	for i, m := range c.Marks {
		switch m := m.(type) {
		case *page.Text:
			t := *m
			t.X, t.Y = t.X+x, t.Y+y
			moved[i] = &t
		case *page.Path:
			p := *m
			p.Segments = make([]page.Segment, len(m.Segments))
			for j, s := range m.Segments {
				for k := range s.P {
					s.P[k].X += x
					s.P[k].Y += y
				}
				p.Segments[j] = s
			}
			moved[i] = &p
		default:
			moved[i] = m
		}
	}
	return moved
}

// Draw draws one of the charts of the year in numbers as the book prints it;
// nil where the data has nothing to show. w is the width it may take; the
// height follows from the rows, but for a bump chart, which is as high as h
// allows.
func Draw(t *Theme, kind string, c *model.Chronicle, w, h Length) *Chart {
	var drawn *Chart
	switch kind {
	case model.ChartTurnover:
		drawn = TurnoverBars(t, Recent(c).Turnovers(), w)
	case model.ChartSectors:
		drawn = PartBars(t, c.Sectors(), w, most)
	case model.ChartRegions:
		drawn = UnitDots(t, c.Countries(), w, most)
	case model.ChartOrganisations:
		drawn = PartBars(t, c.Organisations().Several(), w, most)
	case model.ChartTenure:
		drawn = TenureBars(t, c.Tenure(), c.Span(), w)
	case model.ChartTopTen:
		drawn = Bump(t, Recent(c).Bump(Depth(c)), w, h)
	case model.ChartMovers:
		drawn = MoverTables(t, c.Movers(), c.Tenure(), w, mostMovers)
	}
	if drawn != nil {
		drawn.Kind = kind
	}
	return drawn
}

const (
	most       = 12 // rows of a chart of parts
	mostMovers = 7
)

// Recent is the part of a chronicle that charts of its years show: of a list of a
// century those of a page, up to the newest.
func Recent(c *model.Chronicle) *model.Chronicle {
	const most = 20
	if n := len(c.Years); n > most {
		return c.Since(c.Years[n-most].Edition.Year)
	}
	return c
}

// Depth is how many ranks the bump chart of a list follows: no more than it has
// entries.
func Depth(c *model.Chronicle) int {
	y, depth := c.Present(), 10
	if y == nil {
		return depth
	}
	if y.Edition.Scheme.Kind == model.SchemeTop {
		depth = min(y.Edition.Scheme.Top, 20)
	}
	return max(min(depth, len(y.Entries)), 3)
}

// Title is the heading of a chart.
func Title(kind string) model.Message {
	return map[string]model.Message{
		model.ChartTurnover:      model.Say("Turnover"),
		model.ChartSectors:       model.Say("Sectors"),
		model.ChartRegions:       model.Say("Countries"),
		model.ChartOrganisations: model.Say("Organisations"),
		model.ChartTenure:        model.Say("How often included"),
		model.ChartTopTen:        model.Say("Rank over the years"),
		model.ChartMovers:        model.Say("Movers"),
	}[kind]
}
