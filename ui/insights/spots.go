package insights

import (
	"math"

	"fyne.io/fyne/v2"

	"laurel/export/chart"
)

// nearLine is how close to a line, in pixels, the pointer counts as on it.
const nearLine = 7

// under finds the spot at a place of the plot; a line counts between its dots,
// too. It is -1 where there is none.
func (p *plot) under(at fyne.Position) int {
	if p.chart == nil {
		return -1
	}
	x, y := length(at.X), length(at.Y)
	spots := p.chart.Spots
	for i := len(spots) - 1; i >= 0; i-- {
		s := spots[i]
		if x >= s.X && x < s.X+s.W && y >= s.Y && y < s.Y+s.H {
			return i
		}
	}
	best, nearest := -1, length(nearLine)
	for i := 1; i < len(spots); i++ {
		a, b := spots[i-1], spots[i]
		if a.Key == "" || a.Key != b.Key || b.Col != a.Col+1 {
			continue
		}
		if d, ok := offLine(a, b, x, y); ok && d < nearest {
			best, nearest = i, d
		}
	}
	return p.whole(best)
}

// whole gives, for a dot of a line, the spot of the line's name, which tells its
// whole course; the dot itself where the line has no name.
func (p *plot) whole(i int) int {
	for j := i + 1; i >= 0 && j < len(p.chart.Spots); j++ {
		if p.chart.Spots[j].Key == p.chart.Spots[i].Key && p.chart.Spots[j].Col > p.chart.Spots[i].Col {
			i = j
		}
	}
	return i
}

// offLine is how far a place is above or below the curve between two dots.
func offLine(a, b chart.Spot, x, y chart.Length) (chart.Length, bool) {
	x1, x2 := a.X+a.W/2, b.X+b.W/2
	if x < x1 || x > x2 || x1 == x2 {
		return 0, false
	}
	t := float64(x-x1) / float64(x2-x1)
	y1, y2 := float64(a.Y+a.H/2), float64(b.Y+b.H/2)
	on := y1 + (y2-y1)*t*t*(3-2*t)
	return chart.Length(math.Abs(float64(y) - on)), true
}

// next finds where an arrow key leads to from the spot pointed at: along a row
// to the next column, or to the next spot of the column. It is -1 at an end.
func (p *plot) next(key fyne.KeyName) int {
	spots := p.chart.Spots
	if len(spots) == 0 {
		return -1
	}
	now, ok := p.spot()
	if !ok {
		return p.newest()
	}
	cost := func(s chart.Spot) (int64, bool) {
		dx, dy := int64(s.Col-now.Col), int64(s.Y+s.H/2-now.Y-now.H/2)
		switch key {
		case fyne.KeyLeft:
			return -dx, s.Row == now.Row && dx < 0
		case fyne.KeyRight:
			return dx, s.Row == now.Row && dx > 0
		case fyne.KeyUp:
			return -dy, dx == 0 && dy < 0
		case fyne.KeyDown:
			return dy, dx == 0 && dy > 0
		case fyne.KeyHome:
			return int64(s.Col), s.Row == now.Row
		default: // End
			return -int64(s.Col), s.Row == now.Row
		}
	}
	best, least := -1, int64(math.MaxInt64)
	for i, s := range spots {
		if c, fits := cost(s); fits && c < least {
			best, least = i, c
		}
	}
	return best
}

// newest is where the arrow keys begin: the first row of the last column.
func (p *plot) newest() int {
	best := 0
	for i, s := range p.chart.Spots {
		b := p.chart.Spots[best]
		if s.Col > b.Col || s.Col == b.Col && s.Y < b.Y {
			best = i
		}
	}
	return best
}
