package typeset

// Paragraph is a text to be set in lines.
type Paragraph struct {
	Spans   []Span
	Measure Length // width of the lines
	Indent  Length // of the first line
	// Shape gives indent and width of each line where they differ (a text that
	// runs round a picture); then Measure and Indent are not looked at.
	Shape func(line int) (indent, width Length)
	Align Align
	// Hyphenate divides words by the rules of their language where the setting
	// gains from it. Words are divided at their own hyphens in any case.
	Hyphenate bool
	// Hang lets hyphens, points and quotation marks stand a little outside the
	// measure, so that the edge looks straight.
	Hang bool
	// Looseness asks for so many lines more (or fewer) than the best setting
	// has; it is met as far as the text allows.
	Looseness int
	// NoHyphenAfter names lines (from 0) that must not end in a hyphen: the
	// last of a page.
	NoHyphenAfter []int
}

// Result is a set paragraph.
type Result struct {
	// Lines follow each other without a gap: each begins at the byte where the
	// line before ends, and together they show the whole text.
	Lines   []Line
	Missing []MissingGlyph
	// Overfull are the lines (from 0) that are wider than the measure because
	// nothing in them can be divided.
	Overfull []int
}

// MissingGlyph is a character that no face can show. It is set as a box.
type MissingGlyph struct {
	Rune  rune // U+FFFD for a byte that is not UTF-8
	Start int  // byte offset in the text
}
