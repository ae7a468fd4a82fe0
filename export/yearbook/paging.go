package yearbook

import (
	"context"
	"slices"
	"unicode/utf8"

	"laurel/model"
)

// How many profiles share a page follows the texts: where most are too long for
// the slot that the definition asks for, the whole book takes the next larger
// one, and a page each, to go on overleaf, where even two facing pages hold few;
// where a few are, they take a larger one, and their neighbours share the
// pages before and after so that none stands half empty.

// A book takes the next larger slot where at least leastLong profiles are too
// long: more than mostLong of all, or so many that more than mostOther would
// stand otherwise than the rest. Fewer are for the curator to shorten.
const (
	leastLong = 3
	mostLong  = 1. / 3
	mostOther = 1. / 4
)

// mostSaid is how many profiles that take a larger slot are named each; more are
// counted.
const mostSaid = 5

// paging says how the profiles share their pages.
type paging struct {
	kind     slotKind   // of all profiles but those that take a larger one
	slots    []slotKind // by entry
	together []int      // by entry, how many share the page that begins with it; 0: it begins none
	runOn    bool       // most go on overleaf, whatever the slot
	moved    int        // how many take a larger slot than the others
}

// larger is the next larger slot; none is larger than a spread.
func (k slotKind) larger() slotKind {
	switch k {
	case slotFour:
		return slotThree
	case slotThree:
		return slotTwo
	case slotTwo, slotTwoFiled:
		return slotOne
	}
	return slotSpread
}

// shared is the slot of pages that so many profiles share.
func shared(n int) slotKind {
	return []slotKind{slotOne, slotOne, slotTwo, slotThree, slotFour}[n]
}

// tooLong says whether a set profile has no room for all its text.
func (p *profile) tooLong() bool { return len(p.more) > 0 }

// pageProfiles sets all profiles and finds the slots that hold them.
func (c *composition) pageProfiles(ctx context.Context) ([]*profile, error) {
	set := &settling{c: c, profiles: make([]*profile, len(c.entries)), kept: map[profileKey]*profile{}}
	for c.kind != slotSpread && c.surelyTooLong() {
		c.setKind(c.kind.larger()) // nothing is set for it
	}
	for {
		if err := set.all(ctx); err != nil {
			return nil, err
		}
		long := c.mostTooLong(set.profiles)
		if c.runOn || !long && (c.kind == slotSpread || !c.restless(set.profiles)) {
			break
		}
		if c.runOn = c.kind == slotSpread; c.runOn {
			c.setKind(slotOne)
			continue
		}
		c.setKind(c.kind.larger())
	}
	asked := append([]*profile(nil), set.profiles...)
	for most := c.mostOnPage(asked); c.share(most); {
		if err := set.all(ctx); err != nil {
			return nil, err
		}
		// Who is too long even so goes on overleaf from a page of their own.
		again := false
		for i, p := range set.profiles {
			if n := c.plans[p.kind].perPage(); p.tooLong() && i >= c.spreads && n > 1 && most[i] >= n {
				most[i], again = n-1, true
			}
		}
		if !again {
			break
		}
	}
	var moved []int
	for i, p := range set.profiles {
		switch was := asked[i]; {
		case p.kind != was.kind && was.tooLong():
			moved = append(moved, i)
		case c.runOn && i >= c.spreads:
			set.profiles[i] = p.without(overset)
		}
	}
	c.moved = len(moved)
	for _, i := range moved {
		set.profiles[i] = set.profiles[i].movedFrom(asked[i], len(moved) <= mostSaid)
	}
	set.keep()
	return set.profiles, nil
}

// mostTooLong says whether the slot of the book is too small for most texts.
func (c *composition) mostTooLong(profiles []*profile) bool {
	long := 0
	for i, p := range profiles {
		if i >= c.spreads && p.tooLong() {
			long++
		}
	}
	return long >= leastLong && float64(long) > mostLong*float64(len(profiles)-c.spreads)
}

// restless says whether so many pages would have another number of profiles than
// the book has that it were a patchwork.
func (c *composition) restless(profiles []*profile) bool {
	most, usual := c.mostOnPage(profiles), c.plans[c.kind].perPage()
	others, long := 0, 0
	for i := range profiles[c.spreads:] {
		if most[c.spreads+i] < usual {
			long++
		}
	}
	if long < leastLong {
		return false
	}
	for _, part := range c.parts(model.SectionProfiles) {
		pages := shareOut(part.entries, most, usual)
		for i, n := range pages {
			if last := i == len(pages)-1; n != usual && !last {
				others += n
			}
		}
	}
	return float64(others) > mostOther*float64(len(profiles)-c.spreads)
}

// mostOnPage says, by entry, how many may share a page with it.
func (c *composition) mostOnPage(profiles []*profile) []int {
	most := make([]int, len(profiles))
	for i, p := range profiles {
		most[i] = c.plans[c.kind].perPage()
		if p.tooLong() {
			most[i] = max(1, most[i]-1)
		}
	}
	return most
}

// share shares the profiles out over pages, part by part, and says whether any
// slot changed.
func (c *composition) share(most []int) (changed bool) {
	usual := c.plans[c.kind].perPage()
	for _, part := range c.parts(model.SectionProfiles) {
		at := 0
		for _, n := range shareOut(part.entries, most, usual) {
			kind := c.slotFor(c.kind, part.entries[at])
			// The few that are left at the end of a part look like the others.
			left := at+n == len(part.entries) && !slices.ContainsFunc(part.entries[at:], func(i int) bool { return most[i] < usual })
			if n != usual && !left {
				kind = c.slotFor(shared(n), part.entries[at])
			}
			for k, i := range part.entries[at : at+n] {
				changed = changed || c.slots[i] != kind
				c.slots[i], c.together[i] = kind, 0
				if k == 0 {
					c.together[i] = n
				}
			}
			at += n
		}
	}
	return changed
}

