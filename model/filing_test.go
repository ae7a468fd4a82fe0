package model

import (
	"slices"
	"testing"
)

func filed(locale string, style HouseStyle, names ...string) []string {
	out := slices.Clone(names)
	slices.SortStableFunc(out, func(a, b string) int {
		return CompareFiled(FilingText(ParseName(a), "", locale, style), FilingText(ParseName(b), "", locale, style), locale, style)
	})
	return out
}

func TestFilingOrder(t *testing.T) {
	for _, test := range []struct {
		name, locale string
		style        HouseStyle
		want         []string
	}{
		{"word by word", "en-GB", HouseStyle{}, []string{"Anna De Vere", "Ivo Deacon", "Dame Ada Smith", "Bo Smith", "Cy Smith-Brown", "Di Smithers"}},
		{"letter by letter", "en-GB", HouseStyle{LetterByLetter: true}, []string{"Ivo Deacon", "Anna De Vere", "Bo Smith", "Cy Smith-Brown", "Di Smithers"}},
		{"Mc as spelt", "en-GB", HouseStyle{}, []string{"Al MacBride", "Bo Maddox", "Cy McAdam"}},
		{"Mc as Mac", "en-GB", HouseStyle{McAsMac: true}, []string{"Cy McAdam", "Al MacBride", "Bo Maddox"}},
		{"accents and foreign letters", "en-GB", HouseStyle{}, []string{"Bo Adams", "Zoë Álvarez", "Ola Östlund", "Edda Þorvarðsdóttir", "Al Tobin"}},
		{"letters of its own", "sv", HouseStyle{}, []string{"Bo Adams", "Ivo Zimmer", "Åsa Åberg", "Ola Östlund"}},
		{"particles", "en-GB", HouseStyle{}, []string{"Ada du Maurier", "Marisol van der Haeghe", "Zainab al-Rashidi"}},
		{"saints", "en-GB", HouseStyle{}, []string{"Bo Sainsbury", "Al St John", "Cy Salter"}},
		{"signs before the first letter", "en-GB", HouseStyle{}, []string{"Bo Adams", "Al “Bird", "Cy Carter", "Di Dunn 😀"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			turned := slices.Clone(test.want)
			slices.Reverse(turned)
			if got := filed(test.locale, test.style, turned...); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestFilingLetter(t *testing.T) {
	for _, test := range []struct{ text, locale, want string }{
		{"Álvarez, Zoë", "en-GB", "A"},
		{"Þorvarðsdóttir, Edda", "en-GB", "T"},
		{"Þór, Edda", "is", "Þ"},
		{"Åberg, Åsa", "sv", "Å"},
		{"Åberg, Åsa", "en-GB", "A"},
		{"100 Brands", "en-GB", "0–9"},
		{"#MeToo", "en-GB", "M"},
		{"(LA)HORDE", "en-GB", "L"},
		{"???", "en-GB", "#"},
		{"Дъбникова, Светлозара", "en-GB", "Д"},
	} {
		if got := FilingLetter(test.text, test.locale); got != test.want {
			t.Errorf("%q in %s stands under %q, want %q", test.text, test.locale, got, test.want)
		}
	}
}

// The person's own way always wins, in print only where it is the name.
func TestFilingFormFollowsTheOverride(t *testing.T) {
	n := Name{Prefix: "Dr", Given: "Marisol", Particle: "van der", Family: "Haeghe"}
	for sortAs, want := range map[string]string{
		"":                        "Haeghe, Dr Marisol van der",
		"Van der Haeghe, Marisol": "Van der Haeghe, Dr Marisol",
		"Aardvark":                "Haeghe, Dr Marisol van der",
	} {
		if got := FilingForm(n, sortAs, "en-GB"); got != want {
			t.Errorf("%q: %q, want %q", sortAs, got, want)
		}
	}
	if got := FilingText(n, "Aardvark", "en-GB", HouseStyle{}); got != "Aardvark" {
		t.Errorf("files as %q", got)
	}
	family := Name{Given: "Boróka", Family: "Szalkay", FamilyFirst: true}
	if got := FilingForm(family, "", "en-GB"); got != "Szalkay Boróka" {
		t.Errorf("family first: %q", got)
	}
	for name, want := range map[string]string{"The Tide Office": "Tide Office, The", "The": "The", "Theatre": "Theatre", "#MeToo": "#MeToo"} {
		if got := ArticleLast(name); got != want {
			t.Errorf("%q turned round: %q", name, got)
		}
	}
}
