package store

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// holder says who has a book open for writing.
type holder struct {
	Actor  string `json:"actor"`
	Device string `json:"device"`
	Since  int64  `json:"since"` // Unix ms UTC
}

// errHeld is what lockFile answers while another process holds the lock.
var errHeld = errors.New("held by another process")

// bookLock is a file beside the book that one process at a time holds locked.
// The system drops the lock when the process ends, however it ends, so what a
// killed Laurel leaves behind never keeps anybody out.
type bookLock struct {
	file *os.File
	path string
}

func lockPath(book string) string {
	return filepath.Join(filepath.Dir(book), "."+filepath.Base(book)+".lock")
}

// lockBook takes the lock, or says who holds it (errHeld).
func lockBook(book string, me holder) (*bookLock, holder, error) {
	path := lockPath(book)
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, holder{}, err
		}
		if err := lockFile(f); err != nil {
			other := readHolder(path)
			f.Close()
			return nil, other, err
		}
		// Who held it before may have taken the file away between our opening
		// and our locking it: then we hold a lock that nobody else will see.
		mine, err1 := f.Stat()
		there, err2 := os.Stat(path)
		if err1 != nil || err2 != nil || !os.SameFile(mine, there) {
			f.Close()
			continue
		}
		l := &bookLock{file: f, path: path}
		if b, err := json.Marshal(me); err == nil && f.Truncate(0) == nil {
			// Only courtesy: the lock holds also where nobody can read whose it is.
			_, _ = f.WriteAt(b, 0)
		}
		return l, holder{}, nil
	}
}

// lockBookSoon is lockBook with a little patience for one that is just closing.
func lockBookSoon(book string, me holder) (l *bookLock, other holder, err error) {
	for range 5 {
		if l, other, err = lockBook(book, me); !errors.Is(err, errHeld) {
			return l, other, err
		}
		time.Sleep(40 * time.Millisecond)
	}
	return l, other, err
}

func readHolder(path string) holder {
	var h holder
	if b, err := os.ReadFile(path); err == nil && len(b) < 4096 {
		_ = json.Unmarshal(b, &h) // who it is stays unknown, that it is held does not
	}
	return h
}

func (l *bookLock) release() {
	if l == nil {
		return
	}
	// Removed while still held, so that nobody locks a file about to vanish.
	os.Remove(l.path)
	l.file.Close()
}
