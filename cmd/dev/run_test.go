package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const building = "go build -buildvcs=false -tags migrated_fynedo -o ROOT/.cache/laurel ./cmd/laurel"

func TestRunOpensTheSample(t *testing.T) {
	m := newInvented(t)
	if code := m.do(t.Context(), []string{"run"}); code != 0 {
		t.Fatalf("status %d: %s", code, &m.err)
	}
	book := "HOME/.local/share/laurel/Sample.laurel"
	equal(t, "ran", m.lines(), []string{
		building, "ROOT/.cache/laurel new " + book + " --sample", "ROOT/.cache/laurel " + book,
	})
}

func TestRunKeepsTheSample(t *testing.T) {
	m := newInvented(t)
	m.vars["XDG_DATA_HOME"] = t.TempDir()
	book := filepath.Join(m.vars["XDG_DATA_HOME"], "laurel", "Sample.laurel")
	if err := os.MkdirAll(filepath.Dir(book), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(book, []byte("edited"), 0o644); err != nil {
		t.Fatal(err)
	}
	if code := m.do(t.Context(), []string{"run"}); code != 0 {
		t.Fatalf("status %d: %s", code, &m.err)
	}
	if p := m.last(); !slices.Equal(p.args, []string{book}) {
		t.Errorf("opened %q, want %q", p.args, book)
	}
	for _, p := range m.ran {
		if slices.Contains(p.args, "--sample") {
			t.Errorf("made the sample again: %s", line(p))
		}
	}
}

func TestRunWithoutDisplayExports(t *testing.T) {
	m := newInvented(t)
	delete(m.vars, "DISPLAY")
	if code := m.do(t.Context(), []string{"run"}); code != 0 {
		t.Fatalf("status %d: %s", code, &m.err)
	}
	folder := filepath.Join(m.vars["HOME"], ".local", "share", "laurel")
	equal(t, "the export", m.last().args, []string{
		"export", filepath.Join(folder, "Sample.laurel"), "-o", filepath.Join(folder, "Sample.pdf"),
	})
	if got, want := m.out.String(), filepath.Join(folder, "Sample.pdf")+"\n"; got != want {
		t.Errorf("standard output %q, want the path %q", got, want)
	}
	if !strings.Contains(m.err.String(), "there is no display here") {
		t.Errorf("does not say that there is no display: %s", &m.err)
	}
}

func TestRunHandsOn(t *testing.T) {
	m := newInvented(t)
	delete(m.vars, "DISPLAY")
	m.fails[m.cache("laurel")+" check"] = 3
	args := []string{"check", "my book.laurel", "--json", "--", "-x"}
	if code := m.do(t.Context(), append([]string{"run"}, args...)); code != 3 {
		t.Errorf("status %d, want that of laurel, 3", code)
	}
	p := m.last()
	equal(t, "arguments", p.args, args)
	if p.dir != "/elsewhere" || p.stdin != m.stdin || p.stdout != m.stdout {
		t.Errorf("laurel ran in %q with stdin %v and stdout %v; want those of dev", p.dir, p.stdin, p.stdout)
	}
	if strings.Contains(m.err.String(), "status") {
		t.Errorf("dev repeats what laurel has said: %s", &m.err)
	}
}

func TestRunStops(t *testing.T) {
	t.Run("when it does not build", func(t *testing.T) {
		m := newInvented(t)
		m.fails["go build"] = 1
		if code := m.do(t.Context(), []string{"run", "--version"}); code != 1 {
			t.Errorf("status %d, want 1", code)
		}
		equal(t, "ran", m.lines(), []string{building})
	})
	t.Run("when the sample cannot be made", func(t *testing.T) {
		m := newInvented(t)
		m.fails[m.cache("laurel")+" new"] = 2
		if code := m.do(t.Context(), []string{"run"}); code != 2 {
			t.Errorf("status %d, want that of laurel, 2", code)
		}
		if p := m.last(); p.args[0] != "new" {
			t.Errorf("went on with %s", line(p))
		}
	})
	t.Run("when there is no home folder", func(t *testing.T) {
		m := newInvented(t)
		delete(m.vars, "HOME")
		if code := m.do(t.Context(), []string{"run"}); code != 1 || !strings.Contains(m.err.String(), "no home folder") {
			t.Errorf("status %d: %s", code, &m.err)
		}
	})
	t.Run("for a command that does not exist", func(t *testing.T) {
		for _, args := range [][]string{nil, {"tset"}} {
			m := newInvented(t)
			if code := m.do(t.Context(), args); code != 2 || !strings.Contains(m.err.String(), "go run ./cmd/dev bench") {
				t.Errorf("%q: status %d: %s", args, code, &m.err)
			}
		}
	})
}

func TestDataFolder(t *testing.T) {
	tests := []struct {
		goos string
		vars map[string]string
		want string
	}{
		{"linux", map[string]string{"HOME": "/home/ada"}, "/home/ada/.local/share/laurel"},
		{"linux", map[string]string{"HOME": "/home/ada", "XDG_DATA_HOME": "/data"}, "/data/laurel"},
		{"linux", map[string]string{"HOME": "/home/ada", "XDG_DATA_HOME": "data"}, "/home/ada/.local/share/laurel"},
		{"darwin", map[string]string{"HOME": "/Users/ada"}, "/Users/ada/Library/Application Support/Laurel"},
		{"windows", map[string]string{"LOCALAPPDATA": "/local"}, "/local/Laurel"},
	}
	for _, test := range tests {
		m := newInvented(t)
		m.goos, m.vars = test.goos, test.vars
		if got, err := m.dataFolder(); err != nil || filepath.ToSlash(got) != test.want {
			t.Errorf("%s %v: got %q, %v; want %q", test.goos, test.vars, got, err, test.want)
		}
	}
}
