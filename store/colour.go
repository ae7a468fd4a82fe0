package store

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"math"
)

// profile is the colour space a photo was taken in, as far as its ICC profile
// describes it by three primaries and a curve (Adobe RGB, Display P3, ProPhoto
// and their like). A nil profile is sRGB.
type profile struct {
	toXYZ  [3][3]float64 // rows X, Y, Z under D50
	linear [3][256]float64
}

// fromXYZ brings XYZ under D50 to linear sRGB (IEC 61966-2-1, adapted by
// Bradford), http://www.brucelindbloom.com.
var fromXYZ = [3][3]float64{
	{3.1338561, -1.6168667, -0.4906146},
	{-0.9787684, 1.9161415, 0.0334540},
	{0.0719453, -0.2289914, 1.4052427},
}

// colourProfile reads the profile of a photo; nil where there is none, where it
// is sRGB, or where it is of a kind we do not convert.
func colourProfile(file []byte, format string) *profile {
	var icc []byte
	switch format {
	case "jpeg":
		icc = jpegProfile(file)
	case "png":
		icc = pngProfile(file)
	case "webp":
		icc = webpProfile(file)
	}
	p, ok := parseProfile(icc)
	if !ok || p.isSRGB() {
		return nil
	}
	return &p
}

// jpegProfile joins the APP2 segments of a profile.
func jpegProfile(file []byte) []byte {
	mark := []byte("ICC_PROFILE\x00")
	var icc []byte
	for i := 2; i+4 <= len(file) && file[i] == 0xff; {
		marker, size := file[i+1], int(binary.BigEndian.Uint16(file[i+2:]))
		if marker == 0xda || size < 2 || i+2+size > len(file) {
			break
		}
		if body := file[i+4 : i+2+size]; marker == 0xe2 && len(body) > len(mark)+2 && bytes.HasPrefix(body, mark) {
			icc = append(icc, body[len(mark)+2:]...)
		}
		i += 2 + size
	}
	return icc
}

// pngProfile unpacks the iCCP chunk.
func pngProfile(file []byte) []byte {
	for i := 8; i+12 <= len(file); {
		size := int(binary.BigEndian.Uint32(file[i:]))
		if size < 0 || i+12+size > len(file) {
			return nil
		}
		if string(file[i+4:i+8]) == "iCCP" {
			_, packed, ok := bytes.Cut(file[i+8:i+8+size], []byte{0, 0})
			if !ok {
				return nil
			}
			r, err := zlib.NewReader(bytes.NewReader(packed))
			if err != nil {
				return nil
			}
			icc, err := readAll(r, 4<<20)
			if err != nil {
				return nil
			}
			return icc
		}
		i += 12 + size
	}
	return nil
}

// webpProfile finds the ICCP chunk.
func webpProfile(file []byte) []byte {
	for i := 12; i+8 <= len(file); {
		size := int(binary.LittleEndian.Uint32(file[i+4:]))
		if size < 0 || i+8+size > len(file) {
			return nil
		}
		if string(file[i:i+4]) == "ICCP" {
			return file[i+8 : i+8+size]
		}
		i += 8 + size + size%2
	}
	return nil
}

// parseProfile reads a matrix profile (ICC.1:2010, 9.2 and 10). ok is false for
// every other kind.
func parseProfile(icc []byte) (p profile, ok bool) {
	if len(icc) < 132 || string(icc[16:20]) != "RGB " {
		return p, false
	}
	tags := map[string][]byte{}
	for i, n := 132, int(binary.BigEndian.Uint32(icc[128:])); n > 0 && n < 200 && i+12 <= len(icc); n, i = n-1, i+12 {
		at, size := int(binary.BigEndian.Uint32(icc[i+4:])), int(binary.BigEndian.Uint32(icc[i+8:]))
		if at < 0 || size < 12 || at > len(icc) || size > len(icc)-at {
			return p, false
		}
		tags[string(icc[i:i+4])] = icc[at : at+size]
	}
	for i, colour := range []string{"r", "g", "b"} {
		xyz, curve := tags[colour+"XYZ"], tags[colour+"TRC"]
		if len(xyz) < 20 || len(curve) < 12 {
			return p, false
		}
		for row := range 3 {
			p.toXYZ[row][i] = fixed(xyz[8+4*row:])
		}
		of, ok := toneCurve(curve)
		if !ok {
			return p, false
		}
		for v := range 256 {
			p.linear[i][v] = of(float64(v) / 255)
		}
	}
	return p, true
}

