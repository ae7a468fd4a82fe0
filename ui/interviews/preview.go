package interviews

import (
	"context"
	"errors"
	"image"
	"slices"

	"laurel/export/page"
	"laurel/export/raster"
	"laurel/export/yearbook"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/pages"
)

// wish is what the pages beside the answers shall show: an entry as the data
// stand, its pages so many pixels wide.
type wish struct {
	snapshot  *model.Snapshot
	placement model.ID
	spread    bool // with the page that faces it
	pixels    int
}

// drawn is what came of a wish.
type drawn struct {
	wish
	book     *yearbook.Book
	numbers  []int // of the pages, from 1
	images   []image.Image
	document *raster.Document // of these pages
}

// pages gives the pages of the book that were drawn.
func (d *drawn) pages() []*page.Page {
	all := make([]*page.Page, len(d.numbers))
	for i, n := range d.numbers {
		all[i] = d.book.Document.Pages[n-1]
	}
	return all
}

// preview makes pages of wishes, one after the other, off the UI goroutine. Of
// the wishes that come while one is being made only the newest is made next, so
// that under a hand that never rests pages are shown all the same, and never one
// that is older than the one before it.
type preview struct {
	desk desk.Desk
	show func(*drawn)
	fail func(error)
	busy bool
	next *wish
	last *drawn
}

func newPreview(d desk.Desk, show func(*drawn), fail func(error)) *preview {
	return &preview{desk: d, show: show, fail: fail}
}

// has says whether the pages of a wish are the ones made last, and nothing else
// is being made.
func (p *preview) has(w wish) bool {
	return p.last != nil && p.last.wish == w && p.next == nil && !p.busy
}

// want has pages made.
func (p *preview) want(w wish) {
	p.next = &w
	p.start()
}

func (p *preview) start() {
	if p.busy || p.next == nil {
		return
	}
	w, last, composer, printer := *p.next, p.last, p.desk.Composer(), p.desk.Printer()
	p.busy, p.next = true, nil
	p.desk.Fetch("interviews.page", func(ctx context.Context, b *store.Book) (any, error) {
		d, err := compose(ctx, composer, w, last)
		if err != nil || d.images != nil {
			return d, err
		}
		return d, d.draw(ctx, printer, b, last)
	}, func(v any, err error) {
		p.busy = false
		if err != nil {
			p.fail(err)
		} else {
			p.last = v.(*drawn)
			p.show(p.last)
		}
		p.start()
	})
}

// draw prints the pages, unless they are those drawn last, and makes pictures of
// them. Where that fails the last ones are still there, to be asked for again.
func (d *drawn) draw(ctx context.Context, printer *pages.Printer, b *store.Book, last *drawn) error {
	var before *raster.Document
	if last != nil {
		before = last.document
	}
	var err error
	if d.document == nil && len(d.numbers) > 0 {
		if d.document, err = printer.Print(ctx, b, d.book.Document.Only(d.numbers...)); err != nil {
			return err
		}
	}
	for i := range d.numbers {
		img, err := d.document.Page(ctx, i, d.pixels)
		if err != nil {
			if d.document != before {
				err = errors.Join(err, d.document.Close())
			}
			return err
		}
		d.images = append(d.images, img)
	}
	if before != nil && before != d.document {
		return before.Close()
	}
	return nil
}

// compose makes the book of a wish. Where its pages are those drawn last, what
// was printed and drawn of them stays.
func compose(ctx context.Context, c *yearbook.Composer, w wish, last *drawn) (*drawn, error) {
	d := &drawn{wish: w}
	if last != nil && last.snapshot == w.snapshot {
		d.book = last.book
	} else {
		book, err := c.Compose(ctx, w.snapshot)
		if err != nil {
			return nil, err
		}
		d.book = book
	}
	d.numbers = d.book.PagesOf(w.placement)
	if w.spread {
		d.numbers = spread(d.numbers, len(d.book.Document.Pages))
	}
	if last == nil || last.document == nil || !slices.Equal(last.numbers, d.numbers) ||
		!slices.EqualFunc(last.pages(), d.pages(), (*page.Page).Same) || last.book.Document.Trim != d.book.Document.Trim {
		return d, nil
	}
	d.document = last.document
	if last.pixels == w.pixels {
		d.images = last.images
	}
	return d, nil
}

// spread adds the pages that face those of a profile.
func spread(numbers []int, count int) []int {
	if len(numbers) == 0 {
		return nil
	}
	first, last := numbers[0], numbers[len(numbers)-1]
	if first%2 == 1 && first > 1 {
		first--
	}
	if last%2 == 0 && last < count {
		last++
	}
	var all []int
	for n := first; n <= last; n++ {
		all = append(all, n)
	}
	return all
}

// close gives the memory of the last pages back.
func (p *preview) close() error {
	if p.last == nil || p.last.document == nil {
		return nil
	}
	document := p.last.document
	p.last = nil
	return document.Close()
}
