package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/ui/kit"
)

// programLanguages are those that the window speaks: tag, and name as its
// speakers write it. The first is that of the system, as far as it is there.
var programLanguages = []struct{ tag, name string }{{"", ""}, {"en", "English"}, {"de", "Deutsch"}}

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
