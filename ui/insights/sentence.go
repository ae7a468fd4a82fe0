package insights

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"laurel/ui/kit"
)

var (
	_ fyne.Focusable    = (*sentence)(nil)
	_ fyne.Tappable     = (*sentence)(nil)
	_ desktop.Hoverable = (*sentence)(nil)
)

// sentence is a text of several styles that wraps, and leads somewhere when it
// is clicked or Enter is pressed on it.
type sentence struct {
	widget.BaseWidget
	words   []kit.Run
	open    func()
	width   float32
	lines   [][]kit.Run
	hovered bool
	focused bool
}

func newSentence(runs []kit.Run, open func()) *sentence {
	s := &sentence{open: open}
	for _, r := range runs {
		for _, word := range strings.SplitAfter(r.Text, " ") {
			if word != "" {
				s.words = append(s.words, kit.Run{Text: word, Style: r.Style})
			}
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// broken divides the words into lines of a width.
func (s *sentence) broken(width float32) [][]kit.Run {
	if width == s.width && s.lines != nil {
		return s.lines
	}
	s.width, s.lines = width, nil
	var line []kit.Run
	var used float32
	for _, w := range s.words {
		wide := w.Style.Width(strings.TrimRight(w.Text, " "))
		if len(line) > 0 && used+wide > width {
			s.lines = append(s.lines, line)
			line, used = nil, 0
		}
		line = append(line, w)
		used += w.Style.Width(w.Text)
	}
	s.lines = append(s.lines, line)
	return s.lines
}

// Text gives the whole sentence.
func (s *sentence) Text() string {
	var b strings.Builder
	for _, w := range s.words {
		b.WriteString(w.Text)
	}
	return b.String()
}

// MinSize is as high as the lines are at the present width.
func (s *sentence) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	width := s.Size().Width
	if width < 1 {
		width = 320
	}
	return fyne.NewSize(40, float32(len(s.broken(width)))*kit.Story.Line)
}

// Resize breaks the lines anew; a change of height is told to the layout.
func (s *sentence) Resize(size fyne.Size) {
	lines := len(s.lines)
	s.BaseWidget.Resize(size)
	if len(s.broken(size.Width)) != lines {
		s.Refresh()
	}
}

// Tapped leads to whom the sentence is about.
func (s *sentence) Tapped(*fyne.PointEvent) { s.open() }

// MouseIn underlines.
func (s *sentence) MouseIn(*desktop.MouseEvent) {
	s.hovered = true
	s.Refresh()
}

// MouseMoved is not needed.
func (s *sentence) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (s *sentence) MouseOut() {
	s.hovered = false
	s.Refresh()
}

// FocusGained shows the ring.
func (s *sentence) FocusGained() {
	s.focused = true
	s.Refresh()
}

// FocusLost hides it.
func (s *sentence) FocusLost() {
	s.focused = false
	s.Refresh()
}

// TypedRune does nothing.
func (s *sentence) TypedRune(rune) {}

// TypedKey leads on with Enter and Space.
func (s *sentence) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.open()
	}
}

// AccessibilityLabel is the sentence.
func (s *sentence) AccessibilityLabel() string { return s.Text() }

// AccessibilityRole is button: it leads somewhere.
func (s *sentence) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (s *sentence) CreateRenderer() fyne.WidgetRenderer {
	r := &sentenceRenderer{s: s, back: canvas.NewRectangle(nil)}
	r.back.CornerRadius = 4
	r.Refresh()
	return r
}

type sentenceRenderer struct {
	s      *sentence
	back   *canvas.Rectangle
	labels []*kit.Label
}

func (r *sentenceRenderer) Destroy()           {}
func (r *sentenceRenderer) MinSize() fyne.Size { return r.s.MinSize() }

func (r *sentenceRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.back}
	for _, l := range r.labels {
		objects = append(objects, l)
	}
	return objects
}

func (r *sentenceRenderer) Layout(size fyne.Size) {
	lines := r.s.broken(size.Width)
	for len(r.labels) < len(lines) {
		r.labels = append(r.labels, kit.NewLine())
	}
	r.labels = r.labels[:len(lines)]
	for i, line := range lines {
		r.labels[i].SetRuns(line...)
		r.labels[i].Move(fyne.NewPos(0, float32(i)*kit.Story.Line))
		r.labels[i].Resize(fyne.NewSize(size.Width, kit.Story.Line))
	}
	r.back.Move(fyne.NewPos(-6, -2))
	r.back.Resize(size.AddWidthHeight(12, 4))
}

func (r *sentenceRenderer) Refresh() {
	fill, ring, width := kit.Clear, kit.Clear, float32(0)
	if r.s.hovered {
		fill = kit.Hover
	}
	if r.s.focused {
		ring, width = kit.Accent, 2
	}
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = kit.Color(fill), kit.Color(ring), width
	r.back.Refresh()
	r.Layout(r.s.Size())
	for _, l := range r.labels {
		l.Refresh()
	}
}
