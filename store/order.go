package store

import (
	"maps"
	"slices"

	"laurel/model"
)

// order is one category of an edition while its order is being changed.
type order struct {
	edition model.Edition
	was     []model.Placement // as the file has it, by position; without members
	now     []model.Placement
	moved   map[model.ID]bool // whose old ties have ended
	tied    map[model.ID]bool // who shares the rank of the one before from now on
	asIs    bool              // ranks stay as they are, only positions close up
	rough   bool              // ranks do not follow from the order: see aroundHoles
}

// order reads a category. Where its ranks do not follow from its order (it was
// printed with holes, or only some of it is known), they are left as they are
// until somebody moves an entry.
func (s *step) order(e model.Edition, category string) (*order, error) {
	was, err := collect(s.ctx, s, scanPlacement, "SELECT "+placementColumns+" FROM placement p WHERE p.edition=? AND p.category=? ORDER BY p.pos", string(e.ID), clean(category))
	if err != nil {
		return nil, err
	}
	o := &order{edition: e, was: was, now: slices.Clone(was), moved: map[model.ID]bool{}, tied: map[model.ID]bool{}}
	o.rough = !o.follows()
	o.asIs = o.rough
	return o, nil
}

// takesPlace says whether an entry of this status takes a place in the order.
func takesPlace(s model.Status) bool {
	return s != model.Reserve && s != model.Declined && s != model.Withdrawn
}

// follows says whether the ranks are what the order and the scheme give.
func (o *order) follows() bool {
	again := slices.Clone(o.was)
	o.markTies(again)
	model.Renumber(again, o.edition.Scheme)
	for i, p := range again {
		was := o.was[i].Rank
		if p.Rank.Number != was.Number || p.Rank.Tied != was.Tied || p.Rank.Band != was.Band {
			return false
		}
	}
	return true
}

// markTies says of every entry whether it shares the rank of the one before:
// the first of those who share one does not.
func (o *order) markTies(all []model.Placement) {
	before := model.Placement{}
	for i := range all {
		p := &all[i]
		old := p.Rank
		p.Rank.Tied = o.tied[p.ID] || shareRank(before.Rank, old) && o.moved[p.ID] == o.moved[before.ID]
		before = model.Placement{ID: p.ID, Rank: old}
	}
}

func shareRank(a, b model.Rank) bool {
	return a.Number > 0 && a.Number == b.Number && a.Tied && b.Tied
}

func (o *order) index(id model.ID) int {
	return slices.IndexFunc(o.now, func(p model.Placement) bool { return p.ID == id })
}

// without takes an entry out.
func (o *order) without(id model.ID) *order {
	o.now = slices.DeleteFunc(o.now, func(p model.Placement) bool { return p.ID == id })
	return o
}

// put takes entries out and puts them back, in their present order, before the
// one that then stands at index to. Those who share a rank are not parted by it.
func (o *order) put(ids []model.ID, to int) {
	var block []model.Placement
	for _, p := range o.now {
		if slices.Contains(ids, p.ID) {
			block = append(block, p)
			o.moved[p.ID] = true
		}
	}
	for _, p := range block {
		o.without(p.ID)
	}
	to = max(0, min(to, len(o.now)))
	for 0 < to && to < len(o.now) && shareRank(o.now[to-1].Rank, o.now[to].Rank) {
		to++
	}
	o.now = slices.Insert(o.now, to, block...)
}

// settle gives positions and, unless they stay as they are, ranks.
func (o *order) settle() {
	if o.asIs {
		for i := range o.now {
			o.now[i].Pos = i + 1
		}
		return
	}
	o.markTies(o.now)
	model.Renumber(o.now, o.edition.Scheme)
	if o.rough {
		o.aroundHoles()
	}
}

// anew numbers the order without regard to how it was numbered.
func (o *order) anew() *order {
	o.asIs, o.rough = false, false
	return o
}

