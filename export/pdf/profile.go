package pdf

import (
	"errors"
	"fmt"
)

var errProfile = errors.New("not the ICC profile of a printing condition in four inks")

// lookup is the way from Lab to inks of an ICC profile, in the form "lut16"
// (ICC.1:2001-04, 6.5.8): a curve for each channel, a grid of colours, a curve
// for each ink.
type lookup struct {
	steps         int        // of the grid, on each side
	before, after [][]uint16 // the curves
	grid          []uint16   // four inks for each point; b runs fastest
	black         [3]float64 // the darkest printable colour, XYZ
}

// readProfile finds the colorimetric way to the inks.
func readProfile(b []byte) (*lookup, error) {
	if len(b) < 132 || string(b[16:24]) != "CMYKLab " || string(b[36:40]) != "acsp" {
		return nil, errProfile
	}
	l := &lookup{}
	if t := profileTag(b, "bkpt"); len(t) >= 20 {
		for i := range l.black {
			l.black[i] = float64(int32(bigEndian.Uint32(t[8+4*i:]))) / 65536
		}
	}
	return l, l.read(profileTag(b, "B2A1"))
}

// profileTag gives the data of a tag; nothing where it is missing or torn.
func profileTag(b []byte, sign string) []byte {
	n := min(int(bigEndian.Uint32(b[128:])), (len(b)-132)/12)
	for i := range n {
		entry := b[132+12*i:]
		at, size := uint64(bigEndian.Uint32(entry[4:])), uint64(bigEndian.Uint32(entry[8:]))
		if string(entry[:4]) == sign && at+size <= uint64(len(b)) {
			return b[at : at+size]
		}
	}
	return nil
}

func (l *lookup) read(t []byte) error {
	if len(t) < 52 || string(t[:4]) != "mft2" || t[8] != 3 || t[9] != 4 {
		return errProfile
	}
	l.steps = int(t[10])
	ins, outs := int(bigEndian.Uint16(t[48:])), int(bigEndian.Uint16(t[50:]))
	points := 4 * l.steps * l.steps * l.steps
	if l.steps < 2 || ins < 2 || outs < 2 || len(t) < 52+2*(3*ins+points+4*outs) {
		return fmt.Errorf("%w: its table is broken off", errProfile)
	}
	t = t[52:]
	take := func(n int) []uint16 {
		out := make([]uint16, n)
		for i := range out {
			out[i] = bigEndian.Uint16(t[2*i:])
		}
		t = t[2*n:]
		return out
	}
	for range 3 {
		l.before = append(l.before, take(ins))
	}
	l.grid = take(points)
	for range 4 {
		l.after = append(l.after, take(outs))
	}
	return nil
}

// inksOf gives the inks, 0 to 1, of a colour in Lab.
func (l *lookup) inksOf(lightness, a, b float64) (inks [4]float64) {
	// Version 2 of ICC writes 100 as FF00 hex, and a and b from -128.
	place := [3]float64{lightness * 652.8 / 65535, (a + 128) * 256 / 65535, (b + 128) * 256 / 65535}
	var low [3]int
	var share [3]float64
	for i, v := range place {
		v = onCurve(l.before[i], v) * float64(l.steps-1)
		low[i] = min(int(v), l.steps-2)
		share[i] = v - float64(low[i])
	}
	for corner := range 8 {
		weight, at := 1.0, 0
		for i := range 3 {
			up := corner >> (2 - i) & 1
			at = at*l.steps + low[i] + up
			if up == 1 {
				weight *= share[i]
			} else {
				weight *= 1 - share[i]
			}
		}
		for k := range inks {
			inks[k] += weight * float64(l.grid[4*at+k]) / 65535
		}
	}
	for k := range inks {
		inks[k] = onCurve(l.after[k], inks[k])
	}
	return inks
}

// onCurve reads a curve at v, both from 0 to 1.
func onCurve(curve []uint16, v float64) float64 {
	v = max(0, min(1, v)) * float64(len(curve)-1)
	low := min(int(v), len(curve)-2)
	from, to := float64(curve[low]), float64(curve[low+1])
	return (from + (to-from)*(v-float64(low))) / 65535
}
