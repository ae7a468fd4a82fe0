package yearbook

import (
	"slices"
	"strconv"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// continuedFirst is the first line of the columns of a page that continues answers.
const continuedFirst = 6

// topPages places the leading entries, a spread or a page each.
func (c *composition) topPages(b *binder, profiles []*profile) {
	for _, part := range c.parts(model.SectionTop) {
		c.openerPage(b, part)
		for at, i := range part.entries {
			if c.slots[i] == slotSpread {
				c.spreadPages(b, model.SectionTop, part, i, profiles)
			} else {
				c.profilePage(b, model.SectionTop, c.slots[i], part, part.entries[at:at+1], profiles)
			}
		}
	}
}

// spreadPages place a profile on facing pages, and what goes on overleaf.
func (c *composition) spreadPages(b *binder, section model.SectionKind, part part, i int, profiles []*profile) {
	c.openLeft(b, section, part, i)
	k, p := c.cellAt(&c.plans[slotSpread], 0), profiles[i]
	for range 2 {
		s := b.next(section)
		c.beginUnopened(b, s)
		heading := c.headingOf(part, []int{i})
		if s.verso {
			heading = ""
			s.problems = append(s.problems, p.problems...)
		}
		s.spreadHead(heading)
		c.placeProfile(s, k, p)
	}
	c.continuedPages(b, section, []*profile{p}, c.headingOf(part, []int{i}))
}

// openLeft sees that the next page is a left-hand one, since a spread lies open.
// On a page that this leaves free, opposite the end of a long text, whoever ends
// there speaks once more, or else whoever follows.
func (c *composition) openLeft(b *binder, section model.SectionKind, part part, i int) {
	if b.verso() {
		return
	}
	s := b.next(section)
	at := slices.Index(part.entries, i)
	c.speakAgain(s, part.entries[max(0, at-1):at+1])
}

// profilePages places the profiles, as many on a page as the slots say, after
// an opener for each part.
func (c *composition) profilePages(b *binder, profiles []*profile) {
	for _, part := range c.parts(model.SectionProfiles) {
		c.openerPage(b, part)
		for at := 0; at < len(part.entries); {
			first := part.entries[at]
			n := max(1, c.together[first])
			if c.slots[first] == slotSpread {
				c.spreadPages(b, model.SectionProfiles, part, first, profiles)
			} else {
				c.profilePage(b, model.SectionProfiles, c.slots[first], part, part.entries[at:min(at+n, len(part.entries))], profiles)
			}
			at += n
		}
	}
}

// profilePage places the profiles of one page, and what goes on overleaf.
func (c *composition) profilePage(b *binder, section model.SectionKind, kind slotKind, part part, on []int, profiles []*profile) {
	s := b.next(section)
	c.beginUnopened(b, s)
	heading := c.headingOf(part, on)
	s.dictionary = part.filed
	s.runningHead(c, heading)
	plan := &c.plans[kind]
	var placed []*profile
	for n, i := range on {
		p := profiles[i]
		placed = append(placed, p)
		s.problems = append(s.problems, p.problems...)
		k := c.cellAt(plan, n)
		if row := n / plan.across; row > 0 && n%plan.across == 0 {
			s.slotRule(s.x0(), s.ln(k.origin-0.5), c.grid.text)
		}
		c.placeProfile(s, k, p)
	}
	c.continuedPages(b, section, placed, heading)
}

func bookmarkOf(c *composition, e entry) string {
	if f := c.figure(e); f != "" {
		return f + " " + e.placement.PrintedName()
	}
	return e.placement.PrintedName()
}

// runningHead sets the book's title on a verso, the section's on a recto; where
// names are filed both sides say which.
func (s *sheet) runningHead(c *composition, heading string) {
	text := heading
	if s.verso && !s.dictionary {
		text = c.title + " · " + strconv.Itoa(c.snapshot.Edition.Year)
	}
	s.head(text, s.page.Label)
}

// spreadHead sets the head of a spread, on the left page beside the portrait.
func (s *sheet) spreadHead(heading string) {
	c := s.c
	if !s.verso {
		s.head(heading, s.page.Label)
		return
	}
	x, title := s.x0(), c.title+" · "+strconv.Itoa(c.snapshot.Edition.Year)
	if k := c.cellAt(&c.plans[slotSpread], 0); k.portrait.bleed {
		dx, _ := k.place(box{inner, 0, 2}, true)
		x += dx
		if s.width(span{RunningHead, title}) > s.x1()-x-typeset.MM(9) {
			title = "" // a long title has no room beside the picture
		}
	}
	s.headFrom(x, 1, title, s.page.Label)
}

// continuedPages set what the profiles of a page had no room for, in columns
// under the name of each.
func (c *composition) continuedPages(b *binder, section model.SectionKind, placed []*profile, heading string) {
	// In columns as wide as those that the text was set for.
	_, w := c.cellAt(&c.plans[placed[0].kind], 0).answerColumns()
	columns := max(1, int((c.grid.text+c.theme.Gutter)/(w+c.theme.Gutter)))
	var rows []row
	for _, p := range placed {
		if len(p.more) == 0 {
			continue
		}
		if len(rows) > 0 {
			rows = append(rows, row{white: true})
		}
		rows = append(rows, c.continuedHead(p, w)...)
		rows = append(rows, row{white: true, keep: true})
		rows = append(rows, p.more...)
	}
	// What was set for a wide place keeps its width.
	for _, r := range rows {
		wide := r.line.Width
		if r.para != nil {
			wide = r.para.width
		}
		if wide > w {
			w, columns = wide, 1
		}
	}
	for len(rows) > 0 {
		s := b.next(section)
		s.runningHead(c, heading)
		var cols [][]row
		cols, rows = (&setter{c: c}).flowWhole(rows, columns, sharedHeight(len(rows), columns, c.grid.last-continuedFirst+1))
		at := columnAt(cols)
		for i, col := range cols {
			s.column(col, s.x0()+typeset.Length(at(i))*(w+c.theme.Gutter), continuedFirst)
		}
	}
}

// sharedHeight is how many rows the columns of a page have where text goes on over
// several: a last page that were nearly empty has its share of the others' rows.
func sharedHeight(rows, columns, full int) int {
	page := columns * full
	if rest := rows % page; rows < page || rest == 0 || rest >= page/4 {
		return full
	}
	pages := rows/page + 1
	return min(full, (rows+pages*columns-1)/(pages*columns)+unevenness)
}

// continuedHead names whose text goes on.
func (c *composition) continuedHead(p *profile, w typeset.Length) []row {
	s := &setter{c: c}
	mark := textMark{role: page.Paragraph}
	var rows []row
	for i, line := range s.lines(mark, Organisation, joined(", ", p.entry.placement.PrintedName(), c.words.say("continued")), w) {
		rows = append(rows, row{line: line, use: Organisation, mark: mark, keep: true, first: i == 0})
	}
	return rows
}
