package people

import (
	"context"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// list is the left pane: search, filters, columns, rows.
type list struct {
	s       *screen
	object  fyne.CanvasObject
	count   *kit.Label
	search  *kit.Field
	saved   *kit.Button
	filters *filterBar
	columns *columnSet
	list    *kit.List
	stage   *fyne.Container // the rows, or that there are none
	none    *nobody
	marks   *markBar
	rows    []store.PersonRow
	said    map[model.ID]string // see found
	want    model.ID            // who is to be selected when the rows arrive
	offset  float32             // where to scroll when the rows arrive; -1: nowhere
	ready   bool                // the rows have arrived once
}

func newList(s *screen) *list {
	l := &list{s: s, count: kit.NewLabel("", kit.Small), columns: newColumnSet(s.desk.Memory()), offset: -1}
	l.search = kit.NewSearchField(lang.L("Name, title, answer…"))
	l.search.OnChanged = func(string) { l.fetch() }
	l.search.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDown || ev.Name == fyne.KeyUp {
			l.focus()
			return l.list.HandleKey(ev)
		}
		return false
	}
	l.filters = newFilterBar(l)
	l.list = kit.NewList(kit.ListParams{
		Label: lang.L("People"), RowHeight: 56,
		Length: func() int { return len(l.rows) },
		Create: func() fyne.CanvasObject { return newPersonRow(s.desk, l.columns) },
		Update: func(i int, o fyne.CanvasObject) { o.(*personRow).fill(l.rows[i], l.said[l.rows[i].ID]) },
	})
	l.list.OnSelected = func(i int) {
		if i >= 0 && i < len(l.rows) {
			s.editor.show(l.rows[i].ID, desk.Place{})
		}
	}
	l.list.OnMarked = func([]int) { l.marks.refresh() }
	l.list.OnOpen = func(int) { s.editor.focus() }
	l.list.OnMenu = l.menu
	l.list.OnType = l.jump
	l.list.OnKey = l.key
	l.list.OnShortcut = l.shortcut
	l.columns.grid.SetSorted(string(store.ByName), false)
	l.columns.grid.OnSort = func(id string, descend bool) { l.filters.sort(store.PeopleColumn(id), descend) }
	l.columns.grid.OnMenu = func(fyne.Position) { l.chooseColumns() }
	l.build()
	return l
}

func (l *list) build() {
	add := kit.NewMedium(lang.L("Add"), l.s.add).WithIcon(kit.IconPlus)
	var more *kit.Button
	more = kit.NewIconButton(kit.IconMore, lang.L("More"), func() { l.more(more) })
	l.saved = kit.NewButton(lang.L("Saved searches"), func() { l.savedMenu(l.saved) }).WithMenu()
	var filter *kit.Button
	filter = kit.NewIconButton(kit.IconFilter, lang.L("More filters"), func() { l.filters.menu(filter) })
	head := kit.Pad(kit.VBox(12,
		kit.MidRow(12, kit.Natural(kit.NewLabel(lang.L("People"), kit.Title)), kit.Natural(l.count), kit.Space(), kit.Natural(add), kit.Natural(more)),
		kit.MidRow(8, kit.Cell{Object: l.search, Size: 136, Grow: 1}, kit.Natural(filter), kit.Natural(l.saved)),
		l.filters.object), 14, 16, 12, 16)
	l.marks = newMarkBar(l)
	l.none = newNobody(l)
	l.stage = container.NewStack(l.list)
	columns := container.NewStack(kit.NewFill(kit.Canvas), kit.NewColumnHead(l.columns.grid))
	l.object = kit.Column(0, kit.Natural(head), kit.Fixed(1, kit.NewHLine()), kit.Fixed(32, columns), kit.Fixed(1, kit.NewHLine()),
		kit.Grow(1, l.stage), kit.Natural(l.marks.object))
}

// found is what a fetch of the list brings.
type found struct {
	rows    []store.PersonRow
	counts  counts
	whole   int // how many there are without any filter
	edition model.Edition
	fields  []model.CustomField
	said    map[model.ID]string // the words in which somebody was found, where it is not in the row
}

func (l *list) fetch() {
	filter := l.filters.chosen()
	l.s.desk.Fetch("people.rows", func(ctx context.Context, b *store.Book) (any, error) {
		text := store.PeopleFilter{Text: filter.Text, EditionID: filter.EditionID, Trashed: filter.Trashed, SortBy: filter.SortBy, Descend: filter.Descend}
		rows, err := b.PeopleRows(ctx, text)
		if err != nil {
			return nil, err
		}
		var f found
		f.rows, f.counts = sift(rows, filter)
		f.whole = len(rows)
		if f.fields, err = b.CustomFields(ctx); err != nil {
			return nil, err
		}
		if filter.EditionID != "" {
			f.edition, err = b.Edition(ctx, filter.EditionID)
		}
		return f, err
	}, func(v any, err error) {
		if err != nil {
			l.s.later.Drop()
			l.s.desk.Fail(err)
			return
		}
		f := v.(found)
		l.show(f, filter)
		l.s.later.Arrived()
		l.fetchSaid(f, filter)
	})
}

