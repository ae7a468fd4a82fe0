package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/lang"

	"laurel/ui/importer"
	"laurel/ui/kit"
)

// importFile asks for a table, a published page or a document and shows what it would
// change.
func (w *window) importFile() {
	kit.OpenFile(w.win, kit.FileParams{
		Title: lang.L("Import"), Filter: kit.FileFilter{Name: lang.L("Tables, pages and documents"), Endings: []string{".csv", ".xlsx", ".tsv", ".tab", ".txt", ".html", ".htm", ".json", ".md"}},
	}, func(path string) { w.importPaths([]string{path}) })
}

// importPaths shows what files would change. Without a book one is made that has
// the name of the first: what is read needs a book to go into.
func (w *window) importPaths(paths []string) {
	if w.session == nil {
		name := baseName(paths[0])
		title := lang.L("New book: where shall {{.File}} go?", map[string]any{"File": name})
		w.makeBook(title, strings.TrimSuffix(name, filepath.Ext(name)), func() { importer.Files(w, paths) })
		return
	}
	importer.Files(w, paths)
}

// importClipboard reads a page, or cells of a spreadsheet, that were copied.
func (w *window) importClipboard() {
	text := w.app.Clipboard().Content()
	if text == "" {
		w.Tell(lang.L("There is no text on the clipboard"), false)
		return
	}
	importer.Text(w, text)
}
