package typeset

import (
	"cmp"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Folder is a folder of fonts on the machine.
type Folder struct {
	FS fs.FS
	// Every takes any font there; else only those that are known to have the
	// characters of East Asia, because a machine may have thousands.
	Every bool
}

// FontsVariable names the environment variable in which a curator names a
// folder of fonts for what the embedded ones lack.
const FontsVariable = "LAUREL_FONTS"

// FurtherFonts gives the folders of fonts that this machine has: the one that
// the curator names, then those of the system and the user.
func FurtherFonts() []Folder {
	var folders []Folder
	add := func(every bool, parts ...string) {
		if parts[0] == "" {
			return
		}
		dir := filepath.Join(parts...)
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			folders = append(folders, Folder{FS: os.DirFS(dir), Every: every})
		}
	}
	add(true, os.Getenv(FontsVariable))
	home, _ := os.UserHomeDir() // without one there are the system's
	switch runtime.GOOS {
	case "windows":
		add(false, os.Getenv("WINDIR"), "Fonts")
		add(false, os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")
	case "darwin":
		add(false, home, "Library", "Fonts")
		add(false, "/Library", "Fonts")
		add(false, "/System", "Library", "Fonts")
	default:
		add(false, home, ".local", "share", "fonts")
		add(false, home, ".fonts")
		add(false, "/usr/local/share/fonts")
		add(false, "/usr/share/fonts")
	}
	return folders
}

// eastAsian are the beginnings of the names of font files that are known to
// have Han, kana or Hangul, the widest first.
var eastAsian = []string{
	"notoserifcjk-regular", "notosanscjk-regular", "notoserifcjk", "notosanscjk", "sourcehanserif-regular", "sourcehansans-regular", "sourcehanserif", "sourcehansans",
	"droidsansfallback", "wqy-zenhei", "wqy-microhei", "arial unicode", "arialuni", "uming", "ukai",
	"ipag", "ipam", "ipaexg", "ipaexm", "vl-gothic", "takao", "fonts-japanese", "unbatang", "undotum", "nanumgothic", "nanummyeongjo", "baekmuk",
	"msyh", "simsun", "simhei", "mingliu", "msjh", "yugoth", "meiryo", "msgothic", "malgun", "batang", "gulim",
	"pingfang", "songti", "stheiti", "hiragino", "applesdgothic", "applegothic", "applemyungjo",
}

// Bounds of the search: a folder of fonts may be anything that a path leads to.
const (
	mostFurtherFonts = 64
	largestFont      = 64 << 20 // bytes
	mostFontFiles    = 20_000   // looked at
)

// further are the fonts of the machine, found and read when they are first needed.
type further struct {
	mu     sync.Mutex
	found  bool
	files  []fontFile
	faces  []*Face
	unread int // the first of files that is not read yet
}

type fontFile struct {
	folder fs.FS
	path   string
	rank   int
}

// furtherFace gives a face of the machine that shows a cluster, nil where there is none.
func (l *Library) furtherFace(cluster []rune) *Face {
	f := &l.further
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.found {
		f.found = true
		f.find(l.params.Further)
	}
	for _, face := range f.faces {
		if face.shows(cluster) {
			return face
		}
	}
	for f.unread < len(f.files) {
		face := f.files[f.unread].read()
		f.unread++
		if face == nil {
			continue
		}
		f.faces = append(f.faces, face)
		if face.shows(cluster) {
			return face
		}
	}
	return nil
}

// find lists the font files, those that are asked first at the head. A folder
// that cannot be read has none.
func (f *further) find(folders []Folder) {
	seen := 0
	for _, folder := range folders {
		_ = fs.WalkDir(folder.FS, ".", func(name string, d fs.DirEntry, err error) error {
			if seen++; seen > mostFontFiles {
				return fs.SkipAll
			}
			if err != nil {
				return nil // a folder that may not be looked into
			}
			if rank, ok := rankOf(name, folder.Every); ok && !d.IsDir() {
				f.files = append(f.files, fontFile{folder.FS, name, rank})
			}
			return nil
		})
	}
	slices.SortStableFunc(f.files, func(a, b fontFile) int { return cmp.Compare(a.rank, b.rank) })
	f.files = f.files[:min(len(f.files), mostFurtherFonts)]
}

// rankOf says whether a file is to be asked, and when.
func rankOf(name string, every bool) (rank int, ok bool) {
	base := strings.ToLower(path.Base(name))
	switch path.Ext(base) {
	case ".ttf", ".ttc", ".otf":
	default:
		return 0, false
	}
	if every {
		return -1, true
	}
	rank = slices.IndexFunc(eastAsian, func(known string) bool { return strings.HasPrefix(base, known) })
	return rank, rank >= 0
}

// read gives the face of a file; nil for what cannot be printed: pictures for
// outlines, a licence that forbids embedding, damage.
func (f fontFile) read() *Face {
	info, err := fs.Stat(f.folder, f.path)
	if err != nil || info.Size() > largestFont {
		return nil
	}
	b, err := fs.ReadFile(f.folder, f.path)
	if err != nil {
		return nil
	}
	face, err := ParseFace(path.Base(f.path), b)
	if err != nil || face.metrics.restricted {
		return nil
	}
	return face
}
