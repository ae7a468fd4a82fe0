package model

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "plain": "plain", "Ada  EXAMPLE ": "ada example", "Zoë Brontë": "zoe bronte", "Łódź": "lodz", "Søren": "soren", "Đặng": "dang", "Ísafjörður": "isafjordur",
		"Straße": "strasse", "STRAẞE": "strasse", "Æsop Œuvre": "aesop oeuvre", "Þór": "thor", "Işık İzmir": "isik izmir", "Ħal Għaxaq": "hal ghaxaq",
		"O’Leary": "o'leary", "Anne‑Marie": "anne-marie", "a\u00a0b\tc\nd": "a b c d", "ﬁn": "fin", "Ⅳ": "iv", "soft\u00adhyphen": "softhyphen",
		"Ελένη ΣΟΦΌΣ": "ελενη σοφοσ", "σοφός": "σοφοσ", "Йод Ёлка": "иод елка", "أحمد مُحَمَّد": "احمد محمد", "שָׁלוֹם": "שלום", "ד״ר": `ד"ר`,
		"हिन्दी": "हिन्दी", "がく": "がく", "한국": "한국", "ｆｕｌｌ": "full",
	} {
		if got := Fold(text); got != want {
			t.Errorf("Fold(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestNormaliseText(t *testing.T) {
	for text, want := range map[string]string{
		"e\u0301": "é", "a\r\nb\rc": "a\nb\nc", "a\u2028b\u2029c": "a\nb\n\nc", "\ufeffa\x00b\x07": "ab", "a\xffb": "a\ufffdb",
		"two  spaces and\ttab\u00a0stay ": "two  spaces and\ttab\u00a0stay ", "👩‍💻": "👩‍💻",
	} {
		if got := NormaliseText(text); got != want {
			t.Errorf("NormaliseText(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Straße İ ſ", "한국 がく", "a\u0301\u0323", "\u1fbe", "ﷺ", " ` ", "\xf0ώ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) is %q, folded again %q", s, once, twice)
		}
		if kept := NormaliseText(s); !utf8.ValidString(kept) || !norm.NFC.IsNormalString(kept) || NormaliseText(kept) != kept {
			t.Errorf("NormaliseText(%q) = %q is not in normal form", s, kept)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for b.Loop() {
		Fold("Łucja Żak-Brontë, Director of Data & Insight, Exámple Service")
	}
}
