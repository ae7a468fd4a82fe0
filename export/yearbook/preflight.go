package yearbook

import (
	"cmp"
	"slices"
	"strconv"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// What the finished pages must keep to.
const (
	looseSpace = 2.0  // the widest word space, in units of the font's own
	leastTrim  = 3.0  // mm from text to where the sheet is cut
	leastFold  = 8.0  // mm from text to the fold, into which glue pulls the page
	leastQR    = 0.4  // mm of a module of a QR code, for a phone at reading distance
	someDozens = 12   // pages with one fault, from which it is the book's and not theirs
	hang       = 0.75 // mm that punctuation may hang out
)

// preflight goes through composed pages as a printer's preflight does, and knows
// besides who ought to be on them.
type preflight struct {
	c       *composition
	doc     *page.Document
	owner   map[string]*model.Placement // by the record of a mark
	named   map[model.ID]bool           // the placements whose name heads a profile
	begins  map[string][]int            // by anchor, the pages on which it stands
	indexed map[string]map[int]bool     // by record, the blocks of its lines in the index
	loose   map[page.Source][]int       // pages of the loose lines of a field
	edges   []nearEdge
	found   []model.Problem
}

// nearEdge is a text too near to where a page ends.
type nearEdge struct {
	page   int
	fold   bool
	mm     float64
	source page.Source
}

// checkPages finds what only the finished pages can tell.
func (c *composition) checkPages(doc *page.Document) []model.Problem {
	f := &preflight{
		c: c, doc: doc, owner: map[string]*model.Placement{}, named: map[model.ID]bool{}, begins: map[string][]int{},
		indexed: map[string]map[int]bool{}, loose: map[page.Source][]int{},
	}
	for _, e := range c.entries {
		f.owner[string(e.placement.ID)] = e.placement
		for i := range e.placement.Answers {
			f.owner[string(e.placement.Answers[i].ID)] = e.placement
		}
	}
	for i, p := range doc.Pages {
		for _, m := range p.Marks {
			switch m := m.(type) {
			case *page.Text:
				f.text(i+1, p, m)
			case *page.Path:
				f.code(i+1, m)
			case *page.Anchor:
				f.begins[m.Name] = append(f.begins[m.Name], i+1)
			}
		}
	}
	f.checkEdges()
	f.checkLoose()
	f.checkPlaces()
	f.checkIndex()
	return f.found
}

func (f *preflight) text(n int, p *page.Page, m *page.Text) {
	if m.Line.Space > looseSpace {
		source := m.Source
		source.Start, source.End = 0, 0
		f.loose[source] = append(f.loose[source], n)
	}
	section := model.SectionKind(p.Section)
	if m.Source.Field == model.FieldName && m.Role == page.Heading2 && (section == model.SectionProfiles || section == model.SectionTop) {
		if e := f.owner[m.Source.Record]; e != nil {
			f.named[e.ID] = true
		}
	}
	if m.Role == page.IndexEntry && section == model.SectionIndex && m.Source.Record != "" {
		if f.indexed[m.Source.Record] == nil {
			f.indexed[m.Source.Record] = map[int]bool{}
		}
		f.indexed[m.Source.Record][m.Block] = true
	}
	if !m.Turned {
		f.noteEdge(n, p, m)
	}
}

// noteEdge notes a text that stands too near to the trim or to the fold.
func (f *preflight) noteEdge(n int, p *page.Page, m *page.Text) {
	trim := f.doc.Trim
	left, right := m.X.MM(), (trim.W - m.X - m.Line.Width).MM()
	foot, head := (trim.H - m.Y).MM(), m.Y.MM()
	outer, fold := left, right
	if !p.Verso {
		outer, fold = right, left
	}
	if p.Section == string(model.SectionCover) {
		fold = leastFold // the cover’s is the edge of the spine
	}
	if near := min(outer, foot, head); near < leastTrim-hang {
		f.edges = append(f.edges, nearEdge{n, false, near, m.Source})
	} else if fold < leastFold-hang {
		f.edges = append(f.edges, nearEdge{n, true, fold, m.Source})
	}
}

func (f *preflight) problem(severity model.Severity, kind model.ProblemKind, n int, source page.Source, text, remedy model.Message) {
	p := model.Problem{Severity: severity, Kind: kind, Page: n, Field: source.Field, Text: text, Remedy: remedy}
	if e := f.owner[source.Record]; e != nil {
		p.PlacementID, p.PersonID, p.Person = e.ID, firstPerson(e), e.PrintedName()
	}
	if id := model.ID(source.Record); id != p.PlacementID {
		p.Record = id
	}
	f.found = append(f.found, p)
}

// checkEdges tells of each page by itself, or, where it is so throughout, of the
// book's margins.
func (f *preflight) checkEdges() {
	for _, fold := range []bool{false, true} {
		worst := map[int]nearEdge{}
		for _, e := range f.edges {
			if have, ok := worst[e.page]; e.fold == fold && (!ok || e.mm < have.mm) {
				worst[e.page] = e
			}
		}
		pages := make([]nearEdge, 0, len(worst))
		for _, e := range worst {
			pages = append(pages, e)
		}
		slices.SortFunc(pages, func(a, b nearEdge) int { return cmp.Compare(a.page, b.page) })
		severity, text, remedy := model.Error, "Text stands {{.Distance}} mm from the edge at which the page is cut; {{.Least}} mm are needed.", "Shorten the text, or make the margin wider."
		least := leastTrim
		if fold {
			severity, text, least = model.Warning, "Text stands {{.Distance}} mm from the fold, where it is hard to read; {{.Least}} mm are needed.", leastFold
		}
		if len(pages) > someDozens {
			first := pages[0]
			first.source = page.Source{Record: string(f.c.snapshot.Edition.ID), Field: model.FieldYearbook}
			for _, e := range pages {
				first.mm = min(first.mm, e.mm)
			}
			pages, remedy = []nearEdge{first}, "Make the margins of the book wider."
		}
		for _, e := range pages {
			f.problem(severity, model.ProblemNearEdge, e.page, e.source,
				model.Say(text, "Distance", tenths(e.mm), "Least", tenths(least)), model.Say(remedy))
		}
	}
}

func (f *preflight) checkLoose() {
	sources := make([]page.Source, 0, len(f.loose))
	for s := range f.loose {
		sources = append(sources, s)
	}
	slices.SortFunc(sources, func(a, b page.Source) int {
		return cmp.Or(cmp.Compare(f.loose[a][0], f.loose[b][0]), cmp.Compare(a.Record, b.Record), cmp.Compare(a.Field, b.Field))
	})
	for _, s := range sources {
		text := model.Say("A line has word spaces of more than twice their width.")
		if n := len(f.loose[s]); n > 1 {
			text = model.Say("{{.Lines}} lines have word spaces of more than twice their width.", "Lines", n)
		}
		f.problem(model.Warning, model.ProblemLooseLine, f.loose[s][0], s, text, model.Say("Change a word near it, or choose other sentences."))
	}
}

// checkPlaces sees that each entry has exactly one profile, in a book of profiles.
func (f *preflight) checkPlaces() {
	if !f.prints(model.SectionProfiles) && !f.prints(model.SectionTop) {
		return
	}
	for _, e := range f.c.entries {
		pages := f.begins[entryAnchor(e.placement)]
		source := from(e.placement, model.FieldName).source
		switch {
		case len(pages) == 0 || !f.named[e.placement.ID]:
			f.problem(model.Error, model.ProblemOnPages, 0, source,
				model.Say("Confirmed, but on no page"), model.Say("Switch the section on that shows the entry."))
		case len(pages) > 1:
			f.problem(model.Error, model.ProblemOnPages, pages[0], source,
				model.Say("On {{.Count}} pages instead of one", "Count", len(pages)), model.Say("Take the entry out of one of the sections."))
		}
	}
}

func tenths(mm float64) string { return strconv.FormatFloat(mm, 'f', 1, 64) }

func hundredths(mm float64) string { return strconv.FormatFloat(mm, 'f', 2, 64) }

// checkIndex sees that everybody placed has a line in the index, if there is one.
// The line of somebody placed twice names one of the two entries.
func (f *preflight) checkIndex() {
	if !f.prints(model.SectionIndex) {
		return
	}
	entriesOf := map[model.ID][]*model.Placement{}
	for _, e := range f.c.entries {
		for _, m := range e.placement.Members {
			entriesOf[m.PersonID] = append(entriesOf[m.PersonID], e.placement)
		}
	}
	for _, e := range f.c.entries {
		blocks := map[int]bool{}
		add := func(record model.ID) {
			for b := range f.indexed[string(record)] {
				blocks[b] = true
			}
		}
		add(e.placement.ID)
		people := map[model.ID]bool{} // two members may be one person
		for _, m := range e.placement.Members {
			people[m.PersonID] = true
			add(m.PersonID)
			for _, other := range entriesOf[m.PersonID] {
				add(other.ID)
			}
		}
		if len(blocks) < max(1, len(people)) {
			f.problem(model.Error, model.ProblemNotIndexed, 0, from(e.placement, model.FieldName).source,
				model.Say("Not in the index of people"), model.Say("Give the person a name to be filed under."))
		}
	}
}

func (f *preflight) prints(kind model.SectionKind) bool {
	return slices.ContainsFunc(f.doc.Pages, func(p *page.Page) bool { return p.Section == string(kind) })
}

// code looks at the modules of a film's QR code: its smallest rectangle is one.
func (f *preflight) code(n int, m *page.Path) {
	if m.Source.Field != model.FieldVideo || len(m.Segments) < 5*20 {
		return
	}
	module := typeset.Length(0)
	for i := 0; i+4 < len(m.Segments); i += 5 {
		from, to := m.Segments[i].P[0], m.Segments[i+2].P[0]
		if side := min(to.X-from.X, to.Y-from.Y); module == 0 || side < module {
			module = side
		}
	}
	if mm := module.MM(); mm < leastQR-0.005 {
		f.problem(model.Warning, model.ProblemSmallCode, n, m.Source,
			model.Say("The squares of the QR code are {{.Size}} mm wide; a phone needs {{.Least}} mm.", "Size", hundredths(mm), "Least", tenths(leastQR)),
			model.Say("Use a shorter address."))
	}
}
