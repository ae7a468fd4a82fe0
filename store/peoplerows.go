package store

import (
	"cmp"
	"context"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"laurel/model"
)

// listLocale sorts the list of people on the screen; a book's index is sorted
// in its edition's own.
const listLocale = "en-GB"

// peopleIndex keeps what the list of people shows in memory, so that a
// keystroke in the search field waits for nothing. It is filled when first
// asked for; afterwards only what changed is read again.
type peopleIndex struct {
	book *Book

	waiting sync.Mutex // guards dirty and all
	dirty   []touched
	all     bool // everything is to be read anew

	mu       sync.Mutex // guards what follows
	people   map[model.ID]*indexedPerson
	byName   []*indexedPerson
	editions map[model.ID]*indexedEdition
	stamp    time.Time // of the file, where somebody else writes it
}

// indexedPerson is a person as they are found and shown.
type indexedPerson struct {
	row          PersonRow
	words        string // folded, each with a space before it
	organisation model.ID
	photo        model.ID
	trashed      bool
}

// indexedEdition says who is placed in an edition.
type indexedEdition struct {
	asked   bool // it asks questions
	entries map[model.ID][]inEdition
	of      map[model.ID][]model.ID // placement to people
}

type inEdition struct {
	placement model.ID
	rank      model.Rank
	status    model.Status
	missing   []Missing
}

func newPeopleIndex(b *Book) *peopleIndex { return &peopleIndex{book: b, all: true} }

// touch notes what is to be read again before the next answer.
func (x *peopleIndex) touch(t touched) {
	x.waiting.Lock()
	defer x.waiting.Unlock()
	x.dirty = append(x.dirty, t)
	n := 0
	for _, d := range x.dirty {
		for _, ids := range d {
			n += len(ids)
		}
	}
	if n > 20000 { // reading everything is quicker
		x.all, x.dirty = true, nil
	}
}

// PeopleRows gives the people a filter chooses, in its order.
func (b *Book) PeopleRows(ctx context.Context, f PeopleFilter) ([]PersonRow, error) {
	x := b.people
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.refresh(ctx); err != nil {
		return nil, explain(b.params.Path, "read the people", err)
	}
	var edition *indexedEdition
	if f.EditionID != "" {
		var err error
		if edition, err = x.edition(ctx, f.EditionID); err != nil {
			return nil, explain(b.params.Path, "read the people", err)
		}
	}
	return x.rows(f, edition), nil
}

func (x *peopleIndex) rows(f PeopleFilter, edition *indexedEdition) []PersonRow {
	var wanted []string
	for _, w := range searchWords(f.Text) {
		wanted = append(wanted, " "+w)
	}
	rows := make([]PersonRow, 0, len(x.byName))
	for _, p := range x.byName {
		if p.trashed != f.Trashed || !holdsAll(p.words, wanted) {
			continue
		}
		row := p.row
		if edition != nil {
			in := edition.entries[row.ID]
			if len(in) == 0 && f.InEdition {
				continue
			}
			if len(in) > 0 {
				row.PlacementID, row.Rank, row.Status, row.Missing = in[0].placement, in[0].rank, in[0].status, in[0].missing
			}
		}
		if f.Missing == "" || slices.Contains(row.Missing, f.Missing) {
			rows = append(rows, row)
		}
	}
	sortRows(rows, f)
	return rows
}

func holdsAll(words string, wanted []string) bool {
	for _, w := range wanted {
		if !strings.Contains(words, w) {
			return false
		}
	}
	return true
}

// sortRows orders rows that are in order of their names.
func sortRows(rows []PersonRow, f PeopleFilter) {
	by := func(key func(PersonRow) string) func(a, b PersonRow) int {
		keys := make(map[model.ID]string, len(rows))
		for _, r := range rows {
			keys[r.ID] = model.Fold(key(r))
		}
		return func(a, b PersonRow) int {
			ka, kb := keys[a.ID], keys[b.ID]
			if (ka == "") != (kb == "") { // those without one come last
				return cmp.Compare(kb, ka)
			}
			return compareKeys(ka, kb)
		}
	}
	switch f.SortBy {
	case ByOrganisation:
		slices.SortStableFunc(rows, by(func(r PersonRow) string { return r.Organisation }))
	case ByTitle:
		slices.SortStableFunc(rows, by(func(r PersonRow) string { return r.Title }))
	case ByRank:
		slices.SortStableFunc(rows, func(a, b PersonRow) int { return cmp.Compare(rankOrder(a), rankOrder(b)) })
	}
	if f.Descend {
		slices.Reverse(rows)
	}
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

// compareKeys orders folded sort keys as model.CompareSort does, quickly where
// the two are plain letters.
func compareKeys(a, b string) int {
	if plain(a) && plain(b) {
		return strings.Compare(a, b)
	}
	return model.CompareSort(a, b, listLocale)
}

func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && c != ' ' {
			return false
		}
	}
	return true
}

