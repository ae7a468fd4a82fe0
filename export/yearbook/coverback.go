package yearbook

import (
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// coverPages is how many pages the cover has: front, two insides and back. They
// are counted, but no part of what is filled up.
const coverPages = 4

// covered says whether a book has a cover.
func covered(sheets []*sheet) bool {
	return len(sheets) > 0 && sheets[0].page.Section == string(model.SectionCover)
}

// backCover makes the last two pages: the inside of the back and the back, which
// says what the book is, who publishes it, and its number in bars.
func (c *composition) backCover(b *binder) {
	b.next(model.SectionCover)
	s := b.next(model.SectionCover)
	book := c.snapshot.Yearbook
	s.flood(c.theme.Deep)
	mark := textMark{source: c.bookSource(), role: page.Paragraph}
	x, w := c.grid.outerMargin(), c.grid.trim.W*55/100
	y := c.grid.trim.H * 14 / 100
	blurb := strings.TrimSpace(c.coverText())
	if blurb == "" {
		s.paragraph(x, y, w, CoverSubtitle, book.Subtitle, mark)
	}
	for i, paragraph := range strings.Split(blurb, "\n\n") {
		use := OpenerText
		if i == 0 { // large, as what is read first
			use = CoverSubtitle
		}
		lines := s.lines(mark, use, strings.Join(strings.Fields(paragraph), " "), w)
		s.putLines(lines, x, y, use, mark)
		y += typeset.Length(len(lines))*c.theme.Type[use].Leading + c.theme.Leading
	}
	last := c.grid.trim.H * 905 / 1000
	name, place := book.Publisher, book.Place
	if place == "" {
		name, place = "", name
	}
	s.put(s.fit(mark, CoverNote, place, c.grid.half()), x, last, CoverNote, mark, s.nextBlock())
	s.put(s.fit(mark, CoverNoteStrong, name, c.grid.half()), x, last-c.theme.Type[CoverNote].Leading, CoverNoteStrong, mark, s.nextBlock())
	if code, ok := book.Barcode(c.snapshot.Edition.Year); ok {
		c.placeBarcode(s, code, c.grid.trim.W-c.grid.outerMargin(), last)
	}
}

// coverText is what the book says of itself on the back.
func (c *composition) coverText() string {
	for _, section := range c.snapshot.Yearbook.Sections {
		if section.Kind == model.SectionCover {
			return section.Text
		}
	}
	return ""
}
