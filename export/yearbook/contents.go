package yearbook

import (
	"cmp"
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
	notes := true
	pitch, fits := c.contentsPitch(float64(c.grid.last)-at, notes)
	if !fits { // without the lines of explanation it may
		if closer, fits := c.contentsPitch(float64(c.grid.last)-at, false); fits {
			pitch, notes = closer, false
		}
	}
	first, parted := true, false // parted: whether the line above belongs to the profiles
	for _, line := range c.planned {
		if line.anchor == "contents" {
			continue
		}
		if !notes {
			line.note = ""
		}
		if at+c.contentsHeight(line) > float64(c.grid.last)+0.5 {
			s.head("", s.page.Label)
			s = b.next(model.SectionContents)
			at, first = titleLine+1, true
		}
		if !first && (line.part || parted) {
			// The parts of the list itself stand between rules.
			s.hairRule(s.x0(), s.ln(at-0.28*pitch), c.grid.text)
			at += 0.75 * pitch
		}
		first, parted = false, line.part
		at = c.contentsLine(s, line, at) + pitch
	}
	s.head("", s.page.Label)
}

// contentsPitch is how many lines sections stand apart: two, or less where that
// keeps the contents on one page, with their notes or without, and whether they
// fit on it.
func (c *composition) contentsPitch(room float64, notes bool) (pitch float64, fits bool) {
	fixed, gaps := 0.0, -1.0
	parted := false
	for i, line := range c.planned {
		if line.anchor == "contents" {
			continue
		}
		if !notes {
			line.note = ""
		}
		fixed += c.contentsHeight(line)
		gaps++
		if i > 0 && (line.part || parted) {
			gaps += 0.75
		}
		parted = line.part
	}
	const widest, closest = 2.0, 1.5
	switch {
	case gaps <= 0 || fixed+widest*gaps <= room:
		return widest, true
	case fixed+closest*gaps > room:
		return widest, false
	}
	return (room - fixed) / gaps, true
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
