package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// Timer runs a function on the UI goroutine after a while, unless it is
// stopped before.
type Timer func(wait time.Duration, run func()) (stop func())

// after is the one timer of all widgets; tests replace it.
var after Timer = realTimer

// SetTimer replaces the timer of all widgets and gives back how to restore it.
// For tests, which then decide when time has passed.
func SetTimer(t Timer) (restore func()) {
	old := after
	after = t
	return func() { after = old }
}

// After runs a function on the UI goroutine after a while; stop before that and
// it does not run.
func After(wait time.Duration, run func()) (stop func()) { return after(wait, run) }

func realTimer(wait time.Duration, run func()) func() {
	stopped := false // touched on the UI goroutine only
	t := time.AfterFunc(wait, func() {
		fyne.Do(func() {
			if !stopped {
				run()
			}
		})
	})
	return func() {
		stopped = true
		t.Stop()
	}
}
