package model

import (
	"strings"
	"testing"
)

func TestSlips(t *testing.T) {
	tests := []struct {
		text, want string // kinds and fixes, "!" where it is safe
	}{
		{"Plain words – in ‘style’.", ""},
		{`He said "yes".`, "straight-quotes “! straight-quotes ”!"},
		{"It's the boats' fault", "straight-quotes ’! straight-quotes ’!"},
		{"the 'best' boat", "straight-quotes ‘! straight-quotes ’!"},
		{"'twas in the '90s", "straight-quotes ‘ straight-quotes ’!"},
		{`a boat of 6' 2" length`, ""},
		{"two  spaces", "double-space  !"},
		{"a\u00a0 b", "double-space \u00a0!"},
		{"end.  \nNext  ", ""},
		{"the the boat", "double-word the"},
		{"The the boat", "double-word The"},
		{"of of, then", "double-word of"},
		{"she had had it, and that that was so", ""},
		{"one\none", ""},
		{"10 10 10", ""},
		{"work - and luck -- mostly", "hyphen-for-dash –! hyphen-for-dash –!"},
		{"- a list", ""},
		{"from 2019-2021 and 2024-05 and 2024-05-01, 1234-0000", "hyphen-for-dash –!"},
		{"we came—and stayed", "hyphen-for-dash  – !"},
		{"well-known", ""},
		{"I, Zoe Ångstrom, came", "own-name Ångström"},
	}
	for _, test := range tests {
		var got []string
		for _, s := range (Writing{}).Slips(test.text, ParseName("Zoë Ångström")) {
			word := string(s.Kind) + " " + s.Fix
			if s.Safe {
				word += "!"
			}
			got = append(got, word)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q: %q, want %q", test.text, strings.Join(got, " "), test.want)
		}
	}
}

// Other languages and houses quote otherwise; the apostrophe is the same everywhere.
func TestMendByLanguageAndHouse(t *testing.T) {
	const text = `Er sagte "it's 'so' now" - und - ging.`
	for _, test := range []struct {
		writing Writing
		want    string
	}{
		{Writing{}, "Er sagte “it’s ‘so’ now” – und – ging."},
		{Writing{Language: "en-US", House: HouseStyle{Dashes: DashesClosed}}, "Er sagte “it’s ‘so’ now”—und—ging."},
		{Writing{Language: "de"}, "Er sagte „it’s ‚so‘ now“ – und – ging."},
		{Writing{Language: "de", House: HouseStyle{Quotes: QuotesGuillemets}}, "Er sagte «it’s ‹so› now» – und – ging."},
		{Writing{Language: "fr"}, "Er sagte «\u202fit’s “so” now\u202f» – und – ging."},
		{Writing{Language: "nl"}, "Er sagte “it’s ‘so’ now” – und – ging."},
		{Writing{Language: "sv", House: HouseStyle{Quotes: QuotesSingle}}, "Er sagte “it’s ‘so’ now” – und – ging."},
		{Writing{Language: "sv"}, "Er sagte ”it’s ’so’ now” – und – ging."},
		{Writing{House: HouseStyle{Quotes: QuotesAsWritten}}, `Er sagte "it's 'so' now" – und – ging.`},
	} {
		got := text
		for range 3 {
			got = Mend(got, test.writing.Slips(got)...)
		}
		if got != test.want {
			t.Errorf("%+v: %q, want %q", test.writing, got, test.want)
		}
		for _, slip := range test.writing.Slips(text) {
			if what, remedy := test.writing.Say(slip); what.Text == "" || remedy.Text == "" {
				t.Errorf("%+v: nothing is said of %+v", test.writing, slip)
			}
		}
	}
}

func TestMend(t *testing.T) {
	tests := []struct{ text, want string }{
		{`He said "it's the  the boat" - in 2019-2021.`, "He said “it’s the boat” – in 2019–2021."},
		{"Nothing to mend.", "Nothing to mend."},
		{"", ""},
		{"“Zoë Ångstrom”", "“Zoë Ångström”"},
	}
	for _, test := range tests {
		slips := Writing{}.Slips(test.text, ParseName("Zoë Ångström"))
		got := test.text
		for range 3 { // what overlaps is mended at the next look
			got = Mend(got, slips...)
			slips = Writing{}.Slips(got, ParseName("Zoë Ångström"))
		}
		if got != test.want {
			t.Errorf("%q becomes %q, want %q", test.text, got, test.want)
		}
	}
}

// Mending what is safe changes nothing that is seen but the marks it is for, and leaves nothing safe to mend.
func FuzzMend(f *testing.F) {
	f.Add(`"It's" -- the  2019-2021 'boat'—and so`)
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if isHiddenSign(r) || strings.ContainsRune(" \u00a0'\"-–—‘’“”", r) {
				return -1
			}
			return r
		}, s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := text
		for range len(text) + 2 {
			var safe []Slip
			for _, s := range (Writing{}).Slips(got) {
				if s.Safe {
					safe = append(safe, s)
				}
			}
			if len(safe) == 0 {
				break
			}
			got = Mend(got, safe...)
		}
		if letters(got) != letters(text) {
			t.Errorf("%q becomes %q", text, got)
		}
		for _, s := range (Writing{}).Slips(got) {
			if s.Safe {
				t.Errorf("%q still has %+v", got, s)
			}
		}
	})
}

func BenchmarkSlips(b *testing.B) {
	text := strings.Repeat("Data literacy is a key enabler of value. How are we approaching it? ", 147) // 10,000 characters
	name := ParseName("Zoë Ångström")
	for b.Loop() {
		Writing{}.Slips(text, name)
	}
}
