package desktest

import (
	"sync"
	"testing"

	"fyne.io/fyne/v2/lang"

	"laurel/assets"
	"laurel/export/typeset"
	"laurel/export/yearbook"
)

var words = sync.OnceValue(func() error { return lang.AddTranslationsFS(assets.Translations(), "translations") })

// Speak teaches the toolkit the program's words, as the program does when it starts.
func Speak(t testing.TB) {
	t.Helper()
	if err := words(); err != nil {
		t.Fatalf("reading the translations: %v", err)
	}
}

var composer = sync.OnceValues(func() (*yearbook.Composer, error) {
	library, err := typeset.NewLibrary(typeset.Params{Fonts: assets.Fonts(), Patterns: assets.Hyphenation()})
	if err != nil {
		return nil, err
	}
	return yearbook.New(yearbook.Params{Library: library, Words: assets.Words()})
})

// Composer gives a composer with the program's own type, one for all tests.
func Composer(t testing.TB) *yearbook.Composer {
	t.Helper()
	c, err := composer()
	if err != nil {
		t.Fatalf("making a composer: %v", err)
	}
	return c
}
