package importer

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store/intake"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// tableDialog asks what the columns of a table mean and which edition its rows
// belong to; what would change is then shown as for every other source.
type tableDialog struct {
	desk     desk.Desk
	source   intake.Source
	table    intake.Table
	mapping  intake.Mapping
	editions []model.Edition

	into               *kit.Choice
	list, year, region *kit.Field
	fresh              fyne.CanvasObject // the fields of an edition to be made
	kind               *kit.Segment
	status             *kit.Choice
	columns            []*kit.Choice
	dialog             *kit.Dialog
}

// kinds are what the rows of a table can be, in the order of the segment.
var kinds = []model.EntryKind{model.EntryPerson, model.EntryOrganisation, model.EntryThing}

// statuses are offered for rows that name none.
var statuses = []model.Status{model.Confirmed, model.Nominated, model.Longlisted, model.Shortlisted, model.Reserve}

// askColumns reads a table and asks about its columns.
func askColumns(d desk.Desk, source intake.Source) {
	book := d.Book()
	var p tableDialog
	d.Work(lang.L("Reading"), func(ctx context.Context, _ func(float64)) error {
		var err error
		if p.table, err = intake.ReadTable(source); err != nil {
			return err
		}
		p.editions, err = book.Editions(ctx)
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		p.desk, p.source = d, source
		p.mapping = p.table.Guess(time.Now())
		p.show()
	})
}

func (p *tableDialog) show() {
	const labelWidth, choiceWidth = 220, 240
	p.build()
	rows := kit.VBox(0)
	for i, choice := range p.columns {
		name := kit.NewElastic(p.table.ColumnName(i), kit.BodyStrong)
		sample := kit.NewElastic(strings.Join(p.table.Samples(i, 3), " · "), kit.Small)
		rows.Add(kit.Pad(kit.MidRow(16, kit.Fixed(labelWidth, name), kit.Grow(1, sample), kit.Fixed(choiceWidth, choice)), 4, 0, 4, 0))
		rows.Add(kit.NewHLine())
	}
	heads := kit.MidRow(16, kit.Fixed(labelWidth, kit.NewLabel(lang.L("Column"), kit.Caption)),
		kit.Grow(1, kit.NewLabel(lang.L("What stands in it"), kit.Caption)), kit.Fixed(choiceWidth, kit.NewLabel(lang.L("Goes into"), kit.Caption)))
	rowsAre := []kit.Cell{kit.Natural(kit.NewLabel(lang.L("The rows are"), kit.Body)), kit.Natural(p.kind), kit.Space()}
	if len(p.table.Sheets) > 1 {
		rowsAre = append(rowsAre, kit.Natural(kit.NewLabel(lang.L("Sheet"), kit.Body)), kit.Fixed(choiceWidth, p.sheets()))
	}
	content := kit.Column(0,
		kit.Natural(kit.VBox(12,
			kit.Row(16, kit.Grow(1, p.into), kit.Fixed(choiceWidth, p.status)), p.fresh,
			kit.MidRow(12, rowsAre...))),
		kit.Natural(kit.Pad(heads, 16, 16, 4, 0)), kit.Fixed(1, kit.NewHLine()),
		kit.Grow(1, kit.NewScroll(kit.Pad(rows, 0, 16, 0, 0))))
	p.dialog = kit.NewDialog(p.desk.Window(), kit.DialogParams{
		Title: lang.L("Import from {{.Source}}", map[string]any{"Source": p.table.Source}), Primary: lang.L("Show what changes"), OnPrimary: p.goOn, Width: dialogWidth, Height: dialogHeight(p.desk),
		Content: kit.Sized(content, 820, 480),
		Note:    lang.N("{{.Count}} rows", len(p.table.Rows), map[string]any{"Count": kit.Number(len(p.table.Rows))}),
	})
	p.dialog.Show()
}

// sheets chooses another sheet of the workbook, which is asked about anew.
func (p *tableDialog) sheets() *kit.Choice {
	choice := kit.NewChoice("", kit.Options(p.table.Sheets...), func(i int) {
		if p.table.Sheets[i] == p.table.Sheet {
			return
		}
		p.dialog.Close()
		p.source.Sheet = p.table.Sheets[i]
		askColumns(p.desk, p.source)
	})
	choice.Select(slices.Index(p.table.Sheets, p.table.Sheet))
	return choice
}

