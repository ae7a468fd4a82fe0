package typeset_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"laurel/export/typeset"
)

// hostile are texts that break programs.
var hostile = []string{
	"",
	" ",
	"\n",
	" \t\n\n  ",
	"\x00",
	"a\x00b\x01c\x7fd\u0085e\u009f",
	"\xff\xfe broken \xe2\x80 bytes \xed\xa0\x80 and \xf0\x9f",
	"\uFEFFa mark at the beginning and \uFEFFinside",
	"\u200d\u200dunpaired\u200d joiners\u200c \u200d",
	"\u0301 marks \u0301\u0302\u0303 without a letter a" + strings.Repeat("\u0301", 200),
	"emoji 😀 👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 and flags 🇬🇧",
	"\u202e overridden \u202d \u2066 isolated \u2069\u2069\u2069 \u202c\u202c",
	"soft\u00ADhyphens\u00AD \u00AD\u00AD and\u00AD",
	"\u00a0no-break\u00a0\u00a0at both ends\u00a0",
	"thin\u2009hair\u200aem\u2003figure\u2007ideographic\u3000space",
	"private \ue000 and unassigned \U000e0fff \U0010ffff \u0378",
	strings.Repeat("-", 300),
	strings.Repeat("a-", 200),
	strings.Repeat("/", 100) + "http://" + strings.Repeat("a", 300),
	"漢字かな交じり文、カタカナ。한국어 텍스트 ภาษาไทย",
	"ألكسندرا\u0651\u064e דָּנָה \u200f\u200e mixed שלום 123 abc (ok) [x]",
	"क्षेत्रीय निदेशक க்ஷ \u094d\u094d",
}

// wanted is what must be found again of a text: the same characters, damaged
// bytes as U+FFFD, soft hyphens and line ends aside, spaces folded.
func wanted(text string) string {
	var b strings.Builder
	for _, line := range strings.FieldsFunc(strings.ToValidUTF8(eachByte(text), ""), func(r rune) bool {
		return strings.ContainsRune(" \t\n\r\v\f\u0085\u2028\u2029", r)
	}) {
		b.WriteString(strings.ReplaceAll(line, "\u00AD", ""))
		b.WriteByte(' ')
	}
	return strings.Join(strings.Fields(nonBreaking.Replace(b.String())), " ")
}

// eachByte makes every damaged byte a U+FFFD of its own.
func eachByte(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteRune(r)
	}
	return b.String()
}

// Of white other than the word space only the words matter here: at a line end
// it is not shown.
var nonBreaking = strings.NewReplacer("\u00a0", " ", "\u2009", " ", "\u200a", " ", "\u2003", " ", "\u2007", " ", "\u3000", " ")

