package yearbook

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"math"
	"strings"
	"sync"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// profile is an entry with all its text set into a slot: what is dear to compute
// and does not depend on the page or side it will stand on.
type profile struct {
	entry        entry
	kind         slotKind
	figure       typeset.Line
	given        []typeset.Line // the given name, where it stands in lighter type for itself
	name         []typeset.Line
	nameUse      Use
	nameScale    int // thousandths of the use's size
	givenLast    bool
	postNominals typeset.Line
	jobs         []job
	strapline    []typeset.Line
	leftOut      bool // the strapline had no room
	inTwo        bool // movement stands on two lines
	history      history
	credit       []typeset.Line
	quote        []typeset.Line
	quoteMark    textMark
	quoteScale   int
	quoted       bool // the quote has found room
	frame        frame
	columns      [][]row        // the answers in the slot
	statement    typeset.Length // width of the column of answers in large type; 0: they are set as usual
	more         []row          // what goes on overleaf
	slot         Slot
	problems     []model.Problem
}

// profileKey is a digest of everything that a set profile depends on.
type profileKey [sha256.Size]byte

type profileCache struct {
	mu   sync.Mutex
	kept map[profileKey]*profile
}

// settling is the setting of a book's profiles, over and again until each has
// the slot that holds it.
type settling struct {
	c        *composition
	profiles []*profile // by entry
	kept     map[profileKey]*profile
}

// all sets every printed entry into its slot, in parallel; what was set before
// from the same data is taken from the cache.
func (t *settling) all(ctx context.Context) error {
	c := t.c
	keys := make([]profileKey, len(c.entries))
	err := c.eachInParallel(ctx, len(c.entries), func(i int) {
		if p := t.profiles[i]; p != nil && p.kind == c.slots[i] {
			return
		}
		keys[i] = c.keyOf(i)
		c.cache.mu.Lock()
		kept := c.cache.kept[keys[i]]
		c.cache.mu.Unlock()
		if kept == nil {
			kept = c.setProfile(c.entries[i], c.slots[i])
		}
		t.profiles[i] = kept
	})
	for i, key := range keys {
		if key != (profileKey{}) {
			t.kept[key] = t.profiles[i]
		}
	}
	return err
}

// keep leaves the profiles of this book, and no others, in the cache: it never
// outgrows one book.
func (t *settling) keep() {
	t.c.cache.mu.Lock()
	defer t.c.cache.mu.Unlock()
	t.c.cache.kept = t.kept
}

func (c *composition) keyOf(i int) profileKey {
	e, plan := c.entries[i], &c.plans[c.slots[i]]
	parts := struct {
		Placement *model.Placement
		Photos    []*model.Photo
		Movement  model.Movement
		History   [][]model.Appearance
		Edition   model.Edition
		Yearbook  model.Yearbook
		Slot      slotKind
		Portrait  []float64
		Top       float64
	}{e.placement, e.photos, e.movement, nil, c.snapshot.Edition, c.snapshot.Yearbook, c.slots[i], []float64{plan.portrait.shape, plan.portrait.cols}, plan.top}
	for _, m := range e.placement.Members {
		parts.History = append(parts.History, c.snapshot.History[m.PersonID])
	}
	b, err := json.Marshal(parts)
	if err != nil {
		return profileKey{} // plain values always marshal
	}
	return sha256.Sum256(b)
}

// setProfile sets all texts of an entry into its slot.
func (c *composition) setProfile(e entry, kind slotKind) *profile {
	s := &setter{c: c, look: c.lookOf(kind)}
	p := &profile{entry: e, kind: kind, quoteScale: 1000}
	k := c.cellAt(&c.plans[kind], 0)
	if figure := c.figure(e); figure != "" {
		room := k.widthOf(ofRank)
		if room == 0 {
			room = k.width(k.portrait.box) * 3 / 4 // on the portrait
		}
		p.figure = s.fit(from(e.placement, model.FieldRank), Rank, figure, room)
	}
	c.setName(s, p, k.widthOf(ofName), k.most[ofName])
	c.setJobs(s, p, k)
	if w := k.widthOf(ofStrapline); w > 0 {
		p.strapline = c.setStrapline(s, p, w)
	}
	p.inTwo = c.movesInTwo(s, p, k)
	p.history = c.setHistory(s, p, k)
	p.credit = c.setCredit(s, p, k)
	c.setAnswers(s, p, k)
	p.problems = s.problems
	return p
}

// widthOf is the width of the stack that an element stands in; 0 where the slot
// has no place for it.
func (k cell) widthOf(e element) typeset.Length {
	for _, stack := range k.stacks {
		for _, item := range stack.items {
			if item.element == e {
				return k.width(stack.box)
			}
		}
	}
	return 0
}

// setStrapline breaks a strapline short of its column: a line that fills it
// looks like running text.
func (c *composition) setStrapline(s *setter, p *profile, w typeset.Length) []typeset.Line {
	pl := p.entry.placement
	if p.kind == slotOne || p.kind == slotSpread {
		w = w * 4 / 5
	}
	return s.balanced(from(pl, model.FieldStrapline), Strapline, pl.InPrint(model.FieldStrapline, pl.Strapline), w)
}

