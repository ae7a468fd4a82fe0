// Package output makes the files that a book leaves the program as: one to
// read, those for the printer, a proof, and spreads for the eye. It is the one
// place where they are chosen; the window and the command line both come here.
// It composes no page and knows no PDF object.
package output

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"laurel/assets"
	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/yearbook"
	"laurel/model"
)

// Choice says what a book becomes. The zero Choice is the reading PDF: at trim
// size, PDF/A-1b, tagged.
type Choice struct {
	// Press makes the printer's two files: the pages, and the cover as one sheet,
	// both PDF/X-4 with bleed and crop marks.
	Press bool
	// Proof stamps every page with the date and the hash of the data, and makes
	// the file small.
	Proof bool
	// Spreads puts facing pages side by side.
	Spreads bool
	// HideRanks prints a proof without the result, see model.WithoutRanks.
	HideRanks bool
}

// Check refuses what does not go together, with one sentence.
func (c Choice) Check() error {
	switch {
	case c.Press && c.Proof:
		return model.Faultf(model.ErrInvalid, "A proof is not for the press: choose one of the two.")
	case c.Press && c.Spreads:
		return model.Faultf(model.ErrInvalid, "A printer takes single pages: press files and spreads do not go together.")
	case c.HideRanks && !c.Proof:
		return model.Faultf(model.ErrInvalid, "Ranks are hidden in a proof only.")
	}
	return nil
}

// Snapshot is the data as this choice prints it: what the book must be composed
// of.
func (c Choice) Snapshot(s *model.Snapshot) *model.Snapshot {
	if c.HideRanks {
		return model.WithoutRanks(s)
	}
	return s
}

// proofDPI is the resolution of pictures in a proof, enough for a screen.
const proofDPI = 100

// Job is a book on its way out.
type Job struct {
	Choice   Choice
	Composer *yearbook.Composer
	Snapshot *model.Snapshot // as the Choice prints it
	Book     *yearbook.Book  // composed of it
	Photos   pdf.Photos
	// Progress is told how many of all steps are done, by one goroutine at a time.
	Progress func(done, total int)
}

// Paths are the files that Write would write.
func (j Job) Paths(path string) []string {
	if j.Choice.Press && j.Book.Cover() != nil {
		return []string{path, CoverPath(path)}
	}
	return []string{path}
}

// CoverPath is where the cover goes: "p-cover.pdf" beside "p.pdf".
func CoverPath(path string) string {
	ending := filepath.Ext(path)
	return strings.TrimSuffix(path, ending) + "-cover" + ending
}

// Write writes the file, or the two of a press: all of them whole, or none.
func (j Job) Write(ctx context.Context, path string) error {
	if err := j.Choice.Check(); err != nil {
		return err
	}
	doc, err := j.document(ctx)
	if err != nil {
		return err
	}
	options := j.options()
	files := []pdf.File{{Path: path, Document: doc, Options: options}}
	if cover := j.Book.Cover(); j.Choice.Press && cover != nil {
		files = append(files, pdf.File{Path: CoverPath(path), Document: cover, Options: options})
	}
	return pdf.WriteFiles(ctx, j.Progress, files...)
}

// WriteTo writes the pages; of a press those between the covers.
func (j Job) WriteTo(ctx context.Context, w io.Writer) error {
	if err := j.Choice.Check(); err != nil {
		return err
	}
	doc, err := j.document(ctx)
	if err != nil {
		return err
	}
	options := j.options()
	options.Progress = j.Progress
	return pdf.Write(ctx, doc, w, options)
}

func (j Job) options() pdf.Options {
	o := pdf.Options{Photos: j.Photos}
	if j.Choice.Proof {
		o.DPI, o.Compact = proofDPI, true
	}
	if j.Choice.Press {
		o.Press = &pdf.Press{Condition: assets.CoatedCondition, Profile: assets.CoatedProfile(), CropMarks: true}
	}
	return o
}

// document is the pages as the choice shows them.
func (j Job) document(ctx context.Context) (doc *page.Document, err error) {
	doc = j.Book.Document
	switch {
	case j.Choice.Press:
		return j.Book.Interior(), nil
	case j.Choice.Proof:
		if doc, err = j.Composer.Proof(ctx, j.Book, j.Snapshot); err != nil {
			return nil, err
		}
	}
	if j.Choice.Spreads {
		doc = doc.Spreads()
	}
	return doc, nil
}
