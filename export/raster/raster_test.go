package raster_test

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"laurel/export/raster"
)

var renderer *raster.Renderer

func TestMain(m *testing.M) {
	os.Exit(func() int {
		// Kept between runs: compiling takes seconds, and half a minute under
		// the race detector.
		dir := filepath.Join(os.TempDir(), "laurel-test-raster")
		var err error
		if renderer, err = raster.Open(context.Background(), raster.Params{CacheDir: dir}); err != nil {
			fmt.Println(err)
			return 1
		}
		defer renderer.Close()
		return m.Run()
	}())
}

// twoPages is a file with a red rectangle on the left half of page 1 and a
// word on page 2, 200 by 100 points each.
func twoPages() []byte {
	var b strings.Builder
	var places []int
	object := func(s string) {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(places), s)
	}
	stream := func(s string) string { return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(s), s) }
	b.WriteString("%PDF-1.4\n")
	object("<</Type /Catalog /Pages 2 0 R>>")
	object("<</Type /Pages /Count 2 /Kids [3 0 R 4 0 R] /MediaBox [0 0 200 100]>>")
	object("<</Type /Page /Parent 2 0 R /Contents 5 0 R>>")
	object("<</Type /Page /Parent 2 0 R /Contents 6 0 R /Resources <</Font <</F 7 0 R>>>>>>")
	object(stream("1 0 0 rg 0 0 100 100 re f"))
	object(stream("BT /F 20 Tf 20 40 Td (Laurel) Tj ET"))
	object("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>")
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(places)+1, start)
	return []byte(b.String())
}

func load(t *testing.T) *raster.Document {
	t.Helper()
	d, err := renderer.Load(t.Context(), twoPages())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func TestPageShowsWhatIsOnIt(t *testing.T) {
	d := load(t)
	if d.Pages() != 2 || d.Size(0) != (raster.Size{W: 200, H: 100}) {
		t.Fatalf("%d pages of %v", d.Pages(), d.Size(0))
	}
	img, err := d.Page(t.Context(), 0, 500)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 500 || b.Dy() != 250 {
		t.Errorf("picture is %v, want 500 by 250", b)
	}
	if got := img.RGBAAt(100, 100); got != (color.RGBA{255, 0, 0, 255}) {
		t.Errorf("left half is %v, want red", got)
	}
	if got := img.RGBAAt(400, 100); got != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("right half is %v, want white", got)
	}
	img, err = d.PageDPI(t.Context(), 0, 144)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 400 || b.Dy() != 200 {
		t.Errorf("picture at 144 dpi is %v, want 400 by 200", b)
	}
}

func TestTextOfPage(t *testing.T) {
	got, err := load(t).Text(t.Context(), 1)
	if err != nil || got != "Laurel" {
		t.Errorf("text is %q, %v", got, err)
	}
}

func TestManyMayAskAtOnce(t *testing.T) {
	d := load(t)
	first, err := d.Page(t.Context(), 0, 64)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			img, err := d.Page(t.Context(), 0, 64)
			if err != nil || string(img.Pix) != string(first.Pix) {
				t.Errorf("another picture, %v", err)
			}
		})
	}
	group.Wait()
}

func TestWrongQuestions(t *testing.T) {
	d := load(t)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for name, ask := range map[string]func() error{
		"page before the first": func() error { _, err := d.Page(t.Context(), -1, 10); return err },
		"page after the last":   func() error { _, err := d.Text(t.Context(), 2); return err },
		"no width":              func() error { _, err := d.Page(t.Context(), 0, 0); return err },
		"no resolution":         func() error { _, err := d.PageDPI(t.Context(), 0, 0); return err },
		"no PDF":                func() error { _, err := renderer.Load(t.Context(), []byte("no")); return err },
		"nothing":               func() error { _, err := renderer.Load(t.Context(), nil); return err },
	} {
		if err := ask(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := d.Page(cancelled, 0, 10); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := raster.Open(cancelled, raster.Params{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestClosedDocumentSaysSo(t *testing.T) {
	d, err := renderer.Load(t.Context(), twoPages())
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.Page(t.Context(), 0, 10); !errors.Is(err, raster.ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}

func TestDamagedCacheIsMadeAnew(t *testing.T) {
	shared, err := filepath.Glob(filepath.Join(os.TempDir(), "laurel-test-raster", "wazero-*", "*"))
	if err != nil || len(shared) == 0 {
		t.Fatalf("the cache is empty: %v", err)
	}
	dir := t.TempDir()
	for _, path := range shared {
		copied := filepath.Join(dir, filepath.Base(filepath.Dir(path)), filepath.Base(path))
		if err := os.MkdirAll(filepath.Dir(copied), 0o700); err != nil {
			t.Fatal(err)
		}
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(copied, whole[:len(whole)/2], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r, err := raster.Open(t.Context(), raster.Params{CacheDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := r.Load(t.Context(), twoPages()); err != nil {
		t.Error(err)
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		r, err := raster.Open(b.Context(), raster.Params{CacheDir: filepath.Join(os.TempDir(), "laurel-test-raster")})
		if err != nil {
			b.Fatal(err)
		}
		if err := r.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
