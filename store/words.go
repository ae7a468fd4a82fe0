package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"laurel/model"
)

// wordIndex finds people by every word of their record, also those of their
// interviews. It lives in memory, outside the file, on one connection of its
// own; it is filled in the background once somebody watches the book, at the
// latest when first asked.
type wordIndex struct {
	book  *Book
	start sync.Once
	ready chan struct{} // closed when all is in
	stop  context.CancelFunc
	ctx   context.Context

	waiting sync.Mutex // guards dirty
	dirty   []touched

	mu     sync.Mutex // guards what follows
	db     *sql.DB
	failed error
	docs   map[model.ID]int64
	people map[int64]model.ID
	of     map[model.ID][]model.ID // placement to people
}

// batch is how many people are read at a time: no read lasts long enough to
// hold up a commit.
const batch = 100

func newWordIndex(b *Book) *wordIndex {
	x := &wordIndex{
		book: b, ready: make(chan struct{}),
		docs: map[model.ID]int64{}, people: map[int64]model.ID{}, of: map[model.ID][]model.ID{},
	}
	x.ctx, x.stop = context.WithCancel(context.Background())
	return x
}

// begin fills the index in the background.
func (x *wordIndex) begin() {
	x.start.Do(func() {
		go func() {
			defer close(x.ready)
			x.mu.Lock()
			defer x.mu.Unlock()
			x.failed = x.fill(x.ctx)
		}()
	})
}

func (x *wordIndex) touch(t touched) {
	x.waiting.Lock()
	defer x.waiting.Unlock()
	x.dirty = append(x.dirty, t)
}

// close ends the filling and forgets everything.
func (x *wordIndex) close() {
	x.stop()
	x.start.Do(func() { close(x.ready) }) // never begun: nothing to wait for
	<-x.ready
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.db != nil {
		x.db.Close()
	}
}

func (x *wordIndex) fill(ctx context.Context) error {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1) // the memory is the connection's
	x.db = db
	if _, err := db.ExecContext(ctx, `CREATE VIRTUAL TABLE words USING fts4(head, body, tokenize=unicode61 "remove_diacritics=2")`); err != nil {
		return fmt.Errorf("index the words: %w", err)
	}
	ids, err := texts(ctx, x.book.readers, "SELECT id FROM person ORDER BY id")
	if err != nil {
		return err
	}
	for some := range slices.Chunk(ids, batch) {
		if err := x.read(ctx, some); err != nil {
			return err
		}
	}
	return nil
}

// read indexes some people, in place of what was known of them.
func (x *wordIndex) read(ctx context.Context, ids []string) error {
	heads, bodies, of, err := recordWords(ctx, x.book.readers, ids)
	if err != nil {
		return err
	}
	tx, err := x.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	for _, text := range ids {
		id := model.ID(text)
		if doc, known := x.docs[id]; known {
			if _, err := tx.ExecContext(ctx, "DELETE FROM words WHERE docid=?", doc); err != nil {
				return err
			}
		}
		head, there := heads[id]
		if !there {
			continue
		}
		doc, known := x.docs[id]
		if !known {
			doc = int64(len(x.docs) + 1)
			x.docs[id], x.people[doc] = doc, id
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO words(docid,head,body) VALUES(?,?,?)", doc, head, strings.Join(bodies[id], " ")); err != nil {
			return err
		}
	}
	for placement, people := range of {
		for _, id := range people {
			if !slices.Contains(x.of[placement], id) {
				x.of[placement] = append(x.of[placement], id)
			}
		}
	}
	return tx.Commit()
}

// recordWords reads the folded words of some people: the facts, and what was
// said and printed. Who is in the trash has none.
func recordWords(ctx context.Context, q querier, ids []string) (heads map[model.ID]string, bodies map[model.ID][]string, of map[model.ID][]model.ID, err error) {
	some := asJSON(ids)
	heads, bodies, of = map[model.ID]string{}, map[model.ID][]string{}, map[model.ID][]model.ID{}
	people, err := collect(ctx, q, scanIndexed, "SELECT "+indexedColumns+" WHERE w.trashed=0 AND w.id IN (SELECT value FROM json_each(?))", some)
	if err != nil {
		return nil, nil, nil, err
	}
	for _, p := range people {
		heads[p.row.ID] = p.words
	}
	type said struct {
		person, placement model.ID
		text              string
	}
	scan := func(scan func(...any) error) (w said, err error) { return w, scan(&w.person, &w.placement, &w.text) }
	for _, query := range []string{
		"SELECT m.person, m.placement, m.title||' '||m.organisation||' '||p.entry_name||' '||p.citation||' '||p.strapline FROM member m JOIN placement p ON p.id=m.placement WHERE m.person IN (SELECT value FROM json_each(?))",
		"SELECT m.person, '', coalesce(a.edited,a.original) FROM member m JOIN answer a ON a.placement=m.placement WHERE m.person IN (SELECT value FROM json_each(?))",
	} {
		all, err := collect(ctx, q, scan, query, some)
		if err != nil {
			return nil, nil, nil, err
		}
		for _, w := range all {
			bodies[w.person] = append(bodies[w.person], model.Fold(w.text))
			if w.placement != "" {
				of[w.placement] = append(of[w.placement], w.person)
			}
		}
	}
	return heads, bodies, of, nil
}

