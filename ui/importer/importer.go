// Package importer shows what was understood of a page or document, as a
// difference from the book, before anything of it is saved.
package importer

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"laurel/model"
	"laurel/store"
	"laurel/store/intake"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// Files reads files and shows the plan of what they would change. A table alone
// is first asked what its columns mean.
func Files(d desk.Desk, paths []string) {
	if len(paths) == 1 {
		b, err := os.ReadFile(paths[0])
		if source := (intake.Source{Name: filepath.Base(paths[0]), Bytes: b}); err == nil && intake.IsTable(source) {
			askColumns(d, source)
			return
		}
	}
	read(d, func(ctx context.Context, questions []string, progress func(float64)) ([]intake.Draft, error) {
		var drafts []intake.Draft
		for i, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				return nil, model.Faultf(model.ErrNotFound, "{{.File}} cannot be read.", "File", filepath.Base(path))
			}
			source := intake.Source{Name: filepath.Base(path), Bytes: b, Questions: questions, Beside: os.DirFS(filepath.Dir(path))}
			draft, err := intake.Read(ctx, source)
			if err != nil {
				return nil, err
			}
			drafts = append(drafts, draft)
			progress(float64(i+1) / float64(len(paths)))
		}
		return drafts, nil
	})
}

// Text reads a pasted page, or cells copied from a spreadsheet, and shows the
// plan of what they would change.
func Text(d desk.Desk, text string) {
	if source := (intake.Source{Name: lang.L("the clipboard"), Bytes: []byte(text)}); intake.IsTable(source) {
		askColumns(d, source)
		return
	}
	read(d, func(ctx context.Context, questions []string, _ func(float64)) ([]intake.Draft, error) {
		draft, err := intake.Read(ctx, intake.Source{Name: lang.L("the clipboard"), Bytes: []byte(text), Questions: questions})
		return []intake.Draft{draft}, err
	})
}

// read understands the sources in the background, plans, and shows the dialog.
func read(d desk.Desk, drafts func(context.Context, []string, func(float64)) ([]intake.Draft, error)) {
	var plan intake.Plan
	book := d.Book()
	d.Work(lang.L("Reading"), func(ctx context.Context, progress func(float64)) error {
		questions, err := asked(ctx, book)
		if err != nil {
			return err
		}
		found, err := drafts(ctx, questions, progress)
		if err != nil {
			return err
		}
		plan, err = intake.MakePlan(ctx, book, found, intake.Options{})
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		present(d, plan, nil)
	})
}

// compare plans with decisions in the background: a long list takes seconds. The
// dialog that asks for it stays below and says what goes wrong.
func compare(d desk.Desk, drafts []intake.Draft, decisions map[string]intake.Decision, wrong func(string), then func(intake.Plan)) {
	book := d.Book()
	var plan intake.Plan
	waiting(d, lang.L("Comparing with the book"), wrong, func(ctx context.Context, progress func(float64)) (err error) {
		plan, err = intake.MakePlan(ctx, book, drafts, intake.Options{Decisions: decisions, Progress: progress})
		return err
	}, func() { then(plan) })
}

// waiting works in the background for the dialog below, which waits, and then
// goes on. Stopped, or where something went wrong, the dialog has it again.
func waiting(d desk.Desk, doing string, wrong func(string), work func(context.Context, func(float64)) error, then func()) {
	stopped, stop := context.WithCancel(context.Background())
	wait := kit.ShowWait(d.Window(), doing, stop)
	d.Work(doing, func(ctx context.Context, progress func(float64)) error {
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
			wrong(sentence(err))
		}
	})
}

// present shows a plan, or that it would change nothing; back returns to what
// was asked before, nil where nothing was.
func present(d desk.Desk, plan intake.Plan, back func()) {
	if plan.Empty() && len(plan.Doubtful()) == 0 {
		d.Tell(lang.L("Everything of it is in the book already"), false)
		return
	}
	show(d, plan, back)
}

// sentence is what is told of an error.
func sentence(err error) string {
	var fault *model.Fault
	if errors.As(err, &fault) {
		return lang.L(fault.Message.Text, fault.Message.Args)
	}
	return err.Error()
}

// asked gives every question that some edition of the book asks.
func asked(ctx context.Context, b *store.Book) ([]string, error) {
	editions, err := b.Editions(ctx)
	if err != nil {
		return nil, err
	}
	var questions []string
	for _, e := range editions {
		questions = append(questions, e.Questions...)
	}
	return questions, nil
}

// apply carries a plan out as one undoable step, and runs landed when it is in
// the book.
func apply(d desk.Desk, plan intake.Plan, wrong func(string), landed func()) {
	step := plan.Step()
	waiting(d, lang.L("Reading the photos"), wrong, func(ctx context.Context, progress func(float64)) (err error) {
		step, err = step.Ready(ctx, progress)
		return err
	}, func() { save(d, plan, step, landed) })
}

// save carries out the step of a plan.
func save(d desk.Desk, plan intake.Plan, step store.Step, landed func()) {
	label := plan.Label()
	wait := kit.ShowWait(d.Window(), lang.L("Saving"), nil)
	d.Do(func(r store.Receipt, err error) {
		wait.Close()
		if err != nil {
			return // the desk has told it; the dialog stays as it is
		}
		landed()
		told := desk.Speak(label)
		if n := len(plan.Doubtful()); n > 0 {
			told += " – " + lang.N("{{.Count}} in doubt were left out", n, map[string]any{"Count": n})
		}
		d.Tell(told, true)
		if plan.Drafts[0].Kind == intake.Sheet && plan.Into != "" {
			d.Go(desk.Place{Screen: desk.Edition, EditionID: plan.Into})
			return
		}
		if id := imported(plan, r); id != "" {
			d.Go(desk.Place{Screen: desk.People, PersonID: id})
		}
	}, step)
}

// imported is somebody of the plan: one who was known, else one who is new.
func imported(plan intake.Plan, r store.Receipt) model.ID {
	for _, row := range plan.Rows {
		if len(row.Choices) == 1 {
			return row.Choices[0].PersonID
		}
	}
	for _, e := range r.Events {
		if e.Topic == store.TopicPeople && len(e.IDs) > 0 {
			return e.IDs[0]
		}
	}
	return ""
}
