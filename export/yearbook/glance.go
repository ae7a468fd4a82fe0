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
	key := c.movementKey(&setter{c: c}, shape)
	tops := glanceTops{glanceFirst + key.lower(), facing}
	pages, pitch := c.glanceLayout(lines, shape.columns, tops)
	title := cmp.Or(section.Title, c.countedTitle("at a glance"))
	for n, columns := range pages {
		s := b.next(model.SectionGlance)
		s.runningHead(c, c.words.say("glance head"))
		if n == 0 {
			c.beginSection(s, c.anchorOf(section.Kind), title, "", nil)
			heading := textMark{role: page.Heading1}
			c.glanceTitle(s, title, heading)
			c.putKey(s, key)
			if short {
				c.shortList(s, shortPitch)
				return
			}
		}
		for col, column := range columns {
			if len(column) > 0 {
				x := s.x0() + typeset.Length(col)*(shape.width+c.theme.Gutter)
				c.glanceColumn(s, column, x, shape.width, tops.of(n), pitch)
			}
		}
	}
}

// glanceTitle sets the title on one line, or a long one in smaller type on two.
func (c *composition) glanceTitle(s *sheet, title string, mark textMark) {
	const least, smaller = 700, 600 // thousandths of the size
	if line, fits := s.fitLine(c.grid.text, least, s.styled([]span{{PageTitle, title}}, true)); fits {
		s.stand([]typeset.Line{line}, s.x0(), c.grid.text, s.ln(titleLine), PageTitle, mark)
		return
	}
	lines, scale := s.inFewer(2, func() []typeset.Line {
		s.scale = min(s.scale, smaller)
		return s.balanced(mark, PageTitle, title, c.grid.text)
	})
	last := s.ln(titleLine + 0.75)
	first := last - typeset.Length(len(lines)-1)*c.theme.Type[PageTitle].Leading*typeset.Length(scale)/1000
	s.standScaled(lines, s.x0(), c.grid.text, first, PageTitle, mark, scale)
}

// glanceRows is how many entries a column takes from a line on.
func (c *composition) glanceRows(top, pitch float64) int {
	return max(1, int((float64(c.grid.last)-1-top)/pitch)+1)
}

// glanceTops are the lines of the first rows of pages.
type glanceTops struct {
	first  float64 // on the first page
	facing bool    // the second stands beside it, its rows level
}

// of is the line of the first row on a page, from 0.
func (t glanceTops) of(page int) float64 {
	if page == 0 || page == 1 && t.facing {
		return t.first
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
	const turned = 930 // thousandths of the size, clear of the rule below
	s.scale = turned
	lines := s.balanced(mark, use, name, w)
	s.scale = 0
	if len(lines) > 2 {
		lines = lines[:2] // the rest of a name of three lines stands with the profile
	}
	block, last := s.nextBlock(), y
	for i, line := range lines {
		last = y + typeset.Length(i)*c.theme.Leading*18/24
		s.put(line, x, last, use, mark, block)
	}
	after := x + lines[len(lines)-1].Width + typeset.MM(2)
	if room := edge - after; room > typeset.MM(12) {
		s.fitted(after, last, room, TableNote, printedOrganisation(p), from(p, model.FieldOrganisation).as(page.ListItem))
	}
}
