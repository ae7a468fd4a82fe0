package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const benchmarks = `goos: linux
pkg: laurel/store
cpu: Invented
BenchmarkOpen/10000-2         	       3	 412345678 ns/op	        61.27 peak-MB
BenchmarkEdit-2               	     700	   1612000 ns/op	    2048 B/op	      31 allocs/op
PASS
ok  	laurel/store	3.1s
pkg: laurel/model
BenchmarkSortKey              	 1000000	       812.4 ns/op
Benchmarking is not a result
--- FAIL: BenchmarkBroken
`

func TestReadBenchmarks(t *testing.T) {
	got := readBenchmarks(strings.NewReader(benchmarks))
	want := []row{
		{"store Open/10000", "412", "ms"},
		{"store Open/10000", "61.3", "peak-MB"},
		{"store Edit", "1.61", "ms"},
		{"store Edit", "2048", "B/op"},
		{"store Edit", "31.0", "allocs/op"},
		{"model SortKey", "812", "ns"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

func TestDuration(t *testing.T) {
	tests := []struct {
		ns           float64
		figure, unit string
	}{
		{0, "0", "ns"},
		{999, "999", "ns"},
		{1000, "1.00", "µs"},
		{45_600, "45.6", "µs"},
		{1_999_000_000, "2.00", "s"},
		{123_000_000_000, "123", "s"},
	}
	for _, test := range tests {
		if got := duration("a", test.ns); got != (row{"a", test.figure, test.unit}) {
			t.Errorf("%v ns: got %v", test.ns, got)
		}
	}
}

func TestPrintTable(t *testing.T) {
	var out bytes.Buffer
	printTable(&out, []row{{"store Edit", "1.61", "ms"}, {"naïve", "412", "MB"}})
	want := "store Edit  1.61 ms\nnaïve        412 MB\n"
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &out, want)
	}
}

func TestBench(t *testing.T) {
	m := newInvented(t)
	m.says["go test"] = benchmarks
	m.says["go env GOVERSION"] = "go1.26.0\n"
	m.fails[m.cache("laurel")+" check"] = 1 // the book has problems: a result
	m.fs["proc/cpuinfo"] = &fstest.MapFile{Data: []byte("processor\t: 0\nmodel name\t: Invented 9000\n")}
	m.fs["proc/meminfo"] = &fstest.MapFile{Data: []byte("MemTotal:        8000000 kB\n")}
	if code := m.do(t.Context(), []string{"bench", "pdf$|check"}); code != 0 {
		t.Fatalf("status %d: %s", code, &m.err)
	}
	for _, want := range []string{
		"Invented 9000, 8.2 GB memory\n", "laurel export, pdf ", "laurel check ", "store Open/10000 ",
	} {
		if !strings.Contains(m.out.String(), want) {
			t.Errorf("the table has no %q:\n%s", want, &m.out)
		}
	}
	if p := m.last(); !slices.Contains(p.args, "^$") || slices.Contains(p.args, "-race") {
		t.Errorf("measured with %s", line(p))
	}
}

func TestBenchOfSome(t *testing.T) {
	m := newInvented(t)
	if code := m.do(t.Context(), []string{"bench", "export, pdf$|Compose"}); code != 0 {
		t.Fatalf("status %d: %s", code, &m.err)
	}
	exports := 0
	for _, l := range m.lines() {
		if strings.Contains(l, " verify ") || strings.Contains(l, " backup ") {
			t.Errorf("measured what was not asked for: %s", l)
		}
		if strings.Contains(l, " export ") {
			exports++
		}
	}
	if exports != 5 {
		t.Errorf("exported %d times, want 5", exports)
	}
	if !slices.Contains(m.last().args, "export, pdf$|Compose") {
		t.Errorf("packages measured with %s", line(m.last()))
	}
}

func TestBenchFails(t *testing.T) {
	for _, fails := range []string{"go test", "go build", "laurel export", "laurel new"} {
		m := newInvented(t)
		if program, args, ok := strings.Cut(fails, " "); ok && program == "laurel" {
			fails = m.cache("laurel") + " " + args
		}
		m.fails[fails] = 1
		if code := m.do(t.Context(), []string{"bench", "pdf$"}); code != 1 {
			t.Errorf("%s fails: status %d", fails, code)
		}
	}
	m := newInvented(t)
	if code := m.do(t.Context(), []string{"bench", "("}); code != 1 || len(m.lines()) > 0 {
		t.Errorf("a wrong expression: status %d, ran %q", code, m.lines())
	}
}
