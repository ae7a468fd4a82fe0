package intake

import (
	"slices"

	"laurel/model"
	"laurel/store"
)

// plannedEdition is an edition of the book, or one that would be made.
type plannedEdition struct {
	model.Edition
	made     bool
	used     bool // somebody is placed in it, or the source states it
	snapshot *model.Snapshot
	kept     []string // who was not added, because it is frozen
}

func (e Edition) model() model.Edition {
	return model.Edition{
		ListName: e.List, Year: e.Year, Region: e.Region, Size: e.Size, Scheme: e.Scheme,
		TieStyle: e.TieStyle, Categories: e.Categories, Questions: e.Questions,
	}
}

// chooseEdition applies the edition that was named by hand, and gives pages
// that name no list the newest edition of the book.
func (p *planner) chooseEdition() error {
	p.drafts = slices.Clone(p.plan.Drafts)
	var named *Edition
	if p.options.Edition != "" {
		e, err := p.namedEdition(p.options.Edition)
		if err != nil {
			return err
		}
		named = &e
	}
	for i := range p.drafts {
		d := &p.drafts[i]
		d.Placements, d.Editions = slices.Clone(d.Placements), slices.Clone(d.Editions)
		switch {
		case named != nil && d.Kind == Document:
			d.only(named.Key())
		case named != nil && d.Kind == Sheet:
			d.allInto(*named)
		case named != nil:
			d.belongTo(*named)
		case d.nowhere():
			known := make([]model.Edition, len(p.editions))
			for i, e := range p.editions {
				known[i] = e.Edition
			}
			e, err := model.ChooseEdition(known, "")
			if err != nil {
				return model.Faultf(model.ErrNotFound,
					"{{.Source}} names no list, and the book has no edition yet to put {{.Name}} into: first make one in the window, or import a page that names its list.", "Source", d.Source, "Name", d.Placements[0].name())
			}
			p.plan.Edition = e.Name()
			d.belongTo(Edition{List: e.ListName, Year: e.Year, Region: e.Region, Scheme: e.Scheme, Size: e.Size})
		}
	}
	return nil
}

// namedEdition finds an edition by its name, in the book or in the drafts.
func (p *planner) namedEdition(name string) (Edition, error) {
	for _, e := range p.editions {
		if e.ID == model.ID(name) || model.Fold(e.Name()) == model.Fold(name) {
			return Edition{List: e.ListName, Year: e.Year, Region: e.Region, Scheme: e.Scheme, Size: e.Size}, nil
		}
	}
	for _, d := range p.plan.Drafts {
		for _, e := range d.Editions {
			if model.Fold(e.model().Name()) == model.Fold(name) {
				return e, nil
			}
		}
	}
	return Edition{}, model.Faultf(model.ErrNotFound, "There is no edition “{{.Name}}” in this book.", "Name", name)
}

// nowhere says whether a page names no list.
func (d Draft) nowhere() bool {
	return slices.ContainsFunc(d.Placements, func(p Placement) bool { return p.Edition == Key{} })
}

// belongTo gives what a page says of the placement itself to the edition e.
func (d *Draft) belongTo(e Edition) {
	full := slices.IndexFunc(d.Placements, func(p Placement) bool { return p.Full })
	if full < 0 || foldKey(d.Placements[full].Edition) == foldKey(e.Key()) {
		return
	}
	told := d.Placements[full]
	at := slices.IndexFunc(d.Placements, func(p Placement) bool { return foldKey(p.Edition) == foldKey(e.Key()) })
	var questions []string
	for _, a := range told.Answers {
		questions = append(questions, a.Question)
	}
	if told.Edition == (Key{}) {
		d.Placements = slices.Delete(d.Placements, full, full+1)
	} else {
		bare := told
		bare.Full, bare.Answers, bare.Video, bare.Citation, bare.Photo = false, nil, "", "", nil
		d.Placements[full] = bare
		told.Rank = model.Rank{Reason: model.ByScheme}
	}
	if at >= 0 {
		told.Rank = d.Placements[at].Rank
		told.Edition = d.Placements[at].Edition
		d.Placements[at] = told
	} else {
		told.Edition = e.Key()
		d.Placements = append(d.Placements, told)
		d.Editions = append(d.Editions, e)
	}
	for i := range d.Editions {
		d.Editions[i].Questions = nil
		if foldKey(d.Editions[i].Key()) == foldKey(e.Key()) {
			d.Editions[i].Questions = questions
		}
	}
}

// allInto gives the rows of a table to the edition e, whatever they say.
func (d *Draft) allInto(e Edition) {
	d.Placements = slices.DeleteFunc(d.Placements, func(p Placement) bool { return !p.Full })
	for i := range d.Placements {
		d.Placements[i].Edition = e.Key()
	}
	for _, had := range d.Editions {
		if len(had.Questions) > 0 {
			e.Questions = had.Questions
		}
	}
	d.Editions = []Edition{e}
}

// only keeps one edition of a document.
func (d *Draft) only(k Key) {
	d.Placements = slices.DeleteFunc(d.Placements, func(p Placement) bool {
		return p.Full && foldKey(p.Edition) != foldKey(k)
	})
	d.Editions = slices.DeleteFunc(d.Editions, func(e Edition) bool {
		return !slices.ContainsFunc(d.Placements, func(p Placement) bool { return foldKey(p.Edition) == foldKey(e.Key()) })
	})
}

