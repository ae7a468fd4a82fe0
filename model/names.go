package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsZero says whether there is no name at all.
func (n Name) IsZero() bool { return n.Display() == "" }

// Display is the name without prefix and post-nominals: "Marisol van der Haeghe".
func (n Name) Display() string {
	if n.FamilyFirst {
		return spaced(glue(n.Particle, n.Family), n.Given)
	}
	return spaced(n.Given, glue(n.Particle, n.Family))
}

// WithPrefix is the name as it heads a profile: "Dr Marisol van der Haeghe".
func (n Name) WithPrefix() string { return spaced(n.Prefix, n.Display()) }

// Short is the name with an initial for the given names, for where there is no room
// for them: "M. van der Haeghe". A name whose script has no capitals, or that has no
// family name, is not shortened.
func (n Name) Short() string {
	first := initial(n.Given)
	if n.Family == "" || !startsUpper(first) {
		return n.Display()
	}
	n.Given = first + "."
	return n.Display()
}

// Full is the whole name: "Dr Marisol van der Haeghe OBE".
func (n Name) Full() string { return spaced(n.Prefix, n.Display(), n.PostNominals) }

// Monogram is the one or two letters that stand in for a missing photo, in the
// order of the name and in its script. It is empty where there is no letter.
func (n Name) Monogram() string {
	first, last := initial(n.Given), initial(n.Family)
	if n.FamilyFirst {
		first, last = last, first
	}
	if joins(first) && joins(last) {
		return first + " " + last // Arabic letters would run together into a word
	}
	return first + last
}

// initial is the first letter or digit of a text as a capital, with the marks
// that have no letter of their own.
func initial(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		for end < len(s) {
			m, size := utf8.DecodeRuneInString(s[end:])
			if !unicode.Is(unicode.M, m) {
				break
			}
			end += size
		}
		return strings.ToUpper(s[i:end])
	}
	return ""
}

// joins says whether a letter is of a script that is written joined.
func joins(letter string) bool {
	r, _ := utf8.DecodeRuneInString(letter)
	return unicode.In(r, unicode.Arabic, unicode.Syriac, unicode.Mongolian)
}

// glue joins a particle to what follows: "al-" without a space, "van der" with one.
func glue(particle, rest string) string {
	switch {
	case particle == "":
		return rest
	case rest == "":
		return particle
	case isAttached(particle):
		return particle + rest
	}
	return particle + " " + rest
}

// isAttached says whether a particle is written together with the family name.
func isAttached(particle string) bool {
	last, _ := utf8.DecodeLastRuneInString(particle)
	return strings.ContainsRune("-'’‑", last)
}

// spaced joins what is there with single spaces.
func spaced(parts ...string) string {
	have := make([]string, 0, len(parts))
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			have = append(have, p)
		}
	}
	return strings.Join(have, " ")
}

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }))
	return unicode.IsUpper(r)
}

func startsLower(w string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }))
	return unicode.IsLower(r)
}

func setOf(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
