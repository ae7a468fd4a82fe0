package ui

import (
	"fmt"
	"io"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// pulseEvery is how often the UI goroutine is asked whether it is free.
const pulseEvery = 5 * time.Millisecond

// pulse measures what somebody at the window waits for, and writes a line for
// each thing that is over:
//
//	shown <Unix time in ms>
//	work <ms it took> <longest time in ms for which the UI goroutine was held>
//
// Shown is written once, when the window has painted what it opened with.
type pulse struct {
	out   io.Writer
	shown bool
	idle  bool // nothing was being read at the last beat
	began time.Time
	held  time.Duration // at the longest since work began
}

// beats runs off the UI goroutine as long as the program does.
func (p *pulse) beats(w *window) {
	for {
		asked := time.Now()
		fyne.DoAndWait(func() { p.beat(asked, time.Now(), w.runner.Busy(), w.runner.Fetching(ofScreen)) })
		time.Sleep(pulseEvery)
	}
}

// ofScreen says of a key of Fetch that a screen reads what it is to show. The
// window's own reading, of the whole book, goes on behind a screen that is there.
func ofScreen(key string) bool { return !strings.HasPrefix(key, "window.") }

// beat takes in that the UI goroutine, asked at one time, was free at another;
// busy and fetching say what goes on in the background.
func (p *pulse) beat(asked, free time.Time, busy, fetching bool) {
	idle := !busy && !fetching
	if idle && p.idle && !p.shown { // the beat before saw it in place, and it was painted since
		p.shown = true
		p.tell("shown %d", free.UnixMilli())
	}
	p.idle = idle
	switch {
	case busy && p.began.IsZero():
		p.began, p.held = asked, free.Sub(asked)
	case !p.began.IsZero():
		p.held = max(p.held, free.Sub(asked))
		if !busy {
			p.tell("work %d %d", free.Sub(p.began).Milliseconds(), p.held.Milliseconds())
			p.began = time.Time{}
		}
	}
}

// tell writes a line. Where it cannot be written nobody is listening any more.
func (p *pulse) tell(format string, args ...any) {
	if _, err := fmt.Fprintf(p.out, format+"\n", args...); err != nil {
		p.out = io.Discard
	}
}
