package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"laurel/ui/kit"
)

// items gives every entry of the main menu that is no separator.
func (s *shell) items() []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, menu := range s.win.MainMenu().Items {
		for _, item := range menu.Items {
			if !item.IsSeparator {
				out = append(out, item)
			}
		}
	}
	return out
}

func (s *shell) item(t *testing.T, label string) *fyne.MenuItem {
	t.Helper()
	for _, item := range s.items() {
		if item.Label == label {
			return item
		}
	}
	t.Fatalf("the menu has no %q", label)
	return nil
}

func TestEveryCommandHasAnActionAndItsOwnKeys(t *testing.T) {
	path, _ := smallBook(t)
	for _, book := range []string{"", path} {
		s := openShell(t, nil, book)
		labels, keys := map[string]bool{}, map[string]string{}
		for _, item := range s.items() {
			if item.Action == nil || item.Label == "" {
				t.Errorf("%q does nothing", item.Label)
			}
			if labels[item.Label] {
				t.Errorf("%q stands in the menu twice", item.Label)
			}
			labels[item.Label] = true
			if item.Shortcut == nil {
				continue
			}
			k, ok := item.Shortcut.(fyne.KeyboardShortcut)
			if !ok {
				t.Errorf("%q has a shortcut without keys", item.Label)
				continue
			}
			name := shortcutName(k)
			if other, taken := keys[name]; taken {
				t.Errorf("%q and %q share %s", other, item.Label, name)
			}
			keys[name] = item.Label
		}
	}
}

// What a bar calls otherwise than the menu does.
var menuNames = map[string]string{
	"Quay List 2026": "Choose the edition…",
	"Export…":        "Export book…",
	"Find a person, a command, rank 37, page 52": "Find anything…",
	"Settings": "Settings…",
}

func TestEveryButtonOfTheBarsStandsInTheMenu(t *testing.T) {
	path, _ := smallBook(t)
	s := openShell(t, nil, path)
	found := 0
	for _, bar := range []fyne.CanvasObject{s.rail.object, s.top.object} {
		for _, o := range test.LaidOutObjects(bar) {
			b, ok := o.(interface {
				fyne.Tappable
				AccessibilityLabel() string
			})
			if !ok {
				continue
			}
			found++
			name, _, _ := strings.Cut(b.AccessibilityLabel(), ":") // Undo says what
			if in, ok := menuNames[name]; ok {
				name = in
			}
			s.item(t, name)
		}
	}
	if want := len(screenMakers) + 1 + 8; found != want {
		t.Errorf("the bars have %d buttons, want %d", found, want)
	}
}

// Every command of the desk stands in a menu, and some screen answers to it.
func TestEveryCommandOfTheDeskIsAskedForAndAnswered(t *testing.T) {
	var commands []string
	inspect(t, "desk/desk.go", func(n ast.Node) {
		if v, ok := n.(*ast.ValueSpec); ok {
			if kind, ok := v.Type.(*ast.Ident); ok && kind.Name == "Command" {
				commands = append(commands, v.Names[0].Name)
			}
		}
	})
	if len(commands) < 20 {
		t.Fatalf("found only %d commands", len(commands))
	}
	asked, answered := map[string]bool{}, map[string]bool{}
	inspect(t, "menu.go", func(n ast.Node) { note(n, asked) })
	for _, screen := range []string{"people", "edition", "interviews", "insights", "yearbook", "history", "importer"} {
		files, err := filepath.Glob(screen + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatalf("%s has %d files: %v", screen, len(files), err)
		}
		for _, file := range files {
			inspect(t, file, func(n ast.Node) {
				switch n := n.(type) {
				case *ast.CaseClause:
					for _, e := range n.List {
						note(e, answered)
					}
				case *ast.BinaryExpr:
					note(n.Y, answered)
				}
			})
		}
	}
	for _, c := range commands {
		if !asked[c] {
			t.Errorf("no menu asks for %s", c)
		}
		if !answered[c] {
			t.Errorf("no screen answers to %s", c)
		}
	}
}

// note marks a name of the package desk.
func note(n ast.Node, names map[string]bool) {
	if sel, ok := n.(*ast.SelectorExpr); ok {
		if x, ok := sel.X.(*ast.Ident); ok && x.Name == "desk" {
			names[sel.Sel.Name] = true
		}
	}
}

func inspect(t *testing.T, file string, look func(ast.Node)) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		look(n)
		return true
	})
}

func TestMenuRestsWhileADialogIsOpen(t *testing.T) {
	path, _ := smallBook(t)
	s := openShell(t, nil, path)
	s.item(t, "About Laurel").Action()
	if len(s.win.Canvas().Overlays().List()) != 1 {
		t.Fatal("no dialog")
	}
	for _, item := range s.items() {
		item.Action()
	}
	s.settle()
	if n := len(s.win.Canvas().Overlays().List()); n != 1 || s.session == nil || s.current != screenMakers[0].name {
		t.Errorf("the menu acted under a dialog: %d dialogs, at %s", n, s.current)
	}
}

func TestListOfKeysNamesEveryShortcut(t *testing.T) {
	path, _ := smallBook(t)
	s := openShell(t, nil, path)
	s.item(t, "Keyboard shortcuts").Action()
	var labels []string
	for _, o := range test.LaidOutObjects(s.win.Canvas().Overlays().Top()) {
		if l, ok := o.(*kit.Label); ok {
			labels = append(labels, l.Text())
		}
	}
	for _, item := range s.items() {
		if item.Shortcut != nil && !slices.Contains(labels, item.Label) {
			t.Errorf("%q is not in the list", item.Label)
		}
	}
}

// The menu has the keys first, also those that a dialog says go on from it.
func TestCtrlEnterIsTheDialogsWhileOneIsOpen(t *testing.T) {
	path, _ := smallBook(t)
	s := openShell(t, nil, path)
	went := false
	kit.NewDialog(s.win, kit.DialogParams{Primary: "Save", Content: kit.NewArea("Note", ""), OnPrimary: func() bool { went = true; return true }}).Show()
	s.item(t, "Choose sentence").Action()
	if !went || kit.ModalOpen(s.win) {
		t.Error("Ctrl+Enter does not reach the dialog")
	}
}
