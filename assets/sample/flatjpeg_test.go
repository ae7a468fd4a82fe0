package sample

import (
	"bytes"
	"image"
	"image/jpeg"
	"testing"
)

func TestEncodeFlatIsReadBackAsItWas(t *testing.T) {
	for _, width := range []int{81, 240, 600} {
		want := Portrait(Look{Skin: 5, Age: 50, Hair: "curls", HairColour: "black", Beard: "full", Wear: "knit", Colour: "teal"}, width)
		got, err := jpeg.Decode(bytes.NewReader(encodeFlat(want, 88)))
		if err != nil {
			t.Fatal(err)
		}
		if got.Bounds() != want.Bounds() {
			t.Fatalf("width %d: bounds %v", width, got.Bounds())
		}
		if d := meanDifference(want, got); d > 3 {
			t.Errorf("width %d: the picture read back differs by %.2f of 255 in the mean", width, d)
		}
	}
}

// The standard encoder with the same tables is the measure.
func TestEncodeFlatIsAsGoodAsTheStandardEncoder(t *testing.T) {
	img := Portrait(Look{Skin: 1, Age: 60, Hair: "wavylong", HairColour: "ginger", Glasses: "round", Wear: "shawl", Colour: "wine"}, 600)
	var std bytes.Buffer
	if err := jpeg.Encode(&std, img, &jpeg.Options{Quality: 88}); err != nil {
		t.Fatal(err)
	}
	ours := encodeFlat(img, 88)
	if len(ours) > std.Len()*21/20 {
		t.Errorf("%d bytes, the standard encoder needs %d", len(ours), std.Len())
	}
	a, err := jpeg.Decode(bytes.NewReader(ours))
	if err != nil {
		t.Fatal(err)
	}
	b, err := jpeg.Decode(&std)
	if err != nil {
		t.Fatal(err)
	}
	if da, db := meanDifference(img, a), meanDifference(img, b); da > db*1.1 {
		t.Errorf("differs by %.3f, the standard encoder by %.3f", da, db)
	}
}

func meanDifference(a, b image.Image) float64 {
	var sum, n float64
	r := a.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			for _, d := range [3]int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2)} {
				sum += float64(max(d, -d)) / 257
				n++
			}
		}
	}
	return sum / n
}
