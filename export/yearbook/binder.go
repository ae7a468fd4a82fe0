package yearbook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"laurel/export/page"
	"laurel/model"
)

// binder collects sheets and knows on which side the next one falls.
type binder struct {
	c        *composition
	sheets   []*sheet
	opener   *model.Section // that the section going on begins with, nil: none
	unopened *part          // that begins without an opener on the next page
	evenly   func()         // sets the list that ended last again, see list
}

// verso says whether the next page is a left-hand one; page 1 is a recto.
func (b *binder) verso() bool { return len(b.sheets)%2 == 1 }

// next adds an empty page of a section. Its folio and running head are set by
// the section, which knows whether the page has them.
func (b *binder) next(section model.SectionKind) *sheet {
	b.endList()
	s := &sheet{setter: setter{c: b.c}, verso: b.verso()}
	s.page.Section = string(section)
	s.page.Verso = s.verso
	s.page.Label = strconv.Itoa(len(b.sheets) + 1)
	s.add(&page.Anchor{Name: pageAnchor(len(b.sheets) + 1)})
	b.sheets = append(b.sheets, s)
	return s
}

// list sets a list that another may begin below: each page full, so that the last
// has the most room. Where it could be shared out over as many pages, which set
// says, and nothing begins below it after all, it is.
func (b *binder) list(set func(evenly bool) (could bool)) {
	sheets, sections := len(b.sheets), len(b.c.sections)
	if set(false) {
		b.evenly = func() {
			b.sheets, b.c.sections = b.sheets[:sheets], b.c.sections[:sections]
			set(true)
		}
	}
}

// endList shares the list that ended last out over its pages: nothing is below it.
func (b *binder) endList() {
	if evenly := b.evenly; evenly != nil {
		b.evenly = nil
		evenly()
	}
}

// pageNumber is the page of an anchor as it prints; nothing where the book has
// no such place, as with profiles switched off.
func (c *composition) pageNumber(anchor string) string {
	if n := c.pageOf[anchor]; n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// leadingSomewhere leaves out links to places that the book has not.
func (c *composition) leadingSomewhere(marks []page.Mark) []page.Mark {
	return slices.DeleteFunc(marks, func(m page.Mark) bool {
		l, ok := m.(*page.Link)
		return ok && l.Anchor != "" && c.pageOf[l.Anchor] == 0
	})
}

// pageAnchor names the place that links to a page lead to.
func pageAnchor(n int) string { return "page-" + strconv.Itoa(n) }

// start adds a blank page, if one is needed, so that the section begins on the
// side that it asks for, or else usually begins on.
func (b *binder) start(section model.Section, usual model.StartSide) {
	switch side := cmp.Or(section.Start, usual); {
	case side == model.StartRecto && b.verso(), side == model.StartVerso && !b.verso():
		b.next(section.Kind)
	}
}

// last is the page added last, nil of an empty book.
func (b *binder) last() *sheet {
	if len(b.sheets) == 0 {
		return nil
	}
	return b.sheets[len(b.sheets)-1]
}

// fillerSection is the section of pages that fill the last sheet.
const fillerSection = "filler"

// mostNotes is how many of the pages that fill the last sheet are for notes.
const mostNotes = 4

// fill adds pages until the book has the number of pages that is asked for, then
// the two sides of the back cover. Of those added the first are for notes; without
// a cover, whose inside is white, the last is blank. It gives how many are blank.
func (b *binder) fill() (blank int) {
	front := 0
	for _, s := range b.sheets {
		if s.page.Section == string(model.SectionCover) {
			front++
		}
	}
	n := max(1, b.c.snapshot.Yearbook.Multiple)
	fillers := (n - (len(b.sheets)-front)%n) % n
	notes := min(fillers, mostNotes)
	if front == 0 {
		notes = max(0, min(fillers-1, mostNotes))
	}
	for i := range fillers {
		if s := b.next(fillerSection); i < notes {
			s.notesPage(b.c)
		}
	}
	if front > 0 {
		b.c.backCover(b)
	}
	return fillers - notes
}

// notesPage rules a page to be written on.
func (s *sheet) notesPage(c *composition) {
	s.head("", s.page.Label)
	s.standing(s.x0(), c.grid.text, s.ln(2), SectionLabel, c.label(c.words.say("notes")), textMark{role: page.Label})
	for n := 5; n <= c.grid.last; n += 2 {
		s.hairRule(s.x0(), s.ln(float64(n)), c.grid.text)
	}
}

// begin marks the start of a section for contents, bookmarks and links.
func (c *composition) beginSection(s *sheet, anchor, title, note string, entries []int) {
	s.add(&page.Anchor{Name: anchor})
	s.add(&page.Bookmark{Title: title})
	c.sections = append(c.sections, sectionStart{anchor: anchor, title: title, note: note, entries: entries})
}

// anchorOf names a section for links; of several of a kind each has its own name.
func (c *composition) anchorOf(kind model.SectionKind) string {
	name := strings.ReplaceAll(string(kind), " ", "-")
	anchor := name
	for n := 2; slices.ContainsFunc(c.sections, func(s sectionStart) bool { return s.anchor == anchor }); n++ {
		anchor = name + "-" + strconv.Itoa(n)
	}
	return anchor
}
