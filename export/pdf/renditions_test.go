package pdf

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"sync"
	"testing"

	"golang.org/x/image/draw"

	"laurel/export/page"
)

// quarters is a picture of four colours: red and green above, blue and white below.
func quarters(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	colors := []color.NRGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}}
	for y := range h {
		for x := range w {
			m.SetNRGBA(x, y, colors[2*y/h*2+2*x/w])
		}
	}
	return m
}

func asJPEG(m image.Image) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func asPNG(m image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func TestRenditionSizeAndPart(t *testing.T) {
	red, green, blue, white := [3]int{255, 0, 0}, [3]int{0, 255, 0}, [3]int{0, 0, 255}, [3]int{255, 255, 255}
	for _, c := range []struct {
		what          string
		crop          page.Crop
		width, height int
		w, h          int
		corners       [4][3]int // top left, top right, bottom left, bottom right
	}{
		{"whole, smaller", page.Crop{}, 100, 80, 100, 80, [4][3]int{red, green, blue, white}},
		{"whole, never larger", page.Crop{}, 4000, 3200, 400, 320, [4][3]int{red, green, blue, white}},
		{"left half", page.Crop{W: 0.5, H: 1}, 50, 80, 50, 80, [4][3]int{red, red, blue, blue}},
		{"bottom right quarter", page.Crop{X: 0.5, Y: 0.5, W: 0.5, H: 0.5}, 100, 80, 100, 80, [4][3]int{white, white, white, white}},
		{"a square out of the middle", page.Crop{}, 64, 64, 64, 64, [4][3]int{red, green, blue, white}},
		{"a strip out of the middle of the top half", page.Crop{W: 1, H: 0.5}, 200, 20, 200, 20, [4][3]int{red, green, red, green}},
		{"a crop that reaches out", page.Crop{X: 0.5, Y: 0.5, W: 3, H: 3}, 100, 80, 100, 80, [4][3]int{white, white, white, white}},
		{"a crop beside the picture", page.Crop{X: 7, Y: 7, W: 1, H: 1}, 100, 80, 100, 80, [4][3]int{red, green, blue, white}},
	} {
		for format, master := range map[string][]byte{"jpeg": asJPEG(quarters(400, 320)), "png": asPNG(quarters(400, 320))} {
			b, w, h, err := render(master, c.crop, c.width, c.height, false)
			if err != nil {
				t.Fatal(err)
			}
			m, err := jpeg.Decode(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			if w != c.w || h != c.h || m.Bounds() != image.Rect(0, 0, w, h) {
				t.Errorf("%s, %s: %d×%d, picture %v; want %d×%d", c.what, format, w, h, m.Bounds(), c.w, c.h)
			}
			if s, err := readJPEG(b); err != nil || !s.printable() || s.metadata {
				t.Errorf("%s, %s: %+v, %v", c.what, format, s, err)
			}
			for i, at := range []image.Point{{2, 2}, {w - 3, 2}, {2, h - 3}, {w - 3, h - 3}} {
				r, g, b, _ := m.At(at.X, at.Y).RGBA()
				for k, v := range []uint32{r, g, b} {
					if d := int(v>>8) - c.corners[i][k]; d > 12 || d < -12 {
						t.Errorf("%s, %s: corner %d is %v, want %v", c.what, format, i, m.At(at.X, at.Y), c.corners[i])
						break
					}
				}
			}
		}
	}
}

func TestRenditionInGreyHasOneComponent(t *testing.T) {
	for _, master := range [][]byte{asJPEG(quarters(400, 320)), asPNG(quarters(400, 320)), asJPEG(image.NewGray(image.Rect(0, 0, 400, 320)))} {
		b, _, _, err := render(master, page.Crop{}, 100, 80, true)
		if err != nil {
			t.Fatal(err)
		}
		if s, err := readJPEG(b); err != nil || s.components != 1 {
			t.Errorf("%+v, %v", s, err)
		}
	}
}

func TestTransparentBecomesWhite(t *testing.T) {
	b, _, _, err := render(asPNG(image.NewNRGBA(image.Rect(0, 0, 40, 40))), page.Crop{}, 20, 20, false)
	if err != nil {
		t.Fatal(err)
	}
	m, err := jpeg.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := m.At(10, 10).RGBA(); r>>8 < 253 || g>>8 < 253 || b>>8 < 253 {
		t.Errorf("it is %v", m.At(10, 10))
	}
}

// withExif puts a remark into a JPEG.
func withExif(b []byte) []byte {
	remark := append([]byte{0xFF, 0xE1, 0, 12}, "Exif\x00\x00home"...)
	return append(append(append([]byte{}, b[:2]...), remark...), b[2:]...)
}

func TestRightSizedJPEGIsNotTouched(t *testing.T) {
	master := asJPEG(quarters(400, 320))
	for _, c := range []struct {
		what          string
		master        []byte
		crop          page.Crop
		width, height int
		grey, same    bool
	}{
		{"exact", master, page.Crop{}, 400, 320, false, true},
		{"fewer pixels than asked", master, page.Crop{}, 500, 400, false, true},
		{"a fifth too large", master, page.Crop{}, 333, 267, false, true},
		{"with remarks", withExif(master), page.Crop{}, 400, 320, false, true},
		{"half too large", master, page.Crop{}, 266, 213, false, false},
		{"a part", master, page.Crop{X: 0.1, W: 0.8, H: 0.8}, 400, 320, false, false},
		{"another shape", master, page.Crop{}, 320, 320, false, false},
		{"in grey", master, page.Crop{}, 400, 320, true, false},
	} {
		b, _, _, err := render(c.master, c.crop, c.width, c.height, c.grey)
		if err != nil {
			t.Fatal(err)
		}
		if got := bytes.Equal(b, master); got != c.same {
			t.Errorf("%s: the master's own pixels: %v, want %v", c.what, got, c.same)
		}
		if bytes.Contains(b, []byte("home")) {
			t.Errorf("%s: the remarks are still there", c.what)
		}
	}
}

// TestScalerAgreesWithAnother compares with the scaler of x/image, which is
// slow and known to be right.
func TestScalerAgreesWithAnother(t *testing.T) {
	from := image.NewGray(image.Rect(0, 0, 301, 257))
	for y := range 257 {
		for x := range 301 {
			from.Pix[y*from.Stride+x] = uint8(128 + 120*math.Sin(float64(x*x+y*y)/3000))
		}
	}
	for _, part := range []image.Rectangle{from.Rect, image.Rect(33, 20, 233, 220), image.Rect(1, 1, 300, 256)} {
		for _, size := range []image.Point{{100, 85}, {151, 129}, {30, 97}, {part.Dx(), part.Dy()}} {
			got := scaled(from, part, size.X, size.Y, true).(*image.Gray)
			want := image.NewRGBA(image.Rectangle{Max: size})
			draw.CatmullRom.Scale(want, want.Rect, from, part, draw.Src, nil)
			for y := 3; y < size.Y-3; y++ {
				for x := 3; x < size.X-3; x++ {
					if d := int(got.GrayAt(x, y).Y) - int(want.RGBAAt(x, y).R); d > 1 || d < -1 {
						t.Fatalf("%v to %v: pixel %d,%d is %d, want %d", part, size, x, y, got.GrayAt(x, y).Y, want.RGBAAt(x, y).R)
					}
				}
			}
		}
	}
}

func TestTapsAddUpToOne(t *testing.T) {
	for _, c := range []struct {
		size        int
		start, span float64
		n           int
	}{{10, 0, 10, 3}, {10, 0, 10, 10}, {10, 2.5, 5, 1}, {1, 0, 1, 1}, {7, 0.5, 0.5, 4}, {2000, 0, 2000, 9}} {
		for i, tap := range makeTaps(c.size, c.start, c.span, c.n) {
			sum := int32(0)
			for _, w := range tap.weights {
				sum += w
			}
			if sum != 1<<weightBits || tap.first < 0 || tap.first+len(tap.weights) > c.size {
				t.Errorf("%+v: pixel %d has %+v", c, i, tap)
			}
		}
	}
}

type memory struct {
	sync.Mutex
	kept map[string][]byte
}

func (m *memory) Get(name string) ([]byte, bool) {
	m.Lock()
	defer m.Unlock()
	b, ok := m.kept[name]
	return b, ok
}

func (m *memory) Put(name string, b []byte) {
	m.Lock()
	defer m.Unlock()
	m.kept[name] = b
}

func TestCacheIsAsked(t *testing.T) {
	asked := 0
	r := &Renditions{
		Master: func(string) ([]byte, error) { asked++; return asJPEG(quarters(400, 320)), nil },
		Cache:  &memory{kept: map[string][]byte{}},
	}
	rendition := func(crop page.Crop, w int) []byte {
		b, got, _, err := r.Rendition(t.Context(), "p", crop, w, w, false)
		if err != nil || got != w {
			t.Fatal(got, err)
		}
		return b
	}
	first := rendition(page.Crop{}, 50)
	if !bytes.Equal(first, rendition(page.Crop{}, 50)) || asked != 1 {
		t.Errorf("the master was opened %d times for the same question", asked)
	}
	rendition(page.Crop{}, 51)
	rendition(page.Crop{W: 0.5, H: 0.5}, 50)
	if asked != 3 {
		t.Errorf("the master was opened %d times for three questions", asked)
	}
	r.Cache.Put("p {0 0 0 0} 50x50 false", []byte("damaged"))
	if !bytes.Equal(first, rendition(page.Crop{}, 50)) {
		t.Error("a damaged rendition came out of the cache")
	}
}

func TestRenditionErrors(t *testing.T) {
	gone := errors.New("gone")
	r := &Renditions{Master: func(string) ([]byte, error) { return nil, gone }}
	if _, _, _, err := r.Rendition(t.Context(), "p", page.Crop{}, 9, 9, false); !errors.Is(err, gone) {
		t.Error(err)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, _, err := r.Rendition(cancelled, "p", page.Crop{}, 9, 9, false); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, _, _, err := new(Renditions).Rendition(t.Context(), "p", page.Crop{}, 9, 9, false); err == nil {
		t.Error("no error without a source")
	}
	huge := asPNG(image.NewGray(image.Rect(0, 0, 1, 1)))
	copy(huge[16:], "\x00\x01\x00\x00\x00\x01\x00\x00") // 65536 × 65536
	cut := asJPEG(quarters(400, 320))[:3000]
	for what, master := range map[string][]byte{"nothing": nil, "text": []byte("no picture"), "a bomb": huge, "cut off": cut} {
		if _, _, _, err := render(master, page.Crop{}, 9, 9, false); err == nil {
			t.Errorf("%s: no error", what)
		}
	}
	if _, _, _, err := render(asJPEG(quarters(9, 9)), page.Crop{}, 0, 9, false); err == nil {
		t.Error("no error for a picture without pixels")
	}
}
