package yearbook

import (
	"context"
	"io"
	"testing"

	"laurel/export/pdf"
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
