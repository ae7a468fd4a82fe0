package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NameHints say what the letters of a name cannot.
type NameHints struct {
	FamilyFirst bool   // written family name first
	Locale      string // of the name: "hu" is family first, "es" has two family names
}

// ParseName divides a name as it is written into its parts. Nothing of it is
// lost but commas and the points of post-nominals. Names are too
// free for a rule to be always right, so every part can be changed by hand.
func ParseName(display string) Name { return ParseNameWith(display, NameHints{}) }

// ParseNameWith is ParseName for a name of which more is known.
func ParseNameWith(display string, hints NameHints) Name {
	segments := nameSegments(oneLine(display))
	if len(segments) == 0 {
		return Name{}
	}
	words, prefix := takeHonorifics(segments[0])
	words, letters := takeLetters(words)
	n := Name{Prefix: prefix}
	var given []string
	for _, s := range segments[1:] {
		switch {
		case len(s) == 1 && isGeneration(s[0]):
			words = append(words, s[0]) // "Okoro, Martin Luther, Jr" files as "Okoro Jr" too
		case areLetters(s, words):
			letters = append(letters, s...)
		case given == nil && letters == nil:
			given = s
		default:
			words = append(words, s...)
		}
	}
	if given == nil {
		divide(&n, words, hints)
	} else {
		letters = append(familyThenGiven(&n, words, given), letters...)
	}
	n.PostNominals = OrderPostNominals(strings.Join(letters, " "))
	return n
}

// familyThenGiven reads "Haeghe, Dr Marisol van der CBE"; it gives back the
// letters that followed the given name.
func familyThenGiven(n *Name, family, given []string) (letters []string) {
	given, prefix := takeHonorifics(given)
	n.Prefix = spaced(n.Prefix, prefix)
	given, letters = takeLetters(given)
	cut := len(given)
	for cut > 1 && (isParticle(given[cut-1]) && startsLower(given[cut-1]) || isAttached(given[cut-1])) {
		cut--
	}
	n.Given, n.Particle = strings.Join(given[:cut], " "), strings.Join(given[cut:], " ")
	if n.Particle != "" {
		n.Family = strings.Join(family, " ")
		return letters
	}
	n.Particle, n.Family = splitParticle(family)
	return letters
}

// nameSegments divides a text at its commas into words. Commas in brackets divide nothing.
func nameSegments(text string) [][]string {
	var segments [][]string
	depth, start := 0, 0
	take := func(end int) {
		if words := nameWords(text[start:end]); len(words) > 0 {
			segments = append(segments, words)
		}
		start = end + 1
	}
	for i, r := range text {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ',':
			if depth <= 0 {
				take(i)
			}
		}
	}
	if start <= len(text) {
		take(len(text))
	}
	return segments
}

// nameWords divides a text at its spaces; what is in brackets or curly double
// quotes stays one word.
func nameWords(text string) []string {
	var words []string
	closing := rune(0)
	for _, w := range strings.Fields(text) {
		if closing != 0 {
			words[len(words)-1] += " " + w
		} else {
			words = append(words, w)
			switch r, _ := utf8.DecodeRuneInString(w); r {
			case '(':
				closing = ')'
			case '[':
				closing = ']'
			case '“':
				closing = '”'
			}
		}
		if closing != 0 && strings.ContainsRune(w, closing) {
			closing = 0
		}
	}
	return words
}

// areLetters says whether what follows a comma is letters after the name and
// not the given name of "Family, Given".
func areLetters(segment, before []string) bool {
	shouted := !strings.ContainsFunc(strings.Join(before, ""), unicode.IsLower)
	certain := false
	for _, w := range segment {
		k, known := knownPostNominal(w)
		if !afterLetters(w, len(before) > 1 && !shouted) {
			return false
		}
		certain = certain || known && (len(k.form) > 2 || len(before) > 1) || len(before) > 1 && looksLikeLetters(w)
	}
	return certain
}

// isGeneration says whether a word tells the younger from the elder.
func isGeneration(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Jr", "Jnr", "Jun", "Sr", "Snr", "JR", "SR", "II", "III", "IV":
		return true
	}
	return false
}

