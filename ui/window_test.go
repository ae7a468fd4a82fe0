package ui

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// shell is the window of the program on the toolkit's test driver. What the
// background brings is shown when the test settles.
type shell struct {
	*window
	t     testing.TB
	app   fyne.App
	queue *kit.Queue
	clock *desktest.Clock
}

// openShell opens a book, or the start screen where path is empty. An app
// keeps what is remembered from one window to the next; nil is a new one.
func openShell(t testing.TB, app fyne.App, path string) *shell {
	t.Helper()
	desktest.Speak(t)
	if app == nil {
		app = test.NewApp()
	}
	app.Settings().SetTheme(kit.NewTheme(kit.Light))
	s := &shell{t: t, app: app, queue: &kit.Queue{}, clock: desktest.NewClock(t)}
	t.Cleanup(kit.SetDo(s.queue.Do))
	s.window = newWindow(app, Params{Actor: "Ada Example", Device: "desk", DataDir: desktest.DataDir(t), Composer: desktest.Composer(t)})
	s.now = func() time.Time { return time.Date(2026, 3, 4, 17, 5, 0, 0, time.UTC) }
	if path == "" {
		s.showStart()
	} else if err := s.openBook(t.Context(), path); err != nil {
		t.Fatalf("opening the book: %v", err)
	}
	t.Cleanup(func() {
		if err := s.closeBook(); err != nil {
			t.Errorf("closing the book: %v", err)
		}
		s.runner.Stop()
		s.runner.WaitAll()
		s.win.Close()
	})
	s.settle()
	return s
}

// settle waits for writes and background work and shows what came of them.
func (s *shell) settle() {
	s.t.Helper()
	for range 5 {
		if s.session != nil {
			if err := s.writer.written(s.t.Context()); err != nil {
				s.t.Fatal(err)
			}
		}
		s.runner.WaitAll()
		s.queue.Drain()
	}
}

// proofread lets the pause pass after which the book is composed.
func (s *shell) proofread() {
	s.t.Helper()
	s.clock.Pass(time.Second)
	s.settle()
	if s.proof == nil {
		s.t.Fatal("the book was not composed")
	}
}

func (s *shell) typeText(text string)        { desktest.Type(s.win.Canvas(), text) }
func (s *shell) press(names ...fyne.KeyName) { desktest.Press(s.win.Canvas(), names...) }
func (s *shell) shown() (desk.Name, model.ID) {
	return s.current, s.screens[s.current].Place().PersonID
}
func (s *shell) visit(p desk.Place) { s.Go(p); s.settle() }

// smallBook makes a small book and closes it, so that the window can open it.
func smallBook(t testing.TB) (string, desktest.Small) {
	t.Helper()
	b, small := desktest.SmallBook(t)
	info, err := b.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return info.Path, small
}

