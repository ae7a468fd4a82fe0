package pdf_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"laurel/assets"
	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/typeset"
)

// A picture in two tones prints black as the dark one, middle grey as the middle
// one, and leaves white to the paper, on a screen and in inks; its own colours
// are gone.
func TestPicturesInTwoTones(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 300, 300))
	for y := range 300 {
		for x := range 300 {
			c := []color.RGBA{{A: 255}, {R: 128, G: 128, B: 128, A: 255}, {R: 255, G: 255, B: 255, A: 255}}[x/100]
			if y >= 150 && x/100 == 1 {
				c = color.RGBA{R: 0, G: 180, B: 205, A: 255} // of the lightness of middle grey, nearly
			}
			m.SetRGBA(x, y, c)
		}
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	tone := page.Tone{Dark: page.Color{R: 20, G: 0, B: 10, M: 60, K: 100}, Middle: page.Color{R: 200, G: 90, B: 100, C: 5, M: 60, Y: 40, K: 10}}
	doc := &page.Document{Trim: page.Size{W: typeset.MM(90), H: typeset.MM(90)}, Pages: []*page.Page{{Label: "1", Marks: []page.Mark{
		&page.Picture{W: typeset.MM(90), H: typeset.MM(90), Photo: "p", Tone: tone, Alt: "stripes"},
	}}}}
	for _, press := range []*pdf.Press{nil, {Condition: assets.CoatedCondition, Profile: assets.CoatedProfile()}} {
		var file bytes.Buffer
		err := pdf.Write(context.Background(), doc, &file, pdf.Options{
			Photos: &pdf.Renditions{Master: func(string) ([]byte, error) { return photo.Bytes(), nil }}, Press: press,
		})
		if err != nil {
			t.Fatal(err)
		}
		drawn, err := renderer(t).Load(t.Context(), file.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		got, err := drawn.PageDPI(t.Context(), 0, 50)
		if err != nil {
			t.Fatal(err)
		}
		at := func(x, y float64) (r, g, b int) {
			box := got.Bounds()
			cr, cg, cb, _ := got.At(box.Min.X+int(x*float64(box.Dx())), box.Min.Y+int(y*float64(box.Dy()))).RGBA()
			return int(cr >> 8), int(cg >> 8), int(cb >> 8)
		}
		if r, g, b := at(0.85, 0.3); min(r, g, b) < 250 {
			t.Errorf("white prints as %d %d %d", r, g, b)
		}
		if r, g, b := at(0.15, 0.3); max(r, g, b) > 60 {
			t.Errorf("black prints as %d %d %d", r, g, b)
		}
		for _, y := range []float64{0.3, 0.8} {
			r, g, b := at(0.5, y)
			if near := max(r-200, 200-r, g-90, 90-g, b-100, 100-b); press == nil && near > 25 || r < g+50 {
				t.Errorf("press %t: the middle prints as %d %d %d", press != nil, r, g, b)
			}
		}
	}
}
