package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

// themeChart draws how many people raised each theme, from line at, and gives
// the line of its foot. Those whose sentences follow, the first printed ones, are
// in the accent.
func (c *composition) themeChart(s *sheet, themes []thread, printed int, at float64) float64 {
	s.standing(s.x0(), c.grid.text, s.ln(at), SectionLabel, c.label(c.words.say("answers by theme")), textMark{role: page.Heading2})
	names := c.grid.third()
	x, w := s.x0()+names+c.theme.Gutter, c.grid.text-names-c.theme.Gutter-typeset.MM(12)
	pitch := 2.0
	if room := float64(c.grid.last) - at - 4; float64(len(themes))*pitch > room {
		pitch = max(1.25, room/float64(len(themes)))
	}
	most := themes[0].people
	first := at + 2.25
	for i, t := range themes {
		y := s.ln(first + pitch*float64(i))
		s.hairRule(s.x0(), y-typeset.Points(14)*typeset.Length(pitch*500)/1000, c.grid.text)
		s.put(s.fit(furniture, Table, t.name, names), s.x0(), y, Table, textMark{role: page.ListItem}, s.nextBlock())
		length := w * typeset.Length(t.people) / typeset.Length(max(1, most))
		color := c.theme.Main
		if i >= printed {
			color = c.theme.Mid
		}
		s.fill(x, y-typeset.Points(7.4), length, typeset.Points(8.8), color, page.Source{})
		s.text(x+length+typeset.MM(1.8), y, TableStrong, itoa(t.people), textMark{role: page.ListItem})
	}
	last := first + pitch*float64(len(themes)-1) + 2
	note := c.words.say("themes note", "total", c.words.number(c.peopleInPrint()))
	s.standing(s.x0(), c.grid.text, s.ln(last), Caption, note, textMark{role: page.Caption})
	return last + 1
}
