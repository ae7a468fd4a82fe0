package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Cut is how an editor's omission prints: in brackets, because the speaker's own
// points are bare (MHRA Style Guide 5.7).
const Cut = "[…]"

// Choose makes an excerpt of the chosen ranges of a text: in order, joined where
// they touch or overlap, on whole characters, without white space at their ends.
// With no range chosen it is the zero Excerpt, which prints the whole text.
func Choose(edited string, ranges []Range) Excerpt {
	chosen := make([]Range, 0, len(ranges))
	for _, r := range ranges {
		if r = snap(edited, r); r.Start < r.End {
			chosen = append(chosen, r)
		}
	}
	slices.SortFunc(chosen, func(a, b Range) int { return a.Start - b.Start })
	var e Excerpt
	for _, r := range chosen {
		if n := len(e.Parts); n > 0 && (r.Start <= e.Parts[n-1].End || isBlank(edited[e.Parts[n-1].End:r.Start])) {
			last := &e.Parts[n-1]
			last.End = max(last.End, r.End)
			last.Exact = edited[last.Start:last.End]
			continue
		}
		e.Parts = append(e.Parts, ExcerptPart{Range: r, Exact: edited[r.Start:r.End]})
	}
	if len(e.Parts) > 0 {
		e.Text = e.Print(edited)
	}
	return e
}

// Print is the excerpt as the book sets it: the whole text where nothing was
// chosen, else the parts joined with […]. A part that begins in the middle of a
// sentence, but stands where one begins, gets its capital in brackets. What the
// speaker left unsaid with … stays bare. A stale excerpt prints its last text.
func (e Excerpt) Print(edited string) string {
	switch {
	case e.Stale, e.PrintOnly():
		return e.last()
	case len(e.Parts) == 0:
		return strings.TrimSpace(edited)
	case !e.fits(edited):
		return e.last()
	}
	var b strings.Builder
	for i, p := range e.Parts {
		text := edited[p.Start:p.End]
		if i > 0 {
			b.WriteString(join(edited[e.Parts[i-1].End:p.Start]))
		}
		if at, size, capital := e.capital(edited, i); size > 0 {
			text = text[:at] + capital + text[at+size:]
		}
		b.WriteString(text)
	}
	return b.String()
}

// PrintOnly says whether words stand in for the answer that a curator wrote, or
// kept, for print alone.
func (e Excerpt) PrintOnly() bool { return len(e.Parts) == 0 && e.Text != "" }

// ForPrint is an excerpt that prints a text of its own in place of the answer.
func ForPrint(text string) Excerpt { return Excerpt{Text: strings.TrimSpace(text)} }

// capital gives the letter of a part, by its place in the part and its size in
// bytes, that prints as a capital in brackets because a sentence begins there in
// print and not in the answer. A size of 0 says that there is none.
func (e Excerpt) capital(edited string, i int) (at, size int, capital string) {
	p := e.Parts[i]
	fresh := i == 0
	if i > 0 {
		before := e.Parts[i-1].End
		fresh = endsSentence(edited[:before]) || strings.Contains(edited[before:p.Start], "\n")
	}
	if !fresh || startsSentence(edited, p.Start) {
		return 0, 0, ""
	}
	return capitalOf(edited[p.Start:p.End])
}

// Quote is a pull quote as it prints: unlike an excerpt it is nothing where
// nothing was chosen.
func (e Excerpt) Quote(edited string) string {
	if len(e.Parts) == 0 && !e.PrintOnly() {
		return ""
	}
	return e.Print(edited)
}

// Printed is what of the answer is in the book.
func (a Answer) Printed() string { return a.Excerpt.Print(a.Edited) }

// fits says whether the parts are ranges of this text: in order, inside it,
// and with the words that were chosen.
func (e Excerpt) fits(edited string) bool {
	end := 0
	for _, p := range e.Parts {
		if p.Start < end || p.End > len(edited) || p.Start >= p.End || p.Exact != "" && p.Exact != edited[p.Start:p.End] {
			return false
		}
		end = p.End
	}
	return true
}

