package typeset_test

// The rules that hold within a line or a paragraph, and the tests that hold
// them. Those of pages, indexes and pictures stand in
// export/yearbook/rules_test.go.
//
//	total fit, even word spaces                          TestEvennessOfColumns
//	kerning, ligatures, figures by place, small capitals TestKerning, TestLigatures, TestFeatures
//	at most two hyphens in a row                         TestNeverThreeHyphensInARow
//	no hyphen at the end of a page                       TestNoHyphenAfter
//	two letters before a hyphen, three after             TestHyphens
//	no hyphenated names                                  TestNamesAreNotDivided
//	no last line under four characters                   TestNoLastLineUnderFourCharacters
//	hyphenation of the language                          TestHyphenationFollowsTheLanguage, TestDivide
//	hyphenation switched off                             TestUndividedText
//	No. 3, Dr Smith, J. R. Hartley, 12 km, before […]    TestWordsThatStayTogether
//	no line ends on Mr, Dame, No.                        TestWordsThatStayTogether
//	a spaced dash ends its line and begins none          TestWordsThatStayTogether
//	addresses divided at their marks, without hyphen     TestAddresses
//	hanging punctuation                                  TestHangingPunctuation
//	letters closer or wider by at most 2 %               TestLettersChangeWithinLimits
//	ragged lines keep their word spaces                  TestAlignment

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"laurel/export/typeset"
)

