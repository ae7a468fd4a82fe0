package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestDialogKeysAndFocus(t *testing.T) {
	under := NewField("", "")
	w, _ := desk(t, under, fyne.NewSize(900, 600))
	under.Focus()
	field := NewField("Year", "")
	done, cancelled, may := 0, 0, false
	d := NewDialog(w, DialogParams{
		Title: "New edition", Content: field, Primary: "Create",
		OnPrimary: func() bool { done++; return may }, OnCancel: func() { cancelled++ },
	})
	if ModalOpen(w) {
		t.Fatal("a modal is open before any")
	}
	d.Show()
	if !ModalOpen(w) || w.Canvas().Focused() != field.Focusable() {
		t.Fatal("the first field has not got the focus")
	}
	press(w.Canvas(), fyne.KeyReturn)
	if done != 1 || !d.Open() {
		t.Error("Enter is not the primary button, or the dialog closed against its will")
	}
	w.Canvas().Unfocus()
	may = true
	press(w.Canvas(), fyne.KeyReturn)
	if done != 2 || d.Open() || ModalOpen(w) {
		t.Error("Enter without focus is not the primary button")
	}
	if w.Canvas().Focused() != under.Focusable() {
		t.Error("the focus did not come back")
	}
	d = NewDialog(w, DialogParams{Title: "Again", Content: NewField("", ""), Primary: "Create", OnCancel: func() { cancelled++ }})
	d.Show()
	press(w.Canvas(), fyne.KeyEscape)
	if cancelled != 1 || d.Open() {
		t.Error("Esc did not cancel")
	}
}

func TestDialogHandsOnWhatWasTypedBefore(t *testing.T) {
	under := NewField("", "")
	committed := ""
	under.OnCommit = func(s string) { committed = s }
	w, _ := desk(t, under, fyne.NewSize(900, 600))
	under.Focus()
	typeText(w.Canvas(), "abc")
	Message(w, "Title", "Text")
	if committed != "abc" {
		t.Errorf("handed on %q", committed)
	}
}

func TestADialogWithoutFieldsFocusesItsPrimary(t *testing.T) {
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(900, 600))
	did := false
	d := Confirm(w, "Unfreeze 2023?", "What it printed can then change.", "Unfreeze", func() { did = true })
	if w.Canvas().Focused() != fyne.Focusable(d.primary) {
		t.Error("the primary button has not got the focus")
	}
	press(w.Canvas(), fyne.KeyReturn)
	if !did || d.Open() {
		t.Error("Enter did nothing")
	}
}

func TestADisabledPrimaryHoldsEnterBack(t *testing.T) {
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(900, 600))
	did := false
	d := NewDialog(w, DialogParams{Title: "x", Content: NewField("", ""), Primary: "Go", OnPrimary: func() bool { did = true; return true }})
	d.SetPrimaryEnabled(false)
	d.Show()
	press(w.Canvas(), fyne.KeyReturn)
	if did {
		t.Error("Enter pressed a disabled button")
	}
}

func TestDialogFitsTheWindow(t *testing.T) {
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(500, 300))
	d := NewDialog(w, DialogParams{Title: "x", Content: NewFill(Surface), Primary: "Go", Width: 900, Height: 900})
	d.Show()
	if s := d.overlay.panel.Size(); s.Width > 500 || s.Height > 300 {
		t.Errorf("the panel takes %v of 500 × 300", s)
	}
	if d.overlay.scrim.Size() != w.Canvas().Size() {
		t.Error("the scrim leaves something uncovered")
	}
}

func TestChooseFromFiltersAndChooses(t *testing.T) {
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(900, 700))
	chosen := -1
	ChooseFrom(w, "Add a person", "Add", Options("Ada Example", "Étienne Exemple", "Zoë Beispiel"), func(i int) { chosen = i })
	typeText(w.Canvas(), "zoe")
	press(w.Canvas(), fyne.KeyReturn)
	if chosen != 2 || ModalOpen(w) {
		t.Errorf("chose %d", chosen)
	}
	ChooseFrom(w, "Add a person", "Add", Options("Ada Example", "Étienne Exemple"), func(i int) { chosen = i })
	press(w.Canvas(), fyne.KeyDown, fyne.KeyReturn)
	if chosen != 1 {
		t.Errorf("↓ Enter chose %d", chosen)
	}
}

