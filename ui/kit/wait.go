package kit

import "fyne.io/fyne/v2"

// Wait is a dialog over everything while work is under way that what lies below
// it waits for: what was decided there stays, and cannot change meanwhile.
type Wait struct {
	dialog *Dialog
	line   *ProgressLine
}

// ShowWait shows what is being done. stop runs on Cancel and Esc; nil where the
// work cannot be stopped.
func ShowWait(w fyne.Window, doing string, stop func()) *Wait {
	t := &Wait{line: NewProgressLine()}
	p := DialogParams{Title: doing, Content: Sized(t.line, 0, 2), Late: true, Stop: stop}
	if stop == nil {
		p.Cancel, p.Stop = "-", func() {}
	}
	t.dialog = NewDialog(w, p)
	t.dialog.Show()
	t.line.Begin()
	return t
}

// Set tells how far the work is, from 0 to 1.
func (t *Wait) Set(share float64) { t.line.Set(share) }

// Close ends the waiting.
func (t *Wait) Close() {
	t.line.End()
	t.dialog.Close()
}
