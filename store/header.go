package store

import (
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"laurel/model"
)

// largestBook is the largest file that is opened, in bytes.
const largestBook = 64 << 30

// sqliteMark begins every SQLite file.
const sqliteMark = "SQLite format 3\x00"

// header is what the first 100 bytes of a SQLite file say.
// https://www.sqlite.org/fileformat2.html#the_database_header
type header struct {
	pageSize    int
	wal         bool // left in WAL mode by another program
	application uint32
	version     uint32 // of our schema
	counter     uint32 // grows with every transaction
	size        int64  // of the file, in bytes
}

// readHeader reads the header of a book by itself, before SQLite is let near
// the file. It must not be called while this process has the file open in
// SQLite: closing the file here would drop SQLite's locks.
func readHeader(path string) (header, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return header{}, model.Faultf(model.ErrNotFound, "There is no book at {{.Path}}.", "Path", path)
	case errors.Is(err, fs.ErrPermission):
		return header{}, noPermission(path)
	case err != nil:
		return header{}, err
	case !info.Mode().IsRegular():
		return header{}, notLaurel(path)
	case info.Size() > largestBook:
		return header{}, model.Faultf(model.ErrInvalid, "{{.Book}} is larger than any book can be: it is not opened.", "Book", baseName(path))
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrPermission) {
		return header{}, noPermission(path)
	} else if err != nil {
		return header{}, err
	}
	defer f.Close()
	b := make([]byte, 100)
	if _, err := io.ReadFull(f, b); err != nil {
		return header{}, notLaurel(path)
	}
	h := header{size: info.Size()}
	if string(b[:len(sqliteMark)]) != sqliteMark {
		return header{}, notLaurel(path)
	}
	h.pageSize = int(binary.BigEndian.Uint16(b[16:]))
	if h.pageSize == 1 {
		h.pageSize = 65536
	}
	h.wal = b[18] == 2 || b[19] == 2
	h.counter = binary.BigEndian.Uint32(b[24:])
	h.version = binary.BigEndian.Uint32(b[60:])
	h.application = binary.BigEndian.Uint32(b[68:])
	if h.application != applicationID {
		return header{}, notLaurel(path)
	}
	if h.pageSize < 512 || h.pageSize&(h.pageSize-1) != 0 || h.version == 0 {
		return header{}, damaged(path)
	}
	return h, nil
}

func noPermission(path string) error {
	return model.Faultf(fs.ErrPermission, "{{.Book}} may not be read by you: ask who owns it.", "Book", baseName(path))
}

func notLaurel(path string) error {
	return model.Faultf(model.ErrNotLaurel, "{{.File}} is not a Laurel book.", "File", filepath.Base(path))
}

func damaged(path string) error {
	return model.Faultf(model.ErrDamaged, "{{.Book}} is damaged: open a backup, or bring back what can be read of it.", "Book", baseName(path))
}

// baseName is the name people know a book by.
func baseName(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}
