package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences gives the sentences of a text in order, without the white space
// between them. Every character that is not white space is in exactly one. The
// end of a line always ends a sentence; abbreviations, initials, decimals and a
// speaker's pause do not.
func Sentences(text string) []Range {
	var out []Range
	start := 0
	take := func(end int) {
		r := snap(text, Range{start, end})
		if r.End > r.Start {
			out = append(out, r)
		}
		start = max(end, r.End)
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		next := i + size
		switch {
		case r == '\n':
			take(next)
		case terminal(r), isGreekQuestion(text, i, r):
			next = afterClosing(text, next)
			if i >= start && sentenceEndsAt(text, start, i, next, r) {
				take(next)
			}
		}
		i = max(next, start)
	}
	take(len(text))
	return out
}

// afterClosing is the byte behind further marks, quotation marks and brackets.
func afterClosing(text string, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !terminal(r) && !closes(r) {
			break
		}
		at += n
	}
	return at
}

// sentenceEndsAt says whether the mark at i, closed at next, ends the sentence
// that began at start.
func sentenceEndsAt(text string, start, i, next int, mark rune) bool {
	rest := text[next:]
	trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if trimmed == "" || strings.ContainsRune("。！？．｡", mark) {
		return true
	}
	if len(trimmed) == len(rest) {
		return false // no space after it: a decimal, an address
	}
	following := strings.TrimLeftFunc(trimmed, opens)
	first, _ := utf8.DecodeRuneInString(following)
	if unicode.IsLower(first) || strings.ContainsRune("–—-,;:)", first) {
		return false
	}
	if mark != '.' || next > i+1 && strings.HasPrefix(text[i:], "..") {
		return true
	}
	return pointEnds(text[start:i], following, first)
}

// pointEnds says whether a point after the text before it ends a sentence
// rather than an abbreviation, when following begins with a capital or a digit.
func pointEnds(before, following string, first rune) bool {
	word := before
	if cut := strings.LastIndexFunc(word, func(r rune) bool { return unicode.IsSpace(r) || opens(r) || r == '-' || r == '/' }); cut >= 0 {
		_, n := utf8.DecodeRuneInString(word[cut:])
		word = word[cut+n:]
	}
	low := strings.ToLower(word)
	switch {
	case titleAbbreviations[low]:
		return false
	case numberAbbreviations[low]:
		return !unicode.IsDigit(first)
	case strings.Trim(word, "0123456789") == "" && isBlank(strings.TrimSuffix(before, word)):
		return false // "1. First of all"
	case utf8.RuneCountInString(word) == 1:
		r, _ := utf8.DecodeRuneInString(word)
		return !unicode.IsUpper(r) || r == 'I' && !isBlank(strings.TrimSuffix(before, word))
	case midAbbreviations[low], isInitialism(word):
		return beginsSentence[firstWord(following)]
	}
	return true
}

// isInitialism says whether a word is letters with points: "U.K", "Ph.D".
func isInitialism(word string) bool {
	pieces := strings.Split(word, ".")
	for _, p := range pieces {
		if n := utf8.RuneCountInString(p); n == 0 || n > 2 {
			return false
		}
	}
	return len(pieces) > 1
}

func firstWord(s string) string {
	if end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		s = s[:end]
	}
	return s
}

var (
	// titleAbbreviations stand before a name.
	titleAbbreviations = setOf("dr", "mr", "mrs", "ms", "mx", "prof", "st", "rev", "revd", "hon", "sen", "gov", "gen", "col", "capt", "lt", "sgt", "messrs",
		"fr", "rt", "vs", "e.g", "i.e", "cf", "viz", "eg", "ie", "resp", "д-р", "проф", "г", "ул", "dipl", "ing", "bzw", "z.b", "d.h", "sig", "sra", "mme")
	// numberAbbreviations stand before a number.
	numberAbbreviations = setOf("no", "nos", "nr", "fig", "figs", "vol", "ch", "sec", "para", "p", "pp", "c", "ca", "approx", "est", "tel", "ext", "art", "op")
	// midAbbreviations may end a sentence as well as stand in the middle of one.
	midAbbreviations = setOf("etc", "al", "inc", "ltd", "plc", "co", "corp", "jr", "sr", "dept", "bros", "univ", "govt", "a.m", "p.m", "usw",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")
	// beginsSentence are words that with a capital begin a sentence, and hardly
	// go on after an abbreviation.
	beginsSentence = setOf("A", "An", "And", "After", "All", "Also", "As", "At", "Before", "Both", "But", "By", "Each", "Even", "Every", "Everyone", "For", "From",
		"He", "Her", "Here", "His", "How", "However", "I", "If", "In", "Is", "It", "Its", "Many", "More", "Most", "My", "No", "Nobody", "Not", "Nothing", "Now", "On", "Once", "One",
		"Only", "Or", "Our", "People", "She", "Since", "So", "Some", "Sometimes", "Still", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those", "Through",
		"Today", "To", "Under", "Until", "We", "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "With", "Without", "Yet", "You", "Your",
		"Der", "Die", "Das", "Es", "Wir", "Ich", "Le", "La", "Les", "Il", "Elle", "Nous", "Je", "El", "Los", "Las")
)

// startsSentence says whether a sentence begins at a byte of a text, opening
// quotation marks and brackets apart.
func startsSentence(text string, at int) bool {
	before := strings.TrimRightFunc(text[:at], opens)
	for _, s := range Sentences(text) {
		if s.Start <= at && at < s.End {
			return s.Start >= len(before)
		}
	}
	return true
}

// endsSentence says whether a text ends with a mark that ends a sentence.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || closes(r) })
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && terminal(r)
}

func terminal(r rune) bool { return strings.ContainsRune(".!?…。！？．｡؟۔।॥։‽", r) }

// isGreekQuestion says whether a mark is the Greek question mark, which looks
// like a semicolon and mostly is typed as one.
func isGreekQuestion(text string, at int, r rune) bool {
	if r == '\u037e' {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return r == ';' && unicode.Is(unicode.Greek, before)
}

func closes(r rune) bool { return strings.ContainsRune("’”»)]}'\"›」』", r) }

func opens(r rune) bool { return strings.ContainsRune("‘“„«([{¿¡'\"‹「『", r) }
