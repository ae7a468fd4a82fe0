package ui

import (
	"context"
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"laurel/export/page"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/edition"
	"laurel/ui/history"
	"laurel/ui/importer"
	"laurel/ui/insights"
	"laurel/ui/interviews"
	"laurel/ui/kit"
	"laurel/ui/pages"
	"laurel/ui/people"
	"laurel/ui/yearbook"
)

// window is the one window of the program.
type window struct {
	app    fyne.App
	params Params
	win    fyne.Window
	root   *kit.Root
	runner *kit.Runner
	now    func() time.Time

	watch   *watch
	crashed *crash // what is to be said of the last end; told once

	*session // nil on the start screen
}

// session is everything that belongs to the book that is open.
type session struct {
	book     *store.Book
	info     store.BookInfo
	writer   *writer
	unwatch  func()
	editions []model.Edition
	edition  model.ID
	screens  map[desk.Name]desk.Screen
	current  desk.Name
	untold   []store.Event // what changed and the screens have not heard of
	back     []desk.Place
	forward  []desk.Place
	thumbs   *kit.PictureCache
	printer  *pages.Printer
	proof    *desk.Proof
	proofing *proofing
	covered  *page.Page      // the cover that was drawn last
	uncover  func()          // gives up the drawing of one; nil where none is to come
	stage    *fyne.Container // where the screen stands
	middle   *fyne.Container // the stage under the bar and the first steps
	rail     *rail
	top      *topBar
	status   *statusLine
	steps    *firstSteps
}

func newWindow(a fyne.App, p Params) *window {
	w := &window{app: a, params: p, now: time.Now}
	w.win = a.NewWindow("Laurel")
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.root = kit.NewRoot(container.NewStack())
	w.win.SetContent(w.root)
	prefs := a.Preferences()
	w.win.Resize(fyne.NewSize(
		float32(prefs.FloatWithFallback(prefWidth, 1440)), float32(prefs.FloatWithFallback(prefHeight, 900))))
	w.runner = kit.NewRunner(kit.RunnerParams{})
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(w.dropped)
	w.setMenu()
	return w
}

// screenMaker is a screen as the rail names it, and how it is built.
type screenMaker struct {
	name desk.Name
	icon kit.IconName
	text string
	make func(desk.Desk) desk.Screen
}

// screenMakers are the screens that exist, in the order of the rail.
var screenMakers = []screenMaker{
	{desk.People, kit.IconPeople, "People", people.New},
	{desk.Edition, kit.IconRanking, "Edition", edition.New},
	{desk.Interviews, kit.IconInterviews, "Interviews", interviews.New},
	{desk.Yearbook, kit.IconBook, "Yearbook", yearbook.New},
	{desk.Insights, kit.IconChart, "Insights", insights.New},
	{desk.History, kit.IconHistory, "History", history.New},
}

// importMaker is the screen that the rail does not name.
var importMaker = screenMaker{desk.Import, kit.IconImport, "Import", importer.New}

// openBook opens a book in place of the start screen or of another book.
func (w *window) openBook(ctx context.Context, path string) error {
	book, err := store.Open(ctx, w.storeParams(path))
	if err != nil {
		return err
	}
	return w.show(ctx, book)
}

func (w *window) storeParams(path string) store.Params {
	return store.Params{Path: path, Actor: w.params.Actor, Device: w.params.Device, BackupDir: w.backupDir()}
}

// show puts an open book into the window.
func (w *window) show(ctx context.Context, book *store.Book) error {
	info, err := book.Info(ctx)
	if err != nil {
		return err
	}
	editions, err := book.Editions(ctx)
	if err != nil {
		return err
	}
	w.closeBook()
	o := &session{book: book, info: info, editions: editions, screens: map[desk.Name]desk.Screen{}}
	w.begin(o)
	return nil
}

