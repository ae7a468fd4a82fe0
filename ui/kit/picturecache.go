package kit

import (
	"container/list"
	"context"
	"image"
)

// PictureCacheParams is what a cache needs; Load is required.
type PictureCacheParams struct {
	// Budget is how many bytes of pixels are kept; 64 MB unless set.
	Budget int
	// Load reads and scales the picture of a key. It runs off the UI goroutine
	// and should look at its context before anything slow. A nil picture without
	// an error means that there is none.
	Load func(ctx context.Context, key string) (image.Image, error)
	// Do brings a function to the UI goroutine; nil: the toolkit's.
	Do func(func())
	// Workers read at the same time; 2 unless set.
	Workers int
}

// PictureCache keeps small pictures, those used last, up to a number of bytes,
// and reads others when they are wanted: newest wish first, and not at all
// when nobody wants them any more. Its methods are for the UI goroutine.
type PictureCache struct {
	params  PictureCacheParams
	entries map[string]*list.Element
	order   *list.List // of *cached, newest use first
	bytes   int
	wishes  map[string]*wish
	waiting []*wish // newest last
	reading int
	base    context.Context
	stop    context.CancelFunc
}

type cached struct {
	key   string
	image image.Image
	bytes int
}

type wish struct {
	key    string
	show   map[int]func(image.Image)
	next   int
	ctx    context.Context
	cancel context.CancelFunc
}

// NewPictureCache gives an empty cache that reads until Stop.
func NewPictureCache(p PictureCacheParams) *PictureCache {
	if p.Budget == 0 {
		p.Budget = 64 << 20
	}
	if p.Workers == 0 {
		p.Workers = 2
	}
	if p.Do == nil {
		p.Do = toUI
	}
	c := &PictureCache{params: p, entries: map[string]*list.Element{}, order: list.New(), wishes: map[string]*wish{}}
	c.base, c.stop = context.WithCancel(context.Background())
	return c
}

// Get gives a picture that is kept; nil with true says that there is known to
// be none.
func (c *PictureCache) Get(key string) (image.Image, bool) {
	e, ok := c.entries[key]
	if !ok {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*cached).image, true
}

// Want has a picture read; show gets it, or nil, on the UI goroutine. drop
// takes the wish back.
func (c *PictureCache) Want(key string, show func(image.Image)) (drop func()) {
	if img, ok := c.Get(key); ok {
		show(img)
		return func() {}
	}
	w := c.wishes[key]
	if w == nil {
		w = &wish{key: key, show: map[int]func(image.Image){}}
		w.ctx, w.cancel = context.WithCancel(c.base)
		c.wishes[key] = w
		c.waiting = append(c.waiting, w)
	}
	w.next++
	id := w.next
	w.show[id] = show
	c.read()
	return func() {
		delete(w.show, id)
		if len(w.show) == 0 && c.wishes[key] == w {
			delete(c.wishes, key)
			w.cancel()
		}
	}
}

// read starts reading the newest wishes while there are workers free.
func (c *PictureCache) read() {
	for c.reading < c.params.Workers && len(c.waiting) > 0 {
		w := c.waiting[len(c.waiting)-1]
		c.waiting = c.waiting[:len(c.waiting)-1]
		if w.ctx.Err() != nil {
			continue
		}
		c.reading++
		go func() {
			img, err := c.params.Load(w.ctx, w.key)
			c.params.Do(func() { c.finished(w, img, err) })
		}()
	}
}

func (c *PictureCache) finished(w *wish, img image.Image, err error) {
	c.reading--
	if c.wishes[w.key] == w {
		delete(c.wishes, w.key)
		w.cancel()
		if err != nil {
			img = nil
		} else {
			c.keep(w.key, img)
		}
		for _, show := range w.show {
			show(img)
		}
	}
	c.read()
}

func (c *PictureCache) keep(key string, img image.Image) {
	c.Forget(key)
	size := 64
	if img != nil {
		b := img.Bounds()
		size += b.Dx() * b.Dy() * 4
	}
	c.entries[key] = c.order.PushFront(&cached{key, img, size})
	c.bytes += size
	for c.bytes > c.params.Budget && c.order.Len() > 1 {
		c.Forget(c.order.Back().Value.(*cached).key)
	}
}

// Forget drops a picture that has changed.
func (c *PictureCache) Forget(key string) {
	e, ok := c.entries[key]
	if !ok {
		return
	}
	c.bytes -= e.Value.(*cached).bytes
	c.order.Remove(e)
	delete(c.entries, key)
}

// Bytes tells how much is kept.
func (c *PictureCache) Bytes() int { return c.bytes }

// Stop ends all reading.
func (c *PictureCache) Stop() { c.stop() }
