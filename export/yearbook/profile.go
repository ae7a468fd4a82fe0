package yearbook

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"strings"
	"sync"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// profile is an entry with all its text set: what is dear to compute and does
// not depend on the page or side it will stand on.
type profile struct {
	entry        entry
	figure       typeset.Line
	name         []typeset.Line
	nameUse      Use
	postNominals typeset.Line
	jobs         []job
	strapline    []typeset.Line
	history      []typeset.Line
	quote        []typeset.Line
	quoteMark    textMark
	quoted       bool // the quote has found room
	frame        frame
	columns      [][]row // the answers beside the portrait's page
	more         [][]row // columns of the pages that continue them
	slot         Slot
	problems     []model.Problem
}

// job is what a member does and where, as printed that year.
type job struct {
	who           typeset.Line // only where there are several
	title         []typeset.Line
	organisation  []typeset.Line
	titleMark     textMark
	organisesMark textMark
}

// profileKey is a digest of everything that a set profile depends on.
type profileKey [sha256.Size]byte

type profileCache struct {
	mu   sync.Mutex
	kept map[profileKey]*profile
}

// composeProfiles sets every printed entry, in parallel; what was set before
// from the same data is taken from the cache.
func (c *composition) composeProfiles(ctx context.Context) ([]*profile, error) {
	profiles := make([]*profile, len(c.entries))
	keys := make([]profileKey, len(c.entries))
	err := c.eachInParallel(ctx, len(c.entries), func(i int) {
		keys[i] = c.keyOf(c.entries[i])
		c.cache.mu.Lock()
		kept := c.cache.kept[keys[i]]
		c.cache.mu.Unlock()
		if kept == nil {
			kept = c.setProfile(c.entries[i])
		}
		profiles[i] = kept
	})
	if err != nil {
		return nil, err
	}
	c.cache.mu.Lock()
	defer c.cache.mu.Unlock()
	// Only the profiles of this book are kept: the cache never outgrows one book.
	c.cache.kept = make(map[profileKey]*profile, len(profiles))
	for i, p := range profiles {
		c.cache.kept[keys[i]] = p
	}
	return profiles, nil
}

func (c *composition) keyOf(e entry) profileKey {
	parts := struct {
		Placement *model.Placement
		Photos    []*model.Photo
		Movement  model.Movement
		History   [][]model.Appearance
		Edition   model.Edition
		Yearbook  model.Yearbook
	}{e.placement, e.photos, e.movement, nil, c.snapshot.Edition, c.snapshot.Yearbook}
	for _, m := range e.placement.Members {
		parts.History = append(parts.History, c.snapshot.History[m.PersonID])
	}
	b, err := json.Marshal(parts)
	if err != nil {
		return profileKey{} // plain values always marshal
	}
	return sha256.Sum256(b)
}

// setProfile sets all texts of an entry.
func (c *composition) setProfile(e entry) *profile {
	s := &setter{c: c}
	p := &profile{entry: e}
	narrow := c.grid.half()
	if figure := c.figure(e); figure != "" {
		p.figure = s.fit(from(e.placement, model.FieldRank), Rank, figure, narrow)
	}
	c.setName(s, p, narrow)
	c.setJobs(s, p, narrow)
	p.strapline = s.balanced(from(e.placement, model.FieldStrapline), Strapline, e.placement.InPrint(model.FieldStrapline, e.placement.Strapline), narrow*4/5)
	if spans := c.historySpans(e.placement); len(spans) > 0 {
		p.history = s.run(from(e.placement, model.FieldHistory), typeset.Paragraph{Spans: s.styled(spans, true), Measure: narrow, Align: typeset.Left})
	}
	c.frameIdentity(p)
	c.setAnswers(s, p)
	p.problems = s.problems
	return p
}

// setName sets the name on one line, or two, or smaller on as many as it needs.
func (c *composition) setName(s *setter, p *profile, w typeset.Length) {
	pl := p.entry.placement
	mark := from(pl, model.FieldName)
	name, post := printedName(pl)
	p.nameUse = Name
	p.name = s.nameLines(mark, Name, name, boundWords(pl), w)
	if len(p.name) > 2 || widest(p.name) > w {
		p.nameUse = NameLong
		p.name = s.nameLines(mark, NameLong, name, boundWords(pl), w)
	}
	if post != "" {
		p.postNominals = s.set(mark, span{PostNominals, post})
	}
}

// nameLines sets a name so that no line ends at one of its own hyphens or
// within bound, a particle and its family name, where its words allow that: the
// spaces at which lines shall end become line ends.
func (s *setter) nameLines(m textMark, use Use, name, bound string, w typeset.Length) []typeset.Line {
	text := []byte(name)
	from, to := strings.Index(name, bound), -1
	if from >= 0 {
		to = from + len(bound)
	}
	start, space := 0, -1 // of the line; the last place where it may end
	for i := 0; i <= len(name); i++ {
		if i < len(name) && (name[i] != ' ' || from <= i && i < to) {
			continue
		}
		if space >= 0 && s.width(span{use, name[start:i]}) > w {
			text[space] = '\n'
			start, space = space+1, -1
		}
		space = i
	}
	return s.lines(m, use, string(text), w)
}

