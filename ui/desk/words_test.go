package desk

import "testing"

// English is spoken on a system of another language too: its words are
// themselves, and what counts has its forms.
func TestEnglishIsItsOwnWords(t *testing.T) {
	english, err := wordsOf("en")
	if err != nil {
		t.Fatal(err)
	}
	german, err := wordsOf("de")
	if err != nil {
		t.Fatal(err)
	}
	for word := range german {
		switch said := english[word].(type) {
		case string:
			if said != word {
				t.Errorf("%q is %q in English", word, said)
			}
		case map[string]any:
		default:
			t.Errorf("there is no English for %q", word)
		}
	}
	if _, forms := english["{{.Count}} chosen"].(map[string]any); !forms {
		t.Error("what counts has no forms")
	}
}
