package typeset

import (
	"strings"
	"unicode/utf8"
)

// patterns are the hyphenation patterns of a language (F. M. Liang, Word
// Hy-phen-a-tion by Com-put-er, 1983): letters, and between them values of
// which the odd ones allow a division and the greatest one counts. A full stop
// stands for either end of a word.
//
// Patterns of a single letter matter: Spanish, Italian and Portuguese rest on them.
type patterns struct {
	values  map[string][]value // by letters
	longest int                // bytes of letters
}

// value is a value before the byte of a pattern's letters.
type value struct{ at, is uint8 }

func readPatterns(text string) patterns {
	p := patterns{values: map[string][]value{}}
	var letters []byte
	for pattern := range strings.FieldsSeq(text) {
		letters = letters[:0]
		var values []value
		for i := range len(pattern) {
			if c := pattern[i]; digit(c) {
				values = append(values, value{uint8(len(letters)), c - '0'})
			} else {
				letters = append(letters, c)
			}
		}
		p.values[string(letters)] = values
		p.longest = max(p.longest, len(letters))
	}
	return p
}

// divide gives the bytes of a word in small letters before which it may be divided.
func (p *patterns) divide(word string) []int {
	dotted := "." + word + "."
	between := make([]uint8, len(dotted)+1)
	for from := range dotted {
		to := from
		for to < len(dotted) && to-from < p.longest {
			_, n := utf8.DecodeRuneInString(dotted[to:])
			to += n
			for _, v := range p.values[dotted[from:to]] {
				between[from+int(v.at)] = max(between[from+int(v.at)], v.is)
			}
		}
	}
	var out []int
	for i := 1; i < len(word); i++ {
		if between[i+1]&1 == 1 {
			out = append(out, i)
		}
	}
	return out
}
