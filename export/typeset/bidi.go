package typeset

import (
	"strings"

	"github.com/go-text/typesetting/bidi"
	ubidi "golang.org/x/text/unicode/bidi"
)

// rightToLeft says whether a character can begin text that runs from right to
// left. Most texts have none, and are spared the whole algorithm.
func rightToLeft(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r <= 0x8FF, r >= 0xFB1D && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFE, r >= 0x10800 && r <= 0x10FFF, r >= 0x1E800 && r <= 0x1EFFF:
		return true
	}
	switch r {
	case 0x200F, 0x202B, 0x202E, 0x2067:
		return true
	}
	return false
}

// RightToLeft says whether a paragraph runs from right to left: whether its
// first letter does (Unicode Standard Annex 9, rules P2 and P3).
func RightToLeft(text string) bool {
	return strings.ContainsFunc(text, rightToLeft) && baseLevel([]rune(text)) == 1
}

// levels gives the embedding level of each character (Unicode Standard Annex
// 9) and that of the paragraph, by its first strong character.
func levels(runes []rune) (each []int8, base int8) {
	base = baseLevel(runes)
	each = make([]int8, len(runes))
	dir := bidi.LeftToRight
	if base == 1 {
		dir = bidi.RightToLeft
	}
	var p bidi.Paragraph
	for at := 0; at < len(runes); {
		runs := p.Segment(runes[at:], dir)
		n := 0
		for i := range runs.NumRuns() {
			run := runs.Run(i)
			fillLevels(each[at+run.Start:at+run.End], runes[at+run.Start:at+run.End], int8(run.Level), base)
			n = run.End
		}
		if n == 0 { // cannot be, but must not loop
			n = 1
			each[at] = base
		}
		at += n
	}
	return each, base
}

func baseLevel(runes []rune) int8 {
	for _, r := range runes {
		p, _ := ubidi.LookupRune(r)
		switch p.Class() {
		case ubidi.L:
			return 0
		case ubidi.R, ubidi.AL:
			return 1
		}
	}
	return 0
}

// fillLevels gives the characters of a run their level. A run tells only the
// level of its first character and its direction; where a number inside
// right-to-left text is followed by left-to-right text, the two are parted here.
func fillLevels(each []int8, runes []rune, level, base int8) {
	for i := range each {
		each[i] = level
	}
	if level != 2 || base != 0 {
		return
	}
	number := 0
	for i, r := range runes {
		p, _ := ubidi.LookupRune(r)
		switch p.Class() {
		case ubidi.EN, ubidi.AN, ubidi.NSM, ubidi.BN:
			number = i + 1
			continue
		case ubidi.ES, ubidi.CS, ubidi.ET:
			continue
		}
		break
	}
	for i := number; i < len(each); i++ {
		each[i] = 0
	}
}

// visualOrder gives the order in which parts of a line stand from left to
// right, from their levels (rule L2). nil means: as they are.
func visualOrder(levels []int8) []int {
	highest, lowestOdd := int8(0), int8(127)
	for _, l := range levels {
		highest = max(highest, l)
		if l&1 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	if lowestOdd == 127 {
		return nil
	}
	order := make([]int, len(levels))
	for i := range order {
		order[i] = i
	}
	for l := highest; l >= lowestOdd; l-- {
		for i := 0; i < len(order); {
			if levels[order[i]] < l {
				i++
				continue
			}
			j := i
			for j < len(order) && levels[order[j]] >= l {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				order[a], order[b] = order[b], order[a]
			}
			i = j
		}
	}
	return order
}
