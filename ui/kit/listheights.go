package kit

// heightOf gives the height of a row.
func (l *List) heightOf(row int) float32 {
	if l.params.HeightOf != nil {
		if h := l.params.HeightOf(row); h > 0 {
			return h
		}
	}
	return l.params.RowHeight
}

// topOf tells where a row begins; that of the row after the last is the height
// of all together.
func (l *List) topOf(row int) float32 {
	if l.params.HeightOf == nil {
		return float32(row) * l.params.RowHeight
	}
	var top float32
	for i := range row {
		top += l.heightOf(i)
	}
	return top
}

// rowOver gives the row at a distance from the top of the first, or -1.
func (l *List) rowOver(y float32) int {
	if y < 0 {
		return -1
	}
	n := l.Length()
	if l.params.HeightOf == nil {
		if row := int(y / l.params.RowHeight); row < n {
			return row
		}
		return -1
	}
	for i := range n {
		if y -= l.heightOf(i); y < 0 {
			return i
		}
	}
	return -1
}

// inSight gives the first and last row of which something can be seen; the last
// is before the first where there is none.
func (l *List) inSight() (first, last int) {
	n := l.Length()
	if first = l.rowOver(max(0, l.Offset())); first < 0 {
		first = n
	}
	if last = l.rowOver(l.Offset() + l.scroll.Size().Height); last < 0 {
		last = n - 1
	}
	return first, last
}

// Heights remembers the heights of rows that wrap, until their width changes.
type Heights struct {
	width float32
	known map[string]float32
}

// Of gives the height of a row in a list of a width, measured where it is not known
// yet; what is said in the row is its key.
func (h *Heights) Of(width float32, key string, measure func() float32) float32 {
	if width != h.width || h.known == nil {
		h.width, h.known = width, map[string]float32{}
	}
	height, ok := h.known[key]
	if !ok {
		height = measure()
		h.known[key] = height
	}
	return height
}
