package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestShots(t *testing.T) {
	m := newInvented(t)
	m.cwd = t.TempDir()
	dir := filepath.Join(m.cwd, "pictures")
	stale, kept := filepath.Join(dir, "pages", "page-999.png"), filepath.Join(dir, "pages", "notes.txt")
	if err := os.MkdirAll(filepath.Dir(stale), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{stale, kept} {
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if code := m.do(t.Context(), []string{"shots", "pictures"}); code != 0 {
		t.Fatalf("status %d: %s", code, &m.err)
	}
	if _, err := os.Stat(stale); err == nil {
		t.Error("a page of an earlier time is still there")
	}
	if _, err := os.Stat(kept); err != nil {
		t.Error("a file that is no picture is gone")
	}
	if got := m.out.String(); got != dir+"\n" {
		t.Errorf("standard output %q, want the folder %q", got, dir)
	}
	for _, theme := range []string{"light", "dark"} {
		i := slices.IndexFunc(m.ran, func(p process) bool { return slices.Contains(p.env, "FYNE_THEME="+theme) })
		if i < 0 {
			t.Fatalf("no pictures in %s", theme)
		}
		p := m.ran[i]
		if p.args[0] != "shots" || p.args[2] != filepath.Join(dir, theme) || !slices.Contains(p.env, "DISPLAY=:42") {
			t.Errorf("%s: ran %s with %q", theme, line(p), p.env)
		}
	}
	if p := m.last(); p.name != "pdftoppm" || !strings.HasPrefix(p.args[len(p.args)-1], filepath.Join(dir, "pages")) {
		t.Errorf("ended with %s, want the pages", line(p))
	}
	equal(t, "ended", m.ended, []string{"openbox", "Xvfb"})
}

func TestShotsFails(t *testing.T) {
	for _, command := range []string{"new", "shots", "export"} {
		m := newInvented(t)
		m.fails[m.cache("laurel")+" "+command] = 1
		if code := m.do(t.Context(), []string{"shots", t.TempDir()}); code != 1 || m.out.Len() > 0 {
			t.Errorf("laurel %s fails: status %d, standard output %q", command, code, &m.out)
		}
	}
}
