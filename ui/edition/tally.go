package edition

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"laurel/model"
	"laurel/store"
)

// tally is what the balance panel says of an edition.
type tally struct {
	signedOff, confirmed, shortlisted, open int
	returning, fresh, back                  int
	countries, sectors                      []share
	organisations                           []several
}

// share is how many of the entries have a word, and had it the time before.
type share struct {
	word     string
	now, was int
}

// several is an organisation with two entries or more.
type several struct {
	name  string
	ranks []string
	count int
}

// tallyOf counts who takes a place in the edition. Places that nobody has yet
// count as open.
func tallyOf(d *data) tally {
	var t tally
	placed := 0
	for _, r := range d.rows {
		if outOf(r.Placement.Status) {
			continue
		}
		placed++
		t.count(r)
	}
	t.open += max(0, d.edition.Size-placed)
	t.countries = shares(d.rows, d.was, func(p model.Placement) string { return p.Country })
	t.sectors = shares(d.rows, d.was, func(p model.Placement) string { return p.Sector })
	t.organisations = severals(d)
	return t
}

func (t *tally) count(r store.EntryRow) {
	switch r.Placement.Status {
	case model.SignedOff:
		t.signedOff++
	case model.Confirmed:
		t.confirmed++
	case model.Shortlisted:
		t.shortlisted++
	default:
		t.open++
	}
	switch r.Movement.Kind {
	case model.MovedNew:
		t.fresh++
	case model.MovedBack:
		t.back++
	case model.MovedNoWord:
		if r.Movement.LastSeen > 0 {
			t.returning++
		}
	default:
		t.returning++
	}
}

// shares counts a word over two editions; the most frequent now come first.
func shares(now, was []store.EntryRow, word func(model.Placement) string) []share {
	of := map[string]*share{}
	get := func(r store.EntryRow) *share {
		w := strings.TrimSpace(word(r.Placement))
		if w == "" || outOf(r.Placement.Status) {
			return &share{}
		}
		key := model.Fold(w)
		if of[key] == nil {
			of[key] = &share{word: w}
		}
		return of[key]
	}
	for _, r := range now {
		get(r).now++
	}
	for _, r := range was {
		get(r).was++
	}
	all := make([]share, 0, len(of))
	for _, s := range of {
		all = append(all, *s)
	}
	slices.SortFunc(all, func(a, b share) int {
		return cmp.Or(b.now-a.now, b.was-a.was, strings.Compare(a.word, b.word))
	})
	return all
}

// severals finds the organisations with two entries or more, with their ranks.
func severals(d *data) []several {
	of := map[string]*several{}
	for _, r := range d.rows {
		name := strings.TrimSpace(r.Organisation)
		if name == "" || outOf(r.Placement.Status) {
			continue
		}
		key := model.Fold(name)
		if of[key] == nil {
			of[key] = &several{name: name}
		}
		of[key].count++
		if figure := r.Placement.Rank.Figure(d.edition.TieStyle); figure != "" {
			of[key].ranks = append(of[key].ranks, figure)
		}
	}
	maps.DeleteFunc(of, func(_ string, s *several) bool { return s.count < 2 })
	all := make([]several, 0, len(of))
	for _, s := range of {
		all = append(all, *s)
	}
	slices.SortFunc(all, func(a, b several) int { return cmp.Or(b.count-a.count, strings.Compare(a.name, b.name)) })
	return all
}
