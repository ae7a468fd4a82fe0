package pdf

import (
	"bytes"
	"fmt"
)

// embedFonts gives each font its name, the widths of its codes, the text they
// stand for and the list of its glyphs, and the pages a dictionary in which
// they find it under the name that their content uses.
func (f *finisher) embedFonts() error {
	byFamily := map[name]dict{}
	for _, o := range f.objects {
		if o == nil {
			continue
		}
		if d, ok := o.value.(dict); ok && d["Type"] == name("Font") && d["Subtype"] == name("Type0") {
			base, _ := d["BaseFont"].(name)
			byFamily[base] = d
		}
	}
	fonts := dict{}
	for _, e := range f.painted.fonts.fonts {
		d := byFamily[name("utf8"+e.family)]
		if d == nil {
			return fmt.Errorf("%w: font %s is missing", errSyntax, e.face.ID())
		}
		if err := f.embedFont(d, e); err != nil {
			return fmt.Errorf("font %s: %w", e.face.ID(), err)
		}
		fonts[e.resource()] = f.add(d)
	}
	f.resources()["Font"] = fonts
	return nil
}

func (f *finisher) embedFont(d dict, e *embedded) error {
	kids, _ := d["DescendantFonts"].(array)
	if len(kids) != 1 {
		return fmt.Errorf("%w: no descendant", errSyntax)
	}
	cid := f.dict(kids[0])
	descriptor := f.dict(cid["FontDescriptor"])
	if descriptor == nil {
		return fmt.Errorf("%w: no descriptor", errSyntax)
	}
	base := e.baseFont()
	d["BaseFont"], cid["BaseFont"], descriptor["FontName"] = base, base, base
	d["ToUnicode"] = f.addStream(dict{}, toUnicode(e.glyphs))
	cid["CIDSystemInfo"] = dict{"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": 0}
	cid["W"] = widths(e.widths)
	delete(cid, "DW")
	// The font was cut so that the i-th code is glyph i+1 (see subset), and
	// gofpdf cuts it again in the order of the codes.
	last := int(codeOf(len(e.glyphs) - 1))
	gids, set := make([]byte, 2*last+2), make([]byte, last/8+1)
	set[0] = 0x80 // .notdef
	for i := range e.glyphs {
		code := codeOf(i)
		bigEndian.PutUint16(gids[2*code:], uint16(i+1))
		set[code/8] |= 0x80 >> (code % 8)
	}
	cid["CIDToGIDMap"] = f.addStream(dict{}, gids)
	descriptor["CIDSet"] = f.addStream(dict{}, set)
	return nil
}

// widths lists the widths of the codes, run by run (ISO 32000-1, 9.7.4.3).
func widths(hundredths []int) array {
	var all, list array
	for i, w := range hundredths {
		list = append(list, token(appendThousandths(nil, int64(w)*10)))
		if len(list) == runLength || i == len(hundredths)-1 {
			all = append(all, int(codeOf(i+1-len(list))), list)
			list = nil
		}
	}
	return all
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
