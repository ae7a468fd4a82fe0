package kit

import (
	"fmt"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

type ranked struct {
	*RankList
	moves []string
}

func rankedList(t *testing.T, n int, p RankListParams) (*ranked, fyne.Window, *fakeTime) {
	t.Helper()
	r := &ranked{}
	p.RowHeight = 40
	p.Length = func() int { return n }
	p.Create = func() fyne.CanvasObject { return NewElastic("", Body) }
	p.Update = func(row int, o fyne.CanvasObject) { o.(*Label).SetText(fmt.Sprint(row)) }
	r.RankList = NewRankList(p)
	r.OnMove = func(rows []int, to int) { r.moves = append(r.moves, fmt.Sprint(rows, " → ", to)) }
	w, clock := desk(t, r.RankList, fyne.NewSize(400, 400))
	return r, w, clock
}

// dragFrom presses on a row and moves the pointer to heights within the list.
func (r *ranked) dragFrom(row int, to ...float32) {
	g := r.List.body.glass
	start := fyne.NewPos(20, (float32(row)+0.5)*40)
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: start}})
	for _, y := range to {
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(20, y)}})
	}
}

func (r *ranked) drop() { r.List.body.glass.DragEnd() }

func TestDragMovesARow(t *testing.T) {
	tests := []struct {
		name string
		row  int
		y    float32
		want []string
	}{
		{"down", 2, 205, []string{"[2] → 5"}},
		{"up", 6, 35, []string{"[6] → 1"}},
		{"to the top", 6, 2, []string{"[6] → 0"}},
		{"where it was", 2, 85, nil},
		{"right behind itself", 2, 118, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, _, _ := rankedList(t, 9, RankListParams{})
			r.dragFrom(tt.row, tt.y)
			if !r.Dragging() || !r.float.Visible() || !r.List.body.rows[tt.row].now.lifted {
				t.Error("the row is not lifted")
			}
			if r.marker.Visible() != (r.drag.to >= 0) {
				t.Error("no line where it drops")
			}
			r.drop()
			if !reflect.DeepEqual(r.moves, tt.want) {
				t.Errorf("moved %q, want %q", r.moves, tt.want)
			}
			if r.Dragging() || r.float.Visible() || r.marker.Visible() || r.List.body.rows[tt.row].now.lifted {
				t.Error("something is left of the drag")
			}
		})
	}
}

func TestDragMovesAllMarkedRows(t *testing.T) {
	r, _, _ := rankedList(t, 9, RankListParams{})
	r.List.SetMarked(1, 2, 5)
	r.dragFrom(2, 320)
	if !r.float.more.Visible() || r.float.more.Text() != "+2" {
		t.Error("the lifted row does not tell how many come along")
	}
	r.drop()
	if !reflect.DeepEqual(r.moves, []string{"[1 2 5] → 8"}) {
		t.Errorf("moved %q", r.moves)
	}
	r.dragFrom(7, 2)
	r.drop()
	if r.moves[1] != "[7] → 0" {
		t.Errorf("a row that is not marked moved as %q", r.moves[1])
	}
}

func TestEscEndsADrag(t *testing.T) {
	r, w, _ := rankedList(t, 9, RankListParams{})
	r.dragFrom(2, 205)
	press(w.Canvas(), fyne.KeyEscape)
	if r.float.Visible() || r.List.body.rows[2].now.lifted {
		t.Error("the row is still lifted")
	}
	r.dragFrom(2, 300)
	r.drop()
	if len(r.moves) != 0 || r.Dragging() {
		t.Errorf("moved %q after Esc", r.moves)
	}
	r.dragFrom(2, 205)
	r.drop()
	if len(r.moves) != 1 {
		t.Error("the next drag does nothing")
	}
}

func TestFrozenRowsStayAndSomePlacesAreForbidden(t *testing.T) {
	r, _, _ := rankedList(t, 9, RankListParams{
		Movable: func(row int) bool { return row != 3 },
		MayDrop: func(_ []int, to int) bool { return to != 5 },
	})
	r.dragFrom(3, 10)
	if r.Dragging() {
		t.Error("a row that stays was lifted")
	}
	r.drop()
	r.dragFrom(1, 202)
	if r.marker.Visible() {
		t.Error("a line where nothing may drop")
	}
	r.drop()
	if len(r.moves) != 0 {
		t.Errorf("moved %q", r.moves)
	}
}

func TestTheListScrollsAtItsEdges(t *testing.T) {
	r, _, clock := rankedList(t, 100, RankListParams{})
	r.dragFrom(2, 395)
	clock.pass(20 * scrollTick)
	down := r.List.Offset()
	if down <= 0 {
		t.Fatal("the list did not scroll down")
	}
	r.dragFrom(2, 200)
	clock.pass(20 * scrollTick)
	if r.List.Offset() != down {
		t.Error("the list scrolls in its middle")
	}
	r.dragFrom(2, 4)
	clock.pass(200 * scrollTick)
	if r.List.Offset() != 0 {
		t.Errorf("the list stopped at %.0f on its way up", r.List.Offset())
	}
	r.drop()
	clock.pass(20 * scrollTick)
	if len(r.moves) != 1 || r.moves[0] != "[2] → 0" {
		t.Errorf("moved %q", r.moves)
	}
}

func TestDragOutOfTheListIsOfferedToOthers(t *testing.T) {
	r, _, _ := rankedList(t, 9, RankListParams{})
	var out []int
	r.OnDragOut = func(rows []int, at fyne.Position) bool {
		out = rows
		return at.Y == 600
	}
	r.dragFrom(2, 600)
	r.drop()
	if !reflect.DeepEqual(out, []int{2}) || len(r.moves) != 0 {
		t.Errorf("dragged out %v, moved %q", out, r.moves)
	}
}

func TestAltArrowsStep(t *testing.T) {
	r, _, _ := rankedList(t, 9, RankListParams{})
	got := ""
	r.OnStep = func(rows []int, by int) { got += fmt.Sprint(rows, by, ";") }
	r.List.SetMarked(2, 3)
	for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown} {
		r.List.body.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
	}
	if got != "[2 3] -1;[2 3] 1;" {
		t.Errorf("stepped %q", got)
	}
}

func TestDigitsAndEnterSendToARank(t *testing.T) {
	r, w, _ := rankedList(t, 9, RankListParams{})
	got, typing := "", ""
	opened := false
	r.OnTypeNumber = func(rows []int, n string) { got += fmt.Sprint(rows, n, ";") }
	r.OnTyping = func(s string) { typing += s + "," }
	r.List.OnOpen = func(int) { opened = true }
	r.List.Select(4)
	r.List.Focus()
	typeText(w.Canvas(), "1")
	press(w.Canvas(), desktop.KeyShiftLeft) // some keyboards write digits with Shift
	typeText(w.Canvas(), "2")
	press(w.Canvas(), fyne.KeyBackspace, fyne.KeyReturn)
	typeText(w.Canvas(), "7")
	press(w.Canvas(), fyne.KeyEscape)
	if got != "[4]1;" || typing != "1,12,1,,7,," {
		t.Errorf("sent %q, typed %q", got, typing)
	}
	if opened {
		t.Error("Enter after digits opened the row")
	}
	press(w.Canvas(), fyne.KeyReturn)
	if !opened {
		t.Error("Enter without digits does not open the row")
	}
}
