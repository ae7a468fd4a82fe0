package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// rule says what the packages it speaks of may import. Tests are held to it
// like everything else.
type rule struct {
	name  string
	about func(pkg string) bool // by folder: "export/pdf"
	may   func(path string) bool
}

// rules are who may import whom, and who alone knows a library.
var rules = []rule{
	{
		"model imports the standard library, uuid and x/text only", in("model"),
		either(standard, in("github.com/google/uuid", "golang.org/x/text", "laurel/model")),
	},
	{"store imports neither export nor the window", in("store"), not(in("laurel/export", "laurel/ui", "laurel/cmd"))},
	{"export imports neither store nor the window", in("export"), not(in("laurel/store", "laurel/ui", "laurel/cmd"))},
	{"the window imports no command", in("ui"), not(in("laurel/cmd"))},
	{"ui/kit knows no word of the domain", in("ui/kit"), not(in("laurel/model", "laurel/store", "laurel/export"))},
	{
		"what draws and writes a page knows nothing of the model",
		in("export/typeset", "export/page", "export/pdf", "export/raster"), not(in("laurel/model")),
	},
	{
		"only store knows SQL", either(not(in("store")), in("store/intake")),
		not(in("database/sql", "github.com/mattn/go-sqlite3")),
	},
	{"only export/pdf knows gofpdf", not(in("export/pdf")), not(in("github.com/jung-kurt/gofpdf"))},
	{"only the window knows Fyne", not(in("ui", "cmd/laurel")), not(in("fyne.io"))},
	{"dev uses the standard library only", in("cmd/dev"), standard},
}

// in matches a path and everything below it.
func in(paths ...string) func(string) bool {
	return func(s string) bool {
		return slices.ContainsFunc(paths, func(p string) bool { return s == p || strings.HasPrefix(s, p+"/") })
	}
}

func not(f func(string) bool) func(string) bool { return func(s string) bool { return !f(s) } }

func either(f, g func(string) bool) func(string) bool {
	return func(s string) bool { return f(s) || g(s) }
}

// standard matches the standard library: no dot in the first element.
func standard(p string) bool {
	first, _, _ := strings.Cut(p, "/")
	return !strings.Contains(first, ".") && first != "laurel"
}

// imported is one import in one file, whatever system the file is built for.
type imported struct{ file, path string }

func (i imported) pkg() string { return path.Dir(i.file) }

// importsOf reads the imports of every Go file of a tree.
func importsOf(tree fs.FS) ([]imported, error) {
	var all []imported
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			hidden := strings.HasPrefix(entry.Name(), ".") && name != "."
			if hidden || entry.Name() == "testdata" {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		source, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			all = append(all, imported{name, p})
		}
		return nil
	})
	return all, err
}

// breaches are the imports that break a rule, as sentences.
func breaches(tree fs.FS) ([]string, error) {
	all, err := importsOf(tree)
	var found []string
	for _, i := range all {
		for _, r := range rules {
			if r.about(i.pkg()) && !r.may(i.path) {
				found = append(found, fmt.Sprintf("%s imports %s: %s", i.file, i.path, r.name))
			}
		}
	}
	return found, err
}

