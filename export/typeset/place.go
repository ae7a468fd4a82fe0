package typeset

// place makes the glyphs of a line from its parts and fills its width.
func (s *setter) place(job *lineJob) Line {
	m := s.adjust(job)
	n := 1
	for i := range s.parts {
		n++
		if sh := s.parts[i].shaped; sh != nil {
			n += len(sh.glyphs)
		}
	}
	line := Line{Glyphs: make([]Glyph, 0, n)}
	s.spaces = s.spaces[:0]
	if order := s.order(); order == nil {
		for i := range s.parts {
			s.emit(&line, &s.parts[i], m)
		}
	} else {
		for _, i := range order {
			s.emit(&line, &s.parts[i], m)
		}
	}
	s.closeTracking(&line, m)
	for i := range line.Glyphs {
		line.Width += Length(line.Glyphs[i].Advance)
	}
	if job.justify {
		s.justify(&line, job)
	}
	if job.space != nil {
		s.emitGap(&line, job.space, micro{})
	}
	return line
}

// order is the order of the parts from left to right; nil: as they are.
func (s *setter) order() []int {
	if !s.seq.bidi {
		return nil
	}
	s.levels = s.levels[:0]
	for i := range s.parts {
		s.levels = append(s.levels, s.parts[i].level)
	}
	return visualOrder(s.levels)
}

// micro is what the letters of a line take of what it lacks.
type micro struct {
	scale int16  // of the letters, in thousandths; 0 is unchanged
	track Length // added after each letter
}

func (m micro) width(w Length) Length {
	if m.scale == 0 {
		return w
	}
	return Length(divRound(int64(w)*int64(m.scale), 1000))
}

// adjust finds how the letters of a justified line change.
func (s *setter) adjust(job *lineJob) micro {
	if !job.justify {
		return micro{}
	}
	var ink, space, size Length
	letters := 0
	for i := range s.parts {
		p := &s.parts[i]
		if p.gap != nil {
			if p.gap.fixed {
				ink += p.gap.width
			} else {
				space += p.gap.width
			}
			continue
		}
		style := &s.seq.spans[p.piece.span].Style
		ink += p.shaped.length(style)
		size = max(size, style.Size)
		if !p.shaped.joined {
			letters += p.shaped.letters
		}
	}
	if ink == 0 || space == 0 {
		return s.spread(job, ink, size, letters)
	}
	lack := job.width + job.hangEnd + job.hangBeg - ink - space
	scaled, tracked, _ := share(lack, ink, space, size*Length(letters))
	m := micro{scale: int16(1000 + divRound(int64(scaled)*1000, int64(ink)))}
	if letters > 0 {
		m.track = tracked / Length(letters)
	}
	return m
}

// spread parts what a line without word spaces lacks between its characters, as
// East Asian text is justified. Elsewhere the line stays short.
func (s *setter) spread(job *lineJob, ink, size Length, letters int) micro {
	lack := job.width + job.hangEnd + job.hangBeg - ink
	if letters < 2 || lack <= 0 || lack > 2*size {
		return micro{}
	}
	for i := range s.parts {
		if p := s.parts[i].piece; p == nil || p.shaped == nil || !hasDenseText(p.text) {
			return micro{}
		}
	}
	return micro{track: lack / Length(letters-1)}
}

// hasDenseText says whether a text is mostly of scripts that set no space
// between words.
func hasDenseText(text string) bool {
	n, all := 0, 0
	for _, r := range text {
		if all++; dense(r) {
			n++
		}
	}
	return 2*n > all
}

func (s *setter) emit(line *Line, p *part, m micro) {
	if p.gap != nil {
		if !p.gap.fixed {
			s.spaces = append(s.spaces, int32(len(line.Glyphs)))
		}
		s.emitGap(line, p.gap, m)
		return
	}
	style := &s.seq.spans[p.piece.span].Style
	track := p.shaped.tracking(style)
	if !p.shaped.joined {
		track += m.track
	}
	for i := range p.shaped.glyphs {
		g := &p.shaped.glyphs[i]
		size := style.Size
		if g.size != 1000 {
			size = Length(divRound(int64(size)*int64(g.size), 1000))
		}
		out := Glyph{
			Face: g.face, ID: g.gid, Size: Short(size), Scale: m.scale,
			Start:   p.piece.sourceOf(p.at + g.start),
			Advance: Short(m.width(g.face.Scale(int(g.advance), size))),
			YOffset: Short(style.Rise),
		}
		if g.dx != 0 || g.dy != 0 {
			out.XOffset = Short(m.width(g.face.Scale(int(g.dx), size)))
			out.YOffset += Short(g.face.Scale(int(g.dy), size))
		}
		if g.speaks {
			out.Text = p.shaped.text[g.start:g.end]
			if p.hyphen >= 0 && g.end > p.hyphen {
				out.Text = p.shaped.text[g.start:max(p.hyphen, g.start)] + string(softHyphen)
			}
		}
		if g.final {
			out.Advance += Short(track)
		}
		line.Glyphs = append(line.Glyphs, out)
	}
}

func (s *setter) emitGap(line *Line, g *gap, m micro) {
	q := &s.seq
	style := &q.spans[g.span].Style
	sh := q.founts[g.span].shape(" ", false)
	if len(sh.glyphs) == 0 {
		return
	}
	width := g.width
	if width == 0 {
		width = sh.length(style)
	}
	line.Glyphs = append(line.Glyphs, Glyph{
		Face: sh.glyphs[0].face, ID: sh.glyphs[0].gid, Start: g.start, Advance: Short(width),
		YOffset: Short(style.Rise), Text: g.text, Size: Short(style.Size), Scale: m.scale,
	})
}

// closeTracking takes away the white that tracking put after the last letter:
// a line is as wide as what can be seen of it.
func (s *setter) closeTracking(line *Line, m micro) {
	n := len(line.Glyphs) - 1
	if n < 0 || len(s.parts) == 0 {
		return
	}
	p := &s.parts[len(s.parts)-1]
	if p.gap != nil || p.shaped.joined || s.seq.bidi || len(p.shaped.glyphs) == 0 {
		return
	}
	line.Glyphs[n].Advance -= Short(p.shaped.tracking(&s.seq.spans[p.piece.span].Style) + m.track)
}

// justify gives the word spaces what the line still lacks.
func (s *setter) justify(line *Line, job *lineJob) {
	n := Length(len(s.spaces))
	if n == 0 {
		return
	}
	lack := job.width + job.hangEnd + job.hangBeg - line.Width
	var own Length
	for _, i := range s.spaces {
		own += Length(line.Glyphs[i].Advance)
	}
	if lack < -own*tightest*11/10/1000 { // an overfull line: white is not set over letters
		lack = -own * tightest / 1000
	}
	given := Length(0)
	for k, i := range s.spaces {
		to := Length(divRound(int64(lack)*int64(k+1), int64(n)))
		line.Glyphs[i].Advance += Short(to - given)
		given = to
	}
	line.Width += lack
	if own > 0 {
		line.Space = float64(own+lack) / float64(own)
	}
}
