package ui

import (
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"laurel/ui/kit"
)

// tellCrash says once, after an end that nobody chose, what is kept: in the
// book that was open how far it reaches, elsewhere the way to it.
func (w *window) tellCrash() {
	c := w.crashed
	if c == nil {
		return
	}
	about := map[string]any{"Book": baseName(c.Book)}
	toast := kit.Toast{Text: lang.L("Laurel ended unexpectedly last time; nothing that was saved is lost.")}
	if c.Report != "" {
		toast.Action, toast.OnAction = lang.L("Show the report"), func() { w.openReport(c.Report) }
	}
	switch {
	case c.Book == "":
	case w.session != nil && w.info.Path == c.Book:
		about["Time"] = w.info.ChangedAt.Local().Format("15:04")
		toast.Text = lang.L("Laurel ended unexpectedly; this book holds every change up to {{.Time}}.", about)
	case w.session == nil:
		toast.Text = lang.L("Laurel ended unexpectedly; nothing saved in {{.Book}} is lost.", about)
		toast.Action, toast.OnAction = lang.L("Open"), func() { w.openPath(c.Book) }
	}
	if w.session != nil || c.Book == "" {
		w.crashed = nil // else the book itself says how far it reaches, once it is open
	}
	w.root.Toast(toast)
}

// openReport shows a report in the system's viewer.
func (w *window) openReport(path string) {
	w.Fail(w.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}))
}