// readBack opens a book that the window has closed.
func readBack(t testing.TB, path string) *store.Book {
	t.Helper()
	b, err := store.Open(t.Context(), store.Params{Path: path, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

func TestNothingTypedIsLostWhenTheWindowCloses(t *testing.T) {
	for _, c := range []struct {
		name  string
		close func(*shell)
	}{
		{"quit", func(s *shell) { s.quit() }},
		{"close book", func(s *shell) { s.closeToStart() }},
		{"the window went away", func(s *shell) {
			if err := s.shut(); err != nil {
				s.t.Error(err)
			}
		}},
		{"another book", func(s *shell) {
			other := filepath.Join(s.t.TempDir(), "Other.laurel")
			b, err := store.Create(s.t.Context(), s.storeParams(other))
			if err != nil {
				s.t.Fatal(err)
			}
			if err := s.show(s.t.Context(), b); err != nil {
				s.t.Error(err)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, small := smallBook(t)
			s := openShell(t, nil, path)
			s.visit(desk.Place{Screen: desk.People, PersonID: small.People[1], Field: model.FieldName})
			s.press(fyne.KeyEnd)
			s.typeText("ana")
			c.close(s)
			p, err := readBack(t, path).Person(t.Context(), small.People[1])
			if err != nil {
				t.Fatal(err)
			}
			if p.Name.Given != "Marisolana" {
				t.Errorf("the book holds %q", p.Name.Given)
			}
		})
	}
}

func TestTypingIsHandedOverWhenAnotherScreenIsShown(t *testing.T) {
	path, small := smallBook(t)
	s := openShell(t, nil, path)
	s.visit(desk.Place{Screen: desk.People, PersonID: small.People[1], Field: model.FieldName})
	s.typeText("Ana ")
	s.visit(desk.Place{Screen: desk.History})
	p, err := s.book.Person(t.Context(), small.People[1])
	if err != nil || p.Name.Given != "Ana Marisol" {
		t.Errorf("the book holds %q: %v", p.Name.Given, err)
	}
	if s.status.saveText.Text() != "All changes saved 17:05" {
		t.Errorf("the status line says %q", s.status.saveText.Text())
	}
}

func TestUndoAndRedo(t *testing.T) {
	path, small := smallBook(t)
	s := openShell(t, nil, path)
	given := func() string {
		s.settle()
		p, err := s.book.Person(t.Context(), small.People[1])
		if err != nil {
			t.Fatal(err)
		}
		return p.Name.Given
	}
	s.visit(desk.Place{Screen: desk.People, PersonID: small.People[1], Field: model.FieldName})
	s.typeText("Ana ")
	s.win.Canvas().Unfocus()
	if got := given(); got != "Ana Marisol" {
		t.Fatalf("typed, it holds %q", got)
	}
	if s.top.undo.Disabled() || !s.top.redo.Disabled() {
		t.Errorf("undo off: %t, redo off: %t", s.top.undo.Disabled(), s.top.redo.Disabled())
	}
	s.undo()
	if got := given(); got != "Marisol" {
		t.Errorf("undone, it holds %q", got)
	}
	if s.top.redo.Disabled() {
		t.Error("redo is off after an undo")
	}
	s.redo()
	if got := given(); got != "Ana Marisol" {
		t.Errorf("redone, it holds %q", got)
	}
}

func TestUndoToTakesEveryLaterStepBack(t *testing.T) {
	path, small := smallBook(t)
	s := openShell(t, nil, path)
	var first int64
	for i, text := range []string{"Wales", "France", "Peru"} {
		s.Do(func(r store.Receipt, _ error) {
			if i == 1 {
				first = r.Op
			}
		}, store.UpdatePerson{ID: small.People[i], Country: &text})
	}
	s.settle()
	s.UndoTo(first)
	s.settle()
	s.UndoTo(first) // is undone already
	s.settle()
	for i, want := range []string{"Wales", "", ""} {
		p, err := s.book.Person(t.Context(), small.People[i])
		if err != nil || p.Country != want {
			t.Errorf("person %d is in %q, want %q: %v", i, p.Country, want, err)
		}
	}
}

func TestBackAndForwardRestorePlaces(t *testing.T) {
	path, small := smallBook(t)
	s := openShell(t, nil, path)
	if !s.top.back.Disabled() {
		t.Error("there is a way back at the beginning")
	}
	s.visit(desk.Place{Screen: desk.People, PersonID: small.People[0]})
	s.visit(desk.Place{Screen: desk.People, PersonID: small.People[2]})
	s.visit(desk.Place{Screen: desk.History})
	at := func(doing string, screen desk.Name, id model.ID) {
		t.Helper()
		s.settle()
		if gotScreen, gotID := s.shown(); gotScreen != screen || gotID != id {
			t.Errorf("%s: %s %s, want %s %s", doing, gotScreen, gotID, screen, id)
		}
	}
	at("gone", desk.History, "")
	s.goBack()
	at("back", desk.People, small.People[2])
	s.goBack()
	at("back twice", desk.People, small.People[0])
	if s.top.forward.Disabled() {
		t.Error("there is no way forward")
	}
	s.goForward()
	at("forward", desk.People, small.People[2])
	s.goForward()
	at("forward twice", desk.History, "")
	s.goForward()
	at("forward at the end", desk.History, "")
	s.goBack()
	s.visit(desk.Place{Screen: desk.People, PersonID: small.People[1]})
	if !s.top.forward.Disabled() {
		t.Error("going elsewhere keeps the old way forward")
	}
}

// An import waits while other places are looked at; once it is over nobody comes
// back to it.
func TestBackReachesAnImportThatWaits(t *testing.T) {
	path, _ := smallBook(t)
	s := openShell(t, nil, path)
	s.visit(desk.Place{Screen: desk.Edition})
	s.importScreen().Text("Rank\tName\n1\tAda Example\n2\tBo Sample\n")
	s.settle()
	if s.current != desk.Import || !s.importScreen().Pending() {
		t.Fatalf("shown is %s", s.current)
	}
	s.visit(desk.Place{Screen: desk.History})
	s.goBack()
	if s.current != desk.Import {
		t.Errorf("back leads to %s", s.current)
	}
	s.visit(desk.Place{Screen: desk.History})
	s.importFile() // shows what waits before it asks for another
	if s.current != desk.Import {
		t.Errorf("Import leads to %s", s.current)
	}
	s.item(t, "Choose sentence").Action() // Ctrl+Enter
	s.settle()
	if s.importScreen().Pending() || s.current != desk.Edition {
		t.Fatalf("shown is %s", s.current)
	}
	s.goBack()
	if s.current != desk.History {
		t.Errorf("after the import back leads to %s", s.current)
	}
}

func TestEditionSwitch(t *testing.T) {
	path, small := smallBook(t)
	s := openShell(t, nil, path)
	if s.EditionID() != small.Edition || s.top.edition.Text() != "Quay List 2026" {
		t.Fatalf("opened with %q", s.top.edition.Text())
	}
	s.proofread()
	if got := s.status.counts.Text(); got != "1 of 1 confirmed" {
		t.Errorf("the status line counts %q", got)
	}
	s.visit(desk.Place{Screen: desk.People, PersonID: small.People[0], Field: model.FieldStrapline})
	s.typeText("Tide")
	s.SetEdition(small.Earlier)
	if s.Proof() != nil {
		t.Error("the pages of the other edition are still shown")
	}
	s.settle()
	p, err := s.book.Placement(t.Context(), small.Placement)
	if err != nil || p.Strapline != "Tide" {
		t.Errorf("the strapline typed before is %q: %v", p.Strapline, err)
	}
	s.proofread()
	if got := s.Proof().EditionID; got != small.Earlier {
		t.Errorf("composed %s", got)
	}
	s.Do(nil, store.DeleteEdition{ID: small.Earlier})
	s.settle()
	if s.EditionID() != small.Edition {
		t.Error("an edition that is gone is still chosen")
	}
}

func TestPlaceIsRemembered(t *testing.T) {
	path, small := smallBook(t)
	app := test.NewApp()
	s := openShell(t, app, path)
	s.SetEdition(small.Earlier)
	s.visit(desk.Place{Screen: desk.People, PersonID: small.People[2]})
	if err := s.shut(); err != nil {
		t.Fatal(err)
	}
	s = openShell(t, app, path)
	if screen, id := s.shown(); screen != desk.People || id != small.People[2] || s.EditionID() != small.Earlier {
		t.Errorf("opened at %s %s in %s", screen, id, s.EditionID())
	}
}

// probe counts how often it is given another size.
type probe struct {
	canvas.Rectangle
	sized int
}

func (p *probe) Resize(size fyne.Size) {
	if size != p.Size() {
		p.sized++
	}
	p.Rectangle.Resize(size)
}

// The toolkit forgets what it does not see for a minute: a screen that is not
// laid out anew when it comes back takes no keyboard.
func TestAScreenThatComesBackIsLaidOutAnew(t *testing.T) {
	path, _ := smallBook(t)
	s := openShell(t, nil, path)
	p := &probe{}
	s.Go(desk.Place{Screen: desk.History})
	object := s.screens[desk.History].Object().(*fyne.Container)
	object.Objects = append(object.Objects, p)
	s.Go(desk.Place{Screen: desk.People})
	size := object.Size()
	p.Resize(size)
	p.sized = 0
	s.Go(desk.Place{Screen: desk.History})
	if p.sized == 0 || object.Size() != size {
		t.Errorf("laid out %d times, it is %v large, not %v", p.sized, object.Size(), size)
	}
}

func TestTabComesToTheScreenBeforeTheBars(t *testing.T) {
	s := openShell(t, nil, emptyBook(t, filepath.Join(t.TempDir(), "New.laurel")))
	s.Go(desk.Place{Screen: desk.Edition})
	s.settle()
	s.win.Canvas().Unfocus()
	s.win.Canvas().FocusNext()
	if b, ok := s.win.Canvas().Focused().(*kit.Button); !ok || b.Text() != "New edition…" {
		t.Errorf("Tab comes to %#v first", s.win.Canvas().Focused())
	}
}

// A hundred years of a list have no room in a menu: one is found by typing.
func TestOneOfManyEditionsIsFoundByTyping(t *testing.T) {
	s := openShell(t, nil, emptyBook(t, filepath.Join(t.TempDir(), "New.laurel")))
	var years []store.Command
	for year := 2000; year <= 2000+mostInMenu; year++ {
		years = append(years, store.CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: year, Scheme: model.Scheme{Kind: model.SchemeFull}}})
	}
	s.Do(nil, years...)
	s.settle()
	s.top.chooseEdition()
	s.typeText("2007")
	s.press(fyne.KeyReturn)
	for _, e := range s.editions {
		if e.ID == s.edition && e.Year == 2007 {
			return
		}
	}
	t.Error("the edition of 2007 is not shown")
}
