package kit

import (
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func close2(a, b CropPart) bool {
	near := func(x, y float64) bool { return math.Abs(x-y) < 0.002 }
	return near(a.X, b.X) && near(a.Y, b.Y) && near(a.W, b.W) && near(a.H, b.H)
}

// newTestCropper shows a picture of 400 × 800 px at half its size, with a square
// part of half its width.
func newTestCropper(t *testing.T) *Cropper {
	t.Helper()
	test.NewApp()
	c := NewCropper()
	w := test.NewWindow(c)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(248, 448))
	c.SetImage(image.NewGray(image.Rect(0, 0, 40, 80)), 400, 800)
	c.SetPart(CropPart{0.25, 0.25, 0.5, 0.25}, 1)
	w.Canvas().Focus(c)
	return c
}

func (c *Cropper) pull(from, to fyne.Position) {
	c.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	c.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}})
	c.DragEnd()
}

func TestCropperByThePointer(t *testing.T) {
	for _, c := range []struct {
		name     string
		from, to fyne.Position
		want     CropPart
	}{
		{"the part", fyne.NewPos(100, 150), fyne.NewPos(120, 150), CropPart{0.35, 0.25, 0.5, 0.25}},
		{"beyond the edge", fyne.NewPos(100, 150), fyne.NewPos(300, 600), CropPart{0.5, 0.75, 0.5, 0.25}},
		{"lower right handle", fyne.NewPos(174, 224), fyne.NewPos(194, 224), CropPart{0.25, 0.25, 0.6, 0.3}},
		{"upper left handle", fyne.NewPos(74, 124), fyne.NewPos(64, 124), CropPart{0.2, 0.225, 0.55, 0.275}},
		{"right handle", fyne.NewPos(174, 174), fyne.NewPos(154, 174), CropPart{0.25, 0.275, 0.4, 0.2}},
		{"lower handle", fyne.NewPos(124, 224), fyne.NewPos(124, 244), CropPart{0.2, 0.25, 0.6, 0.3}},
		{"a handle beyond the edge", fyne.NewPos(174, 224), fyne.NewPos(900, 900), CropPart{0.25, 0.25, 0.75, 0.375}},
	} {
		x := newTestCropper(t)
		x.SetFocal(0.1, 0.9) // out of the way
		x.pull(c.from, c.to)
		if got := x.Part(); !close2(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
		if x.focalX != 0.1 {
			t.Errorf("%s: the ring moved", c.name)
		}
	}
	x := newTestCropper(t)
	at := fyne.NewPos(24+50, 24+300)
	x.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	x.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if math.Abs(x.focalX-0.25) > 0.01 || math.Abs(x.focalY-0.75) > 0.01 {
		t.Errorf("a click puts the ring at %v, %v", x.focalX, x.focalY)
	}
}

func TestCropperByTheKeyboard(t *testing.T) {
	x := newTestCropper(t)
	var parts, points int
	x.OnPart = func(CropPart) { parts++ }
	x.OnFocal = func(float64, float64) { points++ }
	x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	x.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	x.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got, want := x.Part(), (CropPart{0.26, 0.252, 0.5, 0.25}); !close2(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	x.TypedRune('-')
	if got := x.Part(); math.Abs(got.W-0.5/1.05) > 0.001 || math.Abs(got.H-got.W/2) > 0.001 {
		t.Errorf("made smaller to %+v", got)
	}
	x.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierShortcutDefault})
	if parts != 3 || points != 1 || math.Abs(x.focalY-0.49) > 0.001 {
		t.Errorf("%d changes of the part, %d of the point, at %v", parts, points, x.focalY)
	}
	for range 50 {
		x.TypedRune('+')
	}
	if got := x.Part(); !close2(got, CropPart{0, got.Y, 1, 0.5}) {
		t.Errorf("larger than the picture: %+v", got)
	}
}
