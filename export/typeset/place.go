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
	dense Length // and after each of a script without word spaces
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
	letters, dense := 0, int32(0)
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
		dense += p.shaped.dense
		if !p.shaped.joined {
			letters += p.shaped.letters
		}
	}
	lack := job.width + job.hangEnd + job.hangBeg - ink - space
	if lack <= 0 {
		dense = 0
	}
	opens := opening(dense, size)
	if ink == 0 || space+opens == 0 {
		return micro{}
	}
	scaled, tracked, _ := share(lack, ink, space+opens, size*Length(letters))
	m := micro{scale: int16(1000 + divRound(int64(scaled)*1000, int64(ink)))}
	if letters > 0 {
		m.track = tracked / Length(letters)
	}
	if dense > 0 {
		rest := lack - (m.width(ink) - ink) - m.track*Length(letters)
		m.dense = s.between(rest, space, opens, size, dense)
	}
	return m
}

// between is what each of the characters takes that open of what is left to the
// white of a line. One at the end of the line has nothing to open to. Where there
// are few of them the line stays short or its word spaces take the rest.
func (s *setter) between(rest, space, opens, size Length, dense int32) Length {
	gaps := Length(dense)
	if last := s.parts[len(s.parts)-1].shaped; last != nil && len(last.glyphs) > 0 && last.denseAt(last.glyphs[len(last.glyphs)-1].start) {
		gaps--
	}
	if gaps == 0 {
		return 0
	}
	return min(rest*opens/(space+opens)/gaps, size/4)
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
			if m.dense != 0 && p.shaped.denseAt(g.start) {
				out.Advance += Short(m.dense)
			}
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
	if p.gap != nil || s.seq.bidi || len(p.shaped.glyphs) == 0 {
		return
	}
	if !p.shaped.joined {
		line.Glyphs[n].Advance -= Short(p.shaped.tracking(&s.seq.spans[p.piece.span].Style) + m.track)
	}
	if m.dense != 0 && p.shaped.denseAt(p.shaped.glyphs[len(p.shaped.glyphs)-1].start) {
		line.Glyphs[n].Advance -= Short(m.dense)
	}
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
