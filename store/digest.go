package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"laurel/model"
)

// digestUpTo is the largest file whose bytes are compared before the window
// shows: 256 MB take a fifth of a second.
const digestUpTo = 256 << 20

// digest is what a book was when it was last closed here. It is kept outside
// the file: a check of the file's structure sees one flipped byte in a hundred,
// this sees all.
type digest struct {
	Size    int64  `json:"size"`
	Counter uint32 `json:"counter"` // SQLite's own count of transactions
	SHA256  string `json:"sha256"`
	UID     string `json:"uid"` // of the book, for another one may lie at its path the next time
}

// digestPath is where the digest of a book is kept; empty: nowhere.
func (p Params) digestPath() string {
	if p.BackupDir == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(p.Path))
	return filepath.Join(p.BackupDir, "digests", hex.EncodeToString(sum[:12])+".json")
}

// keepDigest notes what the book of that UID is now. It is called when SQLite has let go of
// the file.
func (p Params) keepDigest(ctx context.Context, uid string) error {
	path := p.digestPath()
	h, err := readHeader(p.Path)
	if path == "" || err != nil || h.size > digestUpTo {
		return nil // moved away, or too large: then nothing is known the next time
	}
	sum, err := fileDigest(ctx, p.Path)
	if err != nil {
		return fmt.Errorf("note the state of the book: %w", err)
	}
	text, err := json.Marshal(digest{h.size, h.counter, sum, uid})
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o700)
	}
	if err == nil {
		err = os.WriteFile(path, text, 0o600)
	}
	if err != nil {
		return fmt.Errorf("note the state of the book: %w", err)
	}
	return nil
}

// checkDigest compares a book with what it was when it was closed here. Where
// it was written since, here in a process that was killed or elsewhere, its
// counter differs and nothing can be said. It must be called before SQLite has
// the file open.
func (p Params) checkDigest(ctx context.Context, h header) error {
	path := p.digestPath()
	if path == "" || h.size > digestUpTo {
		return nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil // never closed here
	}
	var was digest
	if json.Unmarshal(text, &was) != nil || was.Counter != h.counter || was.Size != h.size {
		return nil
	}
	is, err := fileDigest(ctx, p.Path)
	if err != nil {
		return fmt.Errorf("compare the book with what it was: %w", err)
	}
	if is == was.SHA256 {
		return nil
	}
	raw, err := os.ReadFile(p.Path)
	if err != nil {
		return fmt.Errorf("compare the book with what it was: %w", err)
	}
	if bytes.Contains(raw, []byte(was.UID)) { // else another book was put here
		return model.Faultf(model.ErrDamaged, "{{.Book}} is not what it was when it was closed: some of its bytes have changed on the disk. It can be read; to go on, open a backup.", "Book", baseName(p.Path))
	}
	return nil
}

func fileDigest(ctx context.Context, path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	for {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		if _, err := io.CopyN(h, f, 8<<20); errors.Is(err, io.EOF) {
			return hex.EncodeToString(h.Sum(nil)), nil
		} else if err != nil {
			return "", err
		}
	}
}