// setCredit names the photographers below the portrait, where the slot does.
func (c *composition) setCredit(s *setter, p *profile, k cell) []typeset.Line {
	w := k.widthOf(ofCredit)
	var names []string
	for _, photo := range p.entry.photos {
		if name := strings.TrimSpace(photo.Credit); name != "" && (len(names) == 0 || names[len(names)-1] != name) {
			names = append(names, name)
		}
	}
	if w == 0 || len(names) == 0 {
		return nil
	}
	mark := textMark{source: page.Source{Record: string(p.entry.photos[0].ID), Field: model.FieldCredit}, who: p.entry.placement}
	return s.lines(mark, PhotoCredit, c.words.say("photograph by", "name", strings.Join(names, ", ")), w)
}

// setAnswers sets the citation, the excerpts question by question and the first
// pull quote, and divides them over the slot.
func (c *composition) setAnswers(s *setter, p *profile, k cell) {
	pl := p.entry.placement
	for i := range pl.Answers {
		a := &pl.Answers[i]
		if quote := c.quoteText(a); quote != "" && p.quote == nil && (k.spread || k.answers.quoted) {
			p.quoteMark = quoteMark(pl, a)
			c.setQuote(s, p, k, quote)
		}
		p.slot.Words += model.WordCount(a.Excerpt.Print(a.Edited))
	}
	columns, w := k.answerColumns()
	rows := s.matterRows(pl, w)
	p.slot.Lines = len(rows)
	c.frameProfile(s, p, k)
	c.divide(s, p, k, rows, columns)
}

// matterRows sets the citation and the excerpts question by question.
func (s *setter) matterRows(pl *model.Placement, w typeset.Length) []row {
	rows := s.citationRows(pl, w)
	for i := range pl.Answers {
		a := &pl.Answers[i]
		text := a.Excerpt.Print(a.Edited)
		if strings.TrimSpace(text) == "" {
			continue
		}
		if len(rows) > 0 {
			rows = append(rows, row{white: true})
		}
		rows = append(rows, s.questionRows(pl, a, w)...)
		rows = append(rows, s.answerRows(pl, a, text, w)...)
	}
	return rows
}

// answerColumns is into how many columns the answers are divided, and how wide
// each is: about 66 mm at the least, so that a line holds enough to be read well,
// and no wider than the eye finds back from.
func (k cell) answerColumns() (n int, w typeset.Length) {
	const least = 65.5 // mm
	whole, gutter := k.width(k.answers.box), k.c.theme.Gutter
	n = max(1, int((whole+gutter)/(typeset.MM(least)+gutter)))
	s := &setter{c: k.c}
	// Ragged lines do not tear: two narrow columns rather than a wide one beside white.
	if n == 1 && k.c.theme.Ragged && (whole-gutter)/2 >= s.lineOf(Body, raggedLetters) && whole > s.lineOf(Body, mostLetters) {
		n = 2
	}
	return n, min((whole-typeset.Length(n-1)*gutter)/typeset.Length(n), s.lineOf(Body, mostLetters))
}

// divide finds the columns for the rows, under the quote where there is room
// for it. A line or two too many are saved by copyfitting; what is more goes
// overleaf, so that no word is lost, and is reported.
func (c *composition) divide(s *setter, p *profile, k cell, rows []row, columns int) {
	height := max(0, p.frame.last-p.frame.answers+1)
	p.slot.MaxLines = columns * height
	if spare := float64(k.height) - 1 - p.frame.below; k.spread && len(p.quote) == 0 && p.frame.below > p.frame.foot && spare > 0 {
		// The portrait takes the room of the quote, as far as its shape allows.
		deeper := k
		p2 := *k.plan
		p2.portrait.most = 1
		deeper.plan = &p2
		foot := min(p.frame.foot+math.Floor(spare), c.portraitFeet(deeper)[0])
		if f, over := c.frameAt(s, p, k, foot, 1); over <= 0 {
			p.frame = f
		}
	}
	if len(p.quote) > 0 {
		if k.spread {
			p.quoted = c.frameSpreadQuote(s, p, k)
		} else if c.divideUnderQuote(s, p, k, rows, columns) {
			return
		}
		if !p.quoted {
			s.problem(noRoomProblem(p.entry.placement))
		}
	}
	if k.spread && c.setStatement(p, k, height) {
		return
	}
	rows, p.slot.Copyfit = s.copyfit(rows, func(rows []row) int {
		_, over := flow(rows, columns, height)
		return len(over)
	})
	p.slot.Lines = len(rows)
	if _, over := flow(rows, columns, height); len(over) > 0 && k.answers.quoted {
		if shorter, n := c.shorterPortrait(s, p, k, rows, columns); n > 0 {
			p.frame, height = shorter, n
			p.slot.MaxLines = columns * height
		}
	}
	if _, over := flow(rows, columns, height); len(over) > 0 && k.spread {
		if f, n := c.higherAnswers(s, p, k, rows, columns); n > 0 {
			p.frame, height = f, n
		}
	}
	var over []row
	p.columns, over = s.flowWhole(rows, columns, height)
	if len(over) > 0 {
		s.problem(oversetProblem(p.entry.placement, len(over)))
		if len(p.more) > 0 {
			p.more = append(p.more, row{white: true})
		}
		p.more = append(p.more, over...)
	}
}

