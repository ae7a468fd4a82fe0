package main

import (
	"strings"
	"testing"
)

// Commands speak the language of the system, or English, and the toolkit does
// not add a word of its own about what it has not found.
func TestCommandsSpeakTheLanguageOfTheSystem(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel")
	must(t, dir, "import", "book.laurel", "page.txt")
	must(t, dir, "undo", "book.laurel")
	for _, c := range []struct{ locale, want string }{
		{"en_GB.UTF-8", "Undo: import Ada Example"},
		{"de_AT.UTF-8", "Rückgängig: Ada Example importieren"},
		{"fr_FR.UTF-8", "Undo: import Ada Example"}, // the toolkit speaks it, Laurel does not
	} {
		t.Setenv("LC_ALL", c.locale)
		t.Setenv("LANG", c.locale)
		r := laurel(t, dir, "", "history", "book.laurel")
		if r.code != 0 || r.err != "" || !strings.Contains(r.out, c.want) {
			t.Errorf("%s: exit status %d, said\n%s%s", c.locale, r.code, r.out, r.err)
		}
	}
}