// times says of the ranks that do not stand once how often they do: holes, which
// nobody had though somebody had a later one, and ranks that several had who do
// not share them. Those who share a rank stand there once, and take up the next
// ones.
func (o *order) times() map[int]int {
	type group struct{ alone, sharing int }
	groups := map[int]group{}
	for _, p := range o.was {
		if p.Rank.Number == 0 || !takesPlace(p.Status) {
			continue
		}
		g := groups[p.Rank.Number]
		if p.Rank.Tied {
			g.sharing++
		} else {
			g.alone++
		}
		groups[p.Rank.Number] = g
	}
	times, next := map[int]int{}, 1
	for _, n := range slices.Sorted(maps.Keys(groups)) {
		for ; next < n; next++ {
			times[next] = 0
		}
		g := groups[n]
		next += max(1, g.sharing)
		if stand := g.alone + min(1, g.sharing); stand > 1 {
			times[n] = stand
		}
	}
	return times
}

// aroundHoles numbers a list with holes by its new order: a hole stays where it
// was, and so does a rank that several have without sharing it; who had no rank
// gets none, unless it is what was moved, and who has one beyond those of the
// scheme keeps it as long as nobody moves past.
func (o *order) aroundHoles() {
	was := map[model.ID]model.Rank{}
	for _, p := range o.was {
		was[p.ID] = p.Rank
	}
	times, next := o.times(), 1
	var above model.Rank  // as the order alone gave it
	number, again := 0, 0 // what came of it, and how often it stands once more
	for i := range o.now {
		p := &o.now[i]
		old := was[p.ID]
		switch {
		case !takesPlace(p.Status), old.Number == 0 && p.Rank.Number == 0:
			continue
		case old.Number == 0 && !o.moved[p.ID]:
			p.Rank = old
			continue
		}
		shares := p.Rank.Tied && p.Rank.Number == above.Number
		above = p.Rank
		switch {
		case again > 0:
			again--
		case shares:
			next++
		default:
			number = next
			for n, odd := times[number]; odd && n == 0; n, odd = times[number] {
				number++
			}
			again, next = max(1, times[number])-1, number+1
		}
		p.Rank = model.Rank{Source: p.Rank.Source, Number: number, Tied: above.Tied}
		if number != old.Number && !o.edition.Scheme.Ranks(number) {
			p.Rank = model.Rank{Source: p.Rank.Source, Reason: model.ByScheme}
		}
	}
}

// write brings the file to the new order. Entries that are not in the file yet
// are left to the caller.
func (o *order) write(s *step) error {
	o.settle()
	was := make(map[model.ID]model.Placement, len(o.was))
	for _, p := range o.was {
		was[p.ID] = p
	}
	// A position belongs to one entry: those that move step aside first.
	for _, p := range o.now {
		if old, there := was[p.ID]; there && old.Pos != p.Pos {
			if _, err := s.exec("UPDATE placement SET pos=-pos WHERE id=?", string(p.ID)); err != nil {
				return err
			}
		}
	}
	for _, p := range o.now {
		old, there := was[p.ID]
		if !there || old.Pos == p.Pos && old.Rank == p.Rank {
			continue
		}
		var f fields
		if old.Pos != p.Pos {
			f.set("pos", p.Pos)
		}
		if old.Rank.Number != p.Rank.Number {
			f.set("rank_number", p.Rank.Number)
			old.Rank.Number = p.Rank.Number
		}
		if old.Rank != p.Rank {
			more := rankFields(p.Rank)
			f.columns, f.values = append(f.columns, more.columns[1:]...), append(f.values, more.values[1:]...)
		}
		if err := s.update("placement", p.ID, f); err != nil {
			return err
		}
	}
	return nil
}

// insertPlacement finds the place of a new entry and writes it there.
func (s *step) insertPlacement(p *model.Placement, e model.Edition) error {
	given := p.Rank != model.Rank{}
	appended, err := s.append(p, e, given)
	if err != nil {
		return err
	}
	if !appended {
		o, err := s.order(e, p.Category)
		if err != nil {
			return err
		}
		at := o.placeFor(*p, given)
		o.asIs = o.asIs || given
		if o.asIs && !given {
			p.Rank = o.rankOnwards(at, p.Status)
		}
		o.now = slices.Insert(o.now, at, *p)
		o.moved[p.ID] = true
		if err := o.write(s); err != nil {
			return err
		}
		placed := o.now[o.index(p.ID)]
		p.Pos, p.Rank = placed.Pos, placed.Rank
	}
	f := placementFields(*p)
	f.columns, f.values = append(f.columns, rankFields(p.Rank).columns...), append(f.values, rankFields(p.Rank).values...)
	f.set("id", p.ID)
	f.set("edition", p.EditionID)
	f.set("kind", p.Kind)
	f.set("category", p.Category)
	f.set("pos", p.Pos)
	return s.insert("placement", f)
}

