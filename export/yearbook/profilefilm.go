package yearbook

import (
	"net/url"
	"strconv"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// Sides of the film's QR code, without its quiet zone, in mm.
const (
	codeSide     = 17.5
	codeSideBand = 20
	// No module is wider, so that quietZone is four of them for any address.
	mostModule = 0.8
	quietZone  = 4 * mostModule
)

// codeWidth is the side of the code in this slot.
func (c *composition) codeWidth(k cell) typeset.Length {
	side := typeset.MM(codeSide)
	switch k.film {
	case filmBand:
		side = typeset.MM(codeSideBand)
	case filmCorner:
		side = min(side, k.width(k.filmBox))
	}
	return min(side, side*c.grid.trim.W/typeset.MM(180))
}

// speaksAtFoot says whether something stands along the foot of an entry's slot:
// always, where the slot has no foot line or band of its own.
func (c *composition) speaksAtFoot(p *model.Placement, k cell) bool {
	if k.film != filmLine && k.film != filmBand || p.Video+p.Sector+p.Country != "" || len(c.factsOf(p)) > 0 {
		return true
	}
	return k.history == historyInBand && (c.snapshot.Predecessor != nil || len(c.pastOf(p)) > 0)
}

// film shows where the film of the entry is, as the slot does.
func (l placing) film(recto bool) {
	switch {
	case !l.c.speaksAtFoot(l.entry.placement, l.cell):
	case l.plan.film == filmLine:
		l.footLine()
	case l.plan.film == filmCorner:
		l.filmCorner()
	case l.plan.film == filmBand && recto:
		l.footBand()
	}
}

// footLine sets the rule, sector and country, and the film with its QR code on
// the outer side, along the foot of a page.
func (l placing) footLine() {
	s, pl := l.s, l.entry.placement
	ruleY, y := l.y(float64(l.height-1)), l.y(float64(l.height))
	x, w := s.x0(), l.w
	if pl.Video != "" {
		side := l.code(s.left(0, l.c.codeWidth(l.cell)), y, l.c.codeWidth(l.cell))
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
		line := s.fit(from(pl, model.FieldVideo), CaptionStrong, shortAddress(pl.Video), w*6/10)
		right -= line.Width
		l.address(line, right, y)
		label := s.set(furniture, span{Caption, l.c.words.say("film")})
		right -= label.Width + typeset.MM(1.6)
		s.put(label, right, y, Caption, furniture, s.nextBlock())
		right -= typeset.MM(7)
	}
	sector := s.fit(from(pl, "sector"), Caption, l.footText(max(right-x, w/4)), max(right-x, w/4))
	s.put(sector, right-sector.Width, y, Caption, from(pl, "sector"), s.nextBlock())
}

// filmCorner sets the QR code below the rank and the address below it.
func (l placing) filmCorner() {
	pl := l.entry.placement
	if pl.Video == "" {
		return
	}
	x, w := l.in(l.filmBox)
	lines := l.s.lines(from(pl, model.FieldVideo), CaptionStrong, shortAddress(pl.Video), w+l.c.theme.Gutter*2/3)
	if widest(lines) > w+l.c.theme.Gutter*2/3 || len(lines) > 2 {
		lines = []typeset.Line{l.s.fit(from(pl, model.FieldVideo), CaptionStrong, shortAddress(pl.Video), w+l.c.theme.Gutter*2/3)}
	}
	leading := l.s.typeOf(CaptionStrong).Leading
	y := l.y(float64(l.height)) - typeset.Length(len(lines)-1)*leading
	side := l.c.codeWidth(l.cell)
	at := x
	if l.c.theme.Centred {
		at += (w - side) / 2
	}
	l.code(at, y-l.c.theme.Leading, side)
	for i, line := range lines {
		at := x
		if l.c.theme.Centred {
			at += (w - line.Width) / 2
		}
		l.address(line, at, y+typeset.Length(i)*leading)
	}
}

// footBand sets what else is known of an entry along the foot of a spread:
// where it was before, sector and region, the film.
func (l placing) footBand() {
	s, pl := l.s, l.entry.placement
	band, gutter := l.plan.band, l.c.theme.Gutter
	top := float64(l.height - band.lines) // of the lines below the labels
	x, w, y := s.x0(), l.w, l.y(top-0.5)
	second, third := typeset.Length(band.parts[0]*float64(w+gutter)), typeset.Length(band.parts[1]*float64(w+gutter))
	side, quiet := l.c.codeWidth(l.cell), typeset.MM(quietZone)
	address := shortAddress(pl.Video)
	// An address that is a little too long for its line has some of the part before.
	third = max(third*7/8, min(third, w-side-quiet-s.width(span{BandStrong, address})))
	s.slotRule(x, l.y(top-2), w)
	l.bandHistory(x, second-gutter, y)
	if facts := l.c.factsOf(pl); pl.Sector+pl.Country != "" || len(facts) > 0 {
		room := third - second - gutter
		label := s.fit(furniture, Label, l.c.label(l.c.words.say("sector and region")), room)
		s.put(label, x+second, y, Label, furniture, s.nextBlock())
		n := 0
		line := func(field, text string) {
			n++
			s.fitted(x+second, y+typeset.Length(n)*l.c.theme.Leading, room, Band, text, from(pl, field).as(page.Paragraph))
		}
		for i, text := range []string{pl.Sector, pl.Country} {
			if text != "" {
				line([]string{"sector", "country"}[i], text)
			}
		}
		for _, f := range facts {
			if n == band.lines || s.width(span{Band, f.text}) > room {
				s.problem(noFactProblem(pl, f))
				continue
			}
			line("sector", f.text)
		}
	}
	if pl.Video == "" {
		return
	}
	codeFoot := max(l.y(float64(l.height)-band.code), l.y(top-2)+quiet+side)
	l.code(x+w-side, codeFoot, side)
	room := w - third - side - quiet
	s.text(x+third, y, Label, l.c.label(l.c.words.say("the film")), furniture)
	lines := s.lines(from(pl, model.FieldVideo), BandStrong, address, room)
	if widest(lines) > room || len(lines) > 3 {
		// Too long for its place: along the foot of the page.
		line := s.fit(from(pl, model.FieldVideo), BandStrong, address, w)
		l.address(line, x+w-line.Width, max(l.y(float64(l.height)+0.25), codeFoot+quiet+l.s.typeOf(BandStrong).Size))
		return
	}
	for i, line := range lines {
		l.address(line, x+third, y+typeset.Length(i+1)*l.c.theme.Leading)
	}
}

// bandHistory names the earlier editions, one a line; of more than have room the
// oldest share the first line.
func (l placing) bandHistory(x, w, y typeset.Length) {
	s, c := l.s, l.c
	all := c.pastOf(l.entry.placement)
	s.put(c.historyLabel(&s.setter, all, w, false), x, y, Label, furniture, s.nextBlock())
	mark := from(l.entry.placement, model.FieldHistory).as(page.Paragraph)
	inset := s.width(span{Band, "0000"}) + typeset.MM(6)
	line := func(i int, year, text string, use Use) {
		at := y + typeset.Length(i+1)*c.theme.Leading
		width := s.text(x, at, Band, year, mark)
		s.fitted(x+max(inset, width+typeset.MM(2)), at, w-max(inset, width+typeset.MM(2)), use, text, mark)
	}
	n := 0
	if over := len(all) - l.plan.band.lines; over > 0 {
		line(0, strconv.Itoa(all[0].year)+"–"+strconv.Itoa(all[over].year), c.words.say("included"), BandNote)
		all, n = all[over+1:], 1
	}
	for _, a := range all {
		text, use := joined(" · ", a.rank, a.list), Band
		if text == "" {
			text, use = c.words.say("included"), BandNote
		}
		line(n, strconv.Itoa(a.year), text, use)
		n++
	}
}

// address draws the film's readable address, which leads there.
func (l placing) address(line typeset.Line, x, y typeset.Length) {
	pl := l.entry.placement
	use := CaptionStrong
	if l.plan.film == filmBand {
		use = BandStrong
	}
	l.s.put(line, x, y, use, from(pl, model.FieldVideo).as(page.Paragraph), l.s.nextBlock())
	l.s.add(&page.Link{X: x, Y: y - 8*typeset.Pt, W: line.Width, H: 10 * typeset.Pt, URL: pl.Video})
}

// code draws the QR code of the film with its left edge at x and its foot on y,
// at most so wide, and gives its width.
func (l placing) code(x, y, most typeset.Length) typeset.Length {
	p := l.entry.placement
	address := codeAddress(p.Video)
	qr, err := page.EncodeQR(address)
	if err != nil {
		l.s.problem(model.Problem{
			Severity: model.Error, Kind: model.ProblemMissingGlyph, PlacementID: p.ID, PersonID: firstPerson(p), Person: p.PrintedName(), Field: model.FieldVideo,
			Text:   model.Say("The film address of {{.Name}} is too long for a QR code.", "Name", p.PrintedName()),
			Remedy: model.Say("Use a shorter address."),
		})
		return 0
	}
	modules := typeset.Length(qr.Size)
	module := min(most/modules, typeset.MM(mostModule))
	side := module * modules
	if !l.s.verso || l.plan.film == filmBand {
		// What rounding to whole modules leaves must not show at the outer edge.
		if l.plan.film != filmCorner {
			x += most - side
		}
	}
	code := qr.Path(x, y-side, module, page.Color{K: 100})
	code.Alt = l.c.words.say("film code", "name", p.PrintedName())
	code.Source = from(p, model.FieldVideo).source
	l.s.add(code)
	l.s.add(&page.Link{X: x, Y: y - side, W: side, H: side, URL: p.Video})
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
