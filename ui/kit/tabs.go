package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Widget       = (*Tabs)(nil)
	_ fyne.Focusable    = (*Tabs)(nil)
	_ desktop.Hoverable = (*Tabs)(nil)
)

// Tab is one entry of a tab bar.
type Tab struct {
	Text string
	// Counts stand after the text; those of 0 are not shown.
	Counts []Count
}

// Count is a number with its tone: Warn and Error stand in a chip, any other
// token colours the bare number.
type Count struct {
	N    int
	Tone Token
}

// Tabs is a bar of tabs; what they show is the screen's business. It is one
// stop of the keyboard; ← and → choose.
type Tabs struct {
	strip

	// Height of the bar; 44 unless set.
	Height float32

	tabs []Tab
}

// NewTabs gives a tab bar; the first is chosen.
func NewTabs(tabs []Tab, onChanged func(int)) *Tabs {
	t := &Tabs{tabs: tabs, Height: 44}
	t.strip = strip{OnChanged: onChanged, over: -1, count: func() int { return len(t.tabs) }, indexAt: t.tabAt, tipOf: func(int) string { return "" }}
	t.extend(t)
	return t
}

// SetCounts changes the numbers after a tab's text.
func (t *Tabs) SetCounts(index int, counts ...Count) {
	if index >= 0 && index < len(t.tabs) {
		t.tabs[index].Counts = counts
		t.Refresh()
	}
}

const (
	tabGap     = 24
	tabChipGap = 6
)

func countWidth(c Count) float32 {
	if c.N == 0 {
		return 0
	}
	w := Caption.Width(Number(c.N))
	if isChipTone(c.Tone) {
		return fyne.Max(18, w+10)
	}
	return w
}

func isChipTone(t Token) bool { return t == Warn || t == Error }

func (t *Tabs) width(i int) float32 {
	w := BodyStrong.Width(t.tabs[i].Text)
	for _, c := range t.tabs[i].Counts {
		if cw := countWidth(c); cw > 0 {
			w += tabChipGap + cw
		}
	}
	return w
}

func (t *Tabs) tabAt(x float32) int {
	var left float32
	for i := range t.tabs {
		w := t.width(i)
		if x >= left-tabGap/2 && x < left+w+tabGap/2 {
			return i
		}
		left += w + tabGap
	}
	return -1
}

// CreateRenderer is called by the toolkit.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	r := &tabsRenderer{t: t, bar: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type tabsRenderer struct {
	t         *Tabs
	bar, ring *canvas.Rectangle
	objects   []fyne.CanvasObject
}

func (r *tabsRenderer) Destroy()                     {}
func (r *tabsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *tabsRenderer) MinSize() fyne.Size {
	var width float32
	for i := range r.t.tabs {
		width += r.t.width(i)
	}
	return fyne.NewSize(width+tabGap*float32(max(0, len(r.t.tabs)-1)), r.t.Height)
}

func (r *tabsRenderer) Layout(fyne.Size) { r.build() }

func (r *tabsRenderer) Refresh() {
	r.build()
	canvas.Refresh(r.t)
}

// build draws the bar anew: few objects, rarely changed.
func (r *tabsRenderer) build() {
	height := r.t.Height
	r.objects = append(r.objects[:0], r.ring, r.bar)
	r.bar.FillColor = Color(Accent)
	r.ring.FillColor, r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = Color(Clear), Color(Accent), 2, 6
	SetVisible(r.ring, r.t.focused)
	var x float32
	for i, tab := range r.t.tabs {
		style := Body.In(Ink2)
		switch {
		case i == r.t.selected:
			style = BodyStrong
		case i == r.t.over:
			style = Body
		}
		line := newTextLine()
		line.set(tab.Text, style)
		line.place(x, 0, height-4)
		r.objects = append(r.objects, line.text)
		width := r.t.width(i)
		at := x + BodyStrong.Width(tab.Text)
		for _, c := range tab.Counts {
			at = r.count(c, at, height-4)
		}
		if i == r.t.selected {
			r.bar.Move(fyne.NewPos(x, height-2))
			r.bar.Resize(fyne.NewSize(width, 2))
			r.ring.Move(fyne.NewPos(x-6, (height-4)/2-14))
			r.ring.Resize(fyne.NewSize(width+12, 28))
		}
		x += width + tabGap
	}
}

func (r *tabsRenderer) count(c Count, at, height float32) float32 {
	width := countWidth(c)
	if width == 0 {
		return at
	}
	at += tabChipGap
	style := Caption.In(c.Tone)
	if c.Tone == "" {
		style = Caption
	}
	if isChipTone(c.Tone) {
		soft := WarnSoft
		if c.Tone == Error {
			soft = ErrorSoft
		}
		chip := canvas.NewRectangle(Color(soft))
		chip.CornerRadius = 9
		chip.Move(fyne.NewPos(at, (height-18)/2))
		chip.Resize(fyne.NewSize(width, 18))
		r.objects = append(r.objects, chip)
		style = style.Strong()
	}
	line := newTextLine()
	line.set(Number(c.N), style)
	line.place(at+(width-line.width())/2, 0, height)
	r.objects = append(r.objects, line.text)
	return at + width
}
