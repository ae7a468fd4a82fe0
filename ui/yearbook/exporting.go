package yearbook

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/export/output"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
	"laurel/ui/pages"
)

// exportBar writes the book into files: as what, progress, Cancel, and Open when
// done.
type exportBar struct {
	s      *screen
	object fyne.CanvasObject
	kind   *kit.Segment
	hide   *kit.Check
	text   *kit.Label
	meter  *kit.Meter
	cancel *kit.Button
	open   *kit.Button
	export *kit.Button
	stop   context.CancelFunc
	path   string
	wrote  string // under what path is remembered once it is written
}

// outputs are what a book can leave as, in the order of the bar.
var outputs = []struct {
	name, said, button string
	ending             string // of the proposed file name
	choice             output.Choice
}{
	{name: "Reading", said: "A reading PDF at trim size", button: "Export PDF…"},
	{name: "Proof", said: "A small file with date and hash", button: "Export proof…", ending: " proof", choice: output.Choice{Proof: true}},
	{name: "Press", said: "Bleed, crop marks and the cover", button: "Export for press…", ending: " press", choice: output.Choice{Press: true}},
	{name: "Spreads", said: "Facing pages side by side", button: "Export spreads…", ending: " spreads", choice: output.Choice{Spreads: true}},
}

func newExportBar(s *screen) *exportBar {
	e := &exportBar{s: s, text: kit.NewLine(kit.Run{Style: kit.Small, Cut: kit.CutMiddle}), meter: kit.NewMeter()}
	var names []string
	for _, o := range outputs {
		names = append(names, lang.L(o.name))
	}
	e.kind = kit.NewSegment(names, func(int) { e.tell() })
	e.hide = kit.NewCheck(lang.L("Hide the ranks"), nil)
	e.cancel = kit.NewButton(lang.L("Cancel"), func() {
		if e.stop != nil {
			e.stop()
		}
	})
	e.open = kit.NewButton(lang.L("Open"), e.openFile).WithIcon(kit.IconExternal)
	e.export = kit.NewPrimary("", e.ask).WithIcon(kit.IconExport)
	e.cancel.Hide()
	e.open.Hide()
	e.meter.Hide()
	e.object = kit.Pad(kit.MidRow(16,
		kit.Natural(e.kind), kit.Grow(1, kit.VBox(4, e.text, e.hide, e.meter)), kit.Natural(e.cancel), kit.Natural(e.open), kit.Natural(e.export)), 0, 16, 0, 16)
	e.tell()
	return e
}

// choice is what the bar would write now.
func (e *exportBar) choice() output.Choice {
	c := outputs[e.kind.Selected()].choice
	c.HideRanks = c.Proof && e.hide.On()
	return c
}

// tell says what the chosen output is.
func (e *exportBar) tell() {
	o := outputs[e.kind.Selected()]
	e.text.SetText(lang.L(o.said))
	e.export.SetText(lang.L(o.button))
	e.offerHiding()
	e.open.Hide()
	e.object.Refresh()
}

// offerHiding lets a proof leave the ranks out, before it is written.
func (e *exportBar) offerHiding() {
	if outputs[e.kind.Selected()].choice.Proof && e.stop == nil {
		e.hide.Show()
	} else {
		e.hide.Hide()
	}
}

// ask asks where to, and exports.
func (e *exportBar) ask() {
	proof := e.s.proof
	if proof == nil || e.stop != nil {
		return
	}
	ending := outputs[e.kind.Selected()].ending
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, proof.Snapshot.Edition.Name()+ending) + ".pdf"
	folder, name := e.proposed(name)
	kit.SaveFile(e.s.desk.Window(), kit.FileParams{
		Title: lang.L("Export the book"), Accept: lang.L("Export"), Folder: folder, Name: name,
		Filter: kit.FileFilter{Name: "PDF", Endings: []string{".pdf"}},
	}, e.write)
}

// proposed is where this edition went as this output before; the first time
// beside the book. The program's own folder, where the sample book lies, is no
// place to look for a PDF: there the folder used last is proposed.
func (e *exportBar) proposed(name string) (folder, file string) {
	d := e.s.desk
	if last := d.Memory().Text(e.memory(), ""); last != "" {
		if _, err := os.Stat(filepath.Dir(last)); err == nil {
			return filepath.Dir(last), filepath.Base(last)
		}
	}
	if folder = filepath.Dir(d.Book().Path()); folder == filepath.Clean(d.DataDir()) {
		folder = ""
	}
	return folder, name
}

// memory is under what the path of this edition and output is kept.
func (e *exportBar) memory() string {
	return memoryOf(outputs[e.kind.Selected()].name, e.s.desk.EditionID())
}

func memoryOf(output string, edition model.ID) string {
	return "yearbook.export." + output + "." + string(edition)
}

// Exported says whether an edition was exported on this machine.
func Exported(m desk.Memory, edition model.ID) bool {
	for _, o := range outputs {
		if m.Text(memoryOf(o.name, edition), "") != "" {
			return true
		}
	}
	return false
}

// write exports the book as it is proofed now. Cancel leaves nothing behind.
func (e *exportBar) write(path string) {
	proof, book := e.s.proof, e.s.desk.Book()
	if proof == nil {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	e.stop, e.path, e.wrote = stop, path, e.memory()
	e.text.SetText(lang.L("Writing {{.File}}", map[string]any{"File": filepath.Base(path)}))
	e.offerHiding()
	e.meter.Show()
	e.meter.SetTone(0.02, kit.Accent)
	e.cancel.Show()
	e.open.Hide()
	e.export.SetEnabled(false)
	job := output.Job{
		Choice: e.choice(), Composer: e.s.desk.Composer(), Snapshot: proof.Snapshot, Book: proof.Book,
	}
	e.s.desk.Work(lang.L("Export"), func(work context.Context, progress func(float64)) error {
		work, cancel := context.WithCancel(work) // by the status line, or by this bar's button
		defer cancel()
		defer context.AfterFunc(ctx, cancel)()
		job.Photos = pages.Photos(work, book, pages.NewRenditions(256<<20))
		job.Progress = func(done, total int) {
			share := float64(done) / float64(max(total, 1))
			progress(share)
			kit.Do(func() { e.meter.SetTone(share, kit.Accent) })
		}
		return writeJob(work, book, job, path)
	}, e.finished)
	e.object.Refresh()
}

// writeJob writes the files of a job over none that the book needs. A proof
// without ranks is another book: it is composed anew.
func writeJob(ctx context.Context, book *store.Book, job output.Job, path string) error {
	for _, p := range job.Paths(path) {
		if err := book.MayReplace(p); err != nil {
			return err
		}
	}
	if job.Choice.HideRanks {
		job.Snapshot = job.Choice.Snapshot(job.Snapshot)
		var err error
		if job.Book, err = job.Composer.Compose(ctx, job.Snapshot); err != nil {
			return err
		}
	}
	return job.Write(ctx, path)
}

func (e *exportBar) finished(err error) {
	e.stop()
	e.stop = nil
	e.meter.Hide()
	e.offerHiding()
	e.cancel.Hide()
	e.export.SetEnabled(true)
	e.text.Tip = ""
	switch {
	case errors.Is(err, context.Canceled):
		e.text.SetText(lang.L("Export cancelled; nothing was written"))
	case err != nil:
		e.text.SetText(lang.L("The book was not exported"))
		e.s.desk.Fail(err)
	default:
		e.s.desk.Memory().SetText(e.wrote, e.path)
		e.open.Show()
		e.text.Tip = e.path // where it stands
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
