package kit

import (
	"image/color"
	"math"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// contrast is the ratio of WCAG 2.2, 1.4.3.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastOfTheSpecifiedPairs(t *testing.T) {
	const text, part = 4.5, 3.0
	pairs := []struct {
		front, ground Token
		least         float64
	}{
		{Ink, Surface, text},
		{Ink, Canvas, text},
		{Ink, Soft, text},
		{Ink, Hover, text},
		{Ink2, Surface, text},
		{Ink2, Canvas, text},
		{Ink2, Sunken, text},
		{Ink3, Surface, text},
		{Ink3, Canvas, text},
		{Ink3, Soft, text},
		{Ink3, Sunken, text},
		{Ink3, Desk, text},
		{Accent, Surface, text},
		{Accent, Canvas, text},
		{Accent, Soft, text},
		{OnAccent, Accent, text},
		{OnAccent, AccentHover, text},
		{Warn, WarnSoft, text},
		{Error, ErrorSoft, text},
		{Error, Surface, text},
		{Info, InfoSoft, text},
		{Info, Surface, text},
		{Star, Surface, text},
		{PaperInk, Paper, text},
		{PaperMark, Paper, text},
		{Surface, Ink, text},
		{Edge, Surface, part},
		{Edge, Canvas, part},
		{Accent, Sunken, part},
		{Full, Surface, part},
		{Error, Sunken, part},
	}
	for i := range 6 {
		pairs = append(pairs, struct {
			front, ground Token
			least         float64
		}{Chart(i), Surface, part})
	}
	for name, p := range map[string]palette{"light": lightPalette, "dark": darkPalette} {
		for _, pair := range pairs {
			front, ok := p[pair.front]
			ground, ok2 := p[pair.ground]
			if !ok || !ok2 {
				t.Errorf("%s: %s or %s has no colour", name, pair.front, pair.ground)
				continue
			}
			if got := contrast(front, ground); got < pair.least {
				t.Errorf("%s: %s on %s is %.2f, less than %.1f", name, pair.front, pair.ground, got, pair.least)
			}
		}
	}
}

func TestBothPalettesNameTheSameTokens(t *testing.T) {
	for token := range lightPalette {
		if _, ok := darkPalette[token]; !ok {
			t.Errorf("%s is missing in dark", token)
		}
	}
	if len(lightPalette) != len(darkPalette) {
		t.Errorf("light has %d tokens, dark %d", len(lightPalette), len(darkPalette))
	}
}

func TestModeForcesOrFollows(t *testing.T) {
	tests := []struct {
		mode   Mode
		system fyne.ThemeVariant
		want   color.NRGBA
	}{
		{FollowSystem, theme.VariantLight, lightPalette[Surface]},
		{FollowSystem, theme.VariantDark, darkPalette[Surface]},
		{Light, theme.VariantDark, lightPalette[Surface]},
		{Dark, theme.VariantLight, darkPalette[Surface]},
	}
	for _, tt := range tests {
		if got := NewTheme(tt.mode).Color(Surface, tt.system); got != tt.want {
			t.Errorf("mode %d in variant %d: surface %v, want %v", tt.mode, tt.system, got, tt.want)
		}
	}
}

func TestWidgetsFollowAChangeOfMode(t *testing.T) {
	fill := NewFill(Surface)
	desk(t, fill, fyne.NewSize(40, 40))
	r := test.WidgetRenderer(fill).(*fillRenderer)
	if r.rect.FillColor != lightPalette[Surface] {
		t.Fatalf("light surface is %v", r.rect.FillColor)
	}
	SetMode(Dark)
	fill.Refresh()
	if r.rect.FillColor != darkPalette[Surface] {
		t.Errorf("after the change the surface is %v, want %v", r.rect.FillColor, darkPalette[Surface])
	}
}

func TestSerifIsAFontOfTheTheme(t *testing.T) {
	th := NewTheme(Light)
	tests := []struct {
		style Style
		want  string
	}{
		{Body, "SourceSans3-Regular.ttf"},
		{BodyStrong, "SourceSans3-Semibold.ttf"},
		{Reading, "SourceSerif4-Regular.ttf"},
		{Title, "SourceSerif4-Semibold.ttf"},
	}
	for _, tt := range tests {
		if got := th.Font(tt.style.textStyle()).Name(); got != tt.want {
			t.Errorf("%+v is set in %s, want %s", tt.style, got, tt.want)
		}
	}
}

func TestScaleIsReadByTheToolkit(t *testing.T) {
	test.NewApp()
	t.Setenv("FYNE_SCALE", "1")
	if err := SetScale(1.25); err != nil {
		t.Fatal(err)
	}
	if got := os.Getenv("FYNE_SCALE"); got != "1.25" {
		t.Errorf("the scale in the environment is %q", got)
	}
}

// A menu stands out from what it lies over, in light by its shadow.
func TestAMenuStandsOutInTheDark(t *testing.T) {
	dark := NewTheme(Dark)
	menu := dark.Color(theme.ColorNameMenuBackground, theme.VariantDark)
	for _, under := range []Token{Surface, Canvas, Desk} {
		if menu == dark.Color(fyne.ThemeColorName(under), theme.VariantDark) {
			t.Errorf("a menu is as dark as %s", under)
		}
	}
	light := NewTheme(Light)
	if light.Color(theme.ColorNameMenuBackground, theme.VariantLight) != light.Color(fyne.ThemeColorName(Surface), theme.VariantLight) {
		t.Error("a menu is not white in the light")
	}
}
