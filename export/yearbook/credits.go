package yearbook

import (
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// creditPages lists who took the pictures, in the order of the book.
func (c *composition) creditPages(b *binder) {
	s0 := &setter{c: c}
	rows := c.creditRows(s0)
	if len(rows) == 0 {
		return
	}
	title := c.words.say("credits")
	for first := true; len(rows) > 0; first = false {
		s := b.next(model.SectionCredits)
		s.runningHead(c, title)
		top := 4.0
		if first {
			s.problems = append(s.problems, s0.problems...)
			c.beginSection(s, "credits", title, "", nil)
			top = s.pageTitle(title) + titleGap
		}
		var cols [][]row
		cols, rows = flow(rows, 2, c.grid.last-int(top))
		for i, col := range cols {
			s.column(col, s.x0()+typeset.Length(i)*(c.grid.half()+c.theme.Gutter), top)
		}
	}
}

func (c *composition) creditRows(s *setter) []row {
	byCredit, order := map[string][]string{}, []string{}
	for _, e := range c.entries {
		seen := ""
		for _, photo := range e.photos {
			if photo.Credit == "" || photo.Credit == seen {
				continue
			}
			seen = photo.Credit
			if _, have := byCredit[photo.Credit]; !have {
				order = append(order, photo.Credit)
			}
			// The mark keeps the number on the right of a name that runs to the left.
			at := "\u200e" + noBreak(" "+itoa(c.pageOf[entryAnchor(e.placement)]))
			byCredit[photo.Credit] = append(byCredit[photo.Credit], e.placement.PrintedName()+at)
		}
	}
	var rows []row
	for _, credit := range order {
		mark := textMark{source: page.Source{Field: model.FieldCredit}, role: page.ListItem}
		if len(rows) > 0 {
			rows = append(rows, row{white: true})
		}
		rows = append(rows, row{line: s.set(mark, span{Question, credit}), use: Question, mark: mark, keep: true, first: true})
		var names []row
		for i, line := range s.lines(mark, Table, strings.Join(byCredit[credit], ", "), c.grid.half()) {
			names = append(names, row{line: line, use: Table, mark: mark, first: i == 0})
		}
		keepTogether(names)
		rows = append(rows, names...)
	}
	return rows
}
