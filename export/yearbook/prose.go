package yearbook

import (
	"cmp"
	"math"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// bookSource is the source of texts of the book's definition.
func (c *composition) bookSource() page.Source {
	return page.Source{Record: string(c.snapshot.Edition.ID), Field: model.FieldYearbook}
}

// proseWidth is a comfortable width for reading matter: not over 117 mm, about
// 65 letters.
func (g grid) proseWidth() typeset.Length { return min(g.text, max(g.col(4), typeset.MM(105))) }

// proseInset is how far reading matter stands in from the left, where the page
// has room for it.
func (g grid) proseInset() typeset.Length {
	if g.theme.Centred {
		return (g.text - g.proseWidth()) / 2
	}
	inset := g.unit + g.theme.Gutter
	if g.proseWidth()+inset > g.text {
		return 0
	}
	return inset
}

// proseTop is the line on which reading matter begins beside an opening page.
const proseTop = 16.0

// forewordPages sets a foreword: on the left its title, what it says in short
// and who wrote it, on the right the text. Without a portrait and an opening
// quotation the text begins under the title.
func (c *composition) forewordPages(b *binder, section model.Section) {
	if strings.TrimSpace(section.Text) == "" {
		return
	}
	first, rest := standfirst(section.Text)
	portrait := c.portraitAsset(section.Picture)
	if least := typeset.MM(leastWriter); first != "" && c.standfirstEnds(first, proseTop)+c.inLines(least) > float64(c.grid.last) {
		first, rest = "", section.Text // too much to be set large
	}
	head := cmp.Or(section.Title, c.words.say("foreword"))
	spread := first != "" || portrait != nil
	usual := model.StartAny
	if spread {
		usual = model.StartVerso
	}
	b.start(section, usual)
	s := b.next(section.Kind)
	s.runningHead(c, c.words.say("foreword"))
	c.beginSection(s, c.anchorOf(section.Kind), head, joined(" · ", section.Byline, section.Role), nil)
	at := c.openingTitle(s, section, head)
	if section.Byline != "" {
		s.people = append(s.people, section.Byline)
	}
	byline := c.bylinePieces(section)
	set := &setter{c: c}
	pieces := set.markdown(c.bookSource(), rest, c.grid.proseWidth(), proseVoice)
	if spread {
		if first != "" {
			at = c.putStandfirst(s, first, max(proseTop, at+5))
		}
		c.placeByline(s, section, portrait, s.ln(at+2))
		if rest == "" {
			return
		}
		s, at = nil, c.proseFrom(pieces)
	} else {
		at = max(at+4, 10)
		pieces = signed(pieces, byline)
	}
	sheets := c.prosePages(b, section, s, pieces, at, c.words.say("foreword"))
	sheets[0].problems = append(sheets[0].problems, set.problems...)
}

// proseFrom is the line on which reading matter begins on a page of its own: higher
// than usual where it then fits on the page.
func (c *composition) proseFrom(pieces []piece) float64 {
	at := float64(c.grid.last) - math.Ceil(c.inLines(extent(pieces)))
	if at < titleLine {
		return proseTop
	}
	return min(proseTop, at)
}

// openingTitle sets the label and the title of an opening page and gives the
// line it ends on.
func (c *composition) openingTitle(s *sheet, section model.Section, title string) float64 {
	at := titleLine
	if section.Title != "" {
		s.standing(s.x0(), c.grid.text, s.ln(2), SectionLabel, c.label(c.words.say("foreword")), textMark{role: page.Label})
		at = 6
	}
	return s.pageTitleAt(title, at, c.bookSource())
}

// leastWriter is the height in mm that opening words leave for who wrote them.
const leastWriter = 36

// standfirstEnds is the line that opening words end on which begin on another.
func (c *composition) standfirstEnds(text string, at float64) float64 {
	n := len((&setter{c: c}).balanced(furniture, Standfirst, text, c.standfirstWidth()))
	return at + c.inLines(c.theme.Type[Standfirst].Leading)*float64(max(0, n-1))
}

func (c *composition) standfirstWidth() typeset.Length { return min(c.grid.text, typeset.MM(142)) }

// putStandfirst sets opening words large from a line on and gives the line they end on.
func (c *composition) putStandfirst(s *sheet, text string, at float64) float64 {
	w := c.standfirstWidth()
	mark := textMark{source: c.bookSource(), role: page.Paragraph}
	n := s.standing(c.standsAt(s.x0(), c.grid.text, w), w, s.ln(at), Standfirst, text, mark)
	return at + c.inLines(c.theme.Type[Standfirst].Leading)*float64(max(0, n-1))
}

func (c *composition) portraitAsset(id model.ID) *model.Asset {
	a, ok := c.snapshot.Assets[id]
	if !ok || id == "" || a.Kind == model.AssetFont || a.Width <= 0 || a.Height <= 0 {
		return nil
	}
	return &a
}

// writerPortrait is the size of the writer's portrait where so much height is left.
func (c *composition) writerPortrait(room typeset.Length) (w, h typeset.Length) {
	h = max(0, min(c.grid.third()*6/5, room))
	return h * 5 / 6, h
}

// placeByline sets the writer's portrait at the foot of the page, not above top,
// name and role beside it, in a centred theme below it.
func (c *composition) placeByline(s *sheet, section model.Section, portrait *model.Asset, top typeset.Length) {
	x, foot := s.x0(), s.ln(float64(c.grid.last))
	mark := textMark{source: c.bookSource(), role: page.Paragraph}
	if c.theme.Centred {
		c.bylineBelow(s, section, portrait, top, foot)
		return
	}
	if portrait != nil {
		w, h := c.writerPortrait(foot - top)
		s.picture(portrait, x, foot-h, w, h, c.writerAlt(section, portrait), c.bookSource())
		x += w + c.theme.Gutter
	}
	room := s.x1() - x
	role := s.lines(mark, JobTitle, section.Role, room)
	y := foot - typeset.Length(max(0, len(role)-1))*c.theme.Leading
	s.putLines(role, x, y, JobTitle, mark)
	if len(role) > 0 {
		y -= c.theme.Leading
	}
	name := s.lines(mark, Organisation, section.Byline, room)
	s.putLines(name, x, y-typeset.Length(max(0, len(name)-1))*c.theme.Leading, Organisation, mark)
}

// bylineBelow sets the writer's portrait, name and role one below the other
// about the middle of the page.
func (c *composition) bylineBelow(s *sheet, section model.Section, portrait *model.Asset, top, foot typeset.Length) {
	mark := textMark{source: c.bookSource(), role: page.Paragraph}
	role := s.balanced(mark, JobTitle, section.Role, c.grid.text)
	name := s.balanced(mark, Organisation, section.Byline, c.grid.text)
	y := foot - typeset.Length(len(role)-1)*c.theme.Leading
	s.stand(role, s.x0(), c.grid.text, y, JobTitle, mark)
	y -= typeset.Length(len(name)) * c.theme.Leading
	s.stand(name, s.x0(), c.grid.text, y, Organisation, mark)
	if portrait == nil {
		return
	}
	y -= 2 * c.theme.Leading
	w, h := c.writerPortrait(y - top)
	s.picture(portrait, c.standsAt(s.x0(), c.grid.text, w), y-h, w, h, c.writerAlt(section, portrait), c.bookSource())
}

// writerAlt describes the portrait of who wrote a section.
func (c *composition) writerAlt(section model.Section, portrait *model.Asset) string {
	return cmp.Or(portrait.Alt, c.words.say("portrait of", "name", section.Byline))
}

// bylinePieces are the writer's name and role below a text.
func (c *composition) bylinePieces(section model.Section) []piece {
	if section.Byline == "" {
		return nil
	}
	set := &setter{c: c}
	mark := textMark{source: c.bookSource(), role: page.Paragraph}
	out := []piece{white(c.theme.Leading)}
	out = append(out, set.linePieces(set.lines(mark, Organisation, section.Byline, c.grid.proseWidth()), Organisation, 0, mark, nil)...)
	out[len(out)-1].keep = section.Role != ""
	return append(out, set.linePieces(set.lines(mark, JobTitle, section.Role, c.grid.proseWidth()), JobTitle, 0, mark, nil)...)
}

// signed puts who wrote a text below it. The last two lines stay with the name, which
// says nothing on a page of its own.
func signed(pieces, byline []piece) []piece {
	if len(byline) > 0 {
		for i := max(0, len(pieces)-2); i < len(pieces); i++ {
			pieces[i].keep = true
		}
	}
	return append(pieces, byline...)
}

// prosePages sets reading matter in one column from line at of a sheet, or of a
// new one where that is nil, and gives the sheets it stands on.
func (c *composition) prosePages(b *binder, section model.Section, s *sheet, pieces []piece, at float64, head string) (sheets []*sheet) {
	for {
		if s == nil {
			s = b.next(section.Kind)
			s.runningHead(c, head)
		}
		sheets = append(sheets, s)
		var col []piece
		col, pieces = fillColumn(pieces, s.ln(float64(c.grid.last))-s.ln(at))
		y := s.stack(col, s.x0()+c.grid.proseInset(), s.ln(at))
		c.endedAt = ended{s, y}
		if len(pieces) == 0 {
			return sheets
		}
		s, at = nil, titleLine
	}
}

// ended says where the last section of prose or a list ended, so that a short
// one may follow on the same page.
type ended struct {
	on *sheet
	y  typeset.Length
}

// thanksPages sets the thanks below the picture credits where they have room,
// else on a page of their own, with the wreath as a colophon at its foot.
func (c *composition) thanksPages(b *binder, section model.Section) {
	if strings.TrimSpace(section.Text) == "" {
		return
	}
	title := cmp.Or(section.Title, c.words.say("thanks"))
	text := c.proseOf(section, proseVoice)
	placed := func(m proseMatter) listPlace {
		return c.placeList(b, section, title, func(p listPlace) float64 { return p.white(6) + c.inLines(extent(m.pieces)) })
	}
	place := placed(text)
	if place.s == nil { // in the type of answers it may have room below another list
		small := c.proseOf(section, columnVoice)
		if place = placed(small); place.s != nil {
			text = small
		}
	}
	s := place.s
	if s == nil {
		b.start(section, model.StartAny)
		s = b.next(section.Kind)
		s.runningHead(c, title)
	}
	s.problems = append(s.problems, text.problems...)
	c.beginSection(s, c.anchorOf(section.Kind), title, "", nil)
	at := s.putListTitle(title, place) + place.white(6)
	for pieces := text.pieces; ; at = titleLine {
		var col []piece
		col, pieces = fillColumn(pieces, s.ln(float64(c.grid.last))-s.ln(at))
		y := s.stack(col, c.standsAt(s.x0(), c.grid.text, text.width), s.ln(at))
		if len(pieces) == 0 {
			c.colophon(s, y)
			return
		}
		s = b.next(section.Kind)
		s.runningHead(c, title)
	}
}

// proseMatter is a text set in one column.
type proseMatter struct {
	setter
	pieces []piece
	width  typeset.Length
}

// proseOf sets the text of a section, in lines that are read well.
func (c *composition) proseOf(section model.Section, v voice) (m proseMatter) {
	m.setter = setter{c: c}
	m.width = min(c.grid.proseWidth(), m.lineOf(v.text, mostLetters))
	m.pieces = m.markdown(c.bookSource(), section.Text, m.width, v)
	return m
}

// colophon draws the wreath at the foot of a page that ends at y.
func (c *composition) colophon(s *sheet, y typeset.Length) {
	r := typeset.MM(8.5)
	foot := s.ln(float64(c.grid.last))
	if foot-2*r-3*c.theme.Leading > y {
		wreath(s, c.standsAt(s.x0(), c.grid.text, 2*r)+r, foot-r, r, c.theme.Main)
	}
}

// freePages sets a page of the curator's own: a picture, a text, or both, which
// somebody may have paid for.
func (c *composition) freePages(b *binder, section model.Section) {
	picture := c.portraitAsset(section.Picture)
	text := strings.TrimSpace(section.Text)
	if picture == nil && text == "" && section.Title == "" {
		return
	}
	b.start(section, model.StartAny)
	s := b.next(section.Kind)
	title := section.Title
	c.beginFree(s, section)
	at := titleLine
	if picture != nil && section.Bleed {
		c.bleedPicture(s, picture)
		if text == "" && title == "" {
			c.sponsored(s, section)
			return
		}
		s = b.next(section.Kind)
		picture = nil
	}
	s.runningHead(c, title)
	if picture != nil {
		at = c.freePicture(s, picture, text != "" || title != "")
		if title != "" {
			at += c.inLines(c.capHeight(PageTitle))
		}
	}
	if title != "" {
		at = s.pageTitleAt(title, at, c.bookSource()) + 5
	}
	set := &setter{c: c}
	pieces := set.markdown(c.bookSource(), text, c.grid.proseWidth(), proseVoice)
	if section.Byline != "" {
		s.people = append(s.people, section.Byline)
		pieces = signed(pieces, c.bylinePieces(section))
	}
	if n := len(pieces); section.Sponsor != "" && n > 0 { // the line at the foot has room below the text
		for i := max(0, n-2); i < n; i++ {
			pieces[i].keep = true
		}
		pieces = append(pieces, piece{depth: c.theme.Leading * 3 / 2})
	}
	s.problems = append(s.problems, set.problems...)
	sheets := c.prosePages(b, section, s, pieces, at, title)
	c.sponsored(sheets[len(sheets)-1], section)
}

// beginFree gives a page its place in the contents, if it has a title.
func (c *composition) beginFree(s *sheet, section model.Section) {
	if section.Title == "" {
		return
	}
	c.beginSection(s, c.anchorOf(section.Kind), section.Title, joined(" · ", section.Byline, section.Role), nil)
}

// bleedPicture fills the page with a picture, over its edges.
func (c *composition) bleedPicture(s *sheet, a *model.Asset) {
	over := typeset.MM(3)
	s.picture(a, -over, -over, c.grid.trim.W+2*over, c.grid.trim.H+2*over, a.Alt, c.bookSource())
}

// freePicture sets a picture over the width of the text and gives the line for
// what follows.
func (c *composition) freePicture(s *sheet, a *model.Asset, more bool) float64 {
	top := s.ln(titleLine) - c.capHeight(PageTitle)
	room := s.ln(float64(c.grid.last)) - top
	if more {
		room = room * 11 / 20
	}
	w := c.grid.text
	h := w * typeset.Length(a.Height) / typeset.Length(a.Width)
	if h > room {
		w, h = w*room/h, room
	}
	s.picture(a, c.standsAt(s.x0(), c.grid.text, w), top, w, h, a.Alt, c.bookSource())
	return c.grid.lineAt(top+h) + 2
}

// sponsored says at the foot of a page who paid for it.
func (c *composition) sponsored(s *sheet, section model.Section) {
	if section.Sponsor == "" {
		return
	}
	y := s.ln(float64(c.grid.last))
	if section.Bleed && section.Picture != "" { // the words must be read on any picture
		s.fill(s.x0()-typeset.MM(3), y-typeset.Points(14), c.grid.text+typeset.MM(6), typeset.Points(21), page.Color{R: 255, G: 255, B: 255}, page.Source{})
	}
	s.hairRule(s.x0(), y-typeset.Points(12), c.grid.text)
	s.standing(s.x0(), c.grid.text, y, SectionLabel, c.label(c.words.say("sponsored by", "name", section.Sponsor)), textMark{source: c.bookSource(), role: page.Caption})
}
