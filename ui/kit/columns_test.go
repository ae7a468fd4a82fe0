package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func threeColumns() *Columns {
	c := NewColumns(
		ListColumn{ID: "name", Title: "Name", Grow: true, Min: 120},
		ListColumn{ID: "sector", Title: "Sector", Width: 100},
		ListColumn{ID: "rank", Title: "2026", Width: 60, Align: fyne.TextAlignTrailing})
	c.Stay = 1
	return c
}

func TestColumnsShareTheRoom(t *testing.T) {
	for _, c := range []struct {
		width float32
		want  []float32
	}{
		{500, []float32{284, 100, 60}},
		{336, []float32{120, 100, 60}},
		{335, []float32{231, 0, 60}}, // the sector gives way first
		{223, []float32{191, 0, 0}},
		{100, []float32{68, 0, 0}},
	} {
		spans := threeColumns().Spans(c.width)
		for i, s := range spans {
			if s.Width != c.want[i] {
				t.Errorf("at %v column %d is %v wide, want %v", c.width, i, s.Width, c.want[i])
			}
		}
	}
}

func TestAColumnGivesWayBeforeOneIsLeftOut(t *testing.T) {
	people := NewColumns(
		ListColumn{ID: "picture", Width: 40, Min: 40, Fixed: true},
		ListColumn{ID: "name", Grow: true, Min: 140},
		ListColumn{ID: "missing", Width: 150, Min: 72},
		ListColumn{ID: "rank", Width: 72})
	people.Stay = 2
	for _, c := range []struct {
		width float32
		want  []float32
	}{
		{536, []float32{40, 206, 150, 72}},
		{440, []float32{40, 140, 120, 72}},
		{392, []float32{40, 140, 72, 72}},
		{380, []float32{40, 212, 0, 72}}, // the numbers go last
		{250, []float32{40, 166, 0, 0}},
		{150, []float32{40, 66, 0, 0}}, // the picture never
	} {
		for i, s := range people.Spans(c.width) {
			if s.Width != c.want[i] {
				t.Errorf("at %v column %d is %v wide, want %v", c.width, i, s.Width, c.want[i])
			}
		}
	}
}

func TestColumnHeadSortsAndResizes(t *testing.T) {
	test.NewApp()
	c := threeColumns()
	var sorted []string
	resized := map[string]float32{}
	c.OnSort = func(id string, descend bool) {
		if descend {
			id += " down"
		}
		sorted = append(sorted, id)
	}
	c.OnResize = func(id string, width float32) { resized[id] = width }
	head := NewColumnHead(c)
	w := test.NewWindow(head)
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(500, 32))
	tap := func(x float32) { head.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 10)}) }
	tap(360)
	tap(360)
	tap(40)
	w.Canvas().Focus(head)
	head.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	head.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got, want := len(sorted), 4; got != want || sorted[1] != "sector down" || sorted[2] != "name" || sorted[3] != "sector" {
		t.Errorf("sorted by %q", sorted)
	}
	left := c.Spans(500)[1].X - c.Gap/2
	tap(left) // an edge is no title
	if len(sorted) != 4 {
		t.Error("a click on an edge sorted")
	}
	head.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(left, 10)}})
	head.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-20, 0)})
	head.DragEnd()
	if resized["sector"] != 120 {
		t.Errorf("dragged to %v", resized)
	}
	head.TypedRune('-')
	if resized["sector"] != 104 {
		t.Errorf("narrowed to %v", resized)
	}
}
