package yearbook

import (
	"encoding/hex"
	"fmt"
	"math"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// themes are the looks of a book by key, each with its own colours and faces.
var themes = map[string]struct {
	palette palette
	faces   faces
	build   func(palette, faces) Theme
}{
	"laurel":   {laurelPalette, laurelFaces, laurel},
	"gazette":  {gazettePalette, gazetteFaces, gazette},
	"almanack": {almanackPalette, almanackFaces, almanack},
}

// themeOf is the theme of a book definition with the curator's own accent,
// fonts and margins, for its trim.
func themeOf(y model.Yearbook, trim page.Size) (*Theme, error) {
	key := y.Theme
	if key == "" {
		key = "laurel"
	}
	of, known := themes[key]
	if !known {
		return nil, fmt.Errorf("theme %q is not known", key)
	}
	if y.Accent != "" {
		accent, err := parseColor(y.Accent)
		if err != nil {
			return nil, err
		}
		of.palette = of.palette.accented(accent)
	}
	t := of.build(of.palette, of.faces.owned(y.Fonts)).forTrim(trim)
	t.margins(y.Margins)
	t.house(y.House)
	return t, nil
}

// parseColor reads "#2C5A45".
func parseColor(text string) (page.Color, error) {
	b, err := hex.DecodeString(strings.TrimPrefix(text, "#"))
	if err != nil || len(b) != 3 {
		return page.Color{}, fmt.Errorf("colour %q: want # and six hexadecimal digits", text)
	}
	return inked4(b[0], b[1], b[2]), nil
}

// inked4 pairs a screen colour with a press colour of at most 300 % ink: what
// the three colours share prints as black for the most part.
func inked4(r, g, b uint8) page.Color {
	c, m, y := 1-float64(r)/255, 1-float64(g)/255, 1-float64(b)/255
	k := min(c, m, y) * 0.9
	c, m, y = (c-k)/(1-k), (m-k)/(1-k), (y-k)/(1-k)
	const most = 2.8
	if sum := c + m + y; sum+k > most {
		share := (most - k) / sum
		c, m, y = c*share, m*share, y*share
	}
	percent := func(v float64) uint8 { return uint8(math.Round(100 * v)) }
	return page.Color{R: r, G: g, B: b, C: percent(c), M: percent(m), Y: percent(y), K: percent(k)}
}

// accented gives the palette with another accent and the shades that go with it.
// A theme whose pages are flooded with its accent is flooded with the new one.
func (p palette) accented(accent page.Color) palette {
	white, black := page.Color{R: 255, G: 255, B: 255}, page.Color{K: 100}
	if p.deep == p.main {
		p.deep = accent
	} else {
		p.deep = blend(accent, black, 0.22)
	}
	if p.mid.R != p.mid.G { // a tint of the old accent and not a plain grey
		p.mid = blend(accent, white, 0.5)
	}
	if p.tint.R != p.tint.G {
		p.tint = blend(accent, white, 0.9)
	}
	p.main = accent
	return p
}

// assetFace is the ID under which the composer finds a curator's font.
const assetFace = "asset "

// owned puts the curator's fonts in the place of the theme's.
func (f faces) owned(fonts map[model.FontRole]model.ID) faces {
	take := func(role model.FontRole, places ...*string) {
		id := fonts[role]
		if id == "" {
			id = fonts[role.Plain()]
		}
		if id == "" {
			return
		}
		for _, place := range places {
			*place = assetFace + string(id)
		}
	}
	take(model.FontText, &f.text, &f.caption)
	take(model.FontTextItalic, &f.textItalic)
	take(model.FontTextStrong, &f.textStrong)
	take(model.FontDisplay, &f.display, &f.displayLight, &f.displayStrong, &f.subhead)
	take(model.FontDisplayItalic, &f.displayItalic, &f.subheadItalic)
	take(model.FontSans, &f.sans)
	take(model.FontSansStrong, &f.sansStrong, &f.sansBold)
	return f
}

// margins puts the curator's margins, which no trim changes, in the place of
// the theme's.
func (t *Theme) margins(m *model.Margins) {
	if m == nil {
		return
	}
	set := func(to *typeset.Length, mm, less float64) {
		if mm > 0 {
			*to = typeset.MM(mm) - typeset.MM(less)
		}
	}
	set(&t.OuterMargin, m.Outer, 0)
	set(&t.InnerMargin, m.Inner, 0)
	// Line 0 is the baseline above the first line of text.
	set(&t.HeadMargin, m.Top, 1)
	set(&t.FootMargin, m.Bottom, 0)
}

// readingUses are the uses in which whole paragraphs are read.
var readingUses = []Use{Body, BodyItalic, BodyStrong, Prose, ProseItalic, ProseStrong, Quotation}

// house gives reading matter the figures and the edge that the house likes.
func (t *Theme) house(h model.HouseStyle) {
	if h.Edges != model.EdgesOfTheme {
		t.Ragged = h.Edges == model.EdgesRagged
	}
	if h.Figures == model.FiguresOfTheme {
		return
	}
	feature := map[model.FigureStyle]string{model.FiguresOldStyle: "onum", model.FiguresLining: "lnum"}[h.Figures]
	for _, u := range readingUses {
		t.Type[u].Features = []string{feature}
	}
}

// face gives the face of an ID: one that ships with the program or a font of
// the curator.
func (c *composition) face(id string) (*typeset.Face, error) {
	asset, own := strings.CutPrefix(id, assetFace)
	if !own {
		return c.params.Library.Face(id)
	}
	a, have := c.snapshot.Assets[model.ID(asset)]
	if !have || a.Data == nil {
		// The check reports it; the book is set in the default face.
		return c.params.Library.Face(typeset.DefaultFace)
	}
	return c.ownFace(a)
}

// ownFace reads a curator's font once.
func (c *Composer) ownFace(a model.Asset) (*typeset.Face, error) {
	c.fontMu.Lock()
	defer c.fontMu.Unlock()
	if f := c.fonts[a.Key]; f != nil {
		return f, nil
	}
	f, err := typeset.ParseFace("own-"+a.Key, a.Data)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", a.Name, err)
	}
	if c.fonts == nil {
		c.fonts = map[string]*typeset.Face{}
	}
	c.fonts[a.Key] = f
	return f, nil
}
