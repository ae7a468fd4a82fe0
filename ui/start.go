package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

const mostRecent = 8

// showStart shows the screen without a book: recent ones, New, Open, the sample.
func (w *window) showStart() {
	w.win.SetTitle("Laurel")
	buttons := kit.VBox(12,
		kit.NewPrimary(lang.L("New book…"), w.newBook),
		kit.NewButton(lang.L("Open…"), w.openFile),
		kit.NewButton(lang.L("Try the sample book"), w.openSample))
	left := kit.VBox(24,
		kit.HBox(16, kit.NewIcon(kit.IconLaurel, 64, kit.Accent), kit.NewLabel("Laurel", kit.Brand)),
		kit.Sized(kit.NewParagraph(lang.L("For people who curate a list of leaders and print it as a yearbook. One file holds the people, their photos, what they said and where they stood, year by year."), kit.Story), 360, 0),
		kit.Sized(buttons, 240, 0))
	content := kit.Row(96, kit.Natural(left), kit.Natural(kit.Sized(w.recentBooks(), 400, 480)))
	w.root.SetContent(container.NewStack(kit.NewFill(kit.Canvas), container.NewCenter(content)))
	w.tellCrash()
}

// recentBooks lists the books opened last, those that are still there.
func (w *window) recentBooks() fyne.CanvasObject {
	rows := []fyne.CanvasObject{kit.NewLabel(lang.L("Recent books"), kit.Heading)}
	for _, path := range w.recent() {
		if _, err := os.Stat(path); err != nil {
			continue
		}
		rows = append(rows, kit.VBox(0,
			kit.HBox(0, kit.NewQuiet(baseName(path), func() { w.openPath(path) })),
			kit.Pad(kit.NewElastic(filepath.Dir(path), kit.Caption), 0, 0, 0, 12)))
	}
	if len(rows) == 1 {
		rows = append(rows, kit.NewEmpty(kit.EmptyParams{
			Icon: kit.IconBook, Missing: lang.L("No book yet"),
			Do: lang.L("Make a new one, or look round in the sample: a list of a hundred invented leaders over three years."),
		}))
	}
	return kit.VBox(12, rows...)
}

func (w *window) recent() []string { return w.app.Preferences().StringList(prefRecent) }

// remember puts a book at the head of the recent ones.
func (w *window) remember(path string) {
	list := slices.DeleteFunc(w.recent(), func(p string) bool { return p == path })
	list = append([]string{path}, list...)
	w.app.Preferences().SetStringList(prefRecent, list[:min(len(list), mostRecent)])
}

// openPath opens a book and says why where that does not work.
func (w *window) openPath(path string) {
	w.load(lang.L("Opening {{.Book}}", map[string]any{"Book": baseName(path)}), func(ctx context.Context) (*store.Book, error) {
		return store.Open(ctx, w.storeParams(path))
	})
}

// load opens or makes a book in the background and shows it.
func (w *window) load(name string, open func(context.Context) (*store.Book, error)) {
	var book *store.Book
	w.runner.Go(name, func(ctx context.Context, _ func(float64)) error {
		var err error
		book, err = open(ctx)
		return err
	}, func(err error) {
		if err == nil {
			err = w.show(context.Background(), book)
		}
		w.Fail(err)
	})
}

func (w *window) openFile() {
	kit.OpenFile(w.win, kit.FileParams{Title: lang.L("Open"), Filter: bookFiles()}, w.openPath)
}

func (w *window) newBook() {
	kit.SaveFile(w.win, kit.FileParams{Title: lang.L("New book"), Filter: bookFiles(), Name: lang.L("My list") + ".laurel"}, func(path string) {
		w.load(lang.L("Making {{.Book}}", map[string]any{"Book": baseName(path)}), func(ctx context.Context) (*store.Book, error) {
			return store.Create(ctx, w.storeParams(path))
		})
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
	if w.session != nil {
		w.importPaths(paths)
	}
}
