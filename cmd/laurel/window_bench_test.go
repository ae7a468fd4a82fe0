package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"laurel/ui/desk/desktest"
)

// pulse has the program tell how long it keeps somebody waiting, and reads it.
func (d *desktop) pulse() string {
	d.t.Helper()
	path := filepath.Join(d.home, "pulse")
	d.env = []string{pulseFile + "=" + path}
	return path
}

// told waits for the program's next line of a kind and gives its numbers.
func (d *desktop) told(path, kind string, n int) []int64 {
	d.t.Helper()
	var numbers []int64
	for end := time.Now().Add(90 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		b, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		for line := range strings.Lines(string(b)) {
			fields, ok := strings.CutPrefix(strings.TrimSpace(line), kind+" ")
			if !ok {
				continue
			}
			numbers = numbers[:0]
			for _, f := range strings.Fields(fields) {
				var number int64
				if _, err := fmt.Sscan(f, &number); err != nil {
					d.t.Fatalf("%s: %v", line, err)
				}
				numbers = append(numbers, number)
			}
			if len(numbers) == n {
				return numbers
			}
		}
	}
	d.t.Fatalf("the window did not tell of %q\n%s", kind, d.said())
	return nil
}

// BenchmarkWindowShown starts the program until the window shows the book: the
// frame, the list and the first person.
func BenchmarkWindowShown(b *testing.B) {
	for _, book := range []struct {
		name string
		make func(d *desktop, path string) error
	}{
		{"sample", func(d *desktop, path string) error { return d.command("new", path, "--sample").Run() }},
		{"10000 people", func(_ *desktop, path string) error { return desktest.LargeBook(b.Context(), path) }},
	} {
		b.Run(book.name, func(b *testing.B) {
			d := newDesktop(b)
			path := filepath.Join(d.home, "Book.laurel")
			if err := book.make(d, path); err != nil {
				b.Fatal(err)
			}
			start := func() time.Duration {
				pulse := d.pulse()
				if err := os.RemoveAll(pulse); err != nil {
					b.Fatal(err)
				}
				started := time.Now()
				d.cmd = d.command(path)
				d.cmd.Stderr = d.log
				if err := d.cmd.Start(); err != nil {
					b.Fatal(err)
				}
				defer d.kill()
				return time.UnixMilli(d.told(pulse, "shown", 1)[0]).Sub(started)
			}
			start() // the first makes the small pictures of photos, and warms the machine's caches
			var waited time.Duration
			for b.Loop() {
				waited += start()
			}
			// Looking for the line and ending the program is not what is measured.
			b.ReportMetric(float64(waited.Nanoseconds())/float64(b.N), "ns/op")
		})
	}
}

// BenchmarkExportBehindTheWindow exports the sample's book from the window and
// tells for how long the UI goroutine was held at the longest meanwhile, frames
// painted by the machine's graphics among it.
func BenchmarkExportBehindTheWindow(b *testing.B) {
	d := newDesktop(b)
	path := filepath.Join(d.home, "Book.laurel")
	if err := d.command("new", path, "--sample").Run(); err != nil {
		b.Fatal(err)
	}
	pulse, pdf := d.pulse(), filepath.Join(d.home, "book.pdf")
	d.open(path)
	var took, held int64
	for b.Loop() {
		if err := errors.Join(os.Truncate(pulse, 0), os.RemoveAll(pdf)); err != nil {
			b.Fatal(err)
		}
		d.keys("ctrl+e")
		d.settle()
		d.keys("ctrl+a")
		d.write(pdf)
		d.keys("Return")
		work := d.told(pulse, "work", 2)
		took, held = took+work[0], max(held, work[1])
	}
	b.ReportMetric(float64(took*int64(time.Millisecond))/float64(b.N), "ns/op")
	b.ReportMetric(float64(held), "ms-held-at-the-longest")
}
