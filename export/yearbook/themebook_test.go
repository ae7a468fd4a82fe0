package yearbook

import (
	"io/fs"
	"strings"
	"testing"

	"laurel/assets"
	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

func themed(t *testing.T, change func(*model.Yearbook)) *Theme {
	t.Helper()
	y := model.DefaultYearbook()
	change(&y)
	trim, err := trimSize(y.Trim)
	if err != nil {
		t.Fatal(err)
	}
	theme, err := themeOf(y, trim)
	if err != nil {
		t.Fatal(err)
	}
	return theme
}

// Every theme that a book may name exists, sets every use of type at a size that
// can be read, and differs from the others in what makes its character.
func TestThemesDiffer(t *testing.T) {
	type character struct {
		body, name, rank string
		main             page.Color
		centred, ragged  bool
		double, oval     bool
		plate, toned     bool
	}
	seen := map[character]string{}
	for _, key := range model.Themes {
		theme := themed(t, func(y *model.Yearbook) { y.Theme = key })
		for u, z := range theme.Type {
			if z.Face == "" || z.Size < 6*typeset.Pt || z.Leading < z.Size*9/10 {
				t.Errorf("%s: use %d is set in %q, %.2f/%.2f pt", key, u, z.Face, z.Size.Pt(), z.Leading.Pt())
			}
		}
		for _, u := range []Use{Body, BodyItalic, BodyStrong} {
			if size := theme.Type[u].Size.Pt(); size < 8.5 || size > 10 {
				t.Errorf("%s: reading type of %.2f pt", key, size)
			}
		}
		if theme.Ink.K != 100 || theme.Ink.C+theme.Ink.M+theme.Ink.Y > 0 {
			t.Errorf("%s: text is printed in more than black", key)
		}
		for _, c := range []page.Color{theme.Main, theme.Mid, theme.Tint, theme.Deep, theme.Grey, theme.Hair} {
			if int(c.C)+int(c.M)+int(c.Y)+int(c.K) > 300 {
				t.Errorf("%s: %+v has more than 300 %% of ink", key, c)
			}
		}
		mid, pale := darkness(theme.Mid), darkness(paler(theme.Hair, theme.Mid))
		if pale < 25 || mid-pale < 35 {
			t.Errorf("%s: beside lines of %.0f those of people who left have %.0f", key, mid, pale)
		}
		c := character{
			body: theme.Type[Body].Face, name: theme.Type[Name].Face, rank: theme.Type[Rank].Face, main: theme.Main,
			centred: theme.Centred, ragged: theme.Ragged, double: theme.DoubleRule, oval: theme.Portrait.Oval, plate: theme.Portrait.Plate,
			toned: theme.Portrait.Tone != page.Tone{},
		}
		if other, twice := seen[c]; twice {
			t.Errorf("%s looks like %s", key, other)
		}
		seen[c] = key
	}
}

// On another trim the large type follows; the reading type steps down a little on
// small pages, and the lines of the grid with it.
func TestTypeFollowsTheTrim(t *testing.T) {
	usual := themed(t, func(*model.Yearbook) {})
	for trim, want := range map[string][2]float64{"120×170": {8.15, 10.5}, "A5": {8.5, 11}, "189×246": {9, 11.75}, "A4": {9.25, 12}, "420×600": {9.25, 12}} {
		theme := themed(t, func(y *model.Yearbook) { y.Trim = trim })
		if got := [2]float64{theme.Type[Body].Size.Pt(), theme.Leading.Pt()}; got != want {
			t.Errorf("%s: reading type of %.2f/%.2f pt", trim, got[0], got[1])
		}
		for u, z := range theme.Type {
			if z.Size.Pt() < min(6.75, usual.Type[u].Size.Pt()) {
				t.Errorf("%s: use %d is set in %.2f pt", trim, u, z.Size.Pt())
			}
		}
		if trim == "189×246" || trim == "A4" {
			continue
		}
		was, is := usual.Slots[slotOne].Type[Rank].Size, theme.Slots[slotOne].Type[Rank].Size
		if larger := trim == "420×600"; (is > was) != larger || is == was {
			t.Errorf("%s: ranks of %.1f pt, on the usual page %.1f", trim, is.Pt(), was.Pt())
		}
	}
}

func TestOwnAccent(t *testing.T) {
	for _, key := range model.Themes {
		theme := themed(t, func(y *model.Yearbook) { y.Theme, y.Accent = key, "#123C8C" })
		if c := theme.Main; c.R != 0x12 || c.G != 0x3C || c.B != 0x8C || c.C < c.M || c.K == 0 {
			t.Errorf("%s: the accent is %+v", key, c)
		}
		if theme.Type[Rank].Color != theme.Main {
			t.Errorf("%s: ranks are printed in %+v", key, theme.Type[Rank].Color)
		}
		usual := themed(t, func(y *model.Yearbook) { y.Theme = key })
		if theme.Deep == usual.Deep {
			t.Errorf("%s: the full pages kept the old colour", key)
		}
		if theme.Ink != usual.Ink || theme.Grey != usual.Grey {
			t.Errorf("%s: the accent changed the text", key)
		}
	}
	white, black := inked4(255, 255, 255), inked4(0, 0, 0)
	if white != (page.Color{R: 255, G: 255, B: 255}) || int(black.C)+int(black.M)+int(black.Y)+int(black.K) > 300 {
		t.Errorf("white is %+v, black %+v", white, black)
	}
}

func TestOwnMargins(t *testing.T) {
	s := invented(12)
	s.Yearbook.Margins = &model.Margins{Inner: 30, Outer: 12, Top: 30, Bottom: 40}
	b := compose(t, s)
	checkNothingLost(t, s, b)
	for i, p := range b.Document.Pages {
		if model.SectionKind(p.Section) != model.SectionProfiles {
			continue
		}
		for _, m := range p.Marks {
			text, ok := m.(*page.Text)
			if !ok || text.Role == page.Artifact {
				continue
			}
			left, right := typeset.MM(30), typeset.MM(12) // of a recto
			if p.Verso {
				left, right = right, left
			}
			const hang = 6 * typeset.Pt // of points and figures
			if text.X < left-hang || text.X+text.Line.Width > b.Document.Trim.W-right+hang || text.Y > b.Document.Trim.H-typeset.MM(40) || text.Y < typeset.MM(28) {
				t.Errorf("page %d: %q stands in the margin: %.1f, %.1f mm", i+1, readLine(text), text.X.MM(), text.Y.MM())
			}
		}
	}
}

// A curator's font takes the place of the theme's in its role, and of the others
// in none; a font that is gone leaves a book that can be read.
func TestOwnFonts(t *testing.T) {
	ttf, err := fs.ReadFile(assets.Fonts(), "NotoSerif-SemiBold.ttf")
	if err != nil {
		t.Fatal(err)
	}
	s := invented(2)
	s.Placements[0].Answers[0].Edited = strings.Repeat("Boats, and then the people in them. ", 60) // a short answer is display type
	s.Yearbook.Fonts = map[model.FontRole]model.ID{model.FontDisplay: "own"}
	s.Assets = map[model.ID]model.Asset{"own": {ID: "own", Kind: model.AssetFont, Name: "Own.ttf", Key: "abc", Data: ttf}}
	b := compose(t, s)
	checkNothingLost(t, s, b)
	marks, _ := texts(b, "answer-1", model.FieldExcerpt)
	if got := marks[0].Line.Glyphs[0].Face.ID(); got != "SourceSerif4SmText-Regular" {
		t.Errorf("answers are set in %q", got)
	}
	own := 0
	marks, _ = texts(b, "entry-1", model.FieldName)
	for _, m := range marks {
		if m.Role == page.Heading2 && m.Line.Glyphs[0].Face.ID() == "own-abc" {
			own++
		}
	}
	if own == 0 {
		t.Error("no name is set in the curator's font")
	}
	s.Assets = nil
	checkNothingLost(t, s, compose(t, s))
	s.Assets = map[model.ID]model.Asset{"own": {ID: "own", Key: "def", Name: "Own.ttf", Data: ttf[:100]}}
	if _, err := newComposer(t, 0).Compose(t.Context(), s); err == nil {
		t.Error("half a font was taken")
	}
}
