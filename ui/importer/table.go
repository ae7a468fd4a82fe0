package importer

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store/intake"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// tableParams is a table as it was read, with what its columns seem to mean.
type tableParams struct {
	source   intake.Source
	table    intake.Table
	mapping  intake.Mapping
	editions []model.Edition
}

// tableForm asks which edition the rows of a table belong to and what its columns
// mean.
type tableForm struct {
	tableParams
	s *Screen

	into               *kit.Choice
	list, year, region *kit.Field
	fresh              fyne.CanvasObject // the fields of an edition to be made
	kind               *kit.Segment
	status             *kit.Choice
	columns            []*column
	understood         *kit.Label
	remarks            *remarks
	body               fyne.CanvasObject
}

// column is one of the table: its name and what stands in it, where that goes,
// and whether all of it could be taken.
type column struct {
	goes *kit.Choice
	mark *kit.Icon
}

// kinds are what the rows of a table can be, in the order of the segment.
var kinds = []model.EntryKind{model.EntryPerson, model.EntryOrganisation, model.EntryThing}

// statuses are offered for rows that name none.
var statuses = []model.Status{model.Confirmed, model.Nominated, model.Longlisted, model.Shortlisted, model.Reserve}

func newTableForm(s *Screen, p tableParams) *tableForm {
	f := &tableForm{tableParams: p, s: s, understood: kit.NewLabel("", kit.Caption), remarks: newRemarks()}
	f.buildEdition()
	f.buildRows()
	f.buildColumns()
	f.lay()
	f.follow()
	return f
}

func (f *tableForm) card() (kit.IconName, string, string) {
	rows := lang.N("{{.Count}} rows", len(f.table.Rows), map[string]any{"Count": kit.Number(len(f.table.Rows))})
	if f.table.Sheet != "" {
		rows = lang.L("Sheet “{{.Sheet}}”, {{.Rows}}", map[string]any{"Sheet": f.table.Sheet, "Rows": rows})
	}
	return kit.IconTable, named(f.table.Source), rows
}

func (f *tableForm) object() fyne.CanvasObject { return f.body }

func (f *tableForm) flush() {
	f.list.Flush()
	f.year.Flush()
	f.region.Flush()
}

// buildEdition makes the fields of the edition, with the likeliest chosen.
func (f *tableForm) buildEdition() {
	options := []kit.Option{{Text: lang.L("A new edition")}}
	for _, e := range f.editions {
		options = append(options, kit.Option{Text: e.Name()})
	}
	f.list, f.year, f.region = kit.NewField(lang.L("List"), lang.L("The Example 100")), kit.NewField(lang.L("Year"), "2026"), kit.NewField(lang.L("Region"), "EMEA")
	f.list.SetText(f.mapping.Edition.List)
	if f.oneList() {
		// The book is of one list: the next year of it is likelier than another.
		f.list.SetText(f.editions[0].ListName)
		f.region.SetText(f.editions[0].Region)
	}
	f.year.SetText(strconv.Itoa(f.mapping.Edition.Year))
	for _, field := range []*kit.Field{f.list, f.year, f.region} {
		field.OnCommit = func(string) { f.changed() }
	}
	f.fresh = kit.VBox(12, f.list, kit.Row(12, kit.Grow(1, f.year), kit.Grow(1, f.region)))
	f.into = kit.NewChoice(lang.L("Into the edition"), options, func(int) { f.changed() })
	f.into.Select(1 + f.likeliest())
}

// oneList says whether all editions of the book are of one list.
func (f *tableForm) oneList() bool {
	return len(f.editions) > 0 && !slices.ContainsFunc(f.editions, func(e model.Edition) bool { return e.ListID != f.editions[0].ListID })
}

// likeliest is the edition that the rows seem to belong to, -1 where none does:
// the one shown, where the source names no year, else the one of that year.
func (f *tableForm) likeliest() int {
	shown := slices.IndexFunc(f.editions, func(e model.Edition) bool { return e.ID == f.s.desk.EditionID() })
	if !f.mapping.Dated && shown >= 0 {
		return shown
	}
	year, best := f.mapping.Edition.Year, -1
	for i, e := range f.editions {
		ofList := f.oneList() || model.Fold(e.ListName) == model.Fold(f.mapping.Edition.List)
		if ofList && e.Year == year && (best < 0 || i == shown) {
			best = i
		}
	}
	if best < 0 && shown >= 0 && f.editions[shown].Year == year {
		return shown
	}
	return best
}

// buildRows makes what is asked about all rows.
func (f *tableForm) buildRows() {
	f.kind = kit.NewSegment([]string{lang.L("People"), lang.L("Organisations"), lang.L("Things")}, func(int) { f.changed() })
	f.kind.Select(max(0, slices.Index(kinds, f.mapping.Kind)))
	var words []string
	for _, s := range statuses {
		words = append(words, desk.Word(string(s)))
	}
	f.status = kit.NewChoice(lang.L("Status where none is given"), kit.Options(words...), func(int) { f.changed() })
	f.status.Select(0)
}

