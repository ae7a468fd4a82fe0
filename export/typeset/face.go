package typeset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf16"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// ErrFont says that bytes are not a font that can be printed: an OpenType file
// with the outlines of TrueType (glyf) or PostScript (CFF), or a collection of them.
var ErrFont = errors.New("not a usable font")

// Face is one style of a typeface, safe for use by several goroutines.
// All its measures are in font units, UnitsPerEm of them to the em.
type Face struct {
	id       string
	ttf      []byte
	trueType bool
	font     *font.Font
	upem     int
	advances []int16
	metrics  metrics
}

// metrics is what the head, hhea, OS/2, post and name tables say of a face.
type metrics struct {
	postScript             string
	ascent, descent        int
	capHeight, xHeight     int
	weight                 int
	italic                 bool
	restricted             bool // its licence forbids embedding
	xMin, yMin, xMax, yMax int
}

// ParseFace reads an OpenType font. The bytes are kept and must not change
// afterwards. Of a collection it takes the first font. It fails with ErrFont on
// anything without outlines.
func ParseFace(id string, ttf []byte) (f *Face, err error) {
	defer func() {
		if r := recover(); r != nil { // foreign fonts can break any parser
			f, err = nil, fmt.Errorf("reading font %s: %w: %v", id, ErrFont, r)
		}
	}()
	if ttf, err = firstOfCollection(ttf); err != nil {
		return nil, fmt.Errorf("reading font %s: %w", id, err)
	}
	ld, err := opentype.NewLoader(bytes.NewReader(ttf))
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w: %w", id, ErrFont, err)
	}
	trueType := ld.HasTable(opentype.MustNewTag("glyf"))
	if !trueType && !ld.HasTable(opentype.MustNewTag("CFF ")) {
		return nil, fmt.Errorf("reading font %s: %w: no outlines", id, ErrFont)
	}
	ft, err := font.NewFont(ld)
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w: %w", id, ErrFont, err)
	}
	listCoverages(ft)
	f = &Face{id: id, ttf: ttf, trueType: trueType, font: ft, upem: int(ft.Upem())}
	if f.upem <= 0 {
		return nil, fmt.Errorf("reading font %s: %w: no em", id, ErrFont)
	}
	f.metrics = readMetrics(ld, f.upem)
	if f.metrics.postScript == "" {
		f.metrics.postScript = id
	}
	maxp := table(ld, "maxp")
	face := font.NewFace(ft)
	f.advances = make([]int16, int(u16(maxp, 4)))
	for i := range f.advances {
		f.advances[i] = int16(face.HorizontalAdvance(font.GID(i)))
	}
	return f, nil
}

// ID names the face within the program: "SourceSerif4SmText-Regular".
func (f *Face) ID() string { return f.id }

// TTF gives the font file. It is shared: the caller must not change it.
func (f *Face) TTF() []byte { return f.ttf }

// TrueType says whether the outlines in the font file are those of TrueType (glyf).
func (f *Face) TrueType() bool { return f.trueType }

// UnitsPerEm is the number of font units to the em.
func (f *Face) UnitsPerEm() int { return f.upem }

// GlyphCount is the number of glyphs in the font.
func (f *Face) GlyphCount() int { return len(f.advances) }

// GlyphAdvance is the width of a glyph in font units, 0 for one the font has not.
func (f *Face) GlyphAdvance(gid uint16) int {
	if int(gid) >= len(f.advances) {
		return 0
	}
	return int(f.advances[gid])
}

// NominalGlyph gives the glyph of a character before any shaping.
func (f *Face) NominalGlyph(r rune) (gid uint16, ok bool) {
	g, ok := f.font.NominalGlyph(r)
	if !ok || g > 0xFFFF {
		return 0, false
	}
	return uint16(g), true
}

// PostScriptName is the name by which the font calls itself.
func (f *Face) PostScriptName() string { return f.metrics.postScript }

// Ascent is the height of the face above the baseline, in font units.
func (f *Face) Ascent() int { return f.metrics.ascent }

