package yearbook

import (
	"cmp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"laurel/export/page"
	"laurel/export/typeset"
)

// voice is the type that free text is set in.
type voice struct {
	text, italic, strong, heading Use
}

var (
	// proseVoice is that of forewords and free pages, in one wide column.
	proseVoice = voice{Prose, ProseItalic, ProseStrong, ProseHeading}
	// columnVoice is that of the method and other matter in narrow columns.
	columnVoice = voice{Body, BodyItalic, BodyStrong, Question}
)

// matter is Markdown being set to a width.
type matter struct {
	*setter
	voice  voice
	source page.Source
	text   []byte
	w      typeset.Length
}

// parsed reads Markdown with tables.
func parsed(markdown string) (ast.Node, []byte) {
	text := []byte(markdown)
	return markdownParser.Parse(gmtext.NewReader(text)), text
}

var markdownParser parser.Parser = goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()

// markdown sets free text: headings, paragraphs, lists, quotations, pictures of
// the book, tables and links; emphasis in italics, strong emphasis in semibold.
// What is no such thing prints as it is written: no text is lost.
func (s *setter) markdown(source page.Source, markdown string, w typeset.Length, v voice) []piece {
	doc, text := parsed(markdown)
	return matter{setter: s, voice: v, source: source, text: text, w: w}.children(doc)
}

// children sets the blocks within a block, with white between them.
func (m matter) children(n ast.Node) []piece {
	var out []piece
	for b := n.FirstChild(); b != nil; b = b.NextSibling() {
		set := m.block(b)
		if len(set) > 0 && len(out) > 0 {
			out = append(out, m.between(b.PreviousSibling(), b)...)
		}
		out = append(out, set...)
	}
	return out
}

// between is the white between two blocks: none between paragraphs, whose
// second is indented, none below a heading and none above a list within a line of
// another.
func (m matter) between(before, after ast.Node) []piece {
	if before.Kind() == ast.KindTextBlock && after.Kind() == ast.KindList {
		return nil
	}
	if before.Kind() == ast.KindHeading || before.Kind() == ast.KindParagraph && after.Kind() == ast.KindParagraph && !m.isPicture(before) && !m.isPicture(after) {
		return nil
	}
	return []piece{white(m.c.theme.Type[m.voice.text].Leading)}
}

func (m matter) block(n ast.Node) []piece {
	switch n := n.(type) {
	case *ast.Heading:
		return m.headingPieces(n)
	case *ast.List:
		return m.list(n)
	case *ast.Blockquote:
		return m.quotation(n)
	case *tables.Table:
		return m.table(n)
	case *ast.Paragraph, *ast.TextBlock:
		if picture := m.picture(n); picture != nil {
			return picture
		}
		indent := typeset.Length(0)
		if prev := n.PreviousSibling(); prev != nil && prev.Kind() == ast.KindParagraph && !m.isPicture(prev) {
			indent = m.c.theme.Type[m.voice.text].Size * 5 / 4
		}
		return m.paragraph(n, m.voice.text, page.Paragraph, 0, indent)
	case *ast.ThematicBreak:
		return []piece{white(m.c.theme.Type[m.voice.text].Leading)}
	}
	return m.verbatim(n)
}

func (m matter) headingPieces(n *ast.Heading) []piece {
	use, text := m.voice.heading, m.plain(n)
	above := n.NextSibling() != nil && isTable(n.NextSibling())
	switch {
	case above:
		use, text = SectionLabel, strings.ToUpper(text)
	case n.Level > 2:
		use = m.voice.strong
	}
	mark := textMark{source: m.source, role: page.Heading2}
	lines := m.balanced(mark, use, text, m.w)
	inset := typeset.Length(0)
	if above && len(lines) == 1 { // a label stands as those of charts do
		inset = m.c.standsAt(0, m.w, lines[0].Width)
	}
	pieces := m.linePieces(lines, use, inset, mark, nil)
	for i := range pieces {
		pieces[i].keep = true
	}
	if above { // the first rule of the table is below its name
		pieces = append(pieces, piece{height: m.c.theme.Leading * 3 / 4, keep: true})
	}
	return pieces
}

// paragraph sets a block of inline text, inset from the left.
func (m matter) paragraph(n ast.Node, use Use, role page.Role, inset, indent typeset.Length) []piece {
	var in inline
	in.gather(n, m.text, use, m.voice)
	mark := textMark{source: m.source, role: role}
	lines := m.run(mark, typeset.Paragraph{
		Spans: m.styled(in.spans, false), Measure: m.w - inset, Indent: indent, Align: m.alignment(use, m.w-inset), Hyphenate: true, Hang: true,
	})
	return m.linePieces(lines, use, inset, mark, in.links)
}

