package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The outputs of a book, and what goes together on one command line.
func TestExportOutputs(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel")
	must(t, dir, "import", "book.laurel", "page.txt")
	for _, c := range []struct {
		args  string
		files []string // that begin as a PDF
		says  string   // on standard error
	}{
		{"--press -o p.pdf", []string{"p.pdf", "p-cover.pdf"}, ""},
		{"--proof -o proof.pdf", []string{"proof.pdf"}, ""},
		{"--proof --spreads --hide-ranks -o both.pdf", []string{"both.pdf"}, ""},
		{"--spreads -o s.pdf", []string{"s.pdf"}, ""},
		{"--press --proof -o x.pdf", nil, "A proof is not for the press"},
		{"--press --spreads -o x.pdf", nil, "A printer takes single pages"},
		{"--hide-ranks -o x.pdf", nil, "Ranks are hidden in a proof only"},
		{"--press -o x.json", nil, "go with --format pdf"},
		{"--press -o book.laurel", nil, "This is a book"},
	} {
		r := laurel(t, dir, "", append([]string{"export", "book.laurel"}, strings.Fields(c.args)...)...)
		if (r.code == 0) != (len(c.files) > 0) || !strings.Contains(r.err, c.says) || r.out != "" {
			t.Errorf("%s: exit %d, %q", c.args, r.code, r.err)
		}
		if len(c.files) == 0 && strings.Count(r.err, "\n") > 2 { // the first may name the edition
			t.Errorf("%s is refused in %q", c.args, r.err)
		}
		for _, f := range c.files {
			if !bytes.HasPrefix(read(t, filepath.Join(dir, f)), []byte("%PDF-")) {
				t.Errorf("%s: %s is no PDF", c.args, f)
			}
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "x*")); len(left) > 0 {
		t.Errorf("refused exports left %v", left)
	}
	r := laurel(t, dir, "", "export", "book.laurel", "--press", "-o", "-")
	if r.out != string(read(t, filepath.Join(dir, "p.pdf"))) || !strings.Contains(r.err, "The cover is not written") {
		t.Errorf("standard output has %d bytes; %q", len(r.out), r.err)
	}
}

// A cover that cannot be written keeps the pages from being written.
func TestExportPressIsBothOrNeither(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel")
	must(t, dir, "import", "book.laurel", "page.txt")
	if err := os.Mkdir(filepath.Join(dir, "p-cover.pdf"), 0o700); err != nil {
		t.Fatal(err)
	}
	r := laurel(t, dir, "", "export", "book.laurel", "--press", "-o", "p.pdf")
	if r.code != 1 || !strings.Contains(r.err, "p-cover.pdf: This is a folder") {
		t.Errorf("exit %d, %q", r.code, r.err)
	}
	if _, err := os.Stat(filepath.Join(dir, "p.pdf")); err == nil {
		t.Error("the pages were written without their cover")
	}
}

// A definition from a file is for this one export: the book keeps its own.
func TestExportAsAnotherDefinitionHasIt(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel", "--sample")
	before := read(t, filepath.Join(dir, "book.laurel"))
	write(t, filepath.Join(dir, "small.json"), `{"format":2,"trim":"A5","page_multiple":1,"sections":[{"kind":"contents"}]}`)
	must(t, dir, "export", "book.laurel", "-o", "whole.pdf")
	must(t, dir, "export", "book.laurel", "-o", "small.pdf", "--definition", "small.json")
	whole, small := read(t, filepath.Join(dir, "whole.pdf")), read(t, filepath.Join(dir, "small.pdf"))
	if 4*len(small) > len(whole) {
		t.Errorf("the contents alone take %d bytes, the whole book %d", len(small), len(whole))
	}
	if !bytes.Equal(before, read(t, filepath.Join(dir, "book.laurel"))) {
		t.Error("the book was changed")
	}
	for name, text := range map[string]string{"trim.json": `{"trim":"3×4"}`, "broken.json": `{"trim":`, "theme.json": `{"theme":"gothic"}`} {
		write(t, filepath.Join(dir, name), text)
		r := laurel(t, dir, "", "export", "book.laurel", "-o", "no.pdf", "--definition", name)
		if r.code != 1 || !strings.Contains(r.err, "laurel: export: "+name+": ") {
			t.Errorf("%s: exit %d, %q", name, r.code, r.err)
		}
	}
}
