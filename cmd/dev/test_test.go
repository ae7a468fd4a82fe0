package main

import (
	"slices"
	"strings"
	"testing"
)

func TestTestRunsEverything(t *testing.T) {
	m := newInvented(t)
	if code := m.do(t.Context(), []string{"test", "-count=1"}); code != 0 {
		t.Fatalf("status %d: %s", code, &m.err)
	}
	equal(t, "ran", m.lines(), []string{
		"go tool gofumpt -l .",
		"go vet -tags migrated_fynedo ./...",
		"go tool staticcheck -tags migrated_fynedo ./...",
		"go build -buildvcs=false -race -o ROOT/.cache/laurel-watched ./cmd/laurel",
		"Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -noreset",
		"openbox --sm-disable",
		"go test -race -timeout 40m -tags migrated_fynedo,ci ./... -count=1",
	})
	p := m.last()
	for _, want := range []string{"DISPLAY=:42", "WAYLAND_DISPLAY", "LAUREL_PROGRAM=" + m.cache("laurel-watched")} {
		if !slices.Contains(p.env, want) {
			t.Errorf("go test ran with %q, want %q in it", p.env, want)
		}
	}
	equal(t, "ended", m.ended, []string{"openbox", "Xvfb"})
	if lines := strings.Split(strings.TrimSpace(m.err.String()), "\n"); lines[len(lines)-1] != "dev: go test …" {
		t.Errorf("dev wrote %q after go test's own lines", lines[len(lines)-1])
	}
}

func TestTestFails(t *testing.T) {
	tests := []struct {
		fails []string
		want  string
	}{
		{[]string{"go tool gofumpt"}, "failed: gofumpt\n"},
		{[]string{"go vet"}, "failed: go vet\n"},
		{[]string{"go tool staticcheck"}, "failed: staticcheck\n"},
		{[]string{"go build"}, "failed: building Laurel for the window tests\n"},
		{[]string{"go test"}, "failed: go test\n"},
		{[]string{"go vet", "go test"}, "failed: go vet, go test\n"},
	}
	for _, test := range tests {
		m := newInvented(t)
		for _, command := range test.fails {
			m.fails[command] = 1
		}
		code := m.do(t.Context(), []string{"test"})
		if code != 1 || !strings.HasSuffix(m.err.String(), "dev: "+test.want) {
			t.Errorf("%s fails: status %d, %s", test.fails, code, &m.err)
		}
		if p := m.last(); p.args[0] != "test" {
			t.Errorf("%s fails: ended with %s, want go test", test.fails, line(p))
		}
		equal(t, "ended", m.ended, []string{"openbox", "Xvfb"})
	}
}

func TestTestFailsOnUnformattedFiles(t *testing.T) {
	m := newInvented(t)
	m.says["go tool gofumpt"] = "model/name.go\n"
	code := m.do(t.Context(), []string{"test"})
	if code != 1 || !strings.Contains(m.err.String(), "model/name.go\n") {
		t.Errorf("status %d: %s", code, &m.err)
	}
}

func TestTestFailsWithoutDisplay(t *testing.T) {
	for broken, ended := range map[string][]string{"Xvfb": {"Xvfb"}, "openbox": {"Xvfb"}} {
		m := newInvented(t)
		m.fails[broken] = 1
		if code := m.do(t.Context(), []string{"test"}); code != 1 || !strings.Contains(m.err.String(), "failed: go test") {
			t.Errorf("%s: status %d: %s", broken, code, &m.err)
		}
		equal(t, "ended", m.ended, ended)
	}
}

func TestTestArguments(t *testing.T) {
	tests := []struct{ args, want string }{
		{"", "./..."},
		{"-run Sort -v", "./... -run Sort -v"},
		{"-run . ", "./... -run ."},
		{"./model", "./model"},
		{"-run Sort ./model/... ./store", "-run Sort ./model/... ./store"},
		{"laurel/store", "laurel/store"},
		{"-v -args ./golden", "./... -v -args ./golden"},
	}
	for _, test := range tests {
		got := testArguments(strings.Fields(test.args))
		equal(t, test.args, got, append(strings.Fields("test -race -timeout 40m -tags migrated_fynedo,ci"), strings.Fields(test.want)...))
	}
}
