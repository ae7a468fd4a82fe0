package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"laurel/model"
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

// nominations is a list as somebody keeps it in a spreadsheet: the next year's, of
// people of the edition shown, some in other places, and of one who is new.
func nominations(s *model.Snapshot) string {
	lines := []string{"pos.\tNominee\tRole\tEmployer\tCountry\tHow did it begin?\tTable no."}
	for i, p := range s.Placements[:min(len(s.Placements), 9)] {
		if len(p.Members) != 1 {
			continue
		}
		m := p.Members[0]
		role, employer, answer := m.Title, m.Organisation, ""
		switch i % 4 {
		case 1:
			role = "Director of Evidence"
		case 2:
			employer = "Southern Ferries"
		case 3:
			answer = "With a notebook, a bridge and a great deal of rain. I counted what came down, and nobody had asked me to."
		}
		lines = append(lines, strings.Join([]string{strconv.Itoa(i + 1), p.PrintedName(), role, employer, "", answer, strconv.Itoa(20 - i)}, "\t"))
	}
	return strings.Join(append(lines, "10\tNgaire Te Whata-Holm\tHead of Insight\tNorthern Locks\tNZ\t\t4"), "\n")
}

// shootImport paints what an import would change, by person and by field.
func (w *window) shootImport(dir string) error {
	fyne.DoAndWait(func() {
		if w.proof != nil {
			w.importScreen().Text(nominations(w.proof.Snapshot))
		}
	})
	return w.shoot(dir, string(desk.Import))
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
