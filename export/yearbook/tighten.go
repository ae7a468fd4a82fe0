package yearbook

import "laurel/export/typeset"

const (
	// loosest is how far, in hundredths of the theme's, the lines of a list stand
	// apart that is shared out over its pages.
	loosest = 118
	// leastOnLast is how much of the last page of a list is full at the least;
	// a list with less on it is shared out over all its pages.
	leastOnLast = 0.6
)

// tightened keeps a list in columns from ending in a few lines on a page of their
// own. It gives the distance of its lines and the line of the grid that its
// columns end on: where a little less than the theme's distance saves a page, so
// close; where the last page would stand half empty and the list is set evenly, a
// little wider, and all pages as deep as the last. could says that it is, or
// could be. fits gives how many pages the list takes with so many lines a column
// on the first page and on later ones, which begin on the lines first and later
// of the grid.
func (c *composition) tightened(use Use, first, later float64, evenly bool, fits func(first, later int) int) (leading typeset.Length, foot float64, could bool) {
	usual, last := c.theme.Type[use].Leading, float64(c.grid.last)
	pages := func(leading typeset.Length, foot float64) int {
		return fits(c.linesBetween(first, foot, leading), c.linesBetween(later, foot, leading))
	}
	n := pages(usual, last)
	for tight := usual; n > 1 && tight >= c.theme.Type[use].Size*6/5; tight -= typeset.Points(0.05) {
		if pages(tight, last) < n {
			return tight, last, false
		}
	}
	even := func(leading typeset.Length) (foot float64) {
		for foot = last; foot-1 > first && pages(leading, foot-1) == n; foot-- {
		}
		return foot
	}
	if n == 1 || even(usual) >= last-(last-later)*(1-leastOnLast)/float64(n) {
		return usual, last, false
	}
	if !evenly {
		return usual, last, true
	}
	leading = usual
	for loose := usual; loose <= usual*loosest/100; loose += typeset.Points(0.05) {
		if pages(loose, last) == n {
			leading = loose
		}
	}
	return leading, even(leading), true
}

// linesBetween is how many lines of another distance stand in a column from one
// line of the grid to another.
func (c *composition) linesBetween(first, foot float64, leading typeset.Length) int {
	return max(0, int((c.grid.ln(foot)-c.grid.ln(first))/leading)+1)
}
