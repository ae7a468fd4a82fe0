package edition

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"laurel/ui/kit"
)

// The name takes what the other columns leave, but on a large screen they stay near it.
func TestTheColumnsStayNearTheNames(t *testing.T) {
	test.NewApp()
	cell := func() fyne.CanvasObject { return kit.NewFill(kit.Surface) }
	name := cell()
	row := columns(cell(), cell(), cell(), cell(), name, cell(), cell(), cell())
	var widths []float32
	for _, width := range []float32{1000, widest, 2100} {
		row.Resize(fyne.NewSize(width, rowHeight))
		widths = append(widths, name.Size().Width)
	}
	if widths[1]-widths[0] != widest-1000 || widths[2] != widths[1] {
		t.Errorf("the name is %v wide", widths)
	}
}
