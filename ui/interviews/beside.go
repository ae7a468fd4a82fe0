package interviews

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/export/page"
	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/excerpt"
	"laurel/ui/kit"
	"laurel/ui/pages"
)

// Sizes of the right pane, px.
const (
	margin   = 24 // desk round the pages
	pagesGap = 12 // between pages below each other
)

// besideWait is how long the pages of the entry before stay while those of
// another are being made: quick ones follow each other without a blink.
const besideWait = 200 * time.Millisecond

// beside is the right pane: the real pages of the entry, and how full their
// places are.
type beside struct {
	s       *screen
	object  fyne.CanvasObject
	head    *kit.Label
	zoomed  *kit.Label
	fit     *kit.Segment
	stage   *stage
	slots   *slots
	preview *preview
	drawn   *drawn
	zoom    float32 // px a point; 0: the page fits
	spread  bool
	line    *kit.ProgressLine
	wait    func()   // ends waiting for another entry's pages
	seen    model.ID // the answer last brought into sight
}

func newBeside(s *screen) *beside {
	b := &beside{s: s, head: kit.NewElastic("", kit.Heading), zoomed: kit.NewLabel("", kit.Small), line: kit.NewProgressLine()}
	b.preview = newPreview(s.desk, b.show, b.failed)
	b.stage = newStage(b)
	b.slots = newSlots(b)
	b.fit = kit.NewIconSegment([]kit.IconName{kit.IconPage, kit.IconPages}, []string{lang.L("Single page"), lang.L("Facing pages")}, func(i int) { b.setSpread(i == 1) })
	open := kit.NewIconButton(kit.IconExternal, lang.L("Open in Yearbook"), s.toYearbook)
	head := kit.Pad(kit.MidRow(6,
		kit.Grow(1, b.head),
		kit.Natural(kit.NewIconButton(kit.IconZoomOut, lang.L("Page zoom out"), func() { b.zoomBy(1 / 1.25) })),
		kit.Natural(b.zoomed),
		kit.Natural(kit.NewIconButton(kit.IconZoomIn, lang.L("Page zoom in"), func() { b.zoomBy(1.25) })),
		kit.Natural(kit.NewIconButton(kit.IconFit, lang.L("Fit the page"), func() { b.zoomFit() })),
		kit.Natural(b.fit), kit.Natural(open)), 0, 16, 0, 16)
	b.object = container.NewStack(kit.NewFill(kit.Desk), kit.Column(0,
		kit.Fixed(64, head), kit.Fixed(2, b.line),
		kit.Grow(1, b.stage),
		kit.Natural(kit.Pad(b.slots.object, 0, 16, 16, 16))))
	return b
}

// refresh has the pages of the shown entry made as the data stand.
func (b *beside) refresh() {
	p := b.s.entry()
	if p == nil || b.stage.Size().Width <= 0 {
		return
	}
	w := wish{snapshot: b.s.data, placement: p.ID, spread: b.spread, pixels: b.stage.pixels()}
	if b.preview.has(w) {
		return
	}
	b.line.Begin()
	if b.drawn != nil && b.drawn.placement != p.ID && b.wait == nil {
		b.wait = kit.After(besideWait, b.clear)
	}
	b.preview.want(w)
}

// show shows pages that were made, unless another entry is shown meanwhile.
func (b *beside) show(d *drawn) {
	b.line.End()
	if d.placement != b.s.placement {
		return
	}
	b.endWait()
	b.drawn = d
	b.fillHead()
	b.stage.show(d)
	b.measured()
}

// failed tells why pages could not be made; those shown stay.
func (b *beside) failed(err error) {
	b.line.End()
	b.endWait()
	b.s.desk.Fail(err)
}

func (b *beside) endWait() {
	if b.wait != nil {
		b.wait()
		b.wait = nil
	}
}

// clear takes the pages of the entry before away.
func (b *beside) clear() {
	b.endWait()
	b.drawn = nil
	b.slots.clear()
	b.head.SetText("")
	b.stage.clear()
}

