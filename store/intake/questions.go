package intake

import (
	"regexp"
	"strings"

	"laurel/model"
)

var (
	imperative = regexp.MustCompile(`(?i)^(?:please\s+)?(?:describe|tell (?:us|me)|explain|outline|share|give (?:us|me|an?|one|some)|name (?:one|a|an|the|your|three|two)|summari[sz]e|complete (?:the|this)|finish (?:the|this)|imagine|reflect|talk (?:us|me)|list (?:your|the|three)|introduce yourself|discuss|pick)\b`)
	wh         = regexp.MustCompile(`(?i)^(?:what|how|why|which|who|whom|whose|where|when|do you|does|did you|are you|is there|can you|could you|would you|will|should|have you|has|if you|in your|looking (?:back|ahead|forward)|as an?|thinking|with)\b`)
	askedBy    = regexp.MustCompile(`^(?:Q|Question)\s*\d{0,2}\s*[:.)–-]\s*(\S.*)$`)
	answeredBy = regexp.MustCompile(`^(?:A|Answer)\s*\d{0,2}\s*[:.)–-]\s*(\S.*)$`)
	section    = regexp.MustCompile(`(?i)^(?:the )?(?:interview|q ?(?:&|and) ?a|profile|biography|bio|about|in conversation|questions?(?: (?:and|&) answers?)?|the questions|meet .{1,40})$`)
	ordinal    = regexp.MustCompile(`^\(?\d{1,2}[.)]\s+(\S.*)$`)
)

// prompts says whether a line asks for something without a question mark.
func prompts(s string) bool {
	s = stripOrdinal(s)
	return imperative.MatchString(s) || wh.MatchString(s) && (asks(s) || !endsSentence(s))
}

func stripOrdinal(s string) string {
	if m := ordinal.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return s
}

// pair is a question with the lines of its answer.
type pair struct {
	question string
	answer   []string
}

// interview finds the questions among the lines and gives each its answer.
// Lines before the first question come back as intro.
func interview(lines []line, known map[string]bool) (pairs []pair, intro, sections []line) {
	is := questionTest(lines, known)
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		switch {
		case !is(i):
			text := l.text
			if m := answeredBy.FindStringSubmatch(text); m != nil && len(pairs) > 0 && len(pairs[len(pairs)-1].answer) == 0 && labelled(lines) {
				text = m[1]
			}
			if len(pairs) == 0 {
				intro = append(intro, l)
			} else {
				last := &pairs[len(pairs)-1]
				last.answer = append(last.answer, text)
			}
		case section.MatchString(l.text):
			sections = append(sections, l)
		default:
			text := l.text
			if m := askedBy.FindStringSubmatch(text); m != nil {
				text = m[1]
			}
			// A question of two sentences may stand on two lines.
			for i+1 < len(lines) && is(i+1) && !asks(text) && asks(lines[i+1].text) && lines[i+1].block <= l.block+1 && !askedBy.MatchString(lines[i+1].text) {
				i++
				text += " " + lines[i].text
			}
			pairs = append(pairs, pair{question: strings.TrimSuffix(stripOrdinal(text), ":")})
		}
	}
	return pairs, intro, sections
}

// secondPage finds the headline of another person's page below the interview:
// an answer is nobody else's.
func (r *pageReader) secondPage() (line, bool) {
	asked := map[string]bool{}
	listed := false
	for i, l := range r.lines {
		h := divideHeadline(l.text)
		if i+1 < len(r.lines) && !l.item && hasRole(h.title) && nameLike(h.name) && !namesRole(h, false) && words(l.text) <= 40 {
			next := r.lines[i+1]
			if prompts(next.text) && (listed || asked[questionKey(next.text)]) {
				return l, true
			}
		}
		asked[questionKey(l.text)] = true
		listed = listed || len(historyLines(l.text)) > 0
	}
	return line{}, false
}

// questionTest decides by what this page shows its questions: labels (Q: A:),
// headings, bold lines, or else by the words alone. A question the book knows
// is one on every page.
func questionTest(lines []line, known map[string]bool) func(int) bool {
	isKnown := func(i int) bool { return known[questionKey(lines[i].text)] }
	if labelled(lines) {
		return func(i int) bool { return isKnown(i) || askedBy.MatchString(lines[i].text) }
	}
	if level := questionLevel(lines); level > 0 {
		return func(i int) bool { return isKnown(i) || lines[i].level > 0 && lines[i].level <= level }
	}
	if answeredBold(lines) {
		return func(i int) bool { return isKnown(i) || lines[i].bold && !lines[i].item }
	}
	n := 0
	for i := range lines {
		if isKnown(i) {
			n++
		}
	}
	return func(i int) bool { return isKnown(i) || asked(lines, i, n >= 2) }
}

// questionKey is how a question is compared with those the book knows.
func questionKey(q string) string {
	return model.Fold(strings.TrimRight(stripOrdinal(q), "?:. "))
}

func labelled(lines []line) bool {
	q, a := 0, 0
	for _, l := range lines {
		if askedBy.MatchString(l.text) {
			q++
		} else if answeredBy.MatchString(l.text) {
			a++
		}
	}
	return q > 0 && a > 0
}

// questionLevel is the level of the headings that are questions: the one with
// the most headings that have prose under them. 0: headings ask nothing here.
func questionLevel(lines []line) int {
	var count [7]int
	for i, l := range lines {
		if l.level > 0 && i+1 < len(lines) && lines[i+1].level == 0 && !section.MatchString(l.text) && !lines[i+1].bold {
			count[l.level]++
		}
	}
	best := 0
	for level, n := range count {
		if n > 0 && n > count[best] {
			best = level
		}
	}
	return best
}

// answeredBold says whether bold lines have prose under them.
func answeredBold(lines []line) bool {
	n := 0
	for i, l := range lines {
		if l.bold && !l.item && i+1 < len(lines) && !lines[i+1].bold && (asks(l.text) || prompts(l.text) || words(lines[i+1].text) > 12) {
			n++
		}
	}
	return n > 0
}

// asked judges a line by its words and by what follows it.
func asked(lines []line, i int, strict bool) bool {
	l := lines[i]
	text := stripOrdinal(l.text)
	if i+1 >= len(lines) || l.item && text == l.text {
		return false
	}
	n, next := words(text), lines[i+1]
	prose := words(next.text) > n && endsSentence(next.text) || words(next.text) >= 15
	switch {
	case asks(text):
		return n <= 50 && sentences(text) <= 3 && (!strict || n >= 6) && (!next.item || n > 3)
	case next.item || strings.HasSuffix(text, ":") && !prompts(text):
		return false
	case imperative.MatchString(text):
		return n <= 40 && (prose || !endsSentence(text)) && sentences(text) <= 3
	case endsSentence(text) || strict:
		return false
	case wh.MatchString(text):
		return n <= 40 && prose
	}
	return n <= 12 && prose && !asks(next.text) && words(next.text) >= 2*n
}

// sentences counts roughly; a point within a word or a number is none.
func sentences(s string) int {
	n := 1
	for i := 0; i+1 < len(s); i++ {
		if strings.IndexByte(".!?", s[i]) >= 0 && s[i+1] == ' ' {
			n++
		}
	}
	return n
}
