package store

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"laurel/model"
)

// PeopleFilter chooses and orders people. The zero value is everybody by sort
// key. All that is set must hold. Two filters can be compared with ==.
type PeopleFilter struct {
	Text         string       `json:"text,omitempty"` // every word must begin a word of the person's record; accents ignored
	EditionID    model.ID     `json:"-"`              // whose rank, status and missing are shown
	InEdition    bool         `json:"in,omitempty"`   // only those placed in it
	NotInEdition bool         `json:"out,omitempty"`  // only those who are not
	Missing      Missing      `json:"missing,omitempty"`
	Status       model.Status `json:"status,omitempty"` // in the edition
	Sector       string       `json:"sector,omitempty"`
	Country      string       `json:"country,omitempty"`
	Organisation model.ID     `json:"organisation,omitempty"` // where they work today
	Custom       model.ID     `json:"custom,omitempty"`       // a field of the curator's own …
	CustomValue  string       `json:"value,omitempty"`        // … and its value; "" is those without one
	Trashed      bool         `json:"trashed,omitempty"`      // only the trash
	SortBy       PeopleColumn `json:"sort,omitempty"`
	Descend      bool         `json:"descend,omitempty"`
}

// PeopleColumn is a column of the list of people: one of those below, or the ID
// of a custom field.
type PeopleColumn string

// The columns.
const (
	ByName         PeopleColumn = "name"
	ByOrganisation PeopleColumn = "organisation"
	ByRank         PeopleColumn = "rank"
	ByTitle        PeopleColumn = "title"
	BySector       PeopleColumn = "sector"
	ByCountry      PeopleColumn = "country"
	ByStatus       PeopleColumn = "status"
	ByMissing      PeopleColumn = "missing"
	ByPronouns     PeopleColumn = "pronouns"
	ByConsent      PeopleColumn = "consent"
)

// Chooses says whether a row, read for the filter's edition, passes all of the
// filter but its text and the trash.
func (f *PeopleFilter) Chooses(r *PersonRow) bool {
	placed := r.PlacementID != ""
	switch {
	case f.InEdition && !placed, f.NotInEdition && placed,
		f.Status != "" && (!placed || r.Status != f.Status),
		f.Sector != "" && r.Sector != f.Sector,
		f.Country != "" && r.Country != f.Country,
		f.Organisation != "" && r.OrganisationID != f.Organisation,
		f.Custom != "" && r.Custom[f.Custom] != f.CustomValue:
		return false
	}
	return f.Missing == "" || slices.Contains(r.Missing, f.Missing)
}

// Cell is what a row says in a column that is text.
func (r *PersonRow) Cell(c PeopleColumn) string {
	switch c {
	case ByName:
		return r.Name
	case ByOrganisation:
		return r.Organisation
	case ByTitle:
		return r.Title
	case BySector:
		return r.Sector
	case ByCountry:
		return r.Country
	case ByPronouns:
		return r.Pronouns
	case ByConsent:
		return string(r.Consent)
	case ByStatus:
		return string(r.Status)
	case ByRank, ByMissing:
		return ""
	}
	return r.Custom[model.ID(c)]
}

// statusOrder is how far a placement has come, the furthest first.
var statusOrder = []model.Status{
	model.SignedOff, model.Confirmed, model.Shortlisted, model.Longlisted, model.Nominated, model.Reserve, model.Declined, model.Withdrawn,
}

// sortRows orders rows that are in order of their names. Rows that say nothing
// in the column come last, whichever way round.
func sortRows(rows []PersonRow, f PeopleFilter) {
	switch f.SortBy {
	case "", ByName:
		if f.Descend {
			slices.Reverse(rows)
		}
	case ByRank:
		sortBy(rows, f.Descend, func(r *PersonRow) int { return rankOrder(*r) }, func(k int) bool { return k >= 1<<29 }, cmp.Compare[int])
	case ByStatus:
		order := func(r *PersonRow) int {
			if r.PlacementID == "" {
				return len(statusOrder)
			}
			return slices.Index(statusOrder, r.Status)
		}
		sortBy(rows, f.Descend, order, func(k int) bool { return k == len(statusOrder) }, cmp.Compare[int])
	case ByMissing:
		sortBy(rows, f.Descend, func(r *PersonRow) int { return -len(r.Missing) }, func(k int) bool { return k == 0 }, cmp.Compare[int])
	default:
		cell := func(r *PersonRow) string { return model.Fold(r.Cell(f.SortBy)) }
		sortBy(rows, f.Descend, cell, func(k string) bool { return k == "" }, compareCells)
	}
}

// sortBy sorts rows by a key made once for each; rows whose key is none last.
func sortBy[K any](rows []PersonRow, descend bool, key func(*PersonRow) K, none func(K) bool, compare func(a, b K) int) {
	type keyed struct {
		key  K
		none bool
		row  PersonRow
	}
	all := make([]keyed, len(rows))
	for i := range rows {
		k := key(&rows[i])
		all[i] = keyed{k, none(k), rows[i]}
	}
	slices.SortStableFunc(all, func(a, b keyed) int {
		switch {
		case a.none && b.none:
			return 0
		case a.none:
			return 1
		case b.none:
			return -1
		case descend:
			return compare(b.key, a.key)
		}
		return compare(a.key, b.key)
	})
	for i := range all {
		rows[i] = all[i].row
	}
}

// compareCells orders numbers by their size and everything else as words.
func compareCells(a, b string) int {
	if startsWithDigit(a) && startsWithDigit(b) {
		x, errX := strconv.ParseFloat(a, 64)
		y, errY := strconv.ParseFloat(b, 64)
		if errX == nil && errY == nil {
			return cmp.Compare(x, y)
		}
	}
	return compareKeys(a, b)
}

func startsWithDigit(s string) bool {
	s = strings.TrimPrefix(s, "-")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// rankOrder puts the ranked first, then the rest of the edition, then the others.
func rankOrder(r PersonRow) int {
	switch {
	case r.PlacementID == "":
		return 1 << 30
	case r.Rank.Number == 0:
		return 1 << 29
	}
	return r.Rank.Number
}
