package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"laurel/model"
)

func TestMayReplace(t *testing.T) {
	b, _ := newTestBook(t)
	other, _ := newTestBook(t)
	dir := t.TempDir()
	pdf, link := filepath.Join(dir, "old.pdf"), filepath.Join(dir, "link.pdf")
	if err := errors.Join(os.WriteFile(pdf, []byte("%PDF-"), 0o600), os.Symlink(b.params.Path, link)); err != nil {
		t.Fatal(err)
	}
	for path, may := range map[string]bool{
		filepath.Join(dir, "new.pdf"): true,
		pdf:                           true,
		dir:                           false,
		link:                          false,
		os.DevNull:                    false,
		b.params.Path:                 false,
		other.params.Path:             false,
	} {
		if err := b.MayReplace(path); may != (err == nil) || !may && !errors.Is(err, model.ErrExists) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if err := b.MayReplace(filepath.Join(dir, "nowhere", "x.pdf")); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("no folder: %v", err)
	}
}
