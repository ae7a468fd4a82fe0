package model

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestParseScheme(t *testing.T) {
	for text, want := range map[string]Scheme{
		"full": {Kind: SchemeFull}, " Full ": {Kind: SchemeFull}, "top 10": {Kind: SchemeTop, Top: 10}, "TOP  25": {Kind: SchemeTop, Top: 25},
		"bands": {Kind: SchemeBands}, "categories": {Kind: SchemeCategories}, "unranked": {Kind: SchemeUnranked},
	} {
		got, err := ParseScheme(text)
		if err != nil || got.Kind != want.Kind || got.Top != want.Top {
			t.Errorf("ParseScheme(%q) = %+v, %v", text, got, err)
		}
		if again, err := ParseScheme(got.String()); err != nil || again.String() != got.String() {
			t.Errorf("%q is written %q, which is read as %v, %v", text, got, again, err)
		}
	}
	for _, text := range []string{"", "top", "top 0", "top -1", "top ten", "full 10", "top 10 20", "top 1000000", "rank"} {
		if got, err := ParseScheme(text); !errors.Is(err, ErrInvalid) {
			t.Errorf("ParseScheme(%q) = %+v, %v; want ErrInvalid", text, got, err)
		}
	}
}

func TestSchemeRanks(t *testing.T) {
	for scheme, want := range map[string][3]bool{"full": {true, true, true}, "top 10": {true, true, false}, "bands": {}, "categories": {true, true, true}, "unranked": {}} {
		s, _ := ParseScheme(scheme)
		if got := [3]bool{s.Ranks(1), s.Ranks(10), s.Ranks(11)}; got != want {
			t.Errorf("%s ranks 1, 10, 11: %v, want %v", scheme, got, want)
		}
	}
}

// entries makes placements of a short form: "A B= C/reserve D:Retail E|Gold".
func entries(text string) []Placement {
	var out []Placement
	for _, f := range strings.Fields(text) {
		p := Placement{Status: Confirmed}
		f, p.Rank.Band, _ = strings.Cut(f, "|")
		f, p.Category, _ = strings.Cut(f, ":")
		f, status, out2 := strings.Cut(f, "/")
		if out2 {
			p.Status = Status(status)
		}
		f, p.Rank.Tied = strings.CutSuffix(f, "=")
		p.ID, p.EntryName = ID(f), f
		out = append(out, p)
	}
	return out
}

func figures(placements []Placement) string {
	var out []string
	for _, p := range placements {
		f := p.Rank.Figure(TieBefore)
		if f == "" {
			f = "(" + string(p.Rank.Reason) + ")"
		}
		out = append(out, fmt.Sprintf("%s%d:%s", p.ID, p.Pos, f))
	}
	return strings.Join(out, " ")
}

