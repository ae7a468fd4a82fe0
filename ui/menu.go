package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"laurel/ui/desk"
	"laurel/ui/kit"
)

// keyName is how a shortcut with the main modifier is called on this system.
func keyName(key string) string {
	if runtime.GOOS == "darwin" {
		return "⌘ " + key
	}
	return lang.L("Ctrl") + " " + key
}

// keyTip is a tooltip with its shortcut.
func keyTip(text, key string) string { return lang.L(text) + "  " + keyName(key) }

func with(key fyne.KeyName, modifiers fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: modifiers}
}

func ctrl(key fyne.KeyName) fyne.Shortcut { return with(key, fyne.KeyModifierShortcutDefault) }

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return with(key, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift)
}

func alt(key fyne.KeyName) fyne.Shortcut { return with(key, fyne.KeyModifierAlt) }

// item makes a menu entry. While a dialog is open its action is left alone and
// its keys are the dialog's, because the toolkit gives menu shortcuts also then.
func (w *window) item(text string, shortcut fyne.Shortcut, action func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(lang.L(text), func() {
		switch {
		case !kit.ModalOpen(w.win):
			action()
		case shortcut != nil:
			kit.UnderDialog(w.win.Canvas(), shortcut)
		}
	})
	m.Shortcut = shortcut
	return m
}

// typing makes a menu entry that belongs to the field with the focus, also to
// one in a dialog.
func typing(text string, shortcut fyne.Shortcut, action func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(lang.L(text), action)
	m.Shortcut = shortcut
	return m
}

// ask makes an entry that the screen answers; where names the screen that must
// be up, "" whichever is.
func (w *window) ask(text string, shortcut fyne.Shortcut, where desk.Name, c desk.Command) *fyne.MenuItem {
	return w.item(text, shortcut, func() { w.act(where, c) })
}

// askPages makes an entry that both screens with pages reply to: the one that is
// up, else the Yearbook.
func (w *window) askPages(text string, shortcut fyne.Shortcut, c desk.Command) *fyne.MenuItem {
	return w.item(text, shortcut, func() {
		if w.session != nil && w.current == desk.Interviews {
			w.act("", c)
			return
		}
		w.act(desk.Yearbook, c)
	})
}

// askInterview makes an entry that both screens with answers reply to: the one
// that is up, else Interviews.
func (w *window) askInterview(text string, shortcut fyne.Shortcut, c desk.Command) *fyne.MenuItem {
	return w.item(text, shortcut, w.ofAnswers(c))
}

func (w *window) ofAnswers(c desk.Command) func() {
	return func() {
		if w.session != nil && w.current == desk.People {
			w.act("", c)
			return
		}
		w.act(desk.Interviews, c)
	}
}

// nextPane gives the keyboard to the next pane of the screen, or to the one before.
func (w *window) nextPane(by int) { kit.NextPane(w.win.Canvas(), w.stage, by) }

// act gives a command to a screen, going there first.
func (w *window) act(where desk.Name, c desk.Command) {
	if w.session == nil {
		return
	}
	if where != "" && w.current != where {
		w.Go(desk.Place{Screen: where})
	}
	if a, ok := w.screens[w.current].(desk.Actor); ok {
		a.Act(c)
	}
}

// unlessTaken offers keys to the screen that is up before they mean something
// for the whole window.
func (w *window) unlessTaken(c desk.Command, otherwise func()) func() {
	return func() {
		if a, ok := w.screens[w.current].(desk.Actor); !ok || !a.Act(c) {
			otherwise()
		}
	}
}

