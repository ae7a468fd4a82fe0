package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Slip is a place of a text that is not in the house style.
type Slip struct {
	Range // of the text
	Kind  ProblemKind
	Near  string // the words round it, for people to find it
	Fix   string // what belongs in its place
	// Safe says that Fix is right whatever is meant; else somebody should look:
	// "that that" may be wanted, a name may be somebody else's.
	Safe bool
}

// Writing is how the texts of a book are written: as its language has it, and its
// house. The zero Writing is the British way.
type Writing struct {
	Language string // of the book, "de" or "en-GB"
	House    HouseStyle
}

// Writing is how the texts of the book are written.
func (y Yearbook) Writing() Writing { return Writing{Language: y.Language, House: y.House} }

// marks are a house's pairs of quotation marks for those that are typed straight.
type marks struct{ double, single [2]string }

// british are also those of most houses that say how they quote: which of them stand
// outside is the writer's to choose.
var british = marks{[2]string{"“", "”"}, [2]string{"‘", "’"}}

// marksOf are the marks of languages that have others.
var marksOf = map[string]marks{
	"de": {[2]string{"„", "“"}, [2]string{"‚", "‘"}},
	"fr": {[2]string{"«\u202f", "\u202f»"}, [2]string{"“", "”"}},
	"es": {[2]string{"«", "»"}, [2]string{"“", "”"}},
	"it": {[2]string{"«", "»"}, [2]string{"“", "”"}},
	"pt": {[2]string{"«", "»"}, [2]string{"“", "”"}},
	"sv": {[2]string{"”", "”"}, [2]string{"’", "’"}},
}

func (w Writing) marks() marks {
	switch w.House.Quotes {
	case QuotesSingle, QuotesDouble:
		return british
	case QuotesGuillemets:
		return marks{[2]string{"«", "»"}, [2]string{"‹", "›"}}
	}
	language, _, _ := strings.Cut(w.Language, "-")
	if m, other := marksOf[language]; other {
		return m
	}
	return british
}

// Slips finds what the house does not print in a text, in its order: straight
// quotation marks, double spaces, words written twice, hyphens in place of
// dashes; and names of its people that are spelled differently there.
func (w Writing) Slips(text string, names ...Name) []Slip {
	var slips []Slip
	if w.House.Quotes != QuotesAsWritten {
		slips = quoteSlips(text, w.marks())
	}
	slips = append(slips, spaceSlips(text)...)
	slips = append(slips, wordSlips(text)...)
	slips = append(slips, w.dashSlips(text)...)
	slips = append(slips, hiddenSlips(text)...)
	for _, n := range names {
		slips = append(slips, nameSlips(n, text)...)
	}
	slices.SortStableFunc(slips, func(a, b Slip) int { return a.Start - b.Start })
	return slips
}

// Say tells what is wrong and how it is mended.
func (w Writing) Say(s Slip) (what, remedy Message) {
	pair := func(p [2]string) string { return strings.TrimSpace(p[0]) + " " + strings.TrimSpace(p[1]) }
	switch s.Kind {
	case ProblemStraightQuotes:
		return Say("Straight quotation mark: {{.Near}}", "Near", s.Near),
			Say("Write {{.Single}} and {{.Double}}; the apostrophe is ’.", "Single", pair(w.marks().single), "Double", pair(w.marks().double))
	case ProblemDoubleSpace:
		return Say("Double space after “{{.Near}}”", "Near", s.Near), Say("Take one out.")
	case ProblemDoubleWord:
		return Say("Word written twice: “{{.Near}}”", "Near", s.Near), Say("Take one out, or leave it if it is meant.")
	case ProblemHiddenSign:
		return Say("Hidden sign that turns the direction of writing: {{.Near}}", "Near", s.Near), Say("Take it out: the letters say themselves which way they run.")
	case ProblemHyphenDash:
		if w.House.Dashes == DashesClosed {
			return Say("Not the dash of the house: {{.Near}}", "Near", s.Near), Say("Write an em dash without spaces—like this, and an en dash in 2022–2024.")
		}
		return Say("Not the dash of the house: {{.Near}}", "Near", s.Near), Say("Write an en dash: with spaces – like this, and without in 2022–2024.")
	}
	return Say("Name spelled differently: “{{.Word}}”", "Word", s.Near), Say("Correct the text, or leave it if it is somebody else.")
}

