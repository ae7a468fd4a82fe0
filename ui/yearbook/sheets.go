package yearbook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"laurel/export/pdf"
	"laurel/export/raster"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// previewDPI is the resolution of photos in the preview: sharp on a screen at
// twice the size of the page, and a quarter of the work of print.
const previewDPI = 150

// sheets has the book printed into a PDF in memory and draws its pages: what is
// seen is what the file shows.
type sheets struct {
	desk    desk.Desk
	dataDir string
	cache   *kit.PictureCache

	mu         sync.Mutex // guards what the drawing goroutines use
	closed     bool
	renderer   *raster.Renderer
	document   *raster.Document
	generation int
	photos     pdf.Cache
}

func newSheets(d desk.Desk) *sheets {
	s := &sheets{desk: d, dataDir: d.DataDir(), photos: newRenditions(96 << 20)}
	s.cache = kit.NewPictureCache(kit.PictureCacheParams{Budget: 192 << 20, Load: s.draw})
	return s
}

func (s *sheets) ready() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.document != nil
}

// print makes the PDF of a proof in the background; a newer one drops it.
func (s *sheets) print(p *desk.Proof, done func(error)) {
	s.desk.Fetch("yearbook.print", func(ctx context.Context, b *store.Book) (any, error) {
		var file bytes.Buffer
		err := pdf.Write(ctx, p.Book.Document, &file, pdf.Options{Photos: Photos(ctx, b, s.photos), Level: 1, DPI: previewDPI})
		if err != nil {
			return nil, err
		}
		return nil, s.take(ctx, file.Bytes())
	}, func(_ any, err error) { done(err) })
}

// take makes a PDF the one that pages are drawn from.
func (s *sheets) take(ctx context.Context, file []byte) error {
	renderer, err := s.started(ctx)
	if err != nil {
		return err
	}
	document, err := renderer.Load(ctx, file)
	if err != nil {
		return err
	}
	s.mu.Lock()
	if s.closed || ctx.Err() != nil { // meanwhile
		s.mu.Unlock()
		return errors.Join(ctx.Err(), document.Close())
	}
	old := s.document
	s.document, s.generation = document, s.generation+1
	s.mu.Unlock()
	if old != nil {
		return old.Close()
	}
	return nil
}

// started gives the renderer, started when it is first asked for.
func (s *sheets) started(ctx context.Context) (*raster.Renderer, error) {
	s.mu.Lock()
	renderer, closed := s.renderer, s.closed
	s.mu.Unlock()
	if renderer != nil || closed {
		return renderer, errClosed(closed)
	}
	started, err := raster.Open(ctx, raster.Params{CacheDir: filepath.Join(s.dataDir, "renderer")})
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.renderer != nil || s.closed { // meanwhile
		return s.renderer, errors.Join(errClosed(s.closed), started.Close())
	}
	s.renderer = started
	return started, nil
}

func errClosed(closed bool) error {
	if closed {
		return raster.ErrClosed
	}
	return nil
}

// close ends drawing and gives the renderer's memory back.
func (s *sheets) close() error {
	s.cache.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	var errs []error
	if s.document != nil {
		errs = append(errs, s.document.Close())
	}
	if s.renderer != nil {
		errs = append(errs, s.renderer.Close())
	}
	s.document, s.renderer = nil, nil
	return errors.Join(errs...)
}

// key names a page at a width of the present printing.
func (s *sheets) key(page, width int) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return fmt.Sprintf("%d/%d/%d", s.generation, page, width)
}

// draw is the loader of the cache.
func (s *sheets) draw(ctx context.Context, key string) (image.Image, error) {
	parts := strings.Split(key, "/")
	page, _ := strconv.Atoi(parts[1])
	width, _ := strconv.Atoi(parts[2])
	s.mu.Lock()
	document := s.document
	s.mu.Unlock()
	if document == nil || page >= document.Pages() {
		return nil, nil
	}
	return document.Page(ctx, page, width)
}

// Photos gives the renditions of a book's photos for its pages.
func Photos(ctx context.Context, b *store.Book, cache pdf.Cache) pdf.Photos {
	return &pdf.Renditions{Master: func(key string) ([]byte, error) { return b.PhotoMaster(ctx, key) }, Cache: cache}
}

// renditions keeps made renditions up to a number of bytes, the oldest go first.
type renditions struct {
	mu     sync.Mutex
	budget int
	size   int
	jpegs  map[string][]byte
	order  []string
}

func newRenditions(budget int) *renditions {
	return &renditions{budget: budget, jpegs: map[string][]byte{}}
}

// Get gives a kept rendition.
func (r *renditions) Get(name string) ([]byte, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	b, ok := r.jpegs[name]
	return b, ok
}

// Put keeps a rendition.
func (r *renditions) Put(name string, jpeg []byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, have := r.jpegs[name]; have {
		return
	}
	r.jpegs[name] = jpeg
	r.order = append(r.order, name)
	r.size += len(jpeg)
	for r.size > r.budget && len(r.order) > 1 {
		r.size -= len(r.jpegs[r.order[0]])
		delete(r.jpegs, r.order[0])
		r.order = r.order[1:]
	}
}
