package page

// Box is a rectangle on a page.
type Box struct{ X, Y, W, H Length }

// Contains says whether a place lies in the box or on its edge.
func (b Box) Contains(x, y Length) bool {
	return x >= b.X && x <= b.X+b.W && y >= b.Y && y <= b.Y+b.H
}

// Where gives the smallest box round everything on the page that shows a field
// of a record; an empty field stands for all of the record's fields. ok is false
// where nothing does.
func (p *Page) Where(record, field string) (box Box, ok bool) {
	if record == "" {
		return Box{}, false
	}
	var left, top, right, bottom Length
	for _, m := range p.Marks {
		from, l, t, r, b := bounds(m)
		if from.Record != record || field != "" && from.Field != field {
			continue
		}
		if !ok {
			left, top, right, bottom, ok = l, t, r, b, true
			continue
		}
		left, top, right, bottom = min(left, l), min(top, t), max(right, r), max(bottom, b)
	}
	return Box{left, top, right - left, bottom - top}, ok
}

// Shown gives the fields that the page shows, each once, in the order in which
// they are painted.
func (p *Page) Shown() []Source {
	var all []Source
	seen := map[Source]bool{}
	for _, m := range p.Marks {
		from, _, _, _, _ := bounds(m)
		from.Start, from.End = 0, 0
		if from.Record != "" && !seen[from] {
			seen[from] = true
			all = append(all, from)
		}
	}
	return all
}
