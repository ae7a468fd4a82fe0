package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// invented is a machine for the tests: its programs are entries in maps.
type invented struct {
	*dev
	out, err bytes.Buffer
	vars     map[string]string
	fs       fstest.MapFS

	tools   map[string]bool   // programs that can be found
	modules map[string]bool   // libraries that pkg-config knows
	fails   map[string]int    // exit status, by the beginning of a command line
	says    map[string]string // standard output, by the beginning of a command line
	brings  map[string]func() // what installing a package changes
	ran     []process
	ended   []string
}

// newInvented is Debian with everything installed and a display; dev was
// called in /elsewhere by root.
func newInvented(t *testing.T) *invented {
	m := &invented{
		vars:  map[string]string{"HOME": t.TempDir(), "DISPLAY": ":0"},
		tools: map[string]bool{"pkg-config": true, "gcc": true}, modules: map[string]bool{},
		fails: map[string]int{}, says: map[string]string{"go env CC": "gcc\n"}, brings: map[string]func(){},
		fs: fstest.MapFS{
			"etc/os-release":               {Data: []byte("NAME=\"Debian GNU/Linux\"\nID=debian\n")},
			"var/lib/apt/lists/a_Packages": {},
		},
	}
	for _, n := range slices.Concat(buildNeeds, testNeeds) {
		m.give(n)
	}
	m.dev = &dev{
		runner: m, goos: "linux", uid: 0, env: func(key string) string { return m.vars[key] }, files: m.fs,
		root: t.TempDir(), cwd: "/elsewhere", now: func() time.Time { return time.Unix(0, 0) },
		stdin: strings.NewReader(""), stdout: &m.out, stderr: &m.err,
	}
	return m
}

// give puts on the machine what is needed; take takes it away again until its
// package on Debian is installed.
func (m *invented) give(n need) {
	if n.tool != "" {
		m.tools[n.tool] = true
	}
	for _, module := range n.modules {
		m.modules[module] = true
	}
	if n.file != "" {
		m.fs[n.file] = &fstest.MapFile{}
	}
	if n.compiler {
		delete(m.fails, "gcc -fsyntax-only")
	}
}

func (m *invented) take(t *testing.T, what ...string) {
	for _, name := range what {
		all := slices.Concat(buildNeeds, testNeeds)
		i := slices.IndexFunc(all, func(n need) bool { return n.what == name })
		if i < 0 {
			t.Fatalf("nobody needs %q", name)
		}
		n := all[i]
		delete(m.tools, n.tool)
		delete(m.fs, n.file)
		maps.DeleteFunc(m.modules, func(module string, _ bool) bool { return slices.Contains(n.modules, module) })
		if n.compiler {
			m.fails["gcc -fsyntax-only"] = 1
		}
		m.brings[n.packages[apt][0]] = func() { m.give(n) }
	}
}

func line(p process) string { return strings.Join(append([]string{p.name}, p.args...), " ") }

func (m *invented) run(ctx context.Context, p process) error {
	if p.name == "pkg-config" {
		for _, module := range p.args[1:] {
			if !m.tools["pkg-config"] || !m.modules[module] {
				return &exitError{p.name, 1}
			}
		}
		return nil
	}
	m.ran = append(m.ran, p)
	for start, text := range m.says {
		if strings.HasPrefix(line(p), start) {
			io.WriteString(p.stdout, text)
		}
	}
	for start, code := range m.fails {
		if strings.HasPrefix(line(p), start) {
			return &exitError{p.name, code}
		}
	}
	if i := slices.Index(p.args, "install"); i >= 0 {
		for _, name := range p.args[i:] {
			if bring := m.brings[name]; bring != nil {
				bring()
			}
		}
	}
	return ctx.Err()
}

func (m *invented) start(_ context.Context, p process, three *os.File) (func(), error) {
	m.ran = append(m.ran, p)
	switch {
	case three == nil && m.fails[p.name] > 0:
		return nil, errors.New("no " + p.name)
	case three != nil && m.fails[p.name] == 0:
		io.WriteString(three, "42\n")
	}
	return func() { m.ended = append(m.ended, p.name) }, nil
}

func (m *invented) look(name string) (string, error) {
	if m.tools[name] {
		return "/usr/bin/" + name, nil
	}
	return "", errors.New("no " + name)
}

// lines is what ran, the checkout and the home folder named so, without the
// questions dev asks about the machine.
func (m *invented) lines() []string {
	var all []string
	names := strings.NewReplacer(m.root, "ROOT", m.vars["HOME"], "HOME", string(filepath.Separator), "/")
	for _, p := range m.ran {
		if l := names.Replace(line(p)); !strings.HasPrefix(l, "go env") && !strings.Contains(l, "-fsyntax-only") {
			all = append(all, l)
		}
	}
	return all
}

// last is the process that ran last.
func (m *invented) last() process { return m.ran[len(m.ran)-1] }

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\ngot\n  %s\nwant\n  %s", what, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}
