package main

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestMain lets the test binary be laurel itself, so that every command runs as
// a process of its own.
func TestMain(m *testing.M) {
	if os.Getenv("RUN_AS_LAUREL") == "1" {
		main()
		return
	}
	os.Exit(m.Run())
}

// result is what a command came to.
type result struct {
	out, err string
	code     int
}

// laurel runs a command in a folder; input is its standard input.
func laurel(t *testing.T, dir, input string, args ...string) result {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Dir = dir
	cmd.Stdin = strings.NewReader(input)
	cmd.Env = append(os.Environ(), "RUN_AS_LAUREL=1", "XDG_DATA_HOME="+filepath.Join(dir, "data"), "DISPLAY=", "WAYLAND_DISPLAY=")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	_ = cmd.Run() // the exit status says all
	return result{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// must runs a command that has to succeed and gives its standard output.
func must(t *testing.T, dir string, args ...string) string {
	t.Helper()
	r := laurel(t, dir, "", args...)
	if r.code != 0 {
		t.Fatalf("laurel %s: exit %d\n%s%s", strings.Join(args, " "), r.code, r.out, r.err)
	}
	return r.out
}

// folder gives a folder with an invented page in it.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	copyFile(t, filepath.Join("testdata", "page.txt"), filepath.Join(dir, "page.txt"))
	return dir
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	write(t, to, string(read(t, from)))
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
