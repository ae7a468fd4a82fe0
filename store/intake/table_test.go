package intake

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"laurel/model"
	"laurel/store"
)

var spring = time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)

// told is a draft in short: "2026 1 Ada Example (Keeper, Quay)", an entry a line.
func told(d Draft) string {
	var out []string
	for _, p := range d.Placements {
		line := fmt.Sprintf("%d %s %s", p.Edition.Year, p.Rank.Figure(model.TieBefore), p.name())
		if len(p.Members) > 0 && p.Full {
			line += fmt.Sprintf(" (%s, %s)", p.Members[0].Title, p.Members[0].Organisation)
		}
		out = append(out, strings.Join(strings.Fields(line), " "))
	}
	return strings.Join(out, "\n")
}

func TestTablesAreReadAsTheyCome(t *testing.T) {
	for _, c := range []struct{ name, source, text, want, scheme, left string }{
		{
			"commas and quotes", "Quay-List-2026.csv",
			"Rank,Full name,Job title,Company\n1,\"Example, Ada\",\"Keeper, North\",Quay Trust\n2,Bo Sample,Pilot,Tide Office\n",
			"2026 1 Ada Example (Keeper, North, Quay Trust)\n2026 2 Bo Sample (Pilot, Tide Office)", "full", "",
		},
		{
			"semicolons, a title above, German heads", "Liste.csv",
			"Die Hafenliste;;;\n;;;\nPlatz;Vorname;Nachname;Unternehmen\n1;Ada;van der Muster;Hafen AG\n2;Bo;Lloyd Weber;Werft\n",
			"2026 1 Ada van der Muster (, Hafen AG)\n2026 2 Bo Lloyd Weber (, Werft)", "full", "Die Hafenliste",
		},
		{
			"no-break spaces, and lines that end within a cell", "a.csv",
			"Rank,Full\u00a0name,Job\u00a0title,Company\n1,Ada\u00a0Example,Keeper\vNorth,Quay\u2028Trust\r2,Bo Sample,\"Pilot\r\nSouth\",Tide\u0085Office\n",
			"2026 1 Ada Example (Keeper North, Quay Trust)\n2026 2 Bo Sample (Pilot South, Tide Office)", "full", "",
		},
		{
			"cells copied from a spreadsheet", "the clipboard",
			"Name\tRank\nAda Example\t=1\nBo Sample\t1=\nCy Third\t3\n",
			"2026 =1 Ada Example (, )\n2026 =1 Bo Sample (, )\n2026 3 Cy Third (, )", "full", "",
		},
		{
			"a rank written twice is shared", "a.csv", "rank,name\n1,Ada Example\n1,Bo Sample\n3,Cy Third\n",
			"2026 =1 Ada Example (, )\n2026 =1 Bo Sample (, )\n2026 3 Cy Third (, )", "full", "",
		},
		{
			"the first two ranked, the rest not", "a.csv", "rank,name\n1,Ada Example\n2,Bo Sample\n,Cy Third\n,Di Fourth\n-,Ed Fifth\n",
			"2026 1 Ada Example (, )\n2026 2 Bo Sample (, )\n2026 Cy Third (, )\n2026 Di Fourth (, )\n2026 Ed Fifth (, )", "top 2", "",
		},
		{
			"organisations, last year's rank, heads twice", "Ports 2026.csv",
			"2026 rank,2025 rank,Institution\nrank display,rank display2,institution\n1,3,North Quay\n2,,South Quay\n2,1,Mole\n",
			"2026 1 North Quay\n2025 3 North Quay\n2026 =2 South Quay\n2026 =2 Mole\n2025 1 Mole", "full", "rank display rank display2 institution",
		},
		{
			"families and couples", "a.csv", "name\nDr Ada Example and family\nBo and Cy Sample\nDi Third & Ed Fourth\nLord and Lady Fifth\n",
			"2026 Ada Example and family (, )\n2026 Bo and Cy Sample (, )\n2026 Di Third & Ed Fourth (, )\n2026 Fifth (, )", "unranked", "",
		},
		{
			"a row of nobody, a rank that is none, somebody twice", "a.csv", "rank,name\n1,Ada Example\nfirst,Bo Sample\n3,\n4,Ada Example\n5,Cy Third\n6,Di Fourth\n7,Ed Fifth\n",
			"2026 1 Ada Example (, )\n2026 Bo Sample (, )\n2026 5 Cy Third (, )\n2026 6 Di Fourth (, )\n2026 7 Ed Fifth (, )", "full", "first|3|4 Ada Example",
		},
		{
			"a year and a category in each row", "Prizes.csv", "year,category,name,rank\n2025,Tide,Ada Example,1\n2025,Moon,Bo Sample,1\n2026,Tide,Cy Third,1\n",
			"2025 1 Ada Example (, )\n2025 1 Bo Sample (, )\n2026 1 Cy Third (, )", "full", "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := Source{Name: c.source, Bytes: []byte(c.text)}
			if !IsTable(source) {
				t.Fatal("not taken for a table")
			}
			table, err := ReadTable(source)
			if err != nil {
				t.Fatal(err)
			}
			d, err := table.Draft(table.Guess(spring))
			if err != nil {
				t.Fatal(err)
			}
			if got := told(d); got != c.want {
				t.Errorf("read\n%s\nwant\n%s", got, c.want)
			}
			if got := d.Editions[len(d.Editions)-1].Scheme.String(); got != c.scheme {
				t.Errorf("the scheme is %s, want %s", got, c.scheme)
			}
			var left []string
			for _, l := range d.Leftover {
				left = append(left, l.Text)
			}
			if got := strings.Join(left, "|"); got != c.left {
				t.Errorf("left over is %q, want %q", got, c.left)
			}
		})
	}
}

