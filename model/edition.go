package model

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Name is how an edition is called: "100 Brands 2024 (EMEA)".
func (e Edition) Name() string {
	name := e.ListName
	if e.Year > 0 {
		name = spaced(name, strconv.Itoa(e.Year))
	}
	if e.Region != "" {
		name += " (" + e.Region + ")"
	}
	return name
}

// HistoryLine is a placement as published pages list it:
// "[No. N ]LIST YEAR (REGION)".
type HistoryLine struct {
	Rank   Rank
	List   string
	Year   int
	Region string
}

var (
	lineEnd  = regexp.MustCompile(`^(.*\S)\s+((?:19|20|21)\d\d)(?:\s*[\(\[]([^()\[\]]*)[\)\]])?$`)
	lineRank = regexp.MustCompile(`^(?i:((?:joint\s+|equal\s+)?(?:no\.?|number|nr\.?|nº)\s*=?\s*\d+=?|#\s*\d+=?|=\s*\d+|\d+=|t\d+|(?:joint|equal)\s+\d+(?:st|nd|rd|th)?))[\s:,–-]+(\S.*)$`)
	// A bare "3rd" may begin a list's own name ("3rd Sector Leaders").
	lineOrdinal = regexp.MustCompile(`^(\d+(?:st|nd|rd|th))(?:\s*[:,–]\s*|\s+-\s+|\s+(?:in|on)\s+(?:the\s+)?)(\S.*)$`)
)

// ParseHistoryLine reads such a line. The list's own name may begin with a
// number ("100 Brands"), so only marked numbers ("No. 3", "#3", "=3", "joint 3rd")
// count as a rank. Without one the entry was included unranked. ok is false for
// a line that is none.
func ParseHistoryLine(line string) (h HistoryLine, ok bool) {
	t := strings.TrimLeft(oneLine(line), "•·*–—- ")
	m := lineEnd.FindStringSubmatch(strings.TrimRight(t, " .;,"))
	if m == nil || len(t) > 200 {
		return HistoryLine{}, false
	}
	h.List, h.Year, h.Region = m[1], atoi(m[2]), strings.TrimSpace(m[3])
	r := lineRank.FindStringSubmatch(h.List)
	if r == nil {
		r = lineOrdinal.FindStringSubmatch(h.List)
	}
	if r != nil {
		if p, err := ParseRank(r[1]); err == nil {
			h.Rank, h.List = p.Rank, r[2]
		}
	}
	if h.Rank.Number == 0 {
		h.Rank.Reason = ByScheme
	}
	h.List = strings.TrimRight(h.List, " ,:–-")
	if p, err := ParseRank(h.List); err == nil && p.Number > 0 {
		return HistoryLine{}, false
	}
	return h, strings.ContainsFunc(h.List, unicode.IsLetter)
}

// sameList says whether two editions belong to one list and region.
func sameList(a, b Edition) bool {
	return a.ListID == b.ListID && Fold(a.Region) == Fold(b.Region)
}

// DefaultPredecessor is the edition that movement is counted against: the one
// chosen by hand if it is still there, else the newest earlier one of the same
// list and region. It is nil where there is none.
func DefaultPredecessor(editions []Edition, e Edition) *Edition {
	var best *Edition
	for i := range editions {
		o := &editions[i]
		switch {
		case o.ID == e.ID:
		case e.Predecessor != "" && o.ID == e.Predecessor:
			return o
		case sameList(*o, e) && o.Year < e.Year && (best == nil || o.Year > best.Year):
			best = o
		}
	}
	return best
}

// Called says whether somebody who writes name means this edition: accents,
// capitals, brackets and other signs do not matter.
func (e Edition) Called(name string) bool {
	said := NameForm(name)
	return said != "" && said == NameForm(e.Name())
}

// ChooseEdition finds an edition by its ID or name, or, with no name, the newest:
// highest year, finished before draft, then region A–Z. A name may leave the
// region out where only one edition has that list and year. It fails with
// ErrNotFound, and with ErrInvalid where two editions are meant.
func ChooseEdition(editions []Edition, name string) (Edition, error) {
	if strings.TrimSpace(name) == "" {
		if len(editions) == 0 {
			return Edition{}, Faultf(ErrNotFound, "There is no edition in this book yet.")
		}
		return slices.MinFunc(editions, CompareEditions), nil
	}
	for _, fits := range []func(Edition) bool{
		func(e Edition) bool { return e.ID == ID(name) || Fold(e.Name()) == Fold(name) },
		func(e Edition) bool { return e.Called(name) },
		func(e Edition) bool { e.Region = ""; return e.Called(name) },
	} {
		var found []Edition
		for _, e := range editions {
			if fits(e) {
				found = append(found, e)
			}
		}
		switch len(found) {
		case 0:
			continue
		case 1:
			return found[0], nil
		}
		return Edition{}, Faultf(ErrInvalid, "“{{.Name}}” can be {{.First}} or {{.Second}}.", "Name", name, "First", found[0].Name(), "Second", found[1].Name())
	}
	return Edition{}, Faultf(ErrNotFound, "There is no edition “{{.Name}}” in this book.", "Name", name)
}

// CompareEditions orders editions: newest first, of one year the finished
// before the drafts, then by region and name.
func CompareEditions(a, b Edition) int {
	switch {
	case a.Year != b.Year:
		return b.Year - a.Year
	case a.Finished != b.Finished:
		if a.Finished {
			return -1
		}
		return 1
	}
	if d := strings.Compare(Fold(a.Region), Fold(b.Region)); d != 0 {
		return d
	}
	return strings.Compare(Fold(a.ListName), Fold(b.ListName))
}
