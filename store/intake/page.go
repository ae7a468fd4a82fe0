package intake

import (
	"strings"

	"laurel/model"
)

// readPage understands a published profile page.
func readPage(src Source, text string) (Draft, error) {
	p := page{}
	if looksLikeHTML(text) {
		p = readHTML(text)
	} else {
		p = readText(text)
	}
	if len(p.lines) > maxLines {
		return Draft{}, model.Faultf(model.ErrInvalid, "This has more than {{.Limit}} lines, which no profile page has; nothing was read.", "Limit", maxLines)
	}
	r := pageReader{draft: Draft{Source: src.Name, Kind: Page}, known: map[string]bool{}, listed: map[Key]int{}}
	for _, q := range src.Questions {
		r.known[questionKey(q)] = true
	}
	r.takeSite(p)
	if !r.takeHeadline(p.title) {
		return Draft{}, model.Faultf(model.ErrInvalid,
			"No headline with a person's name was found; a published profile page begins with “Name, Title, Organisation”.")
	}
	if l, ok := r.secondPage(); ok {
		return Draft{}, model.Faultf(model.ErrInvalid,
			"This is more than one profile page: another begins at “{{.Line}}”; give each a file of its own.", "Line", l.text)
	}
	r.takeHistory()
	r.takeFooter()
	r.takeInterview()
	r.draft.build(r)
	return r.draft, nil
}

// pageReader takes a page apart: each step removes from lines what it understood.
type pageReader struct {
	draft   Draft
	known   map[string]bool
	lines   []line
	frames  []frame
	head    jobHeadline
	whole   string // the headline as it stands
	history []model.HistoryLine
	listed  map[Key]int // editions of history, by index
	after   int         // number of the last line of history
	pairs   []pair
	intro   []string
}

func (r *pageReader) drop(l line, why model.Message) {
	r.draft.Dropped = append(r.draft.Dropped, Line{Number: l.number, Text: l.text, Reason: why})
}

func (r *pageReader) leave(l line, why model.Message) {
	r.draft.Leftover = append(r.draft.Leftover, Line{Number: l.number, Text: l.text, Reason: why})
}

// takeSite removes navigation, buttons and lines that are nothing but the
// address of a film.
func (r *pageReader) takeSite(p page) {
	r.frames = p.frames
	for _, l := range p.lines {
		switch {
		case l.site && l.level != 1 && len(historyLines(l.text)) == 0:
			r.drop(l, becauseFooter)
		case onlyLink.MatchString(l.text):
			r.frames = append(r.frames, frame{link: videoLink(l.text)})
		case buttonLine.MatchString(l.text) || !hasWord(l.text):
			r.drop(l, becauseButton)
		default:
			r.lines = append(r.lines, l)
		}
	}
}

// hasWord says whether a line has anything but signs in it.
func hasWord(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool {
		return c > 127 && !strings.ContainsRune(bullets+"»›→←…“”‘’©", c) || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
	}) >= 0
}

// headLines is how far into a page its headline may stand.
const headLines = 30

// takeHeadline finds "Name, Title, Organisation". What stands before it is the
// site's; the same line once more is dropped.
func (r *pageReader) takeHeadline(title string) bool {
	at := r.findHeadline()
	if at < 0 {
		if title == "" || !nameLike(divideHeadline(siteTitle(title)).name) {
			return false
		}
		r.whole = siteTitle(title)
	} else {
		r.whole = r.lines[at].text
	}
	r.head = divideHeadline(r.whole)
	if r.head.title == "" && r.head.organisation == "" && strings.HasPrefix(model.Fold(title), model.Fold(r.head.name)+",") {
		r.whole = siteTitle(title)
		r.head = divideHeadline(r.whole)
	}
	var rest []line
	for i, l := range r.lines {
		switch {
		case r.isHeadline(l.text):
			if i != at {
				r.drop(l, becauseAgain)
			}
		case i > at:
			rest = append(rest, l)
		case crumbLine.MatchString(l.text):
			r.drop(l, becauseCrumb)
		default:
			r.leave(l, becauseBefore)
		}
	}
	r.lines = rest
	r.takeJob()
	return true
}

// findHeadline gives the line of the headline, or -1. The page's first heading
// is it where it could be; else the first lines are judged: a name, a comma and
// a role beat a name with a role in the line below, that beats a name and a
// comma, and that a name alone. Of one name the longest line is taken, for
// breadcrumbs are cut short.
func (r *pageReader) findHeadline() int {
	best, bestScore := -1, 0
	for i, l := range r.lines[:min(len(r.lines), headLines)] {
		h := divideHeadline(l.text)
		if !nameLike(h.name) || namesRole(h, l.level == 1) || crumbLine.MatchString(l.text) || words(l.text) > 40 || asks(l.text) {
			continue
		}
		if l.level == 1 {
			return i
		}
		score := r.judgeHeadline(i, h)
		again := best >= 0 && score == bestScore && model.Fold(h.name) == model.Fold(divideHeadline(r.lines[best].text).name)
		if score > bestScore || again && len(l.text) > len(r.lines[best].text) {
			best, bestScore = i, score
		}
	}
	return best
}

func (r *pageReader) judgeHeadline(i int, h jobHeadline) int {
	job := h.title != "" || h.organisation != ""
	below := i+1 < len(r.lines) && hasRole(r.lines[i+1].text) && words(r.lines[i+1].text) <= 20 && !prompts(r.lines[i+1].text)
	n := words(h.name)
	switch {
	case job && hasRole(h.title):
		return 5
	case job && r.lines[i].level > 0:
		return 4
	case !job && below && n >= 2 && n <= 6:
		return 3
	case job:
		return 2
	case n >= 2 && n <= 6:
		return 1
	}
	return 0
}