func (f *tableForm) buildColumns() {
	meanings := []string{lang.L("Nothing")}
	for _, m := range intake.Meanings {
		meanings = append(meanings, meaningWord(m))
	}
	for _, c := range f.mapping.Columns {
		one := &column{mark: kit.NewIcon("", 20, kit.Accent)}
		one.goes = kit.NewChoice("", kit.Options(meanings...), func(int) { f.changed() })
		one.goes.Select(1 + slices.Index(intake.Meanings, c.Meaning))
		f.columns = append(f.columns, one)
	}
}

// lay puts the form together.
func (f *tableForm) lay() {
	const goesWidth, rowHeight = 168, 48
	about := kit.VBox(12, f.into, f.fresh)
	if len(f.table.Sheets) > 1 {
		about.Objects = append([]fyne.CanvasObject{f.sheets()}, about.Objects...)
	}
	about.Add(f.status)
	about.Add(kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("The rows are"), kit.Small)), kit.Natural(f.kind)))
	rows := kit.VBox(0)
	for i, c := range f.columns {
		name := kit.VBox(0, kit.NewElastic(f.table.ColumnName(i), kit.BodyStrong), kit.NewElastic(strings.Join(f.table.Samples(i, 3), " · "), kit.Small))
		rows.Add(kit.Sized(kit.Pad(kit.MidRow(10, kit.Grow(1, name), kit.Natural(kit.NewIcon(kit.IconForward, 16, kit.Ink3)),
			kit.Fixed(goesWidth, c.goes), kit.Natural(c.mark)), 0, paneSide, 0, paneSide), 0, rowHeight))
		rows.Add(kit.NewHLine())
	}
	f.body = kit.VBox(0, kit.Pad(about, 16, paneSide, 20, paneSide), kit.NewHLine(), sectionHead(lang.L("What was understood"), f.understood), rows, f.remarks.object)
}

// sheets chooses another sheet of the workbook, which is asked about anew.
func (f *tableForm) sheets() *kit.Choice {
	choice := kit.NewChoice(lang.L("Sheet"), kit.Options(f.table.Sheets...), func(i int) {
		if f.table.Sheets[i] != f.table.Sheet {
			f.s.sheet(f.source, f.table.Sheets[i])
		}
	})
	choice.Select(slices.Index(f.table.Sheets, f.table.Sheet))
	return choice
}

// changed compares with what was chosen.
func (f *tableForm) changed() {
	f.follow()
	f.s.compare()
}

// follow asks only for what the columns do not say: which edition the rows go
// into, and for a new one its list, year and region.
func (f *tableForm) follow() {
	kit.SetVisible(f.into, f.said(intake.MeansYear) < len(f.table.Rows))
	for _, one := range []struct {
		field              *kit.Field
		means              intake.Meaning
		label, whereNoneIs string
	}{
		{f.list, intake.MeansList, lang.L("List"), lang.L("List where none is given")},
		{f.year, intake.MeansYear, lang.L("Year"), lang.L("Year where none is given")},
		{f.region, intake.MeansRegion, lang.L("Region"), lang.L("Region where none is given")},
	} {
		said := f.said(one.means)
		kit.SetVisible(one.field, said < len(f.table.Rows))
		one.field.SetLabel(one.label)
		if said > 0 {
			one.field.SetLabel(one.whereNoneIs)
		}
	}
	kit.SetVisible(f.fresh, f.makesNew() && (f.list.Visible() || f.year.Visible() || f.region.Visible()))
	f.body.Refresh()
	taken := 0
	for _, c := range f.columns {
		if c.goes.Selected() > 0 {
			taken++
		}
	}
	f.understood.SetText(lang.N("{{.Taken}} of {{.Count}} columns", len(f.columns), map[string]any{"Taken": kit.Number(taken), "Count": kit.Number(len(f.columns))}))
	f.told(intake.Plan{})
}

// told marks the columns of which not everything was taken, and shows the rest
// of what is to be said.
func (f *tableForm) told(plan intake.Plan) {
	left := make([]int, len(f.columns))
	for _, d := range plan.Drafts {
		for _, l := range d.Leftover {
			if l.Column > 0 {
				left[l.Column-1]++
			}
		}
	}
	for i, c := range f.columns {
		switch {
		case c.goes.Selected() <= 0:
			c.mark.Set(kit.IconClose, kit.Ink3)
			c.mark.Tip = lang.L("Left out")
		case left[i] > 0:
			c.mark.Set(kit.IconWarning, kit.Warn)
			c.mark.Tip = lang.N("{{.Count}} cells of it are not taken", left[i], map[string]any{"Count": kit.Number(left[i])})
		default:
			c.mark.Set(kit.IconCheck, kit.Accent)
			c.mark.Tip = ""
		}
	}
	f.remarks.show(plan)
}

