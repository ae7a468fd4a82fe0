package store

import (
	"context"
	"errors"
	"slices"
	"testing"

	"laurel/model"
)

func TestCustomFieldsOfPeople(t *testing.T) {
	ctx := context.Background()
	b, c := newTestBook(t)
	empty := dump(t, b)
	table := do(t, b, AddCustomField{Field: model.CustomField{Name: " Table ", Kind: model.CustomNumber}}).Created
	seat := do(t, b, AddCustomField{Field: model.CustomField{Name: "Seat", Kind: model.CustomChoice, Choices: []string{"Front", "", "Back", "Front"}}}).Created
	ada, ben := addPerson(t, b, "Ada Example"), addPerson(t, b, "Ben Other")
	do(t, b, SetCustomValue{PersonID: ada, FieldID: table, Value: "12"})
	do(t, b, SetCustomValue{PersonID: ben, FieldID: table, Value: "3"})
	do(t, b, SetCustomValue{PersonID: ada, FieldID: seat, Value: "back"})
	for filter, want := range map[PeopleFilter]string{
		{SortBy: PeopleColumn(table)}:                "Ben Other, Ada Example", // 3 before 12
		{SortBy: PeopleColumn(table), Descend: true}: "Ada Example, Ben Other",
		{SortBy: PeopleColumn(seat)}:                 "Ada Example, Ben Other",
		{Custom: seat, CustomValue: "Back"}:          "Ada Example",
		{Custom: seat}:                               "Ben Other",
		{Text: "back"}:                               "Ada Example",
	} {
		if got := find(t, b, filter); got != want {
			t.Errorf("%+v finds %q, want %q", filter, got, want)
		}
	}
	c.pass(joinWithin * 2)
	do(t, b, SetCustomValue{PersonID: ada, FieldID: seat, Value: "Front"})
	history, err := b.PersonHistory(ctx, ada)
	if err != nil || len(history) == 0 || history[0].Custom != "Seat" || history[0].Old != "Back" || history[0].New != "Front" {
		t.Fatalf("%+v %v", history, err)
	}
	do(t, b, RestoreField{Op: history[0].Op, Record: history[0].Record, Field: history[0].Field})
	if v, err := b.CustomValues(ctx, ada); err != nil || v[seat] != "Back" || v[table] != "12" {
		t.Errorf("%v %v", v, err)
	}
	if got := find(t, b, PeopleFilter{Custom: seat, CustomValue: "Back"}); got != "Ada Example" {
		t.Errorf("after restoring, the list finds %q", got)
	}
	before := dump(t, b)
	do(t, b, RemoveCustomField{ID: seat})
	if got := find(t, b, PeopleFilter{Text: "back"}); got != "" {
		t.Errorf("the field is gone, but finds %q", got)
	}
	undo(t, b)
	if dump(t, b) != before {
		t.Error("undo left something")
	}
	if got := find(t, b, PeopleFilter{Text: "back"}); got != "Ada Example" {
		t.Errorf("the field is back, but finds %q", got)
	}
	for range 9 {
		undo(t, b)
	}
	if got := dump(t, b); got != empty {
		t.Errorf("all undone, but\n%s", got)
	}
}

func TestCustomFieldsRefuseWhatDoesNotFit(t *testing.T) {
	b, _ := newTestBook(t)
	seat := do(t, b, AddCustomField{Field: model.CustomField{Name: "Seat", Kind: model.CustomChoice, Choices: []string{"Front", "Back"}}}).Created
	ada := addPerson(t, b, "Ada Example")
	do(t, b, SetCustomValue{PersonID: ada, FieldID: seat, Value: "Back"})
	before := dump(t, b)
	number := model.CustomNumber
	for _, c := range []struct {
		command Command
		want    error
	}{
		{AddCustomField{Field: model.CustomField{Name: " ", Kind: model.CustomText}}, model.ErrInvalid},
		{AddCustomField{Field: model.CustomField{Name: "Age", Kind: "float"}}, model.ErrInvalid},
		{AddCustomField{Field: model.CustomField{Name: "Row", Kind: model.CustomChoice}}, model.ErrInvalid},
		{AddCustomField{Field: model.CustomField{Name: "sèat", Kind: model.CustomText}}, model.ErrExists},
		{SetCustomValue{PersonID: ada, FieldID: seat, Value: "Middle"}, model.ErrInvalid},
		{UpdateCustomField{ID: seat, Choices: &[]string{"Front"}}, model.ErrInvalid},
		{UpdateCustomField{ID: seat, Kind: &number}, model.ErrInvalid},
	} {
		if _, err := b.Do(context.Background(), c.command); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v, want %v", c.command, err, c.want)
		}
	}
	if dump(t, b) != before {
		t.Error("something was changed")
	}
}

