package insights

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/export/chart"
	"laurel/export/typeset"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// leaving is a chart as it leaves the window: on white, with its title.
type leaving struct {
	kind, title string
	size        fyne.Size
	draw        drawing
}

func (s *screen) leaving(c *shown) leaving {
	return leaving{kind: c.kind, title: c.card.title, size: c.plot.Size(), draw: c.draw(s.shown)}
}

// moverChart is the chart of the card that lists people.
func (s *screen) moverChart() leaving {
	return leaving{kind: model.ChartMovers, title: s.moved.title, size: fyne.NewSize(640, 400), draw: drawMovers(s.shown)}
}

// chart composes it.
func (l leaving) chart(name string) (*chart.Chart, *chart.Theme, error) {
	t, err := onPaper()
	if err != nil {
		return nil, nil, err
	}
	row := t.Row
	w, h := fyne.Max(400, l.size.Width), fyne.Max(220, l.size.Height)
	c := l.draw(t, length(w), length(h), "")
	if c == nil {
		return nil, nil, model.Faultf(model.ErrInvalid, "This chart has nothing to show yet.")
	}
	t.Row = row
	return c.Titled(t, l.title+" – "+name), t, nil
}

// chartMenu is what can be done with a chart.
func (s *screen) chartMenu(l leaving) []*fyne.MenuItem {
	item := func(text string, icon kit.IconName, do func()) *fyne.MenuItem {
		return kit.MenuItem(lang.L(text), icon, do)
	}
	return []*fyne.MenuItem{
		item("Copy as a table", kit.IconCopy, func() { s.copyChart(l) }),
		fyne.NewMenuItemSeparator(),
		item("Save as PNG…", kit.IconPhoto, func() { s.saveChart(l, ".png") }),
		item("Save as SVG…", kit.IconDocument, func() { s.saveChart(l, ".svg") }),
		item("Save as CSV…", kit.IconTable, func() { s.saveChart(l, ".csv") }),
		fyne.NewMenuItemSeparator(),
		item("Put in book", kit.IconBook, func() { s.putInBook(l.kind) }),
	}
}

// copyChart puts the numbers on the clipboard: the toolkit's holds text only.
func (s *screen) copyChart(l leaving) {
	c, _, err := l.chart(s.shown.edition.Name())
	if err != nil {
		s.desk.Fail(err)
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(c.TSV())
	s.desk.Tell(lang.L("Copied as a table, ready for a spreadsheet"), false)
}

// encoded gives a chart in a file format by its ending.
func (l leaving) encoded(ending, name string) ([]byte, error) {
	c, t, err := l.chart(name)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	const margin = 16 * typeset.Pt
	switch ending {
	case ".png":
		err = c.WritePNG(&b, 3, t.Paper, margin)
	case ".svg":
		err = c.WriteSVG(&b, t.Paper, margin)
	default:
		err = c.WriteCSV(&b)
	}
	return b.Bytes(), err
}

// fileName makes a name that every file system takes.
func fileName(title, edition string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, title+" "+edition)
}

func (s *screen) saveChart(l leaving, ending string) {
	name := s.shown.edition.Name()
	kit.SaveFile(s.desk.Window(), kit.FileParams{
		Title: lang.L("Save the chart"), Name: fileName(l.title, name) + ending,
		Filter: kit.FileFilter{Name: strings.ToUpper(ending[1:]), Endings: []string{ending}},
	}, func(path string) {
		s.write(lang.L("Save the chart"), map[string]func() ([]byte, error){path: func() ([]byte, error) { return l.encoded(ending, name) }},
			lang.L("Saved {{.File}}", map[string]any{"File": filepath.Base(path)}))
	})
}

// saveAll saves every chart that has something to show, in all formats, into a
// folder.
func (s *screen) saveAll() {
	if s.shown == nil {
		return
	}
	name := s.shown.edition.Name()
	all := s.allCharts()
	kit.OpenFile(s.desk.Window(), kit.FileParams{Title: lang.L("Save all charts into a folder"), Accept: lang.L("Save here"), Directory: true}, func(folder string) {
		files := map[string]func() ([]byte, error){}
		for _, l := range all {
			for _, ending := range []string{".png", ".svg", ".csv"} {
				files[filepath.Join(folder, fileName(l.title, name)+ending)] = func() ([]byte, error) { return l.encoded(ending, name) }
			}
		}
		s.write(lang.L("Save all charts"), files, lang.N("{{.Count}} files saved in {{.Folder}}", len(files), map[string]any{"Count": len(files), "Folder": filepath.Base(folder)}))
	})
}

