package model

import (
	"strings"
	"unicode"
)

// Change is what happened to words between two texts.
type Change int

// What can happen to words.
const (
	Kept Change = iota
	Added
	Gone
)

// Words is a stretch of words that were kept, came in or went, with the white
// space behind them.
type Words struct {
	Change Change
	Text   string
}

// CompareWords tells how one text became another, word by word: the kept and the
// gone in their order are the old text, the kept and the added the new one.
// White space belongs to the word before it, but for that with which one text goes
// on where the other ends.
func CompareWords(before, after string) []Words {
	a, b := wordsOf(before), wordsOf(after)
	if len(a) > 0 && len(b) > 0 {
		lastA, lastB := a[len(a)-1], b[len(b)-1]
		a, b = setApart(a, lastB), setApart(b, lastA)
	}
	var head, tail int
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var c comparison
	c.add(Kept, a[:head]...)
	c.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	c.add(Kept, a[len(a)-tail:]...)
	return c.words
}

// comparison gathers words; neighbours with the same fate are one stretch.
type comparison struct{ words []Words }

func (c *comparison) add(change Change, words ...string) {
	for _, w := range words {
		if n := len(c.words); n > 0 && c.words[n-1].Change == change {
			c.words[n-1].Text += w
			continue
		}
		c.words = append(c.words, Words{change, w})
	}
}

// mostCompared is how many pairs of words are compared at the most; between texts
// with more that differs the whole of it went and came.
const mostCompared = 4_000_000

// middle compares what is left between the common head and tail, by the longest
// run of words that both have in the same order.
func (c *comparison) middle(a, b []string) {
	if len(a)*len(b) > mostCompared {
		c.add(Gone, a...)
		c.add(Added, b...)
		return
	}
	// common[i][j] is the most words that a[i:] and b[j:] have in common.
	width := len(b) + 1
	common := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i*width+j] = common[(i+1)*width+j+1] + 1
			} else {
				common[i*width+j] = max(common[(i+1)*width+j], common[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			c.add(Kept, a[i])
			i, j = i+1, j+1
		case common[(i+1)*width+j] >= common[i*width+j+1]:
			c.add(Gone, a[i])
			i++
		default:
			c.add(Added, b[j])
			j++
		}
	}
	c.add(Gone, a[i:]...)
	c.add(Added, b[j:]...)
}

// wordsOf divides a text into words, each with the white space behind it.
func wordsOf(text string) []string {
	var words []string
	for len(text) > 0 {
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			return append(words, text)
		}
		if next := strings.IndexFunc(text[end:], func(r rune) bool { return !unicode.IsSpace(r) }); next >= 0 {
			end += next
		} else {
			end = len(text)
		}
		words = append(words, text[:end])
		text = text[end:]
	}
	return words
}

// setApart parts a word from the white space behind it.
func setApart(words []string, word string) []string {
	var out []string
	for _, w := range words {
		if space, ok := strings.CutPrefix(w, word); ok && space != "" && strings.TrimSpace(space) == "" {
			out = append(out, word, space)
			continue
		}
		out = append(out, w)
	}
	return out
}
