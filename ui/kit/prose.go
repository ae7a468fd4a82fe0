package kit

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget        = (*Prose)(nil)
	_ fyne.Focusable     = (*Prose)(nil)
	_ fyne.Draggable     = (*Prose)(nil)
	_ fyne.Tappable      = (*Prose)(nil)
	_ desktop.Mouseable  = (*Prose)(nil)
	_ desktop.Hoverable  = (*Prose)(nil)
	_ desktop.Keyable    = (*Prose)(nil)
	_ desktop.Cursorable = (*Prose)(nil)
)

// Stretch is a part of a text in bytes, [Start, End).
type Stretch struct{ Start, End int }

func (s Stretch) holds(at int) bool { return s.Start <= at && at < s.End }

// Look is what a stretch of prose looks like; looks add up.
type Look uint8

// The looks. None of them is colour alone: a ground, a line, dots, a stroke.
const (
	LookChosen Look = 1 << iota // soft ground, 2 px underline, full ink
	LookStar                    // dots below in the colour of the star
	LookStale                   // 2 px below in the colour of the star
	LookSign                    // accent: what an editor put in
	LookAdded                   // soft ground and underline: words that came in
	LookGone                    // struck through: words that went
	LookSlip                    // dots below in the colour of an error
)

// ProseMark gives a stretch a look.
type ProseMark struct {
	Stretch
	Look Look
}

// ProseSign is something that is not of the text: it stands before the byte At
// and covers Replaces bytes. Apart from them it is set like a word of its own.
type ProseSign struct {
	At, Replaces int
	Text         string
	Icon         IconName
}

// ProseContent is what a prose shows.
type ProseContent struct {
	Text   string
	Pieces []Stretch // what the pointer and the keyboard meet: sentences
	Marks  []ProseMark
	Signs  []ProseSign
	Rest   Token // the colour of what has no look; "" is Ink
}

// Prose is flowing text in which stretches are marked, and can be chosen where
// OnTap is set: a click tells the byte under the pointer, a drag the stretch
// drawn over. With the keyboard on it one piece is current; what the keys mean
// is the owner's to say.
type Prose struct {
	widget.BaseWidget

	// OnTap runs on a click; extend with Shift held.
	OnTap func(at int, extend bool)
	// OnRange runs when a stretch was drawn over.
	OnRange func(Stretch)
	// OnKey gets keys; true says that they were used.
	OnKey func(key fyne.KeyName, shift bool) bool
	// OnRune gets typed letters.
	OnRune func(r rune)
	// OnFocus tells of the keyboard coming and going.
	OnFocus func(on bool)

	style   Style
	content ProseContent
	current int // piece with the keyboard; -1: none
	hovered int // piece under the pointer; -1: none
	drag    *Stretch
	from    int // byte at which the drag began
	shift   bool
	pressed bool // the pointer came down with Shift held
	focused bool

	width  float32
	lines  []proseLine
	widths map[string]float32
}

// NewProse gives an empty prose.
func NewProse(style Style) *Prose {
	p := &Prose{style: style, current: -1, hovered: -1, width: -1, widths: map[string]float32{}}
	p.ExtendBaseWidget(p)
	return p
}

// Set replaces what is shown; the current piece stays where there still is one.
func (p *Prose) Set(c ProseContent) {
	if c.Rest == "" {
		c.Rest = p.style.Color
	}
	p.content = c
	p.current = min(p.current, len(c.Pieces)-1)
	p.hovered = min(p.hovered, len(c.Pieces)-1)
	p.drag = nil
	p.width = -1
	p.Refresh()
}

// Text gives the text.
func (p *Prose) Text() string { return p.content.Text }

// Current gives the piece with the keyboard, or -1.
func (p *Prose) Current() int { return p.current }

// SetCurrent moves the keyboard's place to a piece.
func (p *Prose) SetCurrent(i int) {
	if i = max(-1, min(i, len(p.content.Pieces)-1)); i != p.current {
		p.current = i
		p.Refresh()
	}
}

// Span gives the top and bottom of a piece within the prose, for scrolling to it.
func (p *Prose) Span(piece int) (top, bottom float32) {
	if piece < 0 || piece >= len(p.content.Pieces) {
		return 0, 0
	}
	first := true
	for i, l := range p.broken(p.Size().Width) {
		if !l.meets(p.content.Pieces[piece]) {
			continue
		}
		if first {
			top, first = float32(i)*p.style.Line, false
		}
		bottom = float32(i+1) * p.style.Line
	}
	return top, bottom
}

// HeightFor gives the height the text takes at a width.
func (p *Prose) HeightFor(width float32) float32 {
	return float32(max(len(p.broken(width)), 1)) * p.style.Line
}

func (p *Prose) active() bool { return p.OnTap != nil }

// pieceAt gives the piece that holds a byte, or the one before it, or -1.
func (p *Prose) pieceAt(at int) int {
	found := -1
	for i, s := range p.content.Pieces {
		if s.holds(at) {
			return i
		}
		if s.End <= at {
			found = i
		}
	}
	return found
}

