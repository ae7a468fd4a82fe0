package yearbook

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"laurel/model"
)

// The lengths, in letters, of a sentence that stands well alone.
const (
	shortestSentence = 24
	longestSentence  = 150
)

// pulled is an answer's pull quote as it prints, without its marks.
func pulled(a *model.Answer) string {
	return withoutMarks(strings.TrimSpace(a.PullQuote.Quote(a.Edited)))
}

// bestSentence chooses the sentence of an answer that is printed in its theme:
// the pull quote, else of the excerpt the one whose length reads best.
func (c *composition) bestSentence(entry int, a *model.Answer) (quotation, bool) {
	q, ok := c.sentences[a.ID]
	if !ok {
		q = c.chooseSentence(entry, a)
		c.sentences[a.ID] = q
	}
	return q, q.text != ""
}

func (c *composition) chooseSentence(entry int, a *model.Answer) quotation {
	if text := pulled(a); text != "" {
		return quotation{entry, a, text, true}
	}
	return quotation{entry, a, c.readingBest(a, func(string) bool { return true }), false}
}

// readingBest is the sentence of an excerpt whose length reads best, of those
// that are suitable; empty where there is none.
func (c *composition) readingBest(a *model.Answer, suitable func(string) bool) (best string) {
	printed := a.Printed()
	for _, r := range model.Sentences(printed) {
		text := c.standingAlone(printed[r.Start:r.End])
		if text != "" && suitable(text) && (best == "" || fitness(text) < fitness(best)) {
			best = text
		}
	}
	return best
}

// standingAlone makes a sentence stand without those around it: a conjunction
// before it goes and its new capital stands in brackets; what is too long ends
// where a clause does, with a cut. It is empty for what cannot stand alone.
func (c *composition) standingAlone(sentence string) string {
	text := strings.TrimSpace(sentence)
	if strings.Contains(text, "[…]") || strings.ContainsAny(text, "‘’“”«»") && !balancedMarks(text) {
		return ""
	}
	for conjunction := range strings.SplitSeq(c.words["conjunctions"], "|") {
		rest, ok := strings.CutPrefix(text, conjunction+" ")
		if !ok || conjunction == "" {
			continue
		}
		first, n := utf8.DecodeRuneInString(rest)
		if unicode.IsLower(first) {
			text = "[" + string(unicode.ToUpper(first)) + "]" + rest[n:]
		} else {
			text = rest
		}
		break
	}
	if len([]rune(text)) > longestSentence {
		text = cutShort(text)
	}
	if n := len([]rune(text)); n < shortestSentence || n > longestSentence+4 {
		return ""
	}
	return text
}

// balancedMarks says whether quotation marks within a sentence come in pairs; an
// apostrophe between letters is none.
func balancedMarks(text string) bool {
	open := 0
	runes := []rune(text)
	for i, r := range runes {
		switch r {
		case '‘', '“', '«':
			open++
		case '”', '»':
			open--
		case '’':
			if i+1 < len(runes) && unicode.IsLetter(runes[i+1]) && i > 0 && unicode.IsLetter(runes[i-1]) {
				continue
			}
			if open > 0 {
				open--
			}
		}
		if open < 0 {
			return false
		}
	}
	return open == 0
}

// cutShort ends a sentence at the last clause that leaves it short enough.
func cutShort(text string) string {
	best, n, dashes := 0, 0, 0
	for i, r := range text {
		n++
		if n > longestSentence-4 {
			break
		}
		dash := r == '–' || r == '—'
		// Between two dashes an aside would stay open.
		if n > longestSentence/4 && (r == ';' || r == ':' || dash) && dashes == 0 {
			best = i
		}
		if dash {
			dashes++
		}
	}
	if best == 0 {
		return ""
	}
	return strings.TrimRight(text[:best], " ,;:–—\u00a0") + "\u00a0[…]."
}
