package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
)

// What a PDF of Laurel is made of, found by its own plain objects: the reading
// PDF has no object streams (ISO 19005-1 allows none).
var (
	pdfPage   = regexp.MustCompile(`/Type /Page\b`)
	pdfObject = regexp.MustCompile(`(?m)^\d+ 0 obj\s`)
	pdfLength = regexp.MustCompile(`/Length (\d+)`)
	pdfAside  = regexp.MustCompile(`/Type /Metadata|/N [134]\b`) // XMP and colour profiles
	pdfStream = []byte("stream\n")
)

// bookFile is what is counted of an exported book.
type bookFile struct {
	pages int
	bytes int
	// needed is how many of the bytes are pictures, what is drawn on the pages,
	// and fonts; the rest is structure, tags, links and the like.
	needed int
}

// readBookFile counts an exported PDF.
func readBookFile(path string) (bookFile, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return bookFile{}, fmt.Errorf("counting the pages of an exported book: %w", err)
	}
	f := bookFile{bytes: len(b)}
	for at := 0; ; {
		// Pictures are skipped by their length, so that nothing in them is taken for an object.
		found := pdfObject.FindIndex(b[at:])
		if found == nil {
			return f, nil
		}
		at += found[1]
		head := b[at:]
		if end := bytes.Index(head, []byte("endobj")); end >= 0 {
			head = head[:end]
		}
		stream := bytes.Index(head, pdfStream)
		if stream >= 0 {
			head = head[:stream]
		}
		if pdfPage.Match(head) {
			f.pages++
		}
		if stream < 0 {
			continue
		}
		length := 0
		if l := pdfLength.FindSubmatch(head); l != nil {
			length, _ = strconv.Atoi(string(l[1]))
		}
		if !pdfAside.Match(head) {
			f.needed += length
		}
		at += stream + len(pdfStream) + length
	}
}

// rows are the figures of the file.
func (f bookFile) rows(name string) []row {
	return []row{
		{name + ", pages", strconv.Itoa(f.pages), "pages"},
		{name + ", of its bytes neither pictures, pages nor fonts", figure(100 * float64(f.bytes-f.needed) / float64(f.bytes)), "%"},
	}
}
