package kit

import (
	"image/color"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"laurel/assets"
)

var _ fyne.Theme = (*Theme)(nil)

// Mode says whether light or dark is taken from the system or forced.
type Mode int

// The modes of a theme.
const (
	FollowSystem Mode = iota
	Light
	Dark
)

// Theme dresses the toolkit: the tokens of the specification in light and
// dark, Source Sans 3, the sizes.
type Theme struct {
	mode Mode
}

// NewTheme gives a theme to set with app.Settings().SetTheme.
func NewTheme(mode Mode) *Theme { return &Theme{mode: mode} }

// Mode tells what the theme was made with.
func (t *Theme) Mode() Mode { return t.mode }

func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.mode {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	}
	return system
}

// Color answers for the kit's tokens and for the toolkit's own names.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	v := t.variant(system)
	p := paletteFor(v)
	if c, ok := p[name]; ok {
		return c
	}
	if v == theme.VariantDark && name == theme.ColorNameMenuBackground {
		return p[Sunken] // the shadow round a menu is not seen on a dark surface
	}
	if token, ok := toolkitColors[name]; ok {
		return p[token]
	}
	return theme.DefaultTheme().Color(name, v)
}

// Font gives Source Sans 3, and Source Serif 4 for the monospaced style (see
// Style). Bold is the Semibold of either.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Monospace && style.Italic:
		return face("SourceSerif4-It")
	case style.Monospace && style.Bold:
		return face("SourceSerif4-Semibold")
	case style.Monospace:
		return face("SourceSerif4-Regular")
	case style.Bold && style.Italic:
		return face("SourceSans3-SemiboldIt")
	case style.Bold:
		return face("SourceSans3-Semibold")
	case style.Italic:
		return face("SourceSans3-It")
	}
	return face("SourceSans3-Regular")
}

// Icon gives the kit's drawing where it has one for the toolkit's name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	if own, ok := toolkitIcons[name]; ok {
		return IconResource(own)
	}
	return theme.DefaultTheme().Icon(name)
}

var themeSizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               13, // menus; everything else names its own size
	theme.SizeNameCaptionText:        12,
	theme.SizeNameHeadingText:        24,
	theme.SizeNameSubHeadingText:     16,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       5,
	theme.SizeNameLineSpacing:        4,
	theme.SizeNameInlineIcon:         16,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     6,
	theme.SizeNameScrollBarRadius:    4,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        6,
	theme.SizeNameSelectionRadius:    3,
	theme.SizeNameButtonRadius:       6,
	theme.SizeNameCardRadius:         8,
	theme.SizeNameDialogRadius:       12,
	theme.SizeNamePopupRadius:        8,
	theme.SizeNameMenuRadius:         6,
	theme.SizeNameModalBlurRadius:    0,
}

// Size gives the toolkit's measures, in device-independent pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := themeSizes[name]; ok {
		return s
	}
	if size, ok := strings.CutPrefix(string(name), "text"); ok {
		if n, err := strconv.Atoi(size); err == nil {
			return float32(n)
		}
	}
	return theme.DefaultTheme().Size(name)
}

// Variant tells whether the program is light or dark at the moment.
func Variant() fyne.ThemeVariant {
	settings := fyne.CurrentApp().Settings()
	if t, ok := settings.Theme().(*Theme); ok {
		return t.variant(settings.ThemeVariant())
	}
	return settings.ThemeVariant()
}

// Color gives a token's colour in the present variant. A widget asks for it in
// its Refresh, which the toolkit calls when the variant changes.
func Color(token Token) color.NRGBA {
	return paletteFor(Variant())[token]
}

// ColorIn gives a token's colour in one of the variants, whichever is shown.
func ColorIn(v fyne.ThemeVariant, token Token) color.NRGBA { return paletteFor(v)[token] }

// SetMode changes between light, dark and the system's choice at once.
func SetMode(mode Mode) {
	fyne.CurrentApp().Settings().SetTheme(NewTheme(mode))
}

// SetScale makes the whole interface larger or smaller (1 is 100 %, steps of a
// tenth), at once and for every window. The toolkit reads the factor from the
// environment whenever its settings change, so that is where it goes.
func SetScale(factor float32) error {
	if err := os.Setenv("FYNE_SCALE", strconv.FormatFloat(float64(factor), 'f', 2, 32)); err != nil {
		return err
	}
	settings := fyne.CurrentApp().Settings()
	settings.SetTheme(settings.Theme())
	return nil
}

var faces sync.Map // name → fyne.Resource

// face gives an embedded typeface by its file name without ending. A missing
// one falls back to the toolkit's: text in the wrong face can be read, no text cannot.
func face(name string) fyne.Resource {
	if r, ok := faces.Load(name); ok {
		return r.(fyne.Resource)
	}
	data, err := fs.ReadFile(assets.Fonts(), name+".ttf")
	if err != nil {
		fyne.LogError("read the typeface "+name, err)
		return theme.DefaultTheme().Font(fyne.TextStyle{})
	}
	r, _ := faces.LoadOrStore(name, fyne.NewStaticResource(name+".ttf", data))
	return r.(fyne.Resource)
}

// fieldTheme is what the toolkit's entry sees inside a field of the kit.
type fieldTheme struct {
	*Theme
	textSize float32
}

func (t fieldTheme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	settings := fyne.CurrentApp().Settings()
	if name == theme.ColorNameSelection {
		c := Color(Accent)
		c.A = 0x40
		return c
	}
	return settings.Theme().Color(name, settings.ThemeVariant())
}

func (t fieldTheme) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNameText {
		return t.textSize
	}
	return t.Theme.Size(name)
}

// textSizeName is the name under which the theme answers with a text size of
// the kit, for the parts of the toolkit that take names only.
func textSizeName(size float32) fyne.ThemeSizeName {
	return fyne.ThemeSizeName("text" + strconv.Itoa(int(size)))
}
