// Package pages shows pages of the book: it has them printed into a PDF in
// memory and drawn from that, so that what is seen is what the file shows.
package pages

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"sync"

	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/raster"
	"laurel/store"
)

// previewDPI is the resolution of photos in the preview: sharp on a screen at
// twice the size of the page, and a quarter of the work of print.
const previewDPI = 150

// Printer prints pages for the screen. One is enough for a window: the renderer
// behind it is large. It may be used by several goroutines.
type Printer struct {
	dataDir string
	photos  pdf.Cache

	starting sync.Mutex // held while the renderer starts, which takes a while
	mu       sync.Mutex // guards what follows
	closed   bool
	renderer *raster.Renderer
}

// NewPrinter gives a printer that keeps what it needs in a folder of the program.
func NewPrinter(dataDir string) *Printer {
	return &Printer{dataDir: dataDir, photos: NewRenditions(96 << 20)}
}

// Print makes a PDF of a document with the photos of a book and opens it for
// drawing. Who asked closes it.
func (p *Printer) Print(ctx context.Context, b *store.Book, d *page.Document) (*raster.Document, error) {
	var file bytes.Buffer
	if err := pdf.Write(ctx, d, &file, pdf.Options{Photos: Photos(ctx, b, p.photos), Level: 1, DPI: previewDPI}); err != nil {
		return nil, err
	}
	renderer, err := p.started(ctx)
	if err != nil {
		return nil, err
	}
	return renderer.Load(ctx, file.Bytes())
}

// started gives the renderer, started when it is first asked for.
func (p *Printer) started(ctx context.Context) (*raster.Renderer, error) {
	p.starting.Lock()
	defer p.starting.Unlock()
	p.mu.Lock()
	renderer, closed := p.renderer, p.closed
	p.mu.Unlock()
	if renderer != nil || closed {
		return renderer, errClosed(closed)
	}
	started, err := raster.Open(ctx, raster.Params{CacheDir: filepath.Join(p.dataDir, "renderer")})
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed { // meanwhile
		return nil, errors.Join(raster.ErrClosed, started.Close())
	}
	p.renderer = started
	return started, nil
}

func errClosed(closed bool) error {
	if closed {
		return raster.ErrClosed
	}
	return nil
}

// Close gives the renderer's memory back; what was printed goes with it.
func (p *Printer) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	renderer := p.renderer
	p.renderer = nil
	if renderer == nil {
		return nil
	}
	return renderer.Close()
}

// Photos gives the renditions of a book's photos for its pages.
func Photos(ctx context.Context, b *store.Book, cache pdf.Cache) pdf.Photos {
	return &pdf.Renditions{Master: func(key string) ([]byte, error) { return b.PhotoMaster(ctx, key) }, Cache: cache}
}
