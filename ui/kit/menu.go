package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// MenuItem makes an entry of a menu; an empty icon leaves it out.
func MenuItem(text string, icon IconName, action func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(text, action)
	if icon != "" {
		item.Icon = IconResource(icon)
	}
	return item
}

// ShowMenuAt brings up a menu at a place on the canvas.
func ShowMenuAt(w fyne.Window, at fyne.Position, items ...*fyne.MenuItem) {
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.Canvas(), at)
}

// ShowMenu brings up a menu below an object.
func ShowMenu(below fyne.CanvasObject, items ...*fyne.MenuItem) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(below)
	if c == nil {
		return
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	at := driver.AbsolutePositionForObject(below).AddXY(0, below.Size().Height+4)
	if spill := at.X + menu.MinSize().Width + 8 - c.Size().Width; spill > 0 {
		at.X = fyne.Max(8, at.X-spill)
	}
	menu.ShowAtPosition(at)
}
