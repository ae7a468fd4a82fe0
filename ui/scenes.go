package ui

import (
	"fyne.io/fyne/v2"

	"laurel/ui/desk"
)

// scene is a state of a screen that a command brings up: a dialog, or another
// view, which the same command ends.
type scene struct {
	name    string
	screen  desk.Name
	command desk.Command
	view    bool
}

// scenes are painted after the screens themselves.
var scenes = []scene{
	{"people-crop", desk.People, desk.CropPhoto, false},
	{"people-bulk-edit", desk.People, desk.BulkEdit, false},
	{"people-find-and-replace", desk.People, desk.FindReplace, false},
	{"people-duplicates", desk.People, desk.Duplicates, false},
	{"people-organisations", desk.People, desk.Organisations, false},
	{"people-fields", desk.People, desk.CustomFields, false},
	{"people-columns", desk.People, desk.Columns, false},
	{"edition-status-board", desk.Edition, desk.SwitchBoard, true},
	{"edition-settings", desk.Edition, desk.EditEdition, false},
	{"edition-next-year", desk.Edition, desk.CloneEdition, false},
	{"edition-freeze", desk.Edition, desk.FreezeEdition, false},
	{"edition-add", desk.Edition, desk.AddEntry, false},
	{"edition-move", desk.Edition, desk.MoveToRank, false},
	{"edition-swap", desk.Edition, desk.SwapEntries, false},
}

// shootScenes brings each scene up, paints it, and takes it away again.
func (w *window) shootScenes(dir string) error {
	for _, s := range scenes {
		fyne.DoAndWait(func() { w.act(s.screen, s.command) })
		if err := w.shoot(dir, s.name); err != nil {
			return err
		}
		fyne.DoAndWait(func() {
			if s.view {
				w.act(s.screen, s.command)
			}
			overlays := w.win.Canvas().Overlays()
			for top := overlays.Top(); top != nil; top = overlays.Top() {
				overlays.Remove(top)
			}
		})
	}
	return nil
}
