package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// shots takes the pictures that people judge Laurel by: every screen in light
// and dark, in DIR/light and DIR/dark, and every page of the sample's yearbook
// at 100 dpi, in DIR/pages.
func (d *dev) shots(ctx context.Context, args []string) error {
	if len(args) > 1 || len(args) == 1 && strings.HasPrefix(args[0], "-") {
		return errors.New("shots takes one folder at the most")
	}
	dir := slices.Concat(args, []string{d.cache("shots")})[0]
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(d.cwd, dir)
	}
	if err := d.setUp(ctx, slices.Concat(buildNeeds, displayNeeds, pageNeeds)...); err != nil {
		return err
	}
	laurel, err := d.build(ctx)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "laurel-shots-")
	if err != nil {
		return fmt.Errorf("making a folder for the sample book: %w", err)
	}
	defer os.RemoveAll(work)
	if err := os.Mkdir(filepath.Join(work, ".cache"), 0o755); err != nil { // Fyne does not make it
		return fmt.Errorf("making a home folder for the window: %w", err)
	}
	book := filepath.Join(work, "Sample.laurel")
	if err := d.runner.run(ctx, d.onShow(laurel, work, "new", book, "--sample")); err != nil {
		return err
	}
	err = errors.Join(
		d.step("taking the screens", func() error { return d.screens(ctx, laurel, work, book, dir) }),
		d.step("taking the pages", func() error { return d.pages(ctx, laurel, work, book, dir) }),
	)
	if err != nil {
		return err
	}
	fmt.Fprintln(d.stdout, dir)
	return nil
}

// screens has laurel photograph its own screens, once in each theme.
func (d *dev) screens(ctx context.Context, laurel, work, book, dir string) error {
	screen, err := d.openDisplay(ctx)
	if err != nil {
		return err
	}
	defer screen.end()
	for _, theme := range []string{"light", "dark"} {
		folder := filepath.Join(dir, theme)
		if err := emptyOfPictures(folder); err != nil {
			return err
		}
		p := d.onShow(laurel, work, "shots", book, folder)
		p.env = slices.Concat(p.env, screen.env, []string{"FYNE_THEME=" + theme})
		if err := d.runner.run(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// pages exports the sample's yearbook and makes a picture of each page.
func (d *dev) pages(ctx context.Context, laurel, work, book, dir string) error {
	pdf, folder := filepath.Join(work, "Sample.pdf"), filepath.Join(dir, "pages")
	if err := emptyOfPictures(folder); err != nil {
		return err
	}
	if err := d.runner.run(ctx, d.onShow(laurel, work, "export", book, "-o", pdf)); err != nil {
		return err
	}
	return d.runner.run(ctx, d.onShow("pdftoppm", work, "-r", "100", "-png", pdf, filepath.Join(folder, "page")))
}

// onShow is a run of a program for the pictures: with a home folder of its
// own, so that no setting of the person at the machine shows in them.
func (d *dev) onShow(name, home string, args ...string) process {
	return process{
		name: name, args: args, stdout: d.stderr, stderr: d.stderr,
		env: []string{"HOME=" + home, "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"},
	}
}

// emptyOfPictures makes the folder, without pictures of an earlier time.
func emptyOfPictures(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("making the folder of the pictures: %w", err)
	}
	old, err := filepath.Glob(filepath.Join(folder, "*.png"))
	if err != nil {
		return fmt.Errorf("looking for old pictures: %w", err)
	}
	for _, picture := range old {
		if err := os.Remove(picture); err != nil {
			return fmt.Errorf("removing an old picture: %w", err)
		}
	}
	return nil
}
