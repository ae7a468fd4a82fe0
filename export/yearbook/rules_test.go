package yearbook

// The rules of the house and the tests that hold them. Rules of a single line or
// paragraph are held in export/typeset/rules_test.go, which has a table of its own.
//
//	body type of 8.5 to 10 pt                            TestReadingTypeIsNeitherSmallNorLarge
//	at most 75 characters a line                         TestLinesAreNotTooLong
//	ragged right below 45 characters a line              TestNarrowColumnsAreRagged
//	one grid of baselines                                TestCopyfitSavesALineOrTwo
//	lining figures for ranks, tabular ones in tables     TestFiguresByPlace
//	real small capitals                                  TestPostNominalsAreSmallCapitals
//	post-nominals without points, in order               TestPostNominalsAreSmallCapitals, model: TestOrderPostNominals
//	no hyphen at the end of a page                       TestNoHyphenAtTheFootOfAPage, TestProseBreaksWell
//	two lines of a paragraph on each side of a break     TestFlowKeepsItsRules, TestProseBreaksWell
//	a question stays with two lines of its answer        TestFlowKeepsItsRules
//	no heading at the foot of a column                   TestProseBreaksWell
//	no name divided                                      TestNamesBreakWell, TestSharedNamesBreakBetweenPeople, typeset: TestNamesAreNotDivided
//	quotation marks of the house                         TestQuotationMarks
//	’ and no straight marks in the book's own words      TestTheBookWritesByTheHouse
//	– spaced between words, unspaced in ranges           TestTheBookWritesByTheHouse, TestDashesOfTheHouse
//	[…] and [T]his, the speaker's … bare                 model: TestExcerptPrints; TestCutsPrintAsTheyAreMade, TestSentencesStandAlone
//	index word by word, accents and honorifics unsorted  TestIndexOrder, model: TestFilingOrder, TestIndexIsWordByWord
//	particles by language, the person's own way wins     model: TestSortTextByLocale, TestFilingFormFollowsTheOverride
//	Mc as Mac and letter by letter                       TestIndexFollowsTheHouse, model: TestFilingOrder
//	locators once, in ranges, the main entry bold        TestLocators
//	no letter alone at the foot of a column              TestIndexColumnsBreakWell
//	lines of 0.25 pt at the least                        TestNoLineIsTooThin
//	text and codes in black alone                        TestTextAndCodesAreBlackAlone, pdf: TestColors
//	codes of level M drawn as outlines                   page: TestQRCoversExactlyTheBlackModules
//	modules of 0.4 mm with a quiet zone of 4             TestCodesHaveSizeAndRoom
//	codes read again from the rendered page              TestCodesAreReadFromTheirPages
//	photos: told below 250 dpi, an error below 150       TestPhotosHaveEnoughPixels
//	the switches change print and not the data           TestTheHouseChangesPrintAlone, TestQuotationMarks

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"laurel/assets"
	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// eachTheme runs a test over the composition of an invented edition in each theme
// on each preset page.
func eachTheme(t *testing.T, try func(t *testing.T, c *composition)) {
	t.Helper()
	for _, theme := range model.Themes {
		for _, trim := range model.Trims {
			t.Run(theme+" "+trim.Name, func(t *testing.T) {
				s := invented(3)
				s.Yearbook.Theme, s.Yearbook.Trim = theme, trim.Name
				c, err := newComposer(t, 1).begin(t.Context(), s)
				if err != nil {
					t.Fatal(err)
				}
				try(t, c)
			})
		}
	}
}

func TestReadingTypeIsNeitherSmallNorLarge(t *testing.T) {
	eachTheme(t, func(t *testing.T, c *composition) {
		for k := range slotKinds {
			for _, u := range []Use{Body, BodyItalic, BodyStrong} {
				if size := c.lookOf(k).types[u].Size; size < typeset.Points(8.5) || size > typeset.Points(10) {
					t.Errorf("%s: %.2f pt", slotNames[k], size.Pt())
				}
			}
		}
	})
}

