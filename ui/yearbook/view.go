package yearbook

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"laurel/ui/kit"
)

// How the pages fill the desk.
const (
	fitPage = iota
	fitWidth
	fitActual
	fitZoom // a zoom chosen by hand
)

// margin of desk round the pages, px.
const margin = 24

// view shows one page or two facing ones.
type view struct {
	s      *screen
	object *viewArea
	first  int // page at the left (or the only one), from 0
	facing bool
	fit    int
	zoom   float32 // px a point
	pages  [2]*pageView
	ahead  []func() // take back the wishes for the pages that come next
	said   *caption
	chosen chosen
}

func newView(s *screen) *view {
	v := &view{s: s, facing: true, zoom: 1}
	v.pages = [2]*pageView{newPageView(v), newPageView(v)}
	v.object = newViewArea(v)
	v.said = newCaption()
	return v
}

func (v *view) count() int {
	if v.s.proof == nil {
		return 0
	}
	return len(v.s.proof.Book.Document.Pages)
}

// showPage shows a page with the one that faces it.
func (v *view) showPage(n int) {
	if n < 0 || n >= v.count() {
		return
	}
	v.first = n
	if v.facing && n%2 == 0 && n > 0 {
		v.first = n - 1 // a recto stands right of its verso
	}
	v.refresh()
	v.s.ladder.follow(v.first)
}

// turn goes to the next or previous pages.
func (v *view) turn(by int) {
	step := 1
	if v.facing {
		step = 2
	}
	n := v.first + by*step
	if v.facing && v.first == 0 && by > 0 {
		n = 1
	}
	v.showPage(max(0, min(n, v.count()-1)))
}

func (v *view) setFacing(on bool) {
	v.facing = on
	v.showPage(v.first)
}

func (v *view) setFit(fit int) {
	v.fit = fit
	v.refresh()
}

func (v *view) zoomBy(by float32) {
	v.fit = fitZoom
	v.zoom = max(0.2, min(v.zoom*by, 4))
	v.refresh()
}

func (v *view) focus() { v.s.desk.Window().Canvas().Focus(v.object) }

// shown gives the pages to be shown, from 0: one or two.
func (v *view) shown() []int {
	if v.facing && v.first > 0 && v.first+1 < v.count() {
		return []int{v.first, v.first + 1}
	}
	return []int{v.first}
}

// scale gives px a point for the room there is.
func (v *view) scale(room fyne.Size) float32 {
	trim := v.s.proof.Book.Document.Trim
	pages := 1
	if v.facing {
		pages = 2
	}
	w, h := float32(trim.W.Pt())*float32(pages), float32(trim.H.Pt())
	byWidth := (room.Width - 2*margin) / w
	switch v.fit {
	case fitPage:
		v.zoom = max(0.1, min(byWidth, (room.Height-2*margin)/h))
	case fitWidth:
		v.zoom = max(0.1, byWidth)
	case fitActual:
		v.zoom = 96.0 / 72
	}
	return v.zoom
}

// refresh lays the pages out and asks for their pictures.
func (v *view) refresh() {
	if v.s.proof == nil || v.count() == 0 {
		return
	}
	v.first = min(v.first, v.count()-1)
	v.object.lay()
	shown := v.shown()
	text := itoa(shown[0] + 1)
	if len(shown) > 1 {
		text += "–" + itoa(shown[1]+1)
	}
	if !v.s.head.page.Focused() {
		v.s.head.page.SetText(text)
	}
	v.said.fill(v.s, shown)
	v.s.onPage.fill(shown)
	v.s.head.zoom.SetText(itoa(int(v.zoom*72/96*100+0.5)) + " %")
}

// viewArea is the desk: it scrolls, and the arrow keys turn pages in it.
type viewArea struct {
	widget.BaseWidget
	v      *view
	holder *fyne.Container
	scroll *container.Scroll
	ring   *kit.Fill
	size   fyne.Size
}

var _ fyne.Focusable = (*viewArea)(nil)

func newViewArea(v *view) *viewArea {
	a := &viewArea{v: v}
	a.holder = container.NewWithoutLayout(v.pages[0], v.pages[1])
	a.scroll = container.NewScroll(a.holder)
	a.ring = kit.NewFrame(kit.Clear, kit.Clear, 0)
	a.ring.Width = 2
	a.ExtendBaseWidget(a)
	return a
}

// CreateRenderer is called by the toolkit.
func (a *viewArea) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(a.scroll, a.ring))
}

// Resize lays the pages out for the new room.
func (a *viewArea) Resize(size fyne.Size) {
	a.BaseWidget.Resize(size)
	if size != a.size {
		a.size = size
		a.v.refresh()
	}
}

