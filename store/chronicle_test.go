package store

import (
	"fmt"
	"testing"

	"laurel/model"
)

// TestChronicleOfTheSample reads the three EMEA editions, without the Americas
// and without later years, the same way for the screen and for the book.
func TestChronicleOfTheSample(t *testing.T) {
	p, _ := testParams(t)
	b, err := CreateSample(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	editions, err := b.Editions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ edition, want string }{
		{"The Fathom 100 2026 (EMEA)", "2024 EMEA 100; 2025 EMEA 100; 2026 EMEA 100; "},
		{"The Fathom 100 2025 (EMEA)", "2024 EMEA 100; 2025 EMEA 100; "},
		{"The Fathom 100 2026 (Americas)", "2026 Americas 19; "},
	} {
		e, err := model.ChooseEdition(editions, test.edition)
		if err != nil {
			t.Fatal(err)
		}
		c, err := b.Chronicle(t.Context(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		s, err := b.Snapshot(t.Context(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		for from, c := range map[string]*model.Chronicle{"Chronicle": c, "Snapshot": s.Chronicle} {
			got := ""
			for _, y := range c.Years {
				got += fmt.Sprintf("%d %s %d; ", y.Edition.Year, y.Edition.Region, len(y.Entries))
			}
			if got != test.want {
				t.Errorf("%s of %s: %q, want %q", from, test.edition, got, test.want)
			}
		}
		rows, err := b.EntryRows(t.Context(), e.ID)
		if err != nil {
			t.Fatal(err)
		}
		moves := map[model.ID]model.Movement{}
		for j, p := range c.Present().Entries {
			moves[p.ID] = c.Present().Moves[j]
		}
		for _, r := range rows {
			if m, printed := moves[r.Placement.ID]; printed && m != r.Movement {
				t.Errorf("%s: the list says %+v, the chronicle %+v", r.Name, r.Movement, m)
			}
		}
	}
}

// TestChronicleReadsWhatThePlacementsAre: the short way of reading gives the same
// as the long one, also where a text holds the signs that the short way puts
// between fields, and for entries without people.
func TestChronicleReadsWhatThePlacementsAre(t *testing.T) {
	for _, title := range []string{"Director, Data & “Insight”", "odd\x1ftitle", "odd\x1etitle"} {
		b, _ := newTestBook(t)
		person := do(t, b, CreatePerson{Person: model.Person{Name: model.ParseName("Dr Zoë van der Ångström OBE")}}).Created
		other := do(t, b, CreatePerson{Person: model.Person{Name: model.ParseName("Bilal Quill")}}).Created
		e := do(t, b, CreateEdition{Edition: model.Edition{ListName: "Quay List", Year: 2026, Region: "EMEA"}}).Created
		for _, p := range []model.Placement{
			{Kind: model.EntryPerson, Sector: "Ports", Country: "Wales", Members: []model.Member{{PersonID: person, Title: title, Organisation: "Quay"}}},
			{Kind: model.EntryJoint, Members: []model.Member{{PersonID: other}, {PersonID: person}}},
			{Kind: model.EntryThing, EntryName: "#MeToo"},
			{Kind: model.EntryPerson, Status: model.Declined, Members: []model.Member{{PersonID: other}}},
		} {
			p.EditionID = e
			do(t, b, Place{Placement: p})
		}
		c, err := b.Chronicle(t.Context(), e)
		if err != nil {
			t.Fatal(err)
		}
		s, err := b.Snapshot(t.Context(), e)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Present().Entries) != 3 || len(s.Chronicle.Present().Entries) != 3 {
			t.Fatalf("%q: %d and %d entries", title, len(c.Present().Entries), len(s.Chronicle.Present().Entries))
		}
		for i, got := range c.Present().Entries {
			want := s.Chronicle.Present().Entries[i]
			want.Answers, got.Overrides, want.Overrides = nil, nil, nil
			if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
				t.Errorf("%q: read %+v\nwant %+v", title, got, want)
			}
		}
	}
}
