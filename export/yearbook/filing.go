package yearbook

import (
	"maps"
	"slices"

	"laurel/model"
)

// filing knows in which order texts are filed. Comparing two by the rules of a
// language is dear, and the lists of a book hold the same names over and over:
// each is put into its place once, and stays there for the next book.
type filing struct {
	locale string
	style  model.HouseStyle
	texts  []string
	place  map[string]int
}

// mostFiled is how many texts are kept from one book to the next: names that were
// typed letter by letter must not gather for ever.
const mostFiled = 50_000

// next is the filing to begin another book with. It shares nothing with f.
func (f *filing) next(locale string, style model.HouseStyle) filing {
	if f.locale != locale || f.style != style || len(f.texts) > mostFiled {
		return filing{locale: locale, style: style}
	}
	return filing{locale: locale, style: style, texts: slices.Clone(f.texts), place: maps.Clone(f.place)}
}

// know takes in texts that will be compared.
func (f *filing) know(texts func(yield func(string) bool)) {
	fresh := false
	for text := range texts {
		if _, have := f.place[text]; !have {
			if f.place == nil {
				f.place = map[string]int{}
			}
			f.place[text] = 0
			f.texts, fresh = append(f.texts, text), true
		}
	}
	if !fresh {
		return
	}
	slices.Sort(f.texts)
	slices.SortStableFunc(f.texts, f.compareByRule)
	for i, text := range f.texts {
		at := i
		if i > 0 && f.compareByRule(f.texts[i-1], text) == 0 {
			at = f.place[f.texts[i-1]] // files as the one before
		}
		f.place[text] = at
	}
}

func (f *filing) compareByRule(a, b string) int { return model.CompareFiled(a, b, f.locale, f.style) }

// compare orders two texts that are known.
func (f *filing) compare(a, b string) int { return f.place[a] - f.place[b] }