func TestChoice(t *testing.T) {
	var got []int
	c := NewChoice("Country", Options("Belgium", "Denmark", "France", "Germany", "Greece", "Ireland", "Italy", "Spain", "Sweden", "Österreich"), func(i int) { got = append(got, i) })
	w, _ := desk(t, VBox(0, c), fyne.NewSize(400, 600))
	w.Canvas().Focus(c)
	press(w.Canvas(), fyne.KeySpace)
	if c.list == nil || c.list.filter == nil {
		t.Fatal("Space did not open a list with a filter")
	}
	press(w.Canvas(), fyne.KeyEscape)
	if ModalOpen(w) || w.Canvas().Focused() != fyne.Focusable(c) {
		t.Fatal("Esc did not close the list")
	}
	c.TypedRune('o')
	typeText(w.Canvas(), "st")
	press(w.Canvas(), fyne.KeyReturn)
	if len(got) != 1 || c.Text() != "Österreich" {
		t.Fatalf("typing ost and Enter chose %v %q", got, c.Text())
	}
	c.Select(2)
	if len(got) != 1 || c.Text() != "France" {
		t.Error("Select told, or did not choose")
	}
	test.Tap(c)
	row := 0
	c.list.list.body.glass.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, float32(row)*dropdownRow+5)})
	if len(got) != 2 || c.Text() != "Belgium" || ModalOpen(w) {
		t.Errorf("a click chose %v %q", got, c.Text())
	}
}

func TestChoiceOffersSomethingNew(t *testing.T) {
	c := NewChoice("Sector", Options("Finance", "Retail"), nil)
	added := ""
	c.OnNew = func(s string) { added = s }
	w, _ := desk(t, VBox(0, c), fyne.NewSize(400, 600))
	test.Tap(c)
	typeText(w.Canvas(), "Shipping")
	press(w.Canvas(), fyne.KeyReturn)
	if added != "Shipping" {
		t.Errorf("added %q", added)
	}
	test.Tap(c)
	typeText(w.Canvas(), "retail")
	if len(c.list.found) != 1 || c.list.found[0] != 1 {
		t.Errorf("offered %v for something that is there", c.list.found)
	}
}

func TestSplitKeepsItsPane(t *testing.T) {
	remembered := float32(0)
	s := NewSplit(SplitParams{
		First: NewFill(Surface), Second: NewFill(Canvas), Size: 536, MinFirst: 440, MinSecond: 300,
		OnChanged: func(size float32) { remembered = size },
	})
	w, _ := desk(t, s, fyne.NewSize(1400, 700))
	first := s.params.First
	if first.Size().Width != 536 {
		t.Fatalf("the first pane is %.0f wide", first.Size().Width)
	}
	s.divider.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(40, 0)})
	s.divider.DragEnd()
	if first.Size().Width != 576 || remembered != 576 {
		t.Errorf("dragged to %.0f, remembered %.0f", first.Size().Width, remembered)
	}
	s.divider.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-900, 0)})
	if first.Size().Width != 440 {
		t.Errorf("dragged below its least, to %.0f", first.Size().Width)
	}
	s.SetKept(700)
	w.Resize(fyne.NewSize(800, 700))
	if got := first.Size().Width; got != 499 {
		t.Errorf("in a narrow window the first pane is %.0f wide", got)
	}
	w.Resize(fyne.NewSize(641, 700)) // less than both ask for: they give as much as they have
	if first, second := first.Size().Width, s.params.Second.Size().Width; first <= 300 || first >= 440 || second >= 300 {
		t.Errorf("in a very narrow window the panes are %.0f and %.0f wide", first, second)
	}
	if got := s.MinSize().Width; got >= 440 {
		t.Errorf("the split asks for %.0f", got)
	}
	w.Resize(fyne.NewSize(1600, 700))
	if got := first.Size().Width; got != 700 {
		t.Errorf("in a wide window again it is %.0f", got)
	}
}

