package typeset_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"laurel/assets"
	"laurel/export/typeset"
)

func newLibrary(t testing.TB) *typeset.Library {
	t.Helper()
	lib, err := typeset.NewLibrary(typeset.Params{Fonts: assets.Fonts(), Patterns: assets.Hyphenation()})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func TestEveryEmbeddedFaceIsUsable(t *testing.T) {
	lib := newLibrary(t)
	files, err := fs.Glob(assets.Fonts(), "*.ttf")
	if err != nil || len(files) < 20 {
		t.Fatalf("found %d fonts, %v", len(files), err)
	}
	for _, name := range files {
		id := strings.TrimSuffix(name, ".ttf")
		f, err := lib.Face(id)
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		if f.ID() != id || f.PostScriptName() != id {
			t.Errorf("%s: ID %q, PostScript name %q", id, f.ID(), f.PostScriptName())
		}
		if f.UnitsPerEm() != 1000 || f.Ascent() < 800 || f.Descent() > -200 || f.CapHeight() < 600 || f.XHeight() < 400 {
			t.Errorf("%s: em %d, ascent %d, descent %d, capitals %d, x %d", id, f.UnitsPerEm(), f.Ascent(), f.Descent(), f.CapHeight(), f.XHeight())
		}
		if g, ok := f.NominalGlyph(' '); !ok || f.GlyphAdvance(g) < 150 {
			t.Errorf("%s: space is glyph %d, %d wide", id, g, f.GlyphAdvance(g))
		}
	}
}

func TestFaceStyles(t *testing.T) {
	lib := newLibrary(t)
	tests := []struct {
		id     string
		weight int
		italic bool
	}{
		{"SourceSerif4SmText-Regular", 400, false},
		{"SourceSerif4SmText-Semibold", 600, false},
		{"SourceSerif4Display-LightIt", 300, true},
		{"SourceSans3-Black", 900, false},
	}
	for _, tt := range tests {
		f, err := lib.Face(tt.id)
		if err != nil {
			t.Fatal(err)
		}
		if f.Weight() != tt.weight || f.Italic() != tt.italic {
			t.Errorf("%s: weight %d italic %v, want %d %v", tt.id, f.Weight(), f.Italic(), tt.weight, tt.italic)
		}
	}
}

func TestFaceRefusesWhatIsNoFont(t *testing.T) {
	for name, b := range map[string][]byte{
		"empty": nil, "text": []byte("no font at all"), "OpenType with CFF": []byte("OTTO\x00\x00\x00\x00\x00\x00\x00\x00"),
		"cut short": firstBytes(t, "SourceSans3-Regular.ttf", 4000),
	} {
		if _, err := typeset.ParseFace(name, b); !errors.Is(err, typeset.ErrFont) {
			t.Errorf("%s: error %v, want ErrFont", name, err)
		}
	}
}

func firstBytes(t *testing.T, name string, n int) []byte {
	t.Helper()
	b, err := fs.ReadFile(assets.Fonts(), name)
	if err != nil {
		t.Fatal(err)
	}
	return b[:n]
}

func TestLibraryUnknownFace(t *testing.T) {
	if _, err := newLibrary(t).Face("Nonesuch-Regular"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v, want fs.ErrNotExist", err)
	}
}

func TestGlyphBoxOfACapital(t *testing.T) {
	f, err := newLibrary(t).Face("SourceSans3-Regular")
	if err != nil {
		t.Fatal(err)
	}
	h, _ := f.NominalGlyph('H')
	if x0, y0, x1, y1, ok := f.GlyphBox(h); !ok || x0 <= 0 || y0 != 0 || x1 >= f.GlyphAdvance(h) || y1 < 600 {
		t.Errorf("H has box %d %d %d %d %v", x0, y0, x1, y1, ok)
	}
	space, _ := f.NominalGlyph(' ')
	if _, _, _, _, ok := f.GlyphBox(space); ok {
		t.Error("a space has a box")
	}
}
