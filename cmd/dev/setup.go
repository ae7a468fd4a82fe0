package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// setUp sees to it that the machine has what is needed. It installs through
// apt-get; on other systems it fails with the line that would do it. Where
// nothing is missing it touches neither the package manager nor the network.
func (d *dev) setUp(ctx context.Context, needs ...need) error {
	lacking := d.missing(ctx, needs)
	if len(lacking) == 0 {
		return nil
	}
	if d.manager() != apt {
		return d.askFor(lacking)
	}
	packages := packagesOf(lacking, apt)
	err := d.step("installing "+strings.Join(packages, " "), func() error {
		return d.aptInstall(ctx, packages)
	})
	if err != nil {
		return err
	}
	if still := d.missing(ctx, lacking); len(still) > 0 {
		return fmt.Errorf("%s cannot be found, although the package is installed", names(still))
	}
	return nil
}

// askFor is the error that tells a person what to install, and how.
func (d *dev) askFor(lacking []need) error {
	m := d.manager()
	if m == (manager{}) {
		return fmt.Errorf("this machine lacks %s, and dev knows no package manager here.\n"+
			"On Debian these are the packages %s; install their like and start again",
			names(lacking), strings.Join(packagesOf(lacking, apt), " "))
	}
	var lines []string
	if d.goos == "darwin" && lacking[0].compiler {
		lines = append(lines, "xcode-select --install")
		lacking = lacking[1:]
	}
	if packages := packagesOf(lacking, m); len(packages) > 0 {
		lines = append(lines, m.install+" "+strings.Join(packages, " "))
	}
	return fmt.Errorf("something is missing on this machine. Install it with\n\n  %s\n\nand start again",
		strings.Join(lines, "\n  "))
}

// aptInstall installs packages on Debian and its kin, asking nothing.
func (d *dev) aptInstall(ctx context.Context, packages []string) error {
	var sudo []string
	if d.uid != 0 {
		if _, err := d.runner.look("sudo"); err != nil {
			return fmt.Errorf("only an administrator can install packages, and there is no sudo here. "+
				"As root, run\n\n  %s %s\n\nand start again", apt.install, strings.Join(packages, " "))
		}
		sudo = []string{"sudo"}
	}
	var report bytes.Buffer // a thousand lines that are of interest when they end badly
	get := func(args ...string) error {
		report.Reset()
		words := slices.Concat(sudo, []string{
			"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300",
		}, args)
		return d.runner.run(ctx, process{
			name: words[0], args: words[1:], stdin: d.stdin, stdout: &report, stderr: &report,
		})
	}
	install := append([]string{"install", "-y", "--no-install-recommends"}, packages...)

	// A fresh machine has no package lists, and old lists name files that the
	// mirror no longer has; only then are they fetched.
	if d.hasPackageLists() && get(install...) == nil {
		return nil
	}
	if ctx.Err() != nil {
		return errors.New("interrupted")
	}
	err := get("update")
	if err == nil {
		err = get(install...)
	}
	if err != nil {
		d.stderr.Write(report.Bytes())
		return fmt.Errorf("apt-get: %w", err)
	}
	return nil
}

// hasPackageLists reports whether apt-get update was ever run here.
func (d *dev) hasPackageLists() bool {
	lists, err := fs.Glob(d.files, "var/lib/apt/lists/*_Packages*")
	return err == nil && len(lists) > 0
}

// packagesOf is the packages that bring the needs, each once.
func packagesOf(needs []need, m manager) []string {
	var packages []string
	for _, n := range needs {
		for _, p := range n.packages[m] {
			if !slices.Contains(packages, p) {
				packages = append(packages, p)
			}
		}
	}
	return packages
}

// names lists what is needed in a sentence: "a, b and c".
func names(needs []need) string {
	var all []string
	for _, n := range needs {
		all = append(all, n.what)
	}
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}
