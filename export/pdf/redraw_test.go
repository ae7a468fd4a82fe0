package pdf

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"laurel/export/typeset"
)

func postScriptFace(t *testing.T) *typeset.Face {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "typeset", "testdata", "cjk.otf"))
	if err != nil {
		t.Fatal(err)
	}
	face, err := typeset.ParseFace("cjk", b)
	if err != nil {
		t.Fatal(err)
	}
	if face.TrueType() {
		t.Fatal("the test needs a font of PostScript outlines")
	}
	return face
}

// parsed reads a font as it is embedded, in which characters have no glyphs: one
// that can be read by itself needs a table that says so.
func parsed(t *testing.T, file []byte) *typeset.Face {
	t.Helper()
	tables, err := openTables(file)
	if err != nil {
		t.Fatal(err)
	}
	tables["cmap"] = []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0}
	face, err := typeset.ParseFace("redrawn", assemble(tables))
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// area is the area within an outline, in square font units, its curves divided finely.
func area(strokes []typeset.Stroke) (sum float64) {
	var first, pen [2]float64
	line := func(to [2]float64) {
		sum += (pen[0]*to[1] - to[0]*pen[1]) / 2
		pen = to
	}
	for _, s := range strokes {
		switch {
		case s.Move:
			line(first)
			first, pen = s.P[0], s.P[0]
		case s.Points == 1:
			line(s.P[0])
		default:
			from := pen
			for i := 1; i <= 64; i++ {
				var p [2]float64
				v := float64(i) / 64
				u := 1 - v
				for k := range 2 {
					p[k] = u*u*u*from[k] + 3*u*u*v*s.P[0][k] + 3*u*v*v*s.P[1][k] + v*v*v*s.P[2][k]
				}
				line(p)
			}
		}
	}
	line(first)
	return math.Abs(sum)
}

// A font of PostScript outlines comes out as a TrueType font whose glyphs have the
// same widths, keep to the same boxes and, points being rounded, have the same ink
// within a hundredth.
func TestRedraw(t *testing.T) {
	face := postScriptFace(t)
	var glyphs []coded
	for _, r := range "一丁船始深、。AgO&" {
		gid, ok := face.NominalGlyph(r)
		if !ok {
			t.Fatalf("the font has no %c", r)
		}
		glyphs = append(glyphs, coded{gid: gid, text: string(r)})
	}
	file, count, err := redraw(face, glyphs)
	if err != nil || count != len(glyphs)+1 {
		t.Fatalf("%d glyphs, %v", count, err)
	}
	got := parsed(t, file)
	if !got.TrueType() || got.GlyphCount() != count {
		t.Fatalf("%d glyphs", got.GlyphCount())
	}
	for i, g := range glyphs {
		code := uint16(i + 1)
		if a, b := face.GlyphAdvance(g.gid), got.GlyphAdvance(code); a != b {
			t.Errorf("%s is %d wide, was %d", g.text, b, a)
		}
		a, b := area(face.Outline(g.gid)), area(got.Outline(code))
		if a < 1000 || math.Abs(a-b) > a/100 {
			t.Errorf("%s has %.0f of ink, had %.0f", g.text, b, a)
		}
		x0, y0, x1, y1, _ := face.GlyphBox(g.gid)
		X0, Y0, X1, Y1, ok := got.GlyphBox(code)
		if !ok || X0 < x0-1 || X0 > x0+1 || Y0 < y0-1 || X1 > x1+1 || Y1 > y1+1 { // that of a curve may be wider than its ink
			t.Errorf("%s has the box %d %d %d %d, had %d %d %d %d", g.text, X0, Y0, X1, Y1, x0, y0, x1, y1)
		}
	}
}

// Several glyphs in one are drawn where they stand, and glyph 0 is always there.
func TestRedrawTogether(t *testing.T) {
	face := postScriptFace(t)
	a, _ := face.NominalGlyph('A')
	o, _ := face.NominalGlyph('O')
	both := "\x05\xdc" + string([]byte{byte(a >> 8), byte(a), 0, 0, 0, 0}) + string([]byte{byte(o >> 8), byte(o), 0x02, 0xbc, 0, 0}) // 1500 wide, O 700 to the right
	file, count, err := redraw(face, []coded{{text: "AO", merged: both}})
	if err != nil || count != 2 {
		t.Fatalf("%d glyphs, %v", count, err)
	}
	got := parsed(t, file)
	want := area(face.Outline(a)) + area(face.Outline(o))
	if sum := area(got.Outline(1)); math.Abs(sum-want) > want/500 {
		t.Errorf("together they have %.0f of ink, want %.0f", sum, want)
	}
	_, _, right, _, _ := face.GlyphBox(o)
	if _, _, x, _, ok := got.GlyphBox(1); !ok || x < right+699 || x > right+701 || got.GlyphAdvance(1) != 1500 {
		t.Errorf("it ends at %d, want %d, and is %d wide", x, right+700, got.GlyphAdvance(1))
	}
}
