package edition

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/kit"
)

// editionForm is the fields of an edition.
type editionForm struct {
	was         model.Edition
	known       known
	fresh       bool
	predecessor []model.ID // by option of before
	window      fyne.Window

	list, before               *kit.Choice
	name, year, region, size   *kit.Field
	scheme, tie                *kit.Segment
	top                        *kit.Field
	bands                      *kit.Area
	categories, questions      *texts
	judges                     *texts
	criteria, method           *kit.Area
	finished                   *kit.Check
	rules                      *rulesForm
	nominations, shortlist     *kit.Field
	press, published           *kit.Field
	tabs                       *kit.Tabs
	pages                      []fyne.CanvasObject
	listNames                  []string
	schemeBox, topBox, bandBox fyne.CanvasObject
}

func newEditionForm(k known, e model.Edition, fresh bool) *editionForm {
	f := &editionForm{was: e, known: k, fresh: fresh}
	f.name = kit.NewSerifField(lang.L("Name as printed"), lang.L("The Example 100"))
	f.year, f.region, f.size = kit.NewField(lang.L("Year"), "2026"), kit.NewField(lang.L("Region"), "EMEA"), kit.NewField(lang.L("Entries"), "100")
	f.scheme = kit.NewSegment([]string{lang.L("Full"), lang.L("Top N"), lang.L("Bands"), lang.L("Categories"), lang.L("Unranked")}, func(int) { f.follow() })
	f.tie = kit.NewSegment([]string{string(model.TieBefore), string(model.TieAfter)}, nil)
	f.top = kit.NewField(lang.L("How many are ranked"), "10")
	area := func(label, hint string, lines []string) *kit.Area {
		a := kit.NewArea(label, hint)
		a.SetText(strings.Join(lines, "\n"))
		return a
	}
	f.bands = area(lang.L("Bands, best first, one a line"), "", e.Scheme.Bands)
	categories := itemsOf(e.Categories)
	for i := range categories {
		categories[i].least, categories[i].most = e.Quota(categories[i].text)
	}
	f.categories = newTexts(textsParams{label: lang.L("Categories"), one: lang.L("Category"), placeholder: lang.L("Public service"), add: lang.L("Add a category"), numbers: true}, categories)
	f.questions = newTexts(textsParams{label: lang.L("Questions"), one: lang.L("Question"), placeholder: lang.L("What did you change this year?"), add: lang.L("Add a question")}, itemsOf(e.Questions))
	f.judges = newTexts(textsParams{label: lang.L("Judges"), one: lang.L("Name, and after a comma what they do"), placeholder: lang.L("Dr Ada Example, Harbour Museum"), add: lang.L("Add a judge")}, itemsOf(e.Judges))
	f.criteria = area(lang.L("Criteria"), "", []string{e.Criteria})
	f.method = area(lang.L("How the list was made"), "", []string{e.Method})
	f.rules = newRulesForm(e)
	date := func(label, text string) *kit.Field {
		field := kit.NewField(label, "2026-05-31")
		field.SetText(text)
		return field
	}
	f.nominations, f.shortlist = date(lang.L("Nominations close"), e.Schedule.Nominations), date(lang.L("Shortlist"), e.Schedule.Shortlist)
	f.press, f.published = date(lang.L("To the printer"), e.Schedule.Press), date(lang.L("Published"), e.Published)
	f.finished = kit.NewCheck(lang.L("Finished: no longer a draft"), nil)
	f.fillLists()
	f.fillBefore()
	f.name.SetText(e.ListName)
	f.year.SetText(number(e.Year))
	f.region.SetText(e.Region)
	f.size.SetText(number(e.Size))
	f.top.SetText(number(e.Scheme.Top))
	f.finished.SetOn(e.Finished)
	for i, kind := range schemeKinds {
		if kind == e.Scheme.Kind {
			f.scheme.Select(i)
		}
	}
	if e.TieStyle == model.TieAfter {
		f.tie.Select(1)
	}
	return f
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// fillLists offers the lists of the book, and what is typed as a new one.
func (f *editionForm) fillLists() {
	for _, l := range f.known.lists {
		f.listNames = append(f.listNames, l.Name)
	}
	f.list = kit.NewChoice(lang.L("List"), kit.Options(f.listNames...), func(i int) { f.name.SetText(f.listNames[i]) })
	f.list.NewWord = func(text string) string { return lang.L("New list ‘{{.Name}}’", map[string]any{"Name": text}) }
	f.list.OnNew = func(text string) {
		f.listNames = append(f.listNames, text)
		f.list.SetOptions(kit.Options(f.listNames...))
		f.list.Select(len(f.listNames) - 1)
		f.name.SetText(text)
	}
	for i, l := range f.known.lists {
		if l.ID == f.was.ListID {
			f.list.Select(i)
		}
	}
}

// fillBefore offers the editions that movement can be counted against.
func (f *editionForm) fillBefore() {
	options := []kit.Option{{Text: lang.L("The newest earlier one of this list and region")}}
	f.predecessor = []model.ID{""}
	for _, e := range f.known.editions {
		if e.ID != f.was.ID {
			options = append(options, kit.Option{Text: e.Name()})
			f.predecessor = append(f.predecessor, e.ID)
		}
	}
	f.before = kit.NewChoice(lang.L("Compared with"), options, nil)
	for i, id := range f.predecessor {
		if id == f.was.Predecessor {
			f.before.Select(i)
		}
	}
}

// follow shows the fields that the chosen scheme needs.
func (f *editionForm) follow() {
	kind := schemeKinds[f.scheme.Selected()]
	kit.SetVisible(f.topBox, kind == model.SchemeTop)
	kit.SetVisible(f.bandBox, kind == model.SchemeBands)
	f.schemeBox.Refresh()
	if f.window != nil {
		f.window.Canvas().Refresh(f.schemeBox)
	}
}

func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.VBox(4, kit.NewLabel(label, kit.Small), kit.HBox(0, o))
}