func TestImports(t *testing.T) {
	found, err := breaches(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, breach := range found {
		t.Error(breach)
	}
}

// TestRulesCanFail holds every rule against a file that breaks it and nothing
// else, and against one that comes close and is right.
func TestRulesCanFail(t *testing.T) {
	tests := []struct{ rule, file, wrong, right string }{
		{"model imports", "model/a.go", "golang.org/x/net/html", "golang.org/x/text/collate"},
		{"model imports", "model/a.go", "laurel/store", "laurel/model/names"},
		{"model imports", "model/a_test.go", "laurel/export/page", "testing"},
		{"store imports neither", "store/intake/a.go", "laurel/export/page", "laurel/store"},
		{"store imports neither", "store/a.go", "laurel/ui/kit", "laurel/model"},
		{"export imports neither", "export/yearbook/a.go", "laurel/store", "laurel/model"},
		{"export imports neither", "export/a_windows.go", "laurel/ui", "laurel/export/pdf"},
		{"the window imports no", "ui/people/a.go", "laurel/cmd/laurel", "laurel/ui/kit"},
		{"ui/kit knows no", "ui/kit/a.go", "laurel/model", "fyne.io/fyne/v2"},
		{"ui/kit knows no", "ui/kit/a.go", "laurel/store/intake", "laurel/assets"},
		{"what draws and writes", "export/raster/a.go", "laurel/model", "laurel/export/page"},
		{"only store knows SQL", "ui/history/a.go", "database/sql", "laurel/store"},
		{"only store knows SQL", "store/intake/a.go", "github.com/mattn/go-sqlite3", "golang.org/x/net/html"},
		{"only export/pdf", "export/yearbook/a.go", "github.com/jung-kurt/gofpdf", "laurel/export/pdf"},
		{"only the window knows", "store/a.go", "fyne.io/fyne/v2/storage", "fyneless.example/x"},
		{"only the window knows", "cmd/laurels/a.go", "fyne.io/fyne/v2", "laurel/ui"},
		{"dev uses the standard", "cmd/dev/a.go", "golang.org/x/sys/unix", "go/parser"},
		{"dev uses the standard", "cmd/dev/a.go", "laurel/model", "os/exec"},
	}
	shown := map[string]bool{}
	for _, test := range tests {
		source := func(p string) fstest.MapFS {
			return fstest.MapFS{test.file: {Data: []byte("package a\n\nimport _ " + strconv.Quote(p) + "\n")}}
		}
		found, err := breaches(source(test.wrong))
		if err != nil || len(found) != 1 || !strings.Contains(found[0], test.rule) {
			t.Errorf("%s importing %s: got %q, %v; want a breach of %q", test.file, test.wrong, found, err, test.rule)
		}
		if found, err := breaches(source(test.right)); err != nil || len(found) != 0 {
			t.Errorf("%s importing %s: got %q, %v; want no breach", test.file, test.right, found, err)
		}
		for _, r := range rules {
			shown[r.name] = shown[r.name] || strings.HasPrefix(r.name, test.rule)
		}
	}
	for _, r := range rules {
		if !shown[r.name] {
			t.Errorf("nothing shows that this rule can fail: %s", r.name)
		}
	}
}

// strangers are the names at the top of a tree that do not belong there. What
// the checkout's .gitignore names is somebody's own and may lie about.
func strangers(tree fs.FS) ([]string, error) {
	belong := []string{
		"cmd", "ui", "model", "store", "export", "assets", "go.mod", "go.sum", "FyneApp.toml", "README.md",
	}
	ignored, err := fs.ReadFile(tree, ".gitignore")
	if err != nil {
		return nil, err
	}
	entries, err := fs.ReadDir(tree, ".")
	if err != nil {
		return nil, err
	}
	var found []string
	for _, entry := range entries {
		name := entry.Name()
		ours := strings.HasPrefix(name, ".") || slices.Contains(belong, name)
		for pattern := range strings.FieldsSeq(string(ignored)) {
			match, err := path.Match(strings.Trim(pattern, "/"), name)
			if err != nil {
				return nil, fmt.Errorf(".gitignore: %s: %w", pattern, err)
			}
			ours = ours || match
		}
		if !ours {
			found = append(found, name)
		}
	}
	return found, nil
}

func TestTopLevel(t *testing.T) {
	found, err := strangers(os.DirFS("../.."))
	if err != nil || len(found) > 0 {
		t.Errorf("the top level holds %q, which belongs elsewhere (%v)", found, err)
	}
	found, err = strangers(fstest.MapFS{
		".gitignore": {Data: []byte("*.pdf\n/out/\n")}, ".ci/run": {}, "model/doc.go": {}, "proof.pdf": {},
		"out/a.png": {}, "utils/doc.go": {}, "main.go": {},
	})
	if err != nil || !slices.Equal(found, []string{"main.go", "utils"}) {
		t.Errorf("got %q, %v; want main.go and utils", found, err)
	}
}

// unexplained are the modules that the tree imports and the README does not
// name: every dependency is to be explained there.
func unexplained(tree fs.FS) ([]string, error) {
	goMod, err := fs.ReadFile(tree, "go.mod")
	if err != nil {
		return nil, err
	}
	readme, err := fs.ReadFile(tree, "README.md")
	if err != nil {
		return nil, err
	}
	all, err := importsOf(tree)
	if err != nil {
		return nil, err
	}
	var found []string
	for line := range strings.Lines(string(goMod)) {
		fields := strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "require "))
		if len(fields) < 2 || !strings.HasPrefix(fields[1], "v") {
			continue
		}
		module := fields[0]
		used := slices.ContainsFunc(all, func(i imported) bool { return in(module)(i.path) })
		if used && !strings.Contains(string(readme), module) {
			found = append(found, module)
		}
	}
	return found, nil
}

func TestDependenciesAreExplained(t *testing.T) {
	found, err := unexplained(os.DirFS("../.."))
	if err != nil || len(found) > 0 {
		t.Errorf("the README does not say what these are for: %q (%v)", found, err)
	}
	found, err = unexplained(fstest.MapFS{
		"go.mod":      {Data: []byte("module laurel\n\nrequire one.example/a v1.0.0\n\nrequire (\n\ttwo.example/b/v2 v2.1.0\n\tthree.example/c v0.1.0 // indirect\n)\n")},
		"README.md":   {Data: []byte("`one.example/a` counts.")},
		"model/a.go":  {Data: []byte("package a\n\nimport _ \"one.example/a\"\n")},
		"export/b.go": {Data: []byte("package b\n\nimport _ \"two.example/b/v2/deep\"\n")},
	})
	if err != nil || !slices.Equal(found, []string{"two.example/b/v2"}) {
		t.Errorf("got %q, %v; want two.example/b/v2", found, err)
	}
}
