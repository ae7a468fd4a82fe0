package pdf

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

// Measures of the crop marks of a press file.
var (
	cropLength = typeset.MM(5)
	cropGap    = typeset.MM(2) // between the bleed and the mark
	cropWidth  = page.Length(250)
)

// sheet is the paper that pages are painted on. The trim lies in its middle.
type sheet struct {
	w, h   page.Length
	trim   page.Size
	margin page.Length // from the paper's edge to the trim
	bleed  page.Length
	marks  page.Length // room for crop marks, 0 for none
}

func sheetOf(doc *page.Document, opt *Options) sheet {
	s := sheet{trim: doc.Trim, bleed: max(0, doc.Bleed)}
	if opt.Press != nil && opt.Press.CropMarks {
		s.marks = cropGap + cropLength
	}
	s.margin = s.bleed + s.marks
	s.w, s.h = doc.Trim.W+2*s.margin, doc.Trim.H+2*s.margin
	return s
}

// box turns a rectangle on the trim into left, bottom, right and top on paper.
func (s sheet) box(x, y, w, h page.Length) []page.Length {
	left, top := s.margin+x, s.h-s.margin-y
	return []page.Length{left, top - h, left + w, top}
}

// cropMarks draws the eight lines at which the sheet is cut, outside the bleed.
func (p *painter) cropMarks() {
	s := p.sheet
	near, far := -s.bleed-cropGap, -s.bleed-cropGap-cropLength
	mark := page.Path{Width: cropWidth, Stroke: &page.Color{C: 100, M: 100, Y: 100, K: 100}}
	for _, x := range []page.Length{0, s.trim.W} {
		mark.Segments = append(mark.Segments, page.HairLine(x, near, x, far)...)
		mark.Segments = append(mark.Segments, page.HairLine(x, s.trim.H-near, x, s.trim.H-far)...)
	}
	for _, y := range []page.Length{0, s.trim.H} {
		mark.Segments = append(mark.Segments, page.HairLine(near, y, far, y)...)
		mark.Segments = append(mark.Segments, page.HairLine(s.trim.W-near, y, s.trim.W-far, y)...)
	}
	p.piece(nil)
	p.content.path(&mark)
	p.endPiece()
}
