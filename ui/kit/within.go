package kit

import "fyne.io/fyne/v2"

// Within says whether a place on the canvas lies on an object.
func Within(o fyne.CanvasObject, at fyne.Position) bool {
	p := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	size := o.Size()
	return at.X >= p.X && at.Y >= p.Y && at.X < p.X+size.Width && at.Y < p.Y+size.Height
}
