package typeset_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"

	"laurel/assets"
	"laurel/export/typeset"
)

var shared = sync.OnceValues(func() (*typeset.Library, error) {
	return typeset.NewLibrary(typeset.Params{Fonts: assets.Fonts(), Patterns: assets.Hyphenation()})
})

// newSetter gives the library that all tests share and the style of the body.
func newSetter(t testing.TB) (*typeset.Library, typeset.Style) {
	t.Helper()
	lib, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return lib, bodyStyle(t, lib)
}

func bodyStyle(t testing.TB, lib *typeset.Library) typeset.Style {
	t.Helper()
	face, err := lib.Face("SourceSerif4SmText-Regular")
	if err != nil {
		t.Fatal(err)
	}
	return typeset.Style{Face: face, Size: typeset.Points(9.25), Features: "onum,pnum", Lang: "en-GB"}
}

// answers are n invented answers of about words words each: sentences of
// testdata in an order that never changes.
func answers(t testing.TB, n, words int) []string {
	t.Helper()
	b, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	sentences := strings.Split(strings.TrimSpace(string(b)), "\n")
	random := rand.New(rand.NewPCG(1, 2))
	out := make([]string, n)
	for i := range out {
		var parts []string
		count := 0
		for _, k := range random.Perm(len(sentences)) {
			parts = append(parts, sentences[k])
			if count += len(strings.Fields(sentences[k])); count >= words {
				break
			}
		}
		out[i] = strings.Join(parts, " ")
	}
	return out
}

// shown is what the glyphs of a line say in the order of reading.
func shown(line typeset.Line) string {
	var b strings.Builder
	glyphs := append([]typeset.Glyph(nil), line.Glyphs...)
	for len(glyphs) > 0 {
		first := 0
		for i := range glyphs {
			if glyphs[i].Start < glyphs[first].Start {
				first = i
			}
		}
		b.WriteString(glyphs[first].Text)
		glyphs = append(glyphs[:first], glyphs[first+1:]...)
	}
	return b.String()
}

// texts are the lines of a result as they can be read, ends trimmed, the
// added hyphen as "-".
func texts(r typeset.Result) []string {
	out := make([]string, len(r.Lines))
	for i, l := range r.Lines {
		out[i] = strings.TrimRight(strings.ReplaceAll(shown(l), "\u00AD", "-"), " ")
	}
	return out
}