func found(r typeset.Result) string {
	var b strings.Builder
	for _, l := range r.Lines {
		s := shown(l)
		b.WriteString(s)
		if !strings.HasSuffix(s, "\u00AD") && strings.HasSuffix(s, " ") {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(nonBreaking.Replace(strings.ReplaceAll(b.String(), "\u00AD", ""))), " ")
}

// checkWhole fails where a result does not show the whole text, in order.
func checkWhole(t *testing.T, text string, r typeset.Result) {
	t.Helper()
	if got, want := found(r), wanted(text); got != want {
		t.Errorf("%q shows as %q, want %q", text, got, want)
	}
	at := 0
	for i, l := range r.Lines {
		if l.Start != at || l.End < l.Start {
			t.Errorf("%q: line %d shows bytes %d to %d after %d", text, i, l.Start, l.End, at)
		}
		for _, g := range l.Glyphs {
			if int(g.Start) < l.Start || int(g.Start) > l.End {
				t.Errorf("%q: line %d from %d to %d has a glyph %q of byte %d", text, i, l.Start, l.End, g.Text, g.Start)
			}
			if g.Face == nil || int(g.ID) >= g.Face.GlyphCount() || g.Size <= 0 || !utf8.ValidString(g.Text) {
				t.Errorf("%q: glyph %+v", text, g)
			}
		}
		at = l.End
	}
	if at != len(text) {
		t.Errorf("%q: the lines end at byte %d of %d", text, at, len(text))
	}
}

func TestNothingIsLost(t *testing.T) {
	lib, style := newSetter(t)
	bold := style
	bold.Face, _ = lib.Face("SourceSans3-Semibold")
	bold.Tracking, bold.Features = 90, "case"
	for _, text := range append(answers(t, 3, 100), hostile...) {
		for _, mm := range []float64{84, 38.5, 3} {
			for _, align := range []typeset.Align{typeset.Justify, typeset.Left, typeset.Centre, typeset.Right} {
				half := len(text) / 2
				for _, spans := range [][]typeset.Span{
					{{Text: text, Style: style}},
					{{Text: text[:half], Style: style}, {Text: text[half:], Style: bold}},
				} {
					r, err := lib.Set(t.Context(), typeset.Paragraph{Spans: spans, Measure: typeset.MM(mm), Align: align, Hyphenate: true, Hang: true})
					if err != nil {
						t.Fatal(err)
					}
					checkWhole(t, text, r)
				}
			}
		}
	}
}

func TestASingleLineLosesNothing(t *testing.T) {
	lib, style := newSetter(t)
	for _, text := range hostile {
		line, _ := lib.SetLine(typeset.Span{Text: text, Style: style})
		if got, want := found(typeset.Result{Lines: []typeset.Line{line}}), wanted(text); got != want {
			t.Errorf("%q shows as %q, want %q", text, got, want)
		}
	}
}

func TestMissingCharactersAreReportedAndShown(t *testing.T) {
	tests := []struct {
		text string
		want []typeset.MissingGlyph
	}{
		{"plain", nil},
		{"a 😀 b", []typeset.MissingGlyph{{Rune: '😀', Start: 2}}},
		{"a\x00", []typeset.MissingGlyph{{Rune: 0, Start: 1}}},
		{"\xff!\uFFFD", []typeset.MissingGlyph{{Rune: 0xFFFD, Start: 0}, {Rune: 0xFFFD, Start: 2}}},
		{"so\u00ADft 漢", []typeset.MissingGlyph{{Rune: '漢', Start: 7}}},
		{"\uFEFFa\u200db", nil},
		{"👩‍👧", []typeset.MissingGlyph{{Rune: '👩', Start: 0}, {Rune: '👧', Start: 7}}},
	}
	lib, style := newSetter(t)
	for _, tt := range tests {
		for range 2 { // the second time from memory
			line, missing := lib.SetLine(typeset.Span{Text: tt.text, Style: style})
			if !slices.Equal(missing, tt.want) {
				t.Errorf("%q: missing %v, want %v", tt.text, missing, tt.want)
			}
			for _, m := range missing {
				i := slices.IndexFunc(line.Glyphs, func(g typeset.Glyph) bool { return int(g.Start) == m.Start })
				if i < 0 {
					t.Fatalf("%q: nothing stands for %q", tt.text, m.Rune)
				}
				if _, _, _, _, ok := line.Glyphs[i].Face.GlyphBox(line.Glyphs[i].ID); !ok || line.Glyphs[i].Advance <= 0 {
					t.Errorf("%q: nothing can be seen for %q", tt.text, m.Rune)
				}
			}
		}
	}
}

func FuzzSet(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, uint16(84), uint8(0))
	}
	f.Add("“You cannot,” she said, “acknowledge what you refuse to simplify.”", uint16(50), uint8(1))
	f.Fuzz(func(t *testing.T, text string, mm uint16, how uint8) {
		if len(text) > 2000 {
			return
		}
		lib, style := newSetter(t)
		r, err := lib.Set(t.Context(), typeset.Paragraph{
			Spans: []typeset.Span{{Text: text, Style: style}}, Measure: typeset.MM(float64(mm % 200)),
			Align: typeset.Align(how & 3), Hang: how&4 != 0, Hyphenate: how&8 != 0, Looseness: int(how>>4&3) - 1,
		})
		if err != nil {
			t.Fatal(err)
		}
		checkWhole(t, text, r)
	})
}

// A hostile tower of marks stays low, and no glyph stands for more characters than
// readers of PDF take from one (63).
func TestTowersOfMarks(t *testing.T) {
	lib, style := libraryWith(t)
	text := "a" + strings.Repeat("\u0301\u0308\u0302", 100) + "b"
	line, missing := lib.SetLine(typeset.Span{Text: text, Style: style})
	if got := shown(line); got != text || len(missing) > 0 {
		t.Errorf("%d of %d bytes are shown, missing %v", len(got), len(text), missing)
	}
	for _, g := range line.Glyphs {
		if n := utf8.RuneCountInString(g.Text); n > 63 {
			t.Errorf("a glyph stands for %d characters", n)
		}
		if high := typeset.Length(g.YOffset); high > 4*style.Size {
			t.Errorf("a mark stands %d above its letter of %d", high, style.Size)
		}
	}
}
