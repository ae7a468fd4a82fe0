package yearbook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// bookCredit is somebody who made the book: "Editor", "Ann Lee".
type bookCredit struct{ label, name string }

// bookCredits reads the credits of the definition, one to a line.
func (c *composition) bookCredits() []bookCredit {
	var out []bookCredit
	for line := range strings.Lines(c.snapshot.Yearbook.Credits) {
		label, name, pair := strings.Cut(strings.TrimSpace(line), ":")
		if !pair {
			label, name = "", label
		}
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, bookCredit{strings.TrimSpace(label), name})
		}
	}
	return out
}

// imprintLine is a line of the imprint: with a label before it, or a paragraph;
// empty is half a line of white.
type imprintLine struct {
	label string
	lines []typeset.Line
}

// imprintPage sets who made the book, at the foot of a left-hand page.
func (c *composition) imprintPage(b *binder, section model.Section) {
	b.start(section, model.StartVerso)
	s := b.next(model.SectionImprint)
	s.head("", s.page.Label)
	mark := textMark{source: page.Source{Record: string(c.snapshot.Edition.ID), Field: "imprint"}, role: page.Paragraph}
	lines := c.imprintLines(s, mark)
	total := 0.0
	for _, l := range lines {
		total += l.height()
	}
	at := max(titleLine, float64(c.grid.last)-total+1)
	for _, l := range lines {
		x := s.x0()
		if c.theme.Centred {
			c.imprintInTheMiddle(s, l, s.ln(at), mark)
			at += l.height()
			continue
		}
		if l.label != "" {
			s.text(x, s.ln(at), ImprintLabel, l.label, mark)
		}
		if l.label != "" || l.isMore() {
			x += c.imprintInset()
		}
		s.putLines(l.lines, x, s.ln(at), Imprint, mark)
		at += l.height()
	}
}

// imprintInTheMiddle sets a line about the middle of the text, its label before it.
func (c *composition) imprintInTheMiddle(s *sheet, l imprintLine, y typeset.Length, mark textMark) {
	if l.label == "" || l.isMore() || len(l.lines) == 0 {
		s.stand(l.lines, s.x0(), c.grid.text, y, Imprint, mark)
		return
	}
	label := s.set(mark, span{ImprintLabel, l.label})
	gap := s.typeOf(Imprint).Size / 2
	first := l.lines[0]
	x := s.x0() + (c.grid.text-label.Width-gap-first.Width)/2
	s.put(label, x, y, ImprintLabel, mark, s.nextBlock())
	s.put(first, x+label.Width+gap, y, Imprint, mark, s.nextBlock())
	s.stand(l.lines[1:], s.x0(), c.grid.text, y+s.typeOf(Imprint).Leading, Imprint, mark)
}

// noLabel marks a line that goes on under the label above.
const noLabel = "\u200b"

func (l imprintLine) isMore() bool { return l.label == noLabel }

func (l imprintLine) height() float64 {
	if len(l.lines) == 0 {
		return 0.5
	}
	return float64(len(l.lines))
}

// imprintInset is where the lines begin that have a label.
func (c *composition) imprintInset() typeset.Length {
	return max(c.grid.col(1), typeset.MM(24)) + c.theme.Gutter
}

// imprintLines are publisher, numbers and makers in pairs, then the copyright
// and how the book was made in paragraphs.
func (c *composition) imprintLines(s *sheet, mark textMark) []imprintLine {
	book := c.snapshot.Yearbook
	w := min(c.grid.text, max(c.grid.col(4), typeset.MM(100)))
	var out []imprintLine
	pair := func(label, text string) {
		if strings.TrimSpace(text) != "" {
			out = append(out, imprintLine{label, s.lines(mark, Imprint, text, w-c.imprintInset())})
		}
	}
	label := c.words.say("published by")
	for _, line := range []string{joined(", ", book.Publisher, book.Place), c.publishedLine(), c.numbersLine()} {
		pair(label, line)
		if line != "" {
			label = noLabel
		}
	}
	for _, credit := range c.bookCredits() {
		pair(cmp.Or(credit.label, noLabel), credit.name)
	}
	for _, text := range c.imprintParagraphs() {
		if len(out) > 0 {
			out = append(out, imprintLine{})
		}
		if c.theme.Centred { // lines of about a length, not a last one in the middle
			out = append(out, imprintLine{lines: s.balanced(mark, Imprint, text, w)})
			continue
		}
		out = append(out, imprintLine{lines: s.lines(mark, Imprint, text, w)})
	}
	return out
}

// publishedLine says when the book appeared and which edition it is.
func (c *composition) publishedLine() string {
	book := c.snapshot.Yearbook
	if book.Publisher == "" {
		return ""
	}
	date := c.words.date(c.snapshot.Edition.Published)
	if date == "" {
		date = strconv.Itoa(c.snapshot.Edition.Year)
	}
	return joined(" · ", c.words.say("first published", "date", date), c.issue())
}

func (c *composition) numbersLine() string {
	book := c.snapshot.Yearbook
	var out []string
	if book.ISBN != "" {
		out = append(out, noBreak("ISBN "+book.ISBN))
	}
	if book.ISSN != "" {
		out = append(out, noBreak("ISSN "+book.ISSN))
	}
	return strings.Join(out, " · ")
}

// imprintParagraphs are the curator's own and those that every book needs.
func (c *composition) imprintParagraphs() []string {
	book := c.snapshot.Yearbook
	var out []string
	add := func(text string) {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, text)
		}
	}
	switch {
	case book.Copyright != "":
		add(book.Copyright)
	case book.Publisher != "":
		add("© " + strconv.Itoa(c.snapshot.Edition.Year) + " " + book.Publisher)
	}
	for paragraph := range strings.SplitSeq(book.Imprint, "\n\n") {
		add(strings.ReplaceAll(paragraph, "\n", " "))
	}
	add(c.words.say("cuts"))
	made := c.words.say("set in", "faces", c.facesNamed())
	if book.Printer != "" {
		made += " " + c.words.say("printed by", "printer", book.Printer)
	}
	if book.Paper != "" {
		made += " " + c.words.say("paper", "paper", book.Paper)
	}
	add(made)
	return out
}

// issue says which edition of the list this is: as the curator has it, else by the
// years of the list in this file, "Third edition".
func (c *composition) issue() string {
	if said := c.snapshot.Yearbook.Issue; said != "" {
		return said
	}
	n := 1
	for _, e := range c.editionsOfList() {
		if e.Year < c.snapshot.Edition.Year {
			n++
		}
	}
	if n == 1 {
		return ""
	}
	if word := c.words["ordinal "+strconv.Itoa(n)]; word != "" {
		return c.words.say("edition, ordinal", "ordinal", word)
	}
	return c.words.say("edition, number", "number", strconv.Itoa(n))
}

// facesNamed names the families that the book is set in.
func (c *composition) facesNamed() string {
	var names []string
	for _, u := range []Use{Body, Table} {
		name := familyName(c.styles[u].Face.PostScriptName())
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, c.words.say("and"))
}

// familyName is the family of a PostScript name: "SourceSerif4SmText-Regular"
// is of Source Serif 4.
func familyName(postScript string) string {
	name, _, _ := strings.Cut(postScript, "-")
	for _, cut := range []string{"SmText", "Display", "Subhead", "Caption", "Text"} {
		name = strings.TrimSuffix(name, cut)
	}
	var b strings.Builder
	for i, r := range name {
		if i > 0 && (unicode.IsUpper(r) || unicode.IsDigit(r)) && unicode.IsLower(rune(name[i-1])) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}
