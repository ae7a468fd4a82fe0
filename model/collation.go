package model

import (
	"cmp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Collation orders texts as an index of its locale does: word by word (BS ISO
// 999; New Hart's Rules 19.3), nothing before something, so that "De Vere"
// files before "Deacon". A hyphen divides words as a space does; apostrophes,
// accents and capitals are ignored where the locale does not hold an accented
// letter to be one of its own. A Collation may be used by several goroutines.
type Collation struct {
	loose, strict *sync.Pool // of *collate.Collator, which has state and serves one goroutine at a time
}

var collations sync.Map // of locale to *Collation

// CollationOf gives the order of a locale ("en-GB", "sv"); British English for
// a locale that is none.
func CollationOf(locale string) *Collation {
	if c, ok := collations.Load(locale); ok {
		return c.(*Collation)
	}
	tag, err := language.Parse(locale)
	if err != nil {
		tag = language.BritishEnglish
	}
	c, _ := collations.LoadOrStore(locale, &Collation{
		loose:  &sync.Pool{New: func() any { return collate.New(tag, collate.IgnoreCase, collate.IgnoreDiacritics) }},
		strict: &sync.Pool{New: func() any { return collate.New(tag) }},
	})
	return c.(*Collation)
}

// Compare is negative where a files before b, and 0 only for equal texts. Where
// both have a comma ("Smith, Zoe") what stands before it decides first.
func (c *Collation) Compare(a, b string) int {
	if a == b {
		return 0
	}
	loose := c.loose.Get().(*collate.Collator)
	defer c.loose.Put(loose)
	headA, restA, _ := strings.Cut(a, ",")
	headB, restB, _ := strings.Cut(b, ",")
	if d := compareWords(loose, headA, headB); d != 0 {
		return d
	}
	if d := compareWords(loose, restA, restB); d != 0 {
		return d
	}
	// Equal but for accents, capitals or signs: some order that is always the same.
	strict := c.strict.Get().(*collate.Collator)
	defer c.strict.Put(strict)
	if d := strict.CompareString(a, b); d != 0 {
		return d
	}
	return cmp.Compare(a, b)
}

func compareWords(c *collate.Collator, a, b string) int {
	wa, wb := sortWords(a), sortWords(b)
	for i := 0; i < len(wa) && i < len(wb); i++ {
		if wa[i] == wb[i] {
			continue
		}
		if d := c.CompareString(wa[i], wb[i]); d != 0 {
			return d
		}
	}
	return cmp.Compare(len(wa), len(wb))
}

// CompareSort orders two sort keys, or two texts as they file, by the Collation
// of a locale.
func CompareSort(a, b, locale string) int { return CollationOf(locale).Compare(a, b) }

// sortWords divides a text into what is sorted by: a hyphen divides as a space
// does, an apostrophe or a point does not, other signs are left out.
func sortWords(s string) []string {
	return strings.FieldsFunc(withoutApostrophes(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
}

func withoutApostrophes(s string) string {
	if !strings.ContainsAny(s, "'’‘ʼ.׳״") {
		return s
	}
	return apostrophes.Replace(s)
}

// A point that is followed by a space divides all the same, by the space.
var apostrophes = strings.NewReplacer("'", "", "’", "", "‘", "", "ʼ", "", ".", "", "׳", "", "״", "")

// sameLetter says whether two letters file as one.
func (c *Collation) sameLetter(a, b string) bool {
	loose := c.loose.Get().(*collate.Collator)
	defer c.loose.Put(loose)
	return loose.CompareString(a, b) == 0
}
