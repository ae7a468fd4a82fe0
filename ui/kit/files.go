package kit

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// FileFilter is a kind of file to choose from: a name and endings with their
// dot. Without endings it is every file.
type FileFilter struct {
	Name    string
	Endings []string
}

func (f FileFilter) takes(name string) bool {
	if len(f.Endings) == 0 {
		return true
	}
	lower := strings.ToLower(name)
	for _, e := range f.Endings {
		if strings.HasSuffix(lower, strings.ToLower(e)) {
			return true
		}
	}
	return false
}

// FileParams says which file is wanted.
type FileParams struct {
	Title string
	// Accept is the word of the button; "" stands for Open or Save.
	Accept string
	Filter FileFilter
	// Folder to begin in; "" is the one used last, else the home folder.
	Folder string
	// Name proposed for a file to be saved.
	Name string
	// Directory asks for a folder.
	Directory bool
}

var (
	errNoChooser = errors.New("the desktop offers no file dialog")
	lastFolder   string // touched on the UI goroutine only
)

// OpenFile asks for a file or folder that exists, in the desktop's own dialog
// where there is one. chosen runs on the UI goroutine, unless the user cancels.
func OpenFile(w fyne.Window, p FileParams, chosen func(path string)) {
	if p.Accept == "" {
		p.Accept = lang.L("Open")
	}
	askFile(w, p, false, chosen)
}

// SaveFile asks for the path of a file to be written. The ending of the filter
// is added where there is none. A file that exists is asked about.
func SaveFile(w fyne.Window, p FileParams, chosen func(path string)) {
	if p.Accept == "" {
		p.Accept = lang.L("Save")
	}
	askFile(w, p, true, chosen)
}

func askFile(w fyne.Window, p FileParams, save bool, chosen func(string)) {
	if p.Folder == "" {
		p.Folder = startFolder()
	}
	done := func(path string) {
		if save {
			path = withEnding(path, p.Filter)
		}
		lastFolder = filepath.Dir(path)
		chosen(path)
	}
	if !desktopChooser() {
		newBrowser(w, p, save, done)
		return
	}
	parent := parentHandle(w)
	go func() {
		path, err := chooseFile(parent, p, save)
		fyne.Do(func() {
			switch {
			case err != nil:
				newBrowser(w, p, save, done)
			case path != "":
				done(path)
			}
		})
	}()
}

func startFolder() string {
	if lastFolder != "" {
		return lastFolder
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return string(filepath.Separator)
	}
	if documents := filepath.Join(home, "Documents"); isFolder(documents) {
		return documents
	}
	return home
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func withEnding(path string, f FileFilter) string {
	if len(f.Endings) == 0 || f.takes(path) {
		return path
	}
	return path + f.Endings[0]
}

// filesIn lists a folder: folders first, then the files a filter takes, hidden
// ones left out.
func filesIn(folder string, p FileParams) ([]fileEntry, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("read the folder %s: %w", folder, err)
	}
	var folders, files []fileEntry
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") {
			continue
		}
		path := filepath.Join(folder, name)
		switch {
		case e.IsDir() || (e.Type()&os.ModeSymlink != 0 && isFolder(path)):
			folders = append(folders, fileEntry{name: name, folder: true})
		case !p.Directory && p.Filter.takes(name):
			files = append(files, fileEntry{name: name})
		}
	}
	for _, all := range [][]fileEntry{folders, files} {
		slices.SortFunc(all, func(a, b fileEntry) int { return strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name)) })
	}
	return append(folders, files...), nil
}

type fileEntry struct {
	name   string
	folder bool
}
