package yearbook

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// Columns of the index and where they begin.
const (
	indexColumns    = 4
	indexFirstPage  = 9.0
	indexLaterPages = 4.0
)

// indexLine is one line of the index: a letter, a name, or the turned-over part
// of a name with its pages.
type indexLine struct {
	letter string
	spans  []span
	mark   textMark
	indent typeset.Length
	anchor string
	head   string // the name as a dictionary head would say it
	keep   bool   // with the next line
}

// person of the index, with the page of the profile.
type indexed struct {
	text, post, sort string
	placement        *model.Placement
	page             int
}

// indexPages sets the index of people by the rules of BS ISO 999: word by word,
// titles printed but not sorted, no letter alone at the foot of a column.
func (c *composition) indexPages(b *binder) {
	lines := c.indexLines()
	if len(lines) == 0 {
		return
	}
	title := c.words.say("index of people")
	var s *sheet
	for first := true; len(lines) > 0; first = false {
		s = b.next(model.SectionIndex)
		top := indexLaterPages
		if first {
			c.beginSection(s, "index", title, "", nil)
			s.pageTitle(title)
			s.paragraph(s.x0(), s.ln(6), c.grid.col(5), ContentsNote, c.words.say("index note"), textMark{role: page.Caption})
			top = indexFirstPage
		}
		lines = c.indexPage(s, lines, top)
	}
}

// indexPage fills the columns of one page and gives the lines left over. The
// columns of the last page end level.
func (c *composition) indexPage(s *sheet, lines []indexLine, top float64) []indexLine {
	leading := c.theme.Type[IndexEntry].Leading
	height := int((s.ln(float64(c.grid.last))-s.ln(top))/leading) + 1
	level := height
	if n := (len(lines) + indexColumns - 1) / indexColumns; n < height {
		for level = n; level < height && rest(lines, level) > 0; level++ {
		}
	}
	w := (c.grid.text - (indexColumns-1)*c.theme.Gutter) / indexColumns
	first, last := "", ""
	for col := range indexColumns {
		n := indexBreak(lines, level)
		x := s.x0() + typeset.Length(col)*(w+c.theme.Gutter)
		for i, line := range lines[:n] {
			c.indexEntry(s, line, x, s.ln(top)+typeset.Length(i)*leading, w)
			if line.head != "" {
				last = line.head
				if first == "" {
					first = last
				}
			}
		}
		lines = skipWhite(lines[n:])
	}
	s.head(joined(" – ", first, last), s.page.Label)
	return lines
}

// rest says how many lines do not fit into the columns of a page.
func rest(lines []indexLine, height int) int {
	for range indexColumns {
		lines = skipWhite(lines[indexBreak(lines, height):])
	}
	return len(lines)
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
		s.text(x, y, IndexLetter, line.letter, textMark{role: page.Heading3})
		return
	}
	at := x + line.indent
	block := s.nextBlock()
	for _, p := range line.spans {
		set := s.set(line.mark, p)
		s.put(set, at, y, p.use, line.mark.as(page.IndexEntry), block)
		at += set.Width + c.trailingSpace(p)
	}
	if line.anchor != "" {
		s.add(&page.Link{X: x, Y: y - 8*typeset.Pt, W: min(at-x, w), H: c.theme.Type[IndexEntry].Leading, Anchor: line.anchor})
	}
}

// indexLines sorts the people and sets their lines, a letter before each group.
func (c *composition) indexLines() []indexLine {
	people := c.indexedPeople()
	s := &setter{c: c}
	w := (c.grid.text - (indexColumns-1)*c.theme.Gutter) / indexColumns
	var lines []indexLine
	letter := ""
	for _, p := range people {
		if l := indexLetter(p.sort); l != letter {
			if letter != "" {
				lines = append(lines, indexLine{keep: true})
			}
			letter = l
			lines = append(lines, indexLine{letter: l, keep: true, head: ""})
		}
		lines = append(lines, c.indexNameLines(s, p, w)...)
	}
	return lines
}

// indexNameLines sets a name and its page; what does not fit is turned over.
func (c *composition) indexNameLines(s *setter, p indexed, w typeset.Length) []indexLine {
	mark := from(p.placement, model.FieldName)
	anchor := entryAnchor(p.placement)
	head, _, _ := strings.Cut(p.text, ",")
	name := joined(" ", p.text, p.post)
	number := []span{{IndexEntry, ", "}, {IndexMain, strconv.Itoa(p.page)}}
	line := func(indent typeset.Length, spans ...span) indexLine {
		return indexLine{spans: spans, mark: mark, indent: indent, anchor: anchor, head: head}
	}
	whole := append([]span{{IndexEntry, name}}, number...)
	if s.widthOf(whole) <= w {
		return []indexLine{line(0, whole...)}
	}
	// The number is bound to the last word, so that it never stands alone.
	const over = 9 * typeset.Pt
	var out []indexLine
	turned := s.turn(mark, IndexEntry, name+",\u00a0"+strconv.Itoa(p.page), w-over-typeset.Pt)
	for i, t := range turned {
		indent := typeset.Length(0)
		if i > 0 {
			indent = over
		}
		if i < len(turned)-1 {
			out = append(out, line(indent, span{IndexEntry, t}).kept())
			continue
		}
		last := []span{{IndexEntry, strings.TrimSuffix(t, ",\u00a0"+number[1].text)}}
		out = append(out, line(indent, append(last, number...)...))
	}
	return out
}

// kept is the line, not to be parted from the next.
func (l indexLine) kept() indexLine {
	l.keep = true
	return l
}

// indexedPeople are the members of all entries, and entries that are nobody, in
// the order of the index.
func (c *composition) indexedPeople() []indexed {
	var people []indexed
	locale := c.snapshot.Edition.Locale
	for _, e := range c.entries {
		p := e.placement
		at := c.pageOf[entryAnchor(p)]
		for _, m := range p.Members {
			people = append(people, indexed{text: m.Name.IndexForm(), post: m.Name.PostNominals, sort: model.SortKey(m.Name, m.SortAs, locale), placement: p, page: at})
		}
		if len(p.Members) == 0 {
			name := p.PrintedName()
			people = append(people, indexed{text: articleLast(name), sort: p.SortKey(locale), placement: p, page: at})
		}
	}
	slices.SortStableFunc(people, func(a, b indexed) int { return model.CompareSort(a.sort, b.sort, locale) })
	return people
}

// articleLast turns "The Tide Office" into "Tide Office, The", as it is filed.
func articleLast(name string) string {
	if rest, have := strings.CutPrefix(name, "The "); have {
		return rest + ", The"
	}
	return name
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// indexLetter is the heading that a sort key stands under.
func indexLetter(sort string) string {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(sort, notLetter))
	if unicode.IsDigit(r) {
		return "0–9"
	}
	return string(unicode.ToUpper(r))
}
