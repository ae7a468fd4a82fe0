package yearbook

import (
	"slices"

	"laurel/export/page"
	"laurel/export/typeset"
)

// piece is a part of running matter that no column divides: a line, a picture,
// a row of a table. Its place is that of a baseline.
type piece struct {
	height typeset.Length // to the baseline of what follows
	depth  typeset.Length // how far it reaches below its own baseline
	white  bool           // nothing but white: left out at the head of a column
	keep   bool           // a column must not end after it
	draw   func(s *sheet, x, y typeset.Length)
	// taller is the piece up to so much higher; nil where its height is its own.
	taller func(more typeset.Length) piece
	more   typeset.Length // how much higher it can be at the most
}

// white is empty space before what follows.
func white(height typeset.Length) piece { return piece{height: height, white: true} }

// blockRef gives the lines of a paragraph the number that they share on a page.
type blockRef struct {
	on *sheet
	n  int
}

func (b *blockRef) number(s *sheet) int {
	if b.on != s {
		b.on, b.n = s, s.nextBlock()
	}
	return b.n
}

// linePieces are the lines of a paragraph as pieces; a paragraph of up to three
// lines is never parted, no column begins or ends with a lone line of it, none
// ends in a hyphen.
func (s *setter) linePieces(lines []typeset.Line, use Use, indent typeset.Length, m textMark, links []inlineLink) []piece {
	leading := s.c.theme.Type[use].Leading
	block := &blockRef{}
	out := make([]piece, len(lines))
	for i, line := range lines {
		out[i] = piece{height: leading, draw: func(sheet *sheet, x, y typeset.Length) {
			sheet.put(line, x+indent, y, use, m, block.number(sheet))
			for _, l := range links {
				l.place(sheet, line, x+indent, y, leading)
			}
		}}
		n := len(lines)
		out[i].keep = n <= 3 && i < n-1 || i == 0 && n > 1 || i == n-2 || line.Hyphenated
	}
	return out
}

// inlineLink is a part of a paragraph, in bytes, that leads somewhere.
type inlineLink struct {
	start, end int
	url        string
}

// place adds the link where a line shows its part.
func (l inlineLink) place(s *sheet, line typeset.Line, x, y, leading typeset.Length) {
	from, to, at := typeset.Length(-1), typeset.Length(0), x+line.Indent-line.Hang
	for _, g := range line.Glyphs {
		if int(g.Start) >= l.start && int(g.Start) < l.end {
			if from < 0 {
				from = at
			}
			to = at + typeset.Length(g.Advance)
		}
		at += typeset.Length(g.Advance)
	}
	if from >= 0 && to > from {
		s.add(&page.Link{X: from, Y: y - leading*3/4, W: to - from, H: leading, URL: l.url})
	}
}

// fillColumn takes as many pieces as fit above height, the distance from the
// first baseline to the last; the white at both ends is left out.
func fillColumn(pieces []piece, height typeset.Length) (taken, rest []piece) {
	for len(pieces) > 0 && pieces[0].white {
		pieces = pieces[1:]
	}
	at, best, most := typeset.Length(0), 0, 0
	for i, p := range pieces {
		if at+p.depth > height {
			break
		}
		most = i + 1
		if !p.keep && (i+1 == len(pieces) || !p.white) {
			best = most
		}
		at += p.height
	}
	if best == 0 {
		best = max(most, min(1, len(pieces))) // taller than the column: parted where it must be
	}
	taken, rest = pieces[:best], pieces[best:]
	for len(taken) > 0 && taken[len(taken)-1].white {
		taken = taken[:len(taken)-1]
	}
	for len(rest) > 0 && rest[0].white {
		rest = rest[1:]
	}
	return taken, rest
}

// fillColumns divides pieces over columns of at most height. Where all fit, the
// columns end as level as the pieces allow.
func fillColumns(pieces []piece, columns int, height, step typeset.Length) (cols [][]piece, rest []piece) {
	fill := func(height typeset.Length) (cols [][]piece, rest []piece) {
		rest = pieces
		for range columns {
			var col []piece
			col, rest = fillColumn(rest, height)
			cols = append(cols, col)
		}
		return cols, rest
	}
	cols, rest = fill(height)
	if len(rest) > 0 || columns == 1 {
		return cols, rest
	}
	for h := typeset.Length(0); h < height; h += step {
		if level, over := fill(h); len(over) == 0 && fitsIn(level, h) {
			return level, nil
		}
	}
	return cols, nil
}

// fitsIn says whether no column had to be parted where it must not.
func fitsIn(cols [][]piece, height typeset.Length) bool {
	for i, col := range cols {
		if extent(col) > height || i < len(cols)-1 && len(col) > 0 && col[len(col)-1].keep && len(cols[i+1]) > 0 {
			return false
		}
	}
	return true
}

// extent is the distance from the first baseline of pieces to their foot.
func extent(pieces []piece) (foot typeset.Length) {
	at := typeset.Length(0)
	for _, p := range pieces {
		if !p.white {
			foot = max(foot, at+p.depth)
		}
		at += p.height
	}
	return foot
}

// spread widens the white between pieces so that the last ends at the foot of a
// page, each by most at the most.
func spread(col []piece, height, most typeset.Length) []piece {
	wide := slices.Clone(col)
	for len(wide) > 0 && wide[len(wide)-1].white {
		wide = wide[:len(wide)-1]
	}
	gaps := typeset.Length(0)
	for _, p := range wide {
		if p.white {
			gaps++
		}
	}
	for i := range wide {
		if wide[i].white {
			wide[i].height += min(most, (height-extent(col))/gaps)
		}
	}
	return wide
}

// stack draws pieces one below the other, the first with its baseline at y, and
// gives the baseline of what would follow.
func (s *sheet) stack(pieces []piece, x, y typeset.Length) typeset.Length {
	for _, p := range pieces {
		if p.draw != nil {
			p.draw(s, x, y)
		}
		y += p.height
	}
	return y
}
