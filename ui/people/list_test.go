package people

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/desk/desktest"
	"laurel/ui/kit"
)

// reach goes to a person by the keyboard; the marks stay where held is Ctrl.
func (l *list) reach(t *testing.T, d *desktest.Desk, name string, held bool) {
	t.Helper()
	i := slices.IndexFunc(l.rows, func(r store.PersonRow) bool { return strings.Contains(r.Name, name) })
	if i < 0 {
		t.Fatalf("%s is not in the list", name)
	}
	l.list.Focus()
	if !held {
		d.Press(fyne.KeyHome)
		for range i {
			d.Press(fyne.KeyDown)
		}
		return
	}
	step := func(key fyne.KeyName) {
		kit.ForwardShortcut(d.Window().Canvas(), &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
	}
	step(fyne.KeyHome)
	for range i {
		step(fyne.KeyDown)
	}
	d.Press(fyne.KeySpace)
}

func TestSeveralAreMarkedAndKeptMarked(t *testing.T) {
	d, s, small := open(t)
	l := s.list
	l.reach(t, d, "Bilal", false)
	if l.marks.object.Visible() {
		t.Error("one chosen, and the bar for several is there")
	}
	l.reach(t, d, "Zoë", true)
	if got := l.marked(); len(got) != 2 || !l.marks.object.Visible() {
		t.Fatalf("marked %v", got)
	}
	d.Write(store.UpdatePerson{ID: small.People[2], Name: &model.Name{Given: "Zz", Family: "Zuletzt"}}) // moves to the end
	got := l.marked()
	slices.Sort(got)
	want := []model.ID{small.People[0], small.People[2]}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("after an edit, marked %v, want %v", got, want)
	}
}

