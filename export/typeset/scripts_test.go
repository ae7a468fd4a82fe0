package typeset_test

import (
	"slices"
	"strings"
	"testing"

	"laurel/export/typeset"
)

func lineOf(t *testing.T, text, features string, tracking int) typeset.Line {
	t.Helper()
	lib, style := newSetter(t)
	style.Features, style.Tracking = features, tracking
	line, missing := lib.SetLine(typeset.Span{Text: text, Style: style})
	if len(missing) > 0 {
		t.Errorf("%q: missing %v", text, missing)
	}
	return line
}

func ids(line typeset.Line) []uint16 {
	out := make([]uint16, len(line.Glyphs))
	for i, g := range line.Glyphs {
		out[i] = g.ID
	}
	return out
}

func TestKerning(t *testing.T) {
	pair, apart := lineOf(t, "To", "", 0).Width, lineOf(t, "T", "", 0).Width+lineOf(t, "o", "", 0).Width
	if pair >= apart {
		t.Errorf("To is %d wide, T and o %d", pair, apart)
	}
}

func TestLigatures(t *testing.T) {
	line := lineOf(t, "ffi", "", 0)
	if len(line.Glyphs) >= 3 || line.Glyphs[0].Text == "" {
		t.Errorf("ffi is %d glyphs, the first says %q", len(line.Glyphs), line.Glyphs[0].Text)
	}
	if loose := lineOf(t, "ffi", "", 60); len(loose.Glyphs) != 3 {
		t.Errorf("ffi set wide is %d glyphs", len(loose.Glyphs))
	}
	if off := lineOf(t, "ffi", "-liga", 0); len(off.Glyphs) != 3 {
		t.Errorf("ffi without ligatures is %d glyphs", len(off.Glyphs))
	}
}

func TestFeatures(t *testing.T) {
	for _, tt := range []struct{ feature, text string }{{"onum", "1234567890"}, {"smcp", "Member"}, {"case", "(A–B)"}} {
		if slices.Equal(ids(lineOf(t, tt.text, tt.feature, 0)), ids(lineOf(t, tt.text, "", 0))) {
			t.Errorf("%s changes nothing in %q", tt.feature, tt.text)
		}
	}
	ones, zeros := lineOf(t, "1111", "tnum,lnum", 0), lineOf(t, "0000", "tnum,lnum", 0)
	if ones.Width != zeros.Width {
		t.Errorf("tabular figures are %d and %d wide", ones.Width, zeros.Width)
	}
}

func TestTracking(t *testing.T) {
	plain, wide := lineOf(t, "NEW", "", 0), lineOf(t, "NEW", "", 100)
	if got, want := wide.Width-plain.Width, 2*typeset.Points(9.25)/10; got < want-10 || got > want+10 {
		t.Errorf("tracking adds %d, want %d: none after the last letter", got, want)
	}
}

func TestStandInFaces(t *testing.T) {
	tests := []struct{ text, face string }{
		{"Zoë Łukasz Nguyễn Ελένη Ольга", "SourceSerif4SmText-Regular"},
		{"e\u0301 q\u0303", "SourceSerif4SmText-Regular"},
		{"الخطيب", "NotoNaskhArabic-Regular"},
		{"דנה", "NotoSerifHebrew-Regular"},
		{"अनीता", "NotoSerifDevanagari-Regular"},
		{"Ǆ", "NotoSerif-Regular"},
	}
	for _, tt := range tests {
		for _, g := range lineOf(t, tt.text, "", 0).Glyphs {
			if g.Text != " " && g.Face.ID() != tt.face {
				t.Errorf("%q of %q is of %s, want %s", g.Text, tt.text, g.Face.ID(), tt.face)
			}
		}
	}
	lib, style := newSetter(t)
	style.Face, _ = lib.Face("SourceSans3-Semibold")
	if line, _ := lib.SetLine(typeset.Span{Text: "ب", Style: style}); line.Glyphs[0].Face.ID() != "NotoNaskhArabic-SemiBold" {
		t.Errorf("a semibold falls back on %s", line.Glyphs[0].Face.ID())
	}
}

// An Arabic letter takes its shape from its neighbours; ن and ي are the letters
// that the shaper lost (see listCoverages).
func TestArabicLettersJoin(t *testing.T) {
	for _, letter := range []string{"ن", "ي", "ب", "ق"} {
		alone := ids(lineOf(t, letter, "", 0))
		medial := ids(lineOf(t, "ب"+letter+"ب", "", 0))
		for _, id := range alone {
			isMark := lineOf(t, letter, "", 0).Glyphs[slices.Index(alone, id)].Advance == 0
			if !isMark && slices.Contains(medial, id) {
				t.Errorf("%s keeps its lone shape between letters", letter)
			}
		}
	}
}

func TestRightToLeft(t *testing.T) {
	tests := []struct{ text, visual string }{
		{"abc דנה def", "abc הנד def"},
		{"דנה לוי", "יול הנד"},
		{"abc דנה 123 def", "abc 123 הנד def"},
		{"דנה 123 abc", "abc 123 הנד"},
		{"דנה (abc) לוי", "יול )abc( הנד"}, // the brackets are drawn mirrored
	}
	for _, tt := range tests {
		line := lineOf(t, tt.text, "", 0)
		var b strings.Builder
		for _, g := range line.Glyphs {
			b.WriteString(g.Text)
		}
		if b.String() != tt.visual {
			t.Errorf("%q stands as %q, want %q", tt.text, b.String(), tt.visual)
		}
		if shown(line) != tt.text {
			t.Errorf("%q reads as %q", tt.text, shown(line))
		}
	}
}

