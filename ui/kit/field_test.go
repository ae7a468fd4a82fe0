package kit

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestFieldTellsOnlyWhatTheUserDid(t *testing.T) {
	f := NewField("Job title", "")
	var changed, committed []string
	f.OnChanged = func(s string) { changed = append(changed, s) }
	f.OnCommit = func(s string) { committed = append(committed, s) }
	w, clock := desk(t, f, fyne.NewSize(300, 60))
	f.SetText("Director")
	if len(changed) != 0 {
		t.Fatalf("SetText told %q", changed)
	}
	f.Focus()
	press(w.Canvas(), fyne.KeyEnd)
	typeText(w.Canvas(), " of")
	if len(changed) != 3 || changed[2] != "Director of" {
		t.Fatalf("typing told %q", changed)
	}
	clock.pass(typingPause / 2)
	typeText(w.Canvas(), "!")
	clock.pass(typingPause - time.Millisecond)
	if len(committed) != 0 {
		t.Fatal("handed on before the pause was over")
	}
	if !f.Pending() {
		t.Error("typed, but nothing pending")
	}
	clock.pass(time.Millisecond)
	if len(committed) != 1 || committed[0] != "Director of!" {
		t.Fatalf("handed on %q", committed)
	}
	w.Canvas().Unfocus()
	if len(committed) != 1 {
		t.Error("leaving handed the same text on again")
	}
}

func TestFieldHandsOnWhenLeftAndOnEnter(t *testing.T) {
	f := NewField("", "")
	var committed []string
	submitted := ""
	f.OnCommit = func(s string) { committed = append(committed, s) }
	f.OnSubmit = func(s string) { submitted = s }
	w, clock := desk(t, f, fyne.NewSize(300, 60))
	f.Focus()
	typeText(w.Canvas(), "a")
	press(w.Canvas(), fyne.KeyReturn)
	typeText(w.Canvas(), "b")
	w.Canvas().Unfocus()
	clock.pass(time.Minute)
	if strings.Join(committed, ",") != "a,ab" || submitted != "a" {
		t.Errorf("handed on %q, submitted %q", committed, submitted)
	}
	typed := "c"
	f.Focus()
	press(w.Canvas(), fyne.KeyEnd)
	typeText(w.Canvas(), typed)
	f.SetText("loaded")
	clock.pass(time.Minute)
	w.Canvas().Unfocus()
	if len(committed) != 2 {
		t.Errorf("loading another text handed on %q", committed)
	}
}

func TestFieldMeasures(t *testing.T) {
	f := NewField("", "")
	labelled := NewField("Given name", "")
	desk(t, VBox(0, f, labelled), fyne.NewSize(300, 200))
	if h := f.MinSize().Height; h != 36 {
		t.Errorf("a field is %.0f high", h)
	}
	if h := labelled.MinSize().Height; h != 36+16+4 {
		t.Errorf("with label %.0f", h)
	}
	f.SetText(strings.Repeat("long ", 100))
	if got := f.MinSize(); got.Height != 36 || got.Width > 100 {
		t.Errorf("a long text makes the field ask for %v", got)
	}
	f.SetError("A number from 1 to 100")
	if h := f.MinSize().Height; h != 36+20 {
		t.Errorf("with error %.0f", h)
	}
}

func TestTheCursorStaysInSight(t *testing.T) {
	f := NewField("", "")
	w, _ := desk(t, f, fyne.NewSize(200, 40))
	f.Focus()
	typeText(w.Canvas(), strings.Repeat("wide ", 30))
	x := f.entry.CursorPosition().X - f.window.offset
	if x < 0 || x > f.window.Size().Width {
		t.Errorf("the cursor is at %.0f of %.0f", x, f.window.Size().Width)
	}
	press(w.Canvas(), fyne.KeyHome)
	if f.window.offset > 0 {
		t.Errorf("at the start the field is scrolled by %.0f", f.window.offset)
	}
}

func TestTheWheelPassesOverFields(t *testing.T) {
	var rows []fyne.CanvasObject
	for range 20 {
		rows = append(rows, NewField("Label", ""))
	}
	area := NewArea("Notes", "")
	scroll := NewScroll(VBox(8, append([]fyne.CanvasObject{area}, rows...)...))
	w, _ := desk(t, scroll, fyne.NewSize(300, 300))
	area.SetText(strings.Repeat("A line of text that wraps more than once in this width. ", 10))
	for _, at := range []fyne.Position{fyne.NewPos(100, 60), fyne.NewPos(100, 280)} {
		before := scroll.Offset()
		test.Scroll(w.Canvas(), at, 0, -40)
		if scroll.Offset() != before+40 {
			t.Errorf("the wheel at %v scrolled from %.0f to %.0f", at, before, scroll.Offset())
		}
	}
}

