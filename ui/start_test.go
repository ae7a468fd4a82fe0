package ui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// buttons gives the buttons of what the window shows, by their text.
func (s *shell) buttons() map[string]*kit.Button {
	out := map[string]*kit.Button{}
	for _, o := range test.LaidOutObjects(s.win.Canvas().Content()) {
		if b, ok := o.(*kit.Button); ok {
			out[b.AccessibilityLabel()] = b
		}
	}
	return out
}

// emptyBook makes a book file without anything in it.
func emptyBook(t *testing.T, path string) string {
	t.Helper()
	b, err := store.Create(t.Context(), store.Params{Path: path, Actor: "Ada Example"})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestStartShowsRecentBooksThatAreThere(t *testing.T) {
	folder := t.TempDir()
	s := openShell(t, nil, "")
	for _, name := range []string{"One.laurel", "Two.laurel", "Gone.laurel"} {
		s.remember(emptyBook(t, filepath.Join(folder, name)))
	}
	s.remember(filepath.Join(folder, "One.laurel"))
	if err := os.Remove(filepath.Join(folder, "Gone.laurel")); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, path := range s.recent() {
		names = append(names, baseName(path))
	}
	if want := []string{"One.laurel", "Gone.laurel", "Two.laurel"}; !slices.Equal(names, want) {
		t.Errorf("remembered %q, want %q", names, want)
	}
	s.showStart()
	buttons := s.buttons()
	if buttons["One.laurel"] == nil || buttons["Two.laurel"] == nil || buttons["Gone.laurel"] != nil {
		t.Fatalf("the start screen offers %v", buttons)
	}
	test.Tap(buttons["Two.laurel"])
	s.settle()
	if s.session == nil || s.info.Title != "Two" {
		t.Error("the book was not opened")
	}
	if got := baseName(s.recent()[0]); got != "Two.laurel" {
		t.Errorf("the last book opened is %q", got)
	}
}

func TestOnlySoManyRecentBooksAreRemembered(t *testing.T) {
	s := openShell(t, nil, "")
	for i := range 3 * mostRecent {
		s.remember(filepath.Join("books", string(rune('A'+i))))
	}
	if got := s.recent(); len(got) != mostRecent || got[0] != filepath.Join("books", string(rune('A'+3*mostRecent-1))) {
		t.Errorf("remembered %q", got)
	}
}

func TestBookThatCannotBeOpenedLeavesTheOpenOne(t *testing.T) {
	path, small := smallBook(t)
	s := openShell(t, nil, path)
	bad := filepath.Join(t.TempDir(), "Bad.laurel")
	if err := os.WriteFile(bad, []byte("not a book"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range []string{bad, filepath.Join(t.TempDir(), "Gone.laurel")} {
		s.openPath(wrong)
		s.settle()
		if s.session == nil || s.info.Path != path {
			t.Fatalf("%s: the open book was closed", baseName(wrong))
		}
	}
	if _, err := s.book.Person(t.Context(), small.People[0]); err != nil {
		t.Error(err)
	}
}

func TestEmptyBookOpensWithoutAnEdition(t *testing.T) {
	s := openShell(t, nil, emptyBook(t, filepath.Join(t.TempDir(), "Empty.laurel")))
	for _, m := range screenMakers {
		s.visit(desk.Place{Screen: m.name})
		if s.current != m.name {
			t.Errorf("%s is not shown", m.name)
		}
	}
	if s.top.edition.Text() != "No edition yet" {
		t.Errorf("the switcher says %q", s.top.edition.Text())
	}
	s.Do(nil, store.CreateEdition{Edition: model.Edition{ListName: "Pier List", Year: 2026, Scheme: model.Scheme{Kind: model.SchemeFull}}})
	s.settle()
	if s.top.edition.Text() != "Pier List 2026" {
		t.Errorf("after making one it says %q", s.top.edition.Text())
	}
}

func TestDroppedBookIsOpened(t *testing.T) {
	path, _ := smallBook(t)
	s := openShell(t, nil, "")
	s.dropped(fyne.NewPos(10, 10), []fyne.URI{storage.NewFileURI(path)})
	s.settle()
	if s.session == nil || s.info.Path != path {
		t.Error("the book was not opened")
	}
}
