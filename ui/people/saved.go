package people

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// savedMenu shows the saved searches below a button, once they are read.
func (l *list) savedMenu(below fyne.CanvasObject) {
	l.s.desk.Fetch("people.searches", func(ctx context.Context, b *store.Book) (any, error) {
		return b.SavedSearches(ctx)
	}, func(v any, err error) {
		if err != nil {
			l.s.desk.Fail(err)
			return
		}
		kit.ShowMenu(below, l.savedItems(v.([]store.SavedSearch))...)
	})
}

func (l *list) savedItems(searches []store.SavedSearch) []*fyne.MenuItem {
	var items, forget []*fyne.MenuItem
	for _, s := range searches {
		items = append(items, kit.MenuItem(s.Name, "", func() { l.filters.load(s.Filter) }))
		forget = append(forget, kit.MenuItem(s.Name, "", func() { l.forgetSearch(s) }))
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	items = append(items,
		kit.MenuItem(lang.L("Everybody"), kit.IconPeople, l.filters.clear),
		kit.MenuItem(lang.L("Save this search…"), kit.IconPlus, l.saveSearch))
	if len(forget) > 0 {
		more := kit.MenuItem(lang.L("Forget a search"), kit.IconTrash, nil)
		more.ChildMenu = fyne.NewMenu("", forget...)
		items = append(items, more)
	}
	return items
}

// saveSearch asks what the search, as it stands, shall be called.
func (l *list) saveSearch() {
	name := kit.NewField(lang.L("Name of the search"), lang.L("Still to chase"))
	filter := l.filters.chosen()
	name.SetText(filter.Text)
	kit.Form(l.s.desk.Window(), lang.L("Save this search"), lang.L("Save"), []fyne.CanvasObject{name}, func() bool {
		if name.Text() == "" {
			name.SetError(lang.L("Write a name."))
			return false
		}
		desk.DoAndTell(l.s.desk, lang.L("Search saved in the book"), store.SaveSearch{Search: store.SavedSearch{Name: name.Text(), Filter: filter}})
		return true
	})
}

func (l *list) forgetSearch(s store.SavedSearch) {
	desk.DoAndTell(l.s.desk, lang.L("“{{.Name}}” forgotten", map[string]any{"Name": s.Name}), store.RemoveSearch{ID: s.ID})
}

// nobody stands in place of the rows where there are none.
type nobody struct {
	l     *list
	shown string
}

func newNobody(l *list) *nobody { return &nobody{l: l} }

// show brings up what to do where no row is left, or takes it away.
func (n *nobody) show(none bool, whole int, filter store.PeopleFilter) {
	l := n.l
	object, what := fyne.CanvasObject(l.list), ""
	switch {
	case !none:
	case filter.Trashed && filter.Text == "":
		what = "trash"
		object = empty(kit.EmptyParams{
			Icon: kit.IconTrash, Missing: lang.L("The trash is empty"),
			Do: lang.L("Who is moved to the trash can be brought back from here."), Action: lang.L("Show everybody"), OnTap: l.filters.clear,
		})
	case filter.Text != "":
		what = "text " + filter.Text
		object = empty(kit.EmptyParams{
			Icon: kit.IconSearch, Missing: lang.L("Nobody is found"),
			Do:     lang.L("Nobody’s name, job or answers begin with “{{.Text}}”.", map[string]any{"Text": filter.Text}),
			Action: lang.L("Add “{{.Text}}” as a new person", map[string]any{"Text": filter.Text}), OnTap: l.s.add,
		})
	case whole > 0:
		what = "filter"
		object = empty(kit.EmptyParams{
			Icon: kit.IconFilter, Missing: lang.L("Nobody passes these filters"),
			Do: lang.L("Take one off, or all of them."), Action: lang.L("Clear filters"), OnTap: l.filters.clear,
		})
	}
	if what == n.shown && what != "" || len(l.stage.Objects) == 1 && l.stage.Objects[0] == object {
		return
	}
	n.shown = what
	l.stage.Objects = []fyne.CanvasObject{object}
	l.stage.Refresh()
}

func empty(p kit.EmptyParams) fyne.CanvasObject {
	return kit.Middle(kit.Sized(kit.NewEmpty(p), 340, 0))
}
