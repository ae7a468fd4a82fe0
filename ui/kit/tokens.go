package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Token names a colour by what it is for. It is a theme colour name, so it can
// also be given wherever the toolkit takes one.
type Token = fyne.ThemeColorName

// The colour tokens of the visual specification.
const (
	Canvas      Token = "canvas"      // window, rail, bars
	Surface     Token = "surface"     // lists, editors, cards, fields
	Sunken      Token = "sunken"      // read-only fields, wells, skeletons, tracks
	Desk        Token = "desk"        // behind pages
	Line        Token = "line"        // separators, decorative
	Edge        Token = "edge"        // outline of fields and buttons
	Ink         Token = "ink"         // text
	Ink2        Token = "ink2"        // secondary text, icons
	Ink3        Token = "ink3"        // captions, placeholders
	Accent      Token = "accent"      // primary button, selection bar, focus, links
	AccentHover Token = "accentHover" // hovered and pressed primary button
	OnAccent    Token = "onAccent"    // text on accent
	Soft        Token = "soft"        // selected row, active segment
	Hover       Token = "hoverRow"    // hovered row
	Warn        Token = "warn"
	WarnSoft    Token = "warnSoft"
	Error       Token = "errorText"
	ErrorSoft   Token = "errorSoft"
	Info        Token = "info"
	InfoSoft    Token = "infoSoft"
	Star        Token = "star"      // marked quotation, stale mark
	Scrim       Token = "scrim"     // behind dialogs
	Kept        Token = "kept"      // second green of charts
	Paper       Token = "paper"     // the printed page, the same in dark
	PaperInk    Token = "paperInk"  // text on paper
	PaperMark   Token = "paperMark" // outline of a part of a page
	Full        Token = "full"      // a meter that is just full
	Depth       Token = "depth"     // shadow of what floats
	PageDepth   Token = "pageDepth"
	ThumbBar    Token = "thumbBar" // the scroll bar
	Clear       Token = "clear"    // nothing is painted

	chart1 Token = "chart1"
	chart2 Token = "chart2"
	chart3 Token = "chart3"
	chart4 Token = "chart4"
	chart5 Token = "chart5"
	chart6 Token = "chart6"
)

var charts = [...]Token{chart1, chart2, chart3, chart4, chart5, chart6}

// Chart gives the colour of series i, counted from 0; after six they repeat.
func Chart(i int) Token {
	n := len(charts)
	return charts[((i%n)+n)%n]
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

func rgba(hex uint32, percent int) color.NRGBA {
	c := rgb(hex)
	c.A = uint8(255 * percent / 100)
	return c
}

type palette map[Token]color.NRGBA

var lightPalette = palette{
	Canvas: rgb(0xF5F6F3), Surface: rgb(0xFFFFFF), Sunken: rgb(0xECEEE9), Desk: rgb(0xE4E7E1),
	Line: rgb(0xDEE2DC), Edge: rgb(0x818C84), Ink: rgb(0x18201B), Ink2: rgb(0x47524A), Ink3: rgb(0x5A665E),
	Accent: rgb(0x2B6B47), AccentHover: rgb(0x235A3B), OnAccent: rgb(0xFFFFFF), Soft: rgb(0xE1EEE5), Hover: rgb(0xF0F2EE),
	Warn: rgb(0x855300), WarnSoft: rgb(0xFBEFD6), Error: rgb(0xA32B22), ErrorSoft: rgb(0xFBE8E5),
	Info: rgb(0x2A5B8C), InfoSoft: rgb(0xE6EEF6), Star: rgb(0x9A6000), Scrim: rgba(0x18201B, 38),
	Kept: rgb(0x66A07D), Paper: rgb(0xFFFEFC), PaperInk: rgb(0x1A1D1B), PaperMark: rgb(0x2B6B47), Full: rgb(0xB98122),
	Depth: rgba(0x18201B, 18), PageDepth: rgba(0x18201B, 22), ThumbBar: rgb(0xC3C9C3),
	chart1: rgb(0x2B6B47), chart2: rgb(0xB98122), chart3: rgb(0x3F6C9B),
	chart4: rgb(0x8A5386), chart5: rgb(0xB5573C), chart6: rgb(0x87918A),
	Clear: {},
}

var darkPalette = palette{
	Canvas: rgb(0x141816), Surface: rgb(0x1B201D), Sunken: rgb(0x242A26), Desk: rgb(0x0F1210),
	Line: rgb(0x303833), Edge: rgb(0x748078), Ink: rgb(0xE9EDEA), Ink2: rgb(0xBAC4BD), Ink3: rgb(0x94A198),
	Accent: rgb(0x7FC79C), AccentHover: rgb(0x96D4AF), OnAccent: rgb(0x0D2216), Soft: rgb(0x203A2B), Hover: rgb(0x222824),
	Warn: rgb(0xE9B75C), WarnSoft: rgb(0x382C12), Error: rgb(0xF2988F), ErrorSoft: rgb(0x43211D),
	Info: rgb(0x8FBCE8), InfoSoft: rgb(0x1B2E40), Star: rgb(0xE9B75C), Scrim: rgba(0x000000, 55),
	Kept: rgb(0x437A5B), Paper: rgb(0xFFFEFC), PaperInk: rgb(0x1A1D1B), PaperMark: rgb(0x2B6B47), Full: rgb(0xDDAA4E),
	Depth: rgba(0x000000, 50), PageDepth: rgba(0x000000, 50), ThumbBar: rgb(0x4A544D),
	chart1: rgb(0x6FB98D), chart2: rgb(0xDDAA4E), chart3: rgb(0x7FABD9),
	chart4: rgb(0xC08FBC), chart5: rgb(0xDE8A6F), chart6: rgb(0x8E9991),
	Clear: {},
}

// toolkitColors says which token answers for a colour the toolkit asks by its own name.
var toolkitColors = map[fyne.ThemeColorName]Token{
	theme.ColorNameBackground:          Canvas,
	theme.ColorNameButton:              Surface,
	theme.ColorNameDisabledButton:      Sunken,
	theme.ColorNameDisabled:            Ink3,
	theme.ColorNameError:               Error,
	theme.ColorNameFocus:               Soft,
	theme.ColorNameForeground:          Ink,
	theme.ColorNameForegroundOnError:   Surface,
	theme.ColorNameForegroundOnPrimary: OnAccent,
	theme.ColorNameForegroundOnSuccess: OnAccent,
	theme.ColorNameForegroundOnWarning: Surface,
	theme.ColorNameHeaderBackground:    Canvas,
	theme.ColorNameHover:               Hover,
	theme.ColorNameHyperlink:           Accent,
	theme.ColorNameInputBackground:     Surface,
	theme.ColorNameInputBorder:         Edge,
	theme.ColorNameMenuBackground:      Surface,
	theme.ColorNameOverlayBackground:   Surface,
	theme.ColorNamePlaceHolder:         Ink3,
	theme.ColorNamePressed:             Soft,
	theme.ColorNamePrimary:             Accent,
	theme.ColorNameScrollBar:           ThumbBar,
	theme.ColorNameScrollBarBackground: Clear,
	theme.ColorNameSelection:           Soft,
	theme.ColorNameSeparator:           Line,
	theme.ColorNameShadow:              Depth,
	theme.ColorNameSuccess:             Accent,
	theme.ColorNameWarning:             Warn,
}

func paletteFor(v fyne.ThemeVariant) palette {
	if v == theme.VariantDark {
		return darkPalette
	}
	return lightPalette
}
