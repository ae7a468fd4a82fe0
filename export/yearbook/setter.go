package yearbook

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// setter sets text in the theme's uses and notes what no face could show. It
// knows no page: what it sets can be placed on any.
type setter struct {
	c        *composition
	look     *look // of the slot that it sets for; nil: the pages'
	scale    int   // thousandths of the size that it sets in; 0: all of it
	ragged   bool  // it sets no text justified
	problems []model.Problem
}

func (c *composition) loadStyle(style *typeset.Style, t Type) error {
	face, err := c.face(t.Face)
	if err != nil {
		return err
	}
	*style = typeset.Style{
		Face: face, Size: t.Size, Tracking: t.Tracking,
		Features: strings.Join(t.Features, ","), Lang: c.snapshot.Yearbook.Language, NoHyphen: c.snapshot.Yearbook.House.Undivided,
	}
	return nil
}

// capHeight is the height of the capitals (and lining figures) of a use.
func (c *composition) capHeight(u Use) typeset.Length {
	f := c.styles[u].Face
	return f.Scale(f.CapHeight(), c.styles[u].Size)
}

// bearing is the white before the ink of a line's first glyph, so that large
// figures can be hung to stand flush.
func (c *composition) bearing(line typeset.Line) typeset.Length {
	if len(line.Glyphs) == 0 {
		return 0
	}
	g := line.Glyphs[0]
	xMin, _, _, _, ok := g.Face.GlyphBox(g.ID)
	if !ok {
		return 0
	}
	return g.Face.Scale(xMin, typeset.Length(g.Size))
}

// run sets a paragraph and reports characters that no face has.
func (s *setter) run(m textMark, p typeset.Paragraph) []typeset.Line {
	r := s.c.memo.get(func() []byte { return keyOfParagraph(p) }, func() setText {
		r, err := s.c.params.Library.Set(s.c.ctx, p)
		if err != nil {
			s.c.fail(err)
			return setText{}
		}
		return setText{lines: r.Lines, missing: r.Missing}
	})
	if len(r.missing) > 0 && m.who != nil {
		s.problem(missingGlyphs(m, r.missing))
	}
	return r.lines
}

func missingGlyphs(m textMark, missing []typeset.MissingGlyph) model.Problem {
	const most = 6 // that are named
	var signs []string
	seen := map[rune]bool{}
	for _, g := range missing {
		if !seen[g.Rune] {
			signs = append(signs, fmt.Sprintf("U+%04X %s", g.Rune, printable(g.Rune)))
		}
		seen[g.Rune] = true
	}
	if len(signs) > most {
		signs = append(signs[:most], "…")
	}
	return model.Problem{
		Severity: model.Error, Kind: model.ProblemMissingGlyph,
		PlacementID: m.who.ID, PersonID: firstPerson(m.who), Person: m.who.PrintedName(), Field: m.source.Field,
		Text: model.Say("No font has {{.Signs}} in the {{.Field}} of {{.Name}}; a box prints in its place.",
			"Signs", strings.Join(signs, ", "), "Field", model.WordOf(m.source.Field), "Name", m.who.PrintedName()),
		Remedy: model.Say("Write it in letters that the fonts have, or add a font that has it."),
	}
}

func printable(r rune) string {
	if unicode.IsPrint(r) {
		return string(r)
	}
	return ""
}

// set sets spans on a single line, however long.
func (s *setter) set(m textMark, spans ...span) typeset.Line {
	line, missing := s.line(s.styled(spans, true))
	if len(missing) > 0 && m.who != nil {
		s.problem(missingGlyphs(m, missing))
	}
	return line
}

// line sets spans on a single line.
func (s *setter) line(spans []typeset.Span) (typeset.Line, []typeset.MissingGlyph) {
	r := s.c.memo.get(func() []byte { return keyOfLine(spans) }, func() setText {
		line, missing := s.c.params.Library.SetLine(spans...)
		return setText{lines: []typeset.Line{line}, missing: missing}
	})
	return r.lines[0], r.missing
}

// fitLine sets spans on a single line no wider than w, in no less than so many
// thousandths of their size, and says whether it fits.
func (s *setter) fitLine(w typeset.Length, least int, spans []typeset.Span) (typeset.Line, bool) {
	r := s.c.memo.get(func() []byte { return keyOfFitted(w, least, spans) }, func() setText {
		line, _, fits := s.c.params.Library.FitLine(w, least, spans...)
		return setText{lines: []typeset.Line{line}, over: !fits}
	})
	return r.lines[0], !r.over
}

func (s *setter) styled(spans []span, noHyphen bool) []typeset.Span {
	out := make([]typeset.Span, len(spans))
	for i, p := range spans {
		style := s.styleOf(p.use)
		if s.scale > 0 {
			style.Size = style.Size * typeset.Length(s.scale) / 1000
		}
		style.NoHyphen = style.NoHyphen || noHyphen
		out[i] = typeset.Span{Text: p.text, Style: style}
	}
	return out
}