func (f *editionForm) show(w fyne.Window, title, primary string, take func(model.Edition)) {
	f.window = w
	f.topBox, f.bandBox = kit.Pad(f.top, 12, 0, 0, 0), kit.Pad(f.bands, 12, 0, 0, 0)
	f.schemeBox = kit.VBox(0, labelled(lang.L("Ranking"), f.scheme), f.topBox, f.bandBox)
	f.follow()
	f.layOut()
	content := kit.Column(0, kit.Natural(f.tabs), kit.Fixed(1, kit.NewHLine()), kit.Grow(1, container.NewStack(f.pages...)))
	d := kit.NewDialog(w, kit.DialogParams{
		Title: title, Content: kit.Sized(content, 0, 480), Primary: primary, Width: 680, First: f.name.Focusable(),
		OnPrimary: func() bool {
			e, ok := f.edition()
			if ok {
				take(e)
			}
			return ok
		},
	})
	d.Show()
	if f.was.Frozen {
		d.SetPrimaryEnabled(false)
		d.SetNote(lang.L("Frozen: unfreeze it to change it."))
	}
}

// layOut sorts the fields under tabs.
func (f *editionForm) layOut() {
	general := []fyne.CanvasObject{
		f.name,
		kit.Row(16, kit.Grow(1, f.year), kit.Grow(2, f.region), kit.Grow(1, f.size)),
		f.schemeBox, labelled(lang.L("A shared rank prints as"), f.tie), f.before, f.finished,
	}
	if f.fresh && len(f.listNames) > 0 {
		general = append([]fyne.CanvasObject{f.list}, general...)
	}
	markdown := kit.NewParagraph(lang.L("In Markdown: # for a heading, - for a list, *italic*, **bold**, > for a quotation."), kit.Small)
	sections := []struct {
		name   string
		fields []fyne.CanvasObject
	}{
		{lang.L("General"), general},
		{lang.L("Categories"), []fyne.CanvasObject{f.categories.object}},
		{lang.L("Rules"), f.rules.objects()},
		{lang.L("Questions"), []fyne.CanvasObject{f.questions.object}},
		{lang.L("Judges"), []fyne.CanvasObject{f.judges.object}},
		{lang.L("Method"), []fyne.CanvasObject{f.method, f.criteria, markdown}},
		{lang.L("Dates"), []fyne.CanvasObject{
			kit.Row(16, kit.Grow(1, f.nominations), kit.Grow(1, f.shortlist)), kit.Row(16, kit.Grow(1, f.press), kit.Grow(1, f.published)),
			kit.NewParagraph(lang.L("A date may be partial: 2026-05, or 2026."), kit.Small),
		}},
	}
	var tabs []kit.Tab
	f.pages = nil
	for _, s := range sections {
		tabs = append(tabs, kit.Tab{Text: s.name})
		f.pages = append(f.pages, kit.NewScroll(kit.Pad(kit.VBox(16, s.fields...), 16, 14, 8, 2)))
	}
	f.tabs = kit.NewTabs(tabs, f.see)
	f.see(0)
}

