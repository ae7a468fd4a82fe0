package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// speaking are the functions whose string argument, at the index given, is a
// sentence that the window or the command line says: it is looked up in the
// translations by that text.
var speaking = map[string]int{
	"L": 0, "N": 0, "X": 0, // of fyne's lang
	"Say": 0, "Faultf": 1, "invalid": 0, "refuse": 0, "note": 0, "left": 1, // messages of model, store and what is read
	"item": 0, "ask": 0, "askPages": 0, "askInterview": 0, "typing": 0, "keyTip": 0, // the menus
	"field": 0, "area": 0, // forms
}

// spokenTypes are the types of the model whose values the window shows as words.
var spokenTypes = []string{
	"Status", "SectionKind", "SchemeKind", "EntryKind", "Consent", "AssetKind", "RankReason", "StartSide", "ProfileOrder", "FontRole", "CustomKind",
}

// spokenKeys gives every text of the program that is to be translated, with a
// place where it stands.
// With only, no more than those that one function says.
func spokenKeys(t *testing.T, root string, only ...string) map[string]string {
	t.Helper()
	keys := map[string]string{}
	for _, dir := range []string{"model", "store", "export", "ui", "cmd/laurel"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "desktest") {
				return err
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			inWindow := dir == "ui" && !strings.HasSuffix(path, "gallery.go")
			inChart := strings.Contains(filepath.ToSlash(path), "export/chart/")
			ast.Inspect(file, func(n ast.Node) bool {
				if c, ok := n.(*ast.CallExpr); len(only) > 0 && (!ok || called(c) != only[0]) {
					return true
				}
				said := spokenBy(n, inWindow)
				if c, ok := n.(*ast.CallExpr); ok && inChart && called(c) == "say" { // the window shows charts too
					if text, ok := literal(c.Args[0]); ok && worded(text) {
						said = append(said, text)
					}
				}
				for _, key := range said {
					keys[key] = set.Position(n.Pos()).String()
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return keys
}

// spokenBy gives the texts that a piece of code says.
func spokenBy(n ast.Node, inWindow bool) (keys []string) {
	switch n := n.(type) {
	case *ast.CallExpr:
		if at, ok := speaking[called(n)]; ok && at < len(n.Args) {
			if text, ok := literal(n.Args[at]); ok && worded(text) {
				keys = append(keys, text)
			}
		}
	case *ast.CompositeLit: // tables of words: {store.MissingPhoto, "Photo"}
		if !inWindow {
			return nil
		}
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				if name, ok := kv.Key.(*ast.Ident); !ok || name.Name == "text" || name.Name == "word" {
					e = kv.Value
				}
			}
			if text, ok := literal(e); ok && worded(text) && unicode.IsUpper([]rune(text)[0]) {
				keys = append(keys, text)
			}
		}
	case *ast.ValueSpec: // constants of the model that are shown
		if name, ok := n.Type.(*ast.Ident); ok && slices.Contains(spokenTypes, name.Name) {
			for _, v := range n.Values {
				if text, ok := literal(v); ok && worded(text) {
					keys = append(keys, text)
				}
			}
		}
	}
	return keys
}

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

// literal is the text of a string, also of one put together from several.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.BinaryExpr:
		left, okLeft := literal(e.X)
		right, okRight := literal(e.Y)
		return left + right, okLeft && okRight
	}
	return "", false
}

// worded says whether a text holds words at all.
func worded(text string) bool {
	return strings.ContainsFunc(text, unicode.IsLetter)
}

var placeholder = regexp.MustCompile(`\{\{\.\w+\}\}`)

// TestTranslationsAreComplete holds every language to the words of the program:
// each is there, and none lost what is filled in.
func TestTranslationsAreComplete(t *testing.T) {
	root := filepath.Join("..", "..")
	keys := spokenKeys(t, root)
	if len(keys) < 500 {
		t.Fatalf("only %d texts were found in the program", len(keys))
	}
	names, err := filepath.Glob(filepath.Join(root, "assets", "translations", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if filepath.Base(name) == "en.json" {
			continue // the texts are English themselves; the file holds the forms of number
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			file, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var words map[string]any
			if err := json.Unmarshal(file, &words); err != nil {
				t.Fatal(err)
			}
			for key := range words {
				if isReserved(key) {
					t.Errorf("the key %q cannot be used", key)
				}
			}
			for _, key := range slices.Sorted(maps.Keys(keys)) {
				word, ok := words[key]
				if isReserved(key) {
					t.Errorf("%s: the key %q cannot be translated", keys[key], key)
					continue
				}
				if !ok {
					t.Errorf("%s: no translation of %q", keys[key], key)
					continue
				}
				for _, form := range formsOf(word) {
					checkForm(t, key, form)
				}
			}
		})
	}
}

// reserved are the keys that the translation library keeps for itself: a file
// that uses one is not read at all.
var reserved = []string{"id", "description", "hash", "leftdelim", "rightdelim", "zero", "one", "two", "few", "many", "other"}

// isReserved says whether the library keeps a key; capitals do not matter to it.
func isReserved(key string) bool { return slices.Contains(reserved, strings.ToLower(key)) }

// formsOf are the texts of a translation: one, or one a number.
func formsOf(word any) []string {
	switch w := word.(type) {
	case string:
		return []string{w}
	case map[string]any:
		var forms []string
		for _, f := range w {
			if text, ok := f.(string); ok {
				forms = append(forms, text)
			}
		}
		return forms
	}
	return nil
}

// TestEveryNumberHasItsForms holds the words of every language to the forms of
// number: the toolkit has no other way to tell one from many.
func TestEveryNumberHasItsForms(t *testing.T) {
	root := filepath.Join("..", "..")
	counted := spokenKeys(t, root, "N")
	if len(counted) < 20 {
		t.Fatalf("only %d counted texts were found in the program", len(counted))
	}
	for _, language := range []string{"en.json", "de.json"} {
		file, err := os.ReadFile(filepath.Join(root, "assets", "translations", language))
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]any
		if err := json.Unmarshal(file, &words); err != nil {
			t.Fatal(err)
		}
		for _, key := range slices.Sorted(maps.Keys(counted)) {
			forms, _ := words[key].(map[string]any)
			if forms["one"] == nil || forms["other"] == nil {
				t.Errorf("%s, %s: %q lacks a form for one or for many", language, counted[key], key)
			}
		}
	}
}

// checkForm refuses an empty translation and one that invents a blank to fill in.
func checkForm(t *testing.T, key, form string) {
	t.Helper()
	if strings.TrimSpace(form) == "" {
		t.Errorf("the translation of %q is empty", key)
	}
	for _, p := range placeholder.FindAllString(form, -1) {
		if !strings.Contains(key, p) {
			t.Errorf("the translation of %q fills in %s, which nobody gives", key, p)
		}
	}
}
