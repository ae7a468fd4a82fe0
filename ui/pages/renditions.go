package pages

import "sync"

// Renditions keeps made renditions of photos up to a number of bytes; the oldest
// go first. It may be used by several goroutines.
type Renditions struct {
	mu     sync.Mutex
	budget int
	size   int
	jpegs  map[string][]byte
	order  []string
}

// NewRenditions gives a keep for so many bytes.
func NewRenditions(budget int) *Renditions {
	return &Renditions{budget: budget, jpegs: map[string][]byte{}}
}

// Get gives a kept rendition.
func (r *Renditions) Get(name string) ([]byte, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	b, ok := r.jpegs[name]
	return b, ok
}

// Put keeps a rendition.
func (r *Renditions) Put(name string, jpeg []byte) {
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
