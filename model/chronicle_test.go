package model_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"laurel/model"
)

// years builds a chronicle. Each edition is "YEAR [REGION] [scheme]: entry, entry";
// an entry is "Ann" (unranked), "Ann 3", "Ann =3", "Ann+Bob 2" (joint), "Ann |x"
// (not printed), and may end in "/Sector/Country/Organisation".
func years(t *testing.T, editions ...string) *model.Chronicle {
	t.Helper()
	es, ps := written(t, editions...)
	return model.NewChronicle(model.List{ID: "list", Name: "List"}, es[len(es)-1], es, ps)
}

func written(t *testing.T, editions ...string) (es []model.Edition, ps []model.Placement) {
	t.Helper()
	for i, text := range editions {
		head, body, _ := strings.Cut(text, ":")
		words := strings.Fields(head)
		e := model.Edition{ID: model.ID(fmt.Sprint("e", i)), ListID: "list", ListName: "List", Locale: "en-GB", Scheme: model.Scheme{Kind: model.SchemeFull}}
		fmt.Sscan(words[0], &e.Year)
		for _, w := range words[1:] {
			if n, ok := strings.CutPrefix(w, "top"); ok {
				e.Scheme.Kind = model.SchemeTop
				fmt.Sscan(n, &e.Scheme.Top)
			} else if p, ok := strings.CutPrefix(w, "after="); ok {
				e.Predecessor = model.ID(p)
			} else if l, ok := strings.CutPrefix(w, "list="); ok {
				e.ListID = model.ID(l)
			} else {
				e.Region = w
			}
		}
		es = append(es, e)
		for j, text := range strings.Split(body, ",") {
			if strings.TrimSpace(text) != "" {
				ps = append(ps, entry(e, j, text))
			}
		}
	}
	return es, ps
}

func entry(e model.Edition, j int, text string) model.Placement {
	parts := strings.Split(text, "/")
	words := strings.Fields(parts[0])
	p := model.Placement{ID: model.ID(fmt.Sprintf("%s-%d", e.ID, j)), EditionID: e.ID, Pos: j + 1, Status: model.Confirmed, Kind: model.EntryPerson}
	p.Rank.Reason = model.ByScheme
	for _, w := range words[1:] {
		switch {
		case w == "|x":
			p.Status = model.Declined
		case strings.HasPrefix(w, "#"):
			p.Category = w
		default:
			r, err := model.ParseRank(w)
			if err != nil {
				panic(err)
			}
			p.Rank = r.Rank
			p.Rank.Source = ""
		}
	}
	for len(parts) < 4 {
		parts = append(parts, "")
	}
	p.Sector, p.Country = parts[1], parts[2]
	for _, name := range strings.Split(words[0], "+") {
		p.Members = append(p.Members, model.Member{PersonID: model.ID(name), Name: model.Name{Given: name}, Organisation: parts[3]})
	}
	if len(p.Members) > 1 {
		p.Kind = model.EntryJoint
	}
	return p
}

func TestSeriesHoldsWhatCountsAsOneList(t *testing.T) {
	tests := []struct {
		name     string
		editions []string
		want     string
	}{
		{"one region", []string{"2022 EMEA:", "2023 EMEA:", "2024 EMEA:"}, "2022 EMEA 2023 EMEA 2024 EMEA"},
		{"other regions stay out", []string{"2023 USA:", "2023 EMEA:", "2024 USA:", "2024 EMEA:"}, "2023 EMEA 2024 EMEA"},
		{"later years stay out", []string{"2025 EMEA:", "2024 EMEA:"}, "2024 EMEA"},
		{"before the region had a name", []string{"2021:", "2022:", "2023 EMEA after=e1:", "2024 EMEA:"}, "2021  2022  2023 EMEA 2024 EMEA"},
		{"another list that was chosen", []string{"2022 list=old:", "2023 list=old:", "2024 after=e1:"}, "2022  2023  2024 "},
		{"another region that was chosen", []string{"2023 USA:", "2024 EMEA after=e0:"}, "2024 EMEA"},
		{"a year skipped by choice is still told", []string{"2022:", "2023:", "2024 after=e0:"}, "2022  2023  2024 "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			es, _ := written(t, test.editions...)
			var got []string
			for _, e := range model.Series(es, es[len(es)-1]) {
				got = append(got, fmt.Sprint(e.Year, " ", e.Region))
			}
			if s := strings.Join(got, " "); s != test.want {
				t.Errorf("got %q, want %q", s, test.want)
			}
		})
	}
}

