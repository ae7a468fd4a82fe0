package page

// At gives the source of the topmost text, picture or code at a place of the
// page; ok is false over white paper and over furniture.
func (p *Page) At(x, y Length) (from Source, ok bool) {
	for i := len(p.Marks) - 1; i >= 0; i-- {
		source, left, top, right, bottom := bounds(p.Marks[i])
		if source.Record != "" && x >= left && x <= right && y >= top && y <= bottom {
			return source, true
		}
	}
	return Source{}, false
}

// bounds gives the rectangle that a mark with a source covers.
func bounds(m Mark) (source Source, left, top, right, bottom Length) {
	switch m := m.(type) {
	case *Text:
		size := Length(0)
		for _, g := range m.Line.Glyphs {
			size = max(size, Length(g.Size))
		}
		if m.Turned {
			return m.Source, m.X - size/4, m.Y, m.X + size*4/5, m.Y + m.Line.Width
		}
		return m.Source, m.X, m.Y - size*4/5, m.X + m.Line.Width, m.Y + size/4
	case *Picture:
		return m.Source, m.X, m.Y, m.X + m.W, m.Y + m.H
	case *Path:
		source = m.Source
		first := true
		for _, s := range m.Segments {
			for _, p := range s.P[:points(s.Op)] {
				if first {
					left, right, top, bottom, first = p.X, p.X, p.Y, p.Y, false
				}
				left, right = min(left, p.X), max(right, p.X)
				top, bottom = min(top, p.Y), max(bottom, p.Y)
			}
		}
	}
	return source, left, top, right, bottom
}

// points is how many points of a segment its operator uses.
func points(op Op) int {
	switch op {
	case Move, Line:
		return 1
	case Cubic:
		return 3
	}
	return 0
}
