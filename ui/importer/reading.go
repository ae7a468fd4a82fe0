package importer

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/store/intake"
	"laurel/ui/kit"
)

// ChooseFile asks for something that can be imported.
func ChooseFile(w fyne.Window, chosen func(path string)) {
	kit.OpenFile(w, kit.FileParams{
		Title: lang.L("Import"), Filter: kit.FileFilter{Name: lang.L("Tables, pages, documents and photos"), Endings: []string{".csv", ".xlsx", ".tsv", ".tab", ".txt", ".html", ".htm", ".json", ".md", ".jpg", ".jpeg", ".png", ".webp"}},
	}, chosen)
}

// Files reads files and shows what they would change. A table alone is asked
// about its columns.
func (s *Screen) Files(paths []string) {
	s.read(func(ctx context.Context, questions []string, progress func(float64)) ([]intake.Source, error) {
		paths, err := intake.Files(paths)
		if err != nil {
			return nil, err
		}
		var sources []intake.Source
		for i, path := range paths {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			b, err := os.ReadFile(path)
			if err != nil {
				return nil, model.Faultf(model.ErrNotFound, "{{.File}} cannot be read.", "File", filepath.Base(path))
			}
			sources = append(sources, intake.Source{Name: filepath.Base(path), Bytes: b, Questions: questions, Beside: os.DirFS(filepath.Dir(path))})
			progress(float64(i+1) / float64(2*len(paths)))
		}
		return sources, nil
	})
}

// Check says why files cannot be imported, before anything is made for them.
func Check(ctx context.Context, paths []string) error {
	paths, err := intake.Files(paths)
	for _, path := range paths {
		if err != nil {
			break
		}
		var file []byte
		if file, err = os.ReadFile(path); err != nil {
			return model.Faultf(model.ErrNotFound, "{{.File}} cannot be read.", "File", filepath.Base(path))
		}
		if one := (intake.Source{Name: filepath.Base(path), Bytes: file}); intake.IsTable(one) {
			_, err = intake.ReadTable(one)
		} else {
			_, err = intake.Read(ctx, one)
		}
		err = about(filepath.Base(path), err)
	}
	return err
}

// Text reads a pasted page, or cells copied from a spreadsheet, and shows what
// they would change.
func (s *Screen) Text(text string) {
	s.read(func(_ context.Context, questions []string, _ func(float64)) ([]intake.Source, error) {
		return []intake.Source{{Name: lang.L("the clipboard"), Bytes: []byte(text), Questions: questions}}, nil
	})
}

// about says of which source something is wrong.
func about(source string, err error) error {
	var fault *model.Fault
	if !errors.As(err, &fault) || source == lang.L("the clipboard") {
		return err
	}
	return model.Faultf(err, "{{.File}}: {{.Why}}", "File", source, "Why", sentence(err))
}

// named is a source as the card names it.
func named(source string) string {
	if source == lang.L("the clipboard") {
		return lang.L("The clipboard")
	}
	return source
}

// read understands sources in the background and shows them. Where something
// else was asked for meanwhile, that one is shown.
func (s *Screen) read(sources func(context.Context, []string, func(float64)) ([]intake.Source, error)) {
	s.asked++
	asked, book := s.asked, s.desk.Book()
	var understand func() understood
	s.desk.Work(lang.L("Reading"), func(ctx context.Context, progress func(float64)) error {
		questions, err := questionsOf(ctx, book)
		if err != nil {
			return err
		}
		all, err := sources(ctx, questions, progress)
		if err != nil {
			return err
		}
		if len(all) == 1 && intake.IsTable(all[0]) {
			understand, err = s.readTable(ctx, book, all[0])
			return about(all[0].Name, err)
		}
		var drafts []intake.Draft
		for i, one := range all {
			draft, err := intake.Read(ctx, one)
			if err != nil {
				return about(one.Name, err)
			}
			drafts = append(drafts, draft)
			progress(0.5 + float64(i+1)/float64(2*len(all)))
		}
		understand = func() understood { return newPagesForm(s, drafts) }
		return nil
	}, func(err error) {
		switch {
		case s.asked != asked:
		case err != nil:
			s.desk.Fail(err)
		default:
			s.take(understand())
		}
	})
}

// readTable reads a table; what it then gives makes the form of its columns.
func (s *Screen) readTable(ctx context.Context, book *store.Book, one intake.Source) (func() understood, error) {
	table, err := intake.ReadTable(one)
	if err != nil {
		return nil, err
	}
	editions, err := book.Editions(ctx)
	if err != nil {
		return nil, err
	}
	mapping := table.Guess(time.Now())
	return func() understood {
		return newTableForm(s, tableParams{source: one, table: table, mapping: mapping, editions: editions})
	}, nil
}

// sheet reads another sheet of the workbook that is shown.
func (s *Screen) sheet(one intake.Source, name string) {
	one.Sheet = name
	s.read(func(context.Context, []string, func(float64)) ([]intake.Source, error) {
		return []intake.Source{one}, nil
	})
}

// questionsOf gives every question that some edition of the book asks.
func questionsOf(ctx context.Context, b *store.Book) ([]string, error) {
	editions, err := b.Editions(ctx)
	if err != nil {
		return nil, err
	}
	var questions []string
	for _, e := range editions {
		questions = append(questions, e.Questions...)
	}
	return questions, nil
}
