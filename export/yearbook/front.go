package yearbook

import (
	"strconv"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// halfTitlePages makes the half title and a frontispiece on its back.
func (c *composition) halfTitlePages(b *binder) {
	edition := c.snapshot.Edition
	half := b.next(model.SectionHalfTitle)
	half.add(&page.Anchor{Name: "title"})
	half.add(&page.Bookmark{Title: c.title + " " + strconv.Itoa(edition.Year)})
	half.paragraph(half.x0(), half.ln(6), c.grid.half(), HalfTitle, c.title, furniture)

	front := b.next(model.SectionHalfTitle)
	front.flood(c.theme.Tint)
	branch(front, c.theme.Main, 0.12, 0.2, 1)
}

// titlePage says on a right-hand page what the book is.
func (c *composition) titlePage(b *binder) {
	edition := c.snapshot.Edition
	b.recto(model.SectionTitle)
	s := b.next(model.SectionTitle)
	step := c.theme.Type[BookTitle].Leading
	y := s.ln(5)
	mark := textMark{source: page.Source{Record: string(edition.ID), Field: "title"}, role: page.Heading1}
	n := s.paragraph(s.x0(), y, c.grid.text, BookTitle, c.title, mark)
	y += typeset.Length(n-1) * step
	if sub := c.snapshot.Yearbook.Subtitle; sub != "" {
		s.paragraph(s.x0(), y+typeset.Points(46), c.grid.text, Subtitle, sub, textMark{source: page.Source{Record: string(edition.ID), Field: "subtitle"}, role: page.Paragraph})
	}
	at := 20.0
	s.text(s.x0(), s.ln(at), Organisation, strconv.Itoa(edition.Year), textMark{role: page.Paragraph})
	for _, line := range []string{edition.Region, c.words.date(edition.Published)} {
		if line != "" {
			at++
			s.text(s.x0(), s.ln(at), JobTitle, line, textMark{role: page.Paragraph})
		}
	}
	wreath(s, s.x0()+typeset.MM(9), s.ln(float64(c.grid.last-3)), typeset.MM(9), c.theme.Main)
}

// imprintPage sets who made the book, at the foot of a left-hand page.
func (c *composition) imprintPage(b *binder) {
	if !b.verso() {
		b.next(model.SectionImprint)
	}
	s := b.next(model.SectionImprint)
	w := c.grid.col(4)
	text := joined("\n\n", c.snapshot.Yearbook.Imprint, c.words.say("cuts"), c.words.say("set in"))
	mark := textMark{source: page.Source{Record: string(c.snapshot.Edition.ID), Field: "imprint"}, role: page.Paragraph}
	type block struct {
		label string
		lines []typeset.Line
	}
	var blocks []block
	total := 0.0
	for _, paragraph := range strings.Split(text, "\n\n") {
		for _, line := range strings.Split(paragraph, "\n") {
			label, rest, isPair := strings.Cut(line, ": ")
			if !isPair || len(label) > 24 || !strings.HasPrefix(line, "- ") {
				blocks = append(blocks, block{lines: s.lines(mark, Imprint, line, w)})
			} else {
				blocks = append(blocks, block{strings.TrimPrefix(label, "- "), s.lines(mark, Imprint, rest, w-c.grid.col(1)-c.theme.Gutter)})
			}
			total += float64(len(blocks[len(blocks)-1].lines))
		}
		blocks = append(blocks, block{})
		total += 0.5
	}
	at := float64(c.grid.last) - total
	for _, b := range blocks {
		x := s.x0()
		if b.label != "" {
			s.text(x, s.ln(at), ImprintLabel, b.label, mark)
			x += c.grid.col(1) + c.theme.Gutter
		}
		s.putLines(b.lines, x, s.ln(at), Imprint, mark)
		at += float64(len(b.lines))
		if len(b.lines) == 0 {
			at += 0.5
		}
	}
	s.head("", s.page.Label)
}

const (
	titleLine = 3.0 // of a page's title
	titleGap  = 6.0 // from its last line to the text
)

// pageTitle sets the large title of a section and gives the line it ends on.
func (s *sheet) pageTitle(title string) float64 {
	n := s.paragraph(s.x0(), s.ln(titleLine), s.c.grid.text, PageTitle, title, textMark{role: page.Heading1})
	return titleLine + s.c.inLines(s.c.theme.Type[PageTitle].Leading)*float64(n-1)
}

// contentsPage lists the sections with their pages, the ranked entries under theirs.
func (c *composition) contentsPage(b *binder) {
	b.recto(model.SectionContents)
	s := b.next(model.SectionContents)
	title := c.words.say("contents")
	c.beginSection(s, "contents", title, "", nil)
	at := s.pageTitle(title) + titleGap
	parted := false // whether the line above belongs to the profiles
	for i, section := range c.planned {
		if section.anchor == "contents" {
			continue
		}
		if at+2+float64(len(section.entries)) > float64(c.grid.last) {
			s.head("", s.page.Label)
			s = b.next(model.SectionContents)
			at = 4
		} else if i > 0 && (section.part || parted) && at > 9 {
			// The parts of the list itself stand between rules.
			s.hairRule(s.x0(), s.ln(at-0.5), c.grid.text)
			at += 1.5
		}
		parted = section.part
		at = c.contentsLine(s, section, at)
	}
	s.head("", s.page.Label)
}

func (c *composition) contentsLine(s *sheet, section sectionStart, at float64) float64 {
	x, inset := s.x0(), c.grid.col(1)+c.theme.Gutter
	number := strconv.Itoa(c.pageOf[section.anchor])
	toc := textMark{role: page.TOCItem}
	s.text(x, s.ln(at), ContentsPage, number, toc)
	s.text(x+inset, s.ln(at), ContentsTitle, section.title, toc)
	s.add(&page.Link{X: x, Y: s.ln(at) - 12*typeset.Pt, W: c.grid.text, H: 16 * typeset.Pt, Anchor: section.anchor})
	if section.note != "" {
		at++
		s.text(x+inset, s.ln(at), ContentsNote, section.note, toc)
	}
	if len(section.entries) > 0 {
		at += 0.5
	}
	for _, i := range section.entries {
		at++
		c.contentsEntry(s, c.entries[i], x+inset, at)
	}
	return at + 2
}

func (c *composition) contentsEntry(s *sheet, e entry, x typeset.Length, at float64) {
	y := s.ln(at)
	toc := from(e.placement, model.FieldName).as(page.TOCItem)
	s.text(x, y, ContentsNote, c.figure(e), from(e.placement, model.FieldRank).as(page.TOCItem))
	name, _ := printedName(e.placement)
	nx := x + typeset.MM(9)
	nx += s.text(nx, y, TableStrong, name, toc) + typeset.Points(5)
	s.fitted(nx, y, s.x1()-typeset.MM(12)-nx, ContentsNote, printedOrganisation(e.placement), from(e.placement, model.FieldOrganisation).as(page.TOCItem))
	anchor := entryAnchor(e.placement)
	s.textRight(s.x1(), y, Table, strconv.Itoa(c.pageOf[anchor]), toc)
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

// openerPage is a full-bleed right-hand page before a part of the profiles.
func (c *composition) openerPage(b *binder, p part) {
	if b.opener == nil {
		return
	}
	b.recto(model.SectionProfiles)
	s := b.next(model.SectionProfiles)
	var listed []int
	if c.entries[p.first].ranked && p.end-p.first <= 12 {
		for i := p.first; i < p.end; i++ {
			listed = append(listed, i)
		}
	}
	c.beginSection(s, "part-"+p.anchor, p.title, p.note, listed)
	c.sections[len(c.sections)-1].part = true
	s.flood(c.theme.Deep)
	branch(s, c.theme.Mid, 0.3, 0.42, 0.72)
	s.paragraph(s.x0(), s.ln(8), c.grid.text, OpenerTitle, p.title, textMark{role: page.Heading1})
	for n, i := range listed {
		e := c.entries[i]
		y := s.ln(float64(c.grid.last) - 1.5*float64(len(listed)-1-n))
		s.text(s.x0(), y, OpenerText, c.figure(e), from(e.placement, model.FieldRank))
		s.text(s.x0()+typeset.MM(11), y, OpenerText, e.placement.PrintedName(), from(e.placement, model.FieldName))
		s.add(&page.Link{X: s.x0(), Y: y - 12*typeset.Pt, W: c.grid.half(), H: 18 * typeset.Pt, Anchor: entryAnchor(e.placement)})
	}
	if len(listed) == 0 {
		s.text(s.x0(), s.ln(float64(c.grid.last)), OpenerText, p.note, textMark{role: page.Paragraph})
	}
}
