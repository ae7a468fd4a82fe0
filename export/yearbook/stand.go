package yearbook

import "laurel/export/typeset"

// stand puts lines into a column from x, w wide, as the theme stands its titles
// and what goes with them: flush left, or in the middle.
func (s *sheet) stand(lines []typeset.Line, x, w, y typeset.Length, use Use, m textMark) {
	s.standScaled(lines, x, w, y, use, m, 1000)
}

// standScaled is stand in a share of the size, in thousandths; it gives the
// baseline of the last line.
func (s *sheet) standScaled(lines []typeset.Line, x, w, y typeset.Length, use Use, m textMark, scale int) (last typeset.Length) {
	leading := s.typeOf(use).Leading * typeset.Length(scale) / 1000
	block := s.nextBlock()
	for i, line := range lines { // they are kept and set again elsewhere: they are not touched
		at := m
		at.source.Start, at.source.End = line.Start, line.End
		last = y + typeset.Length(i)*leading
		s.put(line, s.c.standsAt(x, w, line.Width), last, use, at, block)
	}
	return last
}

// standing sets a text into a column as the theme stands its titles, and gives
// how many lines it takes.
func (s *sheet) standing(x, w, y typeset.Length, use Use, text string, m textMark) int {
	lines := s.balanced(m, use, text, w)
	s.stand(lines, x, w, y, use, m)
	return len(lines)
}

// standsAt is where something w wide begins in a column from x, room wide, that
// the theme stands as its titles.
func (c *composition) standsAt(x, room, w typeset.Length) typeset.Length {
	if c.theme.Centred {
		return x + (room-w)/2
	}
	return x
}

// standingWidth is the width of a column for what stands as titles do: about the
// middle of the whole page, else as wide as flush.
func (c *composition) standingWidth(flush typeset.Length) typeset.Length {
	if c.theme.Centred {
		return c.grid.text
	}
	return flush
}

// plateColumn is where type stands on a page that is flooded with colour: beside
// the ornament, share of the page wide, or about the middle of the page.
func (c *composition) plateColumn(x typeset.Length, share float64) (left, w typeset.Length) {
	if c.theme.Centred {
		return c.grid.outerMargin(), c.grid.trim.W - 2*c.grid.outerMargin()
	}
	return x, typeset.Length(share * float64(c.grid.trim.W))
}