// width of spans on a single line, the space at the end left out.
func (s *setter) width(spans ...span) typeset.Length {
	line, _ := s.line(s.styled(spans, true))
	return line.Width
}

// widthOf is the width of spans set one after the other.
func (s *setter) widthOf(spans []span) (w typeset.Length) {
	for _, p := range spans {
		w += s.width(p) + s.trailingSpace(p)
	}
	return w
}

// balanced sets text on as few lines as the width needs, and then as evenly as
// they allow, so that a headline does not end in a lonely word.
func (s *setter) balanced(m textMark, use Use, text string, w typeset.Length) []typeset.Line {
	lines := s.lines(m, use, text, w)
	if len(lines) < 2 {
		return lines
	}
	low, high := w/2, w
	for high-low > 2*typeset.Pt {
		middle := (low + high) / 2
		try := s.lines(textMark{source: m.source}, use, text, middle)
		// A narrower measure must not divide a word that had room. Signs may hang
		// outside of it.
		if len(try) > len(lines) || widest(try) > middle+s.typeOf(use).Size/2 || hyphens(try) > hyphens(lines) || torn(text, try) > torn(text, lines) {
			low = middle
		} else {
			high, lines = middle, try
		}
	}
	return lines
}

// torn counts the lines that end within a word without a hyphen, as one does that
// has no room; in scripts without spaces all do.
func torn(text string, lines []typeset.Line) (n int) {
	for _, l := range lines {
		if l.End <= 0 || l.End >= len(text) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:l.End])
		after, _ := utf8.DecodeRuneInString(text[l.End:])
		if !unicode.IsSpace(after) && !unicode.IsSpace(before) && !unicode.Is(unicode.Pd, before) {
			n++
		}
	}
	return n
}

// leastPhrase is how wide the narrowest line may be of lines that break where the
// sense does, of the widest.
const leastPhrase = 0.45

// phrased is balanced for large type: where that takes no more lines, a line ends
// where a sentence or a phrase does.
func (s *setter) phrased(m textMark, use Use, text string, w typeset.Length) []typeset.Line {
	best := s.balanced(m, use, text, w)
	if len(best) < 2 {
		return best
	}
	most, even := len(best), leastPhrase
	for i := range text {
		tail := i + 1
		if text[i] != ' ' || !endsPhrase(text[:i], text[tail:]) {
			continue
		}
		lines := s.balanced(textMark{source: m.source}, use, text[:tail], w)
		for _, l := range s.balanced(textMark{source: m.source}, use, text[tail:], w) {
			l.Start, l.End = l.Start+tail, l.End+tail
			lines = append(lines, l)
		}
		if share := float64(narrowest(lines)) / float64(widest(lines)); len(lines) == most && share > even && hyphens(lines) <= hyphens(best) {
			best, even = lines, share
		}
	}
	return best
}

// endsPhrase says whether a text ends in a sign after which one breathes. The
// point of “No. 3” is none.
func endsPhrase(text, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	next, _ := utf8.DecodeRuneInString(after)
	return strings.ContainsRune(",;:!?–…", last) || last == '.' && unicode.IsUpper(next)
}

func narrowest(lines []typeset.Line) typeset.Length {
	return slices.MinFunc(lines, func(a, b typeset.Line) int { return cmp.Compare(a.Width, b.Width) }).Width
}

// hyphens is how many lines end in a hyphen.
func hyphens(lines []typeset.Line) (n int) {
	for _, l := range lines {
		if l.Hyphenated {
			n++
		}
	}
	return n
}

// lines sets text ragged to a width, without dividing words: names, titles,
// labels. No text gives no lines.
func (s *setter) lines(m textMark, use Use, text string, w typeset.Length) []typeset.Line {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return s.run(m, typeset.Paragraph{Spans: s.styled([]span{{use, text}}, true), Measure: w, Align: typeset.Left, Hang: use == PullQuote || use == LargeQuote})
}

// turn divides a text into the pieces that fit one line each.
func (s *setter) turn(m textMark, use Use, text string, w typeset.Length) []string {
	var out []string
	for _, line := range s.lines(m, use, text, w) {
		out = append(out, strings.TrimSpace(text[line.Start:line.End]))
	}
	return out
}

// The numbers of characters of a line that is read well: with fewer justified
// text tears, with more the eye loses its way back.
const (
	leastLetters = 45
	mostLetters  = 75
	// Ragged columns may be a little narrower.
	raggedLetters = 42
)

// lineOf is the width of a line of so many characters, as usual letters run.
func (s *setter) lineOf(use Use, letters int) typeset.Length {
	const usual = "Nobody who had worked on the soundings was surprised, and the committee asked for another report "
	return s.width(span{use, usual}) * typeset.Length(letters) / typeset.Length(len(usual))
}

