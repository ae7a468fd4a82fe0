package edition

import (
	"testing"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// A list that comes into an empty edition has the keyboard, unless something else
// has it by then.
func TestAListGetsTheKeyboardWhenItComes(t *testing.T) {
	d := desktest.New(t, desktest.Book(t, store.Create), kit.Light, fyne.NewSize(1352, 816))
	d.Edition = d.Write(store.CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: 2026, Size: 6, Scheme: full}}).Created
	s := d.Open(New, desk.Place{}).(*screen)
	if d.Window().Canvas().Focused() != nil {
		t.Fatal("an empty list has the keyboard")
	}
	person := d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Ann Ash")}}).Created
	d.Write(store.Place{Placement: model.Placement{EditionID: d.Edition, Status: model.Confirmed, Members: []model.Member{{PersonID: person}}}})
	s.stage(s.work)
	s.list.stage.Objects = []fyne.CanvasObject{s.list.empty}
	d.Window().Canvas().Unfocus()
	d.Late = true
	s.Show(desk.Place{})
	d.Arrive()
	if d.Window().Canvas().Focused() != s.list.list.List.Focusable() {
		t.Errorf("the focus is on %T", d.Window().Canvas().Focused())
	}
}
