package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store/intake"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// shown is a plan with what is said of it as a whole.
type shown struct {
	plan    intake.Plan
	edition string // the one that all changes are of; empty: they are of several
	several int    // of how many
	people  bool   // the entries are people
}

func newShown(plan intake.Plan) shown {
	s := shown{plan: plan, people: true}
	editions := map[string]bool{}
	for _, r := range plan.Rows {
		for _, c := range r.Changes {
			if c.Edition != "" {
				editions[c.Edition] = true
				s.edition = c.Edition
			}
		}
	}
	if s.several = len(editions); s.several > 1 {
		s.edition = ""
	}
	for _, d := range plan.Drafts {
		s.people = s.people && !slices.ContainsFunc(d.Placements, func(p intake.Placement) bool { return p.Kind != model.EntryPerson })
	}
	return s
}

// where says in which edition it would change something, and which are made.
func (s shown) where() string {
	text, made := "", len(s.plan.Editions)
	if s.edition != "" {
		text = lang.L("in {{.Edition}}", map[string]any{"Edition": s.edition})
	} else if s.several > made {
		text = lang.N("in {{.Count}} editions", s.several, map[string]any{"Count": kit.Number(s.several)})
	}
	switch {
	case made == 1 && s.plan.Editions[0] == s.edition:
		text += " · " + lang.L("a new edition")
	case made > 0:
		text += " · " + lang.N("{{.Count}} new editions: {{.Names}}", made, map[string]any{"Count": kit.Number(made), "Names": strings.Join(s.plan.Editions, " · ")})
	}
	return strings.TrimPrefix(text, " · ")
}

// line is one of the list: a row of the plan, one change of it, or a head.
type line struct {
	row        int // of the plan
	change     int // of the row's changes, by field; -1: the whole row
	more       int // so many more lines of this field are not shown
	head, note string
}

// mostOfField is how many people are listed under one field.
const mostOfField = 500

// listed gives the lines of the kind that is shown.
func (c *changes) listed() []line {
	var lines []line
	for i, r := range c.plan.Rows {
		if c.chips.fits(r) {
			lines = append(lines, line{row: i, change: -1})
		}
	}
	if c.byField {
		return c.fieldByField(lines)
	}
	return lines
}

// fieldByField groups the changes of rows by what they change, behind the rows
// that wait for a choice.
func (c *changes) fieldByField(rows []line) []line {
	var order []string
	groups := map[string][]line{}
	var waiting []line
	for _, l := range rows {
		if r := c.plan.Rows[l.row]; r.Kind == intake.RowDoubtful || r.Unknown { // what changes is not known yet
			if len(waiting) == 0 {
				waiting = append(waiting, line{head: lang.L("Your choice")})
			}
			waiting = append(waiting, l)
			continue
		}
		for i, ch := range changesOf(c.plan.Rows[l.row]) {
			label := c.label(ch)
			if _, have := groups[label]; !have {
				order = append(order, label)
			}
			groups[label] = append(groups[label], line{row: l.row, change: i})
		}
	}
	if n := len(waiting); n > 0 {
		waiting[0].note = kit.Number(n - 1)
	}
	out := waiting
	for _, label := range order {
		group := groups[label]
		out = append(out, line{head: label, note: kit.Number(len(group))})
		out = append(out, group[:min(len(group), mostOfField)]...)
		if more := len(group) - mostOfField; more > 0 {
			out = append(out, line{more: more})
		}
	}
	return out
}

// changesOf are the changes of a row; of somebody new the job is one.
func changesOf(r intake.Row) []intake.Change {
	if r.Kind == intake.RowNew && r.Title != "" {
		return append([]intake.Change{{Field: model.FieldTitle, New: r.Title}}, r.Changes...)
	}
	return r.Changes
}

// label says what a change changes, and where that is not plain, in which edition.
func (s shown) label(c intake.Change) string {
	word := desk.FieldWord(c.Field)
	switch {
	case c.Field == intake.FieldOwn:
		return c.Own
	case c.Field == intake.FieldPlacement && s.edition == "":
		return c.Edition
	case c.Field == intake.FieldPlacement && c.New == intake.Included:
		return lang.L("Entry")
	case c.Field == intake.FieldPlacement:
		return lang.L("Rank")
	case c.Edition != "" && s.edition == "":
		return c.Edition + " · " + word
	}
	return word
}

