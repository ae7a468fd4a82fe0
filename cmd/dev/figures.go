package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"runtime"
	"strconv"
	"strings"
)

// procs is the GOMAXPROCS that go test appends to a benchmark's name.
var procs = regexp.MustCompile(`-\d+$`)

// readBenchmarks reads the output of go test -bench to its end and returns the
// figures, the package standing before the name.
func readBenchmarks(r io.Reader) []row {
	var rows []row
	pkg := ""
	lines := bufio.NewReader(r)
	for {
		line, err := lines.ReadString('\n')
		if name, ok := strings.CutPrefix(line, "pkg: "); ok {
			pkg = strings.TrimPrefix(strings.TrimSpace(name), "laurel/")
		}
		rows = append(rows, benchmarkRows(pkg, line)...)
		if err != nil {
			return rows
		}
	}
}

// benchmarkRows reads one line: the name, how often it ran, then pairs of
// figure and unit (golang.org/design/14313-benchmark-format).
func benchmarkRows(pkg, line string) []row {
	fields := strings.Fields(line)
	if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
		return nil
	}
	name := pkg + " " + procs.ReplaceAllString(strings.TrimPrefix(fields[0], "Benchmark"), "")
	var rows []row
	for i := 2; i+1 < len(fields); i += 2 {
		value, err := strconv.ParseFloat(fields[i], 64)
		if err != nil {
			return rows
		}
		if fields[i+1] == "ns/op" {
			rows = append(rows, duration(name, value))
			continue
		}
		rows = append(rows, row{name, figure(value), fields[i+1]})
	}
	return rows
}

// duration is a row for a time in nanoseconds, in the unit people read best.
func duration(name string, ns float64) row {
	switch {
	case ns < 1e3:
		return row{name, figure(ns), "ns"}
	case ns < 1e6:
		return row{name, figure(ns / 1e3), "µs"}
	case ns < 1e9:
		return row{name, figure(ns / 1e6), "ms"}
	}
	return row{name, figure(ns / 1e9), "s"}
}

// figure writes a number with three digits that count; more would be noise.
func figure(v float64) string {
	switch {
	case v == 0:
		return "0"
	case v < 10:
		return strconv.FormatFloat(v, 'f', 2, 64)
	case v < 100:
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

// machine describes what the figures were measured on, as far as it is known.
func (d *dev) machine(ctx context.Context) string {
	goVersion, err := d.output(ctx, "go", "env", "GOVERSION")
	if err != nil {
		goVersion = "go"
	}
	parts := []string{
		fmt.Sprintf("%s %s/%s", goVersion, runtime.GOOS, runtime.GOARCH),
		fmt.Sprintf("%d × %s", runtime.NumCPU(), d.processor(ctx)),
	}
	if memory := d.installedMemory(ctx); memory > 0 {
		parts = append(parts, fmt.Sprintf("%.1f GB memory", memory/1e9))
	}
	return strings.Join(parts, ", ")
}

// processor is the name of the machine's processor.
func (d *dev) processor(ctx context.Context) string {
	name := d.fact("proc/cpuinfo", "model name")
	if name == "" && d.goos == "darwin" {
		name, _ = d.output(ctx, "sysctl", "-n", "machdep.cpu.brand_string") // "" when it is not told
	}
	if name == "" {
		return "unknown processor"
	}
	return name
}

// installedMemory is in bytes; 0 when it is not known.
func (d *dev) installedMemory(ctx context.Context) float64 {
	if kib, ok := strings.CutSuffix(d.fact("proc/meminfo", "MemTotal"), " kB"); ok {
		n, err := strconv.ParseFloat(kib, 64)
		if err == nil {
			return n * 1024
		}
	}
	if d.goos != "darwin" {
		return 0
	}
	text, err := d.output(ctx, "sysctl", "-n", "hw.memsize")
	if err != nil {
		return 0
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0
	}
	return n
}

// fact reads a value from a file of lines "key : value" as the Linux kernel
// writes them; "" when it is not there.
func (d *dev) fact(file, key string) string {
	text, err := fs.ReadFile(d.files, file)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(text)) {
		k, v, ok := strings.Cut(line, ":")
		if ok && strings.TrimSpace(k) == key {
			return strings.TrimSpace(v)
		}
	}
	return ""
}
