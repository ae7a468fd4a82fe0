package pdf

import (
	"bytes"
	"fmt"

	"laurel/export/typeset"
)

// embedFonts puts the fonts into the file, and into the pages' resources under
// the names that their content uses. gofpdf never hears of them: it would take
// a hundred times as long and drop the kerning.
func (f *finisher) embedFonts() error {
	fonts := dict{}
	for _, e := range f.painted.fonts.fonts {
		font, err := f.embedFont(e)
		if err != nil {
			return fmt.Errorf("embedding %s: %w", e.face.ID(), err)
		}
		fonts[e.resource()] = f.add(font)
	}
	f.resources()["Font"] = fonts
	return nil
}

// embedFont makes a font of two-byte codes (ISO 32000-1, 9.7.6.2). The font
// file is cut so that the code of a glyph is its number.
func (f *finisher) embedFont(e *embedded) (dict, error) {
	file, glyphs, err := cutFont(e.face, e.glyphs)
	if err != nil {
		return nil, err
	}
	base := e.baseFont()
	descriptor := describe(e.face)
	descriptor["FontName"] = base
	descriptor["FontFile2"] = f.addStream(dict{"Length1": len(file)}, file)
	set := make([]byte, glyphs/8+1)
	for gid := range glyphs {
		set[gid/8] |= 0x80 >> (gid % 8)
	}
	descriptor["CIDSet"] = f.addStream(dict{}, set)
	cid := dict{
		"Type": name("Font"), "Subtype": name("CIDFontType2"), "BaseFont": base,
		"CIDSystemInfo":  dict{"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": 0},
		"FontDescriptor": f.add(descriptor), "CIDToGIDMap": name("Identity"), "W": widths(e.widths),
	}
	return dict{
		"Type": name("Font"), "Subtype": name("Type0"), "BaseFont": base, "Encoding": name("Identity-H"),
		"DescendantFonts": array{f.add(cid)}, "ToUnicode": f.addStream(dict{}, toUnicode(e.glyphs)),
	}, nil
}

// cutFont makes a TrueType font of the glyphs that are printed.
func cutFont(face *typeset.Face, glyphs []coded) (file []byte, count int, err error) {
	if face.TrueType() {
		return subset(face.TTF(), glyphs)
	}
	return redraw(face, glyphs)
}

// Flags of a font descriptor (ISO 32000-1, table 123).
const (
	fontSymbolic = 1 << 2
	fontItalic   = 1 << 6
	fontBold     = 1 << 18
)

// describe makes the descriptor of a face, in thousandths of an em.
func describe(face *typeset.Face) dict {
	units := func(n int) int { return int(divide(int64(n)*1000, int64(face.UnitsPerEm()))) }
	flags, angle := fontSymbolic, 0
	if face.Italic() {
		flags, angle = flags|fontItalic, -12
	}
	if face.Weight() >= 600 {
		flags |= fontBold
	}
	left, bottom, right, top := face.BBox()
	return dict{
		"Type": name("FontDescriptor"), "Flags": flags, "ItalicAngle": angle,
		"Ascent": units(face.Ascent()), "Descent": units(face.Descent()), "CapHeight": units(face.CapHeight()),
		"FontBBox": array{units(left), units(bottom), units(right), units(top)},
		"StemV":    50 + face.Weight()*face.Weight()/4225, // what is usual for a weight
	}
}

// widths lists the widths of the codes from 1 (ISO 32000-1, 9.7.4.3).
func widths(hundredths []int) array {
	list := make(array, len(hundredths))
	for i, w := range hundredths {
		list[i] = token(appendThousandths(nil, int64(w)*10))
	}
	return array{1, list}
}

// toUnicode says which text each code stands for (ISO 32000-1, 9.10.3). A code
// that continues a cluster stands for none, and that is said too: of a code
// that is not named a reader may take the number for a character.
func toUnicode(glyphs []coded) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // entries that one operator may have
	var line []byte
	lines := 0
	flush := func() {
		if lines > 0 {
			fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", lines, line)
		}
		line, lines = line[:0], 0
	}
	for i, g := range glyphs {
		code := codeOf(i)
		line = appendHex(line, []byte{byte(code >> 8), byte(code)})
		line = append(line, ' ')
		line = append(appendHex(line, utf16Bytes(g.text)), '\n')
		if lines++; lines == most {
			flush()
		}
	}
	flush()
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}