// values are what a change changes, short enough for a line; of long texts it is
// said how long they are.
func values(c intake.Change) (before, after string) {
	switch {
	case c.Field == intake.FieldPlacement && c.New == intake.Included:
		return "", lang.L("Included")
	case c.Field == model.FieldPhoto && c.Old == intake.PhotoBefore:
		return lang.L(intake.PhotoBefore), c.New
	}
	before, after = desk.FieldValue(c.Field, oneLine(c.Old)), desk.FieldValue(c.Field, oneLine(c.New))
	const long = 90 // letters
	was, is := model.WordCount(before), model.WordCount(after)
	if utf8.RuneCountInString(before) <= long && utf8.RuneCountInString(after) <= long || was == is {
		return before, after
	}
	words := func(n int) string { return lang.L("{{.Count}} words", map[string]any{"Count": kit.Number(n)}) }
	if after = words(is); before != "" {
		before = words(was)
	}
	return before, after
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// cut shortens a text to a number of letters.
func cut(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return strings.TrimSpace(string(r[:most-1])) + "…"
	}
	return text
}

// joinJob writes somebody with what they do, and where.
func joinJob(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// chips are the filters above the list: all, new, changed, in doubt, the same,
// left out.
type chips struct {
	c      *changes
	object fyne.CanvasObject
	row    *fyne.Container
	aside  *fyne.Container // at the right
	note   *kit.Label
	all    *kit.Button
	made   map[intake.RowKind]*kit.FilterChip
	kind   intake.RowKind // the one that is shown; empty: all
}

// chipKinds are the kinds of row with their filters.
var chipKinds = []struct {
	kind intake.RowKind
	text string
	tone kit.Token
}{
	{"", "All", kit.Accent},
	{intake.RowNew, "New", kit.Accent},
	{intake.RowChanged, "Changed", kit.Accent},
	{intake.RowDoubtful, "Your choice", kit.Warn},
	{intake.RowSame, "Same", kit.Accent},
	{intake.RowLeft, "Left out", kit.Accent},
}

func newChips(c *changes) *chips {
	f := &chips{c: c, row: kit.Wrap(6), note: kit.NewLabel(lang.L("Nobody is removed"), kit.Small)}
	f.all = kit.NewSmall(lang.L("All are the people of the book"), c.allSame)
	f.aside = container.NewStack(f.note, f.all)
	f.object = kit.Sized(kit.MidRow(12, kit.Grow(1, f.row), kit.Natural(f.aside)), 0, 28)
	return f
}

// fits says whether a row is of the kind that is shown.
func (f *chips) fits(r intake.Row) bool {
	switch f.kind {
	case "":
		return true
	case intake.RowDoubtful:
		return f.c.isAsked(r)
	}
	return r.Kind == f.kind && !r.Unknown
}

// show counts the rows of each kind; of kinds that do not occur there is no chip.
// What was decided can be decided anew, so that one stays.
func (f *chips) show() {
	counts := map[intake.RowKind]int{"": len(f.c.plan.Rows)}
	single := 0
	for _, r := range f.c.plan.Rows {
		if r.Unknown {
			r.Kind = intake.RowDoubtful
		}
		counts[r.Kind]++
		if r.Kind == intake.RowDoubtful && len(r.Choices) == 1 {
			single++
		}
	}
	decided := len(f.c.asked) > 0
	if counts[f.kind] == 0 && (f.kind != intake.RowDoubtful || !decided) {
		f.kind = ""
	}
	f.row.Objects, f.made = nil, map[intake.RowKind]*kit.FilterChip{}
	for _, k := range chipKinds {
		if k.kind != "" && counts[k.kind] == 0 && (k.kind != intake.RowDoubtful || !decided) {
			continue
		}
		chip := kit.NewFilterChip(lang.L(k.text), counts[k.kind], func(bool) { f.choose(k.kind) }).WithTone(k.tone)
		chip.SetOn(k.kind == f.kind)
		f.made[k.kind] = chip
		f.row.Add(chip)
	}
	kit.SetVisible(f.all, single > 1)
	kit.SetVisible(f.note, single <= 1)
	f.row.Refresh()
}

// choose shows the rows of one kind.
func (f *chips) choose(kind intake.RowKind) {
	f.kind = kind
	for of, chip := range f.made {
		chip.SetOn(of == kind)
	}
	f.c.list.Select(-1)
	f.c.refill()
}
