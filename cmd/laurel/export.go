package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"laurel/assets"
	"laurel/export/output"
	"laurel/export/pdf"
	"laurel/export/table"
	"laurel/export/typeset"
	"laurel/export/yearbook"
	"laurel/model"
	"laurel/store"
)

// exportFlags are the flags of export.
type exportFlags struct {
	edition string
	format  string
	photos  string
	book    string // the file of a book definition
	output  string
	choice  output.Choice
}

func (p *program) exportCommand() *cobra.Command {
	var f exportFlags
	c := &cobra.Command{
		Use:   "export BOOK -o PATH",
		Short: "write an edition as a PDF yearbook or as JSON",
		Long: "Writes an edition as a PDF yearbook or as JSON: everybody confirmed or signed off. Problems do not stop it;\n" +
			"“laurel check” lists them. A file that is there is replaced, unless it is a book.",
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.export(cmd.Context(), args[0], f)
		},
	}
	c.Flags().StringVar(&f.edition, "edition", "", "which edition, “100 Brands 2024 (EMEA)”; without it the newest")
	c.Flags().StringVar(&f.format, "format", "", "pdf or json; without it as the extension of -o says, else pdf")
	c.Flags().StringVar(&f.photos, "photos", "", "with json: also write the photos into this folder")
	c.Flags().BoolVar(&f.choice.Press, "press", false, "for the printer: PDF/X-4 with bleed and crop marks, and the cover as PATH-cover.pdf")
	c.Flags().BoolVar(&f.choice.Proof, "proof", false, "a small file with the date and the hash of the data on every page")
	c.Flags().BoolVar(&f.choice.Spreads, "spreads", false, "facing pages side by side")
	c.Flags().BoolVar(&f.choice.HideRanks, "hide-ranks", false, "with --proof: names from A to Z and no ranks, while the result is not known yet")
	c.Flags().StringVar(&f.book, "definition", "", "with pdf: a book definition as JSON, in place of the edition's own; the book keeps its own")
	c.Flags().StringVarP(&f.output, "output", "o", "", "the file to write; “-” is standard output")
	return c
}

func (p *program) export(ctx context.Context, path string, f exportFlags) error {
	if f.output == "" {
		return errors.New("say where to with -o PATH, or -o - for standard output")
	}
	format, err := formatOf(f)
	if err != nil {
		return err
	}
	b, err := p.reading(ctx, path)
	if err != nil {
		return err
	}
	defer b.Close()
	e, err := p.edition(ctx, b, f.edition, "export")
	if err != nil {
		return about(path, err)
	}
	s, err := b.Snapshot(ctx, e.ID)
	if err != nil {
		return about(path, err)
	}
	if err := mayWrite(b, f); err != nil {
		return err
	}
	if f.book != "" {
		if s.Yearbook, err = definitionFrom(f.book); err != nil {
			return about(f.book, err)
		}
	}
	problems := 0
	if format == "json" {
		problems = len(model.Check(s))
		err = p.exportJSON(ctx, b, s, f)
	} else {
		problems, err = p.exportPDF(ctx, b, s, f)
	}
	if err != nil {
		return about(f.output, written(err))
	}
	if problems > 0 {
		p.tell("export", model.Say("{{.Count}} problems; see laurel check", "Count", problems))
	}
	return nil
}

// formatOf chooses the format: what was asked for, else by the extension, else PDF.
func formatOf(f exportFlags) (string, error) {
	format := f.format
	if format == "" {
		format = strings.ToLower(strings.TrimPrefix(filepath.Ext(f.output), "."))
		switch format {
		case "json", "csv", "xlsx", "md", "html", "zip":
		default:
			format = "pdf"
		}
	}
	if format != "pdf" && format != "json" {
		return "", fmt.Errorf("there is no export as %s; there are pdf and json", format)
	}
	if f.photos != "" && format != "json" {
		return "", errors.New("--photos goes with --format json")
	}
	if f.book != "" && format != "pdf" {
		return "", errors.New("--definition goes with --format pdf")
	}
	if f.choice != (output.Choice{}) && format != "pdf" {
		return "", errors.New("--press, --proof, --spreads and --hide-ranks go with --format pdf")
	}
	return format, f.choice.Check()
}

