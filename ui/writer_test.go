package ui

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"laurel/model"
	"laurel/store"
)

var errFull = errors.New("the disk is full")

func TestWriterKeepsTheOrderAndDrainsOnClose(t *testing.T) {
	w := newWriter(nil)
	const changes = 3000 // more than the queue holds
	var done, told []int
	for i := range changes {
		w.add(func(context.Context) (store.Receipt, error) {
			done = append(done, i)
			return store.Receipt{Op: int64(i)}, nil
		}, func(r store.Receipt, _ error) { told = append(told, int(r.Op)) })
	}
	if err := w.close(); err != nil {
		t.Fatal(err)
	}
	if len(done) != changes || !slices.IsSorted(done) {
		t.Errorf("%d changes done, in order: %t", len(done), slices.IsSorted(done))
	}
	if !slices.Equal(done, told) {
		t.Error("not every change was told of in its order")
	}
	if pending, _ := w.state(); pending != 0 {
		t.Errorf("%d changes are left", pending)
	}
}

func TestWriterTellsTheLastFailureWhenClosed(t *testing.T) {
	w := newWriter(nil)
	fail := func(err error) {
		w.add(func(context.Context) (store.Receipt, error) { return store.Receipt{}, err }, func(store.Receipt, error) {})
	}
	state := func() error {
		if err := w.written(t.Context()); err != nil {
			t.Fatal(err)
		}
		_, err := w.state()
		return err
	}
	fail(model.Faultf(model.ErrNothing, "There is nothing left to redo."))
	if err := state(); err != nil {
		t.Errorf("nothing was to be written, and the state is %v", err)
	}
	fail(errFull)
	fail(model.ErrNothing)
	if err := state(); !errors.Is(err, errFull) {
		t.Errorf("the state is %v", err)
	}
	fail(nil)
	fail(errFull)
	if err := w.close(); !errors.Is(err, errFull) {
		t.Errorf("closing tells %v", err)
	}
}

func TestWrittenWaitsForWhatWasHandedOver(t *testing.T) {
	w := newWriter(nil)
	if err := w.written(t.Context()); err != nil {
		t.Fatal(err) // nothing to wait for
	}
	release := make(chan struct{})
	written := false
	w.add(func(context.Context) (store.Receipt, error) {
		<-release
		written = true
		return store.Receipt{}, nil
	}, func(store.Receipt, error) {})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := w.written(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("not written yet, but it says %v", err)
	}
	close(release)
	if err := w.written(t.Context()); err != nil || !written {
		t.Errorf("written: %t, %v", written, err)
	}
	if err := w.close(); err != nil {
		t.Error(err)
	}
}

func TestEventGateBringsEventsInOnePiece(t *testing.T) {
	var mu sync.Mutex
	var runs []func()
	var shown [][]store.Event
	g := newEventGate(func(f func()) {
		mu.Lock()
		defer mu.Unlock()
		runs = append(runs, f)
	}, func(e []store.Event) { shown = append(shown, e) })
	var all sync.WaitGroup
	for i := range 50 {
		all.Go(func() { g.take(store.Event{Op: int64(i)}) })
	}
	all.Wait()
	if len(runs) != 1 {
		t.Fatalf("%d ways to the window for one piece", len(runs))
	}
	runs[0]()
	if len(shown) != 1 || len(shown[0]) != 50 {
		t.Fatalf("shown in %d pieces", len(shown))
	}
	g.take(store.Event{Op: 51})
	if len(runs) != 2 {
		t.Fatal("what came later is not on its way")
	}
	runs[1]()
	if len(shown) != 2 || len(shown[1]) != 1 || shown[1][0].Op != 51 {
		t.Errorf("shown %v", shown[1:])
	}
}

// The toolkit runs at once what is given to it before the window is up and
// after it is closed.
func TestEventGateMayBeRunAtOnce(t *testing.T) {
	n := 0
	g := newEventGate(func(f func()) { f() }, func(e []store.Event) { n += len(e) })
	g.take(store.Event{})
	g.take(store.Event{})
	if n != 2 {
		t.Errorf("%d events shown", n)
	}
}