// setMenu makes the main menu: every command of the program stands in it.
func (w *window) setMenu() {
	menus := []*fyne.Menu{w.fileMenu()}
	if w.session != nil {
		menus = append(menus, w.editMenu(), w.viewMenu(), w.goMenu(),
			fyne.NewMenu(lang.L("Person"),
				w.ask("Add a person…", ctrlShift(fyne.KeyN), desk.People, desk.AddPerson),
				w.ask("Add a photo…", ctrlShift(fyne.KeyP), desk.People, desk.AddPhoto),
				w.ask("Crop photo…", ctrlShift(fyne.KeyC), desk.People, desk.CropPhoto),
				fyne.NewMenuItemSeparator(),
				w.ask("Bulk edit…", ctrlShift(fyne.KeyB), desk.People, desk.BulkEdit),
				w.ask("Possible duplicates…", ctrlShift(fyne.KeyD), desk.People, desk.Duplicates),
				w.ask("Earlier values of this field…", ctrlShift(fyne.KeyY), desk.People, desk.EarlierValues),
				w.ask("Organisations…", nil, desk.People, desk.Organisations),
				w.ask("Fields of your own…", nil, desk.People, desk.CustomFields),
				w.ask("Columns…", nil, desk.People, desk.Columns),
				fyne.NewMenuItemSeparator(),
				w.ask("Move to trash", nil, desk.People, desk.Trash)),
			fyne.NewMenu(lang.L("Edition"),
				w.ask("New edition…", nil, desk.Edition, desk.NewEdition),
				w.ask("Make the next year’s edition…", nil, desk.Edition, desk.CloneEdition),
				w.ask("Edition settings…", nil, desk.Edition, desk.EditEdition),
				w.ask("Freeze or unfreeze…", nil, desk.Edition, desk.FreezeEdition),
				w.ask("List or status board", ctrlShift(fyne.KeyW), desk.Edition, desk.SwitchBoard),
				fyne.NewMenuItemSeparator(),
				w.ask("Add to the list…", ctrlShift(fyne.KeyA), desk.Edition, desk.AddEntry),
				w.ask("Move up", alt(fyne.KeyUp), desk.Edition, desk.MoveUp),
				w.ask("Move down", alt(fyne.KeyDown), desk.Edition, desk.MoveDown),
				w.ask("Move to rank…", ctrl(fyne.KeyM), desk.Edition, desk.MoveToRank),
				w.ask("Swap…", ctrlShift(fyne.KeyX), desk.Edition, desk.SwapEntries),
				w.ask("Tie or untie", ctrl(fyne.KeyT), desk.Edition, desk.Tie),
				w.ask("To reserves", ctrl(fyne.KeyR), desk.Edition, desk.ToReserves),
				w.ask("Mark as signed off", ctrlShift(fyne.KeyO), desk.Edition, desk.SignOff),
				w.ask("To the next status", nil, desk.Edition, desk.StatusAfter),
				w.ask("To the status before", nil, desk.Edition, desk.StatusBefore),
				w.ask("Note an erratum…", nil, desk.Edition, desk.NoteErratum),
				w.ask("Take out of the edition", nil, desk.Edition, desk.RemoveEntry)),
			fyne.NewMenu(lang.L("Interview"),
				w.item("Choose sentence", ctrl(fyne.KeyReturn), w.unlessTaken(desk.Confirm, w.ofAnswers(desk.ChooseSentence))),
				w.askInterview("Make it the pull quote", ctrlShift(fyne.KeyU), desk.PullQuote),
				w.askInterview("Print the whole answer", ctrlShift(fyne.KeyBackspace), desk.ClearExcerpt),
				fyne.NewMenuItemSeparator(),
				w.ask("Edit the answer", ctrlShift(fyne.KeyE), desk.Interviews, desk.EditAnswer),
				w.ask("Approve the answer", ctrlShift(fyne.KeyK), desk.Interviews, desk.ApproveAnswer),
				fyne.NewMenuItemSeparator(),
				w.ask("Previous person", ctrl(fyne.KeyPageUp), desk.Interviews, desk.PreviousPerson),
				w.ask("Next person", ctrl(fyne.KeyPageDown), desk.Interviews, desk.NextPerson),
				w.ask("Previous question", alt(fyne.KeyPageUp), desk.Interviews, desk.PreviousQuestion),
				w.ask("Next question", alt(fyne.KeyPageDown), desk.Interviews, desk.NextQuestion)),
			fyne.NewMenu(lang.L("Book"),
				w.ask("Export book…", ctrl(fyne.KeyE), desk.Yearbook, desk.ExportBook),
				w.ask("Preflight", ctrl(fyne.KeyP), desk.Yearbook, desk.Preflight),
				w.ask("Next problem", ctrl(fyne.KeyG), desk.Yearbook, desk.NextProblem),
				w.ask("Previous problem", ctrlShift(fyne.KeyG), desk.Yearbook, desk.PreviousProblem),
				w.askPages("Facing pages", ctrlShift(fyne.Key2), desk.FacingPages),
				fyne.NewMenuItemSeparator(),
				w.ask("Copy the chart", nil, desk.Insights, desk.CopyChart),
				w.ask("Save the chart…", nil, desk.Insights, desk.SaveChart),
				w.ask("Put the chart in the book", nil, desk.Insights, desk.ChartInBook),
				w.ask("Save all charts…", nil, desk.Insights, desk.SaveAllCharts)))
	}
	help := fyne.NewMenu(lang.L("Help"), w.item("Keyboard shortcuts", ctrlShift(fyne.KeyH), w.shortcuts))
	if w.session != nil {
		help.Items = append(help.Items, w.item("First steps", nil, w.askSteps))
	}
	help.Items = append(help.Items, w.item("About Laurel", nil, w.about))
	menus = append(menus, help)
	w.win.SetMainMenu(fyne.NewMainMenu(menus...))
}

func (w *window) fileMenu() *fyne.Menu {
	items := []*fyne.MenuItem{
		w.item("New book…", ctrl(fyne.KeyN), w.newBook),
		w.item("Open…", ctrl(fyne.KeyO), w.openFile),
		w.item("Import…", ctrl(fyne.KeyI), w.importFile),
	}
	if w.session != nil {
		items = append(items,
			w.item("Import from the clipboard", ctrlShift(fyne.KeyV), w.importClipboard),
			w.item("Import a folder of photos…", nil, w.importFolder),
			w.item("Save a copy…", ctrlShift(fyne.KeyS), w.saveCopy),
			w.item("Close book", ctrl(fyne.KeyW), w.closeToStart))
	}
	items = append(items, w.item("Settings…", ctrl(fyne.KeyComma), w.settings))
	quit := w.item("Quit", ctrl(fyne.KeyQ), w.quit)
	quit.IsQuit = true
	return fyne.NewMenu(lang.L("File"), append(items, fyne.NewMenuItemSeparator(), quit)...)
}

