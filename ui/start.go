package ui

import (
	"cmp"
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// showStart shows the screen without a book: the ways to begin, recent books,
// and where one left off.
func (w *window) showStart() {
	w.win.SetTitle("Laurel")
	side := kit.Pad(kit.Column(0,
		kit.Natural(kit.HBox(16, kit.NewIcon(kit.IconLaurel, 56, kit.Accent), kit.NewLabel("Laurel", kit.Brand))),
		kit.Natural(kit.Pad(kit.NewParagraph(lang.L("Keep the list, the interviews and the yearbook in one book."), kit.Story.In(kit.Ink2)), 16, 0, 32, 0)),
		kit.Natural(kit.VBox(8, w.beginnings()...)),
		kit.Space(),
		kit.Natural(kit.NewLabel(lang.L("Works without a network"), kit.Small)),
	), 88, 48, 24, 48)
	stage := container.NewStack()
	find := kit.NewSearchField(lang.L("Find a book"))
	find.OnChanged = func(text string) {
		stage.Objects = []fyne.CanvasObject{w.recentBooks(text)}
		stage.Refresh()
	}
	stage.Objects = []fyne.CanvasObject{w.recentBooks("")}
	main := kit.VBox(24,
		kit.MidRow(16, kit.Natural(kit.NewLabel(lang.L("Recent books"), kit.Title)), kit.Space(), kit.Fixed(240, find)),
		stage, w.leftOff())
	status := kit.NewStatusLine(
		[]fyne.CanvasObject{kit.NewLabel(lang.L("No book open"), kit.SmallInk)},
		[]fyne.CanvasObject{kit.NewLabel(lang.L("Drop a book or a list anywhere in this window to open it"), kit.SmallInk)})
	body := kit.Row(0, kit.Fixed(416, kit.WithGround(kit.Surface, side)), kit.Fixed(1, kit.NewVLine()),
		kit.Grow(1, kit.NewScroll(kit.Pad(main, 80, 56, 32, 56))))
	w.root.SetContent(container.NewStack(kit.NewFill(kit.Canvas),
		kit.Column(0, kit.Grow(1, body), kit.Fixed(1, kit.NewHLine()), kit.Fixed(28, status))))
	w.tellCrash()
}

// beginnings are the ways to begin.
func (w *window) beginnings() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		kit.NewActionCard(kit.ActionCardParams{
			Icon: kit.IconPlus, Title: lang.L("New book"), Text: lang.L("Name the list, its year and its size"),
			Key: keyName("N"), Primary: true, OnTap: w.newBook,
		}),
		kit.NewActionCard(kit.ActionCardParams{
			Icon: kit.IconFolder, Title: lang.L("Open…"), Text: lang.L("A .laurel file on this computer"), Key: keyName("O"), OnTap: w.openFile,
		}),
		kit.NewActionCard(kit.ActionCardParams{
			Icon: kit.IconImport, Title: lang.L("Start from a list"), Text: lang.L("A table, a web page or a document"), Key: keyName("I"), OnTap: w.importFile,
		}),
		kit.NewActionCard(kit.ActionCardParams{
			Icon: kit.IconBook, Title: lang.L("Try the sample book"), Text: lang.L("A hundred invented leaders, three years of lists"), OnTap: w.openSample,
		}),
	}
}

// Sizes of the cards of the start screen, px.
const (
	bookCardWidth = 218
	coverHeight   = 224
)

// recentBooks are the cards of the books that a text finds.
func (w *window) recentBooks(text string) fyne.CanvasObject {
	var cards []fyne.CanvasObject
	books := w.recent()
	wanted := strings.Fields(model.Fold(text))
	for i, b := range books {
		if begins(model.Fold(b.Name+" "+baseName(b.Path)), wanted) {
			card := w.bookCard(b)
			if i == 0 {
				card.Chosen()
			}
			cards = append(cards, kit.Sized(card, bookCardWidth, 0))
		}
	}
	switch {
	case len(books) == 0:
		return kit.Sized(kit.NewEmpty(kit.EmptyParams{
			Icon: kit.IconBook, Missing: lang.L("No book yet"),
			Do: lang.L("Make a new one, or look round in the sample: a list of a hundred invented leaders over three years."),
		}), 420, 0)
	case len(cards) == 0:
		return kit.NewLabel(lang.L("No recent book is called “{{.Text}}”", map[string]any{"Text": text}), kit.Body.In(kit.Ink2))
	}
	return kit.Wrap(16, cards...)
}

