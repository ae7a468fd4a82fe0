package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"

	"laurel/export/page"
)

// maxInk is how much ink may lie on one place of a sheet, in per cent of all
// four: what printers of coated paper take.
const maxInk = 300

// photoInk is the limit for photos. It leaves room for what the coding of a
// JPEG adds at hard edges.
const photoInk = 270

// inks gives a colour in cyan, magenta, yellow and black. One that was given in
// RGB only would be white, and so invisible, in print: it is converted plainly,
// with as much black as there can be.
func inks(k page.Color) [4]uint8 {
	if k.C|k.M|k.Y|k.K != 0 {
		return limited(min(k.C, 100), min(k.M, 100), min(k.Y, 100), min(k.K, 100))
	}
	light := max(k.R, k.G, k.B)
	if light == 0 {
		return [4]uint8{3: 100}
	}
	ink := func(v uint8) uint8 { return uint8((int(light-v)*100 + int(light)/2) / int(light)) }
	return limited(ink(k.R), ink(k.G), ink(k.B), uint8((int(255-light)*100+127)/255))
}

// limited takes so much of the three colours away that all four inks keep to
// maxInk; the black, which holds the shape, stays.
func limited(c, m, y, k uint8) [4]uint8 {
	colours, room := int(c)+int(m)+int(y), maxInk-int(k)
	if colours <= room {
		return [4]uint8{c, m, y, k}
	}
	less := func(v uint8) uint8 { return uint8(int(v) * room / colours) }
	return [4]uint8{less(c), less(m), less(y), k}
}

// gridSteps is the size of the table that photos are separated with: 33 values
// of each primary, between which is interpolated.
const gridSteps = 33

// separation turns pixels of sRGB into the inks of a printing condition.
type separation struct {
	grid []uint16 // four inks a point, 0 to 255 in 1/128; blue runs fastest
}

// newSeparation makes the table for a profile: colorimetric, with the darkest
// that a screen shows put at the darkest that the press prints, so that
// shadows keep their drawing.
func newSeparation(profile []byte) (*separation, error) {
	l, err := readProfile(profile)
	if err != nil {
		return nil, err
	}
	s := &separation{grid: make([]uint16, 4*gridSteps*gridSteps*gridSteps)}
	var linear [gridSteps]float64
	for i := range linear {
		linear[i] = light(float64(i) / (gridSteps - 1))
	}
	at := 0
	for _, r := range linear {
		for _, g := range linear {
			for _, b := range linear {
				inks := limitInk(l.inksOf(labOf(l.raised(xyzOf(r, g, b)))))
				for k, v := range inks {
					s.grid[at+k] = uint16(math.Round(v * 255 * 128))
				}
				at += 4
			}
		}
	}
	return s, nil
}

// limitInk takes colour away, not black, where all four are more than photoInk.
func limitInk(inks [4]float64) [4]float64 {
	colours, room := inks[0]+inks[1]+inks[2], photoInk/100.0-inks[3]
	if colours > room {
		for k := range 3 {
			inks[k] *= room / colours
		}
	}
	return inks
}

// light is how much light a value of sRGB means, both from 0 to 1 (IEC 61966-2-1).
func light(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// white is the illuminant D50 of profiles, XYZ.
var white = [3]float64{0.96420, 1, 0.82491}

// xyzOf gives the colour of an amount of light of the three primaries.
func xyzOf(r, g, b float64) [3]float64 {
	return [3]float64{
		0.43607*r + 0.38515*g + 0.14307*b,
		0.22249*r + 0.71687*g + 0.06061*b,
		0.01392*r + 0.09708*g + 0.71410*b,
	}
}

// raised moves black to the press's own, white stays (ISO 18619, black point
// compensation).
func (l *lookup) raised(xyz [3]float64) [3]float64 {
	for i := range xyz {
		share := (white[i] - l.black[i]) / white[i]
		xyz[i] = xyz[i]*share + l.black[i]
	}
	return xyz
}

// labOf is CIE 1976 L*a*b*.
func labOf(xyz [3]float64) (lightness, a, b float64) {
	var f [3]float64
	for i, v := range xyz {
		if v /= white[i]; v > 216.0/24389 {
			f[i] = math.Cbrt(v)
		} else {
			f[i] = (24389.0/27*v + 16) / 116
		}
	}
	return 116*f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])
}

// spot is where a value of 0 to 255 lies between two steps of the grid.
type spot struct{ low, share int32 } // share in 1/256

var spots = func() (s [256]spot) {
	for v := range s {
		at := int32(v) * (gridSteps - 1) * 256 / 255
		low := min(at/256, gridSteps-2)
		s[v] = spot{low, at - 256*low}
	}
	return s
}()

// pixel gives the inks, 0 to 255, of one pixel. Of the cube about it the four
// corners are used between which it lies, so that greys stay grey.
func (s *separation) pixel(r, g, b uint8) [4]uint8 {
	x, y, z := spots[r], spots[g], spots[b]
	at := 4 * ((x.low*gridSteps+y.low)*gridSteps + z.low)
	const stepR, stepG, stepB = 4 * gridSteps * gridSteps, 4 * gridSteps, 4
	first, second, third := [2]int32{x.share, stepR}, [2]int32{y.share, stepG}, [2]int32{z.share, stepB}
	if first[0] < second[0] {
		first, second = second, first
	}
	if second[0] < third[0] {
		second, third = third, second
	}
	if first[0] < second[0] {
		first, second = second, first
	}
	weights := [4]int32{256 - first[0], first[0] - second[0], second[0] - third[0], third[0]}
	corners := [4]int32{at, at + first[1], at + first[1] + second[1], at + first[1] + second[1] + third[1]}
	var out [4]uint8
	for k := range out {
		sum := int32(128 * 128) // half, for rounding
		for i, w := range weights {
			sum += w * int32(s.grid[corners[i]+int32(k)])
		}
		out[k] = uint8(min(sum>>15, 255))
	}
	return out
}

// separate codes a JPEG in sRGB anew in four inks.
func (s *separation) separate(photo []byte) ([]byte, error) {
	picture, err := jpeg.Decode(bytes.NewReader(photo))
	if err != nil {
		return nil, fmt.Errorf("opening the photo: %w", err)
	}
	in, ok := picture.(*image.YCbCr)
	if !ok {
		in = planes(picture, picture.Bounds())
	}
	size := in.Rect.Size()
	planes := make([]byte, 4*size.X*size.Y)
	for y := range size.Y {
		row := planes[y*size.X:]
		for x := range size.X {
			i, j := in.YOffset(in.Rect.Min.X+x, in.Rect.Min.Y+y), in.COffset(in.Rect.Min.X+x, in.Rect.Min.Y+y)
			r, g, b := color.YCbCrToRGB(in.Y[i], in.Cb[j], in.Cr[j])
			for k, v := range s.pixel(r, g, b) {
				row[k*size.X*size.Y+x] = v
			}
		}
	}
	return inkJPEG(planes, size.X, size.Y), nil
}
