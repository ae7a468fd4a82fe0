package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget       = (*Label)(nil)
	_ desktop.Hoverable = (*Label)(nil)
	_ tipper            = (*Label)(nil)
)

// Cut says where a text that has too little room is shortened.
type Cut int

// Where to cut.
const (
	CutNever  Cut = iota
	CutEnd        // "Chief Data and Transf…"
	CutWhole      // it is left out, being of no use in part
	CutMiddle     // "nominations…final.xlsx", for file names
)

// Run is a stretch of a line set in one style.
type Run struct {
	Text  string
	Style Style
	// Cut lets the run be shortened. Where several may be, the first gives way
	// first, down to nothing but "…".
	Cut Cut
	// Keep is what a run that is cut keeps as long as a later one can give way, px.
	Keep float32
}

// Label is one line of text, of one or several runs. What it cannot show ends
// in "…" and the tooltip has the whole.
type Label struct {
	widget.BaseWidget

	// Align places the line within a wider label.
	Align fyne.TextAlign
	// Elastic makes the label as narrow as its layout wants; otherwise it asks
	// for the room its whole text takes.
	Elastic bool
	// Narrow is the style of the text where its own is too wide for the label;
	// without a size there is none.
	Narrow Style
	// Tip replaces the tooltip; without it the tooltip is the whole text, where it is cut.
	Tip string

	runs  []Run
	shown []string // as cut at the present width
	hover tipState
	gives bool // asks for its whole width, and takes less
}

// NewLabel gives a line that is never cut.
func NewLabel(text string, style Style) *Label {
	return NewLine(Run{Text: text, Style: style})
}

// NewElastic gives a line that takes the width it is given and ends in "…".
func NewElastic(text string, style Style) *Label {
	l := NewLine(Run{Text: text, Style: style, Cut: CutEnd})
	l.Elastic = true
	return l
}

// NewGiving gives a line that asks for the width of its text and ends in "…"
// where it gets less, as a Giving cell may let it.
func NewGiving(text string, style Style) *Label {
	l := NewElastic(text, style)
	l.Elastic, l.gives = false, true
	return l
}

// NewLine gives a line of several runs on one baseline. It is elastic when one
// of them may be cut.
func NewLine(runs ...Run) *Label {
	l := &Label{runs: runs}
	for _, r := range runs {
		l.Elastic = l.Elastic || r.Cut != CutNever
	}
	l.ExtendBaseWidget(l)
	return l
}

// SetText replaces the text of the first run.
func (l *Label) SetText(text string) {
	if len(l.runs) == 0 {
		l.runs = []Run{{Style: Body}}
	}
	if l.runs[0].Text == text && len(l.runs) == 1 {
		return
	}
	l.runs = append([]Run(nil), l.runs[:1]...)
	l.runs[0].Text = text
	l.Refresh()
}

// Set replaces text and style.
func (l *Label) Set(text string, style Style) {
	cut := CutNever
	if len(l.runs) > 0 {
		cut = l.runs[0].Cut
	}
	l.SetRuns(Run{Text: text, Style: style, Cut: cut})
}

// SetRuns replaces the whole line.
func (l *Label) SetRuns(runs ...Run) {
	if len(runs) == len(l.runs) {
		same := true
		for i := range runs {
			same = same && runs[i] == l.runs[i]
		}
		if same {
			return
		}
	}
	l.runs = append([]Run(nil), runs...)
	l.Refresh()
}

// Text gives the whole text.
func (l *Label) Text() string {
	var b strings.Builder
	for _, r := range l.runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Shown gives the text as it stands on the screen, cut.
func (l *Label) Shown() string { return strings.Join(l.shown, "") }

// Tooltip is the whole text where it is cut.
func (l *Label) Tooltip() string {
	if l.Tip != "" {
		return l.Tip
	}
	if whole := l.Text(); l.Shown() != whole {
		return whole
	}
	return ""
}

// MouseIn shows the tooltip after a while.
func (l *Label) MouseIn(ev *desktop.MouseEvent) { l.hover.enter(l, l.Tooltip(), ev) }

// MouseMoved is not needed.
func (l *Label) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hides the tooltip.
func (l *Label) MouseOut() { l.hover.leave() }

// CreateRenderer is called by the toolkit.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := &labelRenderer{l: l}
	r.Refresh()
	return r
}

type labelRenderer struct {
	l     *Label
	texts []fyne.CanvasObject
}