func TestColumnsAreKnownByNameAndValues(t *testing.T) {
	text := "Position,Name,Position title,Status,Sector,What did you build?,Notes\n" +
		"1,Ada Example,Keeper,shortlisted,Water,A quay that holds.,x\n2,Bo Sample,Pilot,reserve,Air,,y\n"
	table, err := ReadTable(Source{Name: "Quay 2024.csv", Bytes: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	m := table.Guess(spring)
	want := []Meaning{MeansRank, MeansName, MeansTitle, MeansStatus, MeansSector, MeansAnswer, ""}
	for i, w := range want {
		if m.Columns[i].Meaning != w {
			t.Errorf("%s means %q, want %q", table.ColumnName(i), m.Columns[i].Meaning, w)
		}
	}
	if m.Edition != (Key{List: "Quay", Year: 2024}) {
		t.Errorf("the edition is %+v", m.Edition)
	}
	d, err := table.Draft(m)
	if err != nil {
		t.Fatal(err)
	}
	ada, bo := d.Placements[0], d.Placements[1]
	if ada.Status != model.Shortlisted || bo.Status != model.Reserve || ada.Members[0].Sector != "Water" {
		t.Errorf("read %+v and %+v", ada, bo)
	}
	if len(ada.Answers) != 1 || len(bo.Answers) != 0 || ada.Answers[0].Question != "What did you build?" || !slices.Equal(d.Editions[0].Questions, []string{"What did you build?"}) {
		t.Errorf("the answers are %+v, the questions %q", ada.Answers, d.Editions[0].Questions)
	}
	if len(d.Notes) != 1 || !strings.Contains(d.Notes[0].String(), "Notes") {
		t.Errorf("the column that was not taken is not told: %v", d.Notes)
	}
}

// A column that says what somebody is and where is divided; one of titles with
// commas in them is not.
func TestTitleAndOrganisationInOneCell(t *testing.T) {
	for _, c := range []struct {
		cells string
		want  Meaning
		jobs  []string
	}{
		{"\"Director of Data, Corvane\"|\"Head of Data and Insight, Analytics, Port of Ayr\"|\"Pilot, Quayside, Ltd\"|Keeper", MeansJob, []string{"Director of Data/Corvane", "Head of Data and Insight/Analytics, Port of Ayr", "Pilot/Quayside, Ltd", "Keeper/"}},
		{"\"Vice President, data\"|\"Director, insight\"|Pilot", MeansTitle, []string{"Vice President, data/", "Director, insight/", "Pilot/"}},
	} {
		text := "Name,Role\n"
		for i, cell := range strings.Split(c.cells, "|") {
			text += fmt.Sprintf("%s Example,%s\n", []string{"Ada", "Bo", "Cy", "Dee"}[i], cell)
		}
		table, err := ReadTable(Source{Name: "Quay 2024.csv", Bytes: []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		m := table.Guess(spring)
		if got := m.Columns[1].Meaning; got != c.want {
			t.Errorf("%s means %q", c.cells, got)
		}
		d, err := table.Draft(m)
		if err != nil {
			t.Fatal(err)
		}
		var jobs []string
		for _, p := range d.Placements {
			jobs = append(jobs, p.Members[0].Title+"/"+p.Members[0].Organisation)
		}
		if !slices.Equal(jobs, c.jobs) {
			t.Errorf("read were %q", jobs)
		}
		if told := slices.ContainsFunc(d.Notes, func(n model.Message) bool { return strings.Contains(n.String(), "Role holds") }); told != (c.want == MeansJob) {
			t.Errorf("it is told: %v", d.Notes)
		}
	}
}

func TestYearsAreReadOutOfNames(t *testing.T) {
	for name, want := range map[string]string{
		"list2026.csv": "2026", "Quay List (2025) final": "2025", "2024": "2024", "20261": "", "v12024": "", "rank": "", "1899-1901": "1899",
	} {
		if got := yearIn(name); got != want {
			t.Errorf("%q is of %q, want %q", name, got, want)
		}
	}
}

func TestPagesAndDocumentsAreNoTables(t *testing.T) {
	for _, s := range []Source{
		{Name: "page.txt", Bytes: []byte("Ada Example, Keeper, Quay Trust\n\nWhy, and how?\nBecause, well, it held.\n")},
		{Name: "page.html", Bytes: []byte("<p>a\tb</p>\n<p>c\td</p>")},
		{Name: "standard input", Bytes: []byte(`{"list":"a"}`)},
		{Name: "one line", Bytes: []byte("a\tb")},
	} {
		if IsTable(s) {
			t.Errorf("%s is taken for a table", s.Name)
		}
	}
}

// A table that was imported has nothing new to tell, and its ranks stand.
func TestTableIsPlannedOnce(t *testing.T) {
	b := newBook(t)
	source := Source{Name: "Quay 2026.csv", Bytes: []byte("rank,2025 rank,name,company,sector\n2,1,Bo Sample,Tide,Air\n1,,Ada Example,Quay,Water\n3,2,Cy Third,Mole,\n")}
	d, err := Read(t.Context(), source)
	if err != nil {
		t.Fatal(err)
	}
	plan := planOf(t, b, Options{}, d)
	if len(plan.Editions) != 2 || len(plan.Rows) != 3 {
		t.Fatalf("planned %v and %d rows", plan.Editions, len(plan.Rows))
	}
	plan = apply(t, b, Options{}, d)
	e, err := b.Edition(t.Context(), plan.Into)
	if err != nil || e.Name() != "Quay 2026" || e.Size != 3 {
		t.Fatalf("made %+v, %v", e, err)
	}
	rows, err := b.EntryRows(t.Context(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows {
		got = append(got, r.Placement.Rank.Figure(model.TieBefore)+" "+r.Name+" "+r.Placement.Sector)
	}
	if want := []string{"1 Ada Example Water", "2 Bo Sample Air", "3 Cy Third "}; !slices.Equal(got, want) {
		t.Errorf("the list is %q, want %q", got, want)
	}
	if again := planOf(t, b, Options{}, d); !again.Empty() {
		t.Errorf("planned again, %d rows change: %+v", len(again.Rows), again.Rows)
	}
}

func TestColumnsCanBeNamed(t *testing.T) {
	source := Source{Name: "a.csv", Bytes: []byte("x,y\nAda Example,1\nBo Sample,2\n"), Columns: map[string]Meaning{"X": MeansName, "y": MeansRank}}
	d, err := Read(t.Context(), source)
	if err != nil || told(d) != "2026 1 Ada Example (, )\n2026 2 Bo Sample (, )" && !strings.Contains(told(d), "1 Ada Example") {
		t.Errorf("read %s, %v", told(d), err)
	}
	source.Columns = map[string]Meaning{"z": MeansName}
	if _, err := Read(t.Context(), source); err == nil {
		t.Error("a column that is not there was taken")
	}
}

func FuzzTable(f *testing.F) {
	f.Add("rank,name\n1,Ada Example\n")
	f.Add("a\tb\n\"c\td\n")
	f.Add(";;\n;\"x\n\";\n2024 rank|2023 rank|institution\n")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := ReadTable(Source{Name: "a.csv", Bytes: []byte(text)})
		if err != nil {
			return
		}
		m := table.Guess(spring)
		m.Edition = Key{List: "Quay", Year: 2026}
		d, err := table.Draft(m)
		if err != nil {
			return
		}
		if len(d.Placements)+len(d.Leftover) == 0 {
			t.Error("rows went nowhere")
		}
	})
}

func TestTableGoesIntoTheEditionThatIsNamed(t *testing.T) {
	b := newBook(t)
	do(t, b, store.CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: 2024, Scheme: model.Scheme{Kind: model.SchemeFull}}})
	d, err := Read(t.Context(), Source{Name: "somewhere/a.csv", Bytes: []byte("rank,2023 rank,name\n1,2,Ada Example\n2,1,Bo Sample\n")})
	if err != nil {
		t.Fatal(err)
	}
	plan := apply(t, b, Options{Edition: "Quay List 2024"}, d)
	if n := len(snapshotOf(t, b, "Quay List 2024").Placements); n != 2 || len(plan.Editions) != 0 {
		t.Errorf("%d are placed, and made were %v", n, plan.Editions)
	}
	if got := plan.Label().String(); got != "Import a.csv" {
		t.Errorf("the step is called %q", got)
	}
}

func TestWorkbookIsReadBySheet(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	if _, err := f.NewSheet("Quay"); err != nil {
		t.Fatal(err)
	}
	for i, row := range [][]any{{"Rank", "Name", "Company"}, {1, "Ada Example", "Quay Trust"}, {}, {2, "Bo Sample", "Tide Office"}} {
		if err := f.SetSheetRow("Quay", fmt.Sprintf("B%d", i+2), &row); err != nil {
			t.Fatal(err)
		}
	}
	var file bytes.Buffer
	if err := f.Write(&file); err != nil {
		t.Fatal(err)
	}
	source := Source{Name: "List 2026.xlsx", Bytes: file.Bytes()}
	if !IsTable(source) {
		t.Fatal("not taken for a table")
	}
	table, err := ReadTable(source)
	if err != nil || table.Sheet != "Quay" || len(table.Sheets) != 2 {
		t.Fatalf("read the sheet %q of %q, %v", table.Sheet, table.Sheets, err)
	}
	d, err := table.Draft(table.Guess(spring))
	if err != nil || told(d) != "2026 1 Ada Example (, Quay Trust)\n2026 2 Bo Sample (, Tide Office)" {
		t.Errorf("read %s, %v", told(d), err)
	}
	if table.Lines[1] != 5 {
		t.Errorf("the last row is said to stand in line %d", table.Lines[1])
	}
	source.Sheet = "Mole"
	if _, err := ReadTable(source); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("a sheet that is not there gave %v", err)
	}
	if _, err := ReadTable(Source{Name: "a.xlsx", Bytes: file.Bytes()[:file.Len()/2]}); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("half a workbook gave %v", err)
	}
}