// bookCard is a recent book: its cover, its name and how it stood. One that is
// no longer there asks where it is now.
func (w *window) bookCard(b recentBook) *kit.PressCard {
	_, err := os.Stat(b.Path)
	gone := err != nil
	name := cmp.Or(b.Name, strings.TrimSuffix(baseName(b.Path), ".laurel"))
	said := ""
	if b.ChangedAt > 0 {
		said = ago(time.UnixMilli(b.ChangedAt).Local(), w.now())
		switch {
		case b.Frozen:
			said += " · " + lang.L("Frozen")
		case b.Size > 0:
			said += " · " + lang.L("{{.Confirmed}} of {{.Size}} confirmed", map[string]any{"Confirmed": b.Confirmed, "Size": b.Size})
		}
	}
	state := fyne.CanvasObject(kit.NewElastic(said, kit.Small))
	open := func() { w.openPath(b.Path) }
	if gone {
		state = kit.MidRow(6, kit.Natural(kit.NewIcon(kit.IconWarning, 16, kit.Warn)), kit.Grow(1, kit.NewElastic(lang.L("Moved: file not found"), kit.Small.In(kit.Warn))))
		open = func() { w.findMoved(b.Path) }
	}
	file := baseName(b.Path)
	if b.Region != "" {
		file = b.Region + " · " + file
	}
	return kit.NewPressCard(baseName(b.Path), kit.PadAll(kit.VBox(2,
		kit.Pad(kit.WithGround(kit.Sunken, w.cover(b, name)), 0, 0, 10, 0),
		kit.NewElastic(name, kit.Question), kit.NewElastic(file, kit.Small), state), 16), open)
}

// cover is the picture of a book's cover, or a plate with its name where none
// was ever drawn.
func (w *window) cover(b recentBook, name string) fyne.CanvasObject {
	img := w.coverOf(b)
	if img == nil {
		plate := kit.Pad(kit.VBox(0, kit.NewParagraph(name, kit.Question.In(kit.OnAccent))), 20, 16, 16, 16)
		return kit.Sized(kit.PadAll(kit.WithGround(kit.Accent, plate), 10), bookCardWidth-32, coverHeight)
	}
	cover := kit.NewPicture(bookCardWidth-52, coverHeight-20)
	cover.Contain, cover.Radius = true, 1
	cover.SetImage(img)
	return kit.PadAll(cover, 10)
}

// coverOf is the kept picture of a book's cover.
func (w *window) coverOf(b recentBook) image.Image {
	f, err := os.Open(coverName(w.params.DataDir, b.UID))
	if err != nil || b.UID == "" {
		return nil
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		return nil
	}
	return img
}

// findMoved asks where a recent book is now.
func (w *window) findMoved(path string) {
	kit.OpenFile(w.win, kit.FileParams{Title: lang.L("Where is {{.Book}} now?", map[string]any{"Book": baseName(path)}), Filter: bookFiles()}, func(now string) {
		w.forget(path)
		w.openPath(now)
	})
}

// leftOff leads back to what was done last in the newest book.
func (w *window) leftOff() fyne.CanvasObject {
	books := w.recent()
	if len(books) == 0 || books[0].Screen == "" {
		return container.NewStack()
	}
	b := books[0]
	if _, err := os.Stat(b.Path); err != nil {
		return container.NewStack()
	}
	at := ""
	if b.ChangedAt > 0 {
		at = ago(time.UnixMilli(b.ChangedAt).Local(), w.now())
	}
	var rows []fyne.CanvasObject
	add := func(icon kit.IconName, tone kit.Token, strong, text string, open func()) {
		line := kit.NewLine(kit.Run{Text: strong + "  ", Style: kit.BodyStrong, Cut: kit.CutEnd}, kit.Run{Text: text, Style: kit.Body.In(kit.Ink2), Cut: kit.CutEnd})
		rows = append(rows, kit.NewPressCard(strong+" "+text, kit.Pad(kit.MidRow(16,
			kit.Fixed(20, kit.NewIcon(icon, 20, tone)), kit.Grow(1, line), kit.Natural(kit.NewLabel(at, kit.Small)),
			kit.Natural(kit.NewIcon(kit.IconChevronRight, 16, kit.Ink2))), 16, 16, 16, 16), open))
	}
	for _, m := range screenMakers {
		if string(m.name) == b.Screen {
			add(m.icon, kit.Accent, cmp.Or(b.Person, b.Name), lang.L(m.text), func() { w.openPath(b.Path) })
		}
	}
	if b.LastStep != "" {
		add(kit.IconHistory, kit.Accent, b.LastStep, lang.L("Last step"), func() { w.openAt(b.Path, desk.History) })
	}
	if b.Problems > 0 {
		stop := lang.L("None of them stops a press export")
		if b.Stops > 0 {
			stop = lang.N("{{.Count}} of them stop a press export", b.Stops, map[string]any{"Count": kit.Number(b.Stops)})
		}
		add(kit.IconWarning, kit.Warn, lang.N("{{.Count}} problems", b.Problems, map[string]any{"Count": kit.Number(b.Problems)}), stop,
			func() { w.openAt(b.Path, desk.Yearbook) })
	}
	return kit.VBox(12, append([]fyne.CanvasObject{kit.NewLabel(lang.L("Where you left off"), kit.Heading)}, rows...)...)
}

