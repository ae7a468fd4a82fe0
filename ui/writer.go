package ui

import (
	"context"
	"errors"
	"sync"

	"laurel/model"
	"laurel/store"
)

// writer gives changes to the book one after the other, in the order in which
// they were asked for, off the UI goroutine.
type writer struct {
	book  *store.Book
	queue chan task
	done  chan struct{}

	mu      sync.Mutex
	last    chan struct{} // closed when the last change handed over is on disk
	pending int
	failed  error // the last failure, until something is written again
}

// task is one change; then runs on the writer's goroutine.
type task struct {
	do   func(context.Context) (store.Receipt, error)
	then func(store.Receipt, error)
	over chan struct{}
}

func newWriter(b *store.Book) *writer {
	w := &writer{book: b, queue: make(chan task, 1024), done: make(chan struct{}), last: make(chan struct{})}
	close(w.last)
	go w.work()
	return w
}

func (w *writer) work() {
	defer close(w.done)
	for t := range w.queue {
		// Not cancellable on purpose: what was handed over is written.
		receipt, err := t.do(context.Background())
		w.mu.Lock()
		w.pending--
		if !errors.Is(err, model.ErrNothing) { // then there was nothing to write
			w.failed = err
		}
		w.mu.Unlock()
		t.then(receipt, err)
		close(t.over)
	}
}

// add hands a change over. It is called on the UI goroutine alone, so that the
// changes stand in the queue in the order of the calls.
func (w *writer) add(do func(context.Context) (store.Receipt, error), then func(store.Receipt, error)) {
	over := make(chan struct{})
	w.mu.Lock()
	w.last, w.pending = over, w.pending+1
	w.mu.Unlock()
	w.queue <- task{do, then, over} // not under the lock: a full queue is emptied by who needs it
}

// written waits until everything handed over so far is on disk.
func (w *writer) written(ctx context.Context) error {
	w.mu.Lock()
	last := w.last
	w.mu.Unlock()
	select {
	case <-last:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// state says how many changes wait and whether the last one failed.
func (w *writer) state() (pending int, failed error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.pending, w.failed
}

// close writes what is left and ends the writer. It gives the last failure.
func (w *writer) close() error {
	close(w.queue)
	<-w.done
	_, err := w.state()
	return err
}

// eventGate gathers what the store says changed, from whatever goroutine, and
// brings it to the UI goroutine in one piece.
type eventGate struct {
	show func([]store.Event)
	run  func(func())

	mu      sync.Mutex
	waiting []store.Event
}

func newEventGate(run func(func()), show func([]store.Event)) *eventGate {
	return &eventGate{show: show, run: run}
}

func (g *eventGate) take(e store.Event) {
	g.mu.Lock()
	g.waiting = append(g.waiting, e)
	first := len(g.waiting) == 1
	g.mu.Unlock()
	if !first {
		return // somebody is on the way already
	}
	g.run(func() {
		g.mu.Lock()
		events := g.waiting
		g.waiting = nil
		g.mu.Unlock()
		g.show(events)
	})
}
