package excerpt

import (
	"laurel/export/page"
	"laurel/export/yearbook"
	"laurel/model"
)

// FillOf measures the place of an answer on the composed pages: the lines it has
// there, and those it may have while everything else on the page stays.
func FillOf(book *yearbook.Book, placement model.ID, a model.Answer) Fill {
	f := Fill{Words: model.WordCount(a.Printed())}
	slot, ok := book.Slots[placement]
	if !ok {
		return f
	}
	for _, n := range book.PagesOf(placement) {
		f.Lines += lines(book.Document.Pages[n-1], a.ID)
	}
	f.MaxLines = max(0, f.Lines+slot.MaxLines-slot.Lines)
	if f.MaxLines == 0 && f.Lines == 0 {
		return f
	}
	perLine := 8.0 // words, where there is nothing to measure
	switch {
	case f.Lines > 0:
		perLine = float64(f.Words) / float64(f.Lines)
	case slot.Lines > 0:
		perLine = float64(slot.Words) / float64(slot.Lines)
	}
	f.MaxWords = int(perLine*float64(f.MaxLines) + 0.5)
	return f
}

// lines counts the lines of an excerpt on a page.
func lines(p *page.Page, answer model.ID) (n int) {
	for _, m := range p.Marks {
		if t, ok := m.(*page.Text); ok && t.Source.Record == string(answer) && t.Source.Field == model.FieldExcerpt {
			n++
		}
	}
	return n
}
