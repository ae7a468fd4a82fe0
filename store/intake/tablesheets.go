package intake

import (
	"fmt"
	"slices"

	"laurel/model"
)

// sheet is what the rows of one edition say of it.
type sheet struct {
	key        Key
	size       int
	ranked     int
	highest    int
	bands      []string
	categories []string
	twice      bool // a rank stands in more than one category
	then       bool // known from a column of earlier ranks alone
}

func (r *tableReader) sheet(k Key) *sheet {
	at := foldKey(k)
	if r.sheets[at] == nil {
		r.sheets[at] = &sheet{key: k}
		r.order = append(r.order, r.sheets[at])
	}
	return r.sheets[at]
}

func (s *sheet) count(p Placement) {
	s.size++
	if p.Rank.Number > 0 {
		s.ranked++
		s.highest = max(s.highest, p.Rank.Number)
	}
	if b := p.Rank.Band; b != "" && !slices.Contains(s.bands, b) {
		s.bands = append(s.bands, b)
	}
	if p.Category != "" && !slices.Contains(s.categories, p.Category) {
		s.categories = append(s.categories, p.Category)
	}
}

// tie marks ranks that stand more than once as shared: spreadsheets write the
// number alone.
func (r *tableReader) tie() {
	at := func(p Placement) string {
		k := foldKey(p.Edition)
		return fmt.Sprint(k.List, "|", k.Year, "|", k.Region, "|", model.Fold(p.Category), "|", p.Rank.Number)
	}
	seen, categories := map[string]int{}, map[string]map[string]bool{}
	for _, p := range r.draft.Placements {
		if p.Rank.Number == 0 {
			continue
		}
		seen[at(p)]++
		k := fmt.Sprint(foldKey(p.Edition), p.Rank.Number)
		if categories[k] == nil {
			categories[k] = map[string]bool{}
		}
		if categories[k][p.Category] = true; len(categories[k]) > 1 {
			r.sheet(p.Edition).twice = true
		}
	}
	for i := range r.draft.Placements {
		p := &r.draft.Placements[i]
		p.Rank.Tied = p.Rank.Number > 0 && (p.Rank.Tied || seen[at(*p)] > 1)
	}
}

// editions are those the rows belong to, each with the scheme it seems to have.
func (r *tableReader) editions() {
	var questions []string
	for i, c := range r.mapping.Columns {
		if c.Meaning == MeansAnswer {
			questions = append(questions, r.table.ColumnName(i))
		}
	}
	for _, s := range r.order {
		e := Edition{List: s.key.List, Year: s.key.Year, Region: s.key.Region, Scheme: s.scheme(), Size: s.size, Categories: s.categories}
		if !s.then {
			e.Questions = questions
		}
		r.draft.Editions = append(r.draft.Editions, e)
		for i := range r.draft.Placements {
			if p := &r.draft.Placements[i]; foldKey(p.Edition) == foldKey(s.key) {
				p.Rank = reasoned(p.Rank, e.Scheme)
			}
		}
	}
	slices.SortStableFunc(r.draft.Editions, func(a, b Edition) int { return a.Year - b.Year })
}

// scheme says how the edition seems to rank.
func (s *sheet) scheme() model.Scheme {
	switch {
	case s.ranked == 0 && len(s.bands) > 0:
		return model.Scheme{Kind: model.SchemeBands, Bands: s.bands}
	case s.ranked == 0:
		return model.Scheme{Kind: model.SchemeUnranked}
	case s.twice:
		return model.Scheme{Kind: model.SchemeCategories}
	case s.ranked < s.size && s.highest <= s.size/2 && s.highest == s.ranked:
		return model.Scheme{Kind: model.SchemeTop, Top: s.highest}
	}
	return model.Scheme{Kind: model.SchemeFull}
}
