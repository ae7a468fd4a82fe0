package interviews

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/export/page"
	"laurel/export/yearbook"
	"laurel/model"
	"laurel/ui/excerpt"
	"laurel/ui/kit"
)

// slots is the card under the pages: how full the place of each answer is.
type slots struct {
	b       *beside
	object  fyne.CanvasObject
	rows    *fyne.Container
	icon    *kit.Icon
	verdict *kit.Label
}

func newSlots(b *beside) *slots {
	s := &slots{b: b, rows: kit.VBox(4), icon: kit.NewIcon("", 16, kit.Accent), verdict: kit.NewLabel("", kit.Small)}
	head := kit.MidRow(6, kit.Natural(kit.NewLabel(lang.L("Slots on this page"), kit.BodyStrong)), kit.Space(), kit.Natural(s.icon), kit.Natural(s.verdict))
	s.object = container.NewStack(kit.NewFrame(kit.Surface, kit.Line, 8), kit.Pad(kit.VBox(8, head, s.rows), 12, 16, 12, 16))
	return s
}

// fill measures the pages of a book.
func (s *slots) fill(p *model.Placement, book *yearbook.Book) {
	s.rows.Objects = nil
	open := s.b.s.answers.open()
	slot, placed := book.Slots[p.ID]
	for i, a := range p.Answers {
		fill := excerpt.FillOf(book, p.ID, a)
		style := kit.SmallInk
		if open != nil && open.ID == a.ID {
			style = kit.SmallBold
		}
		if placed {
			s.add(lang.L("Question {{.Number}}", map[string]any{"Number": i + 1}), style, fill)
		}
	}
	if lines := quoteLines(p, book); lines > 0 {
		s.note(lang.L("Pull quote"), lang.N("{{.Count}} lines", lines, map[string]any{"Count": lines}))
	}
	icon, tone, text := kit.IconCheck, kit.Accent, lang.L("Everything fits")
	switch over := slot.Lines - slot.MaxLines; {
	case !placed:
		icon, tone, text = kit.IconInfo, kit.Ink3, lang.L("Not in the book")
	case over > 0:
		icon, tone, text = kit.IconError, kit.Error, lang.N("{{.Count}} lines too many", over, map[string]any{"Count": over})
	case slot.Lines == 0:
		icon, tone, text = kit.IconRing, kit.Ink3, lang.L("Nothing to print")
	}
	s.icon.Set(icon, tone)
	s.verdict.Set(text, kit.Small.In(tone))
	s.rows.Refresh()
}

// clear says nothing: the pages are not there yet.
func (s *slots) clear() {
	s.rows.Objects = nil
	s.icon.Set("", kit.Ink3)
	s.verdict.SetText("")
	s.rows.Refresh()
}

func (s *slots) add(name string, style kit.Style, f excerpt.Fill) {
	meter := kit.NewMeter()
	f.Show(meter)
	count := kit.NewLabel(f.LineText(), style)
	count.Align = fyne.TextAlignTrailing
	s.rows.Add(kit.MidRow(16, kit.Grow(1, kit.NewElastic(name, style)), kit.Grow(1, meter), kit.Fixed(104, count)))
}

func (s *slots) note(name, said string) {
	count := kit.NewLabel(said, kit.SmallInk)
	count.Align = fyne.TextAlignTrailing
	s.rows.Add(kit.MidRow(16, kit.Grow(1, kit.NewElastic(name, kit.SmallInk)), kit.Fixed(104, count)))
}

// quoteLines counts the lines of the pull quote on the pages.
func quoteLines(p *model.Placement, book *yearbook.Book) (n int) {
	for _, number := range book.PagesOf(p.ID) {
		for _, m := range book.Document.Pages[number-1].Marks {
			if t, ok := m.(*page.Text); ok && t.Source.Field == model.FieldPullQuote {
				n++
			}
		}
	}
	return n
}
