package kit

import (
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

var shots = flag.String("shots", "", "folder for pictures of the gallery")

func TestGalleryInLightAndDark(t *testing.T) {
	for name, mode := range map[string]Mode{"light": Light, "dark": Dark} {
		a := test.NewApp()
		a.Settings().SetTheme(NewTheme(mode))
		w := test.NewWindow(NewRoot(Gallery()))
		w.SetPadded(false)
		w.Resize(fyne.NewSize(1440, 900))
		img := w.Canvas().Capture()
		ground := Color(Canvas)
		if r, g, b, _ := img.At(4, 4).RGBA(); uint8(r>>8) != ground.R || uint8(g>>8) != ground.G || uint8(b>>8) != ground.B {
			t.Errorf("%s: the window's ground is not the canvas colour", name)
		}
		if min := w.Content().MinSize(); min.Width > 1440 || min.Height > 900 {
			t.Errorf("%s: the gallery needs %v, more than the window", name, min)
		}
		if *shots != "" {
			f, err := os.Create(filepath.Join(*shots, "gallery-"+name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			if err := png.Encode(f, img); err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
		}
		w.Close()
	}
}
