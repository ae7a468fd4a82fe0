package yearbook

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// methodPages sets how the list was made: the edition's method and criteria,
// written in Markdown, in two columns, and the judges below.
func (c *composition) methodPages(b *binder) {
	e := c.snapshot.Edition
	source := page.Source{Record: string(e.ID), Field: "method"}
	s0 := &setter{c: c}
	rows := s0.markdownRows(source, e.Method, c.grid.half())
	if strings.TrimSpace(e.Criteria) != "" {
		if len(rows) > 0 {
			rows = append(rows, row{white: true})
		}
		source.Field = "criteria"
		rows = append(rows, s0.markdownRows(source, e.Criteria, c.grid.half())...)
	}
	if len(e.Judges) > 0 {
		if len(rows) > 0 {
			rows = append(rows, row{white: true})
		}
		rows = append(rows, c.judgeRows(s0)...)
	}
	if len(rows) == 0 {
		return
	}
	title := c.words.say("how the list was made")
	for first := true; len(rows) > 0; first = false {
		s := b.next(model.SectionMethod)
		s.runningHead(c, title)
		top := 4.0
		if first {
			s.problems = append(s.problems, s0.problems...)
			c.beginSection(s, "method", title, "", nil)
			top = s.pageTitle(title) + 7.5
		}
		var cols [][]row
		cols, rows = flow(rows, 2, c.grid.last-int(top))
		for i, col := range cols {
			s.column(col, s.x0()+typeset.Length(i)*(c.grid.half()+c.theme.Gutter), top)
		}
	}
}

func (c *composition) judgeRows(s *setter) []row {
	mark := textMark{source: page.Source{Record: string(c.snapshot.Edition.ID), Field: "judges"}, role: page.ListItem}
	rows := []row{{line: s.set(mark, span{Question, c.words.say("judges")}), use: Question, mark: textMark{role: page.Heading2}, keep: true, first: true}}
	for _, judge := range c.snapshot.Edition.Judges {
		for i, line := range s.lines(mark, Body, judge, c.grid.half()) {
			rows = append(rows, row{line: line, use: Body, mark: mark, first: i == 0})
		}
	}
	return rows
}

// markdownRows sets Markdown: headings, paragraphs, lists and quotations on the
// grid. Emphasis is set in italics, strong emphasis in semibold.
func (s *setter) markdownRows(source page.Source, markdown string, w typeset.Length) []row {
	text := []byte(markdown)
	doc := goldmark.DefaultParser().Parse(gmtext.NewReader(text))
	var rows []row
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if len(rows) > 0 {
			if _, wasHeading := n.PreviousSibling().(*ast.Heading); !wasHeading {
				_, is := n.(*ast.Heading)
				if is || n.Kind() == ast.KindList || n.Kind() == ast.KindBlockquote {
					rows = append(rows, row{white: true})
				}
			}
		}
		rows = append(rows, s.blockRows(source, n, text, w)...)
	}
	return rows
}

func (s *setter) blockRows(source page.Source, n ast.Node, text []byte, w typeset.Length) []row {
	switch n := n.(type) {
	case *ast.Heading:
		mark := textMark{source: source, role: page.Heading2}
		var rows []row
		for i, line := range s.lines(mark, Question, plainText(n, text), w) {
			rows = append(rows, row{line: line, use: Question, mark: mark, keep: true, first: i == 0})
		}
		return rows
	case *ast.List:
		var rows []row
		number := n.Start
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			bullet := "•"
			if n.IsOrdered() {
				bullet = itoa(number) + "."
				number++
			}
			rows = append(rows, s.itemRows(source, item, text, bullet, w)...)
		}
		return rows
	case *ast.Blockquote:
		var rows []row
		for p := n.FirstChild(); p != nil; p = p.NextSibling() {
			rows = append(rows, s.styledRows(textMark{source: source, role: page.Quote}, []span{{BodyItalic, plainText(p, text)}}, w, 0)...)
		}
		return rows
	case *ast.Paragraph, *ast.TextBlock:
		indent := typeset.Length(0)
		if prev := n.PreviousSibling(); prev != nil && prev.Kind() == ast.KindParagraph {
			indent = s.c.theme.Type[Body].Size
		}
		return s.styledRows(textMark{source: source, role: page.Paragraph}, styledSpans(n, text, Body), w, indent)
	case *ast.ThematicBreak:
		return []row{{white: true}}
	default:
		return s.styledRows(textMark{source: source, role: page.Paragraph}, []span{{Body, blockText(n, text)}}, w, 0)
	}
}

