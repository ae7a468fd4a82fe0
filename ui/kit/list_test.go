package kit

import (
	"fmt"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func names(n int, p ListParams) (*List, *int) {
	created := 0
	p.Length = func() int { return n }
	p.Create = func() fyne.CanvasObject {
		created++
		return Pad(NewElastic("", Body), 8, 8, 8, 8)
	}
	p.Update = func(row int, o fyne.CanvasObject) {
		o.(*fyne.Container).Objects[0].(*Label).SetText(fmt.Sprintf("Person %d", row))
	}
	return NewList(p), &created
}

func clickRow(l *List, row int, m fyne.KeyModifier) {
	pos := fyne.NewPos(20, (float32(row)+0.5)*l.params.RowHeight)
	l.body.glass.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Modifier: m})
	l.body.glass.Tapped(&fyne.PointEvent{Position: pos})
}

func TestListKeepsObjectsOnlyForRowsInSight(t *testing.T) {
	l, created := names(10_000, ListParams{RowHeight: 50})
	desk(t, l, fyne.NewSize(300, 500))
	for y := float32(0); y < 400_000; y += 9_970 {
		l.SetOffset(y)
	}
	if *created > 14 {
		t.Errorf("%d row objects for ten in sight", *created)
	}
	l.SetOffset(50 * 5000)
	row, ok := l.body.rows[5003]
	if !ok || row.content.(*fyne.Container).Objects[0].(*Label).Text() != "Person 5003" {
		t.Error("row 5003 is not in sight or shows somebody else")
	}
	if got := row.Position().Y; got != 5003*50 {
		t.Errorf("row 5003 lies at %.0f", got)
	}
}

func TestListByKeyboard(t *testing.T) {
	l, _ := names(100, ListParams{RowHeight: 50})
	opened := -1
	l.OnOpen = func(r int) { opened = r }
	w, _ := desk(t, l, fyne.NewSize(300, 500))
	l.Focus()
	tests := []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyDown, 0},
		{fyne.KeyDown, 1},
		{fyne.KeyPageDown, 10},
		{fyne.KeyUp, 9},
		{fyne.KeyEnd, 99},
		{fyne.KeyDown, 99},
		{fyne.KeyPageUp, 90},
		{fyne.KeyHome, 0},
		{fyne.KeyUp, 0},
	}
	for _, tt := range tests {
		press(w.Canvas(), tt.key)
		if l.Selected() != tt.want {
			t.Fatalf("%s went to %d, want %d", tt.key, l.Selected(), tt.want)
		}
		top := float32(tt.want) * 50
		if top < l.Offset() || top+50 > l.Offset()+500 {
			t.Fatalf("%s: row %d is out of sight at %.0f", tt.key, tt.want, l.Offset())
		}
	}
	press(w.Canvas(), fyne.KeyReturn)
	if opened != 0 {
		t.Errorf("Enter opened %d", opened)
	}
}

func TestListMarksSeveral(t *testing.T) {
	l, _ := names(20, ListParams{RowHeight: 20})
	var told []int
	l.OnMarked = func(rows []int) { told = rows }
	w, clock := desk(t, l, fyne.NewSize(300, 500))
	check := func(what string, want ...int) {
		t.Helper()
		if !reflect.DeepEqual(l.Marked(), want) || !reflect.DeepEqual(told, want) {
			t.Errorf("%s: marked %v, told %v, want %v", what, l.Marked(), told, want)
		}
		clock.pass(doubleClick)
	}
	clickRow(l, 3, 0)
	check("click", 3)
	clickRow(l, 6, fyne.KeyModifierShift)
	check("Shift click", 3, 4, 5, 6)
	clickRow(l, 5, fyne.KeyModifierShortcutDefault)
	check("Ctrl click", 3, 4, 6)
	clickRow(l, 9, 0)
	check("click again", 9)
	body := l.body
	body.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(w.Canvas(), fyne.KeyDown, fyne.KeyDown)
	check("Shift ↓", 9, 10, 11)
	body.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(w.Canvas(), fyne.KeySpace)
	check("Space", 9, 10)
	body.TypedShortcut(&fyne.ShortcutSelectAll{})
	if len(told) != 20 {
		t.Errorf("Ctrl+A marked %d", len(told))
	}
}

func TestAListOfOneChoiceMarksOne(t *testing.T) {
	l, _ := names(20, ListParams{RowHeight: 20, Single: true})
	desk(t, l, fyne.NewSize(300, 500))
	clickRow(l, 3, 0)
	clickRow(l, 6, fyne.KeyModifierShift)
	l.body.TypedShortcut(&fyne.ShortcutSelectAll{})
	if !reflect.DeepEqual(l.Marked(), []int{6}) {
		t.Errorf("marked %v", l.Marked())
	}
}

func TestDoubleClickOpensAndSlowClicksDoNot(t *testing.T) {
	l, _ := names(20, ListParams{RowHeight: 20})
	opened := 0
	l.OnOpen = func(int) { opened++ }
	_, clock := desk(t, l, fyne.NewSize(300, 500))
	clickRow(l, 3, 0)
	clock.pass(2 * doubleClick)
	clickRow(l, 3, 0)
	if opened != 0 {
		t.Fatal("two slow clicks opened")
	}
	clickRow(l, 3, 0)
	if opened != 1 {
		t.Error("a double click did not open")
	}
}

