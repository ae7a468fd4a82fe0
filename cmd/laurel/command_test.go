package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What cannot be read leaves the book as it is, byte for byte, and says so in
// one line.
func TestBadSourcesChangeNothing(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel")
	must(t, dir, "import", "book.laurel", "page.txt")
	write(t, filepath.Join(dir, "photos.zip"), "PK\x03\x04\x14\x00\x00")
	write(t, filepath.Join(dir, "empty.txt"), "\n")
	write(t, filepath.Join(dir, "prose.txt"), "nobody is named in this text, and nothing is asked.\n")
	write(t, filepath.Join(dir, "broken.json"), `{"list":"100 Harbours","year":2024,"placements":[{]}`)
	write(t, filepath.Join(dir, "other.json"), `{"name":"not a list"}`)
	write(t, filepath.Join(dir, "rank.json"), `{"list":"100 Harbours","year":2024,"region":"","scheme":"full","size":1,"placements":[{"rank_display":"umpteenth","entry":"Ada"}]}`)
	before := read(t, filepath.Join(dir, "book.laurel"))
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"photos.zip"}, "photos.zip: This is a ZIP archive"},
		{[]string{"page.txt", "photos.zip"}, "photos.zip: This is a ZIP archive"},
		{[]string{"empty.txt"}, "empty.txt: There is nothing in it"},
		{[]string{"prose.txt"}, "prose.txt: No headline"},
		{[]string{"broken.json"}, "broken.json: This JSON could not be read (line 1"},
		{[]string{"other.json"}, "other.json: This JSON is not a Laurel document"},
		{[]string{"rank.json"}, "rank.json: “umpteenth” is not a rank"},
		{[]string{"missing.txt"}, "missing.txt: There is no such file."},
		{[]string{"."}, "There are no photos in the folder "},
		{[]string{"page.txt", "--edition", "100 Harbours 1999"}, "There is no edition “100 Harbours 1999”"},
		{[]string{"page.txt", "--on-doubt", "perhaps"}, "--on-doubt is ask, new or skip"},
	} {
		r := laurel(t, dir, "", append([]string{"import", "book.laurel"}, c.args...)...)
		if r.code != 1 || !strings.HasPrefix(r.err, "laurel: import: "+c.want) || strings.Count(r.err, "\n") != 1 || r.out != "" {
			t.Errorf("import %v: exit %d, %q, %q", c.args, r.code, r.err, r.out)
		}
		if !bytes.Equal(before, read(t, filepath.Join(dir, "book.laurel"))) {
			t.Fatalf("import %v changed the book", c.args)
		}
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel")
	before := read(t, filepath.Join(dir, "book.laurel"))
	var report importReport
	unmarshal(t, must(t, dir, "import", "book.laurel", "page.txt", "--dry-run", "--json"), &report)
	if !report.DryRun || report.Step != nil || len(report.Rows) != 1 || len(report.Rows[0].Changes) != 3 || len(report.Editions) != 3 {
		t.Errorf("the report is %+v", report)
	}
	if !bytes.Equal(before, read(t, filepath.Join(dir, "book.laurel"))) {
		t.Error("the book has changed")
	}
	unmarshal(t, must(t, dir, "import", "book.laurel", "page.txt", "--json"), &report)
	if report.Step == nil || *report.Step != 1 {
		t.Errorf("the report is %+v", report)
	}
}

func TestImportFromStandardInput(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel")
	r := laurel(t, dir, string(read(t, filepath.Join(dir, "page.txt"))), "import", "book.laurel", "-")
	if r.code != 0 || !strings.Contains(r.out, "Ada Example: new") {
		t.Errorf("exit %d\n%s%s", r.code, r.out, r.err)
	}
}

// Nobody sits at a pipe to be asked.
func TestDoubtInAPipe(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel")
	must(t, dir, "import", "book.laurel", "page.txt")
	write(t, filepath.Join(dir, "other.txt"), "Ada Example, Head of Weather, Other Office\n\nWhy?\n\nBecause the sky is there every morning, and somebody has to.\n\nAda Example has been included in:\n• 50 Clouds 2024\n")
	r := laurel(t, dir, "", "import", "book.laurel", "other.txt")
	if r.code != 1 || !strings.HasPrefix(r.err, "laurel: import: other.txt: Ada Example may or may not be Ada Example, Director of Data, Example Ferry Service of the book") {
		t.Errorf("exit %d, %q", r.code, r.err)
	}
	if out := must(t, dir, "import", "book.laurel", "other.txt", "--on-doubt", "skip"); !strings.Contains(out, "left out") {
		t.Errorf("skip says\n%s", out)
	}
	must(t, dir, "import", "book.laurel", "other.txt", "--on-doubt", "new")
	if n := counted(t, filepath.Join(dir, "book.laurel")); n != "2 people, 4 editions" {
		t.Errorf("the book has %s", n)
	}
}

