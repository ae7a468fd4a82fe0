package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func box(width float32) *Fill {
	f := NewFill(Surface)
	f.Min = fyne.NewSize(width, 10)
	return f
}

func TestRowSharesOut(t *testing.T) {
	tests := []struct {
		name  string
		width float32
		cells []Cell
		want  []float32
	}{
		{"fixed, natural, growing", 300, []Cell{Fixed(40, box(10)), Natural(box(30)), Grow(1, box(5))}, []float32{40, 30, 210}},
		{"equal shares whatever is in them", 220, []Cell{Grow(1, box(10)), Grow(1, box(60))}, []float32{105, 105}},
		{"no less than the least", 130, []Cell{Grow(1, box(10)), Grow(1, box(90))}, []float32{30, 90}},
		{"two to one", 310, []Cell{Grow(2, box(0)), Grow(1, box(0))}, []float32{200, 100}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			row := Row(10, tt.cells...)
			desk(t, row, fyne.NewSize(tt.width, 20))
			var at float32
			for i, c := range tt.cells {
				if got := c.Object.Size().Width; got != tt.want[i] {
					t.Errorf("cell %d is %.1f wide, want %.1f", i, got, tt.want[i])
				}
				if got := c.Object.Position().X; got != at {
					t.Errorf("cell %d lies at %.1f, want %.1f", i, got, at)
				}
				at += tt.want[i] + 10
			}
		})
	}
}

func TestHiddenCellsTakeNoRoom(t *testing.T) {
	hidden := box(50)
	hidden.Hide()
	row := HBox(8, box(20), hidden, box(30))
	if got := row.MinSize().Width; got != 58 {
		t.Errorf("the row asks for %.0f", got)
	}
}

func TestTheStatusLinePartsOnlyWhatSpeaks(t *testing.T) {
	jobs := NewJobBar()
	book := NewLabel("book.laurel", SmallInk)
	parted := newParted([]fyne.CanvasObject{jobs, book})
	desk(t, parted, fyne.NewSize(600, 28))
	if parted.Objects[3].Size().Width != 0 || book.Position().X != 0 {
		t.Error("a line after nothing")
	}
	jobs.Set([]Job{{Name: "Thumbnails", Progress: 0.5, Cancel: func() {}}})
	parted.Layout.Layout(parted.Objects, parted.Size())
	if parted.Objects[3].Size().Width != 1 || book.Position().X <= jobs.Size().Width {
		t.Error("no line between the two")
	}
	jobs.Set(nil)
	if jobs.MinSize().Width != 0 {
		t.Error("finished work keeps its room")
	}
}

func TestScrollsHaveNoShadows(t *testing.T) {
	s := NewScroll(box(20))
	s.inner.Content.(*Fill).Min = fyne.NewSize(20, 4000)
	desk(t, s, fyne.NewSize(200, 200))
	if got := len(test.WidgetRenderer(s.inner).Objects()); got != 3 {
		t.Errorf("a scroll draws %d things, want its content and two bars", got)
	}
	s.Reveal(1000, 1040)
	if s.Offset() != 840 {
		t.Errorf("revealed at %.0f", s.Offset())
	}
}

func TestWrapBeginsAnotherLine(t *testing.T) {
	var chips []fyne.CanvasObject
	for range 5 {
		f := NewFill(Soft)
		f.Min = fyne.NewSize(40, 20)
		chips = append(chips, f)
	}
	w := Wrap(10, chips...)
	for width, want := range map[float32]float32{240: 20, 239: 50, 90: 80, 40: 140} {
		w.Resize(fyne.NewSize(width, 20))
		if got := w.MinSize(); got != fyne.NewSize(40, want) {
			t.Errorf("%v wide it asks for %v, want 40 × %v", width, got, want)
		}
		for _, c := range chips {
			if right := c.Position().X + c.Size().Width; right > width {
				t.Errorf("%v wide a chip ends at %v", width, right)
			}
		}
	}
}