func TestToastStaysWhilePointedAt(t *testing.T) {
	w, clock := desk(t, NewFill(Surface), fyne.NewSize(900, 600))
	root := w.Content().(*Root)
	undone := false
	root.Toast(Toast{Text: "Moved to 6", Action: "Undo", OnAction: func() { undone = true }})
	if root.ToastText() != "Moved to 6" {
		t.Fatal("no toast")
	}
	box := root.layer.toast
	at := box.Position().Add(box.Size()).SubtractXY(4, 4)
	if at.X > 900 || at.Y > 600 || at.X < 700 || at.Y < 500 {
		t.Errorf("the toast ends at %v", at)
	}
	clock.pass(toastTime / 2)
	test.MoveMouse(w.Canvas(), box.Position().AddXY(5, 5))
	clock.pass(2 * toastTime)
	if root.ToastText() == "" {
		t.Fatal("the toast went while pointed at")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(1, 1))
	clock.pass(toastTime)
	if root.ToastText() != "" {
		t.Fatal("the toast stays for ever")
	}
	root.Toast(Toast{Text: "a", Action: "Undo", OnAction: func() { undone = true }})
	root.Toast(Toast{Text: "b", Action: "Undo", OnAction: func() { undone = true }})
	test.Tap(root.layer.toast.button)
	if !undone || root.ToastText() != "" {
		t.Error("Undo did nothing, or the toast stayed")
	}
}

func TestABarePanelClosesByAClickBesideIt(t *testing.T) {
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(1200, 800))
	ran := 0
	open := func() *Dialog {
		d := NewDialog(w, DialogParams{Bare: true, Top: 112, Width: 640, Content: Sized(NewSearchField("Find"), 0, 300), OnPrimary: func() bool { ran++; return true }})
		d.Show()
		return d
	}
	d := open()
	if pos := d.overlay.panel.Position(); pos.Y != 112 || pos.X != 280 {
		t.Errorf("the panel stands at %v", pos)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(600, 380))
	if !d.Open() {
		t.Fatal("a click on the panel closed it")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 700))
	if d.Open() || ran != 0 {
		t.Error("a click beside the panel did not cancel")
	}
	open()
	press(w.Canvas(), fyne.KeyReturn)
	if ran != 1 || ModalOpen(w) {
		t.Error("Enter did not run the choice")
	}
}

func TestALongToastWraps(t *testing.T) {
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(900, 600))
	root := w.Content().(*Root)
	path := strings.Repeat("/a-folder-with-a-long-name", 6)
	root.Toast(Toast{Text: "The file could not be read: " + path, Action: "Undo"})
	box := root.layer.toast
	said := ""
	for _, o := range test.LaidOutObjects(box) {
		if line, ok := o.(*canvas.Text); ok && line.Text != "Undo" {
			said += line.Text
			if line.Size().Width > toastMaxText {
				t.Errorf("%q is %.0f wide", line.Text, line.Size().Width)
			}
		}
	}
	if !strings.HasSuffix(said, path) || box.Size().Height < 2*Body.Line {
		t.Errorf("the toast, %.0f high, says %q", box.Size().Height, said)
	}
}

// In a field of several lines Enter is a new line: the dialog says what is not.
func TestDialogSaysHowToGoOnFromAnArea(t *testing.T) {
	w, _ := desk(t, NewFill(Canvas), fyne.NewSize(900, 600))
	for _, c := range []struct {
		content fyne.CanvasObject
		note    string
		want    string
	}{
		{VBox(8, NewField("Date", "")), "", ""},
		{VBox(8, NewField("Date", ""), NewScroll(NewArea("Note", ""))), "", "Ctrl+Enter: Save"},
		{NewArea("Note", ""), "3 rows", "3 rows"},
	} {
		d := NewDialog(w, DialogParams{Primary: "Save", Content: c.content, Note: c.note})
		if got := d.overlay.note.Text(); got != c.want {
			t.Errorf("the note is %q, want %q", got, c.want)
		}
	}
}

