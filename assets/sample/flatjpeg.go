package sample

import (
	"encoding/binary"
	"image"
)

// Most of a flat drawing is one colour for sixteen pixels each way. An encoder
// that looks for that first takes a quarter of the time of one made for
// photographs, and the portraits are most of what making the sample costs.

// encodeFlat writes img, whose corner is at 0, 0, as a baseline JPEG with halved colour resolution. The
// quality is that of the standard tables, 1 to 100.
func encodeFlat(img *image.RGBA, quality int) []byte {
	e := &flatEncoder{out: make([]byte, 0, 64<<10)}
	e.scaleTables(quality)
	e.header(img.Rect.Dx(), img.Rect.Dy())
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y += 16 {
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x += 16 {
			e.unit(img, x, y)
		}
	}
	e.bits(0x7f, 7) // the last byte is filled with ones
	return append(e.out, 0xff, 0xd9)
}

type flatEncoder struct {
	out    []byte
	acc    uint32 // bits not yet written, at the top
	n      uint   // how many
	quant  [2][64]int32
	before [3]int32 // the last mean of each component

	colour          uint32 // of the last plain unit, with its quantised means
	means           [3]int32
	known           bool
	luma            [4][64]int32
	blueish, redish [64]int32
}

// unit writes sixteen by sixteen pixels. Beyond the edge the last pixel goes on.
func (e *flatEncoder) unit(img *image.RGBA, x, y int) {
	if c, plain := plainUnit(img, x, y); plain {
		if !e.known || c != e.colour {
			yy, cb, cr := yCbCr(uint8(c), uint8(c>>8), uint8(c>>16))
			e.colour, e.known = c, true
			// the mean coefficient of a constant block is eight times its value
			e.means = [3]int32{
				divide((yy-128)*8, e.quant[0][0]), divide((cb-128)*8, e.quant[1][0]), divide((cr-128)*8, e.quant[1][0]),
			}
		}
		for range 4 {
			e.plain(0, e.means[0])
		}
		e.plain(1, e.means[1])
		e.plain(2, e.means[2])
		return
	}
	e.sample(img, x, y)
	for i := range e.luma {
		e.block(0, &e.luma[i])
	}
	e.block(1, &e.blueish)
	e.block(2, &e.redish)
}

// plainUnit says whether all pixels of a unit inside the picture are one colour.
func plainUnit(img *image.RGBA, x, y int) (uint32, bool) {
	if x+16 > img.Rect.Max.X || y+16 > img.Rect.Max.Y {
		return 0, false
	}
	at := img.PixOffset(x, y)
	c := binary.LittleEndian.Uint32(img.Pix[at:])
	two := uint64(c)<<32 | uint64(c)
	for range 16 {
		row := img.Pix[at : at+64 : at+64]
		for i := 0; i < 64; i += 8 {
			if binary.LittleEndian.Uint64(row[i:]) != two {
				return 0, false
			}
		}
		at += img.Stride
	}
	return c, true
}

// sample turns a unit into four blocks of light and two of colour, about 0.
func (e *flatEncoder) sample(img *image.RGBA, x, y int) {
	e.blueish, e.redish = [64]int32{}, [64]int32{}
	last := img.Rect.Max.X - 1
	for j := range 16 {
		row := img.Pix[img.PixOffset(0, min(y+j, img.Rect.Max.Y-1)):]
		for i := range 16 {
			p := 4 * min(x+i, last)
			yy, cb, cr := yCbCr(row[p], row[p+1], row[p+2])
			e.luma[j>>3<<1|i>>3][(j&7)<<3|i&7] = yy - 128
			k := j>>1<<3 | i>>1
			e.blueish[k] += cb - 128
			e.redish[k] += cr - 128
		}
	}
	for i := range e.blueish {
		e.blueish[i] = (e.blueish[i] + 2) >> 2
		e.redish[i] = (e.redish[i] + 2) >> 2
	}
}

