package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

// keyPart is a mark of movement with what it means.
type keyPart struct {
	triangle, up bool
	mark, means  string // without a mark it is a sentence
}

// movementKey explains the marks, between the title of the list and its rows.
type movementKey struct {
	explained string // against which list
	lines     [][]keyPart
	beside    typeset.Length // how far right of it they stand; 0: below
	at        float64        // first line
}

// keyPitchLines is how many lines of the grid those of a key are apart.
const keyPitchLines = 0.95

// movementKey sets the key beside the sentence where the list has two columns and
// both have room, else below it, or behind it where that saves the third line.
func (c *composition) movementKey(s *setter, shape indexShape) (k movementKey) {
	year := c.comparedYear()
	if year == "" {
		return movementKey{}
	}
	parts := []keyPart{
		{triangle: true, up: true, means: c.words.say("up")},
		{triangle: true, means: c.words.say("down")},
		{mark: "=", means: c.words.say("same")},
		{mark: c.words.say("new"), means: c.words.say("new key")},
		{mark: c.words.say("re-entry"), means: c.words.say("re key")},
	}
	k = movementKey{explained: c.words.say("movement key", "year", year), lines: [][]keyPart{parts[:3], parts[3:]}, at: 5.3}
	w := c.grid.text
	wide := max(c.keyWidth(s, k.lines[0]), c.keyWidth(s, k.lines[1]))
	if shape.columns > 1 && !c.theme.Centred && s.width(span{ContentsNote, k.explained})+2*c.theme.Gutter+wide <= w {
		k.beside = min(c.grid.half()+c.theme.Gutter, w-wide)
		return k
	}
	sentence := keyPart{means: k.explained}
	if c.keyWidth(s, parts) <= w {
		k.lines = [][]keyPart{{sentence}, parts}
	} else if k.lines = c.wrapKey(s, append([]keyPart{sentence}, parts...), w); len(k.lines) > 2 {
		k.lines, k.at = [][]keyPart{{sentence}, parts[:3], parts[3:]}, 4.75
	}
	k.explained = ""
	return k
}

// lower is how many lines lower the rows of the list begin than below two lines.
func (k *movementKey) lower() float64 {
	if len(k.lines) > 2 {
		return 0.75
	}
	return 0
}

// wrapKey fills lines of a width with the parts of a key.
func (c *composition) wrapKey(s *setter, parts []keyPart, w typeset.Length) (lines [][]keyPart) {
	for n := 1; len(parts) > 0; n = 1 {
		for n < len(parts) && c.keyWidth(s, parts[:n+1]) <= w {
			n++
		}
		lines, parts = append(lines, parts[:n]), parts[n:]
	}
	return lines
}

// putKey draws the key.
func (c *composition) putKey(s *sheet, k movementKey) {
	if k.explained != "" {
		s.paragraph(s.x0(), s.ln(k.at), c.grid.half(), ContentsNote, k.explained, textMark{role: page.Caption})
	}
	for i, line := range k.lines {
		x := s.x0() + k.beside
		c.keyLine(s, line, c.standsAt(x, c.grid.text, c.keyWidth(&s.setter, line)), s.ln(k.at+float64(i)*keyPitchLines))
	}
}

// The white within a key and between its parts.
var keyGap, keyPitch = typeset.Points(3.5), typeset.Points(9)

// gap is the white between the mark and what it means.
func (p *keyPart) gap() typeset.Length {
	if p.triangle || p.mark != "" {
		return keyGap
	}
	return 0
}

// keyTriangle is the side of a triangle in the key.
func (c *composition) keyTriangle() typeset.Length { return c.theme.Type[ContentsNote].Size / 2 }

func (c *composition) keyWidth(s *setter, parts []keyPart) (w typeset.Length) {
	for i, p := range parts {
		if i > 0 {
			w += keyPitch
		}
		if p.triangle {
			w += c.keyTriangle()
		}
		w += s.width(span{CaptionStrong, p.mark}) + p.gap() + s.width(span{ContentsNote, p.means})
	}
	return w
}

func (c *composition) keyLine(s *sheet, parts []keyPart, x, y typeset.Length) {
	for _, p := range parts {
		if p.triangle {
			color := c.theme.Grey
			if p.up {
				color = c.theme.Main
			}
			s.add(&page.Path{Segments: triangle(x, y, c.keyTriangle(), p.up), Fill: &color})
			x += c.keyTriangle()
		} else if p.mark != "" {
			x += s.text(x, y, CaptionStrong, p.mark, furniture)
		}
		x += p.gap()
		mark := furniture
		if p.gap() == 0 {
			mark = textMark{role: page.Caption}
		}
		x += s.text(x, y, ContentsNote, p.means, mark) + keyPitch
	}
}
