package yearbook

import (
	"context"
	"fmt"
	"slices"
	"time"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// Proof gives the document of a book with a stamp at the foot of every page:
// that it is a proof, when the data was last changed, and the data's hash, by
// which two proofs are told apart. The book is the one composed of s, and is not
// touched.
func (c *Composer) Proof(ctx context.Context, b *Book, s *model.Snapshot) (*page.Document, error) {
	run, err := c.begin(ctx, s)
	if err != nil {
		return nil, fmt.Errorf("stamping %s: %w", s.Edition.Name(), err)
	}
	stamp := run.stamp()
	out := *b.Document
	out.Pages = make([]*page.Page, len(b.Document.Pages))
	for i, p := range b.Document.Pages {
		stamped := *p
		stamped.Marks = slices.Concat(p.Marks, stamp)
		out.Pages[i] = &stamped
	}
	return &out, nil
}

// stamp makes the stamp: one line on a white plate, so that it is read on any
// ground.
func (c *composition) stamp() []page.Mark {
	s := &sheet{setter: setter{c: c}}
	at := time.UnixMilli(c.snapshot.ChangedAt).UTC()
	date := c.words.date(at.Format(time.DateOnly)) + ", " + at.Format("15:04") + " UTC"
	text := c.words.say("proof stamp", "date", date, "hash", c.snapshot.Hash())
	line := s.fit(furniture, CaptionStrong, text, c.grid.trim.W*9/10)
	const padding = 4 * typeset.Pt
	w, h := line.Width+4*padding, c.theme.Type[CaptionStrong].Size+2*padding
	x, y := (c.grid.trim.W-w)/2, c.grid.trim.H-typeset.MM(3)-h
	ink := c.theme.Ink
	s.add(&page.Path{Segments: page.Rect(x, y, w, h), Fill: &page.Color{R: 255, G: 255, B: 255}, Stroke: &ink, Width: typeset.Points(0.4)})
	s.putIn(line, x+2*padding, y+(h+c.capHeight(CaptionStrong))/2, ink, furniture, 0)
	return s.page.Marks
}
