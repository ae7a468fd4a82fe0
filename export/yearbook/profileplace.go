package yearbook

import (
	"slices"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// placing is a profile on its way onto a page.
type placing struct {
	cell
	*profile
	s *sheet
}

// y is the baseline of a line of the slot.
func (l placing) y(n float64) typeset.Length { return l.s.ln(l.origin + n) }

// in gives the left edge, on the page, and the width of a box.
func (l placing) in(b box) (x, w typeset.Length) {
	x, w = l.cell.place(b, l.s.verso)
	return l.s.x0() + l.cell.x + x, w
}

// put draws a line of a stack, aligned as the theme's stacks are.
func (l placing) put(line typeset.Line, x, w, y typeset.Length, use Use, m textMark, block int) {
	if l.c.theme.Centred {
		x += (w - line.Width) / 2
	}
	l.s.put(line, x, y, use, m, block)
}

// putAll draws lines one below the other.
func (l placing) putAll(lines []typeset.Line, x, w, y, leading typeset.Length, use Use, m textMark) {
	block := l.s.nextBlock()
	for i, line := range lines {
		at := m
		at.source.Start, at.source.End = line.Start, line.End
		l.put(line, x, w, y+typeset.Length(i)*leading, use, at, block)
	}
}

// placeProfile draws a profile into a slot of the sheet; of a spread, one of its
// pages.
func (c *composition) placeProfile(s *sheet, k cell, p *profile) {
	before := s.look
	s.look = c.lookOf(p.kind)
	defer func() { s.look = before }()
	l := placing{k, p, s}
	recto := k.spread && !s.verso
	if !recto {
		s.add(&page.Anchor{Name: entryAnchor(p.entry.placement), Y: max(0, l.y(k.top)-c.theme.Leading)})
		s.add(&page.Bookmark{Title: bookmarkOf(c, p.entry), Level: 1, Y: max(0, l.y(k.top)-c.theme.Leading)})
		l.portrait()
	}
	for i := range k.stacks {
		stack := &k.stacks[i]
		if stack.recto != recto {
			continue
		}
		x, w := l.in(stack.box)
		var drawn [elements]bool // movement may have two places, of which it takes one
		for _, item := range stack.items {
			if !drawn[item.element] {
				l.element(item.element, x, w)
			}
			drawn[item.element] = true
		}
	}
	if k.answers.recto == recto {
		l.answers()
	}
	if p.quoted && !recto {
		x := s.x0() + k.x
		leading := typeset.Length(int64(s.typeOf(PullQuote).Leading) * int64(p.quoteScale) / 1000)
		l.putAll(p.quote, x, k.w, l.y(p.frame.quote), leading, PullQuote, p.quoteMark)
	}
	l.film(recto)
}

// answers draws the columns, and the rule that some slots have above them.
func (l placing) answers() {
	x, whole := l.in(l.plan.answers.box)
	n, w := l.cell.answerColumns()
	if l.statement > 0 {
		n, w = 1, l.statement
	}
	if l.frame.rule > 0 && slices.ContainsFunc(l.columns, func(rows []row) bool { return len(rows) > 0 }) {
		l.s.slotRule(x, l.y(l.frame.rule), whole)
	}
	if n == 1 && l.plan.answers.side == across { // a column narrower than the page stands as titles do
		x = l.c.standsAt(x, whole, w)
	}
	at := columnAt(l.columns)
	for i, col := range l.columns {
		l.s.column(col, x+typeset.Length(at(i))*(w+l.c.theme.Gutter), l.origin+float64(l.frame.answers))
	}
}

// element draws one element of a stack.
func (l placing) element(e element, x, w typeset.Length) {
	at := l.frame.at[e]
	if at <= 0 {
		return
	}
	y, pl := l.y(at), l.entry.placement
	switch e {
	case ofRank:
		l.rank(x, w, y)
	case ofMovement:
		l.movementAt(x, w, y)
	case ofName:
		l.names(x, w, y)
	case ofJobs:
		l.jobsAt(x, w, y)
	case ofStrapline:
		l.putAll(l.strapline, x, w, y, l.s.typeOf(Strapline).Leading, Strapline, from(pl, model.FieldStrapline).as(page.Paragraph))
	case ofHistory:
		l.historyAt(x, w, y)
	case ofCredit:
		mark := textMark{source: page.Source{Record: string(l.entry.photos[0].ID), Field: model.FieldCredit}, role: page.Caption, who: pl}
		if l.runsOverFoot() {
			y = l.y(float64(l.height)) - typeset.Length(len(l.credit)-1)*l.s.typeOf(PhotoCredit).Leading
		}
		l.putAll(l.credit, x, w, y, l.s.typeOf(PhotoCredit).Leading, PhotoCredit, mark)
	}
}

// rank draws the figure, hung so that its ink stands flush.
func (l placing) rank(x, w, y typeset.Length) {
	if !l.c.theme.Centred {
		x -= l.c.bearing(l.figure)
	}
	l.put(l.figure, x, w, y, Rank, from(l.entry.placement, model.FieldRank).as(page.Label), l.s.nextBlock())
}

func (l placing) names(x, w, y typeset.Length) {
	mark := from(l.entry.placement, model.FieldName).as(page.Heading2)
	leading := typeset.Length(int64(l.s.typeOf(l.nameUse).Leading) * int64(l.nameScale) / 1000)
	draw := func(lines []typeset.Line, use Use) {
		l.putAll(lines, x, w, y, leading, use, mark)
		y += typeset.Length(len(lines)) * leading
	}
	if !l.givenLast {
		draw(l.given, NameGiven)
	}
	if post := l.postNominals; len(post.Glyphs) > 0 && !l.postBelow(&l.s.setter) && len(l.name) > 0 {
		l.namesWithPost(x, w, y, leading, mark)
		y += typeset.Length(len(l.name)) * leading
		if l.givenLast {
			draw(l.given, NameGiven)
		}
		return
	}
	draw(l.name, l.nameUse)
	if l.givenLast {
		draw(l.given, NameGiven)
	}
	y += typeset.Length(postLeading*float64(l.s.typeOf(PostNominals).Leading)) - leading
	l.put(l.postNominals, x, w, y, PostNominals, mark, l.s.nextBlock())
}

// namesWithPost draws the name with the post-nominals after its last line; a
// centred theme centres both together.
func (l placing) namesWithPost(x, w, y, leading typeset.Length, mark textMark) {
	n := len(l.name) - 1
	l.putAll(l.name[:n], x, w, y, leading, l.nameUse, mark)
	y += typeset.Length(n) * leading
	last, gap := l.name[n], l.postX(&l.s.setter)-l.name[n].Width
	if l.c.theme.Centred {
		x += (w - last.Width - gap - l.postNominals.Width) / 2
	}
	l.s.put(last, x, y, l.nameUse, mark, l.s.nextBlock())
	l.s.put(l.postNominals, x+last.Width+gap, y, PostNominals, mark, l.s.nextBlock())
}

// jobsAt sets titles and organisations from y.
func (l placing) jobsAt(x, w, y typeset.Length) {
	leading := l.s.typeOf(JobTitle).Leading
	for i, j := range l.jobs {
		if i > 0 {
			y += leading / 2
		}
		if len(j.who.Glyphs) > 0 {
			l.put(j.who, x, w, y, CaptionStrong, from(l.entry.placement, model.FieldName), l.s.nextBlock())
			y += leading
		}
		for n, line := range j.lines {
			l.jobLine(line, x, w, y, n > 0 && line.runs[0].mark.source.Field == j.lines[n-1].runs[0].mark.source.Field)
			y += leading
		}
	}
}

// jobLine draws a line of title, organisation or both.
func (l placing) jobLine(line jobLine, x, w, y typeset.Length, goesOn bool) {
	total := typeset.Length(0)
	for _, r := range line.runs {
		total += r.gap + r.line.Width
	}
	if l.c.theme.Centred {
		x += (w - total) / 2
	}
	block := l.s.block
	if !goesOn || block == 0 {
		block = l.s.nextBlock()
	}
	for i, r := range line.runs {
		if i > 0 {
			block = l.s.nextBlock()
		}
		x += r.gap
		l.s.put(r.line, x, y, r.use, r.mark, block)
		x += r.line.Width
	}
}

// historyAt sets "previously included in" below its label or after it.
func (l placing) historyAt(x, w, y typeset.Length) {
	leading := l.s.typeOf(History).Leading
	if l.plan.history == historyInline {
		// The first line is indented by its label: both stand in the middle together.
		if lines := l.history.lines; l.c.theme.Centred && len(lines) > 0 {
			x += max(0, w-lines[0].Indent-lines[0].Width) / 2
		} else if l.c.theme.Centred {
			x += (w - l.history.label.Width) / 2
		}
		l.s.put(l.history.label, x, y, Label, furniture, l.s.nextBlock())
		l.s.putLines(l.history.lines, x, y, History, from(l.entry.placement, model.FieldHistory).as(page.Paragraph))
		return
	}
	l.put(l.history.label, x, w, y, Label, furniture, l.s.nextBlock())
	y += leading
	l.putAll(l.history.lines, x, w, y, leading, History, from(l.entry.placement, model.FieldHistory).as(page.Paragraph))
}

// slotRule is the rule between slots and above answers, as the theme draws it.
func (s *sheet) slotRule(x, y, w typeset.Length) {
	t := s.c.theme
	if !t.DoubleRule {
		s.rule(x, y, w, t.Rule, t.RuleColor)
		return
	}
	s.rule(x, y-2*typeset.Pt, w, t.Rule, t.RuleColor)
	s.rule(x, y, w, t.Rule, t.RuleColor)
}
