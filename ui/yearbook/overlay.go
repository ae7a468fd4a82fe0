package yearbook

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"laurel/export/page"
	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// chosen is the part of a page that is pointed out: the field one came from, or
// that of a problem, which then says what is wrong.
type chosen struct {
	from    page.Source
	problem *model.Problem
}

// overlay lies over a page: an outline round what the pointer is over, and round
// what is chosen.
type overlay struct {
	p       *pageView
	layer   *fyne.Container
	hover   *kit.Fill
	ring    *kit.Fill
	callout *fyne.Container
	said    *kit.Label
	back    *kit.Fill
	icon    *kit.Icon
	toField *kit.Button
	over    page.Source
}

func newOverlay(p *pageView) *overlay {
	o := &overlay{p: p, hover: kit.NewFrame(kit.Clear, kit.Accent, 2), ring: kit.NewFrame(kit.Clear, kit.Accent, 2)}
	o.ring.Width = 2
	o.back, o.icon, o.said = kit.NewFrame(kit.WarnSoft, kit.Warn, 6), kit.NewIcon(kit.IconWarning, 16, kit.Warn), kit.NewLabel("", kit.Small)
	o.toField = kit.NewQuiet(lang.L("Go to field"), func() { p.v.s.mend(p.v.chosen) })
	o.callout = container.NewStack(o.back, kit.Pad(kit.MidRow(8, kit.Natural(o.icon), kit.Natural(o.said), kit.Natural(o.toField)), 2, 8, 2, 8))
	o.layer = container.NewWithoutLayout(o.hover, o.ring, o.callout)
	o.clear()
	return o
}

func (o *overlay) clear() {
	o.hover.Hide()
	o.ring.Hide()
	o.callout.Hide()
	o.over = page.Source{}
}

// sheet is the page shown, nil where there is none.
func (o *overlay) sheet() *page.Page {
	proof := o.p.v.s.proof
	if proof == nil || o.p.n < 0 || o.p.n >= len(proof.Book.Document.Pages) {
		return nil
	}
	return proof.Book.Document.Pages[o.p.n]
}

// place lays an outline round a field of the page; false where it is not on it.
func (o *overlay) place(f *kit.Fill, from page.Source) bool {
	sheet := o.sheet()
	if sheet == nil || o.p.Size().Width == 0 {
		return false
	}
	box, ok := where(sheet, from)
	if !ok {
		return false
	}
	trim := o.p.v.s.proof.Book.Document.Trim
	if from.Field == "" {
		box = uncut(sheet, box)
	}
	box = onPaper(trim, box)
	k := o.p.Size().Width / float32(trim.W)
	const air = 3
	f.Move(fyne.NewPos(float32(box.X)*k-air, float32(box.Y)*k-air))
	f.Resize(fyne.NewSize(float32(box.W)*k+2*air, float32(box.H)*k+2*air))
	return true
}

// uncut widens the box round a whole entry until its sides cut no line of text:
// what stands with the entry, such as the credit of its photo, is a record of
// its own.
func uncut(sheet *page.Page, box page.Box) page.Box {
	for again := true; again; {
		again = false
		for _, m := range sheet.Marks {
			t, ok := m.(*page.Text)
			if !ok || t.Turned || t.Y <= box.Y || t.Y > box.Y+box.H {
				continue
			}
			left, right := box.X, box.X+box.W
			if end := t.X + t.Line.Width; end <= left || t.X >= right || t.X >= left && end <= right {
				continue
			}
			box.X = min(left, t.X)
			box.W = max(right, t.X+t.Line.Width) - box.X
			again = true
		}
	}
	return box
}

// onPaper leaves out what is trimmed off.
func onPaper(trim page.Size, b page.Box) page.Box {
	left, top := max(0, b.X), max(0, b.Y)
	return page.Box{X: left, Y: top, W: min(trim.W, b.X+b.W) - left, H: min(trim.H, b.Y+b.H) - top}
}

// show outlines what is chosen, if this page shows it.
func (o *overlay) show() {
	c := o.p.v.chosen
	o.ring.Hide()
	o.callout.Hide()
	if c.from.Record == "" || !o.place(o.ring, c.from) {
		return
	}
	ring, soft, icon := kit.Accent, kit.Soft, kit.IconName("")
	text := desk.FieldWord(c.from.Field)
	if c.problem != nil {
		ring, soft, icon = kit.Warn, kit.WarnSoft, kit.IconWarning
		if c.problem.Severity == model.Error {
			ring, soft, icon = kit.Error, kit.ErrorSoft, kit.IconError
		}
		text = desk.ProblemTitle(c.problem.Kind)
	}
	o.ring.Set(kit.Clear, ring)
	o.back.Set(soft, ring)
	o.icon.Set(icon, ring)
	o.said.Set(text, kit.Small.In(ring))
	o.toField.WithTone(ring)
	o.ring.Show()
	if icon == "" {
		o.icon.Hide()
	} else {
		o.icon.Show()
	}
	if text != "" { // a whole entry needs no words beside its name
		o.callout.Show()
		o.layCallout()
	}
}

// layCallout puts the words under the outline, or over it at the foot of the page.
func (o *overlay) layCallout() {
	size := o.callout.MinSize()
	at := o.ring.Position().AddXY(0, o.ring.Size().Height+4)
	whole := o.p.Size()
	if at.Y+size.Height > whole.Height {
		at.Y = fyne.Max(0, o.ring.Position().Y-size.Height-4)
	}
	at.X = fyne.Max(0, fyne.Min(at.X, whole.Width-size.Width))
	o.callout.Resize(size)
	o.callout.Move(at)
	o.callout.Refresh()
}

// mend goes to the field of what is chosen.
func (s *screen) mend(c chosen) {
	if c.problem != nil {
		s.toField(desk.MendedAt(s.proof.Snapshot, *c.problem), c.problem.Page-1)
		return
	}
	s.toField(c.from, s.view.first)
}

var _ desktop.Hoverable = (*pageView)(nil)

// MouseIn outlines what the pointer is over.
func (p *pageView) MouseIn(ev *desktop.MouseEvent) { p.MouseMoved(ev) }

// MouseMoved outlines what the pointer is over.
func (p *pageView) MouseMoved(ev *desktop.MouseEvent) {
	from, ok := p.at(ev.Position)
	from.Start, from.End = 0, 0
	if from == p.overlay.over && ok {
		return
	}
	p.overlay.over = from
	if !ok || !p.overlay.place(p.overlay.hover, from) {
		p.overlay.hover.Hide()
		return
	}
	p.overlay.hover.Show()
	p.overlay.hover.Refresh()
}

// MouseOut takes the outline away.
func (p *pageView) MouseOut() {
	p.overlay.over = page.Source{}
	p.overlay.hover.Hide()
}

// at gives what stands at a place of the picture.
func (p *pageView) at(pos fyne.Position) (page.Source, bool) {
	sheet := p.overlay.sheet()
	if sheet == nil || p.Size().Width == 0 {
		return page.Source{}, false
	}
	trim := p.v.s.proof.Book.Document.Trim
	return sheet.LetterAt(page.Length(float32(trim.W)*pos.X/p.Size().Width), page.Length(float32(trim.H)*pos.Y/p.Size().Height))
}
