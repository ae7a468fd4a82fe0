package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// errFont says that a font's tables do not hold what they promise.
var errFont = errors.New("damaged font")

// Flags of a part of a composite glyph (OpenType, "glyf").
const (
	partWords    = 1 << 0
	partIsXY     = 1 << 1
	partScale    = 1 << 3
	partMore     = 1 << 5
	partXYScale  = 1 << 6
	partTwoByTwo = 1 << 7
)

// trueType reads the tables of a font file.
type trueType struct {
	tables     map[string][]byte
	glyf, hmtx []byte
	offsets    []int // of each glyph in glyf, and the end
	advances   int   // glyphs with an advance of their own in hmtx
}

var bigEndian = binary.BigEndian

// openTables finds the tables of a font file.
func openTables(b []byte) (map[string][]byte, error) {
	if len(b) < 12 {
		return nil, errFont
	}
	tables := map[string][]byte{}
	for i := range int(bigEndian.Uint16(b[4:])) {
		at := 12 + 16*i
		if at+16 > len(b) {
			return nil, errFont
		}
		start, size := int(bigEndian.Uint32(b[at+8:])), int(bigEndian.Uint32(b[at+12:]))
		if start > len(b) || size > len(b)-start {
			return nil, fmt.Errorf("%w: table %q", errFont, b[at:at+4])
		}
		tables[string(b[at:at+4])] = b[start : start+size]
	}
	return tables, nil
}

func openTrueType(b []byte) (*trueType, error) {
	tables, err := openTables(b)
	if err != nil {
		return nil, err
	}
	t := &trueType{tables: tables}
	for tag, size := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "loca": 4, "hmtx": 4} {
		if len(t.tables[tag]) < size {
			return nil, fmt.Errorf("%w: table %q", errFont, tag)
		}
	}
	t.glyf, t.hmtx = t.tables["glyf"], t.tables["hmtx"]
	t.advances = int(bigEndian.Uint16(t.tables["hhea"][34:]))
	glyphs := int(bigEndian.Uint16(t.tables["maxp"][4:]))
	if t.advances < 1 || t.advances > glyphs || len(t.hmtx) < 4*t.advances+2*(glyphs-t.advances) {
		return nil, fmt.Errorf("%w: table \"hmtx\"", errFont)
	}
	return t, t.locate(glyphs)
}

// locate reads the table of glyph offsets.
func (t *trueType) locate(glyphs int) error {
	loca := t.tables["loca"]
	long := bigEndian.Uint16(t.tables["head"][50:]) != 0
	width := 2
	if long {
		width = 4
	}
	if len(loca) < width*(glyphs+1) {
		return fmt.Errorf("%w: table \"loca\"", errFont)
	}
	t.offsets = make([]int, glyphs+1)
	for i := range t.offsets {
		if long {
			t.offsets[i] = int(bigEndian.Uint32(loca[4*i:]))
		} else {
			t.offsets[i] = 2 * int(bigEndian.Uint16(loca[2*i:]))
		}
		if t.offsets[i] > len(t.glyf) || i > 0 && t.offsets[i] < t.offsets[i-1] {
			return fmt.Errorf("%w: table \"loca\"", errFont)
		}
	}
	return nil
}

// outline gives the bytes of a glyph.
func (t *trueType) outline(gid uint16) ([]byte, error) {
	if int(gid)+1 >= len(t.offsets) {
		return nil, fmt.Errorf("%w: no glyph %d", errFont, gid)
	}
	return t.glyf[t.offsets[gid]:t.offsets[gid+1]], nil
}

// metric gives the advance and the left side bearing of a glyph.
func (t *trueType) metric(gid uint16) []byte {
	if int(gid) < t.advances {
		return t.hmtx[4*gid : 4*gid+4]
	}
	last := 4 * (t.advances - 1)
	bearing := 4*t.advances + 2*(int(gid)-t.advances)
	return append(slices.Clone(t.hmtx[last:last+2]), t.hmtx[bearing:bearing+2]...)
}

