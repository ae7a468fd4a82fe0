package edition

import (
	"cmp"
	"slices"

	"laurel/model"
	"laurel/store"
)

// lineKind is what a row of the ranked list shows.
type lineKind int

const (
	lineEntry lineKind = iota
	lineHole           // nobody has a rank, or several
	lineHead           // a category, a band, the A–Z part
	lineFault          // what is wrong with the ranks above it
)

// headKind is what a head stands over.
type headKind int

const (
	headCategory headKind = iota
	headBand
	headRest // the A–Z part under the ranked
)

// tiePart is where a row stands within those who share a rank.
type tiePart int

const (
	tieNone tiePart = iota
	tieFirst
	tieMiddle
	tieLast
)

// line is a row of the ranked list.
type line struct {
	kind     lineKind
	row      store.EntryRow // of an entry
	tie      tiePart
	clash    bool // others have the rank too, without a tie
	rest     bool // in the A–Z part
	head     headKind
	text     string // of a head: the category or band; "" for those without
	from, to int    // the ranks of a hole; of a fault its rank
	last     bool   // a hole under which nobody is ranked
	fault    faultKind
	about    []model.ID // whom a fault is about
	category string
}

// outOf says whether a status stands beside the order: in the dock.
func outOf(s model.Status) bool {
	return s == model.Reserve || s == model.Declined || s == model.Withdrawn
}

// linesOf lays the list out: the entries that take a place, in the order in
// which they print, with a head over each category, band and the A–Z part and a
// row for each hole. The others follow as the dock shows them, reserves first.
func linesOf(e model.Edition, rows []store.EntryRow) (lines []line, dock []store.EntryRow) {
	byID := make(map[model.ID]store.EntryRow, len(rows))
	var placed []model.Placement
	for _, r := range rows {
		if outOf(r.Placement.Status) {
			dock = append(dock, r)
			continue
		}
		byID[r.Placement.ID] = r
		placed = append(placed, r.Placement)
	}
	slices.SortStableFunc(dock, func(a, b store.EntryRow) int {
		return cmp.Or(cmp.Compare(dockClass(a), dockClass(b)), cmp.Compare(a.Placement.Pos, b.Placement.Pos))
	})
	l := &layingOut{edition: e}
	for _, p := range model.OrderIn(placed, e) {
		l.add(byID[p.ID])
	}
	l.markTies()
	return withFaults(l.lines, e), dock
}

func dockClass(r store.EntryRow) int {
	if r.Placement.Status == model.Reserve {
		return 0
	}
	return 1
}

// layingOut is the list while it is laid out from top to bottom.
type layingOut struct {
	edition model.Edition
	lines   []line
	begun   bool
	here    model.Placement // the entry before
	next    int             // the rank that may come next
}

func (l *layingOut) add(r store.EntryRow) {
	p := r.Placement
	if !l.begun || p.Category != l.here.Category {
		l.next = 1
		if p.Category != "" || len(l.edition.Categories) > 0 {
			l.lines = append(l.lines, line{kind: lineHead, head: headCategory, text: p.Category, category: p.Category})
		}
	}
	fresh := !l.begun || p.Category != l.here.Category
	rest := l.edition.Scheme.Kind == model.SchemeTop && p.Rank.Number == 0 && p.Rank.Band == ""
	switch {
	case rest && (fresh || l.here.Rank.Number > 0 || l.here.Rank.Band != ""):
		if top := l.edition.Scheme.Top; !fresh && l.next <= top {
			l.lines = append(l.lines, line{kind: lineHole, from: l.next, to: top, last: true, category: p.Category})
		}
		l.lines = append(l.lines, line{kind: lineHead, head: headRest, category: p.Category})
	case l.banded(p) && (fresh || !l.banded(l.here) || p.Rank.Band != l.here.Rank.Band):
		l.lines = append(l.lines, line{kind: lineHead, head: headBand, text: p.Rank.Band, category: p.Category})
	case p.Rank.Number > l.next:
		l.lines = append(l.lines, line{kind: lineHole, from: l.next, to: p.Rank.Number - 1, category: p.Category})
	}
	if n := p.Rank.Number; n > 0 {
		// After a tie of two the next rank is left out: count those who are there.
		if fresh || n != l.here.Rank.Number {
			l.next = max(l.next, n)
		}
		l.next++
	}
	l.lines = append(l.lines, line{kind: lineEntry, row: r, rest: rest, category: p.Category})
	l.begun, l.here = true, p
}

// banded says whether an entry stands in a band, or still has to get one.
func (l *layingOut) banded(p model.Placement) bool {
	return p.Rank.Band != "" || p.Rank.Number == 0 && l.edition.Scheme.Kind == model.SchemeBands
}

// markTies draws the brackets: those who share a rank and are marked for it.
// Who shares one without being marked clashes.
func (l *layingOut) markTies() {
	shares := func(i, j int) bool {
		if i < 0 || j >= len(l.lines) || l.lines[i].kind != lineEntry || l.lines[j].kind != lineEntry {
			return false
		}
		a, b := l.lines[i].row.Placement, l.lines[j].row.Placement
		return a.Category == b.Category && a.Rank.Number > 0 && a.Rank.Number == b.Rank.Number && a.Rank.Tied && b.Rank.Tied
	}
	for i := 1; i < len(l.lines); i++ {
		a, b := l.lines[i-1].row.Placement, l.lines[i].row.Placement
		if a.Rank.Number > 0 && a.Rank.Number == b.Rank.Number && a.Category == b.Category && !shares(i-1, i) {
			l.lines[i-1].clash, l.lines[i].clash = true, true
		}
	}
	for i := range l.lines {
		switch above, below := shares(i-1, i), shares(i, i+1); {
		case above && below:
			l.lines[i].tie = tieMiddle
		case above:
			l.lines[i].tie = tieLast
		case below:
			l.lines[i].tie = tieFirst
		}
	}
}

// placeBefore is the position, from 1, that entries of a category get when they
// are dropped before a row, counted as if they had been taken out before.
func placeBefore(lines []line, row int, category string, moved []model.ID) int {
	place := 1
	for _, l := range lines[:min(row, len(lines))] {
		if l.kind == lineEntry && l.category == category && !l.rest && !slices.Contains(moved, l.row.Placement.ID) {
			place++
		}
	}
	return place
}

// rankAt is the rank of a place among those of a category, past the holes above it.
func rankAt(lines []line, category string, place int) int {
	for _, l := range lines {
		if l.kind == lineHole && !l.last && l.category == category && l.from <= place {
			place += l.to - l.from + 1
		}
	}
	return place
}

// placeOf is the place that has a rank, as rankAt counts.
func placeOf(lines []line, category string, rank int) int {
	place := 1
	for place < rank && rankAt(lines, category, place) < rank {
		place++
	}
	return place
}

// holeBeside is the rank, of those nobody has, that is next to the place before
// a row; 0 where there is none.
func holeBeside(lines []line, row int) int {
	switch {
	case row < len(lines) && lines[row].kind == lineHole:
		return lines[row].from
	case row > 0 && row <= len(lines) && lines[row-1].kind == lineHole:
		return lines[row-1].to
	}
	return 0
}

// rowOf is the row of an entry, or -1.
func rowOf(lines []line, id model.ID) int {
	return slices.IndexFunc(lines, func(l line) bool { return l.kind == lineEntry && l.row.Placement.ID == id })
}
