package yearbook

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// full is an invented edition of n people whose book has something for every
// section: an earlier year, themes, a panel, texts and a picture.
func full(n int) *model.Snapshot {
	s := invented(n)
	e := &s.Edition
	e.Method = "Somebody *read* everything.\n\n## Who\n\n- Anybody\n- [who asks](https://plumb.example/ask)"
	e.Criteria = "| | | |\n|-|-|-|\n| Depth | 60% | Measured twice |\n| Care | 40% | Asked first |"
	e.Judges = []string{"Dame Ada Fathom DBE (chair), Tide Office", "Bo Sounding, Lead & Line", "Dr Cy Shoal"}
	for i := range s.Placements {
		a := &s.Placements[i].Answers[0]
		a.Themes = []string{[]string{"Boats", "Doubt", "Tea"}[i%3]}
		s.Placements[i].Members[0].OrganisationID = model.ID(fmt.Sprint("office-", i%5))
		s.Placements[i].Members[0].Organisation = fmt.Sprint("The Tide Office ", i%5)
		s.Placements[i].Sector, s.Placements[i].Country = []string{"Sea", "Land"}[i%2], []string{"North", "South", "West"}[i%3]
	}
	before := model.Edition{ID: "before", ListID: "list", ListName: e.ListName, Year: e.Year - 1, Region: e.Region, Scheme: e.Scheme, Locale: "en-GB"}
	var old []model.Placement
	for i := range n + 3 {
		p := model.Placement{ID: model.ID("old-" + itoa(i+1)), EditionID: "before", Kind: model.EntryPerson, Pos: i + 1, Status: model.Confirmed, Members: []model.Member{member(i + 2)}, Rank: model.Rank{Reason: model.ByScheme}}
		if i < 10 {
			p.Rank = model.Rank{Number: i + 1}
		}
		old = append(old, p)
	}
	s.Predecessor, s.Compared = &before, old
	s.Chronicle = model.NewChronicle(model.List{ID: "list"}, *e, []model.Edition{before, *e}, append(slices.Clone(old), s.Placements...))
	s.Assets = map[model.ID]model.Asset{
		"harbour": {ID: "harbour", Kind: model.AssetPicture, Name: "harbour.jpg", Key: "harbour", Width: 3000, Height: 2000, Alt: "A harbour at low water", Credit: "Ivo Wall"},
	}
	s.Yearbook.Publisher, s.Yearbook.Place, s.Yearbook.Credits, s.Yearbook.ISSN = "Plumb Press", "Hull", "Editor: Edda Ink\nIndex: Kit Farnaby", "2999-4705"
	for i := range s.Yearbook.Sections {
		section := &s.Yearbook.Sections[i]
		switch section.Kind {
		case model.SectionForeword:
			section.Title, section.Byline, section.Role = "Low water", "Edda Ink", "Editor"
			section.Text = "> We went *down* to look.\n\nThe tide was out.\n\n![A harbour](harbour.jpg \"The harbour in May\")\n\n1. One\n2. Two\n\n> Quoted."
		case model.SectionThanks:
			section.Text = "To everybody who waded."
		case model.SectionOpener:
			section.Text = "They follow."
		}
	}
	s.Yearbook.Sections = append(s.Yearbook.Sections, model.Section{Kind: model.SectionFree, Title: "A page of ours", Text: "Bought and **paid** for.", Picture: "harbour", Sponsor: "Buoy & Daughters"})
	return s
}

func sectionsOf(b *Book) map[string][]int {
	pages := map[string][]int{}
	for i, p := range b.Document.Pages {
		pages[p.Section] = append(pages[p.Section], i+1)
	}
	return pages
}

