package model

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countryLanguages are those in which names of countries are known.
var countryLanguages = []language.Tag{
	language.English, language.German, language.French, language.Spanish, language.Italian, language.Portuguese,
	language.Dutch, language.Swedish, language.Danish, language.Norwegian, language.Finnish, language.Polish,
	language.Czech, language.Hungarian, language.Greek, language.Turkish, language.Russian, language.Ukrainian,
	language.Arabic, language.Hebrew, language.Hindi, language.Chinese, language.TraditionalChinese, language.Japanese, language.Korean,
}

// moreCountries are names that the languages themselves do not use for a country.
var moreCountries = map[string]string{
	"U.S.": "US", "U.S.A.": "US", "United States of America": "US", "U.K.": "GB", "Great Britain": "GB", "Großbritannien": "GB",
	"UAE": "AE", "Holland": "NL", "The Netherlands": "NL", "Czech Republic": "CZ", "Ivory Coast": "CI", "Elfenbeinküste": "CI", "Hong Kong": "HK",
	"Macau": "MO", "Burma": "MM", "Türkiye": "TR", "Macedonia": "MK", "North Macedonia": "MK", "Eswatini": "SZ",
	"Russian Federation": "RU", "Republic of Ireland": "IE", "Korea": "KR", "Republic of Korea": "KR", "Palestine": "PS",
}

// CountryKey is the same for all names of a country, in whatever language and
// spelling: its code of ISO 3166. A name that is none of a country folds to itself.
func CountryKey(name string) string {
	name = strings.TrimSpace(name)
	if len(name) <= 3 && name == strings.ToUpper(name) { // "US", but not "us"
		if region, err := language.ParseRegion(name); err == nil && region.IsCountry() {
			return region.Canonicalize().String()
		}
	}
	key := countryFold(name)
	if code, known := countryCodes()[key]; known {
		return code
	}
	return key
}

func countryFold(name string) string { return Fold(strings.ReplaceAll(name, "&", "and")) }

// countryCodes are the codes of all countries by their folded names. Where two
// languages mean two countries by a name, the first language is right.
var countryCodes = sync.OnceValue(func() map[string]string {
	codes := map[string]string{}
	for name, code := range moreCountries {
		codes[countryFold(name)] = code
	}
	for _, tag := range countryLanguages {
		names := display.Regions(tag)
		for _, region := range countries() {
			if key := countryFold(names.Name(region)); key != "" && codes[key] == "" {
				codes[key] = region.String()
			}
		}
	}
	return codes
})

// countries are all countries that have a code of two letters.
func countries() []language.Region {
	var all []language.Region
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			if region, err := language.ParseRegion(code); err == nil && region.IsCountry() && region.String() == code && region.Canonicalize() == region {
				all = append(all, region)
			}
		}
	}
	return all
}
