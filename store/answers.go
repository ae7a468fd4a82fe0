package store

import (
	"context"
	"strings"

	"laurel/model"
)

const answerColumns = `a.placement,a.id,a.question,a.original,coalesce(a.edited,a.original),a.approved,coalesce(a.speaker,''),a.themes,
	a.excerpt,a.excerpt_text,a.excerpt_stale,a.quote,a.quote_text,a.quote_stale`

// storedAnswer is an answer with the placement it belongs to.
type storedAnswer struct {
	placement model.ID
	model.Answer
}

// storedPart is a part of an excerpt as the file keeps it.
type storedPart struct {
	Start int    `json:"start"` // bytes in the edited text
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

func scanAnswer(scan func(...any) error) (a storedAnswer, err error) {
	var excerpt, quote []storedPart
	err = scan(&a.placement, &a.ID, &a.Question, &a.Original, &a.Edited, &a.Approved, &a.Speaker, jsonColumn{&a.Themes},
		jsonColumn{&excerpt}, &a.Excerpt.Text, &a.Excerpt.Stale, jsonColumn{&quote}, &a.PullQuote.Text, &a.PullQuote.Stale)
	a.Excerpt.Parts, a.PullQuote.Parts = parts(excerpt), parts(quote)
	return a, err
}

func parts(stored []storedPart) []model.ExcerptPart {
	var all []model.ExcerptPart
	for _, p := range stored {
		all = append(all, model.ExcerptPart{Range: model.Range{Start: p.Start, End: p.End}, Exact: p.Exact})
	}
	return all
}

// answersOf reads the answers of placements, in the order of the interview.
// where speaks of the placement as p.
func answersOf(ctx context.Context, q querier, where string, args ...any) (map[model.ID][]model.Answer, error) {
	all, err := collect(ctx, q, scanAnswer, "SELECT "+answerColumns+" FROM placement p JOIN answer a ON a.placement=p.id WHERE "+where+" ORDER BY a.placement,a.pos,a.id", args...)
	if err != nil {
		return nil, err
	}
	of := map[model.ID][]model.Answer{}
	for _, a := range all {
		of[a.placement] = append(of[a.placement], a.Answer)
	}
	return of, nil
}

// thawedAnswer gives an answer that may be changed, and its placement.
func (s *step) thawedAnswer(id model.ID) (storedAnswer, model.Placement, error) {
	a, err := one(s.ctx, s, scanAnswer, "SELECT "+answerColumns+" FROM answer a WHERE a.id=?", id, "This answer is not in the book.")
	if err != nil {
		return a, model.Placement{}, err
	}
	p, _, err := s.thawedPlacement(a.placement)
	return a, p, err
}

// excerptFields writes an excerpt into the columns that begin with column. One
// of no parts is the whole text, which stands in the answer itself.
func (f *fields) excerpt(column string, e model.Excerpt) {
	stored := make([]storedPart, 0, len(e.Parts))
	for _, p := range e.Parts {
		stored = append(stored, storedPart{p.Start, p.End, p.Exact})
	}
	f.set(column, asJSON(stored))
	f.set(column+"_text", e.Text)
	f.set(column+"_stale", e.Stale)
}

// edited writes the edited text: NULL while it is the original.
func (f *fields) edited(original, edited string) {
	if edited == original {
		f.set("edited", nil)
		return
	}
	f.set("edited", edited)
}

func (c AddAnswer) do(s *step) (model.Message, error) {
	p, _, err := s.thawedPlacement(c.PlacementID)
	if err != nil {
		return model.Message{}, err
	}
	var last int
	if err := s.row("SELECT coalesce(max(pos),0) FROM answer WHERE placement=?", string(p.ID)).Scan(&last); err != nil {
		return model.Message{}, err
	}
	s.created, err = s.insertAnswer(p.ID, last+1, c.Answer)
	return model.Say("Add a question to {{.Name}}", "Name", p.PrintedName()), err
}

func (s *step) insertAnswer(placement model.ID, pos int, a model.Answer) (model.ID, error) {
	a.ID = s.newID(a.ID)
	a.Original, a.Edited = clean(a.Original), clean(a.Edited)
	if a.Edited == "" {
		a.Edited = a.Original
	}
	var f fields
	f.set("id", a.ID)
	f.set("placement", placement)
	f.set("pos", pos)
	f.set("question", a.Question)
	f.set("original", a.Original)
	f.edited(a.Original, a.Edited)
	f.set("approved", a.Approved)
	f.set("speaker", a.Speaker)
	f.set("themes", a.Themes)
	f.excerpt("excerpt", settled(a.Excerpt, a.Edited))
	f.excerpt("quote", settled(a.PullQuote, a.Edited))
	return a.ID, s.insert("answer", f)
}

// settled takes an excerpt as it came with a new answer: where its ranges do not
// hold its words, the words are looked for; where they are not there, it is stale.
func settled(e model.Excerpt, edited string) model.Excerpt {
	if e.Stale || len(e.Parts) == 0 {
		return e
	}
	ranges := make([]model.Range, 0, len(e.Parts))
	from := 0
	for _, p := range e.Parts {
		r := p.Range
		if r.Start < 0 || r.End > len(edited) || r.Start >= r.End || p.Exact != "" && edited[r.Start:r.End] != clean(p.Exact) {
			exact := clean(p.Exact)
			at := strings.Index(edited[from:], exact)
			if at < 0 || exact == "" {
				return model.Excerpt{Parts: e.Parts, Text: e.Text, Stale: true}
			}
			r = model.Range{Start: from + at, End: from + at + len(exact)}
		}
		ranges = append(ranges, r)
		from = max(from, r.End)
	}
	return model.Choose(edited, ranges)
}

func (c UpdateAnswer) typed() string {
	var t typing
	typedIn(&t, "question", c.Question)
	typedIn(&t, "original", c.Original)
	typedIn(&t, "edited", c.Edited)
	typedIn(&t, "themes", c.Themes)
	chosen(&t, c.Approved)
	chosen(&t, c.Speaker)
	return t.place(c.ID)
}

func (c UpdateAnswer) do(s *step) (model.Message, error) {
	a, p, err := s.thawedAnswer(c.ID)
	if err != nil {
		return model.Message{}, err
	}
	original, edited := a.Original, a.Edited
	if c.Original != nil {
		original = clean(*c.Original)
		if a.Edited == a.Original {
			edited = original
		}
	}
	if c.Edited != nil {
		edited = clean(*c.Edited)
	}
	var f fields
	change(&f, "question", c.Question)
	f.set("original", original)
	f.edited(original, edited)
	change(&f, "approved", c.Approved)
	change(&f, "speaker", c.Speaker)
	change(&f, "themes", c.Themes)
	if edited != a.Edited {
		f.excerpt("excerpt", model.Reanchor(a.Excerpt, a.Edited, edited))
		f.excerpt("quote", model.Reanchor(a.PullQuote, a.Edited, edited))
	}
	if err := s.update("answer", c.ID, f); err != nil {
		return model.Message{}, err
	}
	if edited != a.Edited {
		return model.Say("Change answer of {{.Name}}", "Name", p.PrintedName()), nil
	}
	return s.changeLabel("answer", c.ID, p.PrintedName())
}

func (c RemoveAnswer) do(s *step) (model.Message, error) {
	_, p, err := s.thawedAnswer(c.ID)
	if err != nil {
		return model.Message{}, err
	}
	return model.Say("Remove a question from {{.Name}}", "Name", p.PrintedName()), s.remove("answer", c.ID)
}

func (c SetExcerpt) typed() string {
	var t typing
	if c.ForPrint != "" {
		typedIn(&t, "excerpt for print", &c.ForPrint)
	}
	return t.place(c.AnswerID)
}

func (c SetExcerpt) do(s *step) (model.Message, error) {
	a, p, err := s.thawedAnswer(c.AnswerID)
	if err != nil {
		return model.Message{}, err
	}
	chosen, label := model.Choose(a.Edited, c.Ranges), model.Say("Choose excerpt of {{.Name}}", "Name", p.PrintedName())
	if text := clean(c.ForPrint); text != "" {
		chosen, label = model.ForPrint(text), model.Say("Write a text for print of {{.Name}}", "Name", p.PrintedName())
	}
	var f fields
	f.excerpt("excerpt", chosen)
	return label, s.update("answer", c.AnswerID, f)
}

func (c SetPullQuote) do(s *step) (model.Message, error) {
	a, p, err := s.thawedAnswer(c.AnswerID)
	if err != nil {
		return model.Message{}, err
	}
	var quote model.Excerpt
	label := model.Say("Take away pull quote of {{.Name}}", "Name", p.PrintedName())
	switch text := clean(c.ForPrint); {
	case text != "":
		quote, label = model.ForPrint(text), model.Say("Write a pull quote for print of {{.Name}}", "Name", p.PrintedName())
	case c.Range != nil:
		quote = model.Choose(a.Edited, []model.Range{*c.Range})
		if len(quote.Parts) == 0 {
			return model.Message{}, invalid("A pull quote needs some words of the answer.")
		}
		label = model.Say("Choose pull quote of {{.Name}}", "Name", p.PrintedName())
	}
	var f fields
	f.excerpt("quote", quote)
	return label, s.update("answer", c.AnswerID, f)
}
