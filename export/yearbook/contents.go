package yearbook

import (
	"cmp"
	"slices"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// contentsPage lists the sections with their pages, the ranked entries under theirs.
func (c *composition) contentsPage(b *binder, section model.Section) {
	title := cmp.Or(section.Title, c.words.say("contents"))
	b.start(section, model.StartRecto)
	s := b.next(model.SectionContents)
	c.beginSection(s, "contents", title, "", nil)
	at := s.pageTitle(title) + titleGap
	listed, pitch := c.contentsLines(float64(c.grid.last) - at)
	first := true // on its page
	for i, line := range listed {
		if at+c.contentsHeight(line) > float64(c.grid.last)+0.5 {
			s.head("", s.page.Label)
			s = b.next(model.SectionContents)
			at, first = titleLine+1, true
		}
		if !first && ruled(listed[i-1], line) {
			s.hairRule(s.x0(), s.ln(at-0.28*pitch), c.grid.text)
			at += 0.75 * pitch
		}
		first = false
		at = c.contentsLine(s, line, at) + pitch
	}
	s.head("", s.page.Label)
}

// contentsLines are the sections that the contents list, in room lines of one
// page if they can: with their notes and who is in them, without the notes, or
// without the entries, which a list of many parts has too many of. Pitch is how
// many lines the sections stand apart.
func (c *composition) contentsLines(room float64) (listed []sectionStart, pitch float64) {
	all := slices.DeleteFunc(slices.Clone(c.planned), func(s sectionStart) bool { return s.anchor == "contents" })
	for _, leave := range []func(*sectionStart){
		func(*sectionStart) {},
		func(s *sectionStart) { s.note = "" },
		func(s *sectionStart) { s.entries = nil },
		func(s *sectionStart) { s.note, s.entries = "", nil },
	} {
		listed := slices.Clone(all)
		for i := range listed {
			leave(&listed[i])
		}
		if pitch, fits := c.contentsPitch(listed, room); fits {
			return listed, pitch
		}
	}
	return all, widestContents
}

// Lines from a section of the contents to the next.
const widestContents, closestContents = 2.0, 1.5

// contentsPitch is how many lines the sections stand apart, and whether they fit
// into room lines.
func (c *composition) contentsPitch(listed []sectionStart, room float64) (pitch float64, fits bool) {
	fixed, gaps := 0.0, -1.0
	for i, line := range listed {
		fixed += c.contentsHeight(line)
		gaps++
		if i > 0 && ruled(listed[i-1], line) {
			gaps += 0.75
		}
	}
	switch {
	case gaps <= 0 || fixed+widestContents*gaps <= room:
		return widestContents, true
	case fixed+closestContents*gaps > room:
		return widestContents, false
	}
	return (room - fixed) / gaps, true
}

// ruled says whether a rule stands between two sections of the contents: round
// the parts of the list itself, and between those whose entries are listed.
func ruled(above, below sectionStart) bool {
	return above.part != below.part || above.part && len(above.entries)+len(below.entries) > 0
}

// contentsHeight is how many lines a section takes in the contents.
func (c *composition) contentsHeight(section sectionStart) float64 {
	height := 0.0
	if section.note != "" {
		height++
	}
	if n := len(section.entries); n > 0 {
		height += float64(n) + 0.5
	}
	return height
}

// contentsInset is where the titles begin, right of the page numbers.
func (c *composition) contentsInset() typeset.Length {
	return min(c.grid.col(1)+c.theme.Gutter, typeset.MM(29))
}

func (c *composition) contentsLine(s *sheet, section sectionStart, at float64) float64 {
	x, inset := s.x0(), c.contentsInset()
	from, room := s.ln(at), s.x1()-s.x0()-inset
	toc := textMark{role: page.TOCItem}
	s.text(x, s.ln(at), ContentsPage, c.pageNumber(section.anchor), toc)
	n := s.paragraph(x+inset, s.ln(at), room, ContentsTitle, section.title, toc)
	at += c.inLines(c.theme.Type[ContentsTitle].Leading) * float64(max(0, n-1))
	if section.note != "" {
		at++
		n = s.paragraph(x+inset, s.ln(at), room, ContentsNote, section.note, toc)
		at += float64(max(0, n-1))
	}
	s.add(&page.Link{X: x, Y: from - 12*typeset.Pt, W: c.grid.text, H: s.ln(at) - from + 16*typeset.Pt, Anchor: section.anchor})
	if len(section.entries) > 0 {
		at += 0.5
	}
	for _, i := range section.entries {
		at++
		c.contentsEntry(s, c.entries[i], x+inset, at)
	}
	return at
}

func (c *composition) contentsEntry(s *sheet, e entry, x typeset.Length, at float64) {
	y := s.ln(at)
	toc := from(e.placement, model.FieldName).as(page.TOCItem)
	s.text(x, y, ContentsNote, c.figure(e), from(e.placement, model.FieldRank).as(page.TOCItem))
	name, _ := printedName(e.placement)
	nx := x + typeset.MM(9)
	room := s.x1() - typeset.MM(12) - nx
	line := s.fit(toc, TableStrong, name, room)
	s.put(line, nx, y, TableStrong, toc, s.nextBlock())
	if left := room - line.Width - typeset.Points(5); left > typeset.MM(12) {
		s.fitted(nx+line.Width+typeset.Points(5), y, left, ContentsNote, printedOrganisation(e.placement), from(e.placement, model.FieldOrganisation).as(page.TOCItem))
	}
	anchor := entryAnchor(e.placement)
	s.textRight(s.x1(), y, Table, c.pageNumber(anchor), toc)
	s.add(&page.Link{X: x, Y: y - 9*typeset.Pt, W: s.x1() - x, H: c.theme.Leading, Anchor: anchor})
}

// printedOrganisation joins the different organisations of an entry's members.
func printedOrganisation(p *model.Placement) string {
	var names []string
	for _, m := range p.Members {
		if m.Organisation != "" && (len(names) == 0 || names[len(names)-1] != m.Organisation) {
			names = append(names, m.Organisation)
		}
	}
	return strings.Join(names, ", ")
}
