package page

// LetterAt is At, narrowed in a text to the letter at the place: Start is its
// byte in what the field prints, End the same.
func (p *Page) LetterAt(x, y Length) (from Source, ok bool) {
	for i := len(p.Marks) - 1; i >= 0; i-- {
		source, left, top, right, bottom := bounds(p.Marks[i])
		if source.Record == "" || x < left || x > right || y < top || y > bottom {
			continue
		}
		if t, text := p.Marks[i].(*Text); text {
			along := x - t.X
			if t.Turned {
				along = y - t.Y
			}
			source.Start = t.letter(along)
		}
		source.End = source.Start
		return source, true
	}
	return Source{}, false
}

// letter is the byte of the field's text that stands so far from the beginning
// of the line.
func (t *Text) letter(along Length) int {
	at := Length(0)
	for _, g := range t.Line.Glyphs {
		if at += Length(g.Advance); along < at {
			return t.byteOf(int(g.Start))
		}
	}
	return max(t.Source.Start, t.Source.End-1)
}

// byteOf turns a byte of the paragraph, as glyphs know it, into one of the field.
func (t *Text) byteOf(paragraph int) int { return max(0, t.Source.Start+paragraph-t.Line.Start) }

// PartBoxes gives the boxes round a part of what a field prints: one for each
// line or piece of a line that shows some of the bytes from start to end.
func (p *Page) PartBoxes(part Source) []Box {
	var boxes []Box
	for _, m := range p.Marks {
		t, ok := m.(*Text)
		if !ok || t.Source.Record != part.Record || t.Source.Field != part.Field || t.Source.End <= part.Start || t.Source.Start >= part.End {
			continue
		}
		_, left, top, right, bottom := bounds(t)
		if first, last, ok := t.stretch(part.Start, part.End); ok && !t.Turned {
			left, right = t.X+first, t.X+last
		}
		boxes = append(boxes, Box{left, top, right - left, bottom - top})
	}
	return boxes
}

// stretch is where the glyphs of some bytes stand in the line, from its beginning.
func (t *Text) stretch(start, end int) (first, last Length, ok bool) {
	at := Length(0)
	for _, g := range t.Line.Glyphs {
		before := at
		at += Length(g.Advance)
		if b := t.byteOf(int(g.Start)); b < start || b >= end {
			continue
		}
		if !ok {
			first, ok = before, true
		}
		last = min(at, t.Line.Width)
	}
	return first, max(first, last), ok
}
