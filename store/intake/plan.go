package intake

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"laurel/model"
	"laurel/store"
)

// Book is what planning reads of a book; *store.Book is one.
type Book interface {
	Lists(context.Context) ([]model.List, error)
	Editions(context.Context) ([]model.Edition, error)
	Snapshot(context.Context, model.ID) (*model.Snapshot, error)
	PeopleRows(context.Context, store.PeopleFilter) ([]store.PersonRow, error)
	Person(context.Context, model.ID) (model.Person, error)
	Organisations(context.Context) ([]model.Organisation, error)
	CustomFields(context.Context) ([]model.CustomField, error)
	PlacementsOf(context.Context, model.ID) ([]model.Placement, error)
	History(context.Context, store.HistoryFilter) ([]store.Operation, error)
	FieldHistory(context.Context, model.ID) ([]store.FieldChange, error)
	HasPhoto(ctx context.Context, person model.ID, file []byte) (bool, error)
}

// Options says how to plan.
type Options struct {
	// Edition names the edition that answers, job and film belong to, in the
	// book or among the drafts. Empty: each page's newest; where a page names
	// no list at all, the book's newest.
	Edition string
	// OnDoubt says what becomes of somebody who may or may not be a person of
	// the book. Empty is Ask.
	OnDoubt Doubt
	// Decisions answers doubts and leaves rows out, by Row.Key.
	Decisions map[string]Decision
	NewID     func() model.ID // nil: model.NewID
	// Progress is told how far the comparison is, from 0 to 1; nil: nobody is.
	Progress func(float64)
}

// Doubt is what becomes of a doubtful row.
type Doubt string

// The ways.
const (
	Ask  Doubt = "ask"  // it is left out until a decision is given
	New  Doubt = "new"  // somebody else of the same name
	Skip Doubt = "skip" // left out
)

// Decision is what somebody chose for a row.
type Decision struct {
	// Same are the people of the book whom it means; an entry of several people
	// may be in doubt about more than one.
	Same  []model.ID
	New   bool // who is not one of Same is somebody else
	Leave bool // leave the row out
}

// Plan is what drafts would change in a book. Nothing is saved yet.
type Plan struct {
	Rows     []Row
	Editions []string // that would be made, by name
	// Edition is the one that was taken by default because a page names none.
	Edition string
	// Into is the newest edition that somebody is placed in or is known in.
	Into   model.ID
	Drafts []Draft
	Notes  []model.Message

	commands []store.Command
}

// RowKind says what a row would do.
type RowKind string

// The kinds of row.
const (
	RowNew      RowKind = "new"
	RowChanged  RowKind = "changed"
	RowSame     RowKind = "same"
	RowDoubtful RowKind = "doubtful" // left out until somebody decides
	RowLeft     RowKind = "left out"
)

// Row is an entry of a draft with what it would change.
type Row struct {
	Key          string // the same each time the same drafts are planned
	Source       string
	Kind         RowKind
	PersonID     model.ID // of the first of its people whom the book knows; empty: none
	PhotoKey     string   // of their photo
	Name         string
	Title        string
	Organisation string
	Changes      []Change
	Choices      []Choice // of a doubtful row
	Photo        string   // the name of the file, of a row that is a photo
	Unknown      bool     // a photo of nobody in the book, as far as its name says
}

// Change is one field with its old and its new value.
type Change struct {
	Edition string // empty: a field of the person
	Field   string // one of model.Field…, FieldPlacement or FieldOwn
	Own     string // the name of FieldOwn
	Old     string
	New     string
}

// FieldPlacement is the field of a change that adds an entry to an edition.
const FieldPlacement = "placement"

// Included is the value of FieldPlacement where an entry has no rank.
const Included = "included"

// FieldOwn is a field of the curator's own.
const FieldOwn = "own field"

// Choice is a person of the book whom a doubtful row may mean.
type Choice struct {
	PersonID     model.ID
	Name         string
	Title        string
	Organisation string
	PhotoKey     string
}