func (s *setter) itemRows(source page.Source, item ast.Node, text []byte, bullet string, w typeset.Length) []row {
	mark := textMark{source: source, role: page.ListItem}
	inset := s.c.theme.Type[Body].Size * 3 / 2
	var rows []row
	for b := item.FirstChild(); b != nil; b = b.NextSibling() {
		rows = append(rows, s.styledRows(mark, styledSpans(b, text, Body), w-inset, 0)...)
	}
	for i := range rows {
		rows[i].indent = inset
	}
	if len(rows) > 0 {
		label := s.set(mark, span{Body, bullet})
		rows[0].label = label
	}
	return rows
}

// styledSpans flattens inline Markdown into spans of body, italic and semibold.
func styledSpans(n ast.Node, text []byte, use Use) []span {
	var out []span
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			t := string(c.Segment.Value(text))
			if c.SoftLineBreak() || c.HardLineBreak() {
				t += " "
			}
			out = append(out, span{use, t})
		case *ast.String:
			out = append(out, span{use, string(c.Value)})
		case *ast.Emphasis:
			inner := BodyItalic
			if c.Level > 1 {
				inner = BodyStrong
			}
			out = append(out, styledSpans(c, text, inner)...)
		case *ast.AutoLink:
			out = append(out, span{use, string(c.URL(text))})
		case *ast.CodeSpan:
			out = append(out, styledSpans(c, text, use)...)
		default:
			out = append(out, styledSpans(c, text, use)...)
		}
	}
	return out
}

func plainText(n ast.Node, text []byte) string {
	var b strings.Builder
	for _, p := range styledSpans(n, text, Body) {
		b.WriteString(p.text)
	}
	return b.String()
}

// blockText is the source of a block that has no inline text, such as code.
func blockText(n ast.Node, text []byte) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(text))
	}
	return b.String()
}

// creditPages lists who took the pictures.
func (c *composition) creditPages(b *binder) {
	s0 := &setter{c: c}
	byCredit, order := map[string][]string{}, []string{}
	for _, e := range c.entries {
		if e.photo == nil || e.photo.Credit == "" {
			continue
		}
		if _, have := byCredit[e.photo.Credit]; !have {
			order = append(order, e.photo.Credit)
		}
		byCredit[e.photo.Credit] = append(byCredit[e.photo.Credit], e.placement.PrintedName()+noBreak(" "+itoa(c.pageOf[entryAnchor(e.placement)])))
	}
	if len(order) == 0 {
		return
	}
	var rows []row
	for _, credit := range order {
		mark := textMark{source: page.Source{Field: model.FieldCredit}, role: page.ListItem}
		if len(rows) > 0 {
			rows = append(rows, row{white: true})
		}
		rows = append(rows, row{line: s0.set(mark, span{Question, credit}), use: Question, mark: mark, keep: true, first: true})
		for i, line := range s0.lines(mark, Table, strings.Join(byCredit[credit], ", "), c.grid.half()) {
			rows = append(rows, row{line: line, use: Table, mark: mark, first: i == 0})
		}
	}
	title := c.words.say("credits")
	for first := true; len(rows) > 0; first = false {
		s := b.next(model.SectionCredits)
		s.runningHead(c, title)
		top := 4.0
		if first {
			c.beginSection(s, "credits", title, "", nil)
			top = s.pageTitle(title) + 7.5
		}
		var cols [][]row
		cols, rows = flow(rows, 2, c.grid.last-int(top))
		for i, col := range cols {
			s.column(col, s.x0()+typeset.Length(i)*(c.grid.half()+c.theme.Gutter), top)
		}
	}
}