// markAll marks the columns that go into one field, of which one is too many.
func (f *tableForm) markAll(m intake.Meaning) {
	for _, c := range f.columns {
		if chosen := c.goes.Selected(); chosen > 0 && intake.Meanings[chosen-1] == m {
			c.mark.Set(kit.IconWarning, kit.Warn)
			c.mark.Tip = lang.L("Two columns go into {{.Field}}.", map[string]any{"Field": meaningWord(m)})
		}
	}
}

// said is in how many rows a column says a meaning.
func (f *tableForm) said(means intake.Meaning) int {
	at := slices.IndexFunc(f.columns, func(c *column) bool {
		return c.goes.Selected() > 0 && intake.Meanings[c.goes.Selected()-1] == means
	})
	if at < 0 {
		return 0
	}
	n := 0
	for _, row := range f.table.Rows {
		if strings.TrimSpace(row[at]) != "" {
			n++
		}
	}
	return n
}

// makesNew says whether the rows go into editions that the fields and columns
// name, and not into one that was chosen.
func (f *tableForm) makesNew() bool { return !f.into.Visible() || f.into.Selected() == 0 }

// drafts makes entries of the rows as everything is chosen now.
func (f *tableForm) drafts() (func() ([]intake.Draft, error), string) {
	m, fault := f.read()
	if fault != "" {
		return nil, fault
	}
	table := f.table
	return func() ([]intake.Draft, error) {
		draft, err := table.Draft(m)
		return []intake.Draft{draft}, err
	}, ""
}

// read makes a mapping of the fields, or says what is wrong with them.
func (f *tableForm) read() (intake.Mapping, string) {
	m := f.mapping
	m.Columns = slices.Clone(m.Columns)
	if fault := f.readEdition(&m); fault != "" {
		return m, fault
	}
	m.Kind, m.Status = kinds[f.kind.Selected()], statuses[max(0, f.status.Selected())]
	for i, c := range f.columns {
		was := m.Columns[i]
		m.Columns[i] = intake.Column{}
		if chosen := c.goes.Selected(); chosen > 0 {
			m.Columns[i].Meaning = intake.Meanings[chosen-1]
		}
		if m.Columns[i].Meaning == intake.MeansRankThen {
			if m.Columns[i].Year = was.Year; was.Year == 0 {
				m.Columns[i].Year = f.table.YearOf(i)
			}
			if m.Columns[i].Year == 0 {
				return m, lang.L("The name of the column {{.Column}} holds no year, so its ranks belong nowhere.", map[string]any{"Column": f.table.ColumnName(i)})
			}
		}
	}
	if twice, ok := m.Twice(); ok {
		f.markAll(twice)
		return m, lang.L("Two columns go into {{.Field}}.", map[string]any{"Field": meaningWord(twice)})
	}
	return m, ""
}

// readEdition takes in where the rows belong.
func (f *tableForm) readEdition(m *intake.Mapping) (fault string) {
	f.list.SetError("")
	f.year.SetError("")
	if !f.makesNew() {
		e := f.editions[f.into.Selected()-1]
		m.Edition = intake.Key{List: e.ListName, Year: e.Year, Region: e.Region}
		return ""
	}
	year, err := strconv.Atoi(strings.TrimSpace(f.year.Text()))
	if f.year.Visible() && (err != nil || year < 1 || year > 9999) {
		fault = lang.L("Write a year.")
		f.year.SetError(fault)
	}
	m.Edition = intake.Key{List: strings.TrimSpace(f.list.Text()), Year: year, Region: strings.TrimSpace(f.region.Text())}
	if f.list.Visible() && m.Edition.List == "" {
		fault = lang.L("Write the name of the list.")
		f.list.SetError(fault)
	}
	return fault
}

// meaningWord names what a column goes into.
func meaningWord(m intake.Meaning) string {
	switch m {
	case intake.MeansRank:
		return lang.L("Rank")
	case intake.MeansRankThen:
		return lang.L("Rank in an earlier year")
	case intake.MeansName:
		return lang.L("Name")
	case intake.MeansPrefix:
		return lang.L("Prefix")
	case intake.MeansGiven:
		return lang.L("Given name")
	case intake.MeansFamily:
		return lang.L("Family name")
	case intake.MeansPostNominals:
		return lang.L("Post-nominals")
	case intake.MeansTitle:
		return lang.L("Job title")
	case intake.MeansOrganisation:
		return lang.L("Organisation")
	case intake.MeansJob:
		return lang.L("Title, organisation")
	case intake.MeansSector:
		return lang.L("Sector")
	case intake.MeansCountry:
		return lang.L("Country")
	case intake.MeansCategory:
		return lang.L("Category")
	case intake.MeansCitation:
		return lang.L("Citation")
	case intake.MeansStatus:
		return lang.L("Status")
	case intake.MeansFilm:
		return lang.L("Film")
	case intake.MeansAnswer:
		return lang.L("Answer to this question")
	case intake.MeansOwn:
		return lang.L("A field of your own")
	case intake.MeansList:
		return lang.L("List")
	case intake.MeansYear:
		return lang.L("Year of the list")
	}
	return lang.L("Region of the list")
}