// refresh indexes again who changed since.
func (x *wordIndex) refresh(ctx context.Context) error {
	x.waiting.Lock()
	dirty := x.dirty
	x.dirty = nil
	x.waiting.Unlock()
	people := map[model.ID]bool{}
	placements := map[model.ID]bool{}
	for _, t := range dirty {
		for id := range t[TopicPeople] {
			people[id] = true
		}
		for _, topic := range []Topic{TopicPlacements, placementsOfAnswers} {
			for id := range t[topic] {
				placements[id] = true
				for _, p := range x.of[id] {
					people[p] = true
				}
			}
		}
	}
	now, err := texts(ctx, x.book.readers, "SELECT DISTINCT person FROM member WHERE placement IN (SELECT value FROM json_each(?))", idList(placements))
	if err != nil {
		return err
	}
	for _, id := range now {
		people[model.ID(id)] = true
	}
	ids := make([]string, 0, len(people))
	for id := range people {
		ids = append(ids, string(id))
	}
	for some := range slices.Chunk(ids, batch) {
		if err := x.read(ctx, some); err != nil {
			return err
		}
	}
	return nil
}

// Search finds people in whose record, interviews included, every word of text
// begins a word; the best match first. A limit of 0 means 50.
func (b *Book) Search(ctx context.Context, text string, limit int) ([]SearchHit, error) {
	words := searchWords(text)
	if len(words) == 0 {
		return nil, nil
	}
	if limit <= 0 {
		limit = 50
	}
	x := b.words
	x.begin()
	select {
	case <-x.ready:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.failed != nil {
		return nil, explain(b.params.Path, "search", x.failed)
	}
	if err := x.refresh(ctx); err != nil {
		return nil, explain(b.params.Path, "search", err)
	}
	hits, err := x.find(ctx, words, limit)
	return hits, explain(b.params.Path, "search", err)
}

func (x *wordIndex) find(ctx context.Context, words []string, limit int) ([]SearchHit, error) {
	match := make([]string, len(words))
	for i, w := range words {
		match[i] = `"` + w + `*"`
	}
	type found struct {
		doc  int64
		info []byte
	}
	all, err := collect(ctx, x.db, func(scan func(...any) error) (f found, err error) {
		return f, scan(&f.doc, &f.info)
	}, "SELECT docid, matchinfo(words,'pcnalx') FROM words WHERE words MATCH ?", strings.Join(match, " "))
	if err != nil {
		return nil, err
	}
	score := make(map[int64]float64, len(all))
	for _, f := range all {
		score[f.doc] = bm25(f.info)
	}
	slices.SortFunc(all, func(a, b found) int {
		if score[a.doc] != score[b.doc] {
			if score[a.doc] > score[b.doc] {
				return -1
			}
			return 1
		}
		return strings.Compare(string(x.people[a.doc]), string(x.people[b.doc]))
	})
	hits := make([]SearchHit, 0, min(limit, len(all)))
	for _, f := range all[:min(limit, len(all))] {
		hit, err := x.hit(ctx, x.people[f.doc], words)
		if err != nil {
			return nil, err
		}
		hits = append(hits, hit)
	}
	return hits, nil
}

// hit shows a person found, with the words round the first that stands in what
// they said or what was printed of them.
func (x *wordIndex) hit(ctx context.Context, id model.ID, words []string) (SearchHit, error) {
	p, err := personByID(ctx, x.book.readers, id)
	if err != nil {
		return SearchHit{}, err
	}
	h := SearchHit{PersonID: id, Name: p.Name.Full()}
	said, err := texts(ctx, x.book.readers, `SELECT coalesce(a.edited,a.original) FROM member m JOIN answer a ON a.placement=m.placement WHERE m.person=?1
		UNION ALL SELECT p.citation FROM member m JOIN placement p ON p.id=m.placement WHERE m.person=?1
		UNION ALL SELECT m.title||', '||m.organisation FROM member m WHERE m.person=?1`, string(id))
	if err != nil {
		return h, err
	}
	for _, text := range said {
		if h.Snippet = snippet(text, words); h.Snippet != "" {
			break
		}
	}
	return h, nil
}

// snippet is the words round the first in text that begins with one of words.
func snippet(text string, words []string) string {
	const before, after = 6, 12
	all := strings.Fields(text)
	for i, w := range all {
		folded := searchWords(w)
		hit := slices.ContainsFunc(folded, func(f string) bool {
			return slices.ContainsFunc(words, func(want string) bool { return strings.HasPrefix(f, want) })
		})
		if !hit {
			continue
		}
		from, to := max(0, i-before), min(len(all), i+after)
		s := strings.Join(all[from:to], " ")
		if from > 0 {
			s = "… " + s
		}
		if to < len(all) {
			s += " …"
		}
		return s
	}
	return ""
}

// bm25 weighs a match by FTS4's own figures; a word in the head counts five
// times one in the body. https://www.sqlite.org/fts3.html#matchinfo
func bm25(info []byte) float64 {
	const k1, b = 1.2, 0.75
	at := func(i int) float64 {
		if 4*i+4 > len(info) {
			return 0
		}
		return float64(binary.NativeEndian.Uint32(info[4*i:]))
	}
	phrases, columns, docs := int(at(0)), int(at(1)), at(2)
	average, length, counts := 3, 3+columns, 3+2*columns
	total := 0.0
	for p := range phrases {
		for c := range columns {
			i := counts + 3*(c+p*columns)
			here, with := at(i), at(i+2)
			if here == 0 {
				continue
			}
			weight := 1.0
			if c == 0 {
				weight = 5
			}
			rarity := max(math.Log((docs-with+0.5)/(with+0.5)), 1e-6)
			size := 1.0
			if mean := at(average + c); mean > 0 {
				size = at(length+c) / mean
			}
			total += weight * rarity * here * (k1 + 1) / (here + k1*(1-b+b*size))
		}
	}
	return total
}
