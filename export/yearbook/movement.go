package yearbook

import (
	"strconv"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// triangle gives the outline of a small triangle standing on y, pointing up or down.
func triangle(x, y, w typeset.Length, up bool) []page.Segment {
	h := w * 866 / 1000
	base, tip := y, y-h
	if !up {
		base, tip = y-h, y
	}
	return []page.Segment{
		{Op: page.Move, P: [3]page.Point{{X: x, Y: base}}},
		{Op: page.Line, P: [3]page.Point{{X: x + w, Y: base}}},
		{Op: page.Line, P: [3]page.Point{{X: x + w/2, Y: tip}}},
		{Op: page.Close},
	}
}

// placeMovement sets what happened since the comparable edition on a line of
// the profile.
func (c *composition) placeMovement(s *sheet, e entry, x typeset.Length, at float64) {
	m, y := e.movement, s.ln(at)
	mark := from(e.placement, model.FieldRank).as(page.Paragraph)
	year := c.comparedYear()
	switch m.Kind {
	case model.MovedUp, model.MovedDown:
		up := m.Kind == model.MovedUp
		color, use := c.theme.Main, MovementMark
		if !up {
			color, use = c.theme.Grey, Movement
		}
		s.add(&page.Path{Segments: triangle(x, y-typeset.Points(0.3), typeset.Points(5.5), up), Fill: &color})
		x += typeset.Points(8)
		x += s.text(x, y, use, strconv.Itoa(m.Places), mark) + typeset.Points(8)
		s.text(x, y, Movement, c.words.say("was", "rank", strconv.Itoa(m.From), "year", year), mark)
	case model.MovedNot:
		s.text(x, y, Movement, c.words.say("unchanged", "year", year), mark)
	case model.MovedNew:
		s.text(x, y, MovementMark, c.words.say("new entry"), mark)
	case model.MovedBack:
		x += s.text(x, y, MovementMark, c.words.say("back"), mark) + typeset.Points(8)
		s.text(x, y, Movement, c.words.say("last seen", "year", strconv.Itoa(m.LastSeen)), mark)
	case model.MovedInto:
		s.text(x, y, MovementMark, c.words.say("into top", "count", c.words.count(c.topSize())), mark)
	case model.MovedOutOf:
		x += s.text(x, y, Movement, c.words.say("out of top", "count", c.words.count(c.topSize())), mark) + typeset.Points(8)
		s.text(x, y, Movement, c.words.say("was", "rank", strconv.Itoa(m.From), "year", year), mark)
	}
}

// hasMovement says whether there is anything to say of an entry's movement.
func (c *composition) hasMovement(e entry) bool {
	switch e.movement.Kind {
	case model.MovedUp, model.MovedDown, model.MovedNot, model.MovedNew, model.MovedBack, model.MovedInto, model.MovedOutOf:
		return true
	}
	return false
}

// topSize is how many entries the edition ranks before the A–Z.
func (c *composition) topSize() int {
	if c.snapshot.Edition.Scheme.Top > 0 {
		return c.snapshot.Edition.Scheme.Top
	}
	return 10
}

// movementCell sets the movement in a table, ending at x.
func (c *composition) movementCell(s *sheet, e entry, x, y typeset.Length) {
	m := e.movement
	mark := from(e.placement, model.FieldRank).as(page.Paragraph)
	switch m.Kind {
	case model.MovedUp, model.MovedDown:
		up := m.Kind == model.MovedUp
		color, use := c.theme.Main, CaptionStrong
		if !up {
			color, use = c.theme.Grey, Caption
		}
		line := s.set(mark, span{use, strconv.Itoa(m.Places)})
		s.put(line, x-line.Width, y, use, mark, s.nextBlock())
		side := typeset.Points(4.2)
		s.add(&page.Path{Segments: triangle(x-line.Width-side-typeset.Points(2), y-typeset.Points(0.4), side, up), Fill: &color})
	case model.MovedNot:
		s.textRight(x, y, Caption, "=", mark)
	case model.MovedNew:
		s.textRight(x, y, CaptionStrong, c.words.say("new"), mark)
	case model.MovedBack:
		s.textRight(x, y, CaptionStrong, c.words.say("re-entry"), mark)
	case model.MovedInto:
		side := typeset.Points(4.2)
		color := c.theme.Main
		s.add(&page.Path{Segments: triangle(x-side, y-typeset.Points(0.4), side, true), Fill: &color})
	}
}

// historySpans are "previously included in" of an entry's people: the years of
// this list together, other lists and regions by name.
func (c *composition) historySpans(p *model.Placement) []span {
	edition := c.snapshot.Edition
	var own, others []span
	seen := map[model.ID]bool{}
	for _, m := range p.Members {
		for _, a := range c.snapshot.History[m.PersonID] {
			if a.Year >= edition.Year || seen[a.EditionID] {
				continue
			}
			seen[a.EditionID] = true
			rank := a.Rank.Display(a.TieStyle)
			if a.ListID != edition.ListID || a.Region != edition.Region {
				name := model.Edition{ListName: a.List, Year: a.Year, Region: a.Region}.Name()
				others = append(others, span{History, "\n" + joined(" ", rank, name)})
				continue
			}
			if len(own) > 0 {
				own = append(own, span{History, " · "})
			}
			own = append(own, span{HistoryYear, strconv.Itoa(a.Year)})
			if rank != "" {
				own = append(own, span{History, noBreak(" (" + rank + ")")})
			}
		}
	}
	if len(own) == 0 && len(others) > 0 {
		others[0].text = strings.TrimPrefix(others[0].text, "\n")
	}
	return append(own, others...)
}
