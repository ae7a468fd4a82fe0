package main

import (
	"slices"
	"strings"
	"testing"
)

func TestTestRunsEverything(t *testing.T) {
	m := newInvented(t)
	m.says["go list"] = "laurel/cmd/dev\nlaurel/cmd/laurel\nlaurel/model\n"
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
		"go list -tags migrated_fynedo,ci ./...",
		"go test -race -short -timeout 40m -tags migrated_fynedo,ci laurel/cmd/dev laurel/model -count=1",
		"go test -timeout 40m -tags migrated_fynedo,ci ./export/... -count=1",
		"go test -race -timeout 40m -tags migrated_fynedo,ci laurel/cmd/laurel -count=1",
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

// The packages that args name are tested, and the window by itself.
func TestTestArguments(t *testing.T) {
	const flags = "-timeout 40m -tags migrated_fynedo,ci "
	all := func(args string) []string {
		return []string{"-race -short " + flags + "laurel/model" + args, flags + "./export/..." + args, "-race " + flags + "laurel/cmd/laurel" + args}
	}
	tests := []struct {
		args string
		want []string
	}{
		{"", all("")},
		{"-run Sort -v", all(" -run Sort -v")},
		{"-v -args ./golden", all(" -v -args ./golden")},
		{"./model", []string{"-race " + flags + "./model"}},
		{"-run Sort ./model/... ./store", []string{"-race " + flags + "-run Sort ./model/... ./store"}},
		{"laurel/store", []string{"-race " + flags + "laurel/store"}},
	}
	for _, test := range tests {
		m := newInvented(t)
		m.says["go list"] = "laurel/cmd/laurel\nlaurel/model\n"
		if code := m.do(t.Context(), append([]string{"test"}, strings.Fields(test.args)...)); code != 0 {
			t.Errorf("%s: status %d: %s", test.args, code, &m.err)
		}
		var got []string
		for _, l := range m.lines() {
			if rest, ok := strings.CutPrefix(l, "go test "); ok {
				got = append(got, rest)
			}
		}
		equal(t, test.args, got, test.want)
	}
}

// A failing package does not keep the window from being tested.
func TestTestOfTheWindowRunsAfterAFailure(t *testing.T) {
	m := newInvented(t)
	m.says["go list"] = "laurel/cmd/laurel\nlaurel/model\n"
	m.fails["go test -race -short"] = 1
	if code := m.do(t.Context(), []string{"test"}); code != 1 {
		t.Errorf("status %d", code)
	}
	if l := line(m.last()); !strings.HasSuffix(l, " laurel/cmd/laurel") {
		t.Errorf("ended with %s", l)
	}
}
