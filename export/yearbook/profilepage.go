package yearbook

import (
	"net/url"
	"strconv"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// Lines of the grid at which the parts of a profile page stand.
const (
	rankLine       = 6.0
	movementLine   = 8.0
	nameLine       = 11.5
	portraitLast   = 26.0 // foot of the portrait and of the history beside it
	answersFirst   = 28
	footLines      = 5 // from the last line of answers to the last line of the page
	continuedFirst = 6
)

// answersLast is the last line that answers may stand on.
func (g grid) answersLast() int { return g.last - footLines }

// profilePages places the profiles, one a page, after an opener for each part.
func (c *composition) profilePages(b *binder, profiles []*profile) {
	for _, part := range c.parts() {
		c.openerPage(b, part)
		for i := part.first; i < part.end; i++ {
			c.profilePage(b, profiles[i], part.title)
		}
	}
}

// part is a run of profiles with a heading of its own.
type part struct {
	anchor, title, note string
	first, end          int // indexes of entries
}

// parts divides the profiles as the scheme does: the ranked, then the rest.
func (c *composition) parts() []part {
	ranked := 0
	for ranked < len(c.entries) && c.entries[ranked].ranked {
		ranked++
	}
	n := len(c.entries)
	rest := c.words.say("rest note", "count", strconv.Itoa(n-ranked))
	switch {
	case n == 0:
		return nil
	case ranked == n:
		return []part{{"ranked", c.words.say("ranked"), c.words.say("ranked note", "count", strconv.Itoa(n)), 0, n}}
	case ranked == 0:
		return []part{{"all", c.words.say("all"), c.words.say("all note", "count", strconv.Itoa(n)), 0, n}}
	}
	return []part{
		{"top", c.words.say("top", "count", c.words.count(ranked)), c.words.say("top note"), 0, ranked},
		{"rest", c.words.say("rest"), rest, ranked, n},
	}
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
		s.column(col, s.x0()+typeset.Length(i)*(c.grid.half()+c.theme.Gutter), answersFirst)
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

// portraitTop is the cap line of the rank, so that figure and picture begin level.
func (c *composition) portraitTop() typeset.Length {
	return c.grid.ln(rankLine) - c.capHeight(Rank)
}

// placePortrait draws the photo in the outer half, or a designed monogram.
func (c *composition) placePortrait(s *sheet, p *profile) {
	w := c.grid.half()
	x, y := s.left(0, w), c.portraitTop()
	h := c.grid.ln(portraitLast) - y
	e := p.entry
	if e.photo == nil {
		c.placeMonogram(s, e, x, y, w, h)
		return
	}
	alt := e.photo.Alt
	if alt == "" {
		alt = c.words.say("portrait of", "name", e.placement.PrintedName())
	}
	s.add(&page.Picture{
		X: x, Y: y, W: w, H: h, Photo: e.photo.Key, Alt: alt, Grey: c.theme.GreyPhotos,
		Crop:   fitCrop(e.photo, e.crop, float64(w)/float64(h)),
		Source: from(e.placement, model.FieldPhoto).source,
	})
	c.checkResolution(s, e, w, h)
}

func (c *composition) placeMonogram(s *sheet, e entry, x, y, w, h typeset.Length) {
	s.fill(x, y, w, h, c.theme.Tint, from(e.placement, model.FieldPhoto).source)
	line := s.set(from(e.placement, model.FieldPhoto), span{Monogram, monogramOf(e.placement)})
	s.put(line, x+(w-line.Width)/2, y+(h+c.capHeight(Monogram))/2, Monogram, from(e.placement, model.FieldPhoto), s.nextBlock())
}

func monogramOf(p *model.Placement) string {
	if len(p.Members) > 0 {
		var m string
		for _, member := range p.Members[:min(2, len(p.Members))] {
			m += member.Name.Monogram()
		}
		if len(p.Members) > 1 {
			return p.Members[0].Name.Monogram()[:1] + "&" + p.Members[1].Name.Monogram()[:1]
		}
		return m
	}
	return model.ParseName(p.PrintedName()).Monogram()
}

// Effective resolutions of a printed photo, in dots an inch.
const (
	wantedResolution = 250
	leastResolution  = 150
)

// checkResolution reports a photo with too few pixels for its place.
func (c *composition) checkResolution(s *sheet, e entry, w, h typeset.Length) {
	crop := fitCrop(e.photo, e.crop, float64(w)/float64(h))
	dpi := int(crop.W * float64(e.photo.Width) / (float64(w) / float64(72*typeset.Pt)))
	if dpi >= wantedResolution {
		return
	}
	severity := model.Warning
	if dpi < leastResolution {
		severity = model.Error
	}
	s.problem(model.Problem{
		Severity: severity, Kind: model.ProblemLowResolution,
		PlacementID: e.placement.ID, PersonID: firstPerson(e.placement), Person: e.placement.PrintedName(), Field: model.FieldPhoto,
		Text: model.Say("The photo of {{.Name}} prints at {{.Dpi}} dpi; {{.Wanted}} are asked for.",
			"Name", e.placement.PrintedName(), "Dpi", dpi, "Wanted", wantedResolution),
		Remedy: model.Say("Ask for a larger photo, or crop less of it away."),
	})
}

// fitCrop gives the part of a photo that fills a slot of the given ratio
// (width by height): within the curator's crop, or about the focal point.
func fitCrop(photo *model.Photo, crop model.Crop, ratio float64) page.Crop {
	if photo.Width <= 0 || photo.Height <= 0 {
		return page.Crop{}
	}
	frame := page.Crop{X: 0, Y: 0, W: 1, H: 1}
	fx, fy := photo.FocalX, photo.FocalY
	if crop.W > 0 && crop.H > 0 {
		frame = page.Crop(crop)
		fx, fy = crop.X+crop.W/2, crop.Y+crop.H/2
	} else if fx == 0 && fy == 0 {
		fx, fy = 0.5, 0.4 // of a portrait nobody marked: the face is above the middle
	}
	have := frame.W * float64(photo.Width) / (frame.H * float64(photo.Height))
	if have > ratio {
		w := frame.W * ratio / have
		frame.X, frame.W = clamp(fx-w/2, frame.X, frame.X+frame.W-w), w
	} else {
		h := frame.H * have / ratio
		frame.Y, frame.H = clamp(fy-h/2, frame.Y, frame.Y+frame.H-h), h
	}
	return frame
}

func clamp(v, low, high float64) float64 { return max(low, min(v, high)) }

// placeIdentity sets rank, movement, name, jobs, strapline and history in the
// inner half.
func (c *composition) placeIdentity(s *sheet, p *profile) {
	x := s.left(c.grid.half()+c.theme.Gutter, c.grid.half())
	e := p.entry
	at := nameLine
	if e.ranked {
		s.put(p.figure, x-c.bearing(p.figure), s.ln(rankLine), Rank, from(e.placement, model.FieldRank).as(page.Label), s.nextBlock())
		c.placeMovement(s, e, x, movementLine)
	} else {
		// Without a figure the name itself begins level with the portrait.
		at = float64(c.portraitTop()+c.capHeight(p.nameUse)-c.theme.HeadMargin) / float64(c.theme.Leading)
	}
	at = c.placeName(s, p, x, at)
	at = c.placeJobs(s, p, x, at+1.5)
	if !e.ranked && c.placeMovement(s, e, x, at+1) {
		at += 2
	}
	if len(p.strapline) > 0 {
		s.putLines(p.strapline, x, s.ln(at+1.5), Strapline, from(e.placement, model.FieldStrapline).as(page.Paragraph))
	}
	c.placeHistory(s, p, x)
}

// placeName sets the name from line at and gives the line of its last baseline.
func (c *composition) placeName(s *sheet, p *profile, x typeset.Length, at float64) float64 {
	mark := from(p.entry.placement, model.FieldName).as(page.Heading2)
	step := float64(c.theme.Type[p.nameUse].Leading) / float64(c.theme.Leading)
	s.putLines(p.name, x, s.ln(at), p.nameUse, mark)
	at += step * float64(len(p.name)-1)
	if len(p.postNominals.Glyphs) == 0 {
		return at
	}
	gap := c.theme.Type[p.nameUse].Size / 3
	px := x + p.name[len(p.name)-1].Width + gap
	if px+p.postNominals.Width > x+c.grid.half() {
		px, at = x, at+step
	}
	s.put(p.postNominals, px, s.ln(at), PostNominals, mark, s.nextBlock())
	return at
}

// placeJobs sets titles and organisations from line at and gives the next free line.
func (c *composition) placeJobs(s *sheet, p *profile, x typeset.Length, at float64) float64 {
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
	return at
}

// placeHistory sets "previously included in" with its last line level with the
// foot of the portrait.
func (c *composition) placeHistory(s *sheet, p *profile, x typeset.Length) {
	leading := c.theme.Type[History].Leading
	y := c.grid.ln(portraitLast) - typeset.Length(len(p.history))*leading
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
	s.text(x, y, Caption, joined(" · ", pl.Sector, pl.Country), from(pl, "sector"))
	if pl.Video == "" {
		return
	}
	address := shortAddress(pl.Video)
	line := s.set(from(pl, model.FieldVideo), span{CaptionStrong, address})
	label := s.set(furniture, span{Caption, c.words.say("film")})
	lx := x + w - line.Width
	s.put(line, lx, y, CaptionStrong, from(pl, model.FieldVideo).as(page.Paragraph), s.nextBlock())
	s.put(label, lx-label.Width-typeset.MM(1.6), y, Caption, furniture, s.nextBlock())
	s.add(&page.Link{X: lx, Y: y - 8*typeset.Pt, W: line.Width, H: 10 * typeset.Pt, URL: pl.Video})
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
