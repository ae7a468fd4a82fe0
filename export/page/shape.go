package page

// kappa is how far, in millionths of the radius, the handles of a cubic stand
// off so that four of them draw an ellipse (error under 0.03 %).
const kappa = 552285

// Ellipse gives the outline of the ellipse that fills a rectangle.
func Ellipse(x, y, w, h Length) []Segment {
	rx, ry := w/2, h/2
	cx, cy := x+rx, y+ry
	kx, ky := rx*kappa/1000000, ry*kappa/1000000
	return []Segment{
		{Op: Move, P: [3]Point{{x + w, cy}}},
		{Op: Cubic, P: [3]Point{{x + w, cy + ky}, {cx + kx, y + h}, {cx, y + h}}},
		{Op: Cubic, P: [3]Point{{cx - kx, y + h}, {x, cy + ky}, {x, cy}}},
		{Op: Cubic, P: [3]Point{{x, cy - ky}, {cx - kx, y}, {cx, y}}},
		{Op: Cubic, P: [3]Point{{cx + kx, y}, {x + w, cy - ky}, {x + w, cy}}},
		{Op: Close},
	}
}

// Circle gives the outline of a circle about a centre.
func Circle(cx, cy, r Length) []Segment { return Ellipse(cx-r, cy-r, 2*r, 2*r) }

// HairLine gives the outline of a straight line, to be stroked.
func HairLine(x1, y1, x2, y2 Length) []Segment {
	return []Segment{
		{Op: Move, P: [3]Point{{x1, y1}}},
		{Op: Line, P: [3]Point{{x2, y2}}},
	}
}
