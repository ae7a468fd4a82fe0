package people

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// missingKinds are the filters for what somebody lacks, with their words.
var missingKinds = []struct {
	kind store.Missing
	text string
}{
	{store.MissingPhoto, "Photo"},
	{store.MissingCredit, "Credit"},
	{store.MissingAnswers, "Interview"},
	{store.MissingExcerpt, "Excerpt"},
	{store.MissingApproval, "Approval"},
}

// filterBar is the row of chips under the search field. What is chosen in the
// menu of further filters stands there as a chip that takes it off.
type filterBar struct {
	l         *list
	object    *fyne.Container
	filter    store.PeopleFilter // text and edition stand elsewhere
	inEdition *kit.FilterChip
	missing   []*kit.FilterChip
	found     found
}

func newFilterBar(l *list) *filterBar {
	f := &filterBar{l: l}
	f.inEdition = kit.NewFilterChip(lang.L("In the edition"), -1, func(on bool) {
		f.set(func(p *store.PeopleFilter) { p.InEdition, p.NotInEdition = on, false })
	})
	for i, m := range missingKinds {
		chip := kit.NewFilterChip(lang.L(m.text), -1, func(on bool) { f.setMissing(i, on) }).WithTone(kit.Warn)
		f.missing = append(f.missing, chip)
	}
	f.object = kit.Wrap(6)
	f.refresh()
	return f
}

// chosen is what the search, the chips and the head of the list ask for.
func (f *filterBar) chosen() store.PeopleFilter {
	p := f.filter
	p.Text, p.EditionID = f.l.search.Text(), f.l.s.desk.EditionID()
	return p
}

// set changes the filter and looks again.
func (f *filterBar) set(change func(*store.PeopleFilter)) {
	change(&f.filter)
	f.refresh()
	f.l.fetch()
}

// load takes over a whole filter, as a saved search holds it, and looks.
func (f *filterBar) load(p store.PeopleFilter) {
	f.take(p)
	f.l.fetch()
}

func (f *filterBar) take(p store.PeopleFilter) {
	f.l.search.SetText(p.Text)
	p.Text, p.EditionID = "", ""
	if p.SortBy == "" {
		p.SortBy, p.Descend = f.filter.SortBy, f.filter.Descend
	}
	f.filter = p
	f.l.columns.grid.SetSorted(string(cmp.Or(p.SortBy, store.ByName)), p.Descend)
	f.refresh()
}

// clear takes every filter off, and the words looked for.
func (f *filterBar) clear() {
	f.load(store.PeopleFilter{SortBy: f.filter.SortBy, Descend: f.filter.Descend})
}

func (f *filterBar) sort(by store.PeopleColumn, descend bool) {
	f.set(func(p *store.PeopleFilter) { p.SortBy, p.Descend = by, descend })
}

// setMissing keeps one filter for what is missing on at a time.
func (f *filterBar) setMissing(i int, on bool) {
	f.set(func(p *store.PeopleFilter) {
		p.Missing = ""
		if on {
			p.Missing = missingKinds[i].kind
		}
	})
}

// narrowed says whether anything but the words is filtered by.
func (f *filterBar) narrowed() bool {
	p := f.filter
	p.SortBy, p.Descend = "", false
	return p != store.PeopleFilter{}
}

// show takes in how many each chip would leave.
func (f *filterBar) show(n found) {
	f.found = n
	text := lang.L("In the edition")
	if n.edition.Year > 0 {
		text = lang.L("In {{.Year}}", map[string]any{"Year": n.edition.Year})
	}
	f.inEdition.Set(text, n.counts.inEdition)
	for i, chip := range f.missing {
		chip.Set(lang.L(missingKinds[i].text), n.counts.missing[missingKinds[i].kind])
	}
	f.refresh()
}

