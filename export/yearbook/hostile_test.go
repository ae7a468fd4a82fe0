package yearbook

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"laurel/export/page"
	"laurel/model"
)

// invented is an edition of n people with an answer each; the first ten are ranked.
func invented(n int) *model.Snapshot {
	s := &model.Snapshot{
		Edition:  model.Edition{ID: "edition", ListID: "list", ListName: "The Plumb Line", Year: 2031, Region: "North", Size: n, Scheme: model.Scheme{Kind: model.SchemeTop, Top: 10}, Locale: "en-GB"},
		Yearbook: model.DefaultYearbook(), People: map[model.ID]model.Person{}, Photos: map[model.ID]model.Photo{},
	}
	for i := range n {
		p := model.Placement{
			ID: model.ID("entry-" + itoa(i+1)), EditionID: "edition", Kind: model.EntryPerson, Pos: i + 1, Status: model.Confirmed, Sector: "Harbours",
			Rank: model.Rank{Reason: model.ByScheme}, Members: []model.Member{member(i)},
			Answers: []model.Answer{{ID: model.ID("answer-" + itoa(i+1)), Question: "What do you count?", Edited: "Boats, and then the people in them. " + strings.Repeat("The sea is wide. ", i%7)}},
		}
		if i < 10 {
			p.Rank = model.Rank{Number: i + 1}
		}
		s.Placements = append(s.Placements, p)
	}
	return s
}

// onePerPage has no spreads and a page for each profile.
func onePerPage(s *model.Snapshot) *model.Snapshot {
	s.Yearbook.PerPage = 1
	for i := range s.Yearbook.Sections {
		if section := &s.Yearbook.Sections[i]; section.Kind == model.SectionTop {
			section.Off = true
		}
	}
	return s
}

func member(i int) model.Member {
	given := []string{"Ada", "Bela", "Cato", "Dilys", "Edda"}[i%5]
	family := []string{"Quill", "Marrow", "Tansy", "Ferrier", "Oakum", "Vane", "Wicker"}[i%7]
	return model.Member{PersonID: model.ID("person-" + itoa(i+1)), Name: model.Name{Given: given, Family: family + itoa(i+1)}, Title: "Keeper", Organisation: "Tide Office"}
}

func TestOversetGoesOverleafAndIsReported(t *testing.T) {
	s := invented(12)
	long := strings.TrimSpace(strings.Repeat("We measured the harbour again and it was still there, if a little deeper than the year before. ", 90))
	s.Placements[4].Answers[0].Edited = long
	b := compose(t, onePerPage(s))
	checkNothingLost(t, s, b)
	found := problemsOf(b, model.ProblemOverset)
	if len(found) != 1 {
		t.Fatalf("%d problems of overset text: %v", len(found), found)
	}
	p := found[0]
	slot := b.Slots["entry-5"]
	if p.Severity != model.Error || p.PlacementID != "entry-5" || p.PersonID != "person-5" || p.Field != model.FieldExcerpt || p.Page != b.Pages["entry-5"] {
		t.Errorf("got %+v", p)
	}
	if want := fmt.Sprint(slot.Lines - slot.MaxLines); !strings.Contains(fmt.Sprint(p.Text), want) {
		t.Errorf("%v does not say %s lines", p.Text, want)
	}
	if b.Pages["entry-6"] < b.Pages["entry-5"]+2 {
		t.Errorf("the answers on page %d go on no page before %d", b.Pages["entry-5"], b.Pages["entry-6"])
	}
}

func TestPullQuoteIsPlacedOrReported(t *testing.T) {
	for words, room := range map[int]bool{60: true, 700: false} {
		s := onePerPage(invented(3))
		a := &s.Placements[1].Answers[0]
		a.Edited = "I would count them twice. " + strings.Repeat("The sea is wide. ", words/4)
		a.PullQuote = chosen(a.Edited, "I would count them twice.")
		b := compose(t, s)
		printed := placed(b, string(a.ID), model.FieldPullQuote) != ""
		if warned := len(problemsOf(b, model.ProblemOverset)) > 0; printed != room || warned == room {
			t.Errorf("%d words: printed %v, reported %v", words, printed, warned)
		}
	}
}

func TestMissingGlyphIsReported(t *testing.T) {
	s := invented(3)
	s.Placements[2].Members[0].Title = "Keeper of 𓀀"
	s.Placements[1].Answers[0].Edited = "We count 𓁐 too."
	b := compose(t, s)
	checkNothingLost(t, s, b)
	got := map[string]bool{}
	for _, p := range problemsOf(b, model.ProblemMissingGlyph) {
		got[string(p.PlacementID)+" "+p.Field] = true
		if p.Severity != model.Error || p.Page == 0 || !strings.Contains(fmt.Sprint(p.Text), "U+13") {
			t.Errorf("got %+v", p)
		}
	}
	if want := map[string]bool{"entry-3 title": true, "entry-2 excerpt": true}; !reflect.DeepEqual(got, want) {
		t.Errorf("reported %v, want %v", got, want)
	}
}

