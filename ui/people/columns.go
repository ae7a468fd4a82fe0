package people

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// column is a column that the list of people can show beside the name.
type column struct {
	id    store.PeopleColumn
	title string
	width float32
	text  func(store.PersonRow) string
}

// builtIn are the columns there are, custom ones apart, in their order.
var builtIn = []column{
	{store.ByTitle, "Job title", 160, func(p store.PersonRow) string { return p.Title }},
	{store.ByOrganisation, "Organisation", 140, func(p store.PersonRow) string { return p.Organisation }},
	{store.BySector, "Sector", 100, func(p store.PersonRow) string { return p.Sector }},
	{store.ByCountry, "Country", 100, func(p store.PersonRow) string { return p.Country }},
	{store.ByPronouns, "Pronouns", 80, func(p store.PersonRow) string { return p.Pronouns }},
	{store.ByConsent, "Consent", 80, func(p store.PersonRow) string { return desk.Word(string(p.Consent)) }},
	{store.ByStatus, "Status", 88, func(p store.PersonRow) string { return desk.Word(string(p.Status)) }},
	{store.ByMissing, "Missing", 150, nil}, // chips
	{store.ByRank, "Rank", 72, rankText},
}

// usual are the columns of a book whose curator has chosen none.
var usual = []store.PeopleColumn{store.ByMissing, store.ByRank}

const (
	memoryColumns = "people.columns"
	memoryWidths  = "people.widths"
)

// columnSet is which columns the list shows, and how wide they are.
type columnSet struct {
	memory desk.Memory
	custom []model.CustomField
	chosen []store.PeopleColumn
	widths map[store.PeopleColumn]float32
	grid   *kit.Columns
	year   string // the title of the rank's column
}

func newColumnSet(m desk.Memory) *columnSet {
	c := &columnSet{memory: m, chosen: usual, widths: map[store.PeopleColumn]float32{}, grid: kit.NewColumns()}
	if text := m.Text(memoryColumns, ""); text != "" {
		var chosen []store.PeopleColumn
		if json.Unmarshal([]byte(text), &chosen) == nil {
			c.chosen = chosen
		}
	}
	if err := json.Unmarshal([]byte(m.Text(memoryWidths, "{}")), &c.widths); err != nil {
		c.widths = map[store.PeopleColumn]float32{}
	}
	c.grid.OnResize = func(id string, width float32) {
		if width <= 0 {
			return
		}
		c.widths[store.PeopleColumn(id)] = width
		c.keep(memoryWidths, c.widths)
	}
	c.build()
	return c
}

func (c *columnSet) keep(key string, v any) {
	if text, err := json.Marshal(v); err == nil {
		c.memory.SetText(key, string(text))
	}
}

// all are the columns that can be chosen: the built-in ones and the curator's own.
func (c *columnSet) all() []column {
	at := slices.IndexFunc(builtIn, func(b column) bool { return b.id == store.ByMissing })
	own := make([]column, len(c.custom))
	for i, f := range c.custom {
		own[i] = column{store.PeopleColumn(f.ID), f.Name, 100, customText(f)}
	}
	return slices.Concat(builtIn[:at], own, builtIn[at:])
}

func customText(f model.CustomField) func(store.PersonRow) string {
	return func(p store.PersonRow) string {
		if v := p.Custom[f.ID]; f.Kind == model.CustomYesNo {
			return desk.Word(v)
		}
		return p.Custom[f.ID]
	}
}

func (c *columnSet) isCustom(id store.PeopleColumn) bool {
	return slices.ContainsFunc(c.custom, func(f model.CustomField) bool { return f.ID == model.ID(id) })
}

// title is what a column is called.
func (c *columnSet) title(col column) string {
	switch {
	case col.id == store.ByRank && c.year != "":
		return c.year
	case c.isCustom(col.id):
		return col.title
	}
	return lang.L(col.title)
}

// shown are the chosen columns in their order.
func (c *columnSet) shown() []column {
	var out []column
	for _, col := range c.all() {
		if slices.Contains(c.chosen, col.id) {
			out = append(out, col)
		}
	}
	return out
}

func (c *columnSet) has(id store.PeopleColumn) bool { return slices.Contains(c.chosen, id) }

// build gives the columns to the head and the rows.
func (c *columnSet) build() {
	const picture = 40
	columns := []kit.ListColumn{
		{ID: "picture", Width: picture, Min: picture, Fixed: true},
		{ID: string(store.ByName), Title: lang.L("Name (sorted)"), Grow: true, Min: 140},
	}
	for _, col := range c.shown() {
		width := col.width
		if w := c.widths[col.id]; w > 0 {
			width = w
		}
		k := kit.ListColumn{ID: string(col.id), Title: c.title(col), Width: width}
		if col.id == store.ByRank || col.id == store.ByMissing {
			k.Align = fyne.TextAlignTrailing
		}
		if col.id == store.ByMissing {
			k.Min = 72 // one chip
		}
		columns = append(columns, k)
	}
	c.grid.Stay = 0
	for _, id := range usual {
		if c.has(id) {
			c.grid.Stay++
		}
	}
	c.grid.Set(columns...)
}

// choose shows other columns and remembers them.
func (c *columnSet) choose(ids []store.PeopleColumn) {
	c.chosen = ids
	c.keep(memoryColumns, ids)
	c.build()
}

// setCustom takes in the curator's own fields.
func (c *columnSet) setCustom(fields []model.CustomField) {
	same := slices.EqualFunc(c.custom, fields, func(a, b model.CustomField) bool { return a.ID == b.ID && a.Name == b.Name && a.Kind == b.Kind })
	c.custom = fields
	if !same {
		c.build()
	}
}

func (c *columnSet) setYear(year string) {
	if c.year != year {
		c.year = year
		c.grid.SetTitle(string(store.ByRank), year)
	}
}

// chooseColumns asks which columns the list shall show.
func (l *list) chooseColumns() {
	all := l.columns.all()
	on := make(map[store.PeopleColumn]bool, len(all))
	for _, id := range l.columns.chosen {
		on[id] = true
	}
	ticks := kit.NewTickList(kit.ListParams{
		Label: lang.L("Columns"), RowHeight: 36,
		Length: func() int { return len(all) },
		Create: func() fyne.CanvasObject { return kit.NewElastic("", kit.Body) },
		Update: func(i int, o fyne.CanvasObject) { o.(*kit.Label).SetText(l.columns.title(all[i])) },
	}, func(i int) bool { return on[all[i].id] })
	ticks.OnTicked = func(i int, now bool) { on[all[i].id] = now }
	ticks.Select(0)
	kit.NewDialog(l.s.desk.Window(), kit.DialogParams{
		Title: lang.L("Columns"), Primary: lang.L("Show"), Width: 420, First: ticks.Focusable(),
		Note:    lang.L("Remembered for this book"),
		Content: kit.Sized(framed(ticks), 372, float32(min(len(all), 12))*36+2),
		OnPrimary: func() bool {
			var ids []store.PeopleColumn
			for _, col := range all {
				if on[col.id] {
					ids = append(ids, col.id)
				}
			}
			l.columns.choose(ids)
			l.list.Refresh()
			return true
		},
	}).Show()
}
