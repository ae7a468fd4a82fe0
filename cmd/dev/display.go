package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

// display is the environment of programs that are to show their windows on a
// screen of dev's own.
type display struct {
	env []string
	end func() // takes the screen away
}

// openDisplay starts an X server that draws into memory, on a free display
// number, and a window manager in it. Where there is no X11 the windows open
// on the real screen.
func (d *dev) openDisplay(ctx context.Context) (display, error) {
	if d.goos != "linux" {
		return display{end: func() {}}, nil
	}
	number, endServer, err := d.startServer(ctx)
	if err != nil {
		return display{}, err
	}
	env := []string{
		"DISPLAY=:" + number, "WAYLAND_DISPLAY", "XDG_SESSION_TYPE=x11",
		"LIBGL_ALWAYS_SOFTWARE=1", // the same pixels on every machine
	}
	endManager, err := d.runner.start(ctx, process{name: "openbox", args: []string{"--sm-disable"}, env: env}, nil)
	if err != nil {
		endServer()
		return display{}, err
	}
	return display{env: env, end: func() { endManager(); endServer() }}, nil
}

// startServer starts Xvfb, which looks for a free display number and writes it
// to descriptor 3 as soon as it takes connections.
func (d *dev) startServer(ctx context.Context) (number string, end func(), err error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", nil, fmt.Errorf("starting Xvfb: %w", err)
	}
	defer read.Close()
	end, err = d.runner.start(ctx, process{
		name: "Xvfb", args: []string{"-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"},
	}, write)
	write.Close() // Xvfb holds the only other end, so that reading ends with it
	if err != nil {
		return "", nil, err
	}
	if err := read.SetReadDeadline(time.Now().Add(30 * time.Second)); err != nil {
		end()
		return "", nil, fmt.Errorf("starting Xvfb: %w", err)
	}
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		end()
		return "", nil, errors.New("starting Xvfb: it ended at once; `Xvfb :99` says why")
	}
	return strings.TrimSpace(line), end, nil
}
