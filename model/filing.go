package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// FilingText is the text by which an index files a person: the curator's own
// sorting text where there is one, else the name by the habits of the locale.
// It keeps its comma, up to which names are compared first; "St" files as
// "Saint", the Arabic article and signs before the first letter are left out, and where the house style says so
// "Mc" files as "Mac".
func FilingText(n Name, sortAs, locale string, style HouseStyle) string {
	text := strings.TrimSpace(sortAs)
	if text == "" {
		text = n.SortText(locale)
		if bare := withoutSigns(text); bare != "" {
			text = bare
		}
	}
	first, rest := text, ""
	if i := strings.IndexAny(text, " ,"); i > 0 {
		first, rest = text[:i], text[i:]
	}
	switch low := strings.ToLower(strings.Trim(first, ".")); {
	case rest == "":
	case low == "st":
		first = "Saint"
	case low == "ste":
		first = "Sainte"
	}
	if bare, ok := strings.CutPrefix(first, "ال"); ok && utf8.RuneCountInString(bare) > 1 {
		first = bare
	}
	if style.McAsMac {
		first = macForMc(first)
	}
	return first + rest
}

// macForMc writes "Mc" and "M’" at the beginning of a name as "Mac", so that
// all of them file together (the older British way, New Hart's Rules 19.3).
func macForMc(word string) string {
	for _, short := range []string{"Mc", "M’", "M'", "M‘"} {
		rest, ok := strings.CutPrefix(word, short)
		if r, _ := utf8.DecodeRuneInString(rest); ok && (rest == "" || unicode.IsUpper(r)) {
			return "Mac" + rest
		}
	}
	return word
}

// FilingTextOf is the text by which an index files an entry or organisation:
// its name without the article and the signs before it ("#MeToo" files under M).
func FilingTextOf(name, sortAs string) string {
	if text := strings.TrimSpace(sortAs); text != "" {
		return text
	}
	bare := withoutSigns(name)
	if rest, ok := cutArticle(bare); ok {
		return rest
	}
	return bare
}

// withoutSigns is a text from its first letter or digit on.
func withoutSigns(text string) string {
	return strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// ArticleLast turns "The Tide Office" into "Tide Office, The", as it is filed.
func ArticleLast(name string) string {
	if rest, ok := cutArticle(name); ok {
		return rest + ", " + name[:len(name)-len(rest)-1]
	}
	return name
}

func cutArticle(name string) (rest string, ok bool) {
	for _, article := range []string{"The ", "the "} {
		if rest, ok = strings.CutPrefix(name, article); ok && strings.TrimSpace(rest) != "" {
			return rest, true
		}
	}
	return name, false
}

// CompareFiled orders two filing texts: word by word (BS ISO 999), or letter by
// letter where the house style says so. Either way the comma stops first.
func CompareFiled(a, b, locale string, style HouseStyle) int {
	a, b = asBase(a, locale), asBase(b, locale)
	if style.LetterByLetter {
		if d := CompareSort(asOneWord(a), asOneWord(b), locale); d != 0 {
			return d
		}
	}
	return CompareSort(a, b, locale)
}

// asBase writes letters that are foreign to a locale as those they stand for:
// Þ as Th, Đ as D. A letter that the locale sorts on its own stays, as Å does in
// Swedish.
func asBase(text, locale string) string {
	if isASCII(text) {
		return text
	}
	own, english := CollationOf(locale), CollationOf("en-GB")
	var b strings.Builder
	for _, r := range text {
		letter := string(r)
		if plain := Fold(letter); r >= 0x80 && unicode.Is(unicode.Latin, r) && plain != "" && isASCII(plain) &&
			(own.sameLetter(letter, plain) || !english.sameLetter(letter, plain) && !ownLetters[baseLanguage(locale)]) {
			letter = plain
		}
		b.WriteString(letter)
	}
	return b.String()
}

// ownLetters are the languages that sort letters on their own which English
// does not know at all.
var ownLetters = setOf("is", "fo", "hr", "bs", "sr", "vi", "se", "da", "nb", "nn", "no")

func baseLanguage(locale string) string {
	base, _, _ := strings.Cut(strings.ToLower(locale), "-")
	return base
}

func asOneWord(text string) string {
	head, rest, _ := strings.Cut(text, ",")
	return strings.Join(sortWords(head), "") + "," + strings.Join(sortWords(rest), "")
}

// FilingLetter is the heading that a filing text stands under: its first letter
// without its accent, unless the locale holds the accented letter to be one of
// its own (Å in Swedish, Ñ in Spanish); "0–9" for digits, "#" for signs alone.
func FilingLetter(text, locale string) string {
	first := withoutSigns(text)
	r, _ := utf8.DecodeRuneInString(first)
	switch {
	case first == "":
		return "#"
	case unicode.IsDigit(r):
		return "0–9"
	}
	r, _ = utf8.DecodeRuneInString(asBase(string(r), locale))
	letter := strings.ToUpper(string(r))
	plain, _ := utf8.DecodeRuneInString(Fold(string(r)))
	base := strings.ToUpper(string(plain))
	if base == letter || plain == utf8.RuneError || CollationOf(locale).sameLetter(letter, base) {
		return base
	}
	return letter
}

// FilingForm is how an index prints a name: as it files, with the honorific
// after the comma. A curator's sorting text that has the words of the name
// prints as it is written; any other only sorts.
func FilingForm(n Name, sortAs, locale string) string {
	head, rest, comma := strings.Cut(strings.TrimSpace(sortAs), ",")
	if !comma || !sameWords(head+" "+rest, n.Display()) {
		return n.IndexFormIn(locale)
	}
	return head + ", " + spaced(n.Prefix, rest)
}

// sameWords says whether two texts have the same words in whatever order.
func sameWords(a, b string) bool {
	count := map[string]int{}
	for _, w := range sortWords(Fold(a)) {
		count[w]++
	}
	for _, w := range sortWords(Fold(b)) {
		count[w]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}
