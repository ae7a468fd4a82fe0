package pdf

import (
	"math"
	"sync"
)

// sRGBProfile gives a profile of the colour space sRGB (IEC 61966-2-1) in the
// ICC format, version 2: three primaries adapted to D50, and the tone curve.
var sRGBProfile = sync.OnceValue(func() []byte {
	xyz := func(x, y, z float64) []byte {
		b := append([]byte("XYZ "), 0, 0, 0, 0)
		for _, v := range []float64{x, y, z} {
			b = bigEndian.AppendUint32(b, uint32(math.Round(v*65536)))
		}
		return b
	}
	curve := toneCurve()
	tags := []struct {
		sign string
		data []byte
	}{
		{"desc", description("sRGB IEC61966-2.1")},
		{"cprt", append(append([]byte("text"), 0, 0, 0, 0), "No copyright, use freely\x00"...)},
		{"wtpt", xyz(0.96420, 1, 0.82491)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve},
		{"gTRC", nil},
		{"bTRC", nil}, // all three are the first
	}
	var table, data []byte
	table = bigEndian.AppendUint32(table, uint32(len(tags)))
	start := 128 + 4 + 12*len(tags)
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = start+len(data), len(t.data)
			data = append(data, t.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		table = append(table, t.sign...)
		table = bigEndian.AppendUint32(table, uint32(at))
		table = bigEndian.AppendUint32(table, uint32(size))
	}
	return append(append(profileHeader(start+len(data)), table...), data...)
})

// profileHeader is the fixed first part of a profile of that size.
func profileHeader(size int) []byte {
	h := make([]byte, 128)
	bigEndian.PutUint32(h, uint32(size))
	bigEndian.PutUint32(h[8:], 0x02100000) // version 2.1
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{1999, 1, 1, 0, 0, 0} { // the year of the standard
		bigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	for i, v := range []uint32{0xF6D6, 0x10000, 0xD32D} { // D50
		bigEndian.PutUint32(h[68+4*i:], v)
	}
	return h
}

// description is a text in the form of ICC version 2, in ASCII only.
func description(s string) []byte {
	b := append([]byte("desc"), 0, 0, 0, 0)
	b = bigEndian.AppendUint32(b, uint32(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...) // no Unicode, no Macintosh text
}

// toneCurve is how much light a value means, at 1024 steps.
func toneCurve() []byte {
	const steps = 1024
	b := append([]byte("curv"), 0, 0, 0, 0)
	b = bigEndian.AppendUint32(b, steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = bigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}