func TestSavedSearches(t *testing.T) {
	ctx := context.Background()
	b, _ := newTestBook(t)
	f := PeopleFilter{Text: "data", NotInEdition: true, Sector: "Ports", SortBy: ByTitle, Descend: true, EditionID: "not kept"}
	do(t, b, SaveSearch{Search: SavedSearch{Name: "To nominate", Filter: f}})
	do(t, b, SaveSearch{Search: SavedSearch{Name: "to nominate ", Filter: PeopleFilter{Missing: MissingPhoto}}})
	all, err := b.SavedSearches(ctx)
	if err != nil || len(all) != 1 || all[0].Filter != (PeopleFilter{Missing: MissingPhoto}) {
		t.Fatalf("%+v %v", all, err)
	}
	undo(t, b)
	f.EditionID = ""
	if all, err = b.SavedSearches(ctx); err != nil || len(all) != 1 || all[0].Filter != f || all[0].Name != "To nominate" {
		t.Fatalf("%+v %v", all, err)
	}
	do(t, b, RemoveSearch{ID: all[0].ID})
	if all, err = b.SavedSearches(ctx); err != nil || len(all) != 0 {
		t.Errorf("%+v %v", all, err)
	}
	if _, err := b.Do(ctx, SaveSearch{}); !errors.Is(err, model.ErrInvalid) {
		t.Errorf("%v", err)
	}
}

func TestFiltersAndColumns(t *testing.T) {
	b, _ := newTestBook(t)
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	ada, ben, cy := addPerson(t, b, "Ada Example"), addPerson(t, b, "Ben Other"), addPerson(t, b, "Cy Third")
	do(t, b, UpdatePerson{ID: ada, Sector: ptr("Ports"), Country: ptr("Malta"), Title: ptr("Pilot"), Organisation: ptr("Quay")})
	do(t, b, UpdatePerson{ID: ben, Sector: ptr("Air"), Pronouns: ptr("he/him")})
	for i, id := range []model.ID{ben, ada} {
		do(t, b, Place{Placement: model.Placement{EditionID: edition, Status: []model.Status{model.Nominated, model.SignedOff}[i], Members: []model.Member{{PersonID: id}}}})
	}
	rows, err := b.PeopleRows(context.Background(), PeopleFilter{Text: "ada"})
	if err != nil || len(rows) != 1 {
		t.Fatal(err)
	}
	p, err := b.Person(context.Background(), ada)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		filter PeopleFilter
		want   string
	}{
		{PeopleFilter{InEdition: true}, "Ada Example, Ben Other"},
		{PeopleFilter{NotInEdition: true}, "Cy Third"},
		{PeopleFilter{Status: model.Nominated}, "Ben Other"},
		{PeopleFilter{Sector: "Ports"}, "Ada Example"},
		{PeopleFilter{Country: "Malta"}, "Ada Example"},
		{PeopleFilter{Organisation: p.OrganisationID}, "Ada Example"},
		{PeopleFilter{Sector: "Ports", NotInEdition: true}, ""},
		{PeopleFilter{SortBy: ByStatus}, "Ada Example, Ben Other, Cy Third"},
		{PeopleFilter{SortBy: ByStatus, Descend: true}, "Ben Other, Ada Example, Cy Third"},
		{PeopleFilter{SortBy: BySector}, "Ben Other, Ada Example, Cy Third"},
		{PeopleFilter{SortBy: BySector, Descend: true}, "Ada Example, Ben Other, Cy Third"},
		{PeopleFilter{SortBy: ByPronouns}, "Ben Other, Ada Example, Cy Third"},
		{PeopleFilter{SortBy: ByRank}, "Ben Other, Ada Example, Cy Third"},
		{PeopleFilter{SortBy: ByName, Descend: true}, "Cy Third, Ben Other, Ada Example"},
	} {
		c.filter.EditionID = edition
		got := find(t, b, c.filter)
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.filter, got, c.want)
		}
	}
	do(t, b, TrashPerson{ID: cy})
	if got := find(t, b, PeopleFilter{Trashed: true}); got != "Cy Third" {
		t.Errorf("in the trash: %q", got)
	}
}

func TestOnlyFieldsThatPrintAreInTheSnapshot(t *testing.T) {
	b, _ := newTestBook(t)
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	ada := addPerson(t, b, "Ada Example")
	do(t, b, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: ada}}}})
	set := func(f model.CustomField, value string) {
		id := do(t, b, AddCustomField{Field: f}).Created
		do(t, b, SetCustomValue{PersonID: ada, FieldID: id, Value: value})
	}
	set(model.CustomField{Name: "School", Kind: model.CustomText, Printed: true}, "Quay")
	set(model.CustomField{Name: "Telephone", Kind: model.CustomText}, "secret")
	set(model.CustomField{Name: "Fellow", Kind: model.CustomYesNo, Printed: true}, "yes")
	set(model.CustomField{Name: "Retired", Kind: model.CustomYesNo, Printed: true}, "no")
	s, err := b.Snapshot(t.Context(), edition)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range s.Facts[ada] {
		got = append(got, f.Text())
	}
	if want := []string{"School: Quay", "Fellow"}; !slices.Equal(got, want) {
		t.Errorf("print would %q, want %q", got, want)
	}
}
