package yearbook

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"testing"

	"laurel/assets"
	"laurel/model"
)

var argument = regexp.MustCompile(`\{\{?\.?[A-Za-z]+\}?\}`)

// Every language says everything, with the same arguments.
func TestEveryLanguageHasEveryWord(t *testing.T) {
	read := func(language string) words {
		b, err := fs.ReadFile(assets.Words(), language+".json")
		if err != nil {
			t.Fatal(err)
		}
		w := words{}
		if err := json.Unmarshal(b, &w); err != nil {
			t.Fatal(err)
		}
		return w
	}
	english := read("en-GB")
	for _, language := range model.BookLanguages {
		w := read(language)
		for key, text := range english {
			said, ok := w[key]
			if !ok {
				t.Errorf("%s lacks %q", language, key)
				continue
			}
			want, got := argument.FindAllString(text, -1), argument.FindAllString(said, -1)
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(want, got) {
				t.Errorf("%s, %q: arguments %v, want %v", language, key, got, want)
			}
			if said == "" && text != "" {
				t.Errorf("%s, %q: nothing", language, key)
			}
		}
		for key := range w {
			if _, ok := english[key]; !ok {
				t.Errorf("%s has %q, which English has not", language, key)
			}
		}
	}
}

func TestNumbersAndDatesInWords(t *testing.T) {
	for language, want := range map[string][4]string{
		"en-GB": {"1,318", "24 September 2026", "The hundred at a glance", "‘so’"},
		"en-US": {"1,318", "September 24, 2026", "The hundred at a glance", "“so”"},
		"de":    {"1.318", "24. September 2026", "Die hundert im Überblick", "„so“"},
		"fr":    {"1\u202f318", "24 septembre 2026", "Les cent en un coup d’œil", "«\u202fso\u202f»"},
		"es":    {"1318", "24 de septiembre de 2026", "Los cien de un vistazo", "«so»"},
		"sv":    {"1\u00a0318", "24 september 2026", "De hundra i översikt", "”so”"},
	} {
		w, err := loadWords(assets.Words(), language)
		if err != nil {
			t.Fatal(err)
		}
		got := [4]string{w.number(1318), w.date("2026-09-24"), w.say("at a glance", "count", w.count(100)), w.say("quote", "text", "so")}
		if got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
	w, _ := loadWords(assets.Words(), "es")
	if got := w.number(13180); got != "13\u00a0180" {
		t.Errorf("13180 in Spanish is %q", got)
	}
	if w.plural("further regions", 1) == w.plural("further regions", 2) {
		t.Error("one and two are said alike")
	}
}

// A list of one is not named by its number.
func TestTitlesCountTheList(t *testing.T) {
	w, err := loadWords(assets.Words(), "en-GB")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]string{0: "The list at a glance", 1: "The list at a glance", 2: "The two at a glance", 100: "The hundred at a glance", 101: "The list at a glance"} {
		c := &composition{words: w, entries: make([]entry, n)}
		if got := c.countedTitle("at a glance"); got != want {
			t.Errorf("%d entries: %q, not %q", n, got, want)
		}
	}
}
