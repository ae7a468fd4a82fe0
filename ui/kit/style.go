package kit

import "fyne.io/fyne/v2"

// Style is a way to set text: face, size and line height in pixels, colour.
type Style struct {
	Size, Line          float32
	Serif, Bold, Italic bool
	Color               Token
}

// The text styles of the visual specification, section 2.
var (
	Brand      = Style{Size: 40, Line: 48, Serif: true, Bold: true, Color: Ink}
	Name       = Style{Size: 28, Line: 36, Serif: true, Bold: true, Color: Ink}
	Title      = Style{Size: 24, Line: 32, Serif: true, Bold: true, Color: Ink}
	PanelTitle = Style{Size: 20, Line: 28, Serif: true, Bold: true, Color: Ink}
	Narrow     = Style{Size: 16, Line: 28, Serif: true, Bold: true, Color: Ink} // a panel's title that has no room
	Rank       = Style{Size: 20, Line: 24, Serif: true, Bold: true, Color: Ink}
	Question   = Style{Size: 18, Line: 24, Serif: true, Bold: true, Color: Ink}
	Reading    = Style{Size: 17, Line: 26, Serif: true, Color: Ink}
	Story      = Style{Size: 16, Line: 22, Serif: true, Color: Ink}
	AsPrinted  = Style{Size: 15, Line: 20, Serif: true, Color: Ink}
	Heading    = Style{Size: 16, Line: 24, Bold: true, Color: Ink}
	Body       = Style{Size: 15, Line: 20, Color: Ink}
	BodyStrong = Style{Size: 15, Line: 20, Bold: true, Color: Ink}
	Small      = Style{Size: 13, Line: 16, Color: Ink2}
	SmallInk   = Style{Size: 13, Line: 16, Color: Ink}
	SmallBold  = Style{Size: 13, Line: 16, Bold: true, Color: Ink}
	Caption    = Style{Size: 12, Line: 16, Color: Ink3}
)

// In gives the style in another colour.
func (s Style) In(token Token) Style {
	s.Color = token
	return s
}

// Strong gives the style in Semibold.
func (s Style) Strong() Style {
	s.Bold = true
	return s
}

// textStyle says a style in the toolkit's terms. The toolkit measures and caches
// by the style alone, so the serif needs one of its own: Theme.Font answers to
// monospaced, which the program has no other use for, with Source Serif 4.
func (s Style) textStyle() fyne.TextStyle {
	return fyne.TextStyle{Bold: s.Bold, Italic: s.Italic, Monospace: s.Serif}
}

// Measure gives the size of a text set in the style and the height of its
// baseline from the top.
func (s Style) Measure(text string) (fyne.Size, float32) {
	return fyne.CurrentApp().Driver().RenderedTextSize(text, s.Size, s.textStyle(), nil)
}

// Width gives the width of a text set in the style.
func (s Style) Width(text string) float32 {
	if text == "" {
		return 0
	}
	size, _ := s.Measure(text)
	return size.Width
}
