package ui

import (
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"laurel/model"
	"laurel/ui/desk"
)

// Shots opens the book of the Params, walks through every screen and writes a
// picture of each into dir, as it stands on a window of a size.
func Shots(ctx context.Context, p Params, dir string, size fyne.Size) error {
	if !displayed() {
		return ErrNoDisplay
	}
	a, err := newApp(p)
	if err != nil {
		return err
	}
	w := newWindow(a, p)
	w.win.Resize(size)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var failed error
	a.Lifecycle().SetOnStarted(func() {
		go func() {
			failed = w.walk(ctx, dir)
			fyne.Do(w.quit)
		}()
	})
	w.showStart()
	w.win.ShowAndRun()
	return failed
}

// walk goes from screen to screen. It runs off the UI goroutine.
func (w *window) walk(ctx context.Context, dir string) error {
	if err := w.shoot(dir, "start"); err != nil {
		return err
	}
	var failed error
	fyne.DoAndWait(func() { failed = w.openBook(ctx, w.params.Path) })
	if failed != nil {
		return failed
	}
	w.settle()
	var placed model.ID
	var person model.ID
	fyne.DoAndWait(func() {
		if w.proof != nil && len(w.proof.Snapshot.Placements) > 2 {
			p := w.proof.Snapshot.Placements[2]
			placed = p.ID
			if len(p.Members) > 0 {
				person = p.Members[0].PersonID
			}
		}
	})
	for _, m := range screenMakers {
		fyne.DoAndWait(func() { w.Go(desk.Place{Screen: m.name, PersonID: person, PlacementID: placed}) })
		if err := w.shoot(dir, string(m.name)); err != nil {
			return err
		}
		tabs, _ := w.screens[m.name].(desk.Tabbed)
		if tabs == nil {
			continue
		}
		for i, name := range tabs.TabNames() {
			fyne.DoAndWait(func() { tabs.ShowTab(i) })
			if err := w.shoot(dir, fmt.Sprintf("%s-%s", m.name, name)); err != nil {
				return err
			}
		}
	}
	if err := w.shootScenes(dir); err != nil {
		return err
	}
	if err := w.shootImport(dir); err != nil {
		return err
	}
	fyne.DoAndWait(w.palette)
	return w.shoot(dir, "palette")
}

// settle waits until background work is done and shown.
func (w *window) settle() {
	for range 8 {
		time.Sleep(250 * time.Millisecond)
		w.runner.WaitAll()
		fyne.DoAndWait(func() {})
	}
}

func (w *window) shoot(dir, name string) error {
	w.settle()
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		return err
	}
	var encoded error
	fyne.DoAndWait(func() { encoded = png.Encode(f, w.picture()) })
	if err := f.Close(); encoded == nil {
		encoded = err
	}
	return encoded
}

// picture paints what the window shows in software: reading it back from the
// graphics driver gives black on a virtual display.
func (w *window) picture() image.Image {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(w.root)
	c.Resize(w.win.Canvas().Size())
	for _, o := range w.win.Canvas().Overlays().List() {
		c.Overlays().Add(o)
	}
	img := c.Capture()
	w.win.SetContent(w.root)
	return img
}
