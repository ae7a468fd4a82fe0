package people

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
)

func TestEarlierValueOfAFieldIsBroughtBack(t *testing.T) {
	d, s, small := open(t)
	for _, sector := range []string{"Ports", "Harbours", "Quays"} {
		d.Write(store.Step{Commands: []store.Command{store.UpdatePerson{ID: small.People[0], Sector: ptr(sector)}}})
	}
	s.editor.profile.sector.Focus()
	if !s.Act(desk.EarlierValues) {
		t.Fatal("not done")
	}
	d.Press(fyne.KeyDown, fyne.KeyReturn) // the second newest
	if got := person(t, d, small.People[0]).Sector; got != "Ports" {
		t.Errorf("the sector is %q", got)
	}
	d.Undo()
	if got := person(t, d, small.People[0]).Sector; got != "Quays" {
		t.Errorf("after undo the sector is %q", got)
	}
	s.editor.profile.country.Focus()
	s.Act(desk.EarlierValues)
	if d.Window().Canvas().Overlays().Top() != nil || len(d.Told) == 0 {
		t.Error("a field that was never changed does not say so")
	}
}

func TestHistoryTabHoldsPhotosAndPlacementsToo(t *testing.T) {
	d, s, small := open(t)
	d.Write(store.UpdatePlacement{ID: small.Placement, Strapline: ptr("First")})
	d.Write(store.Step{Commands: []store.Command{store.UpdatePlacement{ID: small.Placement, Strapline: ptr("Second")}}})
	tab := s.editor.pages[5].(*changesTab)
	i := slices.IndexFunc(tab.changes, func(c store.FieldChange) bool { return c.Field == "strapline" && c.New == "Second" })
	if i < 0 {
		t.Fatalf("the strapline is not among %d changes", len(tab.changes))
	}
	tab.list.Select(i)
	tab.bringBack()
	p, err := d.Book().Placement(t.Context(), small.Placement)
	if err != nil || p.Strapline != "First" {
		t.Errorf("the strapline is %q: %v", p.Strapline, err)
	}
}

func TestFieldsOfTheCuratorsOwnAreFilledIn(t *testing.T) {
	d, s, small := open(t)
	g := s.editor.profile.custom
	if g.object.Visible() {
		t.Error("a book without own fields shows a place for them")
	}
	born := d.Write(store.AddCustomField{Field: model.CustomField{Name: "Born", Kind: model.CustomDate}}).Created
	seat := d.Write(store.AddCustomField{Field: model.CustomField{Name: "Seat", Kind: model.CustomChoice, Choices: []string{"North", "South"}}}).Created
	if !g.object.Visible() || g.texts[born] == nil || g.picks[seat] == nil {
		t.Fatal("the fields are not there")
	}
	g.texts[born].Focus()
	d.Type("in May")
	d.Clock.Pass(time.Second)
	if v, err := d.Book().CustomValues(t.Context(), small.People[0]); err != nil || len(v) != 0 {
		t.Errorf("what is no date was written: %v %v", v, err)
	}
	g.texts[born].SetText("")
	d.Type("1970-05")
	d.Clock.Pass(time.Second)
	g.picks[seat].OnChanged(2)
	v, err := d.Book().CustomValues(t.Context(), small.People[0])
	if err != nil || v[born] != "1970-05" || v[seat] != "South" {
		t.Errorf("%v %v", v, err)
	}
	d.Write(store.RemoveCustomField{ID: born})
	d.Write(store.RemoveCustomField{ID: seat})
	if g.object.Visible() {
		t.Error("the fields are gone, but their place is not")
	}
}

func TestFrozenEditionLocksWhatIsPrinted(t *testing.T) {
	d, s, small := open(t)
	d.Write(store.Freeze{EditionID: small.Edition})
	if !s.editor.profile.status.Disabled() {
		t.Error("the status of a frozen edition can be changed")
	}
	d.Write(store.Freeze{EditionID: small.Edition, Unfreeze: true})
	if s.editor.profile.status.Disabled() {
		t.Error("unfrozen, but locked")
	}
}
