package typeset_test

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"laurel/assets"
	"laurel/export/typeset"
)

// eastern is a font that has 96 ideographs and two marks of East Asia, drawn
// like the Latin letters of an embedded one.
func eastern(t *testing.T) []byte {
	return fontOf(t, [][3]uint32{{0x3001, 0x3002, 3}, {0x4E00, 0x4E5F, 20}})
}

// fontOf is a font that has groups of characters, the first and the last of each
// given and the glyph of an embedded font from which on they are drawn.
func fontOf(t *testing.T, groups [][3]uint32) []byte {
	t.Helper()
	b, err := fs.ReadFile(assets.Fonts(), "SourceSans3-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	table := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	table = binary.BigEndian.AppendUint32(table, uint32(16+12*len(groups)))
	table = binary.BigEndian.AppendUint32(table, 0)
	table = binary.BigEndian.AppendUint32(table, uint32(len(groups)))
	for _, g := range groups {
		for _, v := range g {
			table = binary.BigEndian.AppendUint32(table, v)
		}
	}
	out := append([]byte(nil), b...)
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		if record := out[12+16*i:]; string(record[:4]) == "cmap" {
			binary.BigEndian.PutUint32(record[8:], uint32(len(out)))
			binary.BigEndian.PutUint32(record[12:], uint32(len(table)))
		}
	}
	return append(out, table...)
}

// collected wraps a font as the only one of a collection.
func collected(b []byte) []byte {
	out := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), b...)
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		offset := out[16+12+16*i+8:]
		binary.BigEndian.PutUint32(offset, binary.BigEndian.Uint32(offset)+16)
	}
	return out
}

// restricted forbids to embed a font.
func restricted(b []byte) []byte {
	out := append([]byte(nil), b...)
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		if record := b[12+16*i:]; string(record[:4]) == "OS/2" {
			binary.BigEndian.PutUint16(out[binary.BigEndian.Uint32(record[8:])+8:], 2)
		}
	}
	return out
}

func libraryWith(t *testing.T, folders ...typeset.Folder) (*typeset.Library, typeset.Style) {
	t.Helper()
	lib, err := typeset.NewLibrary(typeset.Params{Fonts: assets.Fonts(), Patterns: assets.Hyphenation(), Further: folders})
	if err != nil {
		t.Fatal(err)
	}
	return lib, bodyStyle(t, lib)
}