// MakePlan compares drafts with the book. Planning the same drafts again after
// the plan was carried out gives an empty plan, also where a curator has
// changed since what the import brought: their edits win.
func MakePlan(ctx context.Context, book Book, drafts []Draft, o Options) (Plan, error) {
	if o.NewID == nil {
		o.NewID = model.NewID
	}
	p := &planner{ctx: ctx, book: book, options: o, plan: Plan{Drafts: drafts}, edits: map[model.ID][]store.FieldChange{}, told: map[*Draft]map[string]evidence{}, byForm: map[string][]*person{}, pictured: map[model.ID]bool{}, named: map[*Draft]map[string]bool{}}
	if err := p.read(); err != nil {
		return Plan{}, fmt.Errorf("compare with the book: %w", err)
	}
	if err := p.chooseEdition(); err != nil {
		return Plan{}, err
	}
	p.planEditions()
	for i := range p.drafts {
		p.placements += len(p.drafts[i].Placements)
	}
	for i := range p.drafts {
		plan := p.planDraft
		if p.drafts[i].Kind == Portrait {
			plan = p.planPortrait
			p.progress(i, len(p.drafts))
		}
		if err := plan(&p.drafts[i]); err != nil {
			return Plan{}, fmt.Errorf("compare with the book: %w", err)
		}
	}
	if err := p.planToday(); err != nil {
		return Plan{}, fmt.Errorf("compare with the book: %w", err)
	}
	p.finish()
	return p.plan, nil
}

// Empty says whether the plan changes nothing.
func (p Plan) Empty() bool { return len(p.commands) == 0 }

// Commands gives what is to be done, for one step of the history.
func (p Plan) Commands() []store.Command { return p.commands }

// Step is the plan as one undoable step.
func (p Plan) Step() store.Step {
	return store.Step{Label: p.Label(), Kind: store.KindImport, Commands: p.commands}
}

// Label names the step: "Import Ada Example", "Import 12 pages".
func (p Plan) Label() model.Message {
	photos := 0
	for _, d := range p.Drafts {
		if d.Kind == Portrait {
			photos++
		}
	}
	switch {
	case photos == len(p.Drafts) && photos > 1:
		return model.Say("Add {{.Count}} photos", "Count", photos)
	case len(p.Drafts) > 1:
		return model.Say("Import {{.Count}} pages", "Count", len(p.Drafts))
	case len(p.Drafts) == 1 && p.Drafts[0].Kind == Document:
		for _, e := range p.Drafts[0].Editions {
			if e.Stated {
				return model.Say("Import {{.Name}}", "Name", e.model().Name())
			}
		}
	case len(p.Drafts) == 1 && p.Drafts[0].Kind == Sheet:
		return model.Say("Import {{.Name}}", "Name", filepath.Base(p.Drafts[0].Source))
	case len(p.Rows) > 0:
		return model.Say("Import {{.Name}}", "Name", p.Rows[0].Name)
	}
	return model.Say("Import")
}

// Doubtful gives the rows that wait for a decision.
func (p Plan) Doubtful() []Row { return p.rows(RowDoubtful) }

func (p Plan) rows(kind RowKind) []Row {
	var out []Row
	for _, r := range p.Rows {
		if r.Kind == kind {
			out = append(out, r)
		}
	}
	return out
}

// planner is a plan in the making.
type planner struct {
	ctx     context.Context
	book    Book
	options Options
	plan    Plan
	drafts  []Draft // our own copies, with the edition chosen by hand applied

	fields               []model.CustomField // of the curator's own, with those that are planned
	lists                []model.List
	editions             []*plannedEdition
	people               []store.PersonRow // those in the trash last
	living               int               // how many are not in the trash
	byWord               map[string][]nameWords
	pictured             map[model.ID]bool // whom this plan gives a photo of theirs
	folded               []string          // their names, as they are compared
	persons              []*person
	edits                map[model.ID][]store.FieldChange // by record: what curators changed
	byHand               map[int64]bool                   // by operation: made by hand, and not undone; nil until it is asked for
	compared, placements int                              // how many placements are dealt with, and how many there are
	into                 int                              // the year of plan.Into
	told                 map[*Draft]map[string]evidence   // by draft and member
	named                map[*Draft]map[string]bool       // the forms of all names of a draft
	byForm               map[string][]*person             // persons, by their name as names are compared

	listed []store.Command // lists, of which editions come next
	before []store.Command // what editions change, and people
	placed []store.Command
	after  []store.Command // photos
	noted  map[string]bool
	// organisations are the IDs by folded name, with those that are planned.
	organisations map[string]model.ID
}