// refresh shows the chips of what is chosen behind those that are always there.
func (f *filterBar) refresh() {
	p := f.filter
	f.inEdition.SetOn(p.InEdition)
	objects := []fyne.CanvasObject{}
	if p.Trashed {
		objects = append(objects, f.off(lang.L("Trash"), func(p *store.PeopleFilter) { p.Trashed = false }))
	} else {
		objects = append(objects, f.inEdition)
		for i, chip := range f.missing {
			chip.SetOn(p.Missing == missingKinds[i].kind)
			objects = append(objects, chip)
		}
	}
	objects = append(objects, f.further(p)...)
	f.object.Objects = objects
	f.object.Refresh()
	if f.l.object != nil && f.object.MinSize().Height != f.object.Size().Height { // another line, or one less
		f.l.object.Refresh()
	}
}

// further are the chips of the filters that were chosen from the menu.
func (f *filterBar) further(p store.PeopleFilter) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	add := func(on bool, text string, off func(*store.PeopleFilter)) {
		if on {
			out = append(out, f.off(text, off))
		}
	}
	add(p.NotInEdition, lang.L("Not in the edition"), func(p *store.PeopleFilter) { p.NotInEdition = false })
	add(p.Status != "", desk.Word(string(p.Status)), func(p *store.PeopleFilter) { p.Status = "" })
	add(p.Sector != "", p.Sector, func(p *store.PeopleFilter) { p.Sector = "" })
	add(p.Country != "", p.Country, func(p *store.PeopleFilter) { p.Country = "" })
	add(p.Organisation != "", f.found.counts.text(organisationOf, p.Organisation), func(p *store.PeopleFilter) { p.Organisation = "" })
	for _, c := range f.l.columns.custom {
		text := c.Name + ": " + p.CustomValue
		if p.CustomValue == "" {
			text = lang.L("No {{.Field}}", map[string]any{"Field": c.Name})
		}
		add(p.Custom == c.ID, text, func(p *store.PeopleFilter) { p.Custom, p.CustomValue = "", "" })
	}
	return out
}

// off is a chip that is on and takes its filter off.
func (f *filterBar) off(text string, off func(*store.PeopleFilter)) fyne.CanvasObject {
	chip := kit.NewFilterChip(text, -1, func(bool) { f.set(off) })
	chip.SetOn(true)
	return chip
}

// menu offers further filters.
func (f *filterBar) menu(below fyne.CanvasObject) {
	items := []*fyne.MenuItem{
		kit.MenuItem(lang.L("Not in the edition"), "", func() {
			f.set(func(p *store.PeopleFilter) { p.NotInEdition, p.InEdition = true, false })
		}),
		kit.MenuItem(lang.L("Status…"), "", func() {
			f.choose(lang.L("Status"), f.found.counts.values(statusOf), func(p *store.PeopleFilter, v model.ID) { p.Status = model.Status(v) })
		}),
		kit.MenuItem(lang.L("Sector…"), "", func() {
			f.choose(lang.L("Sector"), f.found.counts.values(sectorOf), func(p *store.PeopleFilter, v model.ID) { p.Sector = string(v) })
		}),
		kit.MenuItem(lang.L("Country…"), "", func() {
			f.choose(lang.L("Country"), f.found.counts.values(countryOf), func(p *store.PeopleFilter, v model.ID) { p.Country = string(v) })
		}),
		kit.MenuItem(lang.L("Organisation…"), "", func() {
			f.choose(lang.L("Organisation"), f.found.counts.values(organisationOf), func(p *store.PeopleFilter, v model.ID) { p.Organisation = v })
		}),
	}
	for _, c := range f.l.columns.custom {
		items = append(items, kit.MenuItem(c.Name+"…", "", func() {
			f.choose(c.Name, f.found.counts.values(valueOf(c)), func(p *store.PeopleFilter, v model.ID) { p.Custom, p.CustomValue = c.ID, string(v) })
		}))
	}
	items = append(items, fyne.NewMenuItemSeparator(),
		kit.MenuItem(lang.L("Trash"), kit.IconTrash, func() { f.set(func(p *store.PeopleFilter) { *p = store.PeopleFilter{Trashed: true} }) }))
	if f.narrowed() {
		items = append(items, kit.MenuItem(lang.L("Clear filters"), kit.IconClose, f.clear))
	}
	kit.ShowMenu(below, items...)
}