func TestHostileEntries(t *testing.T) {
	names := []model.Name{
		{Given: "Bartholomew-Ferdinand Maximilian", Family: "Featherstonehaugh-Cholmondeley-Marjoribanks"},
		{Given: "X" + strings.Repeat("x", 80)},
		{Given: "ליאורה", Family: "בן־עמי"},
		{Given: "نجوى", Family: "الحكيم"},
		{Given: "Σοφία", Family: "Παπαδήμα"},
		{Given: "👩🏽‍🚀", Family: "🏳️‍🌈"},
		{Given: ""},
		{Given: "\u202eevil", Family: "a\x00b\xff"},
		{Prefix: "The Right Honourable Professor Dame", Given: "Ann", Family: "Lee", PostNominals: "GBE KCB DPhil FRS FREng FBA FRSE KC MP"},
	}
	s := invented(len(names))
	for i, n := range names {
		s.Placements[i].Members[0].Name = n
		s.Placements[i].Members[0].Title = strings.Repeat("Deputy ", i) + "Keeper"
		s.Placements[i].Strapline = strings.Repeat("Counts everything ", i)
		s.Placements[i].Sector = strings.Repeat("Sea ", 10*i)
		s.Placements[i].Video = "https://films.example/" + strings.Repeat("a", 10*i)
	}
	s.Placements[6].Members = nil
	s.Placements[7].Members = append(s.Placements[7].Members, member(1), member(2), member(3))
	b := compose(t, s)
	for _, p := range s.Placements {
		if b.Pages[p.ID] == 0 {
			t.Errorf("%q has no page", p.PrintedName())
		}
	}
	checkContains(t, s, b)
}

// checkContains looks that titles and organisations stand in the book whole.
func checkContains(t *testing.T, s *model.Snapshot, b *Book) {
	t.Helper()
	for _, p := range s.Placements {
		if len(p.Members) != 1 {
			continue
		}
		if got := placed(b, string(p.ID), model.FieldTitle); got != inked(p.Members[0].Title) {
			t.Errorf("title %q is placed as %q", p.Members[0].Title, got)
		}
	}
}

func TestPhotosOfAnEntry(t *testing.T) {
	s := onePerPage(invented(4))
	for i, id := range []model.ID{"p1", "p2", "p3"} {
		s.Photos[id] = model.Photo{ID: id, Key: string(id), Width: 1200, Height: 1500, Alt: "somebody"}
		s.People[s.Placements[i].Members[0].PersonID] = model.Person{PhotoID: id}
	}
	s.Photos["own"] = model.Photo{ID: "own", Key: "own", Width: 400, Height: 500}
	s.Placements[1].PhotoID = "own"
	s.Placements[0].Kind = model.EntryJoint
	s.Placements[0].Members = append(s.Placements[0].Members, s.Placements[2].Members[0])
	b := compose(t, s)
	want := map[model.ID][]string{"entry-1": {"p1", "p3"}, "entry-2": {"own"}, "entry-3": {"p3"}, "entry-4": nil}
	for id, keys := range want {
		var got []string
		var right page.Length
		for _, m := range b.Document.Pages[b.Pages[id]-1].Marks {
			if p, ok := m.(*page.Picture); ok {
				if p.X < right || p.Alt == "" {
					t.Errorf("%s: picture %s at %v, alt %q", id, p.Photo, p.X, p.Alt)
				}
				got, right = append(got, p.Photo), p.X+p.W
			}
		}
		if !reflect.DeepEqual(got, keys) {
			t.Errorf("%s shows %v, want %v", id, got, keys)
		}
	}
	if found := problemsOf(b, model.ProblemLowResolution); len(found) != 1 || found[0].PlacementID != "entry-2" || found[0].Severity != model.Error {
		t.Errorf("photos too small: %v", found)
	}
}

func TestParts(t *testing.T) {
	for _, test := range []struct {
		name   string
		scheme model.Scheme
		change func(i int, p *model.Placement)
		want   []string
	}{
		{"top 10", model.Scheme{Kind: model.SchemeTop, Top: 10}, func(int, *model.Placement) {}, []string{"The top ten 10", "A to Z 5"}},
		{"full", model.Scheme{Kind: model.SchemeFull}, func(i int, p *model.Placement) { p.Rank = model.Rank{Number: i + 1} }, []string{"The top ten 10", "11 to 15 5"}},
		{"unranked", model.Scheme{Kind: model.SchemeUnranked}, func(_ int, p *model.Placement) { p.Rank = model.Rank{} }, []string{"The list from A to Z 15"}},
		{
			"bands",
			model.Scheme{Kind: model.SchemeBands, Bands: []string{"1–5", "6–15"}},
			func(i int, p *model.Placement) { p.Rank = model.Rank{Band: []string{"1–5", "6–15"}[min(i/5, 1)]} },
			[]string{"The list in order 15"},
		},
		{
			"categories",
			model.Scheme{Kind: model.SchemeCategories},
			func(i int, p *model.Placement) {
				p.Category, p.Rank = []string{"Sea", "Land", ""}[i%3], model.Rank{Number: i/3 + 1}
			},
			[]string{"Sea 5", "Land 5", "Further names 5"},
		},
		{"nobody", model.Scheme{Kind: model.SchemeFull}, func(_ int, p *model.Placement) { p.Status = model.Nominated }, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := invented(15)
			s.Edition.Scheme = test.scheme
			for i := range s.Placements {
				test.change(i, &s.Placements[i])
			}
			run, err := newComposer(t, 0).begin(context.Background(), s)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range append(run.parts(model.SectionTop), run.parts(model.SectionProfiles)...) {
				got = append(got, p.title+" "+itoa(len(p.entries)))
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
			if b := compose(t, s); len(b.Document.Pages)%4 != 0 || len(b.Document.Pages) == 0 {
				t.Errorf("%d pages", len(b.Document.Pages))
			}
		})
	}
}