// Descent is the depth of the face below the baseline as a negative number.
func (f *Face) Descent() int { return f.metrics.descent }

// CapHeight is the height of the flat capitals, in font units.
func (f *Face) CapHeight() int { return f.metrics.capHeight }

// XHeight is the height of a flat lower-case letter, in font units.
func (f *Face) XHeight() int { return f.metrics.xHeight }

// Weight is the weight class: 400 regular, 600 semibold, 700 bold.
func (f *Face) Weight() int { return f.metrics.weight }

// Italic says whether the face is an italic.
func (f *Face) Italic() bool { return f.metrics.italic }

// BBox is the box that holds every glyph of the font, in font units.
func (f *Face) BBox() (xMin, yMin, xMax, yMax int) {
	m := f.metrics
	return m.xMin, m.yMin, m.xMax, m.yMax
}

// GlyphBox is the box of one glyph's outline in font units; ok is false for a
// glyph without outline. Its xMin is the white that a hung figure must overcome.
func (f *Face) GlyphBox(gid uint16) (xMin, yMin, xMax, yMax int, ok bool) {
	s, _ := shapers.Get().(*shaper)
	e, ok := s.font(f).Face().GlyphExtents(font.GID(gid))
	shapers.Put(s)
	if !ok || e.Width == 0 {
		return 0, 0, 0, 0, false
	}
	return int(e.XBearing), int(e.YBearing + e.Height), int(e.XBearing + e.Width), int(e.YBearing), true
}

// Scale turns font units into a length at a type size.
func (f *Face) Scale(units int, size Length) Length {
	return Length(divRound(int64(units)*int64(size), int64(f.upem)))
}

// divRound divides and rounds half away from zero, without floating point, so
// that every machine gives the same page.
func divRound(a, b int64) int64 {
	if (a < 0) != (b < 0) {
		return (a - b/2) / b
	}
	return (a + b/2) / b
}

func table(ld *opentype.Loader, tag string) []byte {
	b, err := ld.RawTable(opentype.MustNewTag(tag))
	if err != nil {
		return nil // an optional table; its readers give 0
	}
	return b
}

func u16(b []byte, off int) uint16 {
	if off+2 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint16(b[off:])
}

func i16(b []byte, off int) int { return int(int16(u16(b, off))) }

func readMetrics(ld *opentype.Loader, upem int) metrics {
	head, hhea, os2 := table(ld, "head"), table(ld, "hhea"), table(ld, "OS/2")
	m := metrics{
		postScript: nameOf(table(ld, "name"), 6),
		ascent:     i16(hhea, 4),
		descent:    i16(hhea, 6),
		weight:     int(u16(os2, 4)),
		restricted: u16(os2, 8)&0xF == 2, // OpenType, "OS/2": fsType
		italic:     u16(os2, 62)&1 != 0 || u16(head, 44)&2 != 0,
		xMin:       i16(head, 36),
		yMin:       i16(head, 38),
		xMax:       i16(head, 40),
		yMax:       i16(head, 42),
	}
	if u16(os2, 0) >= 2 {
		m.xHeight, m.capHeight = i16(os2, 86), i16(os2, 88)
	}
	if m.capHeight <= 0 {
		m.capHeight = upem * 7 / 10
	}
	if m.xHeight <= 0 {
		m.xHeight = upem / 2
	}
	if m.weight == 0 {
		m.weight = 400
	}
	return m
}

// nameOf gives an entry of the name table, in the Windows encoding (UTF-16).
func nameOf(name []byte, id uint16) string {
	storage := int(u16(name, 4))
	for i := range int(u16(name, 2)) {
		rec := 6 + 12*i
		if u16(name, rec) != 3 || u16(name, rec+6) != id {
			continue
		}
		start := storage + int(u16(name, rec+10))
		end := start + int(u16(name, rec+8))
		if start > end || end > len(name) {
			return ""
		}
		units := make([]uint16, 0, (end-start)/2)
		for p := start; p+1 < end; p += 2 {
			units = append(units, u16(name, p))
		}
		return string(utf16.Decode(units))
	}
	return ""
}
