package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	numbered = regexp.MustCompile(`^\(?\d{1,2}[.)]\s+\S`)
	heading  = regexp.MustCompile(`^(#{1,6})\s+(\S.*?)\s*#*$`)
	strong   = regexp.MustCompile(`^(?:\*\*|__)([^*_].*?)(?:\*\*|__)$`)
	rule     = regexp.MustCompile(`^[-=_*~–—]{3,}$`)
)

// readText takes the lines out of a page that was copied as text. Blank lines
// divide paragraphs; text that was wrapped at a width is unwrapped.
func readText(text string) page {
	text, frames := takeMarkup(text)
	p := page{frames: frames}
	raw := strings.Split(text, "\n")
	width := wrapWidth(raw)
	block, gap, tail := 0, false, ""
	for i, r := range raw {
		t := squeeze(r)
		if t == "" || rule.MatchString(t) {
			gap = true
			continue
		}
		if gap {
			block++
		}
		l := textLine(t, listed(raw, i))
		l.number, l.block = i+1, block
		if last := len(p.lines) - 1; last >= 0 && !gap && continues(p.lines[last], l, tail, width) {
			p.lines[last].text += " " + l.text
		} else {
			p.lines = append(p.lines, l)
		}
		gap, tail = false, t
	}
	return p
}

// textLine takes the marks of an item, a heading or bold type from a line.
func textLine(t string, listed bool) line {
	if m := heading.FindStringSubmatch(t); m != nil && words(m[2]) > 0 {
		return line{text: m[2], level: len(m[1])}
	}
	if m := strong.FindStringSubmatch(t); m != nil {
		return line{text: m[1], bold: true}
	}
	if mark, rest := bullet(t); mark != 0 && (listed || strings.ContainsRune(sureBullets, mark)) {
		return line{text: rest, item: true}
	}
	return line{text: t}
}

// bullet divides a list item from its mark; 0 is no mark.
func bullet(t string) (mark rune, rest string) {
	first, size := utf8.DecodeRuneInString(t)
	rest = strings.TrimLeftFunc(t[size:], unicode.IsSpace)
	spaced := len(rest) < len(t)-size
	if rest == "" || !strings.ContainsRune(bullets, first) || !spaced && !strings.ContainsRune(sureBullets, first) {
		return 0, t
	}
	return first, rest
}

// listed says whether a line that begins with a dash or a star stands in a
// list: beside another such line or after a colon. Alone it may be prose.
func listed(raw []string, i int) bool {
	mark, _ := bullet(squeeze(raw[i]))
	for _, step := range []int{-1, 1} {
		for j := i + step; j >= 0 && j < len(raw); j += step {
			t := squeeze(raw[j])
			if t == "" {
				continue
			}
			if m, _ := bullet(t); m == mark || step < 0 && strings.HasSuffix(t, ":") {
				return true
			}
			break
		}
	}
	return false
}

// continues says whether l is the rest of a paragraph that was broken at a
// width: the line before it, as it stood in the source, had no room for l's
// first word.
func continues(before, l line, tail string, width int) bool {
	if width == 0 || l.item || l.bold || l.level > 0 || before.bold || before.level > 0 || numbered.MatchString(l.text) {
		return false
	}
	first, _, _ := strings.Cut(l.text, " ")
	n := utf8.RuneCountInString(tail)
	if !endsSentence(tail) && !strings.HasSuffix(tail, ":") && n >= width*3/4 {
		return true // not every hand fills its lines
	}
	return n+1+utf8.RuneCountInString(first) > width
}

// wrapWidth is the width at which text was wrapped, or 0: then every line is a
// paragraph. Wrapped text has many lines near its greatest width and none beyond.
func wrapWidth(raw []string) int {
	widest, long := 0, 0
	for _, r := range raw {
		n := utf8.RuneCountInString(squeeze(r))
		widest = max(widest, n)
	}
	if widest > 110 || widest < 40 {
		return 0
	}
	for i, r := range raw {
		next := ""
		if i+1 < len(raw) {
			next = squeeze(raw[i+1])
		}
		if utf8.RuneCountInString(squeeze(r)) >= widest*3/4 && next != "" {
			long++
		}
	}
	if long < 4 {
		return 0
	}
	return widest
}