// begin builds the frame round the screens and shows the first of them.
func (w *window) begin(o *session) {
	w.session = o
	if e, err := model.ChooseEdition(o.editions, ""); err == nil {
		o.edition = e.ID
	}
	o.writer = newWriter(o.book)
	o.thumbs = newThumbs(o.book)
	o.printer = pages.NewPrinter(w.params.DataDir)
	o.proofing = newProofing(w)
	o.stage = container.NewStack()
	o.rail = w.newRail()
	o.top = w.newTopBar()
	o.status = w.newStatusLine()
	o.steps = w.newFirstSteps()
	o.unwatch = o.book.Watch(newEventGate(kit.Do, w.changed).take)
	w.runner.OnJobs = o.status.showJobs
	w.root.SetContent(w.frame())
	w.win.SetTitle(o.info.Title + " – Laurel")
	w.remember(o.info.Path)
	w.setMenu()
	w.goTo(w.rememberedPlace(), false)
	o.proofing.opened(w.current)
	w.watch.opened(o.info.Path)
	if notice := o.info.Notice; notice.Text != "" {
		w.Tell(desk.Speak(notice), false)
	}
	w.tellCrash()
}

// frame is rail left, bar on top, status line below, the screen in the middle,
// to which Tab comes first.
func (w *window) frame() fyne.CanvasObject {
	const railWidth, topHeight, statusHeight = 88, 56, 28
	w.middle = kit.TabFirst(kit.Column(0,
		kit.Fixed(topHeight, w.top.object),
		kit.Fixed(1, kit.NewHLine()),
		kit.Natural(w.steps.object),
		kit.Grow(1, w.stage),
	), w.stage)
	body := kit.TabFirst(kit.Row(0, kit.Fixed(railWidth, w.rail.object), kit.Fixed(1, kit.NewVLine()), kit.Grow(1, w.middle)), w.middle)
	return container.NewStack(kit.NewFill(kit.Canvas), kit.Column(0,
		kit.Grow(1, body),
		kit.Fixed(1, kit.NewHLine()),
		kit.Fixed(statusHeight, w.status.object),
	))
}

// goTo shows a place; with record the place left can be gone back to.
func (w *window) goTo(p desk.Place, record bool) {
	if w.session == nil {
		return
	}
	if p.Screen == "" {
		p.Screen = w.current
	}
	screen := w.screen(p.Screen)
	if screen == nil {
		return
	}
	if old := w.screens[w.current]; old != nil && w.current != "" {
		old.Flush()
		if record {
			here := old.Place()
			here.Screen, here.EditionID = w.current, w.edition
			w.back, w.forward = append(w.back, here), nil
		}
	}
	if p.EditionID != "" && p.EditionID != w.edition {
		w.chooseEdition(p.EditionID)
	}
	if w.current != p.Screen {
		if h, ok := w.screens[w.current].(desk.Hider); ok {
			h.Hidden()
		}
		w.current = p.Screen
		wake(screen.Object(), w.stage.Size())
		w.stage.Objects = []fyne.CanvasObject{screen.Object()}
		w.stage.Refresh()
	}
	screen.Show(p)
	w.rail.show(w.current)
	w.top.refresh()
	w.steps.refresh()
}

// wake has a screen that was out of sight laid out anew once it comes back. The
// toolkit forgets after a minute how to draw what it does not see; laid out at
// the same size it would not know of it before the next frame, and nothing in the
// screen could be given the keyboard.
func wake(o fyne.CanvasObject, size fyne.Size) {
	if o.Size() == size {
		o.Resize(size.AddWidthHeight(0, 1))
	}
}

// screen gives a screen, built when it is first gone to.
func (w *window) screen(name desk.Name) desk.Screen {
	if s := w.screens[name]; s != nil {
		return s
	}
	for _, m := range append(slices.Clone(screenMakers), importMaker) {
		if m.name != name {
			continue
		}
		s := m.make(w)
		w.screens[name] = s
		if r, ok := s.(desk.Reader); ok && w.proof != nil {
			r.Proofed(w.proof)
		}
		return s
	}
	return nil
}

func (w *window) goBack() {
	w.step(&w.back, &w.forward)
}

