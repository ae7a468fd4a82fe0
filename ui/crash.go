package ui

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// watch notices that the program ended in a way that it did not choose. While
// the window is open a file with the number of the process stands in the
// program's folder: it names the open book, and the runtime writes there what
// it has to say of a crash. A proper end takes it away.
type watch struct {
	dir  string
	file *os.File
}

// crash is what is known of an earlier end that nobody chose.
type crash struct {
	Book   string // the path of the book that was open; empty: none
	Report string // the path of the file that says what happened; empty: it was ended from outside
}

const (
	watchEnding = ".running"
	bookLine    = "book: "
)

// beginWatch starts watching and gives what is left of a process that did not
// end properly, nil if there is none. The newest speaks for all.
func beginWatch(dir string, pid int, now time.Time) (*watch, *crash, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, nil, err
	}
	before, err := collectCrashes(dir, now)
	if err != nil {
		return nil, nil, err
	}
	name := filepath.Join(dir, strconv.Itoa(pid)+watchEnding)
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, nil, err
	}
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		return nil, nil, errors.Join(err, f.Close())
	}
	return &watch{dir: dir, file: f}, before, nil
}

// opened notes which book is open. A crash report that names no book, because
// the disk is full, is still one: the failure is left alone.
func (w *watch) opened(book string) {
	if w != nil {
		_, _ = fmt.Fprintln(w.file, bookLine+book)
	}
}

// end says that the program ends as it should.
func (w *watch) end() error {
	if w == nil {
		return nil
	}
	return errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), w.file.Close(), os.Remove(w.file.Name()))
}

// collectCrashes looks for processes that are gone and left their file. What
// the runtime wrote of a crash is kept under the time.
func collectCrashes(dir string, now time.Time) (*crash, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*"+watchEnding))
	if err != nil {
		return nil, err
	}
	var newest *crash
	var newestAt time.Time
	for i, name := range names {
		pid, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(name), watchEnding))
		if err != nil || alive(pid) {
			continue
		}
		info, err := os.Stat(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // another start was quicker
		} else if err != nil {
			return nil, err
		}
		kept := filepath.Join(dir, fmt.Sprintf("crash %s-%d.log", now.Format("2006-01-02 15-04-05"), i+1))
		c, err := readCrash(name, kept)
		if err != nil {
			return nil, err
		}
		if newest == nil || info.ModTime().After(newestAt) {
			newest, newestAt = c, info.ModTime()
		}
	}
	return newest, nil
}

// readCrash reads what a process left and keeps its report, if there is one.
func readCrash(name, kept string) (*crash, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	c := &crash{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if book, ok := strings.CutPrefix(lines.Text(), bookLine); ok {
			c.Book = book
		} else if lines.Text() != "" {
			c.Report = kept
		}
	}
	if c.Report == "" {
		return c, os.Remove(name)
	}
	return c, os.Rename(name, kept)
}

// alive says whether a process of a number is there.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false // Windows finds only what is there
	}
	defer func() { _ = p.Release() }()
	if runtime.GOOS == "windows" {
		return true
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, syscall.EPERM)
}