// set sets one text of the body style in a column of so many millimetres.
func set(t *testing.T, text string, mm float64, change func(*typeset.Paragraph)) typeset.Result {
	t.Helper()
	lib, style := newSetter(t)
	p := typeset.Paragraph{Spans: []typeset.Span{{Text: text, Style: style}}, Measure: typeset.MM(mm), Hyphenate: true, Hang: true}
	if change != nil {
		change(&p)
	}
	r, err := lib.Set(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// everyMeasure sets a text in columns of many widths, so that a line could end anywhere.
func everyMeasure(t *testing.T, text string, check func(mm float64, r typeset.Result)) {
	t.Helper()
	lib, style := newSetter(t)
	for mm := 40.0; mm < 90; mm += 0.7 {
		for _, align := range []typeset.Align{typeset.Justify, typeset.Left} {
			r, err := lib.Set(t.Context(), typeset.Paragraph{
				Spans: []typeset.Span{{Text: text, Style: style}}, Measure: typeset.MM(mm), Hyphenate: true, Hang: true, Align: align,
			})
			if err != nil {
				t.Fatal(err)
			}
			check(mm, r)
		}
	}
}

func TestWordsThatStayTogether(t *testing.T) {
	tests := []struct{ name, text, together string }{
		{"number", "the jury placed her at No. 3 of the list", "No. 3"},
		{"doctor", "we then asked Dr Featherstone to speak", "Dr Featherstone"},
		{"mister", "we then asked Mr Featherstone to speak", "Mr Featherstone"},
		{"dame", "and it was (Dame Ann who spoke first", "(Dame Ann"},
		{"professor", "and it was Prof Okafor who spoke first", "Prof Okafor"},
		{"initials", "as it was said by J. R. Hartley in spring", "J. R. Hartley"},
		{"joined initials", "as it was said by J.R. Hartley in spring", "J.R. Hartley"},
		{"unit", "they went on for 12 km through the rain", "12 km"},
		{"million", "a budget of some £3.5 million, of which", "£3.5 million,"},
		{"cut", "we began again […] and went on from there", "again […]"},
		{"spaced dash", "we began again – and went on from there", "again –"},
		{"no-break space", "we began a\u00a0new programme and went on", "a\u00a0new"},
		{"typed dash", "we began again - and went on from there", "again -"},
		{"thousands", "the cost was (10 000 000 € of those) and went on", "(10 000 000 €"},
		{"German page", "wie es auf S. 12 des Berichts stand", "S. 12"},
		{"German abbreviation", "die Leute, z. B. in Bremen, sagten", "z. B."},
		{"German millions", "es waren 3,5 Mio. Euro im Jahr", "3,5 Mio."},
		{"French title", "celle de Mme Featherstone est venue", "Mme Featherstone"},
		{"Dutch evening", "en toen is het ’s avonds laat geworden", "’s avonds"},
		{"narrow space", "the cost was 10\u202f000 of those and went on", "10\u202f000"},
	}
	for _, tt := range tests {
		text := "When we began, " + tt.text + ", and when we came back nobody had expected it of us " + tt.text + " and so on."
		everyMeasure(t, text, func(mm float64, r typeset.Result) {
			n := 0
			for _, line := range texts(r) {
				n += strings.Count(line, tt.together)
			}
			if n != 2 {
				t.Errorf("%s at %.1f mm: %q is parted in\n%s", tt.name, mm, tt.together, strings.Join(texts(r), "\n"))
			}
		})
	}
}

func TestHyphens(t *testing.T) {
	text := strings.Join(answers(t, 3, 150), " ")
	everyMeasure(t, text, func(mm float64, r typeset.Result) {
		lines := texts(r)
		if n := len(lines); n > 1 && utf8.RuneCountInString(lines[n-1]) < 4 {
			t.Errorf("%.1f mm: the last line is %q", mm, lines[n-1])
		}
		for i, line := range lines {
			added := strings.Contains(shown(r.Lines[i]), "\u00AD")
			if added != (strings.HasSuffix(line, "-") && added) || added && !r.Lines[i].Hyphenated {
				t.Errorf("%q: hyphen and mark differ", line)
			}
			if !added {
				continue
			}
			before := line[strings.LastIndexAny(line, " “(")+1 : len(line)-1]
			after, _, _ := strings.Cut(lines[i+1], " ")
			after = strings.TrimRight(after, ".,;:?!”’)-")
			if utf8.RuneCountInString(before) < 2 || utf8.RuneCountInString(after) < 3 {
				t.Errorf("%.1f mm: %q is divided from %q", mm, before, after)
			}
		}
	})
}

func TestNeverThreeHyphensInARow(t *testing.T) {
	text := strings.Repeat("unquestionably representative administrators communicate extraordinary recommendations systematically ", 6)
	most := 0
	for mm := 66.0; mm < 90; mm++ {
		r, run := set(t, text, mm, nil), 0
		for _, l := range r.Lines {
			run++
			if !l.Hyphenated {
				run = 0
			}
			most = max(most, run)
		}
		if most > 2 {
			t.Fatalf("%d hyphens in a row in\n%s", most, strings.Join(texts(r), "\n"))
		}
	}
	if most != 2 {
		t.Error("the text never asks for two hyphens in a row")
	}
}

// A last line holds four characters at least, justified or not; a text that is
// all on one line may be shorter.
func TestNoLastLineUnderFourCharacters(t *testing.T) {
	for _, end := range []string{"it.", "us.", "so", "a.", "I am."} {
		text := "We went on as before for a while, and nobody who was there had expected anything else of " + end
		everyMeasure(t, text, func(mm float64, r typeset.Result) {
			lines := texts(r)
			if last := lines[len(lines)-1]; utf8.RuneCountInString(strings.ReplaceAll(last, " ", "")) < 4 {
				t.Errorf("%.1f mm: the last line is %q", mm, last)
			}
		})
	}
	if r := set(t, "Ed", 60, nil); len(r.Lines) != 1 {
		t.Errorf("%q", texts(r))
	}
}

// Without hyphenation only what is wider than its line is divided.
func TestUndividedText(t *testing.T) {
	lib, style := newSetter(t)
	style.NoHyphen = true
	text := "It was an unquestionably representative recommendation of the administrators. "
	for mm := 30.0; mm < 70; mm++ {
		r, err := lib.Set(t.Context(), typeset.Paragraph{Spans: []typeset.Span{{Text: strings.Repeat(text, 4), Style: style}}, Measure: typeset.MM(mm), Hyphenate: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range r.Lines {
			if l.Hyphenated {
				t.Errorf("%g mm: %q", mm, shown(l))
			}
		}
	}
	r, err := lib.Set(t.Context(), typeset.Paragraph{Spans: []typeset.Span{{Text: text, Style: style}}, Measure: typeset.MM(18), Hyphenate: true})
	if err != nil || !slices.ContainsFunc(r.Lines, func(l typeset.Line) bool { return l.Hyphenated }) {
		t.Errorf("a word wider than its line is not divided: %q, %v", texts(r), err)
	}
	// However many hyphens it takes, it is not torn between any two letters.
	for mm := 36.0; mm < 80; mm++ {
		r, err := lib.Set(t.Context(), typeset.Paragraph{Spans: []typeset.Span{{Text: "Wolfeschlegelsteinhausenbergerdorffwelchevoralternw", Style: style}}, Measure: typeset.MM(mm)})
		if err != nil || slices.ContainsFunc(r.Lines[:len(r.Lines)-1], func(l typeset.Line) bool { return !l.Hyphenated }) {
			t.Errorf("%g mm: %q, %v", mm, texts(r), err)
		}
	}
}

func TestNamesAreNotDivided(t *testing.T) {
	names := "Montgomery Nightingale Abernathy Carruthers Wolverhampton Thistlethwaite"
	text := ""
	for range 4 {
		for n := range strings.FieldsSeq(names) {
			text += "we then met Anna " + n + " for the first time and "
		}
	}
	for mm := 76.0; mm < 90; mm++ {
		r := set(t, text, mm, nil)
		for _, line := range texts(r) {
			last := line[strings.LastIndexByte(line, ' ')+1:]
			if strings.HasSuffix(last, "-") && last[0] >= 'A' && last[0] <= 'Z' {
				t.Errorf("%g mm: the name %q is divided", mm, last)
			}
		}
	}
}

func TestHyphenationFollowsTheLanguage(t *testing.T) {
	lib, style := newSetter(t)
	for lang, want := range map[string]string{"en-GB": "re-", "it": "re- respon- responsa- ", "xx": ""} {
		style.Lang = lang
		got := ""
		for mm := 34.0; mm < 60; mm += 0.5 {
			r, err := lib.Set(t.Context(), typeset.Paragraph{
				Spans: []typeset.Span{{Text: strings.Repeat("aa aa aa responsabile ", 12), Style: style}}, Measure: typeset.MM(mm), Hyphenate: true,
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range texts(r) {
				last := line[strings.LastIndexByte(line, ' ')+1:]
				if strings.HasSuffix(last, "-") && !strings.Contains(got, last+" ") {
					got += last + " "
				}
			}
		}
		divisions := strings.Fields(got)
		slices.Sort(divisions)
		if got := strings.Join(divisions, " "); got != strings.TrimSpace(want) {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

func TestSoftHyphens(t *testing.T) {
	r := set(t, "a bbbbbbbbb\u00ADbbbbbbbbb c", 25, nil)
	if got := texts(r); !slices.Equal(got, []string{"a bbbbbbbbb-", "bbbbbbbbb c"}) {
		t.Errorf("%q", got)
	}
	if r = set(t, "a bbbb\u00ADbbbb c", 60, nil); shown(r.Lines[0]) != "a bbbbbbbb c" {
		t.Errorf("a soft hyphen in a line shows as %q", shown(r.Lines[0]))
	}
}

func TestCompoundsAndDashes(t *testing.T) {
	r := set(t, "aaaaaaaaaaaaaaa well-intentioned", 41, func(p *typeset.Paragraph) { p.Align = typeset.Left })
	if got := texts(r); got[0] != "aaaaaaaaaaaaaaa well-" || !r.Lines[0].Hyphenated || strings.Contains(shown(r.Lines[0]), "\u00AD") {
		t.Errorf("%q", got)
	}
	for _, word := range []string{"e-mail", "T-shirt", "-5", "(2)-"} {
		everyMeasure(t, "it was then and now "+word+" of us and "+word+" and on", func(_ float64, r typeset.Result) {
			if n := strings.Count(strings.Join(texts(r), "\n"), word); n != 2 {
				t.Errorf("%s is parted in %q", word, texts(r))
			}
		})
	}
	r = set(t, "aaaaaaaaaaaaaaaaaaaa—bbbbbbbbbbbbbbbbbb", 45, nil)
	if got := texts(r); got[0] != "aaaaaaaaaaaaaaaaaaaa—" || r.Lines[0].Hyphenated {
		t.Errorf("%q", got)
	}
}

func TestAddresses(t *testing.T) {
	url := "https://www.example.org/people/2024/ada-example?lang=en&page=2"
	for _, mm := range []float64{30, 38.5, 50} {
		lines := texts(set(t, url, mm, nil))
		if strings.Join(lines, "") != url {
			t.Errorf("%g mm: %q", mm, lines)
		}
		for _, line := range lines[:len(lines)-1] {
			if !strings.ContainsAny(line[len(line)-1:], "/.-?=&") {
				t.Errorf("%g mm: a line of an address ends in %q", mm, line)
			}
		}
	}
}

func TestALongWordIsNeverWiderThanItsLine(t *testing.T) {
	for _, text := range []string{strings.Repeat("x", 300), "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", strings.Repeat("漢", 90), strings.Repeat("ب", 200)} {
		for _, align := range []typeset.Align{typeset.Justify, typeset.Left, typeset.Centre, typeset.Right} {
			r := set(t, text, 38.5, func(p *typeset.Paragraph) { p.Align = align })
			if len(r.Overfull) > 0 || len(r.Lines) < 2 {
				t.Errorf("%.20s: %d lines, overfull %v", text, len(r.Lines), r.Overfull)
			}
		}
	}
	if r := set(t, "wide", 1, nil); len(r.Overfull) == 0 {
		t.Error("letters wider than the line are not reported")
	}
}

// Words that belong together are parted where they fit no line, and only there.
func TestWhatBelongsTogetherIsNeverWiderThanItsLine(t *testing.T) {
	text := "We met " + strings.Repeat("unbreakable\u00a0", 20) + "people and went on as before, as everybody had expected us to."
	for _, align := range []typeset.Align{typeset.Justify, typeset.Left} {
		r := set(t, text, 60, func(p *typeset.Paragraph) { p.Align = align })
		if len(r.Overfull) > 0 || len(r.Lines) < 5 {
			t.Errorf("%d lines, overfull %v", len(r.Lines), r.Overfull)
		}
	}
}

func TestHangingPunctuation(t *testing.T) {
	text := "“You cannot acknowledge what you refuse to simplify,” as one of us in the engine room used to say, and that was that for a while."
	hung := set(t, text, 60, nil)
	if hung.Lines[0].Hang <= 0 {
		t.Error("an opening quotation mark does not hang")
	}
	plain := set(t, text, 60, func(p *typeset.Paragraph) { p.Hang = false })
	for i, l := range plain.Lines {
		if l.Hang != 0 || l.Width > typeset.MM(60)+10 {
			t.Errorf("line %d hangs by %d, width %d", i, l.Hang, l.Width)
		}
	}
	out := 0
	r := set(t, answers(t, 1, 400)[0], 84, nil)
	for i, l := range r.Lines[:len(r.Lines)-1] {
		if strings.ContainsAny(texts(r)[i][len(texts(r)[i])-1:], ",.-") {
			out++
			if over := l.Width - l.Hang - typeset.MM(84); over < 1000 || over > 3000 {
				t.Errorf("the end of %q stands out by %d", texts(r)[i], over)
			}
		}
	}
	if out == 0 {
		t.Error("no line of the text ends in a mark that hangs")
	}
}

func TestLooseness(t *testing.T) {
	text := answers(t, 1, 150)[0]
	best := len(set(t, text, 84, nil).Lines)
	for _, more := range []int{-1, 1} {
		got := len(set(t, text, 84, func(p *typeset.Paragraph) { p.Looseness = more }).Lines)
		if more > 0 && got != best+1 || got < best-1 || got > best+1 {
			t.Errorf("looseness %d gives %d lines, 0 gives %d", more, got, best)
		}
	}
}

func TestNoHyphenAfter(t *testing.T) {
	lines := set(t, answers(t, 1, 300)[0], 60, nil).Lines
	tried := 0
	for i, l := range lines {
		if !strings.Contains(shown(l), "\u00AD") {
			continue
		}
		tried++
		r := set(t, answers(t, 1, 300)[0], 60, func(p *typeset.Paragraph) { p.NoHyphenAfter = []int{i} })
		if i < len(r.Lines) && strings.Contains(shown(r.Lines[i]), "\u00AD") {
			t.Errorf("line %d still ends in a hyphen", i)
		}
	}
	if tried == 0 {
		t.Error("no line of the text ends in a hyphen")
	}
}

func TestIndentAndShape(t *testing.T) {
	text := answers(t, 1, 120)[0]
	r := set(t, text, 60, func(p *typeset.Paragraph) { p.Indent = 9250 })
	if r.Lines[0].Indent != 9250 || r.Lines[1].Indent != 0 {
		t.Errorf("indents %d, %d", r.Lines[0].Indent, r.Lines[1].Indent)
	}
	r = set(t, text, 60, func(p *typeset.Paragraph) {
		p.Hang = false
		p.Shape = func(line int) (indent, width typeset.Length) {
			if line < 4 {
				return typeset.MM(20), typeset.MM(40)
			}
			return 0, typeset.MM(60)
		}
	})
	for i, l := range r.Lines[:len(r.Lines)-1] {
		indent, width := typeset.Length(0), typeset.MM(60)
		if i < 4 {
			indent, width = typeset.MM(20), typeset.MM(40)
		}
		if l.Indent != indent || l.Width < width-10 || l.Width > width+10 {
			t.Errorf("line %d: indent %d, width %d", i, l.Indent, l.Width)
		}
	}
}

func TestAlignment(t *testing.T) {
	measure := typeset.MM(60)
	text := answers(t, 1, 60)[0]
	for _, align := range []typeset.Align{typeset.Left, typeset.Centre, typeset.Right} {
		r := set(t, text, 60, func(p *typeset.Paragraph) { p.Align, p.Hang = align, false })
		for i, l := range r.Lines {
			free := measure - l.Width
			want := map[typeset.Align]typeset.Length{typeset.Left: 0, typeset.Centre: free / 2, typeset.Right: free}[align]
			if l.Indent != want || l.Space != 0 || free < 0 {
				t.Errorf("align %d line %d: indent %d, want %d; space %g", align, i, l.Indent, want, l.Space)
			}
		}
	}
}

func TestCentredLinesAreAlike(t *testing.T) {
	r := set(t, "What the leaders of the year said about it", 50, func(p *typeset.Paragraph) { p.Align = typeset.Centre })
	if len(r.Lines) != 2 || r.Lines[1].Width*10 < r.Lines[0].Width*7 {
		t.Errorf("%q", texts(r))
	}
}

func TestForcedLineEnds(t *testing.T) {
	r := set(t, "one\ntwo\r\n\nthree\u2028four\u0085five\n", 60, nil)
	if got := texts(r); !slices.Equal(got, []string{"one", "two", "", "three", "four", "five"}) {
		t.Errorf("%q", got)
	}
	for i, l := range r.Lines {
		if l.Space != 0 {
			t.Errorf("line %d before a forced end is justified", i)
		}
	}
}

func TestEveryLineButTheLastEndsInASpace(t *testing.T) {
	r := set(t, answers(t, 1, 150)[0], 60, nil)
	for i, l := range r.Lines {
		last := l.Glyphs[len(l.Glyphs)-1]
		switch {
		case i == len(r.Lines)-1:
			if last.Text == " " {
				t.Error("the paragraph ends in a space")
			}
		case l.Hyphenated:
			if last.Text == " " {
				t.Errorf("a space follows the hyphen of line %d", i)
			}
		case last.Text != " " || last.Advance <= 0:
			t.Errorf("line %d ends in %q", i, last.Text)
		}
		sum := typeset.Length(0)
		for _, g := range l.Glyphs {
			sum += typeset.Length(g.Advance)
		}
		if last.Text == " " {
			sum -= typeset.Length(last.Advance)
		}
		if sum != l.Width {
			t.Errorf("line %d: advances %d, width %d", i, sum, l.Width)
		}
	}
}

func TestSetEndsWithItsContext(t *testing.T) {
	lib, style := newSetter(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := lib.Set(ctx, typeset.Paragraph{Spans: []typeset.Span{{Text: "text", Style: style}}, Measure: typeset.MM(60)})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