// lay places the pages, centred where there is room.
func (a *viewArea) lay() {
	v := a.v
	if v.s.proof == nil || a.size.Width == 0 {
		return
	}
	trim := v.s.proof.Book.Document.Trim
	k := v.scale(a.size)
	w, h := v.whole(float32(trim.W.Pt())*k, float64(trim.H)/float64(trim.W))
	shown := v.shown()
	total := fyne.NewSize(max(a.size.Width, w*float32(len(shown))+2*margin), max(a.size.Height, h+2*margin))
	a.holder.Layout = fixedSize{total}
	left, top := v.snap((total.Width-w*float32(len(shown)))/2), v.snap((total.Height-h)/2)
	for i, p := range v.pages {
		if i >= len(shown) {
			p.Hide()
			continue
		}
		p.Show()
		p.Move(fyne.NewPos(left+float32(i)*w, top))
		p.Resize(fyne.NewSize(w, h))
		p.show(shown[i])
	}
	a.holder.Resize(total)
	a.scroll.Refresh()
}

// whole gives a page of about a width the size of its picture, which has whole
// pixels of the screen: one that is scaled is blurred. ratio is height to width.
func (v *view) whole(width float32, ratio float64) (w, h float32) {
	scale := v.pixelScale()
	pixels := math.Max(8, math.Floor(float64(width*scale)))
	return float32(pixels) / scale, float32(math.Ceil(pixels*ratio)) / scale
}

// snap moves a place to a whole pixel.
func (v *view) snap(at float32) float32 {
	return float32(math.Floor(float64(at*v.pixelScale()))) / v.pixelScale()
}

func (v *view) pixelScale() float32 { return v.s.desk.Window().Canvas().Scale() }

// fixedSize keeps the size that the pages need; they are placed by hand.
type fixedSize struct{ size fyne.Size }

func (f fixedSize) MinSize([]fyne.CanvasObject) fyne.Size     { return f.size }
func (f fixedSize) Layout(_ []fyne.CanvasObject, _ fyne.Size) {}

// FocusGained shows the focus ring inside the pane.
func (a *viewArea) FocusGained() { a.ring.Set(kit.Clear, kit.Accent) }

// FocusLost hides it.
func (a *viewArea) FocusLost() { a.ring.Set(kit.Clear, kit.Clear) }

// TypedRune does nothing.
func (a *viewArea) TypedRune(rune) {}

// TypedKey turns the pages.
func (a *viewArea) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyPageUp:
		a.v.turn(-1)
	case fyne.KeyRight, fyne.KeyPageDown, fyne.KeySpace:
		a.v.turn(1)
	case fyne.KeyHome:
		a.v.showPage(0)
	case fyne.KeyEnd:
		a.v.showPage(a.v.count() - 1)
	}
}

// pageView is one page: paper, picture, and the way from a text to its field.
type pageView struct {
	widget.BaseWidget
	v       *view
	picture *canvas.Image
	overlay *overlay
	n       int
	drop    func()
}

var _ fyne.Tappable = (*pageView)(nil)

func newPageView(v *view) *pageView {
	p := &pageView{v: v, n: -1, picture: canvas.NewImageFromImage(image.NewRGBA(image.Rect(0, 0, 1, 1)))}
	p.picture.ScaleMode = canvas.ImageScaleFastest
	p.overlay = newOverlay(p)
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is called by the toolkit.
func (p *pageView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(kit.NewFill(kit.Paper), p.picture, kit.NewFrame(kit.Clear, kit.Line, 0), p.overlay.layer))
}

// show asks for the picture of a page. Until it is there stands the last one of
// the page, or the small one of the ladder.
func (p *pageView) show(n int) {
	if p.drop != nil {
		p.drop()
	}
	sheets := p.v.s.sheets
	if n != p.n {
		small, _ := sheets.cache.Get(sheets.key(n, p.v.s.ladder.pixels()))
		p.put(small)
	}
	p.n = n
	p.overlay.show()
	width := int(math.Round(float64(p.Size().Width * p.v.pixelScale())))
	p.drop = sheets.cache.Want(sheets.key(n, max(width, 8)), func(img image.Image) {
		if img != nil && p.n == n {
			p.put(img)
			p.v.fetchAhead(max(width, 8))
		}
	})
}

// put shows a picture, or bare paper.
func (p *pageView) put(img image.Image) {
	if img == nil {
		p.picture.Hide()
		return
	}
	p.picture.Image = img
	p.picture.Show()
	p.picture.Refresh()
	p.Refresh() // the toolkit does not know yet on which canvas a picture is that was hidden
}

// fetchAhead has the pages drawn that are turned to next, once those shown are.
func (v *view) fetchAhead(width int) {
	for _, drop := range v.ahead {
		drop()
	}
	v.ahead = v.ahead[:0]
	shown := v.shown()
	last := shown[len(shown)-1]
	for _, n := range []int{v.first - 2, v.first - 1, last + 2, last + 1} {
		if n >= 0 && n < v.count() {
			v.ahead = append(v.ahead, v.s.sheets.cache.Want(v.s.sheets.key(n, width), func(image.Image) {}))
		}
	}
}

// Tapped goes to the field that the text or picture at the place shows.
func (p *pageView) Tapped(ev *fyne.PointEvent) {
	p.v.focus()
	if from, ok := p.at(ev.Position); ok {
		p.v.s.toField(from, p.n)
	}
}

// choose points out a part of the pages shown.
func (v *view) choose(c chosen) {
	v.chosen = c
	for _, p := range v.pages {
		p.overlay.show()
	}
}
