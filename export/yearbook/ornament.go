package yearbook

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

// bars draws a broad bar down the fore-edge and one across the foot, each a
// shade of the ground: what a modernist page has for decoration.
func (s *sheet) bars(ground, first, second page.Color) {
	w, h, b := s.c.grid.trim.W, s.c.grid.trim.H, max(s.c.bleed, typeset.MM(3))
	shade := blend(ground, page.Color{K: 100}, 0.16)
	s.fill(w*68/100, -b, w*32/100+b, h+2*b, shade, page.Source{})
	s.fill(w*68/100, h*62/100, w*32/100+b, w*32/100+b, blend(first, second, 0.5), page.Source{})
}

// frame draws a fine double frame inside the margins.
func (s *sheet) frame(color page.Color) {
	for _, f := range []struct{ inset, weight float64 }{{9, 0.9}, {11, 0.35}} {
		inset := typeset.MM(f.inset)
		s.add(&page.Path{
			Segments: page.Rect(inset, inset, s.c.grid.trim.W-2*inset, s.c.grid.trim.H-2*inset),
			Stroke:   &color, Width: typeset.Points(f.weight),
		})
	}
}