// shareOut divides a run of entries over pages of at most so many: on as few
// pages as can be, then with as few as can be that differ from the others, and
// those at the end.
func shareOut(entries []int, most []int, usual int) (pages []int) {
	const aPage, aDifference = 1000, 10
	cost, take := make([]int, len(entries)+1), make([]int, len(entries))
	for at := len(entries) - 1; at >= 0; at-- {
		cost[at] = 1 << 30
		fewest := usual
		for n := 1; n <= usual && at+n <= len(entries); n++ {
			if fewest = min(fewest, most[entries[at+n-1]]); n > fewest {
				break
			}
			price := aPage + cost[at+n]
			if n != usual {
				price += aDifference + 3*(usual-n)*(usual-n)
			}
			if price <= cost[at] {
				cost[at], take[at] = price, n
			}
		}
	}
	for at := 0; at < len(entries); at += take[at] {
		pages = append(pages, take[at])
	}
	return pages
}

// movedFrom is a profile that was too long for the slot of its neighbours: its
// measure stays that of the slot, and what was overset is no fault any more, and
// is told where it is said.
func (p *profile) movedFrom(was *profile, said bool) *profile {
	out := p.without(func(model.Problem) bool { return false })
	out.slot = was.slot
	for _, problem := range was.problems {
		if said && problem.Kind == model.ProblemOverset && problem.Severity == model.Error {
			out.problems = append(out.problems, movedProblem(p.entry.placement, problem))
		}
	}
	return out
}

// without is a profile without some of its problems. It shares nothing that
// changes with p, which other books may show too.
func (p *profile) without(gone func(model.Problem) bool) *profile {
	out := *p
	out.problems = slices.DeleteFunc(slices.Clone(p.problems), gone)
	return &out
}

// overset says whether a problem is that answers go on overleaf.
func overset(p model.Problem) bool {
	return p.Kind == model.ProblemOverset && p.Severity == model.Error && p.Field == model.FieldExcerpt
}

// movedProblem reports a text that takes a larger slot.
func movedProblem(p *model.Placement, was model.Problem) model.Problem {
	was.Severity = model.Warning
	was.Text = model.Say("The {{.Field}} of {{.Name}} is too long for as many profiles on a page as the book has; the profile takes a larger place.",
		"Field", model.WordOf(was.Field), "Name", p.PrintedName())
	return was
}

// mostSunk is how many lines lower profiles begin at the most that leave their
// pages open at the foot.
const mostSunk = 8

// growPortraits makes the portraits of a page each taller where the answers of
// nearly all profiles leave room below them, by whole lines and all alike. Where
// room is left even so, all begin lower, with a third of it above them.
func (c *composition) growPortraits() {
	plan := &c.plans[slotOne]
	*plan = c.theme.Plans[slotOne]
	n := len(c.entries) - c.spreads
	if plan.portrait.tall == 0 || n < 3 {
		return
	}
	k := c.cellAt(plan, 0)
	columns, _ := k.answerColumns()
	rows := c.roughRows(k)
	for i := range rows {
		rows[i] = (rows[i] + columns - 1) / columns
	}
	for _, e := range c.entries[c.spreads:] {
		if slices.ContainsFunc(e.placement.Answers, func(a model.Answer) bool { return pulled(&a) != "" }) {
			return // a quote takes the room
		}
	}
	slices.Sort(rows)
	room := k.height + int(k.answers.last.by) - int(c.portraitFeet(k)[0]+k.answers.first.by) - 2
	spare, least := room-rows[len(rows)*9/10], room-rows[len(rows)-1]
	width := float64(k.width(plan.portrait.box)) / float64(c.theme.Leading)
	// By pairs of lines: a word more in one answer shall not move every portrait.
	grown := plan.portrait.shape + float64(max(0, spare)/2*2)/width
	plan.portrait.shape = min(grown, plan.portrait.tall)
	spare -= int(width * (plan.portrait.shape - c.theme.Plans[slotOne].portrait.shape))
	plan.top += float64(max(0, min(spare/3, least, mostSunk)))
}

// roughRows is how many rows the answers of each entry without a spread of its own
// take in a slot, as letters usually run.
func (c *composition) roughRows(k cell) (rows []int) {
	_, w := k.answerColumns()
	s := &setter{c: c}
	letters := max(1, int(100*float64(w)/float64(max(1, s.lineOf(Body, 100)))))
	for _, e := range c.entries[c.spreads:] {
		n := 0
		for i := range e.placement.Answers {
			a := &e.placement.Answers[i]
			if text := utf8.RuneCountInString(a.Printed()); text > 0 {
				n += 1 + utf8.RuneCountInString(a.Question)/letters + 1 + text/letters + 1
			}
		}
		rows = append(rows, n)
	}
	return rows
}

// surelyTooLong says whether most texts are so much too long for the slot of the
// book that none need be set to see it.
func (c *composition) surelyTooLong() bool {
	k := c.cellAt(&c.plans[c.kind], 0)
	columns, _ := k.answerColumns()
	first := 4.0 // a name and a title
	if k.answers.first.from == portraitFoot {
		first = c.portraitTop(k) + k.portrait.least*float64(k.width(k.portrait.box))/float64(c.theme.Leading)
	}
	room := float64(columns) * (float64(k.height) + max(k.answers.last.by, -float64(k.height)) - first)
	long := 0
	for _, n := range c.roughRows(k) {
		if float64(n) > 1.35*room {
			long++
		}
	}
	return long >= leastLong && float64(long) > mostLong*float64(len(c.entries)-c.spreads)
}
