package yearbook

import (
	"slices"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// listPlace is where a section of lists begins: on a page of its own, or below
// another.
type listPlace struct {
	s     *sheet  // that it shares with the section above; nil: it begins a page
	at    float64 // line of its title
	share float64 // of the usual white round its title, which is smaller where it has less
}

// closeTitle is the size of a title with less white round it, in thousandths.
const closeTitle = 600

// listShares are how much of the white round its title a section may have so that
// it has room below another, all of it first.
var listShares = []float64{1, 0.85, 0.7, 0.5}

// shortLists are the sections that may begin below one another on a page.
var shortLists = []model.SectionKind{model.SectionIndex, model.SectionOrganisations, model.SectionCredits, model.SectionThanks}

// openLists are the sections that one of them may begin below.
var openLists = append([]model.SectionKind{model.SectionAlumni}, shortLists...)

// white is how many lines stand where others have so many.
func (p listPlace) white(lines float64) float64 { return lines * p.share }

// placeList finds room for a short section of lists after the list that ended
// last. need says how many lines it takes below the last of its title. Without
// room, or where the section asks for a side of its own, it begins a page.
func (c *composition) placeList(b *binder, section model.Section, title string, need func(p listPlace) float64) listPlace {
	s := b.last()
	if s == nil || s != c.endedAt.on || section.Start != "" || b.opener != nil || !slices.Contains(openLists, model.SectionKind(s.page.Section)) {
		return listPlace{at: titleLine, share: 1}
	}
	for _, share := range listShares {
		p := listPlace{s: s, share: share}
		p.at = c.grid.lineAt(c.endedAt.y) + p.white(titleGap+0.5) + (1-share)/3
		lines, scale := c.listTitle(title, p)
		turned := c.inLines(c.theme.Type[PageTitle].Leading*typeset.Length(scale)/1000) * float64(len(lines)-1)
		if p.at+turned+need(p) <= float64(c.grid.last) {
			b.evenly = nil
			return p
		}
	}
	return listPlace{at: titleLine, share: 1}
}

// listTitle sets the title of a section in the size of its place.
func (c *composition) listTitle(title string, p listPlace) (lines []typeset.Line, scale int) {
	set := &setter{c: c}
	scale = 1000
	if p.share < 1 {
		scale = closeTitle
	}
	set.scale = scale
	return set.balanced(textMark{role: page.Heading1}, PageTitle, title, c.grid.text), scale
}

// putListTitle draws the title of a section in its place and gives the line it
// ends on.
func (s *sheet) putListTitle(title string, p listPlace) float64 {
	lines, scale := s.c.listTitle(title, p)
	last := s.standScaled(lines, s.x0(), s.c.grid.text, s.ln(p.at), PageTitle, textMark{role: page.Heading1}, scale)
	return float64(last-s.c.theme.HeadMargin) / float64(s.c.theme.Leading)
}
