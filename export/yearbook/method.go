package yearbook

import (
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// methodPages sets how the list was made: the edition's method and criteria,
// written in Markdown, in two columns.
func (c *composition) methodPages(b *binder) {
	e := c.snapshot.Edition
	source := page.Source{Record: string(e.ID), Field: "method"}
	s0 := &setter{c: c}
	rows := s0.markdownRows(source, e.Method, c.grid.half())
	if strings.TrimSpace(e.Criteria) != "" {
		source.Field = "criteria"
		if len(rows) > 0 {
			rows = append(rows, row{white: true})
		}
		if !strings.HasPrefix(strings.TrimSpace(e.Criteria), "#") {
			heading := s0.set(furniture, span{Question, c.words.say("criteria")})
			rows = append(rows, row{line: heading, use: Question, mark: textMark{role: page.Heading2}, keep: true, first: true})
		}
		rows = append(rows, s0.markdownRows(source, e.Criteria, c.grid.half())...)
	}
	title := c.words.say("how the list was made")
	for first := true; len(rows) > 0; first = false {
		s := b.next(model.SectionMethod)
		s.runningHead(c, title)
		top := 4.0
		if first {
			s.problems = append(s.problems, s0.problems...)
			c.beginSection(s, "method", title, "", nil)
			top = s.pageTitle(title) + titleGap
		}
		var cols [][]row
		cols, rows = flow(rows, 2, c.grid.last-int(top))
		for i, col := range cols {
			s.column(col, s.x0()+typeset.Length(i)*(c.grid.half()+c.theme.Gutter), top)
		}
	}
}

// judge is a member of the panel as written in one line: "Ann Lee, Tide Office".
type judge struct{ name, role []typeset.Line }

func (j judge) height() float64 { return float64(len(j.name)+len(j.role)) + 1.5 }

// judgesPages sets the panel in three columns between rules.
func (c *composition) judgesPages(b *binder) {
	names := c.snapshot.Edition.Judges
	if len(names) == 0 {
		return
	}
	mark := textMark{source: page.Source{Record: string(c.snapshot.Edition.ID), Field: "judges"}, role: page.ListItem}
	const columns = 3
	w := (c.grid.text - (columns-1)*c.theme.Gutter) / columns
	title := c.words.say("judges")
	s := b.next(model.SectionMethod)
	s.runningHead(c, c.words.say("how the list was made"))
	c.beginSection(s, "judges", title, "", nil)
	at := s.pageTitle(title) + titleGap
	for len(names) > 0 {
		line := names[:min(columns, len(names))]
		names = names[len(line):]
		judges, height := make([]judge, len(line)), 0.0
		for i, text := range line {
			name, role, _ := strings.Cut(text, ", ")
			judges[i] = judge{s.lines(mark, TableStrong, name, w), s.lines(mark, ContentsNote, role, w)}
			height = max(height, judges[i].height())
		}
		if at+height > float64(c.grid.last) {
			s = b.next(model.SectionMethod)
			s.runningHead(c, title)
			at = 4
		}
		for i, j := range judges {
			x := s.x0() + typeset.Length(i)*(w+c.theme.Gutter)
			s.hairRule(x, s.ln(at-1.25), w)
			s.putLines(j.name, x, s.ln(at), TableStrong, mark)
			s.putLines(j.role, x, s.ln(at+float64(len(j.name))), ContentsNote, mark)
		}
		at += height
	}
}
