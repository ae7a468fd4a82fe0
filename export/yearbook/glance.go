package yearbook

import (
	"cmp"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// The list at a glance: from which lines on, below the title and the key, and on
// later pages; how many lines its rows are apart.
const (
	glanceFirst = 8.75
	glanceLater = 4.0
	glancePitch = 1.758 // 25 rows on the default page
	closerRows  = 1.66  // where that saves a page
	leastGlance = 60    // mm of a column
)

// glancePages sets the whole list in two columns a page, or a short one in one.
func (c *composition) glancePages(b *binder, section model.Section) {
	if len(c.entries) == 0 {
		return
	}
	shape := c.grid.columnsOf(typeset.MM(leastGlance), 2)
	lines := c.glanceLines()
	shortPitch, short := c.shortListRows()
	short = short && len(lines) == len(c.entries)
	b.start(section, model.StartAny)
	facing := b.verso() // the second page beside the first: its rows stand level
	pages, pitch := c.glanceLayout(lines, shape.columns, facing)
	title := cmp.Or(section.Title, c.countedTitle("at a glance"))
	for n, columns := range pages {
		s := b.next(model.SectionGlance)
		s.runningHead(c, c.words.say("glance head"))
		if n == 0 {
			c.beginSection(s, c.anchorOf(section.Kind), title, "", nil)
			heading := textMark{role: page.Heading1}
			line := s.fit(heading, PageTitle, title, c.grid.text)
			s.put(line, c.standsAt(s.x0(), c.grid.text, line.Width), s.ln(titleLine), PageTitle, heading, s.nextBlock())
			c.movementKey(s, shape)
			if short {
				c.shortList(s, shortPitch)
				return
			}
		}
		for col, column := range columns {
			if len(column) > 0 {
				x := s.x0() + typeset.Length(col)*(shape.width+c.theme.Gutter)
				c.glanceColumn(s, column, x, shape.width, glanceTop(n, facing), pitch)
			}
		}
	}
}

// glanceRows is how many entries a column takes from a line on.
func (c *composition) glanceRows(top, pitch float64) int {
	return max(1, int((float64(c.grid.last)-1-top)/pitch)+1)
}

// glanceTop is the line of the first row on a page, from 0. The rows of a second
// page that stands beside the first are level with that one's.
func glanceTop(page int, facing bool) float64 {
	if page == 0 || page == 1 && facing {
		return glanceFirst
	}
	return glanceLater
}

func (c *composition) glanceColumn(s *sheet, lines []glanceLine, x, w typeset.Length, first, pitch float64) {
	pageX, moveX := x+w, x+w-typeset.MM(11)
	step := typeset.Length(pitch * float64(c.theme.Leading))
	c.glanceHead(s, x, moveX, pageX, s.ln(first)-c.theme.Leading*5/3+typeset.Points(5))
	figures := numbered(lines)
	for i, l := range lines {
		y := s.ln(first) + typeset.Length(i)*step
		if l.entry == nil {
			s.put(s.fit(furniture, SectionLabel, c.label(l.heading), w), x, y+c.theme.Leading/3, SectionLabel, textMark{role: page.Heading2}, s.nextBlock())
		} else {
			c.glanceRow(s, *l.entry, figures, x, y, moveX, pageX)
		}
		s.hairRule(x, y+c.theme.Leading, w)
	}
}

// glanceHead sets the rule at y above a column of rows, with what stands at
// moveX and pageX above it.
func (c *composition) glanceHead(s *sheet, x, moveX, pageX, y typeset.Length) {
	above := y - typeset.Points(5)
	if year := c.comparedYear(); year != "" {
		s.textRight(moveX, above, TableNote, year, furniture)
	}
	s.textRight(pageX, above, TableNote, c.words.say("page"), furniture)
	s.rule(x, y, pageX-x, c.theme.Rule, c.theme.Ink)
}

// setOff is down to which rank names stand out: all ranks of a list that gives
// few, the first of every category, else ten.
func (c *composition) setOff() int {
	switch scheme := c.snapshot.Edition.Scheme; scheme.Kind {
	case model.SchemeTop:
		return len(c.entries)
	case model.SchemeCategories:
		return 1
	}
	return 10
}

func (c *composition) glanceRow(s *sheet, e entry, figures bool, x, y, moveX, pageX typeset.Length) {
	p := e.placement
	anchor := entryAnchor(p)
	nameX, nameUse := x, TableName
	if figures {
		nameX = x + typeset.MM(11)
	}
	if e.ranked && p.Rank.Number > 0 {
		line := s.set(from(p, model.FieldRank), span{TableNumber, c.figure(e)})
		color := c.theme.Ink
		if p.Rank.Number <= c.setOff() {
			color, nameUse = c.theme.Main, TableNameStrong
		}
		s.putIn(line, nameX-typeset.MM(3)-line.Width, y, color, from(p, model.FieldRank).as(page.ListItem), s.nextBlock())
	}
	room := moveX - typeset.MM(7.5) - nameX
	c.glanceName(s, p, nameX, y, room, pageX, nameUse)
	c.movementCell(s, e, moveX, y)
	s.textRight(pageX, y, Table, c.pageNumber(anchor), from(p, model.FieldName).as(page.ListItem))
	s.add(&page.Link{X: x, Y: y - 10*typeset.Pt, W: pageX - x, H: 22 * typeset.Pt, Anchor: anchor})
}

// glanceName sets name and organisation. Of a name too long for the column the
// organisation follows on its second line, which may run to edge: names are never
// shortened.
func (c *composition) glanceName(s *sheet, p *model.Placement, x, y, w, edge typeset.Length, use Use) {
	mark := from(p, model.FieldName).as(page.ListItem)
	name, _ := printedName(p)
	const least = 860 // thousandths of the size, where it is hardly noticed
	if line, fits := s.fitLine(w, least, s.styled([]span{{use, name}}, true)); fits {
		s.put(line, x, y, use, mark, s.nextBlock())
		s.fitted(x, y+c.theme.Leading*17/24, w, TableNote, printedOrganisation(p), from(p, model.FieldOrganisation).as(page.ListItem))
		return
	}
	lines := s.balanced(mark, use, name, w)
	if len(lines) > 2 {
		lines = lines[:2] // the rest of a name of three lines stands with the profile
	}
	block, last := s.nextBlock(), y
	for i, line := range lines {
		last = y + typeset.Length(i)*c.theme.Leading*19/24
		s.put(line, x, last, use, mark, block)
	}
	after := x + lines[len(lines)-1].Width + typeset.MM(2)
	if room := edge - after; room > typeset.MM(12) {
		s.fitted(after, last, room, TableNote, printedOrganisation(p), from(p, model.FieldOrganisation).as(page.ListItem))
	}
}

// keyPart is a mark of movement with what it means.
type keyPart struct {
	triangle, up bool
	mark, means  string
}

// movementKey explains the marks, between the title of the list and its rows.
func (c *composition) movementKey(s *sheet, shape indexShape) {
	year := c.comparedYear()
	if year == "" {
		return
	}
	parts := []keyPart{
		{triangle: true, up: true, means: c.words.say("up")},
		{triangle: true, means: c.words.say("down")},
		{mark: "=", means: c.words.say("same")},
		{mark: c.words.say("new"), means: c.words.say("new key")},
		{mark: c.words.say("re-entry"), means: c.words.say("re key")},
	}
	explained := c.words.say("movement key", "year", year)
	lines := [][]keyPart{parts[:3], parts[3:]}
	// Beside each other where the list has two columns, else below.
	at := 5.3
	w := c.grid.text
	if shape.columns == 1 || c.theme.Centred {
		if lines = [][]keyPart{parts}; c.keyWidth(s, parts) > w {
			lines, at = [][]keyPart{parts[:3], parts[3:]}, 4.75
		}
		s.standing(s.x0(), w, s.ln(at), ContentsNote, explained, textMark{role: page.Caption})
		at += 0.95
	} else {
		s.paragraph(s.x0(), s.ln(at), c.grid.half(), ContentsNote, explained, textMark{role: page.Caption})
	}
	for i, line := range lines {
		x := s.x0()
		if shape.columns > 1 && !c.theme.Centred {
			x += c.grid.half() + c.theme.Gutter
		}
		c.keyLine(s, line, c.standsAt(x, w, c.keyWidth(s, line)), s.ln(at+float64(i)*0.95))
	}
}

// The white within a key and between its parts.
var keyGap, keyPitch = typeset.Points(3.5), typeset.Points(9)

// keyTriangle is the side of a triangle in the key.
func (c *composition) keyTriangle() typeset.Length { return c.theme.Type[ContentsNote].Size / 2 }

func (c *composition) keyWidth(s *sheet, parts []keyPart) (w typeset.Length) {
	for i, p := range parts {
		if i > 0 {
			w += keyPitch
		}
		if p.triangle {
			w += c.keyTriangle()
		}
		w += s.width(span{CaptionStrong, p.mark}) + keyGap + s.width(span{ContentsNote, p.means})
	}
	return w
}

func (c *composition) keyLine(s *sheet, parts []keyPart, x, y typeset.Length) {
	for _, p := range parts {
		if p.triangle {
			color := c.theme.Grey
			if p.up {
				color = c.theme.Main
			}
			s.add(&page.Path{Segments: triangle(x, y, c.keyTriangle(), p.up), Fill: &color})
			x += c.keyTriangle()
		} else {
			x += s.text(x, y, CaptionStrong, p.mark, furniture)
		}
		x += keyGap
		x += s.text(x, y, ContentsNote, p.means, furniture) + keyPitch
	}
}
