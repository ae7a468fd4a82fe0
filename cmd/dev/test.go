package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// test checks the whole checkout and then runs its tests, which get args as
// further flags or packages of go test. A check that fails does not keep the
// others from running; go test comes last, so that its lines close the output.
func (d *dev) test(ctx context.Context, args []string) error {
	if err := d.setUp(ctx, slices.Concat(buildNeeds, testNeeds)...); err != nil {
		return err
	}
	program := d.cache("laurel-watched" + d.suffix())
	steps := []struct {
		name string
		do   func() error
	}{
		{"gofumpt", func() error { return d.gofumpt(ctx) }},
		{"go vet", func() error { return d.golang(ctx, "vet", "-tags", tags, "./...") }},
		{"staticcheck", func() error { return d.golang(ctx, "tool", "staticcheck", "-tags", tags, "./...") }},
		// Without the build tag Fyne prints every use of a widget outside the
		// UI goroutine, and does so only in a real window. So this is the
		// program that the window tests drive.
		{"building Laurel for the window tests", func() error {
			return d.golang(ctx, "build", "-buildvcs=false", "-race", "-o", program, "./cmd/laurel")
		}},
	}
	var failed []string
	for _, s := range steps {
		if d.step(s.name, s.do) != nil {
			failed = append(failed, s.name)
		}
		if ctx.Err() != nil {
			return errors.New("interrupted")
		}
	}
	if err := d.goTest(ctx, program, args); err != nil {
		failed = append(failed, "go test")
	}
	if len(failed) > 0 {
		return fmt.Errorf("failed: %s", strings.Join(failed, ", "))
	}
	return nil
}

// gofumpt fails when a file is not formatted, and names it.
func (d *dev) gofumpt(ctx context.Context) error {
	var files strings.Builder
	err := d.runner.run(ctx, process{
		name: "go", args: []string{"tool", "gofumpt", "-l", "."}, dir: d.root,
		stdout: io.MultiWriter(&files, d.stderr), stderr: d.stderr,
	})
	if err != nil {
		return err
	}
	if files.Len() > 0 {
		return errors.New("not formatted: put right with `go tool gofumpt -w .`")
	}
	return nil
}

// windowPackage has the tests that drive the real window. They run by
// themselves, after the others: a key pressed while other tests take every core
// arrives before the program has shown what it is meant for.
const windowPackage = "laurel/cmd/laurel"

// longPackages have tests that only compute, at length: with the race detector
// they would take minutes, so they run without it. Their -short is for that alone.
const longPackages = "./export/..."

// goTest runs the tests with the race detector. Those of the window find a
// display and, in LAUREL_PROGRAM, the program to drive. Which packages there
// are is asked of the go command, unless args name some.
func (d *dev) goTest(ctx context.Context, program string, args []string) error {
	screen, err := d.openDisplay(ctx)
	if err != nil {
		return err
	}
	defer screen.end()
	goTest := func(flags []string, packages ...string) error {
		d.tell("go test …")
		return d.runner.run(ctx, process{
			name: "go", args: testArguments(flags, packages, args), dir: d.root,
			env:    append(screen.env, "CGO_ENABLED=1", "LAUREL_PROGRAM="+program),
			stdout: d.stdout, stderr: d.stderr,
		})
	}
	if slices.ContainsFunc(beforeArgs(args), isPackage) {
		return goTest([]string{"-race"})
	}
	var list strings.Builder
	err = d.runner.run(ctx, process{
		name: "go", args: []string{"list", "-tags", testTags, "./..."}, dir: d.root, stdout: &list, stderr: d.stderr,
	})
	if err != nil {
		return err
	}
	others := slices.DeleteFunc(strings.Fields(list.String()), func(p string) bool { return p == windowPackage })
	for _, run := range []struct{ flags, packages []string }{
		{[]string{"-race", "-short"}, others},
		{nil, []string{longPackages}},
		{[]string{"-race"}, []string{windowPackage}},
	} {
		if err = errors.Join(err, goTest(run.flags, run.packages...)); ctx.Err() != nil {
			return err
		}
	}
	return err
}

// testArguments are those of the go command: the packages stand in front of the
// flags, which may end in -args.
func testArguments(flags, packages, args []string) []string {
	// A slow machine is no failure: the limit is there for what hangs.
	return slices.Concat([]string{"test"}, flags, []string{"-timeout", "40m", "-tags", testTags}, packages, args)
}

// beforeArgs is the part of go test's arguments that go test reads itself.
func beforeArgs(args []string) []string {
	if i := slices.IndexFunc(args, func(a string) bool { return a == "-args" || a == "--args" }); i >= 0 {
		return args[:i]
	}
	return args
}

// isPackage reports whether an argument names packages of Laurel. The path
// given to a flag looks the same, so it has to be joined to it: -o=./x.test.
func isPackage(arg string) bool {
	return strings.HasPrefix(arg, "./") || strings.HasPrefix(arg, "laurel/")
}