// parts gives where in a composite outline the numbers of its parts stand.
func parts(outline []byte) ([]int, error) {
	if len(outline) < 10 || int16(bigEndian.Uint16(outline)) >= 0 {
		return nil, nil
	}
	var at []int
	for p, more := 10, true; more; {
		if p+4 > len(outline) {
			return nil, fmt.Errorf("%w: composite glyph", errFont)
		}
		flags := bigEndian.Uint16(outline[p:])
		at = append(at, p+2)
		p += 6
		if flags&partWords != 0 {
			p += 2
		}
		switch {
		case flags&partScale != 0:
			p += 2
		case flags&partXYScale != 0:
			p += 4
		case flags&partTwoByTwo != 0:
			p += 8
		}
		more = flags&partMore != 0
	}
	return at, nil
}

// subset makes a font of some glyphs: glyph 0 as it is, then the given ones in
// their order, then the parts that composites need; it says how many these are
// together. The same glyph may be asked for more than once. The font has only
// the tables that a PDF asks of it (ISO 32000-1, 9.9).
func subset(ttf []byte, glyphs []coded) (font []byte, count int, err error) {
	t, err := openTrueType(ttf)
	if err != nil {
		return nil, 0, err
	}
	c := cut{from: t, moved: map[uint16]uint16{0: 0}}
	list := append([]coded{{}}, glyphs...)
	c.count = len(list)
	for i := range list {
		if _, twice := c.moved[list[i].gid]; !twice && list[i].merged == "" {
			c.moved[list[i].gid] = uint16(i)
		}
	}
	for i := range list {
		if err := c.glyph(list[i]); err != nil {
			return nil, 0, err
		}
	}
	for i := 0; i < len(c.needed); i++ { // grows while it runs: parts may have parts
		if err := c.glyph(coded{gid: c.needed[i]}); err != nil {
			return nil, 0, err
		}
	}
	if c.count > 0xFFFF {
		return nil, 0, fmt.Errorf("%w: too many glyphs", errFont)
	}
	return c.assemble(), c.count, nil
}

// cut collects the tables of a smaller font.
type cut struct {
	from   *trueType
	moved  map[uint16]uint16 // old to new number
	needed []uint16          // old numbers of parts that are still to come
	count  int               // glyphs so far, those needed included

	glyf, loca, hmtx []byte
}

// glyph adds a glyph. Its parts, if they are not there, are put down as needed.
func (c *cut) glyph(g coded) error {
	outline, metric, err := c.from.drawing(g)
	if err != nil {
		return err
	}
	at, err := parts(outline)
	if err != nil {
		return err
	}
	if len(at) > 0 {
		outline = slices.Clone(outline)
	}
	for _, p := range at {
		old := bigEndian.Uint16(outline[p:])
		if _, ok := c.moved[old]; !ok {
			c.moved[old] = uint16(c.count)
			c.needed = append(c.needed, old)
			c.count++
		}
		bigEndian.PutUint16(outline[p:], c.moved[old])
	}
	c.loca = bigEndian.AppendUint32(c.loca, uint32(len(c.glyf)))
	c.glyf = append(c.glyf, outline...)
	for len(c.glyf)%4 != 0 {
		c.glyf = append(c.glyf, 0)
	}
	c.hmtx = append(c.hmtx, metric...)
	return nil
}

// drawing gives the outline and the metric of a glyph, or of several in one.
func (t *trueType) drawing(g coded) (outline, metric []byte, err error) {
	if g.merged == "" {
		if outline, err = t.outline(g.gid); err != nil {
			return nil, nil, err
		}
		return outline, t.metric(g.gid), nil
	}
	width, all := unpack(g.merged)
	if outline, err = t.composite(all); err != nil {
		return nil, nil, err
	}
	metric = bigEndian.AppendUint16(nil, uint16(width))
	return outline, append(metric, outline[2:4]...), nil // it begins where its box does
}

