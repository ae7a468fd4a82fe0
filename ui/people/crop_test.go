package people

import (
	"bytes"
	"image"
	"image/jpeg"
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

func jpegOf(t *testing.T, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, w, h)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCropPrintsAsItWasChosen(t *testing.T) {
	d, s, small := open(t)
	d.Write(store.AddPhoto{PersonID: small.People[0], File: jpegOf(t, 1200, 1600), Credit: "Nell"})
	d.Proofread()
	tab := s.editor.photo
	if tab.photo == nil || len(tab.places.Objects) != 1 {
		t.Fatalf("the photo prints in %d places", len(tab.places.Objects))
	}
	c := &cropDialog{
		s: s, photo: *tab.photo, name: "Zoë", placement: s.editor.shown.placement, placeWas: map[string]kit.CropPart{},
		places: printPlaces(d.Proof(), *s.editor.shown.placement, *tab.photo),
	}
	c.show()
	before := c.places[0]
	d.Window().Canvas().Focus(c.cropper)
	for range 8 {
		d.Type("-")
	}
	d.Press(fyne.KeyUp)
	after := c.places[0]
	if after.dpi(c.photo) >= before.dpi(c.photo) || !after.chosen {
		t.Fatalf("from %+v to %+v", before, after)
	}
	steps0 := len(steps(t, d))
	c.until.SetText("2026-02-31")
	if c.confirm() {
		t.Error("a day that does not exist was taken")
	}
	c.until.SetText("2026-12")
	c.dialog.Submit()
	if n := len(steps(t, d)) - steps0; n != 1 {
		t.Fatalf("%d steps", n)
	}
	p := printPlaces(d.Proofread(), *s.editor.shown.placement, *tab.photo)[0]
	near := func(a, b float64) bool { return math.Abs(a-b) < 0.003 }
	if !near(p.crop.X, after.crop.X) || !near(p.crop.Y, after.crop.Y) || !near(p.crop.W, after.crop.W) || !near(p.crop.H, after.crop.H) {
		t.Errorf("it prints %+v, chosen was %+v", p.crop, after.crop)
	}
	photo, err := d.Book().Photo(t.Context(), tab.photo.ID)
	if err != nil || photo.RightsUntil != "2026-12" {
		t.Errorf("%+v %v", photo, err)
	}
	d.Undo()
	p = printPlaces(d.Proofread(), *s.editor.shown.placement, *tab.photo)[0]
	if !near(p.crop.W, before.crop.W) || p.chosen {
		t.Errorf("after undo it prints %+v, before %+v", p, before)
	}
}

func TestCropFollowsTheFocalPointUntilChosen(t *testing.T) {
	photo := model.Photo{Width: 1200, Height: 1600, FocalX: 0.5, FocalY: 0.4}
	for _, c := range []struct {
		x, y, ratio float64
		want        kit.CropPart
	}{
		{0.5, 0.5, 0.75, kit.CropPart{X: 0, Y: 0, W: 1, H: 1}},
		{0.5, 0.5, 1.5, kit.CropPart{X: 0, Y: 0.25, W: 1, H: 0.5}},
		{0.5, 0.1, 1.5, kit.CropPart{X: 0, Y: 0, W: 1, H: 0.5}},
		{0.9, 0.5, 0.375, kit.CropPart{X: 0.5, Y: 0, W: 0.5, H: 1}},
	} {
		if got := about(photo, c.x, c.y, c.ratio); got != c.want {
			t.Errorf("about %v, %v at %v: %+v, want %+v", c.x, c.y, c.ratio, got, c.want)
		}
	}
}

func TestDpiIsThatOfTheSlot(t *testing.T) {
	photo := model.Photo{Width: 1200, Height: 1600}
	for _, c := range []struct {
		place printPlace
		want  int
		tone  kit.Token
	}{
		{printPlace{w: 25.4, h: 25.4, crop: kit.CropPart{W: 0.5, H: 0.375}}, 600, kit.Accent},
		{printPlace{w: 101.6, h: 101.6, crop: kit.CropPart{W: 1, H: 0.75}}, 300, kit.Accent},
		{printPlace{w: 152.4, h: 200, crop: kit.CropPart{W: 1, H: 1}}, 200, kit.Warn},
		{printPlace{w: 254, h: 254, crop: kit.CropPart{W: 1, H: 0.75}}, 120, kit.Error},
	} {
		if got := c.place.dpi(photo); got != c.want {
			t.Errorf("%+v: %d dpi, want %d", c.place, got, c.want)
		}
		if tone, _ := dpiTone(c.want); tone != c.tone {
			t.Errorf("%d dpi is told in %s", c.want, tone)
		}
	}
}
