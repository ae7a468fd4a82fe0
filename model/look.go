package model

import (
	"encoding/base64"
	"image"
)

// A look is a picture seen from far off: 8 × 8 fields, of each its mean red,
// green and blue. Scaling, coding anew and a little more light leave it as it
// is; another face before the same wall does not.
const (
	lookFields = 8
	lookBytes  = 3 * lookFields * lookFields
	// sameLook is by how much two looks of one picture differ at the most, in
	// the mean of all their numbers (0 to 255).
	sameLook = 2.5
)

// LookOf gives the look of a picture as text.
func LookOf(img image.Image) string {
	b := img.Bounds()
	if b.Empty() {
		return ""
	}
	const samples = 12 // of a field on each side; enough for a mean
	var look [lookBytes]byte
	for i := range lookFields * lookFields {
		var sum [3]uint32
		for k := range samples * samples {
			x := b.Min.X + (i%lookFields*samples+k%samples)*b.Dx()/(lookFields*samples)
			y := b.Min.Y + (i/lookFields*samples+k/samples)*b.Dy()/(lookFields*samples)
			red, green, blue, _ := img.At(x, y).RGBA()
			sum[0], sum[1], sum[2] = sum[0]+red>>8, sum[1]+green>>8, sum[2]+blue>>8
		}
		for c, v := range sum {
			look[3*i+c] = byte(v / (samples * samples))
		}
	}
	return base64.StdEncoding.EncodeToString(look[:])
}

// look is the look of a photo with its mean light taken out.
type look [lookBytes]float32

// readLook reads what LookOf wrote; nil for a photo of which it is not known.
func readLook(text string) *look {
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(b) != lookBytes {
		return nil
	}
	var l look
	var mean [3]float32
	for i, v := range b {
		l[i] = float32(v)
		mean[i%3] += float32(v) / (lookBytes / 3)
	}
	flat := true
	for i := range l {
		l[i] -= mean[i%3]
		flat = flat && l[i] > -sameLook && l[i] < sameLook
	}
	if flat {
		return nil // of one colour: it looks like any other such
	}
	return &l
}

// like says whether two looks are of one picture.
func (l *look) like(o *look) bool {
	sum := float32(0)
	for i, v := range l {
		d := v - o[i]
		if d < 0 {
			d = -d
		}
		if sum += d; sum > sameLook*lookBytes {
			return false
		}
	}
	return true
}
