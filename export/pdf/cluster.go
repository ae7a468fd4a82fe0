package pdf

import (
	"laurel/export/typeset"
)

// Text is copied out of a PDF glyph by glyph, by way of the text that each code
// stands for (see toUnicode). A letter that is drawn by several glyphs, such as
// a base with its marks or the skeleton and the dots of an Arabic letter, would
// leave glyphs that stand for nothing, and every reader makes something else of
// those. So the glyphs of a cluster are put together into one, which stands for
// the whole of its text.

// part is a glyph that is drawn together with others, at its place in font units.
type part struct {
	gid uint16
	at  [2]int16 // to the right and up
}

// cluster is how many glyphs belong to the first: those of the same place in
// the text, of which one carries the text.
func cluster(glyphs []typeset.Glyph) int {
	n, texts := 0, 0
	for ; n < len(glyphs) && glyphs[n].Start == glyphs[0].Start; n++ {
		if glyphs[n].Text != "" {
			if texts++; texts > 1 {
				break
			}
		}
	}
	return n
}

// merge makes one glyph of a cluster, as wide as all of it, and the key of its
// parts. It declines where they are not of one kind or lie too far apart.
func merge(glyphs []typeset.Glyph) (one typeset.Glyph, key string, ok bool) {
	one = typeset.Glyph{
		Face: glyphs[0].Face, Size: glyphs[0].Size, Scale: glyphs[0].Scale, Start: glyphs[0].Start,
	}
	if one.Face == nil || one.Size <= 0 {
		return one, "", false
	}
	scale := int64(one.Scale)
	if scale == 0 {
		scale = 1000
	}
	ok = true
	units := func(l typeset.Short, scale int64) uint16 {
		n := divide(int64(l)*int64(one.Face.UnitsPerEm())*1000, int64(one.Size)*scale)
		ok = ok && n == int64(int16(n))
		return uint16(n)
	}
	var places []byte
	for i := range glyphs {
		g := &glyphs[i]
		if g.Face != one.Face || g.Size != one.Size || g.Scale != one.Scale {
			return one, "", false
		}
		places = bigEndian.AppendUint16(places, g.ID)
		places = bigEndian.AppendUint16(places, units(one.Advance+g.XOffset, scale))
		places = bigEndian.AppendUint16(places, units(g.YOffset, 1000))
		one.Text += g.Text
		one.Advance += g.Advance
	}
	if one.Advance < 0 {
		return one, "", false
	}
	width := bigEndian.AppendUint16(nil, units(one.Advance, scale))
	return one, string(append(width, places...)), ok
}

// unpack reads the key that merge made: the width and the parts.
func unpack(key string) (width int, parts []part) {
	b := []byte(key)
	width = int(bigEndian.Uint16(b))
	for b = b[2:]; len(b) >= 6; b = b[6:] {
		parts = append(parts, part{
			bigEndian.Uint16(b), [2]int16{int16(bigEndian.Uint16(b[2:])), int16(bigEndian.Uint16(b[4:]))},
		})
	}
	return width, parts
}
