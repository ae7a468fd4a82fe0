package kit

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
)

// fileBrowser chooses a file where the desktop has no dialog for it: a path
// that can be typed, and the folder it is in.
type fileBrowser struct {
	params  FileParams
	save    bool
	window  fyne.Window
	chosen  func(string)
	folder  string // gone to last: a path is typed relative to it
	listed  string // the folder whose entries are shown: that of what is typed
	entries []fileEntry
	path    *Field
	list    *List
	empty   fyne.CanvasObject
	dialog  *Dialog
}

func newBrowser(w fyne.Window, p FileParams, save bool, chosen func(string)) *fileBrowser {
	b := &fileBrowser{params: p, save: save, window: w, chosen: chosen}
	b.path = NewField("", "")
	b.path.OnChanged = func(string) { b.follow() }
	b.list = NewList(ListParams{
		RowHeight: 32, Single: true, Label: p.Title,
		Length: func() int { return len(b.entries) },
		Create: func() fyne.CanvasObject {
			return Pad(MidRow(10, Natural(NewIcon(IconFile, 20, Ink2)), Grow(1, NewLine(Run{Style: Body, Cut: CutMiddle}))), 4, 12, 4, 12)
		},
		Update: b.fill,
	})
	b.list.OnSelected = b.selected
	b.list.OnOpen = b.open
	b.path.OnKey = func(ev *fyne.KeyEvent) bool {
		return (ev.Name == fyne.KeyUp || ev.Name == fyne.KeyDown) && b.list.HandleKey(ev)
	}
	up := NewIconButton(IconArrowUp, lang.L("Up one folder"), func() { b.show(filepath.Dir(b.listed)) })
	b.empty = NewEmpty(EmptyParams{Icon: IconFolder, Missing: lang.L("Nothing to show in this folder"), Do: shownFiles(p), Plain: true})
	frame := stacked(NewFrame(Clear, Line, 6), PadAll(b.list, 1), b.empty)
	content := container.NewBorder(Pad(Row(8, Natural(Sized(Middle(up), 36, 36)), Grow(1, b.path)), 0, 0, 12, 0), nil, nil, nil, frame)
	b.dialog = NewDialog(w, DialogParams{
		Title: p.Title, Content: content, Primary: p.Accept, OnPrimary: b.submit,
		Width: 640, Height: 520, First: b.path.Focusable(),
	})
	b.show(p.Folder)
	b.dialog.Show()
	b.path.SelectAll()
	return b
}

func (b *fileBrowser) fill(row int, o fyne.CanvasObject) {
	e := b.entries[row]
	line := o.(*fyne.Container).Objects[0].(*fyne.Container)
	icon, token := IconFile, Ink2
	if e.folder {
		icon, token = IconFolder, Accent
	}
	line.Objects[0].(*Icon).Set(icon, token)
	line.Objects[1].(*Label).SetRuns(Run{Text: e.name, Style: Body, Cut: CutMiddle})
}

// shownFiles says which files the list shows.
func shownFiles(p FileParams) string {
	switch {
	case p.Directory:
		return lang.L("Folders are shown.")
	case len(p.Filter.Endings) == 0:
		return lang.L("All folders and files are shown, apart from hidden ones.")
	}
	return lang.L("Folders are shown, and files that end in {{.Endings}}.", map[string]any{"Endings": strings.Join(p.Filter.Endings, " ")})
}

// show goes to a folder.
func (b *fileBrowser) show(folder string) {
	if !b.read(folder) {
		b.path.SetError(lang.L("This folder cannot be read"))
		return
	}
	b.folder = folder
	path := folder
	if b.save {
		path = filepath.Join(folder, b.params.Name)
	} else {
		path = withSeparator(path)
	}
	b.path.SetText(path)
	b.path.SetError("")
}

func withSeparator(folder string) string {
	return strings.TrimSuffix(folder, string(filepath.Separator)) + string(filepath.Separator)
}

// read lists a folder.
func (b *fileBrowser) read(folder string) bool {
	entries, err := filesIn(folder, b.params)
	if err != nil {
		return false
	}
	b.listed, b.entries = folder, entries
	b.list.SetMarked()
	b.list.SetOffset(0)
	b.list.Refresh()
	if len(entries) == 0 {
		b.empty.Show()
	} else {
		b.empty.Hide()
	}
	return true
}

// follow lists the folder of the path that is being typed, from the name on that
// begins like it.
func (b *fileBrowser) follow() {
	b.path.SetError("")
	folder, name := filepath.Split(b.typed())
	if folder = filepath.Clean(folder); folder != b.listed {
		b.read(folder)
	}
	b.list.SetMarked()
	for i, e := range b.entries {
		if name != "" && strings.HasPrefix(strings.ToLower(e.name), strings.ToLower(name)) {
			b.list.Reveal(i)
			if e.name == name {
				b.list.SetMarked(i)
			}
			return
		}
	}
}

// typed is the path as it is typed, from the root on.
func (b *fileBrowser) typed() string {
	path := strings.TrimSpace(b.path.Text())
	if rest, ok := strings.CutPrefix(path, "~"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			path = withSeparator(home) + strings.TrimPrefix(rest, string(filepath.Separator))
		}
	}
	if !filepath.IsAbs(path) {
		path = withSeparator(b.folder) + path
	}
	return path
}

func (b *fileBrowser) selected(row int) {
	if row < 0 || (b.save && b.entries[row].folder) {
		return
	}
	b.path.SetText(filepath.Join(b.listed, b.entries[row].name))
	b.path.SetError("")
}

func (b *fileBrowser) open(row int) {
	if b.entries[row].folder {
		b.show(filepath.Join(b.listed, b.entries[row].name))
		return
	}
	b.dialog.Submit()
}

// submit takes the path, or goes into it where it is a folder and a file is wanted.
func (b *fileBrowser) submit() bool {
	path := filepath.Clean(b.typed())
	switch {
	case isFolder(path) && b.params.Directory && !b.save:
	case isFolder(path):
		b.show(path)
		return false
	case b.save:
		return b.submitNew(withEnding(path, b.params.Filter))
	default:
		if _, err := os.Stat(path); err != nil {
			b.path.SetError(lang.L("There is no such file"))
			return false
		}
	}
	b.finish(path)
	return true
}

func (b *fileBrowser) submitNew(path string) bool {
	if !isFolder(filepath.Dir(path)) {
		b.path.SetError(lang.L("There is no such folder"))
		return false
	}
	if _, err := os.Stat(path); err == nil {
		Confirm(b.window, lang.L("The file exists"),
			lang.L("Replace {{.Name}}?", map[string]any{"Name": filepath.Base(path)}),
			lang.L("Replace"), func() {
				b.dialog.Close()
				b.finish(path)
			})
		return false
	}
	b.finish(path)
	return true
}

// finish hands the path on once the dialog is gone, so that what comes next
// may show one of its own.
func (b *fileBrowser) finish(path string) {
	b.dialog.Close()
	b.chosen(path)
}
