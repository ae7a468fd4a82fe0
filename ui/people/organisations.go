package people

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/kit"
)

// organisations shows the organisations of the book as records: how many people
// each has, its name and facts, and several of them made into one.
func (s *screen) organisations() {
	s.editor.flush()
	d := &organisations{s: s}
	d.show()
}

// organisations is the dialog.
type organisations struct {
	s                             *screen
	all, rows                     []store.OrganisationRow
	search                        *kit.Field
	columns                       *kit.Columns
	sortBy                        string
	descend                       bool
	list                          *kit.List
	head                          *kit.Label
	use                           *kit.Label
	name, sortAs, sector, country *kit.Field
	merge, remove, people         *kit.Button
	shown                         model.ID
	dialog                        *kit.Dialog
}

const (
	byOrganisation = "name"
	byPeople       = "people"
	byPrinted      = "printed"
	bySector       = "sector"
	byCountry      = "country"
)

func (d *organisations) show() {
	d.search = kit.NewSearchField(lang.L("Name, sector, country…"))
	d.search.OnChanged = func(string) { d.narrow() }
	d.search.OnKey = func(ev *fyne.KeyEvent) bool {
		return (ev.Name == fyne.KeyDown || ev.Name == fyne.KeyUp) && d.list.HandleKey(ev)
	}
	d.columns = kit.NewColumns(
		kit.ListColumn{ID: byOrganisation, Title: lang.L("Organisation"), Grow: true, Min: 160},
		kit.ListColumn{ID: bySector, Title: lang.L("Sector"), Width: 110},
		kit.ListColumn{ID: byCountry, Title: lang.L("Country"), Width: 110},
		kit.ListColumn{ID: byPeople, Title: lang.L("People"), Width: 56, Align: fyne.TextAlignTrailing},
		kit.ListColumn{ID: byPrinted, Title: lang.L("Printed"), Width: 56, Align: fyne.TextAlignTrailing})
	d.columns.Stay = 2
	d.columns.SetSorted(byOrganisation, false)
	d.columns.OnSort = func(id string, descend bool) {
		d.sortBy, d.descend = id, descend
		d.narrow()
	}
	d.list = kit.NewList(kit.ListParams{
		Label: lang.L("Organisations"), RowHeight: 36,
		Length: func() int { return len(d.rows) },
		Create: func() fyne.CanvasObject { return kit.NewCells(d.columns) },
		Update: func(i int, o fyne.CanvasObject) {
			r := d.rows[i]
			o.(*kit.Cells).Set(r.Name, r.Sector, r.Country, kit.Number(r.People), kit.Number(r.Printed))
		},
	})
	d.list.OnSelected = d.choose
	d.list.OnMarked = func([]int) { d.fill() }
	d.list.OnOpen = func(int) { d.name.Focus() }
	left := kit.Column(0, kit.Natural(kit.Pad(d.search, 12, 16, 12, 16)), kit.Fixed(1, kit.NewHLine()),
		kit.Fixed(32, kit.NewColumnHead(d.columns)), kit.Fixed(1, kit.NewHLine()), kit.Grow(1, d.list))
	d.dialog = kit.NewDialog(d.s.desk.Window(), kit.DialogParams{
		Title: lang.L("Organisations"), Cancel: lang.L("Close"), Width: 1040, Height: 640, Flush: true, First: d.search.Focusable(),
		Note:     lang.L("What earlier editions printed stays as it was printed."),
		OnCancel: d.flush,
		Content:  kit.Row(0, kit.Grow(1, left), kit.Fixed(1, kit.NewVLine()), kit.Fixed(360, d.card())),
	})
	d.dialog.Show()
	d.look()
}

// card is the right side: the facts of the one chosen, and what can be done.
func (d *organisations) card() fyne.CanvasObject {
	d.head, d.use = kit.NewElastic("", kit.PanelTitle), kit.NewElastic("", kit.Small)
	field := func(label string, set func(*store.UpdateOrganisation, *string)) *kit.Field {
		f := kit.NewField(label, "")
		f.OnCommit = func(text string) {
			c := store.UpdateOrganisation{ID: d.shown}
			set(&c, &text)
			d.s.desk.Do(func(_ store.Receipt, err error) { d.look() }, c)
		}
		return f
	}
	d.name = field(lang.L("Name"), func(c *store.UpdateOrganisation, t *string) { c.Name = t })
	d.sortAs = field(lang.L("Sort under"), func(c *store.UpdateOrganisation, t *string) { c.SortAs = t })
	d.sector = field(lang.L("Sector"), func(c *store.UpdateOrganisation, t *string) { c.Sector = t })
	d.country = field(lang.L("Country"), func(c *store.UpdateOrganisation, t *string) { c.Country = t })
	d.merge = kit.NewButton(lang.L("Merge into…"), d.mergeInto).WithIcon(kit.IconMerge)
	d.remove = kit.NewButton(lang.L("Remove"), d.take).WithIcon(kit.IconTrash)
	d.people = kit.NewQuiet(lang.L("Show its people"), d.showPeople).WithTrailing(kit.IconChevronRight)
	return kit.NewScroll(kit.Pad(kit.VBox(16,
		kit.VBox(4, d.head, d.use), d.name, d.sortAs, d.sector, d.country,
		kit.HBox(0, d.people), kit.HBox(12, d.merge, d.remove)), 16, 16, 16, 16))
}

func (d *organisations) flush() {
	for _, f := range []*kit.Field{d.name, d.sortAs, d.sector, d.country} {
		f.Flush()
	}
}