func (b *beside) fillHead() {
	d := b.drawn
	if len(d.numbers) == 0 {
		b.head.SetText(lang.L("Not in the book"))
		return
	}
	number := itoa(d.numbers[0])
	if n := len(d.numbers); n > 1 {
		number += "–" + itoa(d.numbers[n-1])
	}
	b.head.SetRuns(
		kit.Run{Text: lang.L("Page {{.Page}}", map[string]any{"Page": number}), Style: kit.Heading},
		kit.Run{Text: "  " + lang.L("of {{.Count}}", map[string]any{"Count": kit.Number(len(d.book.Document.Pages))}), Style: kit.Body.In(kit.Ink2), Cut: kit.CutWhole})
}

// measured tells everybody how full the places on the pages are.
func (b *beside) measured() {
	p := b.s.entry()
	if b.drawn == nil || p == nil {
		return
	}
	b.slots.fill(p, b.drawn.book)
	b.pointOut()
	b.s.answers.measured()
}

// fillOf measures the place of one of the answers shown.
func (b *beside) fillOf(a model.Answer) excerpt.Fill {
	if b.drawn == nil || b.drawn.placement != b.s.placement {
		return excerpt.Fill{Words: model.WordCount(a.Printed())}
	}
	return excerpt.FillOf(b.drawn.book, b.drawn.placement, a)
}

// pointOut outlines the answer that is open on the pages.
func (b *beside) pointOut() {
	a := b.s.answers.open()
	for _, sheet := range b.stage.sheets {
		if a == nil {
			sheet.PointOut("", nil)
			continue
		}
		id := string(a.ID)
		sheet.PointOut(b.fillOf(*a).LineText(), func(from page.Source) bool {
			return from.Record == id && from.Field == model.FieldExcerpt
		})
	}
	b.s.answers.pane.underline()
	if a != nil && a.ID != b.seen && b.drawn != nil {
		b.seen = a.ID
		b.stage.reveal()
	}
}

// underline shows on the pages where a sentence of the open answer prints.
func (b *beside) underline(sentence model.Range) {
	var part page.Source
	if a := b.s.answers.open(); a != nil {
		if r, ok := a.Excerpt.InPrint(a.Edited, sentence); ok {
			part = page.Source{Record: string(a.ID), Field: model.FieldExcerpt, Start: r.Start, End: r.End}
		}
	}
	for _, sheet := range b.stage.sheets {
		sheet.Underline(part)
	}
}

func (b *beside) setSpread(on bool) {
	b.spread = on
	b.fit.Select(map[bool]int{false: 0, true: 1}[on])
	b.stage.lay()
	b.refresh()
}

func (b *beside) zoomFit() {
	b.zoom = 0
	b.stage.lay()
	b.refresh()
}

func (b *beside) zoomBy(by float32) {
	b.zoom = max(0.2, min(b.stage.scale()*by, 4))
	b.stage.lay()
	b.refresh()
}

// tapped goes to the field that a text or picture of the page shows.
func (b *beside) tapped(from page.Source) {
	p := b.s.entry()
	if p == nil {
		return
	}
	for _, a := range p.Answers {
		if string(a.ID) == from.Record {
			b.s.answers.goToPart(a, from.Field, from.Start)
			return
		}
	}
	if _, ok := p.PrintFieldOf(from.Field); ok && from.Record == string(p.ID) {
		b.s.answers.printed.focus(from.Field)
		return
	}
	if place, ok := desk.FieldPlace(b.s.data, from); ok {
		b.s.desk.Go(place)
	}
}

// stage is the desk on which the pages lie; it scrolls where they are larger.
type stage struct {
	container.Scroll
	b      *beside
	holder *fyne.Container
	sheets []*pages.Sheet
	size   fyne.Size
}

func newStage(b *beside) *stage {
	s := &stage{b: b, holder: container.NewWithoutLayout()}
	s.Content, s.Direction = s.holder, container.ScrollBoth
	s.ExtendBaseWidget(s)
	return s
}

// MinSize is small: what is larger scrolls.
func (s *stage) MinSize() fyne.Size { return fyne.NewSize(200, 160) }

// Resize lays the pages anew.
func (s *stage) Resize(size fyne.Size) {
	s.Scroll.Resize(size)
	if size != s.size {
		s.size = size
		s.lay()
		s.b.refresh()
	}
}

