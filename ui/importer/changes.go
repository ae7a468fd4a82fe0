package importer

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"laurel/store/intake"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// changes lists whom a plan brings in or changes, with every field that would
// change. A row without its tick is left out.
type changes struct {
	plan   intake.Plan
	rows   []intake.Row // all but those in doubt
	now    []intake.Row // those of the kind that is shown
	left   map[string]bool
	list   *kit.TickList
	object fyne.CanvasObject
}

// newChanges shows the rows of a plan; onTicked hears whether any is to be taken.
func newChanges(plan intake.Plan, onTicked func(any bool)) *changes {
	c := &changes{plan: plan, left: map[string]bool{}}
	c.rows = slices.DeleteFunc(slices.Clone(plan.Rows), func(r intake.Row) bool { return r.Kind == intake.RowDoubtful })
	c.now = c.rows
	c.list = kit.NewTickList(kit.ListParams{
		Label: lang.L("What changes"), RowHeight: planRowHeight, Separators: true,
		Length:   func() int { return len(c.now) },
		HeightOf: func(i int) float32 { return heightOf(c.now[i]) },
		Create:   newPlanRow,
		Update:   func(i int, o fyne.CanvasObject) { o.(*planRow).fill(c.now[i]) },
	}, func(i int) bool { return !c.left[c.now[i].Key] })
	c.list.OnTicked = func(i int, on bool) {
		delete(c.left, c.now[i].Key)
		if !on {
			c.left[c.now[i].Key] = true
		}
		onTicked(len(c.left) < len(c.rows) || len(c.rows) < len(plan.Rows))
	}
	c.list.Select(0)
	said := kit.VBox(4, kit.NewParagraph(countsText(plan), kit.Body))
	if n := len(plan.Editions); n > 0 {
		names := strings.Join(plan.Editions, " · ")
		said.Add(kit.NewElastic(lang.N("{{.Count}} new editions: {{.Names}}", n, map[string]any{"Count": kit.Number(n), "Names": names}), kit.Small))
	}
	head := []kit.Cell{kit.Grow(1, said)}
	if kinds := c.kinds(); len(kinds) > 1 {
		head = append(head, kit.Natural(c.filter(kinds)))
	}
	c.object = kit.Column(0, kit.Natural(kit.Pad(kit.MidRow(16, head...), 16, 0, 12, 2)),
		kit.Fixed(1, kit.NewHLine()), kit.Grow(1, c.list))
	return c
}

// kinds are those of which there is a row.
func (c *changes) kinds() []intake.RowKind {
	var kinds []intake.RowKind
	for _, k := range []intake.RowKind{intake.RowNew, intake.RowChanged, intake.RowSame} {
		if slices.ContainsFunc(c.rows, func(r intake.Row) bool { return r.Kind == k }) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// filter shows the rows of one kind, or all.
func (c *changes) filter(kinds []intake.RowKind) *kit.Segment {
	words := []string{lang.L("All")}
	for _, k := range kinds {
		words = append(words, kindWord(k))
	}
	return kit.NewSegment(words, func(i int) {
		c.now = c.rows
		if i > 0 {
			c.now = slices.DeleteFunc(slices.Clone(c.rows), func(r intake.Row) bool { return r.Kind != kinds[i-1] })
		}
		c.list.Select(0)
		c.list.Refresh()
	})
}

func kindWord(k intake.RowKind) string {
	switch k {
	case intake.RowNew:
		return lang.L("New")
	case intake.RowChanged:
		return lang.L("Changed")
	}
	return lang.L("Same")
}

// The measures of a row, px.
const (
	planRowHeight  = 44
	planLineHeight = 20
	mostChanges    = 12 // of a row that are shown
)

// heightOf is that of the name with a line for each change.
func heightOf(r intake.Row) float32 {
	lines := min(len(r.Changes), mostChanges)
	if len(r.Changes) > mostChanges {
		lines++
	}
	return planRowHeight + planLineHeight*float32(lines)
}

// planRow is somebody of a plan: who, how they are known, and what would change.
type planRow struct {
	widget.BaseWidget
	who, kind *kit.Label
	lines     *fyne.Container
	object    fyne.CanvasObject
}

func newPlanRow() fyne.CanvasObject {
	r := &planRow{who: kit.NewLine(kit.Run{Style: kit.BodyStrong, Cut: kit.CutEnd}), kind: kit.NewLabel("", kit.Small), lines: kit.VBox(4)}
	r.object = kit.Pad(kit.VBox(4, kit.MidRow(12, kit.Grow(1, r.who), kit.Natural(r.kind)), r.lines), 12, 0, 8, 0)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *planRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.object) }

func (r *planRow) fill(row intake.Row) {
	r.who.SetRuns(kit.Run{Text: row.Name + "  ", Style: kit.BodyStrong, Cut: kit.CutEnd}, kit.Run{Text: jobOf(row), Style: kit.Small, Cut: kit.CutEnd})
	r.kind.SetText(rowWord(row.Kind))
	r.lines.Objects = nil
	for i, c := range row.Changes {
		if i == mostChanges {
			r.lines.Add(kit.NewLabel(lang.L("… and more"), kit.Small))
			break
		}
		r.lines.Add(changeLine(c))
	}
	r.Refresh()
}

// jobOf is what the source says that somebody does, and where.
func jobOf(row intake.Row) string {
	at := row.Organisation
	if at == row.Name { // the entry is the organisation
		at = ""
	}
	return strings.Join(slices.DeleteFunc([]string{row.Title, at}, func(s string) bool { return s == "" }), " – ")
}

func rowWord(k intake.RowKind) string {
	switch k {
	case intake.RowNew:
		return lang.L("new in the book")
	case intake.RowChanged:
		return lang.L("known, with changes")
	case intake.RowSame:
		return lang.L("known, nothing new")
	}
	return lang.L("left out")
}

func changeLine(c intake.Change) fyne.CanvasObject {
	where, value := "", oneLine(c.New)
	switch {
	case c.Field == intake.FieldOwn:
		where = c.Own
	case c.Field == intake.FieldPlacement:
		where = c.Edition
		if c.New == intake.Included {
			value = lang.L("Included")
		}
	case c.Edition != "":
		where = c.Edition + " · " + desk.FieldWord(c.Field)
	default:
		where = desk.FieldWord(c.Field)
	}
	if c.Old != "" {
		value = oneLine(c.Old) + "  →  " + value
	}
	return kit.Row(12, kit.Fixed(260, kit.NewElastic(where, kit.Small)), kit.Grow(1, kit.NewElastic(value, kit.SmallInk)))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
