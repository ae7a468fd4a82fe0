package store

import (
	"slices"
	"sync"

	"laurel/model"
)

// touched is which records a step changed, as its log says.
type touched map[Topic]map[model.ID]bool

// namedAtMost is how many records an event names; of more it says only that
// there were many.
const namedAtMost = 1000

func (t touched) empty() bool { return len(t) == 0 }

func (t touched) add(topic Topic, id model.ID) {
	if t[topic] == nil {
		t[topic] = map[model.ID]bool{}
	}
	t[topic][id] = true
}

// topics says under which topic a table's changes are told.
var topics = map[string]Topic{
	"person": TopicPeople, "organisation": TopicOrganisations, "list": TopicEditions, "edition": TopicEditions,
	"placement": TopicPlacements, "member": TopicPlacements, "answer": TopicAnswers, "photo": TopicPhotos, "yearbook": TopicYearbooks,
	"asset": TopicAssets, "erratum": TopicPlacements,
	"custom_value": TopicPeople, "custom_field": TopicFields, "search": TopicSearches,
}

// placementsOfAnswers are placements whose answers changed; no event of their own.
const placementsOfAnswers Topic = "placements of answers"

// touched reads the log of the step so far.
func (s *step) touched() (touched, error) {
	type row struct{ table, id, placement string } // placement, or the person of a value
	rows, err := collect(s.ctx, s, func(scan func(...any) error) (r row, err error) {
		return r, scan(&r.table, &r.id, &r.placement)
	}, `SELECT DISTINCT tbl, row, CASE tbl
			WHEN 'member' THEN coalesce((SELECT placement FROM member WHERE id=row), CASE kind WHEN 'D' THEN json_extract(old,'$.placement') END,'')
			WHEN 'erratum' THEN coalesce((SELECT placement FROM erratum WHERE id=row), CASE kind WHEN 'D' THEN json_extract(old,'$.placement') END,'')
			WHEN 'answer' THEN coalesce((SELECT placement FROM answer WHERE id=row), CASE kind WHEN 'D' THEN json_extract(old,'$.placement') END,'')
			WHEN 'custom_value' THEN coalesce((SELECT person FROM custom_value WHERE id=row), CASE kind WHEN 'D' THEN json_extract(old,'$.person') END,'')
			ELSE '' END
		FROM change WHERE op=? AND id>?`, s.op, s.since)
	if err != nil {
		return nil, err
	}
	t := touched{}
	for _, r := range rows {
		switch r.table {
		case "member", "erratum":
			if r.placement != "" { // else another row of the log tells it
				t.add(TopicPlacements, model.ID(r.placement))
			}
		case "custom_value":
			if r.placement != "" {
				t.add(TopicPeople, model.ID(r.placement))
			}
		case "answer":
			t.add(placementsOfAnswers, model.ID(r.placement))
			t.add(TopicAnswers, model.ID(r.id))
		default:
			t.add(topics[r.table], model.ID(r.id))
		}
	}
	return t, nil
}

// events tells what was touched, in a fixed order.
func (t touched) events(op int64) []Event {
	var all []Event
	for _, topic := range []Topic{TopicPeople, TopicOrganisations, TopicEditions, TopicPlacements, TopicAnswers, TopicPhotos, TopicYearbooks, TopicAssets, TopicFields, TopicSearches} {
		if len(t[topic]) == 0 {
			continue
		}
		e := Event{Op: op, Topic: topic}
		if len(t[topic]) <= namedAtMost {
			for id := range t[topic] {
				e.IDs = append(e.IDs, id)
			}
			slices.Sort(e.IDs)
		}
		all = append(all, e)
	}
	return append(all, Event{Op: op, Topic: TopicHistory})
}

// watchers are who wants to hear of changes.
type watchers struct {
	mu   sync.Mutex
	next int
	all  map[int]func(Event)
}

// Watch calls f for every change from now on, after it is on disk and on the
// goroutine that made it; f should return at once. The function it gives ends
// the watch.
func (b *Book) Watch(f func(Event)) (stop func()) {
	b.words.begin() // somebody is looking, and will be searching
	w := &b.watchers
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.all == nil {
		w.all = map[int]func(Event){}
	}
	n := w.next
	w.next++
	w.all[n] = f
	return func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.all, n)
	}
}

func (w *watchers) tell(events []Event) {
	w.mu.Lock()
	keys := make([]int, 0, len(w.all))
	for k := range w.all {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	fs := make([]func(Event), 0, len(keys))
	for _, k := range keys {
		fs = append(fs, w.all[k])
	}
	w.mu.Unlock()
	for _, e := range events {
		for _, f := range fs {
			f(e)
		}
	}
}
