package ui

import (
	"fyne.io/fyne/v2/lang"

	"laurel/ui/importer"
	"laurel/ui/kit"
)

// importFile asks for a table, a published page or a document and shows what it would
// change. Without a book it first makes one.
func (w *window) importFile() {
	if w.session == nil {
		w.makeBook(w.importFile) // what is read needs a book to go into
		return
	}
	kit.OpenFile(w.win, kit.FileParams{
		Title: lang.L("Import"), Filter: kit.FileFilter{Name: lang.L("Tables, pages and documents"), Endings: []string{".csv", ".xlsx", ".tsv", ".tab", ".txt", ".html", ".htm", ".json", ".md"}},
	}, func(path string) { importer.Files(w, []string{path}) })
}

func (w *window) importPaths(paths []string) { importer.Files(w, paths) }

// importClipboard reads a page, or cells of a spreadsheet, that were copied.
func (w *window) importClipboard() {
	text := w.app.Clipboard().Content()
	if text == "" {
		w.Tell(lang.L("There is no text on the clipboard"), false)
		return
	}
	importer.Text(w, text)
}
