package yearbook

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// creditPages lists who took the pictures and where they are, in the order of
// the book.
func (c *composition) creditPages(b *binder, section model.Section) {
	credits := c.pictureCredits()
	if len(credits) == 0 {
		return
	}
	title := cmp.Or(section.Title, c.words.say("credits"))
	inset := c.grid.third() + c.theme.Gutter
	need := 0.0
	for _, credit := range credits {
		set := &setter{c: c}
		name, places := set.balanced(furniture, TableStrong, credit.name, c.grid.third()), set.lines(furniture, Table, credit.places, c.grid.text-inset)
		need += float64(max(len(name), len(places))) + 0.5
	}
	place := c.placeList(b, section, title, func(p listPlace) float64 { return p.white(5) + 1 + need })
	s := place.s
	if s == nil {
		b.start(section, model.StartAny)
		s = b.next(section.Kind)
		s.runningHead(c, title)
	}
	c.beginSection(s, c.anchorOf(section.Kind), title, "", nil)
	at := s.putListTitle(title, place) + place.white(3)
	at += float64(s.standing(s.x0(), c.standingWidth(c.grid.col(c.grid.theme.Columns-1)), s.ln(at), ContentsNote, c.words.say("credits note"), textMark{role: page.Caption})) + place.white(2)
	for _, credit := range credits {
		mark := textMark{source: page.Source{Record: credit.record, Field: model.FieldCredit}, role: page.ListItem}
		name := s.balanced(mark, TableStrong, credit.name, c.grid.third())
		places := s.lines(mark, Table, credit.places, c.grid.text-inset)
		height := float64(max(len(name), len(places)))
		if at+height-1 > float64(c.grid.last) {
			s = b.next(section.Kind)
			s.runningHead(c, title)
			at = 4
		}
		s.putLines(name, s.x0(), s.ln(at), TableStrong, mark)
		s.putLines(places, s.x0()+inset, s.ln(at), Table, mark)
		at += height + 0.5
	}
	c.endedAt = ended{s, s.ln(at - 1.5)}
}

// pictureCredit is somebody's pictures.
type pictureCredit struct {
	name, places string
	record       string // the first photo
}

// pictureCredits gathers the credits of all pictures in the book; where two
// pictures of a page have different ones, they say which is which.
func (c *composition) pictureCredits() []pictureCredit {
	credits := c.creditOfPictures()
	onPage := map[int][]pictureAt{}
	for _, p := range c.found.pictures {
		onPage[p.page] = append(onPage[p.page], p)
	}
	var out []pictureCredit
	at := map[string]int{}
	places := map[string][]string{}
	plain := map[string][]int{}
	for _, p := range c.found.pictures {
		credit, ok := credits[p.key]
		if !ok {
			continue
		}
		if _, have := at[credit.name]; !have {
			at[credit.name] = len(out)
			out = append(out, credit)
		}
		if word := c.whichOf(onPage[p.page], p, credits); word != "" {
			text := noBreak(itoa(p.page) + " (" + word + ")")
			if !slices.Contains(places[credit.name], text) {
				places[credit.name] = append(c.flushed(places[credit.name], plain, credit.name), text)
			}
			continue
		}
		plain[credit.name] = appendPage(plain[credit.name], p.page)
	}
	for i := range out {
		name := out[i].name
		out[i].places = strings.Join(c.flushed(places[name], plain, name), ", ")
	}
	return out
}

// flushed writes the pages gathered so far as ranges behind the places.
func (c *composition) flushed(places []string, plain map[string][]int, name string) []string {
	if len(plain[name]) > 0 {
		places = append(places, pageRanges(plain[name]))
		plain[name] = nil
	}
	return places
}

// whichOf says which of the pictures of a page is meant, where their credits differ.
func (c *composition) whichOf(all []pictureAt, p pictureAt, credits map[string]pictureCredit) string {
	differs := false
	highest, lowest := p.top, p.top
	for _, o := range all {
		other := credits[o.key].name != credits[p.key].name
		if other && max(o.top-p.top, p.top-o.top) < 20*typeset.Pt {
			return "" // beside each other: no word is short enough
		}
		differs = differs || other
		highest, lowest = min(highest, o.top), max(lowest, o.top)
	}
	switch {
	case !differs || lowest-highest < 20*typeset.Pt:
		return ""
	case p.top-highest < 20*typeset.Pt:
		return c.words.say("top of page")
	case lowest-p.top < 20*typeset.Pt:
		return c.words.say("foot of page")
	}
	return c.words.say("middle of page")
}

// creditOfPictures gives the credit of each picture by the key of its pixels.
func (c *composition) creditOfPictures() map[string]pictureCredit {
	credits := map[string]pictureCredit{}
	for _, id := range slices.Sorted(maps.Keys(c.snapshot.Photos)) {
		p := c.snapshot.Photos[id]
		if name := strings.TrimSpace(p.Credit); name != "" {
			credits[p.Key] = pictureCredit{name: name, record: string(id)}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.snapshot.Assets)) {
		a := c.snapshot.Assets[id]
		if name := strings.TrimSpace(a.Credit); name != "" && a.Key != "" {
			credits[a.Key] = pictureCredit{name: name, record: string(id)}
		}
	}
	return credits
}
