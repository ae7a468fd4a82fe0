package store

import (
	"io"
	"os"
	"path/filepath"

	"laurel/model"
)

// MayReplace says whether an export may be written to path: its folder is there,
// and in its place nothing, or a file that is no book. It fails with
// model.ErrNotFound or model.ErrExists and leaves all as it is. The book itself is only looked at, never opened, for closing it would
// drop SQLite's locks.
func (b *Book) MayReplace(path string) error {
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return model.Faultf(model.ErrNotFound, "There is no folder {{.Path}}.", "Path", filepath.Dir(path))
	}
	info, err := os.Stat(path)
	switch {
	case err != nil: // nothing is there, or whoever writes says why it cannot be done
		return nil
	case info.IsDir():
		return model.Faultf(model.ErrExists, "This is a folder; name a file to write.")
	case !info.Mode().IsRegular():
		return model.Faultf(model.ErrExists, "This is a device and no file; nothing was written.")
	}
	if own, err := os.Stat(b.params.Path); err == nil && os.SameFile(info, own) {
		return bookThere()
	}
	f, err := os.Open(path)
	if err != nil {
		return nil // it is replaced, not read
	}
	defer f.Close()
	head := make([]byte, len(sqliteMark))
	if _, err := io.ReadFull(f, head); err == nil && string(head) == sqliteMark {
		return bookThere()
	}
	return nil
}

func bookThere() error {
	return model.Faultf(model.ErrExists, "This is a book and was left as it is; name another file to write.")
}
