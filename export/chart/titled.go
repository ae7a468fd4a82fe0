package chart

import (
	"context"

	"laurel/export/page"
	"laurel/export/typeset"
)

// Titled gives the chart with a heading above and its note below, so that it
// can stand by itself: as a picture, or in somebody's slides.
func (c *Chart) Titled(t *Theme, title string) *Chart {
	d := begin(t, c.W)
	head := t.Strong
	head.Style.Size = head.Style.Size * 5 / 4
	d.text(0, t.cap(head), c.W, head, title, page.Source{})
	top := t.cap(head) + t.Row
	d.c.Marks = append(d.c.Marks, c.At(0, top)...)
	h := top + c.H
	if c.Note != "" {
		set, err := t.Library.Set(context.Background(), typeset.Paragraph{
			Spans: []typeset.Span{{Text: c.Note, Style: t.Note.Style}}, Measure: c.W, Align: typeset.Left,
		})
		if err == nil { // it fails only where its context ends
			h += t.Row / 2
			for _, line := range set.Lines {
				h += t.Note.Style.Size * 4 / 3
				d.put(line, 0, h, t.Note.Color, page.Source{})
			}
		}
	}
	titled := *c
	titled.Marks, titled.H = d.c.Marks, h+t.Note.Style.Size/3
	return &titled
}
