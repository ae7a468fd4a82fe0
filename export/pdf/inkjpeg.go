package pdf

import "math"

// The standard library writes JPEG in grey and YCbCr only. This writes the four
// inks of a photo: baseline, each plane at full size, the tables of ISO/IEC
// 10918-1, Annex K. No Adobe segment: the numbers are the inks themselves.

// inkJPEG codes four planes of w × h bytes, one after the other, 255 the full ink.
func inkJPEG(planes []byte, w, h int) []byte {
	e := &inkCoder{divisors: divisorsFor(jpegQuality)}
	e.b = append(make([]byte, 0, w*h/2), 0xFF, 0xD8)
	e.head(w, h)
	var before [4]int // the DC values
	var block [64]int32
	for y := 0; y < h; y += 8 {
		for x := 0; x < w; x += 8 {
			for k := range before {
				cutBlock(planes[k*w*h:(k+1)*w*h], w, h, x, y, &block)
				transform(&block)
				before[k] = e.block(&block, before[k])
			}
		}
	}
	e.bits(0x7F, 7) // ones, up to the next whole byte
	return append(e.b, 0xFF, 0xD9)
}

// cutBlock copies 8 × 8 pixels; beyond the edge the last ones repeat.
func cutBlock(plane []byte, w, h, x, y int, block *[64]int32) {
	for j := range 8 {
		row := plane[min(y+j, h-1)*w:]
		for i := range 8 {
			block[8*j+i] = int32(row[min(x+i, w-1)]) - 128
		}
	}
}

// waves holds half the cosines of the transform in 1/8192: waves[u][x].
var waves = func() (c [8][8]int32) {
	for u := range c {
		scale := 0.5
		if u == 0 {
			scale = math.Sqrt(0.125)
		}
		for x := range c[u] {
			c[u][x] = int32(math.Round(8192 * scale * math.Cos(float64((2*x+1)*u)*math.Pi/16)))
		}
	}
	return c
}()

// transform is the discrete cosine transform, eight times its values: of rows
// and then of columns, in whole numbers.
func transform(block *[64]int32) {
	for row := 0; row < 64; row += 8 {
		wave(block, row, 1, 13-3)
	}
	for column := range 8 {
		wave(block, column, 8, 13)
	}
}

// wave transforms eight values, each step apart, and divides them by 2^shift.
func wave(block *[64]int32, at, step int, shift uint) {
	var sum, difference [4]int32
	for i := range 4 {
		a, b := block[at+i*step], block[at+(7-i)*step]
		sum[i], difference[i] = a+b, a-b
	}
	half := int32(1) << (shift - 1)
	for u := 0; u < 8; u += 2 {
		even, odd := &waves[u], &waves[u+1]
		block[at+u*step] = (even[0]*sum[0] + even[1]*sum[1] + even[2]*sum[2] + even[3]*sum[3] + half) >> shift
		block[at+(u+1)*step] = (odd[0]*difference[0] + odd[1]*difference[1] + odd[2]*difference[2] + odd[3]*difference[3] + half) >> shift
	}
}

// zigzag is the order in which the values of a block are written.
var zigzag = [64]uint8{
	0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5,
	12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
	35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
	58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
}

// luminance is the table K.1 of the standard, in the order of the rows.
var luminance = [64]int{
	16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55,
	14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
	18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
	49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
}

// divisorsFor gives what values are divided by at a quality of 50 to 100.
func divisorsFor(quality int) (d [64]int) {
	for i, v := range luminance {
		d[i] = max(1, min(255, (v*(200-2*quality)+50)/100))
	}
	return d
}

// huffman is a table of codes as the file holds it: how many there are of each
// length, and what they mean (tables K.3 and K.5).
type huffman struct {
	counts [16]byte
	values []byte
	code   [256]uint32
	length [256]uint8
}

func newHuffman(counts [16]byte, values []byte) *huffman {
	h := &huffman{counts: counts, values: values}
	code, at := uint32(0), 0
	for i, n := range counts {
		for range n {
			h.code[values[at]], h.length[values[at]] = code, uint8(i+1)
			code++
			at++
		}
		code <<= 1
	}
	return h
}

