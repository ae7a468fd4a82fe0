package desk

import (
	"encoding/json"
	"maps"
	"strings"

	"fyne.io/fyne/v2/lang"

	"laurel/assets"
	"laurel/ui/kit"
)

// LoadWords loads the words of the program in a language; "" is the system's, or
// English where the program does not speak that.
//
// The toolkit looks words up by the system's language alone, so those of another
// language are given to it under that name.
func LoadWords(language string) error {
	system := lang.SystemLocale()
	if language == "" {
		language, _, _ = strings.Cut(system.LanguageString(), "-") // without script and region
	}
	if language != "de" {
		language = "en"
	}
	kit.NumbersIn(language)
	if strings.HasPrefix(system.String(), language) {
		return lang.AddTranslationsFS(assets.Translations(), "translations")
	}
	own, err := wordsOf(language)
	if err != nil {
		return err
	}
	file, err := json.Marshal(own)
	if err != nil {
		return err
	}
	return lang.AddTranslationsForLocale(file, system)
}

// wordsOf are the words of a language by the English ones. Those of English are
// themselves, but for the forms for one and for several: without a word for
// everything the toolkit complains of each that it does not find.
func wordsOf(language string) (map[string]any, error) {
	german, err := readWords("de")
	if language == "de" || err != nil {
		return german, err
	}
	english := make(map[string]any, len(german))
	for word := range german {
		english[word] = word
	}
	forms, err := readWords("en")
	maps.Copy(english, forms)
	return english, err
}

func readWords(language string) (map[string]any, error) {
	file, err := assets.Translations().ReadFile("translations/" + language + ".json")
	if err != nil {
		return nil, err
	}
	var words map[string]any
	return words, json.Unmarshal(file, &words)
}
