package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// HouseStyle says what Prepare changes in a text. The zero HouseStyle changes
// nothing: what the speaker wrote is printed as written.
type HouseStyle struct {
	// Quotes turns straight quotation marks and apostrophes into curly ones.
	// Curly ones stay as they are, and so do single and double.
	Quotes bool
	// Dashes turns a hyphen between spaces and one between years into an en
	// dash: "work - and luck", "2022-2024" (Hart's Rules).
	Dashes bool
	// NoBreak puts no-break spaces where a line must not end: "No. 3",
	// "Dr Smith", "12 km". Set keeps such words together in any case; this is
	// for text that leaves the book.
	NoBreak bool
}

// UK is the house style for a list edited in British English.
var UK = HouseStyle{Quotes: true, Dashes: true}

// Prepare gives the text in the house style. It never changes the words, nor
// the speaker's "…" and the editor's "[…]".
func Prepare(text string, style HouseStyle) string {
	if style.Dashes {
		text = dashes(text)
	}
	if style.Quotes {
		text = curl(text)
	}
	if style.NoBreak {
		text = bind(text)
	}
	return text
}

func curl(text string) string {
	if !strings.ContainsAny(text, `'"`) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 16)
	before := rune(' ')
	for i, r := range text {
		if r == '\'' || r == '"' {
			next, _ := utf8.DecodeRuneInString(text[i+1:])
			r = curled(r, before, next)
		}
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			b.WriteByte(text[i]) // a damaged byte is not mended here
		} else {
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

// curled chooses the quotation mark for a straight one by what stands round it.
func curled(r, before, next rune) rune {
	opens := unicode.IsSpace(before) || strings.ContainsRune("([{‘“–—/", before)
	if r == '"' {
		if opens {
			return '“'
		}
		return '”'
	}
	if opens && !unicode.IsDigit(next) && !unicode.IsSpace(next) && next != utf8.RuneError {
		return '‘'
	}
	return '’' // also in "’90s", "rock ’n’ roll", "organisations’ "
}

func dashes(text string) string {
	if !strings.Contains(text, "-") {
		return text
	}
	text = strings.ReplaceAll(text, " -- ", " – ")
	text = strings.ReplaceAll(text, " - ", " – ")
	var b strings.Builder
	b.Grow(len(text) + 8)
	for i := range len(text) {
		if text[i] == '-' && betweenYears(text, i) {
			b.WriteString("–")
			continue
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// betweenYears says whether the hyphen at i joins a span of years: "2022-2024",
// or "2023-24" where the second follows the first. "2024-05" may be a month.
func betweenYears(text string, i int) bool {
	from, to := i, i+1
	for from > 0 && digit(text[from-1]) {
		from--
	}
	for to < len(text) && digit(text[to]) {
		to++
	}
	if i-from != 4 || from > 0 && joinsNumber(text[from-1]) || to < len(text) && joinsNumber(text[to]) {
		return false
	}
	first, second := text[from:i], text[i+1:to]
	if !year(first) {
		return false
	}
	switch len(second) {
	case 4:
		return year(second) && second > first
	case 2:
		return int(second[0]-'0')*10+int(second[1]-'0') == (int(first[2]-'0')*10+int(first[3]-'0')+1)%100
	}
	return false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func joinsNumber(c byte) bool { return c == '-' || c == '/' || c == '+' || c == '_' }

func year(s string) bool { return strings.HasPrefix(s, "1") || strings.HasPrefix(s, "20") }

func bind(text string) string {
	if !strings.Contains(text, " ") {
		return text
	}
	words := strings.Split(text, " ")
	var b strings.Builder
	b.Grow(len(text) + 16)
	for i, w := range words {
		if i > 0 {
			if bound(lastField(words[i-1]), firstField(w)) {
				b.WriteRune(noBreakSpace)
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(w)
	}
	return b.String()
}

// A word between spaces may still hold a line end.
func lastField(w string) string {
	return w[strings.LastIndexAny(w, "\n\t")+1:]
}

func firstField(w string) string {
	if i := strings.IndexAny(w, "\n\t"); i >= 0 {
		return w[:i]
	}
	return w
}