// fetchSaid adds those who are found in what they said or in the notes. It
// comes second, because the index of all words takes a while after opening.
func (l *list) fetchSaid(f found, filter store.PeopleFilter) {
	const fewest = 3 // letters: fewer find nearly everybody
	if utf8.RuneCountInString(filter.Text) < fewest || filter.Trashed {
		return
	}
	l.s.desk.Fetch("people.said", func(ctx context.Context, b *store.Book) (any, error) {
		return addSaid(ctx, b, f, filter)
	}, func(v any, err error) {
		if err != nil {
			l.s.desk.Fail(err)
			return
		}
		if more := v.(found); len(more.said) > 0 && filter == l.filters.chosen() {
			l.show(more, filter)
		}
	})
}

func addSaid(ctx context.Context, b *store.Book, f found, filter store.PeopleFilter) (found, error) {
	hits, err := b.Search(ctx, filter.Text, 0)
	if err != nil {
		return f, err
	}
	f.said = map[model.ID]string{}
	for _, h := range hits {
		f.said[h.PersonID] = h.Snippet
	}
	for _, r := range f.rows {
		delete(f.said, r.ID)
	}
	if len(f.said) == 0 {
		return f, nil
	}
	filter.Text = ""
	all, err := b.PeopleRows(ctx, filter)
	f.rows = append([]store.PersonRow(nil), f.rows...)
	for _, r := range all {
		if _, ok := f.said[r.ID]; ok {
			f.rows = append(f.rows, r)
		}
	}
	return f, err
}

// show fills the list. The selection and the marks stay with the people, not
// with the rows.
func (l *list) show(f found, filter store.PeopleFilter) {
	selected := l.s.editor.id
	if l.want != "" {
		selected, l.want = l.want, ""
	}
	was, marked := l.list.Selected(), map[model.ID]bool{}
	for _, id := range l.marked() {
		marked[id] = true
	}
	l.rows, l.said, l.ready = f.rows, f.said, true
	l.columns.setCustom(f.fields)
	l.columns.setYear(yearText(f.edition))
	l.filters.show(f)
	l.list.Refresh()
	l.count.SetText(countText(len(f.rows), f.whole, filter))
	at, rows := -1, []int(nil)
	for i, r := range l.rows {
		if r.ID == selected {
			at = i
		}
		if marked[r.ID] {
			rows = append(rows, i)
		}
	}
	switch {
	case at >= 0 && len(rows) > 1:
		l.list.Mark(at, rows...)
	case at >= 0:
		l.list.Select(at)
	case len(l.rows) > 0 && selected == "":
		next := max(0, min(was, len(l.rows)-1))
		l.list.Select(next)
		l.s.editor.show(l.rows[next].ID, desk.Place{})
	case len(l.rows) == 0 && (selected == "" || filter.Text == "" && f.whole == 0 && !filter.Trashed):
		l.s.editor.showEmpty()
	default:
		l.list.Select(-1) // who is shown at the right is not among those found
	}
	if l.offset >= 0 {
		l.list.SetOffset(l.offset)
		l.offset = -1
	}
	l.marks.refresh()
	l.none.show(len(l.rows) == 0, f.whole, filter)
}

// countText says how many there are: of how many, where a filter is on.
func countText(n, whole int, filter store.PeopleFilter) string {
	switch {
	case filter.Trashed:
		return lang.N("{{.Count}} people in the trash", n, map[string]any{"Count": kit.Number(n)})
	case n != whole:
		return lang.L("{{.Count}} of {{.All}}", map[string]any{"Count": kit.Number(n), "All": kit.Number(whole)})
	}
	return lang.N("{{.Count}} people", n, map[string]any{"Count": kit.Number(n)})
}

func yearText(e model.Edition) string {
	if e.Year > 0 {
		return itoa(e.Year)
	}
	return ""
}

// view is how the list stands, for Back and for the next start.
func (l *list) view() string {
	filter := l.filters.chosen()
	text, err := json.Marshal(view{filter, l.list.Offset()})
	if err != nil {
		return ""
	}
	return string(text)
}

// view is what is kept of the list.
type view struct {
	Filter store.PeopleFilter `json:"filter"`
	Offset float32            `json:"offset"`
}

// restore brings the list to how it stood; an empty text leaves it as it is.
func (l *list) restore(text string) {
	var v view
	if text == "" || json.Unmarshal([]byte(text), &v) != nil {
		return
	}
	l.filters.take(v.Filter)
	l.offset = v.Offset
}

func (l *list) focus() { l.s.desk.Window().Canvas().Focus(l.list.Focusable()) }

// marked gives the people marked in the list.
func (l *list) marked() []model.ID {
	var ids []model.ID
	for _, i := range l.list.Marked() {
		if i < len(l.rows) {
			ids = append(ids, l.rows[i].ID)
		}
	}
	return ids
}

// jump goes to the next person whose sort key begins with a letter.
func (l *list) jump(r rune) bool {
	letter := model.Fold(string(r))
	i := l.list.Next(func(i int) bool { return letter != "" && strings.HasPrefix(l.rows[i].SortKey, letter) })
	if i >= 0 {
		l.list.Select(i)
		l.s.editor.show(l.rows[i].ID, desk.Place{})
	}
	return i >= 0
}
