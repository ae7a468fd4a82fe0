package yearbook

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/export/page"
	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// pageTab lists what the pages in sight show, so that every field can be reached
// from its page without the pointer.
type pageTab struct {
	s      *screen
	object fyne.CanvasObject
	list   *kit.List
	rows   []pageRow
}

// pageRow is a field on a page, or the head of a page.
type pageRow struct {
	head   string
	from   page.Source
	who    string
	number int // of the page, from 0
}

func newPageTab(s *screen) *pageTab {
	t := &pageTab{s: s}
	t.list = kit.NewList(kit.ListParams{
		Label: lang.L("On these pages"), RowHeight: 44, Single: true, Separators: true,
		Length: func() int { return len(t.rows) },
		Create: newPageRowView,
		Update: func(i int, o fyne.CanvasObject) { o.(*pageRowView).fill(t.rows[i]) },
		Head:   func(i int) kit.ListHead { return kit.ListHead{Text: t.rows[i].head} },
	})
	t.list.OnSelected = func(i int) {
		if i >= 0 && i < len(t.rows) {
			s.view.choose(chosen{from: t.rows[i].from})
		}
	}
	t.list.OnOpen = func(i int) {
		if i >= 0 && i < len(t.rows) {
			s.toField(t.rows[i].from, t.rows[i].number)
		}
	}
	t.object = t.list
	return t
}

// fill lists what the pages show, counted from 0.
func (t *pageTab) fill(pages []int) {
	t.rows = t.rows[:0]
	proof := t.s.proof
	for _, n := range pages {
		if proof == nil || n >= len(proof.Book.Document.Pages) {
			continue
		}
		t.rows = append(t.rows, pageRow{head: lang.L("Page {{.Page}}", map[string]any{"Page": n + 1})})
		for _, from := range proof.Book.Document.Pages[n].Shown() {
			t.rows = append(t.rows, pageRow{from: from, who: whose(proof, from), number: n})
		}
	}
	t.list.Refresh()
}

// whose names the person, photo or answer that a mark shows.
func whose(proof *desk.Proof, from page.Source) string {
	id := model.ID(from.Record)
	for _, p := range proof.Snapshot.Placements {
		if p.ID == id {
			return p.PrintedName()
		}
		for _, a := range p.Answers {
			if a.ID == id {
				return p.PrintedName() + " – " + a.Question
			}
		}
	}
	if p, ok := proof.Snapshot.People[id]; ok {
		return p.Name.Display()
	}
	if p, ok := proof.Snapshot.Photos[id]; ok {
		return p.Credit
	}
	return ""
}

// pageRowView is a row of the list.
type pageRowView struct {
	kit.RowBase
	field, who *kit.Label
}

func newPageRowView() fyne.CanvasObject {
	r := &pageRowView{field: kit.NewElastic("", kit.Body), who: kit.NewElastic("", kit.Caption)}
	r.Build(r, kit.Pad(kit.VBox(0, r.field, r.who), 4, 16, 4, 16))
	return r
}

func (r *pageRowView) fill(row pageRow) {
	r.field.SetText(desk.FieldWord(row.from.Field))
	r.who.SetText(row.who)
}
