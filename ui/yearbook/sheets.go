package yearbook

import (
	"context"
	"errors"
	"fmt"
	"image"
	"strconv"
	"strings"
	"sync"

	"laurel/export/raster"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// sheets has the book printed into a PDF in memory and draws its pages: what is
// seen is what the file shows.
type sheets struct {
	desk  desk.Desk
	cache *kit.PictureCache

	mu         sync.Mutex // guards what the drawing goroutines use
	closed     bool
	document   *raster.Document
	generation int
}

func newSheets(d desk.Desk) *sheets {
	s := &sheets{desk: d}
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
		document, err := s.desk.Printer().Print(ctx, b, p.Book.Document)
		if err != nil {
			return nil, err
		}
		return nil, s.take(ctx, document)
	}, func(_ any, err error) { done(err) })
}

// take makes a printed book the one that pages are drawn from.
func (s *sheets) take(ctx context.Context, document *raster.Document) error {
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

// close ends drawing.
func (s *sheets) close() error {
	s.cache.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	if s.document == nil {
		return nil
	}
	document := s.document
	s.document = nil
	return document.Close()
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
