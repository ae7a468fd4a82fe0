package typeset

const (
	softHyphen   = '\u00AD'
	noBreakSpace = '\u00A0'
	narrowSpace  = '\u202F'
	figureSpace  = '\u2007'
)

// white says whether a character is white between words. Line ends are not:
// they are dealt with before.
func white(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r == '\t'
	}
	switch {
	case r == noBreakSpace, r == 0x1680, r >= 0x2000 && r <= 0x200A, r == narrowSpace, r == 0x205F, r == 0x3000:
		return true
	}
	return false
}

// lineEnd says how many bytes a forced line end at the beginning of text
// takes, 0 where there is none.
func lineEnd(text string) int32 {
	switch text[0] {
	case '\r':
		if len(text) > 1 && text[1] == '\n' {
			return 2
		}
		return 1
	case '\n', '\v', '\f':
		return 1
	case 0xC2: // U+0085
		if len(text) > 1 && text[1] == 0x85 {
			return 2
		}
	case 0xE2: // U+2028, U+2029
		if len(text) > 2 && text[1] == 0x80 && (text[2] == 0xA8 || text[2] == 0xA9) {
			return 3
		}
	}
	return 0
}

// spaceWidth is the width of a fixed space in thousandths of an em, as the
// Unicode Standard describes them; 0 for a word space.
func spaceWidth(r rune) int64 {
	switch r {
	case 0x2000, 0x2002:
		return 500
	case 0x2001, 0x2003, 0x3000:
		return 1000
	case 0x2004:
		return 333
	case 0x2005, 0x2008:
		return 250
	case 0x2006, 0x2009, narrowSpace:
		return 167
	case figureSpace:
		return 500
	case 0x200A:
		return 83
	case 0x205F:
		return 222
	}
	return 0
}

// folds says whether another white character is swallowed by a gap: a run of
// word spaces is one space. No-break spaces and spaces of a set width stay.
func (g *gap) folds(r rune) bool {
	return g.text == " " && (r == ' ' || r == '\t')
}

// widen begins a gap or lets it swallow one more space.
func (q *sequence) widen(g gap, r rune, start, end, span int32, runeAt int) gap {
	if g.text != "" {
		g.end = end
		return g
	}
	g = gap{text: " ", start: start, end: end, span: span, level: q.levelAt(runeAt)}
	style := &q.spans[span].Style
	switch r {
	case noBreakSpace, narrowSpace, figureSpace:
		g.solid = true
	}
	if r != '\t' {
		g.text = q.text[start:end]
	}
	if w := spaceWidth(r); w != 0 {
		g.fixed = true
		g.width = ems(w*1000, style.Size)
	} else {
		g.width = q.founts[span].shape(" ", false).length(style)
	}
	return g
}
