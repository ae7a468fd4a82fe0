// Package desktest is a desk for the tests of screens: a real book, a window of
// the test driver, and everything done at once on the goroutine of the test. It
// never stands for the book: what a screen writes is read back from the file.
package desktest

import (
	"context"
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"laurel/export/yearbook"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
	"laurel/ui/pages"
)

var _ desk.Desk = (*Desk)(nil)

// Desk is the window as a screen sees it. Its exported fields say what a screen
// asked for, and may be set by the test.
type Desk struct {
	Edition  model.ID    // chosen in the switcher; at first the newest
	Composed *desk.Proof // what Proof gives
	Compose  *yearbook.Composer
	Gone     []desk.Place // where a screen wanted to go
	Told     []string     // toasts
	Failed   []error      // what failed
	// CancelAt cancels work as soon as its progress has come that far; 0: never.
	CancelAt float64
	// Late keeps what a Fetch has read until Arrive.
	Late  bool
	Clock *Clock

	t      testing.TB
	book   *store.Book
	window fyne.Window
	screen desk.Screen
	thumbs *kit.PictureCache
	queue  kit.Queue
	memory memory
	dir    string
	late   map[string]func()
	keys   []string // of late, in their order
}

// New gives a desk over a book with a window of a size, light or dark. A book
// that is nil is an empty one.
func New(t testing.TB, book *store.Book, mode kit.Mode, size fyne.Size) *Desk {
	t.Helper()
	if book == nil {
		book = Book(t, store.Create)
	}
	a := test.NewApp()
	a.Settings().SetTheme(kit.NewTheme(mode))
	Speak(t)
	d := &Desk{
		t: t, book: book, dir: DataDir(t), window: test.NewWindow(nil), Clock: NewClock(t), late: map[string]func(){},
		memory: memory{numbers: map[string]float64{}, texts: map[string]string{}},
	}
	t.Cleanup(kit.SetDo(d.queue.Do))
	if editions, err := book.Editions(t.Context()); err != nil {
		t.Fatalf("reading the editions: %v", err)
	} else if len(editions) > 0 {
		d.Edition = editions[0].ID
	}
	d.window.SetPadded(false)
	d.window.Resize(size)
	d.thumbs = kit.NewPictureCache(kit.PictureCacheParams{
		Load: func(ctx context.Context, key string) (image.Image, error) { return book.Thumbnail(ctx, key, 96) },
	})
	t.Cleanup(func() {
		d.thumbs.Stop()
		d.window.Close()
	})
	return d
}

// Open makes a screen, puts it into the window and shows a place of it.
func (d *Desk) Open(make func(desk.Desk) desk.Screen, p desk.Place) desk.Screen {
	d.screen = make(d)
	d.window.SetContent(kit.NewRoot(d.screen.Object()))
	d.screen.Show(p)
	return d.screen
}

// Capture waits a moment for pictures and paints the window.
func (d *Desk) Capture() image.Image {
	for range 20 {
		time.Sleep(20 * time.Millisecond)
		d.queue.Drain()
	}
	return d.window.Canvas().Capture()
}

// Memory keeps what the window would keep of the book.
func (d *Desk) Memory() desk.Memory { return d.memory }

// memory is kept as long as the desk is.
type memory struct {
	numbers map[string]float64
	texts   map[string]string
}

// Number gives a number kept under a key.
func (m memory) Number(key string, otherwise float64) float64 {
	if n, ok := m.numbers[key]; ok {
		return n
	}
	return otherwise
}

// SetNumber keeps a number.
func (m memory) SetNumber(key string, n float64) { m.numbers[key] = n }

// Text gives a text kept under a key.
func (m memory) Text(key, otherwise string) string {
	if t, ok := m.texts[key]; ok {
		return t
	}
	return otherwise
}

// SetText keeps a text.
func (m memory) SetText(key, text string) { m.texts[key] = text }

// Window gives the window.
func (d *Desk) Window() fyne.Window { return d.window }

// Book gives the book.
func (d *Desk) Book() *store.Book { return d.book }

// EditionID gives the edition chosen.
func (d *Desk) EditionID() model.ID { return d.Edition }

// SetEdition chooses another one, after what was typed was handed over, and
// lets the screen follow.
func (d *Desk) SetEdition(id model.ID) {
	if d.screen != nil {
		d.screen.Flush()
	}
	d.Edition, d.Composed = id, nil
	d.changed([]store.Event{{Topic: store.TopicEditions}, {Topic: store.TopicPlacements}})
}

