package yearbook

import (
	"laurel/export/typeset"
	"laurel/model"
)

// The answers of a spread that are so short that its right-hand page would stay
// white are set as a statement: in large type, in one column.

// statementSizes are how large a statement is set, in thousandths of the size of
// answers, and how many lines of the grid its lines are apart; the largest that
// has room is taken.
var statementSizes = []struct{ scale, pitch int }{{2800, 3}, {2200, 3}, {1840, 2}}

// statementQuestion is the size of the questions above it, likewise.
const statementQuestion = 1250

// statementLook is that of a slot with its answers in large type, in the face of
// the theme for such.
func (c *composition) statementLook(kind slotKind, scale int) *look {
	l := *c.lookOf(kind)
	l.styles[Body].Face = c.styles[OpenerText].Face
	l.styles[BodyItalic].Face = c.styles[Standfirst].Face
	for _, u := range []Use{Body, BodyItalic, BodyStrong} {
		l.styles[u].NoHyphen = true
		l.styles[u].Size = l.styles[u].Size * typeset.Length(scale) / 1000
	}
	l.styles[Question].Size = l.styles[Question].Size * statementQuestion / 1000
	return &l
}

// setStatement sets the answers of a profile large where they have room so, and
// says whether they have.
func (c *composition) setStatement(p *profile, k cell, height int) bool {
	whole := k.width(k.answers.box)
	for _, size := range statementSizes {
		s := &setter{c: c, look: c.statementLook(p.kind, size.scale), ragged: true}
		w := min(whole, s.lineOf(Body, mostLetters))
		set := s.matterRows(p.entry.placement, w)
		if len(set) == 0 || len(spaced(set, size.pitch)) > height {
			continue
		}
		rows := spaced(s.evenRows(p.entry.placement, set, w), size.pitch)
		for i := range rows {
			if c.theme.Centred {
				rows[i].indent = (w - rows[i].line.Width) / 2
			}
		}
		p.columns, p.statement = [][]row{rows}, w
		if k.answers.rule == 0 { // a page of its own: a little above the middle
			p.frame.answers += (height - len(rows)) / 3
		}
		return true
	}
	return false
}

// evenRows sets the matter of a statement, best in the width w, so narrow as takes
// no more lines, so that none ends in a lonely word.
func (s *setter) evenRows(p *model.Placement, best []row, w typeset.Length) []row {
	for narrow := w - typeset.Points(6); narrow > w*3/4; narrow -= typeset.Points(6) {
		if rows := s.matterRows(p, narrow); len(rows) == len(best) {
			best = rows
		}
	}
	return best
}

// spaced stands rows so many lines of the grid apart, questions one.
func spaced(rows []row, pitch int) (out []row) {
	for i, r := range rows {
		above := pitch - 1
		if r.use == Question && !r.white || i == 0 {
			above = 0
		}
		for range above {
			out = append(out, row{white: true})
		}
		out = append(out, r)
	}
	return out
}
