// Package raster turns the pages of a PDF into pictures, for the preview in
// the window and for tests that look at what was printed. It shows files and
// never makes or changes one.
//
// PDFium does the work, compiled to WebAssembly, so that nothing need be
// installed and a broken file cannot harm the program.
package raster

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// ErrClosed says that a renderer or document was closed before it was asked.
var ErrClosed = errors.New("the renderer is closed")

// Params are what a Renderer needs.
type Params struct {
	// CacheDir keeps the compiled renderer between runs: the first start takes
	// seconds, later ones a tenth of one. The folder is made if need be. With
	// "" every start is a first start.
	CacheDir string
}

// Renderer draws pages, one at a time; it may be asked by any number of
// goroutines. It holds about 100 MB until it is closed.
type Renderer struct {
	turn  chan struct{} // holds one token: who has it may use what follows
	pool  pdfium.Pool
	in    pdfium.Pdfium
	cache wazero.CompilationCache
	open  bool
}

// Open starts a renderer. It fails where the processor is neither amd64 nor
// arm64, or CacheDir cannot be written. What is damaged in CacheDir is made anew.
func Open(ctx context.Context, p Params) (*Renderer, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r, err := start(ctx, p.CacheDir)
	if err != nil && p.CacheDir != "" && ctx.Err() == nil {
		if emptied, _ := clearCache(p.CacheDir); emptied {
			r, err = start(ctx, p.CacheDir)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("starting the page renderer: %w", err)
	}
	return r, nil
}

// start makes a renderer with the compiled code in a folder, or without one.
func start(ctx context.Context, cacheDir string) (_ *Renderer, err error) {
	r := &Renderer{turn: make(chan struct{}, 1), open: true}
	defer func() {
		if x := recover(); x != nil { // wazero's word for a processor it does not know
			err = fmt.Errorf("%v", x)
		}
		if err != nil {
			_ = r.release()
		}
	}()
	// The interpreter is some hundred times slower: better to have no preview.
	config := wazero.NewRuntimeConfigCompiler().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if cacheDir != "" {
		if r.cache, err = wazero.NewCompilationCacheWithDir(cacheDir); err != nil {
			return nil, err
		}
		config = config.WithCompilationCache(r.cache)
	}
	r.pool, err = webassembly.Init(webassembly.Config{
		MinIdle: 1, MaxIdle: 1, MaxTotal: 1,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // it sees no files
		Stdout:        io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, err
	}
	if r.in, err = r.pool.GetInstanceWithContext(ctx); err != nil {
		return nil, err
	}
	r.turn <- struct{}{}
	return r, nil
}

// clearCache removes the compiled code that wazero keeps in a folder, and says
// whether there was any. Other files stay.
func clearCache(dir string) (bool, error) {
	found, err := filepath.Glob(filepath.Join(dir, "wazero-*", "*"))
	for _, path := range found {
		err = errors.Join(err, os.Remove(path))
	}
	return len(found) > 0, err
}

// Close ends the renderer; its documents can be used no longer. It waits for a
// page that is being drawn. Closing twice does nothing.
func (r *Renderer) Close() error {
	<-r.turn
	defer func() { r.turn <- struct{}{} }()
	if !r.open {
		return nil
	}
	r.open = false
	if err := r.release(); err != nil {
		return fmt.Errorf("ending the page renderer: %w", err)
	}
	return nil
}

func (r *Renderer) release() error {
	var errs []error
	if r.in != nil {
		errs = append(errs, r.in.Close())
	}
	if r.pool != nil {
		errs = append(errs, r.pool.Close())
	}
	if r.cache != nil {
		errs = append(errs, r.cache.Close(context.Background()))
	}
	return errors.Join(errs...)
}

// do waits for its turn, then lets f use the renderer.
func (r *Renderer) do(ctx context.Context, f func(pdfium.Pdfium) error) (err error) {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-r.turn:
	}
	defer func() {
		r.turn <- struct{}{}
		if x := recover(); x != nil { // a trap of the WebAssembly machine
			err = fmt.Errorf("the page renderer broke down: %v", x)
		}
	}()
	if err := ctx.Err(); err != nil {
		return err
	}
	if !r.open {
		return ErrClosed
	}
	return f(r.in)
}

// Document is a PDF that pages are drawn from.
type Document struct {
	r     *Renderer
	ref   references.FPDF_DOCUMENT
	sizes []Size
	once  sync.Once
	done  bool // guarded by the renderer's turn
}

// Size is that of a page, in points (1/72 inch).
type Size struct{ W, H float64 }

// Load opens a file. It keeps its own copy of the bytes.
func (r *Renderer) Load(ctx context.Context, file []byte) (*Document, error) {
	d := &Document{r: r}
	err := r.do(ctx, func(in pdfium.Pdfium) error {
		opened, err := in.OpenDocument(&requests.OpenDocument{File: &file})
		if err != nil {
			return err
		}
		d.ref = opened.Document
		if d.sizes, err = sizes(in, d.ref); err != nil {
			_, closing := in.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.ref})
			return errors.Join(err, closing)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("opening the PDF: %w", err)
	}
	return d, nil
}

func sizes(in pdfium.Pdfium, doc references.FPDF_DOCUMENT) ([]Size, error) {
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
	if err != nil {
		return nil, err
	}
	list := make([]Size, count.PageCount)
	for i := range list {
		s, err := in.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: doc, Index: i})
		if err != nil {
			return nil, err
		}
		list[i] = Size{s.Width, s.Height}
	}
	return list, nil
}

