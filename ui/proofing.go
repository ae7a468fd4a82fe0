package ui

import (
	"context"
	"time"

	"laurel/export/yearbook"
	"laurel/model"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// proofing keeps the composed book up to date. It waits for a pause in the
// typing, composes in the background, and gives the proof to everybody who
// shows something of it; a newer change drops the work on an older one.
type proofing struct {
	w      *window
	cancel func()
}

// proofPause is how long after a change the book is composed anew: short enough
// that the page follows the hand, long enough not to run at every letter.
const proofPause = 120 * time.Millisecond

// openPause is how long after the opening of a book it is composed for a screen
// that shows no page: the list and its pictures come first.
const openPause = 600 * time.Millisecond

func newProofing(w *window) *proofing { return &proofing{w: w} }

func (p *proofing) stop() {
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

// changed says that the data changed.
func (p *proofing) changed() { p.composeIn(proofPause) }

// opened says that a screen was opened over a book.
func (p *proofing) opened(screen desk.Name) {
	if screen == desk.Yearbook || screen == desk.Interviews {
		p.composeIn(proofPause)
		return
	}
	p.composeIn(openPause)
}

func (p *proofing) composeIn(pause time.Duration) {
	p.stop()
	p.cancel = kit.After(pause, p.compose)
}

func (p *proofing) compose() {
	w := p.w
	id := w.edition
	if id == "" {
		return
	}
	composer := w.params.Composer
	w.Fetch("window.proof", func(ctx context.Context, b *store.Book) (any, error) {
		return composeProof(ctx, b, composer, id)
	}, func(v any, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		if id != w.edition {
			return
		}
		w.proof = v.(*desk.Proof)
		w.status.refresh()
		w.steps.refresh()
		w.noteRecent()
		w.noteLastStep()
		w.keepCover(w.proof)
		for _, s := range w.screens {
			if r, ok := s.(desk.Reader); ok {
				r.Proofed(w.proof)
			}
		}
	})
}

func composeProof(ctx context.Context, b *store.Book, composer *yearbook.Composer, id model.ID) (*desk.Proof, error) {
	snapshot, err := b.Snapshot(ctx, id)
	if err != nil {
		return nil, err
	}
	book, err := composer.Compose(ctx, snapshot)
	if err != nil {
		return nil, err
	}
	return &desk.Proof{EditionID: id, Snapshot: snapshot, Book: book}, nil
}
