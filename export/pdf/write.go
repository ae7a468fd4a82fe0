package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"golang.org/x/sync/errgroup"

	"laurel/export/page"
)

// Options say how a document becomes a file. The zero Options make a reading
// copy: PDF 1.4, tagged, valid PDF/A-1b (ISO 19005-1), colours in sRGB.
type Options struct {
	// Photos gives the pixels of the pictures; not needed where there are none.
	Photos Photos
	// Progress is told how many of all steps are done, by one goroutine at a
	// time and never going back.
	Progress func(done, total int)
	// Level is how hard streams are packed, 1 to 9; 0 means 5.
	Level int
	// DPI is the resolution of pictures; 0 means the constant DPI.
	DPI int
	// Compact writes PDF 1.5 with packed objects: smaller, not PDF/A. For proofs.
	Compact bool
	// Press makes a file for the printer instead of a reading copy.
	Press *Press
}

// Press is what a printer's file needs beyond the pages. It is built as PDF/X-4
// (ISO 15930-7) asks: all colours and photos in CMYK, black text in black only
// and overprinting, no more than 300 % of ink on one place, page boxes with the
// document's bleed, an output intent, no links.
type Press struct {
	Condition string // registered name of the printing condition: "FOGRA39"
	Profile   []byte // its ICC profile, of version 2 with 16-bit tables; required
	CropMarks bool
}

// Write paints a document and writes the file to w: nothing is written unless
// every page and photo is ready. The same document, options and
// photos give the same bytes. It ends early with the context's error.
func Write(ctx context.Context, doc *page.Document, w io.Writer, opt Options) error {
	f, err := build(ctx, doc, opt)
	if err != nil {
		return err
	}
	if err := errors.Join(f.print(w), f.close()); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	return nil
}

// WriteFile writes the file to path. It is written beside its place and moved
// there when it is whole and on disk; an error or a cancelled context leaves
// nothing, and a file that was there stays as it was.
func WriteFile(ctx context.Context, path string, doc *page.Document, opt Options) error {
	return WriteFiles(ctx, opt.Progress, File{Path: path, Document: doc, Options: opt})
}

// printPart writes a new file beside path and gives its name.
func (f *finisher) printPart(path string) (string, error) {
	part, err := createPart(path)
	if err != nil {
		return "", err
	}
	if err = f.print(part); err == nil {
		err = part.Sync()
	}
	if err = errors.Join(err, part.Close()); err != nil {
		return "", errors.Join(err, os.Remove(part.Name()))
	}
	return part.Name(), nil
}

// createPart makes a file that nobody else has. os.CreateTemp is not used
// because its files can be read by nobody else, also after the move.
func createPart(path string) (*os.File, error) {
	for n := 0; ; n++ {
		part := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d.part", filepath.Base(path), n))
		f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, os.ErrExist) || n == 1000 {
			return f, err
		}
	}
}

// build makes everything that the file is written from; whoever gets it closes it.
func build(ctx context.Context, doc *page.Document, opt Options) (_ *finisher, err error) {
	if err := check(doc, &opt); err != nil {
		return nil, err
	}
	s := slotsOf(doc, opt.DPI)
	defer func() {
		if err != nil {
			err = errors.Join(err, s.kept.close())
		}
	}()
	if opt.Press != nil {
		if s.inks, err = newSeparation(opt.Press.Profile); err != nil {
			return nil, fmt.Errorf("making the PDF: %w", err)
		}
	}
	step := steps(len(s.list)+len(doc.Pages)+1, opt.Progress)
	group, running := errgroup.WithContext(ctx)
	group.Go(func() error { return s.fetch(running, opt.Photos, step) })
	var p *painted
	group.Go(func() (err error) {
		p, err = paint(running, doc, &opt, s, step)
		return err
	})
	if err = group.Wait(); err != nil {
		return nil, err
	}
	f, err := finish(ctx, doc, &opt, p)
	if err != nil {
		return nil, fmt.Errorf("finishing the PDF: %w", err)
	}
	step()
	return f, nil
}

// steps counts what is done, one at a time.
func steps(total int, progress func(done, total int)) func() {
	var mu sync.Mutex
	done := 0
	return func() {
		mu.Lock()
		defer mu.Unlock()
		done++
		if progress != nil {
			progress(done, total)
		}
	}
}

// maxSide is the largest side of a page that PDF 1.4 allows: 200 inches.
const maxSide = 14400 * 1000

// check sees that the document can be painted and fills in what options leave out.
func check(doc *page.Document, opt *Options) error {
	if doc == nil || len(doc.Pages) == 0 {
		return errors.New("making the PDF: the document has no pages")
	}
	if opt.Level == 0 {
		opt.Level = 5
	}
	if opt.Level < 1 || opt.Level > 9 {
		return fmt.Errorf("making the PDF: level %d is not between 1 and 9", opt.Level)
	}
	if opt.DPI <= 0 {
		opt.DPI = DPI
	}
	s := sheetOf(doc, opt)
	if doc.Trim.W <= 0 || doc.Trim.H <= 0 || s.w > maxSide || s.h > maxSide {
		return fmt.Errorf("making the PDF: a page of %.1f × %.1f mm cannot be", doc.Trim.W.MM(), doc.Trim.H.MM())
	}
	return nil
}
