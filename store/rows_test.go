package store

import (
	"context"
	"slices"
	"strings"
	"testing"

	"laurel/model"
)

func names(rows []PersonRow) string {
	var all []string
	for _, r := range rows {
		all = append(all, r.Name)
	}
	return strings.Join(all, ", ")
}

func find(t *testing.T, b *Book, f PeopleFilter) string {
	t.Helper()
	rows, err := b.PeopleRows(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	return names(rows)
}

func TestPeopleAreFoundByAnyWord(t *testing.T) {
	b, _ := newTestBook(t)
	for _, p := range []model.Person{
		{Name: model.Name{Given: "Łucja", Family: "Østergård"}, Title: "Chief Data Officer", Country: "Poland"},
		{Name: model.Name{Prefix: "Dr", Given: "Marisol", Particle: "van der", Family: "Haeghe", PostNominals: "OBE"}, Title: "Director"},
		{Name: model.Name{Given: "Siobhán", Family: "O’Example"}, Title: "Head of Data", Sector: "Retail"},
		{Name: model.Name{Given: "Ελένη", Family: "Παράδειγμα"}},
	} {
		do(t, b, CreatePerson{Person: p})
	}
	for text, want := range map[string]string{
		"":              "Dr Marisol van der Haeghe OBE, Siobhán O’Example, Łucja Østergård, Ελένη Παράδειγμα",
		"lucja":         "Łucja Østergård",
		"OSTER":         "Łucja Østergård",
		"ø":             "Siobhán O’Example, Łucja Østergård, Dr Marisol van der Haeghe OBE",
		"data head":     "Siobhán O’Example",
		"oexam":         "Siobhán O’Example",
		"o'ex":          "Siobhán O’Example",
		"der hae":       "Dr Marisol van der Haeghe OBE",
		"retail siobha": "Siobhán O’Example",
		"ata":           "",
		"ελενη":         "Ελένη Παράδειγμα",
		"poland obe":    "",
	} {
		got := strings.Split(find(t, b, PeopleFilter{Text: text}), ", ")
		wanted := strings.Split(want, ", ")
		if text != "" {
			slices.Sort(got)
			slices.Sort(wanted)
		}
		if !slices.Equal(got, wanted) {
			t.Errorf("%q finds %v, want %v", text, got, wanted)
		}
	}
}

// TestRowsFollowEveryChange makes each kind of change and asks both the rows
// kept in memory and those of a book opened afresh.
func TestRowsFollowEveryChange(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	var people, placed []model.ID
	for _, n := range []string{"Ada Example", "Ben Other", "Cy Third", "Di Fourth", "Ed Fifth"} {
		people = append(people, addPerson(t, b, n))
	}
	for _, id := range people[:4] {
		placed = append(placed, do(t, b, Place{Placement: model.Placement{EditionID: edition, Members: []model.Member{{PersonID: id}}}}).Created)
	}
	filter := PeopleFilter{EditionID: edition, SortBy: ByRank}
	check := func(what string) {
		t.Helper()
		got, err := b.PeopleRows(ctx, filter)
		if err != nil {
			t.Fatal(err)
		}
		fresh := newPeopleIndex(b)
		if err := fresh.refresh(ctx); err != nil {
			t.Fatal(err)
		}
		e, err := fresh.edition(ctx, edition)
		if err != nil {
			t.Fatal(err)
		}
		want := fresh.rows(filter, e)
		if len(got) != len(want) {
			t.Fatalf("%s: %d rows, want %d", what, len(got), len(want))
		}
		for i := range got {
			if got[i].Name != want[i].Name || got[i].Title != want[i].Title || got[i].Organisation != want[i].Organisation || got[i].PhotoKey != want[i].PhotoKey ||
				got[i].Rank != want[i].Rank || got[i].PlacementID != want[i].PlacementID || !slices.Equal(got[i].Missing, want[i].Missing) {
				t.Errorf("%s: row %d is\n%+v, want\n%+v", what, i, got[i], want[i])
			}
		}
	}
	check("at first")
	p, err := b.Placement(ctx, placed[0])
	if err != nil {
		t.Fatal(err)
	}
	organisation := do(t, b, CreateOrganisation{Organisation: model.Organisation{Name: "Example Service"}}).Created
	for _, step := range []struct {
		what    string
		command Command
	}{
		{"title", UpdatePerson{ID: people[0], Title: ptr("Chief"), OrganisationID: &organisation}},
		{"name", UpdatePerson{ID: people[0], Name: &model.Name{Given: "Zoë", Family: "Zenith"}}},
		{"organisation", UpdateOrganisation{ID: organisation, Name: ptr("Example Group")}},
		{"move", Move{IDs: []model.ID{placed[3]}, To: 1}},
		{"answer", UpdateAnswer{ID: p.Answers[0].ID, Edited: ptr("I began."), Approved: ptr(true)}},
		{"photo", AddPhoto{PersonID: people[1], File: aJPEG(t, 30, 40)}},
		{"removed", RemovePlacement{ID: placed[2]}},
		{"trashed", TrashPerson{ID: people[4]}},
		{"status", UpdatePlacement{ID: placed[1], Status: ptr(model.Reserve)}},
		{"added", CreatePerson{Person: model.Person{Name: model.Name{Given: "Fay"}}}},
	} {
		do(t, b, step.command)
		check(step.what)
		undo(t, b)
		check("undo of " + step.what)
		redo(t, b)
		check("redo of " + step.what)
	}
	if got := find(t, b, PeopleFilter{Trashed: true}); got != "Ed Fifth" {
		t.Errorf("the trash holds %s", got)
	}
	if got := find(t, b, PeopleFilter{EditionID: edition, InEdition: true, SortBy: ByRank}); got != "Di Fourth, Zoë Zenith, Ben Other" {
		t.Errorf("in the edition: %s", got)
	}
	if got := find(t, b, PeopleFilter{EditionID: edition, Missing: MissingCredit}); got != "Ben Other" {
		t.Errorf("without a credit: %s", got)
	}
}

func TestSearchFindsWhatWasSaid(t *testing.T) {
	b, _ := newTestBook(t)
	ctx := context.Background()
	edition := addEdition(t, b, 2026, model.Scheme{Kind: model.SchemeFull})
	ada, ben := addPerson(t, b, "Ada Example"), addPerson(t, b, "Ben Øther")
	placed := do(t, b, Place{Placement: model.Placement{
		EditionID: edition, Members: []model.Member{{PersonID: ada}},
		Answers: []model.Answer{{Question: "What?", Original: "We taught the Café how to count its beans, and much else besides."}},
	}}).Created
	search := func(text string) string {
		t.Helper()
		hits, err := b.Search(ctx, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, h := range hits {
			all = append(all, h.Name+": "+h.Snippet)
		}
		return strings.Join(all, "\n")
	}
	if got := search("cafe bean"); got != "Ada Example: We taught the Café how to count its beans, and much else besides." {
		t.Errorf("got %q", got)
	}
	if got := search("other"); got != "Ben Øther: " {
		t.Errorf("got %q", got)
	}
	p, err := b.Placement(ctx, placed)
	if err != nil {
		t.Fatal(err)
	}
	do(t, b, UpdateAnswer{ID: p.Answers[0].ID, Edited: ptr("Nothing of the kind.")})
	if got := search("cafe"); got != "" {
		t.Errorf("still finds %q", got)
	}
	undo(t, b)
	if got := search("cafe"); got == "" {
		t.Error("undo did not reach the index")
	}
	do(t, b, RemovePlacement{ID: placed})
	if got := search("cafe"); got != "" {
		t.Errorf("still finds %q", got)
	}
	do(t, b, TrashPerson{ID: ben})
	if got := search("other"); got != "" {
		t.Errorf("finds the trash: %q", got)
	}
	do(t, b, UpdatePerson{ID: ada, Name: &model.Name{Given: "Quote\" OR *", Family: "Near/2"}})
	if got := search("quote or near 2"); !strings.HasPrefix(got, "Quote") {
		t.Errorf("got %q", got)
	}
}
