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
