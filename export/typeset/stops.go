package typeset

import "unicode/utf8"

// stop is a place where a line may end, with what the text measures up to it.
// The first stop is the beginning of the text, the last one its end.
type stop struct {
	word    int32 // the line ends before this word, or inside it at cut
	cut     cut
	kind    ending
	penalty int64
	// Measures from the beginning of the text to a line that ends here, and to
	// one that begins here: white at a line end belongs to neither.
	end, start           Length
	endSpace, startSpace Length // of which word spaces
	endLetters           int32
	startLetters         int32
	dense                int32 // characters between which a line may open
	hangEnd, hangStart   Length
}

// hyphenated says whether a line that ends here shows a hyphen.
func (s *stop) hyphenated() bool { return s.kind == atHyphen || s.kind == atMark }

// stops finds every place where a line of the sequence may end.
func (q *sequence) stops(out []stop, p *Paragraph, widest Length, e effort) []stop {
	out = append(out[:0], stop{})
	var x, space Length
	var letters, dense int32
	var cuts []cut
	for i := range q.words {
		w := &q.words[i]
		g := &w.gap
		if g.text != "" {
			stretch := g.width
			if g.fixed {
				stretch = 0
			}
			if together := g.solid || i > 0 && q.bound(i); i > 0 && (!together || e >= tearing) {
				penalty := int64(0)
				if together { // and wider than a line
					penalty = costTorn
				}
				out = append(out, stop{
					word: int32(i), kind: atSpace, penalty: penalty, end: x, start: x + g.width,
					endSpace: space, startSpace: space + stretch, endLetters: letters, startLetters: letters, dense: dense,
				})
				if p.Hang {
					s := &out[len(out)-1]
					s.hangEnd, s.hangStart = q.hangEndOf(&q.words[i-1]), q.hangStartOf(w)
				}
			}
			x += g.width
			space += stretch
		}
		cuts = q.cuts(cuts[:0], i, p, e, w.width > widest)
		for _, c := range cuts {
			out = append(out, q.cutStop(p, c, int32(i), x, space, letters, dense))
		}
		x += w.width
		letters += w.letters
		dense += w.dense
	}
	if p.Hang && len(q.words) > 0 {
		out[0].hangStart = q.hangStartOf(&q.words[0])
	}
	return append(out, stop{
		word: int32(len(q.words)), kind: atTextEnd, end: x, start: x,
		endSpace: space, startSpace: space, endLetters: letters, startLetters: letters, dense: dense,
	})
}

func (q *sequence) bound(i int) bool {
	a, b := &q.words[i-1], &q.words[i]
	return bound(q.text[a.start:a.end], q.text[b.start:b.end])
}

// cutStop is the line end at a place inside a word that begins at x.
func (q *sequence) cutStop(p *Paragraph, c cut, word int32, x, space Length, letters, dense int32) stop {
	w := &q.words[word]
	for i := w.first; i < c.piece; i++ {
		x += q.pieces[i].width
		letters += q.pieces[i].letters
		dense += q.pieces[i].shaped.dense
	}
	pc := &q.pieces[c.piece]
	style := &q.spans[pc.span].Style
	x += ems(pc.shaped.at(c.at), style.Size)
	n := int32(utf8.RuneCountInString(pc.text[:c.at]))
	letters += n
	if pc.shaped.dense > 0 {
		dense += denseIn(pc.text[:c.at])
	}
	if t := pc.shaped.tracking(style); t != 0 {
		x += t * Length(n)
	}
	s := stop{
		word: word, cut: c, kind: c.kind, penalty: c.penalty, end: x, start: x,
		endSpace: space, startSpace: space, endLetters: letters, startLetters: letters, dense: dense,
	}
	if c.kind == atHyphen {
		hyphen := q.founts[pc.span].shape("-", false).length(style)
		s.end += hyphen
		if p.Hang {
			s.hangEnd = hyphen * Length(hangAfter('-')) / 1000
		}
	} else if pc.shaped.joined {
		s.end += style.Size / 2 // a letter that loses its neighbour takes its wide final form
	} else if p.Hang && c.at > 0 {
		r, _ := utf8.DecodeLastRuneInString(pc.text[:c.at])
		s.hangEnd = q.hung(pc, r, hangAfter(r))
	}
	return s
}

// hangEndOf is how far the last character of a word stands out at a line end.
func (q *sequence) hangEndOf(w *word) Length {
	if w.first == w.last {
		return 0
	}
	p := &q.pieces[w.last-1]
	r, _ := utf8.DecodeLastRuneInString(p.text)
	return q.hung(p, r, hangAfter(r))
}

// hangStartOf is how far the first character of a word stands out at the
// beginning of a line.
func (q *sequence) hangStartOf(w *word) Length {
	if w.first == w.last {
		return 0
	}
	p := &q.pieces[w.first]
	r, _ := utf8.DecodeRuneInString(p.text)
	return q.hung(p, r, hangBefore(r))
}

func (q *sequence) hung(p *piece, r rune, part int64) Length {
	if part == 0 || p.level&1 == 1 {
		return 0
	}
	face := q.founts[p.span].face
	g, ok := face.NominalGlyph(r)
	if !ok {
		return 0
	}
	return face.Scale(face.GlyphAdvance(g), q.spans[p.span].Style.Size) * Length(part) / 1000
}
