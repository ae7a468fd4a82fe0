// Command dev does everything that is done to Laurel from a checkout: it sets
// the machine up, runs the program, tests it, measures it and takes its
// pictures.
//
//	go run ./cmd/dev run [ARGUMENT…]   open the sample book, or hand the arguments to laurel
//	go run ./cmd/dev test [FLAG…]      format, vet, staticcheck, then go test with these flags
//	go run ./cmd/dev bench [REGEXP]    benchmarks, as a table
//	go run ./cmd/dev shots [DIR]       pictures of every screen and of the sample book's pages
//
// It uses the standard library alone, so that it starts on a machine that has
// nothing but Go. It asks the network for something only where something is
// missing, and it never changes a file of the checkout outside .cache.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// tags are the build tags Laurel is built with: Fyne's thread checks on every
// call are off. The window tests drive a program built without them.
const tags = "migrated_fynedo"

// testTags are the build tags of the tests: "ci" keeps Fyne from a window and
// from the fonts of the system.
const testTags = tags + ",ci"

const usage = `Laurel from a checkout. The first run installs what is missing; later ones need no network.

  go run ./cmd/dev run [ARGUMENT...]   open the sample book, or hand the arguments to laurel
  go run ./cmd/dev test [FLAG...]      format, vet, staticcheck, then go test with these flags
  go run ./cmd/dev bench [REGEXP]      benchmarks, as a table
  go run ./cmd/dev shots [DIR]         pictures of every screen and of the sample book's pages
`

// dev is the checkout and the machine it stands on. Everything the commands
// know of the machine comes through here, so that the tests can invent one.
type dev struct {
	runner runner
	goos   string
	uid    int // effective user id; -1 where there is none
	env    func(key string) string
	files  fs.FS  // the machine's files, from /
	root   string // the checkout
	cwd    string // where dev was called: the working directory of laurel
	now    func() time.Time
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}

// status is the exit status of a program that has already said why it failed.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	d, err := here(ctx)
	if err != nil {
		fmt.Fprintln(os.Stderr, "dev:", err)
		os.Exit(1)
	}
	code := d.do(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// here is the machine dev really runs on.
func here(ctx context.Context) (*dev, error) {
	cwd, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("finding the working directory: %w", err)
	}
	d := &dev{
		runner: processes{}, goos: runtime.GOOS, uid: os.Geteuid(), env: os.Getenv,
		files: os.DirFS("/"), cwd: cwd, now: time.Now,
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
	}
	mod, err := d.output(ctx, "go", "env", "GOMOD")
	if err != nil || !filepath.IsAbs(mod) {
		return nil, errors.New("start this inside a checkout of Laurel")
	}
	d.root = filepath.Dir(mod)
	return d, nil
}

// do runs one command and returns dev's exit status: 2 for a command that does
// not exist, that of laurel for run, else 0 or 1.
func (d *dev) do(ctx context.Context, args []string) int {
	if len(args) == 0 {
		fmt.Fprint(d.stderr, usage)
		return 2
	}
	commands := map[string]func(context.Context, []string) error{
		"run": d.run, "test": d.test, "bench": d.bench, "shots": d.shots,
	}
	command, ok := commands[args[0]]
	if !ok {
		fmt.Fprintf(d.stderr, "dev: there is no command %q\n\n%s", args[0], usage)
		return 2
	}
	err := command(ctx, args[1:])
	var said status
	switch {
	case err == nil:
		return 0
	case errors.As(err, &said):
		return int(said)
	}
	fmt.Fprintln(d.stderr, "dev:", err)
	return 1
}

// output runs a program in the checkout and returns what it wrote, without the
// last line's end.
func (d *dev) output(ctx context.Context, name string, args ...string) (string, error) {
	var out strings.Builder
	err := d.runner.run(ctx, process{name: name, args: args, dir: d.root, stdout: &out})
	return strings.TrimRight(out.String(), "\r\n"), err
}

// tell says on standard error what dev is about; standard output belongs to
// the programs it runs.
func (d *dev) tell(format string, a ...any) {
	fmt.Fprintf(d.stderr, "dev: "+format+"\n", a...)
}

// step does one part of a command, and says that it runs and how long it took.
func (d *dev) step(name string, do func() error) error {
	d.tell("%s …", name)
	start := d.now()
	err := do()
	took := d.now().Sub(start).Round(100 * time.Millisecond)
	if err != nil {
		d.tell("%s: failed after %v", name, took)
		return fmt.Errorf("%s: %w", name, err)
	}
	d.tell("%s: %v", name, took)
	return nil
}

// cache is a file or folder of dev's own in the checkout; git ignores it.
func (d *dev) cache(name string) string { return filepath.Join(d.root, ".cache", name) }
