package ui

import (
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
	about := map[string]any{"Book": baseName(c.Book), "Report": filepath.Base(c.Report)}
	text := lang.L("Laurel did not end properly last time. Nothing that was saved is lost.")
	var toast kit.Toast
	switch {
	case c.Book == "":
	case w.session != nil && w.info.Path == c.Book:
		about["Time"] = w.info.ChangedAt.Local().Format("15:04")
		text = lang.L("Laurel did not end properly last time. This book holds every change up to {{.Time}}.", about)
	case w.session == nil:
		text = lang.L("Laurel did not end properly while {{.Book}} was open. Nothing that was saved is lost.", about)
		toast.Action, toast.OnAction = lang.L("Open"), func() { w.openPath(c.Book) }
	}
	if w.session != nil || c.Book == "" {
		w.crashed = nil // else the book itself says how far it reaches, once it is open
	}
	if c.Report != "" {
		text += " " + lang.L("What happened stands in {{.Report}}, in the program’s folder “running”.", about)
	}
	toast.Text = text
	w.root.Toast(toast)
}