// higherAnswers lets the answers of a spread begin above their usual line, nearer to
// the name, where all rows have room then: a few lines overleaf take two pages. It
// gives how many lines a column has, 0 where that is not enough.
func (c *composition) higherAnswers(s *setter, p *profile, k cell, rows []row, columns int) (f frame, height int) {
	high := *k.plan
	high.answers.first = line{}
	k.plan = &high
	for _, squeeze := range squeezes {
		f, over := c.frameAt(s, p, k, p.frame.foot, squeeze)
		f.quote = p.frame.quote
		height = f.last - f.answers + 1
		if _, left := flow(rows, columns, height); over <= 0 && len(left) == 0 {
			return f, height
		}
	}
	return frame{}, 0
}

// shorterPortrait finds the longest portrait under which all rows have room, and
// how many lines it leaves them; 0 where none does. White gives way first, then
// the earlier years, which stand in the list of everybody too.
func (c *composition) shorterPortrait(s *setter, p *profile, k cell, rows []row, columns int) (f frame, height int) {
	least := k.portrait.least * float64(k.width(k.portrait.box)) / float64(c.theme.Leading)
	past := p.history
	for _, history := range []history{past, {}} {
		p.history = history
		for _, squeeze := range squeezes[1:] {
			for foot := p.frame.foot; foot-c.portraitTop(k) >= least; foot -= k.portrait.step {
				f, over := c.frameAt(s, p, k, foot, squeeze)
				if over > 0 {
					break // what stands beside it needs its length
				}
				height = f.last - f.answers + 1
				if _, left := flow(rows, columns, height); len(left) == 0 {
					return f, height
				}
			}
		}
	}
	p.history = past
	return frame{}, 0
}

// divideUnderQuote stands the quote and the answers below it, where they fit.
func (c *composition) divideUnderQuote(s *setter, p *profile, k cell, rows []row, columns int) bool {
	alone := p.frame
	fitted, fit := s.copyfit(rows, func(rows []row) int { return c.frameQuote(s, p, k, alone, rows, columns) })
	if c.frameQuote(s, p, k, alone, fitted, columns) > 0 {
		p.frame = alone
		return false
	}
	p.quoted, p.slot.Lines, p.slot.Copyfit = true, len(fitted), fit
	return true
}

func (c *composition) quoteText(a *model.Answer) string {
	if len(a.PullQuote.Parts) == 0 && a.PullQuote.Text == "" {
		return ""
	}
	text := strings.TrimSpace(a.PullQuote.Print(a.Edited))
	if text == "" {
		return ""
	}
	return c.quoted(withoutMarks(text))
}

func quoteMark(p *model.Placement, a *model.Answer) textMark {
	return textMark{source: page.Source{Record: string(a.ID), Field: model.FieldPullQuote}, role: page.Quote, who: p}
}

func oversetProblem(p *model.Placement, lines int) model.Problem {
	return model.Problem{
		Severity: model.Error, Kind: model.ProblemOverset,
		PlacementID: p.ID, PersonID: firstPerson(p), Person: p.PrintedName(), Field: model.FieldExcerpt,
		Text:   model.Say("The answers of {{.Name}} have {{.Lines}} lines too many for the page and go on overleaf.", "Name", p.PrintedName(), "Lines", lines),
		Remedy: model.Say("Choose fewer sentences for the excerpt."),
	}
}

// spillProblem reports a name, title or strapline that is too long for its place.
func spillProblem(p *model.Placement, field string, lines int) model.Problem {
	return model.Problem{
		Severity: model.Error, Kind: model.ProblemOverset,
		PlacementID: p.ID, PersonID: firstPerson(p), Person: p.PrintedName(), Field: field,
		Text: model.Say("The {{.Field}} of {{.Name}} has {{.Lines}} lines too many for its place; they go on overleaf.",
			"Field", model.WordOf(field), "Name", p.PrintedName(), "Lines", lines),
		Remedy: model.Say("Write it shorter, for print only if need be."),
	}
}

func noRoomProblem(p *model.Placement) model.Problem {
	return model.Problem{
		Severity: model.Warning, Kind: model.ProblemOverset,
		PlacementID: p.ID, PersonID: firstPerson(p), Person: p.PrintedName(), Field: model.FieldPullQuote,
		Text:   model.Say("There is no room on the page for the pull quote of {{.Name}}; it is not printed.", "Name", p.PrintedName()),
		Remedy: model.Say("Choose a shorter pull quote or fewer sentences for the excerpt."),
	}
}

func firstPerson(p *model.Placement) model.ID {
	if len(p.Members) == 0 {
		return ""
	}
	return p.Members[0].PersonID
}
