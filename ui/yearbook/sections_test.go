package yearbook

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// The box before a section takes it out of the book by a click, and the pencil
// opens its settings.
func TestASectionIsTakenOutByItsBox(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	s.showBook(partSections)
	list := s.book.sections.list
	row := fyne.CurrentApp().Driver().AbsolutePositionForObject(list).AddXY(0, 2.5*sectionRow)
	box, pencil := row.AddXY(8+16+8+9, 0), row.AddXY(list.Size().Width-8-16, 0)
	test.TapCanvas(d.Window().Canvas(), box)
	d.Drain()
	if !s.book.sections.rows[2].Off {
		t.Errorf("a click on the box leaves %+v", s.book.sections.rows[2])
	}
	s.book.sections.list.List.Focus()
	s.book.sections.list.List.Select(2)
	d.Press(fyne.KeySpace)
	if s.book.sections.rows[2].Off {
		t.Error("Space does not bring it back")
	}
	test.TapCanvas(d.Window().Canvas(), pencil)
	if d.Window().Canvas().Overlays().Top() == nil {
		t.Error("the pencil opens nothing")
	}
}

// In a narrow window the ladder of pages keeps the room of its pages.
func TestTheLadderKeepsItsRoom(t *testing.T) {
	d, s, _ := open(t)
	d.Proofread()
	for _, width := range []float32{1300, 800} {
		s.body.Resize(fyne.NewSize(width, 700))
		if got := s.ladder.object.Size().Width; got < 150 {
			t.Errorf("at %.0f px the ladder is %.0f wide", width, got)
		}
	}
}
