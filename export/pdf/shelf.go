package pdf

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
)

// shelfRoom is how many bytes of pictures a shelf holds in memory: a book of a
// hundred never comes near it, one of a thousand would take as much again as all its text.
const shelfRoom = 32 << 20

// shelf keeps the pictures of a file until they are written: the first in
// memory, what is more in a temporary file. It may be used by several goroutines.
type shelf struct {
	mu   sync.Mutex
	room int // bytes that memory still takes
	file *os.File
	end  int64
}

// shelved is a picture on a shelf.
type shelved struct {
	bytes []byte // nil: in the file
	file  *os.File
	at    int64
	size  int
}

func newShelf(room int) *shelf { return &shelf{room: room} }

// put takes a picture, which must not change afterwards.
func (s *shelf) put(b []byte) (shelved, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(b) <= s.room {
		s.room -= len(b)
		return shelved{bytes: b, size: len(b)}, nil
	}
	if s.file == nil {
		f, err := os.CreateTemp("", "laurel-pictures-")
		if err != nil {
			return shelved{}, fmt.Errorf("making room for the pictures: %w", err)
		}
		s.file = f
	}
	if _, err := s.file.WriteAt(b, s.end); err != nil {
		return shelved{}, fmt.Errorf("making room for the pictures: %w", err)
	}
	kept := shelved{file: s.file, at: s.end, size: len(b)}
	s.end += int64(len(b))
	return kept, nil
}

// close gives the memory and the file back.
func (s *shelf) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil {
		return nil
	}
	err := errors.Join(s.file.Close(), os.Remove(s.file.Name()))
	s.file = nil
	return err
}

// WriteTo writes the picture (io.WriterTo).
func (s shelved) WriteTo(w io.Writer) (int64, error) {
	if s.file == nil {
		n, err := w.Write(s.bytes)
		return int64(n), err
	}
	return io.Copy(w, io.NewSectionReader(s.file, s.at, int64(s.size)))
}
