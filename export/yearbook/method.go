package yearbook

import (
	"cmp"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// methodPages set how the list was made: the edition's method and criteria,
// written in Markdown, in two columns, then its tables over the whole width.
func (c *composition) methodPages(b *binder, section model.Section) {
	set := &setter{c: c}
	running, apart := c.methodMatter(set, section)
	if len(running) == 0 && len(apart) == 0 {
		return
	}
	title := cmp.Or(section.Title, c.words.say("how the list was made"))
	b.start(section, model.StartAny)
	s := b.next(section.Kind)
	s.runningHead(c, title)
	s.problems = append(s.problems, set.problems...)
	c.beginSection(s, c.anchorOf(section.Kind), title, c.methodNote(), nil)
	at := max(s.titleOnTwoLines(title, 6)+4, 12)
	if len(running) == 0 { // its tables begin below the title
		c.endedAt = ended{s, s.ln(at - tableGap)}
	}
	shape := c.grid.columnsOf(typeset.MM(56), 2)
	for len(running) > 0 {
		var cols [][]piece
		height := s.ln(float64(c.grid.last)) - s.ln(at)
		cols, running = fillColumns(running, shape.columns, height, c.theme.Leading)
		for i, col := range cols {
			y := s.stack(col, s.x0()+typeset.Length(i)*(shape.width+c.theme.Gutter), s.ln(at))
			if c.endedAt.on != s || len(col) > 0 && y > c.endedAt.y {
				c.endedAt = ended{s, y}
			}
		}
		if len(running) > 0 {
			s = b.next(section.Kind)
			s.runningHead(c, title)
			at = titleLine
		}
	}
	for _, table := range apart {
		c.methodTable(b, section, title, table)
	}
}

// tableGap is how many lines a table of the method stands below what ended.
const tableGap = 3

// methodTable sets a table over the whole width, below what ended last where it
// fits there, else from the head of the next page.
func (c *composition) methodTable(b *binder, section model.Section, title string, table []piece) {
	s, at := b.last(), c.grid.lineAt(c.endedAt.y)+tableGap
	foot := s.ln(float64(c.grid.last))
	fits := c.endedAt.on == s && s.ln(at)+extent(table) <= foot
	for len(table) > 0 {
		if !fits {
			s, at = b.next(section.Kind), 2
			s.runningHead(c, title)
		}
		var col []piece
		col, table = fillColumn(table, foot-s.ln(at))
		c.endedAt = ended{s, s.stack(col, s.x0(), s.ln(at))}
		fits = false
	}
}

// methodNote is what the contents say below the title.
func (c *composition) methodNote() string { return c.words.say("method note") }

// methodMatter sets method and criteria for the columns, and their tables for
// the whole width. The section's own text stands before both.
func (c *composition) methodMatter(set *setter, section model.Section) (running []piece, apart [][]piece) {
	e := c.snapshot.Edition
	w := c.grid.columnsOf(typeset.MM(56), 2).width
	for _, part := range []struct {
		text, heading string
		source        page.Source
	}{
		{section.Text, "", c.bookSource()},
		{e.Method, "", page.Source{Record: string(e.ID), Field: "method"}},
		{e.Criteria, c.words.say("criteria"), page.Source{Record: string(e.ID), Field: "criteria"}},
	} {
		text := strings.TrimSpace(part.text)
		if text == "" {
			continue
		}
		if part.heading != "" && !strings.HasPrefix(text, "#") {
			text = "## " + part.heading + "\n\n" + text
		}
		text, tables := tablesApart(text)
		if pieces := set.markdown(part.source, text, w, columnVoice); len(pieces) > 0 {
			if len(running) > 0 {
				running = append(running, white(c.theme.Leading))
			}
			running = append(running, pieces...)
		}
		for _, table := range tables {
			apart = append(apart, set.markdown(part.source, table, c.grid.text, columnVoice))
		}
	}
	return running, apart
}

// titleOnTwoLines sets a title that would leave half its line empty on two, parted
// at its comma.
func (s *sheet) titleOnTwoLines(title string, at float64) float64 {
	c := s.c
	mark := textMark{role: page.Heading1}
	lines := s.balanced(mark, PageTitle, title, c.standingWidth(c.grid.text*11/20))
	if first, rest, comma := strings.Cut(title, ", "); comma {
		parted := append(s.balanced(mark, PageTitle, first+",", c.grid.text), s.balanced(mark, PageTitle, rest, c.grid.text)...)
		if len(parted) <= 3 && hyphens(parted) == 0 {
			return s.putTitle(parted, at, mark)
		}
	}
	if len(lines) > 2 || hyphens(lines) > 0 {
		lines = s.balanced(mark, PageTitle, title, c.grid.text)
	}
	return s.putTitle(lines, at, mark)
}
