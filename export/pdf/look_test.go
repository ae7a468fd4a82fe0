package pdf_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"laurel/export/raster"
)

var (
	rendererOnce sync.Once
	theRenderer  *raster.Renderer
	rendererErr  error
)

// renderer draws pages for the tests; starting it takes seconds, so there is one.
func renderer(t *testing.T) *raster.Renderer {
	t.Helper()
	rendererOnce.Do(func() {
		theRenderer, rendererErr = raster.Open(context.Background(), raster.Params{
			CacheDir: filepath.Join(os.TempDir(), "laurel-test-raster"), // shared with that package's tests
		})
	})
	if rendererErr != nil {
		t.Fatal(rendererErr)
	}
	return theRenderer
}

func TestMain(m *testing.M) {
	code := m.Run()
	if theRenderer != nil {
		if err := theRenderer.Close(); err != nil {
			fmt.Println(err)
			code = 1
		}
	}
	os.Exit(code)
}

// plainPNG is a picture of one colour.
func plainPNG(w, h int, r, g, b uint8) []byte {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetNRGBA(x, y, color.NRGBA{r, g, b, 255})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		panic(err)
	}
	return out.Bytes()
}
