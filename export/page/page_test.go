package page_test

import (
	"strings"
	"testing"

	"rsc.io/qr"

	"laurel/export/page"
)

// TestQRCoversExactlyTheBlackModules paints the path of a code module by
// module and compares it with the code.
func TestQRCoversExactlyTheBlackModules(t *testing.T) {
	for _, text := range []string{"", "https://example.org/v/1", strings.Repeat("länger ", 60)} {
		const module = page.Length(1100)
		drawn, err := page.EncodeQR(text)
		if err != nil {
			t.Fatal(err)
		}
		path := drawn.Path(5000, 7000, module, page.Color{K: 100})
		code, err := qr.Encode(text, qr.M)
		if err != nil {
			t.Fatal(err)
		}
		if drawn.Size != code.Size {
			t.Errorf("%q: %d modules, want %d", text, drawn.Size, code.Size)
		}
		painted := map[[2]int]int{}
		for i := 0; i < len(path.Segments); i += 5 {
			from, to := path.Segments[i].P[0], path.Segments[i+2].P[0]
			for y := (from.Y - 7000) / module; y < (to.Y-7000)/module; y++ {
				for x := (from.X - 5000) / module; x < (to.X-5000)/module; x++ {
					painted[[2]int{int(x), int(y)}]++
				}
			}
		}
		for y := range code.Size {
			for x := range code.Size {
				want := 0
				if code.Black(x, y) {
					want = 1
				}
				if got := painted[[2]int{x, y}]; got != want {
					t.Fatalf("%q: module %d,%d painted %d times, want %d", text, x, y, got, want)
				}
			}
		}
	}
}

func TestQRIsTheSameEachTime(t *testing.T) {
	draw := func() *page.Path {
		code, err := page.EncodeQR("https://example.org/v/1")
		if err != nil {
			t.Fatal(err)
		}
		return code.Path(0, 0, 1000, page.Color{})
	}
	a := draw()
	for range 20 {
		b := draw()
		for i := range a.Segments {
			if a.Segments[i] != b.Segments[i] {
				t.Fatalf("segment %d differs: %v, %v", i, a.Segments[i], b.Segments[i])
			}
		}
	}
}

func TestQRRefusesWhatIsTooLong(t *testing.T) {
	if _, err := page.EncodeQR(strings.Repeat("x", 5000)); err == nil {
		t.Error("no error for a text longer than any QR code holds")
	}
}

func TestEllipseTouchesItsRectangle(t *testing.T) {
	segments := page.Ellipse(1000, 2000, 40000, 60000)
	var ends []page.Point
	for _, s := range segments {
		switch s.Op {
		case page.Move:
			ends = append(ends, s.P[0])
		case page.Cubic:
			ends = append(ends, s.P[2])
		}
	}
	want := []page.Point{{X: 41000, Y: 32000}, {X: 21000, Y: 62000}, {X: 1000, Y: 32000}, {X: 21000, Y: 2000}, {X: 41000, Y: 32000}}
	if len(ends) != len(want) {
		t.Fatalf("%d points, want %d", len(ends), len(want))
	}
	for i := range want {
		if ends[i] != want[i] {
			t.Errorf("point %d is %v, want %v", i, ends[i], want[i])
		}
	}
}
