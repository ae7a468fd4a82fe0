package chart_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"laurel/assets"
	"laurel/export/chart"
	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

var look = flag.String("look", "", "folder for pictures of the charts, to be looked at")

func theme(t testing.TB) *chart.Theme {
	t.Helper()
	lib, err := typeset.NewLibrary(typeset.Params{Fonts: assets.Fonts()})
	if err != nil {
		t.Fatal(err)
	}
	th := &chart.Theme{
		Ink: page.Color{R: 0x1C, G: 0x1C, B: 0x1B, K: 100}, Grey: page.Color{R: 0x62, G: 0x65, B: 0x62, K: 72},
		Hair: page.Color{R: 0xB4, G: 0xB9, B: 0xB5, K: 30}, Main: page.Color{R: 0x2C, G: 0x5A, B: 0x45},
		Mid: page.Color{R: 0x8F, G: 0xAE, B: 0x9B}, Light: page.Color{R: 0xD5, G: 0xD8, B: 0xD5},
		Paper: page.Color{R: 255, G: 255, B: 255}, OnMain: page.Color{R: 255, G: 255, B: 255},
		Row: 18 * typeset.Pt, Thin: typeset.Points(0.5), Line: typeset.Points(1.4),
	}
	th.OneColour()
	if err := th.Faces(lib, "SourceSans3-Regular", "SourceSans3-Semibold", typeset.Points(8.5)); err != nil {
		t.Fatal(err)
	}
	return th
}

// list makes a chronicle of so many years of size entries of which top are
// ranked; who is where follows from the numbers alone.
func list(years, size, top int, name func(int) string) *model.Chronicle {
	var editions []model.Edition
	var placements []model.Placement
	sectors := []string{"Transport", "Finance", "Energy and water", "Government", "Media and culture", "Research and higher education of all kinds", ""}
	countries := []string{"United Kingdom", "Ireland", "Saint Vincent and the Grenadines", "Peru", "Wales"}
	for y := range years {
		e := model.Edition{ID: model.ID(fmt.Sprint("e", y)), ListID: "l", ListName: "Quay List", Year: 2026 - years + 1 + y, Locale: "en-GB", Scheme: model.Scheme{Kind: model.SchemeTop, Top: top}}
		editions = append(editions, e)
		for i := range size {
			who := (i*7 + y*i%5 + y*size/3) % (size * 2)
			if slices.ContainsFunc(placements, func(p model.Placement) bool {
				return p.EditionID == e.ID && p.Members[0].PersonID == model.ID(fmt.Sprint(who))
			}) {
				continue
			}
			p := model.Placement{
				ID: model.ID(fmt.Sprint(e.ID, "-", i)), EditionID: e.ID, Status: model.Confirmed, Pos: i + 1, Sector: sectors[(who+y)%7%len(sectors)], Country: countries[who*who%17%5],
				Members: []model.Member{{PersonID: model.ID(fmt.Sprint(who)), Name: model.Name{Given: name(who)}, Organisation: fmt.Sprint("Organisation ", who%9)}},
			}
			if p.Rank.Reason = model.ByScheme; i < top {
				p.Rank = model.Rank{Number: i + 1}
			}
			placements = append(placements, p)
		}
	}
	return model.NewChronicle(model.List{Name: "Quay List"}, editions[len(editions)-1], editions, placements)
}

func plain(i int) string { return fmt.Sprint("Person ", i) }

func long(i int) string {
	return fmt.Sprint("Maximiliana-Theodora ", i, " von und zu Hohenlohe-Waldenburg-Schillingsfürst")
}

// cases are lists of every shape.
var cases = []struct {
	name string
	list func() *model.Chronicle
}{
	{"nobody", func() *model.Chronicle { return list(1, 0, 10, plain) }},
	{"one edition", func() *model.Chronicle { return list(1, 60, 10, plain) }},
	{"two editions", func() *model.Chronicle { return list(2, 60, 10, plain) }},
	{"six editions", func() *model.Chronicle { return list(6, 100, 10, plain) }},
	{"all ranked", func() *model.Chronicle { return list(4, 100, 100, plain) }},
	{"long names", func() *model.Chronicle { return list(4, 60, 10, long) }},
	{"thirty editions", func() *model.Chronicle { return list(30, 30, 10, plain) }},
	{"unranked", func() *model.Chronicle { return list(3, 40, 0, plain) }},
	{"one person", func() *model.Chronicle { return list(3, 1, 1, plain) }},
}

// drawn gives every chart of a list, as the book and as the window draw it.
func drawn(t *chart.Theme, c *model.Chronicle, w page.Length) map[string]*chart.Chart {
	all := map[string]*chart.Chart{}
	for _, kind := range model.ChartKinds {
		if one := chart.Draw(t, kind, c, w, w*3/4); one != nil {
			all[kind] = one
		}
	}
	if one := chart.TurnoverColumns(t, c.Turnovers(), w, w*2/3); one != nil {
		all["turnover columns"] = one
	}
	if one := chart.PartColumns(t, c.Sectors(), w, w*2/3); one != nil {
		all["sector columns"] = one
	}
	return all
}

// box is where a text stands.
type box struct {
	x1, y1, x2, y2 page.Length
	text           string
}

func boxes(c *chart.Chart) []box {
	var all []box
	for _, m := range c.Marks {
		if m, ok := m.(*page.Text); ok {
			var s strings.Builder
			for _, g := range m.Line.Glyphs {
				s.WriteString(g.Text)
			}
			size := page.Length(m.Line.Glyphs[0].Size)
			all = append(all, box{m.X, m.Y - size*6/10, m.X + m.Line.Width, m.Y + size/20, s.String()})
		}
	}
	return all
}

