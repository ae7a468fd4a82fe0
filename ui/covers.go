package ui

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image/png"
	"os"
	"path/filepath"

	"laurel/export/page"
	"laurel/export/pdf"
	"laurel/export/raster"
	"laurel/store"
	"laurel/ui/desk"
	"laurel/ui/pages"
)

// coverWidth is the width in px of a kept picture of a cover: sharp on the start
// screen at twice its size.
const coverWidth = 320

// coverName is where the picture of a book's cover is kept.
func coverName(dataDir, uid string) string { return filepath.Join(dataDir, "covers", uid+".png") }

// keepCover draws the first page of a proof for the start screen, in the
// background and only if it looks other than the one kept.
func (w *window) keepCover(proof *desk.Proof) {
	if len(proof.Book.Document.Pages) == 0 {
		return
	}
	name, dataDir, uid, known := coverName(w.params.DataDir, w.info.UID), w.params.DataDir, w.info.UID, w.covered
	w.Fetch("window.covered", func(ctx context.Context, b *store.Book) (any, error) {
		first := *proof.Book.Document
		first.Pages = first.Pages[:1]
		var file bytes.Buffer
		err := pdf.Write(ctx, withoutLinks(&first), &file, pdf.Options{Photos: pages.Photos(ctx, b, nil), Level: 1, DPI: 100})
		if err != nil {
			return "", err
		}
		sum := sha256.Sum256(append([]byte(uid), file.Bytes()...))
		digest := hex.EncodeToString(sum[:])
		if _, err := os.Stat(name); err == nil && digest == known {
			return digest, nil
		}
		return digest, drawCover(ctx, dataDir, name, file.Bytes())
	}, func(v any, err error) {
		// A cover that cannot be drawn costs the start screen a picture, no more.
		if err == nil {
			w.covered = v.(string)
		}
	})
}

// withoutLinks leaves out what leads to pages that are not there.
func withoutLinks(d *page.Document) *page.Document {
	first := *d.Pages[0]
	first.Marks = nil
	for _, m := range d.Pages[0].Marks {
		if _, link := m.(*page.Link); !link {
			first.Marks = append(first.Marks, m)
		}
	}
	d.Pages = []*page.Page{&first}
	return d
}

// drawCover renders the page of a file and puts the picture in its place.
func drawCover(ctx context.Context, dataDir, name string, file []byte) (err error) {
	r, err := raster.Open(ctx, raster.Params{CacheDir: filepath.Join(dataDir, "renderer")})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	doc, err := r.Load(ctx, file)
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
