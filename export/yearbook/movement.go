package yearbook

import (
	"strconv"

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