// siteTitle takes the site's own name from the title of a document.
func siteTitle(title string) string {
	for _, divider := range []string{" | ", " :: ", " » ", " – ", " — ", " - "} {
		if i := strings.LastIndex(title, divider); i > 0 {
			return title[:i]
		}
	}
	return title
}

func (r *pageReader) isHeadline(text string) bool {
	f := model.Fold(text)
	return f == model.Fold(r.whole) || f == model.Fold(r.head.name) || len(f) > 12 && strings.HasSuffix(f, "> "+model.Fold(r.whole))
}

// takeJob reads title and organisation from the lines below a headline that is
// a name alone.
func (r *pageReader) takeJob() {
	if r.head.title != "" || r.head.organisation != "" {
		return
	}
	var taken []string
	for len(r.lines) > 0 && len(taken) < 2 {
		l := r.lines[0]
		if asks(l.text) || prompts(l.text) || endsSentence(l.text) || words(l.text) > 20 || len(historyLines(l.text)) > 0 {
			break
		}
		followed := len(r.lines) > 1 && words(r.lines[1].text) > 20
		if len(taken) == 0 && !hasRole(l.text) || len(taken) == 1 && (followed || hasRole(l.text)) {
			break
		}
		taken = append(taken, l.text)
		r.lines = r.lines[1:]
		if t, o := divideJob(commaParts(plainCommas(l.text))); len(taken) == 1 && o != "" {
			r.head.title, r.head.organisation = t, o
			return
		}
	}
	if len(taken) > 0 {
		r.head.title = taken[0]
	}
	if len(taken) > 1 {
		r.head.organisation = taken[1]
	}
}

// takeHistory removes the list history with its heading.
func (r *pageReader) takeHistory() {
	var rest []line
	next := 0
	for _, u := range findHistory(r.lines) {
		before := r.lines[next:u.from]
		for n := 0; n < 2 && len(before) > 0; n++ {
			last := before[len(before)-1]
			if n == 0 && !isHistoryTitle(last) || n == 1 && !strings.HasPrefix(model.Fold(last.text), model.Fold(r.head.name)) {
				break
			}
			r.drop(last, becauseHeading)
			before = before[:len(before)-1]
		}
		rest = append(rest, before...)
		for _, l := range r.lines[u.from:u.to] {
			found := historyLines(l.text)
			if found == nil {
				r.leave(l, becauseHistory)
			}
			for _, h := range found {
				r.addHistory(h, l)
			}
			r.after = l.number
		}
		next = u.to
	}
	r.lines = append(rest, r.lines[next:]...)
}

// addHistory keeps one placement an edition; the one with a rank says more.
func (r *pageReader) addHistory(h model.HistoryLine, l line) {
	key := foldKey(Key{h.List, h.Year, h.Region})
	if i, have := r.listed[key]; have {
		if r.history[i].Rank.Number == 0 {
			r.history[i] = h
		} else if h.Rank.Number > 0 && h.Rank.Number != r.history[i].Rank.Number {
			r.leave(l, becauseTwice)
		}
		return
	}
	r.listed[key] = len(r.history)
	r.history = append(r.history, h)
}

// takeFooter removes the foot of the site, and lists what else stands below the
// history.
func (r *pageReader) takeFooter() {
	from := len(r.lines)
	for i := len(r.lines) - 1; i >= 0; i-- {
		foot := isFooterStart(r.lines[i].text)
		if r.lines[i].number < r.after || r.after == 0 && !foot && prompts(r.lines[i].text) && words(r.lines[i].text) > 2 {
			break // buttons may stand above the interview too
		}
		if words(r.lines[i].text) > 30 && !foot || r.known[questionKey(r.lines[i].text)] {
			break
		}
		if foot {
			from = i
		}
	}
	block := -1
	for _, l := range r.lines[from:] {
		if isFooterStart(l.text) {
			block = l.block
		}
		if l.block == block || words(l.text) <= 3 {
			r.drop(l, becauseFooter)
		} else {
			r.leave(l, becauseAfter)
		}
	}
	r.lines = r.lines[:from]
	r.takeAfter()
}

// takeAfter lists what stands below the history and is no interview.
func (r *pageReader) takeAfter() {
	if r.after == 0 || len(r.lines) == 0 || r.lines[0].number > r.after {
		return // the history stands above the interview
	}
	for i, l := range r.lines {
		if l.number < r.after {
			continue
		}
		if r.answers(r.lines[i:]) {
			return // it stands between the headline and the interview
		}
		for _, x := range r.lines[i:] {
			r.leave(x, becauseAfter)
		}
		r.lines = r.lines[:i]
		return
	}
}

// answers says whether lines hold an interview.
func (r *pageReader) answers(lines []line) bool {
	pairs, _, _ := interview(lines, r.known)
	for _, p := range pairs {
		if words(strings.Join(p.answer, " ")) >= 20 {
			return true
		}
	}
	return false
}

// takeInterview divides what is left into questions and answers.
func (r *pageReader) takeInterview() {
	pairs, intro, sections := interview(r.lines, r.known)
	for _, l := range sections {
		r.leave(l, becauseSection)
	}
	for _, l := range intro {
		if l.level == 0 && words(l.text) >= 8 && endsSentence(l.text) {
			r.intro = append(r.intro, l.text)
		} else {
			r.leave(l, becauseNoPlace)
		}
	}
	r.pairs = pairs
	r.lines = nil
}
