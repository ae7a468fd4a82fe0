package yearbook

import (
	"strconv"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// moved is what a profile says of movement: a triangle, a mark, a note.
type moved struct {
	triangle bool
	up       bool
	mark     string
	markUse  Use
	note     string
}

// movedOf words the movement of an entry.
func (c *composition) movedOf(e entry) (m moved) {
	was := func() string {
		return c.words.say("was", "rank", strconv.Itoa(e.movement.From), "year", c.comparedYear())
	}
	m.markUse = MovementMark
	switch e.movement.Kind {
	case model.MovedUp:
		m.triangle, m.up, m.mark, m.note = true, true, strconv.Itoa(e.movement.Places), was()
	case model.MovedDown:
		m.triangle, m.mark, m.markUse, m.note = true, strconv.Itoa(e.movement.Places), Movement, was()
	case model.MovedNot:
		m.mark, m.markUse, m.note = "=", Movement, was()
	case model.MovedNew:
		m.mark, m.markUse = c.words.say("new mark"), MovementWord
	case model.MovedBack:
		m.mark, m.markUse, m.note = c.words.say("re-entry mark"), MovementWord, c.words.say("last seen", "year", strconv.Itoa(e.movement.LastSeen))
	case model.MovedInto:
		m.triangle, m.up = true, true
		m.note = c.words.say("into top", "count", c.words.count(c.topSize()))
	case model.MovedOutOf:
		m.triangle = true
		m.note = joined(", ", c.words.say("out of top", "count", c.words.count(c.topSize())), was())
	}
	return m
}

// noteGap is the white between the mark, or a triangle alone, and the note.
func (m moved) noteGap() typeset.Length {
	if m.mark == "" {
		return typeset.Points(2)
	}
	return typeset.Points(7)
}

// movementLines is how far movement reaches below its first baseline, in lines;
// −1 where there is nothing to say.
func (c *composition) movementLines(p *profile, k cell) float64 {
	if !c.hasMovement(p.entry) {
		return -1
	}
	if p.inTwo {
		return float64(len(c.movementNote(p, k)))
	}
	return 0
}

// movesInTwo says whether the note stands below the mark.
func (c *composition) movesInTwo(s *setter, p *profile, k cell) bool {
	m := c.movedOf(p.entry)
	if k.movement == movementBeside || m.note == "" || m.mark == "" && !m.triangle {
		return false
	}
	return k.movement == movementInTwo || m.width(s, furniture, false) > k.widthOf(ofMovement)
}

// movementNote sets the note below the mark.
func (c *composition) movementNote(p *profile, k cell) []typeset.Line {
	s := &setter{c: c, look: c.lookOf(p.kind)}
	return s.lines(from(p.entry.placement, model.FieldRank), MovementNote, c.movedOf(p.entry).note, k.widthOf(ofMovement))
}

// movementEnd is the last line of rank and movement.
func (c *composition) movementEnd(p *profile, k cell, f *frame) float64 {
	if at := f.at[ofMovement]; at > 0 {
		return at + max(0, c.movementLines(p, k))
	}
	return f.at[ofRank]
}

// movementAt draws the mark, and what the slot has room to say of it.
func (l placing) movementAt(x, w, y typeset.Length) {
	m := l.c.movedOf(l.entry)
	mark := from(l.entry.placement, model.FieldRank).as(page.Paragraph)
	beside := l.plan.movement == movementBeside
	if beside && m.mark == "" && l.frame.at[ofRank] == 0 {
		// A triangle alone says nothing: the note stands with it, or neither.
		if beside = false; m.width(&l.s.setter, mark, false) > w {
			return
		}
	}
	if beside && l.frame.at[ofRank] > 0 {
		gap, right := l.s.typeOf(Rank).Size/4, x+w
		if l.c.theme.Centred {
			x += (w+l.figure.Width)/2 + gap
		} else {
			x += l.figure.Width + gap
		}
		if m.mark == l.c.words.say("re-entry mark") && x+m.width(&l.s.setter, mark, true) > right {
			m.mark = l.c.words.say("re-entry") // as in the list, which explains it
		}
	} else if l.c.theme.Centred {
		x += (w - m.width(&l.s.setter, mark, l.inTwo || beside)) / 2
	}
	start := x
	if m.triangle {
		color := l.s.typeOf(m.markUse).Color
		side := l.s.typeOf(m.markUse).Size * 11 / 20
		l.s.add(&page.Path{Segments: triangle(x, y-typeset.Points(0.3), side, m.up), Fill: &color})
		x += side + typeset.Points(2)
	}
	if m.mark != "" {
		x += l.s.text(x, y, m.markUse, m.mark, mark)
	}
	switch {
	case m.note == "" || beside && x > start:
	case l.inTwo && x > start:
		_, boxX, boxW := l.movementBox()
		l.putAll(l.c.movementNote(l.profile, l.cell), boxX, boxW, y+l.c.theme.Leading, l.c.theme.Leading, MovementNote, mark)
	default:
		if x > start {
			x += m.noteGap()
		}
		l.s.text(x, y, MovementNote, m.note, mark)
	}
}

// movementBox is the stack that movement stands in, with its place on the page.
func (l placing) movementBox() (b box, x, w typeset.Length) {
	for _, stack := range l.stacks {
		for _, item := range stack.items {
			if item.element == ofMovement {
				x, w = l.in(stack.box)
				return stack.box, x, w
			}
		}
	}
	return box{}, l.s.x0(), l.w
}

// width is that of what stands on the mark's line.
func (m moved) width(s *setter, mark textMark, markOnly bool) (w typeset.Length) {
	if m.triangle {
		w += s.typeOf(m.markUse).Size*11/20 + typeset.Points(2)
	}
	if m.mark != "" {
		w += s.set(mark, span{m.markUse, m.mark}).Width
	}
	if m.note != "" && (!markOnly || w == 0) {
		if w > 0 {
			w += m.noteGap()
		}
		w += s.set(mark, span{MovementNote, m.note}).Width
	}
	return w
}