// edition finds the edition of a key: by the list's name that year, its present
// or a former one. Nil: the book has none, and none is planned.
func (p *planner) edition(k Key) *plannedEdition {
	same := func(name string) bool { return model.Fold(name) == model.Fold(k.List) }
	for _, e := range p.editions {
		if e.Year != k.Year || model.Fold(e.Region) != model.Fold(k.Region) {
			continue
		}
		if same(e.ListName) {
			return e
		}
		for _, l := range p.lists {
			if l.ID == e.ListID && (same(l.Name) || slices.ContainsFunc(l.FormerNames, same)) {
				return e
			}
		}
	}
	return nil
}

// planEditions makes the editions that the book has not, and gives those it has
// what the drafts know better.
func (p *planner) planEditions() {
	var wanted []Edition
	for _, d := range p.drafts {
		wanted = append(wanted, d.Editions...)
	}
	slices.SortStableFunc(wanted, func(a, b Edition) int { return a.Year - b.Year })
	highest := p.highestRanks()
	for _, w := range wanted {
		top := highest[model.Fold(w.List)]
		if have := p.edition(w.Key()); have != nil {
			p.betterEdition(have, w, top)
			continue
		}
		if !w.Stated && w.Scheme.Kind == model.SchemeTop && top > w.Scheme.Top {
			w.Scheme = model.Scheme{Kind: model.SchemeFull}
		}
		e := w.model()
		e.ID = p.options.NewID()
		if w.Series != "" {
			e.ListID = p.list(w.Series, w.List)
		}
		if then := p.edition(w.Predecessor); then != nil {
			e.Predecessor = then.ID
		}
		p.editions = append(p.editions, &plannedEdition{Edition: e, made: true, used: w.Stated})
	}
}

// madeEditions gives the commands for the editions that are needed: where all
// of a page is left out, so are its editions.
func (p *planner) madeEditions() []store.Command {
	var out []store.Command
	for _, e := range p.editions {
		if e.made && e.used {
			out = append(out, store.CreateEdition{Edition: e.Edition})
			p.plan.Editions = append(p.plan.Editions, e.Name())
		}
	}
	return out
}

// list finds a list by its present name, or plans it with a former one.
func (p *planner) list(name, former string) model.ID {
	for _, l := range p.lists {
		if model.Fold(l.Name) == model.Fold(name) {
			return l.ID
		}
	}
	l := model.List{ID: p.options.NewID(), Name: name, FormerNames: []string{former}}
	p.lists = append(p.lists, l)
	p.listed = append(p.listed, store.CreateList{List: l})
	return l.ID
}

// betterEdition adds to an edition: to a planned one what another draft says,
// to one of the book only questions where it has none.
func (p *planner) betterEdition(have *plannedEdition, w Edition, top int) {
	if have.made {
		if w.Stated {
			have.Scheme, have.Size, have.Categories, have.TieStyle = w.Scheme, w.Size, w.Categories, w.TieStyle
		}
		if len(have.Questions) == 0 || w.Stated {
			have.Questions = w.Questions
		}
		return
	}
	if have.Frozen {
		return
	}
	u := store.UpdateEdition{ID: have.ID}
	if len(have.Questions) == 0 && len(w.Questions) > 0 {
		u.Questions, have.Questions = &w.Questions, w.Questions
		p.before = append(p.before, u)
	}
	if !w.Stated && have.Scheme.Kind == model.SchemeTop && top > have.Scheme.Top {
		p.widen(have)
	}
}

// widen makes a "top 10" edition one that is ranked throughout, because a page
// carries a number beyond ten. Nobody's rank may change by that.
func (p *planner) widen(e *plannedEdition) {
	e.Scheme = model.Scheme{Kind: model.SchemeFull}
	scheme := e.Scheme
	p.before = append(p.before, store.UpdateEdition{ID: e.ID, Scheme: &scheme})
	s, err := p.book.Snapshot(p.ctx, e.ID)
	if err != nil {
		return
	}
	for _, placed := range s.Placements {
		r := placed.Rank
		if r.Number == 0 && r.Reason == model.ByScheme {
			r.Reason = model.RankUnknown
		}
		p.before = append(p.before, store.SetRank{ID: placed.ID, Rank: r, RankAsIs: true})
	}
}

// highestRanks gives the highest number of every list of the page drafts.
func (p *planner) highestRanks() map[string]int {
	highest := map[string]int{}
	for _, d := range p.drafts {
		if d.Kind == Document {
			continue
		}
		for _, placed := range d.Placements {
			name := model.Fold(placed.Edition.List)
			highest[name] = max(highest[name], placed.Rank.Number)
		}
	}
	return highest
}

// name is the printed name of an entry.
func (p Placement) name() string { return p.printed().PrintedName() }

// printed is the entry with the names it prints.
func (p Placement) printed() model.Placement {
	out := model.Placement{Kind: p.Kind, EntryName: p.Entry}
	for _, m := range p.Members {
		out.Members = append(out.Members, model.Member{Name: m.Name, Title: m.Title, Organisation: m.Organisation})
	}
	return out
}
