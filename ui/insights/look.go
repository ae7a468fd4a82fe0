package insights

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"laurel/assets"
	"laurel/export/chart"
	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
	"laurel/ui/kit"
)

// typeCase is the type that charts in the window are set with.
var typeCase = sync.OnceValues(func() (*typeset.Library, error) {
	return typeset.NewLibrary(typeset.Params{Fonts: assets.Fonts(), Default: plainFace})
})

const (
	plainFace  = "SourceSans3-Regular"
	strongFace = "SourceSans3-Semibold"
)

// look gives the theme of charts in the light or the dark window. A length of
// one point is one pixel at UI scale 1.
func look(v fyne.ThemeVariant) (*chart.Theme, error) {
	lib, err := typeCase()
	if err != nil {
		return nil, err
	}
	of := func(t kit.Token) page.Color { return toPage(kit.ColorIn(v, t)) }
	t := &chart.Theme{
		Ink: of(kit.Ink), Grey: of(kit.Ink3), Hair: of(kit.Line), Main: of(kit.Chart(0)), Mid: of(kit.Kept),
		Other: of(kit.Chart(5)), Light: of(kit.ThumbBar), Paper: of(kit.Surface), OnMain: of(kit.OnAccent), Back: of(kit.Chart(1)),
		Up: of(kit.Accent), Down: of(kit.Error),
		Row: 24 * typeset.Pt, Thin: typeset.Pt, Line: typeset.Points(1.5), Say: speak,
	}
	for i := range t.Series {
		t.Series[i] = of(kit.Chart(i))
	}
	if err := t.Faces(lib, plainFace, strongFace, 13*typeset.Pt); err != nil {
		return nil, err
	}
	t.Note.Style.Size, t.Small.Style.Size = 12*typeset.Pt, 12*typeset.Pt // the smallest there is
	return t, nil
}

// onPaper is the look of what leaves the window: light, whatever the window is.
func onPaper() (*chart.Theme, error) { return look(theme.VariantLight) }

func toPage(c color.NRGBA) page.Color { return page.Color{R: c.R, G: c.G, B: c.B} }

// speak says a message in the language of the program.
func speak(m model.Message) string { return lang.L(m.Text, m.Args) }