// last is the text that printed last, or the words that were chosen.
func (e Excerpt) last() string {
	if e.Text != "" {
		return e.Text
	}
	words := make([]string, 0, len(e.Parts))
	for _, p := range e.Parts {
		words = append(words, p.Exact)
	}
	return strings.Join(words, " "+Cut+" ")
}

// join is what prints between two parts for what stands between them in the
// answer. The mark goes where the words were; a whole paragraph left out is a
// mark on a line of its own (MHRA Style Guide 5.7).
func join(gap string) string {
	first, last := strings.IndexByte(gap, '\n'), strings.LastIndexByte(gap, '\n')
	if first < 0 {
		if isBlank(gap) {
			return " "
		}
		return " " + Cut + " "
	}
	switch {
	case isBlank(gap):
		return "\n\n"
	case !isBlank(gap[:first]):
		return " " + Cut + "\n\n"
	case !isBlank(gap[last:]):
		return "\n\n" + Cut + " "
	}
	return "\n\n" + Cut + "\n\n"
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

// capitalOf gives the letter at the head of a text that has a capital, and the
// capital in brackets.
func capitalOf(text string) (at, size int, capital string) {
	for i, r := range text {
		switch {
		case unicode.IsLower(r):
			upper := unicode.ToTitle(r)
			size := utf8.RuneLen(r)
			rest := text[i+size:]
			if next, _ := utf8.DecodeRuneInString(rest); upper == r || unicode.IsUpper(next) {
				return 0, 0, "" // no capital, or a word with its own ways: "iPad"
			}
			marks := len(rest) - len(strings.TrimLeftFunc(rest, func(r rune) bool { return unicode.Is(unicode.M, r) }))
			return i, size + marks, "[" + string(upper) + rest[:marks] + "]"
		case !opens(r):
			return 0, 0, ""
		}
	}
	return 0, 0, ""
}

// snap moves the ends of a range outwards to whole characters, then inwards off
// white space. What is outside the text is cut off.
func snap(text string, r Range) Range {
	start, end := max(0, min(r.Start, len(text))), max(0, min(r.End, len(text)))
	if start >= end {
		return Range{}
	}
	for !isBoundary(text, start) {
		start--
	}
	for !isBoundary(text, end) {
		end++
	}
	inner := text[start:end]
	left := strings.TrimLeftFunc(inner, unicode.IsSpace)
	start += len(inner) - len(left)
	return Range{start, start + len(strings.TrimRightFunc(left, unicode.IsSpace))}
}

// isBoundary says whether a text may be cut at a byte without cutting what a
// reader takes for one character: a letter with its accents, a joined emoji, a flag.
func isBoundary(text string, at int) bool {
	if at <= 0 || at >= len(text) {
		return true
	}
	if !utf8.RuneStart(text[at]) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[at:])
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	switch {
	case unicode.IsSpace(before):
		return before != '\r' || next != '\n'
	case unicode.Is(unicode.M, next), next == zeroWidthJoiner, before == zeroWidthJoiner, next >= 0x1F3FB && next <= 0x1F3FF:
		return false
	case isFlagLetter(next) && isFlagLetter(before):
		n := 0 // flags are pairs of letters
		for head := text[:at]; ; n++ {
			r, size := utf8.DecodeLastRuneInString(head)
			if !isFlagLetter(r) {
				return n%2 == 0
			}
			head = head[:len(head)-size]
		}
	}
	return true
}

const zeroWidthJoiner = '\u200d'

func isFlagLetter(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// WordCount counts words as a writer does: what stands between spaces and holds
// a letter or a digit; in Chinese and Japanese, which have no spaces, every
// character.
func WordCount(text string) int {
	n := 0
	for _, w := range strings.Fields(text) {
		characters, other := 0, false
		for _, r := range w {
			switch {
			case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
				characters++
			case unicode.IsLetter(r), unicode.IsDigit(r):
				other = true
			}
		}
		n += characters
		if other {
			n++
		}
	}
	return n
}