// composite makes an outline that draws several glyphs.
func (t *trueType) composite(all []part) ([]byte, error) {
	var box [4]int16 // left, bottom, right, top
	var body []byte
	drawn := 0
	for i, p := range all {
		outline, err := t.outline(p.gid)
		if err != nil {
			return nil, err
		}
		if len(outline) >= 10 {
			for side := range box {
				v := int16(bigEndian.Uint16(outline[2+2*side:])) + p.at[side%2]
				if drawn == 0 || side < 2 && v < box[side] || side >= 2 && v > box[side] {
					box[side] = v
				}
			}
			drawn++
		}
		flags := uint16(partWords | partIsXY)
		if i < len(all)-1 {
			flags |= partMore
		}
		for _, v := range []uint16{flags, p.gid, uint16(p.at[0]), uint16(p.at[1])} {
			body = bigEndian.AppendUint16(body, v)
		}
	}
	head := []byte{0xFF, 0xFF} // less than no contours: a composite
	for _, v := range box {
		head = bigEndian.AppendUint16(head, uint16(v))
	}
	return append(head, body...), nil
}

// assemble writes the font.
func (c *cut) assemble() []byte {
	t := c.from
	out := map[string][]byte{
		"glyf": c.glyf, "loca": bigEndian.AppendUint32(c.loca, uint32(len(c.glyf))), "hmtx": c.hmtx,
		"head": slices.Clone(t.tables["head"]), "hhea": slices.Clone(t.tables["hhea"]), "maxp": slices.Clone(t.tables["maxp"]),
	}
	bigEndian.PutUint32(out["head"][8:], 0)  // the sum of the whole font, set by assemble
	bigEndian.PutUint16(out["head"][50:], 1) // long offsets
	bigEndian.PutUint16(out["hhea"][34:], uint16(c.count))
	maxp := out["maxp"]
	bigEndian.PutUint16(maxp[4:], uint16(c.count))
	if len(maxp) >= 32 {
		raiseLimits(maxp)
	}
	for _, tag := range []string{"cvt ", "fpgm", "prep"} {
		if b := t.tables[tag]; len(b) > 0 {
			out[tag] = b
		}
	}
	return assemble(out)
}

// raiseLimits makes room for composites of up to eight of the font's glyphs
// (OpenType, "maxp").
func raiseLimits(maxp []byte) {
	get := func(at int) int { return int(bigEndian.Uint16(maxp[at:])) }
	put := func(at, v int) { bigEndian.PutUint16(maxp[at:], uint16(min(v, 0xFFFF))) }
	put(10, 8*max(get(6), get(10))) // points
	put(12, 8*max(get(8), get(12))) // contours
	put(28, max(get(28), 8))        // parts
	put(30, get(30)+1)              // depth
}

// assemble writes tables as a font file, with their checksums and, in head, that
// of the whole (OpenType, "head": checksumAdjustment).
func assemble(tables map[string][]byte) []byte {
	tags := make([]string, 0, len(tables))
	size := 12
	for tag, b := range tables {
		tags = append(tags, tag)
		size += 16 + len(b) + 3
	}
	slices.Sort(tags)
	head := make([]byte, 12, size)
	bigEndian.PutUint32(head, 0x00010000)
	bigEndian.PutUint16(head[4:], uint16(len(tags)))
	at := 12 + 16*len(tags)
	for _, tag := range tags {
		head = append(head, tag...)
		head = bigEndian.AppendUint32(head, checksum(tables[tag]))
		head = bigEndian.AppendUint32(head, uint32(at))
		head = bigEndian.AppendUint32(head, uint32(len(tables[tag])))
		at += (len(tables[tag]) + 3) &^ 3
	}
	adjust := 0
	for _, tag := range tags {
		if tag == "head" {
			adjust = len(head) + 8
		}
		head = append(head, tables[tag]...)
		for len(head)%4 != 0 {
			head = append(head, 0)
		}
	}
	bigEndian.PutUint32(head[adjust:], 0xB1B0AFBA-checksum(head))
	return head
}

// checksum adds up the words of a table.
func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += bigEndian.Uint32(b)
	}
	if len(b) > 0 {
		sum += bigEndian.Uint32(append(slices.Clone(b), 0, 0, 0)[:4])
	}
	return sum
}

// cleanName keeps the characters that a PDF name and a font name can share.
func cleanName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, s)
	if s == "" {
		return "Font"
	}
	return s[:min(len(s), 60)]
}
