package pdf

import (
	"laurel/export/page"
	"laurel/export/typeset"
)

// Measures of the crop marks of a press file.
var (
	cropLength = typeset.MM(5)
	cropGap    = typeset.MM(2) // between the bleed and the mark
	cropWidth  = typeset.Points(0.25)
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
	s := sheet{trim: doc.Trim}
	if opt.Press != nil {
		s.bleed = max(0, doc.Bleed)
		if opt.Press.CropMarks {
			s.marks = cropGap + cropLength
		}
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

// cropMarks draws the lines at which the sheet is cut, and dashed ones where it
// is folded, outside the bleed and in every ink there is.
func (p *painter) cropMarks() {
	s := p.sheet
	near, far := -s.bleed-cropGap, -s.bleed-cropGap-cropLength
	upright := func(x page.Length) []page.Segment {
		return append(page.HairLine(x, near, x, far), page.HairLine(x, s.trim.H-near, x, s.trim.H-far)...)
	}
	cuts := append(upright(0), upright(s.trim.W)...)
	for _, y := range []page.Length{0, s.trim.H} {
		cuts = append(cuts, page.HairLine(near, y, far, y)...)
		cuts = append(cuts, page.HairLine(s.trim.W-near, y, s.trim.W-far, y)...)
	}
	var folds []page.Segment
	for _, x := range p.doc.Folds {
		folds = append(folds, upright(x)...)
	}
	p.piece(nil)
	c := &p.content
	c.op("q /" + registration + " CS 1 SCN")
	c.number(int64(cropWidth))
	c.op("w")
	c.outline(cuts)
	c.op("S")
	if len(folds) > 0 {
		c.dash([]page.Length{2 * typeset.Pt, 2 * typeset.Pt})
		c.outline(folds)
		c.op("S")
	}
	c.op("Q")
	p.endPiece()
}
