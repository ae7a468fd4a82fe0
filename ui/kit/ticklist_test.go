package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestTickListTicksByClickAndSpace(t *testing.T) {
	test.NewApp()
	on := []bool{true, false, false}
	l := NewTickList(ListParams{
		RowHeight: 30, Length: func() int { return len(on) },
		Create: func() fyne.CanvasObject { return NewElastic("", Body) },
		Update: func(int, fyne.CanvasObject) {},
	}, func(i int) bool { return on[i] })
	l.OnTicked = func(i int, now bool) { on[i] = now }
	w := test.NewWindow(l)
	defer w.Close()
	w.Resize(fyne.NewSize(300, 200))
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 45))
	if !on[1] {
		t.Error("a click does not tick")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(16+checkSize/2, 75))
	if !on[2] || l.Selected() != 2 {
		t.Errorf("a click on the box: ticked %t, at row %d", on[2], l.Selected())
	}
	l.Focus()
	l.Select(0)
	l.body.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if on[0] {
		t.Error("Space does not untick")
	}
}

func TestMarksStayWhileTheKeyboardWanders(t *testing.T) {
	test.NewApp()
	l := NewList(ListParams{
		RowHeight: 30, Length: func() int { return 5 },
		Create: func() fyne.CanvasObject { return NewElastic("", Body) },
		Update: func(int, fyne.CanvasObject) {},
	})
	w := test.NewWindow(l)
	defer w.Close()
	w.Resize(fyne.NewSize(300, 200))
	l.Focus()
	l.Select(0)
	for range 2 {
		l.body.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierShortcutDefault})
	}
	l.body.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := l.Marked(); len(got) != 2 || got[0] != 0 || got[1] != 2 {
		t.Errorf("marked %v, want 0 and 2", got)
	}
	l.Mark(4, 1, 2)
	if got := l.Marked(); len(got) != 2 || l.Selected() != 4 {
		t.Errorf("marked %v at %d", got, l.Selected())
	}
}

func TestATickListHasTheFocusOfItsDialogAtOnce(t *testing.T) {
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(900, 600))
	l := NewTickList(ListParams{
		Length: func() int { return 3 },
		Create: func() fyne.CanvasObject { return NewElastic("", Body) },
		Update: func(int, fyne.CanvasObject) {},
	}, func(int) bool { return false })
	NewDialog(w, DialogParams{Title: "Columns", Content: Sized(l, 300, 200), First: l.Focusable(), Primary: "Show"}).Show()
	if w.Canvas().Focused() != l.Focusable() {
		t.Errorf("the focus is on %T", w.Canvas().Focused())
	}
}
