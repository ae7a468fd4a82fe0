package kit

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
)

func folderWith(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, n := range names {
		path := filepath.Join(dir, n)
		if filepath.Ext(n) == "" {
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var books = FileFilter{Name: "Books", Endings: []string{".laurel"}}

func TestFilesIn(t *testing.T) {
	dir := folderWith(t, "B.laurel", "a.LAUREL", "notes.txt", "photos", ".hidden")
	tests := []struct {
		params FileParams
		want   []string
	}{
		{FileParams{Filter: books}, []string{"photos", "a.LAUREL", "B.laurel"}},
		{FileParams{}, []string{"photos", "a.LAUREL", "B.laurel", "notes.txt"}},
		{FileParams{Directory: true}, []string{"photos"}},
	}
	for _, tt := range tests {
		entries, err := filesIn(dir, tt.params)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range entries {
			got = append(got, e.name)
		}
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%+v lists %q, want %q", tt.params, got, tt.want)
		}
	}
	if _, err := filesIn(filepath.Join(dir, "nowhere"), FileParams{}); err == nil {
		t.Error("a folder that does not exist was listed")
	}
}

func TestOpenFileWithoutADesktop(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	dir := folderWith(t, "a.laurel", "photos")
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(1000, 800))
	got := ""
	OpenFile(w, FileParams{Title: "Open", Filter: books, Folder: dir}, func(p string) { got = p })
	field := w.Canvas().Focused().(*input)
	press(w.Canvas(), fyne.KeyDown)
	if field.Text != filepath.Join(dir, "photos") {
		t.Errorf("↓ in the path chose %q", field.Text)
	}
	field.SetText(filepath.Join(dir, "b.laurel"))
	press(w.Canvas(), fyne.KeyReturn)
	if got != "" || !ModalOpen(w) {
		t.Fatal("a file that does not exist was opened")
	}
	field.SetText(filepath.Join(dir, "photos"))
	press(w.Canvas(), fyne.KeyReturn)
	if got != "" || !ModalOpen(w) {
		t.Fatal("a folder was opened as a file")
	}
	field.SetText(filepath.Join("..", "a.laurel"))
	press(w.Canvas(), fyne.KeyReturn)
	if got != filepath.Join(dir, "a.laurel") || ModalOpen(w) {
		t.Errorf("opened %q", got)
	}
}

func TestListFollowsTheTypedPath(t *testing.T) {
	dir := folderWith(t, "a.laurel", "photos", "empty")
	if err := os.WriteFile(filepath.Join(dir, "photos", "Harbour.laurel"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(1000, 800))
	b := newBrowser(w, FileParams{Title: "Open", Filter: books, Folder: dir}, false, func(string) {})
	shown := func() (names []string) {
		for _, e := range b.entries {
			names = append(names, e.name)
		}
		return names
	}
	field := w.Canvas().Focused().(*input)
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"photos", []string{"empty", "photos", "a.laurel"}},
		{"photos/", []string{"Harbour.laurel"}},
		{"photos/harb", []string{"Harbour.laurel"}},
		{filepath.Join(dir, "photos") + "/", []string{"Harbour.laurel"}},
		{filepath.Join(dir, "nowhere") + "/", []string{"Harbour.laurel"}},
		{"empty/", nil},
		{"a", []string{"empty", "photos", "a.laurel"}},
	} {
		field.SetText(c.typed)
		if got := shown(); !reflect.DeepEqual(got, c.want) {
			t.Errorf("at %q the list shows %q, want %q", c.typed, got, c.want)
		}
		if empty := len(b.entries) == 0; b.empty.Visible() != empty {
			t.Errorf("at %q the list says that it is empty: %v", c.typed, b.empty.Visible())
		}
	}
}

func TestSaveFileAsksBeforeReplacing(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	dir := folderWith(t, "a.laurel")
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(1000, 800))
	got := ""
	params := FileParams{Title: "Save", Filter: books, Folder: dir, Name: "new"}
	SaveFile(w, params, func(p string) { got = p })
	press(w.Canvas(), fyne.KeyReturn)
	if got != filepath.Join(dir, "new.laurel") {
		t.Fatalf("saved as %q", got)
	}
	got = ""
	params.Name = "a.laurel"
	SaveFile(w, params, func(p string) { got = p })
	press(w.Canvas(), fyne.KeyReturn)
	if got != "" {
		t.Fatal("replaced without asking")
	}
	press(w.Canvas(), fyne.KeyReturn)
	if got != filepath.Join(dir, "a.laurel") || ModalOpen(w) {
		t.Errorf("after the answer saved as %q", got)
	}
}
