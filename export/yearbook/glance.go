package yearbook

import (
	"cmp"
	"slices"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// The list at a glance: from which line on, and how far its rows are apart.
const (
	glanceFirst = 7.75
	glancePitch = 21500 * typeset.Pt / 1000
	leastGlance = 60 // mm of a column
)

// glancePages sets the whole list in two columns a page.
func (c *composition) glancePages(b *binder, section model.Section) {
	if len(c.entries) == 0 {
		return
	}
	shape := c.grid.columnsOf(typeset.MM(leastGlance), 2)
	b.start(section, model.StartAny)
	title := cmp.Or(section.Title, c.countedTitle("at a glance"))
	for first := 0; first < len(c.entries); {
		s := b.next(model.SectionGlance)
		s.runningHead(c, c.words.say("glance head"))
		if first == 0 {
			c.beginSection(s, c.anchorOf(section.Kind), title, "", nil)
			heading := textMark{role: page.Heading1}
			line := s.fit(heading, PageTitle, title, c.grid.text)
			s.put(line, c.standsAt(s.x0(), c.grid.text, line.Width), s.ln(titleLine), PageTitle, heading, s.nextBlock())
		} else {
			c.movementKey(s)
		}
		rows := c.glanceRows()
		if rest := len(c.entries) - first; rest < shape.columns*rows {
			rows = (rest + shape.columns - 1) / shape.columns // the last page's columns end level
		}
		for col := range shape.columns {
			x := s.x0() + typeset.Length(col)*(shape.width+c.theme.Gutter)
			n := min(rows, len(c.entries)-first)
			if n <= 0 {
				break
			}
			c.glanceColumn(s, c.entries[first:first+n], x, shape.width)
			first += n
		}
	}
}

// glanceRows is how many entries a column takes.
func (c *composition) glanceRows() int {
	return int((c.grid.ln(float64(c.grid.last)-1)-c.grid.ln(glanceFirst))/glancePitch) + 1
}

func (c *composition) glanceColumn(s *sheet, entries []entry, x, w typeset.Length) {
	pageX, moveX := x+w, x+w-typeset.MM(11)
	top := s.ln(glanceFirst) - 20*typeset.Pt
	if year := c.comparedYear(); year != "" {
		s.textRight(moveX, top, TableNote, year, furniture)
	}
	s.textRight(pageX, top, TableNote, c.words.say("page"), furniture)
	s.rule(x, top+typeset.Points(5), w, c.theme.Rule, c.theme.Ink)
	// A column without a single rank needs no room for one.
	figures := slices.ContainsFunc(entries, func(e entry) bool { return e.ranked })
	for i, e := range entries {
		y := s.ln(glanceFirst) + typeset.Length(i)*glancePitch
		c.glanceRow(s, e, figures, x, y, moveX, pageX)
		s.hairRule(x, y+typeset.Points(12), w)
	}
}

func (c *composition) glanceRow(s *sheet, e entry, figures bool, x, y, moveX, pageX typeset.Length) {
	p := e.placement
	anchor := entryAnchor(p)
	nameX, nameUse := x, TableName
	if figures {
		nameX = x + typeset.MM(11)
	}
	if e.ranked {
		line := s.set(from(p, model.FieldRank), span{TableNumber, c.figure(e)})
		color := c.theme.Ink
		if c.snapshot.Edition.Scheme.Kind == model.SchemeTop || e.placement.Rank.Number <= 10 {
			color, nameUse = c.theme.Main, TableNameStrong
		}
		s.putIn(line, nameX-typeset.MM(3)-line.Width, y, color, from(p, model.FieldRank).as(page.ListItem), s.nextBlock())
	}
	room := moveX - typeset.MM(7.5) - nameX
	c.glanceName(s, p, nameX, y, room, nameUse)
	c.movementCell(s, e, moveX, y)
	s.textRight(pageX, y, Table, c.pageNumber(anchor), from(p, model.FieldName).as(page.ListItem))
	s.add(&page.Link{X: x, Y: y - 10*typeset.Pt, W: pageX - x, H: 22 * typeset.Pt, Anchor: anchor})
}

// glanceName sets name and organisation. A name too long for the column takes
// the organisation's line too: names are never shortened.
func (c *composition) glanceName(s *sheet, p *model.Placement, x, y, w typeset.Length, use Use) {
	mark := from(p, model.FieldName).as(page.ListItem)
	name, _ := printedName(p)
	const least = 860 // thousandths of the size, where it is hardly noticed
	if line, _, fits := c.params.Library.FitLine(w, least, s.styled([]span{{use, name}}, true)...); fits {
		s.put(line, x, y, use, mark, s.nextBlock())
		s.fitted(x, y+typeset.Points(8.5), w, TableNote, printedOrganisation(p), from(p, model.FieldOrganisation).as(page.ListItem))
		return
	}
	block := s.nextBlock()
	for i, line := range s.balanced(mark, use, name, w) {
		if i > 1 {
			break // a name of three lines: the rest stands with the profile
		}
		s.put(line, x, y+typeset.Length(i)*typeset.Points(9.5), use, mark, block)
	}
}

// movementKey explains the marks, above the second page of the list.
func (c *composition) movementKey(s *sheet) {
	year := c.comparedYear()
	if year == "" {
		return
	}
	s.paragraph(s.x0(), s.ln(2), c.grid.half(), ContentsNote, c.words.say("movement key", "year", year), textMark{role: page.Caption})
	x := s.x0() + c.grid.half() + c.theme.Gutter
	y := s.ln(2)
	side := typeset.Points(4.2)
	green, grey := c.theme.Main, c.theme.Grey
	at := x
	s.add(&page.Path{Segments: triangle(at, y, side, true), Fill: &green})
	at += side + typeset.Points(3)
	at += s.text(at, y, ContentsNote, c.words.say("up"), furniture) + typeset.Points(9)
	s.add(&page.Path{Segments: triangle(at, y, side, false), Fill: &grey})
	at += side + typeset.Points(3)
	at += s.text(at, y, ContentsNote, c.words.say("down"), furniture) + typeset.Points(9)
	s.text(at, y, ContentsNote, "= "+c.words.say("same"), furniture)
	at = x
	at += s.text(at, s.ln(3), CaptionStrong, c.words.say("new"), furniture) + typeset.Points(4)
	at += s.text(at, s.ln(3), ContentsNote, c.words.say("new key"), furniture) + typeset.Points(9)
	at = x
	at += s.text(at, s.ln(4), CaptionStrong, c.words.say("re-entry"), furniture) + typeset.Points(4)
	s.text(at, s.ln(4), ContentsNote, c.words.say("re key"), furniture)
}
