package pages

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"laurel/export/page"
	"laurel/ui/kit"
)

var (
	_ fyne.Tappable      = (*Sheet)(nil)
	_ desktop.Hoverable  = (*Sheet)(nil)
	_ desktop.Cursorable = (*Sheet)(nil)
)

// Sheet is one page on the screen: paper, its picture, outlines of what is
// pointed at and of what is pointed out, and the way from a place to its field.
// A picture stays until the next one is there.
type Sheet struct {
	widget.BaseWidget

	// OnTap runs on a click on a text or picture that comes from a field; of a
	// text, Start is the byte that was clicked on.
	OnTap func(page.Source)

	picture *canvas.Image
	hover   []*kit.Fill
	ring    []*kit.Fill
	bars    []*kit.Fill // under the part that is underlined
	tag     *fyne.Container
	said    *kit.Label
	layer   *fyne.Container
	trim    page.Size
	page    *page.Page
	over    page.Source
	shown   func(page.Source) bool // what is pointed out
	part    page.Source            // what is underlined
}

// NewSheet gives bare paper.
func NewSheet() *Sheet {
	s := &Sheet{picture: canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1))), said: kit.NewLabel("", kit.Caption.Strong().In(kit.Paper))}
	s.picture.ScaleMode = canvas.ImageScaleFastest
	s.picture.Hide()
	back := kit.NewFill(kit.PaperMark)
	back.Radius = 4
	s.tag = container.NewStack(back, kit.Pad(s.said, 1, 6, 1, 6))
	s.layer = container.NewWithoutLayout(s.tag)
	s.tag.Hide()
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by the toolkit.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(kit.NewFill(kit.Paper), s.picture, kit.NewFrame(kit.Clear, kit.Line, 0), s.layer))
}

// Set says which page the sheet shows; its picture comes with Put.
func (s *Sheet) Set(trim page.Size, p *page.Page) {
	s.trim, s.page = trim, p
	s.outline()
}

// Put shows a picture of the page.
func (s *Sheet) Put(img image.Image) {
	s.picture.Image = img
	s.picture.Show()
	s.picture.Refresh()
	s.Refresh() // the toolkit does not know yet on which canvas a picture is that was hidden
}

// Bare tells whether no picture was put yet.
func (s *Sheet) Bare() bool { return !s.picture.Visible() }

// Clear takes the picture away: what comes next is another page.
func (s *Sheet) Clear() { s.picture.Hide() }

// PointOut outlines everything that comes from the fields that shown says, with
// a few words in the corner; nil ends it.
func (s *Sheet) PointOut(words string, shown func(page.Source) bool) {
	s.shown = shown
	s.said.SetText(words)
	s.outline()
}

// Underline underlines a part of what a field prints; the zero Source ends it.
func (s *Sheet) Underline(part page.Source) {
	s.part = part
	s.underline()
	s.place()
}

// Underlined gives the places that are underlined.
func (s *Sheet) Underlined() []page.Box {
	if s.page == nil || s.part.Start >= s.part.End {
		return nil
	}
	return s.page.PartBoxes(s.part)
}

func (s *Sheet) underline() {
	boxes, k := s.Underlined(), s.scale()
	for len(s.bars) < len(boxes) {
		s.bars = append(s.bars, kit.NewFill(kit.PaperMark))
	}
	for i, bar := range s.bars {
		if i >= len(boxes) || k == 0 {
			bar.Hide()
			continue
		}
		b := boxes[i]
		bar.Move(fyne.NewPos(float32(b.X)*k, float32(b.Y+b.H)*k-1))
		bar.Resize(fyne.NewSize(float32(b.W)*k, 2))
		bar.Show()
	}
}

// Outlines gives the places that are pointed out.
func (s *Sheet) Outlines() []page.Box {
	if s.page == nil || s.shown == nil {
		return nil
	}
	return s.page.Boxes(s.shown)
}