func TestRightClickSelectsUnlessMarked(t *testing.T) {
	l, _ := names(20, ListParams{RowHeight: 20})
	menu := -1
	l.OnMenu = func(row int, _ fyne.Position) { menu = row }
	desk(t, l, fyne.NewSize(300, 500))
	l.SetMarked(2, 3)
	l.body.glass.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(5, 65)})
	if menu != 3 || len(l.Marked()) != 2 {
		t.Errorf("menu of %d with %v marked", menu, l.Marked())
	}
	l.body.glass.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(5, 165)})
	if menu != 8 || !reflect.DeepEqual(l.Marked(), []int{8}) {
		t.Errorf("menu of %d with %v marked", menu, l.Marked())
	}
}

func TestThingsInARowCanBeTappedWithoutSelecting(t *testing.T) {
	tapped := 0
	l := NewList(ListParams{
		RowHeight: 40, Length: func() int { return 3 },
		Create: func() fyne.CanvasObject {
			return container.NewHBox(NewElastic("x", Body), NewSmall("Close the gap", func() { tapped++ }))
		},
		Update: func(int, fyne.CanvasObject) {},
	})
	w, _ := desk(t, l, fyne.NewSize(300, 500))
	test.TapCanvas(w.Canvas(), fyne.NewPos(60, 60))
	if tapped != 1 || l.Selected() != -1 {
		t.Errorf("tapped %d times, selected %d", tapped, l.Selected())
	}
}

func TestRowsThatCannotBeChosenAreSkipped(t *testing.T) {
	l, _ := names(6, ListParams{RowHeight: 20, Enabled: func(row int) bool { return row != 0 && row != 3 }})
	w, _ := desk(t, l, fyne.NewSize(300, 500))
	l.Focus()
	press(w.Canvas(), fyne.KeyHome)
	if l.Selected() != 1 {
		t.Errorf("Home went to %d", l.Selected())
	}
	press(w.Canvas(), fyne.KeyDown, fyne.KeyDown)
	if l.Selected() != 4 {
		t.Errorf("↓ went to %d", l.Selected())
	}
	press(w.Canvas(), fyne.KeyUp)
	if l.Selected() != 2 {
		t.Errorf("↑ went to %d", l.Selected())
	}
	clickRow(l, 3, 0)
	if l.Selected() != 2 {
		t.Error("a group head was selected")
	}
}

func TestAListThatGotShorterForgetsTheRest(t *testing.T) {
	n := 10
	l := NewList(ListParams{
		RowHeight: 20, Length: func() int { return n },
		Create: func() fyne.CanvasObject { return NewElastic("", Body) },
		Update: func(int, fyne.CanvasObject) {},
	})
	desk(t, l, fyne.NewSize(300, 100))
	l.SetMarked(9, 2)
	n = 5
	l.Refresh()
	if !reflect.DeepEqual(l.Marked(), []int{2}) || l.Selected() != 4 {
		t.Errorf("marked %v, at %d", l.Marked(), l.Selected())
	}
	n = 0
	l.Refresh()
	if len(l.body.rows) != 0 || l.Selected() != -1 {
		t.Errorf("%d rows of none, at %d", len(l.body.rows), l.Selected())
	}
}

func TestHoverFollowsThePointer(t *testing.T) {
	l, _ := names(20, ListParams{RowHeight: 20})
	w, _ := desk(t, l, fyne.NewSize(300, 200))
	test.MoveMouse(w.Canvas(), fyne.NewPos(30, 50))
	if !l.body.rows[2].now.hovered {
		t.Error("row 2 is not hovered")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(30, 90))
	if l.body.rows[2].now.hovered || !l.body.rows[4].now.hovered {
		t.Error("hovering did not move on to row 4")
	}
}

func BenchmarkListScrollStep(b *testing.B) {
	l := NewList(ListParams{
		RowHeight: 44, Length: func() int { return 10_000 }, Separators: true,
		Create: func() fyne.CanvasObject { return galleryRow("", "", "", false) },
		Update: func(row int, o fyne.CanvasObject) {
			cells := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
			cells[1].(*Label).SetText(fmt.Sprint(row + 1))
			texts := cells[4].(*fyne.Container).Objects
			texts[0].(*Label).SetText(fmt.Sprintf("Person of number %d", row))
			texts[1].(*Label).SetText(fmt.Sprintf("Chief Data and Transformation Officer – Organisation %d of the list", row))
		},
	})
	desk(b, l, fyne.NewSize(860, 700))
	step := 0
	for b.Loop() {
		step++
		l.SetOffset(float32(step * 3 * 44 % 400_000))
	}
}

func TestRowsOfTheirOwnHeight(t *testing.T) {
	heads := func(row int) float32 {
		if row%3 == 0 {
			return 30
		}
		return 0
	}
	l, _ := names(9, ListParams{RowHeight: 50, HeightOf: heads})
	for y, want := range map[float32]int{0: 0, 29: 0, 30: 1, 79: 1, 80: 2, 130: 3, 159: 3, 160: 4, 389: 8, 390: -1, -1: -1} {
		if got := l.rowOver(y); got != want {
			t.Errorf("at %v stands row %d, want %d", y, got, want)
		}
	}
	if got := l.topOf(9); got != 390 {
		t.Errorf("all rows are %v high, want 390", got)
	}
}

// A list that is laid out by and by may have less room at first than one row.
func TestARowWithoutRoomShowsItsBeginning(t *testing.T) {
	l := NewList(ListParams{
		RowHeight: 64, Length: func() int { return 40 },
		Create: func() fyne.CanvasObject { return NewElastic("", Body) },
		Update: func(int, fyne.CanvasObject) {},
	})
	desk(t, NewFill(Canvas), fyne.NewSize(400, 300))
	l.Select(0)
	l.Resize(fyne.NewSize(300, 20))
	l.Resize(fyne.NewSize(300, 200))
	if l.Offset() != 0 {
		t.Errorf("the first row begins %.0f px above the list", l.Offset())
	}
}
