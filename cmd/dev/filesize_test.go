package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestReadBookFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.pdf")
	file := "%PDF-1.4\n" +
		"1 0 obj\n<</Kids [2 0 R]/Type /Pages>>\nendobj\n" +
		"2 0 obj\n<</Contents 3 0 R/Type /Page>>\nendobj\n" +
		"3 0 obj\n<</Length 40>>\nstream\n9 0 obj\n<</Type /Page>>\nendobj\n123456789\n\nendstream\nendobj\n" +
		"4 0 obj\n<</Length 5/Subtype /XML/Type /Metadata>>\nstream\n<xmp>\nendstream\nendobj\n" +
		"5 0 obj\n<</Length 3/N 3>>\nstream\nicc\nendstream\nendobj\n"
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := readBookFile(path)
	if want := (bookFile{pages: 1, bytes: len(file), needed: 40}); err != nil || got != want {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	if _, err := readBookFile(path + "x"); err == nil {
		t.Error("a file that is not there was counted")
	}
}
