package model

import (
	"fmt"
	"strings"
	"testing"
)

// ranks tells who stands where: "name number figure".
func ranks(s *Snapshot) string {
	var out []string
	for _, p := range OrderIn(s.Placements, s.Edition) {
		out = append(out, fmt.Sprintf("%s %d %s", p.PrintedName(), p.Rank.Number, p.Rank.Figure(TieBefore)))
		if shown := p.Rank.Display(TieBefore); p.Rank.Hidden && shown != HiddenRank {
			out = append(out, "in words "+shown)
		}
	}
	return strings.Join(out, "; ")
}

func TestWithoutRanks(t *testing.T) {
	s := sound("Zoë Alder", "Cy Dale", "Ben Marsh", "Ed Abel")
	s.Edition.Scheme = Scheme{Kind: SchemeTop, Top: 3}
	s.Placements[1].Rank.Tied = true
	s.Placements[3].Rank = Rank{Reason: ByScheme}
	s.Predecessor = &Edition{ID: "before"}
	s.Earlier = map[ID][]Appearance{"entry1": {{Rank: Rank{Number: 9}}}}
	before := ranks(s)
	hidden := WithoutRanks(s)
	if got, want := ranks(hidden), "Zoë Alder 1 00; Cy Dale 2 00; Ben Marsh 3 00; Ed Abel 0 "; got != want {
		t.Errorf("the hidden order is %s", got)
	}
	if hidden.Predecessor != nil || hidden.Earlier != nil || hidden.Compared != nil {
		t.Error("movement is told")
	}
	if ranks(s) != before || s.Predecessor == nil {
		t.Errorf("the data itself has changed: %s", ranks(s))
	}
}

func TestWithoutRanksTellsNoOrder(t *testing.T) {
	names := []string{"Ada Example", "Ben Marsh", "Cy Dale", "Di Rees"}
	one := sound(names...)
	other := sound(names...)
	other.Placements[0].Rank.Number, other.Placements[3].Rank.Number = 4, 1
	if a, b := ranks(WithoutRanks(one)), ranks(WithoutRanks(other)); a != b {
		t.Errorf("two results look different:\n%s\n%s", a, b)
	}
}

func TestHash(t *testing.T) {
	s := sound("Ada Example", "Ben Marsh")
	first := s.Hash()
	if len(first) != 8 {
		t.Fatalf("the hash is %q", first)
	}
	s.Change, s.ChangedAt = 7, 1767323045000
	if s.Hash() != first {
		t.Error("the hash changes with the clock")
	}
	s.Placements[1].Strapline = "x"
	if s.Hash() == first {
		t.Error("the hash does not change with the data")
	}
}
