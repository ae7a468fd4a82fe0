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
	// The font was cut so that glyph n is code n (see subset), and gofpdf cuts
	// it again in the order of the codes.
	cid["CIDToGIDMap"] = name("Identity")
	set := make([]byte, len(e.glyphs)/8+1)
	for code := range len(e.glyphs) + 1 { // .notdef is in it too
		set[code/8] |= 0x80 >> (code % 8)
	}
	descriptor["CIDSet"] = f.addStream(dict{}, set)
	return nil
}

// widths lists the widths of codes 1, 2, 3 … (ISO 32000-1, 9.7.4.3).
func widths(hundredths []int) array {
	list := make(array, len(hundredths))
	for i, w := range hundredths {
		list[i] = token(appendThousandths(nil, int64(w)*10))
	}
	return array{1, list}
}

// toUnicode says which text each code stands for (ISO 32000-1, 9.10.3). A code
// that continues a cluster stands for none.
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
		if g.text == "" {
			continue
		}
		line = appendHex(line, []byte{byte((i + 1) >> 8), byte(i + 1)})
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