func pageText(p *page.Page) string {
	var b strings.Builder
	for _, m := range p.Marks {
		if t, ok := m.(*page.Text); ok {
			b.WriteString(strings.TrimSpace(readLine(t)) + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func sectionText(b *Book, kind model.SectionKind) string {
	text := ""
	for _, p := range b.Document.Pages {
		// A short list may begin below another, on a page of the other's section.
		begins := slices.ContainsFunc(p.Marks, func(m page.Mark) bool {
			a, ok := m.(*page.Anchor)
			return ok && a.Name == strings.ReplaceAll(string(kind), " ", "-")
		})
		if begins || p.Section == string(kind) {
			text += pageText(p) + " "
		}
	}
	return text
}

func TestEverySectionSaysWhatItShould(t *testing.T) {
	b := compose(t, full(40))
	for kind, want := range map[model.SectionKind][]string{
		model.SectionCover:         {"The Plumb Line", "2031", "Plumb Press"},
		model.SectionHalfTitle:     {"The Plumb Line"},
		model.SectionTitle:         {"The Plumb Line", "2031", "North", "Second edition", "Edited by Edda Ink", "Plumb Press", "Hull"},
		model.SectionImprint:       {"Published by", "ISSN\u00a02999-4705", "Kit Farnaby", "Source Serif 4"},
		model.SectionContents:      {"Low water", "How the list was made", "The top ten", "Index of people", "A page of ours"},
		model.SectionForeword:      {"FOREWORD", "Low water", "We went", "The tide was out.", "The harbour in May", "1.", "Quoted.", "Edda Ink"},
		model.SectionMethod:        {"Somebody", "read", "Who", "•", "WHAT THE JUDGES LOOKED FOR", "60%", "Measured twice"},
		model.SectionGlance:        {"The forty at a glance", "Ada Quill1"},
		model.SectionOpener:        {"PART ONE", "The top ten", "They follow.", "PART TWO"},
		model.SectionThemes:        {"What the forty said", "Boats", "14 of 40", "‘"},
		model.SectionNumbers:       {"The year in numbers", "TURNOVER", "SECTORS"},
		model.SectionAlumni:        {"Everyone, 2030–2031", "45 people and organisations"},
		model.SectionIndex:         {"Index of people", "Fathom, Dame Ada", "Ink, Edda"},
		model.SectionOrganisations: {"Index of organisations", "Tide Office 0, The"},
		model.SectionCredits:       {"Picture credits", "Ivo Wall"},
		model.SectionThanks:        {"Thanks", "To everybody who waded."},
		model.SectionFree:          {"A page of ours", "paid", "SUPPORTED BY BUOY & DAUGHTERS"},
	} {
		got := sectionText(b, kind)
		for _, w := range want {
			if !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), strings.ReplaceAll(w, "\u00a0", " ")) {
				t.Errorf("%s does not say %q: %s", kind, w, got)
			}
		}
	}
	if found := len(b.Document.Pages[0].Marks); found < 40 {
		t.Errorf("the cover has %d marks: no branch", found)
	}
}

// A section that has nothing to print leaves no page, and none is missing when
// it is switched off.
func TestSectionsWithNothingLeaveNoPage(t *testing.T) {
	atLength(t)
	b := compose(t, invented(12))
	for _, kind := range []model.SectionKind{model.SectionForeword, model.SectionMethod, model.SectionJudges, model.SectionThemes, model.SectionNumbers, model.SectionAlumni, model.SectionCredits, model.SectionThanks} {
		if pages := sectionsOf(b)[string(kind)]; len(pages) > 0 {
			t.Errorf("%s stands on %v", kind, pages)
		}
	}
	s := full(12)
	for i := range s.Yearbook.Sections {
		section := &s.Yearbook.Sections[i]
		section.Off = true
		b := compose(t, s)
		if pages := sectionsOf(b)[string(section.Kind)]; len(pages) > 0 && section.Kind != model.SectionOpener {
			t.Errorf("%s is off and stands on %v", section.Kind, pages)
		}
		checkSound(t, b)
		section.Off = false
	}
}

// checkSound looks that no text leaves its page or stands on another, and that
// every link leads somewhere.
func checkSound(t *testing.T, b *Book) {
	t.Helper()
	checkOnThePage(t, b)
	anchors := map[string]bool{}
	for _, p := range b.Document.Pages {
		for _, m := range p.Marks {
			if a, ok := m.(*page.Anchor); ok {
				if anchors[a.Name] {
					t.Errorf("anchor %s stands twice", a.Name)
				}
				anchors[a.Name] = true
			}
		}
	}
	for i, p := range b.Document.Pages {
		for _, m := range p.Marks {
			if l, ok := m.(*page.Link); ok && l.Anchor != "" && !anchors[l.Anchor] {
				t.Errorf("page %d: a link to %s, which is nowhere", i+1, l.Anchor)
			}
		}
		checkApart(t, i+1, p)
	}
}

// checkApart looks that no two texts of a page stand on each other.
func checkApart(t *testing.T, n int, p *page.Page) {
	t.Helper()
	type box struct {
		left, top, right, bottom page.Length
		text                     *page.Text
	}
	var boxes []box
	for _, m := range p.Marks {
		text, ok := m.(*page.Text)
		if !ok || strings.TrimSpace(readLine(text)) == "" {
			continue
		}
		size := typeset.Length(0)
		for _, g := range text.Line.Glyphs {
			size = max(size, typeset.Length(g.Size))
		}
		boxes = append(boxes, box{text.X, text.Y - size*2/5, text.X + text.Line.Width, text.Y, text})
	}
	const slack = typeset.Pt
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if a.left+slack < b.right && b.left+slack < a.right && a.top+slack < b.bottom && b.top+slack < a.bottom {
				t.Errorf("page %d (%s): %q stands on %q", n, p.Section, readLine(a.text), readLine(b.text))
				return
			}
		}
	}
}

