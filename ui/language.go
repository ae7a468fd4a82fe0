package ui

import (
	"path"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/assets"
	"laurel/ui/kit"
)

// programLanguages are those that the window speaks: tag, and name as its
// speakers write it. The first is that of the system, as far as it is there.
var programLanguages = []struct{ tag, name string }{{"", ""}, {"en", "English"}, {"de", "Deutsch"}}

// speakIn loads the words of the program in a language; "" is the system's.
// The toolkit looks words up by the system's language alone, so those of a
// chosen one are given to it under that name.
func speakIn(language string) error {
	words := assets.Translations()
	if language == "" {
		return lang.AddTranslationsFS(words, "translations")
	}
	file, err := words.ReadFile(path.Join("translations", language+".json"))
	if err != nil {
		return lang.AddTranslationsFS(words, "translations") // of a newer Laurel
	}
	return lang.AddTranslationsForLocale(file, lang.SystemLocale())
}

// languageChoice chooses the language of the program; it is spoken from the
// next start on, because every widget has its words already.
func (w *window) languageChoice() fyne.CanvasObject {
	options := []string{lang.L("As the system")}
	for _, l := range programLanguages[1:] {
		options = append(options, l.name)
	}
	prefs := w.app.Preferences()
	s := kit.NewSegment(options, func(i int) {
		prefs.SetString(prefLanguage, programLanguages[i].tag)
		w.Tell(lang.L("Laurel speaks this language from its next start on"), false)
	})
	for i, l := range programLanguages {
		if l.tag == prefs.StringWithFallback(prefLanguage, "") {
			s.Select(i)
		}
	}
	return s
}