func TestSectionsOff(t *testing.T) {
	s := invented(3)
	for i := range s.Yearbook.Sections {
		s.Yearbook.Sections[i].Off = true
	}
	if b := compose(t, s); len(b.Document.Pages) != 0 {
		t.Errorf("a book of nothing has %d pages", len(b.Document.Pages))
	}
	s.Yearbook.Sections = []model.Section{{Kind: model.SectionProfiles}}
	if b := compose(t, s); b.Pages["entry-1"] == 0 {
		t.Error("a book of profiles alone has none")
	}
}

func TestIndexOrder(t *testing.T) {
	s := invented(6)
	for i, n := range []model.Name{
		{Prefix: "Dame", Given: "Zoë", Family: "Álvarez"},
		{Given: "Bo", Family: "Adams"},
		{Given: "Cy", Particle: "de la", Family: "Zorra"},
		{Given: "Desta"},
		{Given: "Ivo", Family: "Zimmer"},
	} {
		s.Placements[i].Members[0].Name = n
	}
	s.Placements[5].Kind, s.Placements[5].EntryName, s.Placements[5].Members = model.EntryOrganisation, "The Lamp Office", nil
	run, err := newComposer(t, 0).begin(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range run.peopleHeadings() {
		got = append(got, p.text)
	}
	want := []string{"Adams, Bo", "Álvarez, Dame Zoë", "Desta", "Lamp Office, The", "Zimmer, Ivo", "Zorra, Cy de la"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestNamesBreakWell(t *testing.T) {
	for name, want := range map[model.Name][]string{
		{Prefix: "Dr", Given: "Marieke", Particle: "van der", Family: "Zandvliet"}: {"Dr Marieke", "van der Zandvliet"},
		{Given: "Gundula", Family: "Abendroth-Orlowski"}:                           {"Gundula", "Abendroth-Orlowski"},
		{Given: "Ann", Family: "Lee"}:                                              {"Ann Lee"},
		{Given: "Sidsel", Family: "Aaberg Kvamme"}:                                 {"Sidsel", "Aaberg Kvamme"},
	} {
		s := onePerPage(invented(1))
		s.Placements[0].Members[0].Name = name
		marks, _ := texts(compose(t, s), "entry-1", model.FieldName)
		var got []string
		for _, m := range marks {
			if m.Role == page.Heading2 {
				got = append(got, strings.TrimSpace(readLine(m)))
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s is set as %q, want %q", name.Display(), got, want)
		}
	}
}

// Of several people who share a place each stands on a line where the name of all
// needs more than one, however the place is named.
func TestSharedNamesBreakBetweenPeople(t *testing.T) {
	for entry, want := range map[string][]string{
		"":                                      {"Noor Haddouche &", "Matthieu Quélennec"},
		"Noor Haddouche and Matthieu Quélennec": {"Noor Haddouche and", "Matthieu Quélennec"},
		"The Cadastre":                          {"The Cadastre"},
	} {
		for _, theme := range model.Themes {
			s := onePerPage(invented(1))
			s.Yearbook.Theme = theme
			p := &s.Placements[0]
			p.EntryName = entry
			p.Members = []model.Member{{Name: model.Name{Given: "Noor", Family: "Haddouche"}}, {Name: model.Name{Given: "Matthieu", Family: "Quélennec"}}}
			marks, _ := texts(compose(t, s), "entry-1", model.FieldName)
			var got []string
			for _, m := range marks {
				if m.Role == page.Heading2 {
					got = append(got, strings.TrimSpace(readLine(m)))
				}
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s: set as %q, want %q", theme, got, want)
			}
		}
	}
}

// Text that goes on over two pages leaves no line or two on the second.
func TestNoStubOfATextOverleaf(t *testing.T) {
	for words := 600; words < 1500; words += 15 {
		s := onePerPage(invented(2))
		s.Placements[0].Answers[0].Edited = proseOf(words)
		b := compose(t, s)
		checkNothingLost(t, s, b)
		var rows []int
		for _, n := range b.PagesOf("entry-1")[1:] {
			lines := 0
			for _, m := range b.Document.Pages[n-1].Marks {
				if text, ok := m.(*page.Text); ok && text.Source.Field == model.FieldExcerpt {
					lines++
				}
			}
			rows = append(rows, lines)
		}
		if n := len(rows); n > 1 && rows[n-1] < 10 {
			t.Errorf("%d words: the pages after the first have %v lines", words, rows)
		}
	}
}