// allCharts gives the charts that have something to show.
func (s *screen) allCharts() []leaving {
	var all []leaving
	for _, c := range s.charts {
		if l := s.leaving(c); canDraw(l.draw, s.desk.Fail) {
			all = append(all, l)
		}
	}
	if l := s.moverChart(); canDraw(l.draw, s.desk.Fail) {
		all = append(all, l)
	}
	return all
}

// write writes files beside their places first, so that a full disk leaves no
// half picture, and tells when it is done.
func (s *screen) write(work string, files map[string]func() ([]byte, error), done string) {
	paths := make([]string, 0, len(files))
	for path := range files {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	book := s.desk.Book()
	s.desk.Work(work, func(ctx context.Context, progress func(float64)) error {
		for i, path := range paths {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := book.MayReplace(path); err != nil {
				return err
			}
			data, err := files[path]()
			if err != nil {
				return err
			}
			if err := replaceFile(path, data); err != nil {
				return err
			}
			progress(float64(i+1) / float64(len(paths)))
		}
		return nil
	}, func(err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.desk.Tell(done, false)
	})
}

func replaceFile(path string, data []byte) error {
	half := path + ".part"
	err := os.WriteFile(half, data, 0o644)
	if err == nil {
		err = os.Rename(half, path)
	}
	if err != nil {
		os.Remove(half)
		return fmt.Errorf("save %s: %w", filepath.Base(path), err)
	}
	return nil
}

// putInBook adds a chart to the year in numbers.
func (s *screen) putInBook(kind string) {
	s.changeNumbers(func(n *model.Section) (changed bool) {
		switch {
		case n.Off:
			n.Off, n.Charts = false, []string{kind}
		case len(n.Charts) == 0 || slices.Contains(n.Charts, kind):
			return false // it prints all, or this one already
		default:
			n.Charts = append(slices.Clone(n.Charts), kind)
		}
		return true
	}, lang.L("The chart is in the book’s year in numbers"), lang.L("The book’s year in numbers has this chart already"))
}

// tellInBook adds a story to the text of the year in numbers.
func (s *screen) tellInBook(story model.Story) {
	sentence := speak(story.Text)
	s.changeNumbers(func(n *model.Section) bool {
		if !n.Off && strings.Contains(n.Text, sentence) {
			return false
		}
		n.Off = false
		if !strings.Contains(n.Text, sentence) {
			n.Text = strings.TrimSpace(n.Text + "\n\n" + sentence)
		}
		return true
	}, lang.L("The story is in the book’s year in numbers"), lang.L("The book’s year in numbers tells this story already"))
}

// changeNumbers changes the section of the year in numbers, which is put before
// the alumni where the book has none.
func (s *screen) changeNumbers(change func(*model.Section) bool, done, already string) {
	id := s.desk.EditionID()
	s.desk.Fetch("insights.book", func(ctx context.Context, b *store.Book) (any, error) { return b.Yearbook(ctx, id) }, func(v any, err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		y := v.(model.Yearbook)
		y.Sections = slices.Clone(y.Sections)
		at := slices.IndexFunc(y.Sections, func(n model.Section) bool { return n.Kind == model.SectionNumbers })
		if at < 0 {
			at = slices.IndexFunc(y.Sections, func(n model.Section) bool { return n.Kind == model.SectionAlumni || n.Kind == model.SectionIndex })
			if at < 0 {
				at = len(y.Sections)
			}
			y.Sections = slices.Insert(y.Sections, at, model.Section{Kind: model.SectionNumbers, Off: true})
		}
		if !change(&y.Sections[at]) {
			s.desk.Tell(already, false)
			return
		}
		desk.DoAndTell(s.desk, done, store.UpdateYearbook{EditionID: id, Yearbook: y})
	})
}

// storyMenu copies the stories as text.
func (s *screen) storyMenu() []*fyne.MenuItem {
	return []*fyne.MenuItem{kit.MenuItem(lang.L("Copy all stories"), kit.IconCopy, func() {
		var text strings.Builder
		for _, story := range s.shown.stories {
			text.WriteString(speak(story.Text) + "\n")
		}
		fyne.CurrentApp().Clipboard().SetContent(text.String())
		s.desk.Tell(lang.L("Copied"), false)
	})}
}
