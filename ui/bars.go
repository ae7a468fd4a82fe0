package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// rail is the column of screens at the left.
type rail struct {
	object fyne.CanvasObject
	items  map[desk.Name]*kit.RailItem
}

func (w *window) newRail() *rail {
	r := &rail{items: map[desk.Name]*kit.RailItem{}}
	logo := kit.Pad(kit.Middle(kit.NewIcon(kit.IconLaurel, 36, kit.Accent)), 10, 0, 12, 0)
	column := []kit.Cell{kit.Natural(logo)}
	for i, m := range screenMakers {
		name := m.name
		item := kit.NewRailItem(m.icon, lang.L(m.text), keyTip(m.text, strconv.Itoa(i+1)), func() { w.Go(desk.Place{Screen: name}) })
		r.items[name] = item
		column = append(column, kit.Natural(kit.Middle(item)), kit.Fixed(4, kit.Pad(container.NewStack(), 0, 0, 0, 0)))
	}
	settings := kit.NewRailItem(kit.IconSettings, lang.L("Settings"), keyTip("Settings", ","), w.settings)
	column = append(column, kit.Space(), kit.Natural(kit.Pad(kit.Middle(settings), 0, 0, 8, 0)))
	r.object = kit.Column(0, column...)
	return r
}

func (r *rail) show(name desk.Name) {
	for n, item := range r.items {
		item.SetOn(n == name)
	}
}

// topBar holds back and forward, the edition switcher, the search, undo and
// redo, import and export.
type topBar struct {
	w             *window
	object        fyne.CanvasObject
	back, forward *kit.Button
	edition       *kit.Button
	undo, redo    *kit.Button
	export        *kit.Button
}

func (w *window) newTopBar() *topBar {
	t := &topBar{w: w}
	t.back = kit.NewIconButton(kit.IconBack, lang.L("Back"), w.goBack)
	t.forward = kit.NewIconButton(kit.IconForward, lang.L("Forward"), w.goForward)
	t.edition = kit.NewTitleButton("", t.chooseEdition).WithMenu()
	search := kit.NewSearchBar(lang.L("Find a person, a command, rank 37, page 52"), keyName("K"), w.palette)
	t.undo = kit.NewIconButton(kit.IconUndo, lang.L("Undo"), w.undo)
	t.redo = kit.NewIconButton(kit.IconRedo, lang.L("Redo"), w.redo)
	imports := kit.NewButton(lang.L("Import…"), w.importFile).WithIcon(kit.IconImport)
	t.export = kit.NewButton(lang.L("Export…"), w.exportBook).WithIcon(kit.IconExport)
	t.object = kit.Pad(kit.MidRow(12,
		kit.Natural(kit.HBox(4, t.back, t.forward)),
		kit.Giving(200, t.edition),
		kit.Space(),
		kit.Cell{Object: search, Size: 400, Least: 260},
		kit.Space(),
		kit.Natural(kit.HBox(4, t.undo, t.redo)),
		kit.Natural(imports), kit.Natural(t.export),
	), 0, 16, 0, 12)
	t.refresh()
	return t
}

// refresh brings the bar up to date; what undo would undo is asked of the book.
func (t *topBar) refresh() {
	w := t.w
	if w.session == nil || w.top == nil && w.session.top == nil && t == nil {
		return
	}
	t.back.SetEnabled(len(w.back) > 0)
	t.forward.SetEnabled(len(w.forward) > 0)
	t.edition.SetText(lang.L("No edition yet"))
	t.edition.SetTag("")
	for _, e := range w.editions {
		if e.ID == w.edition {
			region := e.Region
			e.Region = "" // stands in a tag of its own
			t.edition.SetText(e.Name())
			t.edition.SetTag(region)
		}
	}
	t.export.SetEnabled(w.edition != "")
	type steps struct {
		undo, redo model.Message
		can, again bool
	}
	w.Fetch("window.undo", func(ctx context.Context, b *store.Book) (any, error) {
		var s steps
		s.undo, s.can = b.CanUndo(ctx)
		s.redo, s.again = b.CanRedo(ctx)
		return s, nil
	}, func(v any, err error) {
		s, ok := v.(steps)
		if err != nil || !ok {
			return
		}
		t.undo.SetEnabled(s.can)
		t.redo.SetEnabled(s.again)
		t.undo.SetTip(lang.L("Undo"))
		t.redo.SetTip(lang.L("Redo"))
		if s.can {
			t.undo.SetTip(speak(s.undo)) // says Undo itself
		}
		if s.again {
			t.redo.SetTip(speak(s.redo))
		}
	})
}