// lineLength is the mean number of characters of the full lines of a text.
func lineLength(rows []row) float64 {
	n, lines := 0, 0
	for _, r := range rows[:len(rows)-1] {
		n += utf8.RuneCountInString(strings.TrimRight(readRows([]row{r}), " -"))
		lines++
	}
	return float64(n) / float64(lines)
}

func TestNarrowColumnsAreRagged(t *testing.T) {
	for _, theme := range []string{"laurel", "almanack"} {
		for _, use := range []Use{Body, Prose} {
			s := invented(1)
			s.Yearbook.Theme = theme
			c, err := newComposer(t, 1).begin(t.Context(), s)
			if err != nil {
				t.Fatal(err)
			}
			edges := map[typeset.Align]int{}
			for mm := 55.0; mm < 110; mm++ {
				set := &setter{c: c}
				rows := set.styledRows(textMark{}, []span{{use, strings.Repeat(someProse, 8)}}, typeset.MM(mm), 0)
				align := typeset.Left
				if rows[0].line.Space > 0 {
					align = typeset.Justify
				}
				edges[align]++
				if n := lineLength(rows); n < 43 && align == typeset.Justify || n > 47 && align == typeset.Left {
					t.Errorf("%s: lines of %.1f characters are set with edge %d", theme, n, align)
				}
			}
			if len(edges) != 2 {
				t.Errorf("%s: all columns alike, %v", theme, edges)
			}
		}
	}
}

// Lines of at most 75 characters, with two per cent for a text that runs narrow.
func TestLinesAreNotTooLong(t *testing.T) {
	const most = 75 * 1.02
	eachTheme(t, func(t *testing.T, c *composition) {
		set := &setter{c: c}
		if n := lineLength(set.styledRows(textMark{}, []span{{Prose, strings.Repeat(someProse, 6)}}, c.grid.proseWidth(), 0)); n > most {
			t.Errorf("prose has lines of %.1f characters", n)
		}
		for k := range slotKinds {
			cell := c.cellAt(&c.plans[k], 0)
			_, width := cell.answerColumns()
			if n := lineLength(set.styledRows(textMark{}, []span{{Body, strings.Repeat(someProse, 6)}}, width, 0)); n > most {
				t.Errorf("%s: answers have lines of %.1f characters", slotNames[k], n)
			}
		}
	})
}

// shapes are the glyphs of figures set in a style.
func shapes(l *typeset.Library, style typeset.Style, features string) (ids []uint16, widths map[int32]bool) {
	if features != "" {
		style.Features = features
	}
	line, _ := l.SetLine(typeset.Span{Text: "0123456789", Style: style})
	widths = map[int32]bool{}
	for _, g := range line.Glyphs {
		ids = append(ids, g.ID)
		widths[int32(g.Advance)] = true
	}
	return ids, widths
}

func TestFiguresByPlace(t *testing.T) {
	eachTheme(t, func(t *testing.T, c *composition) {
		l := c.params.Library
		lining := func(what string, style typeset.Style) {
			got, _ := shapes(l, style, "")
			if want, _ := shapes(l, style, "lnum"); !slices.Equal(got, want) {
				t.Errorf("%s: not lining", what)
			}
		}
		for k := range slotKinds {
			lining("ranks", c.lookOf(k).styles[Rank])
		}
		lining("folios", c.styles[Folio])
		for _, u := range []Use{Table, TableStrong, TableNumber, ContentsPage} {
			if _, widths := shapes(l, c.styles[u], ""); len(widths) != 1 {
				t.Errorf("the figures of a table have %d widths", len(widths))
			}
		}
	})
}

