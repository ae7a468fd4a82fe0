package typeset

import (
	"strings"
	"testing"

	"laurel/assets"
)

func TestDivide(t *testing.T) {
	lib, err := NewLibrary(Params{Fonts: assets.Fonts(), Patterns: assets.Hyphenation()})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ lang, word, want string }{
		{"en-GB", "organisation", "or-gan-isa-tion"},
		{"en", "responsibility", "re-spons-ib-il-ity"},
		{"en-GB", "university", "uni-ver-sity"},
		{"en-GB", "manuscripts", "ma-nu-scripts"},
		{"en-US", "organization", "or-ga-ni-za-tion"},
		{"en-US", "table", "table"},
		{"de-AT", "Verantwortung", "Ver-ant-wor-tung"},
		{"fr", "responsable", "res-pon-sable"},
		{"es", "responsabilidad", "res-pon-sa-bi-li-dad"},
		{"it", "responsabile", "re-spon-sa-bile"},
		{"nl", "verantwoordelijk", "ver-ant-woor-de-lijk"},
		{"pt", "responsabilidade", "res-pon-sa-bi-li-dade"},
		{"sv", "ansvarighet", "an-sva-rig-het"},
		// In an English book too, a word of another script has its own syllables.
		{"en-GB", "ответственность", "от-вет-ствен-ность"},
		{"en-GB", "εμπιστοσύνης", "εμπι-στο-σύ-νης"},
		{"en-GB", "ყოველკვირა", "ყო-ველკ-ვირა"},
		{"de", "विश्वविद्यालय", "वि-श्व-वि-द्यालय"},
		{"en-GB", "நம்பிக்கை", "நம்-பிக்கை"},
		{"en-GB", "Հայերեն", "Հայերեն"},
	}
	for _, tt := range tests {
		d := lib.dictionaryFor(tt.word, tt.lang)
		if tt.word == tt.want && d == nil {
			continue
		}
		if d == nil {
			t.Errorf("no dictionary of %s", tt.lang)
			continue
		}
		for range 2 { // the second answer is remembered
			got, from := "", 0
			for _, at := range d.divide(tt.word) {
				got, from = got+tt.word[from:at]+"-", int(at)
			}
			if got += tt.word[from:]; got != tt.want {
				t.Errorf("%s: %s, want %s", tt.lang, got, tt.want)
			}
		}
	}
	for _, lang := range []string{"", "xx", "english", "zh-Hant"} {
		if lib.dictionary(lang) != nil {
			t.Errorf("%q has a dictionary", lang)
		}
	}
	if ok, err := lib.Hyphenates("en-GB"); !ok || err != nil {
		t.Errorf("en-GB: %v %v", ok, err)
	}
	if d := lib.dictionary("en"); d.divide(strings.Repeat("responsibility", 40)) != nil {
		t.Error("half a thousand letters are taken for a word")
	}
}
