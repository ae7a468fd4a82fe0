package model

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plainLetters are letters that no accent can be split from, and signs of one
// meaning, with what they file and search as.
var plainLetters = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ı': "i",
	'ħ': "h", 'ŧ': "t", 'ĸ': "k", 'ŋ': "ng", 'ſ': "s", 'ɓ': "b", 'ɗ': "d", 'ɖ': "d", 'ƙ': "k", 'ə': "e", 'ɛ': "e", 'ɔ': "o",
	'ς': "σ", 'ٱ': "ا", 'ى': "ي", 'ـ': "",
	'’': "'", '‘': "'", 'ʼ': "'", 'ʻ': "'", '′': "'", '´': "'", '`': "'", '׳': "'",
	'“': `"`, '”': `"`, '„': `"`, '«': `"`, '»': `"`, '″': `"`, '״': `"`,
	'‐': "-", '‑': "-", '–': "-", '—': "-", '−': "-", '־': "-",
}

// Fold writes text as it is searched and sorted: lower case, without accents,
// letters such as ł ø ß as the plain letters they file under, straight quotes,
// single spaces. Text of other scripts keeps its letters. Fold of a folded
// text is that text.
func Fold(s string) string {
	switch plain, single := asciiForm(s); {
	case plain && single:
		return strings.ToLower(s) // the text itself, where it has no capitals
	case plain:
		return strings.Join(strings.Fields(strings.ToLower(s)), " ")
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		if r > ' ' && r < 0x7f && r != '`' { // quickly: most letters
			b.WriteRune(unicode.ToLower(r))
			continue
		}
		for _, l := range strings.ToLower(string(r)) {
			plain, have := plainLetters[l]
			switch {
			case have:
				b.WriteString(plain)
			case isAccent(l), unicode.Is(unicode.Cf, l), unicode.IsControl(l) && !unicode.IsSpace(l):
			case unicode.IsSpace(l):
				b.WriteByte(' ')
			default:
				b.WriteRune(l)
			}
		}
	}
	// Composed again, so that Korean syllables are not left in pieces.
	return strings.Join(strings.Fields(norm.NFC.String(b.String())), " ")
}

// asciiForm says of a text, quickly, whether it is of ASCII letters that need no
// more than lower case and, as nearly all are, has its words one space apart.
func asciiForm(s string) (plain, single bool) {
	before, single := byte(' '), true
	for i := range len(s) {
		c := s[i]
		if c >= 0x7f || c < ' ' || c == '`' {
			return false, false
		}
		if c == ' ' && before == ' ' {
			single = false
		}
		before = c
	}
	return true, single && (before != ' ' || s == "")
}

// isAccent says whether a mark only adorns its letter. The vowel signs of
// Indian scripts and the Japanese voicing marks are letters in this sense and stay.
func isAccent(r rune) bool {
	switch {
	case !unicode.Is(unicode.Mn, r) || r == '\u3099' || r == '\u309a':
		return false
	case r < 0x0700, r >= 0x1AB0 && r < 0x1B00, r >= 0x1DC0 && r < 0x1E00, r >= 0x20D0 && r < 0x2100:
		return true
	}
	return unicode.Is(unicode.Inherited, r)
}

// NormaliseText brings text into the form in which it is kept: valid UTF-8 in
// Unicode NFC, plain line ends, without byte order marks and control characters.
// No letter, sign or space of it is lost.
func NormaliseText(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = newlines.Replace(s)
	s = strings.Map(func(r rune) rune {
		if r == '\uFEFF' || unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

// newlines are all the ways to end a line; NEL and LINE SEPARATOR among them.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n\n", "\f", "\n", "\v", "\n")

// oneLine is a text in normal form with single plain spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(NormaliseText(s)), " ") }
