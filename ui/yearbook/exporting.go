package yearbook

import (
	"context"
	"errors"
	"net/url"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/export/pdf"
	"laurel/ui/kit"
	"laurel/ui/pages"
)

// exportBar writes the book into a file: progress, Cancel, and Open when done.
type exportBar struct {
	s      *screen
	object fyne.CanvasObject
	text   *kit.Label
	meter  *kit.Meter
	cancel *kit.Button
	open   *kit.Button
	export *kit.Button
	stop   context.CancelFunc
	path   string
}

func newExportBar(s *screen) *exportBar {
	e := &exportBar{s: s, text: kit.NewElastic("", kit.Body), meter: kit.NewMeter()}
	e.cancel = kit.NewButton(lang.L("Cancel"), func() {
		if e.stop != nil {
			e.stop()
		}
	})
	e.open = kit.NewButton(lang.L("Open"), e.openFile).WithIcon(kit.IconExternal)
	e.export = kit.NewPrimary(lang.L("Export PDF…"), e.ask).WithIcon(kit.IconExport)
	e.cancel.Hide()
	e.open.Hide()
	e.meter.Hide()
	e.text.SetText(lang.L("A reading PDF at trim size"))
	e.object = kit.Pad(kit.MidRow(16,
		kit.Grow(1, kit.VBox(6, e.text, e.meter)), kit.Natural(e.cancel), kit.Natural(e.open), kit.Natural(e.export)), 0, 16, 0, 16)
	return e
}

// ask asks where to, and exports.
func (e *exportBar) ask() {
	proof := e.s.proof
	if proof == nil || e.stop != nil {
		return
	}
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, proof.Snapshot.Edition.Name()) + ".pdf"
	kit.SaveFile(e.s.desk.Window(), kit.FileParams{
		Title: lang.L("Export the book"), Accept: lang.L("Export"), Name: name,
		Filter: kit.FileFilter{Name: "PDF", Endings: []string{".pdf"}},
	}, e.write)
}

// write exports the book as it is proofed now. Cancel leaves nothing behind.
func (e *exportBar) write(path string) {
	proof, book := e.s.proof, e.s.desk.Book()
	if proof == nil {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	e.stop, e.path = stop, path
	e.text.SetText(lang.L("Writing {{.File}}", map[string]any{"File": filepath.Base(path)}))
	e.meter.Show()
	e.meter.SetTone(0.02, kit.Accent)
	e.cancel.Show()
	e.open.Hide()
	e.export.SetEnabled(false)
	e.s.desk.Work(lang.L("Export"), func(outer context.Context, progress func(float64)) error {
		defer context.AfterFunc(outer, stop)()
		if err := book.MayReplace(path); err != nil {
			return err
		}
		return pdf.WriteFile(ctx, path, proof.Book.Document, pdf.Options{
			Photos: pages.Photos(ctx, book, pages.NewRenditions(256<<20)),
			Progress: func(done, total int) {
				share := float64(done) / float64(max(total, 1))
				progress(share)
				kit.Do(func() { e.meter.SetTone(share, kit.Accent) })
			},
		})
	}, e.finished)
	e.object.Refresh()
}

func (e *exportBar) finished(err error) {
	e.stop()
	e.stop = nil
	e.meter.Hide()
	e.cancel.Hide()
	e.export.SetEnabled(true)
	switch {
	case errors.Is(err, context.Canceled):
		e.text.SetText(lang.L("Export cancelled; nothing was written"))
	case err != nil:
		e.text.SetText(lang.L("The book was not exported"))
		e.s.desk.Fail(err)
	default:
		e.open.Show()
		e.text.SetText(lang.L("Wrote {{.File}}", map[string]any{"File": filepath.Base(e.path)}))
	}
	e.object.Refresh()
}

// openFile shows the file in the system's viewer.
func (e *exportBar) openFile() {
	u := &url.URL{Scheme: "file", Path: filepath.ToSlash(e.path)}
	if err := fyne.CurrentApp().OpenURL(u); err != nil {
		e.s.desk.Fail(err)
	}
}