// definitionFrom reads a book definition and refuses one of which no book can be
// made. What it leaves open is as in a new book.
func definitionFrom(path string) (model.Yearbook, error) {
	var y model.Yearbook
	text, err := os.ReadFile(path)
	if err != nil {
		return y, plain(err)
	}
	if err := json.Unmarshal(text, &y); err != nil {
		return y, model.Faultf(model.ErrInvalid, "This is not a book definition in JSON ({{.Why}}).", "Why", err.Error())
	}
	return y, y.Validate()
}

// mayWrite looks whether nothing stands in the way of what will be written.
func mayWrite(b *store.Book, f exportFlags) error {
	if f.output == "-" {
		return nil
	}
	paths := []string{f.output}
	if f.choice.Press {
		paths = append(paths, output.CoverPath(f.output))
	}
	for _, path := range paths {
		if err := b.MayReplace(path); err != nil {
			return about(path, err)
		}
	}
	return nil
}

// composer makes books with Laurel's own type and words, on so many cores; 0 is
// all there are.
func composer(workers int) (*yearbook.Composer, error) {
	library, err := typeset.NewLibrary(typeset.Params{Fonts: assets.Fonts(), Patterns: assets.Hyphenation(), Further: typeset.FurtherFonts()})
	if err != nil {
		return nil, err
	}
	return yearbook.New(yearbook.Params{Library: library, Words: assets.Words(), Workers: workers})
}

// exportPDF writes the yearbook and gives the number of its problems.
func (p *program) exportPDF(ctx context.Context, b *store.Book, s *model.Snapshot, f exportFlags) (int, error) {
	defer paceCollector()()
	c, err := composer(0)
	if err != nil {
		return 0, err
	}
	s = f.choice.Snapshot(s)
	book, err := c.Compose(ctx, s)
	if err != nil {
		return 0, err
	}
	progress := p.bar("export")
	defer progress.clear()
	job := output.Job{
		Choice: f.choice, Composer: c, Snapshot: s, Book: book, Progress: progress.step,
		Photos: &pdf.Renditions{Master: func(key string) ([]byte, error) { return b.PhotoMaster(ctx, key) }},
	}
	if f.output == "-" {
		err = job.WriteTo(ctx, p.stdout)
		if err == nil && f.choice.Press {
			p.tell("export", model.Say("The cover is not written to standard output; it needs a path."))
		}
		return len(book.Problems), err
	}
	return len(book.Problems), job.Write(ctx, f.output)
}

// exportJSON writes the document, and its photos if asked. What was written
// before a failure is taken away again.
func (p *program) exportJSON(ctx context.Context, b *store.Book, s *model.Snapshot, f exportFlags) error {
	progress := p.bar("export")
	defer progress.clear()
	o := table.Options{Progress: progress.step}
	if f.photos == "" {
		return p.writeDocument(ctx, s, o, f.output)
	}
	folder, err := newPhotoFolder(f.photos, f.output)
	if err != nil {
		return err
	}
	o.Photos = &table.PhotoFolder{Prefix: folder.prefix, Master: b.PhotoMaster, Write: folder.write}
	err = p.writeDocument(ctx, s, o, f.output)
	folder.finish(err)
	return err
}

func (p *program) writeDocument(ctx context.Context, s *model.Snapshot, o table.Options, output string) error {
	var text bytes.Buffer
	if err := table.WriteJSON(ctx, &text, s, o); err != nil {
		return err
	}
	if output == "-" {
		_, err := p.stdout.Write(text.Bytes())
		return err
	}
	return writeWhole(output, text.Bytes())
}

// writeWhole writes a file beside its place and moves it there when it is whole
// and on disk.
func writeWhole(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return written(err)
	}
	defer os.Remove(f.Name()) // after the rename there is nothing of that name
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return written(err)
	}
	return os.Rename(f.Name(), path)
}

// written says in one sentence why a file could not be written.
func written(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return model.Faultf(model.ErrReadOnly, "The disk is full; nothing was written.")
	case errors.Is(err, os.ErrPermission):
		return model.Faultf(model.ErrReadOnly, "Nothing may be written there.")
	}
	return err
}
