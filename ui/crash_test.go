package ui

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// crashNow is how this test program ends when it stands for a Laurel that crashes.
func crashNow(dir string) {
	w, _, err := beginWatch(dir, os.Getpid(), time.Now())
	if err != nil {
		os.Exit(3)
	}
	w.opened(filepath.Join(dir, "Ours.laurel"))
	if os.Getenv("LAUREL_CRASH_HOW") == "panic" {
		panic("the crash of this test")
	}
	os.Exit(7) // as if it had been killed: nothing is tidied away
}

func TestACrashIsToldAtTheNextStart(t *testing.T) {
	for _, how := range []string{"panic", "killed"} {
		t.Run(how, func(t *testing.T) {
			dir := t.TempDir()
			child := exec.Command(os.Args[0])
			child.Env = append(os.Environ(), "LAUREL_CRASH_IN="+dir, "LAUREL_CRASH_HOW="+how)
			if err := child.Run(); err == nil {
				t.Fatal("the program that was to crash ended well")
			}
			w, c, err := beginWatch(dir, os.Getpid(), time.Now())
			if err != nil {
				t.Fatal(err)
			}
			if c == nil || c.Book != filepath.Join(dir, "Ours.laurel") {
				t.Fatalf("of the crash is known: %+v", c)
			}
			if how == "panic" {
				report, err := os.ReadFile(c.Report)
				if err != nil || !strings.Contains(string(report), "the crash of this test") {
					t.Errorf("the report does not say what happened: %v\n%s", err, report)
				}
			} else if c.Report != "" {
				t.Errorf("a report %s of a program that was only ended", c.Report)
			}
			if err := w.end(); err != nil {
				t.Fatal(err)
			}
			if _, again, err := beginWatch(dir, os.Getpid(), time.Now()); err != nil || again != nil {
				t.Errorf("told twice, or a proper end was taken for a crash: %+v %v", again, err)
			}
		})
	}
}

func TestARunningLaurelIsNoCrash(t *testing.T) {
	dir := t.TempDir()
	other := exec.Command("sleep", "60")
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Process.Kill(); _ = other.Wait() }()
	if err := os.WriteFile(filepath.Join(dir, strconv.Itoa(other.Process.Pid)+watchEnding), []byte("book: x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w, c, err := beginWatch(dir, os.Getpid(), time.Now())
	if err != nil || c != nil {
		t.Errorf("%+v %v", c, err)
	}
	if err := w.end(); err != nil {
		t.Error(err)
	}
}

func TestWhatIsToldAfterACrash(t *testing.T) {
	path, _ := smallBook(t)
	s := openShell(t, nil, "")
	s.crashed = &crash{Book: path}
	s.tellCrash()
	if text := s.root.ToastText(); !strings.Contains(text, filepath.Base(path)) {
		t.Errorf("the start says %q", text)
	}
	s.openPath(path)
	s.settle()
	want := s.info.ChangedAt.Local().Format("15:04")
	if text := s.root.ToastText(); !strings.Contains(text, want) {
		t.Errorf("the book says %q, want the time %s", text, want)
	}
	if s.crashed != nil {
		t.Error("it would be told again")
	}
}
