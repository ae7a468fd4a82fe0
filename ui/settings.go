package ui

import (
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/assets"
	"laurel/ui/kit"
)

// scale makes the whole interface larger or smaller, in a window that stays as large
// as it is on the screen.
func (w *window) scale(by float64) {
	prefs, size := w.app.Preferences(), w.win.Canvas().Size()
	was := prefs.FloatWithFallback(prefScale, 1)
	s := min(3, max(0.6, was*by))
	prefs.SetFloat(prefScale, s)
	if err := kit.SetScale(float32(s)); err != nil {
		w.Fail(err)
		return
	}
	k := float32(was / s)
	w.win.Resize(fyne.NewSize(size.Width*k, size.Height*k))
}

// setMode changes between light, dark and the system's choice.
func (w *window) setMode(m kit.Mode) {
	w.app.Preferences().SetInt(prefMode, int(m))
	kit.SetMode(m)
}

// settings is the dialog for what belongs to the machine, not to the book.
func (w *window) settings() {
	prefs := w.app.Preferences()
	mode := kit.NewSegment([]string{lang.L("As the system"), lang.L("Light"), lang.L("Dark")}, func(i int) {
		w.setMode([]kit.Mode{kit.FollowSystem, kit.Light, kit.Dark}[i])
	})
	mode.Select(map[kit.Mode]int{kit.FollowSystem: 0, kit.Light: 1, kit.Dark: 2}[kit.Mode(prefs.IntWithFallback(prefMode, int(kit.FollowSystem)))])
	sizes := kit.HBox(8,
		kit.NewMedium(lang.L("Smaller"), func() { w.scale(1 / 1.1) }),
		kit.NewMedium(lang.L("Larger"), func() { w.scale(1.1) }))
	kit.NewDialog(w.win, kit.DialogParams{
		Title: lang.L("Settings"),
		Content: kit.VBox(20,
			kit.VBox(8, kit.NewLabel(lang.L("Appearance"), kit.Heading), mode),
			kit.VBox(8, kit.NewLabel(lang.L("Size of the interface"), kit.Heading), sizes),
			kit.VBox(8, kit.NewLabel(lang.L("Language"), kit.Heading), w.languageChoice())),
		Cancel: lang.L("Close"),
		Width:  480,
	}).Show()
}

// shortcuts lists every command of the menu that has keys.
func (w *window) shortcuts() {
	var rows []fyne.CanvasObject
	for _, menu := range w.win.MainMenu().Items {
		for _, item := range menu.Items {
			if k, ok := item.Shortcut.(fyne.KeyboardShortcut); ok && item.Shortcut != nil {
				row := []kit.Cell{kit.Grow(1, kit.NewLabel(item.Label, kit.Body)), kit.Natural(kit.NewKeycap(shortcutName(k)))}
				if _, ok := item.Shortcut.(*fyne.ShortcutRedo); ok {
					row = append(row, kit.Natural(kit.NewKeycap(shortcutName(redoToo.(fyne.KeyboardShortcut)))))
				}
				rows = append(rows, kit.Sized(kit.MidRow(16, row...), 0, 28))
			}
		}
	}
	kit.NewDialog(w.win, kit.DialogParams{
		Title:   lang.L("Keyboard shortcuts"),
		Content: kit.Sized(kit.NewScroll(kit.Pad(kit.VBox(0, rows...), 0, 12, 0, 0)), 440, 480),
		Cancel:  lang.L("Close"),
	}).Show()
}

func shortcutName(k fyne.KeyboardShortcut) string {
	var parts []string
	m := k.Mod()
	if m&fyne.KeyModifierControl != 0 {
		parts = append(parts, lang.L("Ctrl"))
	}
	if m&fyne.KeyModifierSuper != 0 {
		parts = append(parts, "⌘")
	}
	if m&fyne.KeyModifierAlt != 0 {
		parts = append(parts, lang.L("Alt"))
	}
	if m&fyne.KeyModifierShift != 0 {
		parts = append(parts, lang.L("Shift"))
	}
	names := map[fyne.KeyName]string{fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyLeft: "←", fyne.KeyRight: "→", fyne.KeyPageUp: "PgUp", fyne.KeyPageDown: "PgDn"}
	key := string(k.Key())
	if n, ok := names[k.Key()]; ok {
		key = n
	}
	return strings.Join(append(parts, key), " ")
}

// about says what the program is and what it is made of.
func (w *window) about() {
	var rows []fyne.CanvasObject
	rows = append(rows, kit.NewLabel(lang.L("For people who curate a list of leaders and print it as a yearbook."), kit.Body))
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			licence, _, _ := assets.Licence(d.Path)
			rows = append(rows, kit.NewElastic(d.Path+" "+d.Version+"  "+licence, kit.Small))
		}
	}
	kit.NewDialog(w.win, kit.DialogParams{
		Title:   "Laurel " + w.app.Metadata().Version,
		Content: kit.Sized(kit.NewScroll(kit.VBox(4, rows...)), 480, 360),
		Cancel:  lang.L("Close"),
	}).Show()
}
