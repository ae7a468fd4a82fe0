package yearbook

import (
	"strconv"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// halfTitlePages makes the half title and a frontispiece on its back.
func (c *composition) halfTitlePages(b *binder, section model.Section) {
	b.start(section, model.StartRecto)
	half := b.next(model.SectionHalfTitle)
	half.standing(half.x0(), c.standingWidth(c.grid.half()), half.ln(6), HalfTitle, c.title, furniture)

	front := b.next(model.SectionHalfTitle)
	front.flood(c.theme.Tint)
	branch(front, c.theme.Tint, c.theme.Main, 0.06, 0.1)
}

// titlePage says on a right-hand page what the book is and who made it.
func (c *composition) titlePage(b *binder, section model.Section) {
	edition, book := c.snapshot.Edition, c.snapshot.Yearbook
	b.start(section, model.StartRecto)
	s := b.next(model.SectionTitle)
	s.add(&page.Anchor{Name: "title"})
	s.add(&page.Bookmark{Title: c.title + " " + strconv.Itoa(edition.Year)})
	mark := textMark{source: page.Source{Record: string(edition.ID), Field: "title"}, role: page.Heading1}
	x, w := s.x0(), c.grid.text
	lines, scale := s.inFewer(mostTitleLines, func() []typeset.Line { return s.titleLines(mark, c.title) })
	y := s.standScaled(lines, x, w, s.ln(4), BookTitle, mark, scale)
	paragraph := textMark{source: c.bookSource(), role: page.Paragraph}
	if book.Subtitle != "" {
		y += typeset.Points(46)
		n := s.standing(x, w, y, Subtitle, book.Subtitle, paragraph)
		y += typeset.Length(n-1) * c.theme.Type[Subtitle].Leading
	}
	share := float64(c.grid.last) / 52 // of the lines that the page is drawn for
	at := max(20*share, c.grid.lineAt(y)+3)
	s.standing(x, w, s.ln(at), Organisation, strconv.Itoa(edition.Year), paragraph)
	for _, line := range []string{edition.Region, c.issue()} {
		if line != "" {
			at++
			s.standing(x, w, s.ln(at), JobTitle, line, paragraph)
		}
	}
	at = max(31*share, at+3)
	for _, maker := range c.makers() {
		s.standing(x, w, s.ln(at), JobTitle, maker.label, paragraph)
		n := s.standing(x, w, s.ln(at+1), Organisation, maker.name, paragraph)
		at += float64(n) + 2
	}
	c.placePublisher(s)
}

// titleLines sets the book's title, its number on the last line.
func (s *setter) titleLines(m textMark, title string) []typeset.Line {
	if words := strings.Fields(title); len(words) == 3 && s.width(span{BookTitle, words[0]}) < s.width(span{BookTitle, words[1]}) {
		if words, number := titleAndNumber(title); number != "" {
			first, rest, _ := strings.Cut(words, " ")
			w := s.c.grid.text
			return append(s.lines(m, BookTitle, first, w), s.lines(m, BookTitle, rest+" "+number, w)...)
		}
	}
	return s.balanced(m, BookTitle, title, s.c.grid.text)
}

// maker is somebody named on the title page.
type maker struct{ label, name string }

// makers are the editor and whoever took most of the portraits.
func (c *composition) makers() []maker {
	var out []maker
	for _, credit := range c.bookCredits() {
		if c.edits(credit.label) {
			out = append(out, maker{c.words.say("edited by"), credit.name})
			break
		}
	}
	if name, others := c.firstPhotographer(); name != "" {
		if others {
			name = c.words.say("and others", "name", name)
		}
		out = append(out, maker{c.words.say("portraits by"), name})
	}
	return out
}

// edits says whether a label of the credits is an editor's, in the words of the
// book's language or in English: curators write both.
func (c *composition) edits(label string) bool {
	label = model.Fold(label)
	for word := range strings.SplitSeq(c.words["editor"]+"|Editor", "|") {
		if label == model.Fold(word) {
			return label != ""
		}
	}
	return label != "" && label == model.Fold(c.words.say("edited by"))
}

// firstPhotographer is who has the most pictures in the book.
func (c *composition) firstPhotographer() (name string, others bool) {
	credits := c.creditOfPictures()
	count := map[string]int{}
	for _, p := range c.found.pictures {
		if credit, ok := credits[p.key]; ok {
			count[credit.name]++
		}
	}
	for n, times := range count {
		if times > count[name] || times == count[name] && n < name {
			name = n
		}
	}
	return name, len(count) > 1
}

// placePublisher sets the publisher with the logo, or the wreath, at the foot:
// beside it, in a centred theme below it.
func (c *composition) placePublisher(s *sheet) {
	book := c.snapshot.Yearbook
	foot := s.ln(float64(c.grid.last))
	x, room := s.x0(), c.grid.text
	if !c.theme.Centred {
		emblem := c.placeEmblem(s, x, room, foot) + c.theme.Gutter
		x, room = x+emblem, room-emblem
	}
	mark := textMark{source: c.bookSource(), role: page.Paragraph}
	name := s.balanced(mark, Organisation, book.Publisher, room)
	y := foot - typeset.Length(max(0, len(name)-1))*c.theme.Leading
	if book.Place != "" {
		y -= c.theme.Leading
		s.standing(x, room, foot, JobTitle, book.Place, mark)
	}
	s.stand(name, x, room, y, Organisation, mark)
	if c.theme.Centred {
		c.placeEmblem(s, x, room, y-2*c.theme.Leading)
	}
}

// placeEmblem draws the publisher's logo, or the wreath, on a foot, and gives
// its width.
func (c *composition) placeEmblem(s *sheet, x, room, foot typeset.Length) typeset.Length {
	logo := c.portraitAsset(c.snapshot.Yearbook.Logo)
	if logo == nil {
		r := typeset.MM(8.5)
		wreath(s, c.standsAt(x, room, 2*r)+r, foot-r+typeset.Points(2), r, c.theme.Main)
		return 2 * r
	}
	w, h := c.logoSize(logo)
	s.picture(logo, c.standsAt(x, room, w), foot-h, w, h, logo.Alt, c.bookSource())
	return w
}

// logoSize is a logo 15 mm high, or less where it would be too wide.
func (c *composition) logoSize(logo *model.Asset) (w, h typeset.Length) {
	h = typeset.MM(15)
	w = h * typeset.Length(logo.Width) / typeset.Length(logo.Height)
	if most := c.grid.col(2); w > most {
		w, h = most, h*most/w
	}
	return w, h
}

const (
	titleLine = 3.0 // of a page's title
	titleGap  = 6.0 // from its last line to the text
)

// pageTitle sets the large title of a section and gives the line it ends on.
func (s *sheet) pageTitle(title string) float64 {
	return s.pageTitleAt(title, titleLine, page.Source{})
}

// pageTitleAt sets a large title from a line on and gives the line it ends on.
func (s *sheet) pageTitleAt(title string, at float64, source page.Source) float64 {
	mark := textMark{source: source, role: page.Heading1}
	return s.putTitle(s.balanced(mark, PageTitle, title, s.c.grid.text), at, mark)
}

// putTitle draws the lines of a large title as the theme stands them and gives
// the line of the grid that the last is on.
func (s *sheet) putTitle(lines []typeset.Line, at float64, mark textMark) float64 {
	s.stand(lines, s.x0(), s.c.grid.text, s.ln(at), PageTitle, mark)
	return at + s.c.inLines(s.c.theme.Type[PageTitle].Leading)*float64(max(0, len(lines)-1))
}