// Text has no sheets: one that is asked for is not passed over in silence.
func TestTextHasNoSheets(t *testing.T) {
	_, err := ReadTable(Source{Name: "list.csv", Bytes: []byte("Name\nAda Example\n"), Sheet: "Winners"})
	if !errors.Is(err, model.ErrNotFound) {
		t.Errorf("a sheet of a text: %v", err)
	}
}

// Two rows of one name with an organisation each are two people; without one,
// or with the same, they are one who stands there twice.
func TestNamesakesOfATable(t *testing.T) {
	for _, c := range []struct {
		name, text string
		people     int
		left       int
	}{
		{"two organisations", "rank,name,organisation\n1,Ada Example,North Quay\n2,Bo Sample,Mole\n3,Ada Example,South Quay\n", 3, 0},
		{"two organisations and an earlier rank", "rank 2026,rank 2025,name,organisation\n1,2,Ada Example,North Quay\n2,,Bo Sample,Mole\n3,1,Ada Example,South Quay\n", 3, 0},
		{"one organisation", "rank,name,organisation\n1,Ada Example,North Quay\n2,Bo Sample,Mole\n3,Ada Example,north quay\n", 2, 1},
		{"one row without", "rank,name,organisation\n1,Ada Example,North Quay\n2,Bo Sample,Mole\n3,Ada Example,\n", 2, 1},
		{"another year", "year,rank,name,organisation\n2025,1,Ada Example,North Quay\n2026,1,Ada Example,South Quay\n2026,2,Bo Sample,Mole\n", 2, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBook(t)
			source := Source{Name: "Quays 2026.csv", Bytes: []byte(c.text)}
			for again := range 2 {
				d, err := readTable(source)
				if err != nil {
					t.Fatal(err)
				}
				if len(d.Leftover) != c.left {
					t.Errorf("left over: %v", d.Leftover)
				}
				plan, err := MakePlan(t.Context(), b, []Draft{d}, Options{})
				if err != nil {
					t.Fatal(err)
				}
				if n := len(plan.Doubtful()); n > 0 || again == 1 && !plan.Empty() {
					t.Errorf("%d in doubt, %d to do at time %d", n, len(plan.Commands()), again+1)
				}
				if _, err := b.Do(t.Context(), plan.Step()); err != nil && again == 0 {
					t.Fatal(err)
				}
			}
			people, err := b.PeopleRows(t.Context(), store.PeopleFilter{})
			if err != nil || len(people) != c.people {
				t.Errorf("%d people: %v", len(people), err)
			}
		})
	}
}

