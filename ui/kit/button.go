package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Widget       = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Disableable  = (*Button)(nil)
	_ fyne.Accessible   = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
)

type buttonKind int

const (
	primaryButton buttonKind = iota
	normalButton
	quietButton
	iconButton
)

// Button is something to press: text, icon or both.
type Button struct {
	control

	// OnTapped runs when the button is pressed by pointer, Space or Enter.
	OnTapped func()

	kind     buttonKind
	height   float32
	text     string
	icon     IconName
	trailing IconName
	tone     Token // colour of text and outline in place of ink and edge
	on       bool
	big      bool   // a quiet button in body size
	title    bool   // text in the face of titles
	tag      string // a small word on a ground of its own, after the text
	cut      bool   // the text is shortened for want of room
}

// NewPrimary gives the one button of a screen or dialog that goes on, 36 high.
func NewPrimary(text string, onTapped func()) *Button {
	return newButton(primaryButton, 36, text, onTapped)
}

// NewButton gives a button 36 high.
func NewButton(text string, onTapped func()) *Button {
	return newButton(normalButton, 36, text, onTapped)
}

// NewTitleButton gives a button 36 high whose text is what the screens are
// about: set in the face of titles, and with a tag where SetTag gives one.
func NewTitleButton(text string, onTapped func()) *Button {
	b := NewButton(text, onTapped)
	b.title = true
	return b
}

// NewMedium gives a button 32 high, for pane heads.
func NewMedium(text string, onTapped func()) *Button {
	return newButton(normalButton, 32, text, onTapped)
}

// NewSmall gives a button 28 high, for rows and cards.
func NewSmall(text string, onTapped func()) *Button {
	return newButton(normalButton, 28, text, onTapped)
}

// NewQuiet gives a button without frame, in accent: a link that does something.
func NewQuiet(text string, onTapped func()) *Button {
	return newButton(quietButton, 28, text, onTapped)
}

// NewIconButton gives a 32 px button with a 20 px icon only; tip says what it
// does, to the eye and to assistive technology.
func NewIconButton(icon IconName, tip string, onTapped func()) *Button {
	b := newButton(iconButton, 32, "", onTapped)
	b.icon, b.tip = icon, tip
	return b
}

func newButton(kind buttonKind, height float32, text string, onTapped func()) *Button {
	b := &Button{kind: kind, height: height, text: text, OnTapped: onTapped}
	b.press = func() {
		if b.OnTapped != nil {
			b.OnTapped()
		}
	}
	b.extend(b)
	return b
}

// WithIcon puts an icon before the text.
func (b *Button) WithIcon(icon IconName) *Button {
	b.icon = icon
	return b
}

// WithMenu puts a downward chevron after the text: pressing opens a menu.
func (b *Button) WithMenu() *Button {
	b.trailing = IconChevronDown
	return b
}

// WithTrailing puts an icon after the text.
func (b *Button) WithTrailing(icon IconName) *Button {
	b.trailing = icon
	return b
}

// WithTip sets the tooltip.
func (b *Button) WithTip(tip string) *Button {
	b.tip = tip
	return b
}

// WithTone colours text and outline: Warn in a warning row, Ink2 for a quiet one.
func (b *Button) WithTone(token Token) *Button {
	b.tone = token
	return b
}

// Text gives the text.
func (b *Button) Text() string { return b.text }

// SetText changes the text.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text = text
		b.Refresh()
	}
}

// SetTag changes the small word after the text: "EMEA"; "" takes it away.
func (b *Button) SetTag(tag string) {
	if b.tag != tag {
		b.tag = tag
		b.Refresh()
	}
}

// SetIcon changes the icon before the text.
func (b *Button) SetIcon(icon IconName) {
	if b.icon != icon {
		b.icon = icon
		b.Refresh()
	}
}

// SetOn marks an icon button as switched on.
func (b *Button) SetOn(on bool) {
	if b.on != on {
		b.on = on
		b.Refresh()
	}
}

// SetEnabled enables or disables.
func (b *Button) SetEnabled(enabled bool) {
	if enabled {
		b.Enable()
		return
	}
	b.Disable()
}

// Tooltip gives the tooltip; of a text that is cut the whole.
func (b *Button) Tooltip() string {
	if b.cut && b.tip == "" {
		return b.AccessibilityLabel()
	}
	return b.tip
}

// MouseIn marks the button as pointed at.
func (b *Button) MouseIn(ev *desktop.MouseEvent) {
	b.hovered = true
	b.state.enter(b, b.Tooltip(), ev)
	b.Refresh()
}

// AccessibilityLabel is the text, or the tooltip of an icon button.
func (b *Button) AccessibilityLabel() string {
	switch {
	case b.tag != "":
		return b.text + " (" + b.tag + ")"
	case b.text != "":
		return b.text
	}
	return b.control.AccessibilityLabel()
}

func (b *Button) style() Style {
	if b.title {
		return Question
	}
	if b.height >= 36 || b.big {
		return BodyStrong
	}
	return SmallBold
}

func (b *Button) iconSize() float32 {
	if b.kind == iconButton || b.height >= 36 {
		return 20
	}
	return 16
}

func (b *Button) padding() float32 {
	switch {
	case b.kind == quietButton:
		return 4
	case b.height >= 36:
		return 15
	}
	return 11
}