// redoToo are the other keys of Redo; a field takes them for its own text first.
var redoToo = ctrlShift(fyne.KeyZ)

// editMenu uses the toolkit's own shortcuts, because it turns these keys into
// them before it looks at the menu. It forwards to the field that has the focus
// first; only what it cannot do is meant for the book.
func (w *window) editMenu() *fyne.Menu {
	canvas := w.win.Canvas()
	forward := func(s fyne.Shortcut) func() { return func() { kit.ForwardShortcut(canvas, s) } }
	clip := w.app.Clipboard()
	redo := func() {
		if !kit.RedoTyping(canvas) && !kit.ModalOpen(w.win) {
			w.redo()
		}
	}
	// A menu item has one shortcut; this is the other one that people know.
	canvas.AddShortcut(redoToo, func(fyne.Shortcut) { redo() })
	return fyne.NewMenu(lang.L("Edit"),
		typing("Undo", &fyne.ShortcutUndo{}, func() {
			if !kit.UndoTyping(canvas) && !kit.ModalOpen(w.win) {
				w.undo()
			}
		}),
		typing("Redo", &fyne.ShortcutRedo{}, redo),
		fyne.NewMenuItemSeparator(),
		typing("Cut", &fyne.ShortcutCut{Clipboard: clip}, forward(&fyne.ShortcutCut{Clipboard: clip})),
		typing("Copy", &fyne.ShortcutCopy{Clipboard: clip}, forward(&fyne.ShortcutCopy{Clipboard: clip})),
		typing("Paste", &fyne.ShortcutPaste{Clipboard: clip}, forward(&fyne.ShortcutPaste{Clipboard: clip})),
		typing("Select all", &fyne.ShortcutSelectAll{}, func() {
			if !kit.ForwardShortcut(canvas, &fyne.ShortcutSelectAll{}) && !kit.ModalOpen(w.win) {
				w.act("", desk.SelectAll)
			}
		}),
		fyne.NewMenuItemSeparator(),
		w.ask("Find here", ctrl(fyne.KeyF), "", desk.Find),
		w.ask("Find and replace…", ctrl(fyne.KeyH), desk.People, desk.FindReplace))
}

func (w *window) viewMenu() *fyne.Menu {
	return fyne.NewMenu(lang.L("View"),
		w.askPages("Page zoom in", ctrl(fyne.KeyEqual), desk.ZoomIn),
		w.askPages("Page zoom out", ctrl(fyne.KeyMinus), desk.ZoomOut),
		w.askPages("Fit the page", ctrl(fyne.Key0), desk.ZoomFit),
		fyne.NewMenuItemSeparator(),
		w.item("Interface larger", ctrlShift(fyne.KeyPageUp), func() { w.scale(1.1) }),
		w.item("Interface smaller", ctrlShift(fyne.KeyPageDown), func() { w.scale(1 / 1.1) }),
		fyne.NewMenuItemSeparator(),
		w.item("Next pane", with(fyne.KeyTab, fyne.KeyModifierControl), func() { w.nextPane(1) }),
		w.item("Previous pane", with(fyne.KeyTab, fyne.KeyModifierControl|fyne.KeyModifierShift), func() { w.nextPane(-1) }),
		fyne.NewMenuItemSeparator(),
		w.item("Light", nil, func() { w.setMode(kit.Light) }),
		w.item("Dark", nil, func() { w.setMode(kit.Dark) }),
		w.item("As the system", nil, func() { w.setMode(kit.FollowSystem) }))
}

func (w *window) goMenu() *fyne.Menu {
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6}
	items := []*fyne.MenuItem{w.item("Find anything…", ctrl(fyne.KeyK), w.palette), fyne.NewMenuItemSeparator()}
	for i, m := range screenMakers {
		items = append(items, w.item(m.text, ctrl(keys[i]), func() { w.Go(desk.Place{Screen: m.name}) }))
	}
	items = append(items,
		w.item("Choose the edition…", ctrlShift(fyne.KeyL), w.top.chooseEdition),
		fyne.NewMenuItemSeparator(),
		w.item("Back", alt(fyne.KeyLeft), w.unlessTaken(desk.Leftwards, w.goBack)),
		w.item("Forward", alt(fyne.KeyRight), w.unlessTaken(desk.Rightwards, w.goForward)),
		w.ask("Show on page", ctrl(fyne.KeyJ), "", desk.ShowOnPage),
		w.ask("Show in field", ctrlShift(fyne.KeyJ), "", desk.ShowInField))
	return fyne.NewMenu(lang.L("Go"), items...)
}
