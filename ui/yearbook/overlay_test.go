package yearbook

import (
	"testing"

	"laurel/export/page"
	"laurel/export/typeset"
)

// The credit is the photo's, not the entry's, and reaches out of the entry's box.
func TestTheOutlineOfAnEntryCutsNoLine(t *testing.T) {
	line := func(x, y, width typeset.Length) *page.Text {
		return &page.Text{X: x, Y: y, Line: typeset.Line{Width: width}}
	}
	sheet := &page.Page{Marks: []page.Mark{line(50, 90, 100), line(140, 20, 30), line(300, 50, 20), line(50, 200, 400)}}
	got := uncut(sheet, page.Box{X: -10, Y: -10, W: 80, H: 110})
	if got != (page.Box{X: -10, Y: -10, W: 180, H: 110}) {
		t.Errorf("the box is %v", got)
	}
	if got = onPaper(page.Size{W: 160, H: 300}, got); got != (page.Box{W: 160, H: 100}) {
		t.Errorf("on paper it is %v", got)
	}
}
