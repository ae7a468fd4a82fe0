package page

// Boxes gives the boxes round everything on the page whose source is wanted:
// lines of text that follow each other in one column share a box, so that a text
// over two columns has two. A picture has a box to itself.
func (p *Page) Boxes(wanted func(Source) bool) []Box {
	var boxes []Box
	text := false // the last box is round text
	for _, m := range p.Marks {
		from, left, top, right, bottom := bounds(m)
		if from.Record == "" || !wanted(from) {
			continue
		}
		b := Box{left, top, right - left, bottom - top}
		before := text
		_, text = m.(*Text)
		if n := len(boxes); n > 0 && before && text && follows(boxes[n-1], b) {
			boxes[n-1] = around(boxes[n-1], b)
			continue
		}
		boxes = append(boxes, b)
	}
	return boxes
}

// follows says whether a box stands below another in the same column, less than
// two of its own heights away, or beside it on the same line.
func follows(a, b Box) bool {
	overlap := min(a.X+a.W, b.X+b.W) - max(a.X, b.X)
	below := b.Y - (a.Y + a.H)
	level := min(a.Y+a.H, b.Y+b.H) - max(a.Y, b.Y)
	return overlap > 0 && below < 2*b.H && b.Y >= a.Y || level*2 > b.H && b.X >= a.X && b.X-(a.X+a.W) < b.H
}

func around(a, b Box) Box {
	left, top := min(a.X, b.X), min(a.Y, b.Y)
	return Box{left, top, max(a.X+a.W, b.X+b.W) - left, max(a.Y+a.H, b.Y+b.H) - top}
}