func TestBooksOfAllSizesAndSchemes(t *testing.T) {
	schemes := map[string]model.Scheme{
		"full": {Kind: model.SchemeFull}, "top 10": {Kind: model.SchemeTop, Top: 10}, "unranked": {Kind: model.SchemeUnranked},
		"bands": {Kind: model.SchemeBands, Bands: []string{"1–5", "6–"}}, "categories": {Kind: model.SchemeCategories},
	}
	for _, n := range []int{1, 3, 10, 100} {
		for name, scheme := range schemes {
			for _, trim := range []string{"210×265", "A5"} {
				t.Run(fmt.Sprint(n, " ", name, " ", trim), func(t *testing.T) {
					t.Parallel()
					s := full(n)
					s.Yearbook.Trim = trim
					s.Edition.Scheme = scheme
					for i := range s.Placements {
						p := &s.Placements[i]
						switch scheme.Kind {
						case model.SchemeFull:
							p.Rank = model.Rank{Number: i + 1}
						case model.SchemeUnranked:
							p.Rank = model.Rank{Reason: model.ByScheme}
						case model.SchemeBands:
							p.Rank = model.Rank{Band: scheme.Bands[min(i/5, 1)]}
						case model.SchemeCategories:
							p.Category, p.Rank = []string{"Sea", "Land"}[i%2], model.Rank{Number: i/2 + 1}
						}
					}
					b := compose(t, s)
					checkSound(t, b)
					if len(b.Document.Pages)%4 != 0 {
						t.Errorf("%d pages", len(b.Document.Pages))
					}
				})
			}
		}
	}
}

func TestSectionsStartWhereTheyAreTold(t *testing.T) {
	for _, side := range []model.StartSide{model.StartRecto, model.StartVerso} {
		s := full(12)
		for i := range s.Yearbook.Sections {
			if k := s.Yearbook.Sections[i].Kind; k != model.SectionTop && k != model.SectionProfiles && k != model.SectionOpener {
				s.Yearbook.Sections[i].Start = side
			}
		}
		b := compose(t, s)
		for _, p := range b.Document.Pages {
			begins := slices.ContainsFunc(p.Marks, func(m page.Mark) bool {
				mark, ok := m.(*page.Bookmark)
				return ok && mark.Level == 0
			})
			opens := p.Section == string(model.SectionOpener) || p.Section == string(model.SectionCover)
			if begins && !opens && p.Verso != (side == model.StartVerso) {
				t.Errorf("%s begins on page %s", p.Section, p.Label)
			}
		}
		checkSound(t, b)
	}
}