func (s *Sheet) outline() {
	boxes := s.Outlines()
	s.ring = s.frames(s.ring, boxes, 2)
	s.tag.Hide()
	if len(boxes) > 0 && s.said.Text() != "" && s.trim.W > 0 {
		size := s.tag.MinSize()
		first := s.ring[0]
		s.tag.Resize(size)
		s.tag.Move(fyne.NewPos(fyne.Max(0, first.Position().X+first.Size().Width-size.Width), fyne.Max(0, first.Position().Y-size.Height)))
		s.tag.Show()
	}
	s.underline()
	s.place()
}

// frames lays outlines round boxes, a few px off them; those of before are used again.
func (s *Sheet) frames(have []*kit.Fill, boxes []page.Box, width float32) []*kit.Fill {
	for len(have) < len(boxes) {
		f := kit.NewFrame(kit.Clear, kit.PaperMark, 2)
		f.Width = width
		have = append(have, f)
	}
	const air = 3
	k := s.scale()
	for i, f := range have {
		if i >= len(boxes) || k == 0 {
			f.Hide()
			continue
		}
		b := boxes[i]
		f.Move(fyne.NewPos(float32(b.X)*k-air, float32(b.Y)*k-air))
		f.Resize(fyne.NewSize(float32(b.W)*k+2*air, float32(b.H)*k+2*air))
		f.Show()
	}
	return have
}

// scale is px of the screen for a unit of the page.
func (s *Sheet) scale() float32 {
	if s.trim.W == 0 {
		return 0
	}
	return s.Size().Width / float32(s.trim.W)
}

// place puts the outlines on their layer.
func (s *Sheet) place() {
	objects := []fyne.CanvasObject{}
	for _, f := range s.hover {
		objects = append(objects, f)
	}
	for _, f := range s.ring {
		objects = append(objects, f)
	}
	for _, f := range s.bars {
		objects = append(objects, f)
	}
	s.layer.Objects = append(objects, s.tag)
	s.layer.Refresh()
}

// Resize lays the outlines anew.
func (s *Sheet) Resize(size fyne.Size) {
	if size != s.Size() {
		s.BaseWidget.Resize(size)
		s.outline()
		return
	}
	s.BaseWidget.Resize(size)
}

// At gives what stands at a place of the sheet.
func (s *Sheet) At(pos fyne.Position) (page.Source, bool) {
	k := s.scale()
	if s.page == nil || k == 0 {
		return page.Source{}, false
	}
	from, ok := s.page.At(page.Length(pos.X/k), page.Length(pos.Y/k))
	from.Start, from.End = 0, 0
	return from, ok
}

// Tapped goes to the field of what stands there.
func (s *Sheet) Tapped(ev *fyne.PointEvent) {
	k := s.scale()
	if s.page == nil || k == 0 || s.OnTap == nil {
		return
	}
	if from, ok := s.page.LetterAt(page.Length(ev.Position.X/k), page.Length(ev.Position.Y/k)); ok {
		s.OnTap(from)
	}
}

// MouseIn outlines what the pointer is over.
func (s *Sheet) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved outlines what the pointer is over.
func (s *Sheet) MouseMoved(ev *desktop.MouseEvent) {
	from, ok := s.At(ev.Position)
	if from == s.over {
		return
	}
	s.over = from
	var boxes []page.Box
	if ok {
		boxes = s.page.Boxes(func(f page.Source) bool { return f.Record == from.Record && f.Field == from.Field })
	}
	s.hover = s.frames(s.hover, boxes, 1)
	s.place()
}

// MouseOut takes the outline away.
func (s *Sheet) MouseOut() {
	s.over = page.Source{}
	s.hover = s.frames(s.hover, nil, 1)
}

// Cursor is a hand over what leads to a field.
func (s *Sheet) Cursor() desktop.Cursor {
	if s.over.Record != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Whole gives a page of about a width the size of its picture, which has whole
// pixels of a screen of a scale: one that is scaled is blurred. ratio is height
// to width.
func Whole(width float32, ratio float64, scale float32) (size fyne.Size, pixels int) {
	px := math.Max(8, math.Floor(float64(width*scale)))
	return fyne.NewSize(float32(px)/scale, float32(math.Ceil(px*ratio))/scale), int(px)
}
