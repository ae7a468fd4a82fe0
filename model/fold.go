package model

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// folds are letters that no accent is split from, with what they file as.
var folds = strings.NewReplacer(
	"ł", "l", "ø", "o", "đ", "d", "ð", "d", "ß", "ss", "æ", "ae", "œ", "oe",
	"þ", "th", "ı", "i", "ħ", "h", "ŧ", "t", "ĸ", "k", "ŋ", "ng", "ſ", "s",
	"ς", "σ", "’", "'", "‘", "'", "ʼ", "'", "‐", "-", "‑", "-",
)

// Fold writes text as it is searched and sorted: lower case, without accents,
// letters such as ł ø ß as the plain letters they file under, single spaces.
// Text of other scripts keeps its letters.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsControl(r) && !unicode.IsSpace(r):
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(folds.Replace(b.String())), " ")
}

// NormaliseText brings text into the form in which it is kept: Unicode NFC with
// plain line ends. No character of it is lost.
func NormaliseText(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	return norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
}

var collators sync.Map // of locale to *sync.Pool of *collate.Collator

// CompareSort orders two sort keys as an index of the given locale does: word
// by word (BS ISO 999), so that "De Vere" files before "Deacon".
func CompareSort(a, b, locale string) int {
	pool, ok := collators.Load(locale)
	if !ok {
		tag, err := language.Parse(locale)
		if err != nil {
			tag = language.BritishEnglish
		}
		// A collator has state of its own and serves one goroutine at a time.
		pool, _ = collators.LoadOrStore(locale, &sync.Pool{New: func() any { return collate.New(tag) }})
	}
	c := pool.(*sync.Pool).Get().(*collate.Collator)
	defer pool.(*sync.Pool).Put(c)
	wa, wb := words(a), words(b)
	for i := 0; i < len(wa) && i < len(wb); i++ {
		if d := c.CompareString(wa[i], wb[i]); d != 0 {
			return d
		}
	}
	if len(wa) != len(wb) {
		return len(wa) - len(wb)
	}
	return strings.Compare(a, b)
}

// words divides a sort key; a hyphen divides as a space does, an apostrophe does not.
func words(s string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(s, "'", ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Mc, r)
	})
}