// openAt opens a book and then shows one of its screens.
func (w *window) openAt(path string, screen desk.Name) {
	w.loadThen(lang.L("Opening {{.Book}}", map[string]any{"Book": baseName(path)}), func(ctx context.Context) (*store.Book, error) {
		return store.Open(ctx, w.storeParams(path))
	}, func() { w.goTo(desk.Place{Screen: screen}, false) })
}

// openPath opens a book and says why where that does not work.
func (w *window) openPath(path string) {
	w.load(lang.L("Opening {{.Book}}", map[string]any{"Book": baseName(path)}), func(ctx context.Context) (*store.Book, error) {
		return store.Open(ctx, w.storeParams(path))
	})
}

// load opens or makes a book in the background and shows it.
func (w *window) load(name string, open func(context.Context) (*store.Book, error)) {
	w.loadThen(name, open, func() {})
}

// loadThen does so and goes on once the book is shown.
func (w *window) loadThen(name string, open func(context.Context) (*store.Book, error), then func()) {
	var book *store.Book
	w.runner.Go(name, func(ctx context.Context, _ func(float64)) error {
		var err error
		book, err = open(ctx)
		return err
	}, func(err error) {
		if err == nil {
			err = w.show(context.Background(), book)
		}
		if err != nil {
			w.Fail(err)
			return
		}
		then()
	})
}

func (w *window) openFile() {
	kit.OpenFile(w.win, kit.FileParams{Title: lang.L("Open"), Filter: bookFiles()}, w.openPath)
}

// newBook asks where the book shall stand and then for its first edition.
func (w *window) newBook() {
	w.makeBook(lang.L("New book"), lang.L("My list"), func() { w.act(desk.Edition, desk.NewEdition) })
}

// makeBook asks where a new book shall stand, proposing a name, makes it, and goes on.
func (w *window) makeBook(title, name string, then func()) {
	kit.SaveFile(w.win, kit.FileParams{Title: title, Accept: lang.L("Create"), Filter: bookFiles(), Name: name + ".laurel"}, func(path string) {
		w.loadThen(lang.L("Making {{.Book}}", map[string]any{"Book": baseName(path)}), func(ctx context.Context) (*store.Book, error) {
			return store.Create(ctx, w.storeParams(path))
		}, then)
	})
}

// openSample opens the sample book, made where it is first asked for.
func (w *window) openSample() {
	path := filepath.Join(w.params.DataDir, "Sample.laurel")
	w.load(lang.L("Opening the sample book"), func(ctx context.Context) (*store.Book, error) {
		b, err := store.Open(ctx, w.storeParams(path))
		if !errors.Is(err, os.ErrNotExist) && !errors.Is(err, model.ErrNotFound) {
			return b, err
		}
		return store.CreateSample(ctx, w.storeParams(path))
	})
}

func (w *window) saveCopy() {
	name := strings.TrimSuffix(baseName(w.info.Path), ".laurel") + " " + lang.L("copy") + ".laurel"
	kit.SaveFile(w.win, kit.FileParams{Title: lang.L("Save a copy"), Filter: bookFiles(), Name: name}, func(path string) {
		book, writer := w.book, w.writer
		w.Work(lang.L("Saving a copy"), func(ctx context.Context, _ func(float64)) error {
			if err := writer.written(ctx); err != nil {
				return err
			}
			return book.Backup(ctx, path)
		}, func(err error) {
			if err != nil {
				w.Fail(err)
				return
			}
			w.Tell(lang.L("Saved a copy as {{.File}}", map[string]any{"File": baseName(path)}), false)
		})
	})
}

func (w *window) closeToStart() {
	if err := w.closeBook(); err != nil {
		w.Fail(err)
	}
	w.setMenu()
	w.showStart()
}

// exportBook leads to the yearbook, whose screen exports.
func (w *window) exportBook() { w.act(desk.Yearbook, desk.ExportBook) }

func bookFiles() kit.FileFilter {
	return kit.FileFilter{Name: lang.L("Laurel books"), Endings: []string{".laurel"}}
}

func baseName(path string) string { return filepath.Base(path) }

func (w *window) backupDir() string { return filepath.Join(w.params.DataDir, "backups") }

// dropped takes files dropped on the window: a screen may want them at that
// place; a book is opened; anything else is imported.
func (w *window) dropped(at fyne.Position, uris []fyne.URI) {
	if kit.ModalOpen(w.win) {
		return
	}
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) == 0 {
		return
	}
	if w.session != nil {
		if d, ok := w.screens[w.current].(desk.Dropper); ok && d.Dropped(at, paths) {
			return
		}
	}
	if strings.HasSuffix(paths[0], ".laurel") {
		w.openPath(paths[0])
		return
	}
	w.importPaths(paths)
}
