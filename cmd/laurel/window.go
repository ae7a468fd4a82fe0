package main

import (
	"context"
	"runtime"

	"laurel/ui"
)

// window opens the desktop program, on a book if one is named.
func (p *program) window(ctx context.Context, path string) error {
	c, err := composer(max(1, runtime.NumCPU()-1)) // one core is the window's
	if err != nil {
		return err
	}
	err = ui.Run(ctx, ui.Params{Path: path, Actor: p.actor, Device: p.device, DataDir: p.dataDir, Composer: c})
	return about(path, err)
}