// build makes the fields and fills them with what was guessed.
func (p *tableDialog) build() {
	options := []kit.Option{{Text: lang.L("A new edition")}}
	chosen := 0
	for i, e := range p.editions {
		options = append(options, kit.Option{Text: e.Name()})
		same := e.Year == p.mapping.Edition.Year && model.Fold(e.ListName) == model.Fold(p.mapping.Edition.List)
		shown := e.ID == p.desk.EditionID() && (!p.mapping.Dated || e.Year == p.mapping.Edition.Year)
		if same || shown && chosen == 0 {
			chosen = i + 1
		}
	}
	p.list, p.year, p.region = kit.NewField(lang.L("List"), lang.L("The Example 100")), kit.NewField(lang.L("Year"), "2026"), kit.NewField(lang.L("Region"), "EMEA")
	p.list.SetText(p.mapping.Edition.List)
	if len(p.editions) > 0 && !slices.ContainsFunc(p.editions, func(e model.Edition) bool { return e.ListID != p.editions[0].ListID }) {
		// The book is of one list: the next year of it is likelier than another.
		p.list.SetText(p.editions[0].ListName)
		p.region.SetText(p.editions[0].Region)
	}
	p.year.SetText(strconv.Itoa(p.mapping.Edition.Year))
	p.fresh = kit.Row(16, kit.Grow(2, p.list), kit.Fixed(120, p.year), kit.Grow(1, p.region))
	p.into = kit.NewChoice(lang.L("Into the edition"), options, func(int) { p.follow() })
	p.into.Select(chosen)
	p.kind = kit.NewSegment([]string{lang.L("People"), lang.L("Organisations"), lang.L("Things")}, nil)
	for i, k := range kinds {
		if k == p.mapping.Kind {
			p.kind.Select(i)
		}
	}
	var words []string
	for _, s := range statuses {
		words = append(words, desk.Word(string(s)))
	}
	p.status = kit.NewChoice(lang.L("Status where none is given"), kit.Options(words...), nil)
	p.status.Select(0)
	meanings := []string{lang.L("Nothing")}
	for _, m := range intake.Meanings {
		meanings = append(meanings, meaningWord(m))
	}
	for _, c := range p.mapping.Columns {
		choice := kit.NewChoice("", kit.Options(meanings...), func(int) { p.follow() })
		choice.Select(0)
		for i, m := range intake.Meanings {
			if m == c.Meaning {
				choice.Select(i + 1)
			}
		}
		p.columns = append(p.columns, choice)
	}
	p.follow()
}

// follow asks only for what the columns do not say: which edition the rows go
// into, and for a new one its list, year and region.
func (p *tableDialog) follow() {
	kit.SetVisible(p.into, p.said(intake.MeansYear) < len(p.table.Rows))
	for _, f := range []struct {
		field              *kit.Field
		means              intake.Meaning
		label, whereNoneIs string
	}{
		{p.list, intake.MeansList, lang.L("List"), lang.L("List where none is given")},
		{p.year, intake.MeansYear, lang.L("Year"), lang.L("Year where none is given")},
		{p.region, intake.MeansRegion, lang.L("Region"), lang.L("Region where none is given")},
	} {
		said := p.said(f.means)
		kit.SetVisible(f.field, said < len(p.table.Rows))
		f.field.SetLabel(f.label)
		if said > 0 {
			f.field.SetLabel(f.whereNoneIs)
		}
	}
	kit.SetVisible(p.fresh, p.makesNew() && (p.list.Visible() || p.year.Visible() || p.region.Visible()))
	if p.dialog != nil {
		p.dialog.Relayout()
	}
}

// said is in how many rows a column says a meaning.
func (p *tableDialog) said(means intake.Meaning) int {
	column := slices.IndexFunc(p.columns, func(c *kit.Choice) bool {
		return c.Selected() > 0 && intake.Meanings[c.Selected()-1] == means
	})
	if column < 0 {
		return 0
	}
	n := 0
	for _, row := range p.table.Rows {
		if strings.TrimSpace(row[column]) != "" {
			n++
		}
	}
	return n
}

// makesNew says whether the rows go into editions that the fields and columns
// name, and not into one that was chosen.
func (p *tableDialog) makesNew() bool { return !p.into.Visible() || p.into.Selected() == 0 }

// goOn plans with what was chosen and shows it; what is wrong is said.
func (p *tableDialog) goOn() bool {
	if !p.read() {
		return false
	}
	draft, err := p.table.Draft(p.mapping)
	if err != nil {
		p.dialog.SetFault(sentence(err))
		return false
	}
	compare(p.desk, []intake.Draft{draft}, nil, p.dialog.SetFault, func(plan intake.Plan) {
		p.dialog.Close() // before the next one comes up over it
		present(p.desk, plan, p.again)
	})
	return false
}

// again shows the columns once more, as they were left.
func (p *tableDialog) again() { p.dialog.Show() }

// read takes the fields into the mapping.
func (p *tableDialog) read() bool {
	p.list.SetError("")
	p.year.SetError("")
	p.dialog.SetFault("")
	m := &p.mapping
	if !p.makesNew() {
		e := p.editions[p.into.Selected()-1]
		m.Edition = intake.Key{List: e.ListName, Year: e.Year, Region: e.Region}
	} else {
		year, err := strconv.Atoi(strings.TrimSpace(p.year.Text()))
		if p.year.Visible() && (err != nil || year < 1 || year > 9999) {
			p.year.SetError(lang.L("Write a year."))
			return false
		}
		m.Edition = intake.Key{List: strings.TrimSpace(p.list.Text()), Year: year, Region: strings.TrimSpace(p.region.Text())}
		if p.list.Visible() && m.Edition.List == "" {
			p.list.SetError(lang.L("Write the name of the list."))
			return false
		}
	}
	m.Kind, m.Status = kinds[p.kind.Selected()], statuses[max(0, p.status.Selected())]
	for i, choice := range p.columns {
		was := m.Columns[i]
		m.Columns[i] = intake.Column{}
		if chosen := choice.Selected(); chosen > 0 {
			m.Columns[i].Meaning = intake.Meanings[chosen-1]
		}
		if m.Columns[i].Meaning == intake.MeansRankThen {
			if m.Columns[i].Year = was.Year; was.Year == 0 {
				m.Columns[i].Year = p.table.YearOf(i)
			}
			if m.Columns[i].Year == 0 {
				p.dialog.SetFault(lang.L("The name of the column {{.Column}} holds no year, so its ranks belong nowhere.", map[string]any{"Column": p.table.ColumnName(i)}))
				return false
			}
		}
	}
	if twice, ok := m.Twice(); ok {
		p.dialog.SetFault(lang.L("Two columns go into {{.Field}}.", map[string]any{"Field": meaningWord(twice)}))
		return false
	}
	return true
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
