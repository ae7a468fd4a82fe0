package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// run builds Laurel and starts it in the working directory dev was called in.
// Arguments are handed on, and laurel's exit status is dev's. Without any it
// opens the sample book, which is made on first use; on a machine without a
// display it prints the sample's yearbook into a PDF instead.
func (d *dev) run(ctx context.Context, args []string) error {
	if err := d.setUp(ctx, buildNeeds...); err != nil {
		return err
	}
	laurel, err := d.build(ctx)
	if err != nil {
		return err
	}
	if len(args) > 0 {
		return d.laurel(ctx, laurel, args...)
	}
	folder, err := d.dataFolder()
	if err != nil {
		return err
	}
	book := filepath.Join(folder, "Sample.laurel")
	if err := d.ensureSample(ctx, laurel, book); err != nil {
		return err
	}
	if d.hasDisplay() {
		return d.laurel(ctx, laurel, book)
	}
	d.tell("there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): " +
		"exporting the sample's yearbook instead of opening it")
	pdf := filepath.Join(folder, "Sample.pdf")
	if err := d.laurel(ctx, laurel, "export", book, "-o", pdf); err != nil {
		return err
	}
	fmt.Fprintln(d.stdout, pdf)
	return nil
}

// build builds the program and returns its path.
func (d *dev) build(ctx context.Context) (string, error) {
	path := d.cache("laurel" + d.suffix())
	return path, d.step("building Laurel", func() error {
		return d.golang(ctx, "build", "-buildvcs=false", "-tags", tags, "-o", path, "./cmd/laurel")
	})
}

// golang runs the go command in the checkout. It writes to standard error
// only; cgo is on even where Go found no compiler when dev was started.
func (d *dev) golang(ctx context.Context, args ...string) error {
	return d.runner.run(ctx, process{
		name: "go", args: args, dir: d.root, env: []string{"CGO_ENABLED=1"}, stdout: d.stderr, stderr: d.stderr,
	})
}

// laurel runs the built program as if it had been called itself. That a
// process failed is not repeated: it has said so.
func (d *dev) laurel(ctx context.Context, path string, args ...string) error {
	err := d.runner.run(ctx, process{
		name: path, args: args, dir: d.cwd, stdin: d.stdin, stdout: d.stdout, stderr: d.stderr,
	})
	var exit *exitError
	if errors.As(err, &exit) {
		return status(exit.status)
	}
	return err
}

// ensureSample makes the sample book unless it is there: what was changed in
// it the last time is kept.
func (d *dev) ensureSample(ctx context.Context, laurel, book string) error {
	_, err := os.Stat(book)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(book), 0o755); err != nil {
		return fmt.Errorf("making the folder of the sample book: %w", err)
	}
	return d.step("making the sample book "+book, func() error {
		return d.laurel(ctx, laurel, "new", book, "--sample")
	})
}

// dataFolder is where programs keep what belongs to the person who uses them.
func (d *dev) dataFolder() (string, error) {
	home := d.env("HOME")
	switch d.goos {
	case "windows":
		if local := d.env("LOCALAPPDATA"); local != "" {
			return filepath.Join(local, "Laurel"), nil
		}
	case "darwin":
		if home != "" {
			return filepath.Join(home, "Library", "Application Support", "Laurel"), nil
		}
	default: // XDG Base Directory Specification
		if data := d.env("XDG_DATA_HOME"); filepath.IsAbs(data) {
			return filepath.Join(data, "laurel"), nil
		}
		if home != "" {
			return filepath.Join(home, ".local", "share", "laurel"), nil
		}
	}
	return "", errors.New("this user has no home folder, so there is no place for the sample book: " +
		"make one with `go run ./cmd/dev run new BOOK --sample`")
}

// hasDisplay reports whether a window can be shown. macOS and Windows are
// taken to have a screen.
func (d *dev) hasDisplay() bool {
	if d.goos == "darwin" || d.goos == "windows" {
		return true
	}
	return d.env("DISPLAY") != "" || d.env("WAYLAND_DISPLAY") != ""
}

func (d *dev) suffix() string {
	if d.goos == "windows" {
		return ".exe"
	}
	return ""
}