// choose asks for one of the values that people have.
func (f *filterBar) choose(title string, values []counted, set func(*store.PeopleFilter, model.ID)) {
	if len(values) == 0 {
		f.l.s.desk.Tell(lang.L("Nobody has anything there yet."), false)
		return
	}
	options := make([]kit.Option, len(values))
	for i, v := range values {
		options[i] = kit.Option{Text: v.text, Detail: kit.Number(v.n)}
	}
	kit.ChooseFrom(f.l.s.desk.Window(), title, lang.L("Show"), options, func(i int) {
		f.set(func(p *store.PeopleFilter) { set(p, values[i].id) })
	})
}

// counted is a value that people have in a field, and how many of them.
type counted struct {
	id   model.ID // what the filter is set to
	text string
	n    int
}

// counts is how many each filter would leave of what the search finds.
type counts struct {
	inEdition int
	missing   map[store.Missing]int
	rows      []store.PersonRow // all that the words find
}

// part is what a row says in a field that can be filtered by: what the filter is
// set to, and how it reads; ok is false where the row says nothing.
type part func(*store.PersonRow) (id model.ID, text string, ok bool)

func statusOf(r *store.PersonRow) (model.ID, string, bool) {
	return model.ID(r.Status), desk.Word(string(r.Status)), r.PlacementID != ""
}

func sectorOf(r *store.PersonRow) (model.ID, string, bool) {
	return model.ID(r.Sector), r.Sector, r.Sector != ""
}

func countryOf(r *store.PersonRow) (model.ID, string, bool) {
	return model.ID(r.Country), r.Country, r.Country != ""
}

func organisationOf(r *store.PersonRow) (model.ID, string, bool) {
	return r.OrganisationID, r.Organisation, r.OrganisationID != ""
}

// valueOf is the value of a field of the curator's own; nothing is a value too.
func valueOf(c model.CustomField) part {
	return func(r *store.PersonRow) (model.ID, string, bool) {
		v := r.Custom[c.ID]
		text := v
		switch {
		case v == "":
			text = lang.L("Nothing")
		case c.Kind == model.CustomYesNo:
			text = desk.Word(v)
		}
		return model.ID(v), text, true
	}
}

// values counts what the rows say in a field.
func (n counts) values(of part) []counted {
	t := tally{}
	for i := range n.rows {
		if id, text, ok := of(&n.rows[i]); ok {
			t.add(id, text)
		}
	}
	return t.sorted()
}

// text is how a value reads.
func (n counts) text(of part, want model.ID) string {
	for i := range n.rows {
		if id, text, ok := of(&n.rows[i]); ok && id == want {
			return text
		}
	}
	return ""
}

type tally map[model.ID]*counted

func (t tally) add(id model.ID, text string) {
	if t[id] == nil {
		t[id] = &counted{id: id, text: text}
	}
	t[id].n++
}

func (t tally) sorted() []counted {
	all := make([]counted, 0, len(t))
	for _, c := range t {
		all = append(all, *c)
	}
	slices.SortFunc(all, func(a, b counted) int {
		if (a.id == "") != (b.id == "") {
			return cmp.Compare(b.id, a.id)
		}
		return cmp.Or(model.CompareSort(model.Fold(a.text), model.Fold(b.text), "en-GB"), cmp.Compare(a.id, b.id))
	})
	return all
}

// sift keeps the rows that the filter chooses, and counts what each of its parts
// would leave beside the others.
func sift(rows []store.PersonRow, filter store.PeopleFilter) ([]store.PersonRow, counts) {
	n := counts{missing: map[store.Missing]int{}, rows: rows}
	noEdition, noMissing := filter, filter
	noEdition.InEdition = false
	noMissing.Missing = ""
	var kept []store.PersonRow
	for i := range rows {
		r := &rows[i]
		if r.PlacementID != "" && noEdition.Chooses(r) {
			n.inEdition++
		}
		if noMissing.Chooses(r) {
			for _, m := range r.Missing {
				n.missing[m]++
			}
		}
		if filter.Chooses(r) {
			kept = append(kept, *r)
		}
	}
	return kept, n
}