func TestRightToLeftParagraph(t *testing.T) {
	r := set(t, strings.Repeat("דנה לוי מנהלת הנתונים ", 12)+"סוף", 60, func(p *typeset.Paragraph) { p.Indent = 9250 })
	last := r.Lines[len(r.Lines)-1]
	if r.Lines[0].Indent != 0 || last.Indent < typeset.MM(60)-last.Width-10 {
		t.Errorf("the first line begins at %d, the last, %d wide, at %d", r.Lines[0].Indent, last.Width, last.Indent)
	}
	if w := r.Lines[0].Width; w > typeset.MM(60)-9250+10 || w < typeset.MM(60)-9250-10 {
		t.Errorf("the first line is %d wide", w)
	}
	lines := texts(r)
	if !strings.HasPrefix(lines[0], "דנה לוי") || !strings.HasSuffix(lines[len(lines)-1], "סוף") {
		t.Errorf("%q", lines)
	}
}

func TestTextWithoutSpacesIsDivided(t *testing.T) {
	lib, style := newSetter(t)
	for _, text := range []string{strings.Repeat("漢字、", 40), strings.Repeat("ひらがな。", 20)} {
		r, err := lib.Set(t.Context(), typeset.Paragraph{Spans: []typeset.Span{{Text: text, Style: style}}, Measure: typeset.MM(50), Align: typeset.Left})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Lines) < 4 {
			t.Errorf("%.12s…: %d lines", text, len(r.Lines))
		}
		for _, line := range texts(r) {
			if strings.HasPrefix(line, "、") || strings.HasPrefix(line, "。") {
				t.Errorf("a line begins with %q", line)
			}
		}
	}
}

func TestFitLine(t *testing.T) {
	lib, style := newSetter(t)
	name := typeset.Span{Text: "Alexandra Featherstonehaugh", Style: style}
	full := lib.Measure(name)
	tests := []struct {
		limit typeset.Length
		size  int
		ok    bool
	}{{full, 1000, true}, {full * 9 / 10, 900, true}, {full / 2, 850, false}}
	for _, tt := range tests {
		line, size, ok := lib.FitLine(tt.limit, 850, name)
		if ok != tt.ok || size > tt.size || size < tt.size-3 || ok && line.Width > tt.limit {
			t.Errorf("within %d: size %d, %v, width %d", tt.limit, size, ok, line.Width)
		}
	}
}

func TestSpansOfALine(t *testing.T) {
	lib, style := newSetter(t)
	strong := style
	strong.Face, _ = lib.Face("SourceSerif4SmText-Semibold")
	strong.Rise = 3000
	line, _ := lib.SetLine(typeset.Span{Text: "one w", Style: style}, typeset.Span{Text: "ord", Style: strong})
	if shown(line) != "one word" {
		t.Errorf("%q", shown(line))
	}
	for _, g := range line.Glyphs {
		if (g.Start >= 5) != (g.Face == strong.Face) || (g.Start >= 5) != (g.YOffset == 3000) {
			t.Errorf("%q at %d is of %s, %d high", g.Text, g.Start, g.Face.ID(), g.YOffset)
		}
	}
}

func TestWhiteAtTheEndsOfALine(t *testing.T) {
	line := lineOf(t, " a ", "", 0)
	if shown(line) != " a " || line.Glyphs[0].Advance <= 0 {
		t.Errorf("%q", shown(line))
	}
	if with, without := line.Width, lineOf(t, " a", "", 0).Width; with != without {
		t.Errorf("the width counts the last space: %d, %d", with, without)
	}
}

func TestAddedFonts(t *testing.T) {
	lib := newLibrary(t)
	if _, err := lib.Add([]byte("no font")); err == nil {
		t.Error("no error for what is no font")
	}
	f, err := lib.Face("SourceSans3-Regular")
	if err != nil {
		t.Fatal(err)
	}
	again, err := lib.Add(f.TTF())
	if err != nil || again != f {
		t.Errorf("a face added twice: %v %v", again, err)
	}
}

func TestSeveralGoroutinesSetAtOnce(t *testing.T) {
	lib := newLibrary(t)
	style := bodyStyle(t, lib)
	text := strings.Join(append(answers(t, 4, 60), "Ελένη دنا דנה अनीता 😀"), " ")
	want := ""
	results := make(chan string)
	for range 4 {
		go func() {
			r, err := lib.Set(t.Context(), typeset.Paragraph{Spans: []typeset.Span{{Text: text, Style: style}}, Measure: typeset.MM(70), Hyphenate: true})
			if err != nil {
				results <- err.Error()
				return
			}
			results <- strings.Join(texts(r), "\n")
		}()
	}
	for range 4 {
		got := <-results
		if want == "" {
			want = got
		}
		if got != want || !strings.Contains(got, "Ελένη") {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}
