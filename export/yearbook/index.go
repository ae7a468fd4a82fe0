package yearbook

import (
	"strconv"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// Where the columns of an index begin, in lines of the grid.
const (
	indexFirstPage  = 9.0
	indexLaterPages = 4.0
)

// indexColumn is the least width of a column: a name and its page fit in it.
const indexColumn = 34 // mm

// heading is an entry of an index.
type heading struct {
	text   string // as it prints, filed
	post   string // letters after the name, in small capitals
	file   string // as it files
	mark   textMark
	main   []int // pages of the main entry
	other  []int
	anchor string // of the main entry
}

// indexLine is one line of the index: a letter, a name, or the turned-over part
// of a name with its pages.
type indexLine struct {
	letter    string
	continued bool // the letter is that of the page before
	spans     []span
	mark      textMark
	indent    typeset.Length
	links     []indexLink // by span, as far as they lead somewhere
	head      string      // the name as a dictionary head would say it
	keep      bool        // with the next line
}

// indexLink says where a span of an index line leads.
type indexLink struct {
	span   int
	anchor string
}

// indexShape is how wide and how many the columns of an index are.
type indexShape struct {
	columns int
	width   typeset.Length
	leading typeset.Length // of the lines
	foot    float64        // line of the grid that columns end on
}

// columnsOf fits as many columns of at least least into the text as it holds.
func (g grid) columnsOf(least typeset.Length, most int) indexShape {
	n := max(1, min(most, int((g.text+g.theme.Gutter)/(least+g.theme.Gutter))))
	return indexShape{columns: n, width: (g.text - typeset.Length(n-1)*g.theme.Gutter) / typeset.Length(n)}
}

// indexPages sets an index in columns by the rules of BS ISO 999: titles printed
// but not sorted, no letter alone at the foot of a column, none begun with a
// lone line; a letter that goes on overleaf says so.
func (c *composition) indexPages(b *binder, section model.Section, title, note string, headings []heading) {
	shape := c.grid.columnsOf(typeset.MM(indexColumn), 4)
	lines := c.indexLines(headings, shape.width)
	if len(lines) == 0 {
		return
	}
	noted := len((&setter{c: c}).balanced(furniture, ContentsNote, note, c.standingWidth(c.grid.col(c.grid.theme.Columns-1))))
	level := levelHeight(lines, shape.columns, len(lines))
	place := c.placeList(b, section, title, func(p listPlace) float64 {
		return p.white(5) + float64(noted) + c.inLines(typeset.Length(level-1)*c.theme.Type[IndexEntry].Leading)
	})
	b.list(func(evenly bool) (could bool) {
		s := place.s
		if s == nil {
			b.start(section, model.StartAny)
			s = b.next(section.Kind)
		}
		c.beginSection(s, c.anchorOf(section.Kind), title, "", nil)
		at := s.putListTitle(title, place) + place.white(3)
		n := s.standing(s.x0(), c.standingWidth(c.grid.col(c.grid.theme.Columns-1)), s.ln(at), ContentsNote, note, textMark{role: page.Caption})
		top := at + float64(n) + place.white(2)
		if place.s == nil {
			top = max(indexFirstPage, top)
		}
		shape.leading, shape.foot, could = c.tightened(IndexEntry, top, indexLaterPages, evenly, func(first, later int) int {
			return indexPagesOf(lines, shape.columns, first, later)
		})
		for left := lines; ; top = indexLaterPages {
			var heads [2]string
			left, heads = c.indexPage(s, left, shape, top)
			if s != place.s {
				s.runningHeads(c, heads[0], heads[1])
			}
			if len(left) == 0 {
				return could
			}
			s = b.next(section.Kind)
		}
	})
}

// indexPage fills the columns of one page and gives the lines left over, and the
// first and last name. The columns of the last page end level.
func (c *composition) indexPage(s *sheet, lines []indexLine, shape indexShape, top float64) (left []indexLine, heads [2]string) {
	leading := shape.leading
	height := c.linesBetween(top, shape.foot, leading)
	level := levelHeight(lines, shape.columns, height)
	first, last, letter := "", "", ""
	for col := range shape.columns {
		n := indexBreak(lines, level)
		x := s.x0() + typeset.Length(col)*(shape.width+c.theme.Gutter)
		for i, line := range lines[:n] {
			c.indexEntry(s, line, x, s.ln(top)+typeset.Length(i)*leading, shape.width)
			if line.letter != "" {
				letter = line.letter
			}
			if line.head != "" {
				last = line.head
				if first == "" {
					first = last
				}
			}
		}
		lines = skipWhite(lines[n:])
	}
	c.endedAt = ended{s, s.ln(top) + typeset.Length(max(0, level-1))*leading}
	return continuing(lines, letter), [2]string{first, last}
}

// continuing puts the letter again before lines that go on overleaf within it.
func continuing(lines []indexLine, letter string) []indexLine {
	if len(lines) > 0 && lines[0].letter == "" {
		lines = append([]indexLine{{letter: letter, continued: true, keep: true}}, lines...)
	}
	return lines
}

// indexPagesOf is how many pages lines take with so many to a column.
func indexPagesOf(lines []indexLine, columns, first, later int) (pages int) {
	for height := first; len(lines) > 0; height = later {
		left := len(lines)
		for range columns {
			lines = skipWhite(lines[indexBreak(lines, height):])
		}
		pages++
		if len(lines) == left {
			return pages
		}
		lines = continuing(lines, "-")
	}
	return pages
}

// levelHeight is how many lines the columns have that all lines fill as evenly as
// they can: at most height, which fewer need not hold.
func levelHeight(lines []indexLine, columns, height int) int {
	level := max(1, (len(lines)+columns-1)/columns)
	for level < height && !holds(lines, columns, level) {
		level++
	}
	return min(level, height)
}

// holds says whether all lines fit into columns of so many, and none has to part
// what belongs together.
func holds(lines []indexLine, columns, height int) bool {
	for range columns {
		n := indexBreak(lines, height)
		if n > 0 && n < len(lines) && lines[n-1].keep {
			return false
		}
		lines = skipWhite(lines[n:])
	}
	return len(lines) == 0
}

func skipWhite(lines []indexLine) []indexLine {
	for len(lines) > 0 && lines[0].isWhite() {
		lines = lines[1:]
	}
	return lines
}

func indexBreak(lines []indexLine, height int) int {
	if len(lines) <= height {
		return len(lines)
	}
	n := height
	for n > 1 && (lines[n-1].keep || loneAfter(lines, n)) {
		n--
	}
	if n == 1 && lines[0].keep {
		return height // one entry taller than the column: parted where it must be
	}
	return n
}

// loneAfter says whether a column that ends after n lines would leave a single
// line of its letter to the next.
func loneAfter(lines []indexLine, n int) bool {
	here, next := lines[n-1], lines[n]
	if next.isWhite() || next.letter != "" || here.isWhite() || here.letter != "" {
		return false
	}
	return n+1 == len(lines) || lines[n+1].isWhite()
}

func (l indexLine) isWhite() bool { return l.letter == "" && len(l.spans) == 0 }

func (c *composition) indexEntry(s *sheet, line indexLine, x, y, w typeset.Length) {
	if line.letter != "" {
		at := x + s.text(x, y, IndexLetter, line.letter, textMark{role: page.Heading3})
		if line.continued {
			s.text(at+typeset.Points(4), y, TableNote, c.words.say("letter continued"), furniture)
		}
		return
	}
	at := x + line.indent
	block := s.nextBlock()
	leading := c.theme.Type[IndexEntry].Leading
	for i, p := range line.spans {
		set := s.set(line.mark, p)
		s.put(set, at, y, p.use, line.mark.as(page.IndexEntry), block)
		for _, l := range line.links {
			if l.span == i {
				s.add(&page.Link{X: at, Y: y - 8*typeset.Pt, W: min(set.Width, x+w-at), H: leading, Anchor: l.anchor})
			}
		}
		at += set.Width + s.trailingSpace(p)
	}
}

// indexLines sets the headings, which stand in order, a letter before each group,
// of which more than one entry stays with it.
func (c *composition) indexLines(headings []heading, w typeset.Length) []indexLine {
	s := &setter{c: c}
	var lines []indexLine
	letter, entries := "", 0
	for _, h := range headings {
		if l := model.FilingLetter(h.file, c.snapshot.Edition.Locale); l != letter {
			if letter != "" {
				lines = append(lines, indexLine{keep: true})
			}
			letter, entries = l, 0
			lines = append(lines, indexLine{letter: l, keep: true})
		}
		if entries == 1 {
			lines[len(lines)-1].keep = true
		}
		entries++
		lines = append(lines, c.headingLines(s, h, w)...)
	}
	return lines
}

// turnedOver is the indent of lines that continue an entry.
const turnedOver = 9 * typeset.Pt

// headingLines sets a name and its pages; what does not fit is turned over. The
// last word of a name keeps its first page, so that no number stands alone.
func (c *composition) headingLines(s *setter, h heading, w typeset.Length) []indexLine {
	head, _, _ := strings.Cut(h.text, ",")
	name := []span{{IndexEntry, h.text}}
	if h.post != "" {
		name = append(name, span{IndexEntry, " "}, span{IndexPost, h.post})
	}
	numbers := locators(h.main, h.other, ", ")
	line := func(indent typeset.Length, spans []span) indexLine {
		return indexLine{spans: spans, mark: h.mark, indent: indent, head: head, links: c.indexLinks(spans, h)}
	}
	whole := append(append([]span(nil), name...), numbers...)
	if s.widthOf(whole) <= w {
		return []indexLine{line(0, whole)}
	}
	turned := c.turnedLines(s, h, numbers, w)
	for less := w; loneNumber(turned) && less > w/2; less -= typeset.Points(3) {
		if try := c.turnedLines(s, h, numbers, less); len(try) == len(turned) {
			turned = try
		}
	}
	var out []indexLine
	for i, spans := range turned {
		indent := typeset.Length(0)
		if i > 0 {
			indent = turnedOver
			out[i-1].keep = true
		}
		out = append(out, line(indent, spans))
	}
	return out
}

// loneNumber says whether the last line of an entry holds one page and no name.
func loneNumber(lines [][]span) bool {
	last := lines[len(lines)-1]
	return len(last) == 1 && firstNumber(last[0].text) != ""
}

// turnedLines divides an entry that is too long for its line: first between
// name and pages, then within the name, then between pages.
func (c *composition) turnedLines(s *setter, h heading, numbers []span, w typeset.Length) [][]span {
	fits := func(spans []span, n int) bool {
		room := w
		if n > 0 {
			room -= turnedOver
		}
		return s.widthOf(spans) <= room
	}
	var lines [][]span
	var now []span
	put := func(spans []span) {
		if len(now) > 0 && !fits(append(append([]span(nil), now...), spans...), len(lines)) {
			lines, now = append(lines, now), nil
			for len(spans) > 1 && (spans[0].text == " " || spans[0].text == ", ") {
				if spans[0].text == ", " { // the comma stays with what it follows
					last := lines[len(lines)-1]
					lines[len(lines)-1] = append(last, span{IndexEntry, ","})
				}
				spans = spans[1:]
			}
		}
		now = append(now, spans...)
	}
	for i, part := range s.turn(h.mark, IndexEntry, h.text, w-turnedOver-typeset.Points(3)) {
		if i > 0 {
			lines, now = append(lines, now), nil
		}
		put([]span{{IndexEntry, part}})
	}
	if h.post != "" {
		put([]span{{IndexEntry, " "}, {IndexPost, h.post}})
	}
	for i := 0; i+1 < len(numbers); i += 2 {
		put([]span{numbers[i], numbers[i+1]})
	}
	return append(lines, now)
}

// indexLinks lead from the name to the main entry and from each number to its page.
func (c *composition) indexLinks(spans []span, h heading) (links []indexLink) {
	for i, p := range spans {
		n, err := strconv.Atoi(firstNumber(p.text))
		switch {
		case i == 0 && h.anchor != "" && p.text == h.text:
			links = append(links, indexLink{i, h.anchor})
		case err == nil && p.use == IndexMain && h.anchor != "":
			links = append(links, indexLink{i, h.anchor})
		case err == nil && i > 0:
			links = append(links, indexLink{i, pageAnchor(n)})
		}
	}
	return links
}

// firstNumber is the first of the numbers of a range.
func firstNumber(text string) string {
	for i, r := range text {
		if r < '0' || r > '9' {
			return text[:i]
		}
	}
	return text
}
