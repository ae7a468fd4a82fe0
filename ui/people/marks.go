package people

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// markBar stands under the list while several people are marked, or the trash is
// shown: how many, and what can be done with all of them.
type markBar struct {
	l       *list
	object  *fyne.Container
	count   *kit.Label
	edit    *kit.Button
	trash   *kit.Button
	restore *kit.Button
}

func newMarkBar(l *list) *markBar {
	m := &markBar{l: l, count: kit.NewElastic("", kit.BodyStrong)}
	m.edit = kit.NewSmall(lang.L("Edit…"), l.s.bulkEdit).WithIcon(kit.IconEdit)
	m.trash = kit.NewSmall(lang.L("Move to trash"), l.s.trash).WithIcon(kit.IconTrash)
	m.restore = kit.NewSmall(lang.L("Bring back"), l.s.restore).WithIcon(kit.IconRestore)
	row := kit.Pad(kit.MidRow(8, kit.Grow(1, m.count), kit.Natural(m.edit),
		kit.Natural(kit.NewSmall(lang.L("Copy"), l.copy).WithIcon(kit.IconCopy)), kit.Natural(m.trash), kit.Natural(m.restore)), 10, 16, 10, 16)
	m.object = container.NewStack(kit.NewFill(kit.Canvas), kit.VBox(0, kit.NewHLine(), row))
	m.object.Hide()
	return m
}

func (m *markBar) refresh() {
	if m == nil {
		return
	}
	n, trashed := len(m.l.list.Marked()), m.l.filters.filter.Trashed
	m.count.SetText(lang.N("{{.Count}} chosen", n, map[string]any{"Count": kit.Number(n)}))
	shown := n > 1 || trashed && n > 0
	kit.SetVisible(m.edit, !trashed)
	kit.SetVisible(m.trash, !trashed)
	kit.SetVisible(m.restore, trashed)
	if shown != m.object.Visible() {
		kit.SetVisible(m.object, shown)
		m.l.object.Refresh()
	}
	m.object.Refresh()
}

