package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

// themeNote is how many lines below the last row how it counts is said.
const themeNote = 2.0

// How many lines the rows of a chart of themes are apart, and at the most where
// nothing stands below it.
const themePitch, openThemePitch = 2.0, 3.25

// themeRows gives the lines on which the first and the last row of a chart of n
// themes stand that begins on line at, and how many they are apart, at the most
// pitch.
func (c *composition) themeRows(n int, at, pitch float64) (first, last, apart float64) {
	if room := float64(c.grid.last) - at - 4; float64(n)*pitch > room {
		pitch = max(1.25, room/float64(n))
	}
	first = at + 2.25
	return first, first + pitch*float64(n-1), pitch
}

// themeChart draws how many people raised each theme, from line at. Those whose
// sentences follow, the first printed ones, are in the accent.
func (c *composition) themeChart(s *sheet, themes []thread, printed int, at, pitch float64) {
	s.standing(s.x0(), c.grid.text, s.ln(at), SectionLabel, c.label(c.words.say("answers by theme")), textMark{role: page.Heading2})
	names := c.grid.third()
	x, w := s.x0()+names+c.theme.Gutter, c.grid.text-names-c.theme.Gutter-typeset.MM(12)
	most := themes[0].people
	first, last, pitch := c.themeRows(len(themes), at, pitch)
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
	note := c.words.say("themes note", "total", c.words.number(c.peopleInPrint()))
	s.standing(s.x0(), c.grid.text, s.ln(last+themeNote), Caption, note, textMark{role: page.Caption})
}
