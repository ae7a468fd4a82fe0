package yearbook

import "laurel/export/typeset"

// loosest is how far, in hundredths of the theme's, the lines of a list stand
// apart that is shared out over two pages.
const loosest = 118

// tightened keeps a list in columns from ending in a few lines on a page of their
// own. It gives the distance of the lines, the theme's or a little less where
// that saves the page, and how many of them a column takes at the most: where
// the page is not saved, the list is shared out evenly. fits gives how many
// pages the list takes with so many lines a column on the first page and on
// later ones, which begin on the lines first and later of the grid.
func (c *composition) tightened(use Use, first, later float64, fits func(first, later int) int) (typeset.Length, int) {
	leading, least := c.theme.Type[use].Leading, c.theme.Type[use].Size*6/5
	pages := func(leading typeset.Length) int {
		return fits(c.linesFrom(first, leading), c.linesFrom(later, leading))
	}
	usual := pages(leading)
	for tight := leading; usual > 1 && tight >= least; tight -= typeset.Points(0.05) {
		if pages(tight) < usual {
			return tight, c.linesFrom(0, tight)
		}
	}
	most := c.linesFrom(later, leading)
	if usual != 2 || fits(c.linesFrom(first, leading), most/3) > usual {
		return leading, c.linesFrom(0, leading)
	}
	even := func(n int) int { return fits(min(n, c.linesFrom(first, leading)), min(n, most)) }
	for most > 1 && even(most-1) == usual {
		most--
	}
	// Half-empty columns are opened a little.
	usualLeading := leading
	for loose := leading; loose <= usualLeading*loosest/100; loose += typeset.Points(0.05) {
		if c.linesFrom(first, loose) >= most && c.linesFrom(later, loose) >= most {
			leading = max(leading, loose)
		}
	}
	return leading, most
}

// linesFrom is how many lines of another distance a column has that begins on a
// line of the grid.
func (c *composition) linesFrom(first float64, leading typeset.Length) int {
	return max(0, int((c.grid.ln(float64(c.grid.last))-c.grid.ln(first))/leading)+1)
}
