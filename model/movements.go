package model

// MovementOf says what happened to an entry since the comparable edition.
// earlier is where the same members stood before in the same list, any region.
//
// Only the predecessor and editions of its region count. Numbers are compared
// only where both editions gave one: from unranked to ranked is "into the top",
// the other way "out of the top"; included both times without a number is no
// news. Without a predecessor nothing can be said.
func MovementOf(p Placement, in Edition, predecessor *Edition, earlier []Appearance) Movement {
	if predecessor == nil {
		return Movement{Kind: MovedNoWord}
	}
	var then *Appearance
	lastSeen := 0
	for i := range earlier {
		a := &earlier[i]
		if a.EditionID == in.ID || a.Year > in.Year || !a.Status.Printed() {
			continue
		}
		if a.EditionID == predecessor.ID {
			then = a
		}
		if a.EditionID == predecessor.ID || a.Region == in.Region && a.Year < in.Year {
			lastSeen = max(lastSeen, a.Year)
		}
	}
	m := Movement{LastSeen: lastSeen}
	switch {
	case then == nil && lastSeen == 0:
		m.Kind = MovedNew
	case then == nil:
		m.Kind = MovedBack
	default:
		m.compare(p.Rank, in.Scheme, then)
	}
	return m
}

func (m *Movement) compare(now Rank, scheme Scheme, then *Appearance) {
	switch {
	case now.Number > 0 && then.Rank.Number > 0:
		m.From = then.Rank.Number
		switch d := then.Rank.Number - now.Number; {
		case d > 0:
			m.Kind, m.Places = MovedUp, d
		case d < 0:
			m.Kind, m.Places = MovedDown, -d
		default:
			m.Kind = MovedNot
		}
	case now.Number > 0 && then.Rank.Band == "" && then.Rank.Reason != RankUnknown:
		m.Kind = MovedInto
	case now.Number == 0 && then.Rank.Number > 0 && scheme.Kind == SchemeTop && then.Rank.Number <= scheme.Top:
		m.Kind, m.From = MovedOutOf, then.Rank.Number
	default:
		m.Kind = MovedNoWord
	}
}
