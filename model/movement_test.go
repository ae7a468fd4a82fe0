package model

import "testing"

func TestMovement(t *testing.T) {
	top10, top20, full, bands := Scheme{Kind: SchemeTop, Top: 10}, Scheme{Kind: SchemeTop, Top: 20}, Scheme{Kind: SchemeFull}, Scheme{Kind: SchemeBands, Bands: []string{"Leading", "Strong", "Rising"}}
	none := Scheme{Kind: SchemeUnranked}
	without, unknown, outside := Rank{Reason: ByScheme}, Rank{Reason: RankUnknown}, Rank{Reason: OutsideRanked}
	at := func(n int) Rank { return Rank{Number: n} }
	band := func(s string, to int) Rank { return Rank{Band: s, To: to} }
	tests := []struct {
		name       string
		then       Rank
		schemeThen Scheme
		now        Rank
		scheme     Scheme
		want       Movement
	}{
		{"up", at(9), full, at(3), full, Movement{Kind: MovedUp, From: 9, Places: 6}},
		{"down", at(3), full, at(9), full, Movement{Kind: MovedDown, From: 3, Places: 6}},
		{"same", at(3), top10, at(3), top10, Movement{Kind: MovedNot, From: 3}},
		{"same, now tied", at(3), full, Rank{Number: 3, Tied: true}, full, Movement{Kind: MovedNot, From: 3}},
		{"into the top ten", without, top10, at(3), top10, Movement{Kind: MovedInto}},
		{"out of the top ten", at(3), top10, without, top10, Movement{Kind: MovedOutOf, From: 3}},
		{"included both times", without, top10, without, top10, Movement{Kind: MovedNoWord}},
		{"from top ten to full, inside", without, top10, at(8), full, Movement{Kind: MovedInto}},
		{"from top ten to full, beyond", without, top10, at(45), full, Movement{Kind: MovedNoWord}},
		{"from top ten to full, ranked", at(8), top10, at(45), full, Movement{Kind: MovedDown, From: 8, Places: 37}},
		{"from full to top ten, left it", at(5), full, without, top10, Movement{Kind: MovedOutOf, From: 5}},
		{"from full to top ten, never in it", at(45), full, without, top10, Movement{Kind: MovedNoWord}},
		{"from full to top ten, climbed", at(45), full, at(5), top10, Movement{Kind: MovedUp, From: 45, Places: 40}},
		{"top ten became top twenty, beyond the old", without, top10, at(15), top20, Movement{Kind: MovedNoWord}},
		{"top twenty became top ten, still outside", at(15), top20, without, top10, Movement{Kind: MovedNoWord}},
		{"nobody was ranked, now a top ten", without, none, at(3), top10, Movement{Kind: MovedInto}},
		{"nobody was ranked, now everybody", without, none, at(3), full, Movement{Kind: MovedNoWord}},
		{"nobody is ranked now", at(3), full, without, none, Movement{Kind: MovedNoWord}},
		{"rank unknown then", unknown, top10, at(3), top10, Movement{Kind: MovedNoWord}},
		{"rank unknown now", at(3), full, unknown, top10, Movement{Kind: MovedNoWord}},
		{"honorary now", at(3), top10, outside, top10, Movement{Kind: MovedNoWord}},
		{"better band", band("Strong", 0), bands, band("Leading", 0), bands, Movement{Kind: MovedUp}},
		{"worse band", band("Strong", 0), bands, band("Rising", 0), bands, Movement{Kind: MovedDown}},
		{"same band", band("Strong", 0), bands, band("strong", 0), bands, Movement{Kind: MovedNot}},
		{"numbered bands", band("Band 3", 0), bands, band("Band 1", 0), bands, Movement{Kind: MovedUp}},
		{"ranges", band("101–150", 150), full, band("151–200", 200), full, Movement{Kind: MovedDown}},
		{"range to number", band("101–150", 150), full, at(80), full, Movement{Kind: MovedUp}},
		{"number to open range", at(80), full, band("1401+", -1), full, Movement{Kind: MovedDown}},
		{"band to number", band("Band 3", 0), bands, at(2), full, Movement{Kind: MovedNoWord}},
		{"range to band", band("101–150", 150), full, band("Band 2", 0), bands, Movement{Kind: MovedNoWord}},
		{"unknown bands", band("Gold", 0), bands, band("Silver", 0), bands, Movement{Kind: MovedNoWord}},
	}
	before := Edition{ID: "23", Year: 2023, Region: "EMEA"}
	in := Edition{ID: "24", Year: 2024, Region: "EMEA"}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in.Scheme = test.scheme
			earlier := []Appearance{{EditionID: "23", Year: 2023, Region: "EMEA", Scheme: test.schemeThen, Rank: test.then, Status: Confirmed}}
			test.want.LastSeen = 2023
			if got := MovementOf(Placement{Rank: test.now}, in, &before, earlier); got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

func TestMovementOfThoseWhoWereNotThere(t *testing.T) {
	in := Edition{ID: "24", Year: 2024, Region: "EMEA", Scheme: Scheme{Kind: SchemeFull}}
	before := &Edition{ID: "23", Year: 2023, Region: "EMEA"}
	renamed := &Edition{ID: "old", Year: 2023}
	usa := &Edition{ID: "us", Year: 2023, Region: "USA"}
	seen := func(id ID, year int, region string, status Status) Appearance {
		return Appearance{EditionID: id, Year: year, Region: region, Status: status, Rank: Rank{Number: 7}}
	}
	tests := []struct {
		name        string
		predecessor *Edition
		earlier     []Appearance
		want        Movement
	}{
		{"first edition", nil, nil, Movement{Kind: MovedNoWord}},
		{"new", before, nil, Movement{Kind: MovedNew}},
		{"back", before, []Appearance{seen("19", 2019, "EMEA", Confirmed), seen("21", 2021, "emea", SignedOff)}, Movement{Kind: MovedBack, LastSeen: 2021}},
		{"only a reserve last year", before, []Appearance{seen("23", 2023, "EMEA", Reserve)}, Movement{Kind: MovedNew}},
		{"only in another region", before, []Appearance{seen("us", 2023, "USA", Confirmed)}, Movement{Kind: MovedNoWord}},
		{"long ago here, last year elsewhere", before, []Appearance{seen("19", 2019, "EMEA", Confirmed), seen("us", 2023, "USA", Confirmed)}, Movement{Kind: MovedBack, LastSeen: 2019}},
		{"this edition and later ones do not count", before, []Appearance{seen("24", 2024, "EMEA", Confirmed), seen("25", 2025, "EMEA", Confirmed)}, Movement{Kind: MovedNew}},
		{"predecessor without a region", renamed, []Appearance{seen("old", 2023, "", Confirmed)}, Movement{Kind: MovedUp, From: 7, Places: 4, LastSeen: 2023}},
		{"back to a list that had no region", renamed, []Appearance{seen("22", 2022, "", Confirmed)}, Movement{Kind: MovedBack, LastSeen: 2022}},
		{"predecessor of another region", usa, []Appearance{seen("us", 2023, "USA", Confirmed)}, Movement{Kind: MovedNoWord}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := MovementOf(Placement{Rank: Rank{Number: 3}}, in, test.predecessor, test.earlier); got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
		})
	}
}

