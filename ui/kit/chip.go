package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

var (
	_ fyne.Widget       = (*FilterChip)(nil)
	_ fyne.Focusable    = (*FilterChip)(nil)
	_ desktop.Hoverable = (*FilterChip)(nil)
)

// numbers writes numbers in the language of the program.
var numbers = message.NewPrinter(language.BritishEnglish)

// NumbersIn says in which language numbers are written.
func NumbersIn(tag string) { numbers = message.NewPrinter(language.Make(tag)) }

// Number writes a number for reading: 2,400.
func Number(n int) string { return numbers.Sprint(n) }

// FilterChip switches a filter on and off and tells how many it would leave.
// A chip of 0 stays, in a quieter colour.
type FilterChip struct {
	toggle

	count int
	tone  Token
}

// NewFilterChip gives a chip 24 high. A negative count shows none.
func NewFilterChip(text string, count int, onChanged func(bool)) *FilterChip {
	c := &FilterChip{count: count}
	c.init(text, onChanged, c)
	return c
}

// WithTone colours the chip when it is on: Warn for what waits for a choice.
func (c *FilterChip) WithTone(tone Token) *FilterChip {
	c.tone = tone
	return c
}

// Set changes text and count.
func (c *FilterChip) Set(text string, count int) {
	if c.text != text || c.count != count {
		c.text, c.label, c.count = text, text, count
		c.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (c *FilterChip) CreateRenderer() fyne.WidgetRenderer {
	r := &filterChipRenderer{c: c, back: canvas.NewRectangle(nil), ring: newFocusRing(), text: newTextLine(), count: newTextLine()}
	r.Refresh()
	return r
}

type filterChipRenderer struct {
	c           *FilterChip
	back        *canvas.Rectangle
	ring        focusRing
	text, count *textLine
}

func (r *filterChipRenderer) Destroy() {}
func (r *filterChipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring.rect, r.back, r.text.text, r.count.text}
}

func (r *filterChipRenderer) MinSize() fyne.Size {
	width := SmallBold.Width(r.c.text) + 20
	if r.c.count >= 0 {
		width += 6 + SmallBold.Width(Number(r.c.count))
	}
	return whole(fyne.NewSize(width, 24))
}

func (r *filterChipRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.ring.layout(size, size.Height/2)
	r.text.place(10, 0, size.Height)
	r.count.place(size.Width-10-r.count.width(), 0, size.Height)
}

func (r *filterChipRenderer) Refresh() {
	c := r.c
	fill, edge, style := Surface, Edge, SmallInk
	switch {
	case c.on && c.tone == Warn:
		fill, edge, style = WarnSoft, Warn, SmallBold.In(Warn)
	case c.on:
		fill, edge, style = Soft, Clear, SmallBold.In(Accent)
	case c.count == 0:
		style = Small.In(Ink3)
		edge = Line
	}
	if c.hovered && !c.on {
		fill = Hover
	}
	r.back.FillColor, r.back.CornerRadius = Color(fill), 12
	r.back.StrokeColor, r.back.StrokeWidth = nil, 0
	if edge != Clear {
		r.back.StrokeColor, r.back.StrokeWidth = Color(edge), 1
	}
	r.back.Refresh()
	r.text.set(c.text, style)
	number := ""
	if c.count >= 0 {
		number = Number(c.count)
	}
	r.count.set(number, style)
	r.ring.refresh(c.focused)
	r.Layout(c.Size())
}

var (
	_ fyne.Widget    = (*Chip)(nil)
	_ fyne.Focusable = (*MissingChip)(nil)
)

// Chip says a state in a soft colour, 20 high. It does nothing.
type Chip struct {
	widget.BaseWidget
	// Tip is what a list shows when the pointer rests on the chip.
	Tip  string
	face chipFace
}

// NewChip gives a chip. The tone is the colour of its text: Accent, Warn,
// Error, Info, or Ink2 for what is neutral.
func NewChip(text string, tone Token) *Chip {
	c := &Chip{face: chipFace{text: text, tone: tone, height: 20}}
	c.ExtendBaseWidget(c)
	return c
}

// NewStateChip gives a chip 24 high with an icon, for heads: "✓ Approved 2 May".
func NewStateChip(text string, icon IconName, tone Token) *Chip {
	c := &Chip{face: chipFace{text: text, tone: tone, icon: icon, height: 24}}
	c.ExtendBaseWidget(c)
	return c
}

// Tooltip is the chip's Tip.
func (c *Chip) Tooltip() string { return c.Tip }

// Text gives the text.
func (c *Chip) Text() string { return c.face.text }

// Set changes text and tone.
func (c *Chip) Set(text string, tone Token) {
	if c.face.text != text || c.face.tone != tone {
		c.face.text, c.face.tone = text, tone
		c.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := newChipRenderer(&c.face, c.Size)
	r.Refresh()
	return r
}

// MissingChip says what is missing and leads to the field where it is mended.
type MissingChip struct {
	control
	face chipFace
}

// NewMissingChip gives a chip 24 high. With stops it keeps the book from
// printing and is red. An empty icon leaves it out.
func NewMissingChip(text string, icon IconName, stops bool, onTapped func()) *MissingChip {
	tone := Warn
	if stops {
		tone = Error
	}
	c := &MissingChip{face: chipFace{text: text, tone: tone, icon: icon, height: 24}}
	c.label = text
	c.press = onTapped
	c.extend(c)
	return c
}

// Cursor is a hand: the chip leads somewhere.
func (c *MissingChip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (c *MissingChip) CreateRenderer() fyne.WidgetRenderer {
	r := newChipRenderer(&c.face, c.Size)
	r.state = func() (bool, bool) { return c.hovered, c.focused }
	r.Refresh()
	return r
}

type chipFace struct {
	text   string
	icon   IconName
	tone   Token
	height float32
}

// softOf gives the ground a tone stands on.
func softOf(tone Token) Token {
	switch tone {
	case Warn, Star:
		return WarnSoft
	case Error:
		return ErrorSoft
	case Info:
		return InfoSoft
	case Accent:
		return Soft
	}
	return Sunken
}

type chipRenderer struct {
	face  *chipFace
	size  func() fyne.Size
	state func() (hovered, focused bool)
	back  *canvas.Rectangle
	under *canvas.Rectangle
	ring  focusRing
	text  *textLine
	icon  *Icon
}

func newChipRenderer(face *chipFace, size func() fyne.Size) *chipRenderer {
	return &chipRenderer{
		face: face, size: size, back: canvas.NewRectangle(nil), under: canvas.NewRectangle(nil),
		ring: newFocusRing(), text: newTextLine(), icon: NewIcon("", 16, Ink),
	}
}

func (r *chipRenderer) Destroy() {}
func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring.rect, r.back, r.icon, r.text.text, r.under}
}

func (r *chipRenderer) style() Style {
	if r.face.height >= 24 {
		return Small.In(r.face.tone)
	}
	return Caption.In(r.face.tone)
}

func (r *chipRenderer) padding() float32 { return fyne.Max(8, r.face.height/2-2) }

func (r *chipRenderer) MinSize() fyne.Size {
	width := r.style().Width(r.face.text) + 2*r.padding()
	if r.face.icon != "" {
		width += 16 + 5
	}
	return whole(fyne.NewSize(width, r.face.height))
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.back.CornerRadius = r.face.height / 2
	top := (size.Height - r.face.height) / 2
	r.back.Move(fyne.NewPos(0, top))
	r.back.Resize(fyne.NewSize(size.Width, r.face.height))
	r.ring.layout(size, size.Height/2)
	x := (size.Width - r.MinSize().Width) / 2
	x += r.padding()
	if r.face.icon != "" {
		r.icon.Move(fyne.NewPos(x, (size.Height-16)/2))
		r.icon.Resize(fyne.NewSquareSize(16))
		x += 16 + 5
	}
	r.text.place(x, 0, size.Height)
	r.under.Move(fyne.NewPos(x, size.Height/2+7))
	r.under.Resize(fyne.NewSize(r.text.width(), 1))
}

func (r *chipRenderer) Refresh() {
	var hovered, focused bool
	if r.state != nil {
		hovered, focused = r.state()
	}
	r.back.FillColor = Color(softOf(r.face.tone))
	r.back.Refresh()
	r.text.set(r.face.text, r.style())
	r.icon.Set(r.face.icon, r.face.tone)
	r.icon.Refresh()
	r.under.FillColor = Color(r.face.tone)
	SetVisible(r.under, hovered)
	r.under.Refresh()
	r.ring.refresh(focused)
	r.Layout(r.size())
}

// NewTag gives a small word on a sunken ground with 4 px corners: "EMEA".
func NewTag(text string) fyne.CanvasObject {
	back := NewFill(Sunken)
	back.Radius = 4
	return stacked(back, Pad(NewLabel(text, Caption.In(Ink2)), 2, 6, 2, 6))
}

// NewKeycap gives the picture of a key, 18 high.
func NewKeycap(text string) fyne.CanvasObject {
	return stacked(NewFrame(Sunken, Line, 4), Pad(NewLabel(text, Caption.In(Ink2)), 1, 6, 1, 6))
}