// searchWords folds a text and divides it into words.
func searchWords(text string) []string {
	return strings.FieldsFunc(model.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// foundBy writes the words by which a record is found: also a name with an
// apostrophe or a hyphen written as one word.
func foundBy(values ...string) string {
	var b strings.Builder
	for _, v := range values {
		folded := model.Fold(v)
		for _, w := range strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			b.WriteString(" " + w)
		}
		if strings.ContainsAny(folded, "'-.") {
			for _, w := range strings.Fields(strings.NewReplacer("'", "", "-", "", ".", "").Replace(folded)) {
				b.WriteString(" " + w)
			}
		}
	}
	return b.String()
}

const indexedColumns = `w.id,w.prefix,w.given,w.particle,w.family,w.post_nominals,w.family_first,w.sort_as,w.title,w.sector,w.country,w.trashed,
	coalesce(w.organisation,''),coalesce(o.name,''),coalesce(w.photo,''),coalesce(f.master,''),coalesce(f.credit,'')
	FROM person w LEFT JOIN organisation o ON o.id=w.organisation LEFT JOIN photo f ON f.id=w.photo`

func scanIndexed(scan func(...any) error) (*indexedPerson, error) {
	var p indexedPerson
	var n model.Name
	var sortAs, credit string
	r := &p.row
	err := scan(&r.ID, &n.Prefix, &n.Given, &n.Particle, &n.Family, &n.PostNominals, &n.FamilyFirst, &sortAs, &r.Title, &r.Sector, &r.Country, &p.trashed,
		&p.organisation, &r.Organisation, &p.photo, &r.PhotoKey, &credit)
	if err != nil {
		return nil, err
	}
	r.Name, r.SortKey = n.Full(), model.SortKey(n, sortAs, listLocale)
	p.words = foundBy(n.Display(), sortAs, n.Prefix, n.PostNominals, r.Title, r.Organisation, r.Sector, r.Country)
	switch {
	case r.PhotoKey == "":
		r.Missing = []Missing{MissingPhoto}
	case credit == "":
		r.Missing = []Missing{MissingCredit}
	}
	return &p, nil
}

func compareIndexed(a, b *indexedPerson) int {
	if c := compareKeys(a.row.SortKey, b.row.SortKey); c != 0 {
		return c
	}
	return strings.Compare(string(a.row.ID), string(b.row.ID))
}

// refresh reads what is not known, or not known any more.
func (x *peopleIndex) refresh(ctx context.Context) error {
	if x.book.refusal != nil { // somebody else may be writing
		if info, err := os.Stat(x.book.params.Path); err == nil && !info.ModTime().Equal(x.stamp) {
			x.stamp = info.ModTime()
			x.waiting.Lock()
			x.all = true
			x.waiting.Unlock()
		}
	}
	x.waiting.Lock()
	dirty, all := x.dirty, x.all
	x.dirty, x.all = nil, false
	x.waiting.Unlock()
	var err error
	switch {
	case all:
		err = x.load(ctx)
	case len(dirty) > 0:
		err = x.update(ctx, dirty)
	}
	if err != nil { // what was not read must be read the next time
		x.waiting.Lock()
		x.all = true
		x.waiting.Unlock()
	}
	return err
}

func (x *peopleIndex) load(ctx context.Context) error {
	people, err := collect(ctx, x.book.readers, scanIndexed, "SELECT "+indexedColumns)
	if err != nil {
		return err
	}
	x.people = make(map[model.ID]*indexedPerson, len(people))
	for _, p := range people {
		x.people[p.row.ID] = p
	}
	slices.SortFunc(people, compareIndexed)
	x.byName = people
	x.editions = map[model.ID]*indexedEdition{}
	return nil
}

func (x *peopleIndex) update(ctx context.Context, dirty []touched) error {
	people, placements := map[model.ID]bool{}, map[model.ID]bool{}
	photos := map[model.ID]bool{}
	for _, t := range dirty {
		for id := range t[TopicPeople] {
			people[id] = true
		}
		for id, p := range x.people {
			if t[TopicOrganisations][p.organisation] || t[TopicPhotos][p.photo] {
				people[id] = true
			}
		}
		for id := range t[TopicPlacements] {
			placements[id] = true
		}
		for id := range t[placementsOfAnswers] {
			placements[id] = true
		}
		for id := range t[TopicPhotos] {
			photos[id] = true
		}
		for id := range t[TopicEditions] {
			delete(x.editions, id)
		}
	}
	if err := x.readPeople(ctx, people); err != nil {
		return err
	}
	for id, e := range x.editions {
		if err := x.updateEdition(ctx, id, e, people, placements, len(photos) > 0); err != nil {
			return err
		}
	}
	return nil
}

// readPeople reads some people again and puts them where their names now stand.
func (x *peopleIndex) readPeople(ctx context.Context, ids map[model.ID]bool) error {
	if len(ids) == 0 {
		return nil
	}
	fresh, err := collect(ctx, x.book.readers, scanIndexed, "SELECT "+indexedColumns+" WHERE w.id IN (SELECT value FROM json_each(?))", idList(ids))
	if err != nil {
		return err
	}
	x.byName = slices.DeleteFunc(x.byName, func(p *indexedPerson) bool { return ids[p.row.ID] })
	for id := range ids {
		delete(x.people, id)
	}
	for _, p := range fresh {
		x.people[p.row.ID] = p
	}
	if len(fresh) > 100 {
		x.byName = append(x.byName, fresh...)
		slices.SortFunc(x.byName, compareIndexed)
		return nil
	}
	for _, p := range fresh {
		i, _ := slices.BinarySearchFunc(x.byName, p, compareIndexed)
		x.byName = slices.Insert(x.byName, i, p)
	}
	return nil
}

func idList(ids map[model.ID]bool) string {
	all := make([]string, 0, len(ids))
	for id := range ids {
		all = append(all, string(id))
	}
	return asJSON(all)
}

// edition gives who is placed in an edition, reading it when first asked for.
func (x *peopleIndex) edition(ctx context.Context, id model.ID) (*indexedEdition, error) {
	if e := x.editions[id]; e != nil {
		return e, nil
	}
	edition, err := editionByID(ctx, x.book.readers, id)
	if err != nil {
		return nil, err
	}
	e := &indexedEdition{asked: len(edition.Questions) > 0, entries: map[model.ID][]inEdition{}, of: map[model.ID][]model.ID{}}
	if err := e.read(ctx, x.book.readers, "p.edition=?", string(id)); err != nil {
		return nil, err
	}
	x.editions[id] = e
	return e, nil
}

func (e *indexedEdition) read(ctx context.Context, q querier, where string, args ...any) error {
	type entry struct {
		person model.ID
		inEdition
	}
	entries, err := collect(ctx, q, func(scan func(...any) error) (n entry, err error) {
		r := &n.rank
		return n, scan(&n.person, &n.placement, &r.Number, &r.Tied, &r.To, &r.Band, &r.Reason, &n.status)
	}, `SELECT m.person,p.id,p.rank_number,p.rank_tied,p.rank_to,p.rank_band,p.rank_reason,p.status
		FROM placement p JOIN member m ON m.placement=p.id WHERE `+where+" ORDER BY p.category,p.pos,m.pos", args...)
	if err != nil {
		return err
	}
	lacks, err := readLacks(ctx, q, e.asked, where, args...)
	if err != nil {
		return err
	}
	for _, n := range entries {
		n.missing = lacks[n.placement].missing()
		e.entries[n.person] = append(e.entries[n.person], n.inEdition)
		e.of[n.placement] = append(e.of[n.placement], n.person)
	}
	return nil
}

// updateEdition reads the placements of an edition again that changed, or whose
// people or photos did.
func (x *peopleIndex) updateEdition(ctx context.Context, id model.ID, e *indexedEdition, people, placements map[model.ID]bool, photos bool) error {
	again := map[model.ID]bool{}
	for p := range placements {
		again[p] = true
	}
	for person := range people {
		for _, in := range e.entries[person] {
			again[in.placement] = true
		}
	}
	if photos || len(again) > len(e.of)/2 {
		delete(x.editions, id)
		return nil
	}
	if len(again) == 0 {
		return nil
	}
	for p := range again {
		for _, person := range e.of[p] {
			e.entries[person] = slices.DeleteFunc(slices.Clone(e.entries[person]), func(in inEdition) bool { return in.placement == p })
		}
		delete(e.of, p)
	}
	return e.read(ctx, x.book.readers, "p.edition=? AND p.id IN (SELECT value FROM json_each(?))", string(id), idList(again))
}