// see shows the fields of a tab.
func (f *editionForm) see(tab int) {
	for i, p := range f.pages {
		kit.SetVisible(p, i == tab)
	}
}

// Where the questions and the dates stand among the tabs.
const (
	tabQuestions = 3
	tabDates     = 6
)

// open shows a tab.
func (f *editionForm) open(tab int) {
	f.tabs.Select(tab)
	f.see(tab)
}

// edition reads the form; what is wrong is said in the fields.
func (f *editionForm) edition() (model.Edition, bool) {
	e, ok := f.was, true
	wrong := func(tab int) {
		if ok {
			f.open(tab)
		}
		ok = false
	}
	count := func(field *kit.Field, fault string, needed bool) int {
		text := strings.TrimSpace(field.Text())
		n, err := strconv.Atoi(text)
		if bad := text != "" && (err != nil || n < 1) || text == "" && needed; bad {
			field.SetError(fault)
			wrong(0)
			return 0
		}
		field.SetError("")
		return n
	}
	e.ListName = strings.TrimSpace(f.name.Text())
	f.name.SetError("")
	if e.ListName == "" {
		f.name.SetError(lang.L("Write the name of the list."))
		wrong(0)
	}
	e.Year = count(f.year, lang.L("Write a year."), true)
	e.Size = count(f.size, lang.L("Write a number."), false)
	e.Region = strings.TrimSpace(f.region.Text())
	e.Scheme = model.Scheme{Kind: schemeKinds[f.scheme.Selected()]}
	switch e.Scheme.Kind {
	case model.SchemeTop:
		e.Scheme.Top = count(f.top, lang.L("Write how many are ranked."), true)
	case model.SchemeBands:
		e.Scheme.Bands = linesIn(f.bands.Text())
	}
	e.TieStyle = []model.TieStyle{model.TieBefore, model.TieAfter}[f.tie.Selected()]
	e.Categories, e.Questions, e.Judges = f.categories.lines(), f.questions.lines(), f.judges.lines()
	rules, fault := f.rules.rules()
	if fault >= 0 {
		wrong(fault)
	}
	for _, c := range f.categories.all {
		if text := strings.TrimSpace(c.text); text != "" && c.least+c.most > 0 {
			rules = append(rules, model.Rule{Kind: model.RuleCategory, Category: text, Least: c.least, Most: c.most})
			if rules[len(rules)-1].Check() != nil {
				f.categories.field.SetError(lang.L("The most must not be less than the least."))
				wrong(1)
			}
		}
	}
	e.Rules = rules
	for _, date := range []struct {
		field *kit.Field
		of    *string
	}{{f.nominations, &e.Schedule.Nominations}, {f.shortlist, &e.Schedule.Shortlist}, {f.press, &e.Schedule.Press}, {f.published, &e.Published}} {
		was := *date.of
		*date.of = strings.TrimSpace(date.field.Text())
		if *date.of != was && !dated(date.field, *date.of) {
			wrong(tabDates)
		}
	}
	e.Criteria, e.Method = strings.TrimSpace(f.criteria.Text()), strings.TrimSpace(f.method.Text())
	e.Finished = f.finished.On()
	e.Predecessor = f.predecessor[max(0, f.before.Selected())]
	if f.fresh {
		e.ListID = ""
		if i := f.list.Selected(); i >= 0 && i < len(f.known.lists) {
			e.ListID = f.known.lists[i].ID
		}
	}
	return e, ok
}
