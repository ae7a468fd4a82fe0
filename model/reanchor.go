package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Reanchor finds an excerpt's parts again after its answer was edited. A part
// whose words are still there, at the most with other quotation marks, dashes
// or spaces, moves with them; where they stand several times, it stays with its
// neighbours. If the words of one part are gone, or the parts are now in another
// order, the excerpt is stale and keeps the text that it printed last. A stale
// excerpt whose words have come back is no longer stale. Words for print alone
// stay, and are stale: they were written for another answer.
func Reanchor(e Excerpt, oldText, newText string) Excerpt {
	if oldText == newText && !e.Stale {
		return e
	}
	if len(e.Parts) == 0 {
		e.Stale = e.PrintOnly() // its words stand, but somebody should look
		return e
	}
	found := Excerpt{Parts: make([]ExcerptPart, 0, len(e.Parts))}
	lost := Excerpt{Text: e.Print(oldText), Stale: true}
	from, all := 0, true
	plain := plainOf(newText)
	for _, p := range e.Parts {
		p = within(p, oldText)
		r, ok := plain.find(p, oldText, from)
		if !ok {
			all = false
			lost.Parts = append(lost.Parts, ExcerptPart{Range: whereabouts(p, oldText, newText, from), Exact: p.Exact})
			from = lost.Parts[len(lost.Parts)-1].End
			continue
		}
		found.Parts = append(found.Parts, ExcerptPart{Range: r, Exact: newText[r.Start:r.End]})
		lost.Parts = append(lost.Parts, ExcerptPart{Range: r, Exact: p.Exact})
		from = r.End
	}
	if !all {
		return lost
	}
	ranges := make([]Range, len(found.Parts))
	for i, p := range found.Parts {
		ranges[i] = p.Range
	}
	return Choose(newText, ranges)
}

// within makes sure that a part's range is one of the text it should be from.
func within(p ExcerptPart, text string) ExcerptPart {
	p.Start = max(0, min(p.Start, len(text)))
	p.End = max(p.Start, min(p.End, len(text)))
	if p.Exact == "" {
		p.Exact = text[p.Start:p.End]
	}
	return p
}

// whereabouts is the empty range at which a lost part would be.
func whereabouts(p ExcerptPart, oldText, newText string, from int) Range {
	at := max(from, min(mapped(p.Start, oldText, newText), len(newText)))
	for !isBoundary(newText, at) {
		at++
	}
	return Range{at, at}
}

// plainText is a text beside its plain form, in which it is searched.
type plainText struct {
	text  string
	plain string
	at    []int // for each byte of plain, and its end, the byte of text it is from
}

// find looks for the words of a part at or after from.
func (t *plainText) find(p ExcerptPart, oldText string, from int) (Range, bool) {
	exact := plainOf(strings.TrimSpace(p.Exact)).plain
	if exact == "" {
		return Range{}, false
	}
	type candidate struct {
		Range
		same    bool // to the letter
		context int
		off     int
	}
	var found []candidate
	want := mapped(p.Start, oldText, t.text)
	torn := oldText[p.Start:p.End] == p.Exact && isTornWord(oldText, p.Range, p.Exact)
	for i := 0; i < len(t.plain); {
		j := strings.Index(t.plain[i:], exact)
		if j < 0 {
			break
		}
		begin := i + j
		r := Range{t.at[begin], t.at[begin+len(exact)]}
		_, size := utf8.DecodeRuneInString(t.plain[begin:])
		i = begin + size
		if r.Start < from || !torn && isTornWord(t.text, r, p.Exact) {
			continue
		}
		found = append(found, candidate{r, t.text[r.Start:r.End] == p.Exact, sharedContext(oldText, p.Range, t.text, r), max(r.Start-want, want-r.Start)})
	}
	if len(found) == 0 {
		return Range{}, false
	}
	best := slices.MinFunc(found, func(a, b candidate) int {
		switch {
		case a.same != b.same:
			if a.same {
				return -1
			}
			return 1
		case a.context != b.context:
			return b.context - a.context
		}
		return a.off - b.off
	})
	return snap(t.text, best.Range), true
}

// isTornWord says whether a find begins or ends inside a word although the
// words looked for are whole: "art" is not in "heart".
func isTornWord(text string, r Range, exact string) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:r.Start])
	after, _ := utf8.DecodeRuneInString(text[r.End:])
	first, _ := utf8.DecodeRuneInString(exact)
	last, _ := utf8.DecodeLastRuneInString(exact)
	return isWordLetter(before) && isWordLetter(first) || isWordLetter(last) && isWordLetter(after)
}

func isWordLetter(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// contextReach is how many bytes on either side tell two finds apart.
const contextReach = 80

// sharedContext counts the bytes around two ranges that are the same.
func sharedContext(a string, ra Range, b string, rb Range) int {
	n := 0
	for i := 1; i <= contextReach && ra.Start-i >= 0 && rb.Start-i >= 0 && a[ra.Start-i] == b[rb.Start-i]; i++ {
		n++
	}
	for i := 0; i < contextReach && ra.End+i < len(a) && rb.End+i < len(b) && a[ra.End+i] == b[rb.End+i]; i++ {
		n++
	}
	return n
}

// mapped is where a place of the old text is in the new one if a single stretch
// was edited.
func mapped(at int, oldText, newText string) int {
	if at <= commonPrefix(oldText, newText) {
		return at
	}
	return max(0, at+len(newText)-len(oldText))
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// plainOf writes a text with straight quotes, plain dashes and single spaces.
func plainOf(text string) *plainText {
	t := &plainText{text: text, at: make([]int, 0, len(text)+1)}
	var b strings.Builder
	b.Grow(len(text))
	space := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		piece := text[i : i+size]
		switch {
		case unicode.IsSpace(r):
			piece = " "
		case strings.ContainsRune("‘’ʼ´`′", r):
			piece = "'"
		case strings.ContainsRune("“”„″", r):
			piece = `"`
		case strings.ContainsRune("–—−‐‑", r):
			piece = "-"
		}
		if piece != " " || !space {
			b.WriteString(piece)
			for range len(piece) {
				t.at = append(t.at, i)
			}
		}
		space = piece == " "
		i += size
	}
	t.plain, t.at = b.String(), append(t.at, len(text))
	return t
}
