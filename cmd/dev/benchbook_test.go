package main

import (
	"bytes"
	"encoding/json"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBenchBook(t *testing.T) {
	m := newInvented(t)
	sentences := filepath.Join(m.root, filepath.FromSlash(benchSentences))
	if err := os.MkdirAll(filepath.Dir(sentences), 0o700); err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("One two three four five six seven eight nine ten.\n", 50)
	if err := os.WriteFile(sentences, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	path, err := m.writeBenchBook(folder, 3)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var doc benchDocument
	if err := json.Unmarshal(b, &doc); err != nil || len(doc.Placements) != 3 {
		t.Fatalf("%v: %d people", err, len(doc.Placements))
	}
	var before []byte
	for _, e := range doc.Placements {
		words := 0
		for _, a := range e.Interview {
			words += len(strings.Fields(a.Excerpt))
		}
		if words != benchWords {
			t.Errorf("%s says %d words", e.People[0].Name, words)
		}
		photo, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(e.Photo.File)))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := jpeg.Decode(bytes.NewReader(photo)); err != nil || bytes.Equal(photo, before) {
			t.Errorf("%s: %v, or the photo before", e.Photo.File, err)
		}
		if len(photo) < 85_000 || len(photo) > 105_000 {
			t.Errorf("%s has %d bytes", e.Photo.File, len(photo))
		}
		before = photo
	}
	if book, err := m.benchBook(t.Context(), "laurel", t.TempDir(), 1); err != nil || filepath.Base(book) != "book.laurel" {
		t.Errorf("%s, %v", book, err)
	}
	if last := line(m.last()); !strings.Contains(last, " import ") {
		t.Errorf("made with %s", last)
	}
}