func TestAOneLineFieldLeavesTheWheelToAnyScroll(t *testing.T) {
	f := NewField("", "")
	w, _ := desk(t, f, fyne.NewSize(200, 40))
	f.SetText(strings.Repeat("wide ", 30))
	f.Focus()
	before := f.window.offset
	test.Scroll(w.Canvas(), fyne.NewPos(80, 18), 0, -40) // nothing takes it
	if f.window.offset != before {
		t.Error("the field took the wheel")
	}
}

func TestTabLeavesEveryField(t *testing.T) {
	area, next := NewArea("", ""), NewField("", "")
	w, _ := desk(t, VBox(8, area, next), fyne.NewSize(300, 200))
	if area.entry.AcceptsTab() || next.entry.AcceptsTab() {
		t.Fatal("a field takes Tab")
	}
	area.Focus()
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != next.Focusable() {
		t.Error("Tab did not go to the next field")
	}
}

func TestAreaGrowsWithItsText(t *testing.T) {
	a := NewArea("Notes", "")
	told := 0
	w, _ := desk(t, NewScroll(VBox(0, a)), fyne.NewSize(300, 600))
	a.OnHeight = func() { told++ }
	before := a.MinSize().Height
	a.Focus()
	for range 8 {
		press(w.Canvas(), fyne.KeyReturn)
	}
	if got := a.MinSize().Height; got <= before+60 || told == 0 {
		t.Errorf("nine lines take %.0f, three %.0f; told %d times", got, before, told)
	}
	a.SetText("one")
	if a.MinSize().Height != before {
		t.Error("the area did not shrink again")
	}
}

func TestReadOnlyFieldCannotBeChanged(t *testing.T) {
	f := NewField("Display name", "")
	w, _ := desk(t, f, fyne.NewSize(300, 60))
	f.SetText("Dr Ada Example")
	f.SetReadOnly(true)
	f.entry.TypedRune('x')
	if f.Text() != "Dr Ada Example" {
		t.Error("a read-only field was changed")
	}
	if Typing(w.Canvas()) {
		t.Error("a read-only field is typed in")
	}
	f.SetReadOnly(false)
	f.Focus()
	press(w.Canvas(), fyne.KeyEnd)
	typeText(w.Canvas(), "x")
	if f.Text() != "Dr Ada Examplex" {
		t.Errorf("after that the text is %q", f.Text())
	}
}

func TestUndoTypingBelongsToTheFieldFirst(t *testing.T) {
	f := NewField("", "")
	w, _ := desk(t, f, fyne.NewSize(300, 60))
	f.SetText("old")
	if UndoTyping(w.Canvas()) {
		t.Error("undone without focus")
	}
	f.Focus()
	if UndoTyping(w.Canvas()) {
		t.Error("undone though nothing was typed")
	}
	press(w.Canvas(), fyne.KeyEnd)
	typeText(w.Canvas(), "er")
	if !UndoTyping(w.Canvas()) || f.Text() != "old" {
		t.Errorf("after Undo the text is %q", f.Text())
	}
	f.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if f.Text() != "older" {
		t.Errorf("after Redo the text is %q", f.Text())
	}
}

func TestEscLeavesAField(t *testing.T) {
	f := NewField("", "")
	w, _ := desk(t, f, fyne.NewSize(300, 60))
	f.Focus()
	press(w.Canvas(), fyne.KeyEscape)
	if w.Canvas().Focused() != nil {
		t.Error("Esc did not leave the field")
	}
}

func TestAClickBesideTheTextFocusesTheField(t *testing.T) {
	f := NewSearchField("Find")
	w, _ := desk(t, f, fyne.NewSize(300, 36))
	test.TapCanvas(w.Canvas(), fyne.NewPos(14, 18))
	if w.Canvas().Focused() != f.Focusable() {
		t.Error("not focused")
	}
}

func BenchmarkKeystroke(b *testing.B) {
	for name, text := range map[string]string{"field": "Director of Data", "answer5000": strings.Repeat("I trained as a marine biologist. ", 150)} {
		b.Run(name, func(b *testing.B) {
			a := NewReadingArea("", "")
			f := NewField("", "")
			w, _ := desk(b, VBox(8, f, a), fyne.NewSize(600, 800))
			if name == "field" {
				f.SetText(text)
				f.Focus()
			} else {
				a.SetText(text)
				a.Focus()
			}
			for b.Loop() {
				typeText(w.Canvas(), "x")
				press(w.Canvas(), fyne.KeyBackspace)
			}
		})
	}
}