func TestHintOfANarrowFieldIsShortened(t *testing.T) {
	f := NewSearchField("Name, title, answer")
	w, _ := desk(t, f, fyne.NewSize(130, 60))
	if narrow := f.entry.PlaceHolder; !strings.HasSuffix(narrow, "…") {
		t.Errorf("narrow, the hint is %q", narrow)
	}
	w.Resize(fyne.NewSize(400, 60))
	if f.entry.PlaceHolder != "Name, title, answer" {
		t.Errorf("wide, the hint is %q", f.entry.PlaceHolder)
	}
}

// Ctrl+Enter goes on from whatever has the focus, as the dialog says.
func TestCtrlEnterGoesOnFromEveryWidget(t *testing.T) {
	for name, o := range map[string]fyne.CanvasObject{
		"a field": NewField("Year", ""), "an area": NewArea("Note", ""), "a choice": NewChoice("List", Options("A", "B"), nil),
		"a segment": NewSegment([]string{"A", "B"}, nil), "a tick": NewCheck("Whole words", nil),
	} {
		w, _ := desk(t, NewFill(Canvas), fyne.NewSize(900, 600))
		went := false
		NewDialog(w, DialogParams{Primary: "Save", Content: o, OnPrimary: func() bool { went = true; return true }}).Show()
		UnderDialog(w.Canvas(), goOn)
		if !went || ModalOpen(w) {
			t.Errorf("Ctrl+Enter does nothing in %s", name)
		}
	}
}

func TestADisabledPrimaryLendsItsFocusToCancel(t *testing.T) {
	w, _ := desk(t, NewFill(Surface), fyne.NewSize(900, 600))
	d := NewDialog(w, DialogParams{Title: "x", Content: NewLabel("", Body), Primary: "Merge", Cancel: "Close"})
	d.Show()
	focused := func(want *Button, when string) {
		t.Helper()
		if w.Canvas().Focused() != fyne.Focusable(want) {
			t.Errorf("%s the focus is on %v", when, w.Canvas().Focused())
		}
	}
	focused(d.primary, "at first")
	d.SetPrimaryEnabled(false)
	focused(d.overlay.cancel, "disabled,")
	d.SetPrimaryEnabled(true)
	focused(d.primary, "enabled again,")
	w.Canvas().Focus(d.overlay.cancel)
	d.SetPrimaryEnabled(true)
	focused(d.overlay.cancel, "with Cancel chosen,")
}

func TestAFaultStandsInThePlaceOfTheNote(t *testing.T) {
	w, _ := desk(t, NewFill(Canvas), fyne.NewSize(900, 600))
	d := NewDialog(w, DialogParams{Primary: "Save", Content: NewField("", ""), Note: "3 rows"})
	d.SetFault("Two columns go into Name.")
	if got := d.overlay.note.Text(); got != "Two columns go into Name." {
		t.Errorf("the fault reads %q", got)
	}
	d.SetFault("")
	if got := d.overlay.note.Text(); got != "3 rows" {
		t.Errorf("the note reads %q", got)
	}
}

func TestADialogToReadIsScrolledByTheKeyboard(t *testing.T) {
	w, _ := desk(t, NewFill(Canvas), fyne.NewSize(900, 600))
	long := NewFill(Clear)
	scroll := NewScroll(Sized(long, 100, 2000))
	d := NewDialog(w, DialogParams{Title: "Keys", Content: Sized(scroll, 300, 200), Cancel: "Close"})
	d.Show()
	if w.Canvas().Focused() != fyne.Focusable(d.overlay.cancel) {
		t.Errorf("the focus is on %T, not on Close", w.Canvas().Focused())
	}
	for _, c := range []struct {
		key  fyne.KeyName
		want float32
	}{{fyne.KeyDown, 40}, {fyne.KeyPageDown, 200}, {fyne.KeyUp, 160}, {fyne.KeyEnd, 1800}, {fyne.KeyHome, 0}} {
		if press(w.Canvas(), c.key); scroll.Offset() != c.want {
			t.Errorf("after %s it is scrolled by %.0f, not %.0f", c.key, scroll.Offset(), c.want)
		}
	}
}
