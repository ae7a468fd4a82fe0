package yearbook

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// frontCover makes the first two pages, where the book has a cover: the front and
// its inside. The press prints them, and the last two, apart.
func (c *composition) frontCover(b *binder) {
	for _, section := range c.snapshot.Yearbook.Sections {
		if section.Kind == model.SectionCover && !section.Off {
			c.frontPage(b.next(model.SectionCover), section)
			b.next(model.SectionCover)
			return
		}
	}
}

// frontPage sets the front of the cover: the title, the list's number as large
// as it goes, and the laurel branch on a ground of deep colour; or the curator's
// picture in its place.
func (c *composition) frontPage(s *sheet, section model.Section) {
	s.add(&page.Bookmark{Title: c.words.say("cover")})
	s.flood(c.theme.Deep)
	if picture := c.portraitAsset(section.Picture); picture != nil {
		c.bleedPicture(s, picture)
		// Type must be read on any picture.
		panel := c.grid.trim.W * 9 / 20
		x := -typeset.MM(3)
		if c.theme.Centred {
			panel = c.grid.trim.W * 3 / 5
			x = (c.grid.trim.W - panel) / 2
		}
		s.fill(x, -typeset.MM(3), panel, c.grid.trim.H+typeset.MM(6), c.theme.Deep, page.Source{})
	} else {
		branch(s, c.theme.Deep, c.theme.Mid, 0.24, 0.4)
	}
	c.coverType(s)
}

// coverType sets the words of the cover at its left, or about its middle.
func (c *composition) coverType(s *sheet) {
	book, edition := c.snapshot.Yearbook, c.snapshot.Edition
	const measure = 0.43 // of the page: what the ornament leaves clear
	x, w := c.plateColumn(c.grid.outerMargin(), measure)
	most := typeset.Length(measure * float64(c.grid.trim.W)) // of the figure
	title, figure := titleAndNumber(c.title)
	note := strconv.Itoa(edition.Year)
	if figure == "" {
		figure, note = note, c.issue()
	}
	source := textMark{source: c.bookSource(), role: page.Heading1}
	h := c.grid.trim.H
	lines, scale := s.inFewer(mostTitleLines, func() []typeset.Line { return s.headline(source, CoverTitle, title, w) })
	y := s.standScaled(lines, x, w, h*14/100, CoverTitle, source, scale)

	large, _ := s.fitLine(most, 300, s.styled([]span{{CoverFigure, figure}}, true))
	caps := c.capsOf(large)
	foot := max(h*587/1000, y+caps+c.theme.Leading*3)
	s.put(large, c.standsAt(x-c.bearing(large), w, large.Width), foot, CoverFigure, source, s.nextBlock())

	mark := textMark{source: c.bookSource(), role: page.Paragraph}
	last := h * 905 / 1000
	y = foot + typeset.Points(52)
	room := int((last - 3*c.theme.Leading - y) / c.theme.Type[CoverSubtitle].Leading)
	lines, scale = s.inFewer(room+1, func() []typeset.Line { return s.balanced(mark, CoverSubtitle, book.Subtitle, w) })
	s.standScaled(lines, x, w, y, CoverSubtitle, mark, scale)
	s.standing(x, w, last, CoverNoteStrong, note, mark)
	s.standing(x, w, last-c.theme.Type[CoverNote].Leading, CoverNote, edition.Region, mark)
}

// capsOf is the height of the figures of a line as it was set.
func (c *composition) capsOf(line typeset.Line) typeset.Length {
	if len(line.Glyphs) == 0 {
		return 0
	}
	g := line.Glyphs[0]
	return g.Face.Scale(g.Face.CapHeight(), typeset.Length(g.Size))
}

// headline sets a title as a cover does: a first word as short as an article
// stands alone on its line where the rest fits the next. A word wider than the
// column makes the whole title smaller: no headline is divided within a word.
func (s *setter) headline(m textMark, use Use, title string, w typeset.Length) []typeset.Line {
	wide := typeset.Length(0)
	for word := range strings.FieldsSeq(title) {
		wide = max(wide, s.width(span{use, word}))
	}
	if wide > w {
		before := s.scale
		s.scale = int(typeset.Length(cmp.Or(before, 1000)) * w / wide)
		defer func() { s.scale = before }()
	}
	first, rest, two := strings.Cut(title, " ")
	if two && len([]rune(first)) == 3 && s.width(span{use, rest}) <= w {
		return append(s.lines(m, use, first, w), s.lines(m, use, rest, w)...)
	}
	return s.balanced(m, use, title, w)
}

// mostTitleLines is how many lines the title of a book has at the most, and
// smallestTitle, in thousandths of its size, how small it is set for that.
const (
	mostTitleLines = 4
	smallestTitle  = 500
)

// inFewer sets large type a little smaller until it takes no more lines than
// most, and gives the thousandths of its size that it is set in.
func (s *setter) inFewer(most int, set func() []typeset.Line) (lines []typeset.Line, scale int) {
	defer func() { s.scale = 0 }()
	for s.scale = 1000; ; s.scale -= 50 {
		if lines = set(); len(lines) <= most || s.scale <= smallestTitle {
			return lines, s.scale
		}
	}
}

// titleAndNumber parts the number that ends a list's name ("The Wayfinder 100")
// from the words before it.
func titleAndNumber(title string) (words, number string) {
	fields := strings.Fields(title)
	if n := len(fields) - 1; n > 0 && strings.IndexFunc(fields[n], func(r rune) bool { return !unicode.IsDigit(r) }) < 0 && len(fields[n]) <= 4 {
		return strings.Join(fields[:n], " "), fields[n]
	}
	return title, ""
}