// MouseDown notes where a drag would begin, and Shift.
func (p *Prose) MouseDown(ev *desktop.MouseEvent) {
	p.pressed = ev.Modifier&fyne.KeyModifierShift != 0
	p.from = p.at(ev.Position)
	if p.active() {
		focusOn(p)
	}
}

// MouseUp is not needed: Tapped or DragEnd follows.
func (p *Prose) MouseUp(*desktop.MouseEvent) {}

// Tapped tells the byte under the pointer.
func (p *Prose) Tapped(ev *fyne.PointEvent) {
	if !p.active() {
		return
	}
	at := p.at(ev.Position)
	p.current = p.pieceAt(at)
	p.OnTap(at, p.pressed)
	p.pressed = false
}

// Dragged shows the stretch drawn over so far.
func (p *Prose) Dragged(ev *fyne.DragEvent) {
	if !p.active() {
		return
	}
	if p.drag == nil {
		p.drag = &Stretch{p.from, p.from}
	}
	to := p.at(ev.Position)
	*p.drag = Stretch{min(p.from, to), max(p.from, to)}
	p.width = -1
	p.Refresh()
}

// DragEnd tells the stretch drawn over.
func (p *Prose) DragEnd() {
	if p.drag == nil {
		return
	}
	s := *p.drag
	p.drag = nil
	p.width = -1
	p.Refresh()
	if s.Start < s.End && p.OnRange != nil {
		p.OnRange(s)
	}
}

// MouseIn marks the piece pointed at.
func (p *Prose) MouseIn(ev *desktop.MouseEvent) { p.MouseMoved(ev) }

// MouseMoved marks the piece pointed at.
func (p *Prose) MouseMoved(ev *desktop.MouseEvent) {
	if !p.active() {
		return
	}
	if i := p.pieceAt(p.at(ev.Position)); i != p.hovered {
		p.hovered = i
		p.Refresh()
	}
}

// MouseOut ends hovering.
func (p *Prose) MouseOut() {
	if p.hovered >= 0 {
		p.hovered = -1
		p.Refresh()
	}
}

// Cursor is a hand where there is something to choose.
func (p *Prose) Cursor() desktop.Cursor {
	if p.active() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Disabled keeps the keyboard from prose that is only shown.
func (p *Prose) Disabled() bool { return !p.active() }

// Enable is not needed: what OnTap says is enough.
func (p *Prose) Enable() {}

// Disable is not needed.
func (p *Prose) Disable() {}

// FocusGained shows which piece has the keyboard.
func (p *Prose) FocusGained() { p.focus(true) }

// FocusLost hides it.
func (p *Prose) FocusLost() { p.focus(false) }

func (p *Prose) focus(on bool) {
	p.focused, p.shift = on, false
	if on && p.current < 0 && len(p.content.Pieces) > 0 {
		p.current = 0
	}
	p.Refresh()
	if p.OnFocus != nil {
		p.OnFocus(on)
	}
}

// Focused tells whether the keyboard is on the prose.
func (p *Prose) Focused() bool { return p.focused }

// TypedRune hands letters on.
func (p *Prose) TypedRune(r rune) {
	if p.OnRune != nil {
		p.OnRune(r)
	}
}

// TypedKey hands keys on; what has no use for goes to the dialog round it.
func (p *Prose) TypedKey(ev *fyne.KeyEvent) {
	if p.OnKey == nil || !p.OnKey(ev.Name, p.shift) {
		passKey(p, ev)
	}
}

// KeyDown notes Shift, which TypedKey does not tell of.
func (p *Prose) KeyDown(ev *fyne.KeyEvent) { p.noteShift(ev, true) }

// KeyUp notes Shift.
func (p *Prose) KeyUp(ev *fyne.KeyEvent) { p.noteShift(ev, false) }

func (p *Prose) noteShift(ev *fyne.KeyEvent, down bool) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		p.shift = down
	}
}

// AccessibilityLabel is the current piece, else the whole text.
func (p *Prose) AccessibilityLabel() string {
	if p.current >= 0 && p.current < len(p.content.Pieces) {
		s := p.content.Pieces[p.current]
		return p.content.Text[s.Start:s.End]
	}
	return p.content.Text
}

// at gives the byte of the text at a place of the prose.
func (p *Prose) at(pos fyne.Position) int {
	lines := p.broken(p.Size().Width)
	if len(lines) == 0 {
		return 0
	}
	line := lines[max(0, min(int(pos.Y/p.style.Line), len(lines)-1))]
	end := line.start
	for _, b := range line.bits {
		if b.sign {
			continue
		}
		switch {
		case pos.X < b.x:
			return b.Start
		case pos.X < b.x+b.w:
			return b.Start + p.byteAt(b.text, pos.X-b.x)
		}
		end = b.End
	}
	return end
}

// byteAt gives the byte of the letter over a distance from the text's beginning:
// the nearer of the two edges of the letter.
func (p *Prose) byteAt(text string, x float32) int {
	var before float32
	for i, r := range text {
		next := i + utf8.RuneLen(r)
		if after := p.style.Width(text[:next]); x < (before+after)/2 {
			return i
		} else {
			before = after
		}
	}
	return len(text)
}