// colors gives fill, outline and text of the present state.
func (b *Button) colors() (fill, edge, text Token) {
	disabled := b.Disabled()
	switch b.kind {
	case primaryButton:
		switch {
		case disabled:
			return Sunken, Line, Ink3
		case b.hovered:
			return AccentHover, Clear, OnAccent
		}
		return Accent, Clear, OnAccent
	case normalButton:
		fill, edge, text = Surface, Edge, Ink
		switch {
		case disabled:
			return Sunken, Line, Ink3
		case b.on:
			fill, text = Soft, Accent
		case b.hovered:
			fill = Hover
		}
		if b.tone != "" {
			edge, text = b.tone, b.tone
			if !b.hovered {
				fill = Clear
			}
		}
		return fill, edge, text
	case quietButton:
		fill, edge, text = Clear, Clear, Accent
		if b.tone != "" {
			text = b.tone
		}
	default:
		fill, edge, text = Clear, Clear, Ink2
		if b.on {
			fill, text = Soft, Accent
		}
	}
	switch {
	case disabled:
		return Clear, Clear, Ink3
	case b.hovered && !b.on:
		fill = Hover
	}
	return fill, edge, text
}

// CreateRenderer is called by the toolkit.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		b: b, back: canvas.NewRectangle(nil), ring: newFocusRing(),
		text: newTextLine(), icon: NewIcon("", b.iconSize(), Ink), trailing: NewIcon("", 16, Ink),
		tag: newTextLine(), tagBack: canvas.NewRectangle(nil),
	}
	r.objects = []fyne.CanvasObject{r.ring.rect, r.back, r.icon, r.text.text, r.tagBack, r.tag.text, r.trailing}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	b              *Button
	back           *canvas.Rectangle
	ring           focusRing
	text           *textLine
	icon, trailing *Icon
	tag            *textLine
	tagBack        *canvas.Rectangle
	objects        []fyne.CanvasObject
}

func (r *buttonRenderer) Destroy()                     {}
func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objects }

const buttonGap = 8

// contentWidth is the width of icon, text and trailing icon with their gaps.
func (r *buttonRenderer) contentWidth() float32 {
	var width float32
	parts := 0
	add := func(w float32) {
		if w > 0 {
			width += w
			parts++
		}
	}
	if r.b.icon != "" {
		add(r.b.iconSize())
	}
	add(r.text.width())
	add(r.tagWidth())
	if r.b.trailing != "" {
		add(16)
	}
	if parts > 1 {
		width += float32(parts-1) * buttonGap
	}
	return width
}

// tagWidth is the width of the tag with its ground; 0 without one.
func (r *buttonRenderer) tagWidth() float32 {
	if r.b.tag == "" {
		return 0
	}
	return r.tag.width() + 2*tagPadding
}

const tagPadding = 6

func (r *buttonRenderer) MinSize() fyne.Size {
	if r.b.kind == iconButton {
		return fyne.NewSquareSize(r.b.height)
	}
	width := r.contentWidth() + 2*r.b.padding()
	if r.b.cut {
		width += r.b.style().Width(r.b.text) - r.text.width()
	}
	return whole(fyne.NewSize(width, r.b.height))
}

// fit cuts the text where the button has less room than it asks for; then the
// tooltip has the whole, unless it says something else.
func (r *buttonRenderer) fit(width float32) {
	style := r.text.style
	if r.b.cut {
		r.text.set(r.b.text, style)
	}
	over := r.contentWidth() + 2*r.b.padding() - width
	r.b.cut = over > 1 && r.b.text != "" && width > 0
	if r.b.cut {
		r.text.fit(r.b.text, style, r.text.width()-over)
	}
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.ring.layout(size, 6)
	r.fit(size.Width)
	x := (size.Width - r.contentWidth()) / 2
	if r.b.icon != "" {
		s := r.b.iconSize()
		r.icon.Move(fyne.NewPos(x, (size.Height-s)/2))
		r.icon.Resize(fyne.NewSquareSize(s))
		x += s + buttonGap
	}
	r.text.place(x, 0, size.Height)
	if r.text.width() > 0 {
		x += r.text.width() + buttonGap
	}
	if w := r.tagWidth(); w > 0 {
		r.tagBack.Move(fyne.NewPos(x, (size.Height-20)/2))
		r.tagBack.Resize(fyne.NewSize(w, 20))
		r.tag.place(x+tagPadding, 0, size.Height)
		x += w + buttonGap
	}
	if r.b.trailing != "" {
		r.trailing.Move(fyne.NewPos(x, (size.Height-16)/2))
		r.trailing.Resize(fyne.NewSquareSize(16))
	}
}

func (r *buttonRenderer) Refresh() {
	fill, edge, ink := r.b.colors()
	r.back.CornerRadius = 6
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = Color(fill), nil, 0
	if edge != Clear {
		r.back.StrokeColor, r.back.StrokeWidth = Color(edge), 1
	}
	r.back.Refresh()
	r.text.set(r.b.text, r.b.style().In(ink))
	r.tag.set(r.b.tag, Caption.In(Ink2))
	r.tagBack.FillColor, r.tagBack.CornerRadius = Color(Sunken), 4
	SetVisible(r.tagBack, r.b.tag != "")
	r.tagBack.Refresh()
	r.icon.Set(r.b.icon, ink)
	r.icon.Refresh()
	r.trailing.Set(r.b.trailing, ink)
	r.trailing.Refresh()
	r.ring.refresh(r.b.focused)
	r.Layout(r.b.Size())
}
