package pdf

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"laurel/export/page"
	"laurel/export/typeset"
)

// Photos gives the pixels of pictures.
type Photos interface {
	// Rendition gives the part of a photo that crop names as a JPEG of at most
	// width × height pixels: baseline or progressive, 8 bits, grey or sRGB
	// YCbCr, without metadata. A photo that has fewer pixels is not enlarged.
	// The same question gives the same bytes. It is called by several
	// goroutines at a time.
	Rendition(ctx context.Context, key string, crop page.Crop, width, height int, grey bool) (jpeg []byte, w, h int, err error)
}

// DPI is the resolution that pictures are asked for, in pixels to the inch.
const DPI = 300

// slot is a picture as it is needed: the same photo twice at the same size and
// crop is one slot, and once in the file.
type slot struct {
	photo         string
	crop          page.Crop
	width, height int
	grey          bool
	tone          page.Tone
}

// rendition is the JPEG for a slot.
type rendition struct {
	name  string // in the content of pages
	jpeg  shelved
	shape jpegShape
}

// slots holds the renditions of a document.
type slots struct {
	dpi  int
	list []slot // in the order of the pages
	got  map[slot]*rendition
	kept *shelf
	inks *separation // of a press file; nil: photos stay in sRGB
}

// The share of a photo from which it goes into the file whole and is clipped on
// the page: some more bytes, but the photo need not be coded anew, which costs
// time and a little of its quality. What somebody chose to cut away stays in the
// file only where it is next to nothing.
const (
	mostOfIt  = 0.5
	allButAll = 0.8
)

// clipped says whether a picture is printed by clipping the whole photo.
func clipped(m *page.Picture) bool {
	least := mostOfIt
	if m.Chosen {
		least = allButAll
	}
	c := m.Crop
	return c.W > 0 && c.H > 0 && c.W <= 1 && c.H <= 1 && c.W*c.H >= least && c.W*c.H < 1
}

// frame is where the whole of what a slot asks for lies on the page: the
// picture's own rectangle, or a larger one round it that is clipped to it.
func frame(m *page.Picture) (x, y, w, h page.Length) {
	if !clipped(m) {
		return m.X, m.Y, m.W, m.H
	}
	w, h = page.Length(float64(m.W)/m.Crop.W), page.Length(float64(m.H)/m.Crop.H)
	return m.X - page.Length(float64(w)*m.Crop.X), m.Y - page.Length(float64(h)*m.Crop.Y), w, h
}

func (s *slots) slotOf(m *page.Picture) slot {
	crop := m.Crop
	if clipped(m) {
		crop = page.Crop{}
	}
	_, _, w, h := frame(m)
	return slot{m.Photo, crop, pixels(w, s.dpi), pixels(h, s.dpi), m.Grey || m.Tone != page.Tone{}, m.Tone}
}

func (s *slots) of(m *page.Picture) *rendition { return s.got[s.slotOf(m)] }

// pixels is how many pixels a length has, rounded up.
func pixels(l page.Length, dpi int) int {
	return int((int64(l)*int64(dpi) + 72*int64(typeset.Pt) - 1) / (72 * int64(typeset.Pt)))
}

// slotsOf finds the slots of a document.
func slotsOf(doc *page.Document, dpi int) *slots {
	s := &slots{dpi: dpi, got: map[slot]*rendition{}, kept: newShelf(shelfRoom)}
	for _, pg := range doc.Pages {
		for _, m := range pg.Marks {
			pic, ok := m.(*page.Picture)
			if !ok {
				continue
			}
			want := s.slotOf(pic)
			if _, twice := s.got[want]; !twice {
				s.got[want] = &rendition{name: fmt.Sprintf("p%d", len(s.list))}
				s.list = append(s.list, want)
			}
		}
	}
	return s
}

// fetch asks for all renditions, on as many goroutines as there are processors.
func (s *slots) fetch(ctx context.Context, photos Photos, step func()) error {
	if len(s.list) == 0 {
		return nil
	}
	if photos == nil {
		return fmt.Errorf("photo %q: no source of photos given", s.list[0].photo)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	work, done := make(chan slot), make(chan struct{})
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(s.list)) {
		group.Go(func() {
			for want := range work {
				if err := s.fill(ctx, photos, want); err != nil {
					cancel(err)
				}
				done <- struct{}{}
			}
		})
	}
	go func() {
		defer close(work)
		for _, want := range s.list {
			select {
			case work <- want:
			case <-ctx.Done():
				return
			}
		}
	}()
	go func() {
		group.Wait()
		close(done)
	}()
	for range done {
		if ctx.Err() == nil {
			step()
		}
	}
	return context.Cause(ctx)
}

// fill asks for one rendition and looks at what it gets.
func (s *slots) fill(ctx context.Context, photos Photos, want slot) (err error) {
	defer func() {
		if r := recover(); r != nil { // decoders of foreign pictures
			err = fmt.Errorf("photo %q: %v", want.photo, r)
		}
	}()
	b, _, _, err := photos.Rendition(ctx, want.photo, want.crop, want.width, want.height, want.grey)
	if err != nil {
		return fmt.Errorf("photo %q: %w", want.photo, err)
	}
	shape, err := readJPEG(b)
	if err != nil {
		return fmt.Errorf("photo %q: %w", want.photo, err)
	}
	if !shape.printable() {
		return fmt.Errorf("photo %q: a JPEG of this kind cannot be printed", want.photo)
	}
	if s.inks != nil && shape.components == 3 {
		if b, err = s.inks.separate(b); err != nil {
			return fmt.Errorf("photo %q: %w", want.photo, err)
		}
		shape.components = 4
	}
	s.got[want].shape = shape
	if s.got[want].jpeg, err = s.kept.put(b); err != nil {
		return fmt.Errorf("photo %q: %w", want.photo, err)
	}
	return nil
}
