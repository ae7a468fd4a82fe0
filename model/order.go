package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Order gives the placements as a book and the exports list them: by category,
// in it the ranked by rank, then bands, then the unranked by sort key. Those who
// share a rank stay in the order in which they stand. Categories follow each
// other as they come. The sort keys are those of a British list; see OrderIn.
func Order(placements []Placement) []Placement { return OrderIn(placements, Edition{}) }

// OrderIn is Order with what the edition says: its categories in their order,
// its bands in theirs, its locale.
func OrderIn(placements []Placement, e Edition) []Placement {
	locale := e.Locale
	if locale == "" {
		locale = "en-GB"
	}
	type keyed struct {
		Placement
		category, class, rank int
		key                   string
	}
	categories := slices.Clone(e.Categories)
	out := make([]keyed, len(placements))
	for i, p := range placements {
		k := keyed{Placement: p, category: slices.Index(categories, p.Category)}
		if k.category < 0 {
			categories = append(categories, p.Category)
			k.category = len(categories) - 1
		}
		switch {
		case p.Rank.Number > 0:
			k.rank = p.Rank.Number
		case p.Rank.Band != "":
			k.class, k.rank = 1, e.Scheme.bandOrder(p.Rank.Band)
		default:
			k.class, k.key = 2, p.FileKey(locale)
		}
		out[i] = k
	}
	slices.SortStableFunc(out, func(a, b keyed) int {
		return cmp.Or(
			cmp.Compare(a.category, b.category),
			cmp.Compare(a.class, b.class),
			cmp.Compare(a.rank, b.rank),
			CompareSort(a.key, b.key, locale),
			cmp.Compare(a.Pos, b.Pos),
		)
	})
	ordered := make([]Placement, len(out))
	for i, k := range out {
		ordered[i] = k.Placement
	}
	return ordered
}

// bandOrder is where a band stands: in the order of the scheme, else by its
// first number ("101–150", "Band 2"), else last.
func (s Scheme) bandOrder(band string) int {
	for i, b := range s.Bands {
		if Fold(b) == Fold(band) {
			return i
		}
	}
	if n, ok := bandNumber(band); ok {
		return len(s.Bands) + n
	}
	return len(s.Bands) + maxRank + 1
}

// bandNumber is the first number in the name of a band.
func bandNumber(band string) (int, bool) {
	start := strings.IndexAny(band, "0123456789")
	if start < 0 {
		return 0, false
	}
	end := start
	for end < len(band) && band[end] >= '0' && band[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(band[start:end])
	return min(n, maxRank), err == nil
}
