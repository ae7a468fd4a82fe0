package pdf

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"laurel/export/page"
)

// finisher rewrites what gofpdf wrote.
type finisher struct {
	*file
	doc     *page.Document
	opt     *Options
	painted *painted
	sheet   sheet
	catalog dict
	pages   []ref
}

// finish makes what the final file is written from: the pictures (pictures.go),
// fonts with their text (embed.go), page boxes and annotations (boxes.go),
// outline and page labels (outline.go), the reading order (structure.go), what
// the file says of itself (metadata.go). The streams are packed (pack.go).
func finish(ctx context.Context, doc *page.Document, opt *Options, p *painted) (*finisher, error) {
	parsed, err := parse(p.raw)
	if err != nil {
		return nil, err
	}
	f := &finisher{file: parsed, doc: doc, opt: opt, painted: p, sheet: sheetOf(doc, opt)}
	if err := f.open(); err != nil {
		return nil, err
	}
	f.pictures()
	if err := f.embedFonts(); err != nil {
		return nil, err
	}
	f.boxes()
	f.outline()
	f.labels()
	f.structure()
	f.metadata()
	f.intent()
	if err := pack(ctx, f.file, opt.Level); err != nil {
		return nil, err
	}
	return f, nil
}

// print numbers the objects and writes them (serialise.go).
func (f *finisher) print(w io.Writer) error {
	buffered := bufio.NewWriterSize(w, 64<<10)
	p := newPrinter(buffered)
	if f.opt.Compact {
		p.packed(f.file, f.version(), f.opt.Level)
	} else {
		p.classic(f.file, f.version())
	}
	return errors.Join(p.err, buffered.Flush())
}

// close gives back what the pictures took.
func (f *finisher) close() error { return f.painted.slots.kept.close() }

// version is that of the PDF standard that the file follows.
func (f *finisher) version() string {
	switch {
	case f.opt.Press != nil:
		return "1.6"
	case f.opt.Compact:
		return "1.5"
	}
	return "1.4"
}

// open finds the catalog and the pages.
func (f *finisher) open() error {
	f.catalog = f.dict(f.root)
	kids, _ := f.dict(f.catalog["Pages"])["Kids"].(array)
	for _, k := range kids {
		r, ok := k.(ref)
		if !ok || f.dict(r) == nil {
			return fmt.Errorf("%w: a page is missing", errSyntax)
		}
		f.pages = append(f.pages, r)
	}
	if len(f.pages) != len(f.doc.Pages) {
		return fmt.Errorf("%w: %d pages instead of %d", errSyntax, len(f.pages), len(f.doc.Pages))
	}
	for i, r := range f.pages {
		at, ok := f.dict(r)["Contents"].(ref)
		if !ok || f.object(at) == nil {
			return fmt.Errorf("%w: page %d has no content", errSyntax, i+1)
		}
		f.objects[at] = f.painted.pages[i]
	}
	delete(f.catalog, "Names") // gofpdf's empty list of attachments
	return nil
}

// resources is the one dictionary of fonts and pictures that all pages share.
func (f *finisher) resources() dict {
	return f.dict(f.dict(f.pages[0])["Resources"])
}
