package yearbook

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// Params are what a Composer is made from.
type Params struct {
	Library *typeset.Library
	Words   fs.FS // the book's own words, "<language>.json"
	// Workers is how many pages are composed at the same time; 0 is one a core.
	Workers int
}

// Composer makes books. It may be used by several goroutines and keeps composed
// profiles, so that a second book after one edit composes one profile.
type Composer struct {
	params   Params
	cache    profileCache
	fontMu   sync.Mutex
	fonts    map[string]*typeset.Face // the curators', by key of their asset
	last     layout                   // of the book made last
	texts    map[string]setText       // round the profiles of the book made last
	order    filing                   // of the book made last
	drawings charted                  // of the book made last
}

// New makes a Composer. It fails where the library or the words are missing.
func New(p Params) (*Composer, error) {
	if p.Library == nil || p.Words == nil {
		return nil, errors.New("making a composer: it needs a type library and the book's words")
	}
	if p.Workers <= 0 {
		p.Workers = runtime.GOMAXPROCS(0)
	}
	return &Composer{params: p, cache: profileCache{kept: map[profileKey]*profile{}}}, nil
}

// Book is a composed yearbook.
type Book struct {
	Document *page.Document
	// Problems is everything that speaks against printing, data and pages.
	Problems []model.Problem
	// Pages gives, by placement, the page of its profile, from 1.
	Pages map[model.ID]int
	// Slots gives, by placement, how full its place on the page is.
	Slots map[model.ID]Slot
	// Fillers is the number of blank pages added so that those between the covers
	// are a multiple of what the book asks for.
	Fillers int
	spine   spine

	owner map[string]model.ID // by the record of a mark, its placement
}

// Slot is the measure of a profile's answers in the place they have.
type Slot struct {
	Lines, MaxLines int
	Words           int
	Copyfit         Copyfit // what was done so that they fit
}

// composition is one run of the composer over one snapshot.
type composition struct {
	*Composer
	ctx      context.Context // of this run
	snapshot *model.Snapshot
	theme    *Theme
	grid     grid
	words    words
	bleed    typeset.Length
	entries  []entry
	title    string // of the book
	styles   [uses]typeset.Style
	looks    []look // by kind of slot
	plans    [slotKinds]plan
	spreads  int // how many of the first entries have one

	paging // of the profiles

	layout // from the round before, see settle

	sections   []sectionStart // of the round going on
	partNumber int            // of the opener set last
	spoken     []int          // who speaks before an opener, by entry
	endedAt    ended
	checked    chan []model.Problem

	memo      *memo                  // nil while the profiles are set, which keep themselves
	sentences map[model.ID]quotation // see bestSentence
	filing    filing
	divided   map[model.SectionKind][]part // see parts
	charted   charted

	failing sync.Mutex
	failed  error // the first failure of the setting
}

func sameSection(a, b sectionStart) bool {
	return a.anchor == b.anchor && a.title == b.title && a.note == b.note && a.part == b.part && slices.Equal(a.entries, b.entries)
}

// layout says where things stand.
type layout struct {
	edition model.ID
	pageOf  map[string]int // by anchor
	planned []sectionStart
	found   *survey
}

// bleed is how far colours and pictures that reach the edge are drawn beyond it,
// so that no white shows where the sheet is cut a little off (3 mm is the rule
// of printers in Europe).
var bleed = typeset.MM(3)

// sectionStart is a line of the contents.
type sectionStart struct {
	anchor, title, note string
	part                bool  // of the profiles
	entries             []int // placements listed under it, as indexes of entries
}

// Compose makes the book of a snapshot. It fails only where it cannot be made
// at all: a theme, trim or font that does not exist, or a cancelled context.
// Everything wrong with the data becomes a problem of the book.
func (c *Composer) Compose(ctx context.Context, s *model.Snapshot) (*Book, error) {
	run, err := c.begin(ctx, s)
	if err != nil {
		return nil, fmt.Errorf("composing %s: %w", s.Edition.Name(), err)
	}
	// The data is checked while the pages are made.
	run.checked = make(chan []model.Problem, 1)
	go func() { run.checked <- model.Check(s) }()
	profiles, err := run.pageProfiles(ctx)
	if err != nil {
		return nil, fmt.Errorf("composing %s: %w", s.Edition.Name(), err)
	}
	sheets := run.settle(profiles)
	if err := errors.Join(ctx.Err(), run.failed); err != nil {
		return nil, fmt.Errorf("composing %s: %w", s.Edition.Name(), err)
	}
	run.remember()
	return run.bind(sheets, profiles), nil
}

func (c *Composer) begin(ctx context.Context, s *model.Snapshot) (*composition, error) {
	trim, err := trimSize(s.Yearbook.Trim)
	if err != nil {
		return nil, err
	}
	theme, err := themeOf(s.Yearbook, trim)
	if err != nil {
		return nil, err
	}
	w, err := loadWords(c.params.Words, s.Yearbook.Language)
	if err != nil {
		return nil, err
	}
	run := &composition{
		Composer: c, ctx: ctx, snapshot: s, theme: theme, grid: newGrid(theme, trim), words: w, bleed: bleed,
		sentences: map[model.ID]quotation{}, divided: map[model.SectionKind][]part{},
	}
	run.plans = theme.Plans
	run.words.dashed(run.dash())
	if err := run.loadLooks(); err != nil {
		return nil, err
	}
	run.narrowPortrait()
	run.title = s.Yearbook.Title
	if run.title == "" {
		run.title = s.Edition.ListName
	}
	run.entries = printedEntries(s)
	run.assignSlots()
	run.layout = c.lastLayout(s.Edition.ID)
	c.cache.mu.Lock()
	run.filing = c.order.next(s.Edition.Locale, s.Yearbook.House)
	run.charted = c.drawings.next(s)
	c.cache.mu.Unlock()
	return run, nil
}