func TestPostNominalsAreSmallCapitals(t *testing.T) {
	for _, theme := range model.Themes {
		s := onePerPage(full(3))
		s.Yearbook.Theme = theme
		s.Placements[1].Members[0].Name.PostNominals = "F.R.S., K.C., O.B.E."
		b := compose(t, s)
		seen := 0
		for n, p := range b.Document.Pages {
			for _, m := range p.Marks {
				text, ok := m.(*page.Text)
				if !ok {
					continue
				}
				if line := readLine(text); strings.Contains(line, "K.C.") || strings.Contains(line, "OBE") && !strings.Contains(line, "OBE KC FRS") {
					t.Errorf("%s, page %d: %q", theme, n+1, line)
				} else if strings.TrimSpace(line) != "OBE KC FRS" {
					continue
				}
				seen++
				for _, g := range text.Line.Glyphs {
					if g.Text == " " {
						continue
					}
					capital, _ := g.Face.NominalGlyph([]rune(g.Text)[0])
					_, _, _, top, _ := g.Face.GlyphBox(g.ID)
					if g.ID == capital || top >= g.Face.CapHeight() {
						t.Errorf("%s, page %d: %q is no small capital", theme, n+1, g.Text)
					}
				}
			}
		}
		if seen != 2 {
			t.Errorf("%s: %d times in profile and index", theme, seen)
		}
	}
}

// TestProseBreaksWell divides a text with headings at every height of a page.
func TestProseBreaksWell(t *testing.T) {
	c, err := newComposer(t, 1).begin(t.Context(), invented(1))
	if err != nil {
		t.Fatal(err)
	}
	paragraph := strings.TrimSpace(strings.Repeat(someProse, 2))
	text := "## First\n\n" + paragraph + "\n\n## Second and longer, so that it takes more than a line of a column that is narrow\n\n" + paragraph + "\n\n" + paragraph + "\n\n### Third\n\n" + paragraph
	divided := 0
	for _, width := range []typeset.Length{typeset.MM(84), c.grid.proseWidth()} {
		for lines := 5; lines < 60; lines++ {
			set := &setter{c: c}
			rest := set.markdown(page.Source{}, text, width, proseVoice)
			for len(rest) > 0 {
				var col []piece
				col, rest = fillColumn(rest, typeset.Length(lines)*c.theme.Type[Prose].Leading)
				s := &sheet{setter: setter{c: c}}
				s.stack(col, 0, 0)
				divided += checkColumn(t, s.page.Marks, len(rest) > 0)
			}
		}
	}
	if divided == 0 {
		t.Error("no word was divided at all: the test tells nothing")
	}
}

// checkColumn looks at the ends of a column and counts its divided words.
func checkColumn(t *testing.T, marks []page.Mark, more bool) (divided int) {
	t.Helper()
	var all []*page.Text
	blocks := map[int]int{}
	for _, m := range marks {
		if text, ok := m.(*page.Text); ok {
			all = append(all, text)
			blocks[text.Block]++
			if text.Line.Hyphenated {
				divided++
			}
		}
	}
	first, last := all[0], all[len(all)-1]
	switch {
	case more && last.Role == page.Heading2:
		t.Errorf("the heading %q stands at the foot", readLine(last))
	case more && last.Line.Hyphenated:
		t.Errorf("a column ends with %q", readLine(last))
	case more && last.Line.Start > 0 && blocks[last.Block] == 1, more && last.Line.Start == 0 && blocks[last.Block] == 1 && last.Role == page.Paragraph:
		t.Errorf("the lone line %q at the foot", readLine(last))
	}
	if first.Role == page.Paragraph && first.Line.Start > 0 && blocks[first.Block] == 1 {
		t.Errorf("the lone line %q at the head", readLine(first))
	}
	return divided
}

// slips are what the house does not write: straight marks, points in a row,
// hyphens for dashes, an en dash with a space on one side only.
var slips = regexp.MustCompile(`['"]|\.\.\.|--| - |\d-\d|  |\S– | –\S|—`)

