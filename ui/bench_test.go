package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
)

// shared is a folder for what is made once for all benchmarks.
var shared string

func TestMain(m *testing.M) {
	if dir := os.Getenv("LAUREL_CRASH_IN"); dir != "" {
		crashNow(dir)
	}
	os.Exit(func() int {
		var err error
		if shared, err = os.MkdirTemp("", "laurel-ui"); err != nil {
			fmt.Println(err)
			return 1
		}
		defer os.RemoveAll(shared)
		return m.Run()
	}())
}

// openLarge shows the list of the large book.
func openLarge(b *testing.B) *shell {
	b.Helper()
	path := filepath.Join(shared, "Large.laurel")
	if _, err := os.Stat(path); err != nil { // once for all benchmarks
		if err := desktest.LargeBook(b.Context(), path); err != nil {
			b.Fatal(err)
		}
	}
	return openShell(b, nil, path)
}

// BenchmarkOpenBook10000 opens the book and shows the list of its people.
func BenchmarkOpenBook10000(b *testing.B) {
	s := openLarge(b)
	path := s.info.Path
	for b.Loop() {
		if err := s.closeBook(); err != nil {
			b.Fatal(err)
		}
		if err := s.openBook(b.Context(), path); err != nil {
			b.Fatal(err)
		}
		s.settle()
	}
	if name, id := s.shown(); name != desk.People || id == "" {
		b.Fatal("nobody is shown")
	}
}

// BenchmarkSearchKeystroke10000 types a letter of a name and shows who is found.
func BenchmarkSearchKeystroke10000(b *testing.B) {
	s := openLarge(b)
	s.act(desk.People, desk.Find)
	s.settle()
	name := []rune("angstrom")
	n := 0
	for b.Loop() {
		if n == len(name) {
			b.StopTimer()
			s.act(desk.People, desk.Find) // chooses the text, so that the next letter takes its place
			n = 0
			b.StartTimer()
		}
		s.typeText(string(name[n]))
		s.settle()
		n++
	}
}

// BenchmarkSelectPerson goes to the next person with the arrow key.
func BenchmarkSelectPerson(b *testing.B) {
	s := openLarge(b)
	s.visit(desk.Place{Screen: desk.People})
	for b.Loop() {
		s.press(fyne.KeyDown)
		s.settle()
	}
}

// BenchmarkHeldDuringExport exports the sample's book and tells for how long, at
// the longest, the UI goroutine did not come to what was waiting for it. Frames
// are painted by nobody here: what they cost is a matter of the machine's graphics.
func BenchmarkHeldDuringExport(b *testing.B) {
	path := filepath.Join(b.TempDir(), "Sample.laurel")
	made, err := store.CreateSample(b.Context(), store.Params{Path: path, Actor: "Ada Example", Device: "desk"})
	if err != nil {
		b.Fatal(err)
	}
	if err := made.Close(); err != nil {
		b.Fatal(err)
	}
	s := openShell(b, nil, path)
	s.visit(desk.Place{Screen: desk.Yearbook})
	s.proofread()
	pdf := filepath.Join(b.TempDir(), "book.pdf")
	var held time.Duration
	for b.Loop() {
		b.StopTimer()
		if err := os.RemoveAll(pdf); err != nil {
			b.Fatal(err)
		}
		s.act(desk.Yearbook, desk.ExportBook)
		s.settle()
		field, ok := s.win.Canvas().Focused().(fyne.Shortcutable)
		if !ok {
			b.Fatal("nobody asks where to")
		}
		field.TypedShortcut(&fyne.ShortcutSelectAll{})
		s.typeText(pdf)
		b.StartTimer()
		s.press(fyne.KeyReturn)
		if !s.runner.Busy() {
			b.Fatal("nothing is exported")
		}
		for before := time.Now(); s.runner.Busy(); time.Sleep(time.Millisecond) {
			s.queue.Drain()
			now := time.Now()
			held, before = max(held, now.Sub(before)), now
		}
		s.settle()
		if _, err := os.Stat(pdf); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(held.Microseconds())/1000, "ms-held-at-the-longest")
}
