package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"laurel/ui/kit"
)

// sentenceRow is a sentence that can be chosen: a click, Space or Enter puts it
// into the excerpt, S makes it the pull quote.
type sentenceRow struct {
	widget.BaseWidget
	ground           *kit.Fill
	bar              *kit.Fill
	text             *kit.Paragraph
	star             *kit.Button
	onChoose, onStar func()
	onMove           func(by int)
	chosen, focused  bool
	hovered          bool
}

var (
	_ fyne.Focusable     = (*sentenceRow)(nil)
	_ fyne.Tappable      = (*sentenceRow)(nil)
	_ desktop.Hoverable  = (*sentenceRow)(nil)
	_ desktop.Cursorable = (*sentenceRow)(nil)
)

func newSentenceRow() *sentenceRow {
	r := &sentenceRow{ground: kit.NewFrame(kit.Surface, kit.Clear, 4), bar: kit.NewFill(kit.Clear), text: kit.NewParagraph("", kit.Reading)}
	r.star = kit.NewIconButton(kit.IconStar, lang.L("Make it the pull quote"), func() { r.onStar() })
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *sentenceRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.ground, kit.Row(0,
		kit.Fixed(3, r.bar), kit.Grow(1, kit.Pad(r.text, 4, 8, 4, 12)), kit.Natural(r.star))))
}

func (r *sentenceRow) fill(text string, chosen, starred bool) {
	r.chosen = chosen
	r.text.SetText(text)
	if starred {
		r.star.SetIcon(kit.IconStarFilled)
	} else {
		r.star.SetIcon(kit.IconStar)
	}
	r.paint()
}

// paint says by ground, bar and ink what the row is, never by colour alone.
func (r *sentenceRow) paint() {
	ground, stroke, bar, ink := kit.Surface, kit.Clear, kit.Clear, kit.Ink2
	if r.hovered {
		ground = kit.Hover
	}
	if r.chosen {
		ground, bar, ink = kit.Soft, kit.Accent, kit.Ink
	}
	if r.focused {
		stroke = kit.Accent
	}
	r.ground.Set(ground, stroke)
	r.bar.Set(bar, kit.Clear)
	r.text.Set(r.text.Text(), kit.Reading.In(ink))
}

// Tapped chooses the sentence.
func (r *sentenceRow) Tapped(*fyne.PointEvent) { r.onChoose() }

// MouseIn marks the row as pointed at.
func (r *sentenceRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.paint() }

// MouseMoved is not needed.
func (r *sentenceRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (r *sentenceRow) MouseOut() { r.hovered = false; r.paint() }

// Cursor is a hand.
func (r *sentenceRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained shows the focus.
func (r *sentenceRow) FocusGained() { r.focused = true; r.paint() }

// FocusLost hides it.
func (r *sentenceRow) FocusLost() { r.focused = false; r.paint() }

// TypedRune makes the pull quote on S.
func (r *sentenceRow) TypedRune(ch rune) {
	if ch == 's' || ch == 'S' {
		r.onStar()
	}
}

// TypedKey chooses on Space and Enter; ↑ and ↓ go to the next sentence.
func (r *sentenceRow) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.onChoose()
	case fyne.KeyUp:
		r.onMove(-1)
	case fyne.KeyDown:
		r.onMove(1)
	}
}

// AccessibilityLabel names the row for assistive technology.
func (r *sentenceRow) AccessibilityLabel() string { return r.text.Text() }