func TestExportPDF(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel")
	must(t, dir, "import", "book.laurel", "page.txt")
	r := laurel(t, dir, "", "export", "book.laurel", "-o", "book.pdf")
	if r.code != 0 || !strings.Contains(r.err, "problems; see laurel check") {
		t.Errorf("exit %d, %q", r.code, r.err)
	}
	file := read(t, filepath.Join(dir, "book.pdf"))
	r = laurel(t, dir, "", "export", "book.laurel", "-o", "-")
	if !bytes.HasPrefix(file, []byte("%PDF-")) || r.out != string(file) {
		t.Errorf("the file has %d bytes, standard output %d", len(file), len(r.out))
	}
	for _, args := range [][]string{
		{"export", "book.laurel"},
		{"export", "book.laurel", "-o", "x.csv"},
		{"export", "book.laurel", "-o", "x.pdf", "--photos", "photos"},
		{"export", "book.laurel", "-o", "x.pdf", "--edition", "100 Harbours 1999"},
		{"export", "book.laurel", "-o", filepath.Join("nowhere", "x.json")},
		{"export", "book.laurel", "-o", "book.laurel"},
		{"export", "book.laurel", "--format", "json", "-o", "book.laurel"},
		{"export", "book.laurel", "-o", "."},
		{"export", "", "-o", "x.pdf"},
		{"export", "missing.laurel", "-o", "x.pdf"},
	} {
		if r := laurel(t, dir, "", args...); r.code != 1 || strings.Count(r.err, "\n") > 2 || !strings.HasPrefix(r.err, "laurel: export: ") {
			t.Errorf("%v: exit %d, %q", args, r.code, r.err)
		}
	}
	left, err := filepath.Glob(filepath.Join(dir, "*x.*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestCheck(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel")
	if r := laurel(t, dir, "", "check", "book.laurel"); r.code != 2 {
		t.Errorf("without an edition: exit %d", r.code)
	}
	must(t, dir, "import", "book.laurel", "page.txt")
	r := laurel(t, dir, "", "check", "book.laurel", "--json")
	var report checkReport
	unmarshal(t, r.out, &report)
	if r.code != 1 || report.Edition != "100 Harbours 2024 (EMEA)" || len(report.Problems) == 0 {
		t.Errorf("exit %d, %+v", r.code, report)
	}
	for _, p := range report.Problems {
		if p.Text == "" || p.Remedy == "" || p.Severity != "error" && p.Severity != "warning" || p.Kind == "" {
			t.Errorf("a problem says too little: %+v", p)
		}
	}
	for _, args := range [][]string{{"check", "missing.laurel"}, {"check", "book.laurel", "--edition", "None 2000"}} {
		if r := laurel(t, dir, "", args...); r.code != 2 || r.out != "" {
			t.Errorf("%v: exit %d", args, r.code)
		}
	}
}

func TestVerifyAndBackup(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel")
	must(t, dir, "import", "book.laurel", "page.txt")
	must(t, dir, "verify", "book.laurel")
	must(t, dir, "backup", "book.laurel", "copy.laurel")
	if n := counted(t, filepath.Join(dir, "copy.laurel")); n != "1 people, 3 editions" {
		t.Errorf("the copy has %s", n)
	}
	if r := laurel(t, dir, "", "backup", "book.laurel", "copy.laurel"); r.code != 1 {
		t.Errorf("backing up over a file: exit %d", r.code)
	}
	if r := laurel(t, dir, "", "verify", "missing.laurel"); r.code != 2 {
		t.Errorf("verifying nothing: exit %d", r.code)
	}
	data := read(t, filepath.Join(dir, "copy.laurel"))
	write(t, filepath.Join(dir, "cut.laurel"), string(data[:len(data)/2]))
	if r := laurel(t, dir, "", "verify", "cut.laurel"); r.code != 1 || !strings.HasSuffix(r.out, "what can be read of it.\n") {
		t.Errorf("verifying half a book: exit %d, %q", r.code, r.out)
	}
}

func TestNew(t *testing.T) {
	dir := t.TempDir()
	must(t, dir, "new", "book.laurel")
	before := read(t, filepath.Join(dir, "book.laurel"))
	if r := laurel(t, dir, "", "new", "book.laurel"); r.code != 1 || !bytes.Equal(before, read(t, filepath.Join(dir, "book.laurel"))) {
		t.Errorf("an existing file: exit %d", r.code)
	}
	if r := laurel(t, dir, "", "new", filepath.Join("nowhere", "book.laurel")); r.code != 1 || strings.Count(r.err, "\n") != 1 {
		t.Errorf("no folder: exit %d, %q", r.code, r.err)
	}
}

func TestWrongArguments(t *testing.T) {
	for args, want := range map[string]string{
		"check":             "laurel: check: write it as laurel check BOOK [flags]\n",
		"import one.laurel": "laurel: import: write it as laurel import BOOK SOURCE... [flags]\n",
		"new one two":       "laurel: new: write it as laurel new BOOK [flags]\n",
	} {
		if r := laurel(t, t.TempDir(), "", strings.Fields(args)...); r.code == 0 || r.err != want {
			t.Errorf("%s: exit %d, %q", args, r.code, r.err)
		}
	}
}

func TestVersionAndUsage(t *testing.T) {
	dir := t.TempDir()
	if out := must(t, dir, "--version"); !strings.HasPrefix(out, "laurel "+release+"\n") || !regexp.MustCompile(`github.com/spf13/cobra +v\S+ +Apache-2.0\n`).MatchString(out) {
		t.Errorf("the version is\n%s", out)
	}
	for _, args := range [][]string{{"import"}, {"import", "book.laurel"}, {"export", "--nonsense"}, {"history"}, {"nothing.laurel", "more"}} {
		if r := laurel(t, dir, "", args...); r.code == 0 || strings.Count(r.err, "\n") != 1 || !strings.HasPrefix(r.err, "laurel: ") {
			t.Errorf("%v: exit %d, %q", args, r.code, r.err)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// Without a display the window says so instead of failing in some library.
func TestNoDisplay(t *testing.T) {
	if r := laurel(t, t.TempDir(), ""); r.code != 1 || !strings.HasPrefix(r.err, "laurel: There is no display") || strings.Count(r.err, "\n") != 1 {
		t.Errorf("exit %d, %q", r.code, r.err)
	}
}
