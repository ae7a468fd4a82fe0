package page

import "slices"

// Shifted gives copies of marks moved to the right and downwards, as they stand
// when several pages are joined on one sheet.
func Shifted(marks []Mark, dx, dy Length) []Mark {
	out := make([]Mark, 0, len(marks))
	for _, m := range marks {
		switch m := m.(type) {
		case *Text:
			c := *m
			c.X, c.Y = m.X+dx, m.Y+dy
			out = append(out, &c)
		case *Picture:
			c := *m
			c.X, c.Y = m.X+dx, m.Y+dy
			out = append(out, &c)
		case *Path:
			c := *m
			c.Segments = slices.Clone(m.Segments)
			for i := range c.Segments {
				s := &c.Segments[i]
				for k := range points(s.Op) {
					s.P[k].X, s.P[k].Y = s.P[k].X+dx, s.P[k].Y+dy
				}
			}
			out = append(out, &c)
		case *Link:
			c := *m
			c.X, c.Y = m.X+dx, m.Y+dy
			out = append(out, &c)
		case *Anchor:
			out = append(out, &Anchor{Name: m.Name, Y: m.Y + dy})
		case *Bookmark:
			c := *m
			c.Y += dy
			out = append(out, &c)
		case *Clip:
			c := *m
			c.X, c.Y = m.X+dx, m.Y+dy
			out = append(out, &c)
		}
	}
	return out
}