// lastLayout is where things stood in the last book of an edition: after an edit
// most stand there still.
func (c *Composer) lastLayout(edition model.ID) layout {
	c.cache.mu.Lock()
	defer c.cache.mu.Unlock()
	if c.last.edition == edition && c.last.found != nil {
		return c.last
	}
	return layout{edition: edition, pageOf: map[string]int{}, found: &survey{}}
}

// settle composes everything round the profiles until the page numbers that
// contents, list and index print are those where things really stand. Two
// rounds do, unless a page number's digits move something; one where they stand
// as in the book made before.
func (c *composition) settle(profiles []*profile) []*sheet {
	c.cache.mu.Lock()
	c.memo = newMemo(c.texts)
	c.cache.mu.Unlock()
	var sheets []*sheet
	for range 6 {
		before := c.layout
		c.sections, c.partNumber, c.spoken, c.endedAt = nil, 0, nil, ended{}
		sheets = c.assemble(profiles)
		c.pageOf, c.planned, c.found = anchorPages(sheets), c.sections, c.surveyed(sheets)
		if maps.Equal(before.pageOf, c.pageOf) && slices.EqualFunc(before.planned, c.planned, sameSection) && reflect.DeepEqual(before.found, c.found) {
			break
		}
	}
	return sheets
}

// remember keeps where things stand for the next book of the edition.
func (c *composition) remember() {
	c.cache.mu.Lock()
	defer c.cache.mu.Unlock()
	c.last, c.texts, c.order = c.layout, c.memo.now, c.filing
	c.drawings = c.charted
}

// fail keeps the first failure of the setting; the run goes on to its end and
// then gives it back.
func (c *composition) fail(err error) {
	c.failing.Lock()
	defer c.failing.Unlock()
	if c.failed == nil {
		c.failed = err
	}
}

func anchorPages(sheets []*sheet) map[string]int {
	pages := map[string]int{}
	for i, s := range sheets {
		for _, m := range s.page.Marks {
			if a, ok := m.(*page.Anchor); ok {
				pages[a.Name] = i + 1
			}
		}
	}
	return pages
}

// bind numbers what was composed and gathers the problems.
func (c *composition) bind(sheets []*sheet, profiles []*profile) *Book {
	book := &Book{Pages: map[model.ID]int{}, Slots: map[model.ID]Slot{}, owner: owners(c.entries)}
	b := &binder{c: c, sheets: sheets}
	book.Fillers = b.fill()
	if covered(b.sheets) {
		book.spine, book.Problems = c.makeSpine(len(b.sheets) - coverPages)
	}
	doc := &page.Document{
		Trim: c.grid.trim, Bleed: c.bleed,
		Info: page.Info{
			Title: c.title + " " + strconv.Itoa(c.snapshot.Edition.Year), Subject: c.snapshot.Edition.Name(),
			Creator: "Laurel", Lang: c.snapshot.Yearbook.Language, Date: c.snapshot.ChangedAt,
		},
	}
	blocks := 0
	for i, s := range b.sheets {
		p := s.page
		p.Marks = renumber(c.leadingSomewhere(p.Marks), blocks)
		blocks += s.block
		doc.Pages = append(doc.Pages, &p)
		for _, problem := range s.problems {
			problem.Page = i + 1
			book.Problems = append(book.Problems, problem)
		}
	}
	for i, e := range c.entries {
		book.Pages[e.placement.ID] = c.pageOf[entryAnchor(e.placement)]
		book.Slots[e.placement.ID] = profiles[i].slot
	}
	book.Document = doc
	book.Problems = append(c.gatherPhotos(book.Problems), c.checkSlots(profiles)...)
	book.Problems = append(book.Problems, c.checkPages(doc)...)
	book.Problems = withPages(append(<-c.checked, book.Problems...), book.Pages)
	return book
}

// renumber gives a page's text blocks their numbers within the document. The
// marks are copied, since a kept profile stands in more than one book.
func renumber(marks []page.Mark, add int) []page.Mark {
	if add == 0 {
		return marks
	}
	out := make([]page.Mark, len(marks))
	for i, m := range marks {
		if t, ok := m.(*page.Text); ok && t.Block > 0 {
			moved := *t
			moved.Block += add
			m = &moved
		}
		out[i] = m
	}
	return out
}

// withPages adds the page to problems of the data whose person has one, and
// sorts them.
func withPages(problems []model.Problem, pages map[model.ID]int) []model.Problem {
	for i := range problems {
		if problems[i].Page == 0 {
			problems[i].Page = pages[problems[i].PlacementID]
		}
	}
	model.SortProblems(problems)
	return problems
}

// eachInParallel runs work for 0…n-1 on the composer's workers and stops early
// when the context ends.
func (c *Composer) eachInParallel(ctx context.Context, n int, work func(i int)) error {
	next := make(chan int)
	var group sync.WaitGroup
	for range min(c.params.Workers, n) {
		group.Go(func() {
			for i := range next {
				work(i)
			}
		})
	}
	defer group.Wait()
	defer close(next)
	for i := range n {
		select {
		case next <- i:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
