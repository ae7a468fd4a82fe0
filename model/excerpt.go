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
// With no range chosen the excerpt is the whole text.
func Choose(edited string, ranges []Range) Excerpt {
	ranges = slices.Clone(ranges)
	slices.SortFunc(ranges, func(a, b Range) int { return a.Start - b.Start })
	var e Excerpt
	for _, r := range ranges {
		r = snap(edited, r)
		if r.Start >= r.End {
			continue
		}
		if n := len(e.Parts); n > 0 && strings.TrimSpace(edited[e.Parts[n-1].End:max(r.Start, e.Parts[n-1].End)]) == "" {
			e.Parts[n-1].End = max(e.Parts[n-1].End, r.End)
			e.Parts[n-1].Exact = edited[e.Parts[n-1].Start:e.Parts[n-1].End]
			continue
		}
		e.Parts = append(e.Parts, ExcerptPart{Range: r, Exact: edited[r.Start:r.End]})
	}
	e.Text = e.Print(edited)
	return e
}

// snap moves the ends of a range to whole characters and off white space.
func snap(text string, r Range) Range {
	r.Start, r.End = max(0, min(r.Start, len(text))), max(0, min(r.End, len(text)))
	for r.Start < len(text) && (!utf8.RuneStart(text[r.Start])) {
		r.Start--
	}
	for r.End < len(text) && !utf8.RuneStart(text[r.End]) || r.End < len(text) && r.End > r.Start && combines(text[r.End:]) {
		r.End++
	}
	if r.Start >= r.End {
		return Range{}
	}
	inner := text[r.Start:r.End]
	left := strings.TrimLeftFunc(inner, unicode.IsSpace)
	r.Start += len(inner) - len(left)
	r.End = r.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return r
}

func combines(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.M, r) || r == '\u200d'
}

// Print is the excerpt as the book sets it. Parts are joined with […]; a part
// that begins a sentence with a small letter gets its capital in brackets. What
// the speaker left unsaid with … stays bare. A stale excerpt prints its last text.
func (e Excerpt) Print(edited string) string {
	if e.Stale {
		return e.Text
	}
	if len(e.Parts) == 0 {
		return strings.TrimSpace(edited)
	}
	var b strings.Builder
	end := 0
	for i, p := range e.Parts {
		if p.Start < end || p.End > len(edited) || p.Start >= p.End {
			return e.Text // ranges of another text: the words that were chosen still stand
		}
		text := edited[p.Start:p.End]
		if i > 0 {
			b.WriteString(" " + Cut)
			if strings.Contains(edited[end:p.Start], "\n") {
				b.WriteString("\n\n")
			} else {
				b.WriteString(" ")
			}
		}
		if i == 0 || endsSentence(edited[:end]) {
			text = withCapital(text)
		}
		b.WriteString(text)
		end = p.End
	}
	return b.String()
}

// withCapital brackets the capital that a text needs to begin a sentence.
func withCapital(text string) string {
	for i, r := range text {
		if unicode.IsLower(r) {
			upper := strings.ToUpper(string(r))
			if upper == string(r) {
				return text
			}
			return text[:i] + "[" + upper + "]" + text[i+utf8.RuneLen(r):]
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return text
		}
	}
	return text
}

func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || closes(r) })
	r, _ := utf8.DecodeLastRuneInString(s)
	return terminal(r)
}

func terminal(r rune) bool { return strings.ContainsRune(".!?…。！？؟।", r) }

func closes(r rune) bool { return strings.ContainsRune("’”»)]'\"›", r) }

func opens(r rune) bool { return strings.ContainsRune("‘“«([¿¡'\"‹", r) }

// abbreviations end in a point that ends no sentence.
var abbreviations = setOf("dr", "mr", "mrs", "ms", "prof", "st", "no", "nos", "vs", "e.g", "i.e", "cf", "al", "fig", "vol", "pp", "p",
	"rev", "hon", "sen", "gov", "gen", "col", "capt", "jr", "sr", "inc", "ltd", "co", "approx", "dept", "est", "c", "ca", "a.m", "p.m")

// Sentences gives the sentences of a text in order, without the white space
// between them. A paragraph always ends one; abbreviations, initials, decimals
// and a speaker's pause do not.
func Sentences(text string) []Range {
	var out []Range
	start := 0
	take := func(end int) {
		if r := snap(text, Range{start, end}); r.End > r.Start {
			out = append(out, r)
		}
		start = end
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		next := i + size
		switch {
		case r == '\n':
			take(next)
		case terminal(r):
			for next < len(text) {
				q, n := utf8.DecodeRuneInString(text[next:])
				if !terminal(q) && !closes(q) {
					break
				}
				next += n
			}
			if sentenceEndsAt(text, start, i, next, r) {
				take(next)
			}
		}
		i = next
	}
	take(len(text))
	return out
}