// Mend puts the fixes of slips in place; those that overlap an earlier one are
// left for the next look.
func Mend(text string, slips ...Slip) string {
	var b strings.Builder
	end := 0
	for _, s := range slips {
		if s.Start < end || s.End > len(text) {
			continue
		}
		b.WriteString(text[end:s.Start])
		b.WriteString(s.Fix)
		end = s.End
	}
	return b.String() + text[end:]
}

// quoteSlips finds straight quotation marks; one after a digit is a prime (feet
// and minutes).
func quoteSlips(text string, m marks) []Slip {
	var slips []Slip
	before, inSingle := rune(' '), false
	for i, r := range text {
		if r == '\n' {
			inSingle = false
		}
		if r == '"' || r == '\'' {
			after, _ := utf8.DecodeRuneInString(text[i+1:])
			if !unicode.IsDigit(before) || unicode.IsLetter(after) {
				slip := Slip{Range: Range{i, i + 1}, Kind: ProblemStraightQuotes, Near: wordAround(text, i), Fix: "’", Safe: true}
				opens := opensQuote(before, after)
				switch {
				case r == '"' && opens:
					slip.Fix = m.double[0]
				case r == '"':
					slip.Fix = m.double[1]
				case opens && !unicode.IsDigit(after):
					// Before a word it is an apostrophe (’twas) unless another closes it.
					line, _, _ := strings.Cut(text[i+1:], "\n")
					inSingle = closesSingle(line)
					slip.Fix, slip.Safe = m.single[0], inSingle
				case inSingle && !unicode.IsLetter(after):
					slip.Fix, inSingle = m.single[1], false
				}
				slips = append(slips, slip)
				if r = '”'; opens {
					r = '“'
				}
			}
		}
		before = r
	}
	return slips
}

// opensQuote says whether a mark between two characters opens what follows.
func opensQuote(before, after rune) bool {
	return (unicode.IsSpace(before) || strings.ContainsRune("([{‘“„‚«‹–—/", before)) && !unicode.IsSpace(after) && after != utf8.RuneError
}

// closesSingle says whether a straight single mark behind a word is among the
// rest of a line.
func closesSingle(line string) bool {
	before := ' '
	for i, r := range line {
		if last := before; r != '\'' && r != '’' || unicode.IsSpace(last) {
			before = r
			continue
		}
		before = r
		if after, size := utf8.DecodeRuneInString(line[i+utf8.RuneLen(r):]); size == 0 || !unicode.IsLetter(after) {
			return true
		}
	}
	return false
}

// wordAround is the word in which a byte of a text stands.
func wordAround(text string, at int) string {
	start := strings.LastIndexFunc(text[:at], unicode.IsSpace)
	if start >= 0 {
		_, size := utf8.DecodeRuneInString(text[start:])
		start += size
	}
	start = max(start, 0)
	end := strings.IndexFunc(text[at:], unicode.IsSpace)
	if end < 0 {
		end = len(text) - at
	}
	return text[start : at+end]
}

// spaceSlips finds several spaces where one belongs, within a line.
func spaceSlips(text string) []Slip {
	var slips []Slip
	isSpace := func(r rune) bool { return r == ' ' || r == '\u00a0' }
	for at := 0; at < len(text); {
		start := strings.IndexFunc(text[at:], isSpace)
		if start < 0 {
			break
		}
		start += at
		end := strings.IndexFunc(text[start:], func(r rune) bool { return !isSpace(r) })
		if end < 0 {
			break // at the end of the text it does not print
		}
		at = start + end
		gap := text[start:at]
		if utf8.RuneCountInString(gap) < 2 || start == 0 || text[start-1] == '\n' || text[at] == '\n' {
			continue
		}
		fix := " "
		if strings.Contains(gap, "\u00a0") {
			fix = "\u00a0"
		}
		slips = append(slips, Slip{Range: Range{start, at}, Kind: ProblemDoubleSpace, Near: wordAround(text, start-1), Fix: fix, Safe: true})
	}
	return slips
}

// mayRepeat are words that are rightly written twice: "had had", "that that".
var mayRepeat = setOf("had", "that", "so", "very", "no", "yes", "really", "many", "again", "bye", "sie", "die", "das", "nous", "vous")