func (p *planner) read() error {
	var err error
	if p.lists, err = p.book.Lists(p.ctx); err != nil {
		return err
	}
	if p.fields, err = p.book.CustomFields(p.ctx); err != nil {
		return err
	}
	known, err := p.book.Editions(p.ctx)
	if err != nil {
		return err
	}
	for _, e := range known {
		p.editions = append(p.editions, &plannedEdition{Edition: e})
	}
	for _, trashed := range []bool{false, true} {
		rows, err := p.book.PeopleRows(p.ctx, store.PeopleFilter{Trashed: trashed})
		if err != nil {
			return err
		}
		p.people = append(p.people, rows...)
		if !trashed {
			p.living = len(rows)
		}
		for _, r := range rows {
			p.folded = append(p.folded, model.NameForm(r.Name))
		}
	}
	return nil
}

func (p *planner) finish() {
	for _, e := range p.editions {
		switch n := len(e.kept); {
		case n == 1:
			p.note("{{.Edition}} is frozen: {{.Name}} was not added.", "Edition", e.Name(), "Name", e.kept[0])
		case n > 1:
			p.note("{{.Edition}} is frozen: {{.Name}} and {{.Count}} more were not added.", "Edition", e.Name(), "Name", e.kept[0], "Count", n-1)
		}
	}
	p.sortPlaces()
	p.plan.commands = slices.Concat(p.listed, p.madeEditions(), p.before, p.placed, p.after)
	for i := range p.plan.Rows {
		r := &p.plan.Rows[i]
		if r.Kind == RowChanged && len(r.Changes) == 0 {
			r.Kind = RowSame
		}
	}
}

// sortPlaces puts the entries of a table in the order of their ranks, those
// beside the order last: then each goes to the end of its list.
func (p *planner) sortPlaces() {
	if !slices.ContainsFunc(p.plan.Drafts, func(d Draft) bool { return d.Kind == Sheet }) {
		return
	}
	weight := func(c store.Command) int {
		const aside = 2000000 // above every rank
		place, ok := c.(store.Place)
		switch {
		case !ok:
			return -1 // an organisation, which entries may need
		case slices.Contains([]model.Status{model.Reserve, model.Declined, model.Withdrawn}, place.Placement.Status):
			return aside
		case place.Placement.Rank.Number == 0:
			return aside - 1
		}
		return place.Placement.Rank.Number
	}
	slices.SortStableFunc(p.placed, func(a, b store.Command) int { return weight(a) - weight(b) })
}

func (p *planner) note(text string, args ...any) {
	m := model.Say(text, args...)
	if p.noted == nil {
		p.noted = map[string]bool{}
	}
	if !p.noted[m.String()] {
		p.noted[m.String()] = true
		p.plan.Notes = append(p.plan.Notes, m)
	}
}

// edited says whether a curator has changed a field of a record away from what
// the source says, so that the source has nothing new to tell. Steps that were
// undone, and imports, are no edits.
func (p *planner) edited(record model.ID, field, incoming string) (bool, error) {
	changes, err := p.curated(record)
	for _, c := range changes {
		if c.Field == field && c.Old == incoming {
			return true, err
		}
	}
	return false, err
}

// curated gives the changes of a record that were made by hand and stand.
func (p *planner) curated(record model.ID) ([]store.FieldChange, error) {
	if changes, have := p.edits[record]; have {
		return changes, nil
	}
	if p.byHand == nil { // once: what is in a step is counted, which is dear for a large one
		ops, err := p.book.History(p.ctx, store.HistoryFilter{})
		if err != nil {
			return nil, err
		}
		p.byHand = map[int64]bool{}
		for _, o := range ops {
			if o.Kind == store.KindEdit && !o.Undone {
				p.byHand[o.ID] = true
			}
		}
	}
	if len(p.byHand) == 0 {
		return nil, nil
	}
	all, err := p.book.FieldHistory(p.ctx, record)
	if err != nil {
		return nil, err
	}
	changes := []store.FieldChange{}
	for _, c := range all {
		if p.byHand[c.Op] {
			changes = append(changes, c)
		}
	}
	p.edits[record] = changes
	return changes, nil
}

var errNoEdition = errors.New("no edition")