// trim is the size of the book's pages; before there are any that of a common one.
func (s *stage) trim() page.Size {
	if s.b.drawn != nil {
		return s.b.drawn.book.Document.Trim
	}
	if p := s.b.s.desk.Proof(); p != nil {
		return p.Book.Document.Trim
	}
	return page.Size{W: 210, H: 265}
}

// across is how many pages stand beside each other.
func (s *stage) across() int {
	if s.b.spread {
		return 2
	}
	return 1
}

// scale gives px a point: by hand, or so that the page fits.
func (s *stage) scale() float32 {
	if s.b.zoom > 0 {
		return s.b.zoom
	}
	trim := s.trim()
	w, h := float32(trim.W.Pt())*float32(s.across()), float32(trim.H.Pt())
	return max(0.1, min((s.size.Width-2*margin)/w, (s.size.Height-margin-2)/h))
}

func (s *stage) screen() float32 { return s.b.s.desk.Window().Canvas().Scale() }

func (s *stage) sheetSize() (fyne.Size, int) {
	trim := s.trim()
	return pages.Whole(float32(trim.W.Pt())*s.scale(), float64(trim.H)/float64(trim.W), s.screen())
}

// pixels is the width of a page on the screen.
func (s *stage) pixels() int {
	_, pixels := s.sheetSize()
	return pixels
}

func (s *stage) clear() {
	for _, sheet := range s.sheets {
		sheet.Hide()
	}
}

// show puts pages and their pictures on the desk.
func (s *stage) show(d *drawn) {
	all := d.pages()
	for len(s.sheets) < len(all) {
		sheet := pages.NewSheet()
		sheet.OnTap = s.b.tapped
		s.sheets = append(s.sheets, sheet)
		s.holder.Add(sheet)
	}
	for i, sheet := range s.sheets {
		if i >= len(all) {
			sheet.Hide()
			continue
		}
		sheet.Set(d.book.Document.Trim, all[i])
		sheet.Put(d.images[i])
		sheet.Show()
	}
	s.lay()
}

// lay places the pages: below each other, in spreads beside each other; centred
// where there is room.
func (s *stage) lay() {
	if s.size.Width <= 0 {
		return
	}
	size, _ := s.sheetSize()
	across := s.across()
	shown := 0
	for _, sheet := range s.sheets {
		if sheet.Visible() {
			shown++
		}
	}
	rows := float32((shown + across - 1) / across)
	whole := fyne.NewSize(
		max(s.size.Width, size.Width*float32(across)+2*margin),
		max(s.size.Height, rows*size.Height+(rows-1)*pagesGap+margin))
	left := snap((whole.Width-size.Width*float32(min(across, max(shown, 1))))/2, s.screen())
	top := snap(max(0, (whole.Height-rows*size.Height-(rows-1)*pagesGap-margin)/2), s.screen())
	n := 0
	for _, sheet := range s.sheets {
		if !sheet.Visible() {
			continue
		}
		sheet.Move(fyne.NewPos(left+float32(n%across)*size.Width, top+float32(n/across)*(size.Height+pagesGap)))
		sheet.Resize(size)
		n++
	}
	s.holder.Layout = fixedSize{whole}
	s.holder.Resize(whole)
	s.b.zoomed.SetText(itoa(int(s.scale()*72/96*100+0.5)) + " %")
	s.Refresh()
}

// reveal scrolls to the first page on which something is pointed out.
func (s *stage) reveal() {
	for _, sheet := range s.sheets {
		if sheet.Visible() && len(sheet.Outlines()) > 0 {
			s.ScrollToOffset(fyne.NewPos(s.Offset.X, max(0, sheet.Position().Y-margin/2)))
			return
		}
	}
}

// snap moves a place to a whole pixel.
func snap(at, scale float32) float32 { return float32(int(at*scale)) / scale }

// fixedSize keeps the size that the pages need; they are placed by hand.
type fixedSize struct{ size fyne.Size }

func (f fixedSize) MinSize([]fyne.CanvasObject) fyne.Size     { return f.size }
func (f fixedSize) Layout(_ []fyne.CanvasObject, _ fyne.Size) {}