// Close gives the document's memory back. Closing twice does nothing.
func (d *Document) Close() error {
	var err error
	d.once.Do(func() {
		err = d.r.do(context.Background(), func(in pdfium.Pdfium) error {
			d.done = true
			_, err := in.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.ref})
			return err
		})
	})
	if errors.Is(err, ErrClosed) {
		return nil // went with the renderer
	}
	return err
}

// Pages is the number of pages.
func (d *Document) Pages() int { return len(d.sizes) }

// Size gives the size of page n, counted from 0; zero where there is no such page.
func (d *Document) Size(n int) Size {
	if n < 0 || n >= len(d.sizes) {
		return Size{}
	}
	return d.sizes[n]
}

// Page draws page n, counted from 0, width pixels wide on white.
func (d *Document) Page(ctx context.Context, n, width int) (*image.RGBA, error) {
	var img *image.RGBA
	err := d.do(ctx, n, func(in pdfium.Pdfium, p requests.Page) error {
		if width < 1 {
			return fmt.Errorf("a width of %d pixels", width)
		}
		// The width decides: the height is given room enough not to.
		height := int(float64(width)*d.sizes[n].H/d.sizes[n].W) + 2
		out, err := in.RenderPageInPixels(&requests.RenderPageInPixels{Page: p, Width: width, Height: height})
		if err != nil {
			return err
		}
		defer out.Cleanup()
		img, err = copied(out.Result.RenderedImage)
		return err
	})
	return img, err
}

// PageDPI draws page n, counted from 0, at dpi pixels to the inch on white.
func (d *Document) PageDPI(ctx context.Context, n, dpi int) (*image.RGBA, error) {
	var img *image.RGBA
	err := d.do(ctx, n, func(in pdfium.Pdfium, p requests.Page) error {
		out, err := in.RenderPageInDPI(&requests.RenderPageInDPI{Page: p, DPI: dpi})
		if err != nil {
			return err
		}
		defer out.Cleanup()
		img, err = copied(out.Result.RenderedImage)
		return err
	})
	return img, err
}

// Text gives the text of page n, counted from 0, as copying it would.
func (d *Document) Text(ctx context.Context, n int) (string, error) {
	var text string
	err := d.do(ctx, n, func(in pdfium.Pdfium, p requests.Page) error {
		out, err := in.GetPageText(&requests.GetPageText{Page: p})
		if err == nil {
			text = out.Text
		}
		return err
	})
	return text, err
}

// do lets f use page n.
func (d *Document) do(ctx context.Context, n int, f func(pdfium.Pdfium, requests.Page) error) error {
	if n < 0 || n >= len(d.sizes) {
		return fmt.Errorf("page %d: the file has %d pages", n+1, len(d.sizes))
	}
	err := d.r.do(ctx, func(in pdfium.Pdfium) error {
		if d.done {
			return ErrClosed
		}
		return f(in, requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: n}})
	})
	if err != nil {
		return fmt.Errorf("page %d: %w", n+1, err)
	}
	return nil
}

// copied takes a picture out of the renderer's memory, which it will use again.
func copied(img image.Image) (*image.RGBA, error) {
	from, ok := img.(*image.RGBA)
	if !ok {
		return nil, fmt.Errorf("the page came as %T", img)
	}
	to := *from
	to.Pix = append([]byte(nil), from.Pix...)
	return &to, nil
}