func (w *window) goForward() {
	w.step(&w.forward, &w.back)
}

// step goes to the last place of one pile and puts the present one on the other.
func (w *window) step(from, to *[]desk.Place) {
	if len(*from) == 0 {
		return
	}
	p := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	if p.Screen == desk.Import && !w.importScreen().Pending() {
		w.step(from, to) // nothing is left to see there
		return
	}
	here := w.screens[w.current].Place()
	here.Screen, here.EditionID = w.current, w.edition
	*to = append(*to, here)
	if !slices.ContainsFunc(w.editions, func(e model.Edition) bool { return e.ID == p.EditionID }) {
		p.EditionID = "" // gone since
	}
	w.goTo(p, false)
}

// chooseEdition changes the edition that all screens show.
func (w *window) chooseEdition(id model.ID) {
	if id == w.edition {
		return
	}
	for _, s := range w.screens {
		s.Flush() // what was typed belongs to the edition it was typed in
	}
	w.edition = id
	w.proof = nil
	w.top.refresh()
	w.status.refresh()
	w.proofing.changed()
	for _, s := range w.screens {
		s.Changed([]store.Event{{Topic: store.TopicEditions}, {Topic: store.TopicPlacements}})
	}
}

// changed tells everybody what changed in the book. Where that may be that the
// edition shown is gone, it is first found out which one is shown from now on.
func (w *window) changed(events []store.Event) {
	if w.session == nil {
		return
	}
	w.untold = append(w.untold, events...)
	if !slices.ContainsFunc(events, func(e store.Event) bool { return e.Topic == store.TopicEditions }) {
		w.tell()
		return
	}
	w.Fetch("window.editions", func(ctx context.Context, b *store.Book) (any, error) { return b.Editions(ctx) },
		func(v any, err error) {
			if err != nil {
				w.Fail(err)
			} else {
				w.setEditions(v.([]model.Edition))
			}
			w.tell()
		})
}

// tell hands on the events that nobody has heard of yet.
func (w *window) tell() {
	events := w.untold
	w.untold = nil
	w.proofing.changed()
	w.status.refresh()
	w.top.refresh()
	w.steps.refresh()
	for _, s := range w.screens {
		s.Changed(events)
	}
}

// setEditions takes in a new list of editions; one that is gone is no longer shown.
func (w *window) setEditions(editions []model.Edition) {
	w.editions = editions
	for _, e := range editions {
		if e.ID == w.edition {
			w.top.refresh()
			return
		}
	}
	w.edition = ""
	if e, err := model.ChooseEdition(editions, ""); err == nil {
		w.chooseEdition(e.ID)
		return
	}
	w.proof = nil
	w.top.refresh()
	w.status.refresh()
}

// closeBook hands everything typed to the book, waits until it is written and
// closes it.
func (w *window) closeBook() error {
	if w.session == nil {
		return nil
	}
	w.keepPlace()
	w.noteRecent()
	for _, s := range w.screens {
		s.Flush()
	}
	w.unwatch()
	w.proofing.stop()
	if w.uncover != nil {
		w.uncover()
	}
	w.thumbs.Stop()
	err := w.writer.close()
	for _, s := range w.screens {
		if c, ok := s.(desk.Closer); ok {
			err = errors.Join(err, c.Close())
		}
	}
	err = errors.Join(err, w.printer.Close(), w.book.Close())
	w.session = nil
	w.root.SetContent(container.NewStack()) // the screens ask for a book when they are painted
	return err
}

// quit ends the program as every way out does: nothing typed is lost.
func (w *window) quit() {
	prefs := w.app.Preferences()
	size := w.win.Canvas().Size()
	prefs.SetFloat(prefWidth, float64(size.Width))
	prefs.SetFloat(prefHeight, float64(size.Height))
	if err := w.closeBook(); err != nil {
		w.Fail(err)
	}
	w.runner.Stop()
	w.app.Quit()
}

// shut closes the book where the window went away by another way than quit.
func (w *window) shut() error { return w.closeBook() }
