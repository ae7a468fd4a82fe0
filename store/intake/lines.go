package intake

import (
	"strings"
	"unicode"
)

// line is one line of a page, of whatever form the page was.
type line struct {
	number int
	text   string
	block  int  // lines of the same paragraph or element share it
	level  int  // 1–6 for a heading, else 0
	bold   bool // the whole line is set bold
	item   bool // of a list
	site   bool // stands in the site's own navigation or footer
}

// page is what both forms of a page come to: lines, and what was taken out of
// the markup.
type page struct {
	lines  []line
	title  string // of the document, where it has one
	frames []frame
}

// frame is an embedded film.
type frame struct {
	link  string // canonical, or "" where none was found
	title string
}

// The marks that begin a list item in text.
const (
	bullets     = sureBullets + "–—-*·»"
	sureBullets = "•◦▪▫‣⁃●○■□" // never the beginning of prose
)

// squeeze makes every run of white space one space and trims.
func squeeze(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range s {
		if isSpace(r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}

// isSpace counts also the zero-width marks that editors of web pages leave.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

// words counts what white space separates.
// oneLine is a text in one line, with single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func words(s string) int { return len(strings.Fields(s)) }

// endsSentence says whether a line closes like prose.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…") ||
		strings.HasSuffix(s, "?") || strings.HasSuffix(s, "。") || strings.HasSuffix(s, ";")
}

func asks(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)*_ ")
	return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "？") || strings.HasSuffix(s, "؟")
}
