package yearbook

import (
	"slices"
	"strings"
	"testing"

	"laurel/model"
)

// ranked is a ranking of n people with three answers each of so many words.
func ranked(n int, words func(i int) int) *model.Snapshot {
	s := answered(difficult(1), 1)
	for range n - 1 {
		s.Placements = append(s.Placements, s.Placements[0])
	}
	for i := range s.Placements {
		p := &s.Placements[i]
		p.ID, p.Rank.Number, p.Answers = model.ID("entry-"+itoa(i+1)), i+1, slices.Clone(p.Answers)
		for j := range p.Answers {
			p.Answers[j].ID, p.Answers[j].Edited = model.ID("answer-"+itoa(i+1)+"-"+itoa(j)), proseOf(words(i))
		}
	}
	return s
}

// Where most answers are too long even for two facing pages, the profiles have a
// page each and go on overleaf, which is said once.
func TestAnswersTooLongForAnyPlaceGoOnOverleaf(t *testing.T) {
	s := ranked(12, func(int) int { return 250 })
	inSlots(s, slotTwo)
	b := compose(t, s)
	checkNothingLost(t, s, b)
	checkClear(t, b)
	for i := range s.Placements {
		if got, want := b.Pages[s.Placements[i].ID], 2*i+1; got != want {
			t.Errorf("entry %d is on page %d, want %d", i+1, got, want)
		}
	}
	if said := problemsOf(b, model.ProblemOverset); len(said) > 0 {
		t.Errorf("%d profiles are named, the first: %s", len(said), said[0].Text)
	}
	if said := problemsOf(b, model.ProblemBook); len(said) != 1 || !strings.Contains(said[0].Text.String(), "overleaf") {
		t.Errorf("of the book is said: %v", said)
	}
}

// A few profiles that take larger places are named, many are counted.
func TestProfilesInLargerPlacesAreNamedOrCounted(t *testing.T) {
	for _, long := range []int{2, mostSaid, mostSaid + 2} {
		s := ranked(60, func(i int) int {
			if i%3 == 2 && i/3 < long {
				return 55
			}
			return 20
		})
		inSlots(s, slotTwo)
		b := compose(t, s)
		named, counted := len(problemsOf(b, model.ProblemOverset)), problemsOf(b, model.ProblemBook)
		if want := long <= mostSaid; want && (named != long || len(counted) > 0) || !want && (named > 0 || len(counted) != 1) {
			t.Errorf("of %d long ones %d are named, and %v", long, named, counted)
		}
		if long > mostSaid && (len(counted) == 0 || !strings.HasPrefix(counted[0].Text.String(), itoa(long)+" ")) {
			t.Errorf("%d long ones: %v", long, counted)
		}
	}
}