func TestLocators(t *testing.T) {
	for _, test := range []struct {
		main, other []int
		want        string
	}{
		{[]int{16, 17}, []int{85, 15}, ", 15, *16–17*, 85"},
		{[]int{40}, []int{40, 40, 41, 42, 43}, ", *40*, 41–43"},
		{nil, []int{9, 7, 8, 9}, ", 7–9"},
		{[]int{3}, nil, ", *3*"},
		{nil, nil, ""},
	} {
		got := ""
		for _, p := range locators(test.main, test.other, ", ") {
			if p.use == IndexMain {
				p.text = "*" + p.text + "*"
			}
			got += p.text
		}
		if got != test.want {
			t.Errorf("%v and %v: %q, want %q", test.main, test.other, got, test.want)
		}
	}
}

// No letter ends a column, no column begins with the last line of a letter, and
// a letter that goes on overleaf says so.
func TestIndexColumnsBreakWell(t *testing.T) {
	atLength(t)
	run, err := newComposer(t, 0).begin(context.Background(), full(420))
	if err != nil {
		t.Fatal(err)
	}
	b := compose(t, full(420))
	pages := sectionsOf(b)[string(model.SectionIndex)]
	if len(pages) < 2 {
		t.Fatalf("the index has %d pages", len(pages))
	}
	continued := 0
	for _, n := range pages {
		columns := map[page.Length][]*page.Text{}
		for _, m := range b.Document.Pages[n-1].Marks {
			if text, ok := m.(*page.Text); ok && (text.Role == page.IndexEntry || text.Role == page.Heading3) {
				columns[text.X] = append(columns[text.X], text)
			}
		}
		for x, col := range columns {
			if last := col[len(col)-1]; last.Role == page.Heading3 {
				t.Errorf("page %d: the letter %s ends the column at %.0f mm", n, readLine(last), x.MM())
			}
		}
		if strings.Contains(pageText(b.Document.Pages[n-1]), run.words.say("letter continued")) {
			continued++
		}
	}
	if continued == 0 {
		t.Error("no letter goes on overleaf")
	}
	checkSound(t, b)
}

// An entry that is too long for its line takes no single page to the next, and a
// letter stays with two entries, if it has them.
func TestIndexEntriesTurnOverWell(t *testing.T) {
	run, err := newComposer(t, 0).begin(context.Background(), full(3))
	if err != nil {
		t.Fatal(err)
	}
	s := &setter{c: run}
	for w := typeset.MM(30); w < typeset.MM(60); w += typeset.MM(1) {
		lines := run.indexLines([]heading{
			{text: "Ames-Ellery, Gulnara", file: "ames", main: []int{36}, other: []int{38}},
			{text: "Ampère Growers’ Union", file: "ampere", other: []int{28, 29, 42}},
			{text: "Axel, Ada", file: "axel", main: []int{22, 23}, other: []int{12, 15, 84, 86}},
		}, w)
		for i, line := range lines {
			text := ""
			for _, p := range line.spans {
				text += p.text
			}
			if s.widthOf(line.spans) > w-line.indent || i > 0 && firstNumber(text) == text && text != "" {
				t.Errorf("%.0f mm: %q", w.MM(), text)
			}
		}
		if !lines[0].keep || !lines[1].keep {
			t.Errorf("%.0f mm: the letter may stand with one entry", w.MM())
		}
	}
}

