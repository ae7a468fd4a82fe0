package typeset

// lineJob is one line to be made: words from (inside its word at cut, where
// midFrom) up to word to (and into it up to the cut, where midTo).
type lineJob struct {
	from, to         int32
	fromCut, toCut   cut
	midFrom, midTo   bool
	hyphen           bool // add one
	justify          bool
	width            Length // to be filled
	hangEnd, hangBeg Length
	space            *gap // the white that follows in the text
}

// part is a piece of a line: shaped text or a gap.
type part struct {
	shaped *shaped
	piece  *piece
	at     int32 // byte of the piece's text where the shaped text begins
	hyphen int32 // byte of the shaped text where an added hyphen stands, -1: none
	gap    *gap
	level  int8
}

// build makes the lines of a sequence that ends its lines at the given stops.
func (s *setter) build(res *Result, p *Paragraph, stops []stop, at, next int, ends bool) {
	q := &s.seq
	from := stop{hangStart: s.fitter.stops[0].hangStart}
	for i := range stops {
		to := &stops[i]
		last := i == len(stops)-1
		job := lineJob{from: from.word, to: to.word, hyphen: to.kind == atHyphen, hangEnd: to.hangEnd, hangBeg: from.hangStart}
		if from.kind != atSpace {
			job.fromCut, job.midFrom = from.cut, true
		}
		if to.kind != atSpace && !last {
			job.toCut, job.midTo = to.cut, true
		}
		number := len(res.Lines)
		indent, width := p.Indent*b2l(number == 0), s.fitter.width(number-s.fitter.first)
		if p.Shape != nil {
			indent, _ = p.Shape(number)
		}
		job.width = width
		natural := to.end - from.start - to.hangEnd - from.hangStart
		job.justify = p.Align == Justify && (!last || natural > width)
		end := next
		switch {
		case last && !ends:
			job.space = &gap{text: " ", start: int32(next - 1), end: int32(next), span: q.spanAt(int32(next-1), 0)}
		case !last && to.kind == atSpace:
			job.space = &q.words[to.word].gap
			end = int(q.words[to.word].start)
		case !last:
			end = int(q.cutSource(to.cut))
		}
		line := s.line(job)
		line.Start, line.End, line.Hyphenated = at, end, to.hyphenated()
		line.Hang = from.hangStart
		line.Indent = indent + s.shift(p, &line, to, width, last)
		if line.Width-to.hangEnd-from.hangStart > width+overfullBy {
			res.Overfull = append(res.Overfull, number)
		}
		res.Lines = append(res.Lines, line)
		at, from = end, *to
	}
}

// overfullBy is what rounding may add to a line: nobody sees a hundredth of a point.
const overfullBy Length = 10

func b2l(b bool) Length {
	if b {
		return 1
	}
	return 0
}

// shift is how far a line moves to the right within its width.
func (s *setter) shift(p *Paragraph, line *Line, to *stop, width Length, last bool) Length {
	free := width - (line.Width - line.Hang - to.hangEnd)
	rtl := s.seq.base == 1
	switch {
	case p.Align == Centre:
		return free / 2
	case p.Align == Right, p.Align == Justify && last && rtl && free > 0:
		return free
	}
	if rtl && p.Align == Justify && p.Shape == nil {
		return -p.Indent * b2l(line.Start == 0) // a right-to-left paragraph is indented at the right
	}
	return 0
}

// cutSource is the byte of the paragraph at which a word is divided. Soft
// hyphens before it belong to the line that ends.
func (q *sequence) cutSource(c cut) int32 {
	return q.pieces[c.piece].sourceOf(c.at)
}

// line makes one line.
func (s *setter) line(job lineJob) Line {
	s.parts = s.parts[:0]
	q := &s.seq
	for i := job.from; i <= job.to && int(i) <= len(q.words); i++ {
		if i == job.to && !job.midTo {
			break
		}
		w := &q.words[i]
		if w.gap.text != "" && (i > job.from || i == 0 && !job.midFrom) {
			s.parts = append(s.parts, part{gap: &w.gap, level: w.gap.level, hyphen: -1})
		}
		s.wordParts(w, i, &job)
	}
	if q.keepWhite && q.tail.text != "" && job.space == nil {
		job.space = &q.tail
	}
	return s.place(&job)
}

// wordParts adds the pieces of a word that stand in the line.
func (s *setter) wordParts(w *word, i int32, job *lineJob) {
	q := &s.seq
	for k := w.first; k < w.last; k++ {
		p := &q.pieces[k]
		from, to := int32(0), int32(len(p.text))
		if i == job.from && job.midFrom {
			if k < job.fromCut.piece {
				continue
			}
			if k == job.fromCut.piece {
				from = job.fromCut.at
			}
		}
		ends := false
		if i == job.to && job.midTo {
			if k > job.toCut.piece || k == job.toCut.piece && job.toCut.at == 0 {
				break
			}
			if k == job.toCut.piece {
				to, ends = job.toCut.at, true
			}
			ends = ends || k+1 == job.toCut.piece && job.toCut.at == 0
		}
		s.parts = append(s.parts, s.piecePart(p, from, to, ends && job.hyphen))
	}
}

func (s *setter) piecePart(p *piece, from, to int32, hyphen bool) part {
	out := part{shaped: p.shaped, piece: p, at: from, hyphen: -1, level: p.level}
	if hyphen {
		out.shaped = s.seq.founts[p.span].shape(p.text[from:to]+"-", p.level&1 == 1)
		out.hyphen = to - from
	} else if from > 0 || int(to) < len(p.text) {
		out.shaped = s.seq.founts[p.span].shape(p.text[from:to], p.level&1 == 1)
	}
	return out
}