// alignment is how reading matter of a use stands in a column.
func (s *setter) alignment(use Use, w typeset.Length) typeset.Align {
	if s.ragged || s.c.theme.Ragged || w < s.lineOf(use, leastLetters) {
		return typeset.Left
	}
	return typeset.Justify
}

// styledRows sets a justified paragraph as rows of a column.
func (s *setter) styledRows(m textMark, spans []span, w, indent typeset.Length) []row {
	return s.rowsOf(&paragraph{mark: m, spans: spans, width: w, indent: indent})
}

// questionRows sets a question, which stays with the answer below it.
func (s *setter) questionRows(p *model.Placement, a *model.Answer, w typeset.Length) []row {
	m := textMark{source: page.Source{Record: string(a.ID), Field: model.FieldQuestion}, role: page.Heading3, who: p}
	var rows []row
	leftwards := typeset.RightToLeft(a.Question)
	for i, line := range s.balanced(m, Question, a.Question, w) {
		indent := typeset.Length(0)
		if leftwards {
			indent = w - line.Width
		}
		rows = append(rows, row{line: line, indent: indent, use: Question, mark: m, keep: true, first: i == 0})
	}
	return rows
}

// answerRows sets an excerpt: its paragraphs justified, the second and later
// ones indented; in a joint entry the speaker's name leads in.
func (s *setter) answerRows(p *model.Placement, a *model.Answer, text string, w typeset.Length) []row {
	var rows []row
	start := 0
	for i, paragraph := range strings.Split(text, "\n\n") {
		m := textMark{source: page.Source{Record: string(a.ID), Field: model.FieldExcerpt, Start: start}, role: page.Paragraph, who: p}
		start += len(paragraph) + 2
		if strings.TrimSpace(paragraph) == "" {
			continue
		}
		indent := typeset.Length(0)
		spans := []span{{Body, paragraph}}
		if i > 0 {
			indent = s.typeOf(Body).Size
		} else if name := speaker(p, a); name != "" {
			spans = append([]span{{BodyStrong, name + ": "}}, spans...)
			m.source.Start -= len(name) + 2
		}
		rows = append(rows, s.styledRows(m, spans, w, indent)...)
	}
	return rows
}

// citationRows sets why the entry is on the list, in italics before the answers.
func (s *setter) citationRows(p *model.Placement, w typeset.Length) []row {
	text := strings.TrimSpace(p.InPrint(model.FieldCitation, p.Citation))
	if text == "" {
		return nil
	}
	return s.styledRows(from(p, model.FieldCitation).as(page.Paragraph), []span{{BodyItalic, text}}, w, 0)
}

func speaker(p *model.Placement, a *model.Answer) string {
	if len(p.Members) < 2 {
		return ""
	}
	for _, m := range p.Members {
		if m.PersonID == a.Speaker && a.Speaker != "" {
			return m.Name.Display()
		}
	}
	return ""
}

// fit sets a single line, smaller where it would be wider than w.
func (s *setter) fit(m textMark, use Use, text string, w typeset.Length) typeset.Line {
	if line := s.set(m, span{use, text}); line.Width <= w {
		return line
	}
	line, _ := s.fitLine(w, 200, s.styled([]span{{use, text}}, true))
	return line
}

// fitted sets one line that is set a little smaller, and at last
// shortened with …, where it has no room: only for tables and lists, where the whole text stands elsewhere in the book.
func (s *sheet) fitted(x, y, w typeset.Length, use Use, text string, m textMark) {
	const least = 860 // thousandths of the size, where it is hardly noticed
	line, fits := s.fitLine(w, least, s.styled([]span{{use, text}}, true))
	if !fits {
		line = s.set(m, span{use, s.shortened(use, text, w)})
	}
	s.put(line, x, y, use, m, s.nextBlock())
}

// shortened cuts a text at a space so that it fits with an ellipsis.
func (s *setter) shortened(use Use, text string, w typeset.Length) string {
	words := strings.Fields(text)
	for n := len(words) - 1; n > 0; n-- {
		short := strings.TrimRight(strings.Join(words[:n], " "), ",;:–- ") + " …"
		if s.width(span{use, short}) <= w {
			return short
		}
	}
	// A first word that is too long itself is cut within.
	letters := []rune(text)
	n := sort.Search(len(letters), func(n int) bool { return s.width(span{use, string(letters[:n+1]) + "…"}) > w })
	return string(letters[:n]) + "…"
}

// problem notes something that keeps the book from being printed.
func (s *setter) problem(p model.Problem) { s.problems = append(s.problems, p) }

// noBreak joins words so that no line ends between them.
func noBreak(text string) string { return strings.ReplaceAll(text, " ", "\u00a0") }

func itoa(n int) string { return strconv.Itoa(n) }
