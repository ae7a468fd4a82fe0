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
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Folder is a folder of fonts on the machine.
type Folder struct {
	FS fs.FS
	// First asks its fonts before those of the other folders.
	First bool
}

// FontsVariable names the environment variable in which a curator names a
// folder of fonts for what the embedded ones lack.
const FontsVariable = "LAUREL_FONTS"

// FurtherFonts gives the folders of fonts that this machine has: the one that
// the curator names, then those of the system and the user.
func FurtherFonts() []Folder {
	var folders []Folder
	add := func(first bool, parts ...string) {
		if parts[0] == "" {
			return
		}
		dir := filepath.Join(parts...)
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			folders = append(folders, Folder{FS: os.DirFS(dir), First: first})
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

// plain are the beginnings of the names of font files for running text, in the
// order in which they are asked: Noto and its sisters, which have every script,
// then what the systems bring. Any other font comes after them.
var plain = []string{
	"notoserif", "sourcehanserif", "notonaskh", "notosans", "sourcehansans", "noto", "freeserif", "dejavuserif", "dejavusans", "freesans",
	"droidsansfallback", "wqy-zenhei", "wqy-microhei", "uming", "ukai",
	"ipag", "ipam", "ipaexg", "ipaexm", "vl-gothic", "takao", "fonts-japanese", "unbatang", "undotum", "nanumgothic", "nanummyeongjo", "baekmuk",
	"msyh", "simsun", "simhei", "mingliu", "msjh", "yugoth", "meiryo", "msgothic", "malgun", "batang", "gulim",
	"leelaw", "nirmala", "sylfaen", "ebrima", "mmrtext", "himalaya", "gadugi", "arial unicode", "arialuni",
	"songti", "pingfang", "stheiti", "hiragino", "applesdgothic", "applegothic", "applemyungjo",
	"thonburi", "kohinoor", "mshtakan", "kefa", "lao mn", "khmer mn", "myanmar mn", "sinhala mn",
}

// hollow are fonts that have a glyph for every character and show none of them.
var hollow = []string{"lastresort", "adobeblank", "unifont"}

// styled are words in the names of font files that are not the regular style.
var styled = []string{"bold", "black", "heavy", "light", "thin", "medium", "italic", "oblique", "slanted", "condensed", "mono", "display"}

// Bounds of the search: a folder of fonts may be anything that a path leads to.
const (
	mostFurtherFonts = 64       // read
	largestFont      = 64 << 20 // bytes
	mostFontFiles    = 20_000   // looked at
)

// further are the fonts of the machine: looked through when the first character
// asks for one, read when they have what is asked.
type further struct {
	mu    sync.Mutex
	files map[block][]*fontFile // nil until they are looked for; those that are asked first at the head
	read  int                   // files
}

type fontFile struct {
	folder fs.FS
	path   string
	rank   int
	blocks map[block]int // how many characters of each it has
	tried  bool
	face   *Face // once tried; nil where it cannot be printed
}

// block is a row of 128 characters: most scripts have one of their own.
type block rune

func blockOf(r rune) block { return block(r >> 7) }

// printed says whether a cluster is of letters or signs that are printed in black:
// emoji are pictures, which fonts of the machine draw each in its own way.
func printed(cluster []rune) bool {
	const pictures, asPicture = 0x1F000, 0xFE0F
	switch {
	case dense(cluster[0]) || scriptOf(cluster) != 0:
		return true
	case cluster[0] >= pictures && cluster[0] < 0x20000 && !unicode.Is(unicode.Sm, cluster[0]), slices.Contains(cluster, asPicture):
		return false
	}
	return unicode.IsPrint(cluster[0])
}

// furtherFace gives a face of the machine that shows a cluster, nil where there is
// none. What is no letter or sign is looked for only in the curator's own fonts.
func (l *Library) furtherFace(cluster []rune) *Face {
	own := !printed(cluster)
	if own && !slices.ContainsFunc(l.params.Further, func(folder Folder) bool { return folder.First }) {
		return nil
	}
	f := &l.further
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.files == nil {
		f.files = find(l.params.Further)
	}
	for _, file := range f.files[blockOf(cluster[0])] {
		if own && !file.first() {
			continue
		}
		if !file.tried && f.read < mostFurtherFonts {
			file.tried = true
			f.read++
			file.face = file.parse()
		}
		if file.face != nil && file.face.shows(cluster) {
			return file.face
		}
	}
	return nil
}

// find gives the font files that have characters of each block: by their rank,
// but those that have few of them, for the sake of another script, come last
// unless the curator names them.
// The order does not depend on what was asked before, nor does the book. A
// folder that cannot be read has none.
func find(folders []Folder) map[block][]*fontFile {
	var all []*fontFile
	seen := 0
	for _, folder := range folders {
		_ = fs.WalkDir(folder.FS, ".", func(name string, d fs.DirEntry, err error) error {
			if seen++; seen > mostFontFiles {
				return fs.SkipAll
			}
			if err != nil {
				return nil // a folder that may not be looked into
			}
			if rank, ok := rankOf(name, folder.First); ok && !d.IsDir() {
				all = append(all, &fontFile{folder: folder.FS, path: name, rank: rank, blocks: blocksIn(folder.FS, name)})
			}
			return nil
		})
	}
	slices.SortStableFunc(all, func(a, b *fontFile) int { return cmp.Compare(a.rank, b.rank) })
	out, most := map[block][]*fontFile{}, map[block]int{}
	for _, file := range all {
		for b, n := range file.blocks {
			out[b] = append(out[b], file)
			most[b] = max(most[b], n)
		}
	}
	for b, files := range out {
		slices.SortStableFunc(files, func(x, y *fontFile) int {
			return cmp.Compare(x.turn(b, most[b]), y.turn(b, most[b]))
		})
	}
	return out
}

// first says whether the file is of the curator's own folder.
func (f *fontFile) first() bool { return f.rank < 0 }

// turn says when a file is asked for a block of which some font has the most characters.
func (f *fontFile) turn(b block, most int) int {
	switch {
	case f.first():
		return 0
	case 2*f.blocks[b] >= most:
		return 1
	}
	return 2
}

// rankOf says whether a file is to be asked, and when.
func rankOf(name string, first bool) (rank int, ok bool) {
	base := strings.ToLower(path.Base(name))
	begins := func(known string) bool { return strings.HasPrefix(base, known) }
	switch path.Ext(base) {
	case ".ttf", ".ttc", ".otf":
	default:
		return 0, false
	}
	if slices.ContainsFunc(hollow, begins) {
		return 0, false
	}
	switch rank = slices.IndexFunc(plain, begins); {
	case first:
		rank = -1
	case rank < 0:
		rank = len(plain)
	}
	rank *= 2
	if slices.ContainsFunc(styled, func(word string) bool { return strings.Contains(base, word) }) {
		rank++
	}
	return rank, true
}

// blocksIn counts the characters that a font file has, and reads nothing else
// of it: a machine may have thousands. What is no font has none.
func blocksIn(folder fs.FS, name string) (out map[block]int) {
	defer func() {
		if recover() != nil { // foreign fonts can break any parser
			out = nil
		}
	}()
	file, err := folder.Open(name)
	if err != nil {
		return nil
	}
	defer file.Close()
	resource, ok := file.(opentype.Resource)
	if !ok {
		return nil
	}
	fonts, err := opentype.NewLoaders(resource)
	if err != nil || len(fonts) == 0 {
		return nil
	}
	raw, err := fonts[0].RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		return nil
	}
	table, _, err := tables.ParseCmap(raw)
	if err != nil {
		return nil
	}
	cmap, _, err := font.ProcessCmap(table, tables.FPNone)
	if err != nil {
		return nil
	}
	ranger, ok := cmap.(font.CmapRuneRanger)
	if !ok {
		return nil
	}
	out = map[block]int{}
	for _, r := range ranger.RuneRanges(nil) {
		first, last := r[0], min(r[1], unicode.MaxRune)
		for b := blockOf(first); b <= blockOf(last); b++ {
			out[b] += int(min(last, rune(b)<<7|0x7F) - max(first, rune(b)<<7) + 1)
		}
	}
	return out
}

// parse gives the face of a file; nil for what cannot be printed: pictures for
// outlines, a licence that forbids embedding, damage.
func (f *fontFile) parse() *Face {
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
