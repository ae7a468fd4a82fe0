package main

import (
	"context"
	"os"
	"runtime"

	"laurel/ui"
)

// pulseFile names, in the environment, a file to which the window writes how
// long it keeps somebody waiting: for the benchmarks.
const pulseFile = "LAUREL_PULSE"

// window opens the desktop program, on a book if one is named.
func (p *program) window(ctx context.Context, path string) error {
	c, err := composer(max(1, runtime.NumCPU()-1)) // one core is the window's
	if err != nil {
		return err
	}
	params := ui.Params{Path: path, Actor: p.actor, Device: p.device, DataDir: p.dataDir, Composer: c}
	if told := os.Getenv(pulseFile); told != "" {
		f, err := os.OpenFile(told, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
		if err != nil {
			return err
		}
		defer f.Close()
		params.Pulse = f
	}
	return about(path, ui.Run(ctx, params))
}
