package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"
)

// process is one run of a program.
type process struct {
	name   string
	args   []string
	dir    string   // working directory; empty: dev's own
	env    []string // KEY=value adds to the environment of dev, KEY alone takes out
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	used   *cost // filled in when not nil
}

// cost is what a process took.
type cost struct {
	wall      time.Duration
	processor time.Duration // of all processors together
	memory    int64         // most memory held at once, bytes; 0 where the system does not tell
}

// runner starts programs.
type runner interface {
	// run waits for the end of the process. A process that ends with another
	// status than 0 gives an *exitError; when the context ends it is asked to
	// end, and is killed when it does not.
	run(context.Context, process) error
	// start starts a process that goes on while dev works, with one file of its
	// own to write to as descriptor 3. What comes back ends it and waits.
	start(ctx context.Context, p process, three *os.File) (end func(), err error)
	// look finds a program, as a shell would.
	look(name string) (path string, err error)
}

// exitError is the end of a process with a status other than 0.
type exitError struct {
	name   string
	status int
}

func (e *exitError) Error() string { return fmt.Sprintf("%s ended with status %d", e.name, e.status) }

// processes is the runner of the real machine.
type processes struct{}

func (processes) look(name string) (string, error) { return exec.LookPath(name) }

func (processes) run(ctx context.Context, p process) error {
	cmd := command(ctx, p)
	start := time.Now()
	err := cmd.Run()
	if p.used != nil && cmd.ProcessState != nil {
		s := cmd.ProcessState
		*p.used = cost{wall: time.Since(start), processor: s.UserTime() + s.SystemTime(), memory: peakMemory(s)}
	}
	var exit *exec.ExitError
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return fmt.Errorf("%s: interrupted", p.name)
	case errors.As(err, &exit) && exit.ExitCode() > 0:
		return &exitError{name: p.name, status: exit.ExitCode()}
	}
	return fmt.Errorf("running %s: %w", p.name, err)
}

func (processes) start(ctx context.Context, p process, three *os.File) (func(), error) {
	ctx, cancel := context.WithCancel(ctx)
	cmd := command(ctx, p)
	if three != nil {
		cmd.ExtraFiles = []*os.File{three}
	}
	if err := cmd.Start(); err != nil {
		cancel()
		return nil, fmt.Errorf("starting %s: %w", p.name, err)
	}
	return func() {
		cancel()
		_ = cmd.Wait() // how it ended no longer matters
	}, nil
}

func command(ctx context.Context, p process) *exec.Cmd {
	cmd := exec.CommandContext(ctx, p.name, p.args...)
	cmd.Dir = p.dir
	cmd.Env = environment(os.Environ(), p.env)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = p.stdin, p.stdout, p.stderr
	cmd.Cancel = func() error {
		if runtime.GOOS == "windows" { // knows no way to ask
			return cmd.Process.Kill()
		}
		return cmd.Process.Signal(os.Interrupt)
	}
	cmd.WaitDelay = 10 * time.Second
	return cmd
}

// environment is base with changes: KEY=value sets, KEY alone takes out.
func environment(base, changes []string) []string {
	env := slices.Clone(base)
	for _, change := range changes {
		key, _, set := strings.Cut(change, "=")
		env = slices.DeleteFunc(env, func(entry string) bool {
			return strings.HasPrefix(entry, key+"=")
		})
		if set {
			env = append(env, change)
		}
	}
	return env
}
