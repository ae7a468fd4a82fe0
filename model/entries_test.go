package model

import "testing"

func TestEntryNames(t *testing.T) {
	of := func(names ...string) Placement {
		p := Placement{Kind: EntryJoint}
		for _, n := range names {
			p.Members = append(p.Members, Member{Name: ParseName(n), Title: "Partner", Organisation: n[len(n)-4:]})
		}
		return p
	}
	tests := []struct {
		entry                         Placement
		printed, full, sort, monogram string
	}{
		{of("Dr Ada Example OBE"), "Ada Example", "Dr Ada Example OBE", "example ada", "AE"},
		{of("Dr Ada Example OBE", "Ben Marsh"), "Ada Example & Ben Marsh", "Dr Ada Example OBE & Ben Marsh", "example ada marsh ben", "EM"},
		{of("Ada Example", "Ben Marsh", "Cy Dale"), "Ada Example, Ben Marsh & Cy Dale", "Ada Example, Ben Marsh & Cy Dale", "example ada marsh ben dale cy", "EMD"},
		{Placement{Kind: EntryJoint, EntryName: "The Marsh Sisters", Members: of("Ada Marsh", "Bea Marsh").Members}, "The Marsh Sisters", "The Marsh Sisters", "marsh sisters", "MM"},
		{Placement{Kind: EntryOrganisation, EntryName: "The Trust for Open Data"}, "The Trust for Open Data", "The Trust for Open Data", "trust for open data", "TO"},
		{Placement{Kind: EntryThing, EntryName: "#Change"}, "#Change", "#Change", "change", "C"},
		{Placement{Kind: EntryThing, EntryName: "(UN)SUNG"}, "(UN)SUNG", "(UN)SUNG", "un sung", "U"},
		{Placement{Kind: EntryThing, EntryName: "???"}, "???", "???", "???", ""},
		{Placement{}, "", "", "", ""},
	}
	for _, test := range tests {
		e := test.entry
		if got := [4]string{e.PrintedName(), e.FullName(), e.SortKey("en-GB"), e.Monogram()}; got != [4]string{test.printed, test.full, test.sort, test.monogram} {
			t.Errorf("got %q, want %q", got, [4]string{test.printed, test.full, test.sort, test.monogram})
		}
	}
}

func TestPrintedJob(t *testing.T) {
	p := Placement{Members: []Member{{Title: "Partner", Organisation: "A Ltd"}, {Title: "Partner", Organisation: "B Ltd"}, {}}}
	if got := p.PrintedTitle(); got != "Partner" {
		t.Errorf("title %q", got)
	}
	if got := p.PrintedOrganisation(); got != "A Ltd; B Ltd" {
		t.Errorf("organisation %q", got)
	}
}

func TestEntryKey(t *testing.T) {
	people := func(ids ...ID) Placement {
		p := Placement{}
		for _, id := range ids {
			p.Members = append(p.Members, Member{PersonID: id})
		}
		return p
	}
	same := [][2]Placement{
		{people("a", "b"), people("b", "a")},
		{{OrganisationID: "o", EntryName: "Old"}, {OrganisationID: "o", EntryName: "New"}},
		{{EntryName: "#Change"}, {EntryName: "change"}},
		{{Members: []Member{{Name: ParseName("Zoë Marsh")}}}, {Members: []Member{{Name: ParseName("Dr Zoe Marsh")}}}},
	}
	for _, s := range same {
		if s[0].EntryKey() != s[1].EntryKey() {
			t.Errorf("%q and %q are the same entry", s[0].EntryKey(), s[1].EntryKey())
		}
	}
	other := []Placement{people("a"), people("a", "b"), people("ab"), {OrganisationID: "a"}, {EntryName: "a"}, {Members: []Member{{Name: Name{Given: "a"}}}}}
	seen := map[string]bool{}
	for _, p := range other {
		if seen[p.EntryKey()] {
			t.Errorf("%q is two entries", p.EntryKey())
		}
		seen[p.EntryKey()] = true
	}
}

func TestInPrint(t *testing.T) {
	p := Placement{Overrides: map[string]string{FieldTitle: "Dir. of Data", FieldStrapline: ""}}
	for field, want := range map[string]string{FieldTitle: "Dir. of Data", FieldStrapline: "", FieldCitation: "as it is"} {
		if got := p.InPrint(field, "as it is"); got != want {
			t.Errorf("%s prints as %q, want %q", field, got, want)
		}
	}
}

func TestStatusesComeAfterEachOther(t *testing.T) {
	for _, c := range []struct {
		to, from Status
		want     bool
	}{
		{Confirmed, Nominated, true},
		{Confirmed, Shortlisted, true},
		{SignedOff, Confirmed, true},
		{Confirmed, Confirmed, false},
		{Confirmed, SignedOff, false},
		{Confirmed, Declined, false},
		{Reserve, Nominated, false},
	} {
		if got := c.to.After(c.from); got != c.want {
			t.Errorf("%s after %s: %v", c.to, c.from, got)
		}
	}
}
