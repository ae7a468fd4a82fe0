// Package ui is the window: menu, rail, bars, palette, background work, and the
// screens that its sub-packages make. It decides nothing of the domain: it shows
// what store, model and export say, and turns clicks into commands of the store.
package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"laurel/assets"
	"laurel/export/yearbook"
	"laurel/model"
	"laurel/ui/desk"
	"laurel/ui/kit"
)

// Params are what the window is opened with.
type Params struct {
	Path     string // of the book; empty: the start screen
	Actor    string // who edits, for the history
	Device   string
	DataDir  string // for the sample book, backups and caches
	Composer *yearbook.Composer
	Pulse    io.Writer // is told how long the window keeps somebody waiting, see pulse; nil: nobody is
}

// ErrNoDisplay says that there is nowhere to open a window.
var ErrNoDisplay = model.Faultf(model.ErrNotFound, "There is no display to open a window on. Every command works without one: see laurel --help.")

const appID = "org.laurel.desktop"

// Run opens the window and returns when it was closed. It fails where there is
// no display or the book cannot be opened.
func Run(ctx context.Context, p Params) error {
	if !displayed() {
		return ErrNoDisplay
	}
	a, err := newApp(p)
	if err != nil {
		return err
	}
	w := newWindow(a, p)
	if w.watch, w.crashed, err = beginWatch(filepath.Join(p.DataDir, "running"), os.Getpid(), w.now()); err != nil {
		return err
	}
	if p.Path != "" {
		if err := w.openBook(ctx, p.Path); err != nil {
			return errors.Join(err, w.watch.end())
		}
	} else {
		w.showStart()
	}
	started := make(chan struct{})
	a.Lifecycle().SetOnStarted(sync.OnceFunc(func() { close(started) }))
	w.endOnSignal(ctx, started)
	if p.Pulse != nil {
		go func() {
			<-started
			(&pulse{out: p.Pulse}).beats(w)
		}()
	}
	w.win.ShowAndRun()
	return errors.Join(w.shut(), w.watch.end())
}

// newApp dresses the toolkit: theme, translations, remembered settings.
func newApp(p Params) (fyne.App, error) {
	if p.Composer == nil || p.Actor == "" || p.DataDir == "" {
		return nil, errors.New("opening the window: composer, actor and data folder are needed")
	}
	a := app.NewWithID(appID)
	if err := desk.LoadWords(a.Preferences().StringWithFallback(prefLanguage, "")); err != nil {
		return nil, err
	}
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.AppIcon()))
	mode := kit.Mode(a.Preferences().IntWithFallback(prefMode, int(kit.FollowSystem)))
	a.Settings().SetTheme(kit.NewTheme(mode))
	if scale := a.Preferences().FloatWithFallback(prefScale, 1); scale != 1 {
		if err := kit.SetScale(float32(scale)); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// displayed says whether a window can be opened at all, so that the toolkit,
// which ends the program where it cannot, is not even started.
func displayed() bool {
	if runtime.GOOS != "linux" && runtime.GOOS != "freebsd" && runtime.GOOS != "openbsd" {
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// endOnSignal lets a kind kill end as Quit does: what was typed is kept. One
// that comes while the window is being opened waits for it: the toolkit panics
// when it is told to end before it has begun.
func (w *window) endOnSignal(ctx context.Context, started <-chan struct{}) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-started
		// The toolkit ends at these signals too, by taking the window away: both
		// at once, and what quit does would come too late.
		signal.Reset(os.Interrupt, syscall.SIGTERM)
		signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
		select {
		case <-signals:
		case <-ctx.Done():
		}
		fyne.Do(w.quit)
	}()
}

// The names of what is remembered between starts. Only the look of the window
// is remembered here; the curator's data stands in the book alone.
const (
	prefMode   = "mode"
	prefScale  = "scale"
	prefWidth  = "window.width"
	prefHeight = "window.height"
	prefRecent = "recent"

	prefLanguage = "language"
)
