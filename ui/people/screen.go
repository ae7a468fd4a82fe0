// Package people is the screen of the people: the searchable list at the left,
// everything about one of them at the right.
package people

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

type screen struct {
	desk   desk.Desk
	object fyne.CanvasObject
	list   *list
	editor *editor
	later  desk.Later
}

// New makes the screen.
func New(d desk.Desk) desk.Screen {
	s := &screen{desk: d}
	s.later.Loading = func() bool { return s.editor.loading() || s.list.want != "" }
	s.editor = newEditor(s)
	s.list = newList(s)
	s.object = container.NewStack(kit.NewFill(kit.Surface), desk.Remembered(d.Memory(), "people.split", kit.SplitParams{
		First: s.list.object, Second: s.editor.object, Keep: kit.KeepFirst, Size: 536, MinFirst: 400, MinSecond: 744, // narrow windows take from the list first
	}))
	return s
}

// Object gives the screen's content.
func (s *screen) Object() fyne.CanvasObject { return s.object }

// Show brings up a person, and the field where something is to be mended.
func (s *screen) Show(p desk.Place) {
	s.list.restore(p.View)
	if p.PersonID != "" {
		s.list.want = p.PersonID
		s.editor.show(p.PersonID, p)
	}
	s.list.fetch()
	if p.Field == "" { // a field takes the keyboard itself
		s.list.focus()
	}
}

// Place says who is shown.
func (s *screen) Place() desk.Place {
	return desk.Place{Screen: desk.People, PersonID: s.editor.id, View: s.list.view()}
}

// Changed fetches again what changed.
func (s *screen) Changed(events []store.Event) {
	s.list.fetch()
	s.editor.refetch()
}

// Flush hands over what was typed.
func (s *screen) Flush() { s.editor.flush() }

// Proofed shows on which page somebody is, and how full the slot.
func (s *screen) Proofed(p *desk.Proof) { s.editor.proofed(p) }

// TabNames names the tabs of the editor.
func (s *screen) TabNames() []string { return tabNames }

// ShowTab shows one of them.
func (s *screen) ShowTab(i int) { s.editor.showTab(i) }

// Dropped takes a photo dropped on the editor, or on somebody in the list.
func (s *screen) Dropped(at fyne.Position, paths []string) bool {
	if !desk.IsPicture(paths) {
		return false
	}
	person := s.editor.id
	if row := s.list.list.RowOver(at); row >= 0 {
		person = s.list.rows[row].ID
	} else if !kit.Within(s.editor.object, at) {
		return false
	}
	if person == "" {
		return false
	}
	desk.TakePhoto(s.desk, person, paths[0])
	return true
}

// ofShownPerson are the commands that are about the person shown, or who is marked.
var ofShownPerson = []desk.Command{
	desk.AddPhoto, desk.Trash, desk.BulkEdit, desk.EarlierValues, desk.CropPhoto, desk.ShowOnPage,
	desk.ChooseSentence, desk.PullQuote, desk.ClearExcerpt,
}

// Act answers the commands of the menus.
func (s *screen) Act(c desk.Command) bool {
	if slices.Contains(ofShownPerson, c) && s.later.Loading() {
		s.later.Do(func() { s.Act(c) })
		return true
	}
	switch c {
	case desk.AddPerson:
		s.add()
	case desk.AddPhoto:
		s.editor.photo.choose()
	case desk.Trash:
		s.trash()
	case desk.Find:
		s.list.search.Focus()
		s.list.search.SelectAll()
	case desk.SelectAll:
		s.list.list.SetMarked(all(len(s.list.rows))...)
		s.list.marks.refresh()
	case desk.BulkEdit:
		s.bulkEdit()
	case desk.FindReplace:
		s.findReplace()
	case desk.Duplicates:
		s.duplicates()
	case desk.EarlierValues:
		s.editor.earlierOfFocused()
	case desk.CropPhoto:
		s.editor.photo.crop()
	case desk.Organisations:
		s.organisations()
	case desk.CustomFields:
		s.customFields()
	case desk.Columns:
		s.list.chooseColumns()
	case desk.ShowOnPage:
		return s.editor.showOnPage()
	case desk.ChooseSentence, desk.PullQuote, desk.ClearExcerpt:
		return s.editor.interview.act(c)
	default:
		return false
	}
	return true
}

func all(n int) []int {
	rows := make([]int, n)
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// add asks for a name and makes a person of it.
func (s *screen) add() {
	name := kit.NewField(lang.L("Name"), lang.L("Dr Ada Example OBE"))
	name.SetText(s.list.search.Text())
	kit.Form(s.desk.Window(), lang.L("Add a person"), lang.L("Add"), []fyne.CanvasObject{name}, func() bool {
		parsed := model.ParseName(name.Text())
		if parsed.IsZero() {
			name.SetError(lang.L("Write a name."))
			return false
		}
		s.desk.Do(func(r store.Receipt, err error) {
			if err == nil {
				s.desk.Go(desk.Place{Screen: desk.People, PersonID: r.Created})
			}
		}, store.CreatePerson{Person: model.Person{Name: parsed}})
		return true
	})
}
