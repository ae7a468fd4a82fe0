package store

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

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
	row     PersonRow
	words   string // folded, each with a space before it
	photo   model.ID
	trashed bool
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

const indexedColumns = `w.id,w.prefix,w.given,w.particle,w.family,w.post_nominals,w.family_first,w.sort_as,w.title,w.sector,w.country,w.trashed,w.pronouns,w.consent,w.former_names,
	coalesce(w.organisation,''),coalesce(o.name,''),coalesce(w.photo,''),coalesce(f.master,''),coalesce(f.credit,'')
	FROM person w LEFT JOIN organisation o ON o.id=w.organisation LEFT JOIN photo f ON f.id=w.photo`

func scanIndexed(scan func(...any) error) (*indexedPerson, error) {
	var p indexedPerson
	var n model.Name
	var sortAs, credit string
	var former []string
	r := &p.row
	err := scan(&r.ID, &n.Prefix, &n.Given, &n.Particle, &n.Family, &n.PostNominals, &n.FamilyFirst, &sortAs, &r.Title, &r.Sector, &r.Country, &p.trashed, &r.Pronouns, &r.Consent, jsonColumn{&former},
		&r.OrganisationID, &r.Organisation, &p.photo, &r.PhotoKey, &credit)
	if err != nil {
		return nil, err
	}
	r.Name, r.SortKey = n.Full(), model.SortKey(n, sortAs, listLocale)
	p.words = foundBy(n.Display(), sortAs, n.Prefix, n.PostNominals, r.Title, r.Organisation, r.Sector, r.Country) + foundBy(former...)
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
	values, err := customValues(ctx, x.book.readers, "1")
	if err != nil {
		return err
	}
	x.value(values)
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
		if len(t[TopicOrganisations])+len(t[TopicPhotos]) > 0 {
			for id, p := range x.people {
				if t[TopicOrganisations][p.row.OrganisationID] || t[TopicPhotos][p.photo] {
					people[id] = true
				}
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
	values, err := customValues(ctx, x.book.readers, "person IN (SELECT value FROM json_each(?))", idList(ids))
	if err != nil {
		return err
	}
	x.value(values)
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

// value gives people, just read, the values of the curator's own fields.
func (x *peopleIndex) value(values []customValue) {
	for _, v := range values {
		p := x.people[v.person]
		if p == nil {
			continue
		}
		if p.row.Custom == nil {
			p.row.Custom = map[model.ID]string{}
		}
		p.row.Custom[v.field] = v.value
		p.words += foundBy(v.value)
	}
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
