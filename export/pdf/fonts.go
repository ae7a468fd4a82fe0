package pdf

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"laurel/export/typeset"
)

// maxCodes is how many different glyphs one embedded font takes before a
// second one is opened for the same face. It leaves room for the parts of
// composites below the 65,535 glyphs of a font file.
const maxCodes = 20000

// codeOf gives the code of a font's i-th glyph, counted from 0: its number in
// the font file that is embedded, where .notdef is glyph 0.
func codeOf(i int) uint16 { return uint16(i + 1) }

// fontBook gives the glyphs of a document their codes. A code stands for a
// shape together with the text it was set for, so that the text can be copied
// out again: the "fi" of "office", the small capital of an "a" and of an "A".
type fontBook struct {
	current map[*typeset.Face]*embedded
	fonts   []*embedded // in order of first use
}

// embedded is one font of the file: some glyphs of a face in order of first use.
type embedded struct {
	face   *typeset.Face
	family string // its name, in capitals, in the page content
	index  map[coded]int
	glyphs []coded
	widths []int // of the glyphs, in 1/100 of 1/1000 em
}

// coded is what a code stands for.
type coded struct {
	gid    uint16
	text   string
	merged string // instead of gid: the glyphs drawn together, see merge
}

func newFontBook() *fontBook {
	return &fontBook{current: map[*typeset.Face]*embedded{}}
}

// glyph gives the font that a glyph is in and its place there.
func (b *fontBook) glyph(g *typeset.Glyph, merged string) (*embedded, int, error) {
	f := b.current[g.Face]
	key := coded{g.ID, g.Text, merged}
	if f != nil {
		if i, ok := f.index[key]; ok {
			return f, i, nil
		}
	}
	if g.Face == nil {
		return nil, 0, fmt.Errorf("a glyph for %q has no face", g.Text)
	}
	if int(g.ID) >= g.Face.GlyphCount() {
		return nil, 0, fmt.Errorf("face %s has no glyph %d", g.Face.ID(), g.ID)
	}
	if f == nil || len(f.glyphs) >= maxCodes {
		f = &embedded{face: g.Face, family: fmt.Sprintf("f%d", len(b.fonts)), index: map[coded]int{}}
		b.current[g.Face] = f
		b.fonts = append(b.fonts, f)
	}
	key.text = strings.Clone(key.text)
	f.glyphs = append(f.glyphs, key)
	f.widths = append(f.widths, width(g.Face, key))
	i := len(f.glyphs) - 1
	f.index[key] = i
	return f, i, nil
}

// width is the advance of a glyph in 1/100 of 1/1000 em.
func width(face *typeset.Face, g coded) int {
	units := face.GlyphAdvance(g.gid)
	if g.merged != "" {
		units, _ = unpack(g.merged)
	}
	return (units*100000 + face.UnitsPerEm()/2) / face.UnitsPerEm()
}

// resource is the name of the font in the page content.
func (f *embedded) resource() name { return name(strings.ToUpper(f.family)) }

// baseFont is the name in the file: a tag of six letters that says which
// glyphs are in it (ISO 32000-1, 9.6.4), and the font's own name.
func (f *embedded) baseFont() name {
	h := sha256.New()
	for _, g := range f.glyphs {
		fmt.Fprintf(h, "%d %q %q\n", g.gid, g.text, g.merged)
	}
	tag := h.Sum(nil)[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	return name(string(tag) + "+" + cleanName(f.face.PostScriptName()))
}
