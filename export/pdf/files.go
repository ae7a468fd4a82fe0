package pdf

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"laurel/export/page"
)

// File is a document and where it is to be written. Its Options' Progress is
// not told.
type File struct {
	Path     string
	Document *page.Document
	Options  Options
}

// WriteFiles writes several files that belong together. Each is written beside
// its place, and all are moved there when all are whole and on disk: an error or
// a cancelled context leaves none of them, and files that were there as they were.
func WriteFiles(ctx context.Context, progress func(done, total int), files ...File) (err error) {
	var parts []string
	defer func() {
		for _, part := range parts {
			err = errors.Join(err, os.Remove(part))
		}
	}()
	total, before := 0, 0
	for _, f := range files {
		total += f.steps()
	}
	for _, f := range files {
		opt := f.Options
		opt.Progress = func(done, _ int) {
			if progress != nil {
				progress(before+done, total)
			}
		}
		ready, err := build(ctx, f.Document, opt)
		if err != nil {
			return err
		}
		part, err := ready.printPart(f.Path)
		if part != "" {
			parts = append(parts, part)
		}
		if err = errors.Join(err, ready.close()); err != nil {
			return fmt.Errorf("writing %s: %w", filepath.Base(f.Path), err)
		}
		before += f.steps()
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, f := range files {
		if info, err := os.Stat(f.Path); err == nil && info.IsDir() {
			return fmt.Errorf("writing %s: it is a folder", filepath.Base(f.Path))
		}
	}
	for _, f := range files {
		if err := os.Rename(parts[0], f.Path); err != nil {
			return fmt.Errorf("writing %s: %w", filepath.Base(f.Path), err)
		}
		parts = parts[1:]
		syncFolder(f.Path)
	}
	return nil
}

// steps is how many steps a file takes to make.
func (f File) steps() int {
	if f.Document == nil {
		return 0
	}
	return len(slotsOf(f.Document, cmp.Or(f.Options.DPI, DPI)).list) + len(f.Document.Pages) + 1
}

// syncFolder brings a move onto the disk. Not every system can; the file itself
// is there already.
func syncFolder(path string) {
	if dir, err := os.Open(filepath.Dir(path)); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
}
