package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// TappedSecondary brings up the menu of the field: the clipboard, and what the
// screen adds.
func (e *input) TappedSecondary(ev *fyne.PointEvent) {
	focusOn(e)
	e.popUp(ev.AbsolutePosition)
}

func (e *input) popUp(at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c == nil {
		return
	}
	clipboard := fyne.CurrentApp().Clipboard()
	do := func(s fyne.Shortcut) func() { return func() { e.TypedShortcut(s) } }
	copyItem := MenuItem(lang.L("Copy"), IconCopy, do(&fyne.ShortcutCopy{Clipboard: clipboard}))
	all := MenuItem(lang.L("Select all"), "", do(&fyne.ShortcutSelectAll{}))
	items := []*fyne.MenuItem{copyItem, all}
	if !e.Disabled() {
		items = []*fyne.MenuItem{
			MenuItem(lang.L("Cut"), "", do(&fyne.ShortcutCut{Clipboard: clipboard})), copyItem,
			MenuItem(lang.L("Paste"), IconPaste, do(&fyne.ShortcutPaste{Clipboard: clipboard})), all,
		}
	}
	if e.menu != nil {
		if more := e.menu(); len(more) > 0 {
			items = append(append(more, fyne.NewMenuItemSeparator()), items...)
		}
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}

// menuKey brings the menu up under the field.
func (e *input) menuKey(ev *fyne.KeyEvent) bool {
	if ev.Name != desktop.KeyMenu {
		return false
	}
	e.popUp(fyne.CurrentApp().Driver().AbsolutePositionForObject(e).AddXY(8, e.Size().Height))
	return true
}
