package yearbook

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"laurel/export/page"
	"laurel/export/typeset"
)

// markdownRows sets Markdown: headings, paragraphs, lists and quotations on the
// grid. Emphasis is set in italics, strong emphasis in semibold.
func (s *setter) markdownRows(source page.Source, markdown string, w typeset.Length) []row {
	text := []byte(markdown)
	doc := goldmark.DefaultParser().Parse(gmtext.NewReader(text))
	var rows []row
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if len(rows) > 0 {
			if before := n.PreviousSibling().Kind(); before != ast.KindHeading && (apart(before) || apart(n.Kind())) {
				rows = append(rows, row{white: true})
			}
		}
		rows = append(rows, s.blockRows(source, n, text, w)...)
	}
	return rows
}

// apart says whether a kind of block stands between lines of white.
func apart(kind ast.NodeKind) bool {
	return kind == ast.KindHeading || kind == ast.KindList || kind == ast.KindBlockquote
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
