package model

// MovementKind is what happened since the comparable edition.
type MovementKind string

// The kinds, as in the JSON document.
const (
	MovedUp     MovementKind = "up"
	MovedDown   MovementKind = "down"
	MovedNot    MovementKind = "same"
	MovedNew    MovementKind = "new"
	MovedBack   MovementKind = "re-entry"
	MovedInto   MovementKind = "into-top"
	MovedOutOf  MovementKind = "out-of-top"
	MovedNoWord MovementKind = "none"
)

// Movement is the change against the comparable edition.
type Movement struct {
	Kind     MovementKind
	From     int // rank then; 0 none
	Places   int // how many places, never negative
	LastSeen int // year of the last earlier edition it was in; 0 never
}

// Appearance is an entry's or a person's place in some edition of the book.
type Appearance struct {
	EditionID ID
	ListID    ID
	List      string // its name that year
	Year      int
	Region    string
	Scheme    Scheme
	Category  string // "" where it had none, or it is not known
	Rank      Rank
	TieStyle  TieStyle
	Status    Status
	Entry     string // under which name, where it was not alone
}

// MovementOf says what happened to an entry since the comparable edition.
// earlier is where the same members stood before in the same list, any region.
//
// Numbers are compared where both editions gave one, bands where both gave one.
// From unranked to a rank within the top is "into the top", the other way "out
// of the top", and nothing where one of the two lists did not say who was there
// (a rank of 45 after a top ten). Included both times without a rank is no news.
// Who is not in the predecessor comes back, if an earlier edition of the region
// had them, or is new. Without a predecessor, and for those who come from
// another region or category, nothing can be said. LastSeen is the last earlier
// edition of the region in which the entry stood.
func MovementOf(p Placement, in Edition, predecessor *Edition, earlier []Appearance) Movement {
	return movementOf(&p, &in, predecessor, func(visit func(stood)) {
		for i := range earlier {
			a := &earlier[i]
			visit(stood{a.EditionID, a.Year, a.Region, a.Status, a.Category, &a.Rank, &a.Scheme})
		}
	})
}

// stood is what counts of an appearance for movement.
type stood struct {
	edition  ID
	year     int
	region   string
	status   Status
	category string
	rank     *Rank
	scheme   *Scheme
}

// movementOf is MovementOf with the appearances one after the other.
func movementOf(p *Placement, in, predecessor *Edition, earlier func(visit func(stood))) Movement {
	m := Movement{Kind: MovedNoWord}
	if predecessor == nil || !comparableRegions(*predecessor, *in) {
		return m
	}
	var then stood
	was, elsewhere := false, false
	earlier(func(a stood) {
		switch {
		case a.edition == in.ID, a.status != "" && !a.status.Printed():
		case a.edition == predecessor.ID:
			if !was || a.category == p.Category {
				then, was = a, true
			}
			m.LastSeen = max(m.LastSeen, a.year)
		case a.year >= in.Year:
		case sameRegion(a.region, in.Region), sameRegion(a.region, predecessor.Region):
			m.LastSeen = max(m.LastSeen, a.year)
		default:
			elsewhere = true
		}
	})
	switch {
	case was:
		if sameCategory(then.category, p.Category) {
			m.compare(p.Rank, in.Scheme, *then.rank, *then.scheme)
		}
	case m.LastSeen > 0:
		m.Kind = MovedBack
	case !elsewhere:
		m.Kind = MovedNew
	}
	return m
}

func sameRegion(a, b string) bool { return a == b || Fold(a) == Fold(b) }

func sameCategory(then, now string) bool {
	return then == "" || now == "" || Fold(then) == Fold(now)
}

// compare fills in the kind for an entry that is in both editions.
func (m *Movement) compare(now Rank, scheme Scheme, then Rank, schemeThen Scheme) {
	switch {
	case now.Number > 0 && then.Number > 0:
		m.From = then.Number
		m.step(then.Number - now.Number)
		m.Places = max(then.Number-now.Number, now.Number-then.Number)
	case now.Band != "" || then.Band != "":
		if d, ok := bandStep(now, scheme, then); ok {
			m.step(d)
		}
	case now.Number > 0 && then.without() && inTop(now.Number, schemeThen, scheme):
		m.Kind = MovedInto
	case now.without() && then.Number > 0 && inTop(then.Number, scheme, scheme):
		m.Kind, m.From = MovedOutOf, then.Number
	}
}

// without says whether an entry was included and the scheme gave it no rank;
// one whose rank nobody knows, or which is out of the ranking, is another matter.
func (r Rank) without() bool {
	return r.Number == 0 && r.Band == "" && (r.Reason == ByScheme || r.Reason == Ranked)
}

// step sets the direction; positive is better.
func (m *Movement) step(d int) {
	switch {
	case d > 0:
		m.Kind = MovedUp
	case d < 0:
		m.Kind = MovedDown
	default:
		m.Kind = MovedNot
	}
}

// inTop says whether a number is within the ranked part of the edition in which
// the entry had none, so that it must have been outside. A list that ranked
// nobody says as much as the scheme of the other.
func inTop(number int, without, other Scheme) bool {
	if without.Kind != SchemeTop {
		without = other
	}
	return without.Kind == SchemeTop && number <= without.Top
}

// bandStep compares ranks of which at least one is a band; a band of a name
// and a number cannot be compared.
func bandStep(now Rank, scheme Scheme, then Rank) (int, bool) {
	if Fold(now.Band) == Fold(then.Band) {
		return 0, true
	}
	if now.Band != "" && then.Band != "" {
		a, b := scheme.bandOrder(now.Band), scheme.bandOrder(then.Band)
		if a < len(scheme.Bands) && b < len(scheme.Bands) {
			return b - a, true
		}
		a, b = Scheme{}.bandOrder(now.Band), Scheme{}.bandOrder(then.Band)
		return b - a, a <= maxRank && b <= maxRank && (now.To != 0) == (then.To != 0)
	}
	nowAt, okNow := figure(now)
	thenAt, okThen := figure(then)
	return thenAt - nowAt, okNow && okThen
}

// figure is the number of a rank, or the first of a range.
func figure(r Rank) (int, bool) {
	if r.Number > 0 {
		return r.Number, true
	}
	if r.To == 0 {
		return 0, false
	}
	return bandNumber(r.Band)
}