func (d *Desk) changed(events []store.Event) {
	if d.screen != nil && len(events) > 0 {
		d.screen.Changed(events)
	}
}

// Do writes at once, tells the screen what changed, and then calls done.
func (d *Desk) Do(done func(store.Receipt, error), commands ...store.Command) {
	r, err := d.book.Do(d.t.Context(), commands...)
	if err != nil {
		d.Fail(err)
	}
	d.changed(r.Events)
	if done != nil {
		done(r, err)
	}
}

// Write changes the book from elsewhere and tells the screen.
func (d *Desk) Write(commands ...store.Command) store.Receipt {
	d.t.Helper()
	r, err := d.book.Do(d.t.Context(), commands...)
	if err != nil {
		d.t.Fatalf("writing: %v", err)
	}
	d.changed(r.Events)
	return r
}

// Undo takes the newest step back, as the menu does.
func (d *Desk) Undo() {
	d.t.Helper()
	r, err := d.book.Undo(d.t.Context())
	if err != nil {
		d.t.Fatalf("undoing: %v", err)
	}
	d.changed(r.Events)
}

// UndoTo takes steps back down to the given one.
func (d *Desk) UndoTo(step int64) {
	for {
		r, err := d.book.Undo(d.t.Context())
		if err != nil {
			d.Fail(err)
			return
		}
		d.changed(r.Events)
		steps, err := d.book.History(d.t.Context(), store.HistoryFilter{})
		if err != nil {
			d.Fail(err)
			return
		}
		for _, s := range steps {
			if s.ID == step && s.Undone {
				return
			}
		}
	}
}

// Fetch reads and shows at once; while Late, Arrive shows it. As in the program,
// what a later Fetch with the same key has read takes the place of an earlier.
func (d *Desk) Fetch(key string, read func(context.Context, *store.Book) (any, error), show func(any, error)) {
	v, err := read(context.Background(), d.book)
	if !d.Late {
		delete(d.late, key)
		show(v, err)
		return
	}
	if d.late[key] == nil {
		d.keys = append(d.keys, key)
	}
	d.late[key] = func() { show(v, err) }
}

// Arrive ends being late and shows what was read meanwhile.
func (d *Desk) Arrive() {
	d.Late = false
	keys := d.keys
	d.keys = nil
	for _, key := range keys {
		if show := d.late[key]; show != nil {
			delete(d.late, key)
			show()
		}
	}
}

// Proofread composes the book of the chosen edition and gives it to the screen.
func (d *Desk) Proofread() *desk.Proof {
	d.t.Helper()
	snapshot, err := d.book.Snapshot(d.t.Context(), d.Edition)
	if err != nil {
		d.t.Fatalf("reading the edition: %v", err)
	}
	if d.Compose == nil {
		d.Compose = Composer(d.t)
	}
	book, err := d.Compose.Compose(d.t.Context(), snapshot)
	if err != nil {
		d.t.Fatalf("composing: %v", err)
	}
	d.Composed = &desk.Proof{EditionID: d.Edition, Snapshot: snapshot, Book: book}
	if r, ok := d.screen.(desk.Reader); ok {
		r.Proofed(d.Composed)
	}
	return d.Composed
}

// Drain runs what background work brought to the UI goroutine.
func (d *Desk) Drain() { d.queue.Drain() }

// Proof gives Composed.
func (d *Desk) Proof() *desk.Proof { return d.Composed }

// Composer gives Compose.
func (d *Desk) Composer() *yearbook.Composer { return d.Compose }

// Printer prints pages for the screen.
func (d *Desk) Printer() *pages.Printer { return printer() }

// DataDir gives a folder of the test.
func (d *Desk) DataDir() string { return d.dir }

// Thumbs gives the pictures of the book.
func (d *Desk) Thumbs() *kit.PictureCache { return d.thumbs }

// Work does the work at once.
func (d *Desk) Work(_ string, work func(ctx context.Context, progress func(float64)) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	err := work(ctx, func(p float64) {
		if d.CancelAt > 0 && p >= d.CancelAt {
			cancel()
		}
	})
	d.queue.Drain()
	done(err)
}

// Go notes the place.
func (d *Desk) Go(p desk.Place) { d.Gone = append(d.Gone, p) }

// Back notes that the place before was wanted.
func (d *Desk) Back() { d.Gone = append(d.Gone, desk.Place{Screen: "back"}) }

// Tell notes the toast.
func (d *Desk) Tell(text string, _ bool) { d.Told = append(d.Told, text) }

// Fail notes the error.
func (d *Desk) Fail(err error) { d.Failed = append(d.Failed, err) }
