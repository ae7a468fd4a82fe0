package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"laurel/export/yearbook"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
	"laurel/ui/pages"
)

// The window is the desk of its screens.
var _ desk.Desk = (*window)(nil)

// speak says a message in the language of the program.
func speak(m model.Message) string { return desk.Speak(m) }

// Window gives the toolkit's window, for dialogs and menus.
func (w *window) Window() fyne.Window { return w.win }

// Book gives the open book.
func (w *window) Book() *store.Book { return w.book }

// EditionID gives the edition chosen in the switcher.
func (w *window) EditionID() model.ID { return w.edition }

// SetEdition chooses another edition.
func (w *window) SetEdition(id model.ID) { w.chooseEdition(id) }

// Proof gives the newest composed book, nil while there is none.
func (w *window) Proof() *desk.Proof { return w.proof }

// Composer gives the composer of the book's pages.
func (w *window) Composer() *yearbook.Composer { return w.params.Composer }

// Printer prints pages for the screens.
func (w *window) Printer() *pages.Printer { return w.printer }

// DataDir gives the program's own folder.
func (w *window) DataDir() string { return w.params.DataDir }

// Thumbs gives small pictures of photos.
func (w *window) Thumbs() *kit.PictureCache { return w.thumbs }

// Do writes commands as one step.
func (w *window) Do(done func(store.Receipt, error), commands ...store.Command) {
	w.write(func(ctx context.Context, b *store.Book) (store.Receipt, error) { return b.Do(ctx, commands...) }, done)
}

// write hands a change to the writer and brings its outcome back.
func (w *window) write(do func(context.Context, *store.Book) (store.Receipt, error), done func(store.Receipt, error)) {
	session := w.session
	if session == nil {
		return
	}
	session.writer.add(func(ctx context.Context) (store.Receipt, error) { return do(ctx, session.book) }, func(r store.Receipt, err error) {
		kit.Do(func() {
			if w.session != session {
				return
			}
			session.status.saved()
			if err != nil {
				w.Fail(err)
			}
			if done != nil {
				done(r, err)
			}
		})
	})
	session.status.saving()
}

// Fetch reads off the UI goroutine, after the writes before it.
func (w *window) Fetch(key string, read func(context.Context, *store.Book) (any, error), show func(any, error)) {
	session := w.session
	if session == nil {
		return
	}
	kit.Fetch(w.runner, key, func(ctx context.Context) (any, error) {
		if err := session.writer.written(ctx); err != nil {
			return nil, err
		}
		return read(ctx, session.book)
	}, func(v any, err error) {
		if w.session == session && !errors.Is(err, context.Canceled) {
			show(v, err)
		}
	})
}

// Work runs long work that the status line shows.
func (w *window) Work(name string, work func(ctx context.Context, progress func(float64)) error, done func(error)) {
	w.runner.Go(name, work, func(err error) {
		done(err)
		if w.session != nil {
			w.steps.refresh() // an export is one
		}
	})
}

// Go shows another place; Back returns.
func (w *window) Go(p desk.Place) { w.goTo(p, true) }

// Back returns to the place before; where there is none, to the people.
func (w *window) Back() {
	if len(w.back) == 0 {
		w.goTo(desk.Place{Screen: desk.People}, false)
		return
	}
	w.goBack()
}

// Tell shows a toast.
func (w *window) Tell(text string, undo bool) {
	t := kit.Toast{Text: text}
	if undo {
		t.Action, t.OnAction = lang.L("Undo"), w.undo
	}
	w.root.Toast(t)
}

// Fail tells an error as one sentence.
func (w *window) Fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	w.root.Toast(kit.Toast{Text: sentence(err)})
}

// sentence is what is told of an error: its own sentence, where it has one.
func sentence(err error) string {
	var fault *model.Fault
	if errors.As(err, &fault) {
		return speak(fault.Message)
	}
	return lang.L("That did not work: {{.Error}}", map[string]any{"Error": err.Error()})
}

// undo takes the last step back, whatever it was.
func (w *window) undo() {
	w.replay(func(ctx context.Context, b *store.Book) (store.Receipt, error) { return b.Undo(ctx) })
}

func (w *window) redo() {
	w.replay(func(ctx context.Context, b *store.Book) (store.Receipt, error) { return b.Redo(ctx) })
}

func (w *window) replay(step func(context.Context, *store.Book) (store.Receipt, error)) {
	if w.session == nil {
		return
	}
	for _, s := range w.screens {
		s.Flush()
	}
	w.write(step, func(r store.Receipt, err error) {
		if err == nil && r.Op != 0 {
			w.Tell(speak(r.Label), false)
		}
	})
}

// UndoTo takes steps back, one after the other, until the given one is undone.
func (w *window) UndoTo(step int64) {
	w.replay(func(ctx context.Context, b *store.Book) (store.Receipt, error) {
		var last store.Receipt
		for {
			undone, err := isUndone(ctx, b, step)
			if undone || err != nil {
				return last, err
			}
			if last, err = b.Undo(ctx); err != nil {
				return last, err
			}
		}
	})
}

func isUndone(ctx context.Context, b *store.Book, step int64) (bool, error) {
	steps, err := b.History(ctx, store.HistoryFilter{})
	if err != nil {
		return false, err
	}
	for _, s := range steps {
		if s.ID == step {
			return s.Undone, nil
		}
	}
	return true, nil
}
