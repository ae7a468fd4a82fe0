package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

var _ fyne.Focusable = (*RailItem)(nil)

// RailItem is a place of the window: icon over word, 72 × 60.
type RailItem struct {
	control
	icon IconName
	text string
	on   bool
}

// NewRailItem gives an item of the rail.
func NewRailItem(icon IconName, text, tip string, onTapped func()) *RailItem {
	r := &RailItem{icon: icon, text: text}
	r.label, r.tip, r.press = text, tip, onTapped
	r.extend(r)
	return r
}

// SetOn marks the item as the place shown.
func (r *RailItem) SetOn(on bool) {
	if r.on != on {
		r.on = on
		r.Refresh()
	}
}

// On tells whether the item is the place shown.
func (r *RailItem) On() bool { return r.on }

// CreateRenderer is called by the toolkit.
func (r *RailItem) CreateRenderer() fyne.WidgetRenderer {
	x := &railRenderer{r: r, back: canvas.NewRectangle(nil), ring: newFocusRing(), icon: NewIcon(r.icon, 24, Ink2), text: newTextLine()}
	x.Refresh()
	return x
}

type railRenderer struct {
	r    *RailItem
	back *canvas.Rectangle
	ring focusRing
	icon *Icon
	text *textLine
}

func (x *railRenderer) Destroy()           {}
func (x *railRenderer) MinSize() fyne.Size { return fyne.NewSize(72, 60) }
func (x *railRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.ring.rect, x.back, x.icon, x.text.text}
}

func (x *railRenderer) Layout(size fyne.Size) {
	x.back.Resize(size)
	x.ring.layout(size, 8)
	x.icon.Move(fyne.NewPos((size.Width-24)/2, 8))
	x.icon.Resize(fyne.NewSquareSize(24))
	x.text.place((size.Width-x.text.width())/2, 36, 16)
}

func (x *railRenderer) Refresh() {
	fill, ink, style := Clear, Ink2, Small
	switch {
	case x.r.Disabled():
		ink = Ink3
	case x.r.on:
		fill, ink, style = Soft, Accent, SmallBold
	case x.r.hovered:
		fill = Sunken
	}
	x.back.FillColor, x.back.CornerRadius = Color(fill), 8
	x.back.Refresh()
	x.icon.Set(x.r.icon, ink)
	x.icon.Refresh()
	x.text.set(x.r.text, style.In(ink))
	x.ring.refresh(x.r.focused)
	x.Layout(x.r.Size())
}

var _ fyne.Focusable = (*SearchBar)(nil)

// SearchBar looks like a field and opens the palette: icon, words, key.
type SearchBar struct {
	control
	words, key string
}

// NewSearchBar gives the bar of the window's top; key is the shortcut shown.
func NewSearchBar(words, key string, onTapped func()) *SearchBar {
	s := &SearchBar{words: words, key: key}
	s.label, s.press = words, onTapped
	s.extend(s)
	return s
}

// CreateRenderer is called by the toolkit.
func (s *SearchBar) CreateRenderer() fyne.WidgetRenderer {
	r := &searchBarRenderer{s: s, frame: newFrame(""), icon: NewIcon(IconSearch, 20, Ink2), text: newTextLine(), key: NewKeycap(s.key)}
	r.Refresh()
	return r
}

type searchBarRenderer struct {
	s     *SearchBar
	frame *frame
	icon  *Icon
	text  *textLine
	key   fyne.CanvasObject
}

func (r *searchBarRenderer) Destroy()           {}
func (r *searchBarRenderer) MinSize() fyne.Size { return fyne.NewSize(200, fieldHeight) }
func (r *searchBarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.frame.fill, r.icon, r.text.text, r.key, r.frame.ring}
}

func (r *searchBarRenderer) Layout(size fyne.Size) {
	r.frame.layout(size, fieldHeight)
	r.icon.Move(fyne.NewPos(fieldPad, (size.Height-20)/2))
	r.icon.Resize(fyne.NewSquareSize(20))
	key := r.key.MinSize()
	r.key.Resize(key)
	r.key.Move(fyne.NewPos(size.Width-8-key.Width, (size.Height-key.Height)/2))
	r.text.fit(r.s.words, Body.In(Ink3), fyne.Max(0, size.Width-fieldPad-28-16-key.Width))
	r.text.place(fieldPad+28, 0, size.Height)
}

func (r *searchBarRenderer) Refresh() {
	r.frame.hovered, r.frame.focused = r.s.hovered, r.s.focused
	r.frame.refresh()
	r.icon.Refresh()
	r.key.Refresh()
	r.Layout(r.s.Size())
}
