package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// The keyboard goes from pane to pane and comes back to where it was in each; the
// dividers between them are in none.
func TestKeyboardGoesFromPaneToPane(t *testing.T) {
	field := func(text string) *Field {
		f := NewField(text, "")
		f.SetText(text)
		return f
	}
	a, b, c, d := field("a"), field("b"), field("c"), field("d")
	inner := NewSplit(SplitParams{First: VBox(4, b, c), Second: VBox(4, d), Size: 200})
	screen := container.NewStack(NewSplit(SplitParams{First: VBox(4, a), Second: container.NewStack(inner), Size: 200}))
	w, _ := desk(t, screen, fyne.NewSize(800, 400))
	at := func() string {
		for _, f := range []*Field{a, b, c, d} {
			if f.Focused() {
				return f.Text()
			}
		}
		return ""
	}
	for i, want := range []string{"a", "b", "d", "a", "b"} {
		if NextPane(w.Canvas(), screen, 1); at() != want {
			t.Fatalf("step %d leads to %q, want %q", i, at(), want)
		}
	}
	c.Focus()
	NextPane(w.Canvas(), screen, 1)
	if NextPane(w.Canvas(), screen, -1); at() != "c" {
		t.Errorf("back in its pane the keyboard is at %q", at())
	}
	NextPane(w.Canvas(), NewLabel("alone", Body), 1)
	if at() != "c" {
		t.Errorf("without panes it went to %q", at())
	}
}

// What is passed by on the way to another pane is not scrolled into sight.
func TestPassingByAPaneScrollsNothing(t *testing.T) {
	var fields []fyne.CanvasObject
	for range 20 {
		fields = append(fields, NewField("Field", ""))
	}
	first, other := NewField("First", ""), NewField("Other", "")
	long := NewScroll(VBox(8, append([]fyne.CanvasObject{first}, fields...)...))
	s := NewSplit(SplitParams{First: long, Second: VBox(4, other), Size: 300})
	w, _ := desk(t, s, fyne.NewSize(700, 200))
	first.Focus()
	if NextPane(w.Canvas(), s, 1); !other.Focused() || long.Offset() != 0 {
		t.Errorf("at the other pane: %v, the first is scrolled by %.0f", other.Focused(), long.Offset())
	}
}