func TestMarkdown(t *testing.T) {
	run, err := newComposer(t, 0).begin(context.Background(), full(3))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ markdown, text, url string }{
		{"Plain *lean* **fat**.", "Plain lean fat.", ""},
		{"## Head\n\nBody", "Head Body", ""},
		{"- a\n- b\n\n9. nine\n10. ten", "• a • b 9. nine 10. ten", ""},
		{"See [us](https://plumb.example/x).", "See us.", "https://plumb.example/x"},
		{"<https://plumb.example>", "https://plumb.example", "https://plumb.example"},
		{"<ada@plumb.example>", "ada@plumb.example", "mailto:ada@plumb.example"},
		{"[bad](javascript:alert)", "bad", ""},
		{"![Nobody](nowhere.jpg)", "Nobody", ""},
		{"    code\n    more", "code more", ""},
		{"<b>raw</b> & &amp;", "<b>raw</b> & &", ""},
		{"| a | b |\n|---|---|\n| c | 5% |", "A B c 5%", ""},
	} {
		s := &sheet{setter: setter{c: run}}
		s.stack(s.markdown(page.Source{}, test.markdown, run.grid.half(), columnVoice), 0, 0)
		if got := pageText(&s.page); got != test.text {
			t.Errorf("%q: %q, want %q", test.markdown, got, test.text)
		}
		url := ""
		for _, m := range s.page.Marks {
			if l, ok := m.(*page.Link); ok {
				url = l.URL
			}
		}
		if url != test.url {
			t.Errorf("%q leads to %q, want %q", test.markdown, url, test.url)
		}
	}
}

func TestSentencesStandAlone(t *testing.T) {
	run, err := newComposer(t, 0).begin(context.Background(), full(3))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"And the empty seats were the interesting ones.":     "[T]he empty seats were the interesting ones.",
		"But I kept the stone from the quay for its weight.": "I kept the stone from the quay for its weight.",
		"Short.": "",
		"He said ‘never again, not for all the tea in the": "",
		"A timetable is a promise that was made in winter; it was made by somebody with a ruler, and then it snows, and a lady with a pram wants help at the door of the train.": "A timetable is a promise that was made in winter\u00a0[…].",
	} {
		if got := run.standingAlone(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// What a judge does ends in no lonely word.
func TestJudgesAreSetEvenly(t *testing.T) {
	for _, theme := range model.Themes {
		s := full(3)
		s.Yearbook.Theme = theme
		s.Edition.Judges = []string{"Ada Fathom, formerly Director of the Institute for Plain Figures"}
		var lines []typeset.Line
		for _, p := range compose(t, s).Document.Pages {
			for _, m := range p.Marks {
				if text, ok := m.(*page.Text); ok && strings.Contains("formerly Director of the Institute for Plain Figures", strings.TrimSpace(readLine(text))) && len(text.Line.Glyphs) > 3 {
					lines = append(lines, text.Line)
				}
			}
		}
		if len(lines) != 2 || lines[1].Width < lines[0].Width/2 {
			t.Errorf("%s: %d lines, the last is too short", theme, len(lines))
		}
	}
}

func TestThemesCountPeopleOnce(t *testing.T) {
	s := full(6)
	s.Placements[0].Answers = append(s.Placements[0].Answers, model.Answer{ID: "more", Question: "And?", Edited: "Boats and boats and more boats, as far as one sees.", Themes: []string{"boats", "Doubt"}})
	run, err := newComposer(t, 0).begin(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, th := range run.themes() {
		got = append(got, fmt.Sprint(th.name, " ", th.people))
	}
	if want := []string{"Doubt 3", "Boats 2", "Tea 2"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// What stands large on the page of themes does not stand large with a profile too.
func TestLargeQuoteIsNoPullQuoteAgain(t *testing.T) {
	for _, theme := range model.Themes {
		s := sampleSnapshot(t, "emea-2026")
		s.Yearbook = model.DefaultYearbook() // no text of its own above the chart
		s.Yearbook.Theme = theme
		large := map[string]string{} // by field, all that is set large
		for _, p := range compose(t, s).Document.Pages {
			for _, m := range p.Marks {
				if text, ok := m.(*page.Text); ok && text.Role == page.Quote && text.Line.Glyphs[0].Size >= typeset.Short(15*typeset.Pt) {
					large[text.Source.Field] += inked(readLine(text))
				}
			}
		}
		pulled := large[model.FieldPullQuote]
		if pulled == "" || large[model.FieldAnswer] == "" {
			t.Fatalf("%s: nothing is said large", theme)
		}
		for _, said := range strings.Split(large[model.FieldAnswer], "’‘") {
			if strings.Contains(pulled, strings.Trim(said, "‘’")) {
				t.Errorf("%s: %q is set large twice", theme, said)
			}
		}
	}
}
