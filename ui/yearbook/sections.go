package yearbook

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// sectionList is the order of the book: sections are dragged or moved by
// Alt+↑/↓, switched off and on, and opened for their settings.
type sectionList struct {
	s      *screen
	object fyne.CanvasObject
	list   *kit.RankList
	rows   []model.Section
}

const sectionRow = 40 // px

func newSectionList(s *screen) *sectionList {
	l := &sectionList{s: s}
	l.list = kit.NewRankList(kit.RankListParams{ListParams: kit.ListParams{
		Label: lang.L("Sections"), RowHeight: sectionRow, Single: true, Separators: true,
		Length: func() int { return len(l.rows) },
		Create: func() fyne.CanvasObject { return newSectionRow(l) },
		Update: func(i int, o fyne.CanvasObject) { o.(*sectionRowView).fill(i) },
	}})
	l.list.OnMove = func(rows []int, to int) { l.move(rows[0], to) }
	l.list.OnStep = func(rows []int, by int) {
		if by > 0 {
			by = 2 // before the one after the next
		}
		l.move(rows[0], rows[0]+by)
	}
	l.list.List.OnOpen = l.open
	l.list.List.OnSpace = l.toggle
	l.list.List.OnSelected = l.show
	l.list.List.OnMenu = l.menu
	add := kit.NewSmall(lang.L("Add a section…"), nil)
	add.OnTapped = func() { kit.ShowMenu(add, l.addable()...) }
	hint := kit.NewParagraph(lang.L("Drag moves, Space leaves out, Enter opens"), kit.Caption)
	l.object = kit.Column(0, kit.Grow(1, l.list), kit.Fixed(1, kit.NewHLine()),
		kit.Natural(kit.Pad(kit.MidRow(8, kit.Grow(1, hint), kit.Natural(add)), 8, 16, 8, 16)))
	s.definition.shows = append(s.definition.shows, func() {
		l.rows = s.definition.now.Sections
		l.list.Refresh()
	})
	return l
}

// proofed finds on which page each section begins.
func (l *sectionList) proofed() { l.list.Refresh() }

// move puts a section before another.
func (l *sectionList) move(from, to int) {
	if to < 0 || to > len(l.rows) || to == from || to == from+1 {
		return
	}
	l.s.definition.edit(func(y *model.Yearbook) { y.Sections = moved(y.Sections, from, to) })
	if to > from {
		to--
	}
	l.list.List.Select(to)
}

// moved gives sections with the one at from put before the one that stood at to.
func moved(sections []model.Section, from, to int) []model.Section {
	one := sections[from]
	rest := slices.Delete(slices.Clone(sections), from, from+1)
	if to > from {
		to--
	}
	return slices.Insert(rest, to, one)
}

// change edits one section.
func (l *sectionList) change(i int, change func(*model.Section)) string {
	return l.s.definition.edit(func(y *model.Yearbook) { change(&y.Sections[i]) })
}

// toggle leaves a section out, or prints it again.
func (l *sectionList) toggle(i int) {
	l.change(i, func(s *model.Section) { s.Off = !s.Off })
}

// show goes to the first page of a section.
func (l *sectionList) show(i int) {
	if i < 0 || i >= len(l.rows) {
		return
	}
	if n, ok := l.pageOf(i); ok {
		l.s.view.showPage(n)
	}
}

// pageOf is the first page, from 0, of a section. Sections of one kind are told
// apart by their order.
func (l *sectionList) pageOf(i int) (int, bool) {
	if l.s.proof == nil || l.rows[i].Off {
		return 0, false
	}
	nth := 0
	for _, s := range l.rows[:i] {
		if s.Kind == l.rows[i].Kind && !s.Off {
			nth++
		}
	}
	before := ""
	for n, p := range l.s.proof.Book.Document.Pages {
		if p.Section == string(l.rows[i].Kind) && before != p.Section {
			if nth == 0 {
				return n, true
			}
			nth--
		}
		before = p.Section
	}
	return 0, false
}

