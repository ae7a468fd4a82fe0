package interviews

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"laurel/model"
	"laurel/ui/excerpt"
	"laurel/ui/kit"
)

// questionRow is a question that is closed: 48 high, opened by a click, Space or Enter.
type questionRow struct {
	widget.BaseWidget
	onOpen           func()
	ground           *kit.Fill
	number           *kit.Label
	text             *kit.Label
	chip             *kit.Chip
	count            *kit.Label
	hovered, focused bool
}

var (
	_ fyne.Focusable     = (*questionRow)(nil)
	_ fyne.Tappable      = (*questionRow)(nil)
	_ desktop.Hoverable  = (*questionRow)(nil)
	_ desktop.Cursorable = (*questionRow)(nil)
)

func newQuestionRow(onOpen func()) *questionRow {
	r := &questionRow{
		onOpen: onOpen, ground: kit.NewFrame(kit.Surface, kit.Clear, 2), number: kit.NewLabel("", kit.Question.In(kit.Ink3)),
		text: kit.NewElastic("", kit.Body), chip: kit.NewChip("", kit.Warn), count: kit.NewLabel("", kit.Small),
	}
	r.ground.Width = 2
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *questionRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.ground, kit.Sized(kit.Pad(kit.MidRow(8,
		kit.Fixed(20, r.number), kit.Grow(1, r.text), kit.Natural(r.chip), kit.Natural(r.count), kit.Natural(kit.NewIcon(kit.IconChevronDown, 20, kit.Ink2))), 0, 16, 0, 24), 0, 48)))
}

// fill shows a question and how far its answer has come.
func (r *questionRow) fill(i int, a model.Answer, f excerpt.Fill) {
	r.number.SetText(itoa(i + 1))
	r.text.SetText(a.Question)
	r.count.SetText(f.Text())
	if f.MaxLines > 0 {
		r.count.SetText(lang.L("{{.Words}} of {{.MaxWords}} words", map[string]any{"Words": kit.Number(f.Words), "MaxWords": kit.Number(f.MaxWords)}))
	}
	s := stateOf(a)
	switch _, tone := s.icon(); s {
	case stateStale, stateToChoose, stateUnanswered:
		r.chip.Set(s.word(), tone)
		r.chip.Show()
	case stateApproved:
		r.chip.Set(s.word(), kit.Accent)
		r.chip.Show()
	default:
		r.chip.Hide()
	}
	r.paint()
	r.Refresh()
}

func (r *questionRow) paint() {
	ground, ring := kit.Surface, kit.Clear
	if r.hovered {
		ground = kit.Hover
	}
	if r.focused {
		ring = kit.Accent
	}
	r.ground.Set(ground, ring)
}

// Tapped opens the question.
func (r *questionRow) Tapped(*fyne.PointEvent) { r.onOpen() }

// MouseIn marks the row as pointed at.
func (r *questionRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.paint() }

// MouseMoved is not needed.
func (r *questionRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (r *questionRow) MouseOut() { r.hovered = false; r.paint() }

// Cursor is a hand.
func (r *questionRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained shows the focus.
func (r *questionRow) FocusGained() { r.focused = true; r.paint() }

// FocusLost hides it.
func (r *questionRow) FocusLost() { r.focused = false; r.paint() }

// TypedRune does nothing.
func (r *questionRow) TypedRune(rune) {}

// TypedKey opens the question on Space and Enter.
func (r *questionRow) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.onOpen()
	}
}

// AccessibilityLabel names the row for assistive technology.
func (r *questionRow) AccessibilityLabel() string { return r.text.Text() }