func TestRenumber(t *testing.T) {
	tests := []struct{ name, scheme, entries, want string }{
		{"full", "full", "A B C", "A1:1 B2:2 C3:3"},
		{"tie, next rank skipped", "full", "A B C= D", "A1:1 B2:=2 C3:=2 D4:4"},
		{"three share", "full", "A B= C= D", "A1:=1 B2:=1 C3:=1 D4:4"},
		{"two ties one after the other", "full", "A B= C D= E", "A1:=1 B2:=1 C3:=3 D4:=3 E5:5"},
		{"a tie with nobody", "full", "A= B", "A1:1 B2:2"},
		{"top two", "top 2", "A B C", "A1:1 B2:2 C3:(by scheme)"},
		{"tie over the edge of the top", "top 2", "A B C= D", "A1:1 B2:=2 C3:=2 D4:(by scheme)"},
		{"reserves", "full", "A/reserve B C/declined D/withdrawn E/nominated", "A3:(not yet) B1:1 C4:(not yet) D5:(not yet) E2:2"},
		{"no tie across a reserve", "full", "A R/reserve B=", "A1:=1 R3:(not yet) B2:=1"},
		{"categories", "categories", "A:x B:y C:x D=:y", "A1:1 B1:=1 C2:2 D2:=1"},
		{"unranked", "unranked", "A B= C", "A1:(by scheme) B2:(by scheme) C3:(by scheme)"},
		{"bands", "bands", "A|Gold B C|Silver", "A1:Gold B2:(not yet) C3:Silver"},
		{"bands become numbers", "full", "A|Gold B", "A1:1 B2:2"},
		{"nobody", "full", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, _ := ParseScheme(test.scheme)
			ps := entries(test.entries)
			Renumber(ps, s)
			if got := figures(ps); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestRenumberKeepsRangeAndSource(t *testing.T) {
	ps := []Placement{{Rank: Rank{Band: "101–150", To: 150, Source: "101-150"}}}
	Renumber(ps, Scheme{Kind: SchemeBands})
	if ps[0].Rank != (Rank{Band: "101–150", To: 150, Source: "101-150"}) {
		t.Errorf("the band became %+v", ps[0].Rank)
	}
}

// Whatever the order and the marks are: positions have no holes, ranks rise with
// the order, who shares a rank is marked, and the ranks taken up are skipped.
func TestRenumberHolds(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	statuses := []Status{Confirmed, Confirmed, SignedOff, Shortlisted, Reserve, Withdrawn}
	for range 2000 {
		ps := make([]Placement, random.IntN(14))
		for i := range ps {
			ps[i] = Placement{Category: []string{"", "x"}[random.IntN(2)], Status: statuses[random.IntN(len(statuses))], Rank: Rank{Tied: random.IntN(3) == 0, Number: random.IntN(5)}}
		}
		scheme := []Scheme{{Kind: SchemeFull}, {Kind: SchemeTop, Top: 4}, {Kind: SchemeCategories}}[random.IntN(3)]
		Renumber(ps, scheme)
		for _, category := range []string{"", "x"} {
			in := slices.DeleteFunc(slices.Clone(ps), func(p Placement) bool { return p.Category != category })
			slices.SortFunc(in, func(a, b Placement) int { return a.Pos - b.Pos })
			count := map[int]int{}
			for _, p := range in {
				count[p.Rank.Number]++
			}
			for i, p := range in {
				switch {
				case p.Pos != i+1:
					t.Fatalf("position %d at %d: %s", p.Pos, i+1, figures(in))
				case p.Rank.Number == 0 && p.Rank.Reason == Ranked:
					t.Fatalf("no rank and no reason: %s", figures(in))
				case p.Rank.Number > 0 && !p.Status.placed():
					t.Fatalf("a %s has a rank: %s", p.Status, figures(in))
				case p.Rank.Number > 0 && p.Rank.Tied != (count[p.Rank.Number] > 1):
					t.Fatalf("tie marks: %s", figures(in))
				case p.Rank.Number > 0 && p.Rank.Number != p.Pos && (i == 0 || in[i-1].Rank.Number != p.Rank.Number):
					t.Fatalf("a rank that nobody above shares is not its position: %s", figures(in))
				case scheme.Ranks(p.Pos) && p.Status.placed() && p.Rank.Number == 0:
					t.Fatalf("not ranked though the scheme ranks it: %s", figures(in))
				}
			}
		}
	}
}

func TestOrder(t *testing.T) {
	person := func(name string, r Rank) Placement {
		return Placement{Kind: EntryPerson, Members: []Member{{Name: ParseName(name)}}, Rank: r}
	}
	none := Rank{Reason: ByScheme}
	ps := []Placement{
		person("Dr Zoe Abel", none), person("Ann Marsh-Adams", none), person("Zoe Marsh", none),
		{EntryName: "#Change", Kind: EntryThing, Rank: none},
		person("Cy Dale", Rank{Number: 3, Tied: true}), person("Al Bode", Rank{Number: 3, Tied: true}), person("Bo Dale", Rank{Number: 1}),
		person("Di Rees", Rank{Band: "151–200", To: 200}), person("Ed Rees", Rank{Band: "101–150", To: 150}), person("Élan Berg", none),
	}
	ps[4].Pos, ps[5].Pos = 3, 2
	var got []string
	for _, p := range Order(ps) {
		got = append(got, p.PrintedName())
	}
	want := []string{"Bo Dale", "Al Bode", "Cy Dale", "Ed Rees", "Di Rees", "Zoe Abel", "Élan Berg", "#Change", "Ann Marsh-Adams", "Zoe Marsh"}
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestOrderInAnEdition(t *testing.T) {
	ps := entries("A:Retail B:Energy C:Retail D|Silver E|Gold")
	e := Edition{Categories: []string{"", "Energy", "Retail"}, Scheme: Scheme{Kind: SchemeBands, Bands: []string{"Gold", "Silver"}}}
	var got []string
	for _, p := range OrderIn(ps, e) {
		got = append(got, string(p.ID))
	}
	if want := []string{"E", "D", "B", "A", "C"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func BenchmarkOrder(b *testing.B) {
	ps := make([]Placement, 100)
	for i := range ps {
		ps[i] = Placement{Members: []Member{{Name: Name{Given: "Ada", Family: fmt.Sprint("Example", (i*37)%100)}}}, Rank: Rank{Reason: ByScheme}}
	}
	for b.Loop() {
		Order(ps)
	}
}

// The unranked stand in the order of their index: in a Swedish list å, ä and ö
// are letters behind z, in an English one they are not.
func TestUnrankedStandInTheOrderOfTheirLocale(t *testing.T) {
	names := []string{"Bo Österberg", "Cai Åkesson", "Di Zander", "Eva Ängström", "Fia Andersson", "Gun Åberg", "Hal St John"}
	for locale, want := range map[string]string{
		"sv":    "Andersson St John Zander Åberg Åkesson Ängström Österberg",
		"en-GB": "Åberg Åkesson Andersson Ängström Österberg St John Zander",
	} {
		var placed []Placement
		for i, n := range names {
			placed = append(placed, Placement{ID: ID(n), Pos: i + 1, Status: Confirmed, Members: []Member{{Name: ParseName(n)}}})
		}
		var got []string
		for _, p := range OrderIn(placed, Edition{Locale: locale, Scheme: Scheme{Kind: SchemeUnranked}}) {
			got = append(got, p.Members[0].Name.Family)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s\nwant %s", locale, s, want)
		}
	}
}