// chooseEdition opens the edition switcher.
func (t *topBar) chooseEdition() {
	w := t.w
	if len(w.editions) > mostInMenu {
		t.findEdition()
		return
	}
	var items []*fyne.MenuItem
	for _, e := range w.editions {
		item := kit.MenuItem(e.Name(), "", func() { w.chooseEdition(e.ID) })
		item.Checked = e.ID == w.edition
		items = append(items, item)
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	items = append(items,
		kit.MenuItem(lang.L("New edition…"), kit.IconPlus, func() { w.act(desk.Edition, desk.NewEdition) }))
	if w.edition != "" {
		items = append(items, kit.MenuItem(lang.L("Edition settings…"), kit.IconEdit, func() { w.act(desk.Edition, desk.EditEdition) }))
	}
	kit.ShowMenu(t.edition, items...)
}

// mostInMenu is how many editions a menu has room for.
const mostInMenu = 15

// findEdition chooses among more editions than a menu has room for: by typing.
func (t *topBar) findEdition() {
	w := t.w
	editions := w.editions
	options := make([]kit.Option, len(editions))
	for i, e := range editions {
		options[i].Text = e.Name()
	}
	kit.ChooseFrom(w.win, lang.L("Choose the edition"), lang.L("Show"), options, func(i int) { w.chooseEdition(editions[i].ID) })
}

// statusLine says what is saved, how far the edition is, what is wrong, and
// what goes on in the background.
type statusLine struct {
	w        *window
	object   fyne.CanvasObject
	saveIcon *kit.Icon
	saveText *kit.Label
	counts   *kit.Label
	problems *kit.Button
	pages    *kit.Label
	file     *kit.Label
	jobs     *kit.JobBar
}

func (w *window) newStatusLine() *statusLine {
	s := &statusLine{w: w, jobs: kit.NewJobBar()}
	var saved fyne.CanvasObject
	saved, s.saveIcon, s.saveText = kit.NewStatus(kit.IconCheck, kit.Accent, lang.L("All changes saved"))
	s.counts = kit.NewLabel("", kit.SmallInk)
	s.problems = kit.NewQuiet("", func() { w.act(desk.Yearbook, desk.Preflight) })
	s.pages = kit.NewLabel("", kit.SmallInk)
	s.file = kit.NewLabel(baseName(w.info.Path), kit.SmallInk)
	s.object = kit.NewStatusLine([]fyne.CanvasObject{saved, s.counts, s.problems}, []fyne.CanvasObject{s.jobs, s.pages, s.file})
	return s
}

func (s *statusLine) showJobs(jobs []kit.Job) { s.jobs.Set(jobs) }

// saving says that changes are on their way to the disk.
func (s *statusLine) saving() {
	s.saveText.SetText(lang.L("Saving…"))
}

// saved says how the writing stands.
func (s *statusLine) saved() {
	pending, err := s.w.writer.state()
	now := map[string]any{"Time": s.w.now().Format("15:04")}
	switch {
	case err != nil:
		s.saveIcon.Set(kit.IconError, kit.Error)
		s.saveText.Set(lang.L("Not saved at {{.Time}}", now), kit.SmallBold.In(kit.Error))
	case pending > 0:
		s.saveText.SetText(lang.L("Saving…"))
	default:
		s.saveIcon.Set(kit.IconCheck, kit.Accent)
		s.saveText.Set(lang.L("All changes saved {{.Time}}", now), kit.SmallInk)
	}
}

// refresh counts anew from the newest proof.
func (s *statusLine) refresh() {
	proof := s.w.proof
	if proof == nil {
		s.counts.SetText("")
		s.problems.SetIcon("")
		s.problems.SetText("")
		s.pages.SetText("")
		return
	}
	done, size := confirmed(proof.Snapshot)
	s.counts.SetText(lang.L("{{.Confirmed}} of {{.Size}} confirmed", map[string]any{"Confirmed": kit.Number(done), "Size": kit.Number(size)}))
	if stopping, _ := desk.BySeverity(proof.Book.Problems); len(stopping) > 0 { // as the preflight shows them
		s.problems.WithTone(kit.Error).SetIcon(kit.IconError)
	} else {
		s.problems.WithTone(kit.Warn).SetIcon(kit.IconWarning)
	}
	s.problems.SetText(lang.N("{{.Count}} problems", len(proof.Book.Problems), map[string]any{"Count": kit.Number(len(proof.Book.Problems))}))
	if len(proof.Book.Problems) == 0 {
		s.problems.WithTone(kit.Ink2).SetIcon(kit.IconCheck)
		s.problems.SetText(lang.L("No problems"))
	}
	n := len(proof.Book.Document.Pages)
	s.pages.SetText(lang.N("{{.Count}} pages", n, map[string]any{"Count": kit.Number(n)}))
	s.object.Refresh()
}
