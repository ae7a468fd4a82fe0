package pdf

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
)

// A photo of which nearly all prints goes into the file as it is and is clipped
// on the page; one that is cropped hard is cut, and the rest is not in the file.
func TestNearlyWholePhotosAreClipped(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 300, 400))
	for y := range 400 {
		for x := range 300 {
			img.Set(x, y, color.RGBA{uint8(x), uint8(y), uint8(x * y), 255})
		}
	}
	var master bytes.Buffer
	if err := jpeg.Encode(&master, img, nil); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		crop   page.Crop
		chosen bool
		whole  bool
	}{
		{"all of it", page.Crop{}, false, true},
		{"a sliver less", page.Crop{X: 0.02, W: 0.96, H: 1}, true, true},
		{"most of it", page.Crop{Y: 0.2, W: 1, H: 0.6}, false, true},
		{"most of it, the rest cut away by somebody", page.Crop{Y: 0.2, W: 1, H: 0.6}, true, false},
		{"a quarter of it", page.Crop{X: 0.25, W: 0.5, H: 0.5}, false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := 25.4 * 300 / 300.0 // mm at which the photo has 300 dpi
			h := w * 4 / 3
			if test.crop.W > 0 {
				w, h = w*test.crop.W, h*test.crop.H
			}
			picture := &page.Picture{X: typeset.MM(20), Y: typeset.MM(30), W: typeset.MM(w), H: typeset.MM(h), Photo: "p", Crop: test.crop, Chosen: test.chosen, Alt: "a"}
			doc := &page.Document{Trim: page.Size{W: typeset.MM(100), H: typeset.MM(120)}, Pages: []*page.Page{{Label: "1", Marks: []page.Mark{picture}}}}
			var file bytes.Buffer
			err := Write(context.Background(), doc, &file, Options{Photos: &Renditions{Master: func(string) ([]byte, error) { return master.Bytes(), nil }}})
			if err != nil {
				t.Fatal(err)
			}
			scan := master.Bytes()[master.Len()-2000:]
			if got := bytes.Contains(file.Bytes(), scan); got != test.whole {
				t.Errorf("the photo's own bytes are in the file: %v, want %v", got, test.whole)
			}
			x, y, fw, fh := frame(picture)
			if x > picture.X || y > picture.Y || x+fw < picture.X+picture.W-1 || y+fh < picture.Y+picture.H-1 {
				t.Errorf("the frame %d %d %d %d does not hold the picture", x, y, fw, fh)
			}
		})
	}
}
