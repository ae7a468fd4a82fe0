package main

import (
	"context"

	"laurel/ui"
)

// window opens the desktop program, on a book if one is named.
func (p *program) window(ctx context.Context, path string) error {
	c, err := composer()
	if err != nil {
		return err
	}
	err = ui.Run(ctx, ui.Params{Path: path, Actor: p.actor, Device: p.device, DataDir: p.dataDir, Composer: c})
	return about(path, err)
}