// wordSlips finds a word written twice, between spaces.
func wordSlips(text string) []Slip {
	var slips []Slip
	var last Range // the word before
	for _, w := range tokens(text) {
		word, before := text[w.Start:w.End], text[last.Start:last.End]
		gap := text[last.End:w.Start]
		bare := strings.TrimRightFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if before != "" && bare != "" && strings.EqualFold(bare, before) && !strings.Contains(gap, "\n") && !hasDigit(bare) && !mayRepeat[strings.ToLower(bare)] {
			slips = append(slips, Slip{Range: Range{last.Start, w.Start + len(bare)}, Kind: ProblemDoubleWord, Near: before + " " + bare, Fix: before})
		}
		last = w
	}
	return slips
}

// isHiddenSign says whether a character turns the direction of what follows and
// is itself not seen: what stands behind it may read otherwise than it is
// written (Unicode Standard Annex 9, 2.1–2.4).
func isHiddenSign(r rune) bool { return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 }

// hiddenSlips finds the signs that turn the direction of writing. They come with
// copied text, or to make a text read otherwise than it is.
func hiddenSlips(text string) []Slip {
	if !strings.ContainsFunc(text, isHiddenSign) {
		return nil
	}
	var slips []Slip
	for i, r := range text {
		if isHiddenSign(r) {
			near := strings.Map(func(r rune) rune {
				if isHiddenSign(r) {
					return -1
				}
				return r
			}, wordAround(text, i))
			slips = append(slips, Slip{Range: Range{i, i + utf8.RuneLen(r)}, Kind: ProblemHiddenSign, Near: near, Safe: true})
		}
	}
	return slips
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// tokens gives the words of a text: what stands between white space.
func tokens(text string) []Range {
	var words []Range
	for at := 0; at < len(text); {
		start := strings.IndexFunc(text[at:], func(r rune) bool { return !unicode.IsSpace(r) })
		if start < 0 {
			break
		}
		start += at
		end := strings.IndexFunc(text[start:], unicode.IsSpace)
		if end < 0 {
			end = len(text) - start
		}
		at = start + end
		words = append(words, Range{start, at})
	}
	return words
}

// dashSlips finds hyphens where a dash belongs: between spaces, doubled, and between
// years; and between words the dash that is not the house's.
func (w Writing) dashSlips(text string) []Slip {
	var slips []Slip
	add := func(start, end int, fix string) {
		slips = append(slips, Slip{Range: Range{start, end}, Kind: ProblemHyphenDash, Near: strings.TrimSpace(text[start:end]), Fix: fix, Safe: true})
	}
	closed := w.House.Dashes == DashesClosed
	words := tokens(text)
	for i, at := range words {
		word := text[at.Start:at.End]
		before, after := at.Start, at.End // of the white round it, within a line
		if i > 0 && !strings.Contains(text[words[i-1].End:at.Start], "\n") {
			before = words[i-1].End
		}
		if i < len(words)-1 && !strings.Contains(text[at.End:words[i+1].Start], "\n") {
			after = words[i+1].Start
		}
		typed := word == "-" || word == "--"
		switch {
		case typed && (before == at.Start || i == len(words)-1):
			// a list, or nothing follows
		case closed && (typed || word == "—" || word == "–") && before < at.Start && after > at.End:
			add(before, after, "—")
		case !closed && (typed || word == "—" && i > 0):
			add(at.Start, at.End, "–")
		default:
			for j, r := range word {
				switch from := at.Start + j; {
				case r == '-' && betweenYears(text, from):
					add(from, from+1, "–")
				case !closed && r == '—' && j > 0 && j+len("—") < len(word):
					add(from, from+len("—"), " – ")
				}
			}
		}
	}
	return slips
}

// betweenYears says whether the hyphen at a byte joins two years: 2022-2024.
// "2024-05" may be a month and "2024-05-01" is a day.
func betweenYears(text string, at int) bool {
	digits := func(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }
	after := digits(text[at+1:])
	head := text[:at]
	before := len(head) - len(strings.TrimRight(head, "0123456789"))
	if before != 4 || after != 4 || strings.HasPrefix(text[at+1+after:], "-") || strings.HasSuffix(head[:len(head)-before], "-") {
		return false
	}
	return head[len(head)-4:] < text[at+1:at+5]
}

// nameSlips finds near misses of a person's own name.
func nameSlips(n Name, text string) []Slip {
	var slips []Slip
	for _, m := range misspelt(n, text) {
		slips = append(slips, Slip{Range: m.Range, Kind: ProblemNameMisspelt, Near: text[m.Start:m.End], Fix: m.meant})
	}
	return slips
}