func (m matter) list(n *ast.List) []piece {
	inset := m.c.theme.Type[m.voice.text].Size * 3 / 2
	if n.IsOrdered() && n.ChildCount()+n.Start > 10 {
		inset = inset * 4 / 3
	}
	var out []piece
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		bullet := "•"
		if n.IsOrdered() {
			bullet = itoa(number) + "."
			number++
		}
		in := m
		in.w -= inset
		out = append(out, m.labelled(in.children(item), bullet, inset)...)
	}
	return out
}

// labelled insets pieces and sets a bullet or number before the first.
func (m matter) labelled(pieces []piece, bullet string, inset typeset.Length) []piece {
	mark := textMark{source: m.source, role: page.ListItem}
	use := m.voice.text
	label := m.set(mark, span{use, bullet})
	for i, p := range pieces {
		draw := p.draw
		if draw == nil {
			continue
		}
		pieces[i].draw = func(s *sheet, x, y typeset.Length) {
			if i == 0 {
				s.put(label, x, y, use, mark, s.nextBlock())
			}
			draw(s, x+inset, y)
		}
	}
	return pieces
}

// quotation sets a quotation in italics, inset on both sides.
func (m matter) quotation(n ast.Node) []piece {
	inset := m.c.theme.Type[m.voice.text].Size * 3 / 2
	in := m
	in.w -= 2 * inset
	in.voice.text = m.voice.italic
	pieces := in.children(n)
	for i, p := range pieces {
		if draw := p.draw; draw != nil {
			pieces[i].draw = func(s *sheet, x, y typeset.Length) { draw(s, x+inset, y) }
		}
	}
	return pieces
}

// verbatim sets a block that has no inline text, such as code, line by line.
func (m matter) verbatim(n ast.Node) []piece {
	var out []piece
	mark := textMark{source: m.source, role: page.Paragraph}
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		text := strings.TrimRight(string(line.Value(m.text)), "\r\n")
		out = append(out, m.linePieces(m.lines(mark, m.voice.text, text, m.w), m.voice.text, 0, mark, nil)...)
	}
	return out
}

// plain is the text of a block without its emphasis.
func (m matter) plain(n ast.Node) string {
	var in inline
	in.gather(n, m.text, m.voice.text, m.voice)
	var b strings.Builder
	for _, p := range in.spans {
		b.WriteString(p.text)
	}
	return strings.TrimSpace(b.String())
}

// inline gathers the text of a block in spans, and its links by byte range.
type inline struct {
	spans []span
	links []inlineLink
	at    int
}

func (in *inline) say(use Use, text string) {
	in.spans = append(in.spans, span{use, text})
	in.at += len(text)
}

// unescaped resolves entities ("&amp;") and what a backslash kept plain.
func unescaped(text []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(text))))
}

func (in *inline) gather(n ast.Node, text []byte, use Use, v voice) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		from := in.at
		switch c := c.(type) {
		case *ast.Text:
			in.say(use, unescaped(c.Segment.Value(text)))
			switch {
			case c.HardLineBreak():
				in.say(use, "\n")
			case c.SoftLineBreak():
				in.say(use, " ")
			}
		case *ast.String:
			in.say(use, string(c.Value))
		case *ast.RawHTML:
			for i := range c.Segments.Len() {
				segment := c.Segments.At(i)
				in.say(use, string(segment.Value(text)))
			}
		case *ast.AutoLink:
			in.say(use, string(c.Label(text)))
			in.link(from, string(c.URL(text)), c.AutoLinkType == ast.AutoLinkEmail)
		case *ast.Link:
			in.gather(c, text, use, v)
			in.link(from, string(c.Destination), false)
		case *ast.Emphasis:
			in.gather(c, text, emphasised(c.Level, use, v), v)
		default:
			in.gather(c, text, use, v)
		}
	}
}

// emphasised is the type of emphasis; within italics it stands upright.
func emphasised(level int, use Use, v voice) Use {
	switch {
	case level > 1:
		return v.strong
	case use == v.italic:
		return v.text
	}
	return v.italic
}

// link notes what leads to the web or to a letter box; other schemes do nothing
// on paper and must not do anything in a file.
func (in *inline) link(from int, url string, mail bool) {
	if mail && !strings.HasPrefix(url, "mailto:") {
		url = "mailto:" + url
	}
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(strings.ToLower(url), scheme) {
			in.links = append(in.links, inlineLink{from, in.at, url})
			return
		}
	}
}

// standfirst parts the quotation that opens a text, which is set large, from the
// rest. Both are Markdown; the standfirst is plain.
func standfirst(markdown string) (first, rest string) {
	lines := strings.Split(strings.TrimLeft(markdown, "\n "), "\n")
	n := 0
	for n < len(lines) && strings.HasPrefix(strings.TrimSpace(lines[n]), ">") {
		first = joined(" ", first, strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(lines[n]), ">")))
		n++
	}
	return cmp.Or(first, ""), strings.TrimSpace(strings.Join(lines[n:], "\n"))
}
