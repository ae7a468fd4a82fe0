package model

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// SameName says whether two names are the same but for accents, case, honorific
// and post-nominals.
func SameName(a, b Name) bool {
	fa := NameForm(a.Display())
	return fa != "" && fa == NameForm(b.Display())
}

// NameForm is a name as names are compared: folded, and without the signs that
// writers leave out: hyphens, points, apostrophes.
func NameForm(s string) string { return strings.Join(sortWords(Fold(s)), " ") }

// LikelySame says whether two names, not the same, may well be one person's:
// misspelt, turned round, with an initial for the given name, or with a middle
// name more.
func LikelySame(a, b Name) bool {
	fa, fb := strings.Fields(NameForm(a.Display())), strings.Fields(NameForm(b.Display()))
	return strings.Join(fa, " ") != strings.Join(fb, " ") && LikelyForms(fa, fb)
}

// LikelyForms is LikelySame of names that are not the same, given by the words of
// their NameForm.
func LikelyForms(fa, fb []string) bool {
	if len(fa) < 2 || len(fb) < 2 {
		return false
	}
	whole := strings.Join(fa, " ")
	if NearName(whole, strings.Join(fb, " ")) || whole == turnedRound(fb, len(fb)-1) || whole == turnedRound(fb, 1) {
		return true
	}
	if fa[len(fa)-1] != fb[len(fb)-1] {
		return false
	}
	short, long := fa[0], fb[0]
	if len(short) > len(long) {
		short, long = long, short
	}
	return short == long || utf8.RuneCountInString(short) == 1 && strings.HasPrefix(long, short)
}

// turnedRound is a name whose words from the given one on stand first.
func turnedRound(words []string, from int) string {
	return strings.Join(slices.Concat(words[from:], words[:from]), " ")
}

// NearName says whether two words are so alike that one may be a misspelling of
// the other: one letter wrong in four or more, two in nine or more. Equal words,
// accents and case apart, are not near.
func NearName(a, b string) bool {
	ra, rb := []rune(Fold(a)), []rune(Fold(b))
	limit := 1
	switch n := min(len(ra), len(rb)); {
	case n < 3 || max(len(ra), len(rb)) < 4:
		return false
	case n >= 9:
		limit = 2
	}
	d := distance(ra, rb, limit)
	return d > 0 && d <= limit
}

// distance counts the edits between two words (insert, delete, replace, swap
// neighbours: Damerau); above limit it is limit+1.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	prev2, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		best := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
			best = min(best, cur[j])
		}
		if best > limit {
			return limit + 1
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return min(prev[len(b)], limit+1)
}
