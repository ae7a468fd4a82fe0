package model

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"testing"
)

// face is a picture of nobody: a head of some size before a wall.
func face(w, h int, head float64, skin uint8) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			fx, fy := float64(x)/float64(w)-0.5, float64(y)/float64(h)-0.4
			c := color.RGBA{uint8(180 + 20*fx), 190, uint8(200 - 20*fy), 255}
			if math.Hypot(fx, fy) < head {
				c = color.RGBA{skin, skin - 40, skin - 60, 255}
			} else if fy > 0.3 {
				c = color.RGBA{uint8(40 + 300*math.Abs(fx)), 50, 90, 255}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func coded(t *testing.T, m image.Image, quality int) image.Image {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	out, err := jpeg.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// brighter is a picture with more light.
func brighter(m image.Image, by uint8) image.Image {
	out := image.NewRGBA(m.Bounds())
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			c := color.RGBAModel.Convert(m.At(x, y)).(color.RGBA)
			out.SetRGBA(x, y, color.RGBA{c.R + by, c.G + by, c.B + by, 255})
		}
	}
	return out
}

func TestLook(t *testing.T) {
	one := face(600, 800, 0.25, 210)
	for _, c := range []struct {
		name  string
		other image.Image
		same  bool
	}{
		{"itself", one, true},
		{"coded badly", coded(t, one, 30), true},
		{"scaled down", face(300, 400, 0.25, 210), true},
		{"scaled oddly and coded", coded(t, face(171, 229, 0.25, 210), 60), true},
		{"with more light", brighter(one, 20), true},
		{"another face", face(600, 800, 0.25, 120), false},
		{"another head", face(600, 800, 0.19, 210), false},
		{"nothing", image.NewRGBA(image.Rect(0, 0, 600, 800)), false},
	} {
		a, b := readLook(LookOf(one)), readLook(LookOf(c.other))
		if got := a != nil && b != nil && a.like(b); got != c.same {
			t.Errorf("%s: the same %v, want %v", c.name, got, c.same)
		}
	}
	for _, text := range []string{"", "!", "AAAA", LookOf(image.NewGray(image.Rect(0, 0, 9, 9)))} {
		if readLook(text) != nil {
			t.Errorf("%q is a look", text)
		}
	}
}