func TestMovementWithinACategory(t *testing.T) {
	in := Edition{ID: "24", Year: 2024, Scheme: Scheme{Kind: SchemeCategories}}
	before := &Edition{ID: "23", Year: 2023}
	earlier := []Appearance{
		{EditionID: "23", Year: 2023, Category: "Retail", Rank: Rank{Number: 2}},
		{EditionID: "23", Year: 2023, Category: "Energy", Rank: Rank{Number: 9}},
	}
	for category, want := range map[string]Movement{
		"Energy":  {Kind: MovedUp, From: 9, Places: 8, LastSeen: 2023},
		"Retail":  {Kind: MovedUp, From: 2, Places: 1, LastSeen: 2023},
		"Finance": {Kind: MovedNoWord, LastSeen: 2023},
	} {
		if got := MovementOf(Placement{Category: category, Rank: Rank{Number: 1}}, in, before, earlier); got != want {
			t.Errorf("%s: %+v, want %+v", category, got, want)
		}
	}
}

// As on a published page: included in 2022 and 2023, No. 3 in 2024.
func TestMovementOfAPublishedPage(t *testing.T) {
	top := Scheme{Kind: SchemeTop, Top: 10}
	in, before := Edition{ID: "24", Year: 2024, Region: "EMEA", Scheme: top}, Edition{ID: "23", Year: 2023, Region: "EMEA", Scheme: top}
	earlier := []Appearance{
		{EditionID: "22", Year: 2022, Region: "EMEA", Scheme: top, Rank: Rank{Reason: ByScheme}, Status: Confirmed},
		{EditionID: "23", Year: 2023, Region: "EMEA", Scheme: top, Rank: Rank{Reason: ByScheme}, Status: Confirmed},
	}
	if got := MovementOf(Placement{Rank: Rank{Number: 3}}, in, &before, earlier); got != (Movement{Kind: MovedInto, LastSeen: 2023}) {
		t.Errorf("got %+v", got)
	}
}
