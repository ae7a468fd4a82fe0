package yearbook

import (
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// textMark says what a text on a page is: where it comes from, what it is to a
// screen reader, and in whose name a missing glyph in it is reported.
type textMark struct {
	source page.Source
	role   page.Role
	who    *model.Placement
}

// furniture is text that shows no field: labels, folios, running heads.
var furniture = textMark{}

// sheet is a page being made. Sheets are made in parallel, so each gathers its
// own problems; numbers of pages and of blocks are given when all are made.
type sheet struct {
	setter
	page   page.Page
	verso  bool
	block  int      // last block number given on this sheet
	people []string // named on it of whom the book has no record
	// The running head names the first and last of the page's entries.
	dictionary bool
}

// left is the x of a box that stands dx from the outer edge of the text area on
// this side, w wide: on a verso counted from the left, on a recto from the right.
func (s *sheet) left(dx, w typeset.Length) typeset.Length {
	g := s.c.grid
	if s.verso {
		return g.outerMargin() + dx
	}
	return g.trim.W - g.outerMargin() - dx - w
}

// x0 is the left edge of the text area.
func (s *sheet) x0() typeset.Length {
	if s.verso {
		return s.c.grid.outerMargin()
	}
	return s.c.grid.innerMargin()
}

// x1 is the right edge of the text area.
func (s *sheet) x1() typeset.Length { return s.x0() + s.c.grid.text }

func (s *sheet) ln(n float64) typeset.Length { return s.c.grid.ln(n) }

func (s *sheet) add(m page.Mark) { s.page.Marks = append(s.page.Marks, m) }

// nextBlock gives a number that the lines of one paragraph share.
func (s *sheet) nextBlock() int {
	s.block++
	return s.block
}

// put draws a set line with its first glyph at x and its baseline at y.
func (s *sheet) put(line typeset.Line, x, y typeset.Length, use Use, m textMark, block int) {
	s.putIn(line, x, y, s.typeOf(use).Color, m, block)
}

func (s *sheet) putIn(line typeset.Line, x, y typeset.Length, color page.Color, m textMark, block int) {
	if len(line.Glyphs) == 0 {
		return
	}
	s.add(&page.Text{X: x + line.Indent - line.Hang, Y: y, Line: line, Color: color, Source: m.source, Role: m.role, Block: block})
}

// text sets a single line from x to the right and gives its width.
func (s *sheet) text(x, y typeset.Length, use Use, text string, m textMark) typeset.Length {
	return s.spans(x, y, m, span{use, text})
}

// textRight sets a single line that ends at x.
func (s *sheet) textRight(x, y typeset.Length, use Use, text string, m textMark) {
	line := s.set(m, span{use, text})
	s.put(line, x-line.Width, y, use, m, s.nextBlock())
}

// span is text of one use within a line.
type span struct {
	use  Use
	text string
}

// spans sets a single line of several uses; each keeps its own colour. Each is
// set for itself, so that a name in a right-to-left script does not draw what
// follows it to its other side; a space between them is given as gap.
func (s *sheet) spans(x, y typeset.Length, m textMark, spans ...span) typeset.Length {
	block := s.nextBlock()
	at := x
	for _, p := range spans {
		line := s.set(m, p)
		s.put(line, at, y, p.use, m, block)
		at += line.Width + s.trailingSpace(p)
	}
	return at - x
}

// trailingSpace is the width of the spaces that end a span, which a line's
// Width leaves out.
func (s *setter) trailingSpace(p span) typeset.Length {
	n := len(p.text) - len(strings.TrimRight(p.text, " "))
	if n == 0 {
		return 0
	}
	return typeset.Length(n) * s.c.spaceOf(s.styleOf(p.use))
}

// spaceOf is the width of a word space of a style.
func (c *composition) spaceOf(style typeset.Style) typeset.Length {
	gid, _ := style.Face.NominalGlyph(' ')
	return style.Face.Scale(style.Face.GlyphAdvance(gid), style.Size)
}

// column draws rows from line n of the grid downwards.
func (s *sheet) column(rows []row, x typeset.Length, n float64) {
	var source page.Source
	block := 0
	for i, r := range rows {
		if r.white {
			continue
		}
		if i == 0 || r.mark.source != source || r.first {
			block, source = s.nextBlock(), r.mark.source
		}
		if len(r.label.Glyphs) > 0 {
			s.put(r.label, x, s.ln(n+float64(i)), r.use, r.mark, block)
		}
		m := r.mark
		// A speaker's name that leads in is before the field's own text.
		m.source.Start, m.source.End = max(0, r.mark.source.Start+r.line.Start), max(0, r.mark.source.Start+r.line.End)
		s.put(r.line, x+r.indent, s.ln(n+float64(i)), r.use, m, block)
	}
}

// paragraph sets text to a width, left-aligned and not hyphenated, and draws it
// with its first baseline at y; it gives the number of lines.
func (s *sheet) paragraph(x, y, w typeset.Length, use Use, text string, m textMark) int {
	lines := s.balanced(m, use, text, w)
	s.putLines(lines, x, y, use, m)
	return len(lines)
}

func (s *sheet) putLines(lines []typeset.Line, x, y typeset.Length, use Use, m textMark) {
	block := s.nextBlock()
	for i, line := range lines {
		at := m
		at.source.Start, at.source.End = line.Start, line.End
		s.put(line, x, y+typeset.Length(i)*s.typeOf(use).Leading, use, at, block)
	}
}

// fill draws a filled rectangle.
func (s *sheet) fill(x, y, w, h typeset.Length, c page.Color, source page.Source) {
	s.add(&page.Path{Segments: page.Rect(x, y, w, h), Fill: &c, Source: source})
}

// rule draws a horizontal line of the given weight, its middle at y.
func (s *sheet) rule(x, y, w, weight typeset.Length, c page.Color) {
	s.add(&page.Path{
		Segments: []page.Segment{
			{Op: page.Move, P: [3]page.Point{{X: x, Y: y}}},
			{Op: page.Line, P: [3]page.Point{{X: x + w, Y: y}}},
		},
		Stroke: &c, Width: weight,
	})
}

// hairRule draws a thin grey line.
func (s *sheet) hairRule(x, y, w typeset.Length) {
	s.rule(x, y, w, s.c.theme.HairRule, s.c.theme.Hair)
}

// flood paints the whole page to the bleed.
func (s *sheet) flood(c page.Color) {
	b := s.c.bleed
	s.fill(-b, -b, s.c.grid.trim.W+2*b, s.c.grid.trim.H+2*b, c, page.Source{})
}

// runningHeads sets the first and last name of a page as a dictionary does.
func (s *sheet) runningHeads(c *composition, first, last string) {
	if first == last {
		last = ""
	}
	s.head(joined(c.dash(), first, last), s.page.Label)
}

// head sets the folio at the outer edge and the running head, if there is one,
// beside it.
func (s *sheet) head(text string, folio string) {
	if s.verso {
		s.headFrom(s.x0(), 1, text, folio)
		return
	}
	s.headFrom(s.x1(), -1, text, folio)
}

// headFrom sets folio and running head from x to the right (1) or to the left (−1).
func (s *sheet) headFrom(x, sign typeset.Length, text, folio string) {
	place := s.text
	if sign < 0 {
		place = func(x, y typeset.Length, use Use, text string, m textMark) typeset.Length {
			s.textRight(x, y, use, text, m)
			return 0
		}
	}
	y := typeset.MM(12.5) * s.c.grid.trim.H / typeset.MM(265)
	place(x, y, Folio, folio, furniture)
	if text != "" {
		room := max(s.x1()-x, x-s.x0()) - typeset.MM(9)
		place(x+sign*typeset.MM(9), y, RunningHead, s.cutShort(text, RunningHead, room), furniture)
	}
}

// cutShort leaves as many words of a text as a line has room for.
func (s *sheet) cutShort(text string, use Use, room typeset.Length) string {
	cut := text
	for s.width(span{use, cut}) > room {
		space := strings.LastIndexByte(text, ' ')
		if space < 0 {
			return cut
		}
		text = text[:space]
		cut = strings.TrimRight(text, " ,·–") + " …"
	}
	return cut
}
