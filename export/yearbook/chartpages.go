package yearbook

import (
	"slices"

	"laurel/export/typeset"
	"laurel/model"
)

// chartRows are the distances of the rows of charts, in points on the default
// page: the usual one, the closer ones that may save a page, the wider ones that
// may fill it.
var chartRows = []float64{20.75, 19.75, 18.75, 17.75, 16.75, 15.75, 22.75, 24.75}

const (
	chartGap = 36 * typeset.Pt // between charts

	// How much fuller the emptiest page must become, in hundredths of its height,
	// for each point that the rows are drawn wider or closer than usual, and for a
	// chart that leaves its order.
	rowWorth, orderWorth = 2, 12

	mostMoved  = 2  // charts that leave their order at the most
	fullEnough = 88 // hundredths of a page: the white between charts does the rest
)

// chartPages are the charts that share each page, and how good that is.
type chartPages struct {
	pages [][]piece
	worth float64 // hundredths of its height that the emptiest page is filled, less what it took
}

// sharedCharts draws the charts, with their rows as close as saves pages and else as
// wide as fills them, and shares them out; the first page begins on line at.
func (c *composition) sharedCharts(section model.Section, at float64) [][]piece {
	height := func(page int) typeset.Length {
		from := at
		if page > 0 {
			from = laterCharts
		}
		return c.grid.ln(float64(c.grid.last)) - c.grid.ln(from)
	}
	var best chartPages
	for _, row := range chartRows {
		usual := chartRows[0]
		if best.pages != nil && (row < usual && !best.saves(row/usual, height) || row > usual && best.worth >= fullEnough) {
			continue // drawing charts is dear
		}
		try := divideCharts(c.charts(section, row), height, len(section.Charts) > 0)
		try.worth -= rowWorth * max(row-usual, usual-row)
		if best.pages == nil || len(try.pages) < len(best.pages) || len(try.pages) == len(best.pages) && try.worth > best.worth {
			best = try
		}
	}
	for i, col := range best.pages {
		best.pages[i] = spread(grown(col, height(i)), height(i), chartGap)
	}
	return best.pages
}

// saves says whether charts whose rows are drawn as close as a share of what they
// are may need a page less.
func (p *chartPages) saves(share float64, height func(page int) typeset.Length) bool {
	takes, room := typeset.Length(0), typeset.Length(0)
	for i, col := range p.pages {
		for _, one := range col {
			takes += one.depth
		}
		if i < len(p.pages)-1 {
			room += height(i)
		}
	}
	return float64(takes)*share <= float64(room)
}

// divideCharts divides charts over the fewest pages that hold them so that the
// emptiest is as full as it can be. Where the curator has not chosen the charts,
// up to mostMoved may leave their order for that; the first stays on its page, for
// titles speak of it.
func divideCharts(charts []piece, height func(page int) typeset.Length, ordered bool) (best chartPages) {
	on, chosen := make([]int, len(charts)), []int(nil) // the page of each
	most := mostMoved
	if ordered {
		most = 0
	}
	pages := 0
	for chosen == nil && pages < len(charts) {
		pages++
		used, grows := make([]typeset.Length, pages), make([]typeset.Length, pages)
		var place func(i, moved int)
		place = func(i, moved int) {
			if i == len(charts) {
				worth := float64(fullEnough)
				for n := range pages {
					worth = min(worth, 100*float64(used[n]+grows[n])/float64(height(n)))
				}
				if worth -= float64(orderWorth * moved); chosen == nil || worth > best.worth {
					best.worth, chosen = worth, slices.Clone(on)
				}
				return
			}
			for n := range pages {
				takes, steps := charts[i].depth, moved
				if used[n] > 0 {
					takes += chartGap
				}
				if i > 0 && n < on[i-1] {
					steps++
				}
				if steps > most || i == 0 && n > 0 || used[n] > 0 && used[n]+takes > height(n) {
					continue
				}
				on[i] = n
				used[n] += takes
				grows[n] += charts[i].more
				place(i+1, steps)
				used[n] -= takes
				grows[n] -= charts[i].more
			}
		}
		place(0, 0)
	}
	best.pages = make([][]piece, pages)
	for i, n := range chosen {
		if best.pages[n] != nil {
			best.pages[n] = append(best.pages[n], white(chartGap))
		}
		best.pages[n] = append(best.pages[n], charts[i])
	}
	return best
}

// grown gives the room that charts leave on a page to those that can use it.
func grown(col []piece, height typeset.Length) []piece {
	tall := slices.Clone(col)
	for i := range tall {
		if tall[i].taller != nil {
			tall[i] = tall[i].taller(height - extent(tall))
		}
	}
	return tall
}
