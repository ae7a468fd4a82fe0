package yearbook

import (
	"strconv"
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
	s.flood(c.theme.Deep)
	mark := textMark{source: c.bookSource(), role: page.Paragraph}
	x, room := c.plateColumn(c.grid.outerMargin(), 0.55)
	w := c.grid.trim.W * 55 / 100
	x = c.standsAt(x, room, w)
	y := c.grid.trim.H * 14 / 100
	blurb := strings.TrimSpace(c.coverText())
	if blurb == "" {
		c.bareBack(s, y)
	} else if c.theme.Ornament == OrnamentFrame {
		branch(s, c.theme.Deep, c.theme.Mid, 0.24, 0.4) // as on the front
	}
	for i, paragraph := range strings.Split(blurb, "\n\n") {
		use := OpenerText
		if i == 0 { // large, as what is read first
			use = CoverSubtitle
		}
		text := strings.Join(strings.Fields(paragraph), " ")
		lines := s.lines(mark, use, text, w)
		if len(lines) < 6 { // a short text does not end in a lonely word
			lines = s.balanced(mark, use, text, w)
		}
		s.stand(lines, x, w, y, use, mark)
		y += typeset.Length(len(lines))*c.theme.Type[use].Leading + c.theme.Leading
	}
	c.backPublisher(s, mark)
}

// bareBack sets what a back says that was given no words: the book's title and
// subtitle, beside the ornament of the front.
func (c *composition) bareBack(s *sheet, y typeset.Length) {
	mark := textMark{source: c.bookSource(), role: page.Paragraph}
	branch(s, c.theme.Deep, c.theme.Mid, 0.24, 0.4)
	x, w := c.plateColumn(c.grid.outerMargin(), 0.43)
	n := s.standing(x, w, y, CoverNoteStrong, c.title+" "+strconv.Itoa(c.snapshot.Edition.Year), mark)
	y += typeset.Length(n)*c.theme.Type[CoverNoteStrong].Leading + 2*c.theme.Leading
	s.standing(x, w, y, CoverSubtitle, c.snapshot.Yearbook.Subtitle, mark)
}

// backPublisher sets along the foot of the back who publishes the book, below
// the logo, and at the right the number in bars.
func (c *composition) backPublisher(s *sheet, mark textMark) {
	book := c.snapshot.Yearbook
	x, last := c.grid.outerMargin(), c.grid.trim.H*905/1000
	name, place := book.Publisher, book.Place
	if place == "" {
		name, place = "", name
	}
	room := c.grid.half()
	if code, ok := book.Barcode(c.snapshot.Edition.Year); ok {
		room = c.placeBarcode(s, code, c.grid.trim.W-c.grid.outerMargin(), last) - c.theme.Gutter - x
	}
	places, names := s.balanced(mark, CoverNote, place, room), s.balanced(mark, CoverNoteStrong, name, room)
	leading := c.theme.Type[CoverNote].Leading
	below := last - typeset.Length(max(0, len(places)-1))*leading
	above := below - typeset.Length(max(1, len(names)))*leading
	s.putLines(names, x, above, CoverNoteStrong, mark)
	s.putLines(places, x, below, CoverNote, mark)
	if logo := c.portraitAsset(book.Logo); logo != nil {
		c.logoPlate(s, logo, x, above-2*c.theme.Leading)
	}
}

// logoPlate draws the logo on a white plate as the bars have: pictures print on
// white, and most logos are drawn for it.
func (c *composition) logoPlate(s *sheet, logo *model.Asset, x, foot typeset.Length) {
	w, h := c.logoSize(logo)
	inset := typeset.MM(3)
	s.fill(x, foot-h-2*inset, w+2*inset, h+2*inset, page.Color{R: 255, G: 255, B: 255}, page.Source{})
	s.picture(logo, x+inset, foot-h-inset, w, h, logo.Alt, c.bookSource())
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