// sentenceEndsAt says whether the mark at i, closed at next, ends a sentence.
func sentenceEndsAt(text string, start, i, next int, mark rune) bool {
	rest := text[next:]
	trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
	wide := strings.ContainsRune("。！？", mark)
	if trimmed == "" || wide {
		return true
	}
	if len(trimmed) == len(rest) {
		return false // no space after it: a decimal, an address
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(trimmed, opens))
	if unicode.IsLower(first) {
		return false
	}
	if mark != '.' {
		return true
	}
	word := text[start:i]
	if cut := strings.LastIndexFunc(word, func(r rune) bool { return unicode.IsSpace(r) || opens(r) }); cut >= 0 {
		_, n := utf8.DecodeRuneInString(word[cut:])
		word = word[cut+n:]
	}
	if abbreviations[strings.ToLower(word)] {
		return strings.EqualFold(word, "no") && !unicode.IsDigit(first)
	}
	r, n := utf8.DecodeRuneInString(word)
	isInitial := n == len(word) && unicode.IsUpper(r) && r != 'I'
	return !isInitial
}

// WordCount counts words as a writer does: runs of characters between spaces
// that hold a letter or a digit.
func WordCount(text string) int {
	n := 0
	for _, w := range strings.Fields(text) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// Reanchor finds an excerpt's parts again after its answer was edited. A part
// whose words are still there, at the most with other quotation marks or
// spaces, moves with them; if one is gone the excerpt is stale and keeps the
// text that it printed last.
func Reanchor(e Excerpt, oldText, newText string) Excerpt {
	if len(e.Parts) == 0 || oldText == newText {
		return e
	}
	last := e.Print(oldText)
	moved := Excerpt{Parts: make([]ExcerptPart, 0, len(e.Parts))}
	from := 0
	for _, p := range e.Parts {
		r, ok := findAgain(p, oldText, newText, from)
		if !ok {
			return Excerpt{Parts: e.Parts, Text: last, Stale: true}
		}
		moved.Parts = append(moved.Parts, ExcerptPart{Range: r, Exact: newText[r.Start:r.End]})
		from = r.End
	}
	moved.Text = moved.Print(newText)
	return moved
}

// findAgain looks for the words of a part at or after from, nearest to where
// the edit should have moved them.
func findAgain(p ExcerptPart, oldText, newText string, from int) (Range, bool) {
	want := p.Start
	if p.Start >= commonPrefix(oldText, newText) {
		want += len(newText) - len(oldText)
	}
	best, found := Range{}, false
	consider := func(r Range) {
		if r.Start >= from && (!found || distanceTo(r.Start, want) < distanceTo(best.Start, want)) {
			best, found = r, true
		}
	}
	for at := 0; p.Exact != ""; {
		i := strings.Index(newText[at:], p.Exact)
		if i < 0 {
			break
		}
		consider(Range{at + i, at + i + len(p.Exact)})
		at += i + 1
	}
	if found {
		return best, true
	}
	plain, at := plainForm(newText)
	exact, _ := plainForm(p.Exact)
	for i := 0; exact != ""; {
		j := strings.Index(plain[i:], exact)
		if j < 0 {
			break
		}
		consider(Range{at[i+j], at[i+j+len(exact)]})
		i += j + 1
	}
	best = snap(newText, best)
	return best, found
}

func distanceTo(a, b int) int { return max(a-b, b-a) }

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// plainForm writes text with straight quotes, plain dashes and single spaces;
// at gives, for each byte of it and its end, the place in the text it is from.
func plainForm(text string) (plain string, at []int) {
	var b strings.Builder
	space := false
	for i, r := range text {
		switch {
		case unicode.IsSpace(r):
			if space {
				continue
			}
			r = ' '
		case strings.ContainsRune("‘’ʼ´`′", r):
			r = '\''
		case strings.ContainsRune("“”„″«»", r):
			r = '"'
		case strings.ContainsRune("–—−‐‑", r):
			r = '-'
		}
		space = r == ' '
		before := b.Len()
		b.WriteRune(r)
		for range b.Len() - before {
			at = append(at, i)
		}
	}
	return b.String(), append(at, len(text))
}