func yCbCr(r, g, b uint8) (y, cb, cr int32) {
	rr, gg, bb := int32(r), int32(g), int32(b)
	y = (19595*rr + 38470*gg + 7471*bb + 1<<15) >> 16
	cb = (-11056*rr - 21712*gg + 32768*bb + 257<<15) >> 16
	cr = (32768*rr - 27440*gg - 5328*bb + 257<<15) >> 16
	return y, min(cb, 255), min(cr, 255)
}

// divide rounds to the nearest, halves away from zero.
func divide(a, b int32) int32 {
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}

// plain writes a block that holds nothing but its mean.
func (e *flatEncoder) plain(component int, mean int32) {
	e.mean(component, mean)
	table := min(component, 1)
	e.code(acCodes[table][0]) // end of block
}

func (e *flatEncoder) mean(component int, mean int32) {
	table := min(component, 1)
	d := mean - e.before[component]
	e.before[component] = mean
	size := bitSize(d)
	e.code(dcCodes[table][size])
	e.value(d, size)
}

// block transforms, quantises and writes one block.
func (e *flatEncoder) block(component int, b *[64]int32) {
	table := min(component, 1)
	flat := true
	for _, v := range b[1:] {
		if v != b[0] {
			flat = false
			break
		}
	}
	if flat {
		e.plain(component, divide(b[0]*8, e.quant[table][0]))
		return
	}
	transform(b)
	e.mean(component, divide(b[0], 8*e.quant[table][0]))
	run := 0
	for k := 1; k < 64; k++ {
		v, q := b[zigzag[k]], e.quant[table][k]
		if -4*q < v && v < 4*q { // most are nothing, and dividing is slow
			run++
			continue
		}
		v = divide(v, 8*q)
		for ; run > 15; run -= 16 {
			e.code(acCodes[table][0xf0])
		}
		size := bitSize(v)
		e.code(acCodes[table][run<<4|size])
		e.value(v, size)
		run = 0
	}
	if run > 0 {
		e.code(acCodes[table][0])
	}
}

func bitSize(v int32) int {
	if v < 0 {
		v = -v
	}
	n := 0
	for ; v > 0; v >>= 1 {
		n++
	}
	return n
}

// value writes v in size bits, a negative one as its complement.
func (e *flatEncoder) value(v int32, size int) {
	if v < 0 {
		v += 1<<size - 1
	}
	e.bits(uint32(v), uint(size))
}

func (e *flatEncoder) code(c huffCode) { e.bits(uint32(c.bits), uint(c.size)) }

func (e *flatEncoder) bits(v uint32, n uint) {
	if n == 0 {
		return
	}
	e.acc |= v << (32 - n - e.n)
	for e.n += n; e.n >= 8; e.n -= 8 {
		b := byte(e.acc >> 24)
		e.out = append(e.out, b)
		if b == 0xff {
			e.out = append(e.out, 0)
		}
		e.acc <<= 8
	}
}

// segment appends a marker with what belongs to it.
func (e *flatEncoder) segment(marker byte, parts ...[]byte) {
	n := 2
	for _, p := range parts {
		n += len(p)
	}
	e.out = append(e.out, 0xff, marker, byte(n>>8), byte(n))
	for _, p := range parts {
		e.out = append(e.out, p...)
	}
}

func (e *flatEncoder) header(w, h int) {
	e.out = append(e.out, 0xff, 0xd8)
	e.segment(0xe0, []byte("JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"))
	for i := range e.quant {
		t := []byte{byte(i)}
		for _, q := range e.quant[i] {
			t = append(t, byte(q))
		}
		e.segment(0xdb, t)
	}
	e.segment(0xc0, []byte{
		8, byte(h >> 8), byte(h), byte(w >> 8), byte(w), 3,
		1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
	})
	for i, s := range huffSpecs {
		e.segment(0xc4, []byte{[]byte{0x00, 0x10, 0x01, 0x11}[i]}, s.counts[:], s.values)
	}
	e.segment(0xda, []byte{3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0})
}