func (r *labelRenderer) Destroy()                     {}
func (r *labelRenderer) Objects() []fyne.CanvasObject { return r.texts }

func (r *labelRenderer) MinSize() fyne.Size {
	var size fyne.Size
	for _, run := range r.l.runs {
		if run.Cut == CutNever || !r.l.Elastic {
			size.Width += run.Style.Width(run.Text)
		}
		size.Height = fyne.Max(size.Height, run.Style.Line)
	}
	return whole(size)
}

func (r *labelRenderer) Refresh() {
	for len(r.texts) < len(r.l.runs) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.texts = r.texts[:len(r.l.runs)]
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

// Layout cuts what has no room and sets the runs on one baseline.
func (r *labelRenderer) Layout(size fyne.Size) {
	l := r.l
	var room float32 = -1
	if l.Elastic || l.gives {
		room = size.Width
	}
	runs := l.runs
	if l.Narrow.Size > 0 && room >= 0 && len(runs) == 1 && runs[0].Style.Width(runs[0].Text) > room {
		runs = []Run{{Text: runs[0].Text, Style: l.Narrow, Cut: runs[0].Cut}}
	}
	l.shown = fitRuns(runs, room, l.shown[:0])

	type measured struct {
		size     fyne.Size
		baseline float32
	}
	parts := make([]measured, len(runs))
	var width, line, ascent, descent float32
	for i, run := range runs {
		parts[i].size, parts[i].baseline = run.Style.Measure(l.shown[i])
		if l.shown[i] == "" {
			parts[i].size.Width = 0
		}
		width += parts[i].size.Width
		line = fyne.Max(line, run.Style.Line)
		ascent = fyne.Max(ascent, parts[i].baseline)
		descent = fyne.Max(descent, parts[i].size.Height-parts[i].baseline)
	}
	x := alignOffset(l.Align, size.Width, width)
	top := (fyne.Max(size.Height, line) - ascent - descent) / 2
	for i, run := range runs {
		t := r.texts[i].(*canvas.Text)
		t.Text = l.shown[i]
		t.TextSize = run.Style.Size
		t.TextStyle = run.Style.textStyle()
		t.Color = Color(run.Style.Color)
		t.Move(fyne.NewPos(x, top+ascent-parts[i].baseline))
		t.Resize(parts[i].size)
		t.Refresh()
		x += parts[i].size.Width
	}
}

func alignOffset(align fyne.TextAlign, room, width float32) float32 {
	switch align {
	case fyne.TextAlignTrailing:
		return fyne.Max(0, room-width)
	case fyne.TextAlignCenter:
		return fyne.Max(0, (room-width)/2)
	}
	return 0
}

// fitRuns gives the texts of the runs cut so that together they are not wider
// than room. A negative room is boundless.
func fitRuns(runs []Run, room float32, into []string) []string {
	var width float32
	for _, run := range runs {
		into = append(into, run.Text)
		if room >= 0 {
			width += run.Style.Width(run.Text)
		}
	}
	if room < 0 || width <= room+0.5 {
		return into
	}
	for _, kept := range []bool{true, false} { // at last nothing is kept
		for i, run := range runs {
			if run.Cut == CutNever || run.Text == "" || width <= room+0.5 {
				continue
			}
			now := run.Style.Width(into[i])
			least := float32(0)
			if kept {
				least = fyne.Min(run.Keep, now)
			}
			into[i] = Shorten(run.Text, run.Style, fyne.Max(least, now-(width-room)), run.Cut)
			width += run.Style.Width(into[i]) - now
		}
	}
	return into
}

// Shorten cuts a text to a width in pixels. The least it leaves is "…", or nothing of one that is cut whole.
func Shorten(text string, style Style, room float32, cut Cut) string {
	if cut == CutNever || style.Width(text) <= room {
		return text
	}
	if cut == CutWhole {
		return ""
	}
	runes := []rune(text)
	low, high := 0, len(runes)-1 // low runes are known to fit
	for low < high {
		mid := (low + high + 1) / 2
		if style.Width(keep(runes, mid, cut)) <= room {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return keep(runes, low, cut)
}

func keep(runes []rune, n int, cut Cut) string {
	if cut == CutMiddle {
		head := n / 2
		return strings.TrimRight(string(runes[:head]), " ") + "…" + strings.TrimLeft(string(runes[len(runes)-(n-head):]), " ")
	}
	return strings.TrimRight(string(runes[:n]), " –-,") + "…"
}