var (
	steadyCodes = newHuffman([16]byte{0, 1, 5, 1, 1, 1, 1, 1, 1}, []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
	waveCodes   = newHuffman([16]byte{0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125}, []byte{
		0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07,
		0x22, 0x71, 0x14, 0x32, 0x81, 0x91, 0xA1, 0x08, 0x23, 0x42, 0xB1, 0xC1, 0x15, 0x52, 0xD1, 0xF0,
		0x24, 0x33, 0x62, 0x72, 0x82, 0x09, 0x0A, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x25, 0x26, 0x27, 0x28,
		0x29, 0x2A, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49,
		0x4A, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5A, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69,
		0x6A, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89,
		0x8A, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9A, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7,
		0xA8, 0xA9, 0xAA, 0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xC2, 0xC3, 0xC4, 0xC5,
		0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xD9, 0xDA, 0xE1, 0xE2,
		0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8,
		0xF9, 0xFA,
	})
)

// inkCoder writes the segments and the bits.
type inkCoder struct {
	b        []byte
	divisors [64]int
	rest     uint32 // bits not yet written
	pending  uint
}

func (e *inkCoder) segment(marker byte, data []byte) {
	e.b = append(e.b, 0xFF, marker, byte((len(data)+2)>>8), byte(len(data)+2))
	e.b = append(e.b, data...)
}

// head writes everything before the pixels.
func (e *inkCoder) head(w, h int) {
	table := []byte{0}
	for _, i := range zigzag {
		table = append(table, byte(e.divisors[i]))
	}
	e.segment(0xDB, table)
	frame := []byte{8, byte(h >> 8), byte(h), byte(w >> 8), byte(w), 4}
	scan := []byte{4}
	for id := byte(1); id <= 4; id++ {
		frame = append(frame, id, 0x11, 0)
		scan = append(scan, id, 0)
	}
	e.segment(0xC0, frame)
	for class, t := range []*huffman{steadyCodes, waveCodes} {
		e.segment(0xC4, append(append([]byte{byte(class << 4)}, t.counts[:]...), t.values...))
	}
	e.segment(0xDA, append(scan, 0, 63, 0))
}

// bits writes the last n bits of v.
func (e *inkCoder) bits(v uint32, n uint) {
	e.rest = e.rest<<n | v&(1<<n-1)
	for e.pending += n; e.pending >= 8; e.pending -= 8 {
		c := byte(e.rest >> (e.pending - 8))
		e.b = append(e.b, c)
		if c == 0xFF {
			e.b = append(e.b, 0)
		}
	}
}

// value writes a number after the code that says how long it is, and how many
// noughts went before it.
func (e *inkCoder) value(h *huffman, noughts, v int) {
	size, u := uint(0), uint32(v)
	for a := max(v, -v); a > 0; a >>= 1 {
		size++
	}
	if v < 0 {
		u = uint32(v - 1)
	}
	sign := byte(noughts<<4) | byte(size)
	e.bits(h.code[sign], uint(h.length[sign]))
	e.bits(u, size)
}

// block writes one block and gives its DC value, of which the next one writes
// the difference.
func (e *inkCoder) block(b *[64]int32, before int) int {
	at := func(i uint8) int { return int(divide(int64(b[i]), 8*int64(e.divisors[i]))) }
	steady := at(0)
	e.value(steadyCodes, 0, steady-before)
	noughts := 0
	for _, i := range zigzag[1:] {
		v := at(i)
		if v == 0 {
			noughts++
			continue
		}
		for ; noughts > 15; noughts -= 16 {
			e.bits(waveCodes.code[0xF0], uint(waveCodes.length[0xF0]))
		}
		e.value(waveCodes, noughts, v)
		noughts = 0
	}
	if noughts > 0 {
		e.bits(waveCodes.code[0], uint(waveCodes.length[0]))
	}
	return steady
}
