// Package importer is the screen that shows what was understood of a table, a
// published page or a document, and what it would change in the book. Nothing is
// saved before the curator says so.
package importer

import (
	"context"
	"errors"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/store/intake"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// Screen is Import: at the left what was understood of the source, to be
// corrected there, at the right what it would change. It keeps what it holds
// while other places are shown.
type Screen struct {
	desk   desk.Desk
	object *fyne.Container // the import, or that there is none
	none   fyne.CanvasObject
	both   fyne.CanvasObject
	left   *source
	right  *changes

	asked     int        // how often something was asked to be read
	of        understood // nil: nothing is being imported
	decisions map[string]intake.Decision
	plan      intake.Plan
	comparing int  // the number of the comparison under way; 0: none
	compared  int  // how many were begun
	behind    bool // the book has changed since
	up        bool // the screen is in sight
}

// understood is what was understood of a source: the body of the left pane.
type understood interface {
	// card says what is imported, and what that is.
	card() (icon kit.IconName, name, detail string)
	// object holds what can be corrected; built once.
	object() fyne.CanvasObject
	// drafts gives what makes the drafts of it as it is corrected now, off the UI
	// goroutine; or the sentence that says what is to be mended first.
	drafts() (make func() ([]intake.Draft, error), fault string)
	// flush hands over what was typed.
	flush()
	// told shows what the comparison with the book has said of it.
	told(intake.Plan)
}

// New makes the screen.
func New(d desk.Desk) desk.Screen {
	s := &Screen{desk: d}
	s.left, s.right = newSource(s), newChanges(s)
	s.none = container.NewStack(kit.NewFill(kit.Surface), kit.NewEmpty(kit.EmptyParams{
		Icon: kit.IconImport, Missing: lang.L("Nothing is being imported"), Plain: true,
		Do:     lang.L("Choose a table, a published page or a document, drop it on the window, or paste it. What it would change is shown first."),
		Action: lang.L("Choose a file…"), OnTap: s.choose,
	}))
	s.both = container.NewStack(kit.NewFill(kit.Surface), desk.Remembered(d.Memory(), "import.split", kit.SplitParams{
		First: s.left.pane, Second: s.right.object, Keep: kit.KeepFirst, Size: 416, MinFirst: 360, MinSecond: 640,
	}))
	s.object = container.NewStack(s.none)
	return s
}

// Object gives the screen's content.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Show brings the import up. A book that has changed meanwhile is compared anew.
func (s *Screen) Show(desk.Place) {
	s.up = true
	if s.behind {
		s.compare()
	}
	if s.of != nil {
		s.right.focus()
	}
}

// Hidden notes that another screen is shown.
func (s *Screen) Hidden() { s.up = false }

// Place is the screen: there is one import at a time.
func (s *Screen) Place() desk.Place { return desk.Place{Screen: desk.Import} }

// Pending says whether an import waits to be confirmed.
func (s *Screen) Pending() bool { return s.of != nil }

// Changed compares anew: a difference from the book as it was is worth nothing.
func (s *Screen) Changed(events []store.Event) {
	if s.of == nil || len(events) == 0 {
		return
	}
	if s.behind = true; s.up {
		s.compare()
	}
}

// Flush has nothing to hand over: what is corrected here is no edit of the book.
func (s *Screen) Flush() {}

// Close lets go of the pictures.
func (s *Screen) Close() error {
	s.right.dropFaces()
	return nil
}

// Act answers the commands of the menus.
func (s *Screen) Act(c desk.Command) bool {
	if c != desk.Confirm || s.of == nil {
		return false
	}
	s.of.flush()
	s.right.confirm()
	return true
}

// choose asks for another file.
func (s *Screen) choose() {
	ChooseFile(s.desk.Window(), func(path string) { s.Files([]string{path}) })
}

// take shows what was read in place of what was there.
func (s *Screen) take(of understood) {
	s.of, s.decisions, s.plan = of, map[string]intake.Decision{}, intake.Plan{}
	s.left.show(of)
	s.right.begin()
	s.object.Objects = []fyne.CanvasObject{s.both}
	s.object.Refresh()
	s.compare()
	s.desk.Go(desk.Place{Screen: desk.Import})
}

// end forgets the import.
func (s *Screen) end() {
	s.of, s.decisions, s.plan, s.comparing, s.behind = nil, nil, intake.Plan{}, 0, false
	s.right.clear() // photos are large
	s.object.Objects = []fyne.CanvasObject{s.none}
	s.object.Refresh()
}

// cancel drops the import and goes back to where one was.
func (s *Screen) cancel() {
	s.end()
	s.desk.Back()
}

// compare plans in the background as everything is corrected and decided now.
// Until it is done nothing can be confirmed.
func (s *Screen) compare() {
	s.compared++
	s.comparing, s.behind = s.compared, false
	make, fault := s.of.drafts()
	if fault != "" {
		s.comparing = 0
		s.plan = intake.Plan{}
		s.right.cannot(fault)
		return
	}
	s.right.wait()
	number, decisions := s.comparing, maps.Clone(s.decisions)
	s.desk.Fetch("import.plan", func(ctx context.Context, b *store.Book) (any, error) {
		drafts, err := make()
		if err != nil {
			return nil, err
		}
		return intake.MakePlan(ctx, b, drafts, intake.Options{Decisions: decisions, Progress: func(share float64) {
			kit.Do(func() {
				if s.comparing == number {
					s.right.progress.Set(share)
				}
			})
		}})
	}, func(v any, err error) {
		if s.comparing != number {
			return
		}
		s.comparing = 0
		if err != nil {
			s.plan = intake.Plan{}
			s.right.cannot(sentence(err))
			return
		}
		s.plan = v.(intake.Plan)
		s.of.told(s.plan)
		s.right.show(s.plan)
	})
}

// decide notes who somebody is, and compares anew. A row that is still in doubt
// asks of another one of the same entry.
func (s *Screen) decide(key string, d intake.Decision) {
	if slices.ContainsFunc(s.plan.Doubtful(), func(r intake.Row) bool { return r.Key == key }) {
		d.Same = append(d.Same, s.decisions[key].Same...) // the newest first
	}
	s.decisions[key] = d
	s.compare()
}

// confirm carries the plan out, without the rows that are left out. The import,
// and what was decided in it, stays until that has been written.
func (s *Screen) confirm(left map[string]bool) {
	if len(left) == 0 {
		s.apply(s.plan)
		return
	}
	decisions, drafts, book := maps.Clone(s.decisions), s.plan.Drafts, s.desk.Book()
	for key := range left {
		decisions[key] = intake.Decision{Leave: true}
	}
	var plan intake.Plan
	s.waiting(lang.L("Comparing with the book"), func(ctx context.Context, progress func(float64)) (err error) {
		plan, err = intake.MakePlan(ctx, book, drafts, intake.Options{Decisions: decisions, Progress: progress})
		return err
	}, func() { s.apply(plan) })
}

// apply carries a plan out as one undoable step.
func (s *Screen) apply(plan intake.Plan) {
	step := plan.Step()
	s.waiting(lang.L("Reading the photos"), func(ctx context.Context, progress func(float64)) (err error) {
		step, err = step.Ready(ctx, progress)
		return err
	}, func() { s.save(plan, step) })
}

// save writes the step of a plan and shows what it brought.
func (s *Screen) save(plan intake.Plan, step store.Step) {
	label, of := plan.Label(), s.of
	wait := kit.ShowWait(s.desk.Window(), lang.L("Saving"), nil)
	s.of = nil // what is written now needs no comparison
	s.desk.Do(func(r store.Receipt, err error) {
		wait.Close()
		if err != nil {
			s.of = of
			return // the desk has told it; the import stays as it is
		}
		s.end()
		told := desk.Speak(label)
		if n := len(plan.Doubtful()); n > 0 {
			told += " – " + lang.N("{{.Count}} in doubt were left out", n, map[string]any{"Count": n})
		}
		s.desk.Tell(told, true)
		if plan.Drafts[0].Kind == intake.Sheet && plan.Into != "" {
			s.desk.Go(desk.Place{Screen: desk.Edition, EditionID: plan.Into})
			return
		}
		if id := imported(plan, r); id != "" {
			s.desk.Go(desk.Place{Screen: desk.People, PersonID: id})
			return
		}
		s.desk.Back()
	}, step)
}

// waiting works in the background for the import, which waits, and then goes on.
// Stopped, or where something went wrong, the import has it again.
func (s *Screen) waiting(doing string, work func(context.Context, func(float64)) error, then func()) {
	s.right.fault("")
	stopped, stop := context.WithCancel(context.Background())
	wait := kit.ShowWait(s.desk.Window(), doing, stop)
	s.desk.Work(doing, func(ctx context.Context, progress func(float64)) error {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(stopped, cancel)()
		return work(ctx, func(share float64) {
			progress(share)
			kit.Do(func() { wait.Set(share) })
		})
	}, func(err error) {
		stop()
		wait.Close()
		switch {
		case err == nil:
			then()
		case !errors.Is(err, context.Canceled):
			s.right.fault(sentence(err))
		}
	})
}

// imported is somebody of the plan: one who was known, else one who is new.
func imported(plan intake.Plan, r store.Receipt) model.ID {
	for _, row := range plan.Rows {
		if row.PersonID != "" && row.Kind == intake.RowChanged {
			return row.PersonID
		}
	}
	for _, e := range r.Events {
		if e.Topic == store.TopicPeople && len(e.IDs) > 0 {
			return e.IDs[0]
		}
	}
	return ""
}

// sentence is what is told of an error.
func sentence(err error) string {
	var fault *model.Fault
	if errors.As(err, &fault) {
		return lang.L(fault.Message.Text, fault.Message.Args)
	}
	return err.Error()
}