func TestSeriesEndsWhereEditionsFollowEachOther(t *testing.T) {
	es, _ := written(t, "2023 after=e1:", "2024 after=e0:")
	if got := model.Series(es, es[1]); len(got) != 2 || got[1].ID != es[1].ID {
		t.Errorf("a circle of predecessors gives %d editions", len(got))
	}
}

func TestTurnover(t *testing.T) {
	tests := []struct {
		name     string
		editions []string
		want     string // of the newest: stayed new back moved left
	}{
		{"a first edition is compared with nothing", []string{"2024: Ann 1, Bob 2"}, "false 0 0 0 0 0"},
		{"came, stayed, went", []string{"2023: Ann 1, Bob 2, Cid 3", "2024: Ann 3, Dot 1"}, "true 1 1 0 0 2"},
		{"back after a year away", []string{"2022: Ann 1", "2023: Bob 1", "2024: Ann 1"}, "true 0 0 1 0 1"},
		{"a joint entry is an entry of its own", []string{"2023: Ann 1, Bob 2", "2024: Ann+Bob 1"}, "true 0 1 0 0 2"},
		{"in whatever order its members stand", []string{"2023: Ann+Bob 1", "2024: Bob+Ann 1"}, "true 1 0 0 0 0"},
		{"who declined was not there", []string{"2023: Ann 1, Bob |x", "2024: Ann 1, Bob 2"}, "true 1 1 0 0 0"},
		{"who comes from another region is not new", []string{"2023 USA: Ann 1", "2023 EMEA: Bob 1", "2024 EMEA: Ann 1, Bob 2"}, "true 1 0 0 1 0"},
		{"twice in two categories counts once", []string{"2023: Ann 1 #a, Ann 1 #b", "2024: Ann 1 #a, Ann 2 #b"}, "true 1 0 0 0 0"},
		{"an edition that printed nobody compares nothing", []string{"2023: Ann |x", "2024: Ann 1"}, "false 0 0 0 0 0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			all := years(t, test.editions...).Turnovers()
			n := all[len(all)-1]
			if got := fmt.Sprint(n.Compared, n.Stayed, n.New, n.Back, n.Moved, n.Left); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// TestChronicleAgreesWithThePage: whatever was in the lists, the turnover is the
// sum of the movements that the pages print, and nothing depends on the span.
func TestChronicleAgreesWithThePage(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var editions []string
		for y := range 2 + random.IntN(6) {
			for _, region := range []string{"EMEA", "USA"} {
				var in []string
				for rank, i := range random.Perm(12)[:random.IntN(12)] {
					name := string(rune('A'+i)) + "nn"
					if random.IntN(5) == 0 {
						name += "+Zed"
					}
					if random.IntN(3) > 0 {
						name += fmt.Sprint(" ", rank+1)
					}
					in = append(in, name)
				}
				editions = append(editions, fmt.Sprintf("%d %s: %s", 2000+y, region, strings.Join(in, ",")))
			}
		}
		es, ps := written(t, editions...)
		e := es[len(es)-1]
		c := model.NewChronicle(model.List{}, e, es, ps)
		for i, n := range c.Turnovers() {
			y := c.Years[i]
			kinds := map[model.MovementKind]int{}
			for j, p := range y.Entries {
				var earlier []model.Appearance
				for _, o := range es {
					for _, q := range ps {
						if q.EditionID == o.ID && q.EntryKey() == p.EntryKey() {
							earlier = append(earlier, model.AppearanceOf(q, o))
						}
					}
				}
				m := model.MovementOf(p, y.Edition, model.DefaultPredecessor(es, y.Edition), earlier)
				if m != y.Moves[j] {
					t.Fatalf("%v: the page says %+v, the chronicle %+v", editions, m, y.Moves[j])
				}
				kinds[m.Kind]++
			}
			if !n.Compared {
				continue
			}
			if n.New != kinds[model.MovedNew] || n.Back != kinds[model.MovedBack] {
				t.Fatalf("%v: %+v, the pages print %v", editions, n, kinds)
			}
			if n.Stayed+n.New+n.Back+n.Moved != n.Entries || n.Stayed+n.Left != len(c.Years[y.Compared].Entries) {
				t.Fatalf("%v: %+v does not add up", editions, n)
			}
		}
		for from := range c.Years {
			span := c.Since(c.Years[from].Edition.Year)
			if !slices.Equal(span.Turnovers(), c.Turnovers()[from:]) {
				t.Fatalf("%v: from %d on the turnover differs", editions, c.Years[from].Edition.Year)
			}
		}
		for _, a := range c.Alumni() {
			seen := 0
			for _, d := range a.Dots {
				seen += min(1, int(d))
			}
			if seen != a.Editions || a.Present != (a.Dots[len(a.Dots)-1] != model.DotAbsent) || a.Run > a.Editions {
				t.Fatalf("%+v", a)
			}
		}
		for _, l := range c.Bump(5).Lines {
			for i := range l.Ranks {
				if drawn := l.Stands[i] == model.StandsInTop; drawn != (l.Ranks[i].Number > 0 && l.Ranks[i].Number <= 5) {
					t.Fatalf("%+v", l)
				}
			}
		}
	}
}

func TestMovers(t *testing.T) {
	say := func(list []model.Mover) string {
		var all []string
		for _, m := range list {
			all = append(all, fmt.Sprint(m.Placement.PrintedName(), m.Movement.Places))
		}
		return strings.Join(all, " ")
	}
	tests := []struct {
		name                     string
		editions                 []string
		climbs, falls, into, out string
	}{
		{"by places, then by rank", []string{"2023: Ann 1, Bob 2, Cid 3, Dot 4, Eve 5", "2024: Cid 1, Dot 2, Eve 3, Ann 4, Bob 5"}, "Cid2 Dot2 Eve2", "Ann3 Bob3", "", ""},
		{"unranked is not a rank", []string{"2023 top2: Ann 1, Bob 2, Cid, Dot", "2024 top2: Cid 1, Ann 2, Bob, Dot"}, "", "Ann1", "Cid0", "Bob0"},
		{"a tie is no move", []string{"2023: Ann =1, Bob =1", "2024: Ann 1, Bob 2"}, "", "Bob1", "", ""},
		{"nothing across regions", []string{"2023 USA: Ann 9", "2023 EMEA: Bob 1", "2024 EMEA: Ann 1, Bob 2"}, "", "Bob1", "", ""},
		{"nothing without an edition before", []string{"2024: Ann 1"}, "", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := years(t, test.editions...).Movers()
			if got := []string{say(m.Climbs), say(m.Falls), say(m.Into), say(m.OutOf)}; !slices.Equal(got, []string{test.climbs, test.falls, test.into, test.out}) {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestBreakdowns(t *testing.T) {
	c := years(t,
		"2023: Ann/Health/Wales/Quay, Bob/health/Peru/Quay, Cid/Ports//Dock",
		"2024: Ann/Health/Wales/Quay, Dot+Eve/Ports/Wales/Quay, Bob//Peru/Dock")
	say := func(b model.Breakdown) string {
		var all []string
		for _, p := range b.Parts {
			all = append(all, fmt.Sprint(p.Word, p.Counts))
		}
		return fmt.Sprint(strings.Join(all, " "), " unsaid", b.Unsaid, " of", b.Totals)
	}
	for _, test := range []struct {
		name string
		got  model.Breakdown
		want string
	}{
		{"sectors", c.Sectors(), "Health[2 1] Ports[1 1] unsaid[0 1] of[3 3]"},
		{"countries", c.Countries(), "Wales[1 2] Peru[1 1] unsaid[1 0] of[3 3]"},
		{"organisations count people", c.Organisations(), "Quay[2 3] Dock[1 1] unsaid[0 0] of[3 4]"},
	} {
		if got := say(test.got); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
	parts, others := c.Organisations().Top(1)
	if len(parts) != 1 || !slices.Equal(others, []int{1, 1}) {
		t.Errorf("the largest is %v, the others %v", parts, others)
	}
}

// TestBumpKeepsTheOrderOfTheList: where lines stood before does not part those
// who share a rank now.
func TestBumpKeepsTheOrderOfTheList(t *testing.T) {
	c := years(t, "2023: Ann 1, Bob 2, Cid 3, Dot 4", "2024: Dot 1, Cid 2, Bob 2, Ann 4")
	var got []string
	for _, l := range c.Bump(3).Lines {
		got = append(got, l.Name)
	}
	if want := []string{"Dot", "Cid", "Bob", "Ann"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBumpDrawsRanksOnly(t *testing.T) {
	c := years(t, "2022: Ann 1, Bob 2, Cid 3, Dot 9", "2023 top2: Bob 1, Dot 2, Ann, Cid", "2024 top2: Dot 1, Cid 2, Bob")
	var got []string
	for _, l := range c.Bump(2).Lines {
		got = append(got, fmt.Sprint(l.Name, l.Stands, l.Fate))
	}
	want := []string{
		fmt.Sprint("Dot", []model.Standing{model.StandsBelow, model.StandsInTop, model.StandsInTop}, model.FateHero),
		fmt.Sprint("Cid", []model.Standing{model.StandsBelow, model.StandsUnranked, model.StandsInTop}, model.FateHero),
		fmt.Sprint("Bob", []model.Standing{model.StandsInTop, model.StandsInTop, model.StandsUnranked}, model.FateGone),
		fmt.Sprint("Ann", []model.Standing{model.StandsInTop, model.StandsUnranked, model.StandsNowhere}, model.FateGone),
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if lines := years(t, "2023: Ann 1 #a, Bob 1 #b", "2024: Ann 1 #a, Bob 1 #b").Bump(10).Lines; len(lines) != 0 {
		t.Errorf("two categories make %d lines", len(lines))
	}
}

func TestAlumniAndTenure(t *testing.T) {
	c := years(t, "2022 top1: Zoe 1, Bob", "2023 top1: Ann 1, Ann+Cid", "2024 top1: Ann 1, Bob")
	var got []string
	for _, a := range c.Alumni() {
		got = append(got, fmt.Sprint(a.Filed, a.Dots, a.Editions, a.Run, a.Present))
	}
	want := []string{"Ann[0 2 2] 2 2 true", "Bob[1 0 1] 2 1 true", "Cid[0 1 0] 1 0 false", "Zoe[2 0 0] 1 0 false"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	tenure := c.Tenure()
	if !slices.Equal(tenure.People, []int{0, 2, 0}) || len(tenure.Longest) != 2 {
		t.Errorf("tenure is %+v", tenure)
	}
}

func TestStories(t *testing.T) {
	tests := []struct {
		name     string
		editions []string
		kind     model.StoryKind
		want     string // "" if it must not be told
	}{
		{"one in all", []string{"2022: Ann 1, Bob 2", "2023: Ann 1, Cid 2", "2024: Ann 1, Bob 2"}, model.StoryEveryEdition, "Ann is the only one in all 3 editions since 2022."},
		{"two in all", []string{"2022: Ann 1, Bob 2", "2023: Ann 1, Bob 2", "2024: Ann 1, Bob 2"}, model.StoryEveryEdition, "Ann & Bob have been in all 3 editions since 2022."},
		{"a member counts as the person", []string{"2022: Ann 1", "2023: Ann+Bob 1", "2024: Ann 1"}, model.StoryEveryEdition, "Ann is the only one in all 3 editions since 2022."},
		{"two editions are no series", []string{"2023: Ann 1", "2024: Ann 1"}, model.StoryEveryEdition, ""},
		{"the first no. 1 of a country", []string{"2022: Ann 1/x/Peru", "2023: Bob 1/x/Chad", "2024: Cid 1/x/Mali"}, model.StoryFirst, "Cid is the first No. 1 from Mali."},
		{"not if one country is not known", []string{"2022: Ann 1/x", "2023: Bob 1/x/Chad", "2024: Cid 1/x/Mali"}, model.StoryFirst, ""},
		{"most no. 1s", []string{"2022: Ann 1, Bob 2", "2023: Bob 1, Ann 2", "2024: Ann 1, Bob 2"}, model.StoryNumberOne, "Ann has been No. 1 twice, as nobody else has."},
		{"as many is not most", []string{"2021: Ann 1", "2022: Ann 1", "2023: Bob 1", "2024: Bob 1"}, model.StoryNumberOne, ""},
		{"climb", []string{"2023: Ann 1, Bob 2, Cid 3", "2024: Cid 1, Ann 2, Bob 3"}, model.StoryClimb, "Cid rose 2 places, from 3 to 1."},
		{"climb out of the unranked", []string{"2023 top1: Ann 1, Cid", "2024 top1: Cid 1, Ann"}, model.StoryClimb, "Cid rose from the unranked to No. 1."},
		{"highest new entry", []string{"2023: Ann 1", "2024: Ann 1, Bob 2, Cid 3"}, model.StoryNewEntry, "Bob is the highest new entry, at No. 2."},
		{"an unranked new entry is not high", []string{"2023 top1: Ann 1", "2024 top1: Ann 1, Bob"}, model.StoryNewEntry, ""},
		{"absence", []string{"2020: Ann 1, Bob 2", "2022: Bob 1", "2023: Cid 1", "2024: Ann 1, Bob 2"}, model.StoryAbsence, "Ann is back for the first time since 2020."},
		{"an organisation", []string{"2024: Ann 1//x/Quay, Bob 2//x/Quay, Cid 3//x/Quay"}, model.StoryOrganisation, "Quay has 3 people on the list, more than any other."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			for _, s := range years(t, test.editions...).Stories() {
				if s.Kind == test.kind {
					got = s.Text.String()
					for _, who := range s.About {
						if s.Kind != model.StoryOrganisation && !strings.Contains(got, who.Name) || who.Person == "" {
							t.Errorf("%q does not name %+v", got, who)
						}
					}
				}
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestAnEmptyChronicleTellsNothing(t *testing.T) {
	c := years(t, "2024:")
	if s := c.Stories(); len(s) != 0 {
		t.Errorf("it tells %v", s)
	}
	if n := len(c.Movers().Climbs) + len(c.Alumni()) + len(c.Bump(10).Lines) + len(c.Sectors().Parts) + len(c.Tenure().Longest); n != 0 {
		t.Errorf("it counts %d", n)
	}
}

func TestCountsAlike(t *testing.T) {
	make := func(change func(*model.Placement)) *model.Chronicle {
		p := model.Placement{
			ID: "p", EditionID: "e", Kind: model.EntryPerson, Status: model.Confirmed, Pos: 1, Rank: model.Rank{Number: 1}, Sector: "Ports",
			Members: []model.Member{{PersonID: "a", Name: model.Name{Given: "Ada", Family: "Example"}}},
			Answers: []model.Answer{{ID: "x", Edited: "It began with a boat."}},
		}
		change(&p)
		e := model.Edition{ID: "e", ListName: "Quay List", Year: 2026, Scheme: model.Scheme{Kind: model.SchemeFull}}
		return model.NewChronicle(model.List{Name: "Quay List"}, e, []model.Edition{e}, []model.Placement{p})
	}
	before := make(func(*model.Placement) {})
	if !before.CountsAlike(make(func(p *model.Placement) { p.Answers[0].Edited = "It began with two." })) {
		t.Error("another answer counts otherwise")
	}
	for name, change := range map[string]func(*model.Placement){
		"sector": func(p *model.Placement) { p.Sector = "Law" },
		"rank":   func(p *model.Placement) { p.Rank.Number = 2 },
		"name":   func(p *model.Placement) { p.Members[0].Name.Given = "Bo" },
		"status": func(p *model.Placement) { p.Status = model.Declined },
	} {
		if before.CountsAlike(make(change)) {
			t.Errorf("another %s counts alike", name)
		}
	}
	var none *model.Chronicle
	if none.CountsAlike(before) || before.CountsAlike(none) || !none.CountsAlike(none) {
		t.Error("no chronicle counts like one")
	}
}
