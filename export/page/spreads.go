package page

import "laurel/export/typeset"

// Colours of what is no page on a sheet of spreads.
var (
	pasteboard = Color{R: 0xE4, G: 0xE6, B: 0xE4, K: 12}
	foldLine   = Color{R: 0xC4, G: 0xC8, B: 0xC4, K: 25}
)

// Spreads gives a document for the eye: the pages side by side as they lie in
// the open book, page 1 at the right of its sheet. What is drawn over the edge
// of a page is cut off; where there is no page the sheet is grey.
func (d *Document) Spreads() *Document {
	w, h := d.Trim.W, d.Trim.H
	out := *d
	out.Trim.W, out.Bleed, out.Pages = 2*w, 0, nil
	for i := -1; i < len(d.Pages); i += 2 {
		sheet := &Page{}
		for side, n := range []int{i, i + 1} {
			x := Length(side) * w
			if n < 0 || n >= len(d.Pages) {
				sheet.Marks = append(sheet.Marks, &Path{Segments: Rect(x, 0, w, h), Fill: &pasteboard})
				continue
			}
			p := d.Pages[n]
			if sheet.Section == "" {
				sheet.Section = p.Section
			}
			if sheet.Label != "" && p.Label != "" {
				sheet.Label += "–"
			}
			sheet.Label += p.Label
			sheet.Marks = append(sheet.Marks, &Clip{X: x, W: w, H: h})
			sheet.Marks = append(sheet.Marks, Shifted(p.Marks, x, 0)...)
			sheet.Marks = append(sheet.Marks, &Clip{})
		}
		sheet.Marks = append(sheet.Marks, &Path{Segments: HairLine(w, 0, w, h), Stroke: &foldLine, Width: typeset.Points(0.25)})
		out.Pages = append(out.Pages, sheet)
	}
	return &out
}
