package excerpt

import (
	"slices"

	"laurel/model"
)

// chosen gives the ranges of the answer that print by choice: none where the
// whole answer does, or words of its own.
func chosen(a model.Answer) []model.Range {
	if a.Excerpt.Stale {
		return nil
	}
	ranges := make([]model.Range, len(a.Excerpt.Parts))
	for i, p := range a.Excerpt.Parts {
		ranges[i] = p.Range
	}
	return ranges
}

// covers says whether ranges hold the whole of another.
func covers(ranges []model.Range, r model.Range) bool {
	return slices.ContainsFunc(ranges, func(p model.Range) bool { return p.Start <= r.Start && r.End <= p.End })
}

// without takes a range out of others.
func without(ranges []model.Range, r model.Range) []model.Range {
	var left []model.Range
	for _, p := range ranges {
		if before := (model.Range{Start: p.Start, End: min(p.End, r.Start)}); before.Start < before.End {
			left = append(left, before)
		}
		if after := (model.Range{Start: max(p.Start, r.End), End: p.End}); after.Start < after.End {
			left = append(left, after)
		}
	}
	return left
}

// toggled puts a range into others, or takes it out where it is in them.
func toggled(ranges []model.Range, r model.Range) []model.Range {
	if covers(ranges, r) {
		return without(ranges, r)
	}
	return append(slices.Clone(ranges), r)
}

// spanning is the range from the one end of two sentences to the other.
func spanning(a, b model.Range) model.Range {
	return model.Range{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}
