package edition

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"laurel/model"
	"laurel/store"
)

// tally is what the balance panel says of an edition, or of its first so many.
type tally struct {
	signedOff, confirmed, shortlisted, open int
	returning, fresh, back                  int
	countries, sectors                      []share
	fields                                  []fieldShare
	organisations                           []several
}

// share is how many of the entries have a word, and had it the time before.
type share struct {
	word     string
	now, was int
}

// fieldShare is what a field of the curator's own says of the entries.
type fieldShare struct {
	name   string
	shares []share
}

// several is an organisation with two entries or more.
type several struct {
	name  string
	ranks []string
	count int
}

// tallyOf counts the first so many of those who take a place, in an order; 0
// counts all, and places that nobody has yet as open.
func tallyOf(d *data, placed []store.EntryRow, first int) tally {
	var t tally
	now, was := upTo(placed, first), upTo(d.was, first)
	for _, r := range now {
		t.count(r)
	}
	size := d.edition.Size
	if first > 0 {
		size = min(size, first)
	}
	t.open += max(0, size-len(now))
	t.countries = shares(now, was, model.CountryKey, func(p model.Placement) string { return p.Country })
	t.sectors = shares(now, was, model.Fold, func(p model.Placement) string { return p.Sector })
	for _, f := range d.fields {
		if all := shares(now, was, model.Fold, func(p model.Placement) string { return d.values[p.ID][f.ID] }); len(all) > 0 {
			t.fields = append(t.fields, fieldShare{f.Name, all})
		}
	}
	t.organisations = severals(now, d.edition)
	return t
}

func upTo(rows []store.EntryRow, n int) []store.EntryRow {
	if n == 0 || n > len(rows) {
		return rows
	}
	return rows[:n]
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

// shares counts a word over two editions, those of one key together; the most
// frequent now come first.
func shares(now, was []store.EntryRow, keyOf func(string) string, word func(model.Placement) string) []share {
	of := map[string]*share{}
	get := func(r store.EntryRow) *share {
		w := strings.TrimSpace(word(r.Placement))
		if w == "" {
			return &share{}
		}
		key := keyOf(w)
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
func severals(rows []store.EntryRow, e model.Edition) []several {
	of := map[string]*several{}
	for _, r := range rows {
		name := strings.TrimSpace(r.Organisation)
		if name == "" {
			continue
		}
		key := model.Fold(name)
		if of[key] == nil {
			of[key] = &several{name: name}
		}
		of[key].count++
		if figure := r.Placement.Rank.Figure(e.TieStyle); figure != "" {
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