// Characters that the embedded fonts lack come from a font of the machine that
// may be embedded; what cannot be used is passed over, and the characters are reported.
func TestFurtherFonts(t *testing.T) {
	font := eastern(t)
	// Cut from Noto Serif CJK (SIL Open Font License 1.1): its outlines are PostScript's.
	postScript, err := os.ReadFile(filepath.Join("testdata", "cjk.otf"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, file string
		data       []byte
		found      bool
	}{
		{"a font", "truetype/droid/DroidSansFallbackFull.ttf", font, true},
		{"a collection", "wqy-zenhei.ttc", collected(font), true},
		{"an unknown name", "Fancy.ttf", font, true},
		{"a font that shows nothing", "LastResort.otf", font, false},
		{"no font", "wqy-zenhei.ttc", []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\xFF\xFF\xFF\xFFmuch too short"), false},
		{"PostScript outlines", "opentype/noto/NotoSerifCJK-Regular.otf", postScript, true},
		{"a collection of them", "NotoSerifCJK-Regular.ttc", collected(postScript), true},
		{"no outlines", "NotoSansCJK.otf", []byte("OTTO\x00\x00\x00\x00\x00\x00\x00\x00"), false},
		{"not to be embedded", "msyh.ttf", restricted(font), false},
		{"a text", "msyh.txt", font, false},
	} {
		lib, style := libraryWith(t, typeset.Folder{FS: fstest.MapFS{tt.file: {Data: tt.data}}})
		line, missing := lib.SetLine(typeset.Span{Text: "Li 一丁 here", Style: style})
		if found := len(missing) == 0; found != tt.found {
			t.Errorf("%s: missing %v", tt.name, missing)
		}
		if tt.found && !strings.HasPrefix(tt.file, line.Glyphs[3].Face.ID()) && !strings.HasSuffix(tt.file, line.Glyphs[3].Face.ID()) {
			t.Errorf("%s: the character is of %s", tt.name, line.Glyphs[3].Face.ID())
		}
		if got := shown(line); got != "Li 一丁 here" {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
	if _, err := typeset.ParseFace("x", []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x10")); !errors.Is(err, typeset.ErrFont) {
		t.Errorf("a collection without fonts: %v", err)
	}
}

// Signs come from the fonts of the machine as letters do. Emoji and characters of
// private use look different in each: they come from the curator's own fonts only.
func TestSignsOfFurtherFonts(t *testing.T) {
	signs := [][3]uint32{{0x2605, 0x2605, 20}, {0xE000, 0xE000, 21}, {0x1D518, 0x1D518, 22}, {0x1F600, 0x1F600, 23}, {0xF0000, 0xF0000, 24}}
	files := fstest.MapFS{"Signs.ttf": {Data: fontOf(t, signs)}}
	for _, own := range []bool{false, true} {
		lib, style := libraryWith(t, typeset.Folder{FS: files, First: own})
		_, missing := lib.SetLine(typeset.Span{Text: "★ \uE000 𝔘 😀 \U000F0000", Style: style})
		var got []rune
		for _, m := range missing {
			got = append(got, m.Rune)
		}
		want := "\uE000😀\U000F0000"
		if own {
			want = ""
		}
		if string(got) != want {
			t.Errorf("own %v: missing %q, want %q", own, string(got), want)
		}
	}
}

// The curator's own folder is asked first, then fonts made for running text in
// their regular style, then any other.
func TestFurtherFontsInTurn(t *testing.T) {
	font := eastern(t)
	files := func(names ...string) fs.FS {
		out := fstest.MapFS{}
		for _, name := range names {
			out[name] = &fstest.MapFile{Data: font}
		}
		return out
	}
	machine := typeset.Folder{FS: files("aFancy.ttf", "NotoSansSC-Bold.ttf", "NotoSerifSC-Black.ttf", "NotoSerifSC-Regular.ttf")}
	own := typeset.Folder{FS: files("Own-Bold.ttf", "Own.ttf"), First: true}
	for _, tt := range []struct {
		want    string
		folders []typeset.Folder
	}{
		{"NotoSerifSC-Regular.ttf", []typeset.Folder{machine}},
		{"Own.ttf", []typeset.Folder{machine, own}},
		{"aFancy.ttf", []typeset.Folder{{FS: files("zFancy.ttf", "aFancy.ttf")}}},
	} {
		lib, style := libraryWith(t, tt.folders...)
		line, _ := lib.SetLine(typeset.Span{Text: "一", Style: style})
		if got := line.Glyphs[0].Face.ID(); got != tt.want {
			t.Errorf("asked first: %s, want %s", got, tt.want)
		}
	}
}

// Scripts without word spaces are divided where a syllable surely begins, never between a
// consonant and what belongs to it.
func TestSyllables(t *testing.T) {
	lib, style := newSetter(t) // the letters print as boxes, and are divided all the same
	for _, tt := range []struct{ text, want string }{
		{"ประเทศไทยและโลก", "ประ|เทศ|ไทย|และ|โลก"},
		{"น้ำตาลทำงาน", "น้ำ|ตาลทำ|งาน"},
		{"ເວລາໄປ", "ເວລາ|ໄປ"},
		{"မြန်မာနိုင်ငံ", "မြန်|မာ|နိုင်|ငံ"},
		{"ဗုဒ္ဓ", "ဗုဒ္ဓ"},
		{"សាមញ្ញមួយហើយចម្លើយ", "សាមញ្ញ|មួយ|ហើយចម្លើយ"},
	} {
		syllables := map[int]bool{}
		at := 0
		for part := range strings.SplitSeq(tt.want, "|") {
			at += len(part)
			syllables[at] = at < len(tt.text)
		}
		divided := 0
		for mm := 20; mm < 60; mm++ {
			r, err := lib.Set(t.Context(), typeset.Paragraph{Spans: []typeset.Span{{Text: strings.Repeat(tt.text+" ", 30), Style: style}}, Measure: typeset.MM(float64(mm))})
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range r.Lines {
				within := line.End % (len(tt.text) + 1)
				if within == 0 || within == len(tt.text) {
					continue
				}
				divided++
				if !syllables[within] {
					t.Errorf("%s is divided after %s", tt.text, tt.text[:within])
				}
			}
		}
		if wanted := strings.Contains(tt.want, "|"); wanted != (divided > 0) {
			t.Errorf("%s is divided %d times", tt.text, divided)
		}
	}
}

// Text without word spaces is divided between its characters, never before a
// full stop, and fills its lines.
func TestEastAsianLines(t *testing.T) {
	lib, style := libraryWith(t, typeset.Folder{FS: fstest.MapFS{"wqy-zenhei.ttf": {Data: eastern(t)}}})
	var text strings.Builder
	for i := range 300 {
		text.WriteRune(rune(0x4E00 + i*37%96))
		if i%13 == 12 {
			text.WriteRune('。')
		}
	}
	p := typeset.Paragraph{Spans: []typeset.Span{{Text: text.String(), Style: style}}, Measure: typeset.MM(60)}
	r, err := lib.Set(t.Context(), p)
	if err != nil || len(r.Missing) > 0 || len(r.Overfull) > 0 || len(r.Lines) < 5 {
		t.Fatalf("%d lines, missing %v, overfull %v, %v", len(r.Lines), r.Missing, r.Overfull, err)
	}
	var all strings.Builder
	for i, line := range r.Lines {
		got := shown(line)
		all.WriteString(got)
		if strings.HasPrefix(got, "。") {
			t.Errorf("line %d begins with a full stop", i)
		}
		if lack := p.Measure - line.Width; i < len(r.Lines)-1 && (lack > style.Size/20 || lack < -style.Size/20) {
			t.Errorf("line %d lacks %d", i, lack)
		}
	}
	if strings.TrimSpace(all.String()) != text.String() {
		t.Error("the text changed")
	}
}

// Where such a text has some word spaces, a line that is short opens between all
// its characters, and not in one gap.
func TestEastAsianLinesWithLatinNames(t *testing.T) {
	lib, style := libraryWith(t, typeset.Folder{FS: fstest.MapFS{"wqy-zenhei.ttf": {Data: eastern(t)}}})
	var text strings.Builder
	for i := range 600 {
		text.WriteRune(rune(0x4E00 + i*37%96))
		if i%29 == 28 {
			text.WriteString("John Smith")
		}
	}
	p := typeset.Paragraph{Spans: []typeset.Span{{Text: text.String(), Style: style}}, Measure: typeset.MM(60), Align: typeset.Justify}
	r, err := lib.Set(t.Context(), p)
	if err != nil || len(r.Overfull) > 0 {
		t.Fatalf("overfull %v, %v", r.Overfull, err)
	}
	spaced := 0
	for i, line := range r.Lines[:len(r.Lines)-1] {
		if line.Space > 0 {
			spaced++
		}
		if line.Space > 1.8 {
			t.Errorf("line %d, %q, has a space of %.1f", i, shown(line), line.Space)
		}
		if lack := p.Measure + line.Hang - line.Width; lack > style.Size/20 || lack < -style.Size/4 {
			t.Errorf("line %d, %q, lacks %d", i, shown(line), lack)
		}
	}
	if spaced < 5 {
		t.Errorf("%d lines have spaces", spaced)
	}
}

// A collection of any bytes is a font or an error, never a crash.
func FuzzFontCollection(f *testing.F) {
	f.Add([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"))
	f.Add([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00glyf\x00\x00\x00\x00\x00\x00\x00\x10\x00\x00\x00\x20"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := typeset.ParseFace("x", append([]byte("ttcf"), b...)); err != nil && !errors.Is(err, typeset.ErrFont) {
			t.Errorf("%v", err)
		}
	})
}