func TestTheBookWritesByTheHouse(t *testing.T) {
	for _, language := range model.BookLanguages {
		b, err := fs.ReadFile(assets.Words(), language+".json")
		if err != nil {
			t.Fatal(err)
		}
		w := words{}
		if err := json.Unmarshal(b, &w); err != nil {
			t.Fatal(err)
		}
		for key, text := range w {
			if slip := slips.FindString(text); slip != "" {
				t.Errorf("%s, %s: %q in %q", language, key, slip, text)
			}
		}
	}
	ranges := 0
	for _, text := range ownTexts(compose(t, rangesAndHeads())) {
		if slip := slips.FindString(strings.TrimSpace(text)); slip != "" {
			t.Errorf("%q in %q", slip, text)
		}
		if regexp.MustCompile(`\d–\d`).MatchString(text) {
			ranges++
		}
	}
	if ranges == 0 {
		t.Error("the book writes no range")
	}
}

// rangesAndHeads is an edition whose book writes ranges of years and pages, and
// running heads of two names.
func rangesAndHeads() *model.Snapshot {
	s := full(40)
	s.Yearbook.ISSN = ""
	id := s.Placements[0].Members[0].PersonID
	s.History = map[model.ID][]model.Appearance{}
	for y := 2001; y < 2031; y++ {
		s.History[id] = append(s.History[id], model.Appearance{EditionID: model.ID("x" + itoa(y)), ListID: "list", Region: "North", Year: y, Rank: model.Rank{Number: 7}})
	}
	return s
}

// ownTexts are the lines of a book in its own words: they show nothing of the
// curator's, or years in which somebody was included.
func ownTexts(b *Book) (all []string) {
	for _, p := range b.Document.Pages {
		for _, m := range p.Marks {
			if text, ok := m.(*page.Text); ok && (text.Source.Record == "" || text.Source.Field == model.FieldHistory) {
				all = append(all, readLine(text))
			}
		}
	}
	return all
}