// look reads them anew.
func (d *organisations) look() {
	d.s.desk.Fetch("people.organisations", func(ctx context.Context, b *store.Book) (any, error) {
		return b.OrganisationRows(ctx)
	}, func(v any, err error) {
		if err != nil {
			d.s.desk.Fail(err)
			return
		}
		d.all = v.([]store.OrganisationRow)
		d.narrow()
	})
}

// narrow shows those that the search finds, sorted as asked.
func (d *organisations) narrow() {
	words := strings.Fields(model.Fold(d.search.Text()))
	d.rows = d.rows[:0]
	for _, r := range d.all {
		text := model.Fold(r.Name + " " + r.Sector + " " + r.Country)
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) }) {
			d.rows = append(d.rows, r)
		}
	}
	number := func(n func(store.OrganisationRow) int) {
		slices.SortStableFunc(d.rows, func(a, b store.OrganisationRow) int { return n(a) - n(b) })
	}
	text := func(t func(store.OrganisationRow) string) {
		slices.SortStableFunc(d.rows, func(a, b store.OrganisationRow) int {
			return model.CompareSort(model.Fold(t(a)), model.Fold(t(b)), "en-GB")
		})
	}
	switch d.sortBy {
	case byPeople:
		number(func(r store.OrganisationRow) int { return -r.People })
	case byPrinted:
		number(func(r store.OrganisationRow) int { return -r.Printed })
	case bySector:
		text(func(r store.OrganisationRow) string { return r.Sector })
	case byCountry:
		text(func(r store.OrganisationRow) string { return r.Country })
	}
	if d.descend {
		slices.Reverse(d.rows)
	}
	at := slices.IndexFunc(d.rows, func(r store.OrganisationRow) bool { return r.ID == d.shown })
	d.list.Refresh()
	d.list.Select(max(0, at))
	d.choose(d.list.Selected())
}

func (d *organisations) choose(i int) {
	id := model.ID("")
	if i >= 0 && i < len(d.rows) {
		id = d.rows[i].ID
	}
	if id != d.shown {
		d.flush()
		d.shown = id
	}
	d.fill()
}

// fill shows the facts of the one chosen, or how many are marked.
func (d *organisations) fill() {
	i := slices.IndexFunc(d.all, func(r store.OrganisationRow) bool { return r.ID == d.shown })
	marked := len(d.list.Marked())
	one := i >= 0 && marked <= 1
	for _, f := range []*kit.Field{d.name, d.sortAs, d.sector, d.country} {
		f.SetReadOnly(!one)
	}
	var r store.OrganisationRow
	if i >= 0 {
		r = d.all[i]
	}
	d.head.SetText(r.Name)
	if !one {
		r = store.OrganisationRow{}
	}
	set(d.name, r.Name)
	set(d.sortAs, r.SortAs)
	set(d.sector, r.Sector)
	set(d.country, r.Country)
	d.use.SetText(joined(" · ", lang.N("{{.Count}} people today", r.People, map[string]any{"Count": kit.Number(r.People)}),
		lang.N("printed {{.Count}} times", r.Printed, map[string]any{"Count": kit.Number(r.Printed)})))
	d.merge.SetText(lang.L("Merge into…"))
	if marked > 1 {
		d.head.SetText(lang.N("{{.Count}} chosen", marked, map[string]any{"Count": kit.Number(marked)}))
		d.use.SetText(lang.L("Merged, they bear one name and one set of facts."))
		d.merge.SetText(lang.N("Merge the {{.Count}}…", marked, map[string]any{"Count": kit.Number(marked)}))
	}
	d.merge.SetEnabled(i >= 0 && len(d.all) > 1)
	d.remove.SetEnabled(one && r.People == 0 && r.Printed == 0)
	d.people.SetEnabled(one && r.People > 0)
}

// mergeInto asks which organisation the marked ones become: one of them, or
// where only one is marked, another.
func (d *organisations) mergeInto() {
	d.flush()
	var marked []store.OrganisationRow
	for _, i := range d.list.Marked() {
		marked = append(marked, d.rows[i])
	}
	targets := marked
	if len(marked) == 1 {
		targets = slices.DeleteFunc(slices.Clone(d.all), func(r store.OrganisationRow) bool { return r.ID == d.shown })
	}
	options := make([]kit.Option, len(targets))
	for i, r := range targets {
		options[i] = kit.Option{Text: r.Name, Detail: lang.N("{{.Count}} people today", r.People, map[string]any{"Count": kit.Number(r.People)})}
	}
	kit.ChooseFrom(d.s.desk.Window(), lang.L("Which name stays?"), lang.L("Merge"), options, func(i int) {
		keep := targets[i]
		command := store.MergeOrganisations{Keep: keep.ID}
		for _, r := range marked {
			if r.ID != keep.ID {
				command.Lose = append(command.Lose, r.ID)
			}
		}
		d.s.desk.Do(func(_ store.Receipt, err error) {
			if err == nil {
				d.shown = keep.ID
				d.s.desk.Tell(lang.L("Merged into {{.Name}}", map[string]any{"Name": keep.Name}), true)
			}
			d.look()
		}, command)
	})
}

func (d *organisations) take() {
	d.s.desk.Do(func(_ store.Receipt, err error) {
		if err == nil {
			d.s.desk.Tell(lang.L("Organisation removed"), true)
		}
		d.look()
	}, store.RemoveOrganisation{ID: d.shown})
}

// showPeople leaves the dialog for the list of who works there.
func (d *organisations) showPeople() {
	id := d.shown
	d.flush()
	d.dialog.Close()
	d.s.list.filters.load(store.PeopleFilter{Organisation: id})
}
