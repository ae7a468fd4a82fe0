package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"testing"

	"laurel/assets"
	"laurel/export/page"
)

// decodeInks reads a JPEG of four inks. The standard library wants Adobe's
// segment, and takes the numbers to be turned about, as Adobe's are.
func decodeInks(t *testing.T, b []byte) *image.CMYK {
	t.Helper()
	adobe := []byte("\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00\x00")
	m, err := jpeg.Decode(bytes.NewReader(append(append(append([]byte{}, b[:2]...), adobe...), b[2:]...)))
	if err != nil {
		t.Fatal(err)
	}
	out := m.(*image.CMYK)
	for i := range out.Pix {
		out.Pix[i] = 255 - out.Pix[i]
	}
	return out
}

// TestInkJPEGKeepsItsPlanes codes planes whose shapes differ and reads them back.
func TestInkJPEGKeepsItsPlanes(t *testing.T) {
	for _, size := range []image.Point{{8, 8}, {1, 1}, {37, 21}, {64, 5}} {
		w, h := size.X, size.Y
		planes := make([]byte, 4*w*h)
		at := func(k, x, y int) byte {
			return [4]byte{byte(x * 255 / w), byte(y * 255 / h), byte(255 - x*200/w), byte((x + y) * 255 / (w + h))}[k]
		}
		for k := range 4 {
			for i := range w * h {
				planes[k*w*h+i] = at(k, i%w, i/w)
			}
		}
		got := decodeInks(t, inkJPEG(planes, w, h))
		if got.Rect.Size() != size {
			t.Fatalf("%v came back as %v", size, got.Rect.Size())
		}
		for i := range w * h {
			for k := range 4 {
				if d := int(got.Pix[i/w*got.Stride+i%w*4+k]) - int(at(k, i%w, i/w)); d < -12 || d > 12 {
					t.Fatalf("%v: ink %d at %d,%d is off by %d", size, k, i%w, i/w, d)
				}
			}
		}
	}
}

func coated(t *testing.T) *separation {
	t.Helper()
	s, err := newSeparation(assets.CoatedProfile())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSeparationOfKnownColours(t *testing.T) {
	s := coated(t)
	for _, c := range []struct {
		name      string
		r, g, b   uint8
		low, high [4]uint8 // per cent
	}{
		{"white is paper", 255, 255, 255, [4]uint8{}, [4]uint8{1, 1, 1, 0}},
		{"black is deep", 0, 0, 0, [4]uint8{50, 40, 20, 90}, [4]uint8{95, 85, 60, 100}},
		{"red has no cyan", 230, 20, 30, [4]uint8{0, 90, 80, 0}, [4]uint8{8, 100, 100, 10}},
		{"green has no magenta", 0, 150, 60, [4]uint8{75, 0, 80, 0}, [4]uint8{100, 15, 100, 15}},
		{"grey is balanced", 128, 128, 128, [4]uint8{40, 30, 30, 0}, [4]uint8{60, 50, 50, 40}},
	} {
		for k, v := range s.pixel(c.r, c.g, c.b) {
			if p := uint8(int(v) * 100 / 255); p < c.low[k] || p > c.high[k] {
				t.Errorf("%s: ink %d is %d %%, want %d to %d", c.name, k, p, c.low[k], c.high[k])
			}
		}
	}
}

// TestInkOfPhotosKeepsToTheLimit decodes what a press would get: a picture that
// is all deep shadow, one of noise, and one of hard edges.
func TestInkOfPhotosKeepsToTheLimit(t *testing.T) {
	s := coated(t)
	noise := rand.New(rand.NewPCG(1, 2))
	for name, at := range map[string]func(x, y int) color.RGBA{
		"shadow": func(x, y int) color.RGBA { return color.RGBA{uint8(x / 8), uint8(y / 8), uint8((x + y) / 16), 255} },
		"noise": func(_, _ int) color.RGBA {
			return color.RGBA{uint8(noise.IntN(60)), uint8(noise.IntN(60)), uint8(noise.IntN(60)), 255}
		},
		"edges": func(x, y int) color.RGBA {
			if (x/5+y/7)%2 == 0 {
				return color.RGBA{A: 255}
			}
			return color.RGBA{255, 255, 255, 255}
		},
	} {
		m := image.NewRGBA(image.Rect(0, 0, 160, 160))
		for y := range 160 {
			for x := range 160 {
				m.SetRGBA(x, y, at(x, y))
			}
		}
		var photo bytes.Buffer
		if err := jpeg.Encode(&photo, m, &jpeg.Options{Quality: 90}); err != nil {
			t.Fatal(err)
		}
		b, err := s.separate(photo.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		got, most := decodeInks(t, b), 0
		for i := 0; i < len(got.Pix); i += 4 {
			most = max(most, int(got.Pix[i])+int(got.Pix[i+1])+int(got.Pix[i+2])+int(got.Pix[i+3]))
		}
		if most = most * 100 / 255; most > maxInk || most < 200 {
			t.Errorf("%s: the most ink is %d %%", name, most)
		}
	}
}

// TestInkOfColoursKeepsToTheLimit goes through the colours a theme can name.
func TestInkOfColoursKeepsToTheLimit(t *testing.T) {
	for i := range 1 << 15 {
		r, g, b := uint8(i>>10*8), uint8(i>>5&31*8), uint8(i&31*8)
		for _, k := range []page.Color{{R: r, G: g, B: b}, {C: r % 101, M: g % 101, Y: b % 101, K: 90}} {
			if v := inks(k); int(v[0])+int(v[1])+int(v[2])+int(v[3]) > maxInk {
				t.Fatalf("%+v prints with %v", k, v)
			}
		}
	}
	if got := inks(page.Color{C: 100, M: 100, Y: 100, K: 100}); got != [4]uint8{66, 66, 66, 100} {
		t.Errorf("four full inks print as %v", got)
	}
}

func TestProfilesThatAreNone(t *testing.T) {
	whole := assets.CoatedProfile()
	for name, b := range map[string][]byte{
		"nothing": nil, "a screen's": sRGBProfile(), "broken off": whole[:60000], "a head": whole[:131],
	} {
		if _, err := newSeparation(b); err == nil {
			t.Errorf("%s is taken for a printing condition", name)
		}
	}
}

func FuzzReadProfile(f *testing.F) {
	f.Add(assets.CoatedProfile()[:2000])
	f.Add(sRGBProfile())
	f.Fuzz(func(_ *testing.T, b []byte) {
		if l, err := readProfile(b); err == nil {
			l.inksOf(50, 0, 0)
		}
	})
}