func fixed(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

// toneCurve reads a curve or a parametric curve.
func toneCurve(b []byte) (func(float64) float64, bool) {
	switch string(b[:4]) {
	case "curv":
		n := int(binary.BigEndian.Uint32(b[8:]))
		if n < 0 || n > (len(b)-12)/2 {
			return nil, false
		}
		at := func(i int) float64 { return float64(binary.BigEndian.Uint16(b[12+2*i:])) }
		switch n {
		case 0:
			return func(v float64) float64 { return v }, true
		case 1:
			return func(v float64) float64 { return math.Pow(v, at(0)/256) }, true
		}
		return func(v float64) float64 {
			x := v * float64(n-1)
			i := min(int(x), n-2)
			return (at(i) + (at(i+1)-at(i))*(x-float64(i))) / 65535
		}, true
	case "para":
		kind := int(binary.BigEndian.Uint16(b[8:]))
		sizes := []int{1, 3, 4, 5, 7}
		if kind >= len(sizes) || len(b) < 12+4*sizes[kind] {
			return nil, false
		}
		var k [7]float64
		for i := range sizes[kind] {
			k[i] = fixed(b[12+4*i:])
		}
		return parametric(kind, k), true
	}
	return nil, false
}

func parametric(kind int, k [7]float64) func(float64) float64 {
	g, a, b, c, d, e, f := k[0], k[1], k[2], k[3], k[4], k[5], k[6]
	switch kind {
	case 0:
		return func(v float64) float64 { return math.Pow(v, g) }
	case 1:
		c, d, e, f = 0, -b/a, 0, 0
	case 2:
		c, d, e, f = 0, -b/a, k[3], k[3]
	case 3:
		e, f = 0, 0
	}
	return func(v float64) float64 {
		if v >= d {
			return math.Pow(max(0, a*v+b), g) + e
		}
		return c*v + f
	}
}

// isSRGB says whether converting would change nothing one could see.
func (p profile) isSRGB() bool {
	for _, colour := range [][3]uint8{{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {128, 128, 128}, {200, 120, 60}} {
		got := p.convert(colour)
		for i := range 3 {
			if d := int(got[i]) - int(colour[i]); d > 3 || d < -3 {
				return false
			}
		}
	}
	return true
}

func (p *profile) convert(c [3]uint8) [3]uint8 {
	var xyz [3]float64
	for row := range 3 {
		for i := range 3 {
			xyz[row] += p.toXYZ[row][i] * p.linear[i][c[i]]
		}
	}
	var out [3]uint8
	for row := range 3 {
		v := fromXYZ[row][0]*xyz[0] + fromXYZ[row][1]*xyz[1] + fromXYZ[row][2]*xyz[2]
		out[row] = encodeSRGB(v)
	}
	return out
}

// srgb is the sRGB curve in 4,096 steps.
var srgb = func() (t [4097]uint8) {
	for i := range t {
		v := float64(i) / 4096
		if v <= 0.0031308 {
			v *= 12.92
		} else {
			v = 1.055*math.Pow(v, 1/2.4) - 0.055
		}
		t[i] = uint8(v*255 + 0.5)
	}
	return t
}()

func encodeSRGB(v float64) uint8 {
	if !(v > 0) { // also what is no number
		return 0
	}
	return srgb[int(min(1, v)*4096+0.5)]
}

// toSRGB converts a picture in place. Colours that sRGB does not have are
// clipped to its edge.
func (p *profile) toSRGB(img *image.RGBA) *image.RGBA {
	if p == nil {
		return img
	}
	for i := 0; i+3 < len(img.Pix); i += 4 {
		c := p.convert([3]uint8{img.Pix[i], img.Pix[i+1], img.Pix[i+2]})
		copy(img.Pix[i:], c[:])
	}
	return img
}
