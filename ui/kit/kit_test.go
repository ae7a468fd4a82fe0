package kit

import (
	"testing"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// fakeTime stands for the timer of all widgets: time passes when the test says so.
type fakeTime struct {
	now   time.Duration
	calls []*fakeCall
}

type fakeCall struct {
	at      time.Duration
	run     func()
	stopped bool
}

func (f *fakeTime) after(wait time.Duration, run func()) func() {
	c := &fakeCall{at: f.now + wait, run: run}
	f.calls = append(f.calls, c)
	return func() { c.stopped = true }
}

func (f *fakeTime) pass(d time.Duration) {
	until := f.now + d
	for {
		var next *fakeCall
		for _, c := range f.calls {
			if !c.stopped && c.at <= until && (next == nil || c.at < next.at) {
				next = c
			}
		}
		if next == nil {
			f.now = until
			return
		}
		next.stopped = true
		f.now = next.at
		next.run()
	}
}

// desk shows content in a window of the test driver, dressed as the program is.
func desk(t testing.TB, content fyne.CanvasObject, size fyne.Size) (fyne.Window, *fakeTime) {
	t.Helper()
	a := test.NewApp()
	a.Settings().SetTheme(NewTheme(Light))
	clock := &fakeTime{}
	t.Cleanup(SetTimer(clock.after))
	w := test.NewWindow(NewRoot(content))
	w.SetPadded(false)
	w.Resize(size)
	t.Cleanup(w.Close)
	return w, clock
}

func press(c fyne.Canvas, names ...fyne.KeyName) {
	for _, n := range names {
		if f := c.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: n})
		} else if h := c.OnTypedKey(); h != nil {
			h(&fyne.KeyEvent{Name: n})
		}
	}
}

// typeText types as a keyboard does: every letter comes as a key first.
func typeText(c fyne.Canvas, text string) {
	for _, r := range text {
		press(c, fyne.KeyName(unicode.ToUpper(r)))
		c.Focused().TypedRune(r)
	}
}

// One word that is too long does not make the window larger than the screen.
func TestAWindowGrowsNoLargerThanItsScreenForItsContent(t *testing.T) {
	w, _ := desk(t, NewFill(Canvas), fyne.NewSize(1000, 600))
	root := NewRoot(Sized(NewFill(Canvas), 4000, 3000))
	w.SetContent(root)
	if got := root.MinSize(); got != mostAsked {
		t.Errorf("the window asks for %v", got)
	}
	root.SetContent(Sized(NewFill(Canvas), 300, 200))
	if got := root.MinSize(); got != fyne.NewSize(300, 200) {
		t.Errorf("the window asks for %v of a small content", got)
	}
}