// divide finds given name, particle and family name.
func divide(n *Name, words []string, hints NameHints) {
	words = joinPieces(words)
	switch {
	case len(words) == 0:
	case len(words) == 1:
		n.Given = words[0]
	case familyFirst(words, hints):
		n.FamilyFirst = true
		n.Family, n.Given = words[0], strings.Join(words[1:], " ")
	default:
		at := familyAt(words, hints)
		n.Given = strings.Join(words[:at], " ")
		n.Particle, n.Family = splitParticle(words[at:])
	}
}

// joinPieces makes one word of what cannot be parted: a family name with "Jr",
// with a note in brackets, and a title with its place ("Hale of Richmond").
func joinPieces(words []string) []string {
	words = slices.Clone(words)
	for len(words) > 1 {
		last := words[len(words)-1]
		if !isGeneration(last) && !strings.HasPrefix(last, "(") && !strings.HasPrefix(last, "[") {
			break
		}
		words[len(words)-2] += " " + last
		words = words[:len(words)-1]
	}
	for i := 1; i+1 < len(words); i++ {
		if words[i] == "of" {
			return append(words[:i-1], strings.Join(words[i-1:], " "))
		}
	}
	return words
}

// familyAt gives the word with which particle and family name begin, from 1;
// 0 only for a name without a given name ("de Gaulle").
func familyAt(words []string, hints NameHints) int {
	last := len(words) - 1
	if isParticle(words[0]) && startsLower(words[0]) && startsUpper(words[last]) {
		return 0
	}
	if at := capitalsAt(words); at > 0 {
		for at > 1 && isParticle(words[at-1]) {
			at--
		}
		return at
	}
	from := afterCompoundGiven(words)
	found := 0
	for i := from; i < last && found == 0; i++ {
		if beginsFamily(words, i) {
			found = i
		}
	}
	if found == 0 {
		found = last
		if last >= 2 && twoFamilyNames(words, hints) {
			found = last - 1
		}
		return max(found, min(from, last))
	}
	return laterHouse(words, found)
}

// beginsFamily says whether particle and family name begin at a word that is
// neither the first nor the last.
func beginsFamily(words []string, i int) bool {
	w, next := words[i], words[i+1]
	switch {
	case isParticle(w), isFamilyWord(w), attachedTo(w) > 0:
		return true
	case next == "y" || next == "i" || next == "e": // "Ortega y Gasset"
		return i+2 < len(words)
	}
	return isSpanishFamily(w) && (isParticle(next) || attachedTo(next) > 0) && i+2 < len(words) // "García de la Torre"
}

// laterHouse prefers the house of an Arabic name to the father's name:
// "Khalid bin Rashid | Al Maktoum".
func laterHouse(words []string, found int) int {
	if !isPatronymic(words[found]) {
		return found
	}
	for i := len(words) - 1; i > found+1; i-- {
		if attachedTo(words[i]) > 0 || i < len(words)-1 && isArticle(words[i]) {
			if b := Fold(words[i-1]); b != "abd" && b != "abdul" && b != "abdel" {
				return i
			}
		}
	}
	return found
}

// capitalsAt finds a family name written in capitals after a given name that
// is not: "Péter NAGY". It is 0 where there is none.
func capitalsAt(words []string) int {
	at := len(words)
	for at > 0 && isShouted(words[at-1], 2) {
		at--
	}
	if at == len(words) || !slices.ContainsFunc(words[:at], func(w string) bool { return strings.ContainsFunc(w, unicode.IsLower) && !isParticle(w) }) {
		return 0
	}
	return at
}

func isShouted(w string, atLeast int) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLetter(r) {
			if !unicode.IsUpper(r) {
				return false
			}
			letters++
		}
	}
	return letters >= atLeast && !strings.Contains(w, ".")
}

// splitParticle parts a family name from the particles before it.
func splitParticle(words []string) (particle, family string) {
	cut := 0
	for cut < len(words)-1 && isParticle(words[cut]) {
		cut++
	}
	particle, family = strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
	if n := attachedTo(family); n > 0 {
		particle, family = spaced(particle, family[:n]), family[n:]
	}
	return particle, family
}
