package ui

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/kit"
	"laurel/ui/pages"
)

// coverWidth is the width in px of a kept picture of a cover: sharp on the start
// screen at twice its size.
const coverWidth = 320

// coverPause is how long after a proof its cover is drawn for the start screen.
// The first drawing wakes the engine that draws pages, which takes every core for
// a second: it must not do so while the window is opening.
const coverPause = 3 * time.Second

// coverName is where the picture of a book's cover is kept.
func coverName(dataDir, uid string) string { return filepath.Join(dataDir, "covers", uid+".png") }

// keepCover draws the first page of a proof for the start screen, later, in the
// background and only if it looks other than the one drawn before.
func (w *window) keepCover(proof *desk.Proof) {
	if w.uncover != nil {
		w.uncover()
	}
	w.uncover = kit.After(coverPause, func() { w.fetchCover(proof) })
}

func (w *window) fetchCover(proof *desk.Proof) {
	all := proof.Book.Document.Pages
	if len(all) == 0 || w.covered != nil && w.covered.Same(all[0]) {
		return
	}
	name, printer := coverName(w.params.DataDir, w.info.UID), w.printer
	w.Fetch("window.cover", func(ctx context.Context, b *store.Book) (any, error) {
		return nil, drawCover(ctx, b, printer, proof, name)
	}, func(_ any, err error) {
		// A cover that cannot be drawn costs the start screen a picture, no more.
		if err == nil {
			w.covered = all[0]
		}
	})
}

// drawCover draws the first page of a proof and puts the picture in its place.
func drawCover(ctx context.Context, b *store.Book, printer *pages.Printer, proof *desk.Proof, name string) (err error) {
	doc, err := printer.Print(ctx, b, proof.Book.Document.Only(1))
	if err != nil {
		return err
	}
	img, err := doc.Page(ctx, 0, coverWidth)
	if err = errors.Join(err, doc.Close()); err != nil {
		return err
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, img); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	half := name + ".tmp"
	if err := os.WriteFile(half, picture.Bytes(), 0o600); err != nil {
		return err
	}
	return os.Rename(half, name)
}
