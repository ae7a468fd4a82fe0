package main

import (
	"context"
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"laurel/store"
)

var anyID = regexp.MustCompile(`"id": "[0-9a-f-]{36}"`)

// A page in, twice; JSON out; undone, and done again.
func TestAPageAndBack(t *testing.T) {
	dir := folder(t)
	must(t, dir, "new", "book.laurel")
	if out := must(t, dir, "import", "book.laurel", "page.txt"); !strings.Contains(out, "Ada Example: new") || strings.Contains(out, "not taken") {
		t.Errorf("the import says\n%s", out)
	}
	if out := must(t, dir, "import", "book.laurel", "page.txt"); !strings.Contains(out, "Nothing was changed") {
		t.Errorf("the second import says\n%s", out)
	}
	var steps []map[string]any
	unmarshal(t, must(t, dir, "history", "book.laurel", "--json"), &steps)
	if len(steps) != 1 || steps[0]["kind"] != "import" || steps[0]["label"] != "Import Ada Example" || steps[0]["undone"] != false {
		t.Errorf("the history is %v", steps)
	}
	r := laurel(t, dir, "", "export", "book.laurel", "--format", "json", "-o", "-")
	if r.code != 0 || !strings.Contains(r.err, "laurel: export: edition 100 Harbours 2024 (EMEA)\n") {
		t.Errorf("exit %d, standard error is\n%s", r.code, r.err)
	}
	golden(t, "page.json", anyID.ReplaceAllString(r.out, `"id": "…"`))

	must(t, dir, "undo", "book.laurel")
	if n := counted(t, filepath.Join(dir, "book.laurel")); n != "0 people, 0 editions" {
		t.Errorf("after one undo the book has %s", n)
	}
	if r := laurel(t, dir, "", "undo", "book.laurel"); r.code != 1 || r.err != "laurel: undo: book.laurel: There is nothing left to undo.\n" {
		t.Errorf("undoing nothing: exit %d, %q", r.code, r.err)
	}
	must(t, dir, "redo", "book.laurel")
	if n := counted(t, filepath.Join(dir, "book.laurel")); n != "1 people, 3 editions" {
		t.Errorf("after redo the book has %s", n)
	}
	if r := laurel(t, dir, "", "redo", "book.laurel"); r.code != 1 {
		t.Errorf("redoing nothing: exit %d", r.code)
	}
}

func unmarshal(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		write(t, path, got)
	}
	if want := string(read(t, path)); got != want {
		t.Errorf("not as in %s; got\n%s", path, got)
	}
}

func open(t *testing.T, path string) *store.Book {
	t.Helper()
	b, err := store.Open(context.Background(), store.Params{Path: path, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b
}

func counted(t *testing.T, path string) string {
	t.Helper()
	b := open(t, path)
	people, err := b.PeopleRows(context.Background(), store.PeopleFilter{})
	if err != nil {
		t.Fatal(err)
	}
	editions, err := b.Editions(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	count := func(n int) string { text, _ := json.Marshal(n); return string(text) }
	return count(len(people)) + " people, " + count(len(editions)) + " editions"
}

// Every edition of the sample goes out, into an empty book and out again, and
// is the same document.
func TestRoundTrip(t *testing.T) {
	dir := t.TempDir()
	must(t, dir, "new", "sample.laurel", "--sample")
	editions, err := open(t, filepath.Join(dir, "sample.laurel")).Editions(context.Background())
	if err != nil || len(editions) < 3 {
		t.Fatalf("%d editions, %v", len(editions), err)
	}
	for _, e := range editions {
		t.Run(e.Name(), func(t *testing.T) {
			there := t.TempDir()
			sample := filepath.Join(dir, "sample.laurel")
			must(t, there, "export", sample, "--edition", e.Name(), "-o", "first.json", "--photos", "photos")
			must(t, there, "new", "book.laurel")
			if out := must(t, there, "import", "book.laurel", "first.json"); strings.Contains(out, "not taken") {
				t.Errorf("something was not taken:\n%s", out)
			}
			must(t, there, "export", "book.laurel", "--edition", e.Name(), "-o", "second.json", "--photos", "photos")
			sameDocument(t, read(t, filepath.Join(there, "first.json")), read(t, filepath.Join(there, "second.json")))
			if out := must(t, there, "import", "book.laurel", "first.json"); !strings.Contains(out, "has all of it") {
				t.Errorf("importing it again changes\n%s", news(out))
			}
			if out := must(t, there, "import", sample, "first.json", "--dry-run"); !strings.Contains(out, "has all of it") {
				t.Errorf("importing it where it came from would change\n%s", news(out))
			}
		})
	}
}

// news leaves out of a report whom it has nothing new to tell of.
func news(report string) string {
	var lines []string
	for _, l := range strings.Split(report, "\n") {
		if !strings.HasSuffix(l, "nothing new") {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}

func sameDocument(t *testing.T, first, second []byte) {
	t.Helper()
	a := strings.Split(anyID.ReplaceAllString(string(first), ""), "\n")
	b := strings.Split(anyID.ReplaceAllString(string(second), ""), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("line %d is\n%s\nand was\n%s", i+1, b[i], a[i])
		}
	}
	if len(a) != len(b) || len(a) < 20 {
		t.Errorf("%d lines became %d", len(a), len(b))
	}
}
