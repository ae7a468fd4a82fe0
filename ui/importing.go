package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/lang"

	"laurel/ui/desk"
	"laurel/ui/importer"
	"laurel/ui/kit"
)

// importFile asks for a table, a published page or a document and shows what it
// would change. Where an import waits to be confirmed, that one is shown first.
func (w *window) importFile() {
	if w.session != nil && w.current != desk.Import && w.importScreen().Pending() {
		w.Go(desk.Place{Screen: desk.Import})
		return
	}
	importer.ChooseFile(w.win, func(path string) { w.importPaths([]string{path}) })
}

// importFolder asks for a folder of photos, each named after somebody.
func (w *window) importFolder() {
	kit.OpenFile(w.win, kit.FileParams{Title: lang.L("Import a folder of photos"), Accept: lang.L("Import"), Directory: true},
		func(path string) { w.importPaths([]string{path}) })
}

func (w *window) importScreen() *importer.Screen { return w.screen(desk.Import).(*importer.Screen) }

// importPaths shows what files would change. Without a book one is made that has
// the name of the first: what is read needs a book to go into.
func (w *window) importPaths(paths []string) {
	if w.session == nil {
		w.Work(lang.L("Reading"), func(ctx context.Context, _ func(float64)) error { return importer.Check(ctx, paths) }, func(err error) {
			if err != nil {
				w.Fail(err) // and no book is made of nothing
				return
			}
			name := baseName(paths[0])
			title := lang.L("New book: where shall {{.File}} go?", map[string]any{"File": name})
			w.makeBook(title, strings.TrimSuffix(name, filepath.Ext(name)), func() { w.importScreen().Files(paths) })
		})
		return
	}
	w.importScreen().Files(paths)
}

// importClipboard reads a page, or cells of a spreadsheet, that were copied.
func (w *window) importClipboard() {
	text := w.app.Clipboard().Content()
	if text == "" {
		w.Tell(lang.L("There is no text on the clipboard"), false)
		return
	}
	w.importScreen().Text(text)
}