func TestDashesOfTheHouse(t *testing.T) {
	for style, want := range map[model.DashStyle]string{model.DashesSpaced: " – ", model.DashesClosed: "—"} {
		s := rangesAndHeads()
		s.Yearbook.House.Dashes = style
		s.Placements[0].Answers[0].Edited = "We came – and stayed—so."
		c := newComposer(t, 0)
		b, err := c.Compose(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		proof, err := c.Proof(t.Context(), b, s)
		if err != nil {
			t.Fatal(err)
		}
		if got := placed(b, "answer-1", model.FieldExcerpt); got != inked("We came – and stayed—so.") {
			t.Errorf("%q: the answer prints as %q", style, got)
		}
		heads, stamped := 0, pageText(proof.Pages[3])
		for _, text := range ownTexts(b) {
			if strings.Contains(text, want) {
				heads++
			}
			for _, other := range []string{" – ", "—"} {
				if other != want && strings.Contains(text, other) {
					t.Errorf("%q: %q", style, text)
				}
			}
		}
		if heads == 0 || !strings.Contains(stamped, "Proof"+want+"not") {
			t.Errorf("%q: %d heads, stamp %q", style, heads, stamped)
		}
	}
}

// What an excerpt marks in brackets reaches the page as it is: no line ends
// before a cut, and the speaker's own points have no brackets.
func TestCutsPrintAsTheyAreMade(t *testing.T) {
	text := "Before it all we waited and waited… for a boat. It rained. Later on, there came one that took us across to the other side of it. We left it there, as one does. And nobody had asked us."
	want := "Before it all we waited and waited… for a boat. […] [T]here came one that took us across to the other side of it. […] And nobody had asked us."
	for words := range 54 { // so that lines end elsewhere each time
		s := onePerPage(invented(2))
		a := &s.Placements[0].Answers[0]
		before := strings.Repeat("O ", words)
		a.Edited = before + text
		a.Excerpt = chosen(a.Edited, before+"Before it all we waited and waited… for a boat.", "there came one that took us across to the other side of it.", "And nobody had asked us.")
		marks, _ := texts(compose(t, s), string(a.ID), model.FieldExcerpt)
		all := ""
		for _, m := range marks {
			line := readLine(m)
			if all += line; strings.HasPrefix(line, "[…]") {
				t.Errorf("the line %q begins with a cut", line)
			}
		}
		if got := strings.ReplaceAll(all, "\u00ad", ""); got != before+want {
			t.Errorf("%q, want %q", got, before+want)
		}
	}
}

func TestIndexFollowsTheHouse(t *testing.T) {
	for _, test := range []struct {
		house model.HouseStyle
		want  string
	}{
		{model.HouseStyle{}, "De Vere · Deacon · MacBride · Maddox · McAdam"},
		{model.HouseStyle{LetterByLetter: true}, "Deacon · De Vere · MacBride · Maddox · McAdam"},
		{model.HouseStyle{McAsMac: true}, "De Vere · Deacon · McAdam · MacBride · Maddox"},
	} {
		s := invented(5)
		for i, n := range []model.Name{{Given: "Al", Family: "Maddox"}, {Given: "Bo", Family: "McAdam"}, {Given: "Cy", Family: "MacBride"}, {Given: "Di", Family: "Deacon"}, {Given: "Ed", Family: "De Vere"}} {
			s.Placements[i].Members[0].Name = n
		}
		s.Yearbook.House = test.house
		c, err := newComposer(t, 1).begin(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range c.peopleHeadings() {
			family, _, _ := strings.Cut(h.text, ",")
			got = append(got, family)
		}
		if strings.Join(got, " · ") != test.want {
			t.Errorf("%+v: %q, want %q", test.house, got, test.want)
		}
	}
}

// Each switch of the house changes what prints, and leaves the curator's data,
// the text that is placed and the bytes that each line shows as they are.
func TestTheHouseChangesPrintAlone(t *testing.T) {
	text := "In 2019 there were 48 boats and 3,705 people who used them. " + proseOf(150)
	type print struct {
		glyphs    []uint16
		justified bool
		divided   bool
	}
	set := func(t *testing.T, theme string, house model.HouseStyle) (p print) {
		t.Helper()
		s := onePerPage(invented(2))
		s.Yearbook.Theme, s.Yearbook.House = theme, house
		s.Placements[0].Answers[0].Edited = text
		b := compose(t, s)
		checkNothingLost(t, s, b)
		if s.Placements[0].Answers[0].Edited != text {
			t.Error("the curator's text changed")
		}
		marks, _ := texts(b, "answer-1", model.FieldExcerpt)
		for _, m := range marks {
			if got := strings.ReplaceAll(strings.TrimRight(readLine(m), " "), "\u00ad", ""); got != strings.TrimRight(text[m.Source.Start:m.Source.End], " \n") {
				t.Errorf("%+v: bytes %d to %d print as %q", house, m.Source.Start, m.Source.End, got)
			}
			p.justified = p.justified || m.Line.Space > 0
			p.divided = p.divided || strings.Contains(readLine(m), "\u00ad")
			for _, g := range m.Line.Glyphs {
				if g.Text != "" && g.Text[0] >= '0' && g.Text[0] <= '9' {
					p.glyphs = append(p.glyphs, g.ID)
				}
			}
		}
		return p
	}
	usual, other := set(t, "laurel", model.HouseStyle{}), set(t, "gazette", model.HouseStyle{})
	if !usual.justified || !usual.divided || other.justified {
		t.Fatalf("laurel: justified %v, divided %v; gazette: justified %v", usual.justified, usual.divided, other.justified)
	}
	if set(t, "laurel", model.HouseStyle{Undivided: true}).divided {
		t.Error("words are divided all the same")
	}
	if set(t, "laurel", model.HouseStyle{Edges: model.EdgesRagged}).justified {
		t.Error("justified all the same")
	}
	if !set(t, "gazette", model.HouseStyle{Edges: model.EdgesJustified}).justified {
		t.Error("ragged all the same")
	}
	if lining := set(t, "laurel", model.HouseStyle{Figures: model.FiguresLining}); slices.Equal(lining.glyphs, usual.glyphs) {
		t.Error("lining figures are the theme's old-style ones")
	}
	if old := set(t, "gazette", model.HouseStyle{Figures: model.FiguresOldStyle}); slices.Equal(old.glyphs, other.glyphs) {
		t.Error("old-style figures are the theme's lining ones")
	}
}