// copy puts the marked people on the clipboard as a table that any spreadsheet
// takes: name, job and the columns shown, divided by tabs.
func (l *list) copy() {
	marked := l.list.Marked()
	if len(marked) == 0 {
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(l.table(marked))
	l.s.desk.Tell(lang.N("{{.Count}} people copied as a table", len(marked), map[string]any{"Count": kit.Number(len(marked))}), false)
}

func (l *list) table(rows []int) string {
	columns := []column{
		{id: store.ByName, title: "Name", text: func(p store.PersonRow) string { return p.Name }},
		{id: store.ByTitle, title: "Job title", text: func(p store.PersonRow) string { return p.Title }},
		{id: store.ByOrganisation, title: "Organisation", text: func(p store.PersonRow) string { return p.Organisation }},
	}
	for _, c := range l.columns.shown() {
		switch c.id {
		case store.ByTitle, store.ByOrganisation:
		case store.ByMissing:
			c.text = missingText
			columns = append(columns, c)
		default:
			columns = append(columns, c)
		}
	}
	var b strings.Builder
	line := func(cell func(column) string) {
		for i, c := range columns {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(harmless(cell(c)))
		}
		b.WriteByte('\n')
	}
	line(l.columns.title)
	for _, i := range rows {
		if i < len(l.rows) {
			line(func(c column) string { return c.text(l.rows[i]) })
		}
	}
	return b.String()
}

func missingText(p store.PersonRow) string {
	words := make([]string, len(p.Missing))
	for i, m := range p.Missing {
		words[i] = missingWord(m)
	}
	return strings.Join(words, ", ")
}

// harmless is a cell in one line that no spreadsheet takes for a formula.
func harmless(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}

// key moves the marked people to the trash with Delete.
func (l *list) key(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyDelete || l.filters.filter.Trashed {
		return false
	}
	l.s.trash()
	return true
}

// shortcut copies the marked people.
func (l *list) shortcut(s fyne.Shortcut) bool {
	if _, ok := s.(*fyne.ShortcutCopy); ok {
		l.copy()
		return true
	}
	_, custom := s.(*desktop.CustomShortcut)
	return !custom && s.ShortcutName() == (&fyne.ShortcutPaste{}).ShortcutName()
}

// menu is what can be done with a row, or with all that are marked.
func (l *list) menu(row int, at fyne.Position) {
	win := l.s.desk.Window()
	if l.filters.filter.Trashed {
		kit.ShowMenuAt(win, at,
			kit.MenuItem(lang.L("Bring back"), kit.IconRestore, l.s.restore),
			kit.MenuItem(lang.L("Copy as a table"), kit.IconCopy, l.copy))
		return
	}
	n := len(l.list.Marked())
	items := []*fyne.MenuItem{
		kit.MenuItem(lang.L("Show on page"), kit.IconPage, func() { l.s.editor.showOnPage() }),
		kit.MenuItem(lang.L("Crop the photo…"), kit.IconCrop, func() { l.s.editor.photo.crop() }),
		fyne.NewMenuItemSeparator(),
		kit.MenuItem(lang.L("Edit in bulk…"), kit.IconEdit, l.s.bulkEdit),
		kit.MenuItem(lang.L("Copy as a table"), kit.IconCopy, l.copy),
	}
	if n == 2 {
		items = append(items, kit.MenuItem(lang.L("Merge the two…"), kit.IconMerge, l.s.mergeMarked))
	}
	if l.s.desk.EditionID() != "" {
		items = append(items, kit.MenuItem(lang.L("Add to the edition"), kit.IconPlus, l.s.placeMarked))
	}
	items = append(items, fyne.NewMenuItemSeparator(), kit.MenuItem(lang.L("Move to trash"), kit.IconTrash, l.s.trash))
	kit.ShowMenuAt(win, at, items...)
}

// more is the menu of what concerns all people.
func (l *list) more(below fyne.CanvasObject) {
	s := l.s
	kit.ShowMenu(below,
		kit.MenuItem(lang.L("Columns…"), kit.IconTable, l.chooseColumns),
		kit.MenuItem(lang.L("Fields of your own…"), kit.IconList, s.customFields),
		kit.MenuItem(lang.L("Organisations…"), kit.IconOrganisation, s.organisations),
		fyne.NewMenuItemSeparator(),
		kit.MenuItem(lang.L("Find and replace…"), kit.IconSearch, s.findReplace),
		kit.MenuItem(lang.L("Possible duplicates…"), kit.IconMerge, s.duplicates),
		fyne.NewMenuItemSeparator(),
		kit.MenuItem(lang.L("Trash"), kit.IconTrash, func() { l.filters.set(func(p *store.PeopleFilter) { *p = store.PeopleFilter{Trashed: true} }) }))
}

// trash moves the marked people to the trash.
func (s *screen) trash() { s.throw(false) }

// restore brings the marked people back from the trash.
func (s *screen) restore() { s.throw(true) }

func (s *screen) throw(back bool) {
	ids := s.list.marked()
	if len(ids) == 0 || s.list.filters.filter.Trashed != back {
		return
	}
	commands := make([]store.Command, len(ids))
	for i, id := range ids {
		commands[i] = store.TrashPerson{ID: id, Restore: back}
	}
	text := lang.N("{{.Count}} people moved to the trash", len(ids), map[string]any{"Count": len(ids)})
	if back {
		text = lang.N("{{.Count}} people brought back", len(ids), map[string]any{"Count": len(ids)})
	}
	desk.DoAndTell(s.desk, text, commands...)
}

// placeMarked adds the marked people to the edition chosen in the switcher; who
// stands there already is left as they are.
func (s *screen) placeMarked() {
	var commands []store.Command
	for _, i := range s.list.list.Marked() {
		if r := s.list.rows[i]; r.PlacementID == "" {
			commands = append(commands, store.Place{Placement: model.Placement{
				EditionID: s.desk.EditionID(), Kind: model.EntryPerson, Status: model.Nominated, Members: []model.Member{{PersonID: r.ID}},
			}})
		}
	}
	if len(commands) == 0 {
		s.desk.Tell(lang.L("They are all in the edition already."), false)
		return
	}
	desk.DoAndTell(s.desk, lang.N("{{.Count}} people added to the edition", len(commands), map[string]any{"Count": len(commands)}), store.Step{Commands: commands})
}

// inTrash says whether the trash is looked at, where somebody in it may be shown.
func (s *screen) inTrash() bool { return s.list.filters.filter.Trashed }

var _ desk.Screen = (*screen)(nil)