// placeFor is the index at which a new entry goes in.
func (o *order) placeFor(p model.Placement, given bool) int {
	if p.Pos > 0 {
		return min(p.Pos-1, len(o.now))
	}
	if !takesPlace(p.Status) {
		return len(o.now)
	}
	for i, other := range o.now {
		if !takesPlace(other.Status) || given && p.Rank.Number > 0 && (other.Rank.Number == 0 || other.Rank.Number > p.Rank.Number) {
			return i
		}
	}
	return len(o.now)
}

// rankOnwards is the rank of a new entry in a list whose ranks stay as they are.
func (o *order) rankOnwards(at int, status model.Status) model.Rank {
	var before model.Rank
	if at > 0 && (at == len(o.now) || !takesPlace(o.now[at].Status)) {
		before = o.now[at-1].Rank
	}
	return rankAfter(before, at+1, o.edition.Scheme, status)
}

// rankAfter is the rank of a new entry at a position behind the last of a list
// whose ranks stay as they are.
func rankAfter(before model.Rank, pos int, scheme model.Scheme, status model.Status) model.Rank {
	switch {
	case !takesPlace(status) || scheme.Kind == model.SchemeBands:
		return model.Rank{Reason: model.NotYetRanked}
	case before.Number > 0:
		if n := max(before.Number+1, pos); scheme.Ranks(n) {
			return model.Rank{Number: n}
		}
	}
	if scheme.Kind == model.SchemeFull || scheme.Kind == model.SchemeCategories {
		return model.Rank{Reason: model.NotYetRanked}
	}
	return model.Rank{Reason: model.ByScheme}
}

// renumberEdition gives all ranks of an edition anew by its scheme.
func (s *step) renumberEdition(e model.Edition) error {
	categories, err := texts(s.ctx, s, "SELECT DISTINCT category FROM placement WHERE edition=?", string(e.ID))
	if err != nil {
		return err
	}
	for _, c := range categories {
		o, err := s.order(e, c)
		if err != nil {
			return err
		}
		if err := o.anew().write(s); err != nil {
			return err
		}
	}
	return nil
}

// statusMoves closes the ranks up where an entry leaves the order, or takes it
// in again behind the others. was is its status before.
func (s *step) statusMoves(p model.Placement, e model.Edition, was model.Status) error {
	o, err := s.order(e, p.Category)
	if err != nil {
		return err
	}
	i := o.index(p.ID)
	o.was[i].Status = was
	o.rough = !o.follows()
	o.asIs = o.rough
	o.moved[p.ID] = true
	return o.write(s)
}

// changeCategory takes an entry to the end of another category.
func (s *step) changeCategory(p model.Placement, e model.Edition, category string) error {
	from, err := s.order(e, p.Category)
	if err != nil {
		return err
	}
	to, err := s.order(e, category)
	if err != nil {
		return err
	}
	// Undo takes back one field at a time: on its way the entry stands aside,
	// at a position that is free in both categories.
	for _, change := range []struct {
		column string
		value  any
	}{{"pos", -max(len(from.was), len(to.was)) - 1}, {"category", category}, {"pos", len(to.was) + 1}} {
		var f fields
		f.set(change.column, change.value)
		if err := s.update("placement", p.ID, f); err != nil {
			return err
		}
	}
	if err := from.without(p.ID).write(s); err != nil {
		return err
	}
	rough := to.rough
	if to, err = s.order(e, category); err != nil {
		return err
	}
	to.asIs, to.rough = rough, rough
	to.moved[p.ID] = true
	return to.write(s)
}
