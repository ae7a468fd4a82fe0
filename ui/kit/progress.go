package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Widget = (*ProgressLine)(nil)

// ProgressLine is 2 px of accent at the top of what is being made anew, which
// meanwhile keeps its last picture. It comes up after 200 ms.
type ProgressLine struct {
	widget.BaseWidget
	share float64
	busy  bool
	shown bool
	stop  func()
}

// NewProgressLine gives a line that shows nothing.
func NewProgressLine() *ProgressLine {
	p := &ProgressLine{}
	p.ExtendBaseWidget(p)
	return p
}

// Begin says that work has begun.
func (p *ProgressLine) Begin() {
	if p.busy {
		return
	}
	p.busy, p.share = true, 0.08
	p.stop = after(shownAfter, func() {
		p.shown = true
		p.Refresh()
	})
}

// Set tells how far the work is, from 0 to 1.
func (p *ProgressLine) Set(share float64) {
	p.Begin()
	p.share = max(0.08, min(share, 1))
	if p.shown {
		p.Refresh()
	}
}

// End says that the work is done.
func (p *ProgressLine) End() {
	if !p.busy {
		return
	}
	p.stop()
	p.busy, p.shown = false, false
	p.Refresh()
}

// Busy says whether work is under way.
func (p *ProgressLine) Busy() bool { return p.busy }

// CreateRenderer is called by the toolkit.
func (p *ProgressLine) CreateRenderer() fyne.WidgetRenderer {
	r := &progressLineRenderer{p: p, bar: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type progressLineRenderer struct {
	p   *ProgressLine
	bar *canvas.Rectangle
}

func (r *progressLineRenderer) Destroy()                     {}
func (r *progressLineRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, 2) }
func (r *progressLineRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.bar} }

func (r *progressLineRenderer) Layout(size fyne.Size) {
	r.bar.Resize(fyne.NewSize(size.Width*float32(r.p.share), 2))
}

func (r *progressLineRenderer) Refresh() {
	r.bar.FillColor = Color(Accent)
	SetVisible(r.bar, r.p.shown)
	r.bar.Refresh()
	r.Layout(r.p.Size())
}

// JobBar shows background work in the status line: name, bar of 120 × 6,
// Cancel. It takes no room while there is none.
type JobBar struct {
	widget.BaseWidget
	name   *Label
	meter  *Meter
	cancel *Button
	row    *fyne.Container
	job    *Job
}

// NewJobBar gives an empty bar. Runner.OnJobs feeds it.
func NewJobBar() *JobBar {
	b := &JobBar{name: NewLabel("", SmallInk), meter: NewMeter()}
	b.cancel = NewQuiet(lang.L("Cancel"), func() {
		if b.job != nil {
			b.job.Cancel()
		}
	})
	b.row = MidRow(8, Natural(b.name), Fixed(120, b.meter), Natural(b.cancel))
	b.row.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// Set shows the oldest of the jobs and how many more there are.
func (b *JobBar) Set(jobs []Job) {
	if len(jobs) == 0 {
		b.job = nil
		b.row.Hide()
		b.Refresh()
		return
	}
	b.job = &jobs[0]
	name := b.job.Name
	if more := len(jobs) - 1; more > 0 {
		name += " +" + Number(more)
	}
	b.name.SetText(name)
	b.meter.SetTone(max(b.job.Progress, 0.03), Accent)
	b.row.Show()
	b.Refresh()
}

// CreateRenderer is called by the toolkit.
func (b *JobBar) CreateRenderer() fyne.WidgetRenderer {
	return &jobBarRenderer{b}
}

type jobBarRenderer struct{ b *JobBar }

func (r *jobBarRenderer) Destroy()                     {}
func (r *jobBarRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.b.row} }
func (r *jobBarRenderer) Layout(size fyne.Size)        { r.b.row.Resize(size) }

func (r *jobBarRenderer) MinSize() fyne.Size {
	if !r.b.row.Visible() {
		return fyne.Size{}
	}
	return fyne.NewSize(r.b.row.MinSize().Width, 28)
}

func (r *jobBarRenderer) Refresh() {
	r.b.row.Refresh()
	canvas.Refresh(r.b)
}
