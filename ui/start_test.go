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

// cards gives the cards of the start screen, by what they are called.
func (s *shell) cards() map[string]*kit.PressCard {
	out := map[string]*kit.PressCard{}
	for _, o := range test.LaidOutObjects(s.win.Canvas().Content()) {
		if c, ok := o.(*kit.PressCard); ok {
			out[c.AccessibilityLabel()] = c
		}
	}
	return out
}

func (s *shell) recentNames() (names []string) {
	for _, b := range s.recent() {
		names = append(names, baseName(b.Path))
	}
	return names
}

func TestStartShowsRecentBooks(t *testing.T) {
	folder := t.TempDir()
	s := openShell(t, nil, "")
	for _, name := range []string{"One.laurel", "Two.laurel", "Gone.laurel"} {
		s.remember(emptyBook(t, filepath.Join(folder, name)))
	}
	s.remember(filepath.Join(folder, "One.laurel"))
	if err := os.Remove(filepath.Join(folder, "Gone.laurel")); err != nil {
		t.Fatal(err)
	}
	if want := []string{"One.laurel", "Gone.laurel", "Two.laurel"}; !slices.Equal(s.recentNames(), want) {
		t.Errorf("remembered %q, want %q", s.recentNames(), want)
	}
	s.showStart()
	cards := s.cards()
	if cards["One.laurel"] == nil || cards["Two.laurel"] == nil || cards["Gone.laurel"] == nil {
		t.Fatalf("the start screen offers %v", cards)
	}
	test.Tap(cards["Two.laurel"])
	s.settle()
	if s.session == nil || s.info.Title != "Two" {
		t.Error("the book was not opened")
	}
	if got := s.recentNames()[0]; got != "Two.laurel" {
		t.Errorf("the last book opened is %q", got)
	}
}

func TestStartFindsARecentBook(t *testing.T) {
	s := openShell(t, nil, "")
	for _, name := range []string{"Piers.laurel", "Harbours.laurel"} {
		s.remember(emptyBook(t, filepath.Join(t.TempDir(), name)))
	}
	s.win.SetContent(kit.NewRoot(s.recentBooks("harb")))
	if cards := s.cards(); len(cards) != 1 || cards["Harbours.laurel"] == nil {
		t.Errorf("found %v", cards)
	}
}

func TestStartSaysHowABookStood(t *testing.T) {
	path, small := smallBook(t)
	s := openShell(t, nil, path)
	s.visit(desk.Place{Screen: desk.People, PersonID: small.People[0]})
	s.proofread()
	s.clock.Pass(coverPause)
	s.settle()
	if err := s.closeBook(); err != nil {
		t.Fatal(err)
	}
	b := s.recent()[0]
	if b.Path != path || b.Name == "" || b.Size == 0 || b.Screen != string(desk.People) || b.Person == "" || b.ChangedAt == 0 || b.LastStep == "" {
		t.Errorf("of the book is known: %+v", b)
	}
	if s.coverOf(b) == nil {
		t.Error("the picture of its cover was not kept")
	}
	s.showStart()
	card := s.cards()[b.Person+" People"]
	if card == nil {
		t.Fatalf("the start does not lead back to %s: %v", b.Person, s.cards())
	}
	test.Tap(card)
	s.settle()
	if got := s.screens[desk.People].Place().PersonID; got != small.People[0] {
		t.Errorf("it led to %s", got)
	}
}

func TestABookThatMovedIsAskedFor(t *testing.T) {
	s := openShell(t, nil, "")
	gone := emptyBook(t, filepath.Join(t.TempDir(), "Gone.laurel"))
	s.remember(gone)
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	s.showStart()
	test.Tap(s.cards()["Gone.laurel"])
	if s.session != nil || s.win.Canvas().Overlays().Top() == nil {
		t.Error("nobody was asked where the book is now")
	}
}

func TestOnlySoManyRecentBooksAreRemembered(t *testing.T) {
	s := openShell(t, nil, "")
	for i := range 3 * mostRecent {
		s.remember(filepath.Join("books", string(rune('A'+i))))
	}
	if got := s.recent(); len(got) != mostRecent || got[0].Path != filepath.Join("books", string(rune('A'+3*mostRecent-1))) {
		t.Errorf("remembered %+v", got)
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

// A list dropped where no book is open becomes the beginning of one, which has
// its name; the list is asked for first, and what it would change is shown.
func TestDroppedListBeginsABook(t *testing.T) {
	list := filepath.Join(t.TempDir(), "Quay List 2026.csv")
	if err := os.WriteFile(list, []byte("Rank,Name,Job title\n1,Ada Example,Harbour master\n2,Zoë Quill,Pilot\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := openShell(t, nil, "")
	empty := filepath.Join(t.TempDir(), "Nothing.csv")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s.dropped(fyne.NewPos(10, 10), []fyne.URI{storage.NewFileURI(empty)})
	s.settle()
	if kit.ModalOpen(s.win) {
		t.Fatal("it is asked where nothing shall go")
	}
	s.dropped(fyne.NewPos(10, 10), []fyne.URI{storage.NewFileURI(list)})
	s.settle()
	field, ok := s.win.Canvas().Focused().(interface{ SelectedText() string })
	if !ok || filepath.Base(field.SelectedText()) != "Quay List 2026.laurel" {
		t.Fatalf("nobody proposes a name: %T", s.win.Canvas().Focused())
	}
	s.typeText(filepath.Join(t.TempDir(), "Mine.laurel"))
	s.press(fyne.KeyReturn)
	s.settle()
	if s.session == nil || filepath.Base(s.info.Path) != "Mine.laurel" {
		t.Fatal("no book was made")
	}
	if s.current != desk.Import || len(s.editions) != 0 {
		t.Fatalf("shown is %s, and the book has %d editions", s.current, len(s.editions))
	}
	s.item(t, "Choose sentence").Action() // Ctrl+Enter: what would change is right
	s.settle()
	if len(s.editions) != 1 || s.editions[0].ListName != "Quay List" || s.editions[0].Year != 2026 {
		t.Errorf("read were the editions %+v", s.editions)
	}
}
