package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// row is one line of the table: a measured thing and its figure.
type row struct{ name, figure, unit string }

// bench measures the packages and the whole program and prints a table. A name
// given as a regular expression limits it to what matches. No figure is too
// slow: judging them is for people.
func (d *dev) bench(ctx context.Context, args []string) error {
	if len(args) > 1 {
		return errors.New("bench takes one regular expression at the most")
	}
	wanted, err := regexp.Compile(slices.Concat(args, []string{"."})[0])
	if err != nil {
		return fmt.Errorf("reading the regular expression: %w", err)
	}
	if err := d.setUp(ctx, slices.Concat(buildNeeds, displayNeeds, handNeeds)...); err != nil {
		return err
	}
	laurel, err := d.build(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(d.stdout, "%s\n\n", d.machine(ctx))
	var whole, parts []row
	err = d.step("measuring the program", func() (err error) {
		whole, err = d.benchProgram(ctx, laurel, wanted)
		return err
	})
	if err == nil {
		err = d.step("measuring the packages", func() (err error) {
			parts, err = d.benchPackages(ctx, laurel, wanted)
			return err
		})
	}
	printTable(d.stdout, slices.Concat(whole, parts))
	return err
}

// benchPackages runs the benchmarks of the packages, whose own lines go to
// standard error as they come; those of the real window find a display and
// the program.
func (d *dev) benchPackages(ctx context.Context, laurel string, wanted *regexp.Regexp) ([]row, error) {
	screen, err := d.openDisplay(ctx)
	if err != nil {
		return nil, err
	}
	defer screen.end()
	read, write := io.Pipe()
	rows := make(chan []row)
	go func() { rows <- readBenchmarks(read) }()
	err = d.runner.run(ctx, process{
		name: "go",
		args: []string{
			"test", "-run", "^$", "-bench", wanted.String(), "-benchtime", "300ms", "-timeout", "60m",
			"-tags", testTags, "./...",
		},
		dir: d.root, env: append(screen.env, "CGO_ENABLED=1", "LAUREL_PROGRAM="+laurel), stdout: io.MultiWriter(write, d.stderr), stderr: d.stderr,
	})
	write.Close()
	return <-rows, err
}

// task is something laurel does from start to end.
type task struct {
	name  string
	args  []string
	fresh string // a file that must not be there before

	people int // export a book made of so many instead of args
	// definition is that of the book to be exported, in JSON; empty: its own.
	definition string
}

// fullPage is a book of one profile a page and little else, on a trim that holds
// what everybody said: a hundred people make about 105 pages. Without fillers
// the pages are those of the work.
const fullPage = `{"format":2,"per_page":1,"trim":"230×300","page_multiple":1,"sections":[
	{"kind":"title"},{"kind":"contents"},{"kind":"profiles"},{"kind":"index of people"}]}`

// longBook is one in which those of the first ranks have a spread each: 134
// people with 60,000 words make about 220 pages.
const longBook = `{"format":2,"per_page":1,"trim":"230×300","page_multiple":1,"sections":[
	{"kind":"title"},{"kind":"contents"},{"kind":"top ten","count":82},{"kind":"profiles"},{"kind":"index of people"}]}`

func export(book string, further ...string) []string {
	return append([]string{"export", book, "-o", strings.TrimSuffix(book, ".laurel") + ".pdf"}, further...)
}

// exportAs is the export of a book as a definition has it.
func exportAs(book, definition string) ([]string, error) {
	if definition == "" {
		return export(book), nil
	}
	path := strings.TrimSuffix(book, ".laurel") + "-definition.json"
	if err := os.WriteFile(path, []byte(definition), 0o600); err != nil {
		return nil, fmt.Errorf("writing a book definition to measure with: %w", err)
	}
	return export(book, "--definition", path), nil
}

// benchProgram times whole runs of laurel on the sample book, from the start
// of the process to its end.
func (d *dev) benchProgram(ctx context.Context, laurel string, wanted *regexp.Regexp) ([]row, error) {
	folder, err := os.MkdirTemp("", "laurel-bench-")
	if err != nil {
		return nil, fmt.Errorf("making a folder to measure in: %w", err)
	}
	defer os.RemoveAll(folder)
	book, fresh := filepath.Join(folder, "book.laurel"), filepath.Join(folder, "new.laurel")
	if err := d.quietly(ctx, laurel, nil, "new", book, "--sample"); err != nil {
		return nil, err
	}
	tasks := []task{
		{name: "laurel --version", args: []string{"--version"}},
		{name: "laurel history", args: []string{"history", book}},
		{name: "laurel new --sample", args: []string{"new", fresh, "--sample"}, fresh: fresh},
		{name: "laurel export, pdf", args: export(book)},
		{name: "laurel export, json", args: []string{"export", book, "-o", filepath.Join(folder, "book.json")}},
		{name: "laurel check", args: []string{"check", book}},
		{name: "laurel verify", args: []string{"verify", book}},
		{name: "laurel backup", args: []string{"backup", book, fresh}, fresh: fresh},
	}
	tasks = append(tasks, task{name: fmt.Sprintf("laurel export, pdf of 134 × %d words, 220 pages", benchWords), people: 134, definition: longBook})
	// The largest come last: a process begins with the peak memory of the one that started it.
	for _, n := range []int{100, 134, 1000} { // 134 × 450 are 60,000 words
		name := fmt.Sprintf("laurel export, pdf of %d × %d words", n, benchWords)
		tasks = append(tasks, task{name: name + ", a page each", people: n, definition: fullPage}, task{name: name + ", the whole book", people: n})
	}
	var rows []row
	for _, t := range tasks {
		if !wanted.MatchString(t.name) {
			continue
		}
		if t.people > 0 {
			book, err := d.benchBook(ctx, laurel, folder, t.people)
			if err != nil {
				return rows, err
			}
			if t.args, err = exportAs(book, t.definition); err != nil {
				return rows, err
			}
		}
		typical, err := d.measure(ctx, laurel, t)
		if err != nil {
			return rows, err
		}
		rows = append(rows, duration(t.name, float64(typical.wall.Nanoseconds())))
		if typical.processor > 0 {
			rows = append(rows, duration(t.name+", processor time", float64(typical.processor.Nanoseconds())))
		}
		if typical.memory > 0 {
			rows = append(rows, row{t.name + ", peak memory", figure(float64(typical.memory) / 1e6), "MB"})
		}
		if t.people > 0 {
			made, err := readBookFile(t.args[3])
			if err != nil {
				return rows, err
			}
			rows = append(rows, made.rows(t.name)...)
		}
	}
	return rows, nil
}

// measure runs a task five times, a large book once: the median times and the
// highest memory.
func (d *dev) measure(ctx context.Context, laurel string, t task) (cost, error) {
	var walls, processors []time.Duration
	var memory int64
	runs := 5
	if t.people >= 1000 {
		runs = 1
	}
	for range runs {
		if t.fresh != "" {
			if err := os.RemoveAll(t.fresh); err != nil {
				return cost{}, fmt.Errorf("making room for %s: %w", t.name, err)
			}
		}
		var used cost
		if err := d.quietly(ctx, laurel, &used, t.args...); err != nil {
			return cost{}, fmt.Errorf("measuring %s: %w", t.name, err)
		}
		walls, processors = append(walls, used.wall), append(processors, used.processor)
		memory = max(memory, used.memory)
	}
	slices.Sort(walls)
	slices.Sort(processors)
	return cost{wall: walls[len(walls)/2], processor: processors[len(processors)/2], memory: memory}, nil
}

// quietly runs laurel without its output. Status 1 of check means that the
// book has problems, which is a result and no failure.
func (d *dev) quietly(ctx context.Context, laurel string, used *cost, args ...string) error {
	err := d.runner.run(ctx, process{name: laurel, args: args, used: used})
	var exit *exitError
	if errors.As(err, &exit) && exit.status == 1 && args[0] == "check" {
		return nil
	}
	return err
}

// printTable prints names to the left and figures to the right of their columns.
func printTable(w io.Writer, rows []row) {
	names, figures := 0, 0
	for _, r := range rows {
		names = max(names, utf8.RuneCountInString(r.name))
		figures = max(figures, len(r.figure))
	}
	for _, r := range rows {
		fmt.Fprintf(w, "%-*s  %*s %s\n", names, r.name, figures, r.figure, r.unit)
	}
}
