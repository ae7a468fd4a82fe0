package yearbook

import (
	"cmp"
	"slices"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

const (
	mostThemes = 12 // in the chart; the rest are few people each
	mostQuotes = 3  // of a theme
)

// thread is a theme that a curator tied to answers.
type thread struct {
	name   string
	people int
	quotes []quotation
}

// quotation is a sentence of an answer.
type quotation struct {
	entry  int // index of entries
	answer *model.Answer
	text   string
	pulled bool // it is the answer's pull quote
}

// themePages set what the leaders said: on the first page how many raised each
// theme and one sentence in large type, on those after it the best sentences of
// each with name and page. Without a large one these begin on the first page.
func (c *composition) themePages(b *binder, section model.Section) {
	themes := c.themes()
	if len(themes) == 0 {
		return
	}
	title := cmp.Or(section.Title, c.countedTitle("what they said"))
	b.start(section, model.StartAny)
	s := b.next(section.Kind)
	s.runningHead(c, title)
	c.beginSection(s, c.anchorOf(section.Kind), title, "", nil)
	at := s.titleOnTwoLines(title, 6)
	if text := strings.TrimSpace(section.Text); text != "" {
		at = c.putStandfirst(s, text, max(at+5, proseTop))
	}
	charted := themes[:min(mostThemes, len(themes))]
	_, foot, _ := c.themeRows(len(charted), at+5, themePitch)
	foot += themeNote + 1
	pages, printed := c.themeQuotes(s, themes, 0)
	below, pitch := c.largeQuote(s, themes[:printed], foot+1.5), themePitch
	if below == nil {
		foot += 3
		pages, printed = c.themeQuotes(s, themes, s.ln(float64(c.grid.last))-s.ln(foot))
		below = func() { s.stack(pages[0], s.x0(), s.ln(foot)) }
		if len(pages[0]) == 0 {
			pitch = openThemePitch
		}
	}
	c.themeChart(s, charted, printed, at+5, pitch)
	below()
	for _, col := range pages[1:] {
		s := b.next(section.Kind)
		s.runningHead(c, title)
		s.stack(spread(col, s.ln(float64(c.grid.last))-s.ln(2), 2*c.theme.Leading), s.x0(), s.ln(2))
	}
}

// countedTitle puts the number of the list into a title, where the language
// has a word for it and it is not one alone: "What the hundred said".
func (c *composition) countedTitle(key string) string {
	n := len(c.entries)
	if word := c.words.count(n); n > 1 && word != itoa(n) {
		return c.words.say(key, "count", word)
	}
	return c.words.say(key + ", few")
}

// largeQuote draws one more sentence at the foot of the page, if there is room, from
// somebody not quoted yet: a pull quote that does not stand large with its profile
// already, else the first sentence that suits, else any pull quote. Where all are
// quoted it is a sentence of another answer. It is nil where there is none.
func (c *composition) largeQuote(s *sheet, themes []thread, from float64) (draw func()) {
	quoted, printed := map[int]bool{}, map[*model.Answer]bool{}
	for _, t := range themes {
		for _, q := range t.quotes {
			quoted[q.entry], printed[q.answer] = true, true
		}
	}
	for _, suits := range []func(quotation) bool{
		func(q quotation) bool {
			return !quoted[q.entry] && q.pulled && c.unprintedQuote(q.entry, q.answer) != ""
		},
		func(q quotation) bool { return !quoted[q.entry] && !q.pulled },
		func(q quotation) bool { return !quoted[q.entry] },
		func(q quotation) bool { return !printed[q.answer] && !q.pulled },
	} {
		if draw = c.largeQuoteOf(s, suits, from); draw != nil {
			break
		}
	}
	return draw
}

func (c *composition) largeQuoteOf(s *sheet, suits func(quotation) bool, from float64) (draw func()) {
	foot := s.ln(float64(c.grid.last))
	leading := c.theme.Type[LargeQuote].Leading
	for i := range c.entries {
		p := c.entries[i].placement
		for j := range p.Answers {
			a := &p.Answers[j]
			if len(a.Themes) == 0 || slices.Contains(c.spoken, i) {
				continue
			}
			q, ok := c.bestSentence(i, a)
			if !ok || !suits(q) || fitness(q.text) > 30 || strings.Contains(q.text, "[") {
				continue
			}
			mark := textMark{source: page.Source{Record: string(a.ID), Field: model.FieldAnswer}, role: page.Quote, who: p}
			lines := s.phrased(mark, LargeQuote, c.quoted(q.text), min(c.grid.text, typeset.MM(134)))
			y := foot - 2*c.theme.Leading - typeset.Length(len(lines)-1)*leading
			if len(lines) > 3 || y-leading < s.ln(from) {
				continue
			}
			return func() {
				s.stand(lines, s.x0(), c.grid.text, y, LargeQuote, mark)
				c.attribution(s, p, c.standsAt(s.x0(), c.grid.text, c.attributionWidth(&s.setter, p)), foot)
			}
		}
	}
	return nil
}

// attribution sets who said something and where the profile is, and gives its width.
func (c *composition) attribution(s *sheet, p *model.Placement, x, y typeset.Length) {
	w := s.text(x, y, QuoteName, speakerName(p), from(p, model.FieldName).as(page.Caption))
	at := x + w + typeset.Points(4)
	w += typeset.Points(4) + s.text(at, y, Caption, c.pageNumber(entryAnchor(p)), furniture)
	s.add(&page.Link{X: x, Y: y - 8*typeset.Pt, W: w, H: 10 * typeset.Pt, Anchor: entryAnchor(p)})
}

// attributionWidth is about how wide an attribution is: the same in every round.
func (c *composition) attributionWidth(s *setter, p *model.Placement) typeset.Length {
	return s.width(span{QuoteName, speakerName(p)}) + typeset.Points(4) + s.width(span{Caption, "000"})
}

func speakerName(p *model.Placement) string {
	name, _ := printedName(p)
	return name
}

// themeQuotes sets the themes with their sentences for the first page, which has
// room, and for those that follow, and says how many have room: a last page that
// would stand more than half empty is left out; the chart names its themes all
// the same.
func (c *composition) themeQuotes(s *sheet, themes []thread, room typeset.Length) (pages [][]piece, printed int) {
	height := c.grid.ln(float64(c.grid.last)) - c.grid.ln(2)
	var page []piece
	onPage := 0
	for i, t := range themes {
		pieces := c.themePieces(&s.setter, t)
		first := len(pages) == 0
		if (first || len(page) > 0) && extent(append(slices.Clone(page), pieces...)) > room {
			pages, page, onPage, printed, room = append(pages, page), nil, 0, i, height
		}
		page = append(page, pieces...)
		onPage++
	}
	if someBefore := len(pages) > 1 || len(pages) == 1 && len(pages[0]) > 0; someBefore && extent(page) < height/2 {
		return pages, printed
	}
	return append(pages, page), printed + onPage
}

// themePieces are a theme's name and number at the left and its sentences at the
// right, which are not parted.
func (c *composition) themePieces(set *setter, t thread) []piece {
	left := c.grid.third() - c.theme.Gutter
	inset := c.grid.third() + c.theme.Gutter
	w := c.grid.text - inset
	source := textMark{role: page.Heading2}
	name := set.balanced(source, ContentsTitle, t.name, left)
	count := c.words.say("of", "count", itoa(t.people), "total", itoa(c.peopleInPrint()))
	leading := c.theme.Leading
	out := []piece{{keep: true, draw: func(s *sheet, x, y typeset.Length) {
		s.rule(x, y-leading*6/5, c.grid.text, c.theme.HairRule, c.theme.Ink)
		s.putLines(name, x, y, ContentsTitle, source)
		down := typeset.Length(max(0, len(name)-1)) * c.theme.Type[ContentsTitle].Leading
		s.text(x, y+down+leading*3/2, CaptionStrong, count, textMark{role: page.Paragraph})
	}}}
	for i, q := range t.quotes {
		if i > 0 {
			out = append(out, piece{height: leading / 2, keep: true})
		}
		out = append(out, c.quotePieces(set, q, inset, w)...)
	}
	least := typeset.Length(max(1, len(name)))*c.theme.Type[ContentsTitle].Leading + leading
	if have := extent(out); have < least {
		out = append(out, piece{height: least - have, keep: true})
	}
	out[len(out)-1].keep = false
	return append(out, white(leading*5/2))
}

// quotePieces set a sentence with the name below it: behind it some had no room,
// and all shall stand alike.
func (c *composition) quotePieces(set *setter, q quotation, inset, w typeset.Length) []piece {
	p := c.entries[q.entry].placement
	mark := textMark{source: page.Source{Record: string(q.answer.ID), Field: model.FieldAnswer}, role: page.Quote, who: p}
	pieces := set.linePieces(set.lines(mark, Quotation, c.quoted(q.text), w), Quotation, inset, mark, nil)
	if len(pieces) == 0 {
		return nil
	}
	for i := range pieces {
		pieces[i].keep = true
	}
	pieces[len(pieces)-1].height = c.theme.Leading
	return append(pieces, piece{height: c.theme.Type[Quotation].Leading, keep: true, draw: func(s *sheet, x, y typeset.Length) {
		c.attribution(s, p, x+inset, y)
	}})
}

// peopleInPrint is how many people the list has, those of joint entries each.
func (c *composition) peopleInPrint() int {
	seen := map[model.ID]bool{}
	for _, e := range c.entries {
		for _, id := range voices(e.placement, nil) {
			seen[id] = true
		}
	}
	return len(seen)
}

// voices are whose answer it is: the speaker's, else that of all members, else
// of an entry without people the entry's.
func voices(p *model.Placement, a *model.Answer) []model.ID {
	if a != nil && a.Speaker != "" {
		return []model.ID{a.Speaker}
	}
	if len(p.Members) == 0 {
		return []model.ID{p.ID}
	}
	var out []model.ID
	for _, m := range p.Members {
		out = append(out, m.PersonID)
	}
	return out
}

// themes gathers the themes, those of most people first. A person is counted
// once in each theme, however many answers raise it.
func (c *composition) themes() []thread {
	type gathered struct {
		thread
		people map[model.ID]bool
	}
	var all []*gathered
	at := map[string]*gathered{}
	for i := range c.entries {
		p := c.entries[i].placement
		for j := range p.Answers {
			a := &p.Answers[j]
			for _, name := range a.Themes {
				key := model.Fold(name)
				if key == "" {
					continue
				}
				if at[key] == nil {
					at[key] = &gathered{thread: thread{name: name}, people: map[model.ID]bool{}}
					all = append(all, at[key])
				}
				for _, id := range voices(p, a) {
					at[key].people[id] = true
				}
				if q, ok := c.bestSentence(i, a); ok {
					at[key].quotes = append(at[key].quotes, q)
				}
			}
		}
	}
	out := make([]thread, len(all))
	for i, g := range all {
		out[i] = thread{g.name, len(g.people), g.quotes}
	}
	slices.SortStableFunc(out, func(a, b thread) int {
		return cmp.Or(b.people-a.people, model.CompareSort(model.Fold(a.name), model.Fold(b.name), c.snapshot.Edition.Locale))
	})
	chooseQuotes(out)
	return out
}

// chooseQuotes leaves each theme its best sentences: pull quotes first, nobody
// twice in a theme, nobody again who has spoken in another while others have not.
func chooseQuotes(themes []thread) {
	spoken := map[int]int{}
	for i := range themes {
		t := &themes[i]
		slices.SortStableFunc(t.quotes, func(a, b quotation) int {
			return cmp.Or(spoken[a.entry]-spoken[b.entry], byTruth(b.pulled)-byTruth(a.pulled), fitness(a.text)-fitness(b.text))
		})
		var chosen []quotation
		for _, q := range t.quotes {
			if len(chosen) < mostQuotes && !slices.ContainsFunc(chosen, func(o quotation) bool { return o.entry == q.entry }) {
				chosen = append(chosen, q)
				spoken[q.entry]++
			}
		}
		slices.SortStableFunc(chosen, func(a, b quotation) int { return a.entry - b.entry })
		t.quotes = chosen
	}
}

func byTruth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// fitness is how far a sentence is from the length that reads best; 0 is best.
func fitness(text string) int {
	const best = 80 // letters
	n := len([]rune(text))
	if n > best {
		return n - best
	}
	return best - n
}
