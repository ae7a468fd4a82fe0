package yearbook

import (
	"cmp"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// mostListed is how many names an opener has room for.
const mostListed = 12

// openerFigure is the room of a rank before its name.
var openerFigure = typeset.MM(9)

// openerPage sets a part's full-bleed right-hand page, which lists what follows
// where that is short; on the left page before it somebody of the part speaks.
func (c *composition) openerPage(b *binder, p part) {
	if b.opener == nil {
		b.unopened = &p
		return
	}
	section := *b.opener
	b.opener.Title, b.opener.Text = "", "" // they are the first part's
	title := cmp.Or(section.Title, p.title)
	before := len(b.sheets)
	b.start(section, model.StartRecto)
	if len(b.sheets) > before {
		c.speaker(b.last(), p)
	}
	s := b.next(model.SectionOpener)
	var listed []int
	if len(p.entries) <= mostListed {
		listed = p.entries
	}
	c.beginPart(s, p, title)
	c.partNumber++
	s.flood(c.theme.Deep)
	branch(s, c.theme.Deep, c.theme.Mid, 0.18, 0.3)
	c.openerType(s, listed, title, cmp.Or(strings.TrimSpace(section.Text), p.note))
}

// beginPart marks the start of a part for contents, bookmarks and links; the
// contents list the few whom it ranks.
func (c *composition) beginPart(s *sheet, p part, title string) {
	var listed []int
	if len(p.entries) <= mostListed && c.entries[p.entries[0]].ranked {
		listed = p.entries
	}
	c.beginSection(s, "part-"+p.anchor, title, p.note, listed)
	c.sections[len(c.sections)-1].part = true
}

// beginUnopened marks the start of a part that has no opener on its first page.
func (c *composition) beginUnopened(b *binder, s *sheet) {
	if p := b.unopened; p != nil {
		b.unopened = nil
		c.beginPart(s, *p, p.title)
	}
}

// openerType sets the words of an opener, clear of the branch.
func (c *composition) openerType(s *sheet, listed []int, title, text string) {
	x, w := c.plateColumn(s.x0(), 0.45)
	if c.partNumber > 0 {
		s.standing(x, w, s.ln(2), OpenerLabel, c.label(c.words.say("part", "number", c.words.count(c.partNumber))), textMark{role: page.Label})
	}
	mark := textMark{source: c.bookSource(), role: page.Heading1}
	lines := s.headline(mark, OpenerTitle, title, w)
	first := 7.0
	s.stand(lines, x, w, s.ln(first), OpenerTitle, mark)
	at := first + c.inLines(c.theme.Type[OpenerTitle].Leading)*float64(max(0, len(lines)-1))
	at = max(at+5, 21*float64(c.grid.last)/52)
	paragraph := textMark{source: c.bookSource(), role: page.Paragraph}
	measure := c.grid.trim.W * 42 / 100
	n := s.standing(c.standsAt(x, w, measure), measure, s.ln(at), OpenerText, text, paragraph)
	at += c.inLines(c.theme.Type[OpenerText].Leading)*float64(n) + 2
	// The list of names stands on the foot of the page.
	pitch := 1.75
	for pitch > 1.2 && float64(c.grid.last)-pitch*float64(len(listed)-1) < at {
		pitch -= 0.25
	}
	x = c.standsAt(x, w, c.openerListWidth(s, listed))
	for n, i := range listed {
		c.openerEntry(s, c.entries[i], x, s.ln(float64(c.grid.last)-pitch*float64(len(listed)-1-n)))
	}
}

// openerListWidth is how wide the list of those who follow is.
func (c *composition) openerListWidth(s *sheet, listed []int) (w typeset.Length) {
	for _, i := range listed {
		name, _ := printedName(c.entries[i].placement)
		w = max(w, s.width(span{OpenerEntry, name})+s.width(span{OpenerNote, " 000"}))
	}
	return min(w, c.grid.trim.W*45/100) + openerFigure
}

// openerEntry names one of those who follow, with rank and page.
func (c *composition) openerEntry(s *sheet, e entry, x, y typeset.Length) {
	p := e.placement
	at := x
	if e.ranked {
		s.text(x, y, OpenerEntry, c.figure(e), from(p, model.FieldRank))
		at += openerFigure
	}
	name, _ := printedName(p)
	line := s.fit(from(p, model.FieldName), OpenerEntry, name, c.grid.trim.W*45/100)
	s.put(line, at, y, OpenerEntry, from(p, model.FieldName), s.nextBlock())
	s.text(at+line.Width+typeset.MM(2), y, OpenerNote, c.pageNumber(entryAnchor(p)), furniture)
	s.add(&page.Link{X: x, Y: y - 12*typeset.Pt, W: c.grid.half(), H: 18 * typeset.Pt, Anchor: entryAnchor(p)})
}

// speaker sets what somebody said large at the foot of the left page before an
// opener, with the name below, so that the page does not stand blank: the first
// pull quote of the part that fits and is not printed with its profile, else the
// first sentence that suits.
func (c *composition) speaker(s *sheet, part part) {
	if !c.speaks(s, part.entries, c.unprintedQuote) {
		c.speakAgain(s, part.entries)
	}
}

// speakAgain sets another sentence than the pull quote of one of the entries.
func (c *composition) speakAgain(s *sheet, entries []int) {
	c.speaks(s, entries, c.furtherSentence)
}

// speaks sets the first text found in the answers of entries that has the length
// of a page's foot, and says whether there was any.
func (c *composition) speaks(s *sheet, entries []int, find func(entry int, a *model.Answer) string) bool {
	w := min(c.grid.text, typeset.MM(132))
	for _, i := range entries {
		p := c.entries[i].placement
		for j := range p.Answers {
			a := &p.Answers[j]
			text := find(i, a)
			if text == "" {
				continue
			}
			mark := textMark{source: page.Source{Record: string(a.ID), Field: model.FieldAnswer}, role: page.Quote, who: p}
			if lines := s.phrased(mark, LargeQuote, c.quoted(text), w); len(lines) <= 6 {
				c.spoken = append(c.spoken, i)
				c.placeSpeaker(s, p, lines, mark)
				return true
			}
		}
	}
	return false
}

// unprintedQuote is the pull quote of an answer whose profile has no place for
// one: where it has, nobody says the same twice within a few pages.
func (c *composition) unprintedQuote(entry int, a *model.Answer) string {
	if k := &c.plans[c.slots[entry]]; k.spread || k.answers.quoted {
		return ""
	}
	return pulled(a)
}

// furtherSentence is the sentence of an answer that reads best, where it is not
// cut and not part of the pull quote.
func (c *composition) furtherSentence(_ int, a *model.Answer) string {
	return c.readingBest(a, func(text string) bool {
		return fitness(text) <= 40 && !strings.Contains(text, "[") && !strings.Contains(pulled(a), strings.TrimRight(text, ".!?…"))
	})
}

func (c *composition) placeSpeaker(s *sheet, p *model.Placement, lines []typeset.Line, mark textMark) {
	foot := s.ln(float64(c.grid.last))
	y := foot - 3*c.theme.Leading - typeset.Length(len(lines)-1)*c.theme.Type[LargeQuote].Leading
	s.stand(lines, s.x0(), c.grid.text, y, LargeQuote, mark)
	name := joined(", ", p.FullName(), p.Rank.Display(c.snapshot.Edition.TieStyle))
	s.standing(s.x0(), c.grid.text, foot, Caption, name, from(p, model.FieldName).as(page.Caption))
}
