package edition

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// schemeKinds are offered in this order.
var schemeKinds = []model.SchemeKind{model.SchemeFull, model.SchemeTop, model.SchemeBands, model.SchemeCategories, model.SchemeUnranked}

// known is what the dialog of an edition offers to choose from.
type known struct {
	lists    []model.List
	editions []model.Edition
}

// newEdition asks for an edition and shows it. It proposes the next year of
// the edition shown.
func (s *screen) newEdition() {
	s.desk.Fetch("edition.known", func(ctx context.Context, b *store.Book) (any, error) {
		lists, err := b.Lists(ctx)
		if err != nil {
			return nil, err
		}
		editions, err := b.Editions(ctx)
		return known{lists, editions}, err
	}, func(v any, err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.askNew(v.(known))
	})
}

func (s *screen) askNew(k known) {
	var proposed model.Edition
	if s.shown != nil {
		e := s.shown.edition
		proposed = model.Edition{
			ListID: e.ListID, ListName: e.ListName, Year: e.Year + 1, Region: e.Region, Size: e.Size, Scheme: e.Scheme, TieStyle: e.TieStyle,
			Categories: e.Categories, Questions: e.Questions, Locale: e.Locale, Method: e.Method, Criteria: e.Criteria,
		}
	}
	f := newEditionForm(k, proposed, true)
	f.show(s.desk.Window(), lang.L("New edition"), lang.L("Create"), func(e model.Edition) {
		s.desk.Do(func(r store.Receipt, err error) {
			if err == nil {
				s.desk.SetEdition(r.Created)
			}
		}, store.CreateEdition{Edition: e})
	})
}

// editEdition shows the settings of the edition.
func (s *screen) editEdition() {
	e := s.shown.edition
	f := newEditionForm(known{s.shown.lists, s.shown.editions}, e, false)
	f.show(s.desk.Window(), lang.L("Edition settings"), lang.L("Save"), func(now model.Edition) {
		c := store.UpdateEdition{
			ID: e.ID, ListName: &now.ListName, Year: &now.Year, Region: &now.Region, Size: &now.Size, TieStyle: &now.TieStyle,
			Categories: &now.Categories, Questions: &now.Questions, Predecessor: &now.Predecessor,
			Finished: &now.Finished, Method: &now.Method, Criteria: &now.Criteria, Judges: &now.Judges,
		}
		if schemeText(now.Scheme) != schemeText(e.Scheme) {
			c.Scheme = &now.Scheme // a new scheme renumbers: only where it is one
		}
		s.desk.Do(nil, c)
	})
}

func schemeText(s model.Scheme) string { return s.String() + "\n" + strings.Join(s.Bands, "\n") }

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
	bands, categories          *kit.Area
	questions, criteria        *kit.Area
	method, judges             *kit.Area
	finished                   *kit.Check
	listNames                  []string
	schemeBox, topBox, bandBox fyne.CanvasObject
	categoryBox                fyne.CanvasObject
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
	f.categories = area(lang.L("Categories, one a line"), "", e.Categories)
	f.questions = area(lang.L("Questions of the interview, one a line"), lang.L("What did you change this year?"), e.Questions)
	f.criteria = area(lang.L("Criteria"), "", []string{e.Criteria})
	f.method = area(lang.L("How the list was made"), "", []string{e.Method})
	f.judges = area(lang.L("Judges, one a line"), "", e.Judges)
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
	for _, b := range []struct {
		object fyne.CanvasObject
		shown  bool
	}{{f.topBox, kind == model.SchemeTop}, {f.bandBox, kind == model.SchemeBands}, {f.categoryBox, kind == model.SchemeCategories}} {
		if b.shown {
			b.object.Show()
		} else {
			b.object.Hide()
		}
	}
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
	f.topBox, f.bandBox, f.categoryBox = kit.Pad(f.top, 12, 0, 0, 0), kit.Pad(f.bands, 12, 0, 0, 0), kit.Pad(f.categories, 12, 0, 0, 0)
	f.schemeBox = kit.VBox(0, labelled(lang.L("Ranking"), f.scheme), f.topBox, f.bandBox, f.categoryBox)
	fields := []fyne.CanvasObject{
		f.name,
		kit.Row(16, kit.Grow(1, f.year), kit.Grow(2, f.region), kit.Grow(1, f.size)),
		f.schemeBox, labelled(lang.L("A shared rank prints as"), f.tie), f.questions, f.before, f.criteria, f.method, f.judges, f.finished,
	}
	if f.fresh && len(f.listNames) > 0 {
		fields = append([]fyne.CanvasObject{f.list}, fields...)
	}
	f.follow()
	content := kit.Sized(kit.NewScroll(kit.Pad(kit.VBox(16, fields...), 2, 14, 8, 2)), 0, 520)
	first := f.name.Focusable()
	kit.NewDialog(w, kit.DialogParams{
		Title: title, Content: content, Primary: primary, Width: 600, First: first,
		OnPrimary: func() bool {
			e, ok := f.edition()
			if ok {
				take(e)
			}
			return ok
		},
	}).Show()
}

// edition reads the form; what is wrong is said in the fields.
func (f *editionForm) edition() (model.Edition, bool) {
	e, ok := f.was, true
	count := func(field *kit.Field, fault string, needed bool) int {
		text := strings.TrimSpace(field.Text())
		n, err := strconv.Atoi(text)
		if bad := text != "" && (err != nil || n < 1) || text == "" && needed; bad {
			field.SetError(fault)
			ok = false
			return 0
		}
		field.SetError("")
		return n
	}
	e.ListName = strings.TrimSpace(f.name.Text())
	f.name.SetError("")
	if e.ListName == "" {
		f.name.SetError(lang.L("Write the name of the list."))
		ok = false
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
	e.Categories, e.Questions, e.Judges = linesIn(f.categories.Text()), linesIn(f.questions.Text()), linesIn(f.judges.Text())
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

// linesIn gives the lines of a text that hold something.
func linesIn(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
