package desktest

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"fyne.io/fyne/v2/lang"

	"laurel/assets"
	"laurel/export/typeset"
	"laurel/export/yearbook"
	"laurel/ui/pages"
)

var words = sync.OnceValue(func() error { return lang.AddTranslationsFS(assets.Translations(), "translations") })

// Speak teaches the toolkit the program's words, as the program does when it starts.
func Speak(t testing.TB) {
	t.Helper()
	if err := words(); err != nil {
		t.Fatalf("reading the translations: %v", err)
	}
}

// sharedDir is the folder of the program's own files that all tests share.
func sharedDir() string { return filepath.Join(os.TempDir(), "laurel-test") }

// printer prints pages for all tests: starting one takes long. It ends with them.
var printer = sync.OnceValue(func() *pages.Printer { return pages.NewPrinter(sharedDir()) })

// DataDir gives a folder for the program's own files. What the page renderer
// keeps there is shared by all tests: making it takes seconds.
func DataDir(t testing.TB) string {
	t.Helper()
	dir, shared := t.TempDir(), filepath.Join(sharedDir(), "renderer")
	if err := os.MkdirAll(shared, 0o700); err != nil {
		t.Fatalf("making a folder: %v", err)
	}
	if err := os.Symlink(shared, filepath.Join(dir, "renderer")); err != nil {
		t.Logf("the renderer starts anew: %v", err)
	}
	return dir
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
