package yearbook

import (
	"cmp"
	"slices"
)

// glanceLine is a row of the list at a glance: an entry, or the category or band
// of those that follow.
type glanceLine struct {
	*entry
	heading string
}

// glanceLines are the rows of the whole list. What all entries have in common is
// no heading.
func (c *composition) glanceLines() []glanceLine {
	var lines []glanceLine
	group, headings := "", 0
	for i := range c.entries {
		e := &c.entries[i]
		if g := cmp.Or(e.placement.Category, e.placement.Rank.Band); g != "" && g != group {
			lines = append(lines, glanceLine{heading: g})
			group = g
			headings++
		}
		lines = append(lines, glanceLine{entry: e})
	}
	if headings == 1 && lines[0].entry == nil {
		return lines[1:]
	}
	return lines
}

// glanceLayout shares the rows out evenly over the columns of as few pages as can
// be, so that no few of them stand on a page of their own, and gives how many
// lines they are apart.
func (c *composition) glanceLayout(lines []glanceLine, columns int, tops glanceTops) (pages [][][]glanceLine, pitch float64) {
	pitch = glancePitch
	pages = c.glanceFill(lines, columns, tops, pitch, len(lines))
	for closer := pitch; closer >= closerRows && len(pages) > 1; closer -= 0.01 {
		if fewer := c.glanceFill(lines, columns, tops, closer, len(lines)); len(fewer) < len(pages) {
			pages, pitch = fewer, closer
			break
		}
	}
	for most := c.glanceRows(glanceLater, pitch) - 1; most > 0; most-- {
		even := c.glanceFill(lines, columns, tops, pitch, most)
		if len(even) > len(pages) {
			break
		}
		pages = even
	}
	return pages, pitch
}

// glanceFill fills columns of at most so many rows; the columns of the last page
// end level.
func (c *composition) glanceFill(lines []glanceLine, columns int, tops glanceTops, pitch float64, most int) (pages [][][]glanceLine) {
	for len(lines) > 0 {
		rows := min(most, c.glanceRows(tops.of(len(pages)), pitch))
		for level := (len(lines) + columns - 1) / columns; level < rows; level++ {
			if _, rest := glanceColumns(lines, columns, level); len(rest) == 0 {
				rows = level
			}
		}
		var page [][]glanceLine
		page, lines = glanceColumns(lines, columns, rows)
		pages = append(pages, page)
	}
	return pages
}

// glanceColumns fills the columns of a page, none of which ends in a heading.
func glanceColumns(lines []glanceLine, columns, rows int) (page [][]glanceLine, rest []glanceLine) {
	for range columns {
		n := min(rows, len(lines))
		if n > 1 && lines[n-1].entry == nil {
			n--
		}
		page, lines = append(page, lines[:n]), lines[n:]
	}
	return page, lines
}

// numbered says whether a column needs room for ranks. Those of a band are its
// heading.
func numbered(lines []glanceLine) bool {
	return slices.ContainsFunc(lines, func(l glanceLine) bool { return l.entry != nil && l.placement.Rank.Number > 0 && l.ranked })
}
