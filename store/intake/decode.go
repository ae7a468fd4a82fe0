package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"laurel/model"
)

// Limits on what is read. A published page is some kilobytes; a document of a
// hundred leaders with long answers is under one megabyte.
const (
	maxPage     = 8 << 20
	maxLines    = 5000
	maxDocument = 64 << 20
)

// fileMarks are the first bytes of files that are not text, with what people
// call them.
var fileMarks = []struct{ mark, name string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "a ZIP archive or an Office file"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF8", "a picture"},
	{"RIFF", "a picture or a sound"},
	{"SQLite format 3\x00", "a book or another database"},
	{"\x1f\x8b", "a compressed file"},
	{"{\\rtf", "a rich text file"},
	{"\xd0\xcf\x11\xe0", "an old Office file"},
}

// decode turns bytes of any usual encoding into UTF-8 text in NFC, or refuses
// them with one sentence. Line ends stay as they are: what ends a line of a page is
// a sign like others within a string of JSON or a cell of a table.
func decode(raw []byte) (string, error) {
	for _, f := range fileMarks {
		if bytes.HasPrefix(raw, []byte(f.mark)) {
			return "", model.Faultf(model.ErrInvalid,
				"This is {{.What}}, not a page or a Laurel document; nothing was read.", "What", f.name)
		}
	}
	enc := encodingOf(raw)
	text := string(raw)
	if enc != nil {
		decoded, err := enc.NewDecoder().Bytes(raw)
		if err != nil {
			return "", notText()
		}
		text = string(decoded)
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if !looksLikeText(text) {
		return "", notText()
	}
	return norm.NFC.String(text), nil
}

// pageLines ends all lines of a page alike and spaces its words alike.
var pageLines = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n",
	"\v", "\n", "\f", "\n\n", "\u00a0", " ")

// rowEnds ends all rows of a table alike. Other signs that end lines stand within
// its cells.
var rowEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func notText() error {
	return model.Faultf(model.ErrInvalid,
		"This is not text that can be read as a page or a Laurel document; nothing was read.")
}

// encodingOf guesses the encoding; nil is UTF-8. A byte order mark wins, then
// valid UTF-8, then zero bytes that betray UTF-16 without a mark, then what a
// page declares of itself, then Windows-1252, the habit of Western programs.
func encodingOf(raw []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(raw, []byte{0xef, 0xbb, 0xbf}):
		return nil
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return uni.UTF16(uni.LittleEndian, uni.UseBOM)
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return uni.UTF16(uni.BigEndian, uni.UseBOM)
	}
	even, odd := zeros(raw)
	switch n := min(len(raw), 4096) / 2; {
	case n >= 4 && odd > n/2 && even == 0:
		return uni.UTF16(uni.LittleEndian, uni.IgnoreBOM)
	case n >= 4 && even > n/2 && odd == 0:
		return uni.UTF16(uni.BigEndian, uni.IgnoreBOM)
	case utf8.Valid(raw):
		return nil
	}
	if looksLikeHTML(string(raw)) {
		if e, _, _ := charset.DetermineEncoding(raw[:min(len(raw), 1024)], "text/html"); e != nil && e != encoding.Nop {
			return e
		}
	}
	return charmap.Windows1252
}

// zeros counts zero bytes at even and at odd places of the first 4 KB.
func zeros(raw []byte) (even, odd int) {
	for i, b := range raw[:min(len(raw), 4096)] {
		if b == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	return even, odd
}

// looksLikeText refuses text with a zero in it or more than a few control
// characters, which no page has.
func looksLikeText(text string) bool {
	controls, n := 0, 0
	for _, r := range text {
		n++
		switch {
		case r == 0:
			return false
		case r == utf8.RuneError, r < ' ' && !strings.ContainsRune("\t\n\r\v\f", r), r >= 0x7f && r < 0x85:
			controls++
		}
	}
	return controls*50 <= n
}