// A column for which Laurel has no field of its own is kept in one that is
// called like it; what a curator wrote there stays.
func TestColumnsBecomeFieldsOfTheCuratorsOwn(t *testing.T) {
	b := newBook(t)
	worth, ada := model.NewID(), model.NewID()
	do(t, b, store.AddCustomField{Field: model.CustomField{ID: worth, Name: "Worth", Kind: model.CustomNumber}})
	do(t, b, store.CreatePerson{Person: model.Person{ID: ada, Name: model.Name{Given: "Ada", Family: "Example"}}})
	do(t, b, store.SetCustomValue{PersonID: ada, FieldID: worth, Value: "7"})
	source := Source{
		Name: "Quay 2026.csv", Columns: map[string]Meaning{"worth": MeansOwn, "Source of wealth": MeansOwn},
		Bytes: []byte("rank,name,worth,Source of wealth\n1,Ada Example,9,Ports\n2,Bo Sample,12.5,\n3,Cy Third,much,Tides\n4,Di Fourth & Ed Fifth,1,Salt\n"),
	}
	d, err := Read(t.Context(), source)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Leftover) != 2 {
		t.Errorf("of the two together are left over %+v", d.Leftover)
	}
	plan := apply(t, b, Options{}, d)
	if !slices.ContainsFunc(plan.Notes, func(m model.Message) bool { return strings.Contains(m.String(), "Cy Third") }) {
		t.Errorf("what is no number was not told: %v", plan.Notes)
	}
	fields, err := b.CustomFields(t.Context())
	if err != nil || len(fields) != 2 || fields[1].Name != "Source of wealth" || fields[1].Kind != model.CustomText {
		t.Fatalf("the fields are %+v, %v", fields, err)
	}
	rows, err := b.PeopleRows(t.Context(), store.PeopleFilter{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, r := range rows {
		got[r.Name] = r.Custom[worth] + " " + r.Custom[fields[1].ID]
	}
	for name, want := range map[string]string{"Ada Example": "7 Ports", "Bo Sample": "12.5 ", "Cy Third": " Tides", "Di Fourth": " "} {
		if got[name] != want {
			t.Errorf("%s has %q, want %q", name, got[name], want)
		}
	}
	if again := planOf(t, b, Options{}, d); !again.Empty() {
		t.Errorf("planned again, it changes %+v", again.Rows)
	}
}

// A list that leaves honorifics and letters out takes none away, in the edition it
// is of and in the next.
func TestTablesTakeNoHonoursAway(t *testing.T) {
	b := newBook(t)
	list := func(year, names string) Draft {
		d, err := Read(t.Context(), Source{Name: "Quay " + year + ".csv", Bytes: []byte("Rank,Name,Company\n" + names)})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	apply(t, b, Options{}, list("2024", "1,Dame Ada Example CBE,Quay\n2,Dr Bo Sample,Tide\n"))
	if p := planOf(t, b, Options{}, list("2024", "1,Ada Example,Quay\n2,Prof. Bo Sample,Tide\n")); p.Rows[0].Kind != RowSame ||
		len(p.Rows[1].Changes) != 1 || p.Rows[1].Changes[0].New != "Prof. Bo Sample" {
		t.Errorf("without honours it would do %+v", p.Rows)
	}
	apply(t, b, Options{}, list("2025", "1,Ada Example,Quay\n2,Bo Sample,Tide\n"))
	for i, want := range []string{"Dame Ada Example CBE", "Dr Bo Sample"} {
		if got := snapshotOf(t, b, "Quay 2025").Placements[i].Members[0].Name.Full(); got != want {
			t.Errorf("the next year prints %q, want %q", got, want)
		}
	}
}

// Last year's people come back in other spellings: they are asked about, where the
// organisation is theirs or the spelling is near, and not taken for somebody new.
func TestOtherSpellingsAreAskedAbout(t *testing.T) {
	b := newBook(t)
	list := func(year, rows string) Draft {
		d, err := Read(t.Context(), Source{Name: "Quay " + year + ".csv", Bytes: []byte("Name,Company\n" + rows)})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	apply(t, b, Options{}, list("2024", "Jean-Luc Bérenger,Alpha\nChen Wei-Ling,Beta\nMaría José Ybarra Solís,Gamma\nAnna Kowalczyk,Delta\n"+
		"Oluwaseun Bello,Epsilon\nMartha Lindqvist,Zeta\nTom Smith,Eta\nAnne Other,Theta\n"))
	p := planOf(t, b, Options{}, list("2025", "Jean Luc Berenger,Alpha\nWei-Ling Chen,Beta\nMaria Jose Ybarra,Gamma\nAnna Kowalczyk-Nowak,Delta\n"+
		"Seun Bello,Epsilon\nMarta Lindqvist,Zeta\nTim Smith,Other\nAnna Other,Theta\nAnne Other,Theta\nNew Person,Iota\n"))
	want := map[string]RowKind{
		"Jean Luc Berenger": RowChanged, "Wei-Ling Chen": RowDoubtful, "Maria Jose Ybarra": RowDoubtful, "Anna Kowalczyk-Nowak": RowDoubtful,
		"Seun Bello": RowDoubtful, "Marta Lindqvist": RowDoubtful, "Tim Smith": RowNew, // of another organisation
		"Anna Other": RowNew, "Anne Other": RowChanged, // who stands in the list herself
		"New Person": RowNew,
	}
	for _, r := range p.Rows {
		if r.Kind != want[r.Name] {
			t.Errorf("%s is %s, want %s", r.Name, r.Kind, want[r.Name])
		}
	}
	doubt := p.Doubtful()[0]
	same := planOf(t, b, Options{Decisions: map[string]Decision{doubt.Key: {Same: []model.ID{doubt.Choices[0].PersonID}}}}, p.Drafts...)
	if same.Rows[1].Kind != RowChanged {
		t.Errorf("decided, %s is %s", same.Rows[1].Name, same.Rows[1].Kind)
	}
	apply(t, b, Options{OnDoubt: New}, p.Drafts...)
	if again := planOf(t, b, Options{}, p.Drafts...); !again.Empty() || len(again.Doubtful()) > 0 {
		t.Errorf("taken for new ones, they are asked about again: %+v", again.Doubtful())
	}
}