// at is the section that page n, from 0, belongs to, if it is one of the list.
func (l *sectionList) at(n int) (section int, ok bool) {
	if n < 0 || l.s.proof == nil || n >= len(l.s.proof.Book.Document.Pages) {
		return 0, false
	}
	kind := l.s.proof.Book.Document.Pages[n].Section
	for i, s := range l.rows {
		if first, there := l.pageOf(i); there && first <= n && string(s.Kind) == kind {
			section, ok = i, true
		}
	}
	return section, ok
}

// addable offers what the book has not yet, and what it may have several of.
func (l *sectionList) addable() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, kind := range model.SectionKinds {
		have := slices.ContainsFunc(l.rows, func(s model.Section) bool { return s.Kind == kind })
		if have && !kind.Repeatable() {
			continue
		}
		items = append(items, kit.MenuItem(desk.Word(string(kind)), kit.IconPlus, func() { l.add(kind) }))
	}
	return items
}

// add puts a section after the chosen one and opens it.
func (l *sectionList) add(kind model.SectionKind) {
	at := l.list.List.Selected() + 1
	if at <= 0 || at > len(l.rows) {
		at = len(l.rows)
	}
	l.s.definition.edit(func(y *model.Yearbook) { y.Sections = slices.Insert(y.Sections, at, model.Section{Kind: kind}) })
	l.list.List.Select(at)
	l.open(at)
}

func (l *sectionList) remove(i int) {
	l.s.definition.edit(func(y *model.Yearbook) { y.Sections = slices.Delete(y.Sections, i, i+1) })
}

func (l *sectionList) menu(i int, at fyne.Position) {
	if i < 0 || i >= len(l.rows) {
		return
	}
	off := lang.L("Leave out")
	if l.rows[i].Off {
		off = lang.L("Print")
	}
	kit.ShowMenuAt(l.s.desk.Window(), at,
		kit.MenuItem(lang.L("Settings of the section…"), kit.IconEdit, func() { l.open(i) }),
		kit.MenuItem(off, kit.IconEye, func() { l.toggle(i) }),
		kit.MenuItem(lang.L("Move up"), kit.IconArrowUp, func() { l.move(i, i-1) }),
		kit.MenuItem(lang.L("Move down"), kit.IconArrowDown, func() { l.move(i, i+2) }),
		fyne.NewMenuItemSeparator(),
		kit.MenuItem(lang.L("Remove from the book"), kit.IconTrash, func() { l.remove(i) }))
}

// sectionRowView is a row: grip, whether it prints, its name, its page.
type sectionRowView struct {
	kit.RowBase
	l    *sectionList
	i    int
	on   *kit.Check
	name *kit.Label
	page *kit.Label
	edit *kit.Button
}

func newSectionRow(l *sectionList) *sectionRowView {
	r := &sectionRowView{l: l, name: kit.NewElastic("", kit.Body), page: kit.NewLabel("", kit.Small)}
	r.on = kit.NewCheck("", func(on bool) { l.change(r.i, func(s *model.Section) { s.Off = !on }) })
	r.edit = kit.NewIconButton(kit.IconEdit, lang.L("Settings of the section…"), func() { l.open(r.i) })
	r.Build(r, kit.Pad(kit.MidRow(8, kit.Natural(kit.NewIcon(kit.IconGrip, 16, kit.Ink3)), kit.Natural(r.on), kit.Grow(1, r.name), kit.Natural(r.page), kit.Natural(r.edit)), 0, 8, 0, 8))
	return r
}

func (r *sectionRowView) fill(i int) {
	if i < 0 || i >= len(r.l.rows) {
		return
	}
	r.i = i
	s := r.l.rows[i]
	r.on.SetOn(!s.Off)
	style := kit.Body
	if s.Off {
		style = kit.Body.In(kit.Ink3)
	}
	r.name.Set(sectionName(s), style)
	text := ""
	if n, ok := r.l.pageOf(i); ok {
		text = itoa(n + 1)
	}
	r.page.SetText(text)
}

// sectionName is what a section is called: its own title, else its kind.
func sectionName(s model.Section) string {
	name := desk.Word(string(s.Kind))
	if s.Title != "" {
		name += " – " + s.Title
	}
	return name
}