func TestCopyIsATableForSpreadsheets(t *testing.T) {
	d, s, small := open(t)
	d.Write(store.UpdatePerson{ID: small.People[2], Title: ptr("=1+1"), Organisation: ptr("Quay\tCo")})
	s.list.list.Focus()
	s.Act(desk.SelectAll)
	kit.ForwardShortcut(d.Window().Canvas(), &fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	lines := strings.Split(strings.TrimSpace(fyne.CurrentApp().Clipboard().Content()), "\n")
	if len(lines) != 4 || lines[0] != "Name\tJob title\tOrganisation\tMissing\t2026" {
		t.Fatalf("copied %q", lines)
	}
	if !slices.Contains(lines, "Bilal Quill\t'=1+1\tQuay Co\tPhoto\t–") {
		t.Errorf("copied %q", lines)
	}
}

func ptr[T any](v T) *T { return &v }

func TestTrashIsShownAndGivenBack(t *testing.T) {
	d, s, small := open(t)
	s.list.reach(t, d, "Bilal", false)
	s.list.list.Focus()
	d.Press(fyne.KeyDelete)
	if !person(t, d, small.People[2]).Trashed {
		t.Fatal("Delete does not move to the trash")
	}
	s.list.filters.set(func(p *store.PeopleFilter) { *p = store.PeopleFilter{Trashed: true} })
	if got := s.list.names(); !slices.Equal(got, []string{"Bilal Quill"}) {
		t.Fatalf("the trash holds %q", got)
	}
	s.list.list.Select(0)
	s.list.list.OnSelected(0)
	if s.editor.shown == nil || s.editor.shown.person.ID != small.People[2] {
		t.Error("who is in the trash cannot be looked at")
	}
	s.restore()
	if person(t, d, small.People[2]).Trashed {
		t.Error("not brought back")
	}
	if len(s.list.rows) != 0 || s.list.stage.Objects[0] == fyne.CanvasObject(s.list.list) {
		t.Error("the empty trash does not say so")
	}
}

func TestFiltersStandAsChipsAndCanBeSaved(t *testing.T) {
	d, s, small := open(t)
	d.Write(store.UpdatePerson{ID: small.People[1], Sector: ptr("Ports")})
	f := s.list.filters
	f.set(func(p *store.PeopleFilter) { p.Sector = "Ports" })
	if got := s.list.names(); !slices.Equal(got, []string{"Marisol van der Haeghe"}) {
		t.Fatalf("the filter finds %q", got)
	}
	before := len(f.object.Objects)
	d.Write(store.SaveSearch{Search: store.SavedSearch{Name: "Ports", Filter: f.chosen()}})
	f.clear()
	if len(s.list.rows) != 3 || len(f.object.Objects) != before-1 {
		t.Fatalf("cleared, but %d people and %d chips", len(s.list.rows), len(f.object.Objects))
	}
	searches, err := d.Book().SavedSearches(t.Context())
	if err != nil || len(searches) != 1 {
		t.Fatal(err)
	}
	s.list.savedItems(searches)[0].Action()
	if len(s.list.rows) != 1 || len(f.object.Objects) != before {
		t.Errorf("the saved search finds %q", s.list.names())
	}
	place := s.Place()
	f.clear()
	s.Show(place)
	if len(s.list.rows) != 1 {
		t.Errorf("Back shows %q", s.list.names())
	}
}

func TestColumnsAreChosenSortedAndRemembered(t *testing.T) {
	d, s, small := open(t)
	seat := d.Write(store.AddCustomField{Field: model.CustomField{Name: "Seat", Kind: model.CustomNumber}}).Created
	for i, v := range []string{"12", "3", ""} {
		d.Write(store.SetCustomValue{PersonID: small.People[i], FieldID: seat, Value: v})
	}
	id := store.PeopleColumn(seat)
	s.list.columns.choose([]store.PeopleColumn{id, store.ByRank})
	s.list.columns.grid.OnSort(string(id), false)
	if got, want := s.list.names(), []string{"Marisol van der Haeghe", "Zoë Ångström OBE", "Bilal Quill"}; !slices.Equal(got, want) {
		t.Errorf("by seat %q, want %q", got, want)
	}
	s.list.columns.grid.OnResize(string(id), 77)
	again := newColumnSet(d.Memory())
	again.setCustom(s.list.columns.custom)
	if !again.has(id) || again.has(store.ByMissing) || again.widths[id] != 77 {
		t.Errorf("remembered %v %v", again.chosen, again.widths)
	}
}

func TestBulkEditShowsBeforeItWrites(t *testing.T) {
	d, s, small := open(t)
	d.Write(store.UpdatePerson{ID: small.People[0], Sector: ptr("Ports")})
	s.Act(desk.SelectAll)
	steps0 := len(steps(t, d))
	b := &bulk{s: s, people: s.list.marked(), fields: s.bulkFields()}
	b.show()
	b.field.Select(slices.IndexFunc(b.fields, func(f bulkField) bool { return f.id == store.BySector }))
	b.chosen()
	if d.Press(fyne.KeyReturn); len(steps(t, d)) != steps0 || len(b.changes) != 0 {
		t.Fatal("Enter in an empty field takes everybody's value away")
	}
	b.value.Focus()
	d.Type("Ports")
	if len(b.changes) != 2 || len(steps(t, d)) != steps0 {
		t.Fatalf("the preview shows %+v", b.changes)
	}
	d.Press(fyne.KeyReturn)
	if got := person(t, d, small.People[2]).Sector; got != "Ports" {
		t.Errorf("the sector is %q", got)
	}
	if n := len(steps(t, d)); n != steps0+1 {
		t.Errorf("%d steps", n-steps0)
	}
	d.Undo()
	if got := person(t, d, small.People[2]).Sector; got != "" {
		t.Errorf("after undo the sector is %q", got)
	}
}

func TestReplaceOnlyWhatIsTicked(t *testing.T) {
	d, s, small := open(t)
	r := &replacing{s: s, on: map[store.TextField]bool{store.TextTitle: true}, left: map[int]bool{}}
	r.show()
	d.Type("harbour")
	r.replace.Focus()
	d.Type("port")
	if len(r.hits) != 3 {
		t.Fatalf("%d hits", len(r.hits))
	}
	at := slices.IndexFunc(r.hits, func(h store.TextHit) bool { return h.Person == small.People[1] })
	r.list.OnTicked(at, false)
	r.dialog.Submit()
	if got := person(t, d, small.People[0]).Title; got != "port director" {
		t.Errorf("replaced to %q", got)
	}
	if got := person(t, d, small.People[1]).Title; got != "Harbour director" {
		t.Errorf("not ticked, but %q", got)
	}
}

func TestDuplicatesAreMergedSideBySide(t *testing.T) {
	d, s, small := open(t)
	other := d.Write(store.CreatePerson{Person: model.Person{Name: model.ParseName("Bilal Quil"), Title: "Pilot", Sector: "Ports"}}).Created
	x := &duplicates{s: s}
	x.show()
	if len(x.found) != 1 {
		t.Fatalf("found %+v", x.found)
	}
	x.both.take[store.MergeTitle] = true
	x.dialog.Submit()
	if !x.dialog.Open() || len(x.found) != 0 {
		t.Error("the dialog does not go on to what is left")
	}
	p := person(t, d, small.People[2])
	if p.Title != "Pilot" || p.Sector != "Ports" || !slices.Equal(p.FormerNames, []string{"Bilal Quil"}) {
		t.Errorf("merged into %+v", p)
	}
	if _, err := d.Book().Person(t.Context(), other); err == nil {
		t.Error("the other is still there")
	}
}

func TestTwoOfOneEditionCannotBeMerged(t *testing.T) {
	d, s, small := open(t)
	d.Write(store.Place{Placement: model.Placement{EditionID: small.Edition, Members: []model.Member{{PersonID: small.People[1]}}}})
	ready := true
	c := newComparison(s, func(ok bool) { ready = ok })
	c.load(small.People[0], small.People[1])
	if ready || c.pair.together != "Quay List 2026" {
		t.Errorf("ready %v, together in %q", ready, c.pair.together)
	}
}

func TestOrganisationsAreRenamedAndMerged(t *testing.T) {
	d, s, small := open(t)
	for i, name := range []string{"Corvane", "Corvane Bank", "Quay"} {
		d.Write(store.UpdatePerson{ID: small.People[i], Organisation: ptr(name)})
	}
	x := &organisations{s: s}
	x.show()
	if len(x.rows) != 3 || x.rows[0].People != 1 {
		t.Fatalf("%+v", x.rows)
	}
	x.choose(2)
	x.name.Focus()
	d.Press(fyne.KeyEnd)
	d.Type("s")
	x.flush()
	if x.rows[2].Name != "Quays" {
		t.Errorf("renamed to %q", x.rows[2].Name)
	}
	x.list.SetMarked(0, 1)
	x.fill()
	x.merge.Tapped(&fyne.PointEvent{})
	d.Press(fyne.KeyReturn) // the first name stays
	if len(x.rows) != 2 || x.rows[0].Name != "Corvane" || x.rows[0].People != 2 {
		t.Errorf("merged into %+v", x.rows)
	}
}

// Enter right behind the last letter acts on what was typed, not on what was
// shown before.
func TestEnterDoesNotWaitForThePreview(t *testing.T) {
	d, s, small := open(t)
	s.list.list.SetMarked(0, 1)
	s.bulkEdit()
	d.Window().Canvas().FocusNext()
	d.Late = true
	d.Type("Diver")
	d.Press(fyne.KeyReturn)
	if !kit.ModalOpen(d.Window()) {
		t.Fatal("closed before it is known who changes")
	}
	d.Arrive()
	if kit.ModalOpen(d.Window()) || len(d.Told) != 1 {
		t.Fatalf("still open; told %q", d.Told)
	}
	s.findReplace()
	d.Type("Diver")
	d.Window().Canvas().FocusNext()
	d.Type("Sailor")
	d.Late = true
	d.Type("s")
	d.Press(fyne.KeyReturn)
	d.Arrive()
	if kit.ModalOpen(d.Window()) {
		t.Fatal("find and replace is still open")
	}
	n := 0
	for _, id := range small.People {
		p, err := d.Book().Person(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if p.Title == "Sailors" {
			n++
		}
	}
	if n != 2 {
		t.Errorf("%d people are sailors", n)
	}
}

// Whoever is gone to, the list has the keyboard; a field to be mended takes it itself.
func TestTheListHasTheKeyboardWhoeverIsShown(t *testing.T) {
	d, s, small := open(t)
	d.Window().Canvas().Unfocus()
	s.Show(desk.Place{PersonID: small.People[1]})
	d.Drain()
	if d.Window().Canvas().Focused() != s.list.list.Focusable() {
		t.Errorf("the keyboard is at %T", d.Window().Canvas().Focused())
	}
	s.Show(desk.Place{PersonID: small.People[1], Field: model.FieldName})
	d.Drain()
	if d.Window().Canvas().Focused() == s.list.list.Focusable() {
		t.Error("the list took the keyboard from the field")
	}
}

// Counts come after the chips: where they make another line of them, it has its room.
func TestChipsThatTakeAnotherLineHaveItsRoom(t *testing.T) {
	_, s, _ := open(t)
	f := s.list.filters
	before := f.object.Size().Height
	many := f.found
	many.counts.inEdition, many.counts.missing = 1e9, map[store.Missing]int{}
	for _, m := range missingKinds {
		many.counts.missing[m.kind] = 1e9
	}
	f.show(many)
	if got, want := f.object.Size().Height, f.object.MinSize().Height; got != want || got <= before {
		t.Errorf("the chips have %.0f px, need %.0f, and had %.0f", got, want, before)
	}
}
