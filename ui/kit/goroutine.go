package kit

import "fyne.io/fyne/v2"

// toUI brings a function to the UI goroutine; tests replace it.
var toUI = fyne.Do

// Do runs a function on the UI goroutine, soon. It may be called from any
// goroutine.
func Do(run func()) { toUI(run) }

// SetDo replaces the way to the UI goroutine for everything made from now on
// and gives back how to restore it. For tests, which then decide when what
// came from the background is shown.
func SetDo(do func(func())) (restore func()) {
	old := toUI
	toUI = do
	return func() { toUI = old }
}