// TestNoLabelTouchesAnother draws every chart of every list at a wide and a
// narrow measure: no text lies over another or outside the chart.
func TestNoLabelTouchesAnother(t *testing.T) {
	th := theme(t)
	for _, test := range cases {
		for _, w := range []page.Length{typeset.MM(169), typeset.MM(80), typeset.MM(60)} {
			for kind, c := range drawn(th, test.list(), w) {
				all := boxes(c)
				for i, a := range all {
					if a.x1 < -20 || a.x2 > c.W+20 || a.y1 < -20 || a.y2 > c.H+20 {
						t.Errorf("%s, %s at %.0f mm: %q stands outside: %+v of %d × %d", test.name, kind, w.MM(), a.text, a, c.W, c.H)
					}
					for _, b := range all[:i] {
						if a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2 {
							t.Errorf("%s, %s at %.0f mm: %q lies over %q", test.name, kind, w.MM(), a.text, b.text)
						}
					}
				}
			}
			if t.Failed() {
				return
			}
		}
	}
}

// TestChartsSayWhatTheyShow: a chart that is drawn has a description and a
// table of its own, and its spots lead to records of the list and lie within it.
func TestChartsSayWhatTheyShow(t *testing.T) {
	th := theme(t)
	for _, test := range cases {
		c := test.list()
		known := map[model.ID]bool{}
		for _, y := range c.Years {
			known[y.Edition.ID] = true
			for _, p := range y.Entries {
				known[p.ID] = true
			}
		}
		for kind, one := range drawn(th, c, typeset.MM(120)) {
			if one.Alt == "" || len(one.Table) < 2 || len(one.Spots) == 0 {
				t.Errorf("%s, %s: description %q, table of %d, %d spots", test.name, kind, one.Alt, len(one.Table), len(one.Spots))
			}
			if frame, ok := one.Marks[0].(*page.Path); !ok || frame.Alt != one.Alt {
				t.Errorf("%s, %s: the page does not describe it", test.name, kind)
			}
			for _, m := range one.Marks {
				var from page.Source
				switch m := m.(type) {
				case *page.Text:
					from = m.Source
				case *page.Path:
					from = m.Source
				}
				if from.Record != "" && !known[model.ID(from.Record)] {
					t.Errorf("%s, %s: a mark comes from %q", test.name, kind, from.Record)
				}
			}
			for _, s := range one.Spots {
				if s.Tip == "" || s.X+s.W < 0 || s.X > one.W || s.Y+s.H < 0 || s.Y > one.H {
					t.Errorf("%s, %s: spot %+v", test.name, kind, s)
				}
			}
			for _, row := range one.Table {
				if len(row) != len(one.Table[0]) {
					t.Errorf("%s, %s: a row of %d cells under a head of %d", test.name, kind, len(row), len(one.Table[0]))
				}
			}
		}
	}
}

func TestNothingToShowIsNoChart(t *testing.T) {
	th := theme(t)
	for _, test := range []struct {
		name string
		list *model.Chronicle
		want []string
	}{
		{"nobody", list(1, 0, 10, plain), nil},
		{"one edition", list(1, 60, 10, plain), []string{model.ChartSectors, model.ChartRegions, model.ChartOrganisations}},
		{"unranked", list(3, 40, 0, plain), []string{model.ChartTurnover, model.ChartSectors, model.ChartRegions, model.ChartOrganisations, model.ChartTenure}},
	} {
		var got []string
		for _, kind := range model.ChartKinds {
			if chart.Draw(th, kind, test.list, typeset.MM(100), typeset.MM(80)) != nil {
				got = append(got, kind)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestLook writes the pictures where asked to.
func TestLook(t *testing.T) {
	th := theme(t)
	for _, test := range cases {
		for kind, c := range drawn(th, test.list(), typeset.MM(110)) {
			if *look == "" {
				continue
			}
			f, err := os.Create(filepath.Join(*look, strings.ReplaceAll(test.name+" "+kind, " ", "-")+".png"))
			if err != nil {
				t.Fatal(err)
			}
			if err := c.WritePNG(f, 2, th.Paper, th.Row); err != nil {
				t.Fatal(err)
			}
			f.Close()
		}
	}
}

// Nobody was there more than twice: no bars of nothing follow.
func TestTenureEndsWithTheMostOften(t *testing.T) {
	th := theme(t)
	tenure := model.Tenure{People: []int{3, 2, 0, 0}, Longest: make([]model.Alumnus, 1)}
	if c := chart.TenureBars(th, tenure, []int{2023, 2024, 2025, 2026}, typeset.MM(80)); c.H != 2*th.Row {
		t.Errorf("a chart of %.1f rows", float64(c.H)/float64(th.Row))
	}
}

// The years of a long list are those of a page, up to the newest.
func TestChartsOfALongListFitAPage(t *testing.T) {
	th := theme(t)
	c := list(90, 30, 10, plain)
	newest := c.Present().Edition.Year
	for _, kind := range model.ChartKinds {
		drawn := chart.Draw(th, kind, c, page.Length(150*typeset.Pt)*3, 400*typeset.Pt)
		if drawn == nil {
			continue
		}
		most := 24 * th.Row
		if kind == model.ChartTopTen { // as high as it may be
			most = 400 * typeset.Pt
		}
		if drawn.H > most {
			t.Errorf("%s is %.0f pt high", kind, float64(drawn.H)/float64(typeset.Pt))
		}
	}
	recent := chart.Recent(c)
	if n := len(recent.Years); n < 10 || n > 20 || recent.Present().Edition.Year != newest {
		t.Errorf("%d years up to %d are recent", n, recent.Present().Edition.Year)
	}
	if few := list(6, 30, 10, plain); chart.Recent(few) != few {
		t.Error("of a short list some years are left out")
	}
}
