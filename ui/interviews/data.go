package interviews

import (
	"context"
	"maps"
	"slices"

	"laurel/model"
	"laurel/store"
)

// fetch reads the edition anew. What is shown meanwhile is what was read last,
// with the changes made here already in it.
func (s *screen) fetch() {
	edition := s.desk.EditionID()
	if edition == "" {
		s.data = nil
		s.fill()
		return
	}
	s.desk.Fetch("interviews.data", func(ctx context.Context, b *store.Book) (any, error) {
		snapshot, err := b.Snapshot(ctx, edition)
		if err != nil {
			return nil, err
		}
		return read{snapshot, orderOf(snapshot)}, nil
	}, func(v any, err error) {
		if err != nil {
			s.later.Drop()
			s.desk.Fail(err)
			return
		}
		if edition != s.desk.EditionID() {
			return
		}
		s.data, s.order = v.(read).snapshot, v.(read).order
		s.answers.keepTyped()
		s.fill()
		s.later.Arrived()
	})
}

// do writes, and reads again: what is being read already is older than this.
func (s *screen) do(commands ...store.Command) {
	s.desk.Do(nil, commands...)
	s.fetch()
}

// read is what a fetch brings: the edition, and where its entries stand in it.
type read struct {
	snapshot *model.Snapshot
	order    []int
}

// orderOf gives the placements of an edition in the order of its book, those
// apart that are out of it.
func orderOf(s *model.Snapshot) []int {
	place := make(map[model.ID]int, len(s.Placements))
	for i := range s.Placements {
		place[s.Placements[i].ID] = i
	}
	var order []int
	for _, p := range model.OrderIn(s.Placements, s.Edition) {
		if p.Status != model.Declined && p.Status != model.Withdrawn {
			order = append(order, place[p.ID])
		}
	}
	return order
}

// entries are the placements in their order.
func (s *screen) entries() []*model.Placement {
	if s.data == nil {
		return nil
	}
	all := make([]*model.Placement, len(s.order))
	for i, at := range s.order {
		all[i] = &s.data.Placements[at]
	}
	return all
}

// entry gives the placement that is shown, nil where there is none.
func (s *screen) entry() *model.Placement { return s.entryOf(s.placement) }

func (s *screen) entryOf(id model.ID) *model.Placement {
	if s.data == nil {
		return nil
	}
	for _, at := range s.order {
		if p := &s.data.Placements[at]; p.ID == id {
			return p
		}
	}
	return nil
}

// frozen says whether the edition can be looked at only.
func (s *screen) frozen() bool { return s.data != nil && s.data.Edition.Frozen }

// put changes an answer in what is shown, before the book has it: the snapshot
// itself is never touched, for the pages may be composed from it just now.
func (s *screen) put(answer model.ID, change func(*model.Answer)) {
	if s.data == nil {
		return
	}
	for i := range s.data.Placements {
		at := slices.IndexFunc(s.data.Placements[i].Answers, func(a model.Answer) bool { return a.ID == answer })
		if at < 0 {
			continue
		}
		next := *s.data
		next.Placements = slices.Clone(s.data.Placements)
		p := &next.Placements[i]
		p.Answers = slices.Clone(p.Answers)
		change(&p.Answers[at])
		s.data = &next
		return
	}
}

// questions are the edition's, and others that were asked, each once.
func (s *screen) questions() []string {
	var all []string
	if s.data == nil {
		return nil
	}
	seen := map[string]bool{}
	add := func(q string) {
		if !seen[q] {
			seen[q] = true
			all = append(all, q)
		}
	}
	for _, q := range s.data.Edition.Questions {
		add(q)
	}
	for _, p := range s.entries() {
		for _, a := range p.Answers {
			add(a.Question)
		}
	}
	return all
}

// themes are those of all answers of the edition, in order.
func (s *screen) themes() []string {
	seen := map[string]bool{}
	for _, p := range s.entries() {
		for _, a := range p.Answers {
			for _, t := range a.Themes {
				seen[t] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(seen), func(a, b string) int { return model.CompareSort(model.Fold(a), model.Fold(b), s.data.Edition.Locale) })
}