// boundWords are the words of a name that stay on one line: "van der Zwaluw".
func boundWords(p *model.Placement) string {
	if len(p.Members) != 1 || p.EntryName != "" || p.Members[0].Name.Particle == "" {
		return ""
	}
	return p.Members[0].Name.Particle + " " + p.Members[0].Name.Family
}

// printedName is the name with its prefix, and the post-nominals apart.
func printedName(p *model.Placement) (name, postNominals string) {
	if len(p.Members) == 1 && p.EntryName == "" {
		return p.Members[0].Name.WithPrefix(), p.Members[0].Name.PostNominals
	}
	return p.PrintedName(), ""
}

func widest(lines []typeset.Line) (w typeset.Length) {
	for _, l := range lines {
		w = max(w, l.Width)
	}
	return w
}

// setJobs sets title and organisation; of several people each with the name.
func (c *composition) setJobs(s *setter, p *profile, w typeset.Length) {
	pl := p.entry.placement
	several := len(pl.Members) > 1
	for i, m := range pl.Members {
		j := job{
			titleMark:     from(pl, memberField(model.FieldTitle, i, several)),
			organisesMark: from(pl, memberField(model.FieldOrganisation, i, several)),
		}
		if several && !sameJobs(pl.Members) {
			j.who = s.set(from(pl, model.FieldName), span{CaptionStrong, m.Name.Display()})
		}
		j.title = s.lines(j.titleMark, JobTitle, pl.InPrint(j.titleMark.source.Field, m.Title), w)
		j.organisation = s.lines(j.organisesMark, Organisation, pl.InPrint(j.organisesMark.source.Field, m.Organisation), w)
		p.jobs = append(p.jobs, j)
		if several && sameJobs(pl.Members) {
			return
		}
	}
}

func sameJobs(members []model.Member) bool {
	for _, m := range members[1:] {
		if m.Title != members[0].Title || m.Organisation != members[0].Organisation {
			return false
		}
	}
	return true
}

func memberField(field string, i int, several bool) string {
	if !several {
		return field
	}
	return model.MemberField(field, i)
}

// setAnswers sets the citation, the excerpts question by question and the first pull quote,
// and divides them over the page.
func (c *composition) setAnswers(s *setter, p *profile) {
	pl := p.entry.placement
	rows := s.citationRows(pl, c.grid.half())
	for i := range pl.Answers {
		a := &pl.Answers[i]
		if quote := quoteText(a); quote != "" && p.quote == nil {
			p.quoteMark = quoteMark(pl, a)
			p.quote = s.balanced(p.quoteMark, PullQuote, quote, c.grid.text)
		}
		text := a.Excerpt.Print(a.Edited)
		if strings.TrimSpace(text) == "" {
			continue
		}
		if len(rows) > 0 {
			rows = append(rows, row{white: true})
		}
		rows = append(rows, s.questionRows(pl, a, c.grid.half())...)
		rows = append(rows, s.answerRows(pl, a, text, c.grid.half())...)
		p.slot.Words += model.WordCount(text)
	}
	p.slot.Lines = len(rows)
	c.divide(s, p, rows)
}

// divide finds the columns for the rows, under the quote where there is room
// for it. A line or two too many are saved by copyfitting; what is more goes
// overleaf, so that no word is lost, and is reported.
func (c *composition) divide(s *setter, p *profile, rows []row) {
	height := c.grid.answersHeight(p.frame.answers)
	p.slot.MaxLines = 2 * height
	if len(p.quote) > 0 {
		fitted, fit := s.copyfit(rows, func(rows []row) int { return c.frameQuote(p, rows) })
		if p.quoted = c.frameQuote(p, fitted) == 0; p.quoted {
			p.slot.Lines, p.slot.Copyfit = len(fitted), fit
			return
		}
		s.problem(noRoomProblem(p.entry.placement))
	}
	rows, p.slot.Copyfit = s.copyfit(rows, func(rows []row) int {
		_, over := flow(rows, 2, height)
		return len(over)
	})
	p.slot.Lines = len(rows)
	var over []row
	p.columns, over = s.flowWhole(rows, 2, height)
	if len(over) > 0 {
		s.problem(oversetProblem(p.entry.placement, len(over)))
	}
	for len(over) > 0 {
		var cols [][]row
		cols, over = s.flowWhole(over, 2, c.grid.last-continuedFirst+1)
		p.more = append(p.more, cols...)
	}
}

func quoteText(a *model.Answer) string {
	if len(a.PullQuote.Parts) == 0 && a.PullQuote.Text == "" {
		return ""
	}
	text := strings.TrimSpace(a.PullQuote.Print(a.Edited))
	if text == "" {
		return ""
	}
	return "‘" + strings.Trim(text, "‘’“”") + "’"
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
