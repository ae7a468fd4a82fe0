package yearbook

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"laurel/export/pdf"
	"laurel/export/raster"
)

// BenchmarkComposeSample makes the book of a hundred anew, with fonts and
// patterns read but no profile kept.
func BenchmarkComposeSample(b *testing.B) {
	s := sampleSnapshot(b, "emea-2026")
	newComposer(b, 0)
	for b.Loop() {
		compose(b, s)
	}
}

// BenchmarkRecomposeOne makes the book again after one edit.
func BenchmarkRecomposeOne(b *testing.B) {
	s := sampleSnapshot(b, "emea-2026")
	c := newComposer(b, 0)
	for n := 0; b.Loop(); n++ {
		s.Placements[42].Strapline = "Counts the boats, and this is time " + itoa(n)
		if _, err := c.Compose(context.Background(), s); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkExportSample makes the book and its file, the photos drawn before.
func BenchmarkExportSample(b *testing.B) {
	s := sampleSnapshot(b, "emea-2026")
	photos := drawn(b, s)
	b.ReportAllocs()
	for b.Loop() {
		if err := pdf.Write(context.Background(), compose(b, s).Document, io.Discard, pdf.Options{Photos: photos}); err != nil {
			b.Fatal(err)
		}
	}
}

// kept is a cache of renditions as the window has one.
type kept map[string][]byte

func (k kept) Get(name string) ([]byte, bool) { b, ok := k[name]; return b, ok }
func (k kept) Put(name string, b []byte)      { k[name] = b }

// BenchmarkPreviewProfile is what the window does after an edit of an answer
// that fills two pages: compose, print these pages, draw them at the width of a
// screen.
func BenchmarkPreviewProfile(b *testing.B) {
	s := sampleSnapshot(b, "emea-2026")
	photos := drawn(b, s)
	photos.Cache = kept{}
	c := newComposer(b, 1) // one processor is left to the window
	renderer, err := raster.Open(context.Background(), raster.Params{CacheDir: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { renderer.Close() })
	p := &s.Placements[42]
	answer := strings.Repeat(p.Answers[0].Edited+" ", 1+5000/len(p.Answers[0].Edited))
	p.Answers[0].Edited, p.Answers[0].Excerpt.Parts = answer, nil
	if _, err := c.Compose(context.Background(), s); err != nil { // as the window has before
		b.Fatal(err)
	}
	for n := 0; b.Loop(); n++ {
		p.Answers[0].Edited, p.Answers[0].Excerpt.Parts = answer+itoa(n), nil
		book, err := c.Compose(context.Background(), s)
		if err != nil {
			b.Fatal(err)
		}
		pages := book.PagesOf(p.ID)
		var file bytes.Buffer
		if err := pdf.Write(context.Background(), book.Document.Only(pages...), &file, pdf.Options{Photos: photos, Level: 1, DPI: 150}); err != nil {
			b.Fatal(err)
		}
		drawPages(b, renderer, file.Bytes(), len(pages))
		b.ReportMetric(float64(len(pages)), "pages")
	}
}

func drawPages(b *testing.B, renderer *raster.Renderer, file []byte, pages int) {
	document, err := renderer.Load(context.Background(), file)
	if err != nil {
		b.Fatal(err)
	}
	for i := range pages {
		if _, err := document.Page(context.Background(), i, 800); err != nil {
			b.Fatal(err)
		}
	}
	if err := document.Close(); err != nil {
		b.Fatal(err)
	}
}
