package yearbook

import (
	"strconv"

	"laurel/export/page"
	"laurel/export/typeset"
	"laurel/model"
)

// LeastSpine is the narrowest spine that carries text, in mm: on a narrower one
// a binding a millimetre off would wrap it round the edge.
const LeastSpine = 6

// spine is the back of the bound book.
type spine struct {
	width typeset.Length
	marks []page.Mark // from its own left edge
}

// makeSpine sets title, year and publisher down the spine, if it is wide enough;
// if not, that is a problem of the book.
func (c *composition) makeSpine(pages int) (s spine, problems []model.Problem) {
	mm := c.snapshot.Yearbook.SpineWidth(pages)
	s.width = typeset.MM(mm)
	h := c.grid.trim.H
	ground := c.theme.Deep
	s.marks = append(s.marks, &page.Path{Segments: page.Rect(0, -c.bleed, s.width, h+2*c.bleed), Fill: &ground})
	if mm < LeastSpine {
		return s, []model.Problem{{
			Severity: model.Warning, Kind: model.ProblemSpineText, Field: model.FieldYearbook, Record: c.snapshot.Edition.ID,
			Text: model.Say("The spine is {{.Width}} mm wide and carries no text; {{.Least}} mm are needed.",
				"Width", tenths(mm), "Least", LeastSpine),
			Remedy: model.Say("Choose a thicker paper, or leave the spine without text."),
		}}
	}
	margin := typeset.MM(15)
	foot := h - margin
	place := func(line typeset.Line, y typeset.Length) {
		// The capitals stand in the middle: turned, their feet are at the left.
		s.marks = append(s.marks, &page.Text{X: (s.width - c.capsOf(line)) / 2, Y: y, Line: line, Color: c.theme.Cream, Turned: true})
	}
	if publisher := c.snapshot.Yearbook.Publisher; publisher != "" {
		line := c.spineLine(Organisation, publisher, s.width, h/4)
		foot -= line.Width
		place(line, foot)
		foot -= margin / 2
	}
	year := strconv.Itoa(c.snapshot.Edition.Year)
	place(c.spineLine(OpenerText, c.title+" "+year, s.width, foot-margin), margin)
	return s, nil
}

// spineLine sets a line as large as a spine carries it and its length allows.
func (c *composition) spineLine(use Use, text string, spine, length typeset.Length) typeset.Line {
	style := c.styles[use]
	style.Size = min(spine/2, c.theme.Type[use].Size*3/2) // the rest is for a binding not quite exact
	style.NoHyphen = true
	line, _, _ := c.params.Library.FitLine(length, 300, typeset.Span{Text: text, Style: style})
	return line
}

// Interior gives the pages between the covers: what a printer gets beside Cover.
func (b *Book) Interior() *page.Document {
	out := *b.Document
	out.Pages = nil
	for _, p := range b.Document.Pages {
		if p.Section != string(model.SectionCover) {
			out.Pages = append(out.Pages, p)
		}
	}
	return &out
}

// Cover gives the cover as one sheet: back, spine and front. It is nil for a
// book without a cover.
func (b *Book) Cover() *page.Document {
	if b.spine.marks == nil {
		return nil
	}
	inside := b.Document
	front, back := inside.Pages[0], inside.Pages[len(inside.Pages)-1]
	w, h, over := inside.Trim.W, inside.Trim.H, inside.Bleed
	right := w + b.spine.width
	out := *inside
	out.Trim.W = right + w
	out.Folds = []page.Length{w, right}
	// Front and back reach a little under the spine, so that no seam is seen.
	under := min(over, b.spine.width/2)
	marks := []page.Mark{&page.Clip{X: right - under, Y: -over, W: w + over + under, H: h + 2*over}}
	marks = append(marks, page.Shifted(front.Marks, right, 0)...)
	marks = append(marks, &page.Clip{X: -over, Y: -over, W: w + over + under, H: h + 2*over})
	marks = append(marks, back.Marks...)
	marks = append(marks, &page.Clip{})
	marks = append(marks, page.Shifted(b.spine.marks, w, 0)...)
	out.Pages = []*page.Page{{Label: front.Label, Section: string(model.SectionCover), Marks: marks}}
	return &out
}
