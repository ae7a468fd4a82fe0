package yearbook

import (
	"net/url"
	"strconv"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// profilePages places the profiles, one a page, after an opener for each part.
func (c *composition) profilePages(b *binder, profiles []*profile) {
	for _, part := range c.parts() {
		c.openerPage(b, part)
		for i := part.first; i < part.end; i++ {
			c.profilePage(b, profiles[i], c.headingOf(part, i, !b.verso()))
		}
	}
}

// headingOf is the running head of an entry's page: the part's title; among
// names from A to Z, as in a dictionary, the first and last of the spread.
func (c *composition) headingOf(p part, i int, recto bool) string {
	if c.entries[i].ranked {
		return p.title
	}
	from := i
	if recto && i > p.first {
		from = i - 1
	}
	first, last := c.filedUnder(c.entries[from]), c.filedUnder(c.entries[i])
	if first == last {
		return last
	}
	return first + " – " + last
}

// filedUnder is the first words of an entry's name as an index files it.
func (c *composition) filedUnder(e entry) string {
	p := e.placement
	if len(p.Members) == 0 || p.EntryName != "" {
		return model.ArticleLast(p.PrintedName())
	}
	head, _, _ := strings.Cut(p.Members[0].Name.IndexForm(), ",")
	return head
}

// part is a run of profiles with a heading of its own.
type part struct {
	anchor, title, note string
	first, end          int // indexes of entries
}

// parts divides the profiles as the scheme does: the categories, or the ranked
// and then the rest.
func (c *composition) parts() []part {
	n := len(c.entries)
	if n == 0 {
		return nil
	}
	if byCategory := c.categoryParts(); len(byCategory) > 1 {
		return byCategory
	}
	ranked := 0
	for ranked < n && c.entries[ranked].ranked {
		ranked++
	}
	switch ranked {
	case n:
		return []part{{"ranked", c.words.say("ranked"), c.words.say("ranked note", "count", strconv.Itoa(n)), 0, n}}
	case 0:
		return []part{{"all", c.words.say("all"), c.words.say("all note", "count", strconv.Itoa(n)), 0, n}}
	}
	rest := c.words.say("rest note", "count", strconv.Itoa(n-ranked))
	return []part{
		{"top", c.words.say("top", "count", c.words.count(ranked)), c.words.say("top note"), 0, ranked},
		{"rest", c.words.say("rest"), rest, ranked, n},
	}
}

func (c *composition) categoryParts() []part {
	var parts []part
	for i, e := range c.entries {
		category := e.placement.Category
		if i == 0 || category != c.entries[i-1].placement.Category {
			title := category
			if title == "" {
				title = c.words.say("no category")
			}
			parts = append(parts, part{anchor: "category-" + strconv.Itoa(len(parts)+1), title: title, first: i})
		}
		parts[len(parts)-1].end = i + 1
	}
	for i := range parts {
		parts[i].note = c.words.say("category note", "count", strconv.Itoa(parts[i].end-parts[i].first))
	}
	return parts
}

// profilePage places one profile, and the pages that continue it.
func (c *composition) profilePage(b *binder, p *profile, heading string) {
	s := b.next(model.SectionProfiles)
	s.problems = append(s.problems, p.problems...)
	s.add(&page.Anchor{Name: entryAnchor(p.entry.placement)})
	s.add(&page.Bookmark{Title: bookmarkOf(c, p.entry), Level: 1})
	s.runningHead(c, heading)
	c.placePortrait(s, p)
	c.placeIdentity(s, p)
	for i, col := range p.columns {
		s.column(col, s.x0()+typeset.Length(i)*(c.grid.half()+c.theme.Gutter), float64(p.frame.answers))
	}
	if p.quoted {
		s.putLines(p.quote, s.x0(), s.ln(p.frame.quote), PullQuote, p.quoteMark)
	}
	c.placeFoot(s, p)
	for n := 0; n < len(p.more); n += 2 {
		c.continuedPage(b, p, p.more[n:min(n+2, len(p.more))], heading)
	}
}

func bookmarkOf(c *composition, e entry) string {
	if f := c.figure(e); f != "" {
		return f + " " + e.placement.PrintedName()
	}
	return e.placement.PrintedName()
}

// runningHead sets the book's title on a verso, the section's on a recto.
func (s *sheet) runningHead(c *composition, heading string) {
	text := heading
	if s.verso {
		text = c.title + " · " + strconv.Itoa(c.snapshot.Edition.Year)
	}
	s.head(text, s.page.Label)
}

// continuedPage sets answers that had no room, two full columns of them.
func (c *composition) continuedPage(b *binder, p *profile, cols [][]row, heading string) {
	s := b.next(model.SectionProfiles)
	s.runningHead(c, heading)
	s.text(s.x0(), s.ln(2), Organisation, p.entry.placement.PrintedName(), furniture)
	s.hairRule(s.x0(), s.ln(3), c.grid.text)
	for i, col := range cols {
		s.column(col, s.x0()+typeset.Length(i)*(c.grid.half()+c.theme.Gutter), continuedFirst)
	}
}

// placeIdentity sets rank, movement, name, jobs, strapline and history in the
// inner half.
func (c *composition) placeIdentity(s *sheet, p *profile) {
	x := s.left(c.grid.half()+c.theme.Gutter, c.grid.half())
	e, f := p.entry, p.frame
	if e.ranked {
		s.put(p.figure, x-c.bearing(p.figure), s.ln(rankLine), Rank, from(e.placement, model.FieldRank).as(page.Label), s.nextBlock())
	}
	if f.movement > 0 {
		c.placeMovement(s, e, x, f.movement)
	}
	name := from(e.placement, model.FieldName).as(page.Heading2)
	s.putLines(p.name, x, s.ln(f.name), p.nameUse, name)
	s.put(p.postNominals, x+f.postX, s.ln(f.post), PostNominals, name, s.nextBlock())
	c.placeJobs(s, p, x, f.job)
	s.putLines(p.strapline, x, s.ln(f.strapline), Strapline, from(e.placement, model.FieldStrapline).as(page.Paragraph))
	c.placeHistory(s, p, x)
}

// placeJobs sets titles and organisations from line at.
func (c *composition) placeJobs(s *sheet, p *profile, x typeset.Length, at float64) {
	for i, j := range p.jobs {
		if i > 0 {
			at += 0.5
		}
		if len(j.who.Glyphs) > 0 {
			s.put(j.who, x, s.ln(at), CaptionStrong, from(p.entry.placement, model.FieldName), s.nextBlock())
			at++
		}
		s.putLines(j.title, x, s.ln(at), JobTitle, j.titleMark.as(page.Paragraph))
		at += float64(len(j.title))
		s.putLines(j.organisation, x, s.ln(at), Organisation, j.organisesMark.as(page.Paragraph))
		at += float64(len(j.organisation))
	}
}

// placeHistory sets "previously included in" with its last line level with the
// foot of the portrait.
func (c *composition) placeHistory(s *sheet, p *profile, x typeset.Length) {
	leading := c.theme.Type[History].Leading
	y := c.grid.ln(p.frame.foot) - typeset.Length(len(p.history))*leading
	label := c.words.say("previously")
	if len(p.history) == 0 {
		label = c.words.say("first time")
	}
	s.text(x, y, Label, strings.ToUpper(label), furniture)
	s.putLines(p.history, x, y+leading, History, from(p.entry.placement, model.FieldHistory).as(page.Paragraph))
}

// placeFoot sets the rule, sector and country, and the film with its QR code on
// the outer side.
func (c *composition) placeFoot(s *sheet, p *profile) {
	pl := p.entry.placement
	ruleY, y := s.ln(float64(c.grid.last-1)), s.ln(float64(c.grid.last))
	x, w := s.x0(), c.grid.text
	if pl.Video != "" {
		side := c.placeCode(s, pl, y)
		taken := side + typeset.MM(6.5)
		if s.verso {
			x += taken
		}
		w -= taken
	}
	s.hairRule(x, ruleY, w)
	// All that stands here ends at the right: a program that extracts the text
	// would read a line under the first column before the second one.
	right := x + w
	if pl.Video != "" {
		right = c.placeAddress(s, pl, right, y) - typeset.MM(7)
	}
	s.textRight(right, y, Caption, joined(" · ", pl.Sector, pl.Country), from(pl, "sector"))
}

// placeAddress sets the film's readable address so that it ends at x and gives
// where it begins.
func (c *composition) placeAddress(s *sheet, pl *model.Placement, x, y typeset.Length) typeset.Length {
	line := s.set(from(pl, model.FieldVideo), span{CaptionStrong, shortAddress(pl.Video)})
	label := s.set(furniture, span{Caption, c.words.say("film")})
	x -= line.Width
	s.put(line, x, y, CaptionStrong, from(pl, model.FieldVideo).as(page.Paragraph), s.nextBlock())
	s.add(&page.Link{X: x, Y: y - 8*typeset.Pt, W: line.Width, H: 10 * typeset.Pt, URL: pl.Video})
	x -= label.Width + typeset.MM(1.6)
	s.put(label, x, y, Caption, furniture, s.nextBlock())
	return x
}

// codeSide is the side of the film's QR code, without its quiet zone.
const codeSide = 15.5 // mm

// placeCode draws the QR code of the film in the outer corner with its foot on
// y, and gives its width.
func (c *composition) placeCode(s *sheet, p *model.Placement, y typeset.Length) typeset.Length {
	address := codeAddress(p.Video)
	_, modules, err := page.QR(address, 0, 0, 1, c.theme.Ink)
	if err != nil {
		s.problem(model.Problem{
			Severity: model.Error, Kind: model.ProblemMissingGlyph, PlacementID: p.ID, PersonID: firstPerson(p), Person: p.PrintedName(), Field: model.FieldVideo,
			Text:   model.Say("The film address of {{.Name}} is too long for a QR code.", "Name", p.PrintedName()),
			Remedy: model.Say("Use a shorter address."),
		})
		return 0
	}
	module := typeset.MM(codeSide) / modules
	side := module * modules
	code, _, err := page.QR(address, s.left(0, side), y-side, module, page.Color{K: 100})
	if err != nil {
		return 0 // cannot be: the same text was encoded above
	}
	code.Alt = c.words.say("film code", "name", p.PrintedName())
	code.Source = from(p, model.FieldVideo).source
	s.add(code)
	s.add(&page.Link{X: s.left(0, side), Y: y - side, W: side, H: side, URL: p.Video})
	return side
}

// codeAddress writes a link for a QR code: in capitals where they mean the same,
// because a code then needs fewer and larger modules.
func codeAddress(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		return link
	}
	rest := strings.TrimPrefix(link, u.Scheme+"://"+u.Host)
	if rest != strings.ToUpper(rest) {
		return link
	}
	return strings.ToUpper(link)
}

// shortAddress is a link as it is read aloud: without scheme and "www".
func shortAddress(link string) string {
	s := strings.TrimPrefix(strings.TrimPrefix(link, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
}

func joined(sep string, parts ...string) string {
	var have []string
	for _, p := range parts {
		if p != "" {
			have = append(have, p)
		}
	}
	return strings.Join(have, sep)
}
