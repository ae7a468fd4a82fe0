package yearbook

import (
	"slices"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// A short list at a glance: the line of the rule above its rows, and how many
// lines they are apart. A list that needs them closer is none.
const (
	shortListTop   = 8.0
	shortListPitch = 4.25
	leastShortList = 2.75
)

// shortListRows is how many lines the rows of a short list are apart; ok is false
// where there are too many entries for one.
func (c *composition) shortListRows() (pitch float64, ok bool) {
	pitch = min(shortListPitch, (float64(c.grid.last)+0.5-shortListTop)/float64(len(c.entries)))
	return pitch, pitch >= leastShortList
}

// shortList sets a list of few over the whole width of a page, in large type.
func (c *composition) shortList(s *sheet, pitch float64) {
	left, right := s.x0(), s.x1()
	moveX := right - typeset.MM(16)
	top := s.ln(shortListTop)
	c.glanceHead(s, left, moveX, right, top)
	step := typeset.Length(pitch * float64(c.theme.Leading))
	figures := slices.ContainsFunc(c.entries, func(e entry) bool { return e.ranked })
	for i, e := range c.entries {
		foot := top + typeset.Length(i+1)*step
		c.shortListRow(s, e, figures, left, foot-step, step, moveX)
		s.hairRule(left, foot, right-left)
	}
}

// shortListRow sets an entry between the rules at y and step below it: the name,
// and below it title and organisation.
func (c *composition) shortListRow(s *sheet, e entry, figures bool, x, y, step, moveX typeset.Length) {
	p := e.placement
	s.add(&page.Link{X: x, Y: y, W: s.x1() - x, H: step, Anchor: entryAnchor(p)})
	caps, below := c.capHeight(ContentsTitle), c.theme.Leading*5/4
	y += (step-caps-below)/2 + caps
	nameX := x
	if figures {
		nameX += typeset.MM(18)
	}
	rank := from(p, model.FieldRank).as(page.ListItem)
	if e.ranked {
		s.putIn(s.set(rank, span{ContentsTitle, c.figure(e)}), x, y, c.theme.Main, rank, s.nextBlock())
	}
	room := moveX - typeset.MM(12) - nameX
	name, _ := printedName(p)
	mark := from(p, model.FieldName).as(page.ListItem)
	s.put(s.fit(mark, ContentsTitle, name, room), nameX, y, ContentsTitle, mark, s.nextBlock())
	job := joined(", ", p.PrintedTitle(), printedOrganisation(p))
	s.fitted(nameX, y+below, room, ContentsNote, job, from(p, model.FieldOrganisation).as(page.ListItem))
	c.movementCell(s, e, moveX, y)
	s.textRight(s.x1(), y, ContentsPage, c.pageNumber(entryAnchor(p)), mark)
}
