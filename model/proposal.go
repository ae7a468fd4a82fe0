package model

import "strings"

// leastAlike is the share of their words that a lost part and a sentence must
// have in common for the one to be taken for the other.
const leastAlike = 0.5

// Proposal gives the ranges of an edited answer that come nearest to what a
// stale excerpt printed: the parts that are still there, and for each lost one
// the sentence most like it, if there is one between its neighbours.
func Proposal(e Excerpt, edited string) []Range {
	plain := plainOf(edited)
	var parts []ExcerptPart
	for _, p := range e.Parts {
		if _, ok := plain.find(within(p, edited), edited, 0); ok {
			parts = append(parts, p)
			continue
		}
		parts = append(parts, sentenceParts(p.Exact)...)
	}
	if len(e.Parts) == 0 {
		parts = sentenceParts(e.Text)
	}
	found := make([]Range, len(parts))
	from := 0
	for i, p := range parts {
		if r, ok := plain.find(within(p, edited), edited, from); ok {
			found[i], from = r, r.End
		}
	}
	var ranges []Range
	from = 0
	for i, p := range parts {
		if found[i].End == 0 {
			found[i] = mostAlike(p.Exact, edited, from, nextStart(found[i:], len(edited)))
		}
		if r := found[i]; r.End > r.Start {
			ranges, from = append(ranges, r), r.End
		}
	}
	return ranges
}

// sentenceParts makes a part of each sentence of a text whose places are not known.
func sentenceParts(text string) []ExcerptPart {
	var parts []ExcerptPart
	for _, s := range Sentences(text) {
		parts = append(parts, ExcerptPart{Exact: text[s.Start:s.End]})
	}
	return parts
}

func nextStart(found []Range, end int) int {
	for _, r := range found {
		if r.End > 0 {
			return r.Start
		}
	}
	return end
}

// mostAlike gives the sentence in a stretch of a text that has most words in
// common with a lost part.
func mostAlike(lost, text string, from, to int) (best Range) {
	most := leastAlike
	for _, s := range Sentences(text) {
		if s.Start < from || s.End > to {
			continue
		}
		if share := alike(lost, text[s.Start:s.End]); share > most {
			best, most = s, share
		}
	}
	return best
}

// alike is the share of words that two texts have in common, 0…1.
func alike(a, b string) float64 {
	words := map[string]int{}
	for _, w := range strings.Fields(Fold(a)) {
		words[w]++
	}
	n, common := len(strings.Fields(a)), 0
	for _, w := range strings.Fields(Fold(b)) {
		n++
		if words[w] > 0 {
			words[w]--
			common++
		}
	}
	if n == 0 {
		return 0
	}
	return 2 * float64(common) / float64(n)
}
