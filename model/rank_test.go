package model

import (
	"errors"
	"testing"
)

func TestParseRank(t *testing.T) {
	number := func(n int) ParsedRank { return ParsedRank{Rank: Rank{Number: n}} }
	tied := func(n int) ParsedRank { return ParsedRank{Rank: Rank{Number: n, Tied: true}} }
	without := func(why Unranked) ParsedRank { return ParsedRank{Rank: Rank{Reason: why}} }
	tests := map[string]ParsedRank{
		"3": number(3), " 3 ": number(3), "No. 3": number(3), "No.3": number(3), "NO 3": number(3), "No.\u00a03": number(3), "#3": number(3), "# 3": number(3),
		"3rd": number(3), "1st": number(1), "22nd": number(22), "11th": number(11), "3.": number(3), "Number 3": number(3), "Nº 3": number(3), "100000": number(100000), "007": number(7),
		"=17": tied(17), "= 17": tied(17), "17=": tied(17), "6 =": tied(6), "T12": tied(12), "t-12": tied(12), "joint 3rd": tied(3), "Joint 3": tied(3), "equal 3rd": tied(3),
		"3rd (joint)": tied(3), "3 tied": tied(3), "No. 3=": tied(3), "No. =3": tied(3), "Joint No. 3": tied(3),
		"101-150": {Rank: Rank{Band: "101–150", To: 150}}, "101–150": {Rank: Rank{Band: "101–150", To: 150}}, "101 — 150": {Rank: Rank{Band: "101–150", To: 150}},
		"101 to 150": {Rank: Rank{Band: "101–150", To: 150}}, "1401+": {Rank: Rank{Band: "1401+", To: -1}},
		"Band 1": {Rank: Rank{Band: "Band 1"}}, "Tier  A": {Rank: Rank{Band: "Tier A"}},
		"HC": without(OutsideRanked), "hors concours": without(OutsideRanked), "Highly commended": without(OutsideRanked),
		"": without(ByScheme), "–": without(ByScheme), "-": without(ByScheme), "—": without(ByScheme), "n/a": without(ByScheme),
		"?": without(RankUnknown), "TBC": without(NotYetRanked),
		"Top Ten": {Rank: Rank{Reason: RankUnknown}, TopTen: true}, "top 10": {Rank: Rank{Reason: RankUnknown}, TopTen: true},
		"Top Ten Number 3": {Rank: Rank{Number: 3}, TopTen: true},
		"New":              {Rank: Rank{Reason: RankUnknown}, Movement: MovedNew}, "NEW ENTRY": {Rank: Rank{Reason: RankUnknown}, Movement: MovedNew},
		"RE": {Rank: Rank{Reason: RankUnknown}, Movement: MovedBack}, "Re-entry": {Rank: Rank{Reason: RankUnknown}, Movement: MovedBack},
	}
	for text, want := range tests {
		want.Source = oneLine(text)
		got, err := ParseRank(text)
		if err != nil || got != want {
			t.Errorf("ParseRank(%q) = %+v, %v; want %+v", text, got, err, want)
		}
	}
	for _, text := range []string{"0", "=0", "three", "3 4", "150-101", "5-5", "1000000", "-3", "3.5", "No.", "=", "Band", "Top Twenty", "3rd place in Europe"} {
		if got, err := ParseRank(text); !errors.Is(err, ErrInvalid) {
			t.Errorf("ParseRank(%q) = %+v, %v; want ErrInvalid", text, got, err)
		}
	}
}

func TestRankDisplays(t *testing.T) {
	tests := []struct {
		rank                       Rank
		display, displayAfter, fig string
	}{
		{Rank{Number: 3}, "No. 3", "No. 3", "3"},
		{Rank{Number: 3, Tied: true}, "=3", "3=", "=3"},
		{Rank{Band: "101–150", To: 150}, "101–150", "101–150", "101–150"},
		{Rank{Band: "Band 1"}, "Band 1", "Band 1", "Band 1"},
		{Rank{Reason: ByScheme}, "", "", ""},
		{Rank{Reason: RankUnknown, Source: "Top Ten"}, "", "", ""},
	}
	for _, test := range tests {
		if got := test.rank.Display(TieBefore); got != test.display {
			t.Errorf("%+v displays as %q, want %q", test.rank, got, test.display)
		}
		if got := test.rank.Display(TieAfter); got != test.displayAfter {
			t.Errorf("%+v displays as %q, want %q", test.rank, got, test.displayAfter)
		}
		if got := test.rank.Figure(""); got != test.fig {
			t.Errorf("%+v has the figure %q, want %q", test.rank, got, test.fig)
		}
		if test.rank.IsRanked() != (test.rank.Number > 0) {
			t.Errorf("IsRanked of %+v", test.rank)
		}
	}
}

// What a rank displays as must be read as that rank: the JSON document and
// published pages go this way.
func FuzzParseRank(f *testing.F) {
	for _, s := range []string{"=17", "6=", "T12", "joint 3rd", "101-150", "1401+", "Band 1", "Top Ten Number 3", "HC", "–", "№ 4", "band \u00a0x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParseRank(text)
		if err != nil {
			if !errors.Is(err, ErrInvalid) {
				t.Errorf("ParseRank(%q) fails with %v", text, err)
			}
			return
		}
		if p.Number < 0 || p.Number > 0 == (p.Reason != Ranked || p.Band != "") {
			t.Errorf("ParseRank(%q) = %+v is not one of number, band, reason", text, p)
		}
		for _, style := range []TieStyle{TieBefore, TieAfter} {
			again, err := ParseRank(p.Display(style))
			if err != nil || again.Number != p.Number || again.Tied != p.Tied || again.Band != p.Band || again.To != p.To {
				t.Errorf("%q displays as %q, which is read as %+v, %v", text, p.Display(style), again, err)
			}
		}
	})
}
