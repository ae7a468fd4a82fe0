package model

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// HiddenRank prints in place of a rank under embargo.
const HiddenRank = "00"

// WithoutRanks gives the edition as it may be shown before its result is known:
// in each category those with a rank stand from A to Z, each rank prints as
// HiddenRank, and nothing is said of movement. The layout stays: as many have a
// rank as before. Who is among the ranked of a “top N” remains to be seen.
func WithoutRanks(s *Snapshot) *Snapshot {
	out := *s
	out.Predecessor, out.Compared, out.Earlier = nil, nil, nil
	out.Placements = slices.Clone(s.Placements)
	places := map[string][]int{} // by category, the indexes of the ranked
	for i, p := range out.Placements {
		if p.Status.Printed() && (p.Rank.Number > 0 || p.Rank.Band != "") {
			places[p.Category] = append(places[p.Category], i)
		}
	}
	for _, ranked := range places {
		ranks := make([]Rank, len(ranked))
		for i, at := range ranked {
			ranks[i] = out.Placements[at].Rank
			ranks[i].Hidden, ranks[i].Source, ranks[i].Tied = true, "", false
		}
		slices.SortFunc(ranks, func(a, b Rank) int {
			return cmp.Or(cmp.Compare(a.Number, b.Number), cmp.Compare(s.Edition.Scheme.bandOrder(a.Band), s.Edition.Scheme.bandOrder(b.Band)))
		})
		slices.SortFunc(ranked, func(a, b int) int {
			p, q := &out.Placements[a], &out.Placements[b]
			return cmp.Or(CompareSort(p.SortKey(s.Edition.Locale), q.SortKey(s.Edition.Locale), s.Edition.Locale), cmp.Compare(p.ID, q.ID))
		})
		for i, at := range ranked {
			out.Placements[at].Rank, out.Placements[at].Pos = ranks[i], i+1
		}
	}
	out.Placements = OrderIn(out.Placements, s.Edition) // how they stood in the data tells nothing either
	return &out
}

// Hash is a short mark of everything that the book of an edition is made from,
// eight hexadecimal digits: equal data has the same, and a proof that bears
// another is of other data. When the data was changed is not part of it.
func (s *Snapshot) Hash() string {
	data := *s
	data.Change, data.ChangedAt = 0, 0
	b, err := json.Marshal(data)
	if err != nil {
		return "" // plain values always marshal
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:4])
}
